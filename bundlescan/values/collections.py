"""Functions kept in collections: from where one is put in to the expressions that take it out again.

    subscribers.push(handler); subscribers.forEach((f) => f(state))
    (hooks[name] ||= []).push(handler); for (const f of hooks[name]) f(payload)

What is taken out is any of the functions put in: keys are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.syntax.texts import bare
from bundlescan.values.domain import Walker, leaves_under

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: methods that put their argument into a list or set
PUTTING = frozenset({"push", "unshift", "add"})
#: methods that call a function with each element, and the parameter that the element is
_EACH = {"forEach": 0, "map": 0, "filter": 0, "some": 0, "every": 0, "flatMap": 0, "find": 0, "reduce": 1}
#: methods that give the same elements, or one of them
_SAME = frozenset({"slice", "concat", "reverse", "filter", "values", "splice", "flat", "sort"})
_ONE = frozenset({"shift", "pop", "at", "get", "find"})
_AROUND = frozenset({
    "LogicalExpression", "ConditionalExpression", "ChainExpression", "SequenceExpression", "TSAsExpression",
    "TSNonNullExpression", "ParenthesizedExpression",
})  # fmt: skip
MAX_STEPS = 200
#: how many expressions may be evaluated to know what a call makes
LOOK = 300

Taken = Node | Binding


def taken(ev: Evaluator, collection: Node) -> Iterator[Taken]:
    """The expressions, and the variables, that hold what is taken out of what ``collection`` evaluates to; nothing of
    one that itself is kept under a key."""
    node = bare(collection)
    while True:
        if node.type == "LogicalExpression" or (node.type == "AssignmentExpression" and node.left.type != "Identifier"):
            node = bare(node.left)
        elif node.type == "ChainExpression":
            node = bare(node.expression)
        else:
            break
    if node.type == "MemberExpression" and node.computed and node.property.type != "Literal":
        return
    for reference in _references(ev, node):
        yield from _out(ev, reference, 0, False, set())


def of_table(ev: Evaluator, table: Node) -> Iterator[Taken]:
    """The same for a table that is written out, an object or a list, or the entries of a map; what is read from it by a
    name that is spelled is not among them."""
    pair = table.parent
    listed = pair.parent if pair is not None and pair.type == "ArrayExpression" else None
    if table.type == "ArrayExpression" and listed is not None and listed.type == "NewExpression":
        yield from _out(ev, listed, 0, True, set())  # new Map([["key", function]])
        return
    yield from _out(ev, table, 0, True, set())
    home = table.parent
    if home is not None and home.type in ("Property", "PropertyDefinition") and home.value is table:
        for reference in _named_reads(ev, home.key) if not home.computed else ():
            yield from _out(ev, reference, 0, True, set())
    elif home is not None and home.type == "AssignmentExpression" and home.left.type == "MemberExpression":
        for reference in _named_reads(ev, home.left.property) if not home.left.computed else ():
            yield from _out(ev, reference, 0, True, set())


def _named_reads(ev: Evaluator, key: Node) -> Iterator[Node]:
    name = key_name(key)
    known = list(ev.project.members(ev.project.unit_of(key), name)) if isinstance(name, str) else []
    yield from known if len(known) <= MAX_STEPS else ()


def _references(ev: Evaluator, node: Node) -> Iterator[Node]:
    """The expressions that name the same variable, or the property of the same name in this script."""
    if node.type == "AssignmentExpression":
        node = node.left
    if node.type == "Identifier":
        binding = ev.binding(node)
        if binding is not None:
            yield from ev.project.scopes(binding.scope.node).references(binding)
    elif node.type == "MemberExpression":
        yield from _named_reads(ev, node.property)


def _out(ev: Evaluator, node: Node, depth: int, keyed: bool, seen: set[Node]) -> Iterator[Taken]:
    """What is taken out of the collection that ``node`` evaluates to; its elements are ``depth`` collections down."""
    parent = node.parent
    if parent is None or node in seen or len(seen) > MAX_STEPS or not ev.spend():
        return
    seen.add(node)
    if parent.type in _AROUND and parent.get("test") is not node:
        yield from _out(ev, parent, depth, keyed, seen)
    elif parent.type == "AssignmentExpression" and parent.right is node and parent.left.type == "Identifier":
        yield from _held(ev, parent.left, depth + 1, keyed, seen)
    elif parent.type == "VariableDeclarator" and parent.init is node and parent.id.type == "Identifier":
        yield from _held(ev, parent.id, depth + 1, keyed, seen)
    elif parent.type == "SpreadElement" and parent.parent is not None and parent.parent.type == "ArrayExpression":
        yield from _out(ev, parent.parent, depth, keyed, seen)
    elif parent.type == "ForOfStatement" and parent.right is node:
        target = parent.left.declarations[0].id if parent.left.type == "VariableDeclaration" else parent.left
        if target.type == "ArrayPattern" and len(target.elements) == 2:  # the entries of a map
            target = target.elements[1]
        if target is not None and target.type == "Identifier":
            yield from _held(ev, target, depth, keyed, seen)
    elif parent.type == "CallExpression" and node in parent.arguments:
        name = parent.callee.property.get("name") if parent.callee.type == "MemberExpression" else None
        if name in ("from", "values", "concat"):
            yield from _out(ev, parent, depth, keyed, seen)
        elif parent.arguments[0] is node and _makes_walker(ev, parent):
            for value in _steps(ev, parent):
                yield from _element(ev, value, depth, keyed, seen)
    elif parent.type == "MemberExpression" and parent.object is node:
        yield from _member(ev, parent, depth, keyed, seen)


def _member(ev: Evaluator, member: Node, depth: int, keyed: bool, seen: set[Node]) -> Iterator[Taken]:
    if member.computed:
        if member.property.type == "Literal" and isinstance(member.property.value, str):
            return
        if keyed or (depth == 0 and not _is_written(member)):
            yield from _element(ev, member, depth, keyed, seen)
        return
    name, call = member.property.get("name"), member.parent
    if call is not None and call.type == "ChainExpression":
        call = call.parent
    if call is None or call.type != "CallExpression" or call.callee is not member:
        return
    if name in _EACH and call.arguments and call.arguments[0].type in FUNCTIONS:
        params = call.arguments[0].params
        if len(params) > _EACH[name] and params[_EACH[name]].type == "Identifier":
            yield from _held(ev, params[_EACH[name]], depth, keyed, seen)
    if name in _SAME:
        yield from _out(ev, call, depth, keyed, seen)
    if name in _ONE and (keyed or name != "get"):
        yield from _element(ev, call, depth, keyed, seen)


def _makes_walker(ev: Evaluator, call: Node) -> bool:
    """Whether a call of a compiler's helper gives an iterator of its argument."""
    return any(isinstance(leaf, Walker) for leaf in leaves_under(ev.bounded(LOOK, partial(ev.eval, call))))


