"""Workflow commands: GitHub Actions turns each line into an annotation of the file it names.

GitHub shows ten errors, ten warnings and ten notices of one step; all of them are in the step's log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bundlescan.finding import Severity
from bundlescan.render.facts import error_text, facts, notice_text, remedy
from bundlescan.render.paths import relative
from bundlescan.render.printable import printable
from bundlescan.render.text import summary_line

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Notice, Report, ScanError
    from bundlescan.render import View

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, view: View) -> str:
    lines = [_finding(finding, view) for finding in report.findings]
    lines += [_error(error, view) for error in report.errors]
    lines += [_notice(notice, view) for notice in report.notices]
    return "\n".join((*lines, summary_line(report, view))) + "\n"


def _finding(finding: Finding, view: View) -> str:
    start, end = finding.start, finding.end
    where: dict[str, str | int] = {"file": relative(finding.path, view.folder), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # elsewhere GitHub refuses columns
        where |= {"col": start.column, "endColumn": end.column}
    said = [printable(finding.message), *(f"{label}: {value}" for label, value in facts(finding)), remedy(finding)]
    return command(COMMANDS[finding.severity], where | {"title": finding.rule_id}, "\n".join(said))


def _error(error: ScanError, view: View) -> str:
    where: dict[str, str | int] = {"file": relative(error.path, view.folder), "title": "bundlescan"}
    return command("error" if error.fatal else "warning", where, error_text(error))


def _notice(notice: Notice, view: View) -> str:
    line: dict[str, str | int] = {"line": notice.line} if notice.line else {}
    return command(
        "notice", {"file": relative(notice.path, view.folder), **line, "title": "bundlescan"}, notice_text(notice)
    )


def command(name: str, properties: dict[str, str | int], message: str) -> str:
    """One workflow command, with GitHub's own escapes."""
    listed = ",".join(f"{key}={_escaped(printable(str(value)), ':,')}" for key, value in properties.items())
    return f"::{name} {listed}::{_escaped(message)}"


def _escaped(text: str, further: str = "") -> str:
    for character in "%\r\n" + further:  # the percent sign first: it begins the others' escapes
        text = text.replace(character, f"%{ord(character):02X}")
    return text
