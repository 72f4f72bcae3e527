"""Does esprima, the strict reference, accept a piece of code on its own?

The proof that a rewrite left valid code behind: the smallest ancestor of an edit that can be parsed alone is put
into a shell that gives it its context (``await``, ``yield``, ``super``, ``return``, private names, labels, strict
mode), and esprima says yes or no. Accepted before an edit, it must be accepted after it. A resource limit is no
answer, and neither is one about TypeScript.

The shell ends in a marker whose place is checked, so that a piece cannot pass by closing the shell itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from bundlescan.syntax.nodes import Node

Goal = Literal["function", "class", "method", "property", "statement", "declarator", "expression", "program"]
"""What a piece is: a ``method`` is any class member, a ``property`` one of an object."""


class Verdict(Enum):
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_JUDGED = "not judged"


_END = "$end$"
_MARKER = f"\nclass {_END}0 {{}}"  # no body of an `if`, no end of an expression
_PRIVATE_NAME = re.compile(r"#([^\W\d][\w$]*|\$[\w$]*)")
_JSX = re.compile(r"</|/>")
_MODULE_ITEM = re.compile(r"\s*(?:export\b|import\b(?!\s*[.(]))")


def accepts(
    code: bytes,
    *,
    goal: Goal,
    is_async: bool = False,
    is_generator: bool = False,
    strict: bool = False,
    module: bool = False,
    labels: Sequence[str] = (),
) -> Verdict:
    """Is ``code`` a valid piece of the kind ``goal``? The flags say where it stands: inside an async function or a
    generator, in strict code, in a module, inside statements with these labels."""
    from bundlescan.syntax.from_esprima import SyntaxFailure, parse_text

    text = code.decode("utf-8", "replace")
    module = module or "import.meta" in text
    whole = goal == "program" or (goal == "statement" and module and _MODULE_ITEM.match(text) is not None)
    program = text if whole else _shell(text, goal, is_async, is_generator, strict or module, labels)
    dialects = [False, True] if _JSX.search(text) else [False]
    for jsx in dialects:
        try:
            tree = parse_text(program, module=module, jsx=jsx)
        except SyntaxFailure as failure:
            if failure.limit:
                return Verdict.NOT_JUDGED
            continue
        return Verdict.ACCEPTED if whole or _ends_where_it_should(tree, goal) else Verdict.REFUSED
    return Verdict.REFUSED


def _shell(text: str, goal: Goal, is_async: bool, is_generator: bool, strict: bool, labels: Sequence[str]) -> str:
    """A function of the right kind around the piece. ``super()`` and private names stand in classes only, which are
    strict; sloppy code gets a method of an object."""
    privates = sorted(set(_PRIVATE_NAME.findall(text)) - {"constructor"}) if strict else []
    fields = "".join(f"#{name};" for name in privates)
    inner = {
        "statement": f"{text}",
        "declarator": f"var {text}\n, {_END};",
        "expression": f"[({text}\n), {_END}];",
        "function": f"[({text}\n), {_END}];",
        "class": f"[({text}\n), {_END}];",
        "method": f"[class extends Object {{\n{text}\n;{_END} }}];",
        "property": f"[{{{text}\n, {_END}: 0}}];",
        "program": text,
    }[goal]
    loop = "".join(f"{label}: " for label in labels) + "for (;;) switch (0) { default:\n"
    body = f"{loop}{inner}{_MARKER} }}"
    if not strict:
        kind = ("async " if is_async else "") + ("*" if is_generator else "")
        return f"[{{ {kind}m() {{ {body} }} }}];"
    if is_generator:
        kind = "async *" if is_async else "*"
        return f"[class extends Object {{ {fields} {kind}m() {{ {body} }} }}];"
    if is_async:
        body = f"async () => {{ {body} }}"
    return f"[class extends Object {{ {fields} constructor() {{ {body} }} }}];"


def _ends_where_it_should(program: Any, goal: Goal) -> bool:
    """Is the marker where the shell put it, and the piece the only thing before it?"""
    if len(program.body) != 1:
        return False
    (holder,) = program.body[0].expression.elements
    members = holder.properties or holder.body.body
    statements = members[-1].value.body.body
    if len(statements) == 1 and statements[0].type == "ExpressionStatement":
        statements = statements[0].expression.body.body
    if len(statements) != 1:
        return False
    loop = statements[0]
    while loop.type == "LabeledStatement":
        loop = loop.body
    (case,) = loop.body.cases
    *pieces, marker = case.consequent
    if marker.type != "ClassDeclaration" or marker.id.name != f"{_END}0":
        return False
    if goal == "statement":
        return True
    if len(pieces) != 1:
        return False
    piece = pieces[0]
    if goal == "declarator":
        return len(piece.declarations) == 2 and piece.declarations[1].id.name == _END
    elements = piece.expression.elements
    if goal in ("expression", "function", "class"):
        return len(elements) == 2 and elements[1].name == _END and _fits(elements[0], goal)
    if len(elements) != 1:
        return False
    if goal == "property":
        return len(elements[0].properties) == 2 and elements[0].properties[1].key.name == _END
    members = elements[0].body.body
    return len(members) == 2 and members[1].key is not None and members[1].key.name == _END


def _fits(node: Any, goal: Goal) -> bool:
    if goal == "function":
        return node.type in ("FunctionExpression", "ArrowFunctionExpression")
    return goal == "expression" or node.type == "ClassExpression"


@dataclass(frozen=True)
class Fragment:
    """A node that can be parsed alone, and the context it needs."""

    node: Node
    goal: Goal
    is_async: bool
    is_generator: bool
    strict: bool
    module: bool
    labels: tuple[str, ...]

    def accepts(self, code: bytes) -> Verdict:
        """The verdict on ``code`` in the place of the node."""
        if self.node.tree.language != "js":
            return Verdict.NOT_JUDGED
        return accepts(
            code,
            goal=self.goal,
            is_async=self.is_async,
            is_generator=self.is_generator,
            strict=self.strict,
            module=self.module,
            labels=self.labels,
        )


def judge_node(node: Node) -> Verdict:
    """The verdict on the smallest ancestor of ``node`` (or itself) that can be parsed alone."""
    fragment = fragment_of(node)
    return fragment.accepts(node.source.data[fragment.node.start : fragment.node.end])


def smallest_judgeable(node: Node) -> Node:
    """The smallest function, class, class member, declarator or statement around ``node``, or ``node`` itself."""
    current: Node = node
    while _goal(current) is None and current.parent is not None:
        current = current.parent
    return current


def fragment_of(node: Node) -> Fragment:
    """The smallest judgeable ancestor of ``node`` with its context."""
    piece = smallest_judgeable(node)
    goal = _goal(piece) or "program"
    root = next((n for n in piece.ancestors() if n.type == "Program"), piece)
    module = root.get("sourceType") == "module"
    is_async = module
    is_generator = False
    function_seen = False
    strict = module
    labels: list[str] = []
    child = piece
    for ancestor in piece.ancestors():
        type = ancestor.type
        if not function_seen and type == "LabeledStatement":
            labels.append(ancestor.label.name)
        elif type in _FUNCTIONS:
            if not function_seen:
                function_seen, is_async, is_generator = True, ancestor.get("async"), ancestor.generator
            strict = strict or _has_directive(ancestor.body)
        elif type == "StaticBlock" or (type == "PropertyDefinition" and ancestor.value is child):
            if not function_seen:
                function_seen, is_async, is_generator = True, False, False
        elif type in ("ClassDeclaration", "ClassExpression"):
            strict = True
        elif type == "Program":
            strict = strict or _has_directive(ancestor)
        child = ancestor
    return Fragment(piece, goal, is_async, is_generator, strict, module, tuple(reversed(labels)))


_FUNCTIONS = frozenset({"FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"})
_CLASSES = frozenset({"ClassDeclaration", "ClassExpression"})
_STATEMENTS = frozenset({
    "ExpressionStatement", "VariableDeclaration", "BlockStatement", "EmptyStatement", "IfStatement", "ForStatement",
    "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement", "SwitchStatement", "TryStatement",
    "WithStatement", "LabeledStatement", "ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement",
    "DebuggerStatement", "ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration",
    "ExportAllDeclaration",
})  # fmt: skip
_LOOPS = frozenset({"ForInStatement", "ForOfStatement", "ForStatement"})


def _goal(node: Node) -> Goal | None:
    """What kind of piece the node is, if it can be parsed alone."""
    type = node.type
    parent = node.parent
    if type in _FUNCTIONS:
        # The function of a method begins at its parenthesis: the method is the piece.
        is_method = parent is not None and (
            parent.type == "MethodDefinition" or (parent.type == "Property" and _is_method(parent))
        )
        return None if is_method else "function"
    if type in _CLASSES:
        return "class"
    if type in ("MethodDefinition", "PropertyDefinition", "StaticBlock"):
        # A constructor may call super(), which only a class with its own heritage allows: the class is the piece.
        return None if type == "MethodDefinition" and node.kind == "constructor" else "method"
    if type == "Property" and parent is not None and parent.type == "ObjectExpression":
        return "property" if _is_method(node) else None
    if type == "VariableDeclarator":
        return "declarator" if node.init is not None else None
    if type == "ExportNamedDeclaration" and node.declaration is None and node.get("source") is None:
        return None  # what it exports must be declared
    if type in _STATEMENTS:
        in_head = type == "VariableDeclaration" and parent is not None and parent.type in _LOOPS
        return None if in_head and parent is not None and parent.body is not node else "statement"
    return "program" if type == "Program" else None


def _is_method(node: Node) -> bool:
    return bool(node.method) or node.kind in ("get", "set")


def _has_directive(body: Node) -> bool:
    """Does a function body or program begin with ``"use strict"``?"""
    if body.type not in ("BlockStatement", "Program"):
        return False
    data = body.source.data
    for statement in body.body:
        expression = statement.expression if statement.type == "ExpressionStatement" else None
        if (
            expression is None
            or expression.type != "Literal"
            or data[statement.start : statement.start + 1] not in (b'"', b"'")
        ):
            return False
        if data[expression.start + 1 : expression.end - 1] == b"use strict":
            return True
    return False
