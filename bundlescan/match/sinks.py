"""Where connections are opened: every call of a client, however it is called in this code.

A client is recognised by what survives a build (its package name in an import, a name on the page, a text inside its
connect function or class, a property of its object) and then followed forwards to its calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import msgspec

from bundlescan.bundle.project import Unit
from bundlescan.bundle.trail import Path, trail
from bundlescan.finding import SinkKind
from bundlescan.match.client import Client, Connect, Look
from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name, literal_text, whole_literal
from bundlescan.syntax.texts import TRANSPARENT
from bundlescan.values.calls import CallSite, Flow
from bundlescan.values.classes import Owner, class_model, described_key, describes, names_of, owner_of
from bundlescan.values.domain import (
    External,
    Function,
    Global,
    Hole,
    Record,
    Value,
    leaves,
    leaves_under,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.lifetimes import seen_by

#: calls chained on a new object (``new B().a().b().withUrl(…)``) that are looked through
MAX_CHAIN = 12
#: how many expressions may be evaluated to learn what made an object on which a method is called
LOOK = 300
#: budgets for following what connects to its calls: by its name on the page, by a text inside it, as an object
GLOBAL = {SinkKind.SOCKET: 3_000, SinkKind.EVENTSOURCE: 3_000, SinkKind.HTTP: 120}
FINGERPRINT = 10_000
OBJECT = 5_000
#: how many operations on options following one value may take
OPERATIONS = 40_000


@dataclass(frozen=True, slots=True, eq=False)
class SinkCall:
    """A call that connects: ``call`` is its node; ``site``, where it was followed to, says how it gives arguments.
    An assignment to a setting counts as a call with the value that it assigns. ``seen``: the arguments that it was
    given when the scripts ran; ``opened``: only they say that it connects."""

    client: Client
    connect: Connect
    call: Node
    site: CallSite | None = None
    seen: tuple[Value, ...] | None = None
    opened: bool = False

    @property
    def place(self) -> tuple[str, int]:
        """The path of the file, and the byte offset in it at which the callee ends: calls that are chained on each
        other, ``create(…).get(…)``, begin at one place."""
        source = self.call.source
        return source.path, source.outer((self.call.get(_CALLED.get(self.call.type, "callee")) or self.call).end)

    def differs(self, client: Client, connect: Connect) -> bool:
        """Whether the call may be one of another client, too, that takes the same argument in another way:
        ``new transports[kind](url)``."""
        own = self.client
        if own.kind is SinkKind.HTTP or client.kind is SinkKind.HTTP or "origin" in (own.relative, client.relative):
            return False
        return own.relative != client.relative and self.connect.url == connect.url >= 0

    def shared(self) -> SinkCall:
        """The call as one of several clients."""
        return replace(self, client=msgspec.structs.replace(self.client, relative="either"))

    @property
    def arguments(self) -> Sequence[Node]:
        """What spells the arguments, as the client takes them."""
        if self.call.type == "AssignmentExpression":
            return (self.call.right,)
        if self.call.type == "Property":
            return (self.call.value,)
        nodes = self.site.nodes if self.site is not None else None
        given: Sequence[Node] = (self.call.get("arguments") or ()) if nodes is None else nodes
        return given

    @property
    def listed(self) -> tuple[Node, int] | None:
        """The expression of the list that the arguments are taken from, where nothing spells them, and how many of its
        elements stand in front of them."""
        return self.site.listed if self.site is not None and not self.arguments else None

    def argument(self, ev: Evaluator, index: int) -> Value | None:
        """The value of an argument; None where it is not given."""
        if self.seen is not None:
            return self.seen[index] if index < len(self.seen) else None
        nodes = self.arguments
        if index >= len(nodes) and self.site is not None and self.site.nodes is not None:
            values = self.site.arguments(ev)
            return values[index] if index < len(values) else None
        if any(node.type == "SpreadElement" for node in nodes[: index + 1]):
            values = ev.arguments(nodes, None)
            return values[index] if index < len(values) else ev.hole(self.call, "a spread argument")
        return ev.eval(nodes[index]) if index < len(nodes) else None

    @property
    def is_shifted(self) -> bool:
        """Whether the arguments of the call are not those that the client gets: ``connect.call(this, url)``."""
        return self.site is not None and self.site.nodes is not None

    @property
    def handed_on(self) -> bool:
        """Whether the URL goes on from here, too: the value of an assignment that is used."""
        node, parent = self.call, self.call.parent
        while parent is not None and parent.type in ("SequenceExpression", "LogicalExpression"):
            if parent.type == "SequenceExpression" and parent.expressions[-1] is not node:
                return False
            node, parent = parent, parent.parent
        kept = parent is not None and parent.type != "ExpressionStatement"
        return self.call.type == "AssignmentExpression" and kept

    @property
    def callee(self) -> str:
        """What the code calls the client here."""
        callee = self.call.get(_CALLED.get(self.call.type, "callee"))
        if self.connect.component is not None and self.call.type == "CallExpression":
            callee = self.call.arguments[0]  # jsx(C, {…})
        text: str = callee.source.data[callee.start : callee.end].decode("utf-8", "replace")
        return text if len(text) <= 40 else text[:39] + "…"

    @property
    def is_usual(self) -> bool:
        """Whether the code calls the client by a name that it has itself."""
        names = {*self.connect.globals, *self.connect.exports, *self.connect.methods, self.connect.setting}
        callee = _PAGE.sub("", self.callee)
        return callee in names or callee.rpartition(".")[2] in self.connect.methods

    @property
    def note(self) -> str:
        """What the call does, for the last step of a trace."""
        component = self.connect.component
        if self.call.type in ("AssignmentExpression", "Property"):
            return f"{self.callee} is where requests go"
        if component is None:
            return f"{self.callee}(…) connects"
        return f"<{self.callee}> connects; without {component.port} to port {component.default}"


_PAGE = re.compile(r"^(?:window|self|globalThis)\.")
#: where a call has the name of what it calls, if not in its callee
_CALLED = {"JSXOpeningElement": "name", "AssignmentExpression": "left", "Property": "key"}
#: the code of a recognised client: what it calls in there is its own affair
Inside = tuple[str, int, int]


def find_sinks(ev: Evaluator, units: Sequence[Unit], clients: Sequence[Client]) -> list[SinkCall]:
    """Every sink that starts from one of ``units``, each call once, in source order."""
    found: dict[Node, SinkCall] = {}
    for unit in units:
        inside: set[Inside] = set()
        made: dict[Node, SinkCall] = {}
        script = Look(unit.code)
        for client in clients:
            if not client.may_be_in(script):
                continue
            for connect, call, site in _calls(ev, unit, client, inside):
                if call not in made and not _internal(ev, client, clients, call):
                    made[call] = SinkCall(client, connect, call, site)
                elif call in made and made[call].differs(client, connect):
                    made[call] = made[call].shared()
        for call, sink in made.items():
            around = any(path == call.source.path and start < call.start < end for path, start, end in inside)
            if not around or _has_own_address(ev, sink):
                known = found.setdefault(call, sink)
                if known.differs(sink.client, sink.connect):
                    found[call] = known.shared()
    return sorted(found.values(), key=lambda s: (s.call.source.path, s.call.start))


def _has_own_address(ev: Evaluator, sink: SinkCall) -> bool:
    """Whether a URL is spelled out where a library connects: no library's own, a minifier has put it there."""
    url = sink.arguments[sink.connect.url] if 0 <= sink.connect.url < len(sink.arguments) else None
    if url is not None and url.type == "CallExpression" and ev.wrapper(url.callee) is not None:
        url = url.arguments[0]
    text = (literal_text(url) or url.source.text(url.span)) if url is not None else ""
    return _ADDRESS.match(text) is not None


