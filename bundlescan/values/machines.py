"""Generators and async functions that a compiler has turned into state machines.

Babel (regenerator), TypeScript and SWC cut the body of such a function into blocks, the cases of one ``switch`` on a
label, and hand a function that runs one of them at a time to a driver:

    w(function(e){for(;;)switch(e.n){case 0:return e.n=1,fetch(u);case 1:return r=e.v,e.a(2,r.url)}})
    __generator(this,function(e){switch(e.label){case 0:return[4,fetch(u)];case 1:return r=e.sent(),[2,r.url]}})

A ``Machine`` knows its blocks, how control goes from one to another, what is yielded and what is returned. Which way
leads to a block is not told apart: where several do, a variable holds what any of them leaves in it. A block that
nothing leads to (``catch``, ``finally``) comes after every earlier one.

Not handled: ``yield*``, values sent into a generator by hand, the exception that a catch block is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import (
    UNDEFINED,
    Awaited,
    Choice,
    Cond,
    Function,
    Generator,
    Value,
    const,
    leaves,
    lift,
    unwrap,
)
from bundlescan.values.frames import Frame
from bundlescan.values.helpers import awaited

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.places import Place

#: names of the label that says which block runs next
_LABELS = frozenset({"n", "next", "label"})
#: names of what an awaited or yielded value gave: a property, or a method without arguments
_SENT = frozenset({"v", "sent"})
#: methods of Babel's regenerator that mark a generator function
MARKS = frozenset({"m", "mark"})
#: TypeScript's operations
_RETURN, _BREAK, _YIELD, _EACH = 2, 3, 4, 5
_MAX_BLOCKS = 400


@dataclass(slots=True, eq=False)
class Block:
    """One case: ``leads``, the blocks that may run after it and the statement in which it is left for each."""

    label: object
    case: Node
    statements: list[Node]
    leads: list[tuple[object, Node]] = field(default_factory=list)
    from_: list[tuple[Block, Node | None]] = field(default_factory=list)  # None: it runs to its end
    sent: list[Node] = field(default_factory=list)  # what is yielded in front of it


@dataclass(slots=True, eq=False)
class Machine:
    fn: Node
    state: str  # the name of its parameter
    blocks: dict[Node, Block] = field(default_factory=dict)  # by case
    returns: list[Node] = field(default_factory=list)
    yields: list[Node] = field(default_factory=list)
    each: set[Node] = field(default_factory=set)  # those of ``yields`` whose elements are yielded
    signs: int = 0  # of the protocol between machine and driver: operations, labels that are set
    plain: int = 0  # returns that are none


def machine_of(ev: Evaluator, fn: Node) -> Machine | None:
    """The machine that a function is the body of; None for any other function."""
    if fn.type != "FunctionExpression":
        return None
    key = ("machine", fn)
    if key not in ev.facts:
        ev.facts[key] = _parse(ev, fn)
    return ev.facts[key]  # type: ignore[return-value]


def driven(ev: Evaluator, call: Node, frame: Frame | None) -> Value | None:
    """What a call makes that hands a machine to its driver: a generator."""
    for argument in call.arguments:
        machine = machine_of(ev, argument) if argument.type == "FunctionExpression" else None
        if machine is not None:
            return ev.guarded(("machine", argument, frame), call, partial(_run, ev, machine, call, frame))
    return None


def _run(ev: Evaluator, machine: Machine, call: Node, frame: Frame | None) -> Value:
    from bundlescan.values.objects import elements

    key = ("machine", machine.fn, frame)
    inner = ev.frames.get(key)
    if inner is None:
        this = ev.eval_this(call, frame)
        depth = (frame.depth if frame is not None else 0) + 1
        inner = ev.frames[key] = Frame(machine.fn, (), this, frame, call, frame, depth=depth)
    results = [ev.eval(node, inner) for node in machine.returns]
    result = _one_of(("returns", machine.fn), "which return", results) or const(UNDEFINED, call)
    items: list[Value] = []
    ways = any(len(block.from_) > 1 for block in machine.blocks.values())
    for node in machine.yields:
        item = _yielded(ev, node, inner)
        given = elements(item) if node in machine.each else None
        ways = ways or (node in machine.each and (given is None or given.open))
        items += given.items if given is not None else () if node in machine.each else (item,)
    if any(isinstance(item, Awaited) for item in items):
        items = [lift(unwrap, item) for item in items if not isinstance(item, Awaited)]
    return Generator(result, tuple(items), ways, node=call)


def _yielded(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    return lift(lambda value: awaited(ev, value), ev.eval(node, frame))


def _one_of(key: object, text: str, values: list[Value]) -> Value | None:
    if len(values) < 2:
        return values[0] if values else None
    return Choice(Cond(key, text, "write"), tuple(values), node=values[0].node)


# -- what the evaluation asks -----------------------------------------------------------------------------------


def sent(ev: Evaluator, member: Node, frame: Frame | None) -> Value | None:
    """What ``e.v``, ``e.sent`` (or the call ``e.sent()``) gives: what the last await did; None for any other member."""
    name = member.property.get("name")
    if name not in _SENT or member.computed or member.object.type != "Identifier":
        return None
    binding = ev.binding(member.object)
    if binding is None or binding.kind != "parameter":
        return None
    machine = machine_of(ev, binding.node)
    if machine is None or machine.state != member.object.name:
        return None
    block = _block_around(machine, member)
    if block is None:
        return None

    given = [lift(unwrap, _yielded(ev, node, frame)) for node in block.sent]
    return _one_of(("sent", block.case), "which await", given) or ev.lost(member, "what a block is given")


def received(ev: Evaluator, node: Node) -> Iterator[Node]:
    """The expressions that give what an await of ``node`` gives, where a machine yields it: ``e.v``, ``e.sent()``."""
    fn = next((ancestor for ancestor in node.ancestors() if ancestor.type in FUNCTIONS), None)
    machine = machine_of(ev, fn) if fn is not None else None
    for block in machine.blocks.values() if machine is not None else ():
        if not any(sent_ is node for sent_ in block.sent):
            continue
        for statement in block.statements:
            for inner in _own_nodes(statement):
                if inner.type == "MemberExpression" and inner.property.get("name") in _SENT:
                    if machine is not None and inner.object.get("name") == machine.state:
                        call = inner.parent
                        called = call is not None and call.type == "CallExpression" and call.callee is inner
                        yield call if called and call is not None else inner


def entry(ev: Evaluator, place: Place, case: Node, frame: Frame | None, first: Callable[[], Value]) -> Value | None:
    """What ``place`` holds when the block ``case`` begins; ``first()`` for the first one; None if it is no block."""
    from bundlescan.values.places import contains

    switch = case.parent
    fn: Node | None = switch
    while fn is not None and fn.type not in FUNCTIONS:
        fn = fn.parent
    machine = machine_of(ev, fn) if fn is not None else None
    block = machine.blocks.get(case) if machine is not None else None
    if machine is None or block is None:
        return None
    writes = place.writes(ev, machine.fn)
    begin = next(iter(machine.blocks.values()))
    seen = {block}
    while block is not begin and len(block.from_) == 1:
        earlier = block.from_[0][0]
        if earlier in seen or any(contains(writes, statement) for statement in earlier.statements):
            break
        block = earlier  # what the place holds here, it holds there
        seen.add(block)
    key = ("block", place, block.case, frame)
    known = ev.recall(key)
    if known is None:
        provisional, cut = ev.provisional, ev.cut
        known = ev.guarded(key, case, partial(_entry, ev, place, machine, block, frame, first))
        ev.remember(key, known, provisional, cut)
    return known


def _entry(
    ev: Evaluator, place: Place, machine: Machine, block: Block, frame: Frame | None, first: Callable[[], Value]
) -> Value:
    """What the last writes on all ways to ``block`` leave; each block is passed once."""
    from bundlescan.values.places import after, before, contains

    writes = place.writes(ev, machine.fn)
    values: list[Value] = []
    passed = {block}
    pending = [block]
    while pending:
        current = pending.pop(0)
        if current is next(iter(machine.blocks.values())):
            values.append(first())
        for earlier, statement in current.from_:
            writing = [s for s in earlier.statements if contains(writes, s)]
            if not writing:
                if earlier not in passed:
                    passed.add(earlier)
                    pending.append(earlier)
                continue
            if statement is None:
                value = after(ev, place, writing[-1], frame)
            elif contains(writes, statement):
                value = after(ev, place, statement, frame)
            else:
                value = before(ev, place, statement, frame)
            if not any(value is other for other in values):
                values.append(value)
    return _one_of(("block", block.case, id(place)), "the way through the function", values) or first()


def _block_around(machine: Machine, node: Node) -> Block | None:
    current: Node | None = node
    while current is not None and current is not machine.fn:
        if current in machine.blocks:
            return machine.blocks[current]
        current = current.parent
    return None


# -- reading a machine --------------------------------------------------------------------------------------------


def _parse(ev: Evaluator, fn: Node) -> Machine | None:
    parent = fn.parent
    if parent is None or parent.type != "CallExpression" or parent.callee is fn or not fn.params:
        return None
    state = fn.params[0]
    if state.type != "Identifier" or fn.body.type != "BlockStatement" or not fn.body.body:
        return None
    machine = Machine(fn, state.name)
    last = fn.body.body[-1]
    endless = last.type in ("ForStatement", "WhileStatement")
    if endless:
        last = last.body
        if last.type == "BlockStatement" and len(last.body) == 1:
            last = last.body[0]
    if last.type == "SwitchStatement" and _is_label(machine, last.discriminant):
        if len(last.cases) > _MAX_BLOCKS:
            return None
        for case in last.cases:
            label = case.test.get("value") if case.test is not None else None
            if not isinstance(label, float) and label != "end":
                return None
            machine.blocks[case] = Block(label, case, case.consequent)
    elif last.type == "IfStatement" and last.alternate is None and _tests_label(machine, last.test):
        machine.blocks[last] = Block(0.0, last, [last.consequent])  # a switch with one case
    elif last.type == "ReturnStatement" and _operation(last.argument) is not None and _is_driver(ev, parent):
        machine.blocks[last] = Block(0.0, last, [last])
    else:
        return None
    _link(machine)
    return machine if machine.signs and (endless or not machine.plain) else None


def _is_label(machine: Machine, node: Node) -> bool:
    if node.type == "AssignmentExpression":  # e.prev = e.next
        node = node.right
    return (
        node.type == "MemberExpression"
        and node.object.type == "Identifier"
        and node.object.name == machine.state
        and node.property.get("name") in _LABELS
    )


def _tests_label(machine: Machine, test: Node) -> bool:
    return test.type == "BinaryExpression" and (_is_label(machine, test.left) or _is_label(machine, test.right))


def _is_driver(ev: Evaluator, call: Node) -> bool:
    """Whether a call is TypeScript's or SWC's ``__generator``: its error message says so in every build."""
    for leaf in leaves(ev.eval(call.callee)):
        if isinstance(leaf, Function):
            fn = leaf.fn
            return fn.source.data.find(b"Generator is already", fn.start, fn.end) >= 0
    return False


def _link(machine: Machine) -> None:
    blocks = list(machine.blocks.values())
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        target: list[object] = []
        for statement in block.statements:
            target = _read(machine, block, following, statement, target)
        ends = block.statements and block.statements[-1].type in ("ReturnStatement", "BreakStatement", "ThrowStatement")
        if following is not None and not ends:
            following.from_.append((block, None))
    by_label = {block.label: block for block in blocks if block.label is not None}
    for block in blocks:
        for label, statement in block.leads:
            other = by_label.get(label)
            if other is not None:
                other.from_.append((block, statement))
    for index, block in enumerate(blocks):
        if index and not block.from_:
            block.from_ = [(earlier, None) for earlier in blocks[:index]]


def _read(
    machine: Machine, block: Block, following: Block | None, statement: Node, target: list[object]
) -> list[object]:
    """Collects what a statement of a block yields and returns, and where it leads. ``target``: the labels that were set
    last before it; those that it leaves are given back."""
    for node in _own_nodes(statement):
        if node.type == "AssignmentExpression" and _is_label(machine, node.left):
            target = list(_label_values(node.right))
            machine.signs += 1
            block.leads += [(label, _statement(node)) for label in target]
        elif node.type == "ReturnStatement" and node.argument is not None:
            for inner in _own_nodes(node.argument):  # return e.n = 1, value
                if inner.type == "AssignmentExpression" and _is_label(machine, inner.left):
                    target = list(_label_values(inner.right))
            for value in _outcomes(node.argument):
                _leave(machine, block, following, node, value, target)
    return target


def _leave(
    machine: Machine, block: Block, following: Block | None, statement: Node, value: Node, target: list[object]
) -> None:
    operand: Node | None
    operation = _operation(value)
    if operation is not None:
        machine.signs += 1
        kind, operand = operation
        if kind == _RETURN and operand is not None:
            machine.returns.append(operand)
        elif kind == _BREAK and operand is not None:
            block.leads += [(label, statement) for label in _label_values(operand)]
        elif kind in (_YIELD, _EACH) and following is not None:
            following.from_.append((block, statement))
            if operand is not None:
                machine.yields.append(operand)
                if kind == _EACH:
                    machine.each.add(operand)
                else:
                    following.sent.append(operand)
        return
    call = value.callee if value.type == "CallExpression" else None
    if call is not None and call.type == "MemberExpression" and call.object.get("name") == machine.state:
        machine.signs += 1
        how = value.arguments[0].get("value") if value.arguments else None
        operand = value.arguments[1] if len(value.arguments) > 1 else None
        if call.property.get("name") in ("a", "abrupt") and operand is not None:
            if how in (_RETURN, "return"):
                machine.returns.append(operand)
            else:
                block.leads += [(label, statement) for label in _label_values(operand)]
        elif call.property.get("name") in ("d", "delegateYield") and value.arguments:
            machine.yields.append(value.arguments[0])
            machine.each.add(value.arguments[0])
            block.leads += [(label, statement) for label in _label_values(value.arguments[-1])]
        return
    machine.plain += 1
    machine.yields.append(value)  # regenerator: the label was set just before
    for other in machine.blocks.values():
        if other.label in target:
            other.sent.append(value)


def _operation(node: Node | None) -> tuple[int, Node | None] | None:
    """TypeScript's ``[2, value]``: the operation and its operand."""
    if node is None:
        return None
    if node.type == "SequenceExpression":
        node = node.expressions[-1]
    if node.type == "ConditionalExpression":
        return _operation(node.consequent) and _operation(node.alternate)
    if node.type != "ArrayExpression" or not 1 <= len(node.elements) <= 2 or node.elements[0] is None:
        return None
    kind = node.elements[0].get("value")
    if not isinstance(kind, float) or kind not in range(8):
        return None
    return int(kind), node.elements[1] if len(node.elements) > 1 else None


