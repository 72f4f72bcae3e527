"""What a module function leaves in its exports: ``(module, exports, require) => {…}`` of a bundler's registry,
esbuild's ``__commonJS``, a CommonJS file, a SystemJS module.

The exports are a place (see ``places``): ``exports.name = v`` and ``n.d(exports, {name: () => v})`` lay a property over
what it holds, ``module.exports = v`` sets it. What the function's code leaves in it at its end is the module's value;
getters are live: they are called when the property is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.values import objects
from bundlescan.values.definitions import star_source
from bundlescan.values.domain import UNDEFINED, Choice, Cond, Const, Function, Hole, Record, Value, lift
from bundlescan.values.frames import Frame
from bundlescan.values.places import Place, after, changed, contains, mutation_of, place_of

if TYPE_CHECKING:
    from bundlescan.bundle.registry import Factory
    from bundlescan.values.evaluate import Evaluator

Thunk = Callable[[], Value]


def exports_of(ev: Evaluator, factory: Factory, node: Node) -> Value:
    """What the module that ``factory`` makes exports."""
    value = _exports(ev, factory.fn, factory.roles, None, node)
    if not factory.returns:
        return value
    from bundlescan.values.calls import returned

    given = ev.guarded(("module", factory.fn), node, lambda: returned(ev, factory.fn, None))
    return lift(lambda v: value if isinstance(v, Const) and v.value is UNDEFINED else v, given)


def wrapped_exports(ev: Evaluator, body: Function, node: Node) -> Value:
    """The same for the function that esbuild's ``__commonJS`` wraps: ``(exports, module) => {…}``."""
    fn = body.fn
    key = ("commonjs", fn)
    frame = ev.frames.get(key)
    if frame is None:
        exports = Record({}, node=fn)
        frame = ev.frames[key] = Frame(fn, (exports, Record({"exports": exports}, node=fn)), None, body.frame)
    return _exports(ev, fn, ("exports", "module"), frame, node)


def _exports(ev: Evaluator, fn: Node, roles: tuple[str, ...], frame: Frame | None, node: Node) -> Value:
    key = ("exports", fn)
    known = ev.recall(key)
    if known is None:
        provisional, cut = ev.provisional, ev.cut
        known = ev.guarded(key, node, lambda: Exports.of(ev, fn, roles).settled(ev, frame))
        ev.remember(key, known, provisional, cut)
    return known


def exports_inside(ev: Evaluator, factory: Factory) -> list[Node]:
    """Where a module's own code uses its exports object for anything but defining exports."""
    place = Exports.of(ev, factory.fn, factory.roles)
    out = []
    for node in place.objects():
        parent = node.parent
        written = parent is not None and parent.type == "AssignmentExpression" and parent.left is node
        if not written and mutation_of(node) is None:
            out.append(node)
    return out


