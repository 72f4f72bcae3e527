"""Fluent objects: ``new X().host(h).port(9000).build()``.

While a chain of calls runs, nobody else has the object. So what its fields hold at each call is what the constructor
left, changed by the calls before it, in their order; not what any method may have stored at any time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.syntax.texts import TRANSPARENT, bare
from bundlescan.values.classes import class_model, function_named, this_function
from bundlescan.values.domain import Function, Instance, Value, map_options
from bundlescan.values.frames import Frame

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

_WRITTEN = re.compile(
    rb"(?<![\w$.])this(?:\s*\.\s*#?[\w$]+|\[[^\]]*\])+\s*(?:[-+*/%|&^?<>]{0,3}=(?![=>])|\+\+|--|\.\s*(?:push|unshift|splice)\()"
    rb"|=\s*this(?![\w$.])|\(\s*this\s*[,)]"
)
#: bytes of a function that only checks something
MAX_CHECK = 300
_THIS = re.compile(rb"(?<![\w$.])this(?![\w$])")


def receiver(ev: Evaluator, node: Node, value: Instance, method: Value) -> tuple[Instance, Value]:
    """``value``, the object ``node`` on which ``method`` is called, and the method bound to it: as fresh as its
    constructor left it, where it is made on the spot, or by a function that returns what it makes on the spot."""
    known: Instance | None
    if value.fresh or value.called is not None:
        known = value if bare(node).type in ("CallExpression", "NewExpression") or not _has_written(node) else None
        known = known or _plain(ev, value)
    else:
        known = _fresh(ev, node, value)
    if known is None or known is value:
        return value, method
    return known, map_options(lambda m: _bound(m, value, known), method)


def _plain(ev: Evaluator, value: Instance) -> Instance:
    """The object at any time."""
    key = ("plain", value.key, value.ctor.fn)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = replace(value, fresh=False, called=None)
    return cast("Instance", known)


def _has_written(node: Node) -> bool:
    """Whether the method around ``this``, at ``node``, may have changed the object before."""
    fn = this_function(node)
    return fn is None or _WRITTEN.search(fn.source.data, fn.start, node.start) is not None


def _bound(method: Value, value: Instance, fresh: Instance) -> Value:
    own = method.this if isinstance(method, Function) else None
    return replace(method, this=fresh) if isinstance(own, Instance) and own.key == value.key else method  # type: ignore[call-arg]


def _fresh(ev: Evaluator, node: Node, value: Instance) -> Instance | None:
    made, at = value.node, bare(node)
    if value.args is None or not isinstance(value.key, tuple) or value.key[:1] != ("new",):
        return None
    if made is None or made.type != "NewExpression":
        return None
    if at is not made and not (at.type == "CallExpression" and _is_returned(made)):
        return None
    constructor = class_model(ev, value.ctor.fn).constructor
    if constructor is not None and not keeps_to_itself(ev, constructor):
        return None
    key = ("fresh", value.key, value.ctor.fn)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = replace(value, fresh=True)
    return cast("Instance", known)


def result(ev: Evaluator, value: Value, frame: Frame) -> Value:
    """``value``, which the call ``frame`` gives: where that is the object a method is called on, what it is after the
    call if the chain goes on, there or where the function returns it, and the object at any time if not."""
    this, site = frame.this, frame.site
    if not isinstance(value, Instance):
        return value
    goes_on = site is not None and (_goes_on(site) or _is_returned(site) or _is_converted(ev, site))
    in_chain = isinstance(this, Instance) and (this.fresh or this.called is not None)
    if not (isinstance(this, Instance) and in_chain and value.key == this.key and value.called is this.called):
        stays = goes_on or _only_in_chains(ev, value.ctor.fn)
        return value if stays or not (value.fresh or value.called is not None) else _plain(ev, value)
    if not (goes_on or _only_in_chains(ev, this.ctor.fn)) or not keeps_to_itself(ev, frame.fn):
        return _plain(ev, this)
    key = ("after", frame)
    known = ev.facts.get(key)
    if known is None:
        known = ev.facts[key] = replace(this, fresh=False, called=frame)
    return cast("Instance", known)


def _goes_on(call: Node) -> bool:
    """Whether another method of what a call gives is called on the spot, or a property of it read."""
    node, parent = call, call.parent
    while parent is not None and parent.type in TRANSPARENT:
        node, parent = parent, parent.parent
    if parent is None or parent.type != "MemberExpression" or parent.object is not node or parent.parent is None:
        return False
    return parent.parent.type not in ("AssignmentExpression", "UpdateExpression", "UnaryExpression") or (
        parent.parent.get("left") is not parent and parent.parent.get("argument") is not parent
    )


def _is_converted(ev: Evaluator, call: Node) -> bool:
    """Whether all that is done with what a call gives is to make a text of it: in a template, or by a constructor or
    function of the page."""
    node, parent = call, call.parent
    while parent is not None and parent.type in TRANSPARENT:
        node, parent = parent, parent.parent
    if parent is None or parent.type in ("TemplateLiteral", "BinaryExpression"):
        return parent is not None
    if parent.type not in ("CallExpression", "NewExpression") or node not in parent.arguments:
        return False
    return bool(parent.callee.type == "Identifier") and ev.binding(parent.callee) is None


def _only_in_chains(ev: Evaluator, owner: Node) -> bool:
    """Whether all that changes objects of a class are calls in chains: what one is stored as, it stays."""
    from bundlescan.values.calls import callers

    key = ("only in chains", owner)
    known = ev.facts.get(key)
    if known is None:
        ev.facts[key] = False
        changing = [
            member.node
            for member in class_model(ev, owner).methods.values()
            if _WRITTEN.search(owner.source.data, member.node.start, member.node.end)
        ]
        sites = [site.call for fn in changing for site in callers(ev, fn)]
        known = ev.facts[key] = all(_is_chained(call) for call in sites)
    return bool(known)


def _is_chained(call: Node) -> bool:
    callee = call.get("callee")
    return (
        callee is not None
        and callee.type == "MemberExpression"
        and bare(callee.object).type in ("CallExpression", "NewExpression")
    )


def _is_returned(node: Node) -> bool:
    parent = node.parent
    if parent is None:
        return False
    return parent.type == "ReturnStatement" or (parent.type == "ArrowFunctionExpression" and parent.body is node)


def keeps_to_itself(ev: Evaluator, fn: Node) -> bool:
    """Whether a method or constructor only reads and writes properties of ``this``, and returns it: what it calls does
    not get it."""
    key = ("keeps", fn)
    known = ev.facts.get(key)
    if known is None:
        found = _THIS.finditer(fn.source.data, fn.start, fn.end)
        known = ev.facts[key] = all(_is_harmless(ev, fn.tree.at(m.start(), m.end())) for m in found)
    return bool(known)


def _is_harmless(ev: Evaluator, node: Node) -> bool:
    from bundlescan.values.places import mutation_of

    parent = node.parent
    if node.type != "ThisExpression" or parent is None:
        return True  # in a text, a comment
    if parent.type == "MemberExpression" and parent.object is node:
        call = parent.parent
        if parent.computed and parent.property.type not in ("Literal", "PrivateIdentifier"):
            return False  # it may set any property
        return call is None or call.type not in ("CallExpression", "NewExpression") or call.callee is not parent
    if parent.type == "BinaryExpression" and parent.operator == "instanceof":
        return True
    if parent.type == "CallExpression" and node in parent.arguments:
        return mutation_of(node) is parent or _only_checks(ev, parent, parent.arguments.index(node))
    while parent is not None and parent.type == "SequenceExpression" and parent.expressions[-1] is node:
        node, parent = parent, parent.parent
    return parent is not None and _is_returned(node)


def _only_checks(ev: Evaluator, call: Node, index: int) -> bool:
    """Whether a function that is given ``this`` only looks what class it is of, as helpers of compilers do."""
    callee = bare(call.callee)
    fn = callee if callee.type in FUNCTIONS else function_named(ev, callee)
    parameter = fn.params[index] if fn is not None and index < len(fn.params) else None
    if fn is None or parameter is None or parameter.type != "Identifier" or fn.end - fn.start > MAX_CHECK:
        return False
    uses = re.findall(
        rb"(?<![\w$.])" + spelling(parameter.name) + rb"(?![\w$])(\s*instanceof\b)?", fn.body.text.encode()
    )
    return bool(uses) and all(uses)
