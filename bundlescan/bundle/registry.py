"""How bundlers keep modules in a script: one recogniser for each shape, found by a look at the bytes.

A *loader* is the function of a bundler's runtime that code calls with a module's id; a *factory* is the function that
makes a module: ``482(e,t,n){…}``. What tells them is the shape of the code that ties them together (the runtime calls
``modules[id](module, module.exports, require)``; a chunk does ``(self.x=self.x||[]).push([[ids],{…}])``), never a
name that a minifier may change. Only nodes at such places are looked at.

| bundler | factories | loader |
|---|---|---|
| webpack, Rspack | a table in the runtime's script; tables that chunks push | the runtime's function, third parameter |
| webpack to 3 | ``webpackJsonp([0],{…})`` | the same |
| Parcel | ``parcelRequire.register(id, function (module, exports) {…})`` | ``parcelRequire`` |
| Browserify, Parcel 1 | ``{id: [function (require, module, exports) {…}, {specifier: id}]}`` | first parameter |
| SystemJS | ``System.register([specifiers], function (export, context) {…})`` | by file |
| AMD, UMD | ``define([specifiers], function (…) {…})`` | by file |
| CommonJS | the file | by file |
| an application's own | ``define(id, function (require, exports, module) {…})`` | the function that calls those |
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import literal_text

if TYPE_CHECKING:
    from bundlescan.bundle.project import Unit

#: which ids a loader knows: those of one runtime, of the chunks of one list, …
Family = tuple[Hashable, ...]
FILES: Family = ("files",)
#: what the parameters of a factory are, by the kind of its table
WEBPACK = ("module", "exports", "require")
PARCEL = ("module", "exports")
BROWSERIFY = ("require", "module", "exports")
SYSTEM = ("export", "context")


@dataclass(frozen=True, slots=True, eq=False)
class Loader:
    """Who loads: modules of one ``family`` have ids of one kind. ``specifiers`` (an ObjectExpression) says what a
    factory's own names for other modules mean; ``unit`` is the script whose relative specifiers count."""

    family: Family
    unit: Unit
    specifiers: Node | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Factory:
    """A module function and what its parameters are. ``dependencies``: the specifiers that a SystemJS or AMD module
    lists."""

    loader: Loader
    id: str
    fn: Node
    roles: tuple[str, ...]
    dependencies: tuple[str, ...] = ()

    @property
    def unit(self) -> Unit:
        return self.loader.unit

    @property
    def returns(self) -> bool:
        """Whether what the function returns is the module: so it is with AMD."""
        return self.loader.family == FILES and self.roles is not SYSTEM and self.fn.type in FUNCTIONS


