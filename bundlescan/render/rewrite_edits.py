"""The edits of a plan as reports list them: each once, with every finding that it ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bundlescan.finding import Finding, Plan
from bundlescan.fix import Edit, hunks
from bundlescan.source import Source, Span


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """Put ``new`` in place of ``span`` in ``source``, the file before any edit."""

    source: Source
    span: Span
    new: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def edit(self) -> Edit:
        return Edit(self.source.path, self.span, self.new)


def planned_edits(plan: Plan) -> tuple[list[PlannedEdit], list[PlannedEdit]]:
    """The edits of files that the plan writes, and those it only suggests (sources that a build turns into what is
    served), each list in the order of path and offset."""
    sources = {path: Source(path, data) for path, data in plan.before.items()}
    ended: dict[tuple[str, Span, str], list[Finding]] = {}
    titles: dict[tuple[str, Span, str], str] = {}
    for planned in plan.fixes:
        for edit in planned.fix.edits:
            key = (edit.path, edit.span, edit.text)
            ended.setdefault(key, []).extend(planned.findings)
            titles.setdefault(key, planned.fix.title)
    edits = [
        PlannedEdit(sources[key[0]], key[1], key[2], titles[key], tuple(dict.fromkeys(findings)))
        for key, findings in sorted(ended.items())
    ]
    return (
        [edit for edit in edits if edit.source.path in plan.after],
        [edit for edit in edits if edit.source.path not in plan.after],
    )


def planned_hunks(plan: Plan, edits: list[PlannedEdit]) -> list[list[PlannedEdit]]:
    """Some of the edits of ``plan``, in their order, those together that are one change to a reader."""
    joined = {pair for planned in plan.fixes for hunk in hunks(planned.fix.edits) for pair in pairwise(hunk)}
    found: list[list[PlannedEdit]] = []
    for edit in edits:
        if found and (found[-1][-1].edit, edit.edit) in joined:
            found[-1].append(edit)
        else:
            found.append([edit])
    return found
