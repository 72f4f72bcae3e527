"""Statements and declarations of variables."""

from __future__ import annotations

from typing import Any

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw
from bundlescan.syntax.treesitter.modules import split_semicolon

TYPES = {
    "program": "Program",
    "variable_declarator": "VariableDeclarator",
    "switch_statement": "SwitchStatement",
    "empty_statement": "EmptyStatement",
    "expression_statement": "ExpressionStatement",
    "variable_declaration": "VariableDeclaration",
    "lexical_declaration": "VariableDeclaration",
    "using_declaration": "VariableDeclaration",
    "if_statement": "IfStatement",
    "for_statement": "ForStatement",
    "while_statement": "WhileStatement",
    "do_statement": "DoWhileStatement",
    "with_statement": "WithStatement",
    "break_statement": "BreakStatement",
    "continue_statement": "ContinueStatement",
    "debugger_statement": "DebuggerStatement",
    "return_statement": "ReturnStatement",
    "throw_statement": "ThrowStatement",
    "labeled_statement": "LabeledStatement",
    "switch_case": "SwitchCase",
    "switch_default": "SwitchCase",
    "statement_block": "BlockStatement",
    "try_statement": "TryStatement",
    "catch_clause": "CatchClause",
}
SHAPES = {
    "IfStatement": "test=condition consequent=consequence alternate=alternative?",
    "WhileStatement": "test=condition body=body",
    "DoWhileStatement": "body=body test=condition",
    "WithStatement": "object=object body=body",
    "TryStatement": "block=body handler=handler? finalizer=finalizer?",
    "CatchClause": "param=parameter? body=body",
    "LabeledStatement": "label=label body=body",
    "BreakStatement": "label=label?",
    "ContinueStatement": "label=label?",
    "DebuggerStatement": "",
    "EmptyStatement": "",
    "ExpressionStatement": "expression=*",
    "ReturnStatement": "argument=*?",
    "ThrowStatement": "argument=*",
}
_MODULE_ITEMS = frozenset({
    "ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration", "ExportAllDeclaration",
})  # fmt: skip


def program(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    body = adapter.statements(raw, node)
    module = any(child.type in _MODULE_ITEMS for child in body)
    if module:
        for index, child in enumerate(body):
            if child.type == "ExportDefaultDeclaration" and (semicolon := split_semicolon(adapter, child)):
                body.insert(index + 1, semicolon)
                break  # a module has one default
    return {"body": body, "sourceType": "module" if module else "script"}


def block(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"body": adapter.statements(raw, node)}


def variable_declaration(adapter: Adapter, node: Node, raw: Any) -> Fields:
    if isinstance(raw, tuple):  # the head of a for-in: ("kind", the for statement)
        kind, loop = raw
        declarator = Node("VariableDeclarator", 0, node.end, node, adapter.tree, ("for", loop))
        left = adapter.field(loop, "left")
        declarator.start = node.end if left is None else left.start_byte
        return {"declarations": [declarator], "kind": kind}
    first = raw.child(0)
    kind = adapter.data[first.start_byte : first.end_byte].decode("utf-8", "replace")
    if kind == "await":
        kind = "await using"
    return {"declarations": adapter.wrap_all(raw, node), "kind": kind}


def variable_declarator(adapter: Adapter, node: Node, raw: Any) -> Fields:
    if isinstance(raw, tuple):
        loop = raw[1]
        return {
            "id": adapter.wrap_field(loop, "left", node),
            "init": adapter.wrap_optional(adapter.field(loop, "value"), node),
        }
    return {
        "id": adapter.wrap_field(raw, "name", node),
        "init": adapter.wrap_optional(adapter.field(raw, "value"), node),
    }


def wrap_for_in(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    operator = adapter.field(raw, "operator")
    of = operator is not None and adapter.names[operator.kind_id] == "of"
    return adapter.node("ForOfStatement" if of else "ForInStatement", raw, parent)


def for_in(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    left = adapter.field(raw, "left")
    kinds = raw.children_by_field_id(adapter.grammar.fields["kind"])
    head: Node
    if kinds and left is not None:
        kind = " ".join(adapter.data[k.start_byte : k.end_byte].decode() for k in kinds)
        value = adapter.field(raw, "value")
        end = adapter.end(value or left)
        head = Node("VariableDeclaration", kinds[0].start_byte, end, node, adapter.tree, (kind, raw))
    else:
        head = adapter.wrap_field(raw, "left", node)
    fields: Fields = {
        "left": head,
        "right": adapter.wrap_field(raw, "right", node),
        "body": adapter.wrap_field(raw, "body", node),
    }
    if node.type == "ForOfStatement":
        fields["await"] = adapter.has_token(raw, "await") and (not kinds or kinds[0].start_byte > _paren(adapter, raw))
    return fields


def _paren(adapter: Adapter, raw: Raw) -> int:
    return next((c.start_byte for c in raw.children if adapter.names[c.kind_id] == "("), raw.end_byte)


def for_(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    init = wrap_head(adapter, adapter.field(raw, "initializer"), node)
    if init is not None and init.type == "VariableDeclaration":
        # ESTree leaves the semicolon to the loop.
        init.end = max((child.end for child in init.children()), default=init.end)
    return {
        "init": init,
        "test": wrap_head(adapter, adapter.field(raw, "condition"), node),
        "update": adapter.wrap_optional(adapter.field(raw, "increment"), node),
        "body": adapter.wrap_field(raw, "body", node),
    }


def wrap_head(adapter: Adapter, raw: Raw | None, parent: Node) -> Node | None:
    """One of the three places of a ``for`` head, where an expression may stand in a statement of its own."""
    if raw is not None and adapter.names[raw.kind_id] == "expression_statement":
        raw = adapter.only(raw)
    if raw is None or adapter.names[raw.kind_id] in ("empty_statement", ";"):
        return None
    return adapter.wrap(raw, parent)


def wrap_clause(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    """``else …`` and ``finally …`` are the statement after the keyword."""
    child = adapter.only(raw)
    return adapter.node("Error", raw, parent) if child is None else adapter.wrap(child, parent)


def switch(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {
        "discriminant": adapter.wrap_field(raw, "value", node),
        "cases": adapter.wrap_all(adapter.field(raw, "body"), node),
    }


def switch_case(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    test = adapter.field(raw, "value")
    colon = next((c.end_byte for c in raw.children if adapter.names[c.kind_id] == ":"), raw.end_byte)
    return {
        "test": adapter.wrap_optional(test, node),
        "consequent": [
            adapter.wrap(c, node)
            for c in raw.named_children
            if c.kind_id not in adapter.dropped and c.start_byte >= colon
        ],
    }


WRAPPERS = {
    "for_in_statement": wrap_for_in,
    "else_clause": wrap_clause,
    "finally_clause": wrap_clause,
}
EXPANDERS = {
    "Program": program,
    "BlockStatement": block,
    "VariableDeclaration": variable_declaration,
    "VariableDeclarator": variable_declarator,
    "ForInStatement": for_in,
    "ForOfStatement": for_in,
    "ForStatement": for_,
    "SwitchStatement": switch,
    "SwitchCase": switch_case,
}