@dataclass(eq=False)
class Registry:
    """The factories and loaders of one script."""

    unit: Unit
    tables: dict[Node, tuple[Family, tuple[str, ...]]] = field(default_factory=dict)  # -> family, roles
    direct: dict[Node, Factory] = field(default_factory=dict)  # by their function
    runtimes: dict[Node, Loader] = field(default_factory=dict)  # by the runtime's function
    callbacks: dict[Node, Loader] = field(default_factory=dict)  # functions that are called with the loader

    @classmethod
    def of(cls, unit: Unit) -> Registry:
        found = cls(unit)
        for wanted, recognise in _RECOGNISERS:
            if wanted in unit.source.data:
                recognise(found)
        return found

    def functions(self) -> Iterator[Node]:
        """The functions of the factories."""
        yield from self.direct
        for table in self.tables:
            entries = table.get("properties") or table.get("elements") or ()
            for entry in entries:
                held = entry.value if entry is not None and entry.type == "Property" else entry
                if held is not None and held.type in FUNCTIONS:
                    yield held

    def factory(self, fn: Node) -> Factory | None:
        """The factory whose function is ``fn``."""
        known = self.direct.get(fn)
        if known is not None:
            return known
        holder = fn.parent
        entry = holder
        if holder is not None and holder.type == "ArrayExpression" and holder.elements[:1] == [fn]:
            entry = holder.parent  # Browserify's [function, {specifiers}]
        table = entry.parent if entry is not None and entry.type == "Property" else holder
        if table is None or table not in self.tables or table in self._opened:
            return None
        self._open(table)
        return self.direct.get(fn)

    def _open(self, table: Node) -> None:
        """Lists the factories of a table."""
        self._opened.add(table)
        family, roles = self.tables[table]
        if table.type == "ArrayExpression":
            values = ((str(index), element) for index, element in enumerate(table.elements) if element is not None)
        else:
            values = ((_key(prop), prop.value) for prop in table.properties if prop.type == "Property")
        for id, value in values:
            specifiers = None
            if value.type == "ArrayExpression" and roles is BROWSERIFY and len(value.elements) > 1:
                value, specifiers = value.elements[:2]
            if value is not None and value.type in FUNCTIONS:
                self.direct[value] = Factory(Loader(family, self.unit, specifiers), id, value, roles)

    @cached_property
    def index(self) -> dict[tuple[Family, str], list[Factory]]:
        """Every factory of the script by family and id."""
        for table in self.tables:
            if table not in self._opened:
                self._open(table)
        found: dict[tuple[Family, str], list[Factory]] = {}
        for factory in self.direct.values():
            found.setdefault((factory.loader.family, factory.id), []).append(factory)
        return found

    _opened: set[Node] = field(default_factory=set)


@dataclass(frozen=True)
class Shape:
    """A regular expression in which each blank stands for any white space and comments, compiled when first used.
    ``begins``: a text with which every match begins; looking for that first is much faster."""

    pattern: bytes
    begins: bytes = b""

    @cached_property
    def compiled(self) -> re.Pattern[bytes]:
        return re.compile(self.pattern.replace(b" ", rb"(?:\s|/\*(?:[^*]|\*(?!/))*+\*/|//[^\n]*\n)*+"))

    def find(self, data: bytes, start: int, end: int) -> Iterator[re.Match[bytes]]:
        if not self.begins:
            yield from self.compiled.finditer(data, start, end)
            return
        at = data.find(self.begins, start, end)
        while at >= 0:
            match = self.compiled.match(data, at, end)
            if match is not None:
                yield match
            at = data.find(self.begins, at + 1, end)


def _key(prop: Node) -> str:
    key = prop.key
    if key.type == "Identifier":
        return str(key.name)
    return module_id(key) or ""


def module_id(node: Node | None) -> str | None:
    """A module's id as text."""
    if node is None:
        return None
    value = node.value if node.type == "Literal" else None
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return literal_text(node)


def _scan(registry: Registry, shape: Shape, kind: str) -> Iterator[Node]:
    """The innermost nodes of the type ``kind`` around group 1 of what matches."""
    unit = registry.unit
    for match in shape.find(unit.source.data, unit.span.start, unit.span.end):
        at = match.start(1)
        node: Node | None = unit.tree.at(at, at + 1)
        while node is not None and node.type != kind:
            node = node.parent
        if node is not None:
            yield node


def _function_around(node: Node) -> Node | None:
    current = node.parent
    while current is not None and current.type not in FUNCTIONS:
        current = current.parent
    return current


# -- webpack and Rspack -----------------------------------------------------------------------------------------------

