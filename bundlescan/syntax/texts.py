"""How code joins texts: templates, ``+``, ``"a".concat(b)``; and what an expression is wrapped in."""

from __future__ import annotations

from collections.abc import Iterator

from bundlescan.syntax.nodes import Node

#: node type -> the field with the expression whose value it has
TRANSPARENT = {
    "ChainExpression": "expression",
    "TSAsExpression": "expression",
    "TSSatisfiesExpression": "expression",
    "TSNonNullExpression": "expression",
    "TSTypeAssertion": "expression",
    "ParenthesizedExpression": "expression",
}


def bare(node: Node) -> Node:
    """The expression in ``node`` without types, parentheses and the ends of optional chains."""
    while node.type in TRANSPARENT:
        node = node.fields[TRANSPARENT[node.type]]
    return node


def concatenated(node: Node) -> list[Node] | None:
    """The operands of ``"a".concat(b, c).concat(d)``, left to right; None for any other expression. Only what begins
    with a text is taken for one: arrays have a method of that name."""
    operands: list[Node] = []
    while node.type == "CallExpression":
        callee = node.callee
        if callee.type != "MemberExpression" or callee.computed or callee.property.get("name") != "concat":
            return None
        if any(argument.type == "SpreadElement" for argument in node.arguments):
            return None
        operands = [*node.arguments, *operands]
        node = callee.object
    is_text = node.type == "TemplateLiteral" or (node.type == "Literal" and isinstance(node.value, str))
    return [node, *operands] if operands and is_text and not node.get("regex") else None


def pieces(node: Node) -> Iterator[Node]:
    """The operands of a text, left to right: literals, template texts and expressions."""
    node = bare(node)
    if node.type == "TemplateLiteral":
        for index, quasi in enumerate(node.quasis):
            yield quasi
            if index < len(node.expressions):
                yield from pieces(node.expressions[index])
    elif node.type == "BinaryExpression" and node.operator == "+":
        chain = []
        while node.type == "BinaryExpression" and node.operator == "+":
            chain.append(node.right)
            node = node.left
        yield from pieces(node)
        for right in reversed(chain):
            yield from pieces(right)
    else:
        operands = concatenated(node)
        if operands is None:
            yield node
        for operand in operands or ():
            yield from pieces(operand)