#: the text of a URL or a path, or code that spells it
_ADDRESS = re.compile(r"[\"'`]?(?:[a-z]+:/)?/", re.IGNORECASE)


def _calls(
    ev: Evaluator, unit: Unit, client: Client, inside: set[Inside]
) -> Iterator[tuple[Connect, Node, CallSite | None]]:
    for connect, flow in _flows(ev, unit, client, inside):
        for site in flow.sites:
            if _fits(connect, site):
                yield connect, site.call, site
    for connect in client.connect:
        if connect.how == "method" and (connect.exports or connect.globals):
            for call in _method_calls(ev, unit, client, connect):
                yield connect, call, None
        if connect.setting is not None:
            for assignment in _settings(ev, unit, client, connect, connect.setting.split(".")):
                yield connect, assignment, None


def _fits(connect: Connect, site: CallSite) -> bool:
    call = site.call
    if connect.component is not None:
        return call.type == "JSXOpeningElement" or (call.type == "CallExpression" and len(call.arguments) > 1)
    if call.type not in ("CallExpression", "NewExpression"):
        return False
    if site.nodes is not None and call.type == "CallExpression":
        return True  # f.call(…), f.apply(…), Reflect.construct(f, …): the last of them is new
    if connect.objects:
        callee = call.callee
        name = callee.property.get("name") if callee.type == "MemberExpression" else ""
        return name in connect.methods
    if connect.how == "either":
        return True
    return (call.type == "NewExpression" or call.callee.type == "Super") == (connect.how == "new")


