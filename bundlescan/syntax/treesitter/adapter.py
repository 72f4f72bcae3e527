"""Wraps and expands the nodes of one tree.

To *wrap* a tree-sitter node is to make the ESTree ``Node`` it stands for: type and span, nothing inside it. To *expand*
a node is to make its fields, which wraps the nodes one level below. How that is done for each kind and type stand in
the tables of the grammar, which come from the files beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tree_sitter

from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Node, Tree

if TYPE_CHECKING:
    from bundlescan.syntax.treesitter.grammar import Grammar

Raw = tree_sitter.Node
Fields = dict[str, Any]

ERROR = 0xFFFF
"""The kind id of tree-sitter's ERROR nodes in every grammar."""


class Adapter:
    """One tree. A ``Node`` made here holds in ``_raw`` its tree-sitter node, or a tuple where that is not enough."""

    def __init__(self, source: Source, span: Span, parsed: tree_sitter.Tree, grammar: Grammar) -> None:
        self.data = source.data
        self.limit = span.end
        self.parsed = parsed
        self.grammar = grammar
        self.names = grammar.names
        self.types = grammar.types
        self.dropped = grammar.dropped
        self.field_ids = grammar.fields
        root = parsed.root_node
        self.broken = root.has_error
        self.code_ends: dict[int, int] = {}
        self.awaited: dict[int, int] = {}  # links of `await(a).b`, by id, and where its operand starts
        self.tree = Tree(source, span, self.expand, lambda: grammar.find_issues(self), grammar.name)
        self.tree.root = Node("Program", span.start, span.end, None, self.tree, root)

    def wrap(self, raw: Raw, parent: Node) -> Node:
        """The ESTree node that ``raw`` stands for: its type and span, nothing inside it."""
        kind = raw.kind_id
        type = self.types.get(kind)
        if type is not None and not (self.broken and raw.is_missing):
            return Node(type, raw.start_byte, self.end(raw), parent, self.tree, raw)
        wrapper = self.grammar.wrappers.get(kind)
        if wrapper is not None:
            return wrapper(self, raw, parent)
        if raw.is_missing or kind == ERROR or raw.is_named:
            return self.node("Error", raw, parent)
        return self.node("Identifier", raw, parent)  # a keyword used as a name: `default`, `get` …

    def expand(self, node: Node) -> Fields:
        raw = node._raw
        expander = self.grammar.expanders.get(node.type)
        if expander is not None:
            fields = expander(self, node, raw)
        else:
            fields = {}
            for name, field, optional in self.grammar.shapes[node.type]:
                child = self.only(raw) if field is None else raw.child_by_field_id(field) if field else None
                if child is not None:
                    fields[name] = self.wrap(child, node)
                else:
                    fields[name] = None if optional else self.nothing(node)
        if self.broken and isinstance(raw, Raw) and raw.has_error:
            self.grammar.add_errors(self, node, raw, fields)
        if self.broken:
            _keep_within(node, fields)
        return fields

    def end(self, raw: Raw) -> int:
        """Where the code of ``raw`` ends. A block or a statement without a semicolon takes the comment after it along,
        and so does all that ends with it."""
        end = raw.end_byte
        if end < self.limit and self.data[end] not in b"\n\r" and self.data[end - 1] != 0x2F:
            return end
        return max(raw.start_byte, self._code_end(end))

    def _code_end(self, end: int) -> int:
        """``end``, or where the last token before it ends if a comment ends there."""
        found = self.code_ends.get(end)
        if found is None:
            found = end
            while found > 0 and self._may_be_comment(found):
                last = self.parsed.root_node.descendant_for_byte_range(found - 1, found)
                if last is None or last.kind_id not in self.grammar.comments:
                    break
                found = last.start_byte
                while found > 0 and self.data[found - 1] in b" \t\n\r":
                    found -= 1
            self.code_ends[end] = found
        return found

    def _may_be_comment(self, end: int) -> bool:
        data = self.data
        line = data.rfind(b"\n", 0, end) + 1
        return data.endswith(b"*/", line, end) or any(data.find(m, line, end) >= 0 for m in (b"//", b"<!--", b"-->"))

    def node(self, type: str, raw: Raw, parent: Node) -> Node:
        return Node(type, raw.start_byte, self.end(raw), parent, self.tree, raw)

    def nothing(self, parent: Node) -> Node:
        """Stands where the grammar found nothing and ESTree wants a node."""
        return Node("Error", parent.end, parent.end, parent, self.tree, ())

    def field(self, raw: Raw, name: str) -> Raw | None:
        return raw.child_by_field_id(self.field_ids.get(name, 0))

    def wrap_field(self, raw: Raw, name: str, parent: Node) -> Node:
        child = self.field(raw, name)
        return self.nothing(parent) if child is None else self.wrap(child, parent)

    def wrap_optional(self, raw: Raw | None, parent: Node) -> Node | None:
        return None if raw is None else self.wrap(raw, parent)

    def parts(self, raw: Raw) -> list[Raw]:
        """The named children that are code: no comment, no type, no ERROR."""
        dropped = self.dropped
        return [c for c in raw.named_children if (kind := c.kind_id) not in dropped and kind != ERROR]

    def only(self, raw: Raw) -> Raw | None:
        parts = self.parts(raw)
        return parts[0] if parts else None

    def statements(self, raw: Raw, parent: Node) -> list[Node]:
        dropped, wrap = self.dropped, self.wrap
        return [wrap(c, parent) for c in raw.named_children if c.kind_id not in dropped]

    def wrap_all(self, raw: Raw | None, parent: Node) -> list[Node]:
        if raw is None:
            return []
        wrap = self.wrap
        return [wrap(c, parent) for c in self.parts(raw)]

    def has_token(self, raw: Raw, *tokens: str) -> bool:
        """Is one of the anonymous tokens a direct child?"""
        return any(self.names[c.kind_id] in tokens and not c.is_named for c in raw.children)

    def key(self, raw: Raw | None, parent: Node) -> Fields:
        """``key`` and ``computed`` of a property or class member."""
        if raw is not None and self.names[raw.kind_id] == "computed_property_name":
            inner = self.only(raw)
            return {"key": self.nothing(parent) if inner is None else self.wrap(inner, parent), "computed": True}
        return {"key": self.nothing(parent) if raw is None else self.wrap(raw, parent), "computed": False}


def _keep_within(node: Node, fields: Fields) -> None:
    """Moves what stands outside ``node`` to its edge. What the parser adds as missing stands after the comments there,
    with which ``node`` does not end: ``a: /* nothing */ }``."""
    for value in fields.values():
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, Node):
                child.start = min(max(child.start, node.start), node.end)
                child.end = min(max(child.end, child.start), node.end)
