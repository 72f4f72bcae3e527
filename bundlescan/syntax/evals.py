"""Code hidden in strings: modules as webpack's eval devtools leave them, ``eval("…\\n//# sourceURL=…")`` for each, and
workers made from text, ``new Worker(URL.createObjectURL(new Blob([code])))``.

A file that has such code is read as if it stood there itself, that of a worker as a function. ``Unpacked`` is the file
so read: everything above ``source`` sees one script, in which modules share scopes with the runtime around them, as
they do when it runs. Positions and edits are those of the file: ``Unpacked`` leads every byte back to the one that
spells it, and spells what an edit puts in as the string around it does.

The text of a worker may be a list of its lines, ``["…", "…"].join("\\n")``, and may be joined with values: those in one
of its own strings make that a template (``'const u = "' + base + '";'`` is read as ``const u = `${base}`;``), others
are read where they stand.

Not handled: code in other strings (``new Function``, ``setTimeout("…")``), calls inside inline scripts of pages, a
worker that imports.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from bundlescan.source import Position, Source, Span
from bundlescan.syntax.nodes import Node, Tree
from bundlescan.syntax.strings import literal_text, string_text
from bundlescan.syntax.texts import bare, concatenated, pieces

_MARK = b"//# sourceURL="
#: an eval of one string literal, also through a Trusted Types policy, that stands as a statement
_CALL = re.compile(
    rb"(?<=[{};\s/])eval\(\s*(?:[\w$.]+\(\s*)?"
    rb"(?:\"(?P<double>[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+)\"|'(?P<single>[^'\\\n]*+(?:\\.[^'\\\n]*+)*+)')"
    rb"\s*\)?\s*\)\s*(?:;|(?=\}))",
    re.DOTALL,
)
_ESCAPE = re.compile(
    rb"(?:\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2})|\\u\{[0-9A-Fa-f]+\}|\\u[0-9A-Fa-f]{4}"
    rb"|\\x[0-9A-Fa-f]{2}|\\[0-7]{1,3}|\\\r\n|\\\xe2\x80[\xa8\xa9]|\\.",
    re.DOTALL,
)
_COMMON = {b"\\n": b"\n", b'\\"': b'"', b"\\'": b"'", b"\\\\": b"\\", b"\\t": b"\t", b"\\r": b"\r"}


def unpacked(source: Source) -> Source:
    """``source`` with the code of its eval calls in their place; itself where it has none."""
    data = source.data
    if _MARK not in data or b"eval(" not in data:
        return _with_workers(source)
    made = _Making()
    position = 0
    for match in _CALL.finditer(data):
        group = "double" if match["double"] is not None else "single"
        if _MARK not in match[group]:
            continue
        made.add(data[position : match.start()], position)
        made.add_text(Span(*match.span(group)), _read(match[group]), Span(match.start(group) - 1, match.end(group) + 1))
        made.add(b"\n", match.end() - 1)  # the code ends in a comment
        position = match.end()
    if not position:
        return _with_workers(source)
    made.add(data[position:], position)
    return Unpacked(source.path, b"".join(made.parts), file=source, chunks=tuple(made.chunks))


def _read(string: bytes) -> bytes:
    """What the inside of a string literal or template text stands for."""
    return _ESCAPE.sub(_unescaped, string)


def _unescaped(match: re.Match[bytes]) -> bytes:
    known = _COMMON.get(match[0])
    return known if known is not None else string_text(match[0]).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is read from ``start`` on stands in the file from ``outer`` on: as it is, or spelled by the bytes ``string``
    of a string, whose literal, quotes included, is ``literal``. ``worker``: it runs in a worker made from text."""

    start: int
    outer: int
    string: Span | None = None
    literal: Span | None = None
    worker: bool = False


class _Making:
    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.chunks: list[Chunk] = []
        self.size = 0

    def add(self, data: bytes, outer: int) -> None:
        self._add(data, Chunk(self.size, outer))

    def add_text(self, span: Span, text: bytes, literal: Span, *, worker: bool = False) -> None:
        """The bytes ``span`` of the file stand for ``text``."""
        self._add(text, Chunk(self.size, span.start, span, literal, worker))

    def _add(self, data: bytes, chunk: Chunk) -> None:
        self.parts.append(data)
        self.chunks.append(chunk)
        self.size += len(data)