def _flows(ev: Evaluator, unit: Unit, client: Client, inside: set[Inside]) -> Iterator[tuple[Connect, Flow]]:
    data = unit.source.data
    for connect in client.connect:
        if connect.setting is not None:
            continue
        for text in connect.fingerprints:
            yield from _fingerprinted(ev, unit, connect, text.encode(), inside)
        for name in connect.objects:
            yield from _object(ev, unit, connect, name, OBJECT)
        if connect.how != "method":
            for name in connect.globals:
                for start in _global(ev, unit, name):
                    flow = Flow(ev, partial(_is_global, name), start)
                    flow.everywhere = client.kind is not SinkKind.HTTP
                    _follow(ev, GLOBAL[client.kind], partial(flow.flows, start))
                    yield connect, flow
                for flow in _aliased(ev, unit, client, connect, name):
                    yield connect, flow
    if any(package.encode() in data for package in client.packages):
        yield from _imported(ev, unit, client)
    if client.packages:
        yield from _packaged(ev, unit, client)


def _follow(ev: Evaluator, budget: int, go: Callable[[], object]) -> None:
    """Follows a value forwards, with a budget of its own."""
    ev.steps = 0
    ev.bounded(budget, go, OPERATIONS)


def _spelled(unit: Unit, text: bytes) -> Iterator[Node]:
    """The innermost nodes that hold ``text``."""
    position = unit.span.start
    while (at := unit.source.data.find(text, position, unit.span.end)) >= 0:
        position = at + len(text)
        yield unit.tree.at(at, position)


# -- fingerprints -----------------------------------------------------------------------------------------------


def _fingerprinted(
    ev: Evaluator, unit: Unit, connect: Connect, text: bytes, inside: set[Inside]
) -> Iterator[tuple[Connect, Flow]]:
    found = [_holder(ev, connect, node) for node in _spelled(unit, text)]
    holders = {holder: None for holder in found if holder is not None}
    inlined = [holder for holder in holders if _is_called_here(holder)]
    for holder in holders:
        if any(holder is not other and holder in other.ancestors() for other in inlined):
            continue  # it spells an option of the client, which a minifier has put into it
        inside.update((holder.source.path, *span) for span in _ranges(ev, connect, holder))
        for fn in _connecting(ev, connect, holder):
            ev.connectors.setdefault(fn, connect)
            flow = Flow(ev, partial(_is_function, fn), fn)
            _follow(ev, FINGERPRINT, partial(flow.of_function, fn))
            yield connect, flow


def _holder(ev: Evaluator, connect: Connect, node: Node) -> Node | None:
    """The innermost function, or class, around ``node`` that has all that is to be near."""
    current: Node | None = node
    while current is not None:
        candidate: Node | None = None
        if connect.how in ("new", "method"):
            if current.type in CLASSES:
                candidate = current
            elif current.type in FUNCTIONS and current.type != "ArrowFunctionExpression":
                owner = owner_of(ev, current)
                candidate = owner.node if isinstance(owner, Owner) and owner.kind == "instance" else current
            else:
                method = _method_named(current)
                owner = owner_of(ev, method) if method is not None else None
                candidate = owner.node if owner is not None and owner.kind == "instance" else None
        elif current.type in FUNCTIONS:
            candidate = current
        if candidate is not None and not _wraps(connect, candidate) and _near(ev, connect, candidate):
            return candidate
        if current.type in CLASSES and connect.how in ("new", "method"):
            return None
        current = current.parent
    return None


def _method_named(node: Node) -> Node | None:
    """The function that ``node`` gives a name to: ``X.prototype.m = f``, ``{m: f}``, ``{key: "m", value: f}``."""
    match node.type:
        case "AssignmentExpression":
            value = node.right if node.left.type == "MemberExpression" else None
        case "Property":
            value = node.value
        case "ObjectExpression":
            value = next((p.value for p in node.properties if p.get("key") and described_key(p) is not None), None)
        case _:
            return None
    return value if value is not None and value.type in ("FunctionExpression", "FunctionDeclaration") else None


def _wraps(connect: Connect, fn: Node) -> bool:
    """Whether a function is only the wrapper of a script or module, or a callback: nobody calls it by a name. One that
    is called where it stands, with what a client is given, was put there by a minifier."""
    parent = fn.parent
    if fn.type not in FUNCTIONS or parent is None:
        return False
    if _is_called_here(fn):
        given = parent.arguments[connect.url :] if connect.how != "new" else ()
        return not any(_carries(argument) for argument in given)
    if parent.type == "CallExpression" and parent.arguments[0] is fn and describes(parent):
        return False  # _createClass(function (url) {…}, […])
    if connect.how != "method" and not fn.params and not _reads_arguments(fn):
        return True  # nobody can hand it anything
    return _has_no_name(fn, parent)


def _is_called_here(fn: Node) -> bool:
    parent = fn.parent
    return parent is not None and parent.type in ("CallExpression", "NewExpression") and parent.callee is fn


def _has_no_name(fn: Node, parent: Node) -> bool:
    """Whether a function is the wrapper of a script, a module of a bundle, or a callback."""
    if parent.type == "Property" and not parent.computed:
        name = parent.key.get("name")
        return not isinstance(name, str) or (name == "execute" and not fn.params)  # SystemJS
    return parent.type in ("CallExpression", "NewExpression", "ArrayExpression", "UnaryExpression")


