"""Scope and binding: the two nouns of scope analysis (ECMA-262, 9.1 and 14.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from bundlescan.syntax.nodes import Node

FUNCTIONS = frozenset({"FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"})
CLASSES = frozenset({"ClassDeclaration", "ClassExpression"})
#: nodes that open a scope of their own; a function's body block shares the function's scope
SCOPED = FUNCTIONS | CLASSES | frozenset({
    "Program", "BlockStatement", "ForStatement", "ForInStatement", "ForOfStatement", "SwitchStatement",
    "CatchClause", "StaticBlock",
})  # fmt: skip


@dataclass(eq=False, slots=True)
class Binding:
    """A declared name. ``node`` is the declaring node: VariableDeclarator, function, class, import
    specifier, CatchClause; for a parameter the function. ``ids`` are the declaring identifiers."""

    name: str
    kind: str  # var, let, const, function, class, parameter, import, catch, self
    scope: Scope
    node: Node
    ids: list[Node]


@dataclass(eq=False, slots=True)
class Scope:
    """The names declared at ``node``, and the scope around it."""

    node: Node
    parent: Scope | None
    bindings: dict[str, Binding] = field(default_factory=dict)

    @property
    def function(self) -> Node:
        """The function (or Program, or StaticBlock) whose activation holds this scope."""
        scope: Scope | None = self
        while scope is not None:
            if scope.node.type in FUNCTIONS or scope.node.type in ("Program", "StaticBlock"):
                return scope.node
            scope = scope.parent
        raise ValueError("a scope outside any Program")
