"""Which reads of a variable may see what one write put there, told by syntax alone.

UglifyJS uses one name for many values. What follows a function or a class from name to name must not go on where the
name holds something else by then; to ask ``places`` at every reference would cost more than the whole question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: what of a node is evaluated whenever the node is, as far as it is not all of it
_ALWAYS: dict[str, tuple[str, ...]] = {
    "IfStatement": ("test",),
    "ConditionalExpression": ("test",),
    "LogicalExpression": ("left",),
    "SwitchStatement": ("discriminant",),
    "ForStatement": ("init", "test"),
    "ForInStatement": ("right",),
    "ForOfStatement": ("right",),
    "WhileStatement": ("test",),
    "DoWhileStatement": (),
    "ChainExpression": (),
    "AssignmentPattern": ("left",),
    "TryStatement": ("finalizer",),
    "SwitchCase": (),
    "LabeledStatement": (),
}
_LOOPS = frozenset({"ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"})


def uses(ev: Evaluator, binding: Binding, write: Node | None) -> list[Node]:
    """The references of ``binding`` that may see what ``write`` puts into it, and nothing that is set over it before;
    ``write`` None: what the variable holds from the beginning."""
    references = ev.project.scopes(binding.scope.node).references(binding)
    return [reference for reference in references if may_see(ev, binding, write, reference)]


def seen_by(ev: Evaluator, binding: Binding, reference: Node) -> list[Node]:
    """The writes whose values ``reference``, one of the binding's, may see."""
    return [write for write in _writes(ev, binding).all if may_see(ev, binding, write, reference)]


def may_see(ev: Evaluator, binding: Binding, write: Node | None, reference: Node) -> bool:
    """Whether ``reference``, one of the binding's, may see what ``write`` puts into ``binding``; ``write`` None as for
    ``uses``."""
    writes = _writes(ev, binding)
    if not writes.all or (len(writes.all) == 1 and writes.all[0] is write):
        return True
    if write is not None and write not in writes.here:
        return True  # set in another function: at any time
    return _reaches(write, writes.here, reference, writes.home)


@dataclass(frozen=True)
class _Writes:
    """The writes of one variable, and those in ``home``, the function it belongs to; in the order they happen."""

    all: list[Node]
    home: Node
    here: list[Node]


def _writes(ev: Evaluator, binding: Binding) -> _Writes:
    from bundlescan.values.places import assignment_to

    key = ("writes", binding)
    if key not in ev.facts:
        references = ev.project.scopes(binding.scope.node).references(binding)
        found = {write: None for reference in references if (write := assignment_to(reference)) is not None}
        writes, home = sorted(found, key=lambda node: node.end), _home(binding.scope.node)
        ev.facts[key] = _Writes(writes, home, [write for write in writes if _home(write) is home])
    return ev.facts[key]  # type: ignore[return-value]


def _home(node: Node) -> Node:
    """The function that ``node`` runs with: one that is called where it stands runs with the code around it."""
    current = node
    while current.parent is not None and (current.type not in FUNCTIONS or _runs_here(current)):
        current = current.parent
    return current


def _runs_here(fn: Node) -> bool:
    parent = fn.parent
    called = parent is not None and parent.type == "CallExpression" and parent.callee is fn
    return called and not fn.get("generator") and not fn.get("async")


def _reaches(write: Node | None, own: list[Node], reference: Node, home: Node) -> bool:
    if _home(reference) is not home or (write is not None and write.type in _LOOPS):
        return True  # seen by a function that runs at any time
    if write is not None and write.end > reference.start:
        return reference is (write.get("id") or write.get("left")) or _share_a_loop(write, reference)
    for other in reversed(own):
        if other is write:
            return True
        if _replaces(other) and other.end <= reference.start and _always_before(other, reference):
            return False
    return write is None


def _replaces(write: Node) -> bool:
    """Whether nothing of the value before ``write`` is left: not so for ``+=`` and ``||=``, or a loop's variable."""
    return write.get("operator") in (None, "=") and write.type in ("VariableDeclarator", "AssignmentExpression")


def _share_a_loop(write: Node, reference: Node) -> bool:
    loops = {node for node in write.ancestors() if node.type in _LOOPS}
    return any(node in loops for node in reference.ancestors())


def _always_before(write: Node, reference: Node) -> bool:
    """Whether ``write``, which ends before ``reference`` begins, has run whenever ``reference`` is reached."""
    child, parent = write, write.parent
    while parent is not None:
        inside = parent.start <= reference.start and reference.end <= parent.end
        roles = _ALWAYS.get(parent.type)
        if parent.type == "AssignmentExpression" and parent.operator in ("||=", "&&=", "??="):
            roles = ("left",)
        if roles is not None and not any(parent.get(role) is child for role in roles):
            return inside and parent.type == "SwitchCase"
        if inside:
            return True
        if parent.type in FUNCTIONS and parent.source.data.find(b"return", parent.start, write.start) >= 0:
            return False
        child, parent = parent, parent.parent
    return False


__all__ = ["may_see", "seen_by", "uses"]
