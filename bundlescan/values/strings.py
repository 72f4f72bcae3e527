"""String methods on strings that are only partly known.

The known pieces keep their place in the source, so an operation must say which piece of the input each piece
of its output is. It is run twice on sample texts in which every unknown piece stands as a distinctive token;
the result counts only if both runs take the same pieces and cut through no token. So every method needs
just its plain definition on text.

Not handled: methods whose result depends on the length of an unknown piece (those two runs disagree).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bundlescan.syntax.nodes import Node
from bundlescan.values.conditions import POSITIVE, branch, excerpt, page_test_of
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Concat,
    Const,
    Hole,
    Page,
    Regex,
    Value,
    const,
    primitive_number,
    primitive_text,
)
from bundlescan.values.regex import TooCostly, compiled, examples

Cut = tuple[int, int]
Piece = Cut | Value
Outcome = list[Piece] | list[list[Piece]] | bool | float | None
Argument = str | float | bool | None | Regex | Value
Replacer = Callable[[list[Value]], Value]

#: what each unknown piece may stand as; whatever tells these apart is not known
_TOKENS: dict[str, tuple[str, ...]] = {
    "protocol": ("https:", "http:"),
    "host": ("q7site.example:54321", "w2.other.test"),
    "origin": ("https://q7site.example:54321", "http://w2.other.test"),
    "href": ("https://q7site.example:54321/q7page", "http://w2.other.test/w2/app"),
    "hostname": ("q7site.example", "localhost", "www.w2-app.co.test", "127.0.0.1", "dev.local", "a.b"),
    "port": ("54321", "8000", "3000", "80", "8443", "1"),
    "pathname": ("/q7page", "/", "/app/w2", "/index.html", "/login/", "/a%20b"),
    "search": ("?q7=1", "", "?debug", "?w2=a&dev=1", "?port=9000", "?x"),
    "hash": ("#q7", "", "#debug", "#/w2", "#dev", "#x"),
    "hole": ("Hq7x", "Kw2yz"),
}
SAMPLES = 6
#: characters that are filled in at most
MAX_PADDING = 200


@dataclass(slots=True)
class _Sample:
    text: str
    bounds: list[tuple[int, int, Value]]

    def start(self, piece: int) -> int:
        return self.bounds[piece][0] if piece < len(self.bounds) else len(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Position(Hole):
    """A place in a text: behind the first ``count`` of its pieces, and ``offset`` characters on. How far that is only a
    run tells; that ``text.slice(0, text.indexOf(":"))`` is those pieces, it need not."""

    pieces: tuple[Value, ...] = ()
    count: int = 0
    offset: int = 0

    @classmethod
    def make(cls, pieces: tuple[Value, ...], count: int, offset: int, node: Node) -> Position:
        above = offset > 0 or (offset == 0 and any(map(_has_characters, pieces[:count])))
        sign = POSITIVE if above else "number"
        key = (sign, "position", tuple(map(_shape, pieces[:count])), offset)
        return cls(key, "a place in a text", None, False, pieces, count, offset, node=node)

    def moved(self, by: int, node: Node) -> Position:
        return self.make(self.pieces, self.count, self.offset + by, node)

    def within(self, sample: _Sample) -> float | None:
        """Where that is in a sample; None where its text begins in another way."""
        if any(_shape(a) != _shape(b[2]) for a, b in zip(self.pieces[: self.count], sample.bounds, strict=False)):
            return None
        if self.count > len(sample.bounds):
            return None
        return float(sample.start(self.count) + self.offset)


_NOTHING = const("")


@dataclass(frozen=True, slots=True, eq=False)
class Cased(Hole):
    """A text in upper case whose lower case is known: that of a host name."""

    lower: Value = _NOTHING


def string_parts(value: Value) -> tuple[Value, ...] | None:
    """The pieces of a string value without choices; None if it is not a string."""
    match value:
        case Concat(parts=parts):
            flat: list[Value] = []
            for part in parts:
                inner = string_parts(part)
                if inner is None:
                    return None
                flat.extend(inner)
            return tuple(flat)
        case Const() | Page():
            return (value,)
        case Hole():
            return (value,)
    return None


def _sample(parts: Sequence[Value], which: int, tokens: Mapping[str, tuple[str, ...]] = _TOKENS) -> _Sample:
    text = ""
    bounds = []
    for part in parts:
        if isinstance(part, Const):
            token = primitive_text(part.value)
        else:
            some = tokens[part.name if isinstance(part, Page) else "hole"]
            if isinstance(part, Page) and part.name == "port" and not text.endswith(":"):
                some = (*some[: SAMPLES - 1], "")  # where no colon says that there is one
            token = some[which % len(some)]
        bounds.append((len(text), len(text) + len(token), part))
        text += token
    return _Sample(text, bounds)


def call_method(
    name: str, owner: Value, args: Sequence[Value], node: Node, replacer: Replacer | None = None
) -> Value | None:
    """``owner.name(...args)`` for a string ``owner`` and arguments without choices; None where not known."""
    operation = _OPERATIONS.get(name)
    parts = string_parts(owner)
    if operation is None or parts is None:
        return None
    arguments: list[Argument] = []
    for arg in args:
        if isinstance(arg, Concat) and all(isinstance(part, Const) for part in arg.parts):
            arguments.append("".join(primitive_text(part.value) for part in arg.parts))  # type: ignore[attr-defined]
        elif isinstance(arg, Const):
            arguments.append(None if arg.value is UNDEFINED else arg.value)
        elif isinstance(arg, Regex):
            arguments.append(arg)
        else:
            arguments.append(arg)
    unknown = any(not isinstance(part, Const) for part in parts)
    if unknown and name in ("padStart", "padEnd"):
        return None  # samples of one length each say nothing about others
    if replacer is not None:
        replacer = _asked_once(replacer)
    results = []
    samples = []
    for which in range(SAMPLES) if unknown else (0,):
        sample = _sample(parts, which)
        samples.append(sample)
        try:
            outcome = operation(sample.text, _within(arguments, sample), args)
        except (_Unknown, re.error, ValueError, TypeError, IndexError, OverflowError):
            return None
        results.append(_abstract(outcome, sample, node, replacer))
    if name == "match" and outcome is None and isinstance(parts[0], Hole):
        return None  # what the samples are not, the text may be
    if unknown and not outcome and any(isinstance(a, Regex) and not examples(a.pattern, a.flags) for a in arguments):
        return None  # nor is it known what would match
    lists = [result for result in results if isinstance(result, Array)]
    if name == "split" and len(lists) == len(results):
        return _agreed(lists, node)
    if any(one.open for one in lists):
        return None
    if unknown and isinstance(outcome, (int, float)) and len({_shape(r) for r in results}) > 1:
        return _position(parts, samples, lambda text: operation(text, arguments, args), arguments, node)
    if results[0] is None or any(_shape(r) != _shape(results[0]) for r in results[1:]):
        return None
    if unknown and (outcome is None or isinstance(outcome, (bool, float, int))):
        # a text made for the question may answer it otherwise
        words = _words(arguments[:1], primitive_text(parts[0].value) if isinstance(parts[0], Const) else "")
        texts = (_sample(parts, n, t).text for t in map(_named_after, words) for n in range(SAMPLES))
        try:
            if any(operation(text, arguments, args) != outcome for text in texts):
                return None
        except (_Unknown, ValueError):
            return None
    return results[0]


def _has_characters(piece: Value) -> bool:
    """Whether a piece of a text is not empty, whatever the page."""
    match piece:
        case Const(value=known):
            return primitive_text(known) != ""
        case Page(name=name):
            return name not in ("port", "search", "hash")
    return False


def _asked_once(replacer: Replacer) -> Replacer:
    """``replacer``, which gives the same value for the same groups in each sample."""
    known: dict[object, Value] = {}

    def ask(groups: list[Value]) -> Value:
        key = tuple(map(repr, map(_shape, groups)))
        if key not in known:
            known[key] = replacer(groups)
        return known[key]

    return ask


def _within(arguments: list[Argument], sample: _Sample) -> list[Argument]:
    """The arguments of a method in one sample."""
    if not any(isinstance(argument, Position) for argument in arguments):
        return arguments
    found = [argument.within(sample) if isinstance(argument, Position) else argument for argument in arguments]
    if any(a is None and b is not None for a, b in zip(found, arguments, strict=True)):
        raise _Unknown
    return found


def _position(
    parts: tuple[Value, ...],
    samples: Sequence[_Sample],
    find: Callable[[str], Outcome],
    arguments: Sequence[Argument],
    node: Node,
) -> Position | None:
    """The number that differs from sample to sample, if it is the same place in each."""
    more = [_sample(parts, n, tokens) for tokens in map(_named_after, _words(arguments[:1])) for n in range(SAMPLES)]
    best: Position | None = None
    for count in range(1, len(parts) + 1):
        try:
            offsets = {find(sample.text) - sample.start(count) for sample in (*samples, *more)}  # type: ignore[operator]
        except (_Unknown, ValueError):
            return None
        offset = int(min(offsets))
        if len(offsets) == 1 and offset >= 0 and (best is None or offset < best.offset):
            best = Position.make(parts, count, offset, node)
    return best


def _agreed(lists: list[Array], node: Node) -> Array | None:
    """The first items, which are the same whatever the unknown parts are: ``location.href.split("/")`` has the host as
    its third, however long the path. None where not even the first is."""
    first = lists[0]
    if all(_shape(other) == _shape(first) for other in lists[1:]) and not any(one.open for one in lists):
        return first
    known: list[Value] = []
    for items in zip(*(one.items for one in lists), strict=False):
        if any(_shape(item) != _shape(items[0]) for item in items[1:]):
            break
        known.append(items[0])
    return Array(tuple(known), open=True, node=node) if known else None


def _words(arguments: Sequence[Argument], begun: str = "") -> set[str]:
    """The texts that a test looks for; also what is left of them behind ``begun``."""
    found: set[str] = set()
    for argument in arguments:
        if isinstance(argument, Regex):
            found |= set(re.findall(r"[\w.:/?#=&-]+", argument.pattern.replace("\\", "")))
            found.update(examples(argument.pattern, argument.flags))
        elif isinstance(argument, str):
            found.add(argument)
    return found | {word.removeprefix(begun) for word in found}


def _named_after(word: str) -> Mapping[str, tuple[str, ...]]:
    """Tokens like ``_TOKENS`` that hold ``word``, as far as they can."""
    name = word.strip(".-").lower()
    hosts = (name, f"{name}.test", f"www.{name}") if re.fullmatch(r"[a-z0-9.-]+", name) else _TOKENS["hostname"]
    ports = (word.strip(":"),) if word.strip(":").isdigit() else _TOKENS["port"]
    path = word if word.startswith("/") else f"/{word}"
    origins = (f"https://{hosts[0]}:{ports[0]}", f"http://{hosts[1]}")
    return {
        **_TOKENS,
        "hostname": hosts,
        "port": ports,
        "host": tuple(f"{host}:{ports[0]}" for host in hosts),
        "origin": origins,
        "pathname": (path, f"/a{path}", f"{path}/"),
        "search": (f"?{word.lstrip('?')}", f"?a=1&{word}"),
        "hash": (f"#{word.lstrip('#')}",),
        "href": tuple(origin + path for origin in origins),
        "hole": (word, f"{word}x", f"x{word}"),
    }


class _Unknown(Exception):
    pass


def _abstract(outcome: Outcome, sample: _Sample, node: Node, replacer: Replacer | None) -> Value | None:
    if outcome is None:
        return const(None, node)
    if isinstance(outcome, bool):
        return const(outcome, node)
    if isinstance(outcome, (int, float)):
        return const(float(outcome), node)
    if outcome and isinstance(outcome[0], list):
        items = [_pieces(item, sample, node, replacer) for item in outcome]
        known = list(takewhile(lambda item: item is not None, items))
        return Array(tuple(i for i in known if i), open=len(known) < len(items), node=node)
    return _pieces(outcome, sample, node, replacer)  # type: ignore[arg-type]


def _pieces(pieces: Sequence[Piece], sample: _Sample, node: Node, replacer: Replacer | None) -> Value | None:
    out: list[Value] = []
    for piece in pieces:
        if isinstance(piece, _Call):
            if replacer is None:
                out.append(Const("", node=node))
                continue
            groups = [_pieces([cut] if cut else [], sample, node, None) for cut in piece.groups]
            out.append(replacer([g if g is not None else Const("", node=node) for g in groups]))
            continue
        if isinstance(piece, Value):
            out.append(piece)
            continue
        cut = _cut(piece, sample)
        if cut is None:
            return None
        out.extend(cut)
    if len(out) == 1:
        return out[0]
    if not out:
        return Const("", node=node)
    return Concat(tuple(out), node=node)


def _cut(piece: Cut, sample: _Sample) -> list[Value] | None:
    start, end = piece
    out: list[Value] = []
    for low, high, part in sample.bounds:
        a, b = max(low, start), min(high, end)
        empty = low == high and (start <= low < end or start < low == end == len(sample.text))
        if a >= b and not empty:
            continue
        if (a, b) == (low, high):
            out.append(part)
        elif isinstance(part, Const):
            out.append(_cut_out(part, a - low, b - low))
        else:
            return None
    return out


def _shape(value: Value | None) -> object:
    match value:
        case Const(value=known):
            return known
        case Page(name=name):
            return ("page", name)
        case Hole(key=key):
            return ("hole", key)
        case Concat(parts=parts):
            return tuple(_shape(part) for part in parts)
        case Array(items=items):
            return ["array", *(_shape(item) for item in items)]
    return id(value)


# -- the methods (ECMA-262, 22.1.3) ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Call(Value):
    """A match to be replaced by what the callback returns."""

    groups: tuple[Cut | None, ...]


def _integer(args: list[Argument], at: int, default: int) -> int:
    if at >= len(args) or args[at] is None:
        return default
    value = args[at]
    if isinstance(value, (Value, Regex)):
        raise _Unknown
    number = primitive_number(value)
    return 0 if number != number else int(max(-(2**31), min(2**31, number)))


def _text(args: list[Argument], at: int) -> str:
    value = args[at] if at < len(args) else None
    if isinstance(value, (Value, Regex)):
        raise _Unknown
    return primitive_text(value)


def _slice(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
    size = len(text)
    start, end = _integer(args, 0, 0), _integer(args, 1, size)
    start = max(size + start, 0) if start < 0 else min(start, size)
    end = max(size + end, 0) if end < 0 else min(end, size)
    return [(start, max(start, end))]


def _substring(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
    size = len(text)
    start, end = (min(max(i, 0), size) for i in (_integer(args, 0, 0), _integer(args, 1, size)))
    return [(min(start, end), max(start, end))]


def _substr(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
    size = len(text)
    start = _integer(args, 0, 0)
    start = max(size + start, 0) if start < 0 else min(start, size)
    return [(start, min(size, start + max(0, _integer(args, 1, size))))]


def _at(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
    index = _integer(args, 0, 0)
    index = len(text) + index if index < 0 else index
    return [(index, index + 1)] if 0 <= index < len(text) else []


def _char_at(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
    index = _integer(args, 0, 0)
    return [(index, index + 1)] if 0 <= index < len(text) else []


def _trim(left: bool, right: bool) -> Callable[[str, list[Argument], Sequence[Value]], list[Piece]]:
    def trim(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
        start = len(text) - len(text.lstrip()) if left else 0
        return [(start, max(start, len(text.rstrip()) if right else len(text)))]

    return trim


def _split(text: str, args: list[Argument], _: Sequence[Value]) -> list[list[Piece]]:
    limit = _integer(args, 1, 2**31)
    separator = args[0] if args else None
    cuts: list[list[Piece]] = []
    position = 0
    if separator is None:
        return [[(0, len(text))]]
    if isinstance(separator, Regex):
        for match in compiled(separator, text).finditer(text):
            if match.end() == match.start():
                continue
            cuts.append([(position, match.start())])
            position = match.end()
        cuts.append([(position, len(text))])
        return cuts[:limit]
    needle = _text(args, 0)
    if needle == "":
        raise _Unknown
    while (found := text.find(needle, position)) >= 0:
        cuts.append([(position, found)])
        position = found + len(needle)
    cuts.append([(position, len(text))])
    return cuts[:limit]


def _replace(every: bool) -> Callable[[str, list[Argument], Sequence[Value]], list[Piece]]:
    def replace(text: str, args: list[Argument], values: Sequence[Value]) -> list[Piece]:
        pattern = args[0] if args else None
        if isinstance(pattern, Regex):
            matches = list(compiled(pattern, text).finditer(text))
            if "g" not in pattern.flags:
                matches = matches[:1]
        else:
            matches = list(re.finditer(re.escape(_text(args, 0)), text))
            if not every:
                matches = matches[:1]
        out: list[Piece] = []
        position = 0
        for match in matches:
            out.append((position, match.start()))
            out.extend(_replacement(match, args, values))
            position = match.end()
        out.append((position, len(text)))
        return [piece for piece in out if not (isinstance(piece, tuple) and piece[0] >= piece[1])]

    return replace


def _replacement(match: re.Match[str], args: list[Argument], values: Sequence[Value]) -> list[Piece]:
    if len(args) < 2:
        return [Const("undefined")]
    value = values[1]
    parts = string_parts(value)
    if parts is None:
        spans = [match.span(i) for i in range(match.re.groups + 1)]
        return [_Call(groups=tuple(s if s[0] >= 0 else None for s in spans))]
    out: list[Piece] = []
    for part in parts:  # a `$` inside an unknown text is taken literally
        out += _expanded(match, part) if isinstance(part, Const) else [part]
    return out


def _expanded(match: re.Match[str], value: Const) -> list[Piece]:
    """GetSubstitution (ECMA-262, 22.1.3.19.1)."""
    text = primitive_text(value.value)
    if "$" not in text:
        return [value]
    out: list[Piece] = []
    position = 0
    for part in re.finditer(r"\$(\$|&|\d\d?|<[^>]*>)", text):
        out.append(_cut_out(value, position, part.start()))
        token = part.group(1)
        position = part.end()
        if token == "$":
            out.append(_cut_out(value, part.start(), part.start() + 1))
            continue
        group: int | str = 0 if token == "&" else token.strip("<>")
        if isinstance(group, str) and group.isdigit():
            group = int(group)
            if group > match.re.groups:
                out.append(_cut_out(value, part.start(), part.end()))
                continue
        if match.start(group) >= 0:
            out.append(match.span(group))
    out.append(_cut_out(value, position, len(text)))
    return [
        p for p in out if not (isinstance(p, Const) and p.value == "") and not (isinstance(p, tuple) and p[0] >= p[1])
    ]


def _cut_out(value: Const, start: int, end: int) -> Const:
    """A piece of a text, which knows where in the literal it stands."""
    index = value.index + start if value.index is not None and isinstance(value.value, str) else None
    return Const(primitive_text(value.value)[start:end], index, node=value.node, steps=value.steps)


def _match(text: str, args: list[Argument], _: Sequence[Value]) -> list[list[Piece]] | None:
    pattern = args[0] if args else None
    if not isinstance(pattern, Regex):
        raise _Unknown
    if "g" in pattern.flags:
        found = [[m.span()] for m in compiled(pattern, text).finditer(text)]
        return found or None  # type: ignore[return-value]
    match = compiled(pattern, text).search(text)
    if match is None:
        return None
    return [[match.span(i)] if match.start(i) >= 0 else [const(UNDEFINED)] for i in range(match.re.groups + 1)]


def _case(upper: bool) -> Callable[[str, list[Argument], Sequence[Value]], list[Piece]]:
    def change(text: str, args: list[Argument], _: Sequence[Value]) -> list[Piece]:
        changed = text.upper() if upper else text.lower()
        if changed != text:
            raise _Unknown
        return [(0, len(text))]

    return change


def _pad(left: bool) -> Callable[[str, list[Argument], Sequence[Value]], list[Piece]]:
    def pad(text: str, args: list[Argument], values: Sequence[Value]) -> list[Piece]:
        filler = _text(args, 1) if len(args) > 1 and args[1] is not None else " "
        missing = _integer(args, 0, 0) - len(text)
        if missing > MAX_PADDING:
            raise _Unknown
        added = (filler * missing)[: max(missing, 0)] if filler else ""
        place = values[1].node if len(values) > 1 else None
        filled: list[Piece] = [Const(added, node=place)] if added else []
        return [*filled, (0, len(text))] if left else [(0, len(text)), *filled]

    return pad


def _predicate(test: Callable[[str, str, int], bool | int]) -> Callable[..., Outcome]:
    def run(text: str, args: list[Argument], _: Sequence[Value]) -> Outcome:
        return test(text, _text(args, 0), _integer(args, 1, 0))

    return run


def _search(text: str, args: list[Argument], _: Sequence[Value]) -> Outcome:
    if not args or not isinstance(args[0], Regex):
        raise _Unknown
    match = compiled(args[0], text).search(text)
    return float(match.start()) if match else -1.0


def _test(text: str, args: list[Argument], _: Sequence[Value]) -> Outcome:
    if not args or not isinstance(args[0], Regex):
        raise _Unknown
    return compiled(args[0], text).search(text) is not None


_OPERATIONS: dict[str, Callable[..., Outcome]] = {
    "slice": _slice,
    "substring": _substring,
    "substr": _substr,
    "at": _at,
    "charAt": _char_at,
    "trim": _trim(True, True),
    "trimStart": _trim(True, False),
    "trimEnd": _trim(False, True),
    "padStart": _pad(True),
    "padEnd": _pad(False),
    "trimLeft": _trim(True, False),
    "trimRight": _trim(False, True),
    "split": _split,
    "replace": _replace(False),
    "replaceAll": _replace(True),
    "match": _match,
    "search": _search,
    "test": _test,
    "toLowerCase": _case(False),
    "toUpperCase": _case(True),
    "startsWith": _predicate(lambda text, needle, at: text.startswith(needle, at)),
    "endsWith": _predicate(lambda text, needle, _: text.endswith(needle)),
    "includes": _predicate(lambda text, needle, at: needle in text[at:]),
    "indexOf": _predicate(lambda text, needle, at: text.find(needle, at)),
    "lastIndexOf": _predicate(lambda text, needle, _: text.rfind(needle)),
    "length": lambda text, args, _: float(len(text)),
}


def known_case(value: Value, *, upper: bool) -> Value | None:
    """``toLowerCase``/``toUpperCase`` piece by piece; a page's host name is lower case already."""
    parts = string_parts(value)
    if parts is None:
        return None
    out: list[Value] = []
    for part in parts:
        if isinstance(part, Const):
            text = primitive_text(part.value)
            changed = text.upper() if upper else text.lower()
            index = part.index if len(changed) == len(text) else None
            out.append(Const(changed, index, node=part.node, steps=part.steps))
        elif isinstance(part, Page) and (part.name == "port" or (part.name == "hostname" and not upper)):
            out.append(part)
        elif isinstance(part, Page) and part.name == "hostname":
            key = ("upper case", part.name)
            out.append(Cased(key, "the host name in upper case", lower=part, node=part.node))
        elif isinstance(part, Cased):
            out.append(part if upper else part.lower)
        else:
            return None
    return out[0] if len(out) == 1 else Concat(tuple(out), node=value.node)


