"""What the scripts of one tree put into objects of the page: ``window.App.config = {port: 9000}`` in one, read in
another.

A read of ``window.App.config.port`` is a hole that knows its path. Where some script of the tree writes that path, or
an object that it leads through, what is written there is one more alternative. The hole stays one: the page, or a
script that is not scanned, may set it too.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.syntax.nodes import Node
from bundlescan.values.conditions import alive
from bundlescan.values.domain import Choice, Cond, Global, Hole, Record, Value, leaves, lift

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: writes of one path that are told apart
MAX_WRITES = 8
#: how many expressions may be evaluated to learn which object is written to
LOOK = 200
#: roots of paths that no script of the page sets by an assignment
_NOT_SET = frozenset({
    "localStorage", "sessionStorage", "navigator", "history", "screen", "performance", "document", "crypto", "process",
    "import", "location",
})  # fmt: skip


def filled(ev: Evaluator, value: Value, node: Node) -> Value:
    """``value``, read at ``node``, with what scripts of the tree assign to the global paths that it is made of."""
    parent = node.parent
    if parent is not None and parent.type == "MemberExpression" and parent.object is node:
        return value  # only the whole path counts
    if isinstance(value, Hole) and value.path is None:
        return value
    return lift(lambda v: _filled(ev, v, node) if isinstance(v, Hole) and v.path is not None else v, value)


def _filled(ev: Evaluator, hole: Hole, node: Node) -> Value:
    assert hole.path is not None
    path = tuple(hole.path.removeprefix("window.").split("."))
    if path[0] in _NOT_SET or not all(name.isidentifier() or "$" in name for name in path):
        return hole
    options: list[Value] = []
    for length in range(len(path), 1, -1):  # a variable of the page is one already
        for write in _writes(ev, path[:length]):
            made = ev.guarded_or_none(("page", write), partial(_written, ev, write, path[length:], hole, node))
            if made is not None:
                options.append(made)
    if not options:
        return hole
    text = f"whether {hole.path} is what a script of the page sets"
    return Choice(Cond(("page data", path), text, "write"), (*options, hole), node=node)


def _written(ev: Evaluator, write: Node, rest: tuple[str, ...], hole: Hole, node: Node) -> Value:
    """What an assignment to a global path gives for the path ``rest`` below it."""
    from bundlescan.values.reach import reached

    value = ev.eval(write.right).via(write, f"stored in {write.left.text[:40]}")
    for name in rest:
        value = ev.get(value, name, node)
    value = lift(lambda v: Record(v.props, hole, node=v.node) if isinstance(v, Record) and v.base is None else v, value)
    return alive(reached(ev, write), lambda: value)


def _writes(ev: Evaluator, path: tuple[str, ...]) -> list[Node]:
    """The assignments to a global path in the tree; none where there are too many."""
    key = ("page writes", path)
    if key not in ev.facts:
        ev.facts[key] = []  # while it is being asked
        ev.facts[key] = _find(ev, path)
    return ev.facts[key]  # type: ignore[return-value]


def _find(ev: Evaluator, path: tuple[str, ...]) -> list[Node]:
    name = path[-1].encode("utf-8", "surrogatepass")
    pattern = re.compile(rb"\.\s*(" + re.escape(name) + rb")\s*=(?![=>])")
    found: list[Node] = []
    for unit in ev.project.units:
        if name not in unit.source.data:
            continue
        for match in pattern.finditer(unit.source.data, unit.span.start, unit.span.end):
            member = unit.tree.at(match.start(1), match.end(1)).parent
            if member is None or member.type != "MemberExpression" or member.computed:
                continue
            write = member.parent
            if write is None or write.type != "AssignmentExpression" or write.left is not member:
                continue
            if write.operator == "=" and _is_written_out(ev, member) and _is_path(ev, member.object, path[:-1]):
                found.append(write)
            if len(found) > MAX_WRITES:
                return []
    return found


def _is_written_out(ev: Evaluator, member: Node) -> bool:
    """Whether a member begins with the global object, or a global name. Writes through a variable that holds the object
    are seen as what they are: writes to what the variable holds."""
    root = member
    while root.type == "MemberExpression":
        root = root.object
    if root.type != "Identifier":
        return False
    if ev.binding(root) is None:
        return True
    return any(isinstance(v, Global) for v in leaves(ev.bounded(LOOK, lambda: ev.eval(root))))


def _is_path(ev: Evaluator, node: Node, path: tuple[str, ...]) -> bool:
    """Whether ``node`` is the object at a global path; the empty path is the global object."""
    for value in leaves(ev.bounded(LOOK, lambda: ev.eval(node))):
        if isinstance(value, Global) and not path:
            return value.path == "window"
        if isinstance(value, Hole) and value.path is not None and path:
            return tuple(value.path.removeprefix("window.").split(".")) == path
    return False
