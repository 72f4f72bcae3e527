"""Compares two trees of one source: what one parser sees, the other must see."""

from __future__ import annotations

import math
from typing import Any

from bundlescan.syntax import Node, Tree


def differences(a: Tree, b: Tree, limit: int = 20) -> list[str]:
    """One line for each place where the trees differ in types, spans, fields or values; at most ``limit``.

    Below a difference in type the comparison stops: everything there would differ.
    """
    found: list[str] = []
    pending: list[tuple[Node, Node]] = [(a.root, b.root)]
    while pending and len(found) < limit:
        left, right = pending.pop()
        if left.type != right.type:
            found.append(f"{_excerpt(left)}: {left!r} / {right!r}")
            continue
        if left.start != right.start or left.end != right.end:
            found.append(f"{_excerpt(left)}: {left!r} / {right!r}")
        mine, others = left.fields, right.fields
        for name in mine.keys() ^ others.keys():
            found.append(f"{_excerpt(left)}: {left.type}.{name} is only in one tree")
        for name in mine.keys() & others.keys():
            for one, other in _pairs(mine[name], others[name]):
                if isinstance(one, Node) and isinstance(other, Node):
                    pending.append((one, other))
                elif not _same(one, other):
                    found.append(f"{_excerpt(left)}: {left.type}.{name} is {one!r} / {other!r}")
    return found


def _pairs(one: Any, other: Any) -> list[tuple[Any, Any]]:
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return list(zip(one, other, strict=True))
    return [(one, other)]


def _same(x: Any, y: Any) -> bool:
    if isinstance(x, float) and isinstance(y, float) and math.isnan(x) and math.isnan(y):
        return True
    return type(x) is type(y) and x == y


def _excerpt(node: Node) -> str:
    text = " ".join(node.text.split())
    short = text if len(text) <= 60 else text[:40] + " … " + text[-15:]
    return f"{node.start}:{node.end} {short!r}"
