"""Reaching definitions: what a variable, or a field of ``this``, holds at one point.

A place has writes; ``before`` walks backwards from a point in evaluation order to the writes that reach it,
``after`` says what a construct leaves behind. Both follow the syntax tree, so a branch becomes a choice on its
test and a branch that returns contributes nothing. A place's state is a value; a property write is a write to
the state of the object it is made on (``u.port = x`` lays ``port`` over what ``u`` held).

Not handled: fall-through between switch cases, labelled jumps, writes through an alias that is passed on to
another function. A value that a loop carries into its next round is one more alternative.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import Hop, targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.syntax.walk import walk
from bundlescan.values import machines, objects, rounds
from bundlescan.values.classes import is_this
from bundlescan.values.conditions import FALSE, branch, equal, excerpt, is_undefined, nullish, select, truth
from bundlescan.values.definitions import defines, definitions, is_setter
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Function,
    Hole,
    Page,
    Record,
    Url,
    Value,
    const,
    decided,
    lift,
    map_options,
    primitive_text,
    same_or_choice,
)
from bundlescan.values.frames import Frame
from bundlescan.values.lifetimes import uses

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

LOOPS = frozenset({"ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"})
#: which earlier child of a parent has run when another one runs, where that is not all of them
_RAN_BEFORE: dict[str, dict[str, tuple[str, ...]]] = {
    "IfStatement": {"consequent": ("test",), "alternate": ("test",)},
    "ConditionalExpression": {"consequent": ("test",), "alternate": ("test",)},
    "SwitchStatement": {"cases": ("discriminant",)},
    "ForStatement": {"test": ("init",), "body": ("init", "test"), "update": ("init", "test", "body")},
    "TryStatement": {"handler": ("block",), "finalizer": ("block",)},
}
#: writes that are told apart where a block may be left after any of them
MAX_EARLY = 6
_BREAK = re.compile(rb"(?<![\w$.])break\b")
#: methods that change the array they are called on
_MUTATING = frozenset({"push", "unshift", "splice", "sort", "reverse", "pop", "shift", "fill", "setAttribute"})


def activation(node: Node) -> Node:
    """The function, Program, static block or field initialiser in whose activation ``node`` runs."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type in FUNCTIONS or parent.type in ("Program", "StaticBlock"):
            return parent
        if parent.type == "PropertyDefinition" and parent.value is child:
            return parent
        child, parent = parent, parent.parent
    return child