def _outcomes(node: Node) -> Iterator[Node]:
    """The expressions that a returned one may give."""
    if node.type == "SequenceExpression":
        yield from _outcomes(node.expressions[-1])
    elif node.type == "ConditionalExpression":
        yield from _outcomes(node.consequent)
        yield from _outcomes(node.alternate)
    else:
        yield node


def _label_values(node: Node) -> Iterator[object]:
    if node.type == "ConditionalExpression":
        yield from _label_values(node.consequent)
        yield from _label_values(node.alternate)
    elif node.type == "Literal":
        yield node.value


def _statement(node: Node) -> Node:
    while not node.type.endswith("Statement") and node.parent is not None:
        node = node.parent
    return node


def _own_nodes(node: Node) -> Iterator[Node]:
    """``node`` and what it holds, in source order, without other functions."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type in FUNCTIONS or current.type in CLASSES:
            continue
        yield current
        stack.extend(reversed(current.children()))


# -- generators as they are written -------------------------------------------------------------------------------


def yields_of(fn: Node) -> Iterator[Node]:
    """The ``yield`` expressions of a generator function, in source order."""
    for node in _own_nodes(fn.body):
        if node.type == "YieldExpression" and node.argument is not None:
            yield node


def runs_once(node: Node) -> bool:
    """Whether the code at ``node`` runs exactly once in each call of its function, as far as syntax says so."""
    for parent in node.ancestors():
        if parent.type in FUNCTIONS:
            return True
        if parent.type not in _STRAIGHT:
            return False
    return False


_STRAIGHT = frozenset({
    "BlockStatement", "ExpressionStatement", "SequenceExpression", "VariableDeclaration", "VariableDeclarator",
    "AssignmentExpression",
})  # fmt: skip
