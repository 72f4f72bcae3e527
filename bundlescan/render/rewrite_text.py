"""A rewrite plan for a person: a diff of the few dozen characters around each edit, what remains and why, and what
became of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rich.text import Text

from bundlescan.excerpt import excerpt, shorten
from bundlescan.render.printable import printable
from bundlescan.render.rewrite_edits import PlannedEdit, planned_edits
from bundlescan.render.text import canvas, count, error_line, heading, linked, written

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Plan
    from bundlescan.render import View
    from bundlescan.rewriter.write import Outcome


def render(plan: Plan, outcome: Outcome, view: View) -> str:
    out = canvas(view)
    edits, suggestions = planned_edits(plan)
    for edit in edits:
        out.print(*_diff(edit, view), sep="\n", end="\n\n")
    if suggestions:
        out.print("Suggested for the sources, not written: edit them and build again.\n")
    for edit in suggestions:
        out.print(*_diff(edit, view), sep="\n", end="\n\n")
    if plan.remaining:
        out.print("Left as it is:\n")
    for finding in plan.remaining:
        out.print(*_left(finding, plan.reasons.get(finding.fingerprint), view), sep="\n", end="\n\n")
    for error in plan.report.errors + outcome.errors:
        out.print(error_line(error))
    for style, word, lines in (("bold red", "refused", outcome.refusals), ("yellow", "warning", outcome.warnings)):
        for line in lines:
            out.print(Text.assemble((f"{word}: ", style), printable(line)))
    out.print(*_closing(plan, outcome, edits, view), sep="\n")
    return written(out)


def _diff(edit: PlannedEdit, view: View) -> Iterable[Text]:
    start = edit.source.position(edit.span.start)
    rules = ", ".join(dict.fromkeys(finding.rule_id for finding in edit.findings))
    place = f"{printable(edit.source.path)}:{start.line}:{start.column}"
    yield Text.assemble(linked(place, "bold", edit.source.path, start, view), "  ", (rules, "dim"))
    before, old, after = map(printable, excerpt(edit.source, edit.span, around=32).parts)
    yield Text.assemble(("- ", "red"), before, (old, "bold red"), after)
    yield Text.assemble(("+ ", "green"), before, (printable(shorten(edit.new, 200)), "bold green"), after)


def _left(finding: Finding, reason: str | None, view: View) -> Iterable[Text]:
    yield heading(finding, view)
    yield Text("  " + printable(finding.message))
    if finding.url:
        yield Text.assemble(("  url ", "dim"), printable(finding.url))
    if reason:
        yield Text("  left because " + printable(reason))


def _closing(plan: Plan, outcome: Outcome, edits: list[PlannedEdit], view: View) -> Iterable[Text]:
    files = {edit.source.path for edit in edits}
    work = f"{count(len(edits), 'edit')} in {count(len(files), 'file')}" if edits else "Nothing to rewrite"
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