class Place:
    """Something that holds a value and is written to. Subclasses say where and what."""

    def all_writes(self, ev: Evaluator) -> list[Node]:
        raise AssertionError("a place knows its writes")

    def entry(self, ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
        """What the place holds when ``fn``'s activation begins."""
        raise AssertionError("a place knows its entry value")

    def write(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
        """What the place holds after the write ``node``; ``prior`` is what it held before it."""
        raise AssertionError("a place knows what a write does")

    def __init__(self) -> None:
        self._by_function: dict[Node, list[Node]] | None = None
        self._walking: dict[Node, list[Node]] = {}

    #: the function that a variable is declared in
    home: Node | None = None

    def writes(self, ev: Evaluator, fn: Node) -> list[Node]:
        """The writes that run in ``fn``'s own activation, in source order."""
        return self.by_function(ev).get(fn) or self._walking.get(fn, [])

    def stored(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
        """``write``, where ``node`` may be the call that has a function write it for each element of a list."""
        walker = rounds.walker(node)
        walks = walker is not None and walker in self._walking
        return rounds.after_walk(ev, self, node, frame, prior) if walks else self.write(ev, node, frame, prior)

    def by_function(self, ev: Evaluator) -> dict[Node, list[Node]]:
        """The writes by the function whose activation they run in. What a function writes that is called on the spot
        for each element of a list, ``list.forEach(x => …)``, that call writes in the function around it."""
        if self._by_function is None:
            grouped: dict[Node, list[Node]] = {}
            for node in self.all_writes(ev):
                fn = activation(node)
                while fn is not self.home and (call := rounds.walk_of(fn)) is not None:
                    self._walking.setdefault(fn, []).append(node)
                    fn, node = activation(call), call
                if node not in grouped.setdefault(fn, []):
                    grouped[fn].append(node)
            for nodes in (*grouped.values(), *self._walking.values()):
                nodes.sort(key=lambda n: (n.start, -n.end))
            self._by_function = grouped
        return self._by_function


def before(ev: Evaluator, place: Place, node: Node, frame: Frame | None) -> Value:
    """What ``place`` holds just before ``node`` is evaluated."""
    fn = activation(node)
    writes = place.writes(ev, fn)
    if not writes:
        return place.entry(ev, fn, frame)
    return ev.guarded(("before", place, node, frame), node, lambda: _before(ev, place, writes, fn, node, frame))


def _before(ev: Evaluator, place: Place, writes: list[Node], fn: Node, node: Node, frame: Frame | None) -> Value:
    child = node
    while child is not fn and child.parent is not None and child.parent is not fn:
        parent = child.parent
        if child is parent.get("body") and any(write is parent for write in writes):
            held = before(ev, place, parent, frame)  # for (x of …): the head sets it in each round
            return place.stored(ev, parent, frame, lambda held=held: held)  # type: ignore[misc]
        own = frame.find(parent) if frame is not None and parent.type in LOOPS else None
        if own is not None and (
            child in (parent.body, parent.get("update")) or (parent.type == "WhileStatement" and child is parent.test)
        ):
            tested = parent.type == "WhileStatement" and child is parent.body and contains(writes, parent.test)
            return after(ev, place, parent.test, frame) if tested else rounds.entry(ev, place, own)
        sibling = _earlier_sibling(writes, parent, child)
        value = None if sibling is None else after(ev, place, sibling, frame)
        if parent.type in LOOPS and child is not parent.get("init") and _carried(writes, parent, child):
            first = value if value is not None else before(ev, place, parent, frame)
            again = ev.guarded(("loop", place, parent, frame), parent, partial(_round, ev, place, parent, frame))
            return Choice(Cond(("loop", parent, id(place)), "a later round of the loop", "write"), (first, again))
        if value is not None:
            return value
        if parent.type == "SwitchStatement":
            block = machines.entry(ev, place, child, frame, lambda: place.entry(ev, fn, frame))
            if block is not None:
                return block
        child = parent
    if child.parent is fn and fn.type in ("Program", "StaticBlock"):
        sibling = _earlier_sibling(writes, fn, child)
        if sibling is not None:
            return after(ev, place, sibling, frame)
    return place.entry(ev, fn, frame)


def _round(ev: Evaluator, place: Place, loop: Node, frame: Frame | None) -> Value:
    writes = place.writes(ev, activation(loop))
    inside = [write for write in writes if loop.body.start <= write.start < loop.body.end or _in_update(loop, write)]
    if all(write.type == "UpdateExpression" for write in inside):
        return ev.hole(loop, "the counter of a loop", key=("number", loop, place))
    for part in (loop.get("update"), loop.body):
        if part is not None and contains(writes, part):
            return after(ev, place, part, frame)
    return ev.lost(loop, "carried by the loop")


def _in_update(loop: Node, write: Node) -> bool:
    update = loop.get("update")
    return update is not None and bool(update.start <= write.start < update.end)


def _earlier_sibling(writes: list[Node], parent: Node, child: Node) -> Node | None:
    """The child of ``parent`` that ran last before ``child`` and holds a write."""
    at = bisect_left(writes, child.start, key=lambda n: n.start)
    while at > 0:
        at -= 1
        write = writes[at]
        if write.start < parent.start or write is parent:
            return None
        sibling = write
        while sibling.parent is not None and sibling.parent is not parent:
            sibling = sibling.parent
        if sibling.parent is not parent or sibling is child:
            continue
        if _ran_before(parent, sibling, child):
            return sibling
    return None


def _ran_before(parent: Node, sibling: Node, child: Node) -> bool:
    roles = _RAN_BEFORE.get(parent.type)
    if roles is None:
        return True
    for role, earlier in roles.items():
        value = parent.get(role)
        if value is child or (isinstance(value, list) and any(item is child for item in value)):
            return any(parent.get(name) is sibling for name in earlier)
    return True


def _carried(writes: list[Node], loop: Node, child: Node) -> bool:
    """Whether a write of the loop runs after ``child`` in one round, and so before it in the next."""
    at = bisect_left(writes, child.start, key=lambda n: n.start)
    update = loop.get("update")  # stands in front of the body
    if update is not None and child is not update and contains(writes, update):
        return True
    return at < len(writes) and writes[at].start < loop.end and not _declares(writes[at], loop)


def _declares(write: Node, loop: Node) -> bool:
    return write.parent is loop.get("left") or write is loop.get("left")


def contains(writes: list[Node], node: Node) -> bool:
    at = bisect_left(writes, node.start, key=lambda n: n.start)
    while at < len(writes) and writes[at].start < node.end:
        if writes[at].end <= node.end:
            return True
        at += 1
    return False


def after(ev: Evaluator, place: Place, node: Node, frame: Frame | None) -> Value:
    """What ``place`` holds after ``node``, which holds a write of it, has run."""
    key = ("after", place, node, frame)
    known = ev.recall(key)
    if known is not None:
        return known
    if not ev.spend(0):  # what follows is evaluated no more, and how the writes follow one another is not kept
        return ev.lost(node, "too deep to follow")
    provisional, cut = ev.provisional, ev.cut
    value = ev.guarded(key, node, lambda: _after(ev, place, node, frame))
    ev.remember(key, value, provisional, cut)
    return value


def _after(ev: Evaluator, place: Place, node: Node, frame: Frame | None) -> Value:
    writes = place.writes(ev, activation(node) if node.type != "Program" else node)

    def state(part: Node | None, prior: Callable[[], Value]) -> Value:
        return after(ev, place, part, frame) if part is not None and contains(writes, part) else prior()

    def start() -> Value:
        return before(ev, place, node, frame)

    if any(write is node for write in writes):
        parts = [n for n in (node.get("right"), node.get("left"), node.get("init")) if n is not None]
        inner = next((n for n in parts if contains(writes, n)), None)
        if inner is None and node.type == "CallExpression":
            inner = next((a for a in reversed(node.arguments) if contains(writes, a)), None)
        return place.stored(ev, node, frame, lambda: state(inner, start))
    match node.type:
        case "IfStatement" | "ConditionalExpression":
            test = truth(ev.eval(node.test, frame))

            def tested() -> Value:
                return state(node.test, start)

            def arm(part: Node | None) -> Value:
                return Dead(node=part) if part is not None and leaves(part) else state(part, tested)

            return branch(test, lambda: arm(node.consequent), lambda: arm(node.alternate))
        case "LogicalExpression":
            if not contains(writes, node.right):
                return after(ev, place, node.left, frame)
            left = ev.eval(node.left, frame)
            test = nullish(left) if node.operator == "??" else truth(left)

            def skipped() -> Value:
                return state(node.left, start)

            def ran() -> Value:
                return after(ev, place, node.right, frame)

            return branch(test, skipped, ran) if node.operator == "||" else branch(test, ran, skipped)
        case "SwitchStatement":
            whole = _after_switch(ev, place, node, frame, writes, lambda: state(node.discriminant, start))
            if not _has_break(node, "SwitchCase"):
                return whole
            early = (state(node.discriminant, start), *_each(ev, place, node, frame, writes))
            return Choice(Cond(("breaks", node), "where the switch is left", "write"), (whole, *early))
        case "TryStatement":
            if contains(writes, node.finalizer) if node.finalizer is not None else False:
                return after(ev, place, node.finalizer, frame)
            tried = state(node.block, start)
            if node.handler is None or leaves(node.handler.body):
                return tried
            # what the block had done when it threw: nothing yet, or any of its writes
            thrown = (start(), *_each(ev, place, node.block, frame, writes)) if contains(writes, node.block) else ()
            if contains(writes, node.handler):
                thrown = (after(ev, place, node.handler, frame), *thrown[1:])
            return Choice(Cond(("throws", node), "an exception is caught", "write"), (*thrown, tried))
        case "ForStatement" | "ForInStatement" | "ForOfStatement" | "WhileStatement":
            head = node.get("init") or node.get("left")

            def entered() -> Value:
                return state(head, start)

            offset = _copies_arguments(ev, node)
            if offset is not None and node.get("init") is not None and contains(writes, node.body):
                return _rest_of_arguments(ev, node, offset, frame)
            if not any(contains(writes, part) for part in (node.body, node.get("update")) if part is not None):
                return entered()
            by_round = rounds.after_loop(ev, place, node, frame)
            if by_round is not None:
                return by_round
            ran_once = ev.guarded(("loop", place, node, frame), node, lambda: _round(ev, place, node, frame))
            broken = _each(ev, place, node.body, frame, writes) if _has_break(node) else ()
            return Choice(Cond(("loop", node, id(place)), "the loop runs", "write"), (ran_once, entered(), *broken))
        case "LabeledStatement":
            to_the_end = after(ev, place, node.body, frame)
            label = node.label.name.encode("utf-8", "surrogatepass")
            if not re.search(rb"\bbreak\s+" + re.escape(label), node.source.data[node.start : node.end]):
                return to_the_end
            early = (start(), *_each(ev, place, node.body, frame, writes))
            return Choice(Cond(("breaks", node), "where the block is left", "write"), (to_the_end, *early))
    # everything else runs its children one after the other: the last one that writes decides
    at = bisect_left(writes, node.end, key=lambda n: n.start) - 1
    last = writes[at]
    while last.parent is not None and last.parent is not node:
        last = last.parent
    return after(ev, place, last, frame)


def _each(ev: Evaluator, place: Place, node: Node, frame: Frame | None, writes: list[Node]) -> tuple[Value, ...]:
    """What ``place`` holds after each of the writes inside ``node``, any of which may be the last one."""
    at = bisect_left(writes, node.start, key=lambda n: n.start)
    inside = [write for write in writes[at : at + MAX_EARLY] if write.end <= node.end]
    return tuple(after(ev, place, write, frame) for write in inside)


def _copies_arguments(ev: Evaluator, loop: Node) -> int | None:
    """The number of the first argument that a compiler's rest parameter takes, where a loop is one:
    ``for (…; i < n; i++) rest[i - 1] = arguments[i]``."""
    copy = loop.body
    while copy.type == "BlockStatement" and len(copy.body) == 1:
        copy = copy.body[0]
    copy = copy.get("expression") or copy
    if loop.type != "ForStatement" or copy.type != "AssignmentExpression" or copy.left.type != "MemberExpression":
        return None
    source, target = copy.right, copy.left
    if not (source.type == "MemberExpression" and source.object.get("name") == "arguments" and source.computed):
        return None
    index = source.property
    if not target.computed or index.type != "Identifier" or ev.binding(source.object) is not None:
        return None
    offset = target.property
    if offset.type == "Identifier":
        return 0 if offset.name == index.name else None
    if offset.type != "BinaryExpression" or offset.operator != "-" or offset.left.get("name") != index.name:
        return None
    known = offset.right.get("value")
    return int(known) if isinstance(known, float) else None


def _rest_of_arguments(ev: Evaluator, loop: Node, first: int, frame: Frame | None) -> Value:
    from bundlescan.values.calls import arguments_object

    def rest(given: Value) -> Value:
        return Array(given.items[first:], given.open, node=loop) if isinstance(given, Array) else given

    return lift(rest, arguments_object(ev, loop, frame))


def _after_switch(
    ev: Evaluator, place: Place, node: Node, frame: Frame | None, writes: list[Node], start: Callable[[], Value]
) -> Value:
    subject = ev.eval(node.discriminant, frame)

    def case_state(index: int) -> Value:
        # a case falls into the next one until a statement leaves
        last: Node | None = None
        for case in node.cases[index:]:
            for statement in case.consequent:
                if contains(writes, statement):
                    last = statement
                if leaves(statement):
                    if statement.type != "BreakStatement" and not _breaks(statement):
                        return Dead(node=statement)
                    return after(ev, place, last, frame) if last is not None else start()
        return after(ev, place, last, frame) if last is not None else start()

    default = next((i for i, case in enumerate(node.cases) if case.test is None), None)

    def otherwise() -> Value:
        return start() if default is None else case_state(default)

    def test(index: int) -> Value:
        case = node.cases[index]
        return FALSE if case.test is None else equal(subject, ev.eval(case.test, frame), case, strict=True)

    return select(len(node.cases), test, case_state, otherwise, node)


def _has_break(node: Node, ordinary: str | None = None) -> bool:
    """Whether a statement is left by a ``break`` that does not stand directly in an ``ordinary`` parent."""
    for match in _BREAK.finditer(node.source.data, node.start, node.end):
        found: Node | None = node.tree.at(match.start(), match.end())
        while found is not None and found is not node and found.type != "BreakStatement":
            found = found.parent
        parent = found.parent if found is not None and found is not node else None
        if parent is not None and parent.type == "BlockStatement" and parent.parent is not None:
            parent = parent.parent if parent.parent.type == "SwitchCase" else parent
        if parent is not None and parent.type != ordinary:
            return True
    return False


def _breaks(statement: Node) -> bool:
    return statement.type == "BlockStatement" and bool(statement.body) and statement.body[-1].type == "BreakStatement"


def leaves(node: Node) -> bool:
    """Whether a statement never completes normally: it ends in return, throw, break or continue."""
    match node.type:
        case "ReturnStatement" | "ThrowStatement" | "BreakStatement" | "ContinueStatement":
            return True
        case "BlockStatement":
            return any(leaves(statement) for statement in node.body)
        case "IfStatement":
            return node.alternate is not None and leaves(node.consequent) and leaves(node.alternate)
    return False


# -- variables ------------------------------------------------------------------------------------------------


class Variable(Place):
    """A declared variable: assignments set it, property writes on it lay the property over its state."""

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self.binding = binding
        self.home = binding.scope.function

    def all_writes(self, ev: Evaluator) -> list[Node]:
        out: list[Node] = []
        for reference in ev.project.scopes(self.binding.scope.node).references(self.binding):
            for write in (assignment_to(reference), mutation_of(reference) or mutation_within(reference)):
                if write is not None and write not in out[-2:] and not is_setter(activation(write)):
                    out.append(write)
        return [*out, *_through_other_names(ev, self.binding)] if _is_module(self.binding) else out

    def elsewhere(self, ev: Evaluator) -> list[tuple[Node, list[Node]]]:
        """The writes that run in other functions than the variable's own, by function; without those by which a
        function replaces itself."""
        found = []
        for fn, writes in self.by_function(ev).items():
            if fn is not self.binding.scope.function:
                kept = [write for write in writes if not _replaces_itself(self.binding, write)]
                found += [(fn, kept)] if kept else []
        return found

    def entry(self, ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
        binding = self.binding
        home = binding.scope.function
        if home is not fn:
            turn = rounds.turn(ev, fn, frame)
            return rounds.entry(ev, self, turn) if turn is not None else _captured(ev, self, fn, frame)
        return initial(ev, binding, frame)

    def write(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
        name = self.binding.name
        match node.type:
            case "VariableDeclarator":
                if node.init is None:
                    return _iterated(ev, node, self.binding, frame) or prior()
                value = _unpacked(ev, node.id, name, ev.eval(node.init, frame), frame)
                return value.via(node, f"{name} is set")
            case "AssignmentExpression":
                left = node.left
                if left.type == "MemberExpression":
                    return _changed_within(ev, node, left.object, frame, prior)
                if left.type == "Identifier":
                    if node.operator == "=":
                        return ev.eval(node.right, frame).via(node, f"{name} is set")
                    from bundlescan.values.evaluate import assigned

                    return assigned(ev, node, prior(), frame).via(node, f"{name} is changed")
                value = _unpacked(ev, left, name, ev.eval(node.right, frame), frame)
                return value.via(node, f"{name} is set")
            case "UpdateExpression":
                from bundlescan.values.evaluate import counted

                if node.argument.type == "MemberExpression":
                    return changed(ev, node, frame, prior)
                return counted(ev, prior(), node)
            case "ForInStatement" | "ForOfStatement":
                if node.left.type == "MemberExpression":
                    return changed(ev, node, frame, prior)
                return _iterated(ev, node, self.binding, frame) or prior()
            case "CallExpression":
                if node.callee.type == "MemberExpression" and node.callee.property.get("name") in _MUTATING:
                    return _changed_within(ev, node, node.callee.object, frame, prior)
                given = node.arguments[0] if node.arguments else None
                if given is not None and given.type == "MemberExpression" and node.callee.type in FUNCTIONS:
                    return _changed_within(ev, node, given, frame, prior)
                return changed(ev, node, frame, prior)
            case "UnaryExpression":
                return changed(ev, node, frame, prior)
        return prior()


def _replaces_itself(binding: Binding, write: Node) -> bool:
    """Whether the function ``f`` ends with ``return (f = g)(…)`` or ``f = g; return f.apply(this, arguments)``: whoever
    calls ``f`` gets what ``g`` gives, the first time as well as later."""
    home = activation(write)
    declared = binding.node if binding.kind == "function" else binding.node.get("init")
    while declared is not None and declared.type == "LogicalExpression":  # this && this.__assign || function …
        declared = declared.right
    if declared is not home or write.type != "AssignmentExpression" or write.operator != "=":
        return False
    body = home.body.get("body") or ()
    if not isinstance(body, list) or not body or body[-1].type != "ReturnStatement" or body[-1].argument is None:
        return False
    call = body[-1].argument
    while call.type == "SequenceExpression":
        call = call.expressions[-1]
    callee = call.callee if call.type == "CallExpression" else None
    if callee is not None and callee.type == "MemberExpression" and callee.property.get("name") in ("apply", "call"):
        callee = callee.object
    again = callee is not None and callee.type == "Identifier" and callee.name == binding.name
    if callee is not write and not (again and write.parent is not None and write.parent.type in _IN_ORDER):
        return False
    return all(s.type in ("VariableDeclaration", "ExpressionStatement", "FunctionDeclaration") for s in body[:-1])


_IN_ORDER = frozenset({"SequenceExpression", "ExpressionStatement"})


def _is_module(binding: Binding) -> bool:
    """Whether a variable holds a module object of CommonJS, as bundlers declare them: ``m = {exports: {}}``."""
    init = binding.node.init if binding.node.type == "VariableDeclarator" else None
    if init is None or init.type != "ObjectExpression" or len(init.properties) != 1:
        return False
    only = init.properties[0]
    named = only.type == "Property" and only.key.get("name") == "exports"
    return named and bool(only.value.type == "ObjectExpression")


def _through_other_names(ev: Evaluator, binding: Binding) -> Iterator[Node]:
    """Writes to the object that a variable holds through variables that it is copied to: ``(e = m).exports = f``."""
    for reference in ev.project.scopes(binding.scope.node).references(binding):
        copy = reference.parent
        target = None
        if copy is not None and copy.type == "AssignmentExpression" and copy.right is reference:
            target = copy.left if copy.operator == "=" else None
        elif copy is not None and copy.type == "VariableDeclarator" and copy.init is reference:
            target = copy.id
        other = ev.binding(target) if target is not None and target.type == "Identifier" else None
        if other is not None:
            yield from filter(None, map(mutation_of, uses(ev, other, copy)))


def variable(ev: Evaluator, binding: Binding, node: Node, frame: Frame | None) -> Value:
    """What the variable ``binding`` holds where the identifier ``node`` reads it."""
    if binding.kind == "import":
        return ev.project.imported(ev, binding.node).via(node, f"imported as {binding.name}")
    if binding.kind == "const" and binding.node.type == "VariableDeclarator" and binding.node.id.type == "Identifier":
        init = binding.node.init
        if init is not None and init.type in ("Literal", "TemplateLiteral", "ArrowFunctionExpression"):
            home = binding.scope.function
            value = ev.eval(init, _at_home(frame, home))
            if not isinstance(value, Function):
                return value.via(binding.node, f"{binding.name} is set")
    place = place_of(ev, binding)
    value = before(ev, place, node, frame)
    if activation(node) is binding.scope.function:  # seen from another function, all writes are in it already
        value = _or_elsewhere(ev, place, value, frame, node)
    if not ev.aliases:
        return value
    if binding.scope.node.type == "Program" and ev.project.set_as_global(binding):
        stored = ev.hole(binding.ids[0], "set as a property of window", key=("global", binding))
        value = Choice(Cond(("global", binding), f"whether window.{binding.name} is set", "write"), (value, stored))
    if isinstance(value, (Array, Url, Choice)):
        from bundlescan.values import aliases

        return aliases.whole(ev, value, binding)
    return value


def _or_elsewhere(
    ev: Evaluator, place: Variable, value: Value, frame: Frame | None, at: Node, reader: Node | None = None
) -> Value:
    """``value``, or what another function (but the ``reader``) stored in the variable before it is read in its own, or
    by what is called there, ``at`` a place. Of functions that have been called for certain, only what they stored."""
    home = place.binding.scope.function
    elsewhere = [(fn, some) for fn, some in place.elsewhere(ev) if fn is not reader]
    if not elsewhere:
        return value
    few = len(elsewhere) <= MAX_SETTERS and isinstance(value, (Const, Concat, Page, Record)) and not _is_nothing(value)
    known = ((_has_been_called(ev, fn, home, at), fn, some) for fn, some in (elsewhere if few else ()))
    ran = [(call, fn, some) for call, fn, some in known if call is not None]
    for _, fn, some in sorted(ran, key=lambda one: one[0].start):
        if len(some) == 1 and _is_certain(some[0], fn):
            earlier = value
            key = ("elsewhere", some[0])
            value = ev.guarded(key, some[0], partial(place.stored, ev, some[0], _at_home(frame, home), lambda: earlier))  # noqa: B023
            elsewhere.remove((fn, some))
    writes = [w for _, some in elsewhere for w in some]
    if not writes:
        return value
    if len(writes) > 8:
        other = ev.lost(place.binding.ids[0], "written in many functions")
        return Choice(Cond(("elsewhere", place.binding), "another function", "write"), (value, other))
    outer = _at_home(frame, home)
    options = [value]
    for write in writes:
        stored = ev.guarded(("elsewhere", write), write, partial(place.stored, ev, write, outer, lambda: value))
        if not any(stored is option for option in options):
            options.append(stored)
    if len(options) > 1 and _is_nothing(value):
        options = options[1:]
    if len(options) == 1:
        return options[0]
    text = f"whether another function sets {place.binding.name}"
    return Choice(Cond(("elsewhere", place.binding), text, "write"), tuple(options))


#: functions that set one variable whose calls are looked for
MAX_SETTERS = 3
#: what stands around an expression that runs whenever the function around it does
_CERTAIN = frozenset({
    "ExpressionStatement", "VariableDeclaration", "VariableDeclarator", "SequenceExpression", "UnaryExpression",
    "AwaitExpression", "AssignmentExpression", "CallExpression", "NewExpression", "MemberExpression", "ReturnStatement",
    "ExportNamedDeclaration",
})  # fmt: skip


def _is_certain(node: Node, fn: Node) -> bool:
    """Whether ``node`` runs whenever ``fn`` does, as far as the statements around it say so."""
    parent = node.parent
    while parent is not None and parent is not fn:
        if parent.type == "BlockStatement" and parent.parent is fn:
            return not any(leaves(statement) for statement in parent.body if statement.end <= node.start)
        if parent.type not in _CERTAIN and parent is not fn.get("body"):
            return False
        parent = parent.parent
    return parent is fn


def _has_been_called(ev: Evaluator, fn: Node, home: Node, at: Node) -> Node | None:
    """The one call of ``fn``, where that has run for certain before ``at``, in the function ``home``."""
    from bundlescan.values.calls import LOOK, callers

    if fn.get("async") or fn.get("generator"):
        return None
    sites = ev.bounded(LOOK, lambda: callers(ev, fn))
    call = sites[0].call if len(sites) == 1 else None
    if call is None or call.end > at.start or activation(call) is not home or activation(at) is not home:
        return None
    if _runs_later(call) or not _is_certain(call, home):
        return None
    return call if call.type == "CallExpression" else None


def place_of(ev: Evaluator, binding: Binding) -> Variable:
    place = ev.places.get(binding)
    if place is None:
        place = ev.places[binding] = Variable(binding)
    return place  # type: ignore[return-value]


def _at_home(frame: Frame | None, home: Node) -> Frame | None:
    """The frame for code that runs in ``home``'s activation, seen from code inside it."""
    if frame is None:
        return None
    found = frame.find(home)
    if found is not None:
        return found
    # an activation around home is still known
    outer: Frame | None = frame
    while outer is not None and not (outer.fn.start <= home.start and home.end <= outer.fn.end):
        outer = outer.outer
    return outer


def initial(ev: Evaluator, binding: Binding, frame: Frame | None) -> Value:
    """What a binding holds when its own function begins."""
    match binding.kind:
        case "function" | "class":
            fn = binding.node
            loader = ev.project.loaders.runtime(fn)
            return loader or Function(fn, _at_home(frame, binding.scope.function), node=fn)
        case "self":
            outer = _at_home(frame, activation(binding.node))
            return Function(binding.node, outer, node=binding.node)
        case "parameter":
            return parameter(ev, binding, frame)
        case "import":
            return ev.project.imported(ev, binding.node)
        case "catch":
            return ev.lost(binding.node, "a caught exception")
    if binding.node.type == "TSEnumDeclaration":
        return _enum(ev, binding.node)
    return const(UNDEFINED, binding.ids[0])


def _enum(ev: Evaluator, node: Node) -> Value:
    props: dict[str, Value | Callable[[], Value]] = {}
    following = 0.0
    for member in node.members:
        key = ev.key_of(member.id, False, None)
        value: Value = const(following, member)
        if member.initializer is not None:
            value = ev.eval(member.initializer, None)
        if isinstance(value, Const) and isinstance(value.value, float):
            following = value.value + 1
        if key is not None:
            props[key] = value
    return Record(props, node=node)


def parameter(ev: Evaluator, binding: Binding, frame: Frame | None) -> Value:
    """What a parameter holds: the argument of the known call, else those of all callers."""
    from bundlescan.values import calls

    fn = binding.node
    if ev.aliases and _ARGUMENT_WRITTEN.search(fn.source.data, fn.start, fn.end):
        return ev.lost(fn, "arguments are written to", key=("arguments", binding))
    own = frame.find(fn) if frame is not None else None
    for index, pattern in enumerate(fn.params):
        for target, hops in targets(pattern):
            if target is not binding.ids[0] and not (target.type == "Identifier" and target.name == binding.name):
                continue
            given = ev.project.loaders.parameter(ev, fn, index)
            if given is not None:
                return _hop_all(ev, given, hops, frame, fn)
            if own is not None:
                raw = calls.argument(ev, own, index)
            else:
                raw = calls.callers_argument(ev, fn, index, pattern, frame)
            if pattern.type == "RestElement":
                if own is not None:
                    rest: Value = Array(own.args[index:], node=pattern)
                else:
                    rest = calls.callers_rest(ev, fn, index, pattern)
                return _hop_all(ev, rest, hops[1:], frame, fn)
            return _hop_all(ev, raw, hops, frame, fn)
    return ev.lost(binding.ids[0], "a parameter")


#: ``arguments[0] = …``, ``arguments[0].h = …``
_ARGUMENT_WRITTEN = re.compile(rb"(?<![\w$.])arguments\s*\[[^\]=]*\](?:\s*\.\s*[\w$]+|\s*\[[^\]=]*\])*\s*=(?![=>])")


def _hop_all(ev: Evaluator, value: Value, hops: tuple[Hop, ...], frame: Frame | None, at: Node) -> Value:
    for hop in hops:
        value = _hop(ev, value, hop, frame, at)
    return value


def _hop(ev: Evaluator, value: Value, hop: Hop, frame: Frame | None, at: Node) -> Value:
    if hop.default is not None:
        default = hop.default
        return branch_default(ev, value, lambda: ev.eval(default, frame).via(default, "the default"))
    if hop.rest:
        if hop.index is not None:
            start = hop.index
            return lift(
                lambda v: Array(v.items[start:], v.open, node=v.node) if isinstance(v, Array) else ev.lost(at, "rest"),
                value,
            )
        skipped = {ev.key_of(key, bool(key.parent and key.parent.computed), frame) for key in hop.skipped}
        return lift(lambda v: objects.without(v, skipped), value) if skipped and None not in skipped else value
    if hop.key is not None:
        name = ev.key_of(hop.key, hop.computed, frame)
        return ev.get(value, name, hop.key, frame) if name is not None else ev.lost(hop.key, "a computed key")
    return ev.get(value, str(hop.index), at, frame)


def branch_default(ev: Evaluator, value: Value, default: Callable[[], Value]) -> Value:
    """``value``, or ``default()`` where it is undefined; each option of ``value`` decides for itself."""
    return lift(lambda v: branch(is_undefined(v), default, lambda: v), value)


def _unpacked(ev: Evaluator, pattern: Node, name: str, value: Value, frame: Frame | None) -> Value:
    """The part of ``value`` that ``pattern`` gives to the variable ``name``."""
    if pattern.type == "Identifier":
        return value
    for target, hops in targets(pattern):
        if target.type == "Identifier" and target.name == name:
            return _hop_all(ev, value, hops, frame, pattern)
    return ev.lost(pattern, "a pattern")


def _iterated(ev: Evaluator, node: Node, binding: Binding, frame: Frame | None) -> Value | None:
    """The value of a loop variable: one of the elements."""
    loop = node
    while loop is not None and loop.type not in ("ForOfStatement", "ForInStatement"):
        if loop.type in FUNCTIONS or loop.type == "BlockStatement":
            return None
        if loop.parent is None:
            return None
        loop = loop.parent
    left = loop.left
    pattern = left.declarations[0].id if left.type == "VariableDeclaration" else left
    own = frame.find(loop) if frame is not None else None
    if own is not None:
        element: Value = own.args[0]
    elif loop.type == "ForInStatement":
        element = objects.any_key(ev, ev.eval(loop.right, frame), loop)
    else:
        element = objects.any_element(ev, ev.eval(loop.right, frame), loop)
    return _unpacked(ev, pattern, binding.name, element, frame).via(loop, f"{binding.name} is one of the elements")


def _captured(ev: Evaluator, place: Variable, fn: Node, frame: Frame | None) -> Value:
    """What a variable of an outer function holds when the inner function ``fn`` is called."""
    home = place.binding.scope.function
    turn = _own_round(place.binding, frame)
    own = frame.find(fn) if frame is not None else None
    if turn is not None and (own is None or own.caller is None or own.caller.find(turn.fn) is not turn):
        return rounds.leaves(ev, place, turn)
    if own is not None and own.site is not None and activation(own.site) is home and not _runs_later(own.site):
        if own.caller is None or own.caller.find(home) is own.find(home):
            held = _when_called(ev, place, home, own.site, own.caller)
            return _or_counted(ev, place, _or_elsewhere(ev, place, held, own.caller, own.site, fn), fn)
    return _or_counted(ev, place, outside(ev, place.binding, frame, fn), fn)


def _own_round(binding: Binding, frame: Frame | None) -> Frame | None:
    """The round of a loop that has a variable of its own, in which the function was made that ``frame`` is in:
    ``for (const [name, get] of list) define(name, () => get())``."""
    if frame is None or binding.kind not in ("let", "const"):
        return None
    loop: Node | None = binding.scope.node
    while loop is not None and loop.type not in LOOPS:
        if loop.type in FUNCTIONS:
            return None
        loop = loop.parent
    return frame.find(loop) if loop is not None else None


def _or_counted(ev: Evaluator, place: Variable, held: Value, fn: Node) -> Value:
    """``held``, or any other number where every call of ``fn`` counts on from the one before."""
    binding = place.binding
    writes = [write for write in place.writes(ev, fn) if _counts(write, binding.name)]
    if not writes:
        return held
    cond = Cond(("counted", binding, fn), f"how often {binding.name} was counted", "write")
    return Choice(cond, (held, ev.hole(writes[0], "counted from call to call", key=("number", binding, fn))))


#: what calls its argument when the code that is running has come to its end
_LATER = frozenset({
    "then", "catch", "finally", "setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback",
    "queueMicrotask", "addEventListener",
})  # fmt: skip


def _runs_later(site: Node) -> bool:
    """Whether a function that is called at ``site`` is an argument there, and is called later."""
    callee = site.get("callee")
    if callee is None:
        return False
    name = callee.property.get("name") if callee.type == "MemberExpression" else callee.get("name")
    return name in _LATER


def _when_called(ev: Evaluator, place: Variable, home: Node, call: Node, frame: Frame | None) -> Value:
    """What ``place`` holds when ``call`` runs what it calls: ``(h = f, function () { … h … })(h = g)``."""
    writes = place.writes(ev, home)
    parts = [call.get("callee"), *(call.get("arguments") or ())]
    last = next((part for part in reversed(parts) if part is not None and contains(writes, part)), None)
    return after(ev, place, last, frame) if last is not None else before(ev, place, call, frame)


def outside(ev: Evaluator, binding: Binding, frame: Frame | None, reader: Node | None = None) -> Value:
    """What a variable holds for code that runs later than its own function: what that function leaves in it, or
    what some other function (but the ``reader`` itself) stores."""
    place = place_of(ev, binding)
    home = binding.scope.function
    outer = _at_home(frame, home)
    groups = place.by_function(ev)
    options: list[Value] = []
    settled = _settled(ev, place, groups.get(home, []), home, outer)
    others = [(inner, writes) for inner, writes in place.elsewhere(ev) if inner is not reader]
    if not others or not _is_nothing(settled):
        options.append(settled)
    for _, writes in others:
        if len(options) > 12:
            options.append(ev.lost(binding.ids[0], "written in many functions"))
            break
        for write in writes:
            options.append(place.stored(ev, write, outer, lambda: settled))
    if len(options) == 1:
        return options[0]
    return Choice(Cond(("write", binding), f"which assignment to {binding.name} ran last", "write"), tuple(options))


def _counts(write: Node, name: str) -> bool:
    """Whether a write makes the next number from the one before: ``n++``, ``n += 1``, ``n = (n + 1) % m``."""
    if write.type == "UpdateExpression":
        return True
    if write.type != "AssignmentExpression" or write.left.type != "Identifier":
        return False
    if write.operator != "=":
        return write.operator in ("+=", "-=") and write.right.type == "Literal" and not write.right.text.startswith('"')
    arithmetic = write.right
    if arithmetic.type != "BinaryExpression" or arithmetic.operator not in ("+", "-", "%"):
        return False
    return any(node.type == "Identifier" and node.name == name for node in walk(arithmetic))


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Const) and (value.value is UNDEFINED or value.value is None)


def _settled(ev: Evaluator, place: Variable, writes: list[Node], home: Node, outer: Frame | None) -> Value:
    """What the variable holds once its own function has run to its end."""
    if not writes:
        return initial(ev, place.binding, outer)
    body = home if home.type in ("Program", "StaticBlock") else home.body
    if contains(writes, body):
        return after(ev, place, body, outer)
    return after(ev, place, writes[-1], outer)


# -- what is a write --------------------------------------------------------------------------------------------


def assignment_to(reference: Node) -> Node | None:
    """The node that assigns to the variable ``reference`` names there, or None where it only reads it."""
    parent = reference.parent
    if parent is None:
        return None
    match parent.type:
        case "AssignmentExpression":
            return parent if parent.left is reference else None
        case "UpdateExpression":
            return parent
        case "VariableDeclarator":
            return parent if parent.id is reference and (parent.init is not None or _is_loop_head(parent)) else None
        case "ForInStatement" | "ForOfStatement":
            return parent if parent.left is reference else None
        case "AssignmentPattern" | "Property" | "ArrayPattern" | "RestElement":
            if parent.type == "AssignmentPattern" and parent.left is not reference:
                return None
            node = parent
            child = reference
            while node.type in ("AssignmentPattern", "Property", "ArrayPattern", "ObjectPattern", "RestElement"):
                if node.type == "AssignmentPattern" and node.left is not child:
                    return None
                if node.type == "Property" and (
                    node.value is not child or node.parent is None or node.parent.type != "ObjectPattern"
                ):
                    return None
                if node.parent is None:
                    return None
                child, node = node, node.parent
            if node.type == "VariableDeclarator" and node.id is child:
                return node
            if node.type == "AssignmentExpression" and node.left is child:
                return node
            if node.type in ("ForInStatement", "ForOfStatement") and node.left is child:
                return node
    return None


def _is_loop_head(declarator: Node) -> bool:
    declaration = declarator.parent
    loop = declaration.parent if declaration is not None else None
    return loop is not None and loop.type in ("ForInStatement", "ForOfStatement") and loop.left is declaration


def mutation_of(reference: Node) -> Node | None:
    """The node that changes the object which the variable (or ``this``) ``reference`` holds, if there is one."""
    parent = reference.parent
    if parent is None:
        return None
    if parent.type == "AssignmentExpression" and parent.left is reference and parent.operator == "=":
        holder = parent.parent  # (u = new URL(…)).port = 9000
        if holder is None or holder.type != "MemberExpression" or holder.object is not parent:
            return None
        reference, parent = parent, holder
    elif parent.get("operator") in ("||", "||=", "??", "??=") and parent.left is reference:
        holder = parent.parent  # (e || (e = {})).A = 1: a TypeScript namespace that was made part of what is around it
        if holder is not None and holder.type == "MemberExpression" and holder.object is parent:
            reference, parent = parent, holder
    if parent.type == "MemberExpression" and parent.object is reference:
        grand = parent.parent
        if grand is None:
            return None
        if grand.type in ("AssignmentExpression", "UpdateExpression"):
            target = grand.left if grand.type == "AssignmentExpression" else grand.argument
            return grand if target is parent else None
        if grand.type in ("ForOfStatement", "ForInStatement"):
            return grand if grand.left is parent else None
        if grand.type == "UnaryExpression":
            return grand if grand.operator == "delete" else None
        if grand.type == "CallExpression" and grand.callee is parent and not parent.computed:
            return grand if parent.property.get("name") in _MUTATING else None
        if grand.type in ("Property", "ArrayPattern", "AssignmentPattern"):
            return assignment_to(parent)
        return None
    if parent.get("operator") in ("||", "||=") and parent.left is reference:
        call = parent.parent  # (function (e) { e.A = 1 … })(E || (E = {})): a TypeScript enum or namespace
        if call is not None and call.type == "CallExpression" and call.arguments[:1] == [parent]:
            return call if call.callee.type in FUNCTIONS else None
    if parent.type == "CallExpression" and parent.arguments and parent.arguments[0] is reference:
        callee = parent.callee
        if callee.type in FUNCTIONS:
            return parent if _may_fill(callee) else None
        if callee.type == "MemberExpression" and not callee.computed:
            if callee.property.get("name") in ("assign", "defineProperty", "defineProperties"):
                return parent
            if callee.property.get("name") == "set" and callee.object.get("name") == "Reflect":
                return parent
            return parent if defines(parent) else None
        return parent if defines_field(parent) or defines(parent) else None
    return None


def mutation_within(reference: Node) -> Node | None:
    """The node that changes an object which is a property of the one that the variable ``reference`` holds:
    ``module.exports.port = 9000``, ``(function (e) { e.port = 9000 })(module.exports)``. What is done to a prototype is
    told with the class."""
    member = reference.parent
    while member is not None and member.type == "MemberExpression" and member.object is reference:
        if member.property.get("name") == "prototype" or (member.computed and member.property.type != "Literal"):
            return None
        holder = member.parent
        if holder is None:
            return None
        if holder.type == "CallExpression" and holder.arguments[:1] == [member]:
            return holder if holder.callee.type in FUNCTIONS and _may_fill(holder.callee) else None
        if holder.type == "MemberExpression" and holder.object is member:
            change = holder.parent
            if change is not None and change.type == "AssignmentExpression" and change.left is holder:
                return change
            if change is not None and change.type == "CallExpression" and change.callee is holder:
                return change if holder.property.get("name") in _MUTATING else None
        reference, member = member, holder
    return None


def _changed_within(
    ev: Evaluator,
    node: Node,
    owner: Node,
    frame: Frame | None,
    prior: Callable[[], Value],
    is_place: Callable[[Node], bool] = lambda member: False,
    *,
    perhaps: bool = False,
) -> Value:
    """The state of the object that a variable, or a field (``is_place``), holds after ``node``, which changes
    ``owner``: that object or, with ``mutation_within``, one that it leads to. ``perhaps``: if ``node`` has run."""
    keys: list[str] = []
    while owner.type == "MemberExpression" and not is_place(owner):
        key = ev.key_of(owner.property, owner.computed, frame)
        if key is None:
            return prior()
        keys.append(key)
        owner = owner.object

    def state(held: Callable[[], Value], at: int) -> Value:
        if not at:
            return _perhaps_changed(ev, node, frame, held()) if perhaps else changed(ev, node, frame, held)
        key = keys[at - 1]

        def within(whole: Value) -> Value:  # each option holds what it held itself
            inner = partial(state, lambda: ev.get(whole, key, node, frame), at - 1)
            return objects.with_property(ev, whole, key, inner, node)

        return map_options(within, held())

    return state(prior, len(keys))


def _perhaps_changed(ev: Evaluator, node: Node, frame: Frame | None, held: Value) -> Value:
    """The state of an object that ``node`` changes, if it has run by then."""
    cond = Cond(("write", node), f"whether this has run: {excerpt(node)}", "write")
    left = node.left if node.type == "AssignmentExpression" else None
    member = left is not None and left.type == "MemberExpression"
    key = ev.key_of(left.property, left.computed, frame) if left is not None and member else None
    if key is None or left is None:
        return same_or_choice(cond, (changed(ev, node, frame, lambda: held), held), node)

    def either() -> Value:
        before = ev.get(held, key, left, frame)
        now = ev.get(changed(ev, node, frame, lambda: held), key, left, frame)
        unset = isinstance(before, Const) and (before.value is None or before.value is UNDEFINED)
        return now if unset else same_or_choice(cond, (now, before), node)

    return objects.with_property(ev, held, key, either, node)


def _may_fill(fn: Node) -> bool:
    """Whether a function called on the spot may change the object that is its first argument: it writes a property of
    its parameter, calls a method of it, or hands it on together with something else. One that only reads does not,
    whatever else it stores in the parameter: ``(function (e) { var p = e.port; e = e.query … })(o)``."""
    first = fn.params[0] if fn.params else None
    if first is None or first.type != "Identifier":
        return False
    name = rb"(?<![\w$.])" + spelling(first.name)
    keyed = rb"\s*\[(?!\s*\d+\s*\](?!(?:" + _PROPERTY + rb")?" + _WRITTEN + rb"))"
    use = name + rb"(?:" + keyed + rb"|" + _PROPERTY + _WRITTEN + rb")|(?:\+\+|--|\bdelete\s)\s*" + name + _PROPERTY
    use += rb"|(?<!\bslice\.call\()" + name + rb"\s*,"
    return re.compile(use).search(fn.source.data, fn.body.start, fn.body.end) is not None


_PROPERTY = rb"(?:\s*\??\.\s*[\w$\x80-\xff]+)+"
#: what may follow a property that is written, or one in it: not a comparison, nor an arrow
_WRITTEN = rb"\s*(?:[\[(]|\+\+|--|\?\.[\[(]|(?:[-+*/%&|^]|\*\*|&&|\|\||\?\?|<<|>>>?)?=(?![=>]))"


def defines_field(call: Node) -> bool:
    """Whether a call has the shape of a class-field helper: ``f(this, "name", value)``."""
    args = call.arguments
    if not 2 <= len(args) <= 3 or call.callee.type not in ("Identifier", "MemberExpression", "SequenceExpression"):
        return False
    name = args[1]
    return name.type in ("Literal", "TemplateLiteral") and (
        name.type == "TemplateLiteral" or (isinstance(name.value, str) and _identifier_like(name.value))
    )


def _named(call: Node) -> bool:
    """Whether the second argument of a call is the name of a property."""
    return call.arguments[1].type not in ("ObjectExpression", "ArrayExpression")


def _identifier_like(text: str) -> bool:
    return text.replace("$", "_").replace("#", "_").isidentifier()


def _set_each(ev: Evaluator, write: Node, held: Value, frame: Frame | None) -> Value | None:
    """The state of an object after all known keys were set: by a loop over them, ``for (const [k, v] of
    Object.entries(o)) held[k] = f(v)``, or by all calls of ``set = (k, v) => held[k] = v``. None where the keys are not
    known."""
    member = write.left.type == "MemberExpression" and write.operator == "="  # no pattern
    keys = ev.eval(write.left.property, frame) if member else None
    if not isinstance(keys, Choice) or keys.cond.key[:1] not in (("element",), ("caller",)):  # type: ignore[index]
        return None
    names = [primitive_text(key.value) for key in keys.options if isinstance(key, Const)]
    if len(names) < len(keys.options):
        return None

    def value(index: int) -> Value:
        stored = decided(ev.eval(write.right, frame), keys.cond.key, index)
        return stored.via(write, f"stored in .{names[index]}")

    for index, name in enumerate(names):
        held = objects.with_property(ev, held, name, partial(value, index), write)
    return held


def changed(ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
    """The state of an object after ``node``, which ``mutation_of`` found to change it."""
    if node.type == "CallExpression":
        return _mutating_call(ev, node, frame, prior)
    held = prior()
    if node.type in ("ForOfStatement", "ForInStatement"):
        return objects.with_unknown(ev, held, node)
    left = node.left if node.type == "AssignmentExpression" else node.argument
    key = ev.key_of(left.property, left.computed, frame) if left.type == "MemberExpression" else None
    if key is None:
        each = _set_each(ev, node, held, frame) if node.type == "AssignmentExpression" else None
        return each if each is not None else objects.with_unknown(ev, held, node)

    def value(held: Value) -> Value:
        if node.type == "UnaryExpression":
            return const(UNDEFINED, node)
        if node.type == "UpdateExpression":
            from bundlescan.values.evaluate import counted

            return counted(ev, ev.get(held, key, left, frame), node)
        if node.operator == "=":
            return ev.eval(node.right, frame).via(node, f"stored in .{key}")
        from bundlescan.values.evaluate import assigned

        return assigned(ev, node, ev.get(held, key, left, frame), frame).via(node, f".{key} is changed")

    return map_options(lambda option: objects.with_property(ev, option, key, partial(value, option), node), held)


def _with_attribute(ev: Evaluator, held: Value, args: Sequence[Value], node: Node) -> Value:
    """``a.setAttribute("href", url)``; what other attributes hold, no URL is made of."""
    name = args[0].value if len(args) > 1 and isinstance(args[0], Const) else None
    return objects.with_property(ev, held, "href", lambda: args[1], node) if name == "href" else held


def _mutating_call(ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
    """The state of an object after a call that changes it: Object.assign, a field helper, push."""
    callee = node.callee
    name = callee.property.get("name") if callee.type == "MemberExpression" and not callee.computed else None
    held = prior()
    if callee.type in FUNCTIONS:
        return _filled(ev, node, held, frame)
    exported = definitions(ev, node, frame) if defines(node) else None
    if exported is not None:
        for defined, thunk in exported:
            held = objects.with_property(ev, held, defined, thunk, node)
        return held
    if name == "assign":
        for argument in node.arguments[1:]:
            held = objects.merged(ev, held, ev.eval(argument, frame), node)
        return held
    if name == "set":  # Reflect.set
        key = ev.key_of(node.arguments[1], True, frame) if len(node.arguments) == 3 else None
        if key is None:
            return objects.with_unknown(ev, held, node)
        return objects.with_property(ev, held, key, lambda: ev.eval(node.arguments[2], frame), node)
    if name == "setAttribute":
        return _with_attribute(ev, held, ev.arguments(node.arguments, frame), node)
    if name in _MUTATING:
        return objects.mutated_array(ev, held, str(name), ev.arguments(node.arguments, frame), node)
    if name == "defineProperties":
        from bundlescan.values.builtins import define_properties

        return define_properties(ev, (held, *ev.arguments(node.arguments[1:], frame)), node, frame) or held
    if name in ("d", "r") or len(node.arguments) < 2 or not _named(node):
        return held
    key = ev.key_of(node.arguments[1], True, frame)
    if key is None:
        return held
    if name == "defineProperty":
        return objects.defined(ev, held, key, node.arguments[2] if len(node.arguments) > 2 else None, node, frame)
    if len(node.arguments) < 3:
        return objects.with_property(ev, held, key, lambda: const(UNDEFINED, node), node)
    last = node.arguments[2]
    return objects.with_property(ev, held, key, lambda: ev.eval(last, frame).via(node, f"stored in .{key}"), node)


def _filled(ev: Evaluator, node: Node, held: Value, frame: Frame | None) -> Value:
    """The state of an object after a function that is called on the spot has filled it."""
    fn = node.callee
    parameter_ = fn.params[0] if fn.params else None
    if parameter_ is None or parameter_.type != "Identifier":
        return held
    binding = ev.project.scopes(fn).scope(fn).bindings.get(parameter_.name)
    if binding is None:
        return held
    if isinstance(held, Const) and held.value is not None and held.value is not UNDEFINED:
        return held  # a text or a number is not filled
    base = Record({}, node=node) if isinstance(held, Const) else held
    key = ("filled", node, frame)
    inner = ev.frames.get(key)
    if inner is None:
        inner = ev.frames[key] = Frame(fn, (base,), None, frame, node, frame)
    place = place_of(ev, binding)
    if not contains(place.writes(ev, fn), fn.body):
        return base
    return after(ev, place, fn.body, inner)


# -- this.name ------------------------------------------------------------------------------------------------


class Field(Place):
    """A field of the ``this`` of one class (or constructor function): all writes to it in the class's code."""

    def __init__(self, owner: Node, name: str) -> None:
        super().__init__()
        self.owner = owner
        self.name = name

    def all_writes(self, ev: Evaluator) -> list[Node]:
        return objects.field_writes(ev, self.owner, self.name)

    def entry(self, ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
        turn = rounds.turn(ev, fn, frame)
        return rounds.entry(ev, self, turn) if turn is not None else objects.field_entry(ev, self, fn, frame)

    def held(self, ev: Evaluator, node: Node) -> Node | None:
        """What ``node``, one of the writes, changes: the object that the field holds, or one inside it, rather than
        what the field is."""
        match node.type:
            case "AssignmentExpression" if node.left.type == "MemberExpression":
                changed = node.left.object
            case "CallExpression" if node.callee.type == "MemberExpression":
                changed = node.callee.object if node.callee.property.get("name") in _MUTATING else node.arguments[0]
            case "CallExpression" if node.arguments and node.callee.type == "Identifier":  # f(this.name, {…})
                changed = node.arguments[0]
            case "UpdateExpression" | "UnaryExpression" if node.argument.type == "MemberExpression":
                changed = node.argument.object
            case _:
                return None
        return changed if changed.type == "MemberExpression" and not is_this(ev, changed, self.owner) else None

    def perhaps(self, ev: Evaluator, node: Node, frame: Frame | None, value: Value) -> Value:
        """The object ``value`` that the field holds, which ``node``, a write of what is in it, may have changed."""
        inside = self.held(ev, node)
        if inside is None or not isinstance(value, (Record, Array, Url)):
            return value
        return _changed_within(
            ev, node, inside, frame, lambda: value, lambda n: is_this(ev, n.object, self.owner), perhaps=True
        )

    def write(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
        name = self.name
        inside = self.held(ev, node)
        if inside is not None:
            return _changed_within(ev, node, inside, frame, prior, lambda n: is_this(ev, n.object, self.owner))
        match node.type:
            case "AssignmentExpression":
                if node.left.type != "MemberExpression":  # a pattern on the left
                    for target, hops in targets(node.left):
                        if target.type == "MemberExpression" and target.property.get("name") == name:
                            value = _hop_all(ev, ev.eval(node.right, frame), hops, frame, node)
                            return value.via(node, f"stored in .{name}")
                    return prior()
                if node.left.computed and ev.key_of(node.left.property, True, frame) not in (name, None):
                    return prior()
                if node.operator == "=":
                    return ev.eval(node.right, frame).via(node, f"stored in .{name}")
                from bundlescan.values.evaluate import assigned

                return assigned(ev, node, prior(), frame).via(node, f".{name} is changed")
            case "CallExpression" | "UpdateExpression" | "UnaryExpression":
                owner = node.arguments[0] if node.type == "CallExpression" and node.arguments else None
                base = ev.eval(owner, frame) if owner is not None and is_this(ev, owner, self.owner) else None
                holder = Record({name: prior}, base, node=node)  # a getter that is defined sees the other fields
                return ev.get(changed(ev, node, frame, lambda: holder), name, node, frame)
        return prior()


def member_place(ev: Evaluator, node: Node, frame: Frame | None) -> Value | None:
    """``this.name`` (or through an alias of this) as a place, where it is one; None for any other member."""
    return objects.this_member(ev, node, frame)


__all__ = ["CLASSES", "Field", "Hole", "Place", "Variable", "activation", "after", "before", "excerpt", "leaves"]
