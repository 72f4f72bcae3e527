"""The leaves: names, literals, templates, meta properties."""

from __future__ import annotations

from typing import Any

from bundlescan.syntax import strings
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw

TYPES = {
    "identifier": "Identifier",
    "property_identifier": "Identifier",
    "statement_identifier": "Identifier",
    "undefined": "Identifier",
    "private_property_identifier": "PrivateIdentifier",
    "number": "Literal",
    "string": "Literal",
    "regex": "Literal",
    "true": "Literal",
    "false": "Literal",
    "null": "Literal",
    "template_string": "TemplateLiteral",
    "this": "ThisExpression",
    "super": "Super",
    "meta_property": "MetaProperty",
}
SHAPES = {
    "ThisExpression": "",
    "Super": "",
}


def identifier(adapter: Adapter, node: Node, raw: Any) -> Fields:
    return {"name": strings.identifier_name(adapter.data[node.start : node.end])}


def private_identifier(adapter: Adapter, node: Node, raw: Any) -> Fields:
    return {"name": strings.identifier_name(adapter.data[node.start + 1 : node.end])}


def literal(adapter: Adapter, node: Node, raw: Any) -> Fields:
    text = adapter.data[node.start : node.end]
    first = text[:1]
    if first in (b'"', b"'"):
        start, end = strings.inside(adapter.data, node.start, node.end)
        inside = adapter.data[start:end]
        jsx = node.parent is not None and node.parent.type == "JSXAttribute"
        return {"value": strings.jsx_text(inside) if jsx else strings.string_text(inside)}
    if first == b"/":
        slash = text.rindex(b"/")
        pattern = text[1:slash].decode("utf-8", "replace")
        return {"value": None, "regex": {"pattern": pattern, "flags": text[slash + 1 :].decode("utf-8", "replace")}}
    if text == b"null":
        return {"value": None}
    if text in (b"true", b"false"):
        return {"value": text == b"true"}
    return {"value": strings.number(text)}


def template(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    quasis: list[Node] = []
    expressions: list[Node] = []
    start = node.start + 1
    for child in raw.children:
        if adapter.names[child.kind_id] != "template_substitution":
            continue
        quasis.append(Node("TemplateElement", start, child.start_byte, node, adapter.tree, False))
        inner = adapter.only(child)
        expressions.append(adapter.node("Error", child, node) if inner is None else adapter.wrap(inner, node))
        start = child.end_byte
    closed = adapter.data[node.end - 1 : node.end] == b"`" and node.end > start
    quasis.append(Node("TemplateElement", start, node.end - 1 if closed else node.end, node, adapter.tree, True))
    return {"quasis": quasis, "expressions": expressions}


def template_element(adapter: Adapter, node: Node, raw: bool) -> Fields:
    return {"cooked": strings.template_text(adapter.data[node.start : node.end]), "tail": raw}


def meta_property(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    words = [c for c in raw.children if adapter.names[c.kind_id] in ("new", "target", "import", "meta")]
    pair = [adapter.node("Identifier", c, node) for c in words] + [adapter.nothing(node), adapter.nothing(node)]
    return {"meta": pair[0], "property": pair[1]}


EXPANDERS = {
    "Identifier": identifier,
    "PrivateIdentifier": private_identifier,
    "Literal": literal,
    "TemplateLiteral": template,
    "TemplateElement": template_element,
    "MetaProperty": meta_property,
}
