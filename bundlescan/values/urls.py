"""A URL whose pieces are partly known: where its scheme, host and port end (WHATWG URL, section 4.4).

``address`` splits the pieces of one alternative; ``alternatives`` goes through the choices of a value only as far
as scheme, host and port need them; ``part`` is what a URL object's property is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bundlescan.syntax.nodes import Node
from bundlescan.values.conditions import branch, truth
from bundlescan.values.domain import (
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Hole,
    Page,
    Value,
    carried,
    primitive_text,
)
from bundlescan.values.strings import string_parts

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bundlescan.values.evaluate import Evaluator

SETTABLE = frozenset({"href", "protocol", "host", "hostname", "port", "pathname", "search", "hash"})
PARTS = SETTABLE | {"origin"}
#: port -> the schemes that need not spell it
DEFAULT_PORTS = {"80": ("http", "ws"), "443": ("https", "wss")}
#: how many alternatives of one URL are told apart
MAX_ALTERNATIVES = 192

Parts = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """The split of one alternative.

    ``kind``: ``absolute`` (has a scheme), ``scheme-relative`` (``//host``), ``port`` (``:9000/…``, which socket.io
    understands), ``path`` (``/…``), ``empty``, ``query`` (``?…``), ``bare`` (no scheme: ``host:9000/x`` or ``name``),
    ``opaque`` (begins with something unknown), ``other`` (``data:``, ``blob:``, …).
    """

    kind: str
    scheme: Parts = ()
    host: Parts = ()
    port: Parts = ()
    rest: Parts = ()
    complete: bool = False


Cell = tuple[str, Value, int]  # a character with its piece and index in it, or "" for an unknown piece


def _cells(parts: Sequence[Value]) -> list[Cell]:
    cells: list[Cell] = []
    for part in parts:
        if isinstance(part, Const):
            for index, char in enumerate(primitive_text(part.value)):
                cells.append((char, part, index))
        else:
            cells.append(("", part, 0))
    return cells


def _joined(cells: Sequence[Cell]) -> Parts:
    """The pieces that the cells are cut from, each a slice that keeps its place."""
    out: list[Value] = []
    at = 0
    while at < len(cells):
        char, part, index = cells[at]
        if char == "" or not isinstance(part, Const):
            out.append(part)
            at += 1
            continue
        end = at + 1
        while end < len(cells) and cells[end][1] is part and cells[end][2] == index + end - at:
            end += 1
        text = "".join(cell[0] for cell in cells[at:end])
        if text == part.value:
            out.append(part)
        else:
            place = part.index + index if part.index is not None and isinstance(part.value, str) else None
            out.append(Const(text, place, node=part.node, steps=part.steps))
        at = end
    return tuple(out)


def address(parts: Sequence[Value]) -> Address:
    cells = _cells(parts)
    while cells and cells[0][0] and cells[0][0] in " \t\n\r":
        cells = cells[1:]
    if not cells:
        return Address("empty")
    text = "".join(char or "\0" for char, _, _ in cells)
    first = cells[0][1]
    if text.startswith(("//", "\\\\")):
        return _authority("scheme-relative", (), cells[2:])
    if text[0] in "/\\":
        return Address("path", rest=_joined(cells), complete=len(cells) > 1)
    if text[0] in "?#":
        return Address("query", rest=_joined(cells), complete=True)
    if text[0] == ":":
        return _authority("port", (), cells)
    if isinstance(first, Page) and first.name in ("origin", "href"):
        if first.name == "href":
            return Address("path", rest=_joined(cells), complete=True)
        return _authority("absolute", (Page("protocol", node=first.node, steps=first.steps),), cells)
    at = 0
    while at < len(cells):
        char, part, _ = cells[at]
        if char == "":
            if isinstance(part, Page) and part.name == "protocol":
                if text[at + 1 : at + 3] == "//":
                    return _authority("absolute", _joined(cells[: at + 1]), cells[at + 3 :])
                return Address("other", rest=_joined(cells))
            if not isinstance(part, Hole):
                break
        elif char == ":":
            if text[at + 1 : at + 3] == "//":
                return _authority("absolute", _joined(cells[:at]), cells[at + 3 :])
            if text[at + 1 : at + 2] == "/" and at + 2 == len(text):
                return Address("absolute", _joined(cells[:at]))
            break
        elif not (char.isalnum() or char in "+-."):
            break
        at += 1
    if at < len(cells) and cells[at][0] == ":" and text[:at] in ("data", "blob", "javascript", "mailto", "about"):
        return Address("other", rest=_joined(cells), complete=True)
    if cells[0][0] == "" and isinstance(first, Hole):
        following = text[1:2]
        if following not in (":", "") or len(cells) == 1 or following == "\0":
            # what follows may be the end of a scheme: ``{…}s://``
            settled = at < len(cells) or following == "\0"
            return Address("opaque", rest=_joined(cells), complete=len(cells) > 1 and settled)
    return _authority("bare", (), cells)


def _authority(kind: str, scheme: Parts, cells: list[Cell]) -> Address:
    end = 0
    bracket = False
    while end < len(cells) and (cells[end][0] == "" or cells[end][0] not in "/?#\\"):
        part = cells[end][1]
        if cells[end][0] == "" and (_follows(part) or (isinstance(part, Hole) and _ends_in_port(cells[:end]))):
            if isinstance(part, Hole) and not _follows(part):
                cells = [*cells[:end], ("", _following(part), 0), *cells[end + 1 :]]
            break
        end += 1
    inside = cells[:end]
    for at in range(len(inside) - 1, -1, -1):
        if inside[at][0] == "@":
            inside = inside[at + 1 :]
            break
    colon = None
    for at, (char, _, _) in enumerate(inside):
        if char == "[":
            bracket = True
        elif char == "]":
            bracket = False
        elif char == ":" and not bracket:
            colon = at
            break
    host = _joined(inside if colon is None else inside[:colon])
    port = () if colon is None else _joined(inside[colon + 1 :])
    return Address(kind, scheme, host, port, _joined(cells[end:]), complete=end < len(cells))


#: the first part of the key of a hole that begins where an address has ended: it is empty, or begins with one of /?#
_FOLLOWING = "what follows an address"


def _follows(part: Value) -> bool:
    """Whether a piece that is not known is no part of an address."""
    if isinstance(part, Hole):
        return isinstance(part.key, tuple) and part.key[:1] == (_FOLLOWING,)
    return isinstance(part, Page) and part.name in ("pathname", "search", "hash")


def _following(part: Hole) -> Hole:
    return Hole((_FOLLOWING, part.key), part.cause, part.path, part.lost, node=part.node, steps=part.steps)


def _ends_in_port(cells: Sequence[Cell]) -> bool:
    """Whether a whole port is spelled at the end: with one digit more, hardly any port of four digits is one."""
    digits = 0
    while digits < len(cells) and cells[-1 - digits][0].isdigit():
        digits += 1
    if digits not in (4, 5) or len(cells) < digits + 2 or cells[-1 - digits][0] != ":":
        return False
    host = [char for char, _, _ in cells[: -1 - digits]]
    return host.count("[") == host.count("]")  # not inside an IPv6 address


# -- alternatives -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way the choices of a URL can fall, as far as its address needs them."""

    address: Address
    chosen: Mapping[Hashable, int]
    conds: Mapping[Hashable, Cond]
    parts: Parts  # the beginning without choices, and what follows the address as it is
    done: int  # how many of the parts are the beginning


