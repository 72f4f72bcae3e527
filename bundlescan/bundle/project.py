"""The scripts of one tree, parsed when first needed, and the ES module links between them.

A ``Unit`` is one script: a .js file, or one inline script of a page or component. Links are followed by file, never
executed: ``import {i as x} from "./vendor.js"`` leads to whatever ``vendor.js`` exports as ``i``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from bundlescan.bundle.loaders import Loaders
from bundlescan.scope import Binding, Scopes
from bundlescan.scope.patterns import targets
from bundlescan.source import Setting, Source, Span
from bundlescan.syntax import Language, ParserName, parse
from bundlescan.syntax.nodes import Node, Tree
from bundlescan.syntax.strings import key_name, literal_text, spelling
from bundlescan.values.domain import Const, External, Global, Module, Value, lift

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: called with an ``import()`` of a module and the name of one of its exports
Load = Callable[[Node, str], None]
#: who hears of the uses of an export, of the ``import()``s of its module, of an ``import * as n`` used as a whole
Followers = tuple[Callable[[Node], None], Load | None, Load | None]
#: how many expressions may be evaluated to learn whether a property is one of the page's window
OWNER = 60
#: global names shorter than this are a minifier's
SHARED_NAME = 3
EXTENSIONS = ("", ".js", ".mjs", ".ts", ".tsx", ".jsx", ".vue", ".svelte", "/index.js", "/index.ts", "/index.tsx")


def _may_be_window(this: Node) -> bool:
    """Whether ``this`` may be the window: at the top of a script, and in a function that nothing shows to be a method
    or a constructor."""
    fn = this.parent
    while fn is not None and fn.type not in ("FunctionDeclaration", "FunctionExpression", "ClassBody"):
        fn = fn.parent
    if fn is None or fn.type == "ClassBody":
        return fn is None
    parent = fn.parent
    if parent is None or parent.type in ("MethodDefinition", "Property"):
        return False
    if parent.type == "AssignmentExpression" and parent.left.type == "MemberExpression":
        return False
    name = fn.id or (parent.id if parent.type == "VariableDeclarator" else parent.get("left"))
    if name is None or name.type != "Identifier":
        return True
    made = rb"\bnew\s+%b\b|(?<![\w$.])%b\s*\.\s*prototype\b" % ((spelling(name.name),) * 2)
    return re.search(made, fn.source.data) is None


def _names_window(unit: Unit, use: re.Match[bytes]) -> bool:
    """Whether a text that begins with a name of the window is no other ``this`` than that of the script's top."""
    if not use.group().startswith(b"this"):
        return True
    fn: Node | None = unit.tree.at(use.start(), use.start() + 4)
    while fn is not None and fn.type not in ("FunctionDeclaration", "FunctionExpression", "ClassBody"):
        fn = fn.parent
    return fn is None


@dataclass(eq=False)
class Unit:
    """One script. ``span`` is its place in the file (the whole file for a .js)."""

    source: Source
    language: Language
    span: Span
    parser: ParserName = "tree-sitter"
    parsed: bool = False
    is_module: bool = False  # known to be loaded as a module, whatever its text

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def whole(self) -> bool:
        """Whether the script is its whole file."""
        return self.span == Span(0, len(self.source.data))

    @cached_property
    def code(self) -> bytes:
        return self.source.data if self.whole else self.source.data[self.span.start : self.span.end]

    @cached_property
    def tree(self) -> Tree:
        tree = parse(self.source, language=self.language, span=self.span, parser=self.parser)
        self.parsed = True
        return tree

    @cached_property
    def scopes(self) -> Scopes:
        return Scopes(self.tree)

    @cached_property
    def exports(self) -> Exports:
        return Exports.of(self)


