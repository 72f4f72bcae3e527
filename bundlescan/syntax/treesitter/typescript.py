"""What is only in TypeScript."""

from __future__ import annotations

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw

TYPES = {
    "as_expression": "TSAsExpression",
    "satisfies_expression": "TSSatisfiesExpression",
    "type_assertion": "TSTypeAssertion",
    "instantiation_expression": "TSInstantiationExpression",
    "enum_declaration": "TSEnumDeclaration",
    "internal_module": "TSModuleDeclaration",
    "module": "TSModuleDeclaration",
    "function_signature": "TSDeclaration",
    "interface_declaration": "TSDeclaration",
    "type_alias_declaration": "TSDeclaration",
    "ambient_declaration": "TSDeclaration",
    "import_alias": "TSDeclaration",
    "abstract_method_signature": "TSDeclaration",
    "method_signature": "TSDeclaration",
    "index_signature": "TSDeclaration",
}
SHAPES = {
    "TSAsExpression": "expression=*",
    "TSSatisfiesExpression": "expression=*",
    "TSTypeAssertion": "expression=*",
    "TSInstantiationExpression": "expression=*",
    "TSModuleDeclaration": "id=name body=body?",
    "TSDeclaration": "",
}


def enum(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    body = adapter.field(raw, "body")
    members = [] if body is None else adapter.parts(body)
    return {
        "id": adapter.wrap_field(raw, "name", node),
        "members": [adapter.node("TSEnumMember", c, node) for c in members],
    }


def enum_member(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    name, value = raw, None
    if adapter.names[raw.kind_id] == "enum_assignment":
        name, value = adapter.field(raw, "name") or raw, adapter.field(raw, "value")
    return {"id": adapter.key(name, node)["key"], "initializer": adapter.wrap_optional(value, node)}


EXPANDERS = {
    "TSEnumDeclaration": enum,
    "TSEnumMember": enum_member,
}
