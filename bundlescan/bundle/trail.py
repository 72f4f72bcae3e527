"""Where a part of a module's exports is used: from an expression that gives the exports, along names and promises, to
the expressions that are the part. What is handed to code that is not looked into ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.scope.patterns import Hop, targets
from bundlescan.syntax.nodes import Node
from bundlescan.values.definitions import star_source
from bundlescan.values.domain import Function, Require, leaves_under
from bundlescan.values.helpers import gives_default
from bundlescan.values.lifetimes import uses
from bundlescan.values.machines import received

if TYPE_CHECKING:
    from bundlescan.bundle.registry import Factory
    from bundlescan.values.evaluate import Evaluator

#: steps of a path beside property names: awaiting a promise; calling, or reading ``a`` of, what ``n.n`` gives
AWAITED = "<await>"
DEFAULT = "<default>"
Path = tuple[str, ...]
MAX_STEPS = 400
_SAME_VALUE = {
    "ConditionalExpression": "test",
    "LogicalExpression": "",
    "ChainExpression": "",
    "TSAsExpression": "",
    "TSNonNullExpression": "",
}


#: what stands around a value that the machine of an async function yields: ``return e.n = 1, value``, ``[4, value]``
_YIELDS = frozenset({"ReturnStatement", "SequenceExpression", "ArrayExpression", "ConditionalExpression"})


def trail(ev: Evaluator, node: Node, path: Path) -> Iterator[Node]:
    """The expressions that are the part under ``path`` of what ``node`` evaluates to."""
    yield from _Trail(ev).value(node, path)


class _Trail:
    def __init__(self, ev: Evaluator) -> None:
        self.ev = ev
        self.seen: set[tuple[object, Path]] = set()

    def value(self, node: Node, path: Path) -> Iterator[Node]:
        if (node, path) in self.seen or len(self.seen) > MAX_STEPS or not self.ev.spend():
            return
        self.seen.add((node, path))
        if not path:
            yield node
            return
        parent = node.parent
        if parent is None:
            return
        kind = parent.type
        if kind in _YIELDS:
            for use in received(self.ev, node):
                yield from self.value(use, path[1:] if path[0] == AWAITED else path)
        if kind in _SAME_VALUE:
            if parent.get("test") is not node:
                yield from self.value(parent, path)
        elif kind in ("AwaitExpression", "YieldExpression"):  # an async function, or a generator that is driven as one
            yield from self.value(parent, path[1:] if path[0] == AWAITED else path)
        elif kind == "SequenceExpression" and parent.expressions[-1] is node:
            yield from self.value(parent, path)
        elif kind == "VariableDeclarator" and parent.init is node:
            yield from self.bound(parent.id, path, parent)
        elif kind == "AssignmentExpression" and parent.right is node:
            yield from self.assigned(parent, path)
            yield from self.value(parent, path)
        elif kind == "MemberExpression" and parent.object is node:
            yield from self.member(parent, path)
        elif kind == "CallExpression":
            yield from self.called(parent, node, path)
        elif kind == "ReturnStatement" or (kind == "ArrowFunctionExpression" and parent.body is node):
            fn: Node | None = parent
            while fn is not None and fn.type not in FUNCTIONS:
                fn = fn.parent
            if fn is not None:
                yield from self.results(fn, path)
        elif kind == "ArrayExpression" and path[0] == AWAITED:
            yield from self.all(parent, node, path)
        elif kind == "ArrayExpression" and (call := _applies(parent)) is not None:
            yield from self.value(call, path)  # what a helper does with the whole: toArray.apply(void 0, [node, 2])
        elif kind == "Property" and parent.value is node:
            yield from self.exported(node, path)

    def all(self, listed: Node, node: Node, path: Path) -> Iterator[Node]:
        """``Promise.all([…, node, …])``."""
        call = listed.parent
        callee = call.callee if call is not None and call.type == "CallExpression" else None
        if call is not None and callee is not None and callee.type == "MemberExpression":
            if callee.property.get("name") == "all" and callee.object.get("name") == "Promise":
                index = next(i for i, element in enumerate(listed.elements) if element is node)
                yield from self.value(call, (AWAITED, str(index), *path[1:]))

    def assigned(self, assignment: Node, path: Path) -> Iterator[Node]:
        left = assignment.left
        if left.type == "MemberExpression":
            target = self.ev.project.loaders.exports_target(self.ev, left)
            if target is not None:
                yield from self.loaded(target[0], (*target[1], *path))
        else:
            yield from self.bound(left, path, assignment)

    def exported(self, node: Node, path: Path, *, getter: bool = False) -> Iterator[Node]:
        for target, own in self.ev.project.loaders.exported(self.ev, node, getter=getter):
            if isinstance(target, Binding):
                known = self.ev.project.scopes(target.scope.node).references(target)
                yield from self.binding(target, (*own, *path), known)
            else:
                yield from self.loaded(target, (*own, *path))

    def loaded(self, factory: Factory, path: Path) -> Iterator[Node]:
        if (factory, path) in self.seen:
            return
        self.seen.add((factory, path))
        for load, way in self.ev.project.loaders.loads(self.ev, factory):
            yield from self.value(load, (*way, *path))

    def bound(self, pattern: Node, path: Path, write: Node | None = None) -> Iterator[Node]:
        """The pattern takes the value: at ``write``, or as a parameter."""
        for target, hops in targets(pattern):
            rest = self.through(hops, path)
            binding = self.ev.binding(target) if rest is not None and target.type == "Identifier" else None
            if binding is not None and rest is not None:
                yield from self.binding(binding, rest, uses(self.ev, binding, write))

    def through(self, hops: tuple[Hop, ...], path: Path) -> Path | None:
        for hop in hops:
            if hop.key is not None:
                if not path or self.ev.key_of(hop.key, hop.computed, None) != path[0]:
                    return None
                path = path[1:]
            elif hop.index is not None and not hop.rest:
                if path[:1] != (str(hop.index),):
                    return None
                path = path[1:]
        return path

    def binding(self, binding: Binding, path: Path, references: Iterable[Node]) -> Iterator[Node]:
        for reference in references:
            if not any(reference is i for i in binding.ids):
                yield from self.value(reference, path)

    def member(self, member: Node, path: Path) -> Iterator[Node]:
        name = self.ev.key_of(member.property, member.computed, None)
        call = member.parent
        called = call is not None and call.type == "CallExpression" and call.callee is member
        if path[0] == AWAITED:
            if not called or call is None:
                return
            if name == "then" and call.arguments:
                handler = call.arguments[0]
                if handler.type in FUNCTIONS and handler.params:
                    yield from self.bound(handler.params[0], path[1:])
            elif name in ("catch", "finally"):
                yield from self.value(call, path)
        elif path[0] == DEFAULT:
            if name == "a":
                yield from self.value(member, path[1:])
        elif name == path[0]:
            yield from self.value(member, path[1:])

    def called(self, call: Node, node: Node, path: Path) -> Iterator[Node]:
        if call.callee is node:
            if path[0] == DEFAULT:
                yield from self.value(call, path[1:])
            return
        callee = call.callee
        name = callee.property.get("name") if callee.type == "MemberExpression" else None
        if name == "then" and call.arguments[0] is node:  # .then(n.bind(n, 123))
            yield from self.value(call, (AWAITED, *path))
            return
        for leaf in leaves_under(self.ev.eval(callee, None)):
            if isinstance(leaf, Require) and leaf.how == "n" and path[0] != DEFAULT:
                # the default export of an ES module, or all of one of another kind
                rest = path[1:] if path[0] == "default" else path
                yield from self.value(call, (DEFAULT, *rest))
                return
            if isinstance(leaf, Function) and gives_default(self.ev, leaf.fn):
                yield from self.value(call, path[1:] if path[0] == "default" else path)
                return
        yield from self.exported(node, path)
        other = next((a for a in call.arguments if a is not node), None)
        if other is not None and path[0] != "default" and star_source(self.ev, call, other) is node:
            target = self.ev.project.loaders.exports_target(self.ev, other)
            if target is not None:
                yield from self.loaded(target[0], (*target[1], *path))
            return
        if path[0] == "default":  # an interop helper: __importDefault(n(1)).default
            yield from self.value(call, path)
        else:
            yield from self.value(call, path)
            yield from self.value(call, ("default", *path))

    def results(self, fn: Node, path: Path) -> Iterator[Node]:
        from bundlescan.values.calls import callers

        parent = fn.parent
        if parent is not None and parent.type == "CallExpression" and parent.callee is not fn:
            yield from self.called(parent, fn, path) if _is_then(parent, fn) else ()
            return
        yield from self.exported(fn, path, getter=True)
        for site in callers(self.ev, fn):
            if site.call.type == "CallExpression":
                yield from self.value(site.call, path)


def _applies(listed: Node) -> Node | None:
    """The call ``f.apply(x, [node, …])`` whose arguments ``listed`` holds."""
    call = listed.parent
    if call is None or call.type != "CallExpression" or call.arguments[1:] != [listed]:
        return None
    callee = call.callee
    return call if callee.type == "MemberExpression" and callee.property.get("name") == "apply" else None


def _is_then(call: Node, fn: Node) -> bool:
    callee = call.callee
    name = callee.property.get("name") if callee.type == "MemberExpression" else None
    return name == "then" and call.arguments[0] is fn


__all__ = ["AWAITED", "DEFAULT", "Path", "trail"]
