"""The abstract values that an expression of a bundle can have.

A value is a DAG, never a list of strings: a ``Choice`` keeps its condition, so alternatives that hang on one
condition stay together however often it is used. Every value knows the node it came from (``node``), where
inside that node's text it is spelled, and the way it took from there (``steps``).

``Hole`` is what can be known only at run time, and says why. ``Dead`` is the value of code that never runs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from bundlescan.syntax.nodes import Node

if TYPE_CHECKING:
    from bundlescan.values.frames import Frame

T = TypeVar("T")

#: how many leaves an operation on choices may fan out to before the result becomes a hole
FAN_OUT = 96
#: how many ways through its choices a value may have before operations on it give up
MAX_WAYS = 300
#: how many there may be where it is worth while to look for those that are decided already
MAX_PRUNED = 2_000
#: how many different values are told apart where the ways are too many
MAX_ENDS = 24


class Undefined(Enum):
    UNDEFINED = "undefined"

    def __repr__(self) -> str:
        return "undefined"


UNDEFINED = Undefined.UNDEFINED
Primitive = str | float | bool | int | None | Undefined


@dataclass(frozen=True, slots=True)
class Way:
    """A linked list, newest step first, of the places that a value passed on its way from its origin."""

    node: Node
    note: str
    before: Way | None = None

    def __iter__(self) -> Iterator[Way]:
        """Oldest first."""
        steps: list[Way] = []
        way: Way | None = self
        while way is not None:
            steps.append(way)
            way = way.before
        return reversed(steps)


_FIELDS: dict[type, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Value:
    node: Node | None = None
    steps: Way | None = None

    def via(self, node: Node, note: str) -> Value:
        """This value after it passed ``node``."""
        if self.steps is not None and self.steps.node is node:
            return self
        return self.after(Way(node, note, self.steps))

    def after(self, steps: Way | None) -> Value:
        """This value with another way; what ``dataclasses.replace`` does, many times faster."""
        kind = self.__class__
        names = _FIELDS.get(kind)
        if names is None:
            names = _FIELDS[kind] = tuple(field.name for field in fields(self))
        copy = object.__new__(kind)
        for name in names:
            object.__setattr__(copy, name, getattr(self, name))
        object.__setattr__(copy, "steps", steps)
        return copy


@dataclass(frozen=True, slots=True, eq=False)
class Const(Value):
    """A known primitive. ``index`` is where a string starts in the cooked text of ``node`` when the string is
    a part of that literal spelled out; None when it is the whole literal, or computed from it."""

    value: Primitive
    index: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Page(Value):
    """A property of the page's URL: protocol, hostname, host, port, origin, href, pathname, search, hash."""

    name: str
    number: bool = False  # a port that was made a number


