"""Connecting calls by what they are given when the scripts run (``interp.observe``).

Beside the analysis, which follows values backwards: a run sees what is too long a way for that, and which of several
values a call gets; it does not see what waits for a person, a server or another page. What a run alone says is a guess
as others are, however sure: the edits for it decide when they run.
"""

from __future__ import annotations

import re
from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from bundlescan.bundle.project import Unit
from bundlescan.finding import SinkKind
from bundlescan.interp.observe import Callee, Seen, observe
from bundlescan.match import requests
from bundlescan.match.classify import FLAGGED, PAST, Verdict
from bundlescan.match.client import Client, Connect
from bundlescan.match.engine import (
    REACH,
    SEEN,
    Judged,
    Place,
    accounted,
    classified,
    is_default,
    paths_of,
    spelled_at,
    url_of,
)
from bundlescan.match.sinks import SinkCall
from bundlescan.scope.model import FUNCTIONS
from bundlescan.source import Source
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.values.calls import called_from
from bundlescan.values.conditions import HTTPS, PORT
from bundlescan.values.domain import UNDEFINED, Cond, Const, Value, const, primitive_text, same_or_choice
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.urls import Alternative, alternatives

#: clients' names for what a page calls otherwise
_NAMED = {"XMLHttpRequest.open": "XMLHttpRequest", "sendBeacon": "navigator.sendBeacon"}


#: how many places of a script are looked at that may spell a port or host
MAX_WORDS = 20


