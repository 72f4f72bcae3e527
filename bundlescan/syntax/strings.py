"""From the spelling of a literal to its value, and back from each character to the bytes that spell it.

``"http:\\x2f/localhost:9000"`` is a str to the analysis, but an edit needs to know where the ``9000`` lies in the
file. Enters: the bytes between the quotes (or back-ticks). Leaves: the cooked text and, on demand, offsets.
Malformed escapes in an ordinary string (which no engine accepts) stand for the character after the backslash;
in a template they make the cooked value None, as the language says for tagged templates.
"""

from __future__ import annotations

import html.entities
import re
from array import array
from collections.abc import Iterator, Sequence

from bundlescan.syntax.nodes import Node

_ESCAPE = re.compile(
    rb"""\\(?:
        u\{(?P<point>[0-9A-Fa-f]+)\}
      | u(?P<unit>[0-9A-Fa-f]{4})
      | x(?P<byte>[0-9A-Fa-f]{2})
      | (?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)
      | (?P<continuation>\r\n|[\r\n]|\xe2\x80[\xa8\xa9])
      | (?P<other>[\xc2-\xf4][\x80-\xbf]+|[\x00-\xff])
    )""",
    re.VERBOSE,
)
_ESCAPE_OR_CR = re.compile(_ESCAPE.pattern + rb"|(?P<cr>\r\n?)", re.VERBOSE)
_ENTITY = re.compile(rb"&(?:\#(?P<decimal>[0-9]+)|\#[xX](?P<hex>[0-9A-Fa-f]+)|(?P<name>[A-Za-z][A-Za-z0-9]*));")
_CHARACTER = re.compile(
    rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]"
)
_SIMPLE = {b"n": "\n", b"t": "\t", b"r": "\r", b"b": "\b", b"f": "\f", b"v": "\v"}
_IDENTIFIER_ESCAPE = re.compile(r"\\u(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{4}))")

Piece = tuple[int, int, str]
"""``raw[start:end]`` spells the text: a run of plain characters, or one escape."""


class _MalformedTemplate(Exception):
    """An escape that gives a template element no cooked value."""


def cooked(raw: bytes, *, template: bool = False) -> tuple[str, list[int]] | None:
    """The text that ``raw``, the inside of a string literal or template element, stands for, and for each of its
    code points the byte offset in ``raw`` where its spelling begins; one more offset for the end.

    None for a template element with a malformed escape.
    """
    if b"\\" not in raw and b"\r" not in raw and raw.isascii():
        return raw.decode("ascii"), list(range(len(raw) + 1))
    try:
        return _with_offsets(raw, _escaped(raw, template))
    except _MalformedTemplate:
        return None


def spelling(name: str) -> bytes:
    """A regular expression for ``name`` (of a variable or a property) in source text. esbuild escapes what is not
    ASCII; nothing escapes what is."""
    if name.isascii():
        return re.escape(name.encode())
    return b"".join(re.escape(part.encode()) if part.isascii() else _spelled(part) for part in _PARTS.findall(name))


_PARTS = re.compile(r"[\0-\x7f]+|.", re.DOTALL)


def _spelled(character: str) -> bytes:
    code = ord(character)
    units = character.encode("utf-16-be", "surrogatepass").hex("-", 2).split("-")
    escaped = [rb"\\u\{0*%x\}" % code, b"".join(rb"\\u%b" % unit.encode() for unit in units)]
    if code < 0x100:
        escaped.append(rb"\\x%02x" % code)
    return b"(?:%b|(?i:%b))" % (character.encode("utf-8", "surrogatepass"), b"|".join(escaped))


def string_text(raw: bytes) -> str:
    """The text of a string literal, given its inside."""
    if b"\\" not in raw:
        return _decode(raw)
    return _join_surrogates("".join(text for _, _, text in _escaped(raw, False)))


def template_text(raw: bytes) -> str | None:
    """The cooked text of a template element."""
    if b"\\" not in raw and b"\r" not in raw:
        return _decode(raw)
    try:
        return _join_surrogates("".join(text for _, _, text in _escaped(raw, True)))
    except _MalformedTemplate:
        return None


def jsx_text(raw: bytes) -> str:
    """The text of JSX characters or of a JSX attribute string: entities count, backslashes do not."""
    if b"&" not in raw:
        return _decode(raw)
    return "".join(text for _, _, text in _entities(raw))


def character_offsets(node: Node) -> list[int]:
    """For each code point of a string ``Literal`` or ``TemplateElement`` (or ``JSXText``), the byte offset in the
    file where its spelling begins; the last entry is where the last character ends.

    ``"a\\x41"`` at byte 10 → ``[11, 12, 16]``. A template element without a cooked value has only its two ends.
    """
    data = node.source.data
    start, end = node.start, node.end
    template = node.type == "TemplateElement"
    if node.type == "Literal":
        start, end = inside(data, start, end)
    elif not template and node.type != "JSXText":
        raise ValueError(f"{node!r} has no characters")
    raw = data[start:end]
    if node.type == "JSXText" or (node.parent is not None and node.parent.type == "JSXAttribute"):
        offsets = _with_offsets(raw, _entities(raw))[1]
    else:
        result = cooked(raw, template=template)
        offsets = result[1] if result is not None else [0, len(raw)]
    return [start + offset for offset in offsets]


def literal_text(node: Node) -> str | None:
    """The text of a string literal, however it is quoted: rolldown's minifier makes nearly all of them templates."""
    if node.type == "TemplateLiteral":
        return node.quasis[0].cooked if len(node.quasis) == 1 else None
    value = node.value if node.type == "Literal" else None
    return value if isinstance(value, str) else None