@dataclass(slots=True)
class Exports:
    """What a module exports: local names, expressions (default), re-exports, and ``export *`` sources."""

    names: dict[str, Node] = field(default_factory=dict)  # name -> local Identifier, declaration or expression
    reexports: dict[str, tuple[str, str]] = field(default_factory=dict)  # name -> (specifier, name there; "*")
    stars: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, unit: Unit) -> Exports:
        out = cls()
        if b"export" not in unit.source.data:
            return out
        for node in unit.tree.root.body:
            if node.type == "ExportNamedDeclaration":
                source = node.get("source").value if node.get("source") is not None else None
                for specifier in node.specifiers or ():
                    exported = _export_name(specifier.exported)
                    if source is not None:
                        out.reexports[exported] = (source, _export_name(specifier.local))
                    else:
                        out.names[exported] = specifier.local
                declaration = node.declaration
                if declaration is not None and declaration.type == "VariableDeclaration":
                    for declarator in declaration.declarations:
                        for target, _ in targets(declarator.id):
                            out.names[target.name] = target
                elif declaration is not None and declaration.get("id") is not None:
                    out.names[declaration.id.name] = declaration.id
            elif node.type == "ExportDefaultDeclaration":
                out.names["default"] = node.declaration
            elif node.type == "ExportAllDeclaration":
                if node.exported is not None:
                    out.reexports[_export_name(node.exported)] = (node.get("source").value, "*")
                else:
                    out.stars.append(node.get("source").value)
        return out


_FILLED = re.compile(rb"\s*[:,}=]")
_SET = re.compile(rb"\s*=(?![=>])")
_WINDOW = re.compile(rb"(?:\b(?:window|self|globalThis|top|parent|frames)|[\w$]\.g)\s*\??\.\s*$")  # n.g: webpack's name
_WINDOW_KEY = re.compile(rb"\b(?:window|self|globalThis|top|parent|frames)\s*(?:\?\.)?\[\s*[\"'`]$")
_ON_WINDOW = re.compile(rb"(?:\b(?:window|self|globalThis)|[\w$]\.g)\s*\.\s*([A-Za-z_$][\w$]*)\s*=(?![=>])")
_KEYED = re.compile(rb"(?<![\w$.])(?:window|self|globalThis|this)\s*(?:\?\.)?\[\s*(?![\"'`][^\"'`$]*[\"'`]\s*\]|\d)")
_DECLARED = re.compile(rb"\b(?:function|class|var|let|const)\s+$")
_PART = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$") | frozenset(range(0x80, 0x100))


def _words(unit: Unit, name: str) -> Iterator[int]:
    """Where a script's bytes hold a name as a whole word. The empty one (``window[""]``) they hold nowhere."""
    data, needle = unit.source.data, name.encode("utf-8", "surrogatepass")
    if not needle:
        return
    at = data.find(needle, unit.span.start, unit.span.end)
    while at >= 0:
        after = at + len(needle)
        if data[at - 1 : at] and data[at - 1] in _PART:
            pass
        elif after >= len(data) or data[after] not in _PART:
            yield at
        at = data.find(needle, after, unit.span.end)


def _export_name(node: Node) -> str:
    return str(key_name(node))


def _stem(path: str) -> bytes:
    """What an import of the file must spell: its name without the extension, or its folder for an index file."""
    name, _, extension = posixpath.basename(path).rpartition(".")
    if not name or extension not in ("js", "mjs", "cjs", "ts", "tsx", "jsx"):
        name = posixpath.basename(path)
    stem = posixpath.basename(posixpath.dirname(path)) if name == "index" else name
    return stem.encode("utf-8", "surrogateescape")


def _may_import(data: bytes, stem: bytes, name: str) -> bool:
    """Whether a script that spells ``stem`` can import ``name`` from there, by the text before the specifier."""
    word = re.compile(rb"(?<![\w$])" + spelling(name) + rb"(?![\w$])")
    at = data.find(stem)
    while at >= 0:
        start = max(data.rfind(b"import", 0, at), data.rfind(b"export", 0, at))
        clause = data[start:at] if start >= 0 else b""
        named = b"{" in clause and b"*" not in clause and name != "default"
        if start >= 0 and (not named or len(clause) > 20_000 or word.search(clause)):
            return True
        at = data.find(stem, at + len(stem))
    return False


