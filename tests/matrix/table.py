"""Verdicts as tables: one line for each bundler and each case, totals, and the failures in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.matrix.judge import Verdict

COLUMNS = ("builds", "faults", "recall", "precision", "right cause", "fixed", "undisturbed", "identical")


@dataclass
class Ratio:
    good: int = 0
    all: int = 0

    def __str__(self) -> str:
        return f"{self.good}/{self.all}" if self.all else "-"


def totals(verdicts: Iterable[Verdict]) -> dict[str, Ratio]:
    """The columns' ratios over these verdicts."""
    sums: dict[str, Ratio] = defaultdict(Ratio)

    def add(name: str, good: int, of: int) -> None:
        sums[name].good += good
        sums[name].all += of

    for v in verdicts:
        faults = len(v.truth.faults)
        fixable = sum(fault.rule != "http-local-host" for fault in v.truth.faults)
        add("builds", not v.problems, 1)
        add("recall", faults - len(v.missed) if not v.crash else 0, faults)
        add("precision", len(v.findings) - len(v.noise), len(v.findings))
        add("right cause", v.caused, len(v.matches))
        if fixable:
            add("fixed", not v.not_fixed and not v.crash, 1)
        add("undisturbed", not v.interference and not v.crash, 1)
        if not faults:
            add("identical", not v.interference and not v.crash, 1)
    return sums


def table(verdicts: list[Verdict], key: Callable[[Verdict], str], title: str) -> str:
    names = ("builds", "recall", "precision", "right cause", "fixed", "undisturbed", "identical")
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    rows = [[name, *(str(totals(group)[column]) for column in names)] for name, group in groups.items()]
    rows.append(["**all**", *(str(totals(verdicts)[column]) for column in names)])
    lines = [[title, "builds right", *names[1:]], ["---"] * (len(names) + 1), *rows]
    widths = [max(len(row[i]) for row in lines) for i in range(len(lines[0]))]
    lines[1] = ["-" * width for width in widths]
    return "\n".join(f"| {' | '.join(cell.ljust(w) for cell, w in zip(row, widths, strict=True))} |" for row in lines)


def failures(verdicts: list[Verdict]) -> str:
    """What differs, by case; bundlers that fail in the same way share a line."""
    cases: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for verdict in verdicts:
        for kind, items in verdict.problems.items():
            for item in items:
                cases[verdict.build.case.name][f"**{kind}** {item}"].append(verdict.build.bundler)
    out = []
    for case, problems in sorted(cases.items()):
        out.append(f"\n## {case}\n")
        out += [f"- [{', '.join(bundlers)}] {problem}" for problem, bundlers in problems.items()]
    return "\n".join(out) + "\n"
