"""One scan, start to finish: collect -> parse -> sinks -> values -> findings.

What the command line calls. A tree's findings are a pure function of its bytes and the rules.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from bundlescan.collect import Candidate, Kind, collect, in_memory
from bundlescan.envfiles import EnvFiles
from bundlescan.finding import Finding, Notice, Plan, Report, ScanError, Summary
from bundlescan.match.client import Client, Look, Rule
from bundlescan.match.rulebook import Rulebook, rulebook
from bundlescan.originals import with_originals
from bundlescan.policy import PathSeverity, Policy
from bundlescan.source import BOM, Source, Span
from bundlescan.syntax import Language, ParserName, SyntaxIssue
from bundlescan.syntax.endings import cut, may_be_cut

if TYPE_CHECKING:
    from bundlescan.bundle.project import Unit
    from bundlescan.match.engine import Judged
    from bundlescan.match.sinks import SinkCall
    from bundlescan.values.evaluate import Evaluator

_SCRIPTED = re.compile(
    rb"\bimport\b|WebSocket|EventSource|\bio\b|fetch|location|XMLHttp"
    rb"|<script[^>]*>\s*(?:var|let|const|window|self|globalThis|[\w$.]+\s*=)(?![\w$])",
    re.IGNORECASE,
)
#: deep expressions are walked by recursion; Evaluator.MAX_DEPTH bounds it well below this
RECURSION_LIMIT = 12_000
#: what a script that opens a socket may name, or one that puts addresses together; the developer's machine
_CONNECTS = re.compile(
    rb"WebSocket|EventSource|\bport\b|\bhostname\b|location\??\.(?:host|href|origin)\b|(?<!\d):[1-9]\d{2,4}[/\"'`?$]"
)
_AT_HOME = re.compile(rb"localhost|127\.0\.0\.1|\.local\b")
#: bytes; below this another process costs more than it saves
WORTH_A_PROCESS = 1_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The readable sources of a tree with their kinds, what could not be read, and where the files really are."""

    sources: tuple[tuple[Source, Kind], ...]
    errors: tuple[ScanError, ...]
    real: Mapping[str, str]  # reported path -> where it is; code that is in no file is not there
    notices: tuple[Notice, ...] = ()


Stage = Literal["read", "analysed"]
#: told after each file read or script analysed: how many so far, of how many, and their bytes so far
Watch = Callable[[Stage, int, int, int], None]


def _unwatched(stage: Stage, done: int, of: int, size: int) -> None:
    pass


def load(
    paths: Sequence[str], exclude: Iterable[str] = (), *,
    root: str | None = None, texts: Mapping[str, bytes] | None = None, watch: Watch = _unwatched,
) -> Loaded:  # fmt: skip
    """The files below ``paths``, and ``texts`` as if they were files of that name."""
    collection = collect(paths, exclude=exclude, root=root)
    candidates = [*collection.files, *(in_memory(name, data) for name, data in (texts or {}).items())]
    sources: list[tuple[Source, Kind]] = []
    errors = list(collection.errors)
    size = 0
    env = EnvFiles()
    for number, candidate in enumerate(candidates, 1):
        loaded = candidate.load()
        if isinstance(loaded, ScanError):
            errors.append(loaded)
        else:
            settings = env.settings(loaded) if candidate.real else {}
            loaded = replace(loaded, settings=settings) if settings else loaded
            sources.append((loaded, candidate.kind))
            size += len(loaded.data)
        watch("read", number, len(candidates), size)
    named = [*(PurePath(path).as_posix() for path in paths), *(texts or {})]
    empty, notices = _empty([source for source, _ in sources], named, bool(errors))
    real = {file.path: file.real for file in collection.files}
    return Loaded(() if empty else tuple(sources), (*errors, *empty), real, notices)


def _empty(
    sources: Sequence[Source], named: Sequence[str], failed: bool
) -> tuple[tuple[ScanError, ...], tuple[Notice, ...]]:
    """What is said of empty files: an error where nothing else was scanned, else a notice on those that were ``named``.
    Builds leave empty chunks: one in a folder is nothing to talk about."""
    empty = [source.path for source in sources if not source.data.removeprefix(BOM).strip()]
    if empty and len(empty) == len(sources) and not failed:
        if len(empty) == 1:
            return (ScanError(empty[0], "is empty: nothing to scan"),), ()
        return tuple(ScanError(path, "holds empty files only: nothing to scan") for path in named), ()
    return (), tuple(Notice(path, None, "is empty") for path in empty if path in named)