def _steps(ev: Evaluator, walker: Node) -> Iterator[Node]:
    """The expressions that are an element in ``for (r = walk(list); !(n = r.n()).done;) … n.value …``."""
    for call in _uses_of(ev, walker):
        if call.parent is not None and call.parent.type == "CallExpression" and call.parent.callee is call:
            if call.property.get("name") in ("n", "next"):
                yield from (at for at in _uses_of(ev, call.parent) if at.property.get("name") == "value")


def _uses_of(ev: Evaluator, node: Node) -> Iterator[Node]:
    """The properties that are read of what ``node`` gives, on the spot or through the variable that it is put into."""
    holder = node.parent
    if holder is None:
        return
    target = holder.get("id") if holder.type == "VariableDeclarator" else holder.get("left")
    binding = ev.binding(target) if target is not None and target.type == "Identifier" else None
    known = list(ev.project.scopes(node).references(binding)) if binding is not None else []
    for use in (node, *known):
        if use.parent is not None and use.parent.type == "MemberExpression" and use.parent.object is use:
            yield use.parent


def _is_written(member: Node) -> bool:
    parent = member.parent
    return parent is not None and parent.type == "AssignmentExpression" and parent.left is member


def _element(ev: Evaluator, node: Node, depth: int, keyed: bool, seen: set[Node]) -> Iterator[Taken]:
    """``node`` evaluates to one of the elements."""
    if depth == 0:
        yield node
    else:
        yield from _out(ev, node, depth - 1, keyed, seen)


def _held(ev: Evaluator, target: Node, depth: int, keyed: bool, seen: set[Node]) -> Iterator[Taken]:
    """A variable holds one of the elements; at a depth of one more, the collection."""
    binding = ev.binding(target)
    if binding is None:
        return
    if depth == 0:
        yield binding
        return
    for reference in ev.project.scopes(binding.scope.node).references(binding):
        if reference not in binding.ids:
            yield from _out(ev, reference, depth - 1, keyed, seen)
