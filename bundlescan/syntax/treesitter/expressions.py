"""Expressions and patterns that are not chains."""

from __future__ import annotations

from typing import Any

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import ERROR, Adapter, Fields, Raw
from bundlescan.syntax.treesitter.functions import method_function

TYPES = {
    "shorthand_property_identifier": "Property",
    "shorthand_property_identifier_pattern": "Property",
    "object": "ObjectExpression",
    "object_pattern": "ObjectPattern",
    "pair": "Property",
    "pair_pattern": "Property",
    "object_assignment_pattern": "Property",
    "array": "ArrayExpression",
    "array_pattern": "ArrayPattern",
    "assignment_pattern": "AssignmentPattern",
    "rest_pattern": "RestElement",
    "spread_element": "SpreadElement",
    "new_expression": "NewExpression",
    "yield_expression": "YieldExpression",
    "assignment_expression": "AssignmentExpression",
    "augmented_assignment_expression": "AssignmentExpression",
    "ternary_expression": "ConditionalExpression",
    "unary_expression": "UnaryExpression",
    "update_expression": "UpdateExpression",
    "sequence_expression": "SequenceExpression",
}
SHAPES = {
    "RestElement": "argument=*",
    "SpreadElement": "argument=*",
    "ConditionalExpression": "test=condition consequent=consequence alternate=alternative",
}
_LOGICAL = frozenset({"&&", "||", "??"})


def wrap_parenthesized(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    names = adapter.names
    inner: Raw | None = raw
    while inner is not None and names[inner.kind_id] == "parenthesized_expression":
        raw, inner = inner, adapter.only(inner)
    return adapter.node("Error", raw, parent) if inner is None else adapter.wrap(inner, parent)


def object_(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"properties": adapter.wrap_all(raw, node)}


def property_(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    kind = adapter.names[raw.kind_id]
    if kind in ("pair", "pair_pattern"):
        fields = adapter.key(adapter.field(raw, "key"), node)
        fields["value"] = adapter.wrap_field(raw, "value", node)
        return fields | {"kind": "init", "method": False, "shorthand": False}
    if kind == "method_definition":
        fields = adapter.key(adapter.field(raw, "name"), node)
        fields["value"] = method_function(adapter, raw, node)
        name = adapter.field(raw, "name") or raw
        tokens = {adapter.names[c.kind_id] for c in raw.children if c.start_byte < name.start_byte}
        accessor = "get" if "get" in tokens else "set" if "set" in tokens else "init"
        return fields | {"kind": accessor, "method": accessor == "init", "shorthand": False}
    left: Raw = raw
    if kind == "object_assignment_pattern":
        left = adapter.field(raw, "left") or raw
        value = Node("AssignmentPattern", raw.start_byte, adapter.end(raw), node, adapter.tree, raw)
    else:
        value = adapter.node("Identifier", raw, node)
    return {
        "key": adapter.node("Identifier", left, node),
        "computed": False,
        "value": value,
        "kind": "init",
        "method": False,
        "shorthand": True,
    }


def assignment_pattern(adapter: Adapter, node: Node, raw: Any) -> Fields:
    if isinstance(raw, tuple):  # a TypeScript parameter
        return {"left": adapter.wrap(raw[0], node), "right": adapter.wrap(raw[1], node)}
    left = adapter.field(raw, "left")
    if left is not None and adapter.names[left.kind_id].startswith("shorthand"):
        wrapped = adapter.node("Identifier", left, node)
    else:
        wrapped = adapter.wrap_field(raw, "left", node)
    return {"left": wrapped, "right": adapter.wrap_field(raw, "right", node)}


def array(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    elements: list[Node | None] = []
    pending: Node | None = None
    for child in raw.children:
        name = adapter.names[child.kind_id]
        if name == ",":
            elements.append(pending)
            pending = None
        elif child.is_named and child.kind_id not in adapter.dropped and child.kind_id != ERROR:
            if pending is not None:
                elements.append(pending)
            pending = adapter.wrap(child, node)
    if pending is not None:
        elements.append(pending)
    return {"elements": elements}


def assignment(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    operator = adapter.field(raw, "operator")
    return {
        "operator": "=" if operator is None else adapter.names[operator.kind_id],
        "left": adapter.wrap_field(raw, "left", node),
        "right": adapter.wrap_field(raw, "right", node),
    }


def wrap_binary(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    operator = adapter.field(raw, "operator")
    logical = operator is not None and adapter.names[operator.kind_id] in _LOGICAL
    return adapter.node("LogicalExpression" if logical else "BinaryExpression", raw, parent)


def binary(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    operator = adapter.field(raw, "operator")
    return {
        "operator": "" if operator is None else adapter.names[operator.kind_id],
        "left": adapter.wrap_field(raw, "left", node),
        "right": adapter.wrap_field(raw, "right", node),
    }


def unary(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    operator = adapter.field(raw, "operator")
    return {
        "operator": "" if operator is None else adapter.names[operator.kind_id],
        "prefix": True,
        "argument": adapter.wrap_field(raw, "argument", node),
    }


def update(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    operator = adapter.field(raw, "operator")
    argument = adapter.wrap_field(raw, "argument", node)
    return {
        "operator": "" if operator is None else adapter.names[operator.kind_id],
        "prefix": operator is not None and operator.start_byte == node.start,
        "argument": argument,
    }


def sequence(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"expressions": adapter.wrap_all(raw, node)}


def yield_(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"argument": adapter.wrap_optional(adapter.only(raw), node), "delegate": adapter.has_token(raw, "*")}


def new(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {
        "callee": adapter.wrap_field(raw, "constructor", node),
        "arguments": adapter.wrap_all(adapter.field(raw, "arguments"), node),
    }


WRAPPERS = {
    "parenthesized_expression": wrap_parenthesized,
    "binary_expression": wrap_binary,
}
EXPANDERS = {
    "ObjectExpression": object_,
    "ObjectPattern": object_,
    "Property": property_,
    "AssignmentPattern": assignment_pattern,
    "ArrayExpression": array,
    "ArrayPattern": array,
    "AssignmentExpression": assignment,
    "BinaryExpression": binary,
    "LogicalExpression": binary,
    "UnaryExpression": unary,
    "UpdateExpression": update,
    "SequenceExpression": sequence,
    "YieldExpression": yield_,
    "NewExpression": new,
}
