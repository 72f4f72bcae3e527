"""Modules in bundlers' registries, both ways: what an id leads to, and who loads a module.

Everything is asked for by need: a registry is recognised in a script when a function of it may be a factory, and other
scripts are parsed only where their bytes may hold the wanted id.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bundlescan.bundle.registry import (
    FILES,
    PARCEL_NAME,
    SYSTEM,
    WEBPACK,
    Factory,
    Family,
    Loader,
    Registry,
    Shape,
    module_id,
)
from bundlescan.bundle.trail import AWAITED, Path
from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import literal_text
from bundlescan.values.definitions import defined_nodes, defines, is_definer
from bundlescan.values.domain import (
    UNDEFINED,
    Choice,
    Cond,
    Const,
    External,
    Function,
    Global,
    Interop,
    Module,
    Promise,
    Record,
    Require,
    Value,
    const,
    leaves_under,
    primitive_text,
)

if TYPE_CHECKING:
    from bundlescan.bundle.project import Project, Unit
    from bundlescan.values.evaluate import Evaluator

#: chunks that hold one module each a copy of its own
MAX_COPIES = 24
#: families whose modules stand in several scripts
_SHARED = frozenset({"chunks", "parcel"})
#: what it has that gives a promise of nothing
_LATER = frozenset({"e", "O", "X", "el", "ei"})


class Loaders:
    """The registries of one project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._registries: dict[Unit, Registry] = {}
        self._loads: dict[Factory, list[tuple[Node, Path]]] = {}
        self._files: dict[Unit, Factory | None] = {}
        self._found: dict[tuple[Unit, Family, str], list[Factory]] = {}
        self._listing: dict[Unit, bool] = {}
        self._families: dict[Family, list[Unit]] = {}  # the scripts that name what a family's chunks are pushed on
        self._plain: set[Node] = set()  # functions that are known not to be wrapped modules

    def registry(self, unit: Unit) -> Registry:
        known = self._registries.get(unit)
        if known is None:
            known = self._registries[unit] = Registry.of(unit)
        return known

    # -- what a function is ---------------------------------------------------------------------------------------

    def factory(self, ev: Evaluator, fn: Node) -> Factory | None:
        """The module that ``fn`` makes, if it is a module function."""
        parent = fn.parent
        if parent is None or parent.type not in ("Property", "ArrayExpression", "CallExpression"):
            return None
        registry = self.registry(self.project.unit_of(fn))
        known = registry.factory(fn)
        return known if known is not None else self._wrapped(ev, registry, fn)

    def _wrapped(self, ev: Evaluator, registry: Registry, fn: Node) -> Factory | None:
        """``var x = wrap((exports, module) => {…})``: esbuild's ``__commonJS``, and ``n.cw`` of webpack."""
        call = _wrapping(fn)
        if call is None or fn in self._plain:
            return None
        roles = self._wrapper(ev, call.callee)
        if roles is None:
            self._plain.add(fn)
            return None
        made = registry.direct[fn] = Factory(Loader(("wrapped", fn), registry.unit), "", fn, roles)
        return made

    @staticmethod
    def _wrapper(ev: Evaluator, callee: Node) -> tuple[str, ...] | None:
        from bundlescan.values.calls import LOOK
        from bundlescan.values.helpers import is_common_js

        if callee.type == "MemberExpression" and callee.property.get("name") != "cw":
            return None
        for value in leaves_under(ev.bounded(LOOK, lambda: ev.eval(callee, None))):
            if isinstance(value, Require):
                return WEBPACK[:2] if value.how == "cw" else None
            if isinstance(value, Function) and is_common_js(ev, value.fn):
                return ("exports", "module")
        return None

    def factory_around(self, ev: Evaluator, node: Node) -> Factory | None:
        for ancestor in node.ancestors():
            if ancestor.type in FUNCTIONS:
                found = self.factory(ev, ancestor)
                if found is not None:
                    return found
        return None

    def runtime(self, fn: Node) -> Require | None:
        """The loader that the function of a bundler's runtime is."""
        data = fn.source.data
        if fn.end - fn.start > 2_000 or data.find(b".exports", fn.start, fn.end) < 0:
            return None
        loader = self.registry(self.project.unit_of(fn)).runtimes.get(fn)
        return Require(loader, node=fn) if loader is not None else None

    def named(self, name: str, node: Node) -> Require | None:
        """The loader that a global variable is."""
        if not name.startswith("parcelRequire") or PARCEL_NAME.fullmatch(name.encode()) is None:
            return None
        return Require(Loader(("parcel", name), self.project.unit_of(node)), node=node)

    def parameter(self, ev: Evaluator, fn: Node, index: int) -> Value | None:
        """What a bundler's runtime passes to a function of it; None for any other parameter."""
        parent = fn.parent
        if parent is None or parent.type not in ("Property", "ArrayExpression", "CallExpression"):
            return None
        registry = self.registry(self.project.unit_of(fn))
        callback = registry.callbacks.get(fn)
        if callback is not None:
            return Require(callback, node=fn) if index == 0 else None
        factory = self.factory(ev, fn)
        if factory is None:
            return self._setter(ev, fn) if index == 0 else None
        role = factory.roles[index] if index < len(factory.roles) else ""
        match role:
            case "require":
                return Require(factory.loader, node=fn)
            case "exports":
                return Record({}, node=fn)
            case "module":
                return Record({"exports": Record({}, node=fn)}, node=fn)
            case "dependency":
                return self._by_file(ev, factory.loader, factory.dependencies[index], fn)
            case "export":
                return Require(factory.loader, "export", node=fn)
            case "context":
                return Record(
                    {"import": Require(factory.loader, "import", node=fn)}, Global("import", node=fn), node=fn
                )
        return None

    def _setter(self, ev: Evaluator, fn: Node) -> Value | None:
        """What a setter of a SystemJS module is called with: the module that it is for."""
        found = self.setter(ev, fn)
        if found is None:
            return None
        factory, index = found
        return self._by_file(ev, factory.loader, factory.dependencies[index], fn)

    def setter(self, ev: Evaluator, fn: Node) -> tuple[Factory, int] | None:
        """``setters: [fn]``: the SystemJS module, and which of its dependencies ``fn`` is for."""
        listed = fn.parent
        prop = listed.parent if listed is not None and listed.type == "ArrayExpression" else None
        if listed is None or prop is None or prop.type != "Property" or prop.key.get("name") != "setters":
            return None
        index = next(i for i, element in enumerate(listed.elements) if element is fn)
        around: Node | None = prop
        while around is not None and around.type not in FUNCTIONS:
            around = around.parent
        factory = self.factory(ev, around) if around is not None else None
        if factory is None or factory.roles is not SYSTEM or index >= len(factory.dependencies):
            return None
        return factory, index

    # -- from an id to a module -----------------------------------------------------------------------------------

    def call(self, ev: Evaluator, target: Require, args: tuple[Value, ...], node: Node) -> Value:
        """The value of calling a loader, or something that it has."""
        args = (*target.bound, *args)
        loader, how = target.loader, target.how
        if how == "n" and args:
            return Interop(args[0], node=node)
        if how in _LATER:
            return Promise(const(UNDEFINED, node), node=node)
        if how == "export":
            return args[-1] if args else const(UNDEFINED, node)
        if how in ("nmd", "hmd", "ts") and args:
            return args[0]
        if how == "cw" and args and isinstance(args[0], Function):
            return Global("commonjs", this=args[0], node=node)
        if how not in ("", "t", "import") or not args:
            return ev.hole(node, "the result of a bundler's helper", key=("call", node))
        id = args[0]
        if isinstance(id, Require) or not isinstance(id, Const):
            return ev.hole(node, "a module whose id is not known", key=("call", node))
        value = self.load(ev, loader, primitive_text(id.value), node)
        return Promise(value, node=node) if how == "import" else value

    def load(self, ev: Evaluator, loader: Loader, id: str, node: Node) -> Value:
        """What the module ``id`` exports."""
        if loader.family == FILES:
            return self._by_file(ev, loader, id, node)
        copies = self.find(loader, id)
        if not copies:
            return ev.hole(node, f"the module {id} is not here", key=("module", loader.family, id))
        return self._one_of(ev, copies, node)

    def _one_of(self, ev: Evaluator, copies: list[Factory], node: Node) -> Value:
        from bundlescan.values.commonjs import exports_of

        values = tuple(exports_of(ev, copy, node) for copy in copies)
        return values[0] if len(values) == 1 else Choice(copy_cond(copies[0]), values, node=node)

    def _by_file(self, ev: Evaluator, loader: Loader, specifier: str, node: Node) -> Value:
        unit = self.project.resolve(loader.unit, specifier)
        if unit is None:
            named = list(self._named_modules(specifier))
            if len(named) == 1:
                return self._one_of(ev, named, node)
            return External(specifier, "*", node=node)
        return self.of_file(ev, unit, node)

    def _named_modules(self, name: str) -> Iterator[Factory]:
        """AMD and SystemJS modules that are registered under a name."""
        needle = name.encode("utf-8", "surrogatepass")
        for unit in self.project.units:
            if (
                needle
                and needle in unit.source.data
                and (b"define" in unit.source.data or b"System" in unit.source.data)
            ):
                yield from self.registry(unit).index.get((FILES, name), ())

    def of_file(self, ev: Evaluator, unit: Unit, node: Node) -> Value:
        """What a file exports, whatever kind of module it is."""
        factory = self.file(unit)
        return self._one_of(ev, [factory], node) if factory is not None else Module(unit, node=node)

    def file(self, unit: Unit) -> Factory | None:
        """The module that a whole file is: SystemJS, AMD or CommonJS; None for an ES module."""
        if unit not in self._files:
            self._files[unit] = self._file(unit)
        return self._files[unit]

    def _file(self, unit: Unit) -> Factory | None:
        data = unit.source.data
        if b"System" in data or b"define" in data:
            own = self.registry(unit).index.get((FILES, ""), [])
            if len(own) == 1:
                return own[0]
        if b"exports" not in data or unit.tree.root.sourceType == "module":
            return None
        root = unit.tree.root
        return Factory(Loader(FILES, unit), "", root, ("exports", "module", "require"))

    def find(self, loader: Loader, id: str) -> list[Factory]:
        """The factories for ``id``: several where chunks hold a copy each, in which case they are the same text."""
        if loader.specifiers is not None:
            mapped = _mapped(loader.specifiers, id)
            if mapped is None:
                return []
            id = mapped
        key = (loader.unit, loader.family, id)
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._find(loader, id)
        return known

    def _find(self, loader: Loader, id: str) -> list[Factory]:
        own = self.registry(loader.unit).index.get((loader.family, id), [])
        others: list[Factory] = []
        for unit in self._related(loader):
            if _defines_id(unit, id, loader.family) or (id.isdigit() and self._lists(unit)):
                others += self.registry(unit).index.get((loader.family, id), [])
        if not own and others:
            nearest = max(_shared_path(f.unit.path, loader.unit.path) for f in others)
            own = [f for f in others if _shared_path(f.unit.path, loader.unit.path) == nearest]
            if len({_skeleton(f.fn) for f in own}) > 1:
                return []  # two builds that use one id
        if not own:
            return []
        text = _skeleton(own[0].fn)
        copies = own[:1] + [f for f in others if f is not own[0] and _skeleton(f.fn) == text]
        return sorted(copies, key=lambda f: (f.unit.path, f.fn.start)) if len(copies) <= MAX_COPIES else []

    def _lists(self, unit: Unit) -> bool:
        """Whether a script pushes lists of modules, where a module's id is its place."""
        known = self._listing.get(unit)
        if known is None:
            data, span = unit.source.data, unit.span
            shapes = (_PUSHED_LIST, _OLD_LIST)
            found = (shape.find(data, span.start, span.end) for shape in shapes)
            known = self._listing[unit] = any(next(matches, None) is not None for matches in found)
        return known

    def copies(self, ev: Evaluator, fn: Node) -> list[Factory]:
        """Every copy of the module that ``fn`` makes, itself included; none where ``fn`` is no module function."""
        factory = self.factory(ev, fn)
        if factory is None or factory.loader.specifiers is not None or factory.loader.family[0] not in _SHARED:
            return []
        return self.find(factory.loader, factory.id)

    def _related(self, loader: Loader) -> Iterator[Unit]:
        """The other scripts whose modules the loader may know."""
        family = loader.family
        if family[0] not in _SHARED:
            return
        if family not in self._families:
            name = str(family[1]).encode()
            self._families[family] = [unit for unit in self.project.units if name in unit.source.data]
        yield from (unit for unit in self._families[family] if unit is not loader.unit)

    # -- from a module to those who load it -------------------------------------------------------------------------

    def loads(self, ev: Evaluator, factory: Factory) -> list[tuple[Node, Path]]:
        """The expressions of all scripts that give the exports of the module; with a path to them, where it is a
        promise."""
        known = self._loads.get(factory)
        if known is None:
            known = self._loads[factory] = ev.apart(lambda: list(self._find_loads(ev, factory)))
        return known

    def _find_loads(self, ev: Evaluator, factory: Factory) -> Iterator[tuple[Node, Path]]:
        if factory.loader.family == FILES:
            yield from self._file_loads(ev, factory)
            return
        if factory.loader.family[0] == "wrapped":
            yield from ((call, ()) for call in self._wrapped_loads(ev, factory))
            return
        for unit in (factory.unit, *self._related(factory.loader)):
            if factory.loader.specifiers is not None:
                data = unit.source.data
                named = self._specifiers_of(unit, factory)
                calls = _LITERAL_CALL.find(data, unit.span.start, unit.span.end) if named else ()
                places = [m.start(1) for m in calls if literal_text(unit.tree.at(m.start(1), m.end(1))) in named]
            else:
                places = list(_arguments(unit, factory.id))
            for at in places:
                id: Node = unit.tree.at(at, at + 1)
                call = id.parent
                if call is not None and call.type == "AssignmentExpression":  # n(n.s = 123)
                    id, call = call, call.parent
                if call is not None and call.type == "CallExpression" and self._loads_it(ev, call, id, factory):
                    yield call, ()

    def _specifiers_of(self, unit: Unit, factory: Factory) -> set[str]:
        """The names by which the modules of a script mean the module ``factory``."""
        found: set[str] = set()
        for (family, _), others in self.registry(unit).index.items():
            for other in others if family == factory.loader.family else ():
                table = other.loader.specifiers
                for prop in table.properties if table is not None else ():
                    if prop.type == "Property" and module_id(prop.value) == factory.id:
                        found.add(str(prop.key.get("name") or prop.key.get("value")))
        return found

    def _wrapped_loads(self, ev: Evaluator, factory: Factory) -> Iterator[Node]:
        call = _wrapping(factory.fn)
        holder = call.parent if call is not None else None
        if holder is not None and holder.type == "CallExpression":  # wrap(…)()
            yield holder
            return
        target = holder.get("id") or holder.get("left") if holder is not None else None
        binding = ev.binding(target) if target is not None and target.type == "Identifier" else None
        if binding is None:
            return
        uses = list(self.project.scopes(factory.fn).references(binding))
        self.project.follow_export(binding, uses.append)
        for use in uses:
            if use.parent is not None and use.parent.type == "CallExpression" and use.parent.callee is use:
                yield use.parent

    def _loads_it(self, ev: Evaluator, call: Node, argument: Node, factory: Factory) -> bool:
        """Whether ``call`` is ``n(argument)``, ``n.t(argument)`` or ``n.bind(n, argument)`` of the factory's loader."""
        from bundlescan.values.calls import LOOK

        callee = call.callee
        bound = callee.type == "MemberExpression" and callee.property.get("name") == "bind"
        if bound:
            callee = callee.object
        index = next((i for i, a in enumerate(call.arguments) if a is argument), None)
        if index != int(bound) or callee.type not in _LOADING:
            return False
        for value in leaves_under(ev.bounded(LOOK, lambda: ev.eval(callee, None))):
            if isinstance(value, Require) and value.how in ("", "t") and value.loader.family == factory.loader.family:
                id = ev.eval(argument, None)
                if isinstance(id, Const) and self._is_it(value.loader, primitive_text(id.value), factory):
                    return True
        return False

    def _is_it(self, loader: Loader, id: str, factory: Factory) -> bool:
        if loader.specifiers is not None:
            return factory in self.find(loader, id)
        if id != factory.id:
            return False
        own = self.registry(loader.unit).index.get((loader.family, id))
        return own is None or factory in own or _skeleton(own[0].fn) == _skeleton(factory.fn)

    def _file_loads(self, ev: Evaluator, factory: Factory) -> Iterator[tuple[Node, Path]]:
        unit = factory.unit
        name = factory.id.encode()
        others = self.project.mentions(unit) if not name else [u for u in self.project.units if name in u.source.data]
        for other in others:
            data = other.source.data
            if b"System" in data or b"define" in data:
                for user in list(self.registry(other).direct.values()):
                    yield from ((use, ()) for use in self._dependents(ev, user, factory))
            for match in _LOADED.find(data, other.span.start, other.span.end):
                call: Node | None = other.tree.at(match.start(1), match.end(1)).parent
                while call is not None and call.type not in ("CallExpression", "ImportExpression"):
                    call = call.parent
                if call is None or call.type == "ImportExpression":
                    continue
                if self._means(other, call.arguments[0].get("value"), factory):
                    yield call, (AWAITED,) if call.callee.type == "MemberExpression" else ()

    def _dependents(self, ev: Evaluator, user: Factory, factory: Factory) -> Iterator[Node]:
        """Uses of the parameters by which a SystemJS or AMD module gets the module ``factory``."""
        for index, specifier in enumerate(user.dependencies):
            if not self._means(user.unit, specifier, factory):
                continue
            if user.roles is SYSTEM:
                for setter in _setters(user.fn):
                    if index < len(setter.elements) and setter.elements[index] is not None:
                        yield from _uses_of_parameter(user.unit, setter.elements[index], 0)
            else:
                yield from _uses_of_parameter(user.unit, user.fn, index)

    def _means(self, unit: Unit, specifier: object, factory: Factory) -> bool:
        if not isinstance(specifier, str):
            return False
        if factory.id:
            return specifier == factory.id
        return self.project.resolve(unit, specifier) is factory.unit

    # -- what a module exports, seen from where it does ---------------------------------------------------------------

    def exports_target(self, ev: Evaluator, node: Node) -> tuple[Factory, Path] | None:
        """The module, and the path in its exports, that ``node`` means: ``exports.a``, ``module.exports``."""
        path: list[str] = []
        root = node
        while root.type == "MemberExpression":
            name = ev.key_of(root.property, root.computed, None)
            if name is None:
                return None
            path.insert(0, name)
            root = root.object
        if root.type != "Identifier":
            return None
        binding = ev.binding(root)
        if binding is None:
            role = str(root.name)
            factory = self.file(self.project.unit_of(root)) if role in ("exports", "module") else None
            if factory is None or factory.fn.type != "Program":
                return None
        elif binding.kind == "parameter":
            factory = self.factory(ev, binding.node)
            index = next((i for i, p in enumerate(binding.node.params) if p.get("name") == binding.name), -1)
            role = factory.roles[index] if factory is not None and 0 <= index < len(factory.roles) else ""
        else:
            return None
        if factory is None:
            return None
        if role == "module" and path[:1] == ["exports"]:
            return factory, tuple(path[1:])
        return (factory, tuple(path)) if role == "exports" else None

    def exported(self, ev: Evaluator, node: Node, *, getter: bool) -> Iterator[tuple[Factory | Binding, Path]]:
        """The modules that export the value of ``node``, or what the function ``node`` gives (``getter``), and under
        which path; a variable, where that holds an object on which exports are defined."""
        holder = node.parent
        if holder is None:
            return
        assigned = holder.type == "AssignmentExpression" and holder.right is node
        if not getter and assigned and holder.left.type == "MemberExpression":
            target = self.exports_target(ev, holder.left)
            if target is not None:
                yield target
        own = self.factory(ev, node) if node.type in FUNCTIONS and holder.type == "CallExpression" else None
        if getter and own is not None and own.returns:
            yield own, ()
        call: Node | None = holder
        while call is not None and call.type in ("Property", "ObjectExpression", "ArrayExpression"):
            call = call.parent
        if call is not None and call.type == "CallExpression" and call.arguments:
            yield from self._defined_by(ev, call, node, getter)

    def _defined_by(
        self, ev: Evaluator, call: Node, node: Node, getter: bool
    ) -> Iterator[tuple[Factory | Binding, Path]]:
        system = self._system_export(ev, call) if call.callee.type == "Identifier" and not getter else None
        if system is not None:  # t("name", value), t({name: value})
            first, *rest = call.arguments
            if not rest:
                yield from ((system, (name,)) for name, value, _ in defined_nodes([first]) if value is node)
            elif rest[0] is node and (name := ev.key_of(first, True, None)) is not None:
                yield system, (name,)
            return
        if getter and call.arguments[0].type == "ObjectExpression" and _makes_namespace(ev, call):
            made = self._held_by(ev, call)
            for name, value, _ in defined_nodes(call.arguments[:1]) if made is not None else ():
                if value is node and made is not None:
                    yield made, (name,)
            return
        holder = node.parent
        descriptor = holder is not None and _is_descriptor(call, holder)
        if not descriptor and not (defines(call) and is_definer(ev, call)):
            return
        target = self.exports_target(ev, call.arguments[0]) or self._variable(ev, call.arguments[0])
        if target is None:
            return
        if descriptor and holder is not None:
            defined = ev.key_of(call.arguments[1], True, None)
            if defined is not None and getter == (holder.key.get("name") == "get"):
                yield target[0], (*target[1], defined)
            return
        for name, value, is_getter in defined_nodes(call.arguments[1:]):
            if value is node and is_getter is getter:
                yield target[0], (*target[1], name)

    @staticmethod
    def _variable(ev: Evaluator, node: Node) -> tuple[Binding, Path] | None:
        binding = ev.binding(node) if node.type == "Identifier" else None
        return (binding, ()) if binding is not None and binding.kind in ("var", "let", "const") else None

    @staticmethod
    def _held_by(ev: Evaluator, call: Node) -> Binding | None:
        """The variable that is made for what a call gives."""
        holder = call.parent
        if holder is None or holder.type != "VariableDeclarator" or holder.id.type != "Identifier":
            return None
        return ev.binding(holder.id)

    def _system_export(self, ev: Evaluator, call: Node) -> Factory | None:
        binding = ev.binding(call.callee)
        if binding is None or binding.kind != "parameter":
            return None
        factory = self.factory(ev, binding.node)
        first = binding.node.params[0] if binding.node.params else None
        same = first is not None and first.get("name") == binding.name
        return factory if factory is not None and factory.roles is SYSTEM and same else None

    @staticmethod
    def may_be_loaded_elsewhere(factory: Factory) -> bool:
        """Whether code that is not here may well load the module: a CommonJS or AMD file is a library's."""
        return factory.loader.family == FILES and factory.roles is not SYSTEM

    def indirect(self, factory: Factory) -> bool:
        """Whether the module may be loaded by an id that is looked up at run time (``require("./" + name)``)."""
        if factory.loader.family == FILES:
            return False
        id = re.escape(factory.id.encode("utf-8", "surrogatepass"))
        pattern = re.compile(_MAPPED.compiled.pattern + id + rb"(?![\w$])")
        return any(pattern.search(u.source.data) for u in (factory.unit, *self._related(factory.loader)))


