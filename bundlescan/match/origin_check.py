"""Server code that compares the Host of a request with its Origin: rule server-origin-check.

A comparison counts if one side is made of ``headers.host`` and the other of ``headers.origin``, directly, through calls
or through variables. What follows from it (a refusal) is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bundlescan.bundle.project import Unit
from bundlescan.finding import Finding
from bundlescan.match import engine
from bundlescan.match import place as places
from bundlescan.match.client import Rule
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.syntax.walk import walk

RULE = "server-origin-check"
_COMPARISONS = frozenset({"==", "===", "!=", "!=="})
_GETTERS = frozenset({"get", "header", "getHeader"})
_ORIGIN = re.compile(rb"\borigin\b", re.IGNORECASE)
#: how many variables a header may go through, and how long (bytes) a side of a comparison may be
MAX_DEPTH, MAX_SIDE = 3, 2_000


def origin_checks(unit: Unit, rule: Rule) -> list[Finding]:
    found: dict[Node, Finding] = {}
    for match in _ORIGIN.finditer(unit.source.data, unit.span.start, unit.span.end):
        for node in _comparisons(unit, unit.tree.at(match.start(), match.end())):
            host, origin = _read(unit, node, "host"), _read(unit, node, "origin")
            if node not in found and host is not None and origin is not None:
                steps = (
                    places.step(host, host.span, "the Host header: what the client, or the proxy, says it asked for"),
                    places.step(origin, origin.span, "the Origin header: none in a same-origin polling GET"),
                    places.step(node, node.span, "their host names are compared"),
                )
                found[node] = engine.plain(rule, rule.message, node, node.span, (rule.id,), None, None, steps)
    return list(found.values())


def _comparisons(unit: Unit, node: Node, depth: int = 0) -> Iterator[Node]:
    """The comparisons that a value read at ``node`` may go to."""
    current: Node | None = node
    while current is not None and not current.type.endswith("Statement"):
        if current.type == "BinaryExpression" and current.operator in _COMPARISONS:
            yield current
        elif current.type == "VariableDeclarator" and depth < MAX_DEPTH:
            for target, _ in targets(current.id):
                binding = unit.scopes.resolve(target) if target.type == "Identifier" else None
                for reference in unit.scopes.references(binding)[:20] if binding is not None else ():
                    if reference is not target:
                        yield from _comparisons(unit, reference, depth + 1)
            return
        current = current.parent


def _read(unit: Unit, comparison: Node, name: str) -> Node | None:
    """Where one side of a comparison reads the header ``name``, if the other side does not."""
    left, right = (_header(unit, side, name) for side in (comparison.left, comparison.right))
    return (left if left is not None else right) if (left is None) != (right is None) else None


def _header(unit: Unit, node: Node, name: str, depth: int = 0) -> Node | None:
    """Where the header ``name`` is read in ``node``, or in what its variables hold."""
    if node.end - node.start > MAX_SIDE:
        return None
    for inner in walk(node):
        if _reads(unit, inner, name):
            return inner
        if inner.type == "Identifier" and depth < MAX_DEPTH and not _is_property_name(inner):
            declared = _declared(unit, inner)
            if declared is not None:
                pattern, init = declared
                if _key(pattern, inner) == name and _is_headers(unit, init, depth + 1):
                    return inner
                found = _header(unit, init, name, depth + 1) if pattern.type == "Identifier" else None
                if found is not None:
                    return found
    return None


def _is_property_name(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "MemberExpression" and parent.property is node and not parent.computed


def _reads(unit: Unit, node: Node, name: str) -> bool:
    if node.type == "MemberExpression":
        return _property(node) == name and _is_headers(unit, node.object, 0)
    if node.type == "CallExpression" and node.callee.type == "MemberExpression" and len(node.arguments) == 1:
        key = node.arguments[0].get("value") if node.arguments[0].type == "Literal" else None
        return isinstance(key, str) and key.lower() == name and _property(node.callee) in _GETTERS
    return False


def _is_headers(unit: Unit, node: Node, depth: int) -> bool:
    """Whether an expression is an object with the headers of a request, by its name."""
    while node.type in ("ChainExpression", "TSNonNullExpression", "TSAsExpression"):
        node = node.expression
    if node.type == "MemberExpression":
        return _property(node) == "headers"
    if node.type != "Identifier":
        return False
    declared = _declared(unit, node) if depth < MAX_DEPTH else None
    if declared is None:
        return bool(node.name == "headers")
    pattern, init = declared
    if pattern.type != "Identifier":
        return _key(pattern, node) == "headers"
    return _is_headers(unit, init, depth + 1)


def _property(member: Node) -> object:
    key = member.property
    return (
        key.get("value") if member.computed and key.type == "Literal" else None if member.computed else key.get("name")
    )


def _declared(unit: Unit, identifier: Node) -> tuple[Node, Node] | None:
    """The pattern and the initial value of a variable that is declared with one."""
    binding = unit.scopes.resolve(identifier)
    node = binding.node if binding is not None else None
    if node is None or node.type != "VariableDeclarator" or node.init is None:
        return None
    return node.id, node.init


def _key(pattern: Node, identifier: Node) -> object:
    """The property that a pattern stores in a variable."""
    for target, hops in targets(pattern):
        if (
            target.type == "Identifier"
            and target.name == identifier.name
            and len(hops) == 1
            and hops[0].key is not None
        ):
            return key_name(hops[0].key)
    return None
