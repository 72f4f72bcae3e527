"""What is stored in a ``Map`` or ``WeakMap`` after it was made: by ``set``, or by the helpers that compilers write for
private fields, which keep each field of an instance in a WeakMap of its own:

    var port = new WeakMap();
    function Client(){ init(this, port, 9000) }     // add(map, this, value), init(this, map, {writable, value}) …
    Client.prototype.url = function(){ return get(port, this) }

Reading such a field ends, whatever the helper is called, in ``port.get(this)``. Which write ran last is not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name, literal_text
from bundlescan.values import objects
from bundlescan.values.classes import class_model, is_this, owner_of, this_function
from bundlescan.values.domain import (
    UNDEFINED,
    Choice,
    Cond,
    Const,
    Dead,
    Function,
    Instance,
    Record,
    Value,
    const,
    leaves_under,
    lift,
    map_options,
    primitive_text,
    same_or_choice,
)
from bundlescan.values.lifetimes import seen_by, uses

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.frames import Frame
    from bundlescan.values.places import Field

    Holder: TypeAlias = "Binding | Field | Named"

MAX_WRITES = 8
#: how many expressions may be evaluated to know a map by the property that holds it
LOOK = 300


def stored(ev: Evaluator, made: Node, key: Value, node: Node, frame: Frame | None = None) -> Value | None:
    """What ``map.get(key)`` gives, at ``node`` in ``frame``, where ``made`` is the ``new Map()``; None where nothing is
    known to be stored. What the same call has put there just before is seen as it is: caches and containers."""
    from bundlescan.values.places import activation

    holder = _holder(ev, made)
    writes = _writes(ev, holder) if holder is not None else []
    if holder is None or not writes or len(writes) > MAX_WRITES:
        return None
    if frame is not None and all(_makes_for_key(ev, at, node, frame) for at, _ in writes):
        made_now = tuple(ev.eval(value, frame).via(value, "kept in a map") for _, value in writes)
        return same_or_choice(Cond(("map", holder, len(made_now)), "what was stored last", "write"), made_now, node)
    descriptor = next((value for _, value in writes if _is_descriptor(value)), None)

    def under(asked: Value) -> Value:
        values: list[Value] = []
        for at, value in writes:
            before = frame is not None and at.end <= node.start and activation(at) is activation(node)
            for kept in _under(ev, at, value, asked, frame if before else None):
                held = kept.via(value, "kept in a map")
                if descriptor is not None and not _is_descriptor(value):
                    held = Record({"value": held}, node=descriptor)  # SWC keeps {writable, value}, and writes into it
                values.append(held)
        useful = [v for v in values if not _is_empty(v)] or values
        if not useful:
            return const(UNDEFINED, node)
        cond = Cond(("map", holder, len(useful)), "what was stored last", "write")
        return useful[0] if len(useful) == 1 else Choice(cond, tuple(useful[: 2 * MAX_WRITES]), node=node)

    return map_options(under, key)


def changed(ev: Evaluator, made: Node) -> bool:
    """Whether a ``new URLSearchParams(…)`` may hold something else than it was made of when it is read: a method that
    changes it is called, or it is not known where it goes."""
    parent = made.parent
    if parent is not None and parent.type == "MemberExpression" and parent.object is made:
        return parent.property.get("name") in _CHANGING
    holder = _holder(ev, made)
    if holder is None:
        return True
    name = getattr(holder, "name", "") if not isinstance(holder, Binding) else ""
    others = ev.project.members(ev.project.unit_of(made), name) if name else ()  # whatever they are of
    for reference in (*_references(ev, holder), *others):
        member = reference.parent
        if member is None or member in (made.parent, made):
            continue
        if member.type == "VariableDeclarator" and member.id is reference:
            continue
        if member.type != "MemberExpression" or member.object is not reference:
            return True
        if member.computed or member.property.get("name") in _CHANGING:
            return True
    return False


_CHANGING = frozenset({"append", "set", "delete", "sort"})


def _makes_for_key(ev: Evaluator, at: Node, get: Node, frame: Frame) -> bool:
    """Whether the function that asks a map for a key stores there itself what it makes for that key, and makes it of
    nothing else: ``get(id) { if (!map.has(id)) map.set(id, make(id)); return map.get(id) }``. So what is kept is what
    it would make now."""
    from bundlescan.values.places import activation

    asked = get.arguments[0] if get.get("arguments") else None
    fn = activation(get)
    if asked is None or asked.type != "Identifier" or at.type != "Identifier" or activation(at) is not fn:
        return False
    key = ev.binding(asked)
    if key is None or ev.binding(at) is not key or fn.type not in FUNCTIONS or frame.find(fn) is None:
        return False
    return all(p.type == "Identifier" and ev.binding(p) is key for p in fn.params)


def _under(ev: Evaluator, at: Node, value: Node, key: Value, frame: Frame | None) -> list[Value]:
    """What one write stores under ``key``, which may run several times."""
    if is_this(ev, at):
        other = isinstance(key, Const) or (isinstance(key, Function) and _is_instance(ev, at))
        return [] if other else [ev.eval(value, _frame(ev, value, key))]

    def matching(known: Value, given: Value) -> Value:
        return given if _may_be(known, key) else Dead()

    if frame is not None:
        return _each_run(lift(matching, ev.eval(at, frame), ev.eval(value, frame)))
    return _each_run(lift(matching, ev.eval(at), ev.eval(value, _frame(ev, value, key))))


def _is_instance(ev: Evaluator, this: Node) -> bool:
    """Whether a ``this`` is an object of a class, not the class itself."""
    fn = this_function(this) if this.type == "ThisExpression" else None
    owner = owner_of(ev, fn) if fn is not None else None
    return owner is not None and owner.kind == "instance"


def _each_run(value: Value) -> list[Value]:
    """The value in each of the calls that store it: the map holds what all of them leave. Of the elements that a loop
    stores, those count whose key may be asked for; what other keys give is another question."""
    if isinstance(value, Choice) and value.cond.kind == "element":
        kept = [(at, option) for at, option in enumerate(value.options) if not isinstance(option, Dead)]
        if len(kept) == 1:
            return _each_run(kept[0][1])
        if 1 < len(kept) < len(value.options):
            cond = Cond(("kept", value.cond.key, *(at for at, _ in kept)), value.cond.text, "element")
            return [Choice(cond, tuple(option for _, option in kept), node=value.node)]
    if isinstance(value, Choice) and value.cond.kind == "caller":
        return [held for option in value.options for held in _each_run(option)]
    return [] if isinstance(value, Dead) else [value]


@dataclass(frozen=True)
class Named:
    """A property of some object, or of a class, that holds a map from the beginning."""

    made: Node
    name: str


def _holder(ev: Evaluator, made: Node) -> Holder | None:
    """The variable, or the field of a class, that holds a map from the beginning."""
    parent = made.parent
    if parent is None or made.callee.get("name") not in ("Map", "WeakMap", "URLSearchParams"):
        return None
    target = parent.id if parent.type == "VariableDeclarator" else None
    if parent.type in ("AssignmentExpression", "AssignmentPattern"):
        target = parent.left
    if parent.type in ("PropertyDefinition", "Property") and parent.value is made:
        target = parent
    if parent.type == "CallExpression" and len(parent.arguments) == 3 and parent.arguments[2] is made:
        put_under = literal_text(parent.arguments[1])  # __publicField(C, "name", new Map)
        return Named(made, put_under) if put_under is not None else None
    if target is None or target is made:
        return None
    if target.type == "Identifier":
        return ev.binding(target)
    fn = this_function(target.object if target.type == "MemberExpression" else made)
    owner = owner_of(ev, fn) if fn is not None else None
    name = key_name(target.property if target.type == "MemberExpression" else target.key)
    if target.get("computed") or not isinstance(name, str):
        return None
    of_instance = owner is not None and owner.kind == "instance" and target.type != "Property"
    if owner is None or not of_instance:
        return Named(made, name)
    if target.type == "MemberExpression" and not is_this(ev, target.object, owner.node):
        return Named(made, name)
    return objects.field_place(ev, owner.node, name)


def unchanged(ev: Evaluator, made: Node) -> bool:
    """Whether what ``made``, a ``new Map(…)``, holds in the beginning is all that it ever holds: it is only read."""
    holder = _holder(ev, made)
    if holder is None:
        return _is_read(ev, made)
    key = ("unchanged", made)
    if key not in ev.facts:
        ids = holder.ids if isinstance(holder, Binding) else ()
        ev.facts[key] = all(_is_read(ev, use) for use in _references(ev, holder) if use not in ids)
    return bool(ev.facts[key])


def _is_read(ev: Evaluator, use: Node) -> bool:
    parent = use.parent
    while parent is not None and parent.type in ("ChainExpression", "SpreadElement"):
        use, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == "MemberExpression":
        read = bool(parent.object is use and not parent.computed)
        return read and parent.property.get("name") in _READS
    if parent.type == "CallExpression":
        callee = parent.callee
        owner = callee.object if callee.type == "MemberExpression" else None
        return bool(owner is not None and owner.get("name") in ("Object", "Array") and ev.binding(owner) is None)
    if parent.type == "AssignmentExpression" and parent.left is use:
        return bool(parent.right.type == "NewExpression")
    return parent.type == "ArrayExpression" or (parent.type == "ForOfStatement" and parent.right is use)


#: methods of a Map or URLSearchParams that change nothing
_READS = frozenset({"entries", "forEach", "get", "getAll", "has", "keys", "size", "toString", "values"})


def _references(ev: Evaluator, holder: Holder) -> Iterator[Node]:
    if isinstance(holder, Binding):
        yield from _names(ev, holder, ev.project.scopes(holder.scope.node).references(holder))
        return
    if isinstance(holder, Named):
        for member in ev.project.members(ev.project.unit_of(holder.made), holder.name):
            value = ev.bounded(LOOK, lambda at=member: ev.eval(at, None))  # type: ignore[misc]
            if any(leaf.node is holder.made for leaf in leaves_under(value)):
                yield member
        return
    ranges = class_model(ev, holder.owner).ranges()
    for member in ev.project.members(ev.project.unit_of(holder.owner), holder.name):
        if any(start <= member.start < end for start, end in ranges) and is_this(ev, member.object, holder.owner):
            yield member


def _writes(ev: Evaluator, holder: Holder) -> list[tuple[Node, Node]]:
    """Key and value of everything that is stored in the map."""
    known = ev.facts.get(("map", holder))
    if known is not None:
        return known  # type: ignore[return-value]
    found: list[tuple[Node, Node]] = []
    for reference in _references(ev, holder):
        parent = reference.parent
        call = parent.parent if parent is not None and parent.type == "MemberExpression" else parent
        if parent is None or call is None or call.type != "CallExpression":
            continue
        arguments = call.arguments
        if call is not parent:
            if call.callee is parent and parent.property.get("name") == "set" and len(arguments) == 2:
                found.append((arguments[0], arguments[1]))
        elif len(arguments) >= 3 and reference in arguments[:2]:
            owner = arguments[0] if arguments[1] is reference else arguments[1]
            value = _set_in(call) if _is_access(arguments[2]) else arguments[2]
            if value is not None and (is_this(ev, owner) or _is_class(ev, owner)):
                found.append((owner, value))
    ev.facts[("map", holder)] = found
    return found


def _is_class(ev: Evaluator, node: Node) -> bool:
    """Whether a variable is a class: a private static field is kept under it."""
    binding = ev.binding(node) if node.type == "Identifier" else None
    if binding is None or binding.node.type in CLASSES:
        return binding is not None
    writes = seen_by(ev, binding, node)
    made = (writes[0].get("right") or writes[0].get("init")) if len(writes) == 1 else None
    return made is not None and made.type in CLASSES


def _names(ev: Evaluator, binding: Binding, references: list[Node], depth: int = 0) -> Iterator[Node]:
    """Every reference to the map, by other variables too (``e = map, e.set(this, value)``)."""
    for reference in references:
        yield reference
        write = reference.parent
        target = None
        if write is not None and write.type == "AssignmentExpression" and write.right is reference:
            target = write.left if write.operator == "=" else None
        elif write is not None and write.type == "VariableDeclarator" and write.init is reference:
            target = write.id
        if target is not None and write is not None and write.type == "AssignmentExpression":
            yield write  # (e = map).set(this, value)
        other = ev.binding(target) if target is not None and target.type == "Identifier" else None
        if other is not None and other is not binding and depth < 3:
            yield from _names(ev, other, uses(ev, other, write), depth + 1)


def _may_be(known: Value, key: Value) -> bool:
    if isinstance(known, Const) and isinstance(key, Const):
        return primitive_text(known.value) == primitive_text(key.value)
    if isinstance(known, Function) and isinstance(key, Function):
        return known.fn is key.fn
    if isinstance(known, Instance) and isinstance(key, Instance):
        return known.key == key.key or known.node is key.node or None in (known.node, key.node)
    if isinstance(known, (Function, Instance)):
        return not isinstance(key, (Function, Instance, Const))
    return not isinstance(known, Const) or not isinstance(key, (Function, Instance))


def _frame(ev: Evaluator, value: Node, key: Value) -> Frame | None:
    """The activation of the constructor that made ``key``, where the value is stored in it."""
    if not isinstance(key, Instance):
        return None
    constructor = class_model(ev, key.ctor.fn).constructor
    return objects.construction(ev, key) if this_function(value) is constructor else None


def _is_access(node: Node) -> bool:
    """What SWC's ``_class_extract_field_descriptor(this, map, "set")`` is asked for."""
    return node.type == "Literal" and node.value in ("get", "set", "update")


def _set_in(descriptor: Node) -> Node | None:
    """The value of ``_class_apply_descriptor_set(this, descriptor, value)``."""
    call = descriptor.parent
    if call is None or call.type != "CallExpression" or call.arguments[1:2] != [descriptor]:
        return None
    return call.arguments[2] if len(call.arguments) == 3 else None


def _is_empty(value: Value) -> bool:
    """Whether nothing is stored yet: what a field holds before its first write."""
    if isinstance(value, Record) and value.base is None and "value" in value.props:
        value = objects.force(value.props["value"])
    return isinstance(value, Const) and value.value in (None, UNDEFINED)


def _is_descriptor(node: Node) -> bool:
    names = (
        [p.key.get("name") for p in node.properties if p.type == "Property"] if node.type == "ObjectExpression" else []
    )
    return "value" in names and "writable" in names
