"""A flagged sink -> the edits that could bring it to the page's origin, the smallest first.

1. ``port``: each fixed port becomes ``location.port``. Right where scheme and host follow the page already.
2. ``splice``: scheme, host and port are cut off where they are joined, so that the path stays (for clients that take
   a path), or are replaced by the page's own.
3. ``wrap``: the URL argument goes through a fixed function that decides at run time.

A candidate is only a proposal: ``plan`` proves it. Edits away from the call itself are proposed only where every use
of the edited value reaches sinks that are to change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bundlescan.finding import SinkKind
from bundlescan.fix import Edit
from bundlescan.match import place as places
from bundlescan.match.classify import Verdict
from bundlescan.match.engine import FLAGGED, Judged
from bundlescan.match.forms import Form, forms
from bundlescan.rewriter.uses import reaches_only
from bundlescan.scope.model import Binding
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import character_offsets
from bundlescan.syntax.walk import walk
from bundlescan.values.domain import Const, Global, Method, Page, Value, leaves, primitive_text
from bundlescan.values.evaluate import TRANSPARENT, Evaluator
from bundlescan.values.places import assignment_to
from bundlescan.values.urls import Alternative, alternatives

#: parents under which `a+b` may stand where a literal stood without parentheses
_LOOSE = frozenset({
    "ConditionalExpression", "AssignmentExpression", "VariableDeclarator", "ReturnStatement", "Property",
    "ArrayExpression", "SequenceExpression", "ArrowFunctionExpression", "TemplateLiteral", "AssignmentPattern",
    "PropertyDefinition", "ExpressionStatement", "LogicalExpression", "SpreadElement", "SwitchCase",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """``kind``: port, splice or wrap; ``title`` says what it does in one line."""

    kind: str
    title: str
    edits: tuple[Edit, ...]


def candidates(ev: Evaluator, judged: Judged, carriers: Collection[Node]) -> Iterator[Candidate]:
    """``carriers``: the URL expressions of all sinks that are to change."""
    form = forms()[judged.sink.client.relative]
    flagged = [(a, v) for a, v in judged.verdicts if v.what in FLAGGED]
    for make in (_ports, _splices):
        made = make(ev, judged, flagged, form, carriers)
        if made is not None:
            yield made
    wrapped = _wrap(ev, judged, form)
    if wrapped is not None:
        yield wrapped


def changeable(judged: Judged) -> bool:
    """Whether the guarantee asks for a change: of HTTP sinks only fixed ports of the page's host."""
    wanted = {"hardcoded-port"} if judged.sink.client.kind is SinkKind.HTTP else FLAGGED
    return any(verdict.what in wanted for _, verdict in judged.verdicts)


Flagged = list[tuple[Alternative, Verdict]]


def _ports(ev: Evaluator, judged: Judged, flagged: Flagged, form: Form, carriers: Collection[Node]) -> Candidate | None:
    edits: dict[Edit, str] = {}
    for _, verdict in flagged:
        if verdict.what != "hardcoded-port" or verdict.place is None:
            return None
        node, span = places.place_of(verdict.place, judged.carrier)
        name = page_location(ev, node)
        if name is None or node.type not in ("Literal", "TemplateElement"):
            return None
        edit = _port_edit(node, span, f"{name}.port")
        if edit is None:
            return None
        if edit not in edits:
            if not reaches_only(ev, _expression(node), carriers):
                return None
            edits[edit] = node.source.text(span)
    if not edits:
        return None
    old = ", ".join(dict.fromkeys(edits.values()))
    return Candidate("port", f"{old} -> location.port", tuple(edits))


def _expression(node: Node) -> Node:
    return node.parent if node.type == "TemplateElement" and node.parent is not None else node


def _port_edit(node: Node, span: Span, port: str) -> Edit | None:
    path = node.source.path
    if span == places.literal_span(node):
        parent = _expression(node).parent
        if parent is not None and parent.type == "Property" and parent.shorthand:
            return None
        return Edit(path, span, port)
    if node.type == "TemplateElement":
        return Edit(path, span, f"${{{port}}}")
    quote = chr(node.source.data[node.start])
    if quote not in "\"'":
        return None
    end = "" if span.end == node.end - 1 else f"+{quote}"
    text = f"{quote}+{port}{end}"
    after = span.end + 1 if not end else span.end
    if not _loose(node):
        return None
    return Edit(path, Span(span.start, after), text)


def _loose(node: Node) -> bool:
    """Whether a ``+`` expression may replace the literal ``node`` as it stands."""
    parent = node.parent
    if parent is None:
        return False
    if parent.type in ("CallExpression", "NewExpression"):
        return any(argument is node for argument in parent.arguments)
    return parent.type in _LOOSE or (parent.type == "BinaryExpression" and parent.operator == "+")


