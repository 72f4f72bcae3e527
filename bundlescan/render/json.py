"""The JSON report of ``find`` and the JSON plan of ``rewrite``: version 1 of the contract. Keys may be added, none
removed. Offsets are bytes, lines and columns 1-based, columns in UTF-16 units."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bundlescan._version import __version__
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from bundlescan.finding import Finding, Report, ScanError, Step
    from bundlescan.render import View

VERSION = 1
TOOL = {"name": "bundlescan", "version": __version__}


def render(report: Report, view: View) -> str:
    summary = report.summary
    return dump(
        {
            "version": VERSION,
            "tool": TOOL,
            "findings": [finding_object(finding) for finding in report.findings],
            "errors": [error_object(error) for error in report.errors],
            "notices": [asdict(notice) for notice in report.notices],
            "summary": {
                "files": summary.files,
                "bytes": summary.bytes,
                "parsed": summary.parsed,
                "findings": summary.findings,
                "seconds": round(summary.seconds, 3),
                "baselined": summary.baselined,
                "suppressed": summary.suppressed,
            },
        }
    )


def dump(document: Any) -> str:
    """JSON that any terminal and pipe can take: what ``printable`` would replace is a ``\\u`` escape here."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return re.sub(r"[^\n -~]", lambda m: m[0] if printable(m[0]) == m[0] else f"\\u{ord(m[0]):04x}", text) + "\n"


def finding_object(finding: Finding) -> dict[str, Any]:
    sink = finding.sink
    return {
        "rule_id": finding.rule_id,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "path": finding.path,
        "start": asdict(finding.start),
        "end": asdict(finding.end),
        "sink": {"kind": sink.kind, "name": sink.name, "callee": sink.callee} if sink else None,
        "url": finding.url,
        "port": finding.port,
        "host": finding.host,
        "when": finding.when,
        "trace": [step_object(step) for step in finding.trace],
        "original": asdict(finding.original) if finding.original else None,
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
    }


def step_object(step: Step) -> dict[str, Any]:
    return {
        "path": step.path,
        "start": asdict(step.start),
        "end": asdict(step.end),
        "text": step.text,
        "note": step.note,
    }


def error_object(error: ScanError) -> dict[str, Any]:
    return {"path": error.path, "message": error.message}