def _carries(argument: Node) -> bool:
    """Whether an argument is one that a client is given, not a wrapper: a text, options, a property of an object."""
    is_own = argument.type == "MemberExpression" and argument.object.type == "ThisExpression"
    return is_own or argument.type in _CARRIERS


_CARRIERS = frozenset({"Literal", "TemplateLiteral", "BinaryExpression", "ObjectExpression", "ConditionalExpression"})


def _reads_arguments(fn: Node) -> bool:
    """Whether a function has a look at its own ``arguments``."""
    for match in re.finditer(rb"(?<![\w$.])arguments(?![\w$])", fn.source.data[fn.start : fn.end]):
        node: Node | None = fn.tree.at(fn.start + match.start(), fn.start + match.end())
        while node is not None and node.type not in ("FunctionDeclaration", "FunctionExpression"):
            node = node.parent
        if node is fn:
            return True
    return False


def _near(ev: Evaluator, connect: Connect, holder: Node) -> bool:
    if not connect.near:
        return True
    data, ranges = holder.source.data, _ranges(ev, connect, holder)
    return all(any(data.find(text.encode(), *span) >= 0 for span in ranges) for text in connect.near)


def _ranges(ev: Evaluator, connect: Connect, holder: Node) -> list[tuple[int, int]]:
    if connect.how in ("new", "method"):
        return class_model(ev, holder).ranges()
    return [(holder.start, holder.end)]


def _connecting(ev: Evaluator, connect: Connect, holder: Node) -> list[Node]:
    if connect.how != "method":
        return [holder]
    methods = class_model(ev, holder).methods
    return [methods[name].node for name in connect.methods if name in methods]


def _is_function(fn: Node, value: Value) -> bool:
    return isinstance(value, Function) and value.fn is fn


def _object(ev: Evaluator, unit: Unit, connect: Connect, name: str, budget: int) -> Iterator[tuple[Connect, Flow]]:
    """Uses of the object that has a property ``name``, and of what its methods make."""
    seen: set[Binding] = set()
    for node in _spelled(unit, name.encode()):
        named = _known_by(node, name)
        binding = ev.binding(named) if named is not None else None
        if named is None or binding is None or binding in seen or binding.kind == "parameter":
            continue
        seen.add(binding)
        value = ev.ask(named, budget=budget)
        flow = Flow(ev, partial(_same, list(leaves_under(value))), named)
        flow.own_names = {*connect.methods, *connect.makes}
        flow.everywhere = False
        writes: list[Node | None] = [*seen_by(ev, binding, named)]
        for write in writes or [None]:
            _follow(ev, budget, partial(flow.binding, binding, write))
        for site in tuple(flow.sites):
            callee = site.call.callee if site.call.type == "CallExpression" else None
            if callee is None or callee.type != "MemberExpression":
                continue
            if callee.property.get("name") in connect.makes:
                _follow(ev, budget, partial(flow.flows, site.call))
        yield connect, flow


def _known_by(node: Node, name: str) -> Node | None:
    """The variable whose property ``name`` is spelled at ``node``, unless a mere flag is set there."""
    parent = node.parent
    if node.get("name") != name or parent is None or parent.type != "MemberExpression":
        return None
    if parent.property is not node or parent.object.type != "Identifier":
        return None
    use = parent.parent
    if use is not None and use.type == "AssignmentExpression" and use.right.type in ("Literal", "UnaryExpression"):
        return None  # error.isAxiosError = !0
    return parent.object  # type: ignore[no-any-return]


def _same(known: Sequence[Value], value: Value) -> bool:
    """Whether ``value`` is one of the known objects: the same function, or made at the same place."""
    value = next(leaves_under(value))
    for other in known:
        if isinstance(value, Function) and isinstance(other, Function) and value.fn is other.fn:
            return True
        if isinstance(value, Hole) and isinstance(other, Hole) and value.key == other.key:
            return True
    return False


# -- packages ---------------------------------------------------------------------------------------------------


def _export_matches(client: Client, connect: Connect, value: Value) -> bool:
    if not isinstance(value, External) or value.package not in client.packages:
        return False
    return value.name in connect.exports or (value.name == "*" and "default" in connect.exports)


def _imported(ev: Evaluator, unit: Unit, client: Client) -> Iterator[tuple[Connect, Flow]]:
    """Imports of the client's package: ``import {io} from "…"``, ``require("…")``, ``import("…")``."""
    connects = [c for c in client.connect if c.how != "method" and c.setting is None]
    for reference in _references(ev, unit, client):
        current: Node | None = reference
        while current is not None:  # the name itself, or the members of it (``ns.io``, ``io.connect``)
            values = list(leaves(ev.ask(current, budget=FINGERPRINT)))
            for connect in connects:
                is_it = partial(_export_matches, client, connect)
                if any(is_it(value) for value in values):
                    flow = Flow(ev, is_it, current)
                    _follow(ev, FINGERPRINT, partial(flow.flows, current))
                    yield connect, flow
            parent = current.parent
            member = parent is not None and parent.type == "MemberExpression" and parent.object is current
            current = parent if member else None


