"""The tables of one tree-sitter grammar: kinds and fields by id, and how each kind becomes ESTree."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import tree_sitter

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.treesitter import (
    chains,
    classes,
    errors,
    expressions,
    functions,
    jsx,
    literals,
    modules,
    statements,
    typescript,
)
from bundlescan.syntax.treesitter.adapter import ERROR, Adapter, Fields, Raw

Wrapper = Callable[[Adapter, Raw, Node], Node]
Expander = Callable[[Adapter, Node, Any], Fields]

# Each topic has some of these tables:
#   TYPES      kind → the ESTree type, where the kind alone decides it
#   WRAPPERS   kind → the function that makes the node, where it does not
#   SHAPES     type → its fields as they are taken: ESTree name = tree-sitter field; `?` it may be absent; `*` the first
#              expression inside
#   EXPANDERS  type → the function that makes the fields, where that is not all
_TOPICS = (statements, functions, classes, modules, literals, expressions, chains, jsx, typescript, errors)

# Kinds that leave no node.
_DROPPED = {
    "comment", "html_comment", "hash_bang_line", "import_attribute",
    "type_annotation", "type_arguments", "type_parameters", "type_predicate_annotation", "asserts_annotation",
    "opting_type_annotation", "omitting_type_annotation", "adding_type_annotation", "accessibility_modifier",
    "override_modifier", "implements_clause", "string_fragment", "escape_sequence", "regex_pattern", "regex_flags",
    "optional_chain", "html_character_reference", "jsx_text", "predefined_type",
}  # fmt: skip


class Grammar:
    """Names of kinds and fields are the grammar's own; ids differ from grammar to grammar."""

    def __init__(self, name: str, language: tree_sitter.Language) -> None:
        self.name = name
        self.language = language
        self.names = {i: language.node_kind_for_id(i) or "" for i in range(language.node_kind_count)}
        self.names[ERROR] = "ERROR"
        self.fields = {language.field_name_for_id(i) or "": i for i in range(1, language.field_count + 1)}
        self.dropped = self._kinds(_DROPPED)
        self.comments = self._kinds({"comment", "html_comment"})
        self.is_typescript = name != "js"
        self.types: dict[int, str] = {}
        self.wrappers: dict[int, Wrapper] = {}
        self.shapes: dict[str, list[tuple[str, int | None, bool]]] = {}
        self.expanders: dict[str, Expander] = {}
        self.add_errors = errors.add_errors
        self.find_issues = errors.issues
        for topic in _TOPICS:
            for name, type in getattr(topic, "TYPES", {}).items():
                self.types |= dict.fromkeys(self._kinds({name}), type)
            for name, wrapper in getattr(topic, "WRAPPERS", {}).items():
                self.wrappers |= dict.fromkeys(self._kinds({name}), wrapper)
            self.shapes |= {type: self._shape(text) for type, text in getattr(topic, "SHAPES", {}).items()}
            self.expanders |= getattr(topic, "EXPANDERS", {})

    def _kinds(self, names: set[str]) -> frozenset[int]:
        named = self.language.node_kind_is_named
        return frozenset(kind for kind, name in self.names.items() if name in names and kind != ERROR and named(kind))

    def _shape(self, text: str) -> list[tuple[str, int | None, bool]]:
        shape: list[tuple[str, int | None, bool]] = []
        for item in text.split():
            name, _, source = item.partition("=")
            optional = source.endswith("?")
            source = source.rstrip("?")
            shape.append((name, None if source == "*" else self.fields.get(source, 0), optional))
        return shape


@cache
def grammar_of(language: str) -> Grammar:
    """Grammars are constants: the same for every file and run."""
    if language == "js":
        import tree_sitter_javascript

        return Grammar(language, tree_sitter.Language(tree_sitter_javascript.language()))
    import tree_sitter_typescript

    pointer = (
        tree_sitter_typescript.language_tsx() if language == "tsx" else tree_sitter_typescript.language_typescript()
    )
    return Grammar(language, tree_sitter.Language(pointer))