def copy_cond(factory: Factory) -> Cond:
    """What decides which copy of a module a page uses: the chunk that came first."""
    return Cond(("copy", factory.loader.family, factory.id), "which chunk is loaded first", "element")


def _wrapping(fn: Node) -> Node | None:
    """The call of ``var x = wrap(fn)``, ``var x = wrap({"path"(…) {…}})`` or ``wrap(fn)()``."""
    call = fn.parent
    around = call.parent if call is not None and call.type == "Property" else None
    if around is not None and around.type == "ObjectExpression" and len(around.properties) == 1:
        call = around.parent
    if call is None or call.type != "CallExpression" or len(call.arguments) != 1 or call.callee is fn:
        return None
    if call.callee.type not in ("Identifier", "MemberExpression") or len(fn.params) > 2 or call.parent is None:
        return None
    holder = call.parent
    named = holder.type in ("VariableDeclarator", "AssignmentExpression")
    return call if named or (holder.type == "CallExpression" and holder.callee is call) else None


def _is_descriptor(call: Node, holder: Node) -> bool:
    """Whether ``holder`` is the getter or value in ``Object.defineProperty(x, name, {get: …})``."""
    if len(call.arguments) != 3 or holder.parent is not call.arguments[2] or holder.type != "Property":
        return False
    callee = call.callee
    name = callee.property.get("name") if callee.type == "MemberExpression" else callee.get("name")
    return name == "defineProperty" and holder.key.get("name") in ("get", "value")


