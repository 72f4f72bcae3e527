"""Classes, their members and decorators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw
from bundlescan.syntax.treesitter.functions import method_function

TYPES = {
    "class_declaration": "ClassDeclaration",
    "abstract_class_declaration": "ClassDeclaration",
    "class": "ClassExpression",
    "class_body": "ClassBody",
    "class_static_block": "StaticBlock",
    "field_definition": "PropertyDefinition",
    "public_field_definition": "PropertyDefinition",
}


def class_(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    name = adapter.field(raw, "name")
    heritage = next((c for c in raw.children if adapter.names[c.kind_id] == "class_heritage"), None)
    if heritage is not None:
        clause = next((c for c in heritage.children if adapter.names[c.kind_id] == "extends_clause"), heritage)
        heritage = adapter.field(clause, "value") or (adapter.only(heritage) if clause is heritage else None)
    fields: Fields = {
        "id": None if name is None else adapter.node("Identifier", name, node),
        "superClass": adapter.wrap_optional(heritage, node),
        "body": adapter.wrap_field(raw, "body", node),
    }
    add_decorators(adapter, raw.children, node, fields)
    return fields


def add_decorators(adapter: Adapter, raws: Iterable[Raw], node: Node, fields: Fields) -> None:
    decorators = [adapter.wrap(c, node) for c in raws if adapter.names[c.kind_id] == "decorator"]
    if decorators:
        fields["decorators"] = decorators


def class_body(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    body: list[Node] = []
    decorators: list[Raw] = []  # TypeScript's grammar puts them beside the member
    for child in raw.children:
        name = adapter.names[child.kind_id]
        if name == ";" and body and body[-1].type == "PropertyDefinition" and not child.is_missing:
            field = body[-1]
            if not adapter.data.endswith(b";", field.start, field.end):
                field.end = child.end_byte
        elif name == "decorator":
            decorators.append(child)
        elif child.is_named and child.kind_id not in adapter.dropped:
            member = adapter.wrap(child, node)
            if decorators:
                member.start = decorators[0].start_byte
                member._raw = (child, decorators)
                decorators = []
            body.append(member)
    return {"body": body}


def static_block(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    body = adapter.field(raw, "body")
    return {"body": [] if body is None else adapter.statements(body, node)}


def wrap_method(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    return adapter.node("Property" if parent.type == "ObjectExpression" else "MethodDefinition", raw, parent)


def method(adapter: Adapter, node: Node, raw: Any) -> Fields:
    raw, decorators = raw if isinstance(raw, tuple) else (raw, raw.children)
    fields = adapter.key(adapter.field(raw, "name"), node)
    kind, is_static, special = "method", False, False
    name = adapter.field(raw, "name") or raw
    for child in raw.children:
        if child.start_byte >= name.start_byte:
            break
        token = adapter.names[child.kind_id]
        if token in ("get", "set"):
            kind = token
        elif token == "static get":
            kind, is_static = "get", True
        elif token == "static":
            is_static = True
        elif token in ("async", "*"):
            special = True
    if kind == "method" and not is_static and not special and not fields["computed"]:
        if key_name(fields["key"]) == "constructor":
            kind = "constructor"
    fields |= {"value": method_function(adapter, raw, node), "kind": kind, "static": is_static}
    add_decorators(adapter, decorators, node, fields)
    return fields


def property_definition(adapter: Adapter, node: Node, raw: Any) -> Fields:
    raw, decorators = raw if isinstance(raw, tuple) else (raw, raw.children)
    name = adapter.field(raw, "property") or adapter.field(raw, "name")
    fields = adapter.key(name, node)
    fields["value"] = adapter.wrap_optional(adapter.field(raw, "value"), node)
    start = raw.end_byte if name is None else name.start_byte
    fields["static"] = any(adapter.names[c.kind_id] == "static" and c.start_byte < start for c in raw.children)
    add_decorators(adapter, decorators, node, fields)
    return fields


def wrap_decorator(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    inner = adapter.only(raw)
    return adapter.node("Error", raw, parent) if inner is None else adapter.wrap(inner, parent)


WRAPPERS = {
    "method_definition": wrap_method,
    "decorator": wrap_decorator,
}
EXPANDERS = {
    "StaticBlock": static_block,
    "ClassDeclaration": class_,
    "ClassExpression": class_,
    "ClassBody": class_body,
    "MethodDefinition": method,
    "PropertyDefinition": property_definition,
}
