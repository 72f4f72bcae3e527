"""Scopes on demand.

Nothing is built ahead: a scope's declarations are collected when an identifier below it is first resolved,
and the references of a binding are found by looking for its name in the bytes of its scope and resolving
just those places. In a megabyte bundle this touches a few hundred nodes instead of all 700,000.

Not handled: ``with`` and direct ``eval`` (names they could capture are taken as lexical), identifiers that
are spelled with escapes at some of their uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bundlescan.scope.model import CLASSES, FUNCTIONS, SCOPED, Binding, Scope
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node, Tree
from bundlescan.syntax.strings import spelling

_STATEMENT_PARTS: dict[str, tuple[str, ...]] = {
    "BlockStatement": ("body",),
    "Error": ("body",),
    "IfStatement": ("consequent", "alternate"),
    "ForStatement": ("init", "body"),
    "ForInStatement": ("left", "body"),
    "ForOfStatement": ("left", "body"),
    "WhileStatement": ("body",),
    "DoWhileStatement": ("body",),
    "TryStatement": ("block", "handler", "finalizer"),
    "CatchClause": ("body",),
    "SwitchStatement": ("cases",),
    "SwitchCase": ("consequent",),
    "LabeledStatement": ("body",),
    "ExportNamedDeclaration": ("declaration",),
}


def _hoisted(statements: list[Node]) -> Iterator[Node]:
    """The ``var`` declarations below ``statements``, nested functions left out."""
    stack = list(reversed(statements))
    while stack:
        node = stack.pop()
        if node.type == "VariableDeclaration":
            if node.kind == "var":
                yield node
            continue
        parts: list[Node] = []
        for name in _STATEMENT_PARTS.get(node.type, ()):
            part = node.get(name)
            if isinstance(part, list):
                parts += part
            elif part is not None:
                parts.append(part)
        stack += reversed(parts)


class Scopes:
    """Scope analysis of one tree, made as it is asked for."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._scopes: dict[Node, Scope] = {}
        self._references: dict[Binding, list[Node]] = {}

    # -- scopes -------------------------------------------------------------------------------------------

    def scope_at(self, node: Node) -> Scope:
        """The innermost scope in which an identifier standing at ``node`` is looked up."""
        child, parent = node, node.parent
        while parent is not None:
            if parent.type in SCOPED and not self._outside(parent, child):
                return self.scope(parent)
            child, parent = parent, parent.parent
        return self.scope(self.tree.root)

    @staticmethod
    def _outside(parent: Node, child: Node) -> bool:
        """Whether ``child`` stands in ``parent``'s span but not in its scope."""
        if parent.type == "FunctionDeclaration" or parent.type == "ClassDeclaration":
            return parent.id is child
        if parent.type == "SwitchStatement":
            return parent.discriminant is child
        if parent.type == "BlockStatement":  # a function's body shares the function's scope
            return parent.parent is not None and parent.parent.type in FUNCTIONS
        return False

    def scope(self, node: Node) -> Scope:
        """The scope that ``node`` (a scope-opening node) opens."""
        known = self._scopes.get(node)
        if known is None:
            parent = None if node.parent is None else self.scope_at(node)
            known = self._scopes[node] = Scope(node, parent)
            self._collect(known)
        return known

    def _collect(self, scope: Scope) -> None:
        node = scope.node
        if node.type in FUNCTIONS:
            if node.type == "FunctionExpression" and node.id is not None:
                self._declare(scope, "self", node, [node.id])
            for parameter in node.params:
                self._declare(scope, "parameter", node, [t for t, _ in targets(parameter)])
            if node.body is not None and node.body.type == "BlockStatement":
                self._collect_statements(scope, node.body.body, hoist=True)
        elif node.type in CLASSES:
            if node.type == "ClassExpression" and node.id is not None:
                self._declare(scope, "self", node, [node.id])
        elif node.type in ("Program", "StaticBlock"):
            self._collect_statements(scope, node.body, hoist=True)
        elif node.type == "BlockStatement":
            self._collect_statements(scope, node.body, hoist=False)
        elif node.type == "SwitchStatement":
            self._collect_statements(scope, [s for case in node.cases for s in case.consequent], hoist=False)
        elif node.type == "CatchClause":
            if node.param is not None:
                self._declare(scope, "catch", node, [t for t, _ in targets(node.param)])
        else:
            head = node.get("init") or node.get("left")
            if head is not None and head.type == "VariableDeclaration" and head.kind != "var":
                self._collect_variables(scope, head)

    def _collect_statements(self, scope: Scope, statements: list[Node], *, hoist: bool) -> None:
        for node in statements:
            if node.type in ("ExportNamedDeclaration", "ExportDefaultDeclaration"):
                declared = node.declaration
                if declared is None:
                    continue
                node = declared
            if node.type == "VariableDeclaration":
                if node.kind != "var":
                    self._collect_variables(scope, node)
            elif node.type == "FunctionDeclaration":
                if node.id is not None:
                    self._declare(scope, "function", node, [node.id])
            elif node.type == "ClassDeclaration":
                if node.id is not None:
                    self._declare(scope, "class", node, [node.id])
            elif node.type == "ImportDeclaration":
                for specifier in node.specifiers:
                    self._declare(scope, "import", specifier, [specifier.local])
            elif node.type == "TSEnumDeclaration":
                self._declare(scope, "const", node, [node.id])
            elif node.type == "Error":
                self._collect_statements(scope, node.body, hoist=False)
        if hoist:
            for node in _hoisted(statements):
                self._collect_variables(scope, node)

    def _collect_variables(self, scope: Scope, declaration: Node) -> None:
        for declarator in declaration.declarations:
            self._declare(scope, declaration.kind, declarator, [t for t, _ in targets(declarator.id)])

    @staticmethod
    def _declare(scope: Scope, kind: str, node: Node, ids: list[Node]) -> None:
        for identifier in ids:
            if identifier.type != "Identifier":
                continue
            known = scope.bindings.get(identifier.name)
            if known is None or known.kind == "self":
                scope.bindings[identifier.name] = Binding(identifier.name, kind, scope, node, [identifier])
            else:  # `var a; var a = 1`, or a function and a var of one name
                known.ids.append(identifier)

    # -- names --------------------------------------------------------------------------------------------

    def lookup(self, name: str, node: Node) -> Binding | None:
        """What ``name`` means at ``node``; None for a global that this script does not declare."""
        scope: Scope | None = self.scope_at(node)
        while scope is not None:
            binding = scope.bindings.get(name)
            if binding is not None:
                return binding
            scope = scope.parent
        return None

    def resolve(self, identifier: Node) -> Binding | None:
        name = identifier.get("name")  # broken code has none in the place of some
        return self.lookup(name, identifier) if name is not None else None

    def references(self, binding: Binding) -> list[Node]:
        """Every identifier (JSX names too) that means ``binding``, declarations included, in source order."""
        known = self._references.get(binding)
        if known is None:
            span = binding.scope.node
            found = self.named(binding.name, span.start, span.end)
            known = [node for node in found if self.resolve(node) is binding]
            self._references[binding] = known
        return known

    def globals(self, name: str) -> list[Node]:
        """Every identifier ``name`` in the script that no declaration of the script binds."""
        found = self.named(name, self.tree.span.start, self.tree.span.end)
        return [node for node in found if self.resolve(node) is None]

    def named(self, name: str, start: int, end: int) -> list[Node]:
        """The identifiers called ``name`` in the bytes ``[start, end)`` that are variables, not property names."""
        out: list[Node] = []
        at = self.tree.at
        data = self.tree.source.data
        for match in _name_pattern(name).finditer(data, start, end):
            before = data[match.start() - 1] if match.start() else 0
            if before in _PART or (before == 46 and data[match.start() - 3 : match.start()] != b"..."):
                continue  # the end of a longer name, or a property
            node = variable(at(match.start(), match.end()))
            if node is not None and node.get("name") == name:
                out.append(node)
        return out


