"""Strings and numbers that know where they come from.

A run of a script is concrete: its strings are Python's. Those that a port, a host or the page's address can hide in are
``Text``: a string with its pieces, each of which is cut from a literal of the script or from a part of the page's URL.
Cutting and joining keep the pieces; whatever else is done to a text gives a plain string.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bundlescan.syntax.nodes import Node


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A literal of the script (or what stands for one there: a template's element, a JSX text)."""

    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class PagePart:
    """A part of the page's URL: protocol, hostname, port, pathname, search, hash."""

    name: str
    size: int  # code points


@dataclass(frozen=True, slots=True, eq=False)
class Granted:
    """What nobody has said, and a script was given all the same."""


Origin = Literal | PagePart | Granted | None
#: how long strings may be
MAX_LENGTH = 5_000_000
#: how many code points, where they come from, and at which code point of it they begin
Piece = tuple[int, Origin, int]


class Text(str):
    """A string with its pieces."""

    __slots__ = ("pieces",)
    pieces: tuple[Piece, ...]


class Num(float):
    """A number that a literal spells, from the code point ``offset`` of it on, or one made of such a number; or the
    page's port as a number."""

    __slots__ = ("offset", "origin")
    origin: Origin
    offset: int


def text(value: str, origin: Origin) -> Text:
    """``value``, the whole of ``origin``."""
    made = Text(value)
    made.pieces = ((len(value), origin, 0),)
    return made


#: stands for a text that nobody knows: a truthy one that is the number 1, too; a URL stays one with it in the place of
#: a path, port or host
ANYTHING = text("/1", Granted())


def is_granted(value: str) -> bool:
    return isinstance(value, Text) and all(isinstance(origin, Granted) for _, origin, _ in value.pieces)


def number(value: float, origin: Origin, offset: int = 0) -> Num:
    made = Num(value)
    made.origin = origin
    made.offset = offset
    return made


def digits(value: Num, plain: str) -> str:
    """``plain``, the digits of ``value``, with its origin where they stand there."""
    origin = value.origin
    if isinstance(origin, PagePart):
        return _made(plain, [(len(plain), origin, value.offset)])
    if not isinstance(origin, Literal):
        return plain
    node = origin.node
    cooked = node.get("cooked") if node.type == "TemplateElement" else node.get("value")
    if isinstance(cooked, str) and cooked[value.offset : value.offset + len(plain)] != plain:
        return plain
    return _made(plain, [(len(plain), origin, value.offset)])


def derived(value: Num, made: float) -> float:
    """``made``, which is computed from ``value``: what is not the page's port itself is none of it."""
    if isinstance(value.origin, PagePart) and made != float(value):
        return made
    return number(made, value.origin, value.offset) if value.origin is not None else made


def pieces_of(value: str) -> tuple[Piece, ...]:
    return value.pieces if isinstance(value, Text) else ((len(value), None, 0),)


def _made(value: str, pieces: list[Piece]) -> str:
    if all(origin is None for _, origin, _ in pieces):
        return value
    made = Text(value)
    made.pieces = tuple(pieces)
    return made


def cut(value: str, start: int, end: int | None = None) -> str:
    """``value[start:end]``, 0 <= start <= end, in code points."""
    plain = str.__getitem__(value, slice(start, end))
    if not isinstance(value, Text) or not plain:
        return plain
    end = start + len(plain)
    pieces: list[Piece] = []
    at = 0
    for size, origin, offset in value.pieces:
        low, high = max(at, start), min(at + size, end)
        if low < high:
            pieces.append((high - low, origin, offset + low - at))
        at += size
    return _made(plain, pieces)


def join(values: Iterable[str], between: str = "") -> str:
    """``between.join(values)``."""
    values = list(values)
    if len(values) > 1 and sum(map(len, values)) + len(between) * len(values) > MAX_LENGTH:
        raise OverflowError("Invalid string length")
    if not isinstance(between, Text) and not any(isinstance(v, Text) for v in values):
        return between.join(values)
    pieces: list[Piece] = []
    for index, value in enumerate(values):
        for part in (between, value) if index else (value,):
            for size, origin, offset in pieces_of(part):
                if size == 0:
                    continue
                last = pieces[-1] if pieces else None
                if last is not None and last[1] is origin and (origin is None or last[2] + last[0] == offset):
                    pieces[-1] = (last[0] + size, origin, last[2])
                else:
                    pieces.append((size, origin, offset))
    return _made(str.join(str(between), values), pieces)


def like(value: str, plain: str) -> str:
    """``plain``, which has a character for each one of ``value``: the same text in another case."""
    if not isinstance(value, Text) or len(value) != len(plain):
        return plain
    return _made(plain, list(value.pieces))


def replaced(value: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """``value`` with what stands at ``(start, end)`` replaced, spans in order."""
    out: list[str] = []
    at = 0
    for start, end, other in spans:
        out += [cut(value, at, start), other]
        at = end
    return join([*out, cut(value, at)])