@dataclass(frozen=True, slots=True, eq=False)
class Hole(Value):
    """Known only at run time. Two holes with equal ``key`` are the same unknown. ``path`` names it where it is
    a path on a global (``window.site_name``). ``lost``: it is no news from outside, the analysis did not follow it."""

    key: Hashable
    cause: str
    path: str | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Dead(Value):
    """The value of code that never runs in a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Concat(Value):
    """Strings one after the other; ``node`` is the template or ``+`` that joins them."""

    parts: tuple[Value, ...]
    size: int = 0  # how many pieces it has, those of its pieces counted

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", sum(p.size if isinstance(p, Concat) else 1 for p in self.parts))


@dataclass(frozen=True, slots=True)
class Cond:
    """What a choice hangs on. Equal keys are decided alike. ``text`` says it to a person, ``kind`` is what
    decides: ``page`` (the page's URL), ``dev`` (a development guard: holds in development only), ``prod`` (one that
    fails there only), ``test`` (anything else tested at run time), ``caller`` (who calls), ``element`` (which of
    several), ``write`` (which assignment ran last)."""

    key: Hashable
    text: str
    kind: str = "test"


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Value):
    """One of ``options``. For a test, option 0 is when it holds and option 1 when it does not."""

    cond: Cond
    options: tuple[Value, ...]
    size: int = 0  # how many ways there are through it

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", sum(o.size if isinstance(o, Choice) else 1 for o in self.options))


# -- objects ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Function(Value):
    """A function or class of the scanned code; ``frame`` is the activation that made it, ``this`` a bound this."""

    fn: Node
    frame: Frame | None = None
    this: Value | None = None
    bound: tuple[Value, ...] = ()  # arguments given by bind


@dataclass(frozen=True, slots=True, eq=False)
class Instance(Value):
    """What ``new ctor(args)`` made. ``args`` None: made by some call that is not known here. ``fresh``: nothing but its
    constructor has run yet; ``called``: nothing else, and then the calls of a chain (``new X().a().b()``), the last of
    which is this activation. Without either it is the object at any time."""

    ctor: Function
    args: tuple[Value, ...] | None = None
    key: Hashable = None
    fresh: bool = False
    called: Frame | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Copied(Value):
    """What ``{...owner}`` takes from an instance: its fields, nothing that its class has. Always under a ``Record``."""

    owner: Instance


@dataclass(frozen=True, slots=True, eq=False)
class Prototype(Value):
    """``X.prototype``."""

    ctor: Function


@dataclass(frozen=True, slots=True, eq=False)
class Record(Value):
    """An object: ``props`` laid over ``base`` (a spread, a prototype, or what the object was before).

    ``deferred`` values are functions of no argument, evaluated when the property is read.
    """

    props: Mapping[str, Value | Callable[[], Value]]
    base: Value | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Proxied(Record):
    """``new Proxy(base, handler)`` whose handler says what is read."""

    handler: Value | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Keyed(Record):
    """A ``Map`` or ``URLSearchParams`` that nothing changes: ``pairs``, arrays of a key and a value, are what a walk
    over it gives; ``props`` what is found under each key."""

    pairs: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Array(Value):
    items: tuple[Value, ...]
    open: bool = False  # more items than these may follow


@dataclass(frozen=True, slots=True, eq=False)
class Url(Value):
    """A URL object; ``href`` as given (resolved against the page), then ``parts`` set one by one.

    ``element``: an ``<a>``, whose ``href`` is taken relative to the page when it is set (HTML standard, 4.6.3).
    """

    href: Value
    parts: tuple[tuple[str, Value], ...] = ()
    element: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Global(Value):
    """A path on the global object that is not data: ``window``, ``location``, ``JSON``, ``Object.assign``."""

    path: str
    this: Value | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Method(Value):
    """A built-in method taken from a value: ``"a:b".split`` not called yet."""

    owner: Value
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class External(Value):
    """What a package exports that is not among the scanned files: ``io`` of ``socket.io-client``."""

    package: str
    name: str  # "*" for the namespace, "default" for the default export


@dataclass(frozen=True, slots=True, eq=False)
class Module(Value):
    """A module namespace; ``module`` is the bundle layer's own handle."""

    module: Any


@dataclass(frozen=True, slots=True, eq=False)
class Require(Value):
    """The function by which code of a bundle loads its modules (``how`` empty), or what that function has as a
    property: ``n.n``, ``n.e``. ``loader`` is the bundle layer's own handle."""

    loader: Any
    how: str = ""
    bound: tuple[Value, ...] = ()  # arguments given by bind


@dataclass(frozen=True, slots=True, eq=False)
class Interop(Value):
    """What ``n.n(exports)`` gives: a function, and its property ``a``, that stand for the default export."""

    exports: Value


@dataclass(frozen=True, slots=True, eq=False)
class Promise(Value):
    value: Value


@dataclass(frozen=True, slots=True, eq=False)
class Awaited(Promise):
    """What an ES5 async generator yields in order to await it: no element of what it gives."""


@dataclass(frozen=True, slots=True, eq=False)
class Generator(Value):
    """A generator object: what it yields, and what it returns in the end. A driver of async code makes a promise of
    that."""

    result: Value
    items: tuple[Value, ...]
    open: bool = False  # which of the items, and how often, is not known


@dataclass(frozen=True, slots=True, eq=False)
class Walker(Value):
    """An iterator: what walks over ``owner`` step by step."""

    owner: Value


@dataclass(frozen=True, slots=True, eq=False)
class Regex(Value):
    pattern: str
    flags: str


OBJECTS = (
    Function, Instance, Copied, Prototype, Record, Array, Url, Global, Method, External, Module, Promise, Generator,
    Walker, Regex, Require, Interop,
)  # fmt: skip