class Observed:
    """What was seen of ``judged`` calls, and of others, in scripts (``units``) that belong together. ``pages``: the
    sources that load scripts; ``at_home``: also on a page of the developer's machine."""

    def __init__(
        self, ev: Evaluator, thorough: Evaluator, units: Sequence[Unit], pages: Sequence[Source],
        clients: Sequence[Client], judged: Sequence[Judged], *, at_home: bool,
    ) -> None:  # fmt: skip
        self.ev = ev
        self.thorough = thorough
        self.units = units
        self.clients = clients
        self.judged = judged
        self.known = {j.sink.call: j for j in judged}
        self.watched = {call: _callee(j.sink) for call, j in self.known.items() if not j.sink.is_shifted}
        #: where libraries are told to go that are flagged for it
        self.given = {
            _goes_to(v) for j in judged if not j.sink.client.of_page for _, v in j.verdicts if v.what in FLAGGED
        }
        self.pages = pages
        self.at_home = at_home

    def run(self, watched: Mapping[Node, Callee]) -> Seen:
        project = self.ev.project
        lent = {name for c in self.clients if not c.of_page for connect in c.connect for name in connect.globals}
        clients = self.ev.connectors
        return observe(project, self.units, self.pages, watched, clients, lent, at_home=self.at_home)

    def settled(self, wanted: Container[tuple[str, int]] | None) -> tuple[dict[Judged, Judged], list[Judged]]:
        """The calls about which nothing is left to guess, as they are to be judged; and those that connect which nobody
        knew. ``wanted``: the places of calls that are told in any case, and no others."""
        seen = self.run(self.watched)
        made = dict(self._known(seen, wanted))
        flagged = {j.sink.call for j in self.judged if j.flagged} | {j.sink.call for j, now in made.items() if now.past}

        def is_inside(now: Judged) -> bool:
            """Whether a call was always made in one that is flagged."""
            return not _times(seen, now.sink.call, flagged)

        made = {judged: self._outside(now, seen, flagged) for judged, now in made.items()}
        new = [self._outside(now, seen, flagged) for now in self._new(seen) if not is_inside(now)]
        given = accounted(self.ev, (m for m in [*self.judged, *made.values(), *new] if not m.sink.client.of_page))
        settled: dict[Judged, Judged] = {}
        for judged, now in made.items():
            if judged.flagged:
                settled[judged] = reconciled(self.thorough if judged.thorough else self.ev, judged, now, seen)
            elif wanted is not None or (not is_inside(now) and _tells(now, given)):
                settled[judged] = now
            elif not (now.unknown or now.doubtful):
                settled[judged] = judged
        if wanted is not None:
            return settled, [now for now in new if now.sink.place in wanted]
        told = [now for now in new if _tells(now, given)]
        return settled, self._unmixed(told, seen)

    def _known(self, seen: Seen, wanted: Container[tuple[str, int]] | None) -> Iterator[tuple[Judged, Judged]]:
        for judged in self.judged:
            call = judged.sink.call
            times = seen.calls.get(call)
            if times is not None and (wanted is None or judged.sink.place in wanted):
                yield judged, judge_seen(self.ev, judged.sink, times, mixed=call in seen.mixed)

    def _new(self, seen: Seen) -> Iterator[Judged]:
        """The calls that nobody knew."""
        for call, what in seen.opened.items():
            way = self._way(what)
            if call not in self.known and way is not None:
                lent = isinstance(what, str) and not way[0].of_page  # nobody knows what else is called there
                yield judge_seen(self.ev, SinkCall(*way, call, opened=True), seen.calls[call], mixed=lent)

    def _outside(self, now: Judged, seen: Seen, flagged: set[Node]) -> Judged:
        """A call by the times that it was not made in one that is ``flagged``, if there are any. It is a library's
        then, which makes it again later: for what the library is given, the library is flagged."""
        times = _times(seen, now.sink.call, flagged)
        if now.sink.call in flagged or len(times) in (0, len(seen.calls[now.sink.call])):
            return now
        now = judge_seen(self.ev, now.sink, times, mixed=now.mixed)
        verdicts = ((a, replace(v, what="elsewhere") if _goes_to(v) in self.given else v) for a, v in now.verdicts)
        return replace(now, verdicts=tuple(verdicts))

    def _way(self, what: str | Node) -> tuple[Client, Connect] | None:
        """The client that a constructor or function of the page, or one of the scripts, belongs to."""
        known = self.ev.connectors.get(what) if not isinstance(what, str) else None
        name = _NAMED.get(what, what) if isinstance(what, str) else ""
        return next(((c, k) for c in self.clients for k in c.connect if k is known or name in k.globals), None)

    def _unmixed(self, told: Sequence[Judged], seen: Seen) -> list[Judged]:
        """``told``, with whether other functions are called in the same places: a second run looks at that."""
        if not told:
            return []
        calls = {j.sink.call: seen.opened[j.sink.call] for j in told}
        mixed = self.run({**self.watched, **calls}).mixed
        return [
            replace(j, mixed=j.mixed or j.sink.call in mixed or _is_renamed(j.sink.call, calls[j.sink.call]))
            for j in told
        ]


def _callee(sink: SinkCall) -> Callee:
    """What a known call calls, as runs are to check it."""
    connect = sink.connect
    if sink.client.native or not sink.client.of_page or connect.how not in ("call", "method"):
        return sink.client.native
    return connect.methods[0] if connect.methods else connect.globals[0].rsplit(".", 1)[-1]


def _times(seen: Seen, call: Node, flagged: set[Node]) -> list[tuple[Value, ...]]:
    """What a call was given when it was not made in one that is ``flagged``."""
    return [
        given
        for given, ways in zip(seen.calls[call], seen.outer[call], strict=True)
        if any(flagged.isdisjoint(way) for way in ways)
    ]


def _is_renamed(call: Node, what: str | Node) -> bool:
    """Whether a call of a method names another one than the function of the page that it calls: what else it may call
    was not looked at."""
    callee = call.get("callee")
    is_method = call.type == "CallExpression" and callee is not None and callee.type == "MemberExpression"
    name = key_name(callee.property) if is_method and callee is not None and not callee.computed else None
    return is_method and isinstance(what, str) and name not in (what, what.rsplit(".", 1)[-1])