#: ``modules[id](module, module.exports, require)``, also as ``.call(module.exports, …)``, or kept for later
_RUNTIME = Shape(
    rb"(\[) [\w$]+ \] (?:"
    rb"(?:\. call )?\( [\w$]+ (?:\. exports , [\w$]+ )?, [\w$]+ \. exports , [\w$]+ \)"
    rb"|, require :)"
)
#: ``self.x = self.x || []``: the list that chunks are pushed on
_LIST = Shape(
    rb"(?:\b(?:self|window|globalThis|global)|: this \)) (?:\. |\[ [\"'])([\w$-]+)(?:[\"'] \])? = [^=;{}]{1,60}?"
    rb"(?:\. |\[ [\"'])\1(?:[\"'] \])? \|\| \[ \]"
    rb"|\bthis (?:\. |\[ [\"'])(webpack[\w$-]+)(?:[\"'] \])? = this"
)
#: a call that names a module and gives its function
_NAMED = Shape(rb"\( [\"'`]([\w$@./-]+)[\"'`] , (?:function\b|\(|[\w$]+ =>)")
_CHUNK = Shape(rb"\|\| \[ \] \) \. (push) \( \[ \[")
_OLD_CHUNK = Shape(rb"(?<![\w$.])(webpackJsonp[\w$]*) \( \[", b"webpackJsonp")


def _webpack_runtime(registry: Registry) -> None:
    for member in _scan(registry, _RUNTIME, "MemberExpression"):
        if not member.computed or member.object.type != "Identifier":
            continue
        loads = _function_around(member)
        if loads is None:
            continue
        family = _runtime_family(registry.unit, loads)
        registry.runtimes[loads] = Loader(family, registry.unit)
        roles = _roles(member.parent)
        for table in _held_by(registry.unit, member.object):
            registry.tables[table] = (family, roles)
        for store in _stores(registry.unit, member.object):
            for call in _registering(registry.unit, store):
                fn = call.arguments[1]
                loader = Loader(family, registry.unit)
                registry.direct.setdefault(fn, Factory(loader, module_id(call.arguments[0]) or "", fn, roles))


def _roles(call: Node | None) -> tuple[str, ...]:
    """What the parameters of factories are that are called so: ``factories[id](require, module.exports, module)``."""
    if call is not None and call.type == "MemberExpression":
        call = call.parent
    given = call.arguments if call is not None and call.type == "CallExpression" else []
    if call is not None and call.callee.type == "MemberExpression" and call.callee.property.get("name") == "call":
        given = given[1:]
    modules = {a.object.get("name") for a in given if a.type == "MemberExpression"}
    roles = tuple(
        "exports" if a.type == "MemberExpression" else "module" if a.get("name") in modules else "require"
        for a in given
    )
    return WEBPACK if len(roles) != 3 or roles == WEBPACK else roles


def _stores(unit: Unit, identifier: Node) -> Iterator[Node]:
    """The functions that store their second argument in the table ``identifier`` under their first."""
    binding = unit.scopes.resolve(identifier)
    for reference in unit.scopes.references(binding) if binding is not None and binding.kind != "parameter" else ():
        member = reference.parent
        write = member.parent if member is not None and member.get("object") is reference else None
        if member is None or write is None or write.type != "AssignmentExpression" or write.left is not member:
            continue
        fn = _function_around(write)
        named = [parameter.get("name") for parameter in fn.params[:2]] if fn is not None else []
        if fn is not None and member.computed and named == [member.property.get("name"), write.right.get("name")]:
            if len(named) == 2 and None not in named:
                yield fn


def _registering(unit: Unit, store: Node) -> Iterator[Node]:
    """The calls of such a function that name a module and give its function, by the name that the function, or what
    makes it, has in the script."""
    for call in _scan_calls(unit):
        callee = call.callee.expressions[-1] if call.callee.type == "SequenceExpression" else call.callee
        if len(call.arguments) != 2 or call.arguments[1].type not in FUNCTIONS:
            continue
        if callee.type in ("Identifier", "AssignmentExpression"):
            if any(made.start <= store.start and store.end <= made.end for made in _given(unit, callee)):
                yield call
        elif callee.type == "MemberExpression" and store.parent is not None:
            holder = store.parent
            key = holder.get("key") or (holder.left.get("property") if holder.type == "AssignmentExpression" else None)
            name = key if key is not None else store.get("id")
            if name is not None and name.get("name") == callee.property.get("name"):
                yield call


