"""JUnit XML: each finding is a test case that failed, each file that was not analysed one that could not run.

A note is a case that passed. Without any of them, one case that passed says so: to CI systems a report without cases
looks like a run that broke.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bundlescan.finding import Severity
from bundlescan.render.facts import error_text, facts, notice_text, remedy
from bundlescan.render.paths import relative
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Report, ScanError
    from bundlescan.render import View


def render(report: Report, view: View) -> str:
    cases = [_finding(finding, view) for finding in report.findings]
    cases += [_error(error, view) for error in report.errors if error.fatal]
    if not cases:
        cases = [ET.Element("testcase", classname="bundlescan", name="no hardcoded ports")]
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": 0,
    }
    attributes = {name: str(number) for name, number in counts.items()} | {"time": f"{report.summary.seconds:.3f}"}
    root = ET.Element("testsuites", {"name": "bundlescan", **attributes})
    suite = ET.SubElement(root, "testsuite", {"name": "bundlescan", **attributes})
    suite.extend(cases)
    said = [(error.path, error_text(error)) for error in report.errors if not error.fatal]
    said += [(notice.path, notice_text(notice)) for notice in report.notices]
    if said:
        lines = (f"{printable(relative(path, view.folder))}: {text}" for path, text in said)
        ET.SubElement(suite, "system-err").text = _characters("\n".join(lines))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _finding(finding: Finding, view: View) -> ET.Element:
    path = printable(relative(finding.path, view.folder))
    place = f"{path}:{finding.start.line}:{finding.start.column}"
    case = _case(path, f"{finding.rule_id} {finding.start.line}:{finding.start.column}")
    case.set("line", str(finding.start.line))
    message = printable(finding.message)
    lines = [place, message, *(f"{label}: {value}" for label, value in facts(finding))]
    lines += [_characters(f"{s.start.line}:{s.start.column} {printable(s.text)}  {s.note}") for s in finding.trace]
    text = _characters("\n".join((*lines, remedy(finding))))
    if finding.severity is Severity.NOTE:
        ET.SubElement(case, "system-out").text = text
    else:
        ET.SubElement(case, "failure", type=finding.severity, message=_characters(message)).text = text
    return case


def _error(error: ScanError, view: View) -> ET.Element:
    case = _case(printable(relative(error.path, view.folder)), "analysis")
    ET.SubElement(case, "error", type="not analysed", message=_characters(error_text(error)))
    return case


def _case(path: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": _characters(path), "name": name, "file": _characters(path)})


def _characters(text: str) -> str:
    """``text`` without the two characters that XML has not and a terminal has."""
    return re.sub("[\ufffe\uffff]", "\ufffd", text)