#: as long as any text that a test of the page's URL is tried on
_PAGE_TEXT = "x" * 200
#: methods that look for something in a text
LOOKING = frozenset({"test", "match", "search", "includes", "startsWith", "endsWith", "indexOf"})


def port_replaced(name: str, owner: Value, args: Sequence[Value], node: Node) -> Value | None:
    """``location.origin.replace(location.port, "9000")``, also with the colon: None for anything else."""
    pieces = string_parts(owner)
    needle = string_parts(args[0]) if name in ("replace", "replaceAll") and len(args) == 2 else None
    if not pieces or not needle or not _is_port(needle[-1]) or string_parts(args[1]) is None:
        return None
    at = next((index for index, piece in enumerate(pieces) if _is_port(piece)), None)
    if at is None or len(needle) > 2:
        return None
    front = pieces[:at]
    if len(needle) == 2:
        colon, last = needle[0], front[-1] if front else None
        if not (isinstance(colon, Const) and isinstance(last, Const) and isinstance(last.value, str)):
            return None
        text = primitive_text(colon.value)
        if not last.value.endswith(text):
            return None
        front = (*front[:-1], replace(last, value=last.value.removesuffix(text)))
    return Concat((*front, args[1], *pieces[at + 1 :]), node=node)


def _is_port(piece: Value) -> bool:
    return isinstance(piece, Page) and piece.name == "port"