def find(
    paths: Sequence[str],
    *,
    exclude: Iterable[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[str] = (),
    severity: Sequence[PathSeverity] = (),
    root: str | None = None,
    texts: Mapping[str, bytes] | None = None,
    parser: ParserName = "tree-sitter",
    jobs: int = 1,
    edits: bool = False,
    watch: Watch = _unwatched,
) -> Report:
    """What ``bundlescan find`` reports on ``paths``, notes included.

    ``exclude``, ``select``, ``ignore``, ``rules`` (files and folders with own rules and clients) and ``parser`` are the
    options of that name. ``severity``: severities by path. ``root``: a folder; patterns also match paths relative to
    it. ``texts``: code that is in no file, by the name that reports give it. ``edits``: each finding with its proven
    edit, where it has one; takes several times as long. ``jobs``: processes, where files lie so that they can be
    analysed apart; then no global variable is followed from one part to another. ``watch`` is told how far the scan is.
    Raises TomlError for own rules that cannot be used, ValueError for a rule that does not exist.
    """
    started = time.perf_counter()
    policy = policy_of(select, ignore, rules, severity, root)
    loaded = load(paths, exclude, root=root, texts=texts, watch=watch)
    report = examine(loaded, policy, parser, watch, jobs)
    if edits:
        from bundlescan.rewriter.proposals import with_proposals

        report = with_proposals(report, loaded.sources, policy, parser)
    return replace(report, summary=replace(report.summary, seconds=time.perf_counter() - started))


def policy_of(
    select: Sequence[str], ignore: Sequence[str], rules: Sequence[str], severity: Sequence[PathSeverity],
    root: str | None,
) -> Policy:  # fmt: skip
    return Policy(tuple(select), tuple(ignore), tuple(severity), root, rulebook(tuple(rules)))


def examine(loaded: Loaded, policy: Policy, parser: ParserName, watch: Watch = _unwatched, jobs: int = 1) -> Report:
    """The findings in what was read that count."""
    size = sum(len(source.data) for source, _ in loaded.sources)
    if jobs > 1 and size > WORTH_A_PROCESS:
        from bundlescan.islands import analyse_apart

        modules = loaded_as_modules(loaded.sources)
        report = analyse_apart(loaded.sources, modules, parser, policy.book, jobs, watch)
    else:
        report = analyse(loaded.sources, parser=parser, book=policy.book, watch=watch)
    return reported(report, loaded, policy)


def reported(report: Report, loaded: Loaded, policy: Policy) -> Report:
    """``report`` on the sources of ``loaded`` with the findings that count, and what is to be said beside them."""
    size = sum(len(source.data) for source, _ in loaded.sources)
    report = counted(report, loaded.sources, policy)
    scripts = (source for source, kind in loaded.sources if kind is Kind.JS and source.path in loaded.real)
    built = {source.path: (source, loaded.real[source.path]) for source in scripts}
    findings, unusable = with_originals(report.findings, built)
    summary = replace(report.summary, files=len(loaded.sources), bytes=size)
    errors = (*loaded.errors, *report.errors, *unusable)
    notices = (*loaded.notices, *report.notices)
    return replace(report, findings=tuple(findings), errors=errors, summary=summary, notices=notices)


def counted(report: Report, sources: Sequence[tuple[Source, Kind]], policy: Policy) -> Report:
    """``report`` on ``sources`` with the findings that count."""
    marked = [(source, kind) for source, kind in sources if b"bundlescan-" in source.data]
    accepted, wrong = policy.accepted((source, _scripts(source, kind)) for source, kind in marked)
    findings, suppressed, idle = policy.apply(report.findings, accepted)
    summary = replace(report.summary, findings=len(findings), suppressed=suppressed)
    notices = tuple(sorted((*wrong, *idle), key=lambda n: (n.path, n.line or 0)))
    return replace(report, findings=tuple(findings), summary=summary, notices=notices)


def analyse(
    sources: Sequence[tuple[Source, Kind]], *,
    parser: ParserName = "tree-sitter", book: Rulebook | None = None, watch: Watch = _unwatched,
    modules: frozenset[str] | None = None,
) -> Report:  # fmt: skip
    """All that the rules find in sources that are already read. ``modules``: the names of files that pages load as
    modules, where these pages are not all among the sources."""
    return report_of(analysis_of(sources, parser, book or rulebook(), watch, modules), sources)


def report_of(analysis: Analysis | None, sources: Sequence[tuple[Source, Kind]]) -> Report:
    """What the ``analysis`` of ``sources`` found; without one, what is to be said of their syntax."""
    if analysis is not None:
        return analysis.report()
    scripts = ((s, *script) for s, kind in sources for script in _scripts(s, kind))
    return Report(errors=tuple(error for script in scripts for error in _around(*script, None)))


def analysis_of(
    sources: Sequence[tuple[Source, Kind]], parser: ParserName, book: Rulebook, watch: Watch = _unwatched,
    modules: frozenset[str] | None = None,
) -> Analysis | None:  # fmt: skip
    """The analysis of sources that are already read; None where none of them can hold a sink."""
    candidates = anchored(sources, book.clients)
    if not candidates:
        return None
    return Analysis(sources, book.clients, book.rules, parser, candidates, watch, modules=modules)


def merged(reports: Sequence[Report]) -> Report:
    """The reports on parts of a tree as one on the whole."""
    findings = sorted((f for report in reports for f in report.findings), key=_place)
    errors = sorted((e for report in reports for e in report.errors), key=lambda e: e.path)
    return Report(tuple(findings), tuple(errors), Summary(parsed=sum(report.summary.parsed for report in reports)))


def _place(finding: Finding) -> tuple[str, int, str, int]:
    end = finding.trace[-1].start.offset if finding.trace else 0
    return finding.path, finding.start.offset, finding.rule_id, end


def anchored(sources: Sequence[tuple[Source, Kind]], clients: Sequence[Client]) -> frozenset[str]:
    """The paths of the sources that can hold a sink, by their bytes alone."""
    return frozenset(source.path for source, _ in sources if _may_hold(Look(source.unpacked.data), clients))


def _may_hold(script: Look, clients: Sequence[Client]) -> bool:
    return any(client.may_be_in(script) for client in clients) or script.joins_host or script.compares_headers


class Analysis:
    """The analysis of one tree: its project, evaluator and judged sinks, for find and for rewrite."""

    def __init__(
        self,
        sources: Sequence[tuple[Source, Kind]],
        clients: Sequence[Client],
        rules: dict[str, Rule],
        parser: ParserName,
        candidates: frozenset[str] | None = None,
        watch: Watch = _unwatched,
        thorough: Container[tuple[str, int]] = (),
        guessed: Collection[tuple[str, int]] | None = None,
        modules: frozenset[str] | None = None,
    ) -> None:
        """``thorough``: paths and byte offsets of calls that are judged thoroughly even where nothing is flagged;
        ``guessed``: of those for which what a run saw counts, None for all whose address could not be followed.
        ``modules``: as in ``analyse``."""
        from bundlescan.bundle.project import Project, Unit
        from bundlescan.match.engine import outermost
        from bundlescan.match.forms import wrappers
        from bundlescan.match.sinks import find_sinks
        from bundlescan.values.evaluate import Evaluator

        if sys.getrecursionlimit() < RECURSION_LIMIT:
            sys.setrecursionlimit(RECURSION_LIMIT)
        self.rules = rules
        self.sources = sources
        self.clients = clients
        modules = modules if modules is not None else loaded_as_modules(sources)
        units = [
            Unit(s, language, span, parser, is_module=s.path.rsplit("/", 1)[-1] in modules)
            for s, kind in ((s.unpacked if kind is Kind.JS else s, kind) for s, kind in sources)
            for language, span in _scripts(s, kind)
        ]
        self.project = Project(units, _import_map(sources))
        self.pages = [s for s, kind in sources if kind is Kind.COMPONENT and s.path.lower().endswith((".html", ".htm"))]
        seen: set[object] = set()
        self.evaluator = Evaluator(self.project, wrappers())
        candidates = candidates if candidates is not None else anchored(sources, clients)
        self.anchored = [
            unit
            for unit in self.project.units
            if unit.path in candidates and (unit.whole or _may_hold(Look(unit.code), clients))
        ]
        self.errors: list[ScanError] = []
        judged = []
        size = 0
        for number, unit in enumerate(self.anchored):
            watch("analysed", number, len(self.anchored), size)
            size += len(unit.code)
            try:
                sinks = find_sinks(self.evaluator, [unit], clients)
            except Exception as error:  # one script that cannot be analysed must not cost the others their findings
                self.errors.append(_failed(unit.path, error))
                continue
            self.evaluator.connecting.update(sink.call for sink in sinks)
            for sink in sinks:
                if sink.call in seen:
                    continue
                seen.add(sink.call)
                try:
                    judged.append(self._judge(sink, thorough))
                except Exception as error:
                    self.errors.append(_failed(unit.path, error))
        self.judged = outermost(self._observed(judged, guessed))

    def _judge(self, sink: SinkCall, thorough: Container[tuple[str, int]]) -> Judged:
        from bundlescan.match.engine import REACH, SECOND_LOOK, asks_for_stream, judge
        from bundlescan.values.domain import WORK

        first = judge(self.evaluator, sink)
        if not (first.flagged or first.doubtful or sink.place in thorough):
            if not first.undecided:
                return first
            second = WORK.at_most(SECOND_LOOK, lambda: judge(self.thorough, sink))
            return replace(second, thorough=True) if second.flagged else first
        stream = next((c for c in self.clients if sink.client.stream and c.name == sink.client.stream), None)
        if stream is not None and self.thorough.bounded(REACH, lambda: asks_for_stream(self.thorough, sink)):
            sink = replace(sink, client=stream)
        return replace(judge(self.thorough, sink), thorough=True)

    def _observed(self, judged: Sequence[Judged], wanted: Collection[tuple[str, int]] | None) -> list[Judged]:
        """The calls beside what was seen of them when the scripts ran, those that belong together on a page of their
        own. ``wanted``: the calls of which that is told in any case, and no others."""
        from bundlescan.islands import islands

        made: list[Judged] = []
        for island in islands(self.sources):
            paths = {self.sources[index][0].path for index in island}
            mine = [j for j in judged if j.sink.call.source.path in paths]
            made += self._observed_in(paths, mine, wanted)
        return made

    def _observed_in(
        self, paths: Collection[str], judged: Sequence[Judged], wanted: Collection[tuple[str, int]] | None
    ) -> list[Judged]:
        """Runs the scripts of these ``paths`` where one may connect whose address could not be followed, or one that
        nobody knows."""
        if wanted is not None:
            needed = any(path in paths for path, _ in wanted)
        else:
            lost = any(not j.flagged and j.unknown for j in judged)
            needed = lost or any(_may_connect(unit) for unit in self.anchored if unit.path in paths)
        if not needed:
            return list(judged)
        from bundlescan.match.observed import Observed

        units = [unit for unit in self.project.units if unit.path in paths]
        pages = [page for page in self.pages if page.path in paths]
        home = any(_AT_HOME.search(unit.code) for unit in units)
        ways = self.evaluator, self.thorough
        try:
            settled, opened = Observed(*ways, units, pages, self.clients, judged, at_home=home).settled(wanted)
        except Exception as error:
            self.errors.append(_failed(min(paths), error))
            return list(judged)
        return [settled.get(j, j) for j in judged] + opened

    @cached_property
    def thorough(self) -> Evaluator:
        """The evaluator for what is flagged, and for every edit: it sees writes to objects through other names."""
        return self.evaluator.thorough()

    def report(self) -> Report:
        from bundlescan.match.engine import dev_clients, findings_of, ignored_options
        from bundlescan.match.origin_check import origin_checks
        from bundlescan.match.unfollowed import RULE, unfollowed

        found: list[Finding] = []
        for judged in self.judged:
            try:
                found += findings_of(judged, self.rules)
                found += ignored_options(self.evaluator, judged.sink, self.rules["ignored-port-option"])
            except Exception as error:
                self.errors.append(_failed(judged.sink.call.source.path, error))
        for unit in self.anchored:
            found += dev_clients(unit, self.clients, self.rules["dev-client"])
            if Look(unit.code).compares_headers:
                found += origin_checks(unit, self.rules["server-origin-check"])
        known = {(f.path, Span(f.start.offset, f.end.offset)) for f in found if f.port is not None}
        try:
            found += unfollowed(self.evaluator, self.anchored, known, self.rules[RULE])
        except Exception as error:
            self.errors.append(_failed(self.anchored[0].path, error))
        found.sort(key=_place)
        parsed = [unit for unit in self.project.units if unit.parsed]
        failed = {error.path for error in self.errors}
        errors = [
            error
            for u in self.project.units
            if u.path not in failed
            for error in _around(u.source, u.language, u.span, u.tree.issues if u.parsed else None)
        ]
        errors = sorted((*errors, *self.errors), key=lambda e: e.path)
        return Report(tuple(found), tuple(errors), Summary(parsed=len(parsed)))


def _may_connect(unit: Unit) -> bool:
    return _CONNECTS.search(unit.code) is not None


def _failed(path: str, error: Exception) -> ScanError:
    """An internal error in the analysis of one script; BUNDLESCAN_DEBUG=1 lets it through."""
    if os.environ.get("BUNDLESCAN_DEBUG") == "1":
        raise error
    return ScanError(path, f"could not be analysed (internal error: {type(error).__name__}: {error})")


def _around(
    source: Source, language: Language, span: Span, issues: Sequence[SyntaxIssue] | None
) -> Iterator[ScanError]:
    """What a script is analysed around: its ``issues`` (None: it was not parsed), and that it ends too early. What is
    found behind the place that is not closed comes from that."""
    code = source.data[span.start : span.end]
    end = cut(source, span, language) if issues != () and may_be_cut(code, language) else None
    found = list(issues or ())
    if end is not None:
        found = [*[issue for issue in found if issue.span.end <= end.span.start][:2], end]
    for issue in found[:3]:
        yield ScanError(source.path, f"{_at(source, issue.span.start)}: {issue.message}", fatal=False)


def _at(source: Source, offset: int) -> str:
    position = source.position(offset)
    return f"line {position.line}, column {position.column}"


_MODULE_TAG = re.compile(rb"<(?:script|link)\b[^>]*\b(?:module|modulepreload)\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(rb"\b(?:src|href)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def loaded_as_modules(sources: Sequence[tuple[Source, Kind]]) -> frozenset[str]:
    """The names of the files that the pages among the sources load as modules."""
    names: set[str] = set()
    for source, kind in sources:
        if kind is not Kind.COMPONENT:
            continue
        for tag in _MODULE_TAG.findall(source.data):
            for address in _ADDRESS.findall(tag):
                names.add(address.decode("utf-8", "replace").split("?")[0].rsplit("/", 1)[-1])
    return frozenset(names)


def _import_map(sources: Sequence[tuple[Source, Kind]]) -> dict[str, str]:
    """What bare specifiers mean by the import maps of the pages among the sources, where all that have them agree. What
    comes from another server is not here."""
    found: dict[str, set[str | None]] = {}
    for source, kind in sources:
        if kind is Kind.COMPONENT and b"importmap" in source.data:
            from bundlescan.markup import import_map

            for name, url in import_map(source).items():
                found.setdefault(name, set()).add(url)
    agreed = ((name, urls.pop()) for name, urls in found.items() if len(urls) == 1)
    return {name: url for name, url in agreed if url is not None and "//" not in url}


def _scripts(source: Source, kind: Kind) -> list[tuple[Language, Span]]:
    """The scripts of a file with their languages."""
    if kind is Kind.JS:
        return [("js", Span(0, len(source.data)))]
    if kind is Kind.TS:
        language: Language = "tsx" if source.path.endswith("x") else "ts"
        return [(language, Span(0, len(source.data)))]
    if not _SCRIPTED.search(source.data):
        return []
    from bundlescan.markup import scripts

    languages: dict[str, Language] = {"js": "js", "jsx": "js", "ts": "ts", "tsx": "tsx"}
    return [(languages[script.language], script.span) for script in scripts(source)]


def plan(
    paths: Sequence[str],
    *,
    exclude: Iterable[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[str] = (),
    severity: Sequence[PathSeverity] = (),
    root: str | None = None,
    texts: Mapping[str, bytes] | None = None,
    parser: ParserName = "tree-sitter",
    strict: bool = False,
    watch: Watch = _unwatched,
) -> Plan:
    """What ``bundlescan rewrite --same-origin`` would change in ``paths``; nothing is written. What is no finding for
    ``find`` with these arguments, or a note, is left as it is."""
    from bundlescan.rewriter.plan import make_plan

    policy = policy_of(select, ignore, rules, severity, root)
    return make_plan(load(paths, exclude, root=root, texts=texts, watch=watch), policy, parser, watch, strict=strict)


__all__ = ["Analysis", "Candidate", "analyse", "find", "load", "plan"]
