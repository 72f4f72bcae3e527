"""Objects of options from which a library makes instances that are ``this`` in their functions: components of Vue with
``data``, stores of Pinia with ``state``.

    {data() { return {url: "ws://…"} }, computed: {address() { return this.url + "/x" }}, methods: {open() { … }}}

What such an instance holds: what its data function gives and what its functions set, its methods, its computed values.
All else (properties, mixins, what the library adds) is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values.classes import is_this, owner_of, this_function, this_in
from bundlescan.values.domain import UNDEFINED, Choice, Cond, Const, Record, Value, lift

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.frames import Frame

_DATA = ("data", "state")
_METHODS = ("methods", "actions")
_COMPUTED = ("computed", "getters")
#: a component without methods has one of these, too
_HOOKS = frozenset({"beforeMount", "created", "mounted", "render", "setup", "template", "watch"})
#: values set elsewhere that are told apart
MAX_WRITES = 8
_SET = re.compile(rb"(?<![\w$.])[\w$]+\s*\.\s*([\w$]+)\s*=(?![=>])")


def component_of(ev: Evaluator, literal: Node) -> Node | None:
    """The options of the component whose functions stand in ``literal``: itself, or the object that it is ``methods``
    (``computed``, ``actions`` …) of."""
    if _is_component(ev, literal):
        return literal
    holder = literal.parent
    around = holder.parent if holder is not None and holder.type == "Property" and holder.value is literal else None
    if around is None or holder is None or around.type != "ObjectExpression":
        return None
    grouped = ev.key_of(holder.key, holder.computed, None) in (*_METHODS, *_COMPUTED, "watch")
    return around if grouped and _is_component(ev, around) else None


def instance(ev: Evaluator, options: Node, frame: Frame | None) -> Value:
    """What ``this`` is in the functions of the component that ``options`` describe."""
    parts = _parts(ev, options)
    data = next(parts[name] for name in _DATA if name in parts)
    given = ev.call(ev.eval(data, frame), (), None, data, frame)
    unknown = ev.hole(options, "a property of a component", key=("component", options))
    base = lift(lambda d: Record(d.props, unknown, node=d.node) if isinstance(d, Record) else unknown, given)
    props: dict[str, Value | Callable[[], Value]] = {}
    for name, member in _members(ev, parts, _METHODS):
        props[name] = _later(ev, member, frame)
    for name, member in _members(ev, parts, _COMPUTED):
        props[name] = _computed(ev, options, member, frame)
    for name, writes in _writes(ev, options).items():
        if name not in props:
            props[name] = _set(ev, options, base, name, writes)
    return Record(props, base, node=options)


def _later(ev: Evaluator, node: Node, frame: Frame | None) -> Callable[[], Value]:
    return lambda: ev.eval(node, frame)


def _computed(ev: Evaluator, options: Node, getter: Node, frame: Frame | None) -> Callable[[], Value]:
    def value() -> Value:
        this = instance(ev, options, frame)
        return ev.call(ev.eval(getter, frame), (this,), this, getter, frame)

    return lambda: ev.guarded(("computed", getter), getter, value)


def _set(ev: Evaluator, options: Node, base: Value, name: str, writes: list[Node]) -> Callable[[], Value]:
    def value() -> Value:
        values = [ev.get(base, name, options), *(ev.eval(write.right) for write in writes)]
        useful = [v for v in values if not (isinstance(v, Const) and v.value in (None, UNDEFINED, ""))] or values
        return useful[0] if len(useful) == 1 else Choice(Cond(("set", options, name), name, "write"), tuple(useful))

    return lambda: ev.guarded(("set in", options, name), options, value)


def _is_component(ev: Evaluator, literal: Node) -> bool:
    if literal.type != "ObjectExpression":
        return False
    parts = _parts(ev, literal)
    data = next((parts[name] for name in _DATA if name in parts), None)
    known = _has_group(parts) or not _HOOKS.isdisjoint(parts)
    return known and data is not None and data.type in FUNCTIONS


def _has_group(parts: dict[str, Node]) -> bool:
    return any(name in parts and parts[name].type == "ObjectExpression" for name in (*_METHODS, *_COMPUTED))


def _parts(ev: Evaluator, literal: Node) -> dict[str, Node]:
    key = ("parts", literal)
    if key not in ev.facts:
        named = ((ev.key_of(p.key, p.computed, None), p.value) for p in literal.properties if p.type == "Property")
        ev.facts[key] = {name: value for name, value in named if name is not None}
    return ev.facts[key]  # type: ignore[return-value]


def _members(ev: Evaluator, parts: dict[str, Node], groups: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    for group in groups:
        members = parts.get(group)
        if members is not None and members.type == "ObjectExpression":
            for name, member in _parts(ev, members).items():
                if member.type == "ObjectExpression":  # {get() { … }, set(v) { … }}
                    member = _parts(ev, member).get("get", member)
                if member.type in FUNCTIONS:
                    yield name, member


def _writes(ev: Evaluator, options: Node) -> dict[str, list[Node]]:
    """What the functions of a component set: ``this.url = …``, by name."""
    key = ("set by", options)
    if key not in ev.facts:
        found: dict[str, list[Node]] = {}
        ev.facts[key] = found
        for match in _SET.finditer(options.source.data, options.start, options.end):
            name = options.tree.at(match.start(1), match.end(1))
            member = name.parent
            write = member.parent if member is not None and member.type == "MemberExpression" else None
            if member is None or write is None or write.type != "AssignmentExpression" or write.left is not member:
                continue
            if write.operator in ("=", "||=", "??=") and is_this(ev, member.object) and _owns(ev, options, member):
                found.setdefault(str(name.get("name")), []).append(write)
        for name_, writes in found.items():
            found[name_] = writes[:MAX_WRITES]
    return ev.facts[key]  # type: ignore[return-value]


def _owns(ev: Evaluator, options: Node, member: Node) -> bool:
    """Whether ``this`` in ``member``, itself or by another name, is an instance of the component."""
    fn = this_function(member.object) if member.object.type == "ThisExpression" else _function_around(ev, member)
    owner = owner_of(ev, fn) if fn is not None else None
    return owner is not None and owner.kind == "object" and component_of(ev, owner.node) is options


def _function_around(ev: Evaluator, node: Node) -> Node | None:
    """The function around ``node`` whose ``this`` another name stands for: the innermost that is of an object."""
    for around in node.ancestors():
        if around.type in FUNCTIONS:
            owner = owner_of(ev, around)
            if owner is not None and owner.kind == "object" and any(True for _ in this_in(around)):
                return around
    return None


__all__ = ["component_of", "instance"]
