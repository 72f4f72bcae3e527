"""SARIF 2.1.0, one run: the trace as a code flow, the proven edit as a fix, the rule's page as its help.

Lines and columns are 1-based, columns in UTF-16 units, as ``columnKind`` says; byte offsets stand beside them. Paths
are relative to the folder of the run (``SRCROOT``); what lies outside it has a ``file:`` URI of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bundlescan._version import __version__
from bundlescan.match.rulebook import Rulebook, rulebook
from bundlescan.render.json import dump
from bundlescan.render.paths import relative, uri
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from bundlescan.finding import Change, Finding, Proposal, Report, Step
    from bundlescan.render import View
    from bundlescan.source import Position

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
FINGERPRINT = "bundlescan/v1"
#: the notifications: id and level, and what they are
NOTIFICATIONS = {
    ("not-analysed", "error"): "A file or path that could not be analysed: nothing is known about it.",
    ("analysed-around", "warning"): "A file that was analysed around a syntax error.",
    ("no-effect", "note"): "A comment or an entry of the baseline that has no effect.",
}

Json = dict[str, Any]


def render(report: Report, view: View) -> str:
    rules = sorted({finding.rule_id for finding in report.findings})
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, rules, view)]})


def _run(report: Report, rules: list[str], view: View) -> Json:
    book = view.book or rulebook()
    driver = {
        "name": "bundlescan",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule_id, book) for rule_id in rules],
        "notifications": [_descriptor(name, text, text) for (name, _), text in NOTIFICATIONS.items()],
    }
    invocation = {
        "executionSuccessful": not any(error.fatal for error in report.errors),
        "toolExecutionNotifications": [
            *(_notification(0 if e.fatal else 1, e.path, None, e.message, view) for e in report.errors),
            *(_notification(2, notice.path, notice.line, notice.message, view) for notice in report.notices),
        ],
    }
    base: Json = {"description": {"text": "The folder that bundlescan ran in."}}
    if view.folder is not None:
        base = {"uri": uri(view.folder.rstrip("/") + "/"), **base}
    return {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "originalUriBaseIds": {ROOT: base},
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, rules.index(finding.rule_id), view) for finding in report.findings],
    }


def _rule(rule_id: str, book: Rulebook) -> Json:
    rule, page = book.rules.get(rule_id), book.page(rule_id)
    title = rule.title if rule else rule_id
    what = re.search(r"^## What\n+(.+?)\n\n", page, re.DOTALL | re.MULTILINE)
    described = " ".join(what[1].split()) if what else f"{title}."
    return {
        **_descriptor(rule_id, f"{title}.", described, page),
        "defaultConfiguration": {"level": rule.severity if rule else "warning"},
    }


def _descriptor(id_: str, short: str, full: str, page: str = "") -> Json:
    """Not messages: texts that are shown as they are, braces and all."""
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in id_.split("-")),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": page or full, "markdown": page or full},
    }


def _notification(index: int, path: str, line: int | None, text: str, view: View) -> Json:
    name, level = list(NOTIFICATIONS)[index]
    place: Json = {"artifactLocation": _artifact(path, view)} | ({"region": {"startLine": line}} if line else {})
    return {
        "descriptor": {"id": name, "index": index},
        "level": level,
        "message": _message(printable(text)),
        "locations": [{"physicalLocation": place}],
    }


def _result(finding: Finding, rule: int, view: View) -> Json:
    named = {
        "confidence": finding.confidence,
        "url": finding.url,
        "port": finding.port,
        "host": finding.host,
        "when": finding.when,
        "client": finding.sink.name if finding.sink else None,
        "callee": finding.sink.callee if finding.sink else None,
    }
    text = finding.excerpt[finding.excerpt_start : finding.excerpt_end]
    result: Json = {
        "ruleId": finding.rule_id,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": _message(printable(finding.message)),
        "locations": [_location(finding.path, finding.start, finding.end, text, view)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {key: value for key, value in named.items() if value is not None},
    }
    if finding.trace:
        steps = [_step(step, view) for step in finding.trace]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    if finding.original:
        point = {"startLine": finding.original.line, "startColumn": finding.original.column}
        place = {"artifactLocation": {"uri": uri(finding.original.path)}, "region": point}
        result["relatedLocations"] = [
            {
                "id": 0,
                "physicalLocation": place,
                "message": _message("The place in the source, through the source map."),
            }
        ]
    if finding.proposal:
        result["fixes"] = [_fix(finding.proposal, view)]
    return result


def _step(step: Step, view: View) -> Json:
    where = _location(step.path, step.start, step.end, step.text, view)
    return {"location": {**where, "message": _message(printable(step.note))}}


def _fix(proposal: Proposal, view: View) -> Json:
    by_path: dict[str, list[Change]] = {}
    for change in proposal.changes:
        by_path.setdefault(change.path, []).append(change)
    return {
        "description": _message(printable(proposal.title)),
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path, view),
                "replacements": [
                    {"deletedRegion": _region(one.start, one.end), "insertedContent": {"text": one.new}}
                    for one in changes
                ],
            }
            for path, changes in by_path.items()
        ],
    }


def _message(text: str) -> Json:
    """Plain text as a message object: braces are doubled, or they would be placeholders, and nothing is a link."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": re.sub(r"\[(?=[^\]]*\]\()", r"\\[", text)}


def _location(path: str, start: Position, end: Position, text: str, view: View) -> Json:
    size = end.offset - start.offset
    region: Json = {**_region(start, end), "byteOffset": start.offset, "byteLength": size}
    if len(text.encode(errors="replace")) == size:  # a longer one was cut, and a snippet is the whole region
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": _artifact(path, view), "region": region}}


def _artifact(path: str, view: View) -> Json:
    name = uri(relative(path, view.folder))
    return {"uri": name} if name.startswith("file:") else {"uri": name, "uriBaseId": ROOT}


def _region(start: Position, end: Position) -> Json:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
