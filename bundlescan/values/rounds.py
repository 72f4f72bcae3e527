"""Loops over what is known, round by round.

A round is a frame whose ``fn`` is the loop: inside it the loop's variable is one known element, or its counter one
number, and what the rounds before have left is known too. So ``for (const k in table) out[k] = url(table[k])`` tells
its keys apart, and a loop that stops at the first match stops there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node
from bundlescan.values import objects
from bundlescan.values.conditions import FALSE, branch, truth
from bundlescan.values.domain import Array, Choice, Cond, Const, Dead, Keyed, Value
from bundlescan.values.frames import Frame

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.places import Place

#: rounds of one loop, and of loops in each other, that are told apart
MAX_ROUNDS, MAX_TOGETHER = 16, 48
#: writes of a function for each element that are told apart where the elements are not known
MAX_WRITES = 8
_ALL_LOOPS = frozenset({"ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"})
_JUMP = re.compile(rb"(?<![\w$.])(?:break|continue)\b")
_RETURN = re.compile(rb"(?<![\w$.])return\b")
#: methods of lists that call a function for each element, at once and in their order
_WALKS = frozenset({"forEach", "map", "filter", "flatMap"})
_LABELLED = re.compile(rb"(?<![\w$.])(?:break|continue)[ \t]+[\w$]")


def rounds(ev: Evaluator, loop: Node, frame: Frame | None) -> Sequence[Frame]:
    """The rounds of a loop in the activation ``frame``, in their order; none where they are not known."""
    if frame is not None and frame.find(loop) is not None:
        return ()
    known = ev.rounds.get((loop, frame))
    if known is not None:
        return known
    provisional = ev.provisional
    key = ("rounds", loop, frame)
    if loop.type == "WhileStatement":
        return _while_known(ev, loop, frame) if key not in ev.active else ()
    if key in ev.active:
        ev.provisional += 1
        return ()
    ev.active.add(key)
    try:
        found = _elements(ev, loop, frame)
    finally:
        ev.active.discard(key)
    together = len(found.items) if found is not None else 0
    outer = frame
    while outer is not None:
        together *= len(ev.rounds.get((outer.fn, outer.outer), (outer,)))
        outer = outer.outer
    if found is None or not 0 < len(found.items) <= MAX_ROUNDS or together > MAX_TOGETHER:
        made: tuple[Frame, ...] = ()
    else:
        depth = frame.depth if frame is not None else 0
        made = tuple(
            Frame(loop, _given(loop, item, at, found), None, frame, depth=depth) for at, item in enumerate(found.items)
        )
    if ev.provisional == provisional and ev.steps <= ev.limit:
        ev.rounds[loop, frame] = made
    return made if (loop, frame) in ev.rounds else ()


def _given(loop: Node, item: Value, at: int, found: Array) -> tuple[Value, ...]:
    """What one round is called with: the element, its index and the list; the value and the key of a Map's entry."""
    if loop.type in FUNCTIONS and isinstance(item, Array) and found.node is loop:
        value, key = item.items[1], item.items[0]
        return value, key, found
    return item, Const(float(at), node=loop), found


def _while_known(ev: Evaluator, loop: Node, frame: Frame | None) -> Sequence[Frame]:
    """The rounds of a ``while`` whose test is known in each of them, up to the one in which it does not hold or that
    leaves the loop."""
    key, provisional, cut = ("rounds", loop, frame), ev.provisional, ev.cut
    made: list[Frame] = []
    depth = frame.depth if frame is not None else 0
    ev.active.add(key)
    try:
        while len(made) <= MAX_ROUNDS and not _LABELLED.search(loop.source.data, loop.start, loop.end):
            number = Const(float(len(made)), node=loop)
            own = Frame(loop, (number, number), None, frame, depth=depth)
            ev.rounds[loop, frame] = (*made, own)
            goes_on = truth(ev.eval(loop.test, own))
            stops = _stops(ev, own) if isinstance(goes_on, Const) and goes_on.value is True else FALSE
            if not isinstance(goes_on, Const) or not isinstance(stops, Const):
                break
            if goes_on.value is True:
                made.append(own)
            if goes_on.value is not True or stops.value is True:
                ev.rounds[loop, frame] = tuple(made)
                return tuple(made)
    finally:
        ev.active.discard(key)
    ev.rounds[loop, frame] = ()
    if ev.provisional != provisional or ev.cut != cut or ev.steps > ev.limit:
        del ev.rounds[loop, frame]  # it may be known when less is asked at once
    return ()


