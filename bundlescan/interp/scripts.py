"""The scripts of a project as programs: classic scripts, and modules with what they import from each other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bundlescan.interp.compile import Template
from bundlescan.interp.functions import JSFunction, caught
from bundlescan.interp.model import (
    MISSING,
    TO_STRING_TAG,
    UNDEF,
    Args,
    JSObject,
    JSThrow,
    Prop,
    realm,
    throw,
    to_string,
)
from bundlescan.interp.runtime import namespace
from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import literal_text

if TYPE_CHECKING:
    from bundlescan.bundle.project import Project, Unit

#: the file name of compiled code
LABEL = "<script "
Seen = Callable[[Node, Args], None]
Watch = Callable[[Node, Args, Any], None]


class Script:
    """One script. Compiled code outlasts a run; ``begin`` gives it a new one."""

    def __init__(self, world: World, unit: Unit, number: int, *, scanned: bool = True) -> None:
        """``scanned``: it is one of the project, so that its literals and calls are worth telling."""
        self.world = world
        self.scanned = scanned
        self.unit = unit
        self.label = f"{LABEL}{number}>"
        self.namespace = namespace()
        self.is_module = unit.tree.root.sourceType == "module" or unit.is_module
        self.sloppy = not self.is_module and not unit.code[:200].lstrip().startswith((b'"use strict"', b"'use strict'"))
        self.slots: dict[str, int] = {}
        self.env: list[Any] = [None]
        self.top = Template(unit.tree.root, None, self, "async" if self.is_module else "function")
        self._cells: dict[str, str] | None = None
        self._exports: dict[str, Callable[[], Any]] | None = None
        self.begin()

    def begin(self) -> None:
        self.env = [None, *[UNDEF] * len(self.slots)]
        self.namespace["M"] = self.env
        self.namespace["WINDOW"] = getattr(realm, "window", None)
        self.evaluated: Any = None  # the promise of a module that runs or has run

    def extend(self) -> None:
        """Makes room for the names of the module."""
        self.env += [UNDEF] * (len(self.slots) + 1 - len(self.env))

    def watched(self, node: Node) -> Callable[[Args, Any], Args] | None:
        """What is told the arguments of the call ``node``, where somebody waits for them."""
        if node not in self.world.watched:
            return None
        saw = self.world.saw

        def watch(args: Args, callee: Any) -> Args:
            saw(node, args, callee)
            return args

        return watch

    def entered(self, node: Node) -> Callable[[int, Args], None] | None:
        """What is told when the function ``node`` (or the class whose constructor it is) is called, and with what."""
        holder = node.parent.parent if node.parent is not None and node.parent.type == "MethodDefinition" else None
        cls = holder.parent if holder is not None and node.parent.kind == "constructor" else None  # type: ignore[union-attr]
        known = node if node in self.world.clients else cls
        if known is None or known not in self.world.clients:
            return None
        self.world.entries[self, node.start] = known
        return lambda start, args: self.world.entered(self.world.entries[self, start], args)

    def run(self) -> Any:
        """Runs a classic script, or a module with what it imports."""
        try:
            if self.is_module:
                return self.evaluate()
            return JSFunction(self.top, None).invoke(realm.window, [])
        except JSThrow:
            raise
        except Exception as error:
            raise JSThrow(caught(error)) from None

    # -- modules --------------------------------------------------------------------------------------------------

    def evaluate(self) -> Any:
        """The promise of the module; what it imports runs first."""
        if self.evaluated is not None:
            return self.evaluated
        self.evaluated = UNDEF  # of a cycle
        for other in self._imported():
            other.evaluate() if other.is_module else other.run()
        self.evaluated = JSFunction(self.top, None).invoke(UNDEF, [])
        return self.evaluated

    def _imported(self) -> Iterator[Script]:
        for node in self.unit.tree.root.body:
            if node.type in _LINKS and node.get("source") is not None:
                other = self.world.script_for(self, literal_text(node.get("source")) or "")
                if other is not None and other is not self:
                    yield other

    def import_cells(self) -> dict[str, str]:
        """For each imported name, what compiled code calls to read it."""
        if self._cells is None:
            self._cells = {}
            for node in self.unit.tree.root.body:
                if node.type != "ImportDeclaration":
                    continue
                specifier = literal_text(node.get("source")) or ""
                for one in node.specifiers or ():
                    name = {"ImportDefaultSpecifier": "default", "ImportNamespaceSpecifier": "*"}.get(one.type)
                    name = name or _exported_name(one.imported)
                    cell = f"I{len(self._cells)}"
                    self.namespace[cell] = self._reader(specifier, name)
                    self._cells[one.local.name] = cell
        return self._cells

    def _reader(self, specifier: str, name: str) -> Callable[[], Any]:
        known: list[Callable[[], Any]] = []

        def read() -> Any:
            if not known:
                known.append(self._find(specifier, name))
            return known[0]()

        return read

    def _find(self, specifier: str, name: str) -> Callable[[], Any]:
        other = self.world.script_for(self, specifier)
        if other is None:
            return lambda: self.world.external(specifier, name)
        if name == "*":
            return lambda: other.namespace_object()
        found = other.exported(name)
        return found if found is not None else lambda: UNDEF

    def exported(self, name: str, seen: frozenset[Script] = frozenset()) -> Callable[[], Any] | None:
        """What reads the export ``name``."""
        if self in seen:
            return None
        if not self.is_module:
            return None
        exports = self.unit.exports
        local = exports.names.get(name)
        if local is not None:
            if name == "default" and local.type != "Identifier":
                return self._slot("*default*")
            if name == "default" and local.parent is not None and local.parent.type == "ExportDefaultDeclaration":
                return self._slot("*default*")
            return self._slot(local.name)
        again = exports.reexports.get(name)
        if again is not None:
            return self._find(*again)
        for specifier in exports.stars:
            other = self.world.script_for(self, specifier)
            found = other.exported(name, seen | {self}) if other is not None else None
            if found is not None:
                return found
        return None

    def _slot(self, name: str) -> Callable[[], Any]:
        cell = self.import_cells().get(name)
        if cell is not None:
            return self.namespace[cell]  # type: ignore[no-any-return]

        def read() -> Any:
            index = self.slots.get(name)
            return self.env[index] if index is not None and index < len(self.env) else UNDEF

        return read

    def export_names(self, seen: frozenset[Script] = frozenset()) -> list[str]:
        if self in seen or not self.is_module:
            return []
        exports = self.unit.exports
        names = [*exports.names, *exports.reexports]
        for specifier in exports.stars:
            other = self.world.script_for(self, specifier)
            names += [n for n in other.export_names(seen | {self}) if n != "default"] if other is not None else []
        return sorted(set(names))

    def namespace_object(self) -> JSObject:
        return self.world.namespaces.setdefault(self, ModuleNamespace(self))

    def import_later(self, specifier: Any) -> Any:
        """``import(specifier)``"""
        from bundlescan.interp.builtins import promises

        promise = promises.new_promise()
        try:
            name = to_string(specifier)
            other = self.world.script_for(self, name)
            if other is None:
                promises.resolve(promise, self.world.external(name, "*"))
                return promise
            done = other.evaluate() if other.is_module else other.run()
        except Exception as error:
            promises.reject(promise, caught(error))
            return promise
        if other.is_module and done is not UNDEF:
            promises.subscribe(
                done,
                lambda _: promises.resolve(promise, other.namespace_object()),
                lambda reason: promises.reject(promise, reason),
            )
        else:
            promises.resolve(promise, other.namespace_object())
        return promise

    def meta(self) -> JSObject:
        """``import.meta``"""
        return self.world.meta(self)


_LINKS = ("ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration")


def _exported_name(node: Node) -> str:
    return node.name if node.type == "Identifier" else str(node.value)


class ModuleNamespace(JSObject):
    __slots__ = ("script",)
    class_name = "Module"

    def __init__(self, script: Script) -> None:
        super().__init__(None)
        self.script = script

    def get_own(self, key: Any) -> Any:
        if not isinstance(key, str):
            return "Module" if key is TO_STRING_TAG else MISSING
        found = self.script.exported(str(key))
        return Prop(found(), enumerable=True, configurable=False) if found is not None else MISSING

    def put(self, key: Any, value: Any, this: Any) -> bool:
        return False

    def own_keys(self) -> list[Any]:
        return list(self.script.export_names())


class World:
    """The scripts of a project. ``watched``: calls of which ``saw`` is told arguments and callee. ``clients``:
    functions and classes, ``entered`` hears of their calls. ``units``: those that the page can load, all without."""

    def __init__(
        self,
        project: Project,
        watched: frozenset[Node] = frozenset(),
        saw: Watch = lambda call, args, callee: None,
        clients: frozenset[Node] = frozenset(),
        entered: Seen = lambda function, args: None,
        units: Sequence[Unit] | None = None,
    ) -> None:
        self.project = project
        self.units = project.units if units is None else units
        self.watched = watched
        self.saw = saw
        self.clients = clients
        self.entered = entered
        self.entries: dict[tuple[Script, int], Node] = {}
        self.ran: set[Node] = set()  # functions
        self._evaluated: dict[bytes, Script] = {}
        self.scripts: dict[Unit, Script] = {}
        self.by_label: dict[str, Script] = {}
        self.namespaces: dict[Script, JSObject] = {}
        self.metas: dict[Script, JSObject] = {}
        self.absorbing: Callable[[], Any] = lambda: UNDEF
        self.page = "http://localhost/"

    @property
    def host(self) -> str:
        """Host and port of the page's URL."""
        return self.page.split("://", 1)[1].split("/", 1)[0]

    def begin(self) -> None:
        """Before each run, when its realm is made."""
        realm.evaluate = self.evaluate
        self.namespaces.clear()
        self.metas.clear()
        for script in self.scripts.values():
            script.begin()

    def script(self, unit: Unit) -> Script:
        known = self.scripts.get(unit)
        if known is None:
            known = self.scripts[unit] = Script(self, unit, len(self.scripts))
            self.by_label[known.label] = known  # not of evaluated texts: nobody can point at a place in them
        return known

    def evaluate(self, code: str) -> Any:
        """``eval(code)`` in the scope of the page."""
        from bundlescan.bundle.project import Unit

        data = code.encode("utf-8", "surrogatepass")
        known = self._evaluated.get(data)
        if known is None:
            realm.steps(30 + len(data) // 64)  # reading it and translating it take their time
            if len(self._evaluated) > 500:
                self._evaluated.clear()
            unit = Unit(Source("eval", data), "js", Span(0, len(data)))
            known = self._evaluated[data] = Script(self, unit, -1, scanned=False)
        known.begin()
        body = known.unit.tree.root.body
        if known.unit.tree.issues:
            throw("SyntaxError", "Unexpected token")
        last = body[-1] if body else None
        known.top.gives = last.expression if last is not None and last.type == "ExpressionStatement" else None
        return JSFunction(known.top, None).invoke(realm.window, [])

    def script_for(self, script: Script, specifier: str) -> Script | None:
        """What ``specifier`` means in ``script``."""
        unit = self.project.resolve(script.unit, specifier)
        if unit is None and specifier.startswith(self.page.rsplit("/", 1)[0]):
            unit = self.unit_at(specifier)
        return self.script(unit) if unit is not None else None

    def unit_at(self, url: str) -> Unit | None:
        """The script that the page loads from ``url``."""
        from bundlescan.bundle.project import by_url

        return by_url(self.units, url)

    def external(self, specifier: str, name: str) -> Any:
        """What a package exports that is not among the scanned files."""
        return self.absorbing()

    def meta(self, script: Script) -> JSObject:
        made = self.metas.get(script)
        if made is None:
            made = self.metas[script] = JSObject(None)
            made.props["url"] = f"{self.page.split(':', 1)[0]}://{self.host}/{script.unit.path.lstrip('./')}"
            env = made.props["env"] = JSObject(realm.object_proto)
            env.props.update({"MODE": "production", "DEV": False, "PROD": True, "SSR": False, "BASE_URL": "/"})
        return made

    def frames(self) -> Iterator[Node]:
        """The calls that are under way, innermost first."""
        frame = sys._getframe(1)
        at: Any = frame
        while at is not None:
            label = at.f_code.co_filename
            if label.startswith(LABEL):
                script = self.by_label.get(label)
                end = at.f_lineno
                node = script.unit.tree.at(end - 1) if script is not None and end > 1 else None
                while node is not None and (node.end != end or node.type not in _CALLS):
                    node = node.parent
                if node is not None:
                    yield node
            at = at.f_back


_CALLS = ("CallExpression", "NewExpression", "TaggedTemplateExpression")

__all__ = ["Script", "World"]
