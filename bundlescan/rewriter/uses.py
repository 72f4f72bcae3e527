"""Whether a value that is to be edited reaches nothing but sinks that are to change.

A conservative walk forwards: every use of the value, and of whatever is computed from it, must end in the URL of one
of the given calls. Anything that is not understood counts as another use, and then the edit is made elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bundlescan.bundle.registry import Factory
from bundlescan.bundle.trail import AWAITED, DEFAULT
from bundlescan.match.engine import Judged
from bundlescan.rewriter.edits import has_direct_eval
from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import Hop, targets
from bundlescan.syntax.nodes import Node
from bundlescan.values import calls
from bundlescan.values.aliases import changed_through, site_of
from bundlescan.values.classes import ClassModel, Member, class_model, is_this, owner_of, this_function, this_in
from bundlescan.values.commonjs import exports_inside
from bundlescan.values.definitions import star_source
from bundlescan.values.domain import (
    WORK,
    Array,
    Const,
    Dead,
    Function,
    Global,
    Instance,
    Method,
    Record,
    Require,
    Url,
    Value,
    leaves,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.objects import force

MAX_USES = 600
#: how many expressions may be evaluated to follow one value, and how many operations on options that may take
FOLLOW, OPERATIONS = 6_000, 60_000
_COMPARED = frozenset({"==", "===", "!=", "!=="})
#: what may stand in code that runs or not as the edited value is empty or not: nothing with an effect of its own
_EFFECTS = frozenset({
    "CallExpression", "NewExpression", "AwaitExpression", "YieldExpression", "TaggedTemplateExpression",
    "UpdateExpression", "ImportExpression",
})  # fmt: skip
_PASS = frozenset({
    "ConditionalExpression", "LogicalExpression", "TemplateLiteral", "ChainExpression", "TSAsExpression",
    "TSNonNullExpression", "TSSatisfiesExpression", "AwaitExpression", "ParenthesizedExpression",
})  # fmt: skip
Path = tuple[str, ...]
#: an expression, and the way from its value to the URL (or a part of it) of a call that is to change; * is any key
Carrier = tuple[Node, Path]


def _is_nullish(node: Node) -> bool:
    if node.type == "Literal":
        return node.value is None and not node.get("regex")
    return (node.type == "UnaryExpression" and node.operator == "void") or (
        node.type == "Identifier" and node.name == "undefined"
    )


def carriers_of(judged: Judged) -> Iterator[Carrier]:
    """What carries the URL of a call, and the parts that its library puts together."""
    sink, connect = judged.sink, judged.sink.connect
    nodes = sink.arguments
    if judged.carrier is not sink.call:
        listed = sink.listed is not None and judged.carrier is sink.listed[0]
        yield judged.carrier, (str(connect.url + sink.listed[1]),) if listed and sink.listed is not None else ()
    ways = [path.split(".") for path in connect.same]
    if connect.url >= 0:
        if connect.option is not None:
            ways.append([str(connect.url), *connect.option.split(".")])
        if connect.item is not None:
            ways.append([str(connect.url), "*", connect.item])
    for index, *names in ways:
        if int(index) < len(nodes):
            yield nodes[int(index)], tuple(names)


def _promised(path: Path) -> Path:
    """The way to what a promise gives; a promise of a promise is that one."""
    return path if path[:1] == (AWAITED,) else (AWAITED, *path)


def _uses_this(fn: Node) -> bool:
    return fn.type != "ArrowFunctionExpression" and any(True for _ in this_in(fn))


class OtherUse(Exception):
    """The value is (or may be) used for something that is not to change."""


def reaches_only(ev: Evaluator, node: Node, carriers: Collection[Carrier]) -> bool:
    """Whether the value of ``node`` goes nowhere but into ``carriers``: the URLs of the calls to change. One literal
    may feed many calls: the answer is kept for as long as the same collection is asked about."""

    def followed() -> bool:
        try:
            _Uses(ev, carriers).value(node, ())
        except OtherUse:
            return False
        return ev.steps < ev.limit and not WORK.over  # once the budget is spent, callers may be missing

    key = ("reaches only", node, id(carriers))
    if key not in ev.facts:
        ev.steps = 0
        ev.facts[key] = ev.bounded(FOLLOW, followed, OPERATIONS)
    return bool(ev.facts[key])


class _Uses:
    def __init__(self, ev: Evaluator, carriers: Collection[Carrier]) -> None:
        self.ev = ev
        self.carriers: dict[Node, list[Path]] = {}
        for carrier, path in carriers:
            self.carriers.setdefault(carrier, []).append(path)
        self.seen: set[tuple[object, Path]] = set()

    def _carried(self, node: Node, path: Path) -> bool:
        return any(
            len(way) == len(path) and all(a in ("*", b) for a, b in zip(way, path, strict=True))
            for way in self.carriers.get(node, ())
        )

    def _first(self, what: object, path: Path) -> bool:
        key = (what, path)
        if key in self.seen:
            return False
        self.seen.add(key)
        if len(self.seen) > MAX_USES:
            raise OtherUse
        return True

    def value(self, node: Node, path: Path) -> None:
        """``node`` evaluates to the value (``path`` empty), or to an object that holds it under ``path``."""
        if not self._first(node, path):
            return
        if self._carried(node, path):
            return
        parent = node.parent
        if parent is None:
            raise OtherUse
        kind = parent.type
        if kind == "AwaitExpression" and path[:1] == (AWAITED,):
            self.value(parent, path[1:])
        elif kind in _PASS:
            if kind == "ConditionalExpression" and parent.test is node:
                self.tested(parent.consequent, node, path)
                self.tested(parent.alternate, node, path)
            elif kind == "LogicalExpression" and parent.left is node:
                self.tested(parent.right, node, path)
            if not (kind == "ConditionalExpression" and parent.test is node and path):
                self.value(parent, path)
        elif kind == "TemplateElement":
            self.value(parent, path)
        elif kind == "BinaryExpression":
            if path:
                return
            if parent.operator in _COMPARED:
                other = parent.left if parent.right is node else parent.right
                if not _is_nullish(other):  # null stays null whatever the text is; any other answer may change
                    raise OtherUse
                return
            if parent.operator != "+":
                raise OtherUse
            self.value(parent, ())
        elif kind == "SequenceExpression":
            if parent.expressions[-1] is node:
                self.value(parent, path)
        elif kind == "ExpressionStatement":
            return
        elif kind == "UnaryExpression":
            if parent.operator != "void":
                raise OtherUse
        elif kind == "VariableDeclarator":
            self.bound(parent.id, path)
        elif kind == "AssignmentExpression":
            if parent.right is not node:
                raise OtherUse
            self.assigned(parent, path)
            self.value(parent, path)
        elif kind == "AssignmentPattern":
            if parent.right is node:
                self.bound(parent.left, path)
        elif kind == "Property":
            self.property(parent, node, path)
        elif kind == "ArrayExpression":
            index = next((i for i, e in enumerate(parent.elements) if e is node), 0)
            if not self.exported(node, path):
                self.value(parent, (str(index), *path))
        elif kind in ("CallExpression", "NewExpression"):
            self.argument(parent, node, path)
        elif kind == "MemberExpression":
            self.member(parent, node, path)
        elif kind == "ReturnStatement":
            self.returned(parent, path)
        elif kind == "ArrowFunctionExpression" and parent.body is node:
            self.results(parent, path)
        elif kind == "JSXExpressionContainer" and parent.parent is not None and parent.parent.type == "JSXAttribute":
            self.attribute(parent.parent, path)
        elif kind == "JSXAttribute":
            self.attribute(parent, path)
        elif kind == "PropertyDefinition" and parent.value is node:
            owner = parent.parent.parent if parent.parent is not None else None
            if owner is None:
                raise OtherUse
            name = self._key(parent.key, parent.computed)
            self.static(owner, (name, *path)) if parent.static else self.instances(owner, (name, *path))
        elif kind == "ExportDefaultDeclaration" or kind == "ExportSpecifier":
            self.ev.project.follow_export_node(
                parent,
                lambda use: self.value(use, path),
                lambda load, name: self.value(load, (AWAITED, name, *path)),
                lambda namespace, name: self.value(namespace, (name, *path)),
            )
        else:
            raise OtherUse

    def tested(self, arm: Node, node: Node, path: Path) -> None:
        """``arm`` runs or not as the value at ``node`` is true or not: it must have no effect but on the URL."""
        if path:
            return  # an object is true whatever it holds
        from bundlescan.syntax.walk import walk

        for inner in walk(arm):
            if self._carried(inner, ()):
                continue
            if inner.type in _EFFECTS:
                raise OtherUse
            if inner.type == "AssignmentExpression" and not (
                inner.right.type == node.type and inner.right.text == node.text
            ):
                raise OtherUse

    def _key(self, key: Node, computed: bool) -> str:
        name = self.ev.key_of(key, computed, None)
        if name is None:
            raise OtherUse
        return name

    # -- where values are kept ----------------------------------------------------------------------------------

    def bound(self, pattern: Node, path: Path) -> None:
        for target, hops in targets(pattern):
            rest = self._through(hops, path)
            if rest is None:
                continue
            if target.type == "Identifier":
                binding = self.ev.binding(target)
                if binding is None:
                    raise OtherUse
                self.binding(binding, rest)
            else:
                self.stored(target, rest)

    def _through(self, hops: tuple[Hop, ...], path: Path) -> Path | None:
        """What is left of ``path`` after a pattern took ``hops``; None where the pattern takes another part."""
        for hop in hops:
            if hop.default is not None and hop.key is None and hop.index is None:
                continue
            if hop.rest:
                continue
            name = self._key(hop.key, hop.computed) if hop.key is not None else str(hop.index)
            if not path:
                return ()
            if path[0] != name:
                return None
            path = path[1:]
        return path

    def binding(self, binding: Binding, path: Path) -> None:
        if not self._first(binding, path):
            return
        from bundlescan.values.places import assignment_to

        project = self.ev.project
        if self._is_read_unseen(binding):
            raise OtherUse
        for reference in project.scopes(binding.scope.node).references(binding):
            if any(reference is i for i in binding.ids):
                parent = reference.parent
                if parent is None or parent.type != "ExportSpecifier":
                    continue
            if assignment_to(reference) is not None and reference.parent is not None:
                parent = reference.parent
                if parent.type == "AssignmentExpression" and parent.operator != "=":
                    self.value(parent, path)
                elif parent.type == "UpdateExpression":
                    raise OtherUse
                continue
            self.value(reference, path)
        project.follow_export(
            binding,
            lambda use: self.value(use, path),
            lambda load, name: self.value(load, (AWAITED, name, *path)),
            lambda namespace, name: self.value(namespace, (name, *path)),
        )

    def _is_read_unseen(self, binding: Binding) -> bool:
        """Whether a direct eval, or a key of the window that is known only at run time, may mean the variable."""
        scope = binding.scope.node
        key = ("read unseen", scope)
        if key not in self.ev.facts:
            self.ev.facts[key] = has_direct_eval(scope)
        return bool(self.ev.facts[key]) or self.ev.project.read_by_key(binding)

    def assigned(self, assignment: Node, path: Path) -> None:
        left = assignment.left
        if self.exported(assignment.right, path):
            return
        if left.type in ("ObjectPattern", "ArrayPattern", "AssignmentPattern"):
            self.bound(left, path)
        elif left.type == "Identifier":
            binding = self.ev.binding(left)
            if binding is None:
                raise OtherUse
            self.binding(binding, path)
        else:
            self.stored(left, path)

    def stored(self, member: Node, path: Path) -> None:
        """The value is stored in ``object.name``."""
        if member.type != "MemberExpression":
            raise OtherUse
        name = self._key(member.property, member.computed)
        inner = (name, *path)
        target = member.object
        if is_this(self.ev, target):
            this = target
            if target.type == "Identifier":
                source = self.ev.places.get(("alias", self.ev.binding(target)))
                this = source if isinstance(source, Node) else target
            fn = this_function(this)
            owner = owner_of(self.ev, fn) if fn is not None else None
            if owner is None or owner.kind == "object":
                raise OtherUse
            self.static(owner.node, inner) if owner.kind == "static" else self.instances(owner.node, inner)
            return
        binding = self.ev.binding(target) if target.type == "Identifier" else None
        if binding is None or binding.kind in ("import", "parameter", "catch"):
            raise OtherUse
        held = list(leaves(self.ev.eval(target)))
        if all(isinstance(leaf, Url) for leaf in held) and not path:
            inner = ()  # a URL object is the URL
        for leaf in held:
            self.holder(leaf, inner)
        self.binding(binding, inner)

    def holder(self, value: Value, path: Path) -> None:
        """The object ``value`` holds the edited value under ``path``: one that the scanned code makes, and whose other
        names can be followed."""
        site = site_of(value)
        match value:
            case Const() | Dead():
                return  # nothing is kept there
            case Function(fn=fn) if self._runs_code(class_model(self.ev, fn).statics, path):
                raise OtherUse
            case Function(fn=fn):
                self.static(fn, path)
            case Instance(ctor=ctor):
                self.instances(ctor.fn, path)
            case Record() if site is not None:
                self.literal(site, path)
            case Array() | Url() if site is not None:
                self.value(site, path)
            case _:
                raise OtherUse

    @staticmethod
    def _runs_code(members: Mapping[str, Member], path: Path) -> bool:
        """Whether an accessor of the scripts is run where the value is stored."""
        return bool(path) and path[0] in members and members[path[0]].kind in ("get", "set")

    def instances(self, owner: Node, path: Path) -> None:
        """Every instance of a class holds the value under ``path``."""
        if not self._first(("instances", owner), path):
            return
        model = class_model(self.ev, owner)
        self._inside(model, path)
        for parent in self._superclasses(model):
            self._inside(parent, path)
        constructor = model.constructor or owner
        sites = calls.callers(self.ev, constructor)
        for site in sites:
            if site.call.type == "NewExpression":
                self.value(site.call, path)
        self._subclasses(owner, path)

    def _inside(self, model: ClassModel, path: Path) -> None:
        """What a class's own code does with what its instances hold."""
        if self._runs_code(model.methods, path):
            raise OtherUse
        for start, end in model.ranges():
            for this in this_in(model.owner, start, end):
                if is_this(self.ev, this, model.owner):
                    self.value(this, path)

    def _superclasses(self, model: ClassModel) -> Iterator[ClassModel]:
        """The classes of the scanned code that a class extends. Elements of the page show what is stored in them."""
        seen = {model.owner}
        while model.superclass is not None:
            parents = list(leaves(self.ev.eval(model.superclass)))
            if any(isinstance(parent, Global) for parent in parents):
                raise OtherUse
            known = [p.fn for p in parents if isinstance(p, Function) and p.fn not in seen]
            if len(known) != 1:
                return
            seen.add(known[0])
            model = class_model(self.ev, known[0])
            yield model

    def _subclasses(self, owner: Node, path: Path) -> None:
        """A subclass's instances hold it too."""
        from bundlescan.values.classes import names_of

        named = [r for name in names_of(self.ev, owner) for r in self.ev.project.scopes(owner).references(name)]
        for reference in (owner, *named):
            parent = reference.parent
            if parent is not None and parent.type in CLASSES and parent.superClass is reference:
                self.instances(parent, path)

    def static(self, owner: Node, path: Path) -> None:
        from bundlescan.values.classes import names_of

        bindings = names_of(self.ev, owner)
        if not bindings:
            raise OtherUse
        for binding in bindings:
            self.binding(binding, path)
        for this in this_in(owner):
            fn = this_function(this)
            found = owner_of(self.ev, fn) if fn is not None else None
            if found is not None and found.kind == "static" and found.node is owner:
                self.value(this, path)

    def exported(self, node: Node, path: Path, *, getter: bool = False) -> bool:
        """Whether ``node``, or what the getter ``node`` gives, is exported by a module of a bundle; then every use of
        that export is followed."""
        loaders = self.ev.project.loaders
        exports = list(loaders.exported(self.ev, node, getter=getter))
        for factory, own in exports:
            inner = (*own, *path)
            if isinstance(factory, Binding):
                self.binding(factory, inner)
                continue
            self.module(factory, inner)
        return bool(exports)

    def module(self, factory: Factory, path: Path) -> None:
        """A module exports the value under ``path``."""
        if not self._first(("module", factory), path):
            return
        loaders = self.ev.project.loaders
        loads = loaders.loads(self.ev, factory)
        if loaders.indirect(factory) or (not loads and loaders.may_be_loaded_elsewhere(factory)):
            raise OtherUse
        for load, way in loads:
            self.value(load, (*way, *path))
        for use in exports_inside(self.ev, factory):
            self.value(use, path)

    # -- where values go ------------------------------------------------------------------------------------------

    def property(self, prop: Node, node: Node, path: Path) -> None:
        holder = prop.parent
        if holder is None or prop.value is not node:
            raise OtherUse
        if self.exported(node, path):
            return
        if holder.type == "ObjectExpression":
            self.literal(holder, (self._key(prop.key, prop.computed), *path))
        elif holder.type != "ObjectPattern":
            raise OtherUse

    def literal(self, literal: Node, path: Path) -> None:
        """The object of an ObjectExpression holds the value under ``path``."""
        self.own_methods(literal, path)
        self.value(literal, path)

    def own_methods(self, literal: Node, path: Path) -> None:
        """Methods of an object literal read its properties through ``this``."""
        for this in this_in(literal):
            fn = this_function(this)
            owner = owner_of(self.ev, fn) if fn is not None else None
            if owner is not None and owner.node is literal:
                self.value(this, path)
        for prop in literal.properties:  # functions that are made elsewhere: {show}, {...mixin}
            made = prop.argument if prop.type == "SpreadElement" else prop.value
            if prop.get("kind") in ("get", "set") and self.ev.key_of(prop.key, prop.computed, None) in (path[0], None):
                raise OtherUse
            if made.type in ("Identifier", "MemberExpression") and any(map(_uses_this, self._functions(made))):
                raise OtherUse

    def _functions(self, node: Node) -> Iterator[Node]:
        for leaf in leaves(self.ev.eval(node)):
            values = [force(v) for v in leaf.props.values()] if isinstance(leaf, Record) else [leaf]
            for value in values:
                yield from (f.fn for f in leaves(value) if isinstance(f, Function))

    def member(self, member: Node, node: Node, path: Path) -> None:
        if member.object is not node:
            raise OtherUse  # a key: obj[value]
        parent = member.parent
        if path[:1] == (AWAITED,):
            self.awaited(member, path)
            return
        if path[:1] == (DEFAULT,):
            if member.property.get("name") != "a" or member.computed:
                raise OtherUse
            self.value(member, path[1:])
            return
        if path:
            name = self.ev.key_of(member.property, member.computed, None)
            if parent is not None and parent.type == "AssignmentExpression" and parent.left is member:
                return
            if name is None or name == path[0]:  # a key that is known only at run time may be this one
                self.value(member, path[1:])
            elif parent is not None and parent.type == "CallExpression" and parent.callee is member:
                if not all(isinstance(leaf, Function) for leaf in leaves(self.ev.eval(member))):
                    raise OtherUse  # a method of an array, of a promise: it may read what the object holds
            return
        if parent is not None and parent.type == "CallExpression" and parent.callee is member:
            self.value(parent, ())  # a string method: its result is derived
            return
        if parent is not None and parent.type == "AssignmentExpression" and parent.left is member:
            if not changed_through(self.ev, node):
                raise OtherUse
            return
        self.value(member, ())

    def awaited(self, member: Node, path: Path) -> None:
        """A method of a promise: the value goes into the function that is given to ``then``."""
        call, name = member.parent, member.property.get("name")
        if call is None or call.type != "CallExpression" or call.callee is not member or member.computed:
            raise OtherUse
        if name in ("catch", "finally"):
            self.value(call, path)
            return
        handler = call.arguments[0] if name == "then" and call.arguments else None
        if handler is None or handler.type not in FUNCTIONS:
            raise OtherUse
        self.parameter(handler, 0, path[1:])

    def argument(self, call: Node, node: Node, path: Path) -> None:
        if call.callee is node:
            if path[:1] != (DEFAULT,):
                raise OtherUse
            self.value(call, path[1:])
            return
        index = next((i for i, a in enumerate(call.arguments) if a is node), None)
        if index is None:
            raise OtherUse
        if self.exported(node, path):
            if call.callee.type == "Identifier":
                self.value(call, path)  # SystemJS: it gives back what it exports
            return
        other = next((a for a in call.arguments if a is not node), None)
        if path and other is not None and star_source(self.ev, call, other) is node:
            star = self.ev.project.loaders.exports_target(self.ev, other)
            if star is None:
                raise OtherUse
            if path[0] != "default":
                self.module(star[0], (*star[1], *path))
            return
        callee = call.callee
        if callee.type == "MemberExpression" and callee.property.get("name") == "then" and index == 0:
            if node.type != "CallExpression":
                raise OtherUse
            self.value(call, (AWAITED, *path))  # .then(n.bind(n, 123))
            return
        for target in leaves(self.ev.eval(call.callee)):
            self.into(target, call, index, path)

    def into(self, target: Value, call: Node, index: int, path: Path) -> None:
        while isinstance(target, Record) and target.base is not None:
            target = target.base
        if isinstance(target, Function):
            fn = target.fn
            if fn.type in CLASSES:
                constructor = class_model(self.ev, fn).constructor
                if constructor is None:
                    raise OtherUse
                fn = constructor
            self.parameter(fn, index, path)
            return
        if isinstance(target, Global):
            if target.path in ("String", "Number", "parseInt", "URL", "Object.freeze", "encodeURI"):
                self.value(call, path)
                return
            if target.path == "Promise.resolve":
                self.value(call, _promised(path))
                return
            if target.path == "Promise.all" and path[1:2] == (AWAITED,):
                self.value(call, (AWAITED, path[0], *path[2:]))
                return
            if target.path == "Object.defineProperty" and index == 0 and path and self._only_defines(call, path[0]):
                self.value(call, path)
                return
        if isinstance(target, Require) and path:
            if target.how == "n":  # the default export, or all of a module of another kind
                for rest in {path, path[1:]} if path[0] == "default" else {path}:
                    self.value(call, (DEFAULT, *rest))
                return
            if target.how in ("d", "r"):
                return
        if isinstance(target, Method) and target.name == "concat":
            self.value(call, path)
            return
        component = call.arguments[0] if call.arguments else None
        if index == 1 and component is not None and path:  # jsx(C, {port: …})
            for leaf in leaves(self.ev.eval(component)):
                if isinstance(leaf, Function) and leaf.fn.type in FUNCTIONS:
                    self.parameter(leaf.fn, 0, path)
                    return
        raise OtherUse

    def _only_defines(self, call: Node, name: str) -> bool:
        """Whether ``Object.defineProperty(…)`` makes no property ``name`` that runs code when it is set."""
        if self.ev.key_of(call.arguments[1], True, None) not in (name, None):
            return True
        described = call.arguments[2]
        kinds = [p.key.get("name") for p in described.get("properties") or () if p.type == "Property"]
        return "value" in kinds and not {"get", "set"} & set(kinds)

    def parameter(self, fn: Node, index: int, path: Path) -> None:
        if b"arguments" in fn.source.data[fn.start : fn.end]:
            raise OtherUse
        if index >= len(fn.params):
            return
        if fn.params[index].type == "RestElement":
            raise OtherUse
        scopes = self.ev.project.scopes(fn)
        for target, hops in targets(fn.params[index]):
            rest = self._through(hops, path)
            if rest is None:
                continue
            binding = scopes.scope(fn).bindings.get(target.name) if target.type == "Identifier" else None
            if binding is None:
                raise OtherUse
            self.binding(binding, rest)

    def returned(self, statement: Node, path: Path) -> None:
        node: Node | None = statement
        while node is not None and node.type not in FUNCTIONS:
            node = node.parent
        if node is None:
            raise OtherUse
        self.results(node, path)

    def results(self, fn: Node, path: Path) -> None:
        if not self._first(("results", fn), path) or self.exported(fn, path, getter=True):
            return
        if self._carried(fn, path):  # handed over in the place of a URL, and nowhere else
            return
        if fn.get("async"):
            path = _promised(path)
        call = fn.parent
        if call is not None and call.type == "CallExpression" and call.callee.type == "MemberExpression":
            if call.callee.property.get("name") == "then" and call.arguments[0] is fn:
                self.value(call, _promised(path))
                return
        sites = calls.callers(self.ev, fn)
        if not sites:
            raise OtherUse
        for site in sites:
            if site.call.type != "CallExpression":
                raise OtherUse
            callees = leaves(self.ev.eval(site.call.callee))
            called = [leaf.fn if isinstance(leaf, Function) else None for leaf in callees]
            if fn not in called or None in called:
                raise OtherUse  # another function that calls it, as a renderer does, has the result
            self.value(site.call, path)

    def attribute(self, attribute: Node, path: Path) -> None:
        element = attribute.parent
        name = attribute.name.get("name")
        if element is None or not isinstance(name, str):
            raise OtherUse
        for leaf in leaves(self.ev.eval(element.name)):
            if not (isinstance(leaf, Function) and leaf.fn.type in FUNCTIONS):
                raise OtherUse
            self.parameter(leaf.fn, 0, (name, *path))