def _skeleton(fn: Node) -> bytes:
    """The text of a function without names, which a minifier chooses anew for each chunk."""
    return _NAMES.sub(b"", fn.source.data[fn.start : fn.end])


_NAMES = re.compile(rb"[A-Za-z_$][\w$]*")


def _mapped(specifiers: Node, name: str) -> str | None:
    for prop in specifiers.properties:
        if prop.type == "Property":
            key = prop.key.get("name") or prop.key.get("value")
            if key == name:
                return module_id(prop.value)
    return None


#: what may be called to load a module; a minifier puts a runtime that is called once where it is called
_LOADING = frozenset({"Identifier", "MemberExpression", "SequenceExpression", "FunctionExpression"})


def _makes_namespace(ev: Evaluator, call: Node) -> bool:
    """Whether a call is of rolldown's ``__exportAll``."""
    from bundlescan.values.helpers import is_namespace

    if call.callee.type != "Identifier":
        return False
    return any(isinstance(f, Function) and is_namespace(ev, f.fn) for f in leaves_under(ev.eval(call.callee, None)))


def _shared_path(a: str, b: str) -> int:
    """How many folders two paths share."""
    folders = zip(posixpath.dirname(a).split("/"), posixpath.dirname(b).split("/"), strict=False)
    return next((i for i, (x, y) in enumerate(folders) if x != y), min(a.count("/"), b.count("/")))


