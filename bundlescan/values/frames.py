"""Activations: which call a function is being looked at in."""

from __future__ import annotations

from dataclasses import dataclass, field

from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import Value


@dataclass(eq=False, slots=True)
class Frame:
    """One activation of ``fn``. ``outer`` is the activation that made the function (its closure), ``site``
    the call and ``caller`` the activation that the call stands in. Compared by identity: frames are interned
    by the evaluator, so one call seen twice is one frame."""

    fn: Node
    args: tuple[Value, ...]
    this: Value | None
    outer: Frame | None
    site: Node | None = None
    caller: Frame | None = None
    new: bool = False
    depth: int = field(default=0)

    def find(self, fn: Node) -> Frame | None:
        """The activation of ``fn`` in this frame's closure chain."""
        frame: Frame | None = self
        while frame is not None:
            if frame.fn is fn:
                return frame
            frame = frame.outer
        return None
