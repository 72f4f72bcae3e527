"""tree-sitter's concrete tree → ESTree, lazily.

A ``Node`` keeps its tree-sitter node (or a small tuple, where one tree-sitter node stands for several ESTree nodes)
until its fields are asked for; then its children are wrapped, which decides their ESTree type and no more. Nothing
here recurses into depth: a node is expanded one level at a time, parentheses are skipped in a loop.

Not handled: ``import.source(…)``, ``import.defer(…)`` and other proposals that the grammar does not know, and what
``nodes`` says is dropped (types, import attributes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import tree_sitter

from bundlescan.source import Source, Span
from bundlescan.syntax import strings
from bundlescan.syntax.nodes import Node, SyntaxIssue, Tree

Raw = tree_sitter.Node
Fields = dict[str, Any]

ERROR = 0xFFFF
"""The kind id of tree-sitter's ERROR nodes in every grammar."""

# ESTree types that are decided by the kind alone.
_TYPES = {
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
    "function_declaration": "FunctionDeclaration",
    "generator_function_declaration": "FunctionDeclaration",
    "class_declaration": "ClassDeclaration",
    "abstract_class_declaration": "ClassDeclaration",
    "try_statement": "TryStatement",
    "catch_clause": "CatchClause",
    "function_expression": "FunctionExpression",
    "generator_function": "FunctionExpression",
    "arrow_function": "ArrowFunctionExpression",
    "class": "ClassExpression",
    "class_body": "ClassBody",
    "class_static_block": "StaticBlock",
    "field_definition": "PropertyDefinition",
    "public_field_definition": "PropertyDefinition",
    "import_specifier": "ImportSpecifier",
    "namespace_import": "ImportNamespaceSpecifier",
    "export_specifier": "ExportSpecifier",
    "identifier": "Identifier",
    "property_identifier": "Identifier",
    "shorthand_property_identifier": "Property",
    "shorthand_property_identifier_pattern": "Property",
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
    "object": "ObjectExpression",
    "object_pattern": "ObjectPattern",
    "pair": "Property",
    "pair_pattern": "Property",
    "object_assignment_pattern": "Property",
    "array": "ArrayExpression",
    "array_pattern": "ArrayPattern",
    "assignment_pattern": "AssignmentPattern",
    "rest_pattern": "RestElement",
    "spread_element": "SpreadElement",
    "new_expression": "NewExpression",
    "await_expression": "AwaitExpression",
    "yield_expression": "YieldExpression",
    "assignment_expression": "AssignmentExpression",
    "augmented_assignment_expression": "AssignmentExpression",
    "ternary_expression": "ConditionalExpression",
    "unary_expression": "UnaryExpression",
    "update_expression": "UpdateExpression",
    "sequence_expression": "SequenceExpression",
    "jsx_self_closing_element": "JSXElement",
    "jsx_attribute": "JSXAttribute",
    "jsx_namespace_name": "JSXNamespacedName",
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

# Kinds that leave no node.
_DROPPED = {
    "comment", "html_comment", "hash_bang_line", "import_attribute",
    "type_annotation", "type_arguments", "type_parameters", "type_predicate_annotation", "asserts_annotation",
    "opting_type_annotation", "omitting_type_annotation", "adding_type_annotation", "accessibility_modifier",
    "override_modifier", "implements_clause", "string_fragment", "escape_sequence", "regex_pattern", "regex_flags",
    "optional_chain", "html_character_reference", "jsx_text", "predefined_type",
}  # fmt: skip

# Fields taken as they are: ESTree name = tree-sitter field; "?" may be absent; "*" is the first expression inside.
_SHAPES = {
    "VariableDeclarator": "id=name init=value?",
    "IfStatement": "test=condition consequent=consequence alternate=alternative?",
    "WhileStatement": "test=condition body=body",
    "DoWhileStatement": "body=body test=condition",
    "WithStatement": "object=object body=body",
    "ForInStatement": "left=left right=right body=body",
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
    "RestElement": "argument=*",
    "SpreadElement": "argument=*",
    "ConditionalExpression": "test=condition consequent=consequence alternate=alternative",
    "ThisExpression": "",
    "Super": "",
    "ImportNamespaceSpecifier": "local=*",
    "TSAsExpression": "expression=*",
    "TSSatisfiesExpression": "expression=*",
    "TSTypeAssertion": "expression=*",
    "TSInstantiationExpression": "expression=*",
    "TSModuleDeclaration": "id=name body=body?",
    "TSDeclaration": "",
    "JSXOpeningFragment": "",
    "JSXClosingFragment": "",
    "JSXEmptyExpression": "",
}

_MODULE_ITEMS = frozenset({
    "ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration", "ExportAllDeclaration",
})  # fmt: skip
_LOGICAL = frozenset({"&&", "||", "??"})


def parse(source: Source, span: Span, language: str) -> Tree:
    grammar = _grammar(language)
    parser = tree_sitter.Parser(grammar.language)
    if span != Span(0, len(source.data)):
        parser.included_ranges = [_range(source.data, span)]
    # The copy only steers the grammar: every name and value is read from the source itself.
    data = _FOR_AWAIT_LET.sub(rb"\1var", source.data)
    if any(clue in data for clue in (b"let\n", b"let\r", b"let /")):
        data = _LET_AT_LINE_END.sub(b"var", data)
    parsed = parser.parse(data)
    if parsed.root_node.has_error:
        respelled = _respell(data)
        if respelled != data:
            parsed = parser.parse(respelled)
    return _Adapter(source, span, parsed, grammar).tree


def _range(data: bytes, span: Span) -> tree_sitter.Range:
    return tree_sitter.Range(_point(data, span.start), _point(data, span.end), span.start, span.end)


def _point(data: bytes, offset: int) -> tuple[int, int]:
    return data.count(b"\n", 0, offset), offset - (data.rfind(b"\n", 0, offset) + 1)


_KEYWORD = (
    rb"(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for"
    rb"|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with)"
)
# In these places `let` is a name to the grammar; `var` is not.
_FOR_AWAIT_LET = re.compile(rb"(await\s*\(\s*)let(?=\s*\[)")
_LET_AT_LINE_END = re.compile(rb"(?<![\w$.])let(?=[ \t]*(?:/[/*][^\n]*)?\r?\n\s*[\w$\[{])")
_SPECIFIERS = re.compile(rb"\b(?:import|export)\b[\w$\s,]*\{[^{}]*\}")
_KEYWORD_NAME = re.compile(rb"(?<=[{,\s])" + _KEYWORD + rb"(?=\s+as\b)|(?<=\bas\s)\s*" + _KEYWORD + rb"(?=\s*[,}])")
_KEYWORD_NAMESPACE = re.compile(rb"(\bexport\s*\*\s*as\s+)(" + _KEYWORD + rb")\b")
_EXPORT_ATTRIBUTES = re.compile(
    rb"""(\bexport\s*(?:\*[^*"'{}]*|\{[^{}]*\}\s*)from\s*(?:"[^"\n]*"|'[^'\n]*')\s*)(with\s*\{[^{}]*\})"""
)


def _respell(data: bytes) -> bytes:
    """Valid code that the grammar does not take, in a spelling of the same length that it does take.

    ``import{in as e}`` → ``import{$$ as e}``; ``export * from "m" with {type: "json"}`` → without the attributes.
    """
    data = _SPECIFIERS.sub(lambda m: _KEYWORD_NAME.sub(lambda k: b"$" * len(k[0]), m[0]), data)
    data = _KEYWORD_NAMESPACE.sub(lambda m: m[1] + b"$" * len(m[2]), data)
    return _EXPORT_ATTRIBUTES.sub(lambda m: m[1] + b" " * len(m[2]), data)


class _Grammar:
    """The tables of one tree-sitter grammar, by kind id and field id."""

    def __init__(self, language: tree_sitter.Language) -> None:
        self.language = language
        self.names = {i: language.node_kind_for_id(i) or "" for i in range(language.node_kind_count)}
        self.names[ERROR] = "ERROR"
        self.fields = {language.field_name_for_id(i) or "": i for i in range(1, language.field_count + 1)}
        self.types: dict[int, str] = {}
        self.dropped: set[int] = set()
        for kind, name in self.names.items():
            if not language.node_kind_is_named(kind) or not language.node_kind_is_visible(kind):
                continue
            if name in _DROPPED:
                self.dropped.add(kind)
            elif name in _TYPES:
                self.types[kind] = _TYPES[name]
        self.shapes = {type: self._shape(text) for type, text in _SHAPES.items()}

    def _shape(self, text: str) -> list[tuple[str, int | None, bool]]:
        shape: list[tuple[str, int | None, bool]] = []
        for item in text.split():
            name, _, source = item.partition("=")
            optional = source.endswith("?")
            source = source.rstrip("?")
            shape.append((name, None if source == "*" else self.fields.get(source, 0), optional))
        return shape

    def kinds(self, *names: str) -> frozenset[int]:
        return frozenset(kind for kind, name in self.names.items() if name in names)


@cache
def _grammar(language: str) -> _Grammar:
    """Grammars are constants: the same for every file and run."""
    if language == "js":
        import tree_sitter_javascript

        return _Grammar(tree_sitter.Language(tree_sitter_javascript.language()))
    import tree_sitter_typescript

    pointer = (
        tree_sitter_typescript.language_tsx() if language == "tsx" else tree_sitter_typescript.language_typescript()
    )
    return _Grammar(tree_sitter.Language(pointer))


class _Adapter:
    """Wraps and expands the nodes of one tree."""

    def __init__(self, source: Source, span: Span, parsed: tree_sitter.Tree, grammar: _Grammar) -> None:
        self.data = source.data
        self.parsed = parsed
        self.grammar = grammar
        self.names = grammar.names
        self.types = grammar.types
        self.dropped = grammar.dropped
        self.field_ids = grammar.fields
        self.comments = grammar.kinds("comment", "html_comment")
        self.typescript = bool(grammar.kinds("type_annotation"))
        root = parsed.root_node
        self.broken = root.has_error
        self.code_ends: dict[int, int] = {}
        self.awaited: dict[int, int] = {}  # links of `await(a).b`, by id, and where its operand starts
        self.wrappers: dict[int, Callable[[Raw, Node], Node]] = {}
        for name, wrapper in self._wrappers_by_name().items():
            for kind in grammar.kinds(name):
                if grammar.language.node_kind_is_named(kind):
                    self.wrappers[kind] = wrapper
        self.expanders = self._expanders_by_type()
        self.tree = Tree(source, span, self.expand, self.issues)
        self.tree.root = Node("Program", span.start, span.end, None, self.tree, root)

    # -- the two verbs -------------------------------------------------------------------------------------------

    def wrap(self, raw: Raw, parent: Node) -> Node:
        """The ESTree node that ``raw`` stands for: its type and span, nothing inside it."""
        kind = raw.kind_id
        type = self.types.get(kind)
        if type is not None and not (self.broken and raw.is_missing):
            return Node(type, raw.start_byte, self.end(raw), parent, self.tree, raw)
        wrapper = self.wrappers.get(kind)
        if wrapper is not None:
            return wrapper(raw, parent)
        if raw.is_missing or kind == ERROR or raw.is_named:
            return self.node("Error", raw, parent)
        return self.node("Identifier", raw, parent)  # a keyword used as a name: `default`, `get` …

    def expand(self, node: Node) -> Fields:
        raw = node._raw
        expander = self.expanders.get(node.type)
        if expander is not None:
            fields = expander(node, raw)
        else:
            fields = {}
            for name, field, optional in self.grammar.shapes[node.type]:
                child = self.only(raw) if field is None else raw.child_by_field_id(field) if field else None
                if child is not None:
                    fields[name] = self.wrap(child, node)
                else:
                    fields[name] = None if optional else self.nothing(node)
        if self.broken and isinstance(raw, Raw) and raw.has_error:
            self.add_errors(node, raw, fields)
        return fields

    def end(self, raw: Raw) -> int:
        """Where the code of ``raw`` ends. A block or a statement without a semicolon takes the comment after it along,
        and so does all that ends with it."""
        end = raw.end_byte
        if end < len(self.data) and self.data[end] not in b"\n\r" and self.data[end - 1] != 0x2F:
            return end
        return max(raw.start_byte, self._code_end(end))

    def _code_end(self, end: int) -> int:
        """``end``, or where the last token before it ends if a comment ends there."""
        found = self.code_ends.get(end)
        if found is None:
            found = end
            while found > 0:
                last = self.parsed.root_node.descendant_for_byte_range(found - 1, found)
                if last is None or last.kind_id not in self.comments:
                    break
                found = last.start_byte
                while found > 0 and self.data[found - 1] in b" \t\n\r":
                    found -= 1
            self.code_ends[end] = found
        return found

    # -- small tools ---------------------------------------------------------------------------------------------

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

    # -- statements ----------------------------------------------------------------------------------------------

    def program(self, node: Node, raw: Raw) -> Fields:
        body = self.statements(raw, node)
        module = any(child.type in _MODULE_ITEMS for child in body)
        return {"body": body, "sourceType": "module" if module else "script"}

    def block(self, node: Node, raw: Raw) -> Fields:
        return {"body": self.statements(raw, node)}

    def static_block(self, node: Node, raw: Raw) -> Fields:
        body = self.field(raw, "body")
        return {"body": [] if body is None else self.statements(body, node)}

    def variable_declaration(self, node: Node, raw: Any) -> Fields:
        if isinstance(raw, tuple):  # the head of a for-in: ("kind", the for statement)
            kind, loop = raw
            declarator = Node("VariableDeclarator", 0, node.end, node, self.tree, ("for", loop))
            left = self.field(loop, "left")
            declarator.start = node.end if left is None else left.start_byte
            return {"declarations": [declarator], "kind": kind}
        first = raw.child(0)
        kind = self.data[first.start_byte : first.end_byte].decode("utf-8", "replace")
        if kind == "await":
            kind = "await using"
        return {"declarations": self.wrap_all(raw, node), "kind": kind}

    def variable_declarator(self, node: Node, raw: Any) -> Fields:
        if isinstance(raw, tuple):
            loop = raw[1]
            return {
                "id": self.wrap_field(loop, "left", node),
                "init": self.wrap_optional(self.field(loop, "value"), node),
            }
        return {
            "id": self.wrap_field(raw, "name", node),
            "init": self.wrap_optional(self.field(raw, "value"), node),
        }

    def wrap_for_in(self, raw: Raw, parent: Node) -> Node:
        operator = self.field(raw, "operator")
        of = operator is not None and self.names[operator.kind_id] == "of"
        return self.node("ForOfStatement" if of else "ForInStatement", raw, parent)

    def for_in(self, node: Node, raw: Raw) -> Fields:
        left = self.field(raw, "left")
        kinds = raw.children_by_field_id(self.grammar.fields["kind"])
        head: Node
        if kinds and left is not None:
            kind = " ".join(self.data[k.start_byte : k.end_byte].decode() for k in kinds)
            value = self.field(raw, "value")
            end = self.end(value or left)
            head = Node("VariableDeclaration", kinds[0].start_byte, end, node, self.tree, (kind, raw))
        else:
            head = self.wrap_field(raw, "left", node)
        fields: Fields = {
            "left": head,
            "right": self.wrap_field(raw, "right", node),
            "body": self.wrap_field(raw, "body", node),
        }
        if node.type == "ForOfStatement":
            fields["await"] = self.has_token(raw, "await") and (not kinds or kinds[0].start_byte > self._paren(raw))
        return fields

    def _paren(self, raw: Raw) -> int:
        return next((c.start_byte for c in raw.children if self.names[c.kind_id] == "("), raw.end_byte)

    def for_(self, node: Node, raw: Raw) -> Fields:
        init = self.wrap_head(self.field(raw, "initializer"), node)
        if init is not None and init.type == "VariableDeclaration":
            # ESTree leaves the semicolon to the loop.
            init.end = max((child.end for child in init.children()), default=init.end)
        return {
            "init": init,
            "test": self.wrap_head(self.field(raw, "condition"), node),
            "update": self.wrap_optional(self.field(raw, "increment"), node),
            "body": self.wrap_field(raw, "body", node),
        }

    def wrap_head(self, raw: Raw | None, parent: Node) -> Node | None:
        """One of the three places of a ``for`` head, where an expression may stand in a statement of its own."""
        if raw is not None and self.names[raw.kind_id] == "expression_statement":
            raw = self.only(raw)
        if raw is None or self.names[raw.kind_id] in ("empty_statement", ";"):
            return None
        return self.wrap(raw, parent)

    def wrap_clause(self, raw: Raw, parent: Node) -> Node:
        """``else …`` and ``finally …`` are the statement after the keyword."""
        child = self.only(raw)
        return self.node("Error", raw, parent) if child is None else self.wrap(child, parent)

    def switch(self, node: Node, raw: Raw) -> Fields:
        return {
            "discriminant": self.wrap_field(raw, "value", node),
            "cases": self.wrap_all(self.field(raw, "body"), node),
        }

    def switch_case(self, node: Node, raw: Raw) -> Fields:
        test = self.field(raw, "value")
        colon = next((c.end_byte for c in raw.children if self.names[c.kind_id] == ":"), raw.end_byte)
        return {
            "test": self.wrap_optional(test, node),
            "consequent": [
                self.wrap(c, node)
                for c in raw.named_children
                if c.kind_id not in self.dropped and c.start_byte >= colon
            ],
        }

    # -- functions and classes -----------------------------------------------------------------------------------

    def function(self, node: Node, raw: Raw) -> Fields:
        """A function declaration or expression, or the function of a method (whose name is the property's key)."""
        kind = self.names[raw.kind_id]
        name = None if kind == "method_definition" else self.field(raw, "name")
        parameters = self.field(raw, "parameters")
        is_async = generator = False
        for child in raw.children:
            token = self.names[child.kind_id]
            if child.is_named:
                if child.start_byte >= (parameters or raw).start_byte:
                    break
            elif token == "async":
                is_async = True
            elif token == "*":
                generator = True
        return {
            "id": self.wrap_optional(name, node),
            "params": self.parameters(parameters, node),
            "body": self.wrap_field(raw, "body", node),
            "generator": generator,
            "async": is_async,
            "expression": False,
        }

    def arrow(self, node: Node, raw: Raw) -> Fields:
        single = self.field(raw, "parameter")
        body = self.field(raw, "body")
        return {
            "id": None,
            "params": self.parameters(self.field(raw, "parameters"), node)
            if single is None
            else [self.wrap(single, node)],
            "body": self.wrap_field(raw, "body", node),
            "generator": False,
            "async": self.has_token(raw, "async"),
            "expression": body is None or self.names[body.kind_id] != "statement_block",
        }

    def parameters(self, raw: Raw | None, parent: Node) -> list[Node]:
        if raw is None:
            return []
        return [self.wrap(c, parent) for c in self.parts(raw) if not self._is_this_parameter(c)]

    def _is_this_parameter(self, raw: Raw) -> bool:
        pattern = self.field(raw, "pattern") if "parameter" in self.names[raw.kind_id] else None
        return pattern is not None and self.names[pattern.kind_id] == "this"

    def wrap_parameter(self, raw: Raw, parent: Node) -> Node:
        """A TypeScript parameter: its pattern, with the default value if it has one."""
        pattern = self.field(raw, "pattern")
        if pattern is None:
            return self.node("Error", raw, parent)
        value = self.field(raw, "value")
        if value is None:
            return self.wrap(pattern, parent)
        return Node("AssignmentPattern", pattern.start_byte, self.end(value), parent, self.tree, (pattern, value))

    def class_(self, node: Node, raw: Raw) -> Fields:
        name = self.field(raw, "name")
        heritage = next((c for c in raw.children if self.names[c.kind_id] == "class_heritage"), None)
        if heritage is not None:
            clause = next((c for c in heritage.children if self.names[c.kind_id] == "extends_clause"), heritage)
            heritage = self.field(clause, "value") or (self.only(heritage) if clause is heritage else None)
        fields: Fields = {
            "id": None if name is None else self.node("Identifier", name, node),
            "superClass": self.wrap_optional(heritage, node),
            "body": self.wrap_field(raw, "body", node),
        }
        self.add_decorators(raw.children, node, fields)
        return fields

    def add_decorators(self, raws: Iterable[Raw], node: Node, fields: Fields) -> None:
        decorators = [self.wrap(c, node) for c in raws if self.names[c.kind_id] == "decorator"]
        if decorators:
            fields["decorators"] = decorators

    def class_body(self, node: Node, raw: Raw) -> Fields:
        body: list[Node] = []
        decorators: list[Raw] = []  # TypeScript's grammar puts them beside the member
        for child in raw.children:
            name = self.names[child.kind_id]
            if name == ";" and body and body[-1].type == "PropertyDefinition" and not child.is_missing:
                if body[-1].end < 0 or self.data[body[-1].end - 1 : body[-1].end] != b";":
                    body[-1].end = child.end_byte
            elif name == "decorator":
                decorators.append(child)
            elif child.is_named and child.kind_id not in self.dropped:
                member = self.wrap(child, node)
                if decorators:
                    member.start = decorators[0].start_byte
                    member._raw = (child, decorators)
                    decorators = []
                body.append(member)
        return {"body": body}

    def wrap_method(self, raw: Raw, parent: Node) -> Node:
        return self.node("Property" if parent.type == "ObjectExpression" else "MethodDefinition", raw, parent)

    def method(self, node: Node, raw: Any) -> Fields:
        raw, decorators = raw if isinstance(raw, tuple) else (raw, raw.children)
        fields = self.key(self.field(raw, "name"), node)
        kind, is_static, special = "method", False, False
        name = self.field(raw, "name") or raw
        for child in raw.children:
            if child.start_byte >= name.start_byte:
                break
            token = self.names[child.kind_id]
            if token in ("get", "set"):
                kind = token
            elif token == "static get":
                kind, is_static = "get", True
            elif token == "static":
                is_static = True
            elif token in ("async", "*"):
                special = True
        if kind == "method" and not is_static and not special and not fields["computed"]:
            key = fields["key"]
            if key.get("name" if key.type == "Identifier" else "value") == "constructor":
                kind = "constructor"
        fields |= {"value": self.method_function(raw, node), "kind": kind, "static": is_static}
        self.add_decorators(decorators, node, fields)
        return fields

    def method_function(self, raw: Raw, parent: Node) -> Node:
        parameters = self.field(raw, "parameters")
        start = raw.end_byte if parameters is None else parameters.start_byte
        return Node("FunctionExpression", start, self.end(raw), parent, self.tree, raw)

    def property_definition(self, node: Node, raw: Any) -> Fields:
        raw, decorators = raw if isinstance(raw, tuple) else (raw, raw.children)
        name = self.field(raw, "property") or self.field(raw, "name")
        fields = self.key(name, node)
        fields["value"] = self.wrap_optional(self.field(raw, "value"), node)
        start = raw.end_byte if name is None else name.start_byte
        fields["static"] = any(self.names[c.kind_id] == "static" and c.start_byte < start for c in raw.children)
        self.add_decorators(decorators, node, fields)
        return fields

    def key(self, raw: Raw | None, parent: Node) -> Fields:
        """``key`` and ``computed`` of a property or class member."""
        if raw is not None and self.names[raw.kind_id] == "computed_property_name":
            inner = self.only(raw)
            return {"key": self.nothing(parent) if inner is None else self.wrap(inner, parent), "computed": True}
        return {"key": self.nothing(parent) if raw is None else self.wrap(raw, parent), "computed": False}

    # -- modules -------------------------------------------------------------------------------------------------

    def wrap_import(self, raw: Raw, parent: Node) -> Node:
        types_only = self.has_token(raw, "type") or any(
            self.names[c.kind_id] == "import_require_clause" for c in raw.children
        )
        return self.node("TSDeclaration" if types_only else "ImportDeclaration", raw, parent)

    def import_declaration(self, node: Node, raw: Raw) -> Fields:
        specifiers: list[Node] = []
        clause = next((c for c in raw.children if self.names[c.kind_id] == "import_clause"), None)
        for child in [] if clause is None else self.parts(clause):
            kind = self.names[child.kind_id]
            if kind == "named_imports":
                specifiers += [self.wrap(c, node) for c in self.parts(child) if not self.has_token(c, "type")]
            elif kind == "namespace_import":
                specifiers.append(self.wrap(child, node))
            else:
                specifiers.append(self.node("ImportDefaultSpecifier", child, node))
        return {"specifiers": specifiers, "source": self.wrap_field(raw, "source", node)}

    def import_default_specifier(self, node: Node, raw: Raw) -> Fields:
        return {"local": self.wrap(raw, node)}

    def import_specifier(self, node: Node, raw: Raw) -> Fields:
        alias = self.field(raw, "alias")
        return {
            "imported": self.wrap_field(raw, "name", node),
            "local": self.wrap_field(raw, "name", node) if alias is None else self.wrap(alias, node),
        }

    def wrap_export(self, raw: Raw, parent: Node) -> Node:
        type = "TSDeclaration"
        for child in raw.children:
            name = self.names[child.kind_id]
            if name in ("type", "=", "as"):
                break
            if name in ("*", "namespace_export"):
                type = "ExportAllDeclaration"
                break
            if name == "default":
                type = "ExportDefaultDeclaration"
                break
            if name != "export" and name != "decorator" and child.is_named and child.kind_id not in self.dropped:
                type = "ExportNamedDeclaration" if self.wrap(child, parent).type != "TSDeclaration" else type
                break
        return self.node(type, raw, parent)

    def export_named(self, node: Node, raw: Raw) -> Fields:
        declaration = self.field(raw, "declaration")
        clause = next((c for c in raw.children if self.names[c.kind_id] == "export_clause"), None)
        specifiers = [] if clause is None else [c for c in self.parts(clause) if not self.has_token(c, "type")]
        return {
            "declaration": self.wrap_optional(declaration, node),
            "specifiers": [self.wrap(c, node) for c in specifiers],
            "source": self.wrap_optional(self.field(raw, "source"), node),
        }

    def export_specifier(self, node: Node, raw: Raw) -> Fields:
        alias = self.field(raw, "alias")
        return {
            "exported": self.wrap_field(raw, "name", node) if alias is None else self.wrap(alias, node),
            "local": self.wrap_field(raw, "name", node),
        }

    def export_default(self, node: Node, raw: Raw) -> Fields:
        value = self.field(raw, "value") or self.field(raw, "declaration")
        declaration = self.nothing(node) if value is None else self.wrap(value, node)
        if value is not None and self.names[value.kind_id] in ("function_expression", "generator_function", "class"):
            declaration.type = declaration.type.replace("Expression", "Declaration")
        return {"declaration": declaration}

    def export_all(self, node: Node, raw: Raw) -> Fields:
        namespace = next((c for c in raw.children if self.names[c.kind_id] == "namespace_export"), None)
        exported = None if namespace is None else self.only(namespace)
        return {
            "exported": self.wrap_optional(exported, node),
            "source": self.wrap_field(raw, "source", node),
        }

    # -- expressions ---------------------------------------------------------------------------------------------

    def wrap_parenthesized(self, raw: Raw, parent: Node) -> Node:
        names = self.names
        inner: Raw | None = raw
        while inner is not None and names[inner.kind_id] == "parenthesized_expression":
            raw, inner = inner, self.only(inner)
        return self.node("Error", raw, parent) if inner is None else self.wrap(inner, parent)

    def identifier(self, node: Node, raw: Any) -> Fields:
        return {"name": strings.identifier_name(self.data[node.start : node.end])}

    def private_identifier(self, node: Node, raw: Any) -> Fields:
        return {"name": strings.identifier_name(self.data[node.start + 1 : node.end])}

    def literal(self, node: Node, raw: Any) -> Fields:
        text = self.data[node.start : node.end]
        first = text[:1]
        if first in (b'"', b"'"):
            start, end = strings.inside(self.data, node.start, node.end)
            inside = self.data[start:end]
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

    def template(self, node: Node, raw: Raw) -> Fields:
        quasis: list[Node] = []
        expressions: list[Node] = []
        start = node.start + 1
        for child in raw.children:
            if self.names[child.kind_id] != "template_substitution":
                continue
            quasis.append(Node("TemplateElement", start, child.start_byte, node, self.tree, False))
            inner = self.only(child)
            expressions.append(self.node("Error", child, node) if inner is None else self.wrap(inner, node))
            start = child.end_byte
        closed = self.data[node.end - 1 : node.end] == b"`" and node.end > start
        quasis.append(Node("TemplateElement", start, node.end - 1 if closed else node.end, node, self.tree, True))
        return {"quasis": quasis, "expressions": expressions}

    def template_element(self, node: Node, raw: bool) -> Fields:
        return {"cooked": strings.template_text(self.data[node.start : node.end]), "tail": raw}

    def meta_property(self, node: Node, raw: Raw) -> Fields:
        words = [c for c in raw.children if self.names[c.kind_id] in ("new", "target", "import", "meta")]
        pair = [self.node("Identifier", c, node) for c in words] + [self.nothing(node), self.nothing(node)]
        return {"meta": pair[0], "property": pair[1]}

    def object(self, node: Node, raw: Raw) -> Fields:
        return {"properties": self.wrap_all(raw, node)}

    def property(self, node: Node, raw: Raw) -> Fields:
        kind = self.names[raw.kind_id]
        if kind in ("pair", "pair_pattern"):
            fields = self.key(self.field(raw, "key"), node)
            fields["value"] = self.wrap_field(raw, "value", node)
            return fields | {"kind": "init", "method": False, "shorthand": False}
        if kind == "method_definition":
            fields = self.key(self.field(raw, "name"), node)
            fields["value"] = self.method_function(raw, node)
            name = self.field(raw, "name") or raw
            tokens = {self.names[c.kind_id] for c in raw.children if c.start_byte < name.start_byte}
            accessor = "get" if "get" in tokens else "set" if "set" in tokens else "init"
            return fields | {"kind": accessor, "method": accessor == "init", "shorthand": False}
        left: Raw = raw
        if kind == "object_assignment_pattern":
            left = self.field(raw, "left") or raw
            value = Node("AssignmentPattern", raw.start_byte, self.end(raw), node, self.tree, raw)
        else:
            value = self.node("Identifier", raw, node)
        return {
            "key": self.node("Identifier", left, node),
            "computed": False,
            "value": value,
            "kind": "init",
            "method": False,
            "shorthand": True,
        }

    def assignment_pattern(self, node: Node, raw: Any) -> Fields:
        if isinstance(raw, tuple):  # a TypeScript parameter
            return {"left": self.wrap(raw[0], node), "right": self.wrap(raw[1], node)}
        left = self.field(raw, "left")
        if left is not None and self.names[left.kind_id].startswith("shorthand"):
            wrapped = self.node("Identifier", left, node)
        else:
            wrapped = self.wrap_field(raw, "left", node)
        return {"left": wrapped, "right": self.wrap_field(raw, "right", node)}

    def array(self, node: Node, raw: Raw) -> Fields:
        elements: list[Node | None] = []
        pending: Node | None = None
        for child in raw.children:
            name = self.names[child.kind_id]
            if name == ",":
                elements.append(pending)
                pending = None
            elif child.is_named and child.kind_id not in self.dropped and child.kind_id != ERROR:
                if pending is not None:
                    elements.append(pending)
                pending = self.wrap(child, node)
        if pending is not None:
            elements.append(pending)
        return {"elements": elements}

    def assignment(self, node: Node, raw: Raw) -> Fields:
        operator = self.field(raw, "operator")
        return {
            "operator": "=" if operator is None else self.names[operator.kind_id],
            "left": self.wrap_field(raw, "left", node),
            "right": self.wrap_field(raw, "right", node),
        }

    def wrap_binary(self, raw: Raw, parent: Node) -> Node:
        operator = self.field(raw, "operator")
        logical = operator is not None and self.names[operator.kind_id] in _LOGICAL
        return self.node("LogicalExpression" if logical else "BinaryExpression", raw, parent)

    def binary(self, node: Node, raw: Raw) -> Fields:
        operator = self.field(raw, "operator")
        return {
            "operator": "" if operator is None else self.names[operator.kind_id],
            "left": self.wrap_field(raw, "left", node),
            "right": self.wrap_field(raw, "right", node),
        }

    def unary(self, node: Node, raw: Raw) -> Fields:
        operator = self.field(raw, "operator")
        return {
            "operator": "" if operator is None else self.names[operator.kind_id],
            "prefix": True,
            "argument": self.wrap_field(raw, "argument", node),
        }

    def update(self, node: Node, raw: Raw) -> Fields:
        operator = self.field(raw, "operator")
        argument = self.wrap_field(raw, "argument", node)
        return {
            "operator": "" if operator is None else self.names[operator.kind_id],
            "prefix": operator is not None and operator.start_byte == node.start,
            "argument": argument,
        }

    def sequence(self, node: Node, raw: Raw) -> Fields:
        return {"expressions": self.wrap_all(raw, node)}

    def yield_(self, node: Node, raw: Raw) -> Fields:
        return {"argument": self.wrap_optional(self.only(raw), node), "delegate": self.has_token(raw, "*")}

    def new(self, node: Node, raw: Raw) -> Fields:
        return {
            "callee": self.wrap_field(raw, "constructor", node),
            "arguments": self.wrap_all(self.field(raw, "arguments"), node),
        }

    # -- member and call chains ----------------------------------------------------------------------------------

    def wrap_chain(self, raw: Raw, parent: Node) -> Node:
        """A member, call or non-null expression that no other one continues: the place of a ChainExpression."""
        optional, last = self._spine(raw)
        if last is not None and self._names_await(last) and self.in_async(parent):
            return self.wrap_await_call(raw, parent)
        if optional:
            return Node("ChainExpression", raw.start_byte, self.end(raw), parent, self.tree, raw)
        return self.wrap_link(raw, parent)

    def _spine(self, raw: Raw) -> tuple[bool, Raw | None]:
        """Has the chain an optional link, and what does it start with?"""
        optional = False
        last: Raw | None = raw
        while last is not None:
            name = self.names[last.kind_id]
            if name == "call_expression":
                inner = self.field(last, "function")
            elif name == "member_expression" or name == "subscript_expression":
                inner = self.field(last, "object")
            elif name == "non_null_expression":
                last = self.only(last)
                continue
            else:
                break
            optional = optional or self.is_optional(last)
            last = inner
        return optional, last

    def is_optional(self, raw: Raw) -> bool:
        if self.field(raw, "optional_chain") is not None:
            return True
        # TypeScript's grammar has a bare token in calls.
        return self.typescript and self.names[raw.kind_id] == "call_expression" and self.has_token(raw, "?.")

    def wrap_link(self, raw: Raw, parent: Node) -> Node:
        """One link of a chain; anything else is wrapped as usual."""
        name = self.names[raw.kind_id]
        start = raw.start_byte
        if self.awaited:
            start = self.awaited.get(raw.id, start)
        if name == "member_expression" or name == "subscript_expression":
            type = "MemberExpression"
        elif name == "call_expression":
            type = "CallExpression"
            function = self.field(raw, "function")
            if function is not None and self.names[function.kind_id] == "import":
                type = "ImportExpression"
            elif self.data[raw.end_byte - 1 : raw.end_byte] == b"`":
                arguments = self.field(raw, "arguments")
                if arguments is not None and self.names[arguments.kind_id] == "template_string":
                    type = "TaggedTemplateExpression"
            elif start > raw.start_byte and function is not None and self._names_await(function):
                return self.wrap_awaited_operand(raw, parent)
        elif name == "non_null_expression":
            type = "TSNonNullExpression"
        else:
            return self.wrap(raw, parent)
        return Node(type, start, self.end(raw), parent, self.tree, raw)

    # In `await(a)(b)`, `await(a).b` the grammar takes await for the name of a function.

    def _names_await(self, raw: Raw) -> bool:
        return raw.end_byte - raw.start_byte == 5 and self.data[raw.start_byte : raw.end_byte] == b"await"

    def in_async(self, node: Node | None) -> bool:
        """Does ``await`` written in ``node`` mean the operator?"""
        while node is not None and not node.type.endswith(("FunctionExpression", "FunctionDeclaration")):
            if node.type == "Program":
                return bool(node.fields["sourceType"] == "module")
            if node.type == "StaticBlock":
                return False
            node = node.parent
        if node is None:
            return False
        # The function itself may be in the middle of being expanded.
        raw = node._raw
        return bool(node.fields["async"]) if raw is None else self.has_token(raw, "async")

    def wrap_await_call(self, raw: Raw, parent: Node) -> Node:
        """The operand is the whole chain, which begins with the parenthesis that looked like arguments."""
        links: list[Raw] = []
        inner: Raw | None = raw
        start = raw.start_byte
        while inner is not None:
            links.append(inner)
            function = self.field(inner, "function")
            if function is not None and self._names_await(function):
                arguments = self.field(inner, "arguments")
                start = start if arguments is None else arguments.start_byte
            inner = function or self.field(inner, "object") or self.only(inner)
        self.awaited |= {link.id: start for link in links}
        return Node("AwaitExpression", raw.start_byte, self.end(raw), parent, self.tree, (raw,))

    def await_(self, node: Node, raw: Any) -> Fields:
        if not isinstance(raw, tuple):
            inner = self.only(raw)
            return {"argument": self.nothing(node) if inner is None else self.wrap(inner, node)}
        (chain,) = raw
        if self._spine(chain)[0]:
            start = self.awaited[chain.id]
            return {"argument": Node("ChainExpression", start, self.end(chain), node, self.tree, chain)}
        return {"argument": self.wrap_link(chain, node)}

    def wrap_awaited_operand(self, raw: Raw, parent: Node) -> Node:
        arguments = self.field(raw, "arguments")
        parts = [] if arguments is None else self.parts(arguments)
        if len(parts) == 1:
            return self.wrap(parts[0], parent)
        if not parts:
            return self.node("Error", raw, parent)
        return Node("SequenceExpression", parts[0].start_byte, self.end(parts[-1]), parent, self.tree, arguments)

    def link_field(self, raw: Raw, name: str, parent: Node) -> Node:
        child = self.field(raw, name)
        return self.nothing(parent) if child is None else self.wrap_link(child, parent)

    def chain(self, node: Node, raw: Raw) -> Fields:
        return {"expression": self.wrap_link(raw, node)}

    def member(self, node: Node, raw: Raw) -> Fields:
        computed = self.names[raw.kind_id] == "subscript_expression"
        return {
            "object": self.link_field(raw, "object", node),
            "property": self.wrap_field(raw, "index" if computed else "property", node),
            "computed": computed,
            "optional": self.is_optional(raw),
        }

    def call(self, node: Node, raw: Raw) -> Fields:
        return {
            "callee": self.link_field(raw, "function", node),
            "arguments": self.wrap_all(self.field(raw, "arguments"), node),
            "optional": self.is_optional(raw),
        }

    def tagged_template(self, node: Node, raw: Raw) -> Fields:
        return {"tag": self.link_field(raw, "function", node), "quasi": self.wrap_field(raw, "arguments", node)}

    def import_expression(self, node: Node, raw: Raw) -> Fields:
        arguments = [*self.wrap_all(self.field(raw, "arguments"), node), None, None]
        return {"source": arguments[0] or self.nothing(node), "options": arguments[1]}

    def non_null(self, node: Node, raw: Raw) -> Fields:
        inner = self.only(raw)
        return {"expression": self.nothing(node) if inner is None else self.wrap_link(inner, node)}

    def wrap_decorator(self, raw: Raw, parent: Node) -> Node:
        inner = self.only(raw)
        return self.node("Error", raw, parent) if inner is None else self.wrap(inner, parent)

    # -- JSX -----------------------------------------------------------------------------------------------------

    def wrap_jsx_element(self, raw: Raw, parent: Node) -> Node:
        tag = self.field(raw, "open_tag")
        fragment = tag is not None and self.field(tag, "name") is None
        return self.node("JSXFragment" if fragment else "JSXElement", raw, parent)

    def jsx_element(self, node: Node, raw: Raw) -> Fields:
        opening, closing = self.field(raw, "open_tag"), self.field(raw, "close_tag")
        kind = node.type.removeprefix("JSX")
        if opening is None:  # <a/>: the element is its own tag
            tag = Node("JSXOpeningElement", node.start, node.end, node, self.tree, raw)
            return {"openingElement": tag, "children": [], "closingElement": None}
        return {
            f"opening{kind}": self.node(f"JSXOpening{kind}", opening, node),
            "children": self.jsx_children(raw, opening, closing, node),
            f"closing{kind}": None if closing is None else self.node(f"JSXClosing{kind}", closing, node),
        }

    def jsx_children(self, raw: Raw, opening: Raw, closing: Raw | None, parent: Node) -> list[Node]:
        """The grammar cuts text at entities and drops blank lines: text is what lies between the other children."""
        children: list[Node] = []
        done = opening.end_byte
        for child in [*self.parts(raw), None]:
            if child is not None and child.end_byte <= done:
                continue
            start = child.start_byte if child is not None else raw.end_byte if closing is None else closing.start_byte
            if closing is not None and start >= closing.start_byte:
                child, start = None, closing.start_byte
            if done < start:
                children.append(Node("JSXText", done, start, parent, self.tree, None))
            if child is None:
                break
            children.append(self.wrap(child, parent))
            done = child.end_byte
        return children

    def jsx_text(self, node: Node, raw: Any) -> Fields:
        return {"value": strings.jsx_text(self.data[node.start : node.end])}

    def jsx_opening(self, node: Node, raw: Raw) -> Fields:
        attributes = raw.children_by_field_id(self.grammar.fields["attribute"])
        return {
            "name": self.jsx_name(self.field(raw, "name"), node),
            "attributes": [self.wrap(c, node) for c in attributes],
            "selfClosing": node.parent is not None and node.end == node.parent.end,
        }

    def jsx_closing(self, node: Node, raw: Raw) -> Fields:
        return {"name": self.jsx_name(self.field(raw, "name"), node)}

    def jsx_name(self, raw: Raw | None, parent: Node) -> Node:
        if raw is None:
            return self.nothing(parent)
        name = self.names[raw.kind_id]
        if name == "jsx_namespace_name":
            return self.node("JSXNamespacedName", raw, parent)
        return self.node("JSXMemberExpression" if name == "member_expression" else "JSXIdentifier", raw, parent)

    def jsx_identifier(self, node: Node, raw: Any) -> Fields:
        return {"name": self.data[node.start : node.end].decode("utf-8", "replace")}

    def jsx_namespaced_name(self, node: Node, raw: Raw) -> Fields:
        pair = [self.jsx_name(c, node) for c in self.parts(raw)] + [self.nothing(node), self.nothing(node)]
        return {"namespace": pair[0], "name": pair[1]}

    def jsx_member(self, node: Node, raw: Raw) -> Fields:
        return {
            "object": self.jsx_name(self.field(raw, "object"), node),
            "property": self.jsx_name(self.field(raw, "property"), node),
        }

    def jsx_attribute(self, node: Node, raw: Raw) -> Fields:
        parts = self.parts(raw)
        return {
            "name": self.jsx_name(parts[0] if parts else None, node),
            "value": self.wrap(parts[1], node) if len(parts) > 1 else None,
        }

    def wrap_jsx_expression(self, raw: Raw, parent: Node) -> Node:
        inner = self.only(raw)
        type = "JSXExpressionContainer"
        if inner is not None and self.names[inner.kind_id] == "spread_element":
            type = "JSXSpreadAttribute" if parent.type == "JSXOpeningElement" else "JSXSpreadChild"
        return self.node(type, raw, parent)

    def jsx_container(self, node: Node, raw: Raw) -> Fields:
        inner = self.only(raw)
        if inner is None:
            empty = Node("JSXEmptyExpression", node.start + 1, node.end - 1, node, self.tree, raw)
            return {"expression": empty}
        return {"expression": self.wrap(inner, node)}

    def jsx_spread(self, node: Node, raw: Raw) -> Fields:
        spread = self.only(raw)
        inner = None if spread is None else self.only(spread)
        field = "argument" if node.type == "JSXSpreadAttribute" else "expression"
        return {field: self.nothing(node) if inner is None else self.wrap(inner, node)}

    # -- TypeScript ----------------------------------------------------------------------------------------------

    def enum(self, node: Node, raw: Raw) -> Fields:
        body = self.field(raw, "body")
        members = [] if body is None else self.parts(body)
        return {
            "id": self.wrap_field(raw, "name", node),
            "members": [self.node("TSEnumMember", c, node) for c in members],
        }

    def enum_member(self, node: Node, raw: Raw) -> Fields:
        name, value = raw, None
        if self.names[raw.kind_id] == "enum_assignment":
            name, value = self.field(raw, "name") or raw, self.field(raw, "value")
        return {"id": self.key(name, node)["key"], "initializer": self.wrap_optional(value, node)}

    # -- text that is not JavaScript -----------------------------------------------------------------------------

    def error(self, node: Node, raw: Any) -> Fields:
        if not isinstance(raw, Raw):
            return {"body": []}
        return {"body": [self.wrap(c, node) for c in raw.named_children if c.kind_id not in self.dropped]}

    # Parts of a node that have no ESTree node of their own: an ERROR in them belongs to the node around.
    _INNER = frozenset({
        "arguments", "formal_parameters", "switch_body", "import_clause", "named_imports", "export_clause",
        "class_heritage", "template_substitution", "else_clause", "finally_clause", "parenthesized_expression",
        "enum_body", "computed_property_name", "jsx_expression", "extends_clause",
    })  # fmt: skip
    _LISTS_ERRORS = frozenset({"Program", "BlockStatement", "ClassBody", "StaticBlock", "Error"})

    def add_errors(self, node: Node, raw: Raw, fields: Fields) -> None:
        if node.type in self._LISTS_ERRORS or node.type == "ChainExpression":
            return
        errors: list[Node] = []
        pending = [raw]
        while pending:
            inner = pending.pop()
            for child in inner.children:
                if child.kind_id == ERROR and not (node.type == "SwitchCase" and inner is raw):
                    if self._is_harmless(child, inner):
                        continue
                    errors.append(self.node("Error", child, node))
                elif child.has_error and self.names[child.kind_id] in self._INNER:
                    pending.append(child)
        # One raw node may stand for two ESTree nodes, one in the other: the inner one has the error.
        inner_nodes = [v for value in fields.values() for v in (value if isinstance(value, list) else [value])]
        spans = [v.span for v in inner_nodes if isinstance(v, Node)]
        errors = [e for e in errors if e.span in node.span and not any(e.span in span for span in spans)]
        if errors:
            fields["errors"] = sorted(errors, key=lambda n: n.start)

    def issues(self) -> tuple[SyntaxIssue, ...]:
        if not self.broken:
            return ()
        found: list[SyntaxIssue] = []
        cursor = self.parsed.walk()
        while True:
            raw = cursor.node
            assert raw is not None
            inside = False
            if raw.kind_id == ERROR:
                if not self._is_harmless(raw, raw.parent):
                    found.append(self._issue(raw, "unexpected"))
            elif raw.is_missing:
                if not self._needs_no_semicolon(raw):
                    found.append(self._issue(raw, "missing"))
            else:
                inside = raw.has_error and cursor.goto_first_child()
            while not inside and not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return tuple(found)

    def _issue(self, raw: Raw, what: str) -> SyntaxIssue:
        text = raw.type if raw.is_missing else self.data[raw.start_byte : raw.end_byte][:60].decode("utf-8", "replace")
        text = " ".join(text.split())
        return SyntaxIssue(Span(raw.start_byte, raw.end_byte), f"{what} {text[:40]!r}")

    def _is_harmless(self, raw: Raw, parent: Raw | None) -> bool:
        """Text that the grammar rejects though it may stand there: a bad escape in a template (valid if tagged), a
        bare ``&`` in JSX."""
        first = self.data[raw.start_byte : raw.start_byte + 1]
        parent_kind = "" if parent is None else self.names[parent.kind_id]
        if first == b"\\":
            return parent_kind == "template_string"
        return first == b"&" and parent_kind in ("jsx_element", "string")

    def _needs_no_semicolon(self, raw: Raw) -> bool:
        """``export default function(){}export{…}`` is valid; the grammar wants a semicolon after the function."""
        return raw.type == ";" and self.data[: raw.start_byte].rstrip()[-1:] == b"}" and self._after_default(raw)

    def _after_default(self, raw: Raw) -> bool:
        before = raw.prev_named_sibling
        return before is not None and self.names[before.kind_id] in (
            "function_expression",
            "generator_function",
            "class",
        )

    # -- tables --------------------------------------------------------------------------------------------------

    def _wrappers_by_name(self) -> dict[str, Callable[[Raw, Node], Node]]:
        return {
            "for_in_statement": self.wrap_for_in,
            "else_clause": self.wrap_clause,
            "finally_clause": self.wrap_clause,
            "required_parameter": self.wrap_parameter,
            "optional_parameter": self.wrap_parameter,
            "method_definition": self.wrap_method,
            "import_statement": self.wrap_import,
            "export_statement": self.wrap_export,
            "parenthesized_expression": self.wrap_parenthesized,
            "binary_expression": self.wrap_binary,
            "member_expression": self.wrap_chain,
            "subscript_expression": self.wrap_chain,
            "call_expression": self.wrap_chain,
            "non_null_expression": self.wrap_chain,
            "decorator": self.wrap_decorator,
            "jsx_element": self.wrap_jsx_element,
            "jsx_expression": self.wrap_jsx_expression,
        }

    def _expanders_by_type(self) -> dict[str, Callable[[Node, Any], Fields]]:
        return {
            "Program": self.program,
            "BlockStatement": self.block,
            "StaticBlock": self.static_block,
            "VariableDeclaration": self.variable_declaration,
            "VariableDeclarator": self.variable_declarator,
            "ForInStatement": self.for_in,
            "ForOfStatement": self.for_in,
            "ForStatement": self.for_,
            "SwitchStatement": self.switch,
            "SwitchCase": self.switch_case,
            "FunctionDeclaration": self.function,
            "FunctionExpression": self.function,
            "ArrowFunctionExpression": self.arrow,
            "ClassDeclaration": self.class_,
            "ClassExpression": self.class_,
            "ClassBody": self.class_body,
            "MethodDefinition": self.method,
            "PropertyDefinition": self.property_definition,
            "ImportDeclaration": self.import_declaration,
            "ImportDefaultSpecifier": self.import_default_specifier,
            "ImportSpecifier": self.import_specifier,
            "ExportNamedDeclaration": self.export_named,
            "ExportSpecifier": self.export_specifier,
            "ExportDefaultDeclaration": self.export_default,
            "ExportAllDeclaration": self.export_all,
            "Identifier": self.identifier,
            "PrivateIdentifier": self.private_identifier,
            "Literal": self.literal,
            "TemplateLiteral": self.template,
            "TemplateElement": self.template_element,
            "MetaProperty": self.meta_property,
            "ObjectExpression": self.object,
            "ObjectPattern": self.object,
            "Property": self.property,
            "AssignmentPattern": self.assignment_pattern,
            "ArrayExpression": self.array,
            "ArrayPattern": self.array,
            "AssignmentExpression": self.assignment,
            "BinaryExpression": self.binary,
            "LogicalExpression": self.binary,
            "UnaryExpression": self.unary,
            "UpdateExpression": self.update,
            "SequenceExpression": self.sequence,
            "YieldExpression": self.yield_,
            "NewExpression": self.new,
            "AwaitExpression": self.await_,
            "ChainExpression": self.chain,
            "MemberExpression": self.member,
            "CallExpression": self.call,
            "TaggedTemplateExpression": self.tagged_template,
            "ImportExpression": self.import_expression,
            "TSNonNullExpression": self.non_null,
            "JSXElement": self.jsx_element,
            "JSXFragment": self.jsx_element,
            "JSXText": self.jsx_text,
            "JSXOpeningElement": self.jsx_opening,
            "JSXClosingElement": self.jsx_closing,
            "JSXIdentifier": self.jsx_identifier,
            "JSXNamespacedName": self.jsx_namespaced_name,
            "JSXMemberExpression": self.jsx_member,
            "JSXAttribute": self.jsx_attribute,
            "JSXExpressionContainer": self.jsx_container,
            "JSXSpreadAttribute": self.jsx_spread,
            "JSXSpreadChild": self.jsx_spread,
            "TSEnumDeclaration": self.enum,
            "TSEnumMember": self.enum_member,
            "Error": self.error,
        }
