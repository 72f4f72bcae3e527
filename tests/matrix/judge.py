"""find and rewrite against the truth of a build: what is missed, what is noise, what the rewrite did."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bundlescan import pipeline
from bundlescan.finding import Finding, Severity
from tests.matrix.browser import Job, Run, record
from tests.matrix.builds import Build
from tests.matrix.mutate import MUTANT_HOST, MUTANT_PORT, mutated
from tests.matrix.truth import Connection, Fault, Truth

WEAK = "url-hardcoded-port"


@dataclass
class Verdict:
    """One build, judged. Each list holds what is wrong, in words; empty lists are what we want."""

    build: Build
    truth: Truth
    findings: list[Finding]
    matches: list[tuple[Fault, Finding]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    wrong_severity: list[str] = field(default_factory=list)
    wrong_cause: list[str] = field(default_factory=list)
    caused: int = 0
    not_fixed: list[str] = field(default_factory=list)
    interference: list[str] = field(default_factory=list)
    crash: str | None = None

    @property
    def problems(self) -> dict[str, list[str]]:
        named = {
            "missed": self.missed,
            "noise": self.noise,
            "severity": self.wrong_severity,
            "cause": self.wrong_cause,
            "not fixed": self.not_fixed,
            "interference": self.interference,
            "crash": [self.crash] if self.crash else [],
        }
        return {name: items for name, items in named.items() if items}


Progress = Callable[[int, int], None]


def judge(builds: Iterable[tuple[Build, Truth]], scratch: Path, progress: Progress) -> list[Verdict]:
    """Every build through find, the mutation of each cause, and rewrite; executed in two batches."""
    verdicts = [_found(build, truth) for build, truth in builds]
    _check_causes(verdicts, scratch / "mutants", progress)
    _check_rewrites(verdicts, scratch / "rewritten", progress)
    return verdicts


# ---- find ---------------------------------------------------------------------------------------------------------


def _found(build: Build, truth: Truth) -> Verdict:
    try:
        report = pipeline.find([str(build.folder)])
    except Exception as error:
        return Verdict(build, truth, [], crash=f"find: {type(error).__name__}: {error}")
    findings = [f for f in report.findings if f.severity.rank >= Severity.WARNING.rank and f.rule_id != "dev-client"]
    verdict = Verdict(build, truth, findings)
    for fault in truth.faults:
        right = [finding for finding in findings if _agree(finding, fault) and _same_path(finding.url, fault)]
        verdict.matches += [(fault, finding) for finding in right]
        if not right:
            near = [_told(f) for f in findings if f.rule_id == fault.rule or f.rule_id == WEAK]
            verdict.missed.append(f"{fault.rule} {fault.connection.url}" + (f"; found: {near}" if near else ""))
        if fault.guarded and any(f.severity != Severity.WARNING for f in right):
            verdict.wrong_severity.append(f"{fault.connection.url} is behind a development guard, yet an error")
    matched = {id(finding) for _, finding in verdict.matches}
    faulty_ports = {fault.port for fault in truth.faults}
    for finding in findings:
        weak = finding.rule_id == WEAK and finding.port in faulty_ports
        if id(finding) not in matched and not weak:
            verdict.noise.append(_told(finding))
    return verdict


def _agree(finding: Finding, fault: Fault) -> bool:
    rules = {fault.rule}
    if fault.guarded:  # on a localhost page, a fixed localhost is both
        rules = {f"{fault.rule.split('-')[0]}-{kind}" for kind in ("hardcoded-port", "local-host")}
    ports = {fault.port} | ({None} if fault.port in (80, 443) else set())
    if finding.rule_id not in rules or (fault.port and finding.port not in ports):
        return False
    return not fault.host or (finding.host or "").strip("[]").lower() == fault.host


def _same_path(template: str | None, fault: Fault) -> bool:
    """Whether a finding's URL, holes and all, can be the fault's: compared after the host, as a prefix, since
    clients append paths of their own. What Socket.IO calls the path is the namespace."""
    rest = re.match(r"(?:\{[^}]*\}|[^/{])*//(?:\{[^}]*\}|[^/?#{])*(.*)", template or "", re.DOTALL)
    if rest is None:
        return True
    literals = [re.escape(piece) for piece in re.split(r"\{[^}]*\}", rest[1])]
    connection = fault.connection
    packet = dict(connection.details).get("packet")
    if "EIO=" in connection.url and packet is None:
        return True
    if packet is not None:
        namespace = re.match(r"0(/[^,]*)?", packet)
        target = (namespace[1] if namespace else None) or "/"
        literals = [re.escape(piece) for piece in re.split(r"\{[^}]*\}", rest[1].split("?")[0])]
    else:
        target = connection.parts.path + ("?" + connection.parts.query if connection.parts.query else "")
    return re.match(".*".join(literals), target, re.DOTALL) is not None


def _told(finding: Finding) -> str:
    sink = finding.sink.name if finding.sink else "no sink"
    return f"{finding.rule_id} {finding.url} port={finding.port} ({sink}) at {finding.excerpt[:80]!r}"


# ---- cause --------------------------------------------------------------------------------------------------------


def _check_causes(verdicts: list[Verdict], scratch: Path, progress: Progress) -> None:
    """Change the literal that a finding points at: the connection must follow."""
    shutil.rmtree(scratch, ignore_errors=True)
    trials: list[tuple[Verdict, Fault, Finding, Job]] = []
    for verdict in verdicts:
        for number, (fault, finding) in enumerate(verdict.matches):
            data = mutated(_read(verdict, finding), finding)
            if data is None:
                verdict.wrong_cause.append(f"{_told(finding)}: the place spells neither its port nor its host")
                continue
            folder = scratch / verdict.build.bundler / verdict.build.case.name / str(number)
            shutil.copytree(verdict.build.folder, folder)
            (folder / _inside(verdict, finding.path)).write_bytes(data)
            trials.append((verdict, fault, finding, Job(folder, (fault.state,), (fault.page,))))
    for (verdict, fault, finding, _), runs in zip(trials, record([t[3] for t in trials], progress), strict=True):
        seen = {Connection.of(entry) for run in runs for entry in run.connections}
        if any(_follows(connection, fault) for connection in seen):
            verdict.caused += 1
        else:
            verdict.wrong_cause.append(f"{_told(finding)}: changing it leaves {fault.connection.url} as it is")


def _follows(connection: Connection, fault: Fault) -> bool:
    if connection.api != fault.connection.api or connection.parts.path != fault.connection.parts.path:
        return False
    secure = connection.parts.scheme in ("wss", "https") and fault.rule == "socket-insecure-scheme"
    return secure or connection.port == MUTANT_PORT or connection.host == MUTANT_HOST


def _inside(verdict: Verdict, path: str) -> str:
    return str(Path(path).relative_to(verdict.build.folder))


def _read(verdict: Verdict, finding: Finding) -> bytes:
    return (verdict.build.folder / _inside(verdict, finding.path)).read_bytes()


# ---- rewrite ------------------------------------------------------------------------------------------------------


def _check_rewrites(verdicts: list[Verdict], scratch: Path, progress: Progress) -> None:
    shutil.rmtree(scratch, ignore_errors=True)
    trials = []
    for verdict in verdicts:
        if verdict.crash:
            continue
        try:
            plan = pipeline.plan([str(verdict.build.folder)])
        except Exception as error:
            verdict.crash = f"rewrite: {type(error).__name__}: {error}"
            continue
        if plan.after and not verdict.truth.faults:
            verdict.interference.append(f"a build without faults is edited: {[fix.fix.title for fix in plan.fixes]}")
        folder = verdict.build.folder
        if plan.after:
            folder = scratch / verdict.build.bundler / verdict.build.case.name
            shutil.copytree(verdict.build.folder, folder)
            for path, data in plan.after.items():
                (folder / _inside(verdict, path)).write_bytes(data)
            again = pipeline.plan([str(folder)])
            if again.after:
                verdict.interference.append(f"a second rewrite edits again: {[fix.fix.title for fix in again.fixes]}")
        reasons = sorted(set(plan.reasons.values()))
        trials.append((verdict, reasons, Job(folder, tuple(verdict.build.case.states))))
    for (verdict, reasons, _), runs in zip(trials, record([t[2] for t in trials], progress), strict=True):
        for before, after in zip(verdict.truth.runs, runs, strict=True):
            _compare(verdict, before, after, reasons)
        verdict.not_fixed = _few(verdict.not_fixed)
        verdict.interference = _few(verdict.interference)


def _compare(verdict: Verdict, before: Run, after: Run, reasons: list[str]) -> None:
    was = {Connection.of(entry) for entry in before.connections}
    wanted = verdict.truth.expected(before)
    got = {Connection.of(entry) for entry in after.connections}
    for connection in sorted(wanted - got, key=str):
        bad = connection not in was
        where = verdict.not_fixed if bad else verdict.interference
        why = f" (not touched: {'; '.join(reasons)})" if bad and reasons else ""
        where.append(f"{connection.url} is missing on {before.page}{why}")
    for connection in sorted(got - wanted - was, key=str):
        verdict.interference.append(f"{connection.url} {dict(connection.details)} is new on {before.page}")
    for error in set(after.errors) - set(before.errors):
        verdict.interference.append(f"a new script error on {before.page}: {error}")


def _few(lines: list[str]) -> list[str]:
    lines = list(dict.fromkeys(lines))
    return lines[:3] + ([f"… and {len(lines) - 3} more"] if len(lines) > 3 else [])
