"""Findings -> proven fixes.

Candidates are applied to a copy of the sources, the copy is analysed anew, and a fix counts only if there the same
call is *known* to go to the page's own origin wherever it was flagged, if every other alternative and every other
call is as before, and if the smallest piece of code around each edit is still accepted by the strict parser. What
cannot be proven is left alone and listed with the reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from bundlescan.bundle.project import Unit
from bundlescan.collect import Kind
from bundlescan.finding import Finding, Plan, PlannedFix, Severity, SinkKind
from bundlescan.fix import Edit, Fix, apply_edits
from bundlescan.match import template
from bundlescan.match.classify import FLAGGED, is_page_origin, scheme_text
from bundlescan.match.client import Look
from bundlescan.match.engine import Judged, findings_of, fixable, within_reach
from bundlescan.pipeline import Analysis, Loaded, Watch, analysis_of, counted, report_of, reported
from bundlescan.policy import Policy
from bundlescan.rewriter.candidates import (
    FOR_FUNCTIONS,
    FOR_OPTIONS,
    at_run_time,
    by_request,
    candidates,
    carried,
    changeable,
    others_are_called,
    undecided,
)
from bundlescan.rewriter.edits import Candidate
from bundlescan.rewriter.hints import is_for_frappe
from bundlescan.rewriter.uses import Carrier, carriers_of
from bundlescan.source import Source, Span
from bundlescan.syntax import ParserName, parse
from bundlescan.syntax.judge import Verdict, judge_node
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.texts import bare
from bundlescan.values.domain import Array, Concat, Const, Record, Value
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.origin import to_origin
from bundlescan.values.urls import Alternative, alternatives

Key = tuple[str, int]  # ``SinkCall.place`` of a connecting call, in the sources as they were

#: how many texts that can follow an address are told apart
MAX_RESTS = 64

_REFUSED = "no edit could be proven to lead to the page's own origin and to change nothing else"
_LISTED = "a request to a local host is only listed: it may be a program on the visitor's own machine"
_SUGGESTED = "a source file: edit it by hand and build again"
_NO_FORM = "there is no edit for this way to connect yet: change the address or the options where they are set"
_OWN = "a rule of your own flags it; a rewrite changes only what the built-in rules flag"
_BUILT = (".js", ".mjs", ".cjs", ".html", ".htm")


@dataclass(slots=True)
class _Case:
    """A sink that is to change, and what is still to be tried on it."""

    judged: Judged
    options: Iterator[Candidate]
    current: Candidate | None = None
    last: Candidate | None = None  # what was tried last: the edit that disturbs nobody else
    proven: bool = False
    strict: bool = False  # ports that are known only at run time may change, too
    findings: tuple[Finding, ...] = field(default=())

    @property
    def key(self) -> Key:
        return self.judged.sink.place

    def advance(self) -> None:
        self.last = self.current
        self.current = next(self.options, None)


def make_plan(
    loaded: Loaded, policy: Policy, parser: ParserName, watch: Watch, *, strict: bool = False
) -> Plan:  # fmt: skip
    """``strict``: sockets whose hosts only a run can tell from the page's own decide when they run."""
    analysis = analysis_of(loaded.sources, parser, policy.book, watch)
    report = reported(report_of(analysis, loaded.sources), loaded, policy)
    before = {source.path: source.data for source, _ in loaded.sources}
    flagged = [f for f in report.findings if f.severity is not Severity.NOTE]
    concerned = report.findings if strict else flagged
    if analysis is None or not concerned:
        return Plan(report, (), (), {}, {}, {})
    proof = _Proof(analysis, loaded.sources, parser)
    fixes = _proven(concerned, proof, policy, strict)
    edits = [edit for planned in fixes for edit in planned.fix.edits]
    after = _edited(before, edits)
    left = _remaining(proof.analysis(edits), proof.edited(edits), policy) if fixes else flagged
    changed = {path: before[path] for path in after}
    reasons = _reasons(left, policy)
    return Plan(report, fixes, tuple(left), reasons, changed, after, for_frappe=is_for_frappe(before.values()))


def proven_fixes(
    concerned: Iterable[Finding], sources: Sequence[tuple[Source, Kind]], policy: Policy, parser: ParserName
) -> tuple[PlannedFix, ...]:
    """A fix for each sink that is to change, has a finding in ``concerned``, and for which one can be proven."""
    analysis = Analysis(sources, policy.book.clients, policy.book.rules, parser)
    return _proven(concerned, _Proof(analysis, sources, parser), policy)


