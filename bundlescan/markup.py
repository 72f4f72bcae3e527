"""Markup -> the scripts inside it, and the places that pin a file's content by an ``integrity`` hash.

HTML goes through a WHATWG parser; Vue and Svelte components, which are no HTML documents, through tree-sitter's HTML
grammar, where only script elements at the top level count. All spans are bytes of the file. Not handled: scripts in
attributes (``onclick``, ``javascript:``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bundlescan.source import Source, Span

if TYPE_CHECKING:
    from tree_sitter import Node, Parser
    from turbohtml import Element

COMPONENTS = frozenset({".vue", ".svelte"})

# What ``type`` or ``lang`` says -> the language; what is not here (JSON, import maps, templates) is no script.
_JAVASCRIPT = (
    "", "js", "javascript", "module", "text/javascript", "application/javascript", "text/ecmascript",
    "application/ecmascript", "application/x-javascript", "text/x-javascript", "text/javascript1.5",
)  # fmt: skip
LANGUAGES = {
    **dict.fromkeys(_JAVASCRIPT, "js"),
    **dict.fromkeys(("jsx", "text/jsx", "text/babel"), "jsx"),
    **dict.fromkeys(("ts", "typescript", "text/typescript", "application/typescript"), "ts"),
    "tsx": "tsx",
}


@dataclass(frozen=True, slots=True)
class Script:
    """An inline script: ``span`` covers the code alone; ``language`` is js, jsx, ts or tsx."""

    span: Span
    language: str
    module: bool


@dataclass(frozen=True, slots=True)
class IntegrityReference:
    """``url`` as the page writes it, ``hashes`` that pin its content (``sha384-…``, separated by blanks), and the
    ``span`` of the attribute, or of the import map, that says so."""

    url: str
    hashes: str
    span: Span


def scripts(source: Source) -> list[Script]:
    """The inline scripts of an HTML page or a Vue or Svelte component that hold code, in source order."""
    if PurePosixPath(source.path).suffix.lower() in COMPONENTS:
        return list(_component_scripts(source))
    found: list[Script] = []
    for element in _elements(source, "script"):
        script = _page_script(source, element)
        if script is not None and not (found and script.span in found[-1].span):  # an svg's script may hold another
            found.append(script)
    return found


def integrity_references(source: Source) -> list[IntegrityReference]:
    """Every URL of an HTML page whose content an ``integrity`` attribute or an import map fixes."""
    return [reference for element in _elements(source, "script", "link") for reference in _pinned(source, element)]


def _elements(source: Source, *tags: str) -> Iterator[Element]:
    from turbohtml import parse

    # The parser counts code points and folds CRLF: with one byte per character and no CR its offsets are bytes.
    page = parse(source.data.decode("latin-1").replace("\r", " "), source_locations=True)
    return page.iter_elements(tags)


def _page_script(source: Source, element: Element) -> Script | None:
    attributes = _attributes(element)
    kind = attributes.get("type")
    if kind is None:
        kind = f"text/{attributes['language']}" if attributes.get("language") else ""
    kind = kind.strip().lower()
    content = _content(source, element)
    if kind not in LANGUAGES or "src" in attributes or content is None:
        return None
    return Script(content, LANGUAGES[kind], kind == "module")


def _pinned(source: Source, element: Element) -> Iterator[IntegrityReference]:
    attributes = _attributes(element)
    url = attributes.get("src") or attributes.get("href")
    hashes = attributes.get("integrity", "").strip()
    location = element.source_location
    if url and hashes and location is not None:
        where = (location.attrs or {}).get("integrity", location.start_tag)
        yield IntegrityReference(url, hashes, Span(where.start_offset, where.end_offset))
    if attributes.get("type", "").strip().lower() == "importmap" and (content := _content(source, element)):
        for url, hashes in _texts_of(source.data[content.start : content.end], "integrity").items():
            yield IntegrityReference(url, hashes, content)


def import_map(source: Source) -> dict[str, str | None]:
    """What the import maps of an HTML page say that bare specifiers mean: URLs as the page writes them, by specifiers;
    both end in a slash where they stand for all that begins so. None for what only some of its scripts mean (HTML,
    section 8.1.6.2)."""
    found: dict[str, str | None] = {}
    for element in _elements(source, "script"):
        is_map = _attributes(element).get("type", "").strip().lower() == "importmap"
        if is_map and (content := _content(source, element)):
            data = source.data[content.start : content.end]
            urls = _texts_of(data, "imports")
            for name, url in urls.items():
                if name.endswith("/") <= url.endswith("/"):
                    found.setdefault(name, url)
            found.update(dict.fromkeys(_scoped(data)))
    return {name: url for name, url in found.items() if not name.startswith((".", "/")) and ":" not in name}


def _scoped(data: bytes) -> list[str]:
    try:
        return [name for names in json.loads(data)["scopes"].values() for name in names]
    except (ValueError, AttributeError, TypeError, KeyError):
        return []


def _texts_of(data: bytes, key: str) -> dict[str, str]:
    try:
        return {name: text for name, text in json.loads(data)[key].items() if isinstance(text, str)}
    except (ValueError, AttributeError, TypeError, KeyError):
        return {}  # no import map, or one without such a part


def _content(source: Source, element: Element) -> Span | None:
    """The bytes between the tags, to the end of the file where the end tag is missing; None if they are blank."""
    location = element.source_location
    if location is None or location.start_tag is None:
        return None
    end = location.end_tag.start_offset if location.end_tag else len(source.data)
    return _unless_blank(source, Span(location.start_tag.end_offset, end))


def _unless_blank(source: Source, span: Span) -> Span | None:
    return span if source.data[span.start : span.end].strip() else None


def _attributes(element: Element) -> dict[str, str]:
    """Attribute values as text; undoes the one-byte-per-character reading of ``_elements``."""

    def text(value: str | list[str] | None) -> str:
        value = " ".join(value) if isinstance(value, list) else value or ""
        try:
            return value.encode("latin-1").decode("utf-8", "replace")
        except UnicodeEncodeError:  # a character reference beyond Latin-1: written in ASCII, so read correctly
            return value

    return {name: text(value) for name, value in element.attrs.items()}


def _html_parser() -> Parser:
    import tree_sitter_html
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_html.language()))


def _component_scripts(source: Source) -> Iterator[Script]:
    for element in _html_parser().parse(source.data).root_node.children:
        if element.type != "script_element":
            continue
        attributes = _component_attributes(element)
        language = LANGUAGES.get((attributes.get("lang") or attributes.get("type") or "").strip().lower())
        raw = next((child for child in element.children if child.type == "raw_text"), None)
        span = _unless_blank(source, Span(raw.start_byte, raw.end_byte)) if raw else None
        if language and span and "src" not in attributes:
            yield Script(span, language, module=True)


def _component_attributes(element: Node) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for attribute in element.children[0].children:
        if attribute.type == "attribute" and attribute.text:
            name, _, value = attribute.text.decode("utf-8", "replace").partition("=")
            found[name.strip().lower()] = value.strip().strip("\"'")
    return found
