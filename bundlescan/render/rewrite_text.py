"""A rewrite plan for a person: a diff of the few dozen characters around each edit, what remains and why, and what
became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rich.text import Text

from bundlescan.excerpt import excerpt, shorten
from bundlescan.render.printable import printable
from bundlescan.render.rewrite_edits import PlannedEdit, planned_edits, planned_hunks
from bundlescan.render.text import canvas, count, error_line, heading, linked, nothing_analysed, written
from bundlescan.source import Span

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Plan
    from bundlescan.render import View
    from bundlescan.rewriter.write import Outcome


#: characters of what is put in, and of the code between two edits, that are shown
NEW, BETWEEN = 600, 120


def render(plan: Plan, outcome: Outcome, view: View, advice: str = "") -> str:
    out = canvas(view)
    edits, suggestions = (planned_hunks(plan, some) for some in planned_edits(plan))
    for hunk in edits:
        out.print(*_diff(hunk, view), sep="\n", end="\n\n")
    if suggestions:
        out.print("Suggested for the sources, not written: edit them and build again.\n")
    for hunk in suggestions:
        out.print(*_diff(hunk, view), sep="\n", end="\n\n")
    if plan.remaining:
        out.print("Left as it is:\n")
    for finding in plan.remaining:
        out.print(*_left(finding, plan.reasons.get(finding.fingerprint), view), sep="\n", end="\n\n")
    if advice:
        out.print(advice)
    for error in plan.report.errors + outcome.errors:
        out.print(error_line(error))
    for style, word, lines in (("bold red", "refused", outcome.refusals), ("yellow", "warning", outcome.warnings)):
        for line in lines:
            out.print(Text.assemble((f"{word}: ", style), printable(line)))
    out.print(*_closing(plan, outcome, edits, view), sep="\n")
    return written(out)


def _diff(hunk: Sequence[PlannedEdit], view: View) -> Iterable[Text]:
    source = hunk[0].source
    start = source.position(hunk[0].span.start)
    rules = ", ".join(dict.fromkeys(finding.rule_id for edit in hunk for finding in edit.findings))
    place = f"{printable(source.path)}:{start.line}:{start.column}"
    yield Text.assemble(linked(place, "bold", source.path, start, view), "  ", (rules, "dim"))
    shown = [excerpt(source, edit.span, around=32) for edit in hunk]
    old, new = Text(), Text()
    end = None
    for edit, (before, replaced, _) in zip(hunk, (one.parts for one in shown), strict=True):
        same = before if end is None else shorten(source.text(Span(end, edit.span.start)), BETWEEN)
        old.append(printable(same)).append(printable(replaced), "bold red")
        new.append(printable(same)).append(printable(shorten(edit.new, NEW)), "bold green")
        end = edit.span.end
    after = printable(shown[-1].parts[2])
    yield Text.assemble(("- ", "red"), old, after)
    yield Text.assemble(("+ ", "green"), new, after)


def _left(finding: Finding, reason: str | None, view: View) -> Iterable[Text]:
    yield heading(finding, view)
    yield Text("  " + printable(finding.message))
    if finding.url:
        yield Text.assemble(("  url ", "dim"), printable(finding.url))
    if reason:
        yield Text("  left because " + printable(reason))


def _closing(plan: Plan, outcome: Outcome, edits: Sequence[Sequence[PlannedEdit]], view: View) -> Iterable[Text]:
    files = {hunk[0].source.path for hunk in edits}
    work = (
        f"{count(len(edits), 'edit')} in {count(len(files), 'file')}"
        if edits
        else "Nothing was analysed"
        if nothing_analysed(plan.report)
        else "Nothing to rewrite"
    )
    rest = f", {count(len(plan.remaining), 'finding')} left" if plan.remaining else ""
    yield Text(f"{work}{rest}.", "bold")
    for old, new in plan.renamed.items():
        yield Text.assemble(("renamed ", "green"), printable(old), " -> ", printable(PurePosixPath(new).name))
    for path in outcome.written:
        yield Text.assemble(("written ", "green"), printable(path))
    if outcome.restore:
        yield Text.assemble("The old files come back with: ", (printable(outcome.restore), "bold"))
    if outcome.written:
        return
    if outcome.refusals:
        yield Text("Nothing was written: mend what is refused above, or --force it.")
    elif outcome.errors:
        yield Text("Nothing was written.")
    elif edits:
        yield Text("Nothing was written: --write puts this in place, --out-dir DIR makes a rewritten copy.")