def _references(ev: Evaluator, unit: Unit, client: Client) -> Iterator[Node]:
    """Identifiers and expressions that mean the package, or something of it."""
    for node in unit.tree.root.body:
        if node.type == "ImportDeclaration" and node.get("source").value in client.packages:
            for specifier in node.specifiers:
                yield from _bound(ev, specifier.local)
    for package in client.packages:
        for node in map(whole_literal, _spelled(unit, package.encode())):
            parent = node.parent
            if literal_text(node) != package or parent is None:
                continue
            if parent.type == "ImportExpression" or (
                parent.type == "CallExpression" and parent.callee.get("name") == "require"
            ):
                yield from _loaded(ev, parent)


def _loaded(ev: Evaluator, node: Node) -> Iterator[Node]:
    """``node`` loads the package: itself, and the names that it is bound to."""
    parent = node.parent
    while parent is not None and (parent.type == "AwaitExpression" or parent.type in TRANSPARENT):
        node, parent = parent, parent.parent
    yield node
    if parent is None or parent.type != "VariableDeclarator" or parent.init is not node:
        return
    if parent.id.type == "Identifier":
        yield from _bound(ev, parent.id)
    elif parent.id.type == "ObjectPattern":
        for prop in parent.id.properties:
            if prop.type == "Property" and prop.value.type == "Identifier":
                yield from _bound(ev, prop.value)


def _bound(ev: Evaluator, identifier: Node) -> Iterator[Node]:
    binding = ev.binding(identifier)
    if binding is None:
        return
    for reference in ev.project.scopes(identifier).references(binding):
        if reference is not identifier:
            yield reference


# -- packages that are modules of a bundle ------------------------------------------------------------------------


def _packaged(ev: Evaluator, unit: Unit, client: Client) -> Iterator[tuple[Connect, Flow]]:
    """What the script takes from modules that hold a text of the client: their exports have the package's names,
    whatever wrappers are around its code."""
    named = [c for c in client.connect if c.how != "method" and c.setting is None and c.exports]
    seen: set[tuple[Node, Path]] = set()
    for connect in client.connect:
        for text in connect.fingerprints:
            for node in _spelled(unit, text.encode()):
                for load, way, start, end in _loads(ev, node):
                    if not all(unit.source.data.find(near.encode(), start, end) >= 0 for near in connect.near):
                        continue
                    for one in named:
                        for name in _paths(one):
                            path = (*way, *name)
                            if (load, path) not in seen:
                                seen.add((load, path))
                                yield from _taken(ev, one, load, path, text.encode())


def _loads(ev: Evaluator, node: Node) -> Iterator[tuple[Node, Path, int, int]]:
    """The expressions that give the exports of the modules around ``node`` (or a promise of them, with the path to
    them), with the bounds of each module. A call
    around the outermost may, too: a minifier puts a module where it is used."""
    loaders = ev.project.loaders
    inner = node
    while (factory := loaders.factory_around(ev, inner)) is not None:
        inner = factory.fn
        for load, way in loaders.loads(ev, factory):
            yield load, way, inner.start, inner.end
    for ancestor in inner.ancestors():
        if ancestor.type == "CallExpression" and (ancestor.parent or ancestor).type != "ExpressionStatement":
            yield ancestor, (), ancestor.start, ancestor.end
        elif ancestor.type in FUNCTIONS and _GIVES_EXPORTS.search(ancestor.source.data, ancestor.start, ancestor.end):
            for binding in names_of(ev, ancestor):  # Rollup: function f() { …; return m.exports }
                for reference in ev.project.scopes(ancestor).references(binding):
                    if reference.parent is not None and reference.parent.type == "CallExpression":
                        yield reference.parent, (), ancestor.start, ancestor.end


_GIVES_EXPORTS = re.compile(rb"[\w$]\.exports\s*;?\s*\}\Z")


def _paths(connect: Connect) -> Iterator[Path]:
    for name in connect.exports:
        yield tuple(name.split(".")) if name != "*" else ()
        if name == "default":  # module.exports = f
            yield ()


def _taken(ev: Evaluator, connect: Connect, load: Node, path: Path, text: bytes) -> Iterator[tuple[Connect, Flow]]:
    """The uses of one export, unless it is known to be something else than what holds ``text``."""
    ev.steps = 0
    for use in ev.bounded(FINGERPRINT, lambda: list(trail(ev, load, path))):
        known = list(leaves_under(ev.ask(use, budget=FINGERPRINT)))
        made = [leaf.fn for leaf in known if isinstance(leaf, Function)]
        if made and not any(_holds(ev, fn, text) for fn in made):
            continue
        flow = Flow(ev, partial(_same, known), use)
        flow.everywhere = False
        _follow(ev, FINGERPRINT, partial(flow.flows, use))
        yield connect, flow


