"""HTML: read into the tree, and written from it."""

from __future__ import annotations

import html as entities
from html.parser import HTMLParser
from typing import Any

from bundlescan.interp.host.kit import page
from bundlescan.interp.host.nodes import (
    HTML,
    MATH,
    SVG,
    CharacterData,
    Comment,
    Element,
    Fragment,
    Node,
    TextNode,
    clear,
    insert,
)
from bundlescan.interp.model import realm, to_string
from bundlescan.interp.text import Text, cut

#: how deep a parser nests elements, as browsers' do
DEPTH = 512
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"}
_BLOCKS = {
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
}
#: a tag that ends an open one: the tags it ends, and those beyond which it ends nothing
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol", "menu"}), "dt": ({"dt", "dd"}, {"dl"}), "dd": ({"dt", "dd"}, {"dl"}),
    "option": ({"option"}, {"select", "datalist"}), "optgroup": ({"option", "optgroup"}, {"select"}),
    "tr": ({"tr", "td", "th"}, {"table"}), "td": ({"td", "th"}, {"tr", "table"}), "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"thead", "tbody", "tr", "td", "th"}, {"table"}), "thead": ({"tbody", "tr", "td", "th"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tr", "td", "th"}, {"table"}),
    **{name: ({"p"}, {"button", "td", "th", "caption", "template"}) for name in _BLOCKS},
}  # fmt: skip
_HEAD = {"base", "link", "meta", "title", "style", "script", "noscript", "template"}


class Builder(HTMLParser):
    """Builds the tree of a fragment, or of a whole document (``whole``)."""

    def __init__(self, document: Any, top: Node, source: str, whole: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.document = document
        self.top = top
        self.whole = whole
        self.open: list[Node] = [top]
        self.scripts: list[Element] = []
        self.in_head = whole

    @property
    def place(self) -> Node:
        at = self.open[-1]
        return at.content if isinstance(at, Element) and at.content is not None else at

    def namespace(self, tag: str) -> str:
        if tag == "svg":
            return SVG
        if tag == "math":
            return MATH
        at = self.open[-1]
        return at.namespace if isinstance(at, Element) and at.local.lower() != "foreignobject" else HTML

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        realm.steps(1)
        if self.whole and tag in ("html", "head", "body"):
            self._outline(tag, attrs)
            return
        if self.whole and self.in_head and tag not in _HEAD and len(self.open) == 1:
            self._body()
        ends, stops = _ENDS.get(tag, (set(), set()))
        for index in range(len(self.open) - 1, 0, -1):
            at = self.open[index]
            local = at.local if isinstance(at, Element) else ""
            if local in stops:
                break
            if local in ends:
                del self.open[index:]
                if ends == {"p"}:
                    break
        made = self.document.element(tag, self.namespace(tag), upgrade=False)
        for name, value in attrs:
            made.attrs.setdefault(name, self._cut(name, value) if value is not None else "")
        made.started = True
        insert(self.place, made)
        if tag == "script":
            self.scripts.append(made)
        if tag not in VOID and not (made.namespace != HTML and self.get_starttag_text().rstrip().endswith("/>")):  # type: ignore[union-attr]
            if len(self.open) < DEPTH:
                self.open.append(made)

    def _cut(self, name: str, value: str) -> str:
        """The value of an attribute as it stands in the source, which may know where it comes from."""
        if not isinstance(self.source, Text):
            return value
        tag = self.get_starttag_text() or ""
        within = tag.find(value, tag.lower().find(name) + len(name))
        line, column = self.getpos()
        start = column + sum(map(len, self.source.split("\n")[: line - 1])) + line - 1
        made = cut(self.source, start + within, start + within + len(value)) if within >= 0 else value
        return made if made == value else value

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # the slash means nothing in HTML

    def handle_endtag(self, tag: str) -> None:
        if self.whole and tag in ("html", "head", "body"):
            if tag == "head" and self.in_head:
                self._body()
            return
        for index in range(len(self.open) - 1, 0, -1):
            at = self.open[index]
            if isinstance(at, Element) and at.local.lower() == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        if self.whole and self.in_head and len(self.open) == 1:
            if not data.strip():
                return
            self._body()
        place = self.place
        last = place.kids[-1] if place.kids else None
        if isinstance(last, TextNode):
            last.data += data
        else:
            insert(place, TextNode(page.protos["Text"], self.document, data))

    def handle_comment(self, data: str) -> None:
        insert(self.place, Comment(page.protos["Comment"], self.document, data))

    def handle_pi(self, data: str) -> None:
        self.handle_comment("?" + data)  # what HTML makes of it

    def _outline(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._body()
        element = {"html": self.document.root, "head": self.document.head, "body": self.document.body}[tag]
        for name, value in attrs:
            element.attrs.setdefault(name, value if value is not None else "")

    def _body(self) -> None:
        if self.in_head:
            self.in_head = False
            self.open = [self.document.body]


def parse_into(document: Any, top: Node, source: str, whole: bool = False) -> list[Element]:
    """Reads ``source`` into ``top``; gives the scripts."""
    realm.steps(len(source) // 32)
    if not whole and "<" not in source and "&" not in source:
        if source:
            insert(top, TextNode(page.protos["Text"], document, source))
        return []
    builder = Builder(document, top, source, whole)
    builder.feed(str(source))
    builder.close()
    return builder.scripts


def fragment(document: Any, source: str) -> Fragment:
    made = Fragment(page.protos["DocumentFragment"], document)
    parse_into(document, made, source)
    return made


def set_inner(node: Any, value: Any) -> None:
    source = "" if value is None else to_string(value)
    target = node.content if isinstance(node, Element) and node.content is not None else node
    clear(target)
    if isinstance(node, Element) and node.local in (*RAW, "textarea", "title"):
        if source:
            insert(target, TextNode(page.protos["Text"], node.document, source))
    elif source:
        insert(target, fragment(node.document, source))


def inner(node: Any) -> str:
    target = node.content if isinstance(node, Element) and node.content is not None else node
    raw = isinstance(node, Element) and node.local in RAW
    return "".join(outer(kid, raw) for kid in target.kids)


def outer(node: Any, raw: bool = False) -> str:
    realm.steps(1)
    if isinstance(node, Element):
        attrs = "".join(f' {name}="{_quoted(value)}"' for name, value in node.attrs.items())
        if node.local in VOID:
            return f"<{node.local}{attrs}>"
        return f"<{node.local}{attrs}>{inner(node)}</{node.local}>"
    if isinstance(node, Comment):
        return f"<!--{node.data}-->"
    if isinstance(node, CharacterData):
        return node.data if raw else entities.escape(node.data, quote=False).replace("\xa0", "&nbsp;")
    return "".join(outer(kid) for kid in node.kids) if node.kind != 10 else "<!DOCTYPE html>"


def _quoted(value: str) -> str:
    return str(value).replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")
