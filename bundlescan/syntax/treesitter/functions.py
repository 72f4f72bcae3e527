"""Functions of every kind, and their parameters."""

from __future__ import annotations

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw

TYPES = {
    "function_declaration": "FunctionDeclaration",
    "generator_function_declaration": "FunctionDeclaration",
    "function_expression": "FunctionExpression",
    "generator_function": "FunctionExpression",
    "arrow_function": "ArrowFunctionExpression",
}


def function(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    """A function declaration or expression, or the function of a method (whose name is the property's key)."""
    kind = adapter.names[raw.kind_id]
    name = None if kind == "method_definition" else adapter.field(raw, "name")
    parameters = adapter.field(raw, "parameters")
    is_async = generator = False
    for child in raw.children:
        token = adapter.names[child.kind_id]
        if child.is_named:
            if child.start_byte >= (parameters or raw).start_byte:
                break
        elif token == "async":
            is_async = True
        elif token == "*":
            generator = True
    return {
        "id": adapter.wrap_optional(name, node),
        "params": wrap_parameters(adapter, parameters, node),
        "body": adapter.wrap_field(raw, "body", node),
        "generator": generator,
        "async": is_async,
        "expression": False,
    }


def arrow(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    single, many = adapter.field(raw, "parameter"), adapter.field(raw, "parameters")
    body = adapter.field(raw, "body")
    return {
        "id": None,
        "params": [adapter.wrap(single, node)] if single is not None else wrap_parameters(adapter, many, node),
        "body": adapter.wrap_field(raw, "body", node),
        "generator": False,
        "async": adapter.has_token(raw, "async"),
        "expression": body is None or adapter.names[body.kind_id] != "statement_block",
    }


def wrap_parameters(adapter: Adapter, raw: Raw | None, parent: Node) -> list[Node]:
    if raw is None:
        return []
    return [adapter.wrap(c, parent) for c in adapter.parts(raw) if not _is_this_parameter(adapter, c)]


def _is_this_parameter(adapter: Adapter, raw: Raw) -> bool:
    pattern = adapter.field(raw, "pattern") if "parameter" in adapter.names[raw.kind_id] else None
    return pattern is not None and adapter.names[pattern.kind_id] == "this"


def wrap_parameter(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    """A TypeScript parameter: its pattern, with the default value if it has one."""
    pattern = adapter.field(raw, "pattern")
    if pattern is None:
        return adapter.node("Error", raw, parent)
    value = adapter.field(raw, "value")
    if value is None:
        return adapter.wrap(pattern, parent)
    return Node("AssignmentPattern", pattern.start_byte, adapter.end(value), parent, adapter.tree, (pattern, value))


def method_function(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    parameters = adapter.field(raw, "parameters")
    start = raw.end_byte if parameters is None else parameters.start_byte
    return Node("FunctionExpression", start, adapter.end(raw), parent, adapter.tree, raw)


def in_async(adapter: Adapter, node: Node | None) -> bool:
    """Does ``await`` written in ``node`` mean the operator?"""
    while node is not None and not node.type.endswith(("FunctionExpression", "FunctionDeclaration")):
        if node.type == "Program":
            return bool(node.fields["sourceType"] == "module")
        if node.type == "StaticBlock":
            return False
        node = node.parent
    if node is None:
        return False
    # The function itself may be in the middle of being expanded.
    raw = node._raw
    return bool(node.fields["async"]) if raw is None else adapter.has_token(raw, "async")


WRAPPERS = {
    "required_parameter": wrap_parameter,
    "optional_parameter": wrap_parameter,
}
EXPANDERS = {
    "FunctionDeclaration": function,
    "FunctionExpression": function,
    "ArrowFunctionExpression": arrow,
}