def _tells(seen: Judged, given: Mapping[Place | None, set[str]]) -> bool:
    """Whether a call was seen to go past the page's server; of the page's own functions, not to what is ``given`` to a
    library, where that asks for it."""
    tells = seen.past if seen.sink.client.kind is SinkKind.HTTP else seen.flagged

    def is_asked_for(alternative: Alternative, verdict: Verdict) -> bool:
        begun = given.get(spelled_at(verdict), ()) if seen.sink.client.of_page else ()
        return any(requests.may_begin(path, front) for path in requests.of_urls([alternative]) for front in begun)

    return tells and any(v.what in FLAGGED and not is_asked_for(a, v) for a, v in seen.verdicts)


def judge_seen(ev: Evaluator, sink: SinkCall, times: Sequence[tuple[Value, ...]], *, mixed: bool) -> Judged:
    """A sink by the arguments that it was given when the scripts ran, once or several times; ``mixed``: other functions
    were called there, too."""
    count = max(map(len, times))
    cond = Cond(("run", sink.call), "which time", "element")

    def argument(index: int) -> Value:
        given = tuple(one[index] if index < len(one) else const(UNDEFINED, sink.call) for one in times)
        return given[0] if len(given) == 1 else same_or_choice(cond, given, sink.call)

    sink = replace(sink, seen=tuple(map(argument, range(count))))
    ev.steps = 0
    carrier, value = ev.bounded(SEEN, lambda: url_of(ev, sink))
    verdicts = tuple((a, _placed(ev, v, sink.call)) for a, v in classified(alternatives(value), sink))
    judged = Judged(sink, value, carrier, verdicts, guessed=True, mixed=mixed)
    return replace(judged, paths=ev.bounded(REACH, lambda: paths_of(ev, judged))) if judged.flagged else judged


def _placed(ev: Evaluator, verdict: Verdict, call: Node) -> Verdict:
    """``verdict`` with the literal of what a run made out of texts that are not followed, JSON for example, if the
    scripts spell that in one place alone."""
    place = verdict.place
    if verdict.what not in FLAGGED or not isinstance(place, Const) or place.node is not call:
        return verdict
    literal = _only_literal(ev, primitive_text(place.value))
    return replace(verdict, place=literal) if literal is not None else verdict


def _only_literal(ev: Evaluator, text: str) -> Const | None:
    """The literal that is ``text``, or has it once as a whole word, if there is one in the scripts."""
    spelled = [text, f"{text[:-3]}e3"] if text.endswith("000") and text.isdigit() else [text]
    word = re.compile(rb"(?<![\w.$])(?:%b)(?![\w.$])" % b"|".join(re.escape(s.encode()) for s in spelled))
    found: dict[Node, Const] = {}
    for unit in ev.project.units:
        if not unit.parsed:  # it is not worth that
            if word.search(unit.source.data, unit.span.start, unit.span.end):
                return None
            continue
        for match in islice(word.finditer(unit.source.data, unit.span.start, unit.span.end), MAX_WORDS):
            node = unit.tree.at(match.start(), match.end())
            known = node.get("cooked") if node.type == "TemplateElement" else node.get("value")
            if node.type not in ("Literal", "TemplateElement") or len(found) > 1:
                continue
            if isinstance(known, float):
                found[node] = Const(known, node=node)
            elif isinstance(known, str) and known.count(text) == 1:
                found[node] = Const(text, node=node, index=known.index(text))
    return next(iter(found.values())) if len(found) == 1 else None


def _goes_to(verdict: Verdict) -> Hashable:
    """Where an address goes. Not by which literal: of a sum that is told in more than one way."""
    return verdict.host, verdict.port


_INSECURE = frozenset({"write", "element", "caller", "test"})