#: bytes of identifiers (and #, which begins a private name)
_PART = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$#") | frozenset(range(0x80, 0x100))


def _name_pattern(name: str) -> re.Pattern[bytes]:
    """``name`` up to the end of an identifier; it begins with its text, which is what makes the search fast."""
    return re.compile(spelling(name) + rb"(?![\w$\x80-\xff])")


def variable(node: Node) -> Node | None:
    """``node`` where it stands for a variable (read, written or declared), else None.

    In a shorthand (``{a}``, ``import{a}``, ``export{a}``) one spelling is two nodes; the variable is returned.
    """
    if node.type == "JSXIdentifier":
        parent = node.parent
        return node if parent is not None and parent.type in ("JSXOpeningElement", "JSXMemberExpression") else None
    if node.type != "Identifier":
        return None
    parent = node.parent
    if parent is None:
        return node
    match parent.type:
        case "MemberExpression":
            return node if parent.computed or parent.object is node else None
        case "Property":
            if parent.shorthand:
                value = parent.value
                while value.type == "AssignmentPattern":
                    value = value.left
                return value if value.type == "Identifier" else None
            return node if parent.computed or parent.value is node else None
        case "MethodDefinition" | "PropertyDefinition":
            return node if parent.computed or parent.value is node else None
        case "ImportSpecifier":
            return parent.local  # type: ignore[no-any-return]
        case "ExportSpecifier":
            local = parent.local
            source = parent.parent.get("source") if parent.parent is not None else None
            if source is not None or local.type != "Identifier":
                return None
            return local if local is node or (local.start, local.end) == (node.start, node.end) else None
        case "ExportAllDeclaration" | "MetaProperty" | "LabeledStatement" | "BreakStatement" | "ContinueStatement":
            return None
        case "TSEnumMember":
            return node if parent.get("initializer") is node else None
        case _:
            return node
