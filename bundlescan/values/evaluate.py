"""Expression -> abstract value, on demand.

``Evaluator.eval(node, frame)`` answers what an expression can be. ``frame`` is the innermost known activation
around it, or None when the code is looked at from outside any call (then parameters take the arguments of
all callers). One handler per ESTree type stands in ``_HANDLERS``; reaching definitions are in ``places``,
calls and callers in ``calls``, property reads in ``objects``, the standard library in ``builtins``.

Nothing raises: what cannot be followed is a ``Hole`` with its cause. State (memo, budget) belongs to one run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.texts import bare
from bundlescan.values import builtins, calls, helpers, machines, objects, origin, pagedata, places
from bundlescan.values.conditions import (
    FALSE,
    POSITIVE,
    branch,
    equal,
    excerpt,
    is_positive,
    is_undefined,
    negate,
    nullish,
    spelled_out,
    truth,
)
from bundlescan.values.definitions import set_either_way
from bundlescan.values.domain import (
    OBJECTS,
    UNDEFINED,
    WORK,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    External,
    Function,
    Generator,
    Global,
    Hole,
    Instance,
    Method,
    Module,
    Page,
    Promise,
    Record,
    Regex,
    Url,
    Value,
    const,
    hoist,
    leaves,
    leaves_under,
    lift,
    map_options,
    primitive_number,
    primitive_text,
    unwrap,
)
from bundlescan.values.frames import Frame
from bundlescan.values.helpers import is_own_helper
from bundlescan.values.strings import Position

T = TypeVar("T")

if TYPE_CHECKING:
    from bundlescan.bundle.project import Project
    from bundlescan.scope.model import Binding

#: expressions nested or chained deeper than this are not followed
MAX_DEPTH = 160
#: how many expressions one question (a sink's URL) may evaluate
MAX_STEPS = 60_000

#: how many rows of a table are told apart by their names
MAX_ROWS = 24
#: how many pieces a text may have
MAX_PARTS = 1_000
#: how long a list may be that is one of several, and is spread into arguments
MAX_EITHER = 8


class Evaluator:
    """Evaluates expressions of one project. Not shared between runs."""

    def __init__(self, project: Project, wrappers: Mapping[str, str] | None = None) -> None:
        """``wrappers``: the texts of functions that a rewrite puts around URLs, and how each takes them."""
        self.project = project
        self.wrappers = wrappers or {}
        self.lent = 0  # what requests have evaluated over their budget
        self.plain: Evaluator | None = None  # see ``thorough``
        self._thorough: Evaluator | None = None
        self.memo: dict[tuple[object, ...], Value] = {}
        self.active: set[object] = set()
        self.frames: dict[object, Frame] = {}
        self.rounds: dict[tuple[Node, Frame | None], tuple[Frame, ...]] = {}
        self.places: dict[object, places.Place] = {}
        self.facts: dict[object, object] = {}
        self.caller_memo: dict[Node, list[calls.CallSite]] = {}
        self.depth = 0
        self.steps = 0
        self.limit = MAX_STEPS
        self.connectors: dict[Node, object] = {}  # functions and classes of clients, and what connects by them
        self.connecting: set[Node] = set()  # calls of clients: what one does to the options it is given is its affair
        self.provisional = 0  # how many answers had to do without one that is still being worked out
        self.cut = 0  # how many had to do without what was too deep or too much
        self.tentative: dict[tuple[object, ...], object] = {}  # provisional answers, while what they miss is worked out
        self.pending: list[list[tuple[object, ...]]] = []  # their keys, by the question that ends them

    @property
    def aliases(self) -> bool:
        """Whether writes to objects through other names count."""
        return self.plain is not None

    def thorough(self) -> Evaluator:
        """Another evaluator of the same project, for which writes to objects through other names count too: it follows
        every object that is read, by means of this one. What holds for both is shared."""
        if self._thorough is None:
            other = self._thorough = Evaluator(self.project, self.wrappers)
            other.plain = self
            other.places, other.facts, other.caller_memo = self.places, self.facts, self.caller_memo
            other.connectors, other.connecting = self.connectors, self.connecting
        return self._thorough

    def wrapper(self, callee: Node) -> str | None:
        """How the function takes a URL that a rewrite has put around it; None of any other function."""
        if callee.type == "ConditionalExpression" and callee.alternate.text == origin.ITSELF:
            callee = callee.consequent
        return self.wrappers.get(callee.text) if callee.type == "FunctionExpression" else None

    def ask(self, node: Node, frame: Frame | None = None, budget: int = MAX_STEPS) -> Value:
        """``eval`` with a fresh budget of expressions: one question from outside."""
        self.steps = 0
        return self.bounded(budget, lambda: self.eval(node, frame))

    def eval(self, node: Node, frame: Frame | None = None) -> Value:
        node = bare(node)
        key = (node, frame)
        known = self.recall(key)
        if known is not None:
            return known
        handler = _HANDLERS.get(node.type)
        if handler is None:
            return self.lost(node, f"{node.type} is not followed")
        if key in self.active:
            return self.lost(node, "depends on itself")
        self.steps += 1
        WORK.done += 5  # of what operations on options are one
        if self.depth >= MAX_DEPTH or self.steps > self.limit or WORK.over:
            self.cut += 1
            return self.lost(node, "too deep to follow")
        self.active.add(key)
        self.depth += 1
        provisional, cut = self.provisional, self.cut
        try:
            value = handler(self, node, frame)
        finally:
            self.depth -= 1
            self.active.discard(key)
        self.remember(key, value, provisional, cut)
        return value

    def recall(self, key: tuple[object, ...]) -> Value | None:
        """The value that is kept under ``key``."""
        known = self.memo.get(key)
        if known is None and self.tentative:
            known = self.tentative.get(key)  # type: ignore[assignment]
            if known is not None:
                self.provisional += 1
        return known

    def remember(self, key: tuple[object, ...], value: Value, provisional: int, cut: int) -> None:
        """Keeps a value for good, unless it was made while the budget was spent, very deep down without what was too
        deep, or from an answer that is still being worked out: then while that is so. ``provisional`` and ``cut``: how
        many of those there were before."""
        if self.steps > self.limit or WORK.over:
            return
        if self.provisional == provisional:
            if self.depth < MAX_DEPTH - 20 or self.cut == cut:
                self.memo[key] = value
        elif self.cut == cut:
            self.keep_for_now(key, value)

    def keep_for_now(self, key: tuple[object, ...], answer: object) -> None:
        """Keeps an answer while the question is being worked out that it had to do without."""
        if self.pending:
            self.pending[-1].append(key)
            self.tentative[key] = answer

    def forget_tentative(self) -> None:
        """What was kept for the innermost question that was being worked out ends with it."""
        for key in self.pending.pop():
            self.tentative.pop(key, None)

    def spend(self, steps: int = 1) -> bool:
        """Counts work that evaluates no expression; False, and the answer is not kept, once the budget is spent."""
        self.steps += steps
        if self.steps > self.limit:
            self.provisional += 1
            self.cut += 1
            return False
        return True

    def bounded(self, budget: int, make: Callable[[], T], operations: int | None = None) -> T:
        """``make()``, which may evaluate no more than ``budget`` expressions, and do no more than so many
        ``operations`` on options: a side question."""
        if operations is not None:
            return WORK.at_most(operations, lambda: self.bounded(budget, make))
        limit, steps = self.limit, self.steps
        self.limit = min(limit, steps + budget)
        try:
            return make()
        finally:
            self.limit = limit
            self.steps = min(self.steps, steps + budget)

    def aside(self, budget: int, work: Callable[[], None]) -> int:
        """Does ``work`` with a budget of its own, since it is done once and kept, whoever asks first. Gives how many
        expressions it evaluated."""
        limit, steps, depth = self.limit, self.steps, self.depth
        self.limit, self.steps, self.depth = budget, 0, 0
        try:
            work()
            return min(self.steps, budget)
        finally:
            self.limit, self.steps, self.depth = limit, steps, depth

    def apart(self, make: Callable[[], T]) -> T:
        """``make()``, whose answer must not depend on how much of a budget is left: it is kept for every question."""
        steps, limit, depth = self.steps, self.limit, self.depth
        self.steps, self.limit, self.depth = 0, MAX_STEPS, min(depth, MAX_DEPTH // 2)
        try:
            return make()
        finally:
            self.steps, self.limit, self.depth = steps, limit, depth

    def guarded(self, key: object, node: Node, make: Callable[[], Value]) -> Value:
        """``make()``, or a hole where that question is being asked already."""
        if key in self.active or self.depth >= MAX_DEPTH:
            self._cut_short(key not in self.active)
            return self.lost(node, "depends on itself")
        self.active.add(key)
        self.depth += 1
        try:
            return make()
        finally:
            self.depth -= 1
            self.active.discard(key)

    def guarded_or_none(self, key: object, make: Callable[[], Value | None]) -> Value | None:
        """``make()``, or None where that question is being asked already."""
        if key in self.active or self.depth >= MAX_DEPTH:
            self._cut_short(key not in self.active)
            return None
        self.active.add(key)
        self.depth += 1
        try:
            return make()
        finally:
            self.depth -= 1
            self.active.discard(key)

    def _cut_short(self, too_deep: bool) -> None:
        """Nothing that deep is kept, so that the ways down there are gone again and again: each counts."""
        self.cut += too_deep
        self.steps += too_deep

    @property
    def deep(self) -> bool:
        """Whether questions are nested as deep as they may be."""
        return self.depth >= MAX_DEPTH

    def deeper(self, node: Node, make: Callable[[], Value]) -> Value:
        """``make()``, one level deeper; a hole where that is too deep."""
        if self.deep:
            self.cut += 1
            return self.lost(node, "too deep to follow")
        self.depth += 1
        try:
            return make()
        finally:
            self.depth -= 1

    def hole(self, node: Node, cause: str, path: str | None = None, key: object = None) -> Hole:
        return Hole(key if key is not None else ("node", node), cause, path, node=node)

    def lost(self, node: Node, cause: str, key: object = None) -> Hole:
        """What is not followed though the code says it."""
        return Hole(key if key is not None else ("node", node), cause, lost=True, node=node)

    # -- helpers for the parts ------------------------------------------------------------------------------

    def get(self, owner: Value, name: str, node: Node, frame: Frame | None = None) -> Value:
        return objects.get(self, owner, name, node, frame)

    def call(self, callee: Value, args: Sequence[Value], this: Value | None, node: Node, frame: Frame | None) -> Value:
        return calls.call(self, callee, tuple(args), this, node, frame)

    def eval_this(self, node: Node, frame: Frame | None) -> Value:
        """What ``this`` is at ``node``."""
        return objects.this(self, node, frame)

    def binding(self, identifier: Node) -> Binding | None:
        return self.project.scopes(identifier).resolve(identifier)

    def key_of(self, key: Node, computed: bool, frame: Frame | None) -> str | None:
        """The property name that a key node means; None where it is not one known text."""
        if not computed:
            if key.type == "Identifier":
                return str(key.name)
            if key.type == "PrivateIdentifier":
                return "#" + str(key.name)
        if key.type == "Literal":
            return None if key.get("regex") else primitive_text(key.value)
        value = self.eval(key, frame)
        if isinstance(value, Concat) and all(isinstance(part, Const) for part in value.parts):
            return "".join(primitive_text(part.value) for part in value.parts)  # type: ignore[attr-defined]
        return primitive_text(value.value) if isinstance(value, Const) else None

    def arguments(self, nodes: Sequence[Node], frame: Frame | None) -> tuple[Value, ...]:
        """The values of call arguments; a spread of a known array is opened, of anything else is a hole each."""
        out: list[Value] = []
        for node in nodes:
            if node.type == "SpreadElement":
                given = self.eval(node.argument, frame)
                spread = objects.elements(given)
                either = _either_list(given) if node is nodes[-1] else None
                if spread is not None and not spread.open:
                    out.extend(spread.items)
                elif either is not None:
                    out.extend(either)
                else:
                    out.extend(self.lost(node, "spread arguments", key=("spread", node, frame, i)) for i in range(4))
                    break
            else:
                out.append(self.eval(node, frame))
        return tuple(out)

    def concat(self, parts: Sequence[Value], node: Node) -> Value:
        """The string that joins ``parts``; constants are not merged, so each keeps its place."""
        flat: list[Value] = []
        if sum(part.size for part in parts if isinstance(part, Concat)) > MAX_PARTS:
            return self.hole(node, "too long a text")
        for part in parts:
            if isinstance(part, Concat) and part.steps is None:
                flat.extend(part.parts)
            elif not (isinstance(part, Const) and part.value == ""):
                flat.append(self.string(part, node))
        if not flat:
            return Const("", node=node)
        if len(flat) == 1 and not isinstance(flat[0], Hole):
            return flat[0]
        return Concat(tuple(flat), node=node)

    def string(self, value: Value, node: Node) -> Value:
        """ToString where it changes what a concatenation holds: objects are written out."""
        match value:
            case Choice():
                return map_options(lambda option: self.string(option, node), value)
            case Const(value=known) if not isinstance(known, str):
                return Const(primitive_text(known), node=value.node, steps=value.steps)
            case Page(name=name, number=True):  # one that is shown: see ``builtins.as_number``
                return Page(name, node=value.node, steps=value.steps)
            case Url():
                return objects.url_part(self, value, "href", node)
            case Global(path="location" | "window.location" | "document.location"):
                return Page("href", node=value.node, steps=value.steps)
            case Array(items=items, open=False):
                pieces: list[Value] = []
                for index, item in enumerate(items):
                    pieces += [Const(",", node=node)] if index else []
                    pieces.append(item)
                return self.concat(pieces, node)
            case Record() | Instance():
                made = self.primitive(value, "string", node)
                if made is value:
                    return self.hole(node, "an object as text")
                return self.deeper(node, lambda: self.string(made, node))
            case Function() | Global() | Method() | External() | Module() | Promise() | Generator():
                return self.hole(node, "an object as text", key=("text", id(value)))
            case Regex(pattern=pattern, flags=flags):
                return Const(f"/{pattern}/{flags}", node=value.node)
        return value

    def primitive(self, value: Value, hint: str, node: Node) -> Value:
        """ToPrimitive (ECMA-262, 7.1.1) of the objects whose own code says what they are as a text or a number; any
        other value as it is. ``hint``: ``string``, ``number`` or ``default``."""
        if isinstance(value, Choice):
            if not any(isinstance(leaf, (Record, Instance)) for leaf in leaves(value)):
                return value
            return map_options(lambda option: self.primitive(option, hint, node), value)
        if not isinstance(value, (Record, Instance)):
            return value
        convert = objects.own(self, value, builtins.TO_PRIMITIVE, node, None)
        if isinstance(convert, Function):
            return self.call(convert, (const(hint, node),), value, node, None)
        for name in ("toString", "valueOf") if hint == "string" else ("valueOf", "toString"):
            method = self.get(value, name, node)
            if isinstance(method, Function):
                made = self.call(method, (), value, node, None)
                if not isinstance(made, OBJECTS):  # what gives an object is passed over
                    return made
        return value


def _either_list(given: Value) -> list[Value] | None:
    """The elements of one of several known lists, at each place; None where one of them is not known."""
    if not isinstance(given, Choice):
        return None
    longest = 0
    for leaf in leaves(given):
        found = objects.elements(leaf)
        if found is not None and not found.open:
            longest = max(longest, len(found.items))
        elif not isinstance(leaf, Dead):
            return None

    def at(index: int, option: Value) -> Value:
        found = objects.elements(option)
        if found is None:
            return option
        return found.items[index] if index < len(found.items) else const(UNDEFINED, option.node)

    return [map_options(partial(at, index), given) for index in range(longest)] if longest <= MAX_EITHER else None


# -- one handler per type -----------------------------------------------------------------------------------

Handler = Callable[[Evaluator, Node, "Frame | None"], Value]


def _literal(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    regex = node.get("regex")
    if regex:
        return Regex(regex["pattern"], regex["flags"], node=node)
    value = node.value
    return Const(value, 0 if isinstance(value, str) else None, node=node)


def _template(ev: Evaluator, node: Node, frame: Frame | None, raw: bool = False) -> Value:
    parts: list[Value] = []
    for index, quasi in enumerate(node.quasis):
        text = _raw(quasi) if raw else quasi.cooked
        if text:
            parts.append(Const(text, _raw_index(quasi) if raw else 0, node=quasi))
        if index < len(node.expressions):
            parts.append(ev.eval(node.expressions[index], frame))
    return ev.concat(parts, node)


def _tagged(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    tag = ev.eval(node.tag, frame)
    if isinstance(tag, Global) and tag.path == "String.raw":
        return _template(ev, node.quasi, frame, raw=True)
    texts = [Const(q.cooked, 0, node=q) for q in node.quasi.quasis]
    raw = Array(tuple(Const(_raw(q), _raw_index(q), node=q) for q in node.quasi.quasis), node=node.quasi)
    strings = Record({"raw": raw}, Array(tuple(texts), node=node.quasi), node=node.quasi)
    this = ev.eval(node.tag.object, frame) if node.tag.type == "MemberExpression" else None
    values = [ev.eval(expression, frame) for expression in node.quasi.expressions]
    return ev.call(tag, (strings, *values), this, node, frame)


def _raw_index(quasi: Node) -> int | None:
    """Where a template's raw text starts in its cooked one; None where an escape makes them differ."""
    return 0 if _raw(quasi) == quasi.cooked else None