def _proven(
    concerned: Iterable[Finding], proof: _Proof, policy: Policy, strict: bool = False
) -> tuple[PlannedFix, ...]:  # fmt: skip
    cases = _cases(proof.before, policy, {(f.path, f.start.offset, f.rule_id) for f in concerned}, strict)
    _prove(cases, proof)
    return tuple(
        PlannedFix(Fix(case.current.title, case.current.edits), case.findings)
        for case in cases
        if case.proven and case.current is not None
    )


class _Proof:
    """The sources of a tree before and after edits. An analysis takes as long as ``find`` does: the last is kept."""

    def __init__(self, before: Analysis, sources: Sequence[tuple[Source, Kind]], parser: ParserName) -> None:
        self.before = before
        self.sources = sources
        self.parser = parser
        self._last: tuple[frozenset[Edit], Analysis] | None = None

    def edited(self, edits: Iterable[Edit]) -> list[tuple[Source, Kind]]:
        changed = _edited({source.path: source.data for source, _ in self.sources}, edits)
        return [(Source(s.path, changed[s.path]) if s.path in changed else s, kind) for s, kind in self.sources]

    def analysis(self, edits: Collection[Edit]) -> Analysis:
        """The analysis after ``edits``, as thorough at each call as the one before them."""
        wanted = frozenset(edits)
        if self._last is None or self._last[0] != wanted:
            self._last = None
            moved = _Moved(wanted)
            before = self.before
            thorough, guessed = (
                {(path, moved(path, at)) for path, at in places}
                for places in (
                    [j.sink.place for j in before.judged if j.thorough],
                    [j.sink.place for j in before.judged if j.guessed],
                )
            )
            sources = self.edited(wanted)
            after = Analysis(sources, before.clients, before.rules, self.parser, thorough=thorough, guessed=guessed)
            self._last = wanted, after
        return self._last[1]


def _cases(
    analysis: Analysis, policy: Policy, concerned: Collection[tuple[str, int, str]], strict: bool
) -> list[_Case]:
    """The sinks that are to change; ``concerned``: path, offset and rule of the findings that count."""
    wanted = [j for j in analysis.judged if (changeable(j) or (strict and undecided(j))) and fixable(j)]
    found = {}
    for judged in wanted:
        said = map(policy.book.said, findings_of(judged, analysis.rules))
        some = tuple(f for f in said if (f.path, f.start.offset, f.rule_id) in concerned)
        if some:
            found[judged] = some
    sure = [j for j in found if changeable(j) and not others_are_called(analysis.thorough, j)]
    carriers = frozenset(carrier for judged in sure for carrier in carriers_of(judged))
    alike: dict[str, set[Carrier]] = {}  # one text cannot be right for clients that take it in different ways
    for judged in sure:
        alike.setdefault(judged.sink.client.relative, set()).update(carriers_of(judged))
    cases = []
    for judged, findings in found.items():
        open_ = strict and undecided(judged)
        proposed = at_run_time if open_ else candidates
        options = proposed(analysis.thorough, judged, carriers, alike.get(judged.sink.client.relative, ()))
        case = _Case(judged, _in_files(options, analysis.project.units), strict=open_, findings=findings)
        case.advance()
        cases.append(case)
    return cases


def _in_files(options: Iterable[Candidate], units: Sequence[Unit]) -> Iterator[Candidate]:
    """The candidates with the edits that their files need: code in strings is spelled as the string spells it. One
    that no edit of the file stands for is left out."""
    sources = {unit.path: unit.source for unit in units}
    for option in options:
        edits = []
        for edit in option.edits:
            source = sources[edit.path]
            text = source.spelled(edit.span, edit.text)
            if text is not None:
                edits.append(Edit(edit.path, Span(source.outer(edit.span.start), source.outer(edit.span.end)), text))
        if len(edits) == len(option.edits):
            yield replace(option, edits=tuple(edits))


def _prove(cases: list[_Case], proof: _Proof) -> None:
    """Tries all cases together; those that fail go on to their next candidate, until nothing changes. What failed
    beside edits that were given up later gets a second chance with its last candidate."""
    _settle(cases, proof)
    for case in cases:
        if case.current is None and case.last is not None and case.last.kind == "wrap":
            case.current, case.options = case.last, iter(())
    _settle(cases, proof)


def _settle(cases: list[_Case], proof: _Proof) -> None:
    if all(case.proven or case.current is None for case in cases):
        return
    for _ in range(12):
        active = [case for case in cases if case.current is not None]
        if not active:
            return
        edits = _compatible(active)
        failed = _failures(active, edits, proof)
        for case in active:
            case.proven = case not in failed
        if not failed:
            return
        for case in failed:
            case.proven = False
            case.advance()
    for case in cases:
        case.proven = False