def page_location(ev: Evaluator, node: Node) -> str | None:
    """How the page's location can be named at ``node``: ``location``, or ``self.location`` where that is shadowed."""
    scopes = ev.project.scopes(node)
    for name, first in (("location", "location"), ("self.location", "self"), ("window.location", "window")):
        if scopes.lookup(first, node) is None:
            return name
    return None


# -- splices ----------------------------------------------------------------------------------------------------


def _splices(
    ev: Evaluator, judged: Judged, flagged: Flagged, form: Form, carriers: Collection[Node]
) -> Candidate | None:
    edits: dict[Edit, None] = {}
    for alternative, verdict in flagged:
        edit = next(
            (e for joint in _joints(judged, alternative, verdict) if (e := _splice(ev, joint, judged, form, carriers))),
            None,
        )
        if edit is None:
            return None
        edits[edit] = None
    if not edits:
        return None
    first = next(iter(edits))
    return Candidate("splice", f"scheme, host and port -> {first.text or 'nothing: the path is enough'}", tuple(edits))


def _joints(judged: Judged, alternative: Alternative, verdict: Verdict) -> list[Node]:
    """The expressions in which the whole address may be joined, innermost first."""
    found: dict[Node, None] = {}
    values: list[Value] = []
    if verdict.place is not None:
        values.append(verdict.place)
    values += [*alternative.address.host, *alternative.address.scheme]
    for value in values:
        if value.node is not None:
            found[_joint(value.node)] = None
        if value.steps is not None:
            for way in value.steps:
                if way.node.type in ("TemplateLiteral", "BinaryExpression", "Literal"):
                    found[_joint(way.node)] = None
    carrier = judged.carrier
    while carrier.type in TRANSPARENT:
        carrier = carrier.fields[TRANSPARENT[carrier.type]]
    found.setdefault(_joint(carrier), None)
    return [n for n in found if n.type in ("TemplateLiteral", "BinaryExpression", "Literal")]


def _joint(node: Node) -> Node:
    """The whole expression that ``node`` is an operand of: a template, or the outermost ``+`` of a chain."""
    if node.type == "TemplateElement" and node.parent is not None:
        node = node.parent
    while node.parent is not None and node.parent.type == "BinaryExpression" and node.parent.operator == "+":
        if node.parent.left is not node:
            break
        node = node.parent
    return node


def _splice(ev: Evaluator, joint: Node, judged: Judged, form: Form, carriers: Collection[Node]) -> Edit | None:
    """Cuts the address off the front of ``joint``; None where it does not end at one place in it."""
    from bundlescan.match.classify import classify

    cut: tuple[Node, int] | None = None
    whole = False
    for alternative in alternatives(ev.ask(joint)):
        kinds = (
            ("absolute", "scheme-relative", "port", "bare") if joint in carriers else ("absolute", "scheme-relative")
        )
        if alternative.address.kind not in kinds:
            return None
        verdict = classify(alternative, judged.sink.client.relative)
        if verdict.what not in FLAGGED and verdict.what not in ("same-origin", "runtime-port"):
            return None
        rest = (*alternative.address.rest, *alternative.parts[alternative.done :])
        if not rest:
            whole = True
            continue
        first = rest[0]
        if (
            not isinstance(first, Const)
            or first.node is None
            or first.index is None
            or not isinstance(first.value, str)
        ):
            return None
        if primitive_text(first.value)[:1] not in ("/", "?", "#") or not _operand(joint, first.node):
            return None
        if primitive_text(first.value) == "/" and len(rest) > 1 and _may_begin_with_slash(rest[1], judged):
            return None  # "//…" would name a host
        if cut is not None and cut != (first.node, first.index):
            return None
        cut = (first.node, first.index)
    if whole == (cut is not None):
        return None
    if joint not in carriers and not reaches_only(ev, joint, carriers):
        return None
    end = joint.end if cut is None else character_offsets(cut[0])[cut[1]]
    if not _pure(ev, joint, end):
        return None
    location = page_location(ev, joint)
    if location is None:
        return None
    named = form if location == "location" else _renamed(form, location)
    if cut is None:
        text = named.empty
        if "+" in text and not _loose(joint):
            text = f"({text})"
        return Edit(joint.source.path, joint.span, text)
    node, index = cut
    # a browser takes "?q" and "#h" as on the page's own path
    slash = "/" if judged.sink.client.relative == "document" and _character(node, index) in "?#" else ""
    return _cut(joint, node, end, 1 if slash else index, named, slash)


def _renamed(form: Form, location: str) -> Form:
    return Form(
        form.authority.replace("location.", f"{location}."),
        form.template.replace("location.", f"{location}."),
        form.empty.replace("location.", f"{location}."),
        form.wrapper,
    )


