"""GitLab's code quality report: a JSON array of the places that a merge request shows."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from bundlescan.finding import Confidence, Severity
from bundlescan.render.facts import error_text, notice_text
from bundlescan.render.json import dump
from bundlescan.render.paths import relative
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Report
    from bundlescan.render import View

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report, view: View) -> str:
    seen: Counter[str] = Counter()
    issues = [_issue(finding, seen, view) for finding in report.findings]
    for error in report.errors:
        severity = "blocker" if error.fatal else "minor"
        issues.append(_other("not-analysed", severity, error.path, 1, error_text(error), seen, view))
    for notice in report.notices:
        issues.append(_other("no-effect", "info", notice.path, notice.line or 1, notice_text(notice), seen, view))
    return dump(issues)


def _issue(finding: Finding, seen: Counter[str], view: View) -> dict[str, Any]:
    doubtful = finding.severity is Severity.WARNING and finding.confidence is Confidence.LOW
    return {
        "type": "issue",
        "check_name": finding.rule_id,
        "description": printable(finding.message) + (f" ({printable(finding.url)})" if finding.url else ""),
        "categories": ["Bug Risk"],
        "severity": "minor" if doubtful else SEVERITIES[finding.severity],
        "fingerprint": _unique(finding.fingerprint, seen),
        "location": {
            "path": printable(relative(finding.path, view.folder)),
            "lines": {"begin": finding.start.line, "end": finding.end.line},
        },
    }


def _other(name: str, severity: str, path: str, line: int, text: str, seen: Counter[str], view: View) -> dict[str, Any]:
    path = printable(relative(path, view.folder))
    return {
        "type": "issue",
        "check_name": name,
        "description": text,
        "categories": ["Bug Risk"],
        "severity": severity,
        "fingerprint": _unique(hashlib.sha256(f"{path}\0{text}".encode()).hexdigest()[:20], seen),
        "location": {"path": path, "lines": {"begin": line, "end": line}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """GitLab shows one issue of each fingerprint, so the second finding that has it gets another, the same in each
    run."""
    seen[fingerprint] += 1
    return fingerprint if seen[fingerprint] == 1 else f"{fingerprint}-{seen[fingerprint]}"