def page_test(name: str, owner: Value, args: Sequence[Value], node: Node) -> Value | None:
    """``owner.name(args[0])`` for a method that looks for something in a text which depends on the page's URL, where
    ``call_method`` does not know the answer: a condition that says what is asked. None for any other method or text.
    """
    parts = string_parts(owner)
    if parts is None or len(args) != 1 or any(not isinstance(part, (Const, Page)) for part in parts):
        return None
    looked_for = args[0]
    tests: dict[str, Callable[[str], bool]]
    if isinstance(looked_for, Regex) and name in ("test", "match", "search"):
        try:
            regex = compiled(looked_for, _PAGE_TEXT)
        except (re.error, TooCostly):
            return None
        said = f"/{looked_for.pattern}/{looked_for.flags}"
        tests = {
            "test": lambda text: regex.search(text) is not None,
            "first": lambda text: regex.match(text) is not None,
        }
    elif isinstance(looked_for, Const) and name in ("includes", "startsWith", "endsWith", "indexOf"):
        said = needle = primitive_text(looked_for.value)
        tests = {
            "endsWith": lambda text: text.endswith(needle),
            "test": lambda text: needle in text,
            "first": lambda text: text.startswith(needle),
        }
    else:
        return None

    def asked(which: str) -> Value:
        text = excerpt(node)
        if isinstance(owner, Page) and isinstance(looked_for, Regex):
            text = f"{said}.test(location.{owner.name})"
        elif isinstance(owner, Page):
            method = {"test": "includes", "first": "startsWith"}.get(which, which)
            text = f"location.{owner.name}.{method}({json.dumps(said, ensure_ascii=False)})"
        return page_test_of(parts, tests[which], (which, said), text)

    match name:
        case "startsWith":
            return asked("first")
        case "endsWith":
            return asked("endsWith")
        case "includes" | "test":
            return asked("test")
        case "match":
            return branch(asked("test"), lambda: Array((), open=True, node=node), lambda: const(None, node))
    position = Hole((POSITIVE, node), f"the result of {name}", node=node)
    first = call_method("startsWith", owner, args, node) or asked("first")
    found = branch(first, lambda: const(0.0, node), lambda: position)
    return branch(asked("test"), lambda: found, lambda: const(-1.0, node))