_PUSHED_LIST = Shape(rb"push \( \[ \[[^\]]*\] , \[", b"push")
_OLD_LIST = Shape(rb"webpackJsonp[\w$]* \( \[[^\]]*\] , \[", b"webpackJsonp")
_LITERAL_CALL = Shape(rb"\( ([\"'`])")
_LOADED = Shape(rb"(?:(?<![\w$.])require|\. import) \( ([\"'`])")
_MAPPED = Shape(rb"[\"']\./[^\"'\n]*[\"'] : \[? [\"']?")
_DEFINED = Shape(rb"[\"'`]? (?:\(|: (?:function\b|async\b|\(|[\w$]+ =>))")
_REGISTERED = Shape(rb"[\"'`]? , (?:function\b|\(|[\w$]+ =>)")
_ARGUMENT = Shape(rb"[\"'`]? [,)]")
_SETTERS = Shape(rb"(?<![\w$])setters : (\[)", b"setters")


def _defines_id(unit: Unit, id: str, family: Family) -> bool:
    """Whether a script may hold a module under its id, by its bytes."""
    shape = _REGISTERED if family[0] == "parcel" else _DEFINED
    return any(shape.compiled.match(unit.source.data, end) is not None for _, end in _spelled(unit, id))


def _arguments(unit: Unit, id: str) -> Iterator[int]:
    """Where an id may be the argument of a call."""
    data = unit.source.data
    for at, end in _spelled(unit, id):
        if _ARGUMENT.compiled.match(data, end) is not None:
            before = _COMMENT.sub(b"", data[max(0, at - 400) : at]).rstrip(b" \t\r\n\"'`")[-1:]
            if before in (b"(", b",", b"="):
                yield at