def _compatible(active: list[_Case]) -> list[Edit]:
    """The edits of all active cases; a case whose edits overlap those of an earlier one moves on."""
    chosen: dict[Edit, None] = {}
    for case in active:
        while case.current is not None and any(
            edit not in chosen and any(_clash(edit, other) for other in chosen) for edit in case.current.edits
        ):
            case.advance()
        if case.current is not None:
            chosen.update(dict.fromkeys(case.current.edits))
    return list(chosen)


def _clash(a: Edit, b: Edit) -> bool:
    if a.path != b.path:
        return False
    if a.span.start == a.span.end or b.span.start == b.span.end:
        return a.span.start == b.span.start or (a.span.start < b.span.end and b.span.start < a.span.end)
    return a.span.overlaps(b.span)


def _failures(active: list[_Case], edits: list[Edit], proof: _Proof) -> list[_Case]:
    before, after = proof.before, proof.analysis(edits)
    moved = _Moved(edits)
    touched = {edit.path for edit in edits}
    changed = {source.path: source.data for source, _ in proof.edited(edits) if source.path in touched}
    now = {j.sink.place: j for j in after.judged}
    by_key = {case.key: case for case in active}
    failed: list[_Case] = []
    untouched_differs: list[Key] = []
    for judged in before.judged:
        key = path, at = judged.sink.place
        new = now.get((path, moved(path, at)))
        case = by_key.get(key)
        if case is not None and case.current is not None:
            if (
                new is None
                or not (
                    _decides(case, new, after)
                    or _improved(case, new)
                    or _improved(case, within_reach(after.thorough, new))
                )
                or not _still_parses(case, before, after, moved)
            ):
                failed.append(case)
        elif new is None and _not_looked_at(judged, changed):
            continue
        elif new is None or _signature(judged) != _signature(new):
            untouched_differs.append(key)
    if untouched_differs:  # some edit reached a call that was to stay: only edits at the calls themselves are safe
        failed += [c for c in active if c not in failed and c.current is not None and c.current.kind != "wrap"]
    return failed


def _not_looked_at(judged: Judged, changed: Mapping[str, bytes]) -> bool:
    """Whether a request is no sink any more only because no address is left that would make its script worth a look."""
    path = judged.sink.call.source.path
    http = judged.sink.client.kind is SinkKind.HTTP
    return http and not judged.flagged and path in changed and not judged.sink.client.may_be_in(Look(changed[path]))


class _Moved:
    """Offsets in the edited files for offsets in the files as they were."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.by_path: dict[str, list[Edit]] = {}
        self.shifts: dict[str, list[int]] = {}  # by how much the text is longer in front of each edit, and at the end
        for edit in sorted(set(edits)):
            self.by_path.setdefault(edit.path, []).append(edit)
        for path, some in self.by_path.items():
            longer = (len(edit.text.encode()) - (edit.span.end - edit.span.start) for edit in some)
            self.shifts[path] = list(accumulate(longer, initial=0))

    def __call__(self, path: str, offset: int) -> int:
        return self._at(path, offset, lambda edit: edit.span.end + (edit.span.start == edit.span.end))

    def before(self, path: str, offset: int) -> int:
        """Where the text of the edit that begins at ``offset`` begins now."""
        return self._at(path, offset, lambda edit: edit.span.start + 1)

    def _at(self, path: str, offset: int, first: Callable[[Edit], int]) -> int:
        """``first``: the first offset that an edit moves."""
        edits = self.by_path.get(path, [])
        return offset + (self.shifts[path][bisect_right(edits, offset, key=first)] if edits else 0)


_BAR = Const("|")
Signature = frozenset[tuple[str, str]]


def _signature(judged: Judged) -> Signature:
    """What a call connects to, alternative by alternative."""
    said = ((a, "" if judged.guessed else v.what) for a, v in judged.verdicts)
    return frozenset((f"{what} {_other(a)}", rest) for a, what in said for rest in _rests(a))


def _rests(alternative: Alternative) -> set[str]:
    """What can follow the address, every choice in it decided; one text where that is too many."""
    found = template.texts(template.rest(alternative), alternative.chosen, MAX_RESTS)
    return {template.render_parts(template.rest(alternative))} if found is None else set(map(_as_path, found))


def _as_path(text: str) -> str:
    return text if text.startswith("/") else f"/{text}"


def _improved(case: _Case, new: Judged) -> bool:
    """Every flagged alternative is known to be the page's origin now, and all else renders as before."""
    old = case.judged
    relative = new.sink.client.relative
    required: set[tuple[str, str]] = set()
    either: list[tuple[str, str]] = []  # these may stay or become the page's origin
    options = old.carrier is old.sink.call
    for alternative, verdict in old.verdicts:
        own = verdict.what == "same-origin" and not is_page_origin(alternative, relative)
        own &= options or alternative.address.kind != "absolute"  # a scheme that is wrong beside the flaw goes with it
        for rest in _rests(alternative):
            if own or ((options or case.strict) and verdict.what == "runtime-port") or verdict.what == "elsewhere":
                either.append((_other(alternative), rest))
            else:
                at_run_time = verdict.what == "runtime-port"
                to_origin = not at_run_time and (verdict.host == PAGE_HOST or verdict.what in _TO_ORIGIN)
                required.add(("origin" if to_origin else _other(alternative), rest))
    requests = {rest for a, _ in old.verdicts if by_request(old, a) for rest in _rests(a)}
    sockets = {rest for a, _ in old.verdicts if not by_request(old, a) for rest in _rests(a)}
    for alternative, _ in new.verdicts:
        if scheme_text(alternative.address) in ("ws", "wss") and _rests(alternative) & (requests - sockets):
            return False
    after = {
        ("origin" if is_page_origin(alternative, relative) else _other(alternative), rest)
        for alternative, _ in new.verdicts
        for rest in _rests(alternative)
    }
    allowed = required | set(either) | {("origin", rest) for _, rest in either}
    kept = all(one in after or ("origin", one[1]) in after for one in either)
    return bool(after) and required <= after <= allowed and kept