def walk_of(fn: Node) -> Node | None:
    """The call that has ``fn``, which stands in it, called for each element of a list."""
    call = fn.parent
    if (
        call is None
        or call.type != "CallExpression"
        or fn.type not in ("FunctionExpression", "ArrowFunctionExpression")
    ):
        return None
    callee = call.callee
    if fn.get("async") or fn.get("generator") or callee.type != "MemberExpression" or call.arguments[0] is not fn:
        return None
    return call if not callee.computed and callee.property.get("name") in _WALKS else None


def walker(call: Node) -> Node | None:
    """The function that a call has called for each element of a list."""
    fn = call.arguments[0] if call.type == "CallExpression" and call.arguments else None
    return fn if fn is not None and walk_of(fn) is call else None


def turn(ev: Evaluator, fn: Node, frame: Frame | None) -> Frame | None:
    """The call of ``fn`` for one element that ``frame`` is in."""
    own = frame.find(fn) if frame is not None else None
    return own if own is not None and own in ev.rounds.get((fn, own.outer), ()) else None


def after_walk(ev: Evaluator, place: Place, call: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
    """What ``place`` holds after ``call`` has had a function called for each element of a list."""
    fn = walker(call)
    assert fn is not None
    turns = rounds(ev, fn, frame)
    if turns:
        return end(ev, place, turns[-1])
    held = prior()
    found = tuple(place.stored(ev, write, frame, lambda: held) for write in place.writes(ev, fn)[:MAX_WRITES])
    return Choice(Cond(("each", call, id(place)), "for any element", "write"), (*found, held))


def around(ev: Evaluator, node: Node) -> list[Frame]:
    """The rounds, of all loops around it in its function, in which ``node`` runs; none where they are not known."""
    loops = []
    parent = node.parent
    while parent is not None:
        if parent.type in _ALL_LOOPS or (parent.type in FUNCTIONS and walk_of(parent) is not None):
            loops.append(parent)
        elif parent.type in FUNCTIONS:
            break
        parent = parent.parent
    frames: list[Frame | None] = [None]
    for loop in reversed(loops):
        frames = [own for frame in frames for own in rounds(ev, loop, frame)]
    return [frame for frame in frames if frame is not None]


def _elements(ev: Evaluator, loop: Node, frame: Frame | None) -> Array | None:
    """What the rounds are about: elements, keys, or the numbers of a counter."""
    if _LABELLED.search(loop.source.data, loop.start, loop.end):
        return None
    match loop.type:
        case "ForStatement":
            count = _counted(ev, loop, frame)
            return None if count is None else Array(tuple(Const(float(n), node=loop) for n in count), node=loop)
        case "FunctionExpression" | "ArrowFunctionExpression":
            call = walk_of(loop)
            walked = ev.eval(call.callee.object, frame) if call is not None else None
            if isinstance(walked, Keyed) and call is not None and call.callee.property.get("name") == "forEach":
                return Array(walked.pairs, node=loop)
            return walked if isinstance(walked, Array) and not walked.open else None
        case "WhileStatement" | "DoWhileStatement":
            return None
        case "ForInStatement":
            names = objects.names(ev.eval(loop.right, frame))
            return None if names is None else Array(tuple(Const(name, node=loop) for name in names), node=loop)
    over = ev.eval(loop.right, frame)
    array = None if isinstance(over, Choice) else objects.elements(over)
    return None if array is None or array.open else array


def counter(ev: Evaluator, loop: Node) -> Binding | None:
    """The variable that a loop counts upwards by one: ``for (let i = 0; i < n; i++)``."""
    update, test = loop.get("update"), loop.get("test")
    if update is None or test is None or loop.get("init") is None or test.type != "BinaryExpression":
        return None
    target: Node | None = None
    if update.type == "UpdateExpression" and update.operator == "++":
        target = update.argument
    elif update.type == "AssignmentExpression" and update.operator == "+=" and update.right.text == "1":
        target = update.left
    side = test.left if test.operator in ("<", "<=", "!==", "!=") else test.right if test.operator == ">" else None
    if target is None or side is None or target.type != "Identifier" or side.type != "Identifier":
        return None
    binding = ev.binding(target)
    return binding if binding is not None and ev.binding(side) is binding else None


def _counted(ev: Evaluator, loop: Node, frame: Frame | None) -> range | None:
    from bundlescan.values.places import after, contains, place_of

    binding = counter(ev, loop)
    if binding is None or binding.kind in ("import", "function", "class"):
        return None
    place = place_of(ev, binding)
    writes = place.writes(ev, binding.scope.function)
    if contains(writes, loop.body) or not contains(writes, loop.init) or len(place.by_function(ev)) > 1:
        return None
    first = after(ev, place, loop.init, frame)
    test = loop.test
    limit = ev.eval(test.left if test.operator == ">" else test.right, frame)
    ends = [v.value for v in (first, limit) if isinstance(v, Const) and isinstance(v.value, float) and v.value % 1 == 0]
    if len(ends) < 2 or not 0 <= ends[1] - ends[0] <= MAX_ROUNDS:
        return None
    return range(int(ends[0]), int(ends[1]) + (test.operator == "<="))


def entry(ev: Evaluator, place: Place, own: Frame) -> Value:
    """What ``place`` holds when the round ``own`` begins."""
    from bundlescan.values.places import Variable, after, before, contains

    loop, outer = own.fn, own.outer
    call = walk_of(loop)
    if isinstance(place, Variable) and loop.type == "ForStatement" and counter(ev, loop) is place.binding:
        return own.args[0]
    writes = place.writes(ev, _activation(loop))
    if contains(writes, loop.body) or _tested(loop, writes):
        turns = ev.rounds[loop, outer]
        at = next(at for at, turn in enumerate(turns) if turn is own)
        if at > 0:
            return end(ev, place, turns[at - 1])
    if call is not None:
        return before(ev, place, call, outer)
    if loop.type == "WhileStatement":
        return before(ev, place, loop, outer)
    if loop.type == "ForStatement":
        head = loop.init
        return after(ev, place, head, outer) if contains(writes, head) else before(ev, place, loop, outer)
    if contains(writes, loop.left):
        return after(ev, place, loop.left, own)  # gives the variable this round's element
    return before(ev, place, loop, outer)


def end(ev: Evaluator, place: Place, own: Frame) -> Value:
    """What ``place`` holds when the next round begins; nothing where the loop was left."""
    key = ("round", place, own)
    known = ev.recall(key)
    if known is not None:
        return known
    provisional, cut = ev.provisional, ev.cut
    value = ev.guarded(key, own.fn, lambda: _outcome(ev, place, own, left=False))
    ev.remember(key, value, provisional, cut)
    return value


def _tested(loop: Node, writes: list[Node]) -> bool:
    """Whether the test of a ``while`` writes."""
    from bundlescan.values.places import contains

    return loop.type == "WhileStatement" and contains(writes, loop.test)


def leaves(ev: Evaluator, place: Place, own: Frame) -> Value:
    """What a variable of the round ``own`` holds for code that runs later: each round has one of its own."""
    from bundlescan.values.places import after, contains

    body = own.fn.body
    return (
        after(ev, place, body, own) if contains(place.writes(ev, _activation(own.fn)), body) else entry(ev, place, own)
    )


def _activation(loop: Node) -> Node:
    """The function whose writes the body of a loop makes; itself for a function that is called for each element."""
    from bundlescan.values.places import activation

    return loop if loop.type in FUNCTIONS else activation(loop)


def _outcome(ev: Evaluator, place: Place, own: Frame, *, left: bool) -> Value:
    from bundlescan.values.places import after, before, contains

    loop = own.fn
    writes = place.writes(ev, _activation(loop))
    if contains(writes, loop.body):
        at_end = after(ev, place, loop.body, own)
    else:
        at_end = after(ev, place, loop.test, own) if _tested(loop, writes) else entry(ev, place, own)
    value: Value = Dead(node=loop) if left else at_end
    for jump in reversed(_jumps(loop)):
        stays = (jump.type == "BreakStatement") is left
        here = before(ev, place, jump, own) if stays else Dead(node=jump)
        value = branch(_runs(ev, jump, own), lambda here=here: here, lambda value=value: value)  # type: ignore[misc]
    return value


def after_loop(ev: Evaluator, place: Place, loop: Node, frame: Frame | None) -> Value | None:
    """What ``place`` holds after the loop; None where its rounds are not known."""
    from bundlescan.values.places import contains

    update, writes = loop.get("update"), place.writes(ev, _activation(loop))
    if (update is not None and contains(writes, update)) or _tested(loop, writes):
        return None
    all_rounds = rounds(ev, loop, frame)
    if not all_rounds:
        return None
    value = end(ev, place, all_rounds[-1])
    breaks = [jump for jump in _jumps(loop) if jump.type == "BreakStatement"]
    for own in reversed(all_rounds) if breaks else ():
        value = branch(
            _stops(ev, own),
            lambda own=own: _outcome(ev, place, own, left=True),  # type: ignore[misc]
            lambda value=value: value,  # type: ignore[misc]
        )
    return value


def returned(ev: Evaluator, loop: Node, frame: Frame | None, rest: Callable[[], Value]) -> Value | None:
    """What a function returns from the loop on, ``rest()`` where the loop runs to its end; None where its rounds are
    not known, or where it is left by a ``break``."""
    from bundlescan.values.calls import completion

    if any(jump.type == "BreakStatement" for jump in _jumps(loop)):
        return None
    all_rounds = rounds(ev, loop, frame)
    for own in reversed(all_rounds):
        rest = partial(completion, ev, [loop.body], own, rest)
    return rest() if all_rounds else None


def _stops(ev: Evaluator, own: Frame) -> Value:
    """Whether the loop is left in this round by a ``break``."""
    value: Value = FALSE
    for jump in reversed(_jumps(own.fn)):
        ends = Const(jump.type == "BreakStatement", node=jump)
        value = branch(_runs(ev, jump, own), lambda ends=ends: ends, lambda value=value: value)  # type: ignore[misc]
    return value


def _jumps(loop: Node) -> list[Node]:
    """The ``break`` and ``continue`` statements that belong to the loop, in their order; of a function, its returns."""
    found: list[Node] = []
    if loop.type in FUNCTIONS:
        for match in _RETURN.finditer(loop.source.data, loop.body.start, loop.body.end):
            leaving = loop.tree.at(match.start(), match.end())
            home: Node | None = leaving
            while home is not None and home.type not in FUNCTIONS:
                home = home.parent
            if home is loop and leaving.type == "ReturnStatement":
                found.append(leaving)
        return found
    for match in _JUMP.finditer(loop.source.data, loop.body.start, loop.body.end):
        jump: Node | None = loop.tree.at(match.start(), match.end())
        while jump is not None and jump.type not in ("BreakStatement", "ContinueStatement") and jump is not loop:
            jump = jump.parent
        if jump is None or jump is loop:
            continue
        around = jump.parent
        inner = _ALL_LOOPS | FUNCTIONS | ({"SwitchStatement"} if jump.type == "BreakStatement" else set())
        while around is not None and around is not loop and around.type not in inner:
            around = around.parent
        if around is loop and jump not in found:
            found.append(jump)
    return found


def _runs(ev: Evaluator, node: Node, own: Frame) -> Value:
    """Whether ``node``, in the body of a loop, runs in this round, as far as the tests around it say so."""
    result: Value = Const(True, node=node)
    child, parent = node, node.parent
    while parent is not None and child is not own.fn.body:
        if parent.type in ("IfStatement", "ConditionalExpression") and child is not parent.test:
            test, then = truth(ev.eval(parent.test, own)), child is parent.consequent
            held = result
            result = branch(test, lambda: held if then else FALSE, lambda: FALSE if then else held)  # noqa: B023
        elif parent.type in ("SwitchCase", "TryStatement"):
            held = result
            unknown = ev.hole(parent, "whether this runs", key=("runs", parent, own))
            result = branch(truth(unknown), lambda: held, lambda: FALSE)  # noqa: B023
        child, parent = parent, parent.parent
    return result