# -- choices ------------------------------------------------------------------------------------------------


class Work:
    """How many operations on options there have been, and how many there may be: what expressions cost that are
    evaluated once and whose values are worked on for long."""

    __slots__ = ("done", "limit")

    def __init__(self) -> None:
        self.done = 0
        self.limit = sys.maxsize

    @property
    def over(self) -> bool:
        return self.done > self.limit

    def at_most(self, operations: int, make: Callable[[], T]) -> T:
        """``make()`` with no more than so many operations; past that, values of many ways become holes."""
        limit = self.limit
        self.limit = min(limit, self.done + operations)
        try:
            return make()
        finally:
            self.limit = limit


WORK = Work()


class _TooMany(Exception):
    """An operation fans out to more combinations of choices than are worth telling apart."""


def lift(function: Callable[..., Value], *values: Value) -> Value:
    """``function`` of the values, applied under each combination of the choices at their top.

    Choices with one key are decided together. Past ``FAN_OUT`` combinations the conditions are forgotten, and if there
    are too many even so, the result is a hole.
    """
    if len(values) == 1:
        return map_options(function, values[0])
    values = tuple(pruned(v) if isinstance(v, Choice) and v.size > MAX_WAYS else v for v in values)
    if not any(isinstance(v, Choice) and v.size > MAX_WAYS for v in values):
        made = _each(function, values)
        if made is not None:
            return made
    return _each(function, tuple(map(unconditional, values))) or _too_many(values)


def _each(function: Callable[..., Value], values: tuple[Value, ...]) -> Value | None:
    """What ``lift`` makes; None where the combinations are too many."""
    budget = FAN_OUT

    def apply(values: tuple[Value, ...], chosen: dict[Hashable, int]) -> Value:
        nonlocal budget
        WORK.done += 1
        for at, value in enumerate(values):
            if isinstance(value, Choice):
                key = value.cond.key
                known = chosen.get(key)
                if known is not None:
                    picked = carried(value, min(known, len(value.options) - 1))
                    return apply((*values[:at], picked, *values[at + 1 :]), chosen)
                made = tuple(
                    apply((*values[:at], carried(value, i), *values[at + 1 :]), {**chosen, key: i})
                    for i in range(len(value.options))
                )
                return same_or_choice(value.cond, made, value.node)
            if isinstance(value, Dead):
                return value
        budget -= 1
        if budget < 0 or WORK.over:
            raise _TooMany
        return function(*values)

    try:
        return apply(values, {})
    except _TooMany:
        return None


def map_options(function: Callable[[Value], Value], value: Value) -> Value:
    """``function`` of one value, option by option; what two choices share is worked on once."""
    if isinstance(value, Choice) and value.size > MAX_WAYS:
        value = pruned(value)
        if isinstance(value, Choice) and value.size > MAX_WAYS:
            value = unconditional(value)
    if not isinstance(value, Choice):
        return value if isinstance(value, Dead) else function(value)
    made: dict[int, Value] = {}
    keep: list[Value] = []

    def apply(value: Value, depth: int) -> Value:
        known = made.get(id(value))
        if known is not None:
            return known
        WORK.done += 1
        if len(made) > 20 * FAN_OUT or depth > 400 or WORK.done > WORK.limit:
            raise _TooMany
        if isinstance(value, Choice):
            options = tuple(apply(option, depth + 1) for option in value.options)
            if all(a is b for a, b in zip(options, value.options, strict=True)):
                result: Value = value
            else:
                result = same_or_choice(value.cond, options, value.node)
                if isinstance(result, Choice) and value.steps is not None:
                    result = Choice(result.cond, result.options, node=result.node, steps=value.steps)
        else:
            result = value if isinstance(value, Dead) else function(value)
        made[id(value)] = result
        keep.append(value)
        return result

    try:
        return apply(value, 0)
    except _TooMany:
        return _too_many((value,))


