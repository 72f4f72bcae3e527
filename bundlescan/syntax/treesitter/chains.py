"""Member and call chains: where a ChainExpression begins, and what ``await`` in front of a parenthesis means."""

from __future__ import annotations

from typing import Any

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw
from bundlescan.syntax.treesitter.functions import in_async

TYPES = {
    "await_expression": "AwaitExpression",
}


def wrap_chain(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    """A member, call or non-null expression that no other one continues: the place of a ChainExpression."""
    optional, last = _spine(adapter, raw)
    if last is not None and _names_await(adapter, last) and in_async(adapter, parent):
        awaited = wrap_await_call(adapter, raw, parent)
        if awaited is not None:
            return awaited
    if optional:
        return Node("ChainExpression", raw.start_byte, adapter.end(raw), parent, adapter.tree, raw)
    return wrap_link(adapter, raw, parent)


def _spine(adapter: Adapter, raw: Raw) -> tuple[bool, Raw | None]:
    """Has the chain an optional link, and what does it start with?"""
    optional = False
    last: Raw | None = raw
    while last is not None:
        name = adapter.names[last.kind_id]
        if name == "call_expression":
            inner = adapter.field(last, "function")
        elif name == "member_expression" or name == "subscript_expression":
            inner = adapter.field(last, "object")
        elif name == "non_null_expression":
            last = adapter.only(last)
            continue
        else:
            break
        optional = optional or is_optional(adapter, last)
        last = inner
    return optional, last


def is_optional(adapter: Adapter, raw: Raw) -> bool:
    if adapter.field(raw, "optional_chain") is not None:
        return True
    # TypeScript's grammar has a bare token in calls.
    return (
        adapter.grammar.is_typescript
        and adapter.names[raw.kind_id] == "call_expression"
        and adapter.has_token(raw, "?.")
    )


def wrap_link(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    """One link of a chain; anything else is wrapped as usual."""
    name = adapter.names[raw.kind_id]
    start = raw.start_byte
    if adapter.awaited:
        start = adapter.awaited.get(raw.id, start)
    if name == "member_expression" or name == "subscript_expression":
        type = "MemberExpression"
    elif name == "call_expression":
        type = "CallExpression"
        function = adapter.field(raw, "function")
        if function is not None and adapter.names[function.kind_id] == "import":
            type = "ImportExpression"
        elif adapter.data[raw.end_byte - 1 : raw.end_byte] == b"`":
            arguments = adapter.field(raw, "arguments")
            if arguments is not None and adapter.names[arguments.kind_id] == "template_string":
                type = "TaggedTemplateExpression"
        elif start > raw.start_byte and function is not None and _names_await(adapter, function):
            return wrap_awaited_operand(adapter, raw, parent)
    elif name == "non_null_expression":
        type = "TSNonNullExpression"
    else:
        return adapter.wrap(raw, parent)
    return Node(type, start, adapter.end(raw), parent, adapter.tree, raw)


# In `await(a)(b)`, `await(a).b` the grammar takes await for the name of a function.


def _names_await(adapter: Adapter, raw: Raw) -> bool:
    return raw.end_byte - raw.start_byte == 5 and adapter.data[raw.start_byte : raw.end_byte] == b"await"


def wrap_await_call(adapter: Adapter, raw: Raw, parent: Node) -> Node | None:
    """The operand is the whole chain, which begins with the parenthesis that looked like arguments."""
    links: list[Raw] = []
    inner: Raw | None = raw
    while inner is not None:
        links.append(inner)
        inner = adapter.field(inner, "function") or adapter.field(inner, "object") or adapter.only(inner)
    *links, call, _ = links if len(links) > 1 else (raw, raw)
    arguments = adapter.field(call, "arguments")
    if arguments is None:
        return None
    adapter.awaited |= {link.id: arguments.start_byte for link in (*links, call)}
    return Node("AwaitExpression", raw.start_byte, adapter.end(raw), parent, adapter.tree, (raw,))


def await_(adapter: Adapter, node: Node, raw: Any) -> Fields:
    if not isinstance(raw, tuple):
        inner = adapter.only(raw)
        return {"argument": adapter.nothing(node) if inner is None else adapter.wrap(inner, node)}
    (chain,) = raw
    if _spine(adapter, chain)[0]:
        start = adapter.awaited[chain.id]
        return {"argument": Node("ChainExpression", start, adapter.end(chain), node, adapter.tree, chain)}
    return {"argument": wrap_link(adapter, chain, node)}


def wrap_awaited_operand(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    arguments = adapter.field(raw, "arguments")
    parts = [] if arguments is None else adapter.parts(arguments)
    if len(parts) == 1:
        return adapter.wrap(parts[0], parent)
    if not parts:
        return adapter.node("Error", raw, parent)
    return Node("SequenceExpression", parts[0].start_byte, adapter.end(parts[-1]), parent, adapter.tree, arguments)


def link_field(adapter: Adapter, raw: Raw, name: str, parent: Node) -> Node:
    child = adapter.field(raw, name)
    return adapter.nothing(parent) if child is None else wrap_link(adapter, child, parent)


def chain(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"expression": wrap_link(adapter, raw, node)}


def member(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    computed = adapter.names[raw.kind_id] == "subscript_expression"
    return {
        "object": link_field(adapter, raw, "object", node),
        "property": adapter.wrap_field(raw, "index" if computed else "property", node),
        "computed": computed,
        "optional": is_optional(adapter, raw),
    }


def call(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {
        "callee": link_field(adapter, raw, "function", node),
        "arguments": adapter.wrap_all(adapter.field(raw, "arguments"), node),
        "optional": is_optional(adapter, raw),
    }


def tagged_template(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"tag": link_field(adapter, raw, "function", node), "quasi": adapter.wrap_field(raw, "arguments", node)}


def import_expression(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    arguments = [*adapter.wrap_all(adapter.field(raw, "arguments"), node), None, None]
    return {"source": arguments[0] or adapter.nothing(node), "options": arguments[1]}


def non_null(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    inner = adapter.only(raw)
    return {"expression": adapter.nothing(node) if inner is None else wrap_link(adapter, inner, node)}


WRAPPERS = {
    "member_expression": wrap_chain,
    "subscript_expression": wrap_chain,
    "call_expression": wrap_chain,
    "non_null_expression": wrap_chain,
}
EXPANDERS = {
    "AwaitExpression": await_,
    "ChainExpression": chain,
    "MemberExpression": member,
    "CallExpression": call,
    "TaggedTemplateExpression": tagged_template,
    "ImportExpression": import_expression,
    "TSNonNullExpression": non_null,
}