def _holds(ev: Evaluator, fn: Node, text: bytes) -> bool:
    ranges = class_model(ev, fn).ranges() if fn.type in CLASSES or fn.type != "ArrowFunctionExpression" else []
    return any(fn.source.data.find(text, *span) >= 0 for span in (*ranges, (fn.start, fn.end)))


# -- the page's own names ---------------------------------------------------------------------------------------


def _is_global(name: str, value: Value) -> bool:
    return isinstance(value, (Global, Hole)) and value.path in (name, f"window.{name}")


def _global(ev: Evaluator, unit: Unit, name: str) -> Iterator[Node]:
    """Uses of a name that the page itself has, or that another script puts there: ``io``, ``window.Stomp.client``,
    ``self["WebSocket"]``, the S of ``const {WebSocket: S} = self``."""
    first, *rest = name.split(".")
    for node in map(whole_literal, _words(unit, first, name)):
        for start in _named_global(ev, node) if node.type == "Identifier" else _owned(ev, node, name):
            found: Node | None = start
            for step in rest:
                found = _member_of(found, step)
            if found is not None:
                yield found
    if not rest:
        for member, values in _keyed(ev, unit):
            if all(_is_global(name, value) for value in values):
                yield member


def _keyed(ev: Evaluator, unit: Unit) -> list[tuple[Node, list[Value]]]:
    """``window[key]`` where the key is not spelled there, and what each may be."""
    key = ("keyed", unit.path, unit.span)
    if key not in ev.facts:
        members = (
            unit.tree.at(match.start(), match.end() - 1).parent
            for match in _KEYED.finditer(unit.source.data, unit.span.start, unit.span.end)
        )
        ev.facts[key] = [
            (member, list(leaves_under(ev.ask(member, budget=LOOK))))
            for member in members
            if member is not None and member.get("computed") and _is_window(ev, member.object)
        ]
    return ev.facts[key]  # type: ignore[return-value]


_KEYED = re.compile(rb"""(?<![\w$.])(?:window|self|globalThis)(?:\?\.)?\[(?=[^"'`\d\]])""")


def _named_global(ev: Evaluator, node: Node) -> Iterator[Node]:
    """The expressions that mean the page's own ``node``, where that is an identifier."""
    parent = node.parent
    if node.type != "Identifier" or parent is None:
        return
    if parent.type == "MemberExpression" and parent.property is node and not parent.computed:
        if _is_window(ev, parent.object):
            yield parent
    elif parent.type == "Property" and parent.parent is not None and parent.parent.type == "ObjectPattern":
        holder = parent.parent.parent
        source = holder.get("init") or holder.get("right") if holder is not None else None
        if parent.key.get("name") == node.name and parent.value.type == "Identifier" and source is not None:
            if _is_window(ev, source):
                yield from _bound(ev, parent.value)
    elif parent.type not in ("Property", "MethodDefinition", "PropertyDefinition") or parent.value is node:
        if ev.binding(node) is None:
            yield node


def _owned(ev: Evaluator, node: Node, name: str) -> Iterator[Node]:
    """``window["WebSocket"]``, ``Reflect.get(window, "WebSocket")``."""
    parent = node.parent
    if literal_text(node) == name and parent is not None and parent.type in ("MemberExpression", "CallExpression"):
        if _is_global(name, ev.ask(parent, budget=60)):
            yield parent


def _is_window(ev: Evaluator, node: Node) -> bool:
    """Whether an expression is the page's global object, whatever is written into it by that name."""
    owners = leaves_under(ev.ask(node, budget=60))
    return all(isinstance(owner, Global) and owner.path == "window" for owner in owners)


def _words(unit: Unit, word: str, text: str) -> Iterator[Node]:
    """Where ``text`` stands, beginning with ``word`` as a whole word."""
    pattern = _pattern(word, text)
    for match in pattern.finditer(unit.source.data, unit.span.start, unit.span.end):
        yield unit.tree.at(match.start(), match.start() + len(word))


@lru_cache(maxsize=256)
def _pattern(word: str, text: str) -> re.Pattern[bytes]:
    first, rest = re.escape(word.encode()), re.escape(text[len(word) :].encode())
    return re.compile(first + rb"(?<![\w$]" + first + rb")(?![\w$])" + rest)  # what begins with a text is found fast


def _aliased(ev: Evaluator, unit: Unit, client: Client, connect: Connect, name: str) -> Iterator[Flow]:
    """Calls of ``$.ajax`` where ``$`` has another name: ``(function($){…})(jQuery)``."""
    first, _, last = name.partition(".")
    if not last or "." in last or f".{last}".encode() not in unit.code:
        return
    for node in _words(unit, first, first):
        for start in _named_global(ev, node):
            if _member_of(start, last) is not None:
                continue
            flow = Flow(ev, partial(_is_global, first), start)
            flow.own_names = {last, *connect.makes}
            flow.everywhere = False
            _follow(ev, GLOBAL[client.kind], partial(_alias, ev, flow, start, connect))
            flow.sites = [site for site in flow.sites if _method(site.call) == last]
            yield flow