def pruned(value: Value) -> Value:
    """``value`` without the choices that one with the same key before them decides; as it is, where its ways are too
    many even so."""
    if not isinstance(value, Choice) or value.size > MAX_PRUNED:
        return value
    budget = 2 * MAX_WAYS

    def walk(value: Value, chosen: dict[Hashable, int]) -> Value:
        nonlocal budget
        budget -= 1
        WORK.done += 1
        if budget < 0:
            raise _TooMany
        if isinstance(value, Choice):
            key = value.cond.key
            if key in chosen:
                return walk(carried(value, min(chosen[key], len(value.options) - 1)), chosen)
            options = tuple(walk(option, {**chosen, key: at}) for at, option in enumerate(value.options))
            made = same_or_choice(value.cond, options, value.node)
            if value.steps is None or value.steps is made.steps:
                return made
            return Choice(value.cond, options, node=value.node, steps=value.steps) if isinstance(made, Choice) else made
        if isinstance(value, Concat) and any(isinstance(part, (Choice, Concat)) for part in value.parts):
            return Concat(tuple(walk(part, chosen) for part in value.parts), node=value.node, steps=value.steps)
        return value

    try:
        return walk(value, {})
    except _TooMany:
        return value


def unconditional(value: Value) -> Value:
    """A choice with too many ways through it as one choice among the different values at their ends: which of them it
    is hangs on nothing that is known any more. A hole where those are too many."""
    if not isinstance(value, Choice):
        return value
    ends: dict[Hashable, Value] = {}
    for leaf in leaves(value):
        if not isinstance(leaf, Dead):
            ends.setdefault(_identity(leaf), leaf)
        if len(ends) > MAX_ENDS:
            return _too_many((value,))
    options = tuple(ends.values()) or (Dead(node=value.node),)
    key = ("one of", *ends)
    return same_or_choice(Cond(key, "which of many", "element"), options, value.node)


def _identity(value: Value) -> Hashable:
    match value:
        case Const(value=known, node=node, index=index):
            return (type(known).__name__, str(known), node, index)
        case Page(name=name, number=number):
            return ("page", name, number)
        case Hole(key=key):
            return ("hole", key)
    return id(value)


def _too_many(values: tuple[Value, ...]) -> Hole:
    node = next((v.node for v in values if v.node is not None), None)
    return Hole(("too many", *(id(v) for v in values)), "too many alternatives", lost=True, node=node)


def carried(choice: Choice, index: int) -> Value:
    """An option of a choice after the way that the choice itself went."""
    option = choice.options[index]
    if choice.steps is None:
        return option
    if option.steps is None:
        return option.after(choice.steps)
    way = option.steps
    for step in choice.steps:
        if way.node is not step.node:
            way = Way(step.node, step.note, way)
    return option.after(way)


def hangs_on(value: Value, key: Hashable) -> bool:
    """Whether a choice with that key is among those that decide what ``value`` is."""
    seen: set[int] = set()
    waiting = [value]
    while waiting and len(seen) < FAN_OUT:
        one = waiting.pop()
        if isinstance(one, Choice) and id(one) not in seen:
            seen.add(id(one))
            if one.cond.key == key:
                return True
            waiting += one.options
    return False


def decided(value: Value, key: Hashable, index: int) -> Value:
    """``value`` where every choice with that key takes its option ``index``."""

    made: dict[int, Value] = {}
    budget = 20 * FAN_OUT

    def apply(value: Value) -> Value:
        nonlocal budget
        if not isinstance(value, Choice):
            return value
        if id(value) not in made:
            WORK.done += 1
            budget -= 1
            if budget < 0 or WORK.over:
                raise _TooMany
            if value.cond.key == key:
                made[id(value)] = apply(carried(value, min(index, len(value.options) - 1)))
            else:
                made[id(value)] = same_or_choice(value.cond, tuple(map(apply, value.options)), value.node)
        return made[id(value)]

    try:
        return apply(value)
    except _TooMany:
        return _too_many((value,))


def same_or_choice(cond: Cond, options: tuple[Value, ...], node: Node | None = None) -> Value:
    """A choice, or the one option where all options are the same object or the same known primitive."""
    if any(isinstance(option, Choice) and option.cond.key == cond.key for option in options):  # decided already
        options = tuple(
            carried(option, min(at, len(option.options) - 1))
            if isinstance(option, Choice) and option.cond.key == cond.key
            else option
            for at, option in enumerate(options)
        )
    first = options[0]
    if all(option is first for option in options):
        return first
    if isinstance(first, Const) and all(
        isinstance(o, Const) and o.node is first.node and o.index == first.index and _same(o.value, first.value)
        for o in options
    ):
        return first
    if isinstance(first, Const) and isinstance(first.value, bool):
        if all(isinstance(o, Const) and o.value is first.value for o in options):
            return first
    if all(isinstance(option, Dead) for option in options):
        return first
    return Choice(cond, options, node=node)


