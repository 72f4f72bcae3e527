"""A report with the edits that would end its findings, as ``rewrite --same-origin`` would make them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bundlescan.collect import Kind
from bundlescan.excerpt import excerpt, shorten
from bundlescan.finding import Change, Finding, PlannedFix, Proposal, Report, Severity
from bundlescan.fix import Edit, hunks
from bundlescan.policy import Policy
from bundlescan.rewriter.plan import proven_fixes
from bundlescan.source import Source, Span
from bundlescan.syntax import ParserName

Place = tuple[str, int, tuple[str, int] | None]


def with_proposals(
    report: Report, sources: Sequence[tuple[Source, Kind]], policy: Policy, parser: ParserName
) -> Report:
    """``report`` on ``sources``, each finding for which an edit is proven with its ``proposal``.

    Takes several times as long as finding did; no time where nothing is flagged.
    """
    flagged = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    if not flagged:
        return report
    by_path = {source.path: source for source, _ in sources}
    proposals = {
        _place(finding): _proposal(planned, by_path)
        for planned in proven_fixes(flagged, sources, policy, parser)
        for finding in planned.findings
    }
    return replace(report, findings=tuple(replace(f, proposal=proposals.get(_place(f))) for f in report.findings))


def _place(finding: Finding) -> Place:
    """A finding is a pair: a place to change and a call that it reaches."""
    call = finding.trace[-1] if finding.trace else None
    return finding.path, finding.start.offset, (call.path, call.start.offset) if call else None


def _proposal(planned: PlannedFix, sources: dict[str, Source]) -> Proposal:
    changes = (
        _change(edit, hunk[index - 1] if index else None, sources[edit.path])
        for hunk in hunks(planned.fix.edits)
        for index, edit in enumerate(hunk)
    )
    return Proposal(planned.fix.title, tuple(changes))


def _change(edit: Edit, last: Edit | None, source: Source) -> Change:
    before, old, after = excerpt(source, edit.span, place=120).parts
    start, end = source.position(edit.span.start), source.position(edit.span.end)
    between = None if last is None else shorten(source.text(Span(last.span.end, edit.span.start)), 120)
    return Change(edit.path, start, end, old, edit.text, before, after, between)
