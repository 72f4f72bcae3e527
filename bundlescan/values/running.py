"""Functions as they are called when the scripts run: activations, gathered from the entry points forward.

The evaluator asks backwards: what is a parameter, who calls. Between a call and the function there may be what it does
not follow: functions composed of a list, handlers in a table, effects that a reducer gives back. Forward it is often
plain, since applications begin with constants. So the statements of the scripts are run on abstract values, each
function once for each activation; what a test says that is not known may go either way. It is done for connecting calls
only whose addresses could not be followed otherwise, and what is found is a possibility among others: not every call is
seen (``Evaluator.by_name``).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.texts import bare
from bundlescan.values import calls, objects, rounds
from bundlescan.values.conditions import truth
from bundlescan.values.domain import WORK, Const, Function, Instance, Record, Value, leaves
from bundlescan.values.frames import Frame

T = TypeVar("T")

if TYPE_CHECKING:
    from bundlescan.bundle.project import Unit
    from bundlescan.values.evaluate import Evaluator

#: how much work (``domain.Work``) one script may take, one statement at its top, and one further down
IN_ALL, STATEMENT, STEP = 60_000, 20_000, 6_000
#: how many scripts are run
MAX_SCRIPTS = 6
#: how many expressions one step may evaluate
BUDGET = 600
#: how many activations of one function are run, and told apart afterwards
MAX_ACTIVATIONS = 12
#: how many properties of an object that is handed on are taken for handlers
MAX_HANDLERS = 20


class Run:
    """The activations of the functions of ``units``."""

    def __init__(self, ev: Evaluator, units: Iterable[Unit]) -> None:
        self.ev = ev
        self.activations: dict[Node, list[Frame]] = defaultdict(list)
        self.queue: deque[Frame] = deque()
        self.seen: set[Frame] = set()
        self.unknown: set[Frame] = set()  # activations by code that is not followed: their arguments say nothing
        ev.watch = self._called
        for unit in islice(units, MAX_SCRIPTS):  # each with a budget of its own: what else is scanned changes nothing
            WORK.at_most(IN_ALL, lambda at=unit: self._unit(at))  # type: ignore[misc]
        ev.watch = None

    def arguments(self, fn: Node) -> list[tuple[Value, ...]]:
        """What ``fn`` is called with, once for each activation that is seen."""
        return [frame.args for frame in self.activations[fn] if frame not in self.unknown][:MAX_ACTIVATIONS]

    def _unit(self, unit: Unit) -> None:
        # what a bundle begins with are its libraries; the application is at its end
        bodies = [_outermost(unit.tree.root.body, unit)]
        factories = self.ev.project.loaders.registry(unit).functions()
        bodies += [fn.body.body for fn in factories if fn.body.type == "BlockStatement"]
        for statement in (at for body in bodies for at in reversed(body)):
            if WORK.over:
                return
            WORK.at_most(STATEMENT, lambda at=statement: self._top(at))  # type: ignore[misc]

    def _top(self, statement: Node) -> None:
        self.statement(statement, None)
        while self.queue and not WORK.over:
            frame = self.queue.popleft()
            body = frame.fn.body
            if body.type == "BlockStatement":
                for inner in body.body:
                    self.statement(inner, frame)
            else:
                self.expression(body, frame)

    def _called(self, frame: Frame) -> None:
        if frame in self.seen or len(self.activations[frame.fn]) >= 2 * MAX_ACTIVATIONS:
            return
        self.seen.add(frame)
        self.activations[frame.fn].append(frame)
        self.queue.append(frame)

    # -- statements -----------------------------------------------------------------------------------------------

    def statement(self, node: Node, frame: Frame | None) -> None:
        if WORK.over:
            return
        match node.type:
            case "ExpressionStatement":
                self.expression(node.expression, frame)
            case "ReturnStatement" | "ThrowStatement":
                self.expression(node.argument, frame)
            case "VariableDeclaration":
                for one in node.declarations:
                    self.expression(one.init, frame)
            case "IfStatement":
                self.expression(node.test, frame)
                for arm in self._arms(node.test, (node.consequent, node.alternate), frame):
                    self.statement(arm, frame)
            case "BlockStatement" | "StaticBlock":
                for one in node.body:
                    self.statement(one, frame)
            case "TryStatement":
                self.statement(node.block, frame)
                if node.finalizer is not None:
                    self.statement(node.finalizer, frame)
            case "SwitchStatement":
                self.expression(node.discriminant, frame)
                for case in node.cases:
                    for one in case.consequent:
                        self.statement(one, frame)
            case "ForOfStatement" | "ForInStatement" | "ForStatement":
                self.expression(node.get("right"), frame)
                for own in self._step(lambda: rounds.rounds(self.ev, node, frame)) or (frame,):
                    self.statement(node.body, own)
            case "WhileStatement" | "DoWhileStatement" | "LabeledStatement" | "WithStatement":
                self.statement(node.body, frame)
            case "ExportNamedDeclaration" | "ExportDefaultDeclaration" if node.declaration is not None:
                if node.declaration.type.endswith("Declaration"):
                    self.statement(node.declaration, frame)
                else:
                    self.expression(node.declaration, frame)
            case "ClassDeclaration":
                self._class(node, frame)

    def _arms(self, test: Node, arms: Sequence[Node | None], frame: Frame | None) -> Iterator[Node]:
        """Those of the two ways on from a test that may be taken."""
        holds = truth(self._value(test, frame))
        for arm, taken in zip(arms, (True, False), strict=True):
            if arm is not None and not (isinstance(holds, Const) and bool(holds.value) is not taken):
                yield arm

    def _class(self, node: Node, frame: Frame | None) -> None:
        for member in node.body.body:
            if member.type == "StaticBlock":
                self.statement(member, frame)
            elif member.type == "PropertyDefinition" and member.get("static"):
                self.expression(member.value, frame)

    # -- expressions ----------------------------------------------------------------------------------------------

    def expression(self, node: Node | None, frame: Frame | None) -> None:
        """Makes the calls in an expression, those of its operands first."""
        if node is None or node.type in FUNCTIONS or WORK.over:
            return
        if node.type in CLASSES:
            self._class(node, frame)
            return
        if node.type == "ConditionalExpression":
            self.expression(node.test, frame)
            for arm in self._arms(node.test, (node.consequent, node.alternate), frame):
                self.expression(arm, frame)
            return
        for child in node.children():
            self.expression(child, frame)
        if node.type in ("CallExpression", "NewExpression", "TaggedTemplateExpression"):
            self._call(node, frame)

    def _call(self, node: Node, frame: Frame | None) -> None:
        before = len(self.queue)
        value = self._value(node, frame)
        for leaf in leaves(value) if node.type == "NewExpression" else ():
            self._constructed(leaf)
        ran = {frame.fn for frame in list(self.queue)[before:]}
        given = [(at, self._value(at, frame)) for at in node.get("arguments") or () if at.type != "SpreadElement"]
        for index, (at, argument) in enumerate(given):
            for leaf in leaves(argument):
                if isinstance(leaf, Function) and leaf.fn not in ran:
                    props = given[index + 1][1] if index + 1 < len(given) else None
                    self._handed_on(leaf, at, frame, props if isinstance(props, Record) else None, None)
                elif isinstance(leaf, Record):
                    self._handlers(leaf, at, frame)

    def _handlers(self, record: Record, at: Node, frame: Frame | None, this: Record | None = None) -> None:
        """Runs the functions in an object that is handed on, and in the objects that it holds."""
        for name in list(record.props)[:MAX_HANDLERS]:
            held = objects.force(record.props[name])
            if isinstance(held, Function):
                self._handed_on(held, at, frame, None, this or record)
            elif isinstance(held, Record) and held is not record and this is None:
                self._handlers(held, at, frame, record)

    def _handed_on(
        self, function: Function, at: Node, frame: Frame | None, first: Value | None, this: Record | None
    ) -> None:
        """Runs a function that other code may call."""
        if function.fn.type in CLASSES or self.activations[function.fn]:
            return
        args = tuple(
            first if first is not None and index == 0 else self.ev.lost(at, "a parameter", key=("handed on", at, index))
            for index in range(len(function.fn.params))
        )
        known = len(self.queue)
        self._step(lambda: calls.invoke(self.ev, function, args, function.this or this, at, frame))
        if first is None:
            self.unknown.update(f for f in list(self.queue)[known:] if f.fn is function.fn)

    def _constructed(self, made: Value) -> None:
        ev = self.ev
        for _ in range(8):
            if not isinstance(made, Instance):
                return
            frame = objects.construction(ev, made)
            if frame is not None and made.args is not None and frame.this is made:
                self._called(frame)
            above = objects.super_instance(ev, made, frame)
            if above is None:
                return
            made = above

    def _value(self, node: Node, frame: Frame | None) -> Value:
        return self._step(lambda: self.ev.eval(node, frame))

    def _step(self, make: Callable[[], T]) -> T:
        self.ev.steps = 0
        return self.ev.bounded(BUDGET, lambda: WORK.at_most(STEP, make))


def _outermost(body: Sequence[Node], unit: Unit) -> Sequence[Node]:
    """The statements of a script, or of the function around nearly all of it that is called on the spot."""
    for statement in body:
        call = bare(statement.expression) if statement.type == "ExpressionStatement" else None
        while call is not None and call.type == "UnaryExpression":
            call = bare(call.argument)
        if call is None or call.type != "CallExpression":
            continue
        callee = bare(call.callee)
        if callee.type == "MemberExpression":  # (function(){…}).call(this)
            callee = bare(callee.object)
        inner = callee.body if callee.type in FUNCTIONS else None
        if inner is not None and inner.type == "BlockStatement" and 2 * (inner.end - inner.start) > len(unit.code):
            return _outermost(inner.body, unit)
    return body
