"""Where a value is spelled in the source, and the way from there to the call that connects."""

from __future__ import annotations

from bundlescan.excerpt import excerpt
from bundlescan.finding import Step
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import character_offsets
from bundlescan.values.domain import Const, Value, primitive_text

MAX_STEPS = 40


def place_of(value: Value, fallback: Node) -> tuple[Node, Span]:
    """The node that spells ``value`` and the bytes to change: the whole literal, or the part of it that is meant."""
    node = value.node or fallback
    span = literal_span(node)
    if isinstance(value, Const) and value.index is not None and isinstance(value.value, (str, float)):
        size = len(primitive_text(value.value))
        if node.type in ("Literal", "TemplateElement") and isinstance(cooked(node), str):
            offsets = character_offsets(node)
            whole = len(offsets) - 1 == size
            if value.index + size < len(offsets) and not (whole and node.type == "Literal"):
                part = Span(offsets[value.index], offsets[value.index + size])
                lonely = node.type == "TemplateElement" and whole and span != node.span
                if not lonely:
                    return node, part
    return node, span


def cooked(node: Node) -> object:
    return node.get("value") if node.type == "Literal" else node.get("cooked")


def literal_span(node: Node) -> Span:
    """The span of a literal; a template without expressions counts as one, back-ticks included."""
    parent = node.parent
    if node.type == "TemplateElement" and parent is not None and not parent.expressions:
        return parent.span
    return node.span


def step(node: Node, span: Span, note: str) -> Step:
    source = node.source
    before, text, after = excerpt(source, span, place=72).parts
    return Step(source.path, source.position(span.start), source.position(span.end), text, note, before, after)


def trace(value: Value, place: tuple[Node, Span], call: Node, note: str, connects: str) -> tuple[Step, ...]:
    """From the literal to the call, which ``connects``; a place that the way passes twice in a row is listed once."""
    node, span = place
    steps = [step(node, span, note)]
    last: Node | None = node
    if value.steps is not None:
        for way in value.steps:
            if way.node is last or way.node is call:
                continue
            last = way.node
            steps.append(step(way.node, way.node.span, way.note))
    if len(steps) > MAX_STEPS:
        steps = [*steps[: MAX_STEPS // 2], *steps[-MAX_STEPS // 2 :]]
    steps.append(step(call, call.span, connects))
    return tuple(steps)
