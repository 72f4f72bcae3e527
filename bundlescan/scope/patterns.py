"""Binding patterns: the identifiers that a pattern declares or assigns, and the way to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bundlescan.syntax.nodes import Node


@dataclass(frozen=True, slots=True)
class Hop:
    """One step down a pattern. ``key`` is a property node (``computed`` says how to read it), an index, or
    None for a rest element that leaves out ``skipped`` keys or the first ``index`` elements; ``default`` is
    the value when the slot is undefined."""

    key: Node | None = None
    computed: bool = False
    index: int | None = None
    rest: bool = False
    skipped: tuple[Node, ...] = ()
    default: Node | None = None


def targets(pattern: Node | None, hops: tuple[Hop, ...] = ()) -> Iterator[tuple[Node, tuple[Hop, ...]]]:
    """Every assignable leaf of ``pattern`` (Identifier or MemberExpression) with the hops that lead to it."""
    if pattern is None:
        return
    match pattern.type:
        case "AssignmentPattern":
            yield from targets(pattern.left, (*hops, Hop(default=pattern.right)))
        case "ObjectPattern":
            keys: list[Node] = []
            for prop in pattern.properties:
                if prop.type == "RestElement":
                    yield from targets(prop.argument, (*hops, Hop(rest=True, skipped=tuple(keys))))
                elif prop.type == "Property":
                    keys.append(prop.key)
                    yield from targets(prop.value, (*hops, Hop(key=prop.key, computed=bool(prop.computed))))
        case "ArrayPattern":
            for index, element in enumerate(pattern.elements):
                if element is None:
                    continue
                if element.type == "RestElement":
                    yield from targets(element.argument, (*hops, Hop(rest=True, index=index)))
                else:
                    yield from targets(element, (*hops, Hop(index=index)))
        case "RestElement":
            yield from targets(pattern.argument, (*hops, Hop(rest=True, index=0)))
        case "Identifier" | "MemberExpression":
            yield pattern, hops
        case "TSParameterProperty":
            yield from targets(pattern.parameter, hops)
        case _:
            return
