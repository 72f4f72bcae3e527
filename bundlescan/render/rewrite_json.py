"""The JSON form of a rewrite plan and of what became of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bundlescan.render.json import TOOL, VERSION, dump, error_object, finding_object
from bundlescan.render.rewrite_edits import PlannedEdit, planned_edits

if TYPE_CHECKING:
    from bundlescan.finding import Plan
    from bundlescan.render import View
    from bundlescan.rewriter.write import Outcome


def render(plan: Plan, outcome: Outcome, view: View, advice: str = "") -> str:
    written, suggested = planned_edits(plan)
    return dump(
        {
            "version": VERSION,
            "tool": TOOL,
            "edits": [_edit_object(edit) for edit in written],
            "suggestions": [_edit_object(edit) for edit in suggested],
            "remaining": [
                finding_object(finding) | {"reason": plan.reasons.get(finding.fingerprint)}
                for finding in plan.remaining
            ],
            "errors": [error_object(error) for error in plan.report.errors + outcome.errors],
            "renamed": plan.renamed,
            "written": list(outcome.written),
            "restore": outcome.restore,
            "refused": list(outcome.refusals),
            "warnings": list(outcome.warnings),
        }
    )


def _edit_object(edit: PlannedEdit) -> dict[str, Any]:
    return {
        "path": edit.source.path,
        "start": asdict(edit.source.position(edit.span.start)),
        "end": asdict(edit.source.position(edit.span.end)),
        "old": edit.source.text(edit.span),
        "new": edit.new,
        "title": edit.title,
        "rule_ids": sorted({finding.rule_id for finding in edit.findings}),
        "fingerprints": sorted({finding.fingerprint for finding in edit.findings}),
    }