def _given(unit: Unit, callee: Node) -> Iterator[Node]:
    """What a variable that is called is declared as, and what is assigned to it."""
    if callee.type == "AssignmentExpression":
        yield callee.right
        return
    binding = unit.scopes.resolve(callee)
    if binding is None or binding.kind == "parameter":
        return
    yield binding.node
    for reference in unit.scopes.references(binding):
        write = reference.parent
        if write is not None and write.type == "AssignmentExpression" and write.left is reference:
            yield write.right


def _scan_calls(unit: Unit) -> Iterator[Node]:
    for match in _NAMED.find(unit.source.data, unit.span.start, unit.span.end):
        node: Node | None = unit.tree.at(match.start(1), match.end(1))
        while node is not None and node.type != "CallExpression":
            node = node.parent
        if node is not None:
            yield node


def _runtime_family(unit: Unit, loads: Node) -> Family:
    """The name of the list of chunks, where the runtime has one; else nobody else's."""
    around = _function_around(loads)
    match = _LIST.compiled.search(unit.source.data, loads.end, around.end if around is not None else unit.span.end)
    return ("chunks", (match[1] or match[2]).decode()) if match is not None else ("runtime", loads)


def _held_by(unit: Unit, identifier: Node) -> Iterator[Node]:
    """The object and array literals that a variable is given: by its declaration, an assignment, or an argument of
    the function around it that is called on the spot."""
    binding = unit.scopes.resolve(identifier)
    if binding is None:
        return
    if binding.kind == "parameter":
        call = binding.node.parent
        index = next((i for i, p in enumerate(binding.node.params) if p.get("name") == binding.name), None)
        if call is not None and call.type == "UnaryExpression":
            call = call.parent
        if call is not None and call.type == "CallExpression" and call.callee is binding.node and index is not None:
            if index < len(call.arguments) and call.arguments[index].type in _TABLES:
                yield call.arguments[index]
        return
    for reference in unit.scopes.references(binding):
        parent = reference.parent
        if parent is None:
            continue
        value = parent.init if parent.type == "VariableDeclarator" and parent.id is reference else None
        if parent.type == "AssignmentExpression" and parent.left is reference:
            value = parent.right
        if value is not None and value.type in _TABLES:
            yield value


_TABLES = frozenset({"ObjectExpression", "ArrayExpression"})


def _webpack_chunks(registry: Registry) -> None:
    for member in _scan(registry, _CHUNK, "MemberExpression"):
        call = member.parent
        listed = member.object
        if call is None or call.type != "CallExpression" or listed.type != "AssignmentExpression":
            continue
        name = listed.left.get("property") if listed.left.type == "MemberExpression" else None
        pushed = call.arguments[0] if call.arguments else None
        if name is None or pushed is None or pushed.type != "ArrayExpression":
            continue
        _chunk(registry, ("chunks", str(name.get("name") or name.get("value"))), pushed.elements)


def _webpack_old_chunks(registry: Registry) -> None:
    for call in _scan(registry, _OLD_CHUNK, "CallExpression"):
        if call.callee.type == "Identifier":
            _chunk(registry, ("chunks", call.callee.name), call.arguments)


def _chunk(registry: Registry, family: Family, parts: list[Node]) -> None:
    if len(parts) > 1 and parts[1] is not None and parts[1].type in _TABLES:
        registry.tables[parts[1]] = (family, WEBPACK)
    if len(parts) > 2 and parts[2] is not None and parts[2].type in FUNCTIONS:
        registry.callbacks[parts[2]] = Loader(family, registry.unit)


# -- Parcel, Browserify -----------------------------------------------------------------------------------------------

_REGISTERED = Shape(rb"\( [\"'`]([0-9A-Za-z]{4,7})[\"'`] , (?:function\b|\(|[\w$]+ =>)")
PARCEL_NAME = re.compile(rb"\bparcelRequire[\w$]*")
_PACKED = Shape(rb"[{,] (?:[\"'][^\"'\n]+[\"']|[\w$]+) : (\[) function (?:[\w$]+ )?\(")