@dataclass(frozen=True)
class Unpacked(Source):
    """A file read with the code of its eval calls in their place. ``path`` is the file's."""

    file: Source = field(repr=False, kw_only=True)
    chunks: tuple[Chunk, ...] = field(repr=False, kw_only=True)

    @cached_property
    def _starts(self) -> list[int]:
        return [chunk.start for chunk in self.chunks]

    @cached_property
    def _outers(self) -> list[int]:
        return [chunk.outer for chunk in self.chunks]

    @cached_property
    def _known(self) -> dict[Chunk, tuple[list[int], list[int]]]:
        return {}

    def _anchors(self, chunk: Chunk) -> tuple[list[int], list[int]]:
        """Where runs of characters that spell themselves begin: in what is read, and in the file."""
        known = self._known.get(chunk)
        if known is None:
            read, spelled = [chunk.start], [chunk.outer]
            if chunk.string is not None:
                at, position = chunk.start, chunk.outer
                for match in _ESCAPE.finditer(self.file.data, chunk.string.start, chunk.string.end):
                    at += match.start() - position
                    read.append(at)
                    spelled.append(match.start())
                    at += len(_unescaped(match))
                    position = match.end()
                    read.append(at)
                    spelled.append(position)
            known = self._known[chunk] = (read, spelled)
        return known

    def position(self, offset: int) -> Position:
        return self.file.position(self.outer(offset))

    def outer(self, offset: int) -> int:
        chunk = self._chunk(offset)
        read, spelled = self._anchors(chunk)
        at = bisect_right(read, offset) - 1
        return spelled[at] + offset - read[at]

    def inner(self, offset: int) -> int:
        chunk = self.chunks[bisect_right(self._outers, offset) - 1]
        read, spelled = self._anchors(chunk)
        at = bisect_right(spelled, offset) - 1
        return read[at] + offset - spelled[at]

    def shown(self, span: Span) -> tuple[Source, Span]:
        """In the file, where a worker's text is read with code around it and in it that the file does not have."""
        if not any(chunk.worker for chunk in self.chunks):
            return self, span
        start = self.outer(span.start)
        return self.file, Span(start, max(start, self.outer(span.end)))

    def string_around(self, span: Span) -> Span | None:
        """The string of the file, quotes included, that spells ``span`` of what is read."""
        return self._chunk(span.start).literal

    def in_worker(self, offset: int) -> bool:
        return self._chunk(offset).worker

    def _chunk(self, offset: int) -> Chunk:
        return self.chunks[bisect_right(self._starts, offset) - 1]

    def spelling(self, span: Span) -> bytes:
        return self.file.data[span.start : span.end]

    def spelled(self, span: Span, text: str) -> str | None:
        """How the file has to spell ``text`` in the place of ``span``; None where ``span`` ends in another chunk."""
        chunk = self._chunk(span.start)
        if self._chunk(max(span.start, span.end - 1)) is not chunk:
            return None
        if chunk.literal is None:
            return text
        quote = chr(self.file.data[chunk.literal.start])
        text = text.replace("\\", "\\\\").replace(quote, "\\" + quote).translate(_LINE_ENDS)
        return text.replace("${", "\\${") if quote == "`" else text


_LINE_ENDS = str.maketrans({"\n": "\\n", "\r": "\\r", "\u2028": "\\u2028", "\u2029": "\\u2029"})

# -- workers made from text ---------------------------------------------------------------------------------------

_BLOB = re.compile(rb"\bnew\s+(?:[\w$]+\s*\.\s*)*Blob\s*\(")
_CONNECTS = re.compile(rb"\b(?:WebSocket|EventSource|io|fetch)\s*\(")
_NAME = re.compile(rb"(?<![\w$.])[A-Za-z_$][\w$]*")
_STRING = re.compile(rb"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'", re.DOTALL)
_MARKS = re.compile(rb"\\.|`|\$\{|\{|\}", re.DOTALL)
_BACKTICK = 0x60
_JOINED = re.compile(rb"\s*(?:[+,]|\.\s*concat\s*\()")
#: bytes of a file that a list of a Blob's parts, and the rest of a text that is joined, are looked for in
_LIST, _JOINED_CODE = 400, 4_000
#: bytes that a template may have
_CODE = 40_000


