"""Text that is not JavaScript: Error nodes and the issues of a tree."""

from __future__ import annotations

from typing import Any

from bundlescan.source import Span
from bundlescan.syntax.nodes import Node, SyntaxIssue
from bundlescan.syntax.treesitter.adapter import ERROR, Adapter, Fields, Raw
from bundlescan.syntax.treesitter.modules import DEFAULT_DECLARATIONS

# Parts of a node that have no ESTree node of their own: an ERROR in them belongs to the node around.
_INNER = frozenset({
    "arguments", "formal_parameters", "switch_body", "import_clause", "named_imports", "export_clause",
    "class_heritage", "template_substitution", "else_clause", "finally_clause", "parenthesized_expression",
    "enum_body", "computed_property_name", "jsx_expression", "extends_clause",
})  # fmt: skip
_LISTS_ERRORS = frozenset({"Program", "BlockStatement", "ClassBody", "StaticBlock", "Error"})


def error(adapter: Adapter, node: Node, raw: Any) -> Fields:
    if not isinstance(raw, Raw):
        return {"body": []}
    return {"body": [adapter.wrap(c, node) for c in raw.named_children if c.kind_id not in adapter.dropped]}


def add_errors(adapter: Adapter, node: Node, raw: Raw, fields: Fields) -> None:
    """Gives ``fields`` an ``errors`` list if the node has ERRORs that no other field leads to."""
    if node.type in _LISTS_ERRORS or node.type == "ChainExpression":
        return
    errors: list[Node] = []
    pending = [raw]
    while pending:
        inner = pending.pop()
        for child in inner.children:
            if child.kind_id == ERROR and not (node.type == "SwitchCase" and inner is raw):
                if _is_harmless(adapter, child, inner):
                    continue
                errors.append(adapter.node("Error", child, node))
            elif child.has_error and adapter.names[child.kind_id] in _INNER:
                pending.append(child)
    # One raw node may stand for two ESTree nodes, one in the other: the inner one has the error.
    inner_nodes = [v for value in fields.values() for v in (value if isinstance(value, list) else [value])]
    spans = [v.span for v in inner_nodes if isinstance(v, Node)]
    errors = [e for e in errors if e.span in node.span and not any(e.span in span for span in spans)]
    if errors:
        fields["errors"] = sorted(errors, key=lambda n: n.start)


def issues(adapter: Adapter) -> tuple[SyntaxIssue, ...]:
    """The outermost ERRORs and what is MISSING, looking only where something is broken."""
    if not adapter.broken:
        return ()
    found: list[SyntaxIssue] = []
    cursor = adapter.parsed.walk()
    while True:
        raw = cursor.node
        assert raw is not None
        inside = False
        if raw.kind_id == ERROR:
            if not _is_harmless(adapter, raw, raw.parent):
                found.append(_issue(adapter, raw, "unexpected"))
        elif raw.is_missing:
            if not _needs_no_semicolon(adapter, raw):
                found.append(_issue(adapter, raw, "missing"))
        else:
            inside = raw.has_error and cursor.goto_first_child()
        while not inside and not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return tuple(found)


def _issue(adapter: Adapter, raw: Raw, what: str) -> SyntaxIssue:
    text = raw.type if raw.is_missing else adapter.data[raw.start_byte : raw.end_byte][:60].decode("utf-8", "replace")
    text = " ".join(text.split())
    return SyntaxIssue(Span(raw.start_byte, raw.end_byte), f"{what} {text[:40]!r}")


def _is_harmless(adapter: Adapter, raw: Raw, parent: Raw | None) -> bool:
    """Text that the grammar rejects though it may stand there: a bad escape in a template (valid if tagged), a
    bare ``&`` in JSX."""
    first = adapter.data[raw.start_byte : raw.start_byte + 1]
    parent_kind = "" if parent is None else adapter.names[parent.kind_id]
    if first == b"\\":
        return parent_kind == "template_string"
    return first == b"&" and parent_kind in ("jsx_element", "string")


def _needs_no_semicolon(adapter: Adapter, raw: Raw) -> bool:
    """``export default function(){}export{…}`` is valid; the grammar wants a semicolon after the function."""
    before = raw.prev_named_sibling if raw.type == ";" else None
    return before is not None and adapter.names[before.kind_id] in DEFAULT_DECLARATIONS


EXPANDERS = {
    "Error": error,
}
