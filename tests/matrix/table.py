"""Verdicts as tables: one line for each bundler and each case, totals, and the failures in words.

A ``Row`` is a verdict as numbers and words. Rows are kept, each with the minute in which it was judged, so that
docs/matrix.md can be written from runs of some bundlers or cases at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from tests.matrix.builds import BUNDLERS
from tests.matrix.cases import all_cases
from tests.matrix.judge import Verdict
from tests.toolchain import CACHE

KEPT = CACHE / "matrix" / "rows"

COLUMNS = {
    "builds": "builds without any difference",
    "recall": "connections that are faults, reported with the right rule, port and URL",
    "precision": "findings (warnings and errors) that name such a connection",
    "right cause": "findings whose literal, changed to another number or host, moves the connection",
    "fixed": "builds whose faults all go to the page's own origin after the rewrite",
    "undisturbed": "builds whose other connections are the same after the rewrite",
    "identical": "builds without faults that the rewrite leaves byte for byte",
}


@dataclass(frozen=True)
class Row:
    """One build. ``numbers``: good and all of each column; ``problems``: what differs, in words."""

    bundler: str
    case: str
    numbers: dict[str, tuple[int, int]]
    problems: dict[str, list[str]]

    @classmethod
    def of(cls, v: Verdict) -> Row:
        faults = len(v.truth.faults)
        fixable = sum(fault.rule != "http-local-host" for fault in v.truth.faults)
        numbers = {
            "builds": (int(not v.problems), 1),
            "recall": (faults - len(v.missed) if not v.crash else 0, faults),
            "precision": (len(v.findings) - len(v.noise), len(v.findings)),
            "right cause": (v.caused, len(v.matches)),
            "undisturbed": (int(not v.interference and not v.crash), 1),
        }
        if fixable:
            numbers["fixed"] = (int(not v.not_fixed and not v.crash), 1)
        if not faults:
            numbers["identical"] = (int(not v.interference and not v.crash), 1)
        return cls(v.build.bundler, v.build.case.name, numbers, v.problems)


Group = Callable[[Row], str]


def totals(rows: Iterable[Row]) -> dict[str, str]:
    """Each column over these rows."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        for name, (good, of) in row.numbers.items():
            sums[name][0] += good
            sums[name][1] += of
    return {name: f"{sums[name][0]}/{sums[name][1]}" if sums[name][1] else "-" for name in COLUMNS}


def table(rows: Sequence[Row], key: Group, title: str) -> str:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    body = [[name, *totals(group).values()] for name, group in groups.items()]
    body.append(["**all**", *totals(rows).values()])
    heads = [title, "builds right", *list(COLUMNS)[1:]]
    lines = [heads, ["---"] * len(heads), *body]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    lines[1] = ["-" * width for width in widths]
    return "\n".join(f"| {' | '.join(cell.ljust(w) for cell, w in zip(line, widths, strict=True))} |" for line in lines)


def failures(rows: Iterable[Row]) -> str:
    """What differs, by case; bundlers that fail in the same way share a line."""
    cases: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for kind, items in row.problems.items():
            for item in items:
                cases[row.case][f"**{kind}** {item}"].append(row.bundler)
    out = []
    for case, problems in sorted(cases.items()):
        out.append(f"\n## {case}\n")
        out += [f"- [{', '.join(dict.fromkeys(bundlers))}] {problem}" for problem, bundlers in problems.items()]
    return "\n".join(out) + "\n"


def as_json(rows: Sequence[Row]) -> dict[str, object]:
    return {"all": totals(rows), "builds": [asdict(row) for row in rows]}


# ---- docs/matrix.md -----------------------------------------------------------------------------------------------


def keep(rows: Sequence[Row]) -> None:
    """Keeps the rows for the document, each with the minute in which it was judged, in place of older ones."""
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    KEPT.mkdir(parents=True, exist_ok=True)
    for bundler in dict.fromkeys(row.bundler for row in rows):
        file = KEPT / f"{bundler}.json"
        kept = json.loads(file.read_text()) if file.exists() else {}
        kept.update({row.case: {"when": when, "row": asdict(row)} for row in rows if row.bundler == bundler})
        file.write_text(json.dumps(kept))


def document() -> str:
    """docs/matrix.md from what is kept: the tables, what the columns mean, and the known differences."""
    when: dict[str, str] = {}
    rows: list[Row] = []
    for bundler in BUNDLERS:
        known = {case.name for case in all_cases() if case.builds_with(bundler)}
        file = KEPT / f"{bundler}.json"
        kept = [row for case, row in json.loads(file.read_text()).items() if case in known] if file.exists() else []
        if kept:
            first, last = min(row["when"] for row in kept), max(row["when"] for row in kept)
            when[bundler] = f"{len(kept)} cases, {first if first == last else f'{first} to {last}'} UTC"
            rows += [Row(**row["row"]) for row in kept]
    columns = "\n".join(f"- **{name}**: {meaning}" for name, meaning in COLUMNS.items())
    judged = "\n".join(f"- {bundler}: {when.get(bundler, 'not judged yet')}" for bundler in BUNDLERS)
    return f"""# The matrix: what find and rewrite do on real builds

Generated by `python -m tests.matrix --write-docs`; do not edit. Every case (a small source in `tests/matrix/cases/`)
is built with every bundler, each build runs in headless Chromium at several page origins with all traffic
intercepted, and where it really connects is the truth that `find` and `rewrite --same-origin` are compared with.

{columns}

Builds are judged when there is time for them, each with the tool as it was in that minute; a difference listed below
may be gone since.

{judged}

## By bundler

{table(rows, lambda row: row.bundler, "bundler")}

## By case

{table(sorted(rows, key=lambda row: row.case), lambda row: row.case, "case")}

## Known differences

{_known(rows)}
"""


def _known(rows: Iterable[Row]) -> str:
    """By case, each kind of difference once: with how many connections, and with which bundlers."""
    cases: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for kind in row.problems:
            cases[row.case][kind].append(row.bundler)
    lines = []
    for case, kinds in sorted(cases.items()):
        told = "; ".join(f"{kind} ({', '.join(bundlers)})" for kind, bundlers in kinds.items())
        lines.append(f"- **{case}**: {told}")
    return "\n".join(lines) or "None."
