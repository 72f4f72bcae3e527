"""Calls by which bundlers' code defines exports: ``n.d(t, {a: () => x})`` and the helpers of esbuild and Parcel."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import literal_text
from bundlescan.values.domain import UNDEFINED, Function, Require, Value, const, leaves_under, lift

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.frames import Frame

Thunk = Callable[[], Value]


def definitions(ev: Evaluator, call: Node, frame: Frame | None) -> list[tuple[str, Thunk]] | None:
    """The properties that a call defines on its first argument, as bundlers' helpers do it: ``n.d(t, {a: () => x})``,
    ``n.d(t, "a", () => x)``, ``n.d(t, ["a", 0, x, "b", () => y])``, ``n.d(t, {getters}, {values})``, ``n.r(t)``,
    ``__export(t, {…})``, ``$parcel$export(t, "a", () => x)``. None for any other call."""
    how = _definer(ev, call, frame)
    arguments = call.arguments[1:]
    if how == "r":
        return [("__esModule", lambda: const(True, call))]
    if how == "each" and arguments:
        return list(_defined(ev, arguments, frame))
    if how == "one" and len(arguments) > 1:
        name = ev.key_of(arguments[0], True, frame)
        return [(name, lambda: _got(ev, arguments[1], frame))] if name is not None else []
    return None


def _defined(ev: Evaluator, arguments: list[Node], frame: Frame | None) -> Iterator[tuple[str, Thunk]]:
    for name, node, getter in defined_nodes(arguments):
        if getter:
            yield name, lambda node=node: _got(ev, node, frame)  # type: ignore[misc]
        else:
            yield name, lambda node=node: ev.eval(node, frame)  # type: ignore[misc]


def defined_nodes(arguments: list[Node]) -> Iterator[tuple[str, Node, bool]]:
    """Name, expression, and whether it is a getter, of each property that ``n.d(t, …arguments)`` defines."""
    if not arguments:
        return
    first = arguments[0]
    if first.type == "ArrayExpression":
        items = list(first.elements)
        while items:
            key, value = items.pop(0), items.pop(0) if items else None
            text = literal_text(key) if key is not None else None
            if text is None or value is None:
                return
            if value.type == "Literal" and value.value == 0 and items:
                yield text, items.pop(0), False
            else:
                yield text, value, True
    elif (name := literal_text(first)) is not None and len(arguments) > 1:
        yield name, arguments[1], True
    for index, listed in enumerate(arguments):
        if listed.type == "ObjectExpression":
            for prop in listed.properties:
                name = prop.key.get("name") or prop.key.get("value") if prop.type == "Property" else None
                if name is not None and not prop.computed:
                    yield str(name), prop.value, index == 0


def _got(ev: Evaluator, getter: Node, frame: Frame | None) -> Value:
    return lift(lambda fn: got(ev, fn, const(UNDEFINED, getter), getter, frame), ev.eval(getter, frame))


def got(ev: Evaluator, getter: Value, this: Value, node: Node, frame: Frame | None) -> Value:
    """What a getter gives when it is called later, from anywhere: not where it stands, where a variable that it
    returns may not be set yet."""
    from bundlescan.values.calls import returned

    if isinstance(getter, Function) and not _THIS.search(getter.fn.source.data, getter.fn.start, getter.fn.end):
        return returned(ev, getter.fn, getter.frame)
    return ev.call(getter, (), this, node, frame)


_THIS = re.compile(rb"\bthis\b")


def defines(call: Node) -> bool:
    """Whether a call has the shape of one that defines exports on its first argument."""
    callee, rest = call.callee, call.arguments[1:]
    name = callee.property.get("name") if callee.type == "MemberExpression" and not callee.computed else None
    if callee.type == "MemberExpression" and name not in ("d", "r"):
        return False
    if name == "r":
        return not rest
    if not rest:
        return False
    if literal_text(rest[0]) is not None:
        return len(rest) > 1 and rest[1].type in FUNCTIONS
    return rest[0].type == "ObjectExpression" or (name == "d" and rest[0].type == "ArrayExpression")


def star_source(ev: Evaluator, call: Node, target: Node) -> Node | None:
    """The module that a call copies all exports but the default from, to ``target``: ``__exportStar(source, target)``
    of TypeScript, ``$parcel$exportWildcard(target, source)``; None for any other call."""
    arguments = call.arguments
    if len(arguments) != 2 or call.callee.type not in ("Identifier", "MemberExpression", "SequenceExpression"):
        return None
    for leaf in leaves_under(ev.eval(call.callee, None)):
        if isinstance(leaf, Function) and leaf.fn.end - leaf.fn.start < 400:
            text = leaf.fn.source.data[leaf.fn.start : leaf.fn.end]
            if all(word in text for word in (b"default", b"hasOwnProperty")) and _OVER_KEYS.search(text):
                source: Node = arguments[0] if arguments[1] is target else arguments[1]
                return source
    return None


_OVER_KEYS = re.compile(rb"\bin\b|\bkeys\b")


def is_setter(fn: Node) -> bool:
    """Whether ``fn`` is what Parcel defines as the setter of an export, ``$parcel$export(t, "a", () => a, e => a = e)``
    or the same as a call of ``Object.defineProperty``. No module sets what another one exports."""
    holder = fn.parent
    if holder is None or fn.type not in FUNCTIONS:
        return False
    if holder.type == "CallExpression":
        return len(holder.arguments) == 4 and holder.arguments[3] is fn and defines(holder)
    if holder.type != "Property" or holder.key.get("name") != "set" or holder.parent is None:
        return False
    call = holder.parent.parent
    if call is None or call.type != "CallExpression" or call.arguments[2:] != [holder.parent]:
        return False
    target, callee = call.arguments[0], call.callee
    if callee.type != "MemberExpression" or callee.property.get("name") != "defineProperty":
        return False
    return bool(target.type == "MemberExpression" and target.property.get("name") == "exports")


def set_either_way(conditional: Node | None) -> Node | None:
    """The assignment in ``k in x ? Object.defineProperty(x, k, {value: v, …}) : x[k] = v``, which is how helpers define
    a field; None for any other expression, also where the two values are not the same."""
    if conditional is None or conditional.type != "ConditionalExpression":
        return None
    test, call, setting = conditional.test, conditional.consequent, conditional.alternate
    if test.get("operator") != "in" or call.type != "CallExpression" or len(call.arguments) != 3:
        return None
    target, _, descriptor = call.arguments
    if setting.type != "AssignmentExpression" or setting.operator != "=" or descriptor.type != "ObjectExpression":
        return None
    left = setting.left
    if left.type != "MemberExpression" or not (left.object.text == target.text == test.right.text):
        return None
    value = next((p.value for p in descriptor.properties if p.get("key") and p.key.get("name") == "value"), None)
    return setting if value is not None and value.text == setting.right.text else None


def is_definer(ev: Evaluator, call: Node) -> bool:
    """Whether a call with the shape of a definition is one."""
    return _definer(ev, call, None) is not None


def _definer(ev: Evaluator, call: Node, frame: Frame | None) -> str | None:
    callee = call.callee
    if callee.type == "MemberExpression":
        if callee.computed or callee.property.get("name") not in ("d", "r"):
            return None
        owner = ev.eval(callee.object, frame)
        if not any(isinstance(leaf, Require) for leaf in leaves_under(owner)):
            return None
        return "r" if callee.property.name == "r" else "each"
    if callee.type != "Identifier":
        return None
    for leaf in leaves_under(ev.eval(callee, frame)):
        if isinstance(leaf, Function) and leaf.fn.end - leaf.fn.start < 400:
            text = leaf.fn.source.data[leaf.fn.start : leaf.fn.end]
            if _EACH.search(text):
                return "each"
            if _ONE.search(text):
                return "one"
    return None


#: ``for (var k in all) define(target, k, {get: all[k], enumerable: true})``
_EACH = re.compile(rb"\bin\b.*\bget\s*:\s*[\w$]+\[", re.DOTALL)
#: ``Object.defineProperty(e, t, {get: o, …})``
_ONE = re.compile(rb"defineProperty\(\s*[\w$]+\s*,\s*[\w$]+\s*,\s*\{[^}]*\bget\s*:\s*[\w$]+\s*[,}]")

__all__ = [
    "defined_nodes",
    "defines",
    "definitions",
    "got",
    "is_definer",
    "is_setter",
    "set_either_way",
    "star_source",
]
