"""URLs of the page's host with a fixed port that no recognised call was seen to use: rule url-hardcoded-port.

Starts from where the page's host is read, goes up to the expression that joins it into a text, and looks at that text
as a URL. What a sink is flagged for already is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bundlescan.bundle.project import Unit
from bundlescan.excerpt import excerpt as cut_excerpt
from bundlescan.finding import Confidence, Finding
from bundlescan.match import engine, template
from bundlescan.match import place as places
from bundlescan.match.classify import Verdict, classify
from bundlescan.match.client import Rule
from bundlescan.match.when import When
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.texts import concatenated
from bundlescan.values.conditions import alive
from bundlescan.values.domain import External, Hole, leaves
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.reach import reached
from bundlescan.values.urls import Alternative, alternatives

RULE = "url-hardcoded-port"
#: how many expressions one such URL may evaluate
BUDGET = 800
_HOST = re.compile(rb"(?<=location)\??\.(host(?:name)?)(?![\w$])")
#: what makes one text of another
_MAKERS = ("CallExpression", "ChainExpression")
#: functions that only show, store, compare or open what they are given
HARMLESS = frozenset({
    "alert", "append", "appendChild", "assign", "confirm", "createTextNode", "debug", "dispatchEvent", "error",
    "includes", "indexOf", "info", "log", "open", "postMessage", "prompt", "push", "replace", "setAttribute",
    "setItem", "test", "warn", "write", "writeText", "writeln",
})  # fmt: skip
Place = tuple[str, Span]


def unfollowed(ev: Evaluator, units: Sequence[Unit], known: Collection[Place], rule: Rule) -> list[Finding]:
    """The findings in ``units``; ``known``: path and span in the file of the places that sinks are flagged
    for."""
    found: dict[Place, Finding] = {}
    seen: set[Node] = set()
    for unit in units:
        for joint in _joints(unit):
            if joint in seen:
                continue
            seen.add(joint)
            if not _handed_on(ev, joint):
                continue
            for place, finding in _flagged(ev, joint, rule):
                if (finding.path, Span(finding.start.offset, finding.end.offset)) not in known:
                    found.setdefault(place, finding)
    return list(found.values())


def _joints(unit: Unit) -> Iterator[Node]:
    """The outermost texts that the page's host is joined into."""
    for match in _HOST.finditer(unit.source.data, unit.span.start, unit.span.end):
        joint = outermost_text(unit.tree.at(match.start(1), match.end(1)), over=_MAKERS)
        if joint is not None:
            yield joint


def outermost_text(node: Node, over: Collection[str] = ()) -> Node | None:
    """The whole text that ``node`` is joined into, or the literal that it is; None where there is none, or a tag makes
    of it what it likes. ``over``: the types of nodes that make one text of another."""
    at: Node | None = node
    text: Node | None = None
    while at is not None and at.type not in FUNCTIONS and at.type not in CLASSES:
        if _is_text(at) or (at.type == "Literal" and text is None):
            text = at
        elif at.type == "TaggedTemplateExpression":
            return None
        elif text is not None and at.type not in ("MemberExpression", "TemplateElement", *over):
            break
        at = at.parent
    return text


def _is_text(node: Node) -> bool:
    if node.type == "BinaryExpression":
        return node.operator == "+"  # type: ignore[no-any-return]
    return node.type == "TemplateLiteral" or (node.type == "CallExpression" and concatenated(node) is not None)


def _handed_on(ev: Evaluator, node: Node, depth: int = 0) -> bool:
    """Whether a text goes to code that is not known: a function of another script or package. What is shown, logged,
    compared, or given to a function that was followed, does not."""
    parent = node.parent
    if parent is None:
        return False
    if parent.type in ("ConditionalExpression", "LogicalExpression", "Property", "ObjectExpression", "ArrayExpression"):
        return _handed_on(ev, parent, depth)
    if parent.type == "VariableDeclarator" and parent.id.type == "Identifier" and depth < 2:
        binding = ev.binding(parent.id)
        references = ev.project.scopes(node).references(binding) if binding is not None else []
        return any(_handed_on(ev, r, depth + 1) for r in references[:50] if r is not parent.id)
    if parent.type not in ("CallExpression", "NewExpression") or parent.callee is node:
        return False
    callee = parent.callee
    name = callee.property.get("name") if callee.type == "MemberExpression" else callee.get("name")
    if name in HARMLESS:
        return False
    value = ev.ask(callee, budget=BUDGET)
    return any(isinstance(leaf, External) or (isinstance(leaf, Hole) and _foreign(leaf)) for leaf in leaves(value))


def _foreign(callee: Hole) -> bool:
    """Whether a function comes from outside the scanned code: by a global name, or as a method of what does."""
    return callee.path is not None and not callee.path.startswith(("console.", "document.", "window.console."))


def _flagged(ev: Evaluator, joint: Node, rule: Rule) -> Iterator[tuple[Place, Finding]]:
    groups: dict[Place, list[tuple[Alternative, Verdict]]] = {}
    nodes: dict[Place, Node] = {}
    value = ev.ask(joint, budget=BUDGET)
    runs = ev.bounded(engine.REACH, lambda: reached(ev, joint))
    for alternative in alternatives(alive(runs, lambda: value)):
        if alternative.address.kind not in ("absolute", "scheme-relative"):
            continue
        verdict = classify(alternative, "document")
        if verdict.what != "hardcoded-port" or verdict.place is None:
            continue
        node, span = places.place_of(verdict.place, joint)
        place = (node.source.path, span)
        groups.setdefault(place, []).append((alternative, verdict))
        nodes[place] = node
    for place, group in groups.items():
        yield place, _finding(joint, rule, group, nodes[place], place[1])


def _finding(joint: Node, rule: Rule, group: Sequence[tuple[Alternative, Verdict]], node: Node, span: Span) -> Finding:
    shown, verdict = engine.most_telling(group)
    source = node.source
    window = cut_excerpt(source, span)
    when = When([a for a, _ in group])
    steps = [places.step(node, span, "the port is spelled here")]
    if joint is not node:
        steps.append(places.step(joint, joint.span, "joined into a URL"))
    return Finding(
        rule_id=rule.id,
        severity=rule.severity,
        confidence=Confidence.LOW if when.guarded else rule.confidence,
        message=rule.message.format(port=verdict.port),
        path=source.path,
        start=source.position(span.start),
        end=source.position(span.end),
        fingerprint=engine.fingerprint(rule.id, "", verdict, shown),
        url=template.render(shown, page_scheme=engine.both_schemes(shown, [a for a, _ in group])),
        port=verdict.port,
        host=verdict.host,
        when=when.text(),
        trace=tuple(steps),
        excerpt=window.text,
        excerpt_start=window.start,
        excerpt_end=window.end,
    )