def reconciled(ev: Evaluator, judged: Judged, now: Judged, seen: Seen) -> Judged:
    """A flagged call beside what it was seen to be given (``now``): without what nothing speaks for and was not seen,
    and with what was seen and not found."""
    call = judged.sink.call
    if now.mixed:  # of others nothing was seen
        return replace(judged, others=True)
    lost = now.unknown or now.doubtful or call in seen.partial  # what was seen is not all that was given
    shown = {_goes_to(v) for _, v in now.verdicts if v.what in FLAGGED}
    away = {_goes_to(v) for _, v in now.verdicts if v.what in PAST}
    more = away - {_goes_to(v) for _, v in judged.verdicts if v.what in PAST}
    confused = any(_is_number(a) for a, _ in judged.verdicts)
    ways, swayed = seen.ways.get(call, set()), call in seen.swayed

    def is_said(cond: Cond, option: int, *, insecure: bool) -> bool:
        """Whether it may be so for all that was seen."""
        if insecure and cond.kind in _INSECURE:
            return False  # the scheme was seen on pages of both kinds, whatever way it takes
        match cond.kind:
            case "test" if _is_end(cond.key):
                return False
            case "page":
                return cond.key not in (HTTPS.key, PORT.key)
            case "write":
                return False
            case "element":  # what something decided that may be another the next time, or not from whole lists
                key = cond.key[0] if isinstance(cond.key, tuple) else None
                return key not in ("element", "kept") or swayed
            case "caller":  # whoever calls: another address than those was seen, or this one has called
                site = called_from(ev, cond, option)
                return not (more or site in ways or (site is not None and _ran(site, seen, surely=True)))
        return True

    def refuted(alternative: Alternative, verdict: Verdict) -> bool:
        if is_default(verdict) and not lost and _goes_to(verdict) not in shown:
            return True  # what a client falls back to that is given another port
        chosen = alternative.chosen
        insecure = verdict.what == "insecure-scheme"  # a page that is secure shows that, no other
        visited = any(
            chosen.get(HTTPS.key, secure) == secure and chosen.get(PORT.key, port) == port
            for secure, port in seen.visited
            if secure == 0 or not insecure
        )
        said = any(is_said(alternative.conds[key], option, insecure=insecure) for key, option in chosen.items())
        if verdict.what not in FLAGGED or _goes_to(verdict) in shown or not visited or said or lost:
            return False
        return _has_run(verdict, seen, surely=not (insecure or confused))

    verdicts = [(a, replace(v, what="elsewhere") if refuted(a, v) else v) for a, v in judged.verdicts]
    if not more and all(old is new for (_, old), (_, new) in zip(judged.verdicts, verdicts, strict=True)):
        return judged
    added = [(a, v) for a, v in now.verdicts if v.what in PAST and _goes_to(v) in more]
    return replace(judged, verdicts=(*verdicts, *added), guessed=True)


def _is_end(key: Hashable) -> bool:
    """Whether a test is that of an iterator's end, which a loop sees as often as not."""
    return isinstance(key, tuple) and isinstance(key[-1], tuple) and key[-1][0] == "done"


def _is_number(alternative: Alternative) -> bool:
    """Whether a URL would be a number: then calls of one function were taken for each other, and their values mixed."""
    match alternative.parts:
        case (Const(value=known),):
            return primitive_text(known).isdecimal()
    return False


def _has_run(verdict: Verdict, seen: Seen, *, surely: bool) -> bool:
    """Whether all code ran that an address comes through, and stored it; ``surely``: under no condition, which may be
    another the next time."""
    place = verdict.place
    if place is None or place.node is None:
        return False
    passed = [way.node for way in place.steps or ()]
    return _ran(place.node, seen, surely=surely) and all(
        _ran(node, seen, surely=surely and node.type == "AssignmentExpression") for node in passed
    )


def _ran(node: Node, seen: Seen, *, surely: bool) -> bool:
    for outer in node.ancestors():
        if outer.type in FUNCTIONS:
            return outer in seen.ran or outer.parent in seen.ran
        if surely and outer.type in _CONDITIONAL:
            return False
    return True


#: what may leave a part of itself out
_CONDITIONAL = frozenset({"CatchClause", "ConditionalExpression", "IfStatement", "LogicalExpression", "SwitchCase"})