def by_url(units: Iterable[Unit], url: str) -> Unit | None:
    """The script file that a page loads from ``url``: the one whose path ends as the URL does, by the most names."""
    path = url.split("?")[0].split("#")[0]
    names = [name for name in path.split("://", 1)[-1].split("/")[path.count("://") :] if name not in ("", ".")]
    files = [unit for unit in units if unit.whole]
    for count in range(len(names), 0, -1):
        tail = "/".join(names[-count:])
        for unit in files:
            if unit.path == tail or unit.path.endswith("/" + tail):
                return unit
    return None


def _of_window(unit: Unit, owner: Node) -> bool:
    """Whether what is spelled as the window may be it: ``n.g`` of the function that a webpack module is given."""
    if owner.type != "MemberExpression" or owner.property.get("name") != "g":
        return True
    binding = unit.scopes.resolve(owner.object) if owner.object.type == "Identifier" else None
    return binding is not None and binding.kind == "parameter"


class Project:
    """The units of one tree. ``imports``: what bare specifiers mean by a page's import map."""

    def __init__(self, units: Iterable[Unit], imports: Mapping[str, str] | None = None) -> None:
        self.units = list(units)
        self.imports = imports or {}
        self._by_url: dict[str, Unit | None] = {}
        self.by_path: dict[str, Unit] = {}
        self._by_tree: dict[Tree, Unit] = {}
        for unit in self.units:
            self.by_path.setdefault(unit.path, unit)
        self._settings: dict[Setting, Node] = {}
        self._importers: dict[tuple[Unit, Unit], list[Node]] = {}
        self._mentions: dict[Unit, list[Unit]] = {}
        self._sharing: dict[Unit, list[Unit]] = {}
        self._set_as_global: dict[Binding, bool] = {}
        self.loaders = Loaders(self)

    def unit_of(self, node: Node) -> Unit:
        unit = self._by_tree.get(node.tree)
        if unit is None:
            for candidate in self.units:
                if candidate.parsed and candidate.tree is node.tree:
                    self._by_tree[node.tree] = unit = candidate
                    break
        if unit is None:
            raise KeyError(node.tree.source.path)
        return unit

    def scopes(self, node: Node) -> Scopes:
        return self.unit_of(node).scopes

    def setting(self, node: Node, name: str) -> Const | None:
        """What the build puts in for the setting ``name`` where ``node`` reads it; None where that is not known."""
        setting = node.source.settings.get(name)
        if setting is None:
            return None
        if setting not in self._settings:
            tree = Tree(setting.source, Span(0, len(setting.source.data)), lambda _: {})
            tree.root = Node("EnvFile", tree.span.start, tree.span.end, None, tree, None)
            self._settings[setting] = Node("EnvValue", setting.span.start, setting.span.end, tree.root, tree, None)
        return Const(setting.text, node=self._settings[setting])

    # -- specifiers -----------------------------------------------------------------------------------------------

    def resolve(self, unit: Unit, specifier: str) -> Unit | None:
        """The unit that ``specifier`` means in ``unit``, if it is one of the project's."""
        if self.imports and (url := self._mapped(specifier)) is not None:
            return self._at(url)
        specifier = specifier.split("?")[0].split("#")[0]
        if specifier.startswith("."):
            base = posixpath.normpath(posixpath.join(posixpath.dirname(unit.path), specifier))
            for extension in EXTENSIONS:
                found = self.by_path.get(base + extension)
                if found is not None:
                    return found
            return None
        if specifier.startswith(("/", "@/", "~/", "src/")):
            tail = specifier.lstrip("@~").lstrip("/")
            for extension in EXTENSIONS:
                hits = [
                    u for p, u in self.by_path.items() if p == tail + extension or p.endswith("/" + tail + extension)
                ]
                if len(hits) == 1:
                    return hits[0]
        return None

    def _mapped(self, specifier: str) -> str | None:
        """The URL that an import map gives for a specifier: of the longest front that it knows."""
        if specifier in self.imports:
            return self.imports[specifier]
        fronts = [front for front in self.imports if front.endswith("/") and specifier.startswith(front)]
        longest = max(fronts, key=len, default=None)
        return self.imports[longest] + specifier[len(longest) :] if longest is not None else None

    def _at(self, url: str) -> Unit | None:
        if url not in self._by_url:
            self._by_url[url] = by_url(self.units, url)
        return self._by_url[url]

    def _names(self, unit: Unit) -> list[bytes]:
        """What an import of ``unit`` spells: one of these."""
        mapped = [name for name, url in self.imports.items() if self._at(url) is unit]
        return [_stem(unit.path), *(name.encode("utf-8", "surrogateescape") for name in mapped)]

    def mentions(self, unit: Unit) -> list[Unit]:
        """The other units whose text names the file of ``unit``, and so may import it."""
        known = self._mentions.get(unit)
        if known is None:
            names = self._names(unit)
            known = [u for u in self.units if u is not unit and any(name in u.source.data for name in names)]
            self._mentions[unit] = known
        return known

    def importers(self, unit: Unit, name: str) -> Iterator[tuple[Unit, Node]]:
        """The import and re-export declarations (and ``import()`` expressions) of other units that lead to ``unit``
        and can mean its export ``name``. A unit whose text rules that out is not parsed."""
        for other in self.mentions(unit):
            if any(_may_import(other.source.data, spelled, name) for spelled in self._names(unit)):
                for node in self._links(unit, other):
                    yield other, node

    def _links(self, unit: Unit, other: Unit) -> list[Node]:
        key = (unit, other)
        known = self._importers.get(key)
        if known is not None:
            return known
        found = self._importers[key] = []
        for node in other.tree.root.body:
            source = node.get("source") if node.type in _LINKS else None
            if source is not None and self.resolve(other, source.value) is unit:
                found.append(node)
        for match in re.finditer(rb"\bimport\s*\(", other.source.data[other.span.start : other.span.end]):
            at = other.span.start + match.start()
            call: Node | None = other.tree.at(at, at + 6)
            while call is not None and call.type not in ("ImportExpression", "CallExpression"):
                call = call.parent
            source = call.get("source") if call is not None and call.type == "ImportExpression" else None
            name = literal_text(source) if source is not None else None
            if call is not None and name is not None and self.resolve(other, name) is unit:
                found.append(call)
        return found

    # -- values across modules ------------------------------------------------------------------------------------

    def namespace(self, ev: Evaluator, node: Node, specifier: str) -> Value:
        unit = self.resolve(self.unit_of(node), specifier)
        return self.loaders.of_file(ev, unit, node) if unit is not None else External(specifier, "*", node=node)

    def imported(self, ev: Evaluator, specifier: Node) -> Value:
        """The value of an import specifier."""
        declaration = specifier.parent
        assert declaration is not None
        source = declaration.get("source").value
        if specifier.type == "ImportNamespaceSpecifier":
            return self.namespace(ev, specifier, source)
        name = "default" if specifier.type == "ImportDefaultSpecifier" else _export_name(specifier.imported)
        unit = self.resolve(self.unit_of(specifier), source)
        if unit is None:
            return External(source, name, node=specifier)
        return self.export(ev, unit, name, specifier)

    def export(self, ev: Evaluator, unit: Unit, name: str, node: Node) -> Value:
        """What ``unit`` exports as ``name``."""
        return ev.guarded(("export", unit, name), node, lambda: self._export(ev, unit, name, node))

    def _export(self, ev: Evaluator, unit: Unit, name: str, node: Node) -> Value:
        from bundlescan.values import places

        exports = unit.exports
        local = exports.names.get(name)
        if local is not None:
            if local.type == "Identifier":
                binding = unit.scopes.resolve(local)
                if binding is None:
                    return ev.eval(local)
                return places.outside(ev, binding, None)
            return ev.eval(local)
        again = exports.reexports.get(name)
        if again is not None:
            specifier, there = again
            target = self.resolve(unit, specifier)
            if target is None:
                return External(specifier, there, node=node)
            return Module(target, node=node) if there == "*" else self.export(ev, target, there, node)
        for specifier in exports.stars:
            target = self.resolve(unit, specifier)
            if target is None:
                return External(specifier, name, node=node)
            if name in self.export_names(target):
                return self.export(ev, target, name, node)
        return ev.hole(node, f"{posixpath.basename(unit.path)} exports no {name}", key=("export", unit, name))

    def definition(self, specifier: Node) -> Node | None:
        """The expression or local name that an import specifier of an ES module stands for, if it is in the project."""
        declaration = specifier.parent
        if declaration is None or specifier.type == "ImportNamespaceSpecifier" or declaration.get("source") is None:
            return None
        name = "default" if specifier.type == "ImportDefaultSpecifier" else _export_name(specifier.imported)
        unit = self.resolve(self.unit_of(specifier), declaration.get("source").value)
        for _ in range(8):
            if unit is None or name in unit.exports.names:
                break
            specifier_, name = unit.exports.reexports.get(name, ("", name))
            unit = self.resolve(unit, specifier_) if specifier_ else None
        return unit.exports.names.get(name) if unit is not None else None

    def export_names(self, unit: Unit, seen: frozenset[Unit] = frozenset()) -> set[str]:
        if unit in seen:
            return set()
        names = {*unit.exports.names, *unit.exports.reexports}
        for specifier in unit.exports.stars:
            target = self.resolve(unit, specifier)
            if target is not None:
                names |= self.export_names(target, seen | {unit})
        return names

    # -- forwards ---------------------------------------------------------------------------------------------------

    def follow_export(
        self, binding: Binding, use: Callable[[Node], None], load: Load | None = None, whole: Load | None = None
    ) -> None:
        """Calls ``use`` with every identifier or member of other units that means the exported ``binding``, ``load``
        with every ``import()`` of the module that exports it, and its name there, and ``whole`` with every other use
        of an ``import * as n``."""
        if binding.scope.node.type != "Program":
            return
        unit = self.unit_of(binding.scope.node)
        for name, local in unit.exports.names.items():
            if local.type == "Identifier" and local.name == binding.name:
                self._follow_name(unit, name, (use, load, whole), set())
        for reference in self.global_references(binding):
            use(reference)

    def follow_export_node(
        self, node: Node, use: Callable[[Node], None], load: Load | None = None, whole: Load | None = None
    ) -> None:
        """The same for an ExportSpecifier or ExportDefaultDeclaration."""
        unit = self.unit_of(node)
        name = "default" if node.type == "ExportDefaultDeclaration" else _export_name(node.exported)
        self._follow_name(unit, name, (use, load, whole), set())

    def _follow_name(self, unit: Unit, name: str, how: Followers, seen: set[tuple[Unit, str]]) -> None:
        if (unit, name) in seen:
            return
        seen.add((unit, name))
        use, load, whole = how
        for other, node in self.importers(unit, name):
            if node.type == "ImportDeclaration":
                for specifier in node.specifiers:
                    if specifier.type == "ImportNamespaceSpecifier":
                        for means, plain in self._namespace_uses(other, specifier, name):
                            if plain:
                                use(means)
                            elif whole is not None:
                                whole(means, name)
                        continue
                    wanted = (
                        "default" if specifier.type == "ImportDefaultSpecifier" else _export_name(specifier.imported)
                    )
                    if wanted != name:
                        continue
                    binding = other.scopes.resolve(specifier.local)
                    if binding is None:
                        continue
                    for reference in other.scopes.references(binding):
                        if not any(reference is i for i in binding.ids):
                            use(reference)
                    for exported, local in other.exports.names.items():
                        if local.type == "Identifier" and local.name == binding.name:
                            self._follow_name(other, exported, how, seen)
            elif node.type == "ExportAllDeclaration" and node.get("exported") is None:
                self._follow_name(other, name, how, seen)
            elif node.type == "ExportAllDeclaration" and whole is not None:
                inside = partial(self._named_in, whole, name)
                self._follow_name(other, _export_name(node.exported), (inside, load, whole), seen)
            elif node.type == "ExportNamedDeclaration":
                for specifier in node.specifiers:
                    if _export_name(specifier.local) == name:
                        self._follow_name(other, _export_name(specifier.exported), how, seen)
            elif node.type == "ImportExpression" and load is not None:
                load(node, name)

    @staticmethod
    def _named_in(whole: Load, name: str, namespace: Node) -> None:
        whole(namespace, name)

    @staticmethod
    def _namespace_uses(unit: Unit, specifier: Node, name: str) -> Iterator[tuple[Node, bool]]:
        """The members ``n.name`` of an ``import * as n`` (True), and what else is done with ``n`` (False)."""
        binding = unit.scopes.resolve(specifier.local)
        if binding is None:
            return
        for reference in unit.scopes.references(binding):
            parent = reference.parent
            if any(reference is i for i in binding.ids) and (parent is None or parent.type != "ExportSpecifier"):
                continue
            if parent is None or parent.type != "MemberExpression" or parent.object is not reference or parent.computed:
                yield reference, False
            elif parent.property.get("name") == name:
                yield parent, True

    @staticmethod
    def members(unit: Unit, name: str) -> Iterator[Node]:
        """The member expressions ``….name`` of a unit."""
        text = spelling(name)
        for match in re.finditer(rb"\.\s*(" + text + rb")(?![\w$\x80-\xff])", unit.source.data):
            if not unit.span.start <= match.start(1) < unit.span.end:
                continue
            node = unit.tree.at(match.start(1), match.end(1))
            parent = node.parent
            if node.type in ("Identifier", "PrivateIdentifier") and parent is not None:
                if parent.type == "MemberExpression" and parent.property is node and not parent.computed:
                    yield parent

    def member_reads(self, fn: Node, name: str, *, everywhere: bool = True) -> list[Node]:
        """Reads of a property ``name`` where code that knows ``fn`` may stand: its unit, and those that import it."""
        unit = self.unit_of(fn)
        out: list[Node] = []
        needle = name.encode("utf-8", "surrogatepass")
        others = dict.fromkeys((*self.mentions(unit), *self.sharing(unit))) if everywhere else ()
        for other in (unit, *(u for u in others if needle in u.source.data)):
            for member in self.members(other, name):
                parent = member.parent
                if parent is not None and parent.type == "AssignmentExpression" and parent.left is member:
                    continue
                out.append(member)
        return out

    def member_writes(self, home: Node, name: str) -> Iterator[Node]:
        """The members ``….name`` that are assigned to in the script of ``home`` and those that may import it."""
        unit = self.unit_of(home)
        needle = b"." + name.encode("utf-8", "surrogatepass")
        for other in (unit, *(u for u in self.mentions(unit) if needle in u.source.data)):
            for member in self.members(other, name):
                parent = member.parent
                if parent is not None and parent.type == "AssignmentExpression" and parent.left is member:
                    yield member

    def unpacked(self, home: Node, name: str) -> Iterator[Node]:
        """The variables that patterns of the script of ``home`` fill from a property ``name``."""
        unit = self.unit_of(home)
        data, size = unit.source.data, len(name.encode("utf-8", "surrogatepass"))
        for at in _words(unit, name):
            if data[max(0, at - 60) : at].rstrip()[-1:] in (b"{", b",") and _FILLED.match(data, at + size) is not None:
                prop = unit.tree.at(at, at + size).parent
                if prop is not None and prop.type == "Property" and prop.parent is not None:
                    target = prop.value.left if prop.value.type == "AssignmentPattern" else prop.value
                    if prop.parent.type == "ObjectPattern" and target.type == "Identifier":
                        yield target

    def set_as_global(self, binding: Binding) -> bool:
        """Whether a top-level ``var`` or function of a classic script is set as a property of the global object."""
        unit = self.unit_of(binding.scope.node)
        if unit.is_module or binding.kind not in ("var", "function") or unit.tree.root.sourceType == "module":
            return False
        known = self._set_as_global.get(binding)
        if known is None:
            name = spelling(binding.name)
            page = rb"(?<![\w$.])(?:window|self|globalThis|this)\s*"
            write = re.compile(
                page + rb"\.\s*" + name + rb"\s*[-+|&?]{0,2}=(?![=>])"
                rb"|" + page + rb"\[\s*(?![\d\"'`])[^\]]*\]\s*=(?![=>])"
                rb"|\b(?:assign|extend|merge)\(\s*" + page + rb","
            )
            known = any(self._on_window(unit, at) for unit in self.units for at in write.finditer(unit.source.data))
            self._set_as_global[binding] = known
        return known

    def behind_window(self, binding: Binding) -> bool:
        """Whether a top-level ``var`` or function of a classic script may be meant by ``w.name`` where a function was
        given the window."""
        unit = self.unit_of(binding.scope.node)
        if not self.is_classic(unit) or binding.kind not in ("var", "function") or not self._window_given:
            return False
        name = spelling(binding.name)
        member = re.compile(
            rb"(?<![\w$])(?!(?:window|self|globalThis|this)\b)[\w$]+\s*\??"
            rb"(?:\.\s*" + name + rb"(?![\w$])|\[\s*[\"'`]" + name + rb"[\"'`]\s*\])\s*(?:[.\[]|=(?![=>]))"
        )
        return any(member.search(u.source.data) is not None for u in self.units)

    @cached_property
    def _window_given(self) -> bool:
        given = re.compile(rb"[(,]\s*(?:window|self|globalThis|this)\s*[,)]")
        return any(given.search(u.source.data) is not None for u in self.units)

    def read_by_key(self, binding: Binding) -> bool:
        """Whether a top-level variable of a classic script may be read under a key that is known only at run time
        (``window[name]``), as a property of the ``this`` of scripts, or by an attribute of its page."""
        unit = self.unit_of(binding.scope.node)
        if binding.scope.node.type != "Program" or unit.is_module or unit.tree.root.sourceType == "module":
            return False
        name = re.escape(binding.name.encode("utf-8", "surrogatepass"))
        if unit.span.end - unit.span.start < len(unit.source.data):
            inside = [other.span for other in self.units if other.source is unit.source]
            for word in re.finditer(rb"(?<![\w$.-])" + name + rb"(?![\w$-])", unit.source.data):
                if not any(span.start <= word.start() < span.end for span in inside):
                    return True
        if binding.kind not in ("var", "function"):
            return False
        own = re.compile(rb"(?<![\w$.])this\s*\??\.\s*" + name + rb"(?![\w$])")
        return self._keyed or any(_names_window(u, at) for u in self.units for at in own.finditer(u.source.data))

    @cached_property
    def _keyed(self) -> bool:
        return any(_names_window(u, at) for u in self.units for at in _KEYED.finditer(u.source.data))

    @staticmethod
    def _on_window(unit: Unit, write: re.Match[bytes]) -> bool:
        """Whether a write to ``this``, or to a name of the window, may be one to the window."""
        called = re.match(rb"[a-z]+\(", write.group())
        at = write.start() + (called.end() if called is not None else 0)
        while unit.source.data[at : at + 1].isspace():
            at += 1
        return not unit.source.data.startswith(b"this", at) or _may_be_window(unit.tree.at(at, at + 4))

    # -- global variables ---------------------------------------------------------------------------------------------

    def is_classic(self, unit: Unit) -> bool:
        """Whether top-level names of a script are global variables."""
        return not unit.is_module and unit.tree.root.sourceType != "module"

    def global_references(self, binding: Binding) -> Iterator[Node]:
        """Where scripts name a variable that a classic script declares at its top: others by its bare name, all of
        them as a property of the window."""
        if binding.scope.node.type != "Program" or not self.is_classic(self.unit_of(binding.scope.node)):
            return
        if self.shared(binding):
            yield from (use for use in self.global_uses(binding.name) if use.tree is not binding.scope.node.tree)
        if binding.kind in ("var", "function"):
            yield from self.window_reads(binding.name)

    def window_reads(self, name: str) -> Iterator[Node]:
        """The expressions ``window.name`` and ``window["name"]`` of all scripts that are not written to."""
        size = len(name.encode())
        for unit in self.units:
            for at in _words(unit, name):
                if _WINDOW.search(unit.source.data, max(0, at - 20), at) is not None:
                    member = unit.tree.at(at, at + 1).parent
                elif _WINDOW_KEY.search(unit.source.data, max(0, at - 20), at) is not None:
                    member = unit.tree.at(at - 1, at + size + 1).parent
                else:
                    continue
                if member is None or member.type != "MemberExpression" or not _of_window(unit, member.object):
                    continue
                written = member.parent
                if written is not None and written.get("left") is not member:
                    yield member

    def sharing(self, unit: Unit) -> list[Unit]:
        """The other scripts that name a global variable which this one sets."""
        known = self._sharing.get(unit)
        if known is None:
            names = {name.decode() for name in _ON_WINDOW.findall(unit.source.data, unit.span.start, unit.span.end)}
            if self.is_classic(unit):
                names.update(unit.scopes.scope(unit.tree.root).bindings)
            names = {name for name in names if len(name) >= SHARED_NAME}
            known = self._sharing[unit] = list(
                dict.fromkeys(u for name in sorted(names)[:40] for u in self._spelling(name) if u is not unit)
            )
        return known

    def global_uses(self, name: str) -> Iterator[Node]:
        """Where scripts name a global variable that none of them declares there."""
        for unit in self.units:
            if any(unit.source.data[at - 1 : at] != b"." for at in _words(unit, name)):
                yield from unit.scopes.globals(name)

    def _spelling(self, name: str) -> Iterator[Unit]:
        """The units whose bytes hold a name as a whole word."""
        return (unit for unit in self.units if next(_words(unit, name), None) is not None)

    def global_variable(self, ev: Evaluator, name: str, node: Node) -> Value | None:
        """What scripts of the project leave in a global variable, if one place sets it: a classic script's
        declaration, or ``window.name = …``."""
        key = ("global variable", name)
        if key not in ev.facts:
            ev.facts[key] = ev.apart(lambda: list(self._set_globally(ev, name)))
        found: list[tuple[Node, bool]] = ev.facts[key]  # type: ignore[assignment]
        if len(found) != 1:
            return None
        place, declared = found[0]
        return ev.guarded(key, node, lambda: self._global_value(ev, name, place, declared, node))

    def _global_value(self, ev: Evaluator, name: str, place: Node, declared: bool, node: Node) -> Value:
        from bundlescan.values import places

        if not declared:
            return ev.eval(place.right).via(place, f"{name} is set")
        binding = self.scopes(place).resolve(place)
        assert binding is not None
        return places.outside(ev, binding, None)

    def _set_globally(self, ev: Evaluator, name: str) -> Iterator[tuple[Node, bool]]:
        """The declaring identifiers (True) and assignments (False) that set a global variable."""
        for unit in self.units:
            places = [at for at in _words(unit, name) if _SET.match(unit.source.data, at + len(name.encode()))]
            declared = any(_DECLARED.search(unit.source.data, max(0, at - 12), at) for at in _words(unit, name))
            if (places or declared) and self.is_classic(unit):
                binding = unit.scopes.scope(unit.tree.root).bindings.get(name)
                if binding is not None:
                    yield binding.ids[0], True
            for at in places:
                member = unit.tree.at(at, at + 1).parent
                parent = member.parent if member is not None and member.type == "MemberExpression" else None
                if member is None or parent is None or parent.get("left") is not member:
                    continue
                owner = ev.bounded(OWNER, lambda member=member: ev.eval(member.object))  # type: ignore[misc]
                if isinstance(owner, Global) and owner.path == "window":
                    yield parent, False

    def shared(self, binding: Binding) -> bool:
        """Whether another script may use a top-level name: those of classic scripts are global variables."""
        unit = self.unit_of(binding.scope.node)
        if unit.is_module or unit.tree.root.sourceType == "module":
            return False
        name = re.compile(rb"(?<![\w$.])" + spelling(binding.name) + rb"(?![\w$])")
        return any(
            name.search(other.source.data, other.span.start, other.span.end)
            for other in self.units
            if other is not unit and not (other.is_module and other.source is not unit.source)
        )


_LINKS = frozenset({"ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"})

__all__ = ["Exports", "Project", "Unit", "lift"]