def _alias(ev: Evaluator, flow: Flow, start: Node, connect: Connect) -> None:
    flow.flows(start)
    for site in tuple(flow.sites):
        call = site.call
        if _method(call) in connect.makes:
            flow.flows(call)
        elif connect.itself and call.arguments and call.arguments[0].type in FUNCTIONS:
            params = call.arguments[0].params
            binding = ev.binding(params[0]) if params and params[0].type == "Identifier" else None
            if binding is not None:
                flow.binding(binding)


def _method(call: Node) -> object:
    callee = call.callee if call.type in ("CallExpression", "NewExpression") else None
    return callee.property.get("name") if callee is not None and callee.type == "MemberExpression" else None


def _member_of(node: Node | None, name: str) -> Node | None:
    """The expression ``node.name``, if that is where ``node`` stands."""
    parent = node.parent if node is not None else None
    while parent is not None and parent.type in TRANSPARENT:
        node, parent = parent, parent.parent
    if parent is None or parent.type != "MemberExpression" or parent.object is not node or parent.computed:
        return None
    return parent if parent.property.get("name") == name else None


# -- methods of what a client makes -----------------------------------------------------------------------------


def _method_calls(ev: Evaluator, unit: Unit, client: Client, connect: Connect) -> Iterator[Node]:
    if not _named(ev, unit, client, connect):
        return
    names = rb"|".join(re.escape(name.encode()) for name in connect.methods)
    pattern = re.compile(rb"\.\s*(" + names + rb")\s*\(")
    for match in pattern.finditer(unit.source.data, unit.span.start, unit.span.end):
        member = unit.tree.at(match.start(1), match.end(1)).parent
        call = member.parent if member is not None and member.type == "MemberExpression" else None
        if member is None or call is None or call.type != "CallExpression" or call.callee is not member:
            continue
        if len(call.arguments) <= connect.url:
            continue
        if any(_makes(client, connect, maker) for maker in _makers(ev, member.object, 0)):
            yield call


def _named(ev: Evaluator, unit: Unit, client: Client, connect: Connect) -> bool:
    """Whether the script names what makes the objects at all; method names are too common to look at otherwise."""
    if any(package.encode() in unit.code for package in client.packages):
        if next(_references(ev, unit, client), None) is not None:
            return True
    return any(next(_global(ev, unit, name), None) is not None for name in connect.globals)


def _makes(client: Client, connect: Connect, maker: Value) -> bool:
    return _export_matches(client, connect, maker) or any(_is_global(name, maker) for name in connect.globals)


def _makers(ev: Evaluator, node: Node, depth: int) -> Iterator[Value]:
    """What made the object that ``node`` is: the constructor or factory, through calls that give it back."""
    for value in leaves(ev.bounded(LOOK, partial(ev.eval, node))):
        value = _without_changes(value)
        made = value.node if isinstance(value, Hole) else None
        if made is None or made.type not in ("NewExpression", "CallExpression"):
            continue
        yield from leaves(ev.bounded(LOOK, partial(ev.eval, made.callee)))
        if made.type == "CallExpression" and made.callee.type == "MemberExpression" and depth < MAX_CHAIN:
            yield from _makers(ev, made.callee.object, depth + 1)


# -- settings of what a client makes ----------------------------------------------------------------------------


def _settings(ev: Evaluator, unit: Unit, client: Client, connect: Connect, names: Sequence[str]) -> Iterator[Node]:
    """Assignments to the property ``names`` of the client's object, or of what its methods make."""
    hook = connect.hook.split(".") if connect.hook is not None else []
    searched = hook or names
    path = rb"".join(rb"\s*\.\s*" + re.escape(name.encode()) for name in searched)
    follows = rb"(?=\s*\()" if hook else rb"(?=\s*=(?!=))"
    for match in re.compile(path + follows).finditer(unit.source.data, unit.span.start, unit.span.end):
        member = unit.tree.at(match.end() - len(searched[-1]), match.end()).parent
        parent = member.parent if member is not None else None
        if member is None or parent is None:
            continue
        if hook and _is_of(ev, unit, client, connect, member, hook):
            yield from _set_by(ev, parent, names[-1])
        elif not hook and parent.type == "AssignmentExpression" and _is_of(ev, unit, client, connect, member, names):
            yield parent