def _with_workers(source: Source) -> Source:
    """``source`` with the code of workers that are made from text in the place of the text."""
    data = source.data
    if b"Worker" not in data or not any(_suspect(data, match) for match in _BLOB.finditer(data)):
        return source
    from bundlescan.syntax import parse

    tree = parse(source)
    made = _Making()
    position = 0
    for text in sorted(_worker_texts(tree), key=lambda node: node.start):
        code = _code_of(text)
        if code is not None and text.start >= position:
            made.add(data[position : text.start], position)
            made.add(b"(function(){", text.start)
            for piece in code:
                piece.add_to(made)
            made.add(b"\n})", text.end - 1)
            position = text.end
    if not position:
        return source
    made.add(data[position:], position)
    unpacked = Unpacked(source.path, b"".join(made.parts), file=source, chunks=tuple(made.chunks))
    return unpacked if len(parse(unpacked).issues) <= len(tree.issues) else source


def _suspect(data: bytes, blob: re.Match[bytes]) -> bool:
    """Whether the parts of a Blob may be code that connects, as far as a look at the text tells."""
    inside = data[blob.end() : blob.end() + _LIST].partition(b"]")[0]
    written = (blob.end() + match.start() for match in re.finditer(rb"[\"'`]", inside))
    values = (value for name in set(_NAME.findall(inside)) for _, value in _set(data, name))
    named = (_LISTED.match(data, value).end() for value in values)  # type: ignore[union-attr]
    return any(_may_connect(data, quote) for quote in chain(written, named) if data[quote : quote + 1] in _QUOTES)


def _may_connect(data: bytes, quote: int) -> bool:
    """Whether the text that begins at ``quote`` may hold a call that connects."""
    string = _STRING.match(data, quote)
    end = string.end() if string is not None else _template_end(data, quote)
    if end is None:
        return False
    return _CONNECTS.search(data, quote, end + (_JOINED_CODE if _JOINED.match(data, end) else 0)) is not None


def _template_end(data: bytes, start: int) -> int | None:
    """The end of the template literal that begins at ``start``; None where it is too long or is none."""
    if data[start] != _BACKTICK:
        return None
    around: list[int] = []
    for mark in _MARKS.finditer(data, start, start + _CODE):
        text = mark[0]
        in_template = bool(around) and around[-1] == _BACKTICK
        if text == b"`" and not in_template:
            around.append(_BACKTICK)
        elif text == b"`" or (text == b"}" and not in_template):
            around.pop()
            if not around:
                return mark.end()
        elif text == b"${" or (text == b"{" and not in_template):
            around.append(text[-1])
    return None


def _set(data: bytes, name: bytes) -> Iterator[tuple[int, int]]:
    """Where ``name`` is set, and where the value begins."""
    for needle in (name + b"=", name + b" ="):
        at = data.find(needle)
        while at >= 0:
            if not _IN_NAME.match(data, at - 1):
                yield at, _SPACE.match(data, at + len(needle)).end()  # type: ignore[union-attr]
            at = data.find(needle, at + 1)


_QUOTES = (b'"', b"'", b"`")
_IN_NAME = re.compile(rb"[\w$.]")
_SPACE = re.compile(rb"\s*")
_LISTED = re.compile(rb"(?:\[\s*)?")


def _worker_texts(tree: Tree) -> set[Node]:
    """The expressions that give the texts of workers, as far as these connect."""
    found: set[Node] = set()
    for match in _BLOB.finditer(tree.source.data):
        blob = tree.at(match.start(), match.end())
        parts = blob.arguments[:1] if blob.type == "NewExpression" else []
        if not parts or parts[0].type != "ArrayExpression":
            continue
        options = blob.arguments[1] if len(blob.arguments) > 1 else None
        if options is not None and options.type == "ObjectExpression" and "script" not in options.text:
            continue  # {type: "text/css"}
        for part in parts[0].elements:
            found.update(text for text in _texts_of(tree, part) if _connects(text))
    return found


def _texts_of(tree: Tree, part: Node | None) -> Iterator[Node]:
    if part is None:
        return
    part = bare(part)
    if part.type != "Identifier":
        yield part
        return
    for at, _ in _set(tree.source.data, part.name.encode("utf-8", "surrogatepass")):
        name = tree.at(at, at + 1)
        write = name.parent
        if write is not None and write.type in ("VariableDeclarator", "AssignmentExpression"):
            target, value = (write.get("id"), write.get("init")) if write.get("id") else (write.left, write.right)
            if target is name and value is not None:
                yield bare(value)