def _parcel(registry: Registry) -> None:
    name = PARCEL_NAME.search(registry.unit.source.data, registry.unit.span.start, registry.unit.span.end)
    if name is None:
        return
    loader = Loader(("parcel", name[0].decode()), registry.unit)
    for call in _scan(registry, _REGISTERED, "CallExpression"):
        if len(call.arguments) < 2 or call.arguments[1].type not in FUNCTIONS:
            continue
        if _is_register(registry.unit, call.callee):
            fn = call.arguments[1]
            registry.direct[fn] = Factory(loader, module_id(call.arguments[0]) or "", fn, PARCEL)


def _is_register(unit: Unit, callee: Node) -> bool:
    if callee.type == "SequenceExpression":
        callee = callee.expressions[-1]
    if callee.type == "Identifier":
        binding = unit.scopes.resolve(callee)
        made = binding.node.init if binding is not None and binding.node.type == "VariableDeclarator" else None
        return made is not None and made.type == "MemberExpression" and made.property.get("name") == "register"
    return callee.type == "MemberExpression" and callee.property.get("name") == "register"


def _browserify(registry: Registry) -> None:
    for packed in _scan(registry, _PACKED, "ArrayExpression"):
        entry = packed.parent
        table = entry.parent if entry is not None and entry.type == "Property" else None
        if table is None or table in registry.tables or len(packed.elements) != 2:
            continue
        call = table.parent
        if packed.elements[1].type == "ObjectExpression" and call is not None and call.type == "CallExpression":
            registry.tables[table] = (("browserify", table), BROWSERIFY)


# -- SystemJS, AMD ----------------------------------------------------------------------------------------------------

_SYSTEM = Shape(rb"(?<![\w$])System \. (register) \(", b"System")
_DEFINE = Shape(rb"(?<![\w$.])(define) \( (?:[\"'\[(]|function\b|[\w$]+ =>)", b"define")


def _system(registry: Registry) -> None:
    for member in _scan(registry, _SYSTEM, "MemberExpression"):
        if member.parent is not None and member.parent.type == "CallExpression":
            _listed(registry, member.parent, SYSTEM)


def _amd(registry: Registry) -> None:
    for call in _scan(registry, _DEFINE, "CallExpression"):
        if call.callee.type == "Identifier" and registry.unit.scopes.resolve(call.callee) is None:
            _listed(registry, call, ())


def _listed(registry: Registry, call: Node, roles: tuple[str, ...]) -> None:
    """``register(name?, [dependencies]?, function)``."""
    arguments = list(call.arguments)
    id = module_id(arguments[0]) if arguments else None
    if id is not None:
        arguments.pop(0)
    names: tuple[str, ...] | None = None
    if arguments and arguments[0].type == "ArrayExpression":
        names = tuple(module_id(element) or "" for element in arguments.pop(0).elements)
    if not arguments or arguments[0].type not in FUNCTIONS:
        return
    fn = arguments[0]
    loader = Loader(FILES, registry.unit)
    if roles is not SYSTEM:
        if names is None:
            roles = ("require", "exports", "module")
        else:
            roles = tuple(name if name in ("require", "exports", "module") else "dependency" for name in names)
    registry.direct[fn] = Factory(loader, id or "", fn, roles, names or ())


_RECOGNISERS = (
    (b"exports", _webpack_runtime),
    (b"push", _webpack_chunks),
    (b"webpackJsonp", _webpack_old_chunks),
    (b"parcelRequire", _parcel),
    (b"MODULE_NOT_FOUND", _browserify),
    (b"System", _system),
    (b"define", _amd),
)

__all__ = ["FILES", "PARCEL_NAME", "SYSTEM", "WEBPACK", "Factory", "Family", "Loader", "Registry", "Shape"]
