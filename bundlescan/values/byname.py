"""What an object that could not be followed may hold, by the names of properties.

The last resort of the evaluator: a property of an object that no analysis of this kind follows (an injector's, a
registry's, one that a generic merge made) is taken to be one of those that some code of the project stores under the
name. One abstract location for a name, whatever the object: the field-based analysis of Feldthaus et al., "Efficient
Construction of Approximate Call Graphs for JavaScript IDE Services" (ICSE 2013). It is asked only about a connecting
call whose address could not be followed otherwise (``Evaluator.by_name``), and what it answers stays one possibility
among others: such a call is never edited but where it runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, cast

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name, spelling
from bundlescan.values.domain import (
    UNDEFINED,
    WORK,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Function,
    Hole,
    Instance,
    Page,
    Promise,
    Record,
    Url,
    Value,
    hoist,
    leaves,
    map_options,
    same_or_choice,
)
from bundlescan.values.urls import DEFAULT_PORTS

if TYPE_CHECKING:
    from bundlescan.bundle.project import Unit
    from bundlescan.values.evaluate import Evaluator

#: how many values stored under one name are told apart: more say nothing about any of them
MAX_STORED = 8
#: how often a name may stand in the scripts to be looked at, there and in one search
MAX_SPELLED, MAX_LOOKED_AT = 500, 400
#: how many expressions one stored value may evaluate, and all that are stored under one name
LOOK, MAX_LOOK = 200, 800
#: how much work that may be, side questions and all, and for all names together
MAX_WORK, IN_ALL = 4_000, 12_000
#: how many operations on options one stored value may take
WORKED_ON = 2_000
#: how often a name is looked up to learn what is stored under another
MAX_NESTED = 2
#: names shorter than this are what a minifier makes
SHORTEST = 3
#: what every object or text has: nothing is learned from who else has it
BUILT_IN = frozenset({
    "apply", "bind", "call", "catch", "concat", "constructor", "default", "each", "entries", "every", "exec",
    "filter", "find", "forEach", "has", "hasOwnProperty", "includes", "indexOf", "join", "keys", "length", "map",
    "match", "next", "pop", "prototype", "push", "reduce", "replace", "shift", "slice", "some", "splice", "split",
    "test", "then", "toLowerCase", "toString", "trim", "unshift", "value", "values",
})  # fmt: skip
NOTE = "under this name: the object that it is read from could not be followed"
RUN = "passed where the scripts run; whether from elsewhere, too, is not known"
SHAPED = "nothing else is seen to use this: the address of the call could not be followed"


def lost(value: Value) -> bool:
    """Whether a value is a hole because of this analysis, not because it is known only at run time."""
    return isinstance(value, Hole) and value.path is None and value.lost


def read(ev: Evaluator, owner: Value, name: str, value: Value, node: Node) -> Value:
    """``value``, which reading ``owner.name`` gives as far as it is followed, or what is stored under the name."""
    if not lost(value):
        return value
    return _or_one_of(("by name", name), value, stored(ev, name, node), node)


def kept(ev: Evaluator, value: Value, node: Node) -> Value:
    """``value``, which ``object[key]`` gives as far as it is followed, or what other code keeps in that object under
    keys that are known only at run time: a cache, a registry."""
    if not any(lost(leaf) for leaf in leaves(value)):
        return value
    found: list[Value] = []
    ev.aside(MAX_LOOK, lambda: found.extend(_put_in(ev, node.object)))
    unknown = next(leaf for leaf in leaves(value) if lost(leaf))
    return _or_one_of(("kept in", node.object.text[:40]), unknown, found, node) if found else value


def _put_in(ev: Evaluator, holder: Node) -> Iterator[Value]:
    if holder.type == "Identifier":
        binding = ev.binding(holder)
        uses = ev.project.scopes(holder).references(binding)[:50] if binding is not None else []
    elif holder.type == "MemberExpression" and not holder.computed:
        uses = list(islice(ev.project.members(ev.project.unit_of(holder), str(key_name(holder.property))), 50))
    else:
        return
    for use in uses:
        member = use.parent
        target = member.parent if member is not None else None
        if member is None or target is None or member.type != "MemberExpression" or member.object is not use:
            continue
        value: Node | None = None
        if member.computed and target.type == "AssignmentExpression" and target.left is member:
            value = target.right
        elif not member.computed and target.type == "CallExpression" and target.callee is member:
            value = target.arguments[1] if key_name(member.property) == "set" and len(target.arguments) == 2 else None
        if value is not None:
            given = _within(ev, lambda at=value: ev.eval(at, None))  # type: ignore[misc]
            if any(_says(leaf) for leaf in leaves(given)):
                yield given


def read_of_any(ev: Evaluator, name: str, value: Value, node: Node) -> Value:
    """``value``, which the property ``name`` is of any of the objects that are stored under a name, or what is stored
    under ``name`` itself where none of these objects has such a property: a schema, a function that makes them."""
    held = list(leaves(value))
    unknown = next((v for v in held if isinstance(v, Hole) and v.cause.endswith(_BESIDES)), None)
    if unknown is None or any(_says(v) for v in held):
        return value
    return _or_one_of(("by name", name), unknown, stored(ev, name, node), node)


_BESIDES = "none of those that are stored under its name"


def asked_for(ev: Evaluator, args: tuple[Value, ...], value: Value, node: Node) -> Value:
    """``value``, which a call gives as far as it is followed, or what the call names: ``setting("socket.port", 9000)``
    is what is stored under that name, or what is given in case there is nothing."""
    if not lost(value):
        return value
    for at, arg in enumerate(args[:3]):
        if isinstance(arg, Const) and isinstance(arg.value, str) and _NAMED.fullmatch(arg.value):
            *above, name = re.split(r"[./:]", arg.value)
            found = list(stored(ev, name, node, above))
            found += [other for other in args[at + 1 : at + 2] if isinstance(other, Const) and _says(other)]
            return _or_one_of(("asked for", arg.value), value, found[: MAX_STORED + 1], node)
    return value


def passed(ev: Evaluator, fn: Node, seen: Sequence[Value], pattern: Node, index: int) -> Value:
    """A parameter, of which ``seen`` is passed, once for each activation of the function that is seen."""
    other = ev.lost(pattern, _BESIDES, key=("besides", fn, index))
    cond = Cond(("run", fn, len(seen)), "which activation", "caller")
    return same_or_choice(cond, (other, *(v.via(pattern, RUN) for v in seen)), pattern)


def beside_what_ran(value: Value) -> bool:
    """Whether a value stands for what else may be passed, beside what is where the scripts run."""
    return isinstance(value, Hole) and value.lost and value.cause == _BESIDES


def or_shaped(ev: Evaluator, value: Value, node: Node) -> Value:
    """The address of a call, or of what it begins with, or one of ``ev.shapes`` where it could not be followed."""
    if not ev.shapes:
        return value

    def one(given: Value) -> Value:
        if isinstance(given, Concat) and lost(given.parts[0]):
            return Concat((other(given.parts[0]), *given.parts[1:]), node=given.node, steps=given.steps)
        return other(given if isinstance(given, Hole) else ev.hole(node, "an address")) if _unseen(given) else given

    if not all(_unseen(leaf) for leaf in leaves(value)) and not any(
        lost(leaf) or (isinstance(leaf, Concat) and lost(leaf.parts[0])) for leaf in leaves(hoist(value))
    ):
        return value

    def other(unknown: Value) -> Value:
        return _or_one_of(("shaped", "address"), unknown, list(ev.shapes), node, SHAPED)

    return map_options(one, hoist(value))


def _unseen(value: Value) -> bool:
    """Whether a value was lost, or nothing is seen to set the property that is read."""
    nothing = isinstance(value, Const) and value.value in (UNDEFINED, "")
    return lost(value) or (nothing and value.node is not None and value.node.type == "MemberExpression")


_NAMED = re.compile(r"[A-Za-z_$][\w$-]*(?:[./:][A-Za-z_$][\w$-]*)*")


def _or_one_of(key: tuple[str, ...], value: Value, found: list[Value], node: Node, note: str = NOTE) -> Value:
    if not found or len(found) > MAX_STORED:
        return value
    assert isinstance(value, Hole)
    other = Hole(("besides", value.key), _BESIDES, node=value.node)
    cond = Cond((*key, len(found)), f"which {key[1]}", "element")
    return same_or_choice(cond, (other, *(v.via(node, note) for v in found)), node)


def stored(ev: Evaluator, name: str, node: Node, above: Sequence[str] = ()) -> list[Value]:
    """The values that code of the project stores under ``name``; none where they are too many to tell. Those count that
    fit best: in objects under the names ``above``, outermost first, and which have most of the names that the code at
    ``node`` reads beside this one."""
    if len(name) < SHORTEST or name in BUILT_IN:
        return []
    pairs = _values(ev, name)
    if any(value is not pairs[0][1] and value != pairs[0][1] for _, value in pairs):
        beside = _read_beside(ev, node)
        fits = [_fit(ev, place, above, beside) for place, _ in pairs]
        best = max(fits)
        pairs = [pair for pair, fit in zip(pairs, fits, strict=True) if fit == best]
    found = [value for _, value in pairs]
    return found if len(found) <= MAX_STORED else []


def _fit(ev: Evaluator, place: Node, above: Sequence[str], beside: Collection[str]) -> tuple[int, int]:
    """How many of the names a stored value stands under, and how many it has beside it."""
    prop = place.parent
    owner = prop.parent if prop is not None and _in_object(prop) else None
    same = _names_in(ev, owner).intersection(beside) if owner is not None else ()
    matching = 0
    for wanted in reversed(above):
        prop = prop.parent.parent if prop is not None and prop.parent is not None and _in_object(prop) else None
        if prop is None or prop.type != "Property" or str(key_name(prop.key)) != wanted:
            break
        matching += 1
    return matching, len(same)


def _names_in(ev: Evaluator, node: Node) -> frozenset[str]:
    key = ("names in", node)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = frozenset(str(key_name(p.key)) for p in node.properties if p.type == "Property")
    return cast("frozenset[str]", known)


def _in_object(prop: Node | None) -> bool:
    return (
        prop is not None
        and prop.type == "Property"
        and prop.parent is not None
        and prop.parent.type == "ObjectExpression"
    )


def _read_beside(ev: Evaluator, node: Node) -> frozenset[str]:
    """The names that are read of the same object as at ``node``: a member expression, or a key of a pattern."""
    key = ("read beside", node)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = frozenset(_names_beside(ev, node))
    return cast("frozenset[str]", known)


def _names_beside(ev: Evaluator, node: Node) -> Iterator[str]:
    pattern = node if node.type == "ObjectPattern" else node.parent
    if pattern is not None and pattern.type == "Property":
        pattern = pattern.parent
    if pattern is not None and pattern.type == "ObjectPattern":
        yield from (str(key_name(p.key)) for p in pattern.properties if p.type == "Property")
        return
    if node.type != "MemberExpression":
        return
    binding = ev.binding(node.object) if node.object.type == "Identifier" else None
    if binding is not None:
        for use in ev.project.scopes(node).references(binding)[:50]:
            at = use.parent
            if at is None:
                continue
            if at.type == "MemberExpression" and at.object is use and not at.computed:
                yield str(key_name(at.property))
            elif at.type == "VariableDeclarator" and at.id.type == "ObjectPattern":
                yield from (str(key_name(p.key)) for p in at.id.properties if p.type == "Property")
        return
    fn = next((a for a in node.ancestors() if a.type in FUNCTIONS), None)
    text = node.object.text
    if fn is not None and len(text) < 60:
        spelled = re.compile(re.escape(text) + r"\??\.([A-Za-z_$][\w$]*)")
        yield from islice(spelled.findall(fn.text[:20_000]), 50)


def _values(ev: Evaluator, name: str) -> list[tuple[Node, Value]]:
    key = ("stored", name, ev.looking)
    known = ev.facts.get(key)
    if known is not None:
        return known  # type: ignore[return-value]
    if key in ev.active or ev.deep or ev.looking >= MAX_NESTED or ev.looked > IN_ALL:
        ev.provisional += 1
        return []
    found: list[tuple[Node, Value]] = []
    ev.active.add(key)
    ev.looking += 1
    done = WORK.done
    try:
        WORK.at_most(MAX_WORK, lambda: ev.aside(MAX_LOOK, lambda: found.extend(_stored(ev, name))))
    finally:
        ev.looking -= 1
        ev.active.discard(key)
        if not ev.looking:
            ev.looked += WORK.done - done
    if WORK.done - done > MAX_WORK:
        found = []  # what was not looked at may be what counts
    ev.facts[key] = found
    return found


def _stored(ev: Evaluator, name: str) -> list[tuple[Node, Value]]:
    found: list[tuple[Node, Value]] = []
    looked_at = 0
    for unit, places in _spelled(ev, name):
        for start, end in places:
            node = _stored_at(unit.tree.at(start, end))
            if node is None:
                continue
            looked_at += 1
            if looked_at > MAX_LOOKED_AT or len(found) > 4 * MAX_STORED:
                return []
            value = _within(ev, lambda at=node: _value_of(ev, at))  # type: ignore[misc]
            if isinstance(value, Const) or not (given := _defaults(ev, node)):
                given = [value] if _settled(value) else []
            found += [(node, v) for v in given if not any(other is v for _, other in found)]
    return found


def _within(ev: Evaluator, make: Callable[[], Value]) -> Value:
    return ev.bounded(LOOK, lambda: WORK.at_most(WORKED_ON, make))


def _value_of(ev: Evaluator, node: Node) -> Value:
    holder = node.parent
    if holder is not None and holder.type in ("MethodDefinition", "Property") and holder.get("kind") == "get":
        from bundlescan.values.calls import returned

        return returned(ev, node, None)
    return ev.eval(node, None)


def _defaults(ev: Evaluator, node: Node) -> list[Value]:
    """What an expression says is to be taken where nothing is given: ``number().default(9000)``, ``env("PORT", 9000)``,
    ``{type: Number, default: 9000}``."""
    found: list[Node] = []
    if node.type == "ObjectExpression":
        found = [p.value for p in node.properties if p.type == "Property" and _DEFAULT.fullmatch(str(key_name(p.key)))]
    while node.type == "CallExpression":
        args, callee = node.arguments, node.callee
        if callee.type == "MemberExpression" and _DEFAULT.fullmatch(str(key_name(callee.property))):
            found += args[:1]
        elif len(args) > 1 and args[0].type in ("Literal", "TemplateLiteral") and args[-1] is not args[0]:
            found += args[-1:]
        node = callee.object if callee.type == "MemberExpression" else callee
    values = (_within(ev, lambda at=at: ev.eval(at, None)) for at in found)  # type: ignore[misc]
    return [value for value in values if isinstance(value, (Const, Concat, Page)) and _says(value)]


_DEFAULT = re.compile(r"(?i)\w*default\w*|fallback|or|orElse|otherwise|catch|initial|value|withDefault|prefault")


def _settled(value: Value) -> bool:
    """Whether a stored value says what it is. A choice says so only where no part of it is open: that of libraries
    is mostly what they are given, or a default."""
    return all(_says(leaf) for leaf in leaves(value))


def _says(value: Value) -> bool:
    match value:
        case Const(value=str(text)):
            return text not in ("", *DEFAULT_PORTS)
        case Const(value=bool() | None):
            return False
        case Const(value=int() | float() as number):
            return number > 0 and str(int(number) if number == number and number < 1e9 else 0) not in DEFAULT_PORTS
        case Concat(parts=parts):
            return not all(isinstance(part, Hole) for part in parts)
        case Promise(value=inner):
            return _settled(inner)
        case Record() | Array() | Function() | Instance() | Page() | Url():
            return True
        case Choice():
            return _settled(value)
    return False


def _spelled(ev: Evaluator, name: str) -> list[tuple[Unit, list[tuple[int, int]]]]:
    """Where something may be stored under a name, by the text: spans in bytes; nothing where that is too often."""
    key = ("spelled", name)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = _spelled_at(ev, name)
    return cast("list[tuple[Unit, list[tuple[int, int]]]]", known)


def _spelled_at(ev: Evaluator, name: str) -> list[tuple[Unit, list[tuple[int, int]]]]:
    # what may stand before the name is looked at last: a pattern that begins with a text is searched much faster
    pattern = re.compile(b"(" + spelling(name) + b")" + _MAY_STORE)
    found: list[tuple[Unit, list[tuple[int, int]]]] = []
    left = MAX_SPELLED
    for unit in ev.project.units:
        data = unit.source.data
        places = [
            match.span(1)
            for match in islice(pattern.finditer(data, unit.span.start, unit.span.end), 20 * left)
            if not match.start() or not _IN_WORD.match(data, match.start() - 1)
        ]
        left -= len(places)
        if left <= 0:
            return []
        if places:
            found.append((unit, places))
    return found


#: what follows a name under which something is stored: ``name: x``, ``name = x``, ``name, x`` or ``name(…) {``
_MAY_STORE = rb"[\"'`]?\s*(?:\]\s*)?(?::|=(?![=>])|[,(};]|\?\?=|\|\|=)"
_IN_WORD = re.compile(rb"[\w$\x80-\xff]")


def _stored_at(node: Node) -> Node | None:
    parent = node.parent
    if node.type == "TemplateElement" and parent is not None:
        node, parent = parent, parent.parent
    if parent is None:
        return None
    match parent.type:
        case "Property" if parent.parent is not None and parent.parent.type == "ObjectExpression":
            if parent.key is node and not parent.computed and parent.kind in ("init", "get"):
                return parent.value  # type: ignore[no-any-return]
            if parent.value is node and (parent.shorthand or key_name(parent.key) == "key"):
                return node if parent.shorthand else _described(parent.parent)
        case "PropertyDefinition" if parent.key is node and not parent.computed:
            return parent.value  # type: ignore[no-any-return]
        case "MethodDefinition" if parent.key is node and not parent.computed and parent.kind in ("method", "get"):
            return parent.value  # type: ignore[no-any-return]
        case "MemberExpression" if parent.property is node:
            target = parent.parent
            if target is not None and target.type == "AssignmentExpression" and target.left is parent:
                return target.right if target.operator in ("=", "??=", "||=") else None
        case "CallExpression" if node.type in ("Literal", "TemplateLiteral"):
            return _set_by_call(parent, node)
    return None


def _set_by_call(call: Node, name: Node) -> Node | None:
    """``map.set("name", x)`` and ``defineProperty(this, "name", x)`` as compilers write it."""
    at = next((index for index, arg in enumerate(call.arguments) if arg is name), 0)
    callee = call.callee
    sets = callee.type == "MemberExpression" and key_name(callee.property) in ("set", "setItem", "register", "provide")
    if sets and at == 0 and len(call.arguments) == 2:
        return call.arguments[1]  # type: ignore[no-any-return]
    if at == 1 and len(call.arguments) == 3 and call.arguments[0].type in ("ThisExpression", "Identifier"):
        value: Node = call.arguments[2]
        return value if value.type != "ObjectExpression" else None
    return None


def _described(descriptor: Node) -> Node | None:
    """The function of ``{key: "name", value: function(){}}``, by which compilers define a method."""
    return next((p.value for p in descriptor.properties if p.type == "Property" and key_name(p.key) == "value"), None)