def _operand(joint: Node, node: Node) -> bool:
    """Whether ``node`` is a literal or template text that is joined directly in ``joint``."""
    if node is joint:
        return True
    parent = node.parent
    if node.type == "TemplateElement" and parent is not None:
        if parent is joint:
            return True
        node = parent
    while node.parent is not None and node.parent.type == "BinaryExpression" and node.parent.operator == "+":
        node = node.parent
        if node is joint:
            return True
    return False


def _may_begin_with_slash(value: Value, judged: Judged) -> bool:
    """Whether what follows a path's first slash may be another one. A socket.io namespace (Frappe: a site's name) that
    is known only at run time is taken to have none."""
    if any(isinstance(leaf, Page) and leaf.name in ("pathname", "href", "origin") for leaf in leaves(value)):
        return True
    if judged.sink.client.relative == "websocket":
        return False
    unknown = any(not isinstance(leaf, Const) for leaf in leaves(value))
    return unknown and judged.sink.client.relative == "document"


def _character(node: Node, index: int) -> str:
    return str(places.cooked(node))[index]


#: what has, or may have, an effect of its own
_EFFECTS = frozenset({
    "CallExpression", "NewExpression", "AwaitExpression", "YieldExpression", "TaggedTemplateExpression",
    "UpdateExpression", "ImportExpression", "AssignmentExpression",
})  # fmt: skip


def _pure(ev: Evaluator, joint: Node, end: int) -> bool:
    """Whether what stands in ``joint`` before the byte ``end`` can be left out: it has no effect but its value.

    String methods have none; an assignment has none if its variable is read nowhere else; a property read has none
    unless the script defines a getter of that name.
    """
    for node in walk(joint):
        if node.start >= end:
            continue
        if node.type == "AssignmentExpression":
            binding = ev.binding(node.left) if node.left.type == "Identifier" else None
            if binding is None or not _only_inside(ev, binding, joint, end):
                return False
        elif node.type == "CallExpression":
            if not all(_is_builtin(leaf) for leaf in leaves(ev.ask(node.callee))):
                return False
        elif node.type in _EFFECTS:
            return False
        elif node.type == "MemberExpression" and not node.computed:
            name = node.property.get("name")
            if isinstance(name, str) and _getter(name).search(node.source.data):
                return False
    return True


def _is_builtin(value: Value) -> bool:
    return isinstance(value, Method) or (isinstance(value, Global) and value.path in ("String", "Number", "parseInt"))


def _getter(name: str) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w$.])get\s+" + re.escape(name.encode()) + rb"\s*\(")


def _only_inside(ev: Evaluator, binding: Binding, joint: Node, end: int) -> bool:
    """Whether a variable is read only in the part of ``joint`` that is left out, or never gets what it held there."""
    for reference in ev.project.scopes(joint).references(binding):
        inside = joint.start <= reference.start < end
        if not inside and assignment_to(reference) is None and not any(reference is i for i in binding.ids):
            # another use of a temporary is fine where that use follows its own assignment
            value = ev.ask(reference)
            if any(_comes_from(leaf, joint) for leaf in leaves(value)):
                return False
    return True


def _comes_from(value: Value, joint: Node) -> bool:
    return any(joint.start <= way.node.start and way.node.end <= joint.end for way in value.steps or ())


def _cut(joint: Node, node: Node, at: int, index: int, form: Form, slash: str = "") -> Edit | None:
    path = joint.source.path
    if joint.type == "TemplateLiteral":
        return Edit(path, Span(joint.start + 1, at), form.template + slash)
    if node.type == "TemplateElement":
        quote, start = "`", places.literal_span(node).start if node.parent is None else node.parent.start
    else:
        quote, start = chr(node.source.data[node.start]), node.start
    joined = f"{form.authority}+" if form.authority else ""
    if joined and not _loose(joint):
        return None
    if index == 0 and start != joint.start:
        return Edit(path, Span(joint.start, start), joined)
    return Edit(path, Span(joint.start, at), f"{joined}{quote}{slash}")


# -- the wrapper ------------------------------------------------------------------------------------------------


def _wrap(ev: Evaluator, judged: Judged, form: Form) -> Candidate | None:
    carrier = judged.carrier
    if carrier is judged.sink.call or carrier.type == "SpreadElement":
        return None
    scopes = ev.project.scopes(carrier)
    if scopes.lookup("self", carrier) is not None:
        return None
    path = carrier.source.path
    text = carrier.source.text(carrier.span)
    if text.startswith(f"({form.wrapper})("):
        return None
    opened, closed = ("((", "))") if carrier.type == "SequenceExpression" else ("(", ")")
    edits = (
        Edit(path, Span(carrier.start, carrier.start), f"({form.wrapper}){opened}"),
        Edit(path, Span(carrier.end, carrier.end), closed),
    )
    return Candidate("wrap", "the URL is brought to the page's origin at run time", edits)