def key_name(node: Node) -> object:
    """What a key that is not computed is called, of a property, a member or an export: a str, or the value of a number.
    None for what has no such name."""
    return node.get("name") if node.type == "Identifier" else node.get("value")


def whole_literal(node: Node) -> Node:
    """The template that ``node`` is the only element of; ``node`` itself where it is not that."""
    parent = node.parent
    return parent if node.type == "TemplateElement" and parent is not None and len(parent.quasis) == 1 else node


def inside(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The range between the quotes of the string literal at ``[start, end)``; a closing quote may be missing."""
    quote = data[start : start + 1]
    if quote not in (b'"', b"'"):
        raise ValueError("not a string literal")
    return start + 1, end - 1 if end - start > 1 and data[end - 1 : end] == quote else end


def decode_with_offsets(raw: bytes) -> tuple[str, Sequence[int]]:
    """``raw`` as text and, for each code point and for the end, its byte offset. What is not UTF-8 is U+FFFD."""
    text = _decode(raw)
    if len(text) == len(raw):
        return text, range(len(raw) + 1)
    offsets = array("L", [0])
    offsets.extend(end for _, end, _ in _characters(raw, 0, len(raw)))
    return text, offsets


def identifier_name(raw: bytes) -> str:
    if raw.isalnum():
        return raw.decode("ascii")
    name = _decode(raw)
    return _IDENTIFIER_ESCAPE.sub(lambda m: _character(int(m[1] or m[2], 16)), name) if "\\" in name else name


def number(raw: bytes) -> float | int:
    """The value of a numeric literal: int for a BigInt, else float. Text that is no number is NaN."""
    text = raw.decode("ascii", "replace").replace("_", "").lower()
    try:
        if text.endswith("n"):
            return int(text[:-1], 0) if text[:2] in ("0x", "0o", "0b") else int(text[:-1])
        if text[:2] in ("0x", "0o", "0b"):
            return _float(int(text, 0))
        if len(text) > 1 and text[0] == "0" and text.isdigit() and not set(text) & {"8", "9"}:
            return _float(int(text, 8))
        return float(text)
    except ValueError:
        return float("nan")


def _float(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(text for _, _, text in _characters(raw, 0, len(raw)))


def _join_surrogates(text: str) -> str:
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"


def _characters(raw: bytes, start: int, end: int) -> Iterator[Piece]:
    """One piece for each character; a byte that is not UTF-8 is U+FFFD."""
    for match in _CHARACTER.finditer(raw, start, end):
        try:
            yield match.start(), match.end(), match[0].decode("utf-8")
        except UnicodeDecodeError:
            for at in range(match.start(), match.end()):
                yield at, at + 1, "\ufffd"


def _plain(raw: bytes, start: int, end: int) -> Iterator[Piece]:
    try:
        yield start, end, raw[start:end].decode("utf-8")
    except UnicodeDecodeError:
        yield from _characters(raw, start, end)


def _escaped(raw: bytes, template: bool) -> Iterator[Piece]:
    pattern = _ESCAPE_OR_CR if template else _ESCAPE
    done = 0
    for match in pattern.finditer(raw):
        if done < match.start():
            yield from _plain(raw, done, match.start())
        yield match.start(), match.end(), _unescape(match, template)
        done = match.end()
    if done < len(raw):
        yield from _plain(raw, done, len(raw))


def _unescape(match: re.Match[bytes], template: bool) -> str:
    kind = match.lastgroup
    assert kind is not None
    spelling = match[kind]
    if kind in ("point", "unit", "byte"):
        code = int(spelling, 16)
        if code > 0x10FFFF and template:
            raise _MalformedTemplate
        return _character(code)
    if kind == "octal":
        if template and (spelling != b"0" or match.string[match.end() : match.end() + 1] in (b"8", b"9")):
            raise _MalformedTemplate
        return chr(int(spelling, 8))
    if kind == "continuation":
        return ""
    if kind == "cr":
        return "\n"
    if template and spelling in (b"u", b"x", b"8", b"9"):
        raise _MalformedTemplate
    return _SIMPLE.get(spelling) or _decode(spelling)


def _entities(raw: bytes) -> Iterator[Piece]:
    done = 0
    for match in _ENTITY.finditer(raw):
        text = _entity(match)
        if text is None:
            continue
        if done < match.start():
            yield from _plain(raw, done, match.start())
        yield match.start(), match.end(), text
        done = match.end()
    if done < len(raw):
        yield from _plain(raw, done, len(raw))


def _entity(match: re.Match[bytes]) -> str | None:
    if match["decimal"]:
        return _character(int(match["decimal"]))
    if match["hex"]:
        return _character(int(match["hex"], 16))
    name = match["name"].decode("ascii")
    code = 0x27 if name == "apos" else html.entities.name2codepoint.get(name)
    return None if code is None else chr(code)


def _with_offsets(raw: bytes, pieces: Iterator[Piece]) -> tuple[str, list[int]]:
    text: list[str] = []
    offsets: list[int] = []
    for start, end, part in pieces:
        if len(part) == end - start:
            text.append(part)
            offsets.extend(range(start, end))
        elif len(part) < 2:
            # One escape. The second half of a surrogate pair joins the first, as it does in JavaScript.
            if part and text and "\udc00" <= part <= "\udfff" and "\ud800" <= text[-1][-1:] <= "\udbff":
                high = text.pop()
                text.append(high[:-1] + _join_surrogates(high[-1] + part))
            elif part:
                text.append(part)
                offsets.append(start)
        else:
            text.append(part)
            for at, _, _ in _characters(raw, start, end):
                offsets.append(at)
    offsets.append(len(raw))
    return "".join(text), offsets
