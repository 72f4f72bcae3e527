"""A whole tree, node by node, without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from bundlescan.syntax.nodes import Node


def walk(node: Node) -> Iterator[Node]:
    """``node`` and everything inside it, parents before children, in source order. Expands all of it: the analysis
    goes by ``Tree.at`` instead."""
    pending = [node]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(node.children()))