def _same(a: Primitive, b: Primitive) -> bool:
    return type(a) is type(b) and a == b


def hoist(value: Value) -> Value:
    """``value`` with the choices inside a concatenation brought to the top."""
    if isinstance(value, Choice):
        return map_options(hoist, value)
    if isinstance(value, Concat) and any(isinstance(part, (Choice, Concat)) for part in value.parts):
        node, steps = value.node, value.steps
        return lift(lambda *parts: _flat(parts, node, steps), *(hoist(part) for part in value.parts))
    return value


def _flat(parts: tuple[Value, ...], node: Node | None, steps: Way | None) -> Value:
    flat: list[Value] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Concat) else (part,))
    return Concat(tuple(flat), node=node, steps=steps)


def leaves(value: Value) -> Iterator[Value]:
    """The non-choice values that ``value`` may be, each once."""
    seen: set[int] = set()
    stack = [value]
    while stack:
        value = stack.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Choice):
            stack.extend(reversed(value.options))
        else:
            yield value


def leaves_under(value: Value) -> Iterator[Value]:
    """The leaves of a value, each without the properties that were laid over it."""
    for leaf in leaves(value):
        while isinstance(leaf, Record) and leaf.base is not None:
            leaf = leaf.base
        yield leaf


def unwrap(value: Value) -> Value:
    """What awaiting the value gives."""
    while isinstance(value, (Promise, Generator)):
        value = value.value if isinstance(value, Promise) else value.result
    return map_options(unwrap, value) if isinstance(value, Choice) else value


def const(value: Primitive, node: Node | None = None) -> Const:
    return Const(value, node=node)


# -- conversions of primitives (ECMA-262, 7.1) ----------------------------------------------------------------


def number_text(number: float | int) -> str:
    """Number::toString (ECMA-262, 6.1.6.1.20) for radix 10."""
    if isinstance(number, int):
        return str(number)
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < 1e21:
        digits = repr(number)
        if "e" not in digits:
            return str(int(number))
        mantissa, _, exponent = digits.partition("e")
        whole, _, fraction = mantissa.partition(".")
        return whole + fraction.ljust(int(exponent), "0")
    text = repr(number)
    if "e" not in text and (abs(number) >= 1e-6):
        return text
    mantissa, exponent = f"{number:e}".split("e") if "e" not in text else text.split("e")
    power = int(exponent)
    if -7 < power < 0:
        digits = mantissa.replace(".", "").lstrip("-")
        return ("-" if number < 0 else "") + "0." + "0" * (-power - 1) + digits
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}e{'+' if power > 0 else '-'}{abs(power)}"


def primitive_text(value: Primitive) -> str:
    """ToString of a primitive."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if value is UNDEFINED:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    assert not isinstance(value, Undefined)
    return number_text(value)


_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def primitive_integer(value: Primitive) -> int:
    """ToIntegerOrInfinity of a primitive (ECMA-262, 7.1.5), infinity as a number past any index."""
    number = primitive_number(value)
    if number != number:
        return 0
    return int(max(-1e15, min(1e15, number)))


def primitive_number(value: Primitive) -> float:
    """ToNumber of a primitive."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, (int, float)):
        return float(value)
    if value is None:
        return 0.0
    if isinstance(value, str):
        text = value.strip()
        if not text:
            return 0.0
        for prefix, base in (("0x", 16), ("0o", 8), ("0b", 2)):
            if text.lower().startswith(prefix):
                try:
                    return float(int(text[2:], base))
                except ValueError:
                    return float("nan")
        if text.lstrip("+-") == "Infinity" and len(text) <= 9:
            return float("-inf" if text.startswith("-") else "inf")
        return float(text) if _DECIMAL.fullmatch(text) else float("nan")
    return float("nan")


def primitive_truth(value: Primitive) -> bool:
    """ToBoolean of a primitive."""
    if value is None or value is UNDEFINED:
        return False
    if isinstance(value, float):
        return not (value != value or value == 0)
    return bool(value)