def _set_by(ev: Evaluator, call: Node, name: str) -> Iterator[Node]:
    """The assignments to the property ``name`` of what the function gets that a hook is given, and where it is spelled
    in an object made of that: ``(o) => ({...o, url: …})``."""
    given = call.arguments[0] if call.type == "CallExpression" and call.arguments else None
    for value in leaves_under(ev.ask(given, budget=LOOK)) if given is not None else ():
        params = value.fn.get("params") if isinstance(value, Function) else None
        binding = ev.binding(params[0]) if params and params[0].type == "Identifier" else None
        for reference in ev.project.scopes(params[0]).references(binding) if params and binding is not None else ():
            member = reference.parent
            yield from _made_of(reference, name)
            write = member.parent if member is not None and member.get("object") is reference else None
            if member is None or write is None or member.computed or member.property.get("name") != name:
                continue
            if write.type == "AssignmentExpression" and write.left is member and write.operator == "=":
                yield write


def _made_of(given: Node, name: str) -> Iterator[Node]:
    """Where the property ``name`` is spelled in the objects that are made of the one ``given``."""
    parent = given.parent
    spread = parent is not None and parent.type == "SpreadElement"
    made = [parent.parent] if spread and parent is not None else []
    while parent is not None and parent.type == "CallExpression":  # Object.assign({}, given, {…})
        made += parent.arguments
        parent = parent.parent
    for holder in made:
        for prop in holder.properties if holder is not None and holder.type == "ObjectExpression" else ():
            if prop.type == "Property" and prop.kind == "init" and not prop.computed and key_name(prop.key) == name:
                yield prop


def _is_of(ev: Evaluator, unit: Unit, client: Client, connect: Connect, member: Node, names: Sequence[str]) -> bool:
    """Whether ``member``, a path of ``names``, begins at the client's object, or at what its methods make."""
    owner: Node | None = member
    for _ in names:
        owner = owner.object if owner is not None and owner.type == "MemberExpression" else None
    if owner is None:  # the path stands in a text
        return False
    made = [_without_changes(value) for value in leaves_under(ev.ask(owner, budget=OBJECT))]
    if any(_makes(client, connect, value) for value in (*made, *_makers(ev, owner, 0))):
        return True
    for value in tuple(made):
        giver = value.node if isinstance(value, Hole) else None
        if giver is not None and _method(giver) in connect.makes:
            made += leaves_under(ev.ask(giver.callee.object, budget=OBJECT))
    objects = list(_known_objects(ev, unit, connect))
    return any(_same(objects, value) for value in made)


def _without_changes(value: Value) -> Value:
    """What an object was before properties of it were set."""
    while isinstance(value, Record) and isinstance(value.base, Value):
        value = value.base
    return value


def _known_objects(ev: Evaluator, unit: Unit, connect: Connect) -> Iterator[Value]:
    """What the names stand for whose properties tell that they are the client's object."""
    seen: set[Binding] = set()
    for name in connect.objects:
        for node in _spelled(unit, name.encode()):
            named = _known_by(node, name)
            binding = ev.binding(named) if named is not None else None
            if named is not None and binding is not None and binding not in seen and binding.kind != "parameter":
                seen.add(binding)
                yield from leaves_under(ev.ask(named, budget=OBJECT))


# -- the inside of libraries ------------------------------------------------------------------------------------


def _internal(ev: Evaluator, client: Client, clients: Sequence[Client], call: Node) -> bool:
    """Whether a call stands inside a class or function of a library that does the connecting for it."""
    data = call.source.data
    ranges: list[tuple[int, int]] | None = None
    for other in clients:
        if other is client or not any(text.encode() in data for text in other.internal):
            continue
        if ranges is None:
            ranges = _own_ranges(ev, call)
        if any(data.find(text.encode(), *span) >= 0 for text in other.internal for span in ranges):
            return True
    return False


def _is_member(node: Node | None) -> bool:
    """``{key: "name", value: function(){}}``, by which compilers define a method."""
    if node is None or node.type != "ObjectExpression":
        return False
    names = [key_name(p.key) for p in node.properties if p.type == "Property"]
    return "key" in names and bool({"value", "get", "set"}.intersection(names))


def _own_ranges(ev: Evaluator, call: Node) -> list[tuple[int, int]]:
    """The class around a call, or the function."""
    arrow: list[tuple[int, int]] = []
    for node in call.ancestors():
        if node.type == "ArrowFunctionExpression" and node.parent is not None and not _has_no_name(node, node.parent):
            arrow = [(node.start, node.end)]
        if node.type in CLASSES:
            return class_model(ev, node).ranges()
        if node.type == "ArrayExpression" and node.elements and all(map(_is_member, node.elements)):
            return [(node.start, node.end)]  # of a class that was compiled to ES5
        if node.type in FUNCTIONS and node.type != "ArrowFunctionExpression" and node.parent is not None:
            if _has_no_name(node, node.parent):
                continue
            owner = owner_of(ev, node)
            if isinstance(owner, Owner) and owner.kind == "instance":
                return class_model(ev, owner.node).ranges()
            return [(node.start, node.end)]
    return arrow


__all__ = ["SinkCall", "find_sinks"]