def alternatives(value: Value, limit: int = MAX_ALTERNATIVES) -> Iterator[Alternative]:
    """Every alternative of a URL value; code that never runs gives none. At most ``limit``."""
    stack: list[tuple[Parts, tuple[Value, ...], dict[Hashable, int], dict[Hashable, Cond]]] = [((), (value,), {}, {})]
    given = looked = 0
    while stack and given < limit and looked < 20 * limit:
        looked += 1
        done, pending, chosen, conds = stack.pop()
        result: Address | None = None
        while pending:
            head, pending = pending[0], pending[1:]
            if isinstance(head, Concat):
                steps = head.steps
                inner = head.parts
                if head.node is not None:
                    inner = tuple(p.via(head.node, "joined into a URL") for p in inner)
                if steps is not None:
                    for step in steps:
                        inner = tuple(p.via(step.node, step.note) for p in inner)
                pending = (*(p for p in inner), *pending)
                continue
            if isinstance(head, Choice):
                key = head.cond.key
                if key in chosen:
                    pending = (carried(head, min(chosen[key], len(head.options) - 1)), *pending)
                    continue
                for index in range(len(head.options) - 1, -1, -1):
                    stack.append(
                        (done, (carried(head, index), *pending), {**chosen, key: index}, {**conds, key: head.cond})
                    )
                break
            if isinstance(head, Dead):
                break
            done = (*done, head)
            if isinstance(head, Const) and not pending:
                continue
            result = address(done)
            if result.complete:
                yield Alternative(result, chosen, conds, (*done, *pending), len(done))
                given += 1
                break
        else:
            yield Alternative(address(done), chosen, conds, done, len(done))
            given += 1


