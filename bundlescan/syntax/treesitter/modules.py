"""Imports and exports."""

from __future__ import annotations

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter.adapter import Adapter, Fields, Raw

TYPES = {
    "import_specifier": "ImportSpecifier",
    "namespace_import": "ImportNamespaceSpecifier",
    "export_specifier": "ExportSpecifier",
}
SHAPES = {
    "ImportNamespaceSpecifier": "local=*",
}

DEFAULT_DECLARATIONS = frozenset({"function_expression", "generator_function", "class"})
"""What is a declaration, not an expression, after ``export default``."""


def wrap_import(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    types_only = adapter.has_token(raw, "type") or any(
        adapter.names[c.kind_id] == "import_require_clause" for c in raw.children
    )
    return adapter.node("TSDeclaration" if types_only else "ImportDeclaration", raw, parent)


def import_declaration(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    specifiers: list[Node] = []
    clause = next((c for c in raw.children if adapter.names[c.kind_id] == "import_clause"), None)
    for child in [] if clause is None else adapter.parts(clause):
        kind = adapter.names[child.kind_id]
        if kind == "named_imports":
            specifiers += [adapter.wrap(c, node) for c in adapter.parts(child) if not adapter.has_token(c, "type")]
        elif kind == "namespace_import":
            specifiers.append(adapter.wrap(child, node))
        else:
            specifiers.append(adapter.node("ImportDefaultSpecifier", child, node))
    return {"specifiers": specifiers, "source": adapter.wrap_field(raw, "source", node)}


def import_default_specifier(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    return {"local": adapter.wrap(raw, node)}


def import_specifier(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    alias = adapter.field(raw, "alias")
    return {
        "imported": adapter.wrap_field(raw, "name", node),
        "local": adapter.wrap_field(raw, "name", node) if alias is None else adapter.wrap(alias, node),
    }


def wrap_export(adapter: Adapter, raw: Raw, parent: Node) -> Node:
    type = "TSDeclaration"
    for child in raw.children:
        name = adapter.names[child.kind_id]
        if name in ("type", "=", "as"):
            break
        if name in ("*", "namespace_export"):
            type = "ExportAllDeclaration"
            break
        if name == "default":
            value = adapter.field(raw, "value")
            end = value if value is not None and adapter.names[value.kind_id] in DEFAULT_DECLARATIONS else raw
            return Node("ExportDefaultDeclaration", raw.start_byte, adapter.end(end), parent, adapter.tree, raw)
        if name != "export" and name != "decorator" and child.is_named and child.kind_id not in adapter.dropped:
            type = "ExportNamedDeclaration" if adapter.wrap(child, parent).type != "TSDeclaration" else type
            break
    return adapter.node(type, raw, parent)


def export_named(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    declaration = adapter.field(raw, "declaration")
    clause = next((c for c in raw.children if adapter.names[c.kind_id] == "export_clause"), None)
    specifiers = [] if clause is None else [c for c in adapter.parts(clause) if not adapter.has_token(c, "type")]
    return {
        "declaration": adapter.wrap_optional(declaration, node),
        "specifiers": [adapter.wrap(c, node) for c in specifiers],
        "source": adapter.wrap_optional(adapter.field(raw, "source"), node),
    }


def export_specifier(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    alias = adapter.field(raw, "alias")
    return {
        "exported": adapter.wrap_field(raw, "name", node) if alias is None else adapter.wrap(alias, node),
        "local": adapter.wrap_field(raw, "name", node),
    }


def split_semicolon(adapter: Adapter, export: Node) -> Node | None:
    """``export default class {};``: the semicolon is a statement, since none belongs to a declaration."""
    raw: Raw = export._raw
    last = raw.child(raw.child_count - 1)
    if last is None or last.type != ";" or last.is_missing or last.start_byte < export.end:
        return None
    return Node("EmptyStatement", last.start_byte, last.end_byte, export.parent, adapter.tree, last)


def export_default(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    value = adapter.field(raw, "value") or adapter.field(raw, "declaration")
    declaration = adapter.nothing(node) if value is None else adapter.wrap(value, node)
    if value is not None and adapter.names[value.kind_id] in DEFAULT_DECLARATIONS:
        declaration.type = declaration.type.replace("Expression", "Declaration")
    return {"declaration": declaration}


def export_all(adapter: Adapter, node: Node, raw: Raw) -> Fields:
    namespace = next((c for c in raw.children if adapter.names[c.kind_id] == "namespace_export"), None)
    exported = None if namespace is None else adapter.only(namespace)
    return {
        "exported": adapter.wrap_optional(exported, node),
        "source": adapter.wrap_field(raw, "source", node),
    }


WRAPPERS = {
    "import_statement": wrap_import,
    "export_statement": wrap_export,
}
EXPANDERS = {
    "ImportDeclaration": import_declaration,
    "ImportDefaultSpecifier": import_default_specifier,
    "ImportSpecifier": import_specifier,
    "ExportNamedDeclaration": export_named,
    "ExportSpecifier": export_specifier,
    "ExportDefaultDeclaration": export_default,
    "ExportAllDeclaration": export_all,
}
