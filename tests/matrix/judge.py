"""find and rewrite against the truth of a build: what is missed, what is noise, what the rewrite did."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from bundlescan.finding import Finding, Severity
from tests.matrix.analysis import Analysed, analyse
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
    doubtful: list[tuple[Fault, list[Finding]]] = field(default_factory=list)  # right port, another path
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


def _silent(done: int, total: int) -> None:
    """No progress is told."""


def judge(builds: Sequence[tuple[Build, Truth]], scratch: Path, progress: Progress = _silent) -> list[Verdict]:
    """Every build through find, the mutation of each cause, and rewrite; executed in two batches.
    ``scratch`` is an empty folder."""
    analysed = analyse([build.folder for build, _ in builds], progress)
    verdicts = [_found(build, truth, said) for (build, truth), said in zip(builds, analysed, strict=True)]
    _check_causes(verdicts, scratch, progress)
    _check_rewrites(verdicts, analysed, progress)
    return verdicts


# ---- find ---------------------------------------------------------------------------------------------------------


def _found(build: Build, truth: Truth, said: Analysed) -> Verdict:
    ranked = [f for f in said.findings if f.severity.rank >= Severity.WARNING.rank]
    findings = [f for f in ranked if f.rule_id != "dev-client"]
    verdict = Verdict(build, truth, findings, crash=said.crash)
    for fault in truth.faults:
        agreeing = [finding for finding in findings if _agree(finding, fault)]
        right = [finding for finding in agreeing if _same_path(finding.url, fault)]
        verdict.matches += [(fault, finding) for finding in right]
        if not right:
            verdict.doubtful.append((fault, agreeing))
        if fault.guarded and any(f.severity != Severity.WARNING for f in right):
            verdict.wrong_severity.append(f"{fault.connection.url} is behind a development guard, yet an error")
    return verdict


def _name_noise(verdict: Verdict, proven: Sequence[Finding]) -> None:
    """What names no faulty connection, neither by its words nor by moving one when its literal changes."""
    true = [*proven, *(finding for _, finding in verdict.matches)]
    faulty_ports = {fault.port for fault in verdict.truth.faults}
    for finding in verdict.findings:
        weak = finding.rule_id == WEAK and finding.port in faulty_ports
        if finding in true or weak:
            continue
        literal = any((f.path, f.start, f.end) == (finding.path, finding.start, finding.end) for f in true)
        verdict.noise.append(_told(finding) + (" (this literal, but not with this call)" if literal else ""))


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
    literals = _literals(rest[1])
    connection = fault.connection
    packet = dict(connection.details).get("packet")
    if "EIO=" in connection.url and packet is None:
        return True
    if packet is not None:
        namespace = re.match(r"0(/[^,]*)?", packet)
        target = (namespace[1] if namespace else None) or "/"
        literals = _literals(rest[1].split("?")[0])
    else:
        target = connection.parts.path + ("?" + connection.parts.query if connection.parts.query else "")
    return re.match(".*".join(literals), unquote(target), re.DOTALL) is not None


def _literals(template: str) -> list[str]:
    """What stands between the holes, as patterns."""
    return [re.escape(unquote(piece)) for piece in re.split(r"\{[^}]*\}", template)]


def _told(finding: Finding) -> str:
    sink = finding.sink.name if finding.sink else "no sink"
    return f"{finding.rule_id} {finding.url} port={finding.port} ({sink}) at {finding.excerpt[:80]!r}"


# ---- cause --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Trial:
    """One mutated build, opened where the fault was seen. ``sure``: the finding's URL is the fault's."""

    verdict: Verdict
    fault: Fault
    finding: Finding
    sure: bool
    job: Job


def _check_causes(verdicts: list[Verdict], scratch: Path, progress: Progress) -> None:
    """Change the literal that a finding points at: the connection must follow. One literal and one call may make
    several connections (a loop over paths), so this also decides about findings with another path."""
    trials = [trial for verdict in verdicts for trial in _trials(verdict, scratch)]
    found: list[_Trial] = []
    for trial, runs in zip(trials, record([trial.job for trial in trials], progress), strict=True):
        seen = {Connection.of(entry) for run in runs for entry in run.connections}
        before = {_address(Connection.of(entry)) for run in trial.verdict.truth.runs for entry in run.connections}
        follows = any(_follows(c, trial.fault, is_new=_address(c) not in before) for c in seen)
        if follows and not trial.sure:
            found.append(trial)
        elif follows:
            trial.verdict.caused += 1
        elif trial.sure:
            url = trial.fault.connection.url
            trial.verdict.wrong_cause.append(f"{_told(trial.finding)}: changing it leaves {url} as it is")
    for verdict in verdicts:
        own = [trial for trial in found if trial.verdict is verdict]
        _name_noise(verdict, [trial.finding for trial in own])
        for fault, near in verdict.doubtful:
            if fault not in [trial.fault for trial in own]:
                told = f"; found: {[_told(finding) for finding in near]}" if near else ""
                verdict.missed.append(f"{fault.rule} {fault.connection.url}{told}")


def _trials(verdict: Verdict, scratch: Path) -> Iterator[_Trial]:
    pairs = [(fault, finding, True) for fault, finding in verdict.matches]
    pairs += [(fault, finding, False) for fault, near in verdict.doubtful for finding in near]
    for number, (fault, finding, sure) in enumerate(pairs):
        data = mutated(_read(verdict, finding), finding)
        if data is None and sure:
            verdict.wrong_cause.append(f"{_told(finding)}: the place spells neither its port nor its host")
        if data is None:
            continue
        folder = scratch / verdict.build.bundler / verdict.build.case.name / str(number)
        shutil.copytree(verdict.build.folder, folder)
        (folder / _inside(verdict, finding.path)).write_bytes(data)
        for copy in _copies(verdict, finding):
            changed = mutated(_read(verdict, copy), copy)
            if changed is not None:
                (folder / _inside(verdict, copy.path)).write_bytes(changed)
        yield _Trial(verdict, fault, finding, sure, Job(folder, (fault.state,), (fault.page,)))


def _copies(verdict: Verdict, finding: Finding) -> list[Finding]:
    """The same finding in other files, where several chunks hold a copy of one module: which one a page runs depends
    on what it loads first."""
    others = {f.path: f for f in verdict.findings if f.fingerprint == finding.fingerprint and f.path != finding.path}
    return list(others.values())


def _address(connection: Connection) -> tuple[str, str, int | None, str]:
    return connection.api, connection.host, connection.port, connection.parts.path


def _follows(connection: Connection, fault: Fault, is_new: bool) -> bool:
    """Whether a connection of a mutated build is the fault, moved: to the mutant's address, or, where port or host are
    computed from what was changed, to any address that the build did not go to before (``is_new``)."""
    if connection.api != fault.connection.api or connection.parts.path != fault.connection.parts.path:
        return False
    secure = connection.parts.scheme in ("wss", "https") and fault.rule == "socket-insecure-scheme"
    return secure or is_new or connection.port == MUTANT_PORT or connection.host == MUTANT_HOST


def _inside(verdict: Verdict, path: str) -> str:
    return str(Path(path).relative_to(verdict.build.folder))


def _read(verdict: Verdict, finding: Finding) -> bytes:
    return (verdict.build.folder / _inside(verdict, finding.path)).read_bytes()


# ---- rewrite ------------------------------------------------------------------------------------------------------


def _check_rewrites(verdicts: list[Verdict], analysed: list[Analysed], progress: Progress) -> None:
    trials = [(v, said) for v, said in zip(verdicts, analysed, strict=True) if not said.crash]
    for verdict, said in trials:
        if said.edits and not verdict.truth.faults:
            verdict.interference.append(f"a build without faults is edited: {list(said.edits)}")
        if said.again:
            verdict.interference.append(f"a second rewrite edits again: {list(said.again)}")
    cases = [(verdict.build.case, said.rewritten) for verdict, said in trials]
    jobs = [Job(folder, tuple(case.states), case.origins) for case, folder in cases]
    for (verdict, said), runs in zip(trials, record(jobs, progress), strict=True):
        for before, after in zip(verdict.truth.runs, runs, strict=True):
            _compare(verdict, before, after, said.reasons)
        verdict.not_fixed = _few(verdict.not_fixed)
        verdict.interference = _few(verdict.interference)


def _compare(verdict: Verdict, before: Run, after: Run, reasons: Sequence[str]) -> None:
    expected = verdict.truth.expected(before)
    got = {Connection.of(entry) for entry in after.connections}
    allowed = set(expected.values())
    for was, wanted in sorted(expected.items(), key=str):
        if verdict.truth.may_move(was, before.page):
            allowed.add(was.at(before.page))
            if was.at(before.page) in got:
                continue
        if wanted in got:
            continue
        if was != wanted and was in got:
            why = f" (not touched: {'; '.join(reasons)})" if reasons else ""
            verdict.not_fixed.append(f"{was.url} on {before.page}{why}")
        else:
            verdict.interference.append(f"{wanted.url} is missing on {before.page}")
    for connection in sorted(got - allowed - set(expected), key=str):
        verdict.interference.append(f"{connection.url} {dict(connection.details)} is new on {before.page}")
    for error in sorted(set(after.errors) - set(before.errors)):
        verdict.interference.append(f"a new script error on {before.page}: {error}")


def _few(lines: list[str]) -> list[str]:
    lines = list(dict.fromkeys(lines))
    return lines[:3] + ([f"… and {len(lines) - 3} more"] if len(lines) > 3 else [])
