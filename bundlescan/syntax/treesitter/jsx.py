"""JSX elements."""

from __future__ import annotations

from typing import Any

from bundlescan.syntax import strings
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw

TYPES = {
    "jsx_self_closing_element": "JSXElement",
    "jsx_attribute": "JSXAttribute",
    "jsx_namespace_name": "JSXNamespacedName",
}
SHAPES = {
    "JSXOpeningFragment": "",
    "JSXClosingFragment": "",
    "JSXEmptyExpression": "",
}


def wrap_jsx_element(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    tag = adapter.field(raw, "open_tag")
    fragment = tag is not None and adapter.field(tag, "name") is None
    return adapter.node("JSXFragment" if fragment else "JSXElement", raw, parent)


def jsx_element(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    opening, closing = adapter.field(raw, "open_tag"), adapter.field(raw, "close_tag")
    kind = node.type.removeprefix("JSX")
    if opening is None:  # <a/>: the element is its own tag
        tag = Node("JSXOpeningElement", node.start, node.end, node, adapter.tree, raw)
        return {"openingElement": tag, "children": [], "closingElement": None}
    return {
        f"opening{kind}": adapter.node(f"JSXOpening{kind}", opening, node),
        "children": jsx_children(adapter, raw, opening, closing, node),
        f"closing{kind}": None if closing is None else adapter.node(f"JSXClosing{kind}", closing, node),
    }


def jsx_children(adapter: Adapter, raw: Raw, opening: Raw, closing: Raw | None, parent: Node) -> list[Node]:
    """The grammar cuts text at entities and drops blank lines: text is what lies between the other children."""
    children: list[Node] = []
    done = opening.end_byte
    for child in [*adapter.parts(raw), None]:
        if child is not None and child.end_byte <= done:
            continue
        start = child.start_byte if child is not None else raw.end_byte if closing is None else closing.start_byte
        if closing is not None and start >= closing.start_byte:
            child, start = None, closing.start_byte
        if done < start:
            children.append(Node("JSXText", done, start, parent, adapter.tree, None))
        if child is None:
            break
        children.append(adapter.wrap(child, parent))
        done = child.end_byte
    return children


def jsx_text(adapter: Adapter, node: Node, raw: Any) -> Fields:
    return {"value": strings.jsx_text(adapter.data[node.start : node.end])}


def jsx_opening(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    attributes = raw.children_by_field_id(adapter.grammar.fields["attribute"])
    return {
        "name": jsx_name(adapter, adapter.field(raw, "name"), node),
        "attributes": [adapter.wrap(c, node) for c in attributes],
        "selfClosing": node.parent is not None and node.end == node.parent.end,
    }


def jsx_closing(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"name": jsx_name(adapter, adapter.field(raw, "name"), node)}


def jsx_name(adapter: Adapter, raw: Raw | None, parent: Node) -> Node:
    if raw is None:
        return adapter.nothing(parent)
    name = adapter.names[raw.kind_id]
    if name == "jsx_namespace_name":
        return adapter.node("JSXNamespacedName", raw, parent)
    return adapter.node("JSXMemberExpression" if name == "member_expression" else "JSXIdentifier", raw, parent)


def jsx_identifier(adapter: Adapter, node: Node, raw: Any) -> Fields:
    return {"name": adapter.data[node.start : node.end].decode("utf-8", "replace")}


def jsx_namespaced_name(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    pair = [jsx_name(adapter, c, node) for c in adapter.parts(raw)] + [adapter.nothing(node), adapter.nothing(node)]
    return {"namespace": pair[0], "name": pair[1]}


def jsx_member(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {
        "object": jsx_name(adapter, adapter.field(raw, "object"), node),
        "property": jsx_name(adapter, adapter.field(raw, "property"), node),
    }


def jsx_attribute(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    parts = adapter.parts(raw)
    return {
        "name": jsx_name(adapter, parts[0] if parts else None, node),
        "value": adapter.wrap(parts[1], node) if len(parts) > 1 else None,
    }


def wrap_jsx_expression(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    inner = adapter.only(raw)
    type = "JSXExpressionContainer"
    if inner is not None and adapter.names[inner.kind_id] == "spread_element":
        type = "JSXSpreadAttribute" if parent.type == "JSXOpeningElement" else "JSXSpreadChild"
    return adapter.node(type, raw, parent)


def jsx_container(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    inner = adapter.only(raw)
    if inner is None:
        empty = Node("JSXEmptyExpression", node.start + 1, node.end - 1, node, adapter.tree, raw)
        return {"expression": empty}
    return {"expression": adapter.wrap(inner, node)}


def jsx_spread(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    spread = adapter.only(raw)
    inner = None if spread is None else adapter.only(spread)
    field = "argument" if node.type == "JSXSpreadAttribute" else "expression"
    return {field: adapter.nothing(node) if inner is None else adapter.wrap(inner, node)}


WRAPPERS = {
    "jsx_element": wrap_jsx_element,
    "jsx_expression": wrap_jsx_expression,
}
EXPANDERS = {
    "JSXElement": jsx_element,
    "JSXFragment": jsx_element,
    "JSXText": jsx_text,
    "JSXOpeningElement": jsx_opening,
    "JSXClosingElement": jsx_closing,
    "JSXIdentifier": jsx_identifier,
    "JSXNamespacedName": jsx_namespaced_name,
    "JSXMemberExpression": jsx_member,
    "JSXAttribute": jsx_attribute,
    "JSXExpressionContainer": jsx_container,
    "JSXSpreadAttribute": jsx_spread,
    "JSXSpreadChild": jsx_spread,
}
