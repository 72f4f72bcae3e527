"""The report for a person: per finding the place, the URL, when it bites, and the way from the literal to the call."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from bundlescan.excerpt import shorten
from bundlescan.finding import Severity
from bundlescan.render.facts import facts
from bundlescan.render.paths import absolute, quoted
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bundlescan.finding import Finding, Notice, Report, ScanError, Step, Summary
    from bundlescan.render import View
    from bundlescan.source import Position

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
STEP_WIDTH = 44  # characters of code per step: with place and note it fits a usual terminal


def render(report: Report, view: View) -> str:
    out = canvas(view)
    for finding in report.findings:
        out.print(*_finding(finding, view), sep="\n", end="\n\n")
    for error in report.errors:
        out.print(error_line(error))
    for notice in report.notices:
        out.print(notice_line(notice))
    if report.errors or report.notices:
        out.print()
    for line in _next_steps(report, view):
        out.print(line)
    out.print(_summary(report, view))
    return written(out)


def canvas(view: View) -> Console:
    """A console that keeps what is printed; lines are never wrapped, a terminal does that itself."""
    return Console(
        file=StringIO(),
        width=view.width,
        color_system="standard" if view.colour else None,
        force_terminal=view.colour,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
    )


def written(out: Console) -> str:
    assert isinstance(out.file, StringIO)
    return re.sub("\x1b]8;id=[^;]*;", "\x1b]8;;", out.file.getvalue())  # the ids of links are random


def linked(text: str, style: str, path: str, start: Position, view: View) -> tuple[str, Style]:
    """A piece of a Text that leads to a place in a file, where the terminal can be told so (OSC 8)."""
    if not (view.colour and view.links and view.folder):
        return text, Style.parse(style)
    target = quoted(absolute(path, view.folder))
    link = view.links.format(path=target, line=start.line, column=start.column)
    return text, Style.parse(style) + Style(link=link)


def heading(finding: Finding, view: View) -> Text:
    style = STYLES[finding.severity]
    place = f"{printable(finding.path)}:{finding.start.line}:{finding.start.column}"
    doubt = "" if finding.confidence == "high" else f" ({finding.confidence} confidence)"
    return Text.assemble(
        (f"{finding.severity}[{finding.rule_id}]", style), " ",
        linked(place, "bold", finding.path, finding.start, view), doubt,
    )  # fmt: skip


def error_line(error: ScanError) -> Text:
    kind = ("not analysed", "bold red") if error.fatal else ("analysed around", "yellow")
    return Text.assemble(kind, " ", printable(error.path), ": ", printable(error.message))


def notice_line(notice: Notice) -> Text:
    place = printable(notice.path) + (f":{notice.line}" if notice.line else "")
    return Text.assemble(("without effect", "yellow"), " ", place, ": ", printable(notice.message))


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _finding(finding: Finding, view: View) -> Iterable[Text]:
    yield heading(finding, view)
    yield Text("  " + printable(finding.message))
    if finding.excerpt:
        yield from _marked(finding, view.width)
    yield from (Text.assemble("  ", (f"{label:10}", "dim"), value) for label, value in facts(finding))
    if finding.trace:
        yield Text("  from the literal to the call", "dim")
        yield from _tree(finding, view)


def _marked(finding: Finding, width: int) -> Iterable[Text]:
    """The excerpt and a line that marks the place in it; both fit into ``width``."""
    text, start, end = printable(finding.excerpt), finding.excerpt_start, finding.excerpt_end
    spare = width - 4 - cell_len(text)
    if spare < 0:
        cut = min(start, max(0, start - max(8, (width - 4 - (end - start)) // 2)))
        text, start, end = text[cut:], start - cut, end - cut
        while cell_len(text) > max(width - 4, 8):
            text = text[:-1]
        end = min(end, len(text))
    before, marked, after = text[:start], text[start:end], text[end:]
    yield Text.assemble("    ", before, (marked, STYLES[finding.severity]), after)
    yield Text(" " * (4 + cell_len(before)) + "^" * max(1, cell_len(marked)), STYLES[finding.severity])


def _tree(finding: Finding, view: View) -> Iterable[Text]:
    def where(step: Step) -> str:
        point = f"{step.start.line}:{step.start.column}"
        return point if step.path == finding.path else f"{printable(step.path)}:{point}"

    texts = [shorten(printable(step.text), STEP_WIDTH) for step in finding.trace]
    column = max(len(where(step)) for step in finding.trace)
    code = max(map(cell_len, texts))
    for number, (step, text) in enumerate(zip(finding.trace, texts, strict=True), 1):
        branch = "└─" if number == len(finding.trace) else "├─"
        padding = " " * (code - cell_len(text))
        point = where(step)
        yield Text.assemble(
            ("  " + branch + " ", "dim"), linked(point, "cyan", step.path, step.start, view),
            " " * (column - len(point) + 2), text, padding, "  ", (printable(step.note), "dim"),
        )  # fmt: skip


def _next_steps(report: Report, view: View) -> Iterable[Text]:
    flagged = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    fixable = sum(finding.fix is not None for finding in flagged)
    paths = " ".join(printable(shlex.quote(path)) for path in view.paths) or "FOLDER"
    if fixable and view.paths != ("-",):
        yield Text.assemble(
            f"for {fixable} of {count(len(flagged), 'finding')} there is an edit to try: ",
            (f"bundlescan rewrite --same-origin {paths}", "bold"),
        )
    rules = sorted({f.rule_id for f in report.findings if f.fix is None and f.severity is not Severity.NOTE})
    for rule in rules:
        yield Text.assemble("about the others: ", (f"bundlescan explain {rule}", "bold"))


def _summary(report: Report, view: View) -> Text:
    summary = report.summary
    if nothing_analysed(report):
        return Text("Nothing was analysed.", "bold red")
    counts = Counter(finding.severity for finding in report.findings)
    parts = [count(counts[s], s) for s in Severity if counts[s] or s is not Severity.NOTE]
    if view.hidden_notes:
        parts.append(f"{count(view.hidden_notes, 'note')} not shown (--all)")
    if summary.baselined:
        parts.append(f"{summary.baselined} known from the baseline")
    if summary.suppressed:
        parts.append(f"{summary.suppressed} accepted in the sources")
    fatal = sum(error.fatal for error in report.errors)
    if fatal:
        parts.append(f"{fatal} not analysed")
    style = (
        "bold red" if counts[Severity.ERROR] or fatal else "bold yellow" if counts[Severity.WARNING] else "bold green"
    )
    return Text.assemble((", ".join(parts), style), f" in {scanned(summary)}")


def nothing_analysed(report: Report) -> bool:
    """Whether there is an error and beside it nothing that could be said of any file."""
    return not report.summary.files and any(error.fatal for error in report.errors)


def summary_line(report: Report, view: View) -> str:
    """Counts and time, as the text report ends."""
    return _summary(report, view).plain


def scanned(summary: Summary) -> str:
    size = f"{summary.bytes / 1e3:.1f} kB" if summary.bytes < 100_000 else f"{summary.bytes / 1e6:.2f} MB"
    return f"{count(summary.files, 'file')}, {size}, {summary.seconds:.2f} s"
