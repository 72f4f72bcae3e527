"""What an edit has to respect at the place where it is made: precedence, shadowed names, effects that must stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bundlescan.fix import Edit
from bundlescan.scope.model import FUNCTIONS, Binding
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.syntax.texts import concatenated
from bundlescan.syntax.walk import walk
from bundlescan.values.classes import class_model
from bundlescan.values.domain import (
    Array,
    Concat,
    Const,
    Dead,
    Global,
    Instance,
    Method,
    Page,
    Proxied,
    Record,
    Url,
    Value,
    leaves,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.places import assignment_to

#: parents under which `a+b` may stand where a literal stood without parentheses
_LOOSE = frozenset({
    "ConditionalExpression", "AssignmentExpression", "VariableDeclarator", "ReturnStatement", "Property",
    "ArrayExpression", "SequenceExpression", "ArrowFunctionExpression", "TemplateLiteral", "AssignmentPattern",
    "PropertyDefinition", "ExpressionStatement", "LogicalExpression", "SpreadElement", "SwitchCase",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """``kind``: port, splice or wrap; ``title`` says what it does in one line."""

    kind: str
    title: str
    edits: tuple[Edit, ...]


def loose(node: Node) -> bool:
    """Whether a ``+`` expression may replace the literal ``node`` as it stands."""
    parent = node.parent
    if parent is None:
        return False
    if parent.type in ("CallExpression", "NewExpression"):
        return any(argument is node for argument in parent.arguments)
    return parent.type in _LOOSE or (parent.type == "BinaryExpression" and parent.operator == "+")


def names_are_dynamic(node: Node) -> bool:
    """Whether a name at ``node`` may mean something that no scope says: inside ``with``, or beside a direct eval."""
    for around in node.ancestors():
        if around.type == "WithStatement":
            return True
        if around.type in FUNCTIONS and has_direct_eval(around):
            return True
    return False


def has_direct_eval(scope: Node) -> bool:
    """Whether code of a scope may name its variables where no scope says so."""
    return _EVAL.search(scope.source.data, scope.start, scope.end) is not None


_EVAL = re.compile(rb"(?<![\w$.])eval\s*\(")
#: what has, or may have, an effect of its own
_EFFECTS = frozenset({
    "CallExpression", "NewExpression", "AwaitExpression", "YieldExpression", "TaggedTemplateExpression",
    "UpdateExpression", "ImportExpression", "AssignmentExpression",
})  # fmt: skip


def pure(ev: Evaluator, joint: Node, end: int) -> bool:
    """Whether what stands in ``joint`` before the byte ``end`` can be left out: it has no effect but its value.

    String methods have none; an assignment has none if its variable is read nowhere else; a property read has none
    unless the script defines a getter of that name.
    """
    for node in walk(joint):
        if node.start >= end:
            continue
        if node.type == "AssignmentExpression":
            binding = ev.binding(node.left) if node.left.type == "Identifier" else None
            if binding is None or not _only_inside(ev, binding, joint, end):
                return False
        elif node.type == "CallExpression":
            if not all(_is_builtin(leaf) for leaf in leaves(ev.ask(node.callee))):
                return False
            if _runs_code(ev, (o for o in concatenated(node) or () if o.start < end)):
                return False
        elif node.type in _EFFECTS:
            return False
        elif node.type == "MemberExpression":
            if not all(_is_plain(ev, owner, node) for owner in leaves(ev.ask(node.object))):
                return False
        elif node.type == "TemplateLiteral" or (node.type == "BinaryExpression" and node.operator == "+"):
            operands = node.expressions if node.type == "TemplateLiteral" else (node.left, node.right)
            if _runs_code(ev, operands):
                return False
    return True


def _runs_code(ev: Evaluator, operands: Iterable[Node]) -> bool:
    """Whether a ``toString`` of the scripts may run where ``operands`` are joined."""
    return any(isinstance(leaf, (Record, Instance)) for o in operands for leaf in leaves(ev.ask(o)))


def _is_plain(ev: Evaluator, owner: Value, member: Node) -> bool:
    """Whether reading a property of ``owner`` runs no code of the scripts."""
    name = ev.key_of(member.property, member.computed, None)
    match owner:
        case Const() | Concat() | Page() | Array() | Global() | Url() | Dead():
            return True
        case Record() if any(isinstance(layer, Proxied) for layer in _layers(owner)):
            return False
        case Instance(ctor=ctor) if name is not None and class_model(ev, ctor.fn).superclass is None:
            method = class_model(ev, ctor.fn).methods.get(name)
            return method is None or method.kind != "get"
        case Record(node=Node(type="ObjectExpression") as literal, base=None):
            return not any(prop.type == "Property" and prop.kind == "get" for prop in literal.properties)
    return name is not None and not any(_getter(name).search(unit.source.data) for unit in ev.project.units)


def _layers(value: Value | None) -> Iterator[Value]:
    while value is not None:
        yield value
        value = value.base if isinstance(value, Record) else None


def _is_builtin(value: Value) -> bool:
    if isinstance(value, Method):
        return isinstance(value.owner, (Const, Concat, Page)) or value.name in ("join", "slice", "concat", "at")
    return isinstance(value, Global) and value.path in ("String", "Number", "parseInt")


def _getter(name: str) -> re.Pattern[bytes]:
    """Text that may make ``name`` a property that runs code when it is read."""
    text = spelling(name)
    space = rb"\s*(?:/\*.*?\*/\s*)*"
    return re.compile(
        rb"(?<![\w$.])get(?:" + space + rb"[\"'`#]?" + text + rb"[\"'`]?\s*\(|\s*\[)"
        rb"|defineProperty\([^,()]*,\s*[\"'`]" + text + rb"[\"'`]\s*,\s*\{[^}]*\bget\b"
    )


def _only_inside(ev: Evaluator, binding: Binding, joint: Node, end: int) -> bool:
    """Whether a variable is read only in the part of ``joint`` that is left out, or never gets what it held there."""
    for reference in ev.project.scopes(joint).references(binding):
        inside = joint.start <= reference.start < end
        if not inside and assignment_to(reference) is None and not any(reference is i for i in binding.ids):
            # another use of a temporary is fine where that use follows its own assignment
            value = ev.ask(reference)
            if any(_comes_from(leaf, joint) for leaf in leaves(value)):
                return False
    return True


def _comes_from(value: Value, joint: Node) -> bool:
    return any(joint.start <= way.node.start and way.node.end <= joint.end for way in value.steps or ())