# -- URL objects ------------------------------------------------------------------------------------------------


def part(ev: Evaluator, setters: Sequence[tuple[str, Value]], values: Sequence[Value], name: str, node: Node) -> Value:
    """The property ``name`` of a URL object; ``values`` are its href and what the setters set, without choices."""
    text = string_parts(values[0])
    if text is None:
        return ev.hole(node, "a URL")
    split = address(text)
    if split.kind in ("opaque", "other", "bare"):
        if not setters and name in ("href", "toString"):
            return values[0]
        if split.kind != "opaque" or not setters:
            return ev.hole(node, f"the {name} of a URL", key=("url", name, id(values[0])))
        return ev.hole(node, f"the {name} of a URL", key=("url", name, id(values[0]), node))
    state = _state(ev, split, node)
    for (key, _), value in zip(setters, values[1:], strict=True):
        _set(ev, state, key, value, node)
    return _read(ev, state, name, node)


def _state(ev: Evaluator, split: Address, node: Node) -> dict[str, Value]:
    scheme: Value
    if split.scheme:
        joined = ev.concat(split.scheme, node)
        has_colon = isinstance(split.scheme[-1], Page)
        scheme = joined if has_colon else ev.concat((joined, Const(":", node=node)), node)
    else:
        scheme = Page("protocol", node=node)
    relative = split.kind in ("path", "query", "empty", "port")
    path, search, hash_ = _rest(ev, split.rest, node)
    return {
        "protocol": scheme,
        "hostname": Page("hostname", node=node) if relative else ev.concat(split.host, node),
        "port": Page("port", node=node) if relative and not split.port else ev.concat(split.port, node),
        "pathname": path,
        "search": search,
        "hash": hash_,
    }


def _rest(ev: Evaluator, rest: Parts, node: Node) -> tuple[Value, Value, Value]:
    cells = _cells(rest)
    marks = [next((i for i, c in enumerate(cells) if c[0] == char), len(cells)) for char in "?#"]
    hash_at = marks[1]
    search_at = min(marks[0], hash_at)
    path = ev.concat(_joined(cells[:search_at]), node) if search_at else Const("/", node=node)
    search = ev.concat(_joined(cells[search_at:hash_at]), node)
    return path, search, ev.concat(_joined(cells[hash_at:]), node)


def _set(ev: Evaluator, state: dict[str, Value], key: str, value: Value, node: Node) -> None:
    text = ev.string(value, node)
    match key:
        case "protocol":
            known = isinstance(text, Const) and not primitive_text(text.value).endswith(":")
            state["protocol"] = ev.concat((text, Const(":", node=node)), node) if known else text
        case "host":
            parts = string_parts(text)
            if parts is None:
                state["hostname"] = text
                return
            split = _authority("bare", (), _cells(parts))
            state["hostname"] = ev.concat(split.host, node)
            if split.port:
                state["port"] = ev.concat(split.port, node)
        case "href":
            parts = string_parts(text)
            if parts is not None:
                state.update(_state(ev, address(parts), node))
        case "search" | "hash":
            mark = "?" if key == "search" else "#"
            marked = isinstance(text, Const) and primitive_text(text.value).startswith((mark,))
            empty = isinstance(text, Const) and text.value == ""
            state[key] = (
                text if marked or empty or text.node is None else ev.concat((Const(mark, node=node), text), node)
            )
        case "pathname":
            known = isinstance(text, Const) and primitive_text(text.value).startswith("/")
            state[key] = (
                text if known or not isinstance(text, Const) else ev.concat((Const("/", node=node), text), node)
            )
        case _:
            state[key] = text


def _read(ev: Evaluator, state: dict[str, Value], name: str, node: Node) -> Value:
    if name in state:
        return state[name]
    port = state["port"]
    host = branch(
        truth(port),
        lambda: ev.concat((state["hostname"], Const(":", node=node), port), node),
        lambda: state["hostname"],
    )
    if name == "host":
        return host
    origin = ev.concat((state["protocol"], Const("//", node=node), host), node)
    if name == "origin":
        return origin
    return ev.concat((origin, state["pathname"], state["search"], state["hash"]), node)