_COMMENT = re.compile(rb"/\*(?:[^*]|\*(?!/))*+\*/|^[^/]*\*/")


def _spelled(unit: Unit, id: str) -> Iterator[tuple[int, int]]:
    """Where a script spells an id as a whole word."""
    data, text = unit.source.data, id.encode("utf-8", "surrogatepass")
    at = data.find(text, unit.span.start, unit.span.end) if text else -1
    while at >= 0:
        end = at + len(text)
        if data[at - 1 : at] not in _WORD and data[end : end + 1] not in _WORD:
            yield at, end
        at = data.find(text, end, unit.span.end)


_WORD = frozenset(bytes([c]) for c in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$")


def _setters(fn: Node) -> Iterator[Node]:
    """The lists of setters in a SystemJS module."""
    tree, data = fn.tree, fn.source.data
    for match in _SETTERS.find(data, fn.start, fn.end):
        at = match.start(1)
        node: Node | None = tree.at(at, at + 1)
        if node is not None and node.type == "ArrayExpression":
            yield node


def _uses_of_parameter(unit: Unit, fn: Node, index: int) -> Iterator[Node]:
    if fn.type not in FUNCTIONS or index >= len(fn.params):
        return
    for target, _ in targets(fn.params[index]):
        binding = unit.scopes.scope(fn).bindings.get(target.name) if target.type == "Identifier" else None
        if binding is not None:
            yield from (r for r in unit.scopes.references(binding) if not any(r is i for i in binding.ids))


__all__ = ["Loaders", "copy_cond"]