def _raw(quasi: Node) -> str:
    """The text of a template as it is written."""
    return quasi.text.replace("\r\n", "\n")


def _identifier(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    name = node.name
    binding = ev.binding(node)
    if binding is None:
        if name == "undefined":
            return const(UNDEFINED, node)
        if name == "arguments":
            return calls.arguments_object(ev, node, frame)
        return pagedata.filled(ev, builtins.global_value(ev, name, node), node)
    return places.variable(ev, binding, node, frame)


def _this(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return objects.this(ev, node, frame)


def _member(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if node.object.type == "Super":
        key = ev.key_of(node.property, node.computed, frame)
        return objects.super_member(ev, node, key, frame) if key else ev.hole(node, "super[...]")
    place = places.member_place(ev, node, frame)
    if place is None:
        place = machines.sent(ev, node, frame)
    if place is not None:
        return place
    owner = ev.eval(node.object, frame)
    if node.computed and node.property.type != "Literal":
        index = ev.eval(node.property, frame)
        return lift(lambda o, k: _computed(ev, o, k, node, frame), owner, hoist(spelled_out(index)))
    key = ev.key_of(node.property, node.computed, frame)
    return pagedata.filled(ev, ev.get(owner, key or "", node, frame), node)


def _computed(ev: Evaluator, owner: Value, key: Value, node: Node, frame: Frame | None) -> Value:
    if isinstance(key, Concat) and all(isinstance(part, Const) for part in key.parts):
        return ev.get(owner, "".join(primitive_text(part.value) for part in key.parts), node, frame)  # type: ignore[attr-defined]
    if isinstance(key, Const):
        return ev.get(owner, primitive_text(key.value), node, frame)
    if isinstance(key, Global) and key.path == "Symbol.iterator":
        return Method(owner, builtins.ITERATOR, node=node)
    if isinstance(owner, Record) and owner.base is None and len(owner.props) <= MAX_ROWS and _named(key):
        return _looked_up(owner, key, node)
    return objects.any_property(ev, owner, key, node, frame)


def _named(key: Value) -> bool:
    """Whether a comparison with ``key`` says something: it is of the page's URL, or a setting that has a name."""
    return isinstance(key, (Page, Concat)) or (isinstance(key, Hole) and key.path is not None)


def _looked_up(table: Record, key: Value, node: Node) -> Value:
    """``{localhost: a, "app.example": b}[location.hostname]``: which row it is hangs on comparisons."""
    rows = [(const(name, node), value) for name, value in table.props.items()]

    def row(index: int) -> Value:
        if index == len(rows):
            return const(UNDEFINED, node)
        name, value = rows[index]
        return branch(equal(key, name, node, strict=True), lambda: objects.force(value), lambda: row(index + 1))

    return row(0)


def _conditional(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    test = truth(ev.eval(node.test, frame))
    return branch(test, lambda: ev.eval(node.consequent, frame), lambda: ev.eval(node.alternate, frame))


def _logical(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if is_own_helper(node):
        return ev.eval(node.right, frame)
    left = ev.eval(node.left, frame)
    return logical(ev, node.operator, left, lambda: ev.eval(node.right, frame))


def logical(ev: Evaluator, operator: str, left: Value, right: Callable[[], Value]) -> Value:
    """``left && right()``, ``left || right()``, ``left ?? right()``: each option of ``left`` decides for itself."""
    made: list[Value] = []

    def once() -> Value:
        if not made:
            made.append(right())
        return made[0]

    def decide(value: Value) -> Value:
        if operator == "??":
            return branch(nullish(value), once, lambda: value)
        test = truth(value)
        if operator == "&&":
            return branch(test, once, lambda: _falsy(value))
        return branch(test, lambda: value, once)

    given = _given_or_nothing(left) if operator != "&&" else None
    return decide(given) if given is not None else lift(decide, left)


def _given_or_nothing(value: Value) -> Hole | None:
    """What is known only at run time, where a value is that or else nothing (``el ? JSON.parse(el.text).url : ""``):
    whether it is there is all that a default hangs on, however many tests come before."""
    held: Hole | None = None
    if not isinstance(value, Choice) or not 2 < value.size <= 64:
        return None
    todo: list[Value] = [value]
    while todo:
        option = todo.pop()
        if isinstance(option, Choice):
            if option.cond.kind != "test":
                return None
            todo += option.options
        elif isinstance(option, Hole):
            if held is not None and held.key != option.key:
                return None
            held = option
        elif not isinstance(option, Const) or option.value not in (None, UNDEFINED, ""):
            return None
    return held


def _falsy(value: Value) -> Value:
    """What ``value`` is where it is falsy: a page's port that is not there is the empty text."""
    if isinstance(value, Page) and value.name in ("port", "search", "hash"):
        return Const("", node=value.node, steps=value.steps)
    return value


def _sequence(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return ev.eval(node.expressions[-1], frame)


def _assignment(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if node.operator == "=":
        return ev.eval(node.right, frame)
    left = ev.eval(node.left, frame)
    return assigned(ev, node, left, frame)


def assigned(ev: Evaluator, node: Node, before: Value, frame: Frame | None) -> Value:
    """The value that an AssignmentExpression stores where its target held ``before``."""
    operator = node.operator
    if operator == "=":
        return ev.eval(node.right, frame)
    if operator in ("||=", "&&=", "??="):
        return logical(ev, operator[:-1], before, lambda: ev.eval(node.right, frame))
    return binary(ev, operator[:-1], before, ev.eval(node.right, frame), node)


def _binary(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if node.operator != "+":
        return binary(ev, node.operator, ev.eval(node.left, frame), ev.eval(node.right, frame), node)
    # a chain of + is walked in a loop: thousands of terms are real
    terms: list[tuple[Node, Node]] = []
    left = node
    while left.type == "BinaryExpression" and left.operator == "+" and len(terms) < 30_000:
        terms.append((left, left.right))
        left = left.left
    value = ev.eval(left, frame)
    for at, right in reversed(terms):
        value = binary(ev, "+", value, ev.eval(right, frame), at)
    return value


def binary(ev: Evaluator, operator: str, left: Value, right: Value, node: Node) -> Value:
    """A binary operator on values (ECMA-262, 13.15.3)."""
    if operator in _ARITHMETIC:
        hint = "default" if operator == "+" else "number"
        left, right = ev.primitive(left, hint, node), ev.primitive(right, hint, node)
    match operator:
        case "+":
            if _numeric(left) and _numeric(right):
                return lift(lambda a, b: _arithmetic(ev, "+", a, b, node), left, right)
            if _may_add(left) and _may_add(right):  # of some options numbers are added: 5600 + (an id, or what is lost)
                return lift(lambda a, b: _added(ev, a, b, node), hoist(left), hoist(right))
            return ev.concat((left, right), node)
        case "===" | "==":
            return equal(left, right, node, strict=operator == "===")
        case "!==" | "!=":
            return negate(equal(left, right, node, strict=operator == "!=="))
        case "in":
            return lift(lambda key, owner: _in(ev, key, owner, node), left, right)
        case "instanceof":
            return lift(lambda value, ctor: objects.instance_of(ev, value, ctor, node), left, right)
    return lift(lambda a, b: _arithmetic(ev, operator, a, b, node), hoist(left), hoist(right))


def _added(ev: Evaluator, a: Value, b: Value, node: Node) -> Value:
    both = _numeric(a) and _numeric(b)
    return _arithmetic(ev, "+", a, b, node) if both else ev.concat((a, b), node)


def _may_add(value: Value) -> bool:
    """Whether a value may be a number: one of its options is."""
    return any(map(_numeric, leaves(value))) if isinstance(value, Choice) else _numeric(value)


def _numeric(value: Value) -> bool:
    match value:
        case Const(value=known):
            return not isinstance(known, str)
        case Page(number=True) | Hole(key=("number", *_)) | Position():
            return True
        case Choice(options=options):
            return all(_numeric(option) for option in options)
    return False


def _in(ev: Evaluator, key: Value, owner: Value, node: Node) -> Value:
    if isinstance(key, Const) and set_either_way(node.parent) is not None:
        made = next(leaves_under(owner))
        name = primitive_text(key.value)
        if isinstance(made, (Function, Instance)) and not (isinstance(owner, Record) and name in owner.props):
            return const(objects.had(ev, made, name, node), node)
    if isinstance(key, Const) and isinstance(owner, Record) and owner.base is None:
        return const(primitive_text(key.value) in owner.props, node)
    if isinstance(key, Const) and isinstance(owner, Global) and owner.path == "window":
        known = builtins.is_browser_global(primitive_text(key.value))
        if known:
            return const(True, node)
    from bundlescan.values.conditions import choose

    return choose(Cond(("in", node), excerpt(node)))


def _arithmetic(ev: Evaluator, operator: str, a: Value, b: Value, node: Node) -> Value:
    if not (isinstance(a, Const) and isinstance(b, Const)):
        moved = _moved(operator, a, b, node)
        if moved is not None:
            return moved
        if is_positive(a) and isinstance(b, Const) and b.value in (0, -1) and operator in (">", "<="):
            return const(operator == ">", node)
        if is_positive(a) and isinstance(b, Const) and b.value == 0 and operator in (">=", "<"):
            return const(operator == ">=", node)
        if is_positive(a) and isinstance(b, Const) and b.value == 1 and operator in (">=", "<"):
            return const(operator == ">=", node)
        if isinstance(a, Page) and a.name == "port" and operator in (">", "<", ">=", "<=", "-", "*", "|"):
            return ev.hole(node, "arithmetic on the page's port", key=("arith", node))
        if operator in ("<", ">", "<=", ">="):
            from bundlescan.values.conditions import choose

            return choose(Cond(("test", node), excerpt(node)))
        return ev.hole(node, f"the result of {operator}", key=("number", node))
    if operator in ("<", ">", "<=", ">=") and isinstance(a.value, str) and isinstance(b.value, str):
        texts = {"<": a.value < b.value, ">": a.value > b.value, "<=": a.value <= b.value, ">=": a.value >= b.value}
        return const(texts[operator], node)
    x, y = primitive_number(a.value), primitive_number(b.value)
    try:
        result = _ARITHMETIC[operator](x, y)
    except (KeyError, ZeroDivisionError, OverflowError, ValueError):
        return ev.hole(node, f"the result of {operator}")
    return const(result, node)


def _moved(operator: str, a: Value, b: Value, node: Node) -> Value | None:
    """A place in a text, some characters further on or back."""
    if operator == "+" and isinstance(b, Position):
        a, b = b, a
    if operator not in ("+", "-") or not isinstance(a, Position) or not isinstance(b, Const):
        return None
    by = primitive_number(b.value)
    return a.moved(int(by) if operator == "+" else -int(by), node) if by % 1 == 0 else None


def _int32(x: float) -> int:
    n = int(x) & 0xFFFFFFFF
    return n - 0x100000000 if n & 0x80000000 else n


_ARITHMETIC: dict[str, Callable[[float, float], float | bool]] = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "%": lambda x, y: x - y * int(x / y),
    "**": lambda x, y: float(x**y),
    "<<": lambda x, y: float(_int32(_int32(x) << (int(y) & 31))),
    ">>": lambda x, y: float(_int32(x) >> (int(y) & 31)),
    ">>>": lambda x, y: float((int(x) & 0xFFFFFFFF) >> (int(y) & 31)),
    "|": lambda x, y: float(_int32(x) | _int32(y)),
    "&": lambda x, y: float(_int32(x) & _int32(y)),
    "^": lambda x, y: float(_int32(x) ^ _int32(y)),
    "<": lambda x, y: x < y,
    ">": lambda x, y: x > y,
    "<=": lambda x, y: x <= y,
    ">=": lambda x, y: x >= y,
}


def _unary(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    operator = node.operator
    if operator == "void":
        return const(UNDEFINED, node)
    if operator == "!":
        return negate(truth(ev.eval(node.argument, frame)))
    if operator == "typeof":
        return builtins.type_of(ev, node, frame)
    if operator == "delete":
        return const(True, node)
    operand = ev.primitive(ev.eval(node.argument, frame), "number", node)
    return lift(lambda value: _unary_number(ev, operator, value, node), operand)


def _unary_number(ev: Evaluator, operator: str, value: Value, node: Node) -> Value:
    if isinstance(value, Const):
        number = primitive_number(value.value)
        if operator == "+":
            return Const(number, node=value.node if isinstance(value.value, (str, float)) else node, steps=value.steps)
        if operator == "-":
            return const(-number, node)
        if operator == "~" and number == number:
            return const(float(~_int32(number)), node)
    if operator == "~" and is_positive(value):  # ~text.indexOf(x): below -1
        return Hole((POSITIVE, node), "the result of ~", node=node)
    if operator == "+":
        port = builtins.as_number(value, 0.0)
        if port is not None:
            return port
    return ev.hole(node, f"the result of {operator}")


def _update(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    before = ev.eval(node.argument, frame)
    return counted(ev, before, node) if node.prefix else before


def counted(ev: Evaluator, before: Value, node: Node) -> Value:
    """What ``x++`` or ``x--`` leaves in x: a number, whatever it was."""
    return lift(lambda a: _arithmetic(ev, node.operator[0], a, const(1.0, node), node), hoist(before))


def _call(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return calls.call_expression(ev, node, frame)


def _new(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    callee = ev.eval(node.callee, frame)
    args = ev.arguments(node.arguments, frame)
    return calls.construct(ev, callee, args, node, frame)


def _function(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return ev.project.loaders.runtime(node) or Function(node, frame, node=node)


def _object(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return objects.literal(ev, node, frame)


def _array(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    items: list[Value] = []
    for element in node.elements:
        if element is None:
            items.append(const(UNDEFINED, node))
        elif element.type == "SpreadElement":
            spread = objects.elements(ev.eval(element.argument, frame))
            if spread is None:
                return Array(tuple(items), open=True, node=node)
            items.extend(spread.items)
            if spread.open:
                return Array(tuple(items), open=True, node=node)
        else:
            items.append(ev.eval(element, frame))
    return Array(tuple(items), node=node)


def _await(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return lift(unwrap, ev.eval(node.argument, frame))


def _yield(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if node.argument is None:
        return const(UNDEFINED, node)
    value = lift(lambda given: helpers.awaited(ev, given), ev.eval(node.argument, frame))
    # only a driver of async code (__awaiter, co) sends the settled value of a yielded promise back in
    if isinstance(value, (Promise, Generator)) or helpers.is_driven(ev, places.activation(node)):
        return lift(unwrap, value)
    return value if isinstance(value, (Const, Concat, Page)) else ev.lost(node, "a yielded value")


def _import(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    source = ev.eval(node.get("source"), frame)
    if isinstance(source, Const) and isinstance(source.value, str):
        return Promise(ev.project.namespace(ev, node, source.value), node=node)
    return ev.hole(node, "a dynamic import")


def _meta(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    if node.meta.name == "import":
        return Global("import.meta", node=node)
    return const(UNDEFINED, node) if frame is None else FALSE


def _jsx(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return ev.hole(node, "a rendered element")


_HANDLERS: dict[str, Handler] = {
    "Literal": _literal,
    "TemplateLiteral": _template,
    "TaggedTemplateExpression": _tagged,
    "Identifier": _identifier,
    "JSXIdentifier": _identifier,
    "ThisExpression": _this,
    "MemberExpression": _member,
    "JSXMemberExpression": _member,
    "ConditionalExpression": _conditional,
    "LogicalExpression": _logical,
    "SequenceExpression": _sequence,
    "AssignmentExpression": _assignment,
    "BinaryExpression": _binary,
    "UnaryExpression": _unary,
    "UpdateExpression": _update,
    "CallExpression": _call,
    "NewExpression": _new,
    "FunctionExpression": _function,
    "FunctionDeclaration": _function,
    "ArrowFunctionExpression": _function,
    "ClassExpression": _function,
    "ClassDeclaration": _function,
    "ObjectExpression": _object,
    "ArrayExpression": _array,
    "AwaitExpression": _await,
    "YieldExpression": _yield,
    "ImportExpression": _import,
    "MetaProperty": _meta,
    "JSXElement": _jsx,
    "JSXFragment": _jsx,
    "JSXExpressionContainer": lambda ev, node, frame: ev.eval(node.expression, frame),
    "JSXEmptyExpression": lambda ev, node, frame: const(UNDEFINED, node),
    "TemplateElement": lambda ev, node, frame: Const(node.cooked, 0, node=node),
}

__all__ = ["Dead", "Evaluator", "Url", "assigned", "binary", "counted", "is_undefined", "logical", "unwrap"]
