"""Source maps of the files that a plan changes: the columns after an edit on its line move, so the map is changed too.

A map inside its file (a data: URL) stays: no byte of a built file changes outside the edits. So does one that cannot be
used, or whose file has an edit over several lines. Each of these is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bundlescan import sourcemap
from bundlescan.collect import Candidate, Kind
from bundlescan.finding import Plan
from bundlescan.fix import Edit
from bundlescan.originals import map_of
from bundlescan.source import Source, utf16_length
from bundlescan.sourcemap import MapError, Replaced


@dataclass(slots=True)
class Maps:
    """The maps that change, by reported path, and what to know about others (one line each)."""

    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def moved_maps(plan: Plan, files: Sequence[Candidate]) -> Maps:
    """``files`` are those of the scan."""
    maps = Maps()
    real = {file.path: file.real for file in files if file.kind is Kind.JS}
    for path in plan.after:
        if path not in real:
            continue
        source = Source(path, plan.before[path])
        try:
            found = map_of(source, real[path])
            if found is None:
                continue
            if found.real is None:
                raise MapError("it is inside the file, which changes in the edits only")
            if found.path in maps.after:
                raise MapError(f"{found.path} is another file's map too")
            edits = {edit for planned in plan.fixes for edit in planned.fix.edits if edit.path == path}
            now = plan.after.get(found.path, found.data)  # with new names of other files in it, as long as the old ones
            maps.after[found.path] = sourcemap.moved(now, _replaced(source, edits))
            maps.before[found.path] = found.data
        except MapError as error:
            maps.warnings.append(f"{path}: its source map is left as it is, columns after an edit are off: {error}")
    return maps


def _replaced(source: Source, edits: set[Edit]) -> Iterator[Replaced]:
    for edit in edits:
        start, end = source.position(edit.span.start), source.position(edit.span.end)
        if start.line != end.line or "\n" in edit.text:
            raise MapError(f"the edit in line {start.line} goes over several lines")
        length = utf16_length(edit.text.encode())
        yield Replaced(start.line - 1, start.column - 1, end.column - 1, length)