def _decides(case: _Case, new: Judged, analysis: Analysis) -> bool:
    """Whether a call decides about its address when it runs: the wrapper around it brings each address that is flagged
    to the page's origin, and gives back every other as it is."""
    old, call, ev = case.judged, new.carrier, analysis.thorough
    if old.guessed and old.carrier is old.sink.call:
        return _decides_options(old, new, ev)
    if call.type != "CallExpression" or not call.arguments or new.flagged:  # flagged: beside another edit
        return False
    put = _put_around(call)
    relative = old.sink.client.relative
    if put is None or bare(put.carrier).text != bare(old.carrier).text or _relative(ev, put.url) != relative:
        return False
    held = carried(ev, old, put.carrier)
    if not (all(isinstance(v, put.holds) for v in held) if put.holds else not any(map(_is_object, held))):
        return False
    for alternative, verdict in old.verdicts:
        by_url = put.request is None or scheme_text(alternative.address) not in ("http", "https")
        wrapping, taken = (put.url, relative) if by_url else (put.request, "document")
        made = _made(ev, wrapping, alternative, taken)
        if verdict.what in FLAGGED:
            right = all(is_page_origin(a, taken) for a in made)
        else:
            right = verdict.what in ("elsewhere", "same-origin") or {_other(a) for a in made} == {_other(alternative)}
        if not (made and right):
            return False
    return True


def _made(ev: Evaluator, wrapping: Node | None, alternative: Alternative, relative: str) -> list[Alternative]:
    """What the wrapper, called by ``wrapping``, makes of an address."""
    if wrapping is None or _relative(ev, wrapping) != relative:
        return []
    ports = ev.apart(lambda: ev.arguments(wrapping.arguments[1:], None))
    url = Concat(alternative.parts, node=wrapping)
    return list(alternatives(to_origin(ev, url, relative, wrapping, ports[0] if ports else None)))


def _relative(ev: Evaluator, wrapping: Node) -> str | None:
    """How the wrapper takes a URL that ``wrapping`` calls; None where it calls none."""
    return ev.wrapper(wrapping.callee) if wrapping.type == "CallExpression" else None


def _is_object(value: Value) -> bool:
    return isinstance(value, (Array, Record))


@dataclass(frozen=True, slots=True)
class _Put:
    """What an edit has put around the ``carrier`` of an address: the call of the wrapper on a ``url``, and, in lists
    for clients of several ways, on one that begins with http. ``holds``: what has to carry the address for that."""

    carrier: Node
    url: Node
    request: Node | None = None
    holds: tuple[type[Value], ...] = ()


def _put_around(call: Node) -> _Put | None:
    """What ``candidates`` puts around a text or a function, options, or a list of those. Code that only looks like it
    calls no wrapper."""
    callee = call.callee
    if callee.type == "MemberExpression":
        chosen = _option_of(call.arguments[0])
        if chosen is None or chosen.type != "ConditionalExpression":
            return None
        return _Put(callee.object, chosen.consequent, chosen.alternate, (Array,))
    if callee.type not in ("FunctionExpression", "ConditionalExpression"):
        return None
    if (made := _option_of(callee)) is not None:
        return _Put(call.arguments[0], made, None, (Record,))
    if callee.text.startswith(FOR_FUNCTIONS):
        return _Put(call.arguments[0], callee.body.body[0].argument.alternate)
    return _Put(call.arguments[0], call)