class Exports(Place):
    """The exports object of one module function. ``ways``: the bindings (None: free names) that lead to it."""

    def __init__(self, fn: Node, references: dict[str, list[Node]]) -> None:
        super().__init__()
        self.fn = fn
        self.references = references  # role -> the identifiers that mean it

    @classmethod
    def of(cls, ev: Evaluator, fn: Node, roles: tuple[str, ...]) -> Exports:
        key = ("exports", fn)
        known = ev.places.get(key)
        if known is None:
            scopes = ev.project.scopes(fn)
            found: dict[str, list[Node]] = {}
            for index, role in enumerate(roles):
                if role not in ("exports", "module", "export"):
                    continue
                if fn.type == "Program":
                    found[role] = scopes.globals(role)
                    continue
                binding = _parameter(ev, fn, index)
                if binding is not None:
                    found[role] = _references(ev, binding)
            known = ev.places[key] = cls(fn, found)
        return known  # type: ignore[return-value]

    def all_writes(self, ev: Evaluator) -> list[Node]:
        out: list[Node] = []
        for reference in self.objects():
            parent = reference.parent
            if parent is None:
                continue
            if parent.type == "AssignmentExpression" and parent.left is reference:
                if reference.type == "MemberExpression":
                    out.append(parent)  # module.exports = …
                continue
            write = mutation_of(reference) or _passed(reference)
            if write is not None and write not in out:
                out.append(write)
        for reference in self.references.get("export", ()):
            parent = reference.parent
            if parent is not None and parent.type == "CallExpression" and parent.callee is reference:
                out.append(parent)  # SystemJS: t("name", value)
        return out

    def objects(self) -> Iterator[Node]:
        """The expressions that are the exports object: ``exports``, ``module.exports``."""
        yield from self.references.get("exports", ())
        for reference in self.references.get("module", ()):
            parent = reference.parent
            if parent is not None and parent.type == "MemberExpression" and parent.object is reference:
                if (parent.property.get("name") or parent.property.get("value")) == "exports":
                    yield parent

    def settled(self, ev: Evaluator, frame: Frame | None) -> Value:
        """What the exports are once the module's code has run."""
        fn = self.fn
        groups = self.by_function(ev)
        own = groups.get(fn, [])
        body = fn if fn.type == "Program" else fn.body
        state: Value = after(ev, self, body, frame) if own and contains(own, body) else Record({}, node=fn)
        later = sorted((w for inner, writes in groups.items() if inner is not fn for w in writes), key=_start)
        for write in later:
            held = state
            state = self.stored(ev, write, frame, lambda held=held: held)  # type: ignore[misc]
        return state

    def entry(self, ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
        return Record({}, node=self.fn)

    def write(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Thunk) -> Value:
        if node.type == "AssignmentExpression":
            if any(node.left is object_ for object_ in self.objects()):
                value = ev.eval(node.right, frame)
                if node.operator != "=" or _is_own(value, self.fn):
                    return prior()
                held = prior()
                if isinstance(value, (Hole, Choice)) and not _is_own(held, self.fn):
                    cond = Cond(("write", node), "whether module.exports is set here", "write")
                    return Choice(cond, (held, value.via(node, "exported")), node=node)
                nothing = isinstance(value, Const) and value.value is UNDEFINED
                return held if nothing else value.via(node, "exported")
            return changed(ev, node, frame, prior) if node.left.type == "MemberExpression" else prior()
        if node.type != "CallExpression":
            return changed(ev, node, frame, prior)
        if node.callee in self.references.get("export", ()):
            return _exported(ev, node, frame, prior)
        if mutation_of(node.arguments[0]) is node if node.arguments else False:
            return changed(ev, node, frame, prior)
        return _filled_by(ev, node, self.objects(), frame, prior)


def _start(node: Node) -> int:
    return node.start


def _is_own(value: Value, fn: Node) -> bool:
    """Whether a value is the module's own, still empty exports object."""
    return isinstance(value, Record) and value.node is fn and not value.props


def _references(ev: Evaluator, binding: Binding) -> list[Node]:
    """The uses of a parameter, and those of the parameter of a function that is called with it where it stands."""
    found = [r for r in ev.project.scopes(binding.scope.node).references(binding) if r is not binding.ids[0]]
    for reference in tuple(found):
        call = reference.parent
        if call is None or call.type != "CallExpression" or call.callee.type not in FUNCTIONS:
            continue
        index = next((i for i, a in enumerate(call.arguments) if a is reference), None)
        inner = _parameter(ev, call.callee, index) if index is not None else None
        if inner is not None:
            found += _references(ev, inner)
    return found


def _parameter(ev: Evaluator, fn: Node, index: int) -> Binding | None:
    if index >= len(fn.params):
        return None
    name = next((str(t.name) for t, _ in targets(fn.params[index]) if t.type == "Identifier"), None)
    return ev.project.scopes(fn).scope(fn).bindings.get(name) if name is not None else None


def _passed(reference: Node) -> Node | None:
    """The call that gets the exports object as an argument, and may fill it."""
    parent = reference.parent
    if parent is not None and parent.type == "CallExpression" and any(a is reference for a in parent.arguments):
        return parent
    return None


def _filled_by(ev: Evaluator, call: Node, targets_: Iterator[Node], frame: Frame | None, prior: Thunk) -> Value:
    """The state after a known function got the exports object as an argument: what it leaves in its parameter."""
    mine = list(targets_)
    index = next((i for i, a in enumerate(call.arguments) if any(a is o for o in mine)), None)
    if index is not None:
        source = star_source(ev, call, call.arguments[index])
        if source is not None:
            return objects.merged(ev, prior(), ev.eval(source, frame), call)
    callee = ev.eval(call.callee, frame)
    if index is None or not isinstance(callee, Function) or callee.fn.get("params") is None:
        return prior()
    binding = _parameter(ev, callee.fn, index)
    body = callee.fn.body
    if binding is None or body.type != "BlockStatement":
        return prior()
    held = prior()
    args = tuple(held if i == index else ev.eval(a, frame) for i, a in enumerate(call.arguments))
    key = ("filled", call, frame)
    inner = ev.frames.get(key)
    if inner is None:
        inner = ev.frames[key] = Frame(callee.fn, args, None, callee.frame, call, frame)
    place = place_of(ev, binding)
    writes = place.writes(ev, callee.fn)
    return after(ev, place, body, inner) if writes and contains(writes, body) else held


def _exported(ev: Evaluator, call: Node, frame: Frame | None, prior: Thunk) -> Value:
    """SystemJS: ``t("name", value)``, ``t({name: value})``."""
    held = prior()
    if len(call.arguments) == 1:
        return objects.merged(ev, held, ev.eval(call.arguments[0], frame), call)
    name = ev.key_of(call.arguments[0], True, frame) if call.arguments else None
    if name is None or len(call.arguments) < 2:
        return held
    return objects.with_property(ev, held, name, lambda: ev.eval(call.arguments[1], frame), call)


__all__ = ["Exports", "exports_inside", "exports_of", "wrapped_exports"]
