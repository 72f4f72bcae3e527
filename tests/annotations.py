"""Fixtures say what is expected on the very line it is about.

    // finding: <rule-id> [port]    found here; more than one may stand on a line
    // ok                           nothing is found here and no finding's call stands here, though it looks like one
    // todo: <rule-id> [port]       a known miss: should be found here and is not yet
    // spurious: <rule-id> [port]   a known false alarm: found here and should not be

A known miss that is found, or a known false alarm that is gone, is a difference too: then the note is promoted.
Errors and warnings always count; notes count in the fixtures of a rule that is a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bundlescan.finding import Finding, Severity
from bundlescan.match.client import builtin_rules
from bundlescan.pipeline import find

FIXTURES = Path(__file__).parent / "fixtures"
MARK = re.compile(r"//\s*(finding|todo|spurious|ok)\b(?::\s*([a-z-]+)(?:[ \t]+(\d+))?)?")


@dataclass(frozen=True, order=True)
class Note:
    """One annotation, or one finding in the same words."""

    path: str
    line: int
    rule_id: str
    port: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule_id} {self.port}".rstrip()


@dataclass(frozen=True)
class Annotated:
    """The annotations of a fixture by kind."""

    found: Counter[Note]
    todo: Counter[Note]
    spurious: Counter[Note]
    ok: frozenset[tuple[str, int]]


def fixtures(rule_id: str) -> list[Path]:
    """The fixtures of a rule: its files, and its folders (whose files belong together)."""
    folder = FIXTURES / rule_id
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def files(fixture: Path) -> list[Path]:
    return sorted(path for path in fixture.rglob("*") if path.is_file()) if fixture.is_dir() else [fixture]


def read(fixture: Path) -> Annotated:
    found: Counter[Note] = Counter()
    todo: Counter[Note] = Counter()
    spurious: Counter[Note] = Counter()
    ok: set[tuple[str, int]] = set()
    for file in files(fixture):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            for kind, rule_id, port in MARK.findall(line):
                note = Note(file.name, number, rule_id, port)
                if kind == "ok":
                    ok.add((file.name, number))
                else:
                    assert rule_id in builtin_rules(), f"{note}: no such rule"
                    {"finding": found, "todo": todo, "spurious": spurious}[kind][note] += 1
    return Annotated(found, todo, spurious, frozenset(ok))


def scan(fixture: Path) -> tuple[Finding, ...]:
    report = find([str(fixture)])
    assert not report.errors, report.errors
    return report.findings


def differences(fixture: Path, findings: Sequence[Finding] | None = None) -> list[str]:
    """What the scan of ``fixture`` and its annotations do not agree on, as the lines of a diff."""
    wanted = read(fixture)
    findings = scan(fixture) if findings is None else findings
    rule = builtin_rules().get(fixture.parent.name)
    notes = rule is not None and rule.severity is Severity.NOTE
    counted = [finding for finding in findings if notes or finding.severity is not Severity.NOTE]
    got = Counter(note for finding in counted for note in _notes(finding, wanted))
    return [
        *(f"- missing   {note}" for note in (wanted.found - got).elements()),
        *(f"+ noisy     {note}" for note in (got - wanted.found - wanted.todo - wanted.spurious).elements()),
        *(f"+ promote   {note}: a known miss that is found now" for note in (wanted.todo & got).elements()),
        *(f"- promote   {note}: a known false alarm that is gone" for note in (wanted.spurious - got).elements()),
        *(f"+ not ok    {line}" for line in dict.fromkeys(_touched(counted, wanted))),
    ]


def _notes(finding: Finding, wanted: Annotated) -> Iterator[Note]:
    """The finding as an annotation would say it: without the port where the annotation leaves it out."""
    name = Path(finding.path).name
    exact = Note(name, finding.start.line, finding.rule_id, str(finding.port or ""))
    short = Note(name, finding.start.line, finding.rule_id)
    stated = {*wanted.found, *wanted.todo, *wanted.spurious}
    yield short if short in stated and exact not in stated else exact


def _touched(findings: Sequence[Finding], wanted: Annotated) -> Iterator[str]:
    for finding in findings:
        places = [(finding.path, finding.start.line)]
        places += [(step.path, step.start.line) for step in finding.trace[-1:]]
        for path, line in places:
            if (Path(path).name, line) in wanted.ok:
                yield f"{Path(path).name}:{line}: {finding.rule_id} {finding.url or ''}".rstrip()