def _option_of(fn: Node) -> Node | None:
    """What the only option becomes in a function that ``candidates`` puts around options."""
    if fn.type != "FunctionExpression" or not fn.text.startswith(FOR_OPTIONS):
        return None
    made = fn.body.body[0].argument
    copied = made.consequent if made.type == "ConditionalExpression" else made
    given = copied.arguments if copied.type == "CallExpression" else []
    if len(given) != 3 or given[2].type != "ObjectExpression" or len(given[2].properties) != 1:
        return None
    value: Node | None = given[2].properties[0].get("value")
    return value


def _decides_options(old: Judged, new: Judged, ev: Evaluator) -> bool:
    """The same for options: the wrapper is around those that were given, nothing is flagged any more, and what is not
    the page's origin could be reached before."""
    wrapped = [
        after.arguments[0].text == before.text
        for before, after in zip(old.sink.arguments, new.sink.arguments, strict=False)
        if after.type == "CallExpression" and ev.wrappers.get(after.callee.text) == "options"
    ]
    reached = {_other(alternative) for alternative, _ in old.verdicts}
    relative = new.sink.client.relative
    own = [is_page_origin(alternative, relative) for alternative, _ in new.verdicts]
    others = {_other(a) for (a, _), is_own in zip(new.verdicts, own, strict=True) if not is_own}
    return wrapped == [True] and not new.flagged and any(own) and others <= reached


PAGE_HOST = "{location.hostname}"
#: verdicts whose alternatives may (or must) be the page's origin afterwards
_TO_ORIGIN = frozenset({"local-host", "same-origin"})


def _other(alternative: Alternative) -> str:
    address = alternative.address
    return template.render_parts((*address.scheme, _BAR, *address.host, _BAR, *address.port))


def _still_parses(case: _Case, analysis: Analysis, proof: Analysis, moved: _Moved) -> bool:
    """esprima accepts the smallest piece of code around each edit after it as before it; where it refused the piece
    before, tree-sitter must show no new error."""
    assert case.current is not None
    for edit in case.current.edits:
        start = moved.before(edit.path, edit.span.start)
        old, new = _unit_at(analysis, edit.path, edit.span.start), _unit_at(proof, edit.path, start)
        if old is None or new is None or len(new.tree.issues) > len(old.tree.issues):
            return False
        was, now = (
            _verdict(unit, begin, max(end, begin + 1))
            for unit, begin, end in (
                (old, edit.span.start, edit.span.end),
                (new, start, start + len(edit.text.encode())),
            )
        )
        if was is Verdict.ACCEPTED and now is Verdict.REFUSED:
            return False
    return True


def _unit_at(analysis: Analysis, path: str, offset: int) -> Unit | None:
    units = (u for u in analysis.project.units if u.path == path)
    return next((u for u in units if u.span.start <= u.source.inner(offset) < u.span.end), None)


def _verdict(unit: Unit, start: int, end: int) -> Verdict:
    """What the strict parser says of the smallest piece of code around ``[start, end)`` of the file, and of the string
    that spells it if one does."""
    source = unit.source
    span = Span(source.inner(start), source.inner(end))
    string = source.string_around(span)
    if string is not None:
        literal = Source(unit.path, source.spelling(string))
        spelled = judge_node(parse(literal).root)
        if spelled is not Verdict.ACCEPTED:
            return spelled
    return judge_node(unit.tree.at(span.start, max(span.end, span.start + 1)))


def _edited(data: dict[str, bytes], edits: Iterable[Edit]) -> dict[str, bytes]:
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    return {path: apply_edits(data[path], some) for path, some in by_path.items()}


def _remaining(after: Analysis, sources: Sequence[tuple[Source, Kind]], policy: Policy) -> list[Finding]:
    return [f for f in counted(after.report(), sources, policy).findings if f.severity is not Severity.NOTE]


def _reasons(findings: Iterable[Finding], policy: Policy) -> dict[str, str]:
    own = {rule.id for rule in policy.book.own}
    return {f.fingerprint: _OWN if f.rule_id in own and f.fix is None else _reason(f) for f in findings}


def _reason(finding: Finding) -> str:
    if finding.rule_id == "http-local-host":
        return _LISTED
    if finding.fix is None:
        return _NO_FORM if finding.path.lower().endswith(_BUILT) else _SUGGESTED
    return _REFUSED
