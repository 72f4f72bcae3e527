"""Where connections are opened: every call of a client, however it is called in this code.

A client is recognised by what survives a build (its package name in an import, a global constructor, a text inside
its connect function) and then followed forwards to its calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from bundlescan.bundle.project import Project, Unit
from bundlescan.match.client import Client, Connect
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values.calls import Flow
from bundlescan.values.domain import External, Function, Global, Record, Value, leaves
from bundlescan.values.evaluate import Evaluator


@dataclass(frozen=True, slots=True, eq=False)
class SinkCall:
    """A call that connects: ``call`` is its node."""

    client: Client
    connect: Connect
    call: Node

    @property
    def callee(self) -> str:
        """What the code calls the client here."""
        callee = self.call.callee
        text: str = callee.source.data[callee.start : callee.end].decode("utf-8", "replace")
        return text if len(text) <= 40 else text[:39] + "…"


def has_anchor(data: bytes, clients: Sequence[Client]) -> bool:
    """Whether a script can hold a sink at all, by its bytes alone."""
    return any(anchor in data for client in clients for anchor in client.anchors)


def find_sinks(ev: Evaluator, units: Sequence[Unit], clients: Sequence[Client]) -> list[SinkCall]:
    """Every sink that starts from one of ``units``, each call once, in source order."""
    found: dict[Node, SinkCall] = {}
    for client in clients:
        for unit in units:
            for connect, flow in _flows(ev, unit, client):
                for site in flow.sites:
                    call = site.call
                    if call.type not in ("CallExpression", "NewExpression"):
                        continue
                    if _fits(connect, call) and not _internal(ev.project, client, clients, call):
                        found.setdefault(call, SinkCall(client, connect, call))
    return sorted(found.values(), key=lambda s: (s.call.source.path, s.call.start))


def _fits(connect: Connect, call: Node) -> bool:
    if connect.how == "either":
        return True
    return (call.type == "NewExpression" or call.callee.type == "Super") == (connect.how == "new")


def _flows(ev: Evaluator, unit: Unit, client: Client) -> Iterator[tuple[Connect, Flow]]:
    data = unit.source.data
    for connect in client.connect:
        for text in connect.fingerprints:
            yield from _fingerprinted(ev, unit, connect, text.encode())
    if any(package.encode() in data for package in client.packages):
        yield from _imported(ev, unit, client)
    for name in client.globals:
        if name.encode() in data:
            yield from _global(ev, unit, client, name)


def _fingerprinted(ev: Evaluator, unit: Unit, connect: Connect, text: bytes) -> Iterator[tuple[Connect, Flow]]:
    data = unit.source.data
    position = unit.span.start
    while (at := data.find(text, position, unit.span.end)) >= 0:
        position = at + len(text)
        node: Node | None = unit.tree.at(at, position)
        wanted = CLASSES if connect.how == "new" else FUNCTIONS
        while node is not None and node.type not in wanted:
            node = node.parent
        if node is None:
            continue
        fn = node
        flow = Flow(ev, partial(_is_function, fn), fn)
        flow.of_function(fn)
        yield connect, flow


def _is_function(fn: Node, value: Value) -> bool:
    return isinstance(value, Function) and value.fn is fn


def _is_connect(connect_of: Callable[[Value], Connect | None], connect: Connect, value: Value) -> bool:
    return connect_of(value) is connect


def _imported(ev: Evaluator, unit: Unit, client: Client) -> Iterator[tuple[Connect, Flow]]:
    """Imports of the client's package: ``import {io} from``, ``require("…")``."""

    def connect_of(value: Value) -> Connect | None:
        if isinstance(value, External) and value.package in client.packages:
            return next((c for c in client.connect if value.name in c.exports), None)
        return None

    starts: list[tuple[Connect, Node]] = []
    for node in unit.tree.root.body:
        if node.type != "ImportDeclaration" or node.get("source").value not in client.packages:
            continue
        for specifier in node.specifiers:
            binding = unit.scopes.resolve(specifier.local)
            if binding is None:
                continue
            for reference in unit.scopes.references(binding):
                if reference is specifier.local:
                    continue
                starts += _outermost(ev, reference, connect_of)
    for connect, start in starts:
        flow = Flow(ev, partial(_is_connect, connect_of, connect), start)
        flow.flows(start)
        yield connect, flow


def _outermost(
    ev: Evaluator, node: Node, connect_of: Callable[[Value], Connect | None]
) -> Iterator[tuple[Connect, Node]]:
    """The identifier itself, or the members of it (``ns.io``, ``io.connect``), where that connects."""
    current: Node | None = node
    while current is not None:
        for value in leaves(ev.eval(current)):
            connect = connect_of(value)
            if connect is not None:
                yield connect, current
                break
        parent = current.parent
        current = (
            parent if parent is not None and parent.type == "MemberExpression" and parent.object is current else None
        )


def _global(ev: Evaluator, unit: Unit, client: Client, name: str) -> Iterator[tuple[Connect, Flow]]:
    """Uses of a name that the page itself has, or that another script puts there."""
    connect = next((c for c in client.connect if name in c.exports), client.connect[0])
    pattern = re.compile(rb"(?<![\w$])" + re.escape(name.encode()) + rb"(?![\w$])")

    def is_it(value: Value) -> bool:
        return isinstance(value, Global) and value.path == name

    for match in pattern.finditer(unit.source.data, unit.span.start, unit.span.end):
        node = unit.tree.at(match.start(), match.end())
        start: Node | None = None
        parent = node.parent
        if node.type != "Identifier" or parent is None:
            continue
        if parent.type == "MemberExpression" and parent.property is node and not parent.computed:
            owner = ev.ask(parent.object, budget=500)
            if isinstance(owner, Global) and owner.path == "window":
                start = parent
        elif parent.type not in ("Property", "MethodDefinition", "PropertyDefinition") or parent.value is node:
            if ev.binding(node) is None:
                start = node
        if start is None:
            continue
        flow = Flow(ev, is_it, start)
        flow.flows(start)
        current = start.parent  # io.connect(…)
        if current is not None and current.type == "MemberExpression" and current.object is start:
            if f"{name}.{current.property.get('name')}" in connect.exports:
                flow.flows(current)
        yield connect, flow


def _internal(project: Project, client: Client, clients: Sequence[Client], call: Node) -> bool:
    """Whether a call stands inside a recognised client's own code."""
    data = call.source.data
    for other in clients:
        if other is client or not other.internal:
            continue
        if not any(text.encode() in data for text in other.internal):
            continue
        top = _region(call)
        if any(data.find(text.encode(), *top) >= 0 for text in other.internal):
            return True
        if _between(data, other, call):
            return True
    return False


def _region(call: Node) -> tuple[int, int]:
    """The outermost function or class around a call that is not the whole script."""
    region = call
    for node in call.ancestors():
        if node.type in FUNCTIONS or node.type in CLASSES:
            region = node
    return region.start, region.end


def _between(data: bytes, client: Client, call: Node) -> bool:
    """Whether a call stands between two marks of one client: bundlers keep the modules of a package together."""
    marks = sorted(m.start() for text in client.internal for m in re.finditer(re.escape(text.encode()), data))
    if len(marks) < 2:
        return False
    return any(a < call.start < b and b - a < 200_000 for a, b in pairwise(marks))


__all__ = ["Record", "SinkCall", "find_sinks", "has_anchor"]
