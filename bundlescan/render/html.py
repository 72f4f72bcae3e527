"""A page for a person with a browser: one file that asks no server for anything and runs no code but its own.

For each finding it draws the way from the literal to the call and takes the URL apart. Texts of scanned files reach the
page escaped and without control characters; a content security policy allows only the two texts in ``page/`` that this
module puts in. Without JavaScript everything is there but the filter.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bundlescan._version import __version__
from bundlescan.finding import Severity
from bundlescan.match.rulebook import rulebook
from bundlescan.render.facts import error_text, facts, notice_text
from bundlescan.render.printable import printable
from bundlescan.render.text import count, nothing_analysed, scanned, summary_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bundlescan.finding import Change, Finding, Report
    from bundlescan.render import View

PAGE = Path(__file__).parent / "page"
_HOLE = re.compile(r"\{[^{}]*\}")


def render(report: Report, view: View) -> str:
    environment = Environment(
        loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"printable": printable, "count": count, "tokens": tokens, "hunks": _hunks}
    style, script = ((PAGE / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    findings = sorted(report.findings, key=lambda finding: -finding.severity.rank)
    counts = Counter(finding.severity for finding in report.findings)
    rules = Counter(finding.rule_id for finding in report.findings)
    return environment.get_template("report.html").render(
        version=__version__,
        verdict="Nothing was analysed" if nothing_analysed(report) else _verdict(counts),
        scanned=scanned(report.summary),
        summary=summary_line(report, view),
        paths=view.paths,
        fixable=sum(finding.proposal is not None for finding in findings),
        fatal=sum(error.fatal for error in report.errors),
        counts=[(severity, counts[severity]) for severity in Severity],
        rules=sorted(rules.items()),
        pages=[(rule_id, _page((view.book or rulebook()).page(rule_id))) for rule_id in sorted(rules)],
        findings=[_finding(number, finding) for number, finding in enumerate(findings, 1)],
        errors=[(error.path, error_text(error), error.fatal) for error in report.errors],
        notices=[(notice.path, notice.line, notice_text(notice)) for notice in report.notices],
        policy=f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),
        script=Markup(script),
    )


def _hunks(changes: Sequence[Change]) -> list[list[Change]]:
    """The changes of a proposal, those together that are one to a reader."""
    found: list[list[Change]] = []
    for change in changes:
        if change.between is None:
            found.append([])
        found[-1].append(change)
    return found


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _verdict(counts: Counter[Severity]) -> str:
    parts = [count(counts[severity], severity) for severity in Severity if counts[severity]]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:]))) or "Nothing found"


def _page(text: str) -> Markup:
    """A rule's page as HTML, without its title, its headings below that of the report."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False})
    parsed = markdown.parse(text)
    for token in parsed:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1]) + 1}"
    title_end = next((n for n, token in enumerate(parsed) if token.type == "heading_close"), -1)
    return Markup(markdown.renderer.render(parsed[title_end + 1 :], markdown.options, {}))


def _finding(number: int, finding: Finding) -> dict[str, Any]:
    said = dict(facts(finding))
    said.pop("url", None)
    texts = [finding.rule_id, finding.message, finding.path, finding.url or "", *said.values()]
    texts += [text for step in finding.trace for text in (step.path, step.text, step.note)]
    return {
        "number": number,
        "finding": finding,
        "place": f"{printable(finding.path)}:{finding.start.line}:{finding.start.column}",
        "name": printable(finding.path.rsplit("/", 1)[-1]),
        "facts": said,
        "url": url_parts(finding),
        "searched": printable(" ".join(texts)).lower(),
    }


# ---- the URL, taken apart ----


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a URL template: ``name`` (scheme, host, port, path), ``text`` as the template spells it, where it comes
    from (``origin``: fixed, page, run time), and whether the finding is about it."""

    name: str
    text: str
    origin: str
    flagged: bool


def url_parts(finding: Finding) -> list[Part]:
    """The parts of the finding's URL that are there, in their order; joined, their texts are the template."""
    url = printable(finding.url or "")
    masked = _HOLE.sub(lambda hole: "\ue000" * len(hole[0]), url)  # no slash or colon in a hole divides anything
    scheme = re.match(r"[^/?#]*//|", masked)
    assert scheme
    start = scheme.end()
    authority = re.match(r"[^/?#]*", masked[start:]) if scheme[0] or masked.startswith(":") else None
    end = start + authority.end() if authority else start
    port = re.search(r":(\d+|\ue000+)$", masked[start:end])
    colon = start + port.start() if port else end
    bounds = {"scheme": (0, start), "host": (start, colon), "port": (colon, end), "path": (end, len(url))}
    texts = {name: url[first:last] for name, (first, last) in bounds.items() if last > first}
    flagged = _flagged(finding, texts)
    return [Part(name, text, _origin(text), name in flagged) for name, text in texts.items()]


def _origin(text: str) -> str:
    holes = _HOLE.findall(text)
    if not holes:
        return "fixed"
    return "page" if all(hole.startswith("{location.") or hole == "{ws|wss}" for hole in holes) else "run time"


def _flagged(finding: Finding, texts: dict[str, str]) -> set[str]:
    """What would have to change: a fixed port of a host that is not fixed, else the fixed host, else the scheme."""
    if finding.severity is Severity.NOTE:
        return set()
    fixed = {name for name, text in texts.items() if _origin(text) == "fixed"} & {"scheme", "host", "port"}
    if "host" in fixed:
        return fixed & {"host", "port"}
    return fixed & {"port"} or fixed


def tokens(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` cut into literals (False) and holes (True)."""
    position = 0
    for hole in _HOLE.finditer(text):
        if hole.start() > position:
            yield False, text[position : hole.start()]
        yield True, hole[0]
        position = hole.end()
    if position < len(text):
        yield False, text[position:]