def _connects(node: Node) -> bool:
    """Whether ``node`` is a text that has a call in it which connects."""
    lines = _lines(node)
    if lines is not None:
        return any(map(_connects, lines[0]))
    spelled = (node.type == "TemplateLiteral" or literal_text(node) is not None or concatenated(node) is not None) or (
        node.type == "BinaryExpression" and node.operator == "+"
    )
    return spelled and any(_CONNECTS.search(_bytes(piece)) for piece in pieces(node) if _is_text(piece))


def _lines(node: Node) -> tuple[list[Node], bytes] | None:
    """The elements of ``[…].join("…")``, and what is put between them; None for any other expression."""
    callee = node.callee if node.type == "CallExpression" else None
    if callee is None or callee.type != "MemberExpression" or callee.computed or callee.property.get("name") != "join":
        return None
    between = literal_text(node.arguments[0]) if len(node.arguments) == 1 else None
    items = callee.object.elements if callee.object.type == "ArrayExpression" else []
    if between is None or not items or any(item is None or item.type == "SpreadElement" for item in items):
        return None
    return items, between.encode("utf-8", "replace")


def _is_text(piece: Node) -> bool:
    return piece.type == "TemplateElement" or (piece.type == "Literal" and isinstance(piece.value, str))


def _bytes(piece: Node) -> bytes:
    """The inside of a string literal, or a template's text, as it is spelled."""
    span = _inside(piece)
    return piece.source.data[span.start : span.end]


def _inside(piece: Node) -> Span:
    return piece.span if piece.type == "TemplateElement" else Span(piece.start + 1, piece.end - 1)


@dataclass
class _Piece:
    """A piece of a worker's text: ``read`` of the text ``node``, or the value of the expression ``node``, put into a
    string of the code or standing for itself."""

    node: Node
    read: bytearray | None
    in_string: bool = False

    def add_to(self, made: _Making) -> None:
        node = self.node
        if self.read is not None:
            whole = node.parent if node.type == "TemplateElement" and node.parent is not None else node
            made.add_text(_inside(node), bytes(self.read), whole.span, worker=True)
            return
        opened, closed = (b"${", b"}") if self.in_string else (b"(", b")")
        made.add(opened, node.start)
        made.add(node.source.data[node.start : node.end], node.start)
        made.add(closed, node.end)


def _code_of(text: Node) -> list[_Piece] | None:
    """The pieces of a worker's code, its strings that hold values made templates; None where that cannot be."""
    lines, between = _lines(text) or ([text], b"")
    found: list[_Piece] = []
    for number, line in enumerate(lines):
        found += [_Piece(node, bytearray(_read(_bytes(node))) if _is_text(node) else None) for node in pieces(line)]
        last = found[-1].read
        if number < len(lines) - 1 and between:
            if last is None:
                return None  # nothing in the file stands for what is put behind it
            last += between
    if all(piece.read is not None for piece in found):
        return found
    quote: tuple[bytearray, int] | None = None  # where the string at hand begins
    holds = plain = False
    for piece in found:
        if piece.read is None:
            piece.in_string = quote is not None
            holds |= quote is not None
            continue
        read, at = piece.read, 0
        while at < len(read):
            if quote is None:
                begins = _BEGINS.search(read, at)
                if begins is None:
                    break
                at = begins.end()
                if begins["quote"]:
                    quote, holds, plain = (read, at - 1), False, True
                continue
            mark = quote[0][quote[1]]
            if read[at] == mark:
                if holds and mark != _BACKTICK:
                    if not plain:
                        return None
                    read[at] = quote[0][quote[1]] = _BACKTICK
                quote = None
            elif read[at] in b"`$":
                plain = False  # means something else in a template
            at += 2 if read[at] == 0x5C and quote is not None else 1
    return found if quote is None else None


#: a comment, or what begins a string
_BEGINS = re.compile(rb"//[^\n]*|/\*.*?\*/|(?P<quote>[\"'`])", re.DOTALL)

__all__ = ["Unpacked", "unpacked"]
