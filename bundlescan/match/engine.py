"""Sinks + values + rules -> findings.

A finding is a pair: a place to change and a connecting call that it reaches. Several alternatives of one call that
hang on the same literal are one finding; what they have in common says when it bites.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import compress

from bundlescan.bundle.project import Unit
from bundlescan.bundle.trail import trail
from bundlescan.excerpt import excerpt as cut_excerpt
from bundlescan.finding import Confidence, Finding, Severity, Sink, SinkKind, Step
from bundlescan.match import place as places
from bundlescan.match import requests, template
from bundlescan.match.classify import FLAGGED, PAST, Verdict, classify, is_url
from bundlescan.match.client import Client, Component, Parts, Rule
from bundlescan.match.sinks import SinkCall
from bundlescan.match.when import When
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.syntax.texts import bare
from bundlescan.syntax.walk import walk
from bundlescan.values.classes import class_model
from bundlescan.values.conditions import FALSE, HTTPS, PORT, TRUE, alive, branch, nullish, truth
from bundlescan.values.contexts import possible
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Function,
    Global,
    Hole,
    Instance,
    Page,
    Record,
    Url,
    Value,
    const,
    leaves,
    leaves_under,
    lift,
    map_options,
    same_or_choice,
    unwrap,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.helpers import driven, drives
from bundlescan.values.hosts import is_local_host
from bundlescan.values.machines import MARKS, machine_of
from bundlescan.values.places import activation
from bundlescan.values.reach import reached
from bundlescan.values.urls import DEFAULT_PORTS, Alternative, alternatives

_RULES: dict[str, tuple[str, str]] = {  # verdict -> rule for sockets, rule for requests ("" where there is none)
    "hardcoded-port": ("socket-hardcoded-port", "http-hardcoded-port"),
    "local-host": ("socket-local-host", "http-local-host"),
    "insecure-scheme": ("socket-insecure-scheme", ""),
    "same-origin": ("socket-same-origin", ""),
    "public-host": ("socket-public-host", ""),
    "runtime-host": ("socket-runtime-host", ""),
    "runtime-port": ("socket-runtime-host", ""),
    "elsewhere": ("", ""),
}
#: how many expressions may be evaluated, and operations on options done, to learn under which conditions a call runs
REACH, REACH_OPERATIONS = 8_000, 60_000
#: how many expressions the URL of one call may evaluate; requests are many, and few of them lead anywhere
BUDGETS = {SinkKind.SOCKET: 20_000, SinkKind.EVENTSOURCE: 20_000, SinkKind.HTTP: 250}
#: how many expressions may be evaluated to find what is given to an object later
LATER = 2_000
#: how many expressions may be evaluated to put together what was seen when the scripts ran
SEEN = 3_000
#: how many operations on options the URL of one call may take; and one that is flagged, or edited
OPERATIONS, THOROUGH_OPERATIONS = 60_000, 200_000
#: how many operations on options a second look at a call may take that is not flagged
SECOND_LOOK = 100_000
#: how many expressions the first requests that need more may evaluate, each and together
MORE, MORE_IN_ALL = 2_000, 10_000
Place = tuple[Node, int]
_NOTES = {
    "hardcoded-port": "the port is spelled here",
    "local-host": "the host is spelled here",
    "insecure-scheme": "the scheme is spelled here",
}


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A sink with its URL and a verdict on each alternative."""

    sink: SinkCall
    url: Value
    carrier: Node  # the expression that gives the URL
    verdicts: tuple[tuple[Alternative, Verdict], ...]
    thorough: bool = False  # writes to objects through other names were followed
    paths: tuple[str, ...] = ()  # of the requests, where it is flagged and its URL does not have them
    guessed: bool = False  # what a run of the scripts saw counts
    mixed: bool = False  # other functions than the client's are called in the same place
    others: bool = False  # the same, of a call whose address is known without that

    @property
    def flagged(self) -> bool:
        return any(verdict.what in FLAGGED for _, verdict in self.verdicts)

    @property
    def undecided(self) -> bool:
        """Whether a socket's address is spelled out to the page's host and its port may still be set in another way:
        ``port ? host + ":" + port : location.host`` of what an object holds in the beginning."""
        return self.sink.client.kind is SinkKind.SOCKET and any(
            verdict.what == "runtime-port" or (verdict.what == "same-origin" and alternative.address.kind == "absolute")
            for alternative, verdict in self.verdicts
        )

    @property
    def past(self) -> bool:
        """Whether it goes past the page's server."""
        return any(v.what in PAST for _, v in self.verdicts)

    @property
    def doubtful(self) -> bool:
        """Whether a part of an address is ``undefined``: what sets it was not seen."""
        return any(
            isinstance(part, Const) and part.value in (UNDEFINED, "undefined")
            for alternative, _ in self.verdicts
            for part in (*alternative.address.host, *alternative.address.port)
        )

    @property
    def unknown(self) -> bool:
        """Whether the address of a socket holds what is known only at run time and has no name there."""
        if self.sink.client.kind is SinkKind.HTTP or not self.verdicts:
            return False
        return all(a.address.kind == "empty" and _unset(a) for a, _ in self.verdicts) or any(
            isinstance(part, Hole) and part.path is None
            for alternative, verdict in self.verdicts
            if verdict.what in ("runtime-host", "runtime-port")
            for part in (*alternative.address.host, *alternative.address.port, *alternative.parts[:2])
        )


def _unset(empty: Alternative) -> bool:
    """Whether an address is empty because nothing is seen to set the property that it is read from."""
    return any(v.node is not None and v.node.type == "MemberExpression" for v in empty.parts)


def judge(ev: Evaluator, sink: SinkCall) -> Judged:
    """Evaluates the URL of a sink; of one that is flagged, what is reached at all, and where its requests go."""
    ev.steps = 0
    kind = SinkKind.SOCKET if ev.aliases else sink.client.kind  # thorough: of requests, what is flagged already
    budget = BUDGETS[kind]
    left = max(0, min(MORE, MORE_IN_ALL - ev.lent)) if sink.client.kind is SinkKind.HTTP else 0
    operations = THOROUGH_OPERATIONS if ev.aliases else OPERATIONS
    carrier, value = ev.bounded(budget + left, lambda: url_of(ev, sink), operations)
    ev.lent += max(0, min(ev.steps - budget, left))
    verdicts = classified(alternatives(value), sink)
    judged = Judged(sink, value, carrier, verdicts)
    if not judged.flagged:
        return judged
    judged = within_reach(ev, judged)
    return replace(judged, paths=ev.bounded(REACH, lambda: paths_of(ev, judged)))


def classified(found: Iterable[Alternative], sink: SinkCall) -> tuple[tuple[Alternative, Verdict], ...]:
    """The alternatives with a verdict each. Where some are not known, the default port of a scheme says nothing: that
    is what libraries fall back to. Nor does one with ``undefined`` for a port, which no browser takes for a URL, where
    others have one."""
    verdicts = tuple((a, classify(a, sink.client.relative)) for a in found)
    if any(v.what in PAST and is_url(a) for a, v in verdicts):
        verdicts = tuple(
            (a, v if is_url(a) or v.what not in PAST else replace(v, what="elsewhere")) for a, v in verdicts
        )
    if all(v.what not in ("runtime-host", "runtime-port") for _, v in verdicts):
        return verdicts
    return tuple((a, replace(v, what="same-origin") if is_default(v) else v) for a, v in verdicts)


def is_default(verdict: Verdict) -> bool:
    """Whether the port is one that a scheme has anyway."""
    return verdict.what == "hardcoded-port" and str(verdict.port) in DEFAULT_PORTS


def paths_of(ev: Evaluator, judged: Judged) -> tuple[str, ...]:
    """The paths of the requests, where an option of the client has them."""
    sink, connect = judged.sink, judged.sink.connect
    if not connect.path or judged.carrier is sink.call:
        return ()
    slash = given(ev, sink, connect.path_slash) if connect.path_slash else None
    flagged = (alternative for alternative, verdict in judged.verdicts if verdict.what in FLAGGED)
    return requests.of_option(given(ev, sink, connect.path), connect.path_default, slash, flagged)


def asks_for_stream(ev: Evaluator, sink: SinkCall) -> bool:
    """Whether a request's options have a header that asks for an event stream (HTML standard, 9.2.2)."""
    options = sink.argument(ev, 1)
    headers = ev.get(options, "headers", sink.call) if options is not None else None
    given = (ev.get(headers, name, sink.call) for name in ("accept", "Accept")) if headers is not None else ()
    return any(isinstance(leaf, Const) and leaf.value == "text/event-stream" for v in given for leaf in leaves(v))


def within_reach(ev: Evaluator, judged: Judged) -> Judged:
    """Without the alternatives for which the call is not reached."""
    sink = judged.sink
    runs = ev.bounded(REACH, lambda: reached(ev, sink.call), REACH_OPERATIONS)
    value = alive(_opens(ev, sink), lambda: alive(runs, lambda: judged.url))
    found = list(alternatives(value))
    kept = ev.bounded(REACH, lambda: possible(ev, sink.call, [a.chosen for a in found]), REACH_OPERATIONS)
    verdicts = classified(compress(found, kept), sink)
    return replace(judged, url=value, verdicts=verdicts)


#: what scripts hand to helpers that make what they are given
OTHERS = frozenset({"Array", "Blob", "Date", "Error", "Function", "Object", "Promise", "Request", "String", "URL"})


def called(call: Node) -> Node | None:
    """What a call calls, by ``Reflect`` or the methods of functions too."""
    if call.type not in ("NewExpression", "CallExpression"):
        return None
    callee = bare(call.callee)
    if callee.type == "MemberExpression" and not callee.computed:
        name = callee.property.get("name")
        if name in ("construct", "apply") and callee.object.get("name") == "Reflect":
            return bare(call.arguments[0]) if call.arguments else None
        if name in ("apply", "bind", "call"):
            return bare(callee.object)
    return callee


def _opens(ev: Evaluator, sink: SinkCall) -> Value:
    """Whether what is called is the client: ``new this.Socket(url)`` may make an object of a class of the scripts, a
    helper anything that it is given."""
    callee = called(sink.call)
    shared = sink.client.relative == "either"
    if shared or callee is None or callee.type == "Super":
        return TRUE

    def one(leaf: Value) -> Value:
        if isinstance(leaf, Global) and leaf.path in OTHERS:
            return FALSE
        kinds = CLASSES | FUNCTIONS if sink.client.native else FUNCTIONS
        own = isinstance(leaf, Function) and leaf.fn.type in kinds and leaf.fn not in ev.connectors
        return FALSE if own and class_model(ev, leaf.fn).superclass is None else TRUE  # type: ignore[attr-defined]

    made = ev.bounded(REACH, lambda: ev.eval(callee))
    return map_options(one, made) if isinstance(made, Choice) else TRUE


def spelled_at(verdict: Verdict) -> Place | None:
    """The literal that is to change, and where in it."""
    value = verdict.place
    if value is None or value.node is None:
        return None
    return value.node, (value.index or 0) if isinstance(value, Const) else 0


def accounted(ev: Evaluator, judged: Iterable[Judged]) -> dict[Place | None, set[str]]:
    """Where it is spelled what calls are flagged for, or would be without the wrapper that a rewrite put there; and how
    the paths begin that they ask for."""
    found: dict[Place | None, set[str]] = {}
    for j in judged:
        for alternative, verdict in _without_wrapper(ev, j):
            if verdict.what in FLAGGED:
                paths = j.paths or (("",) if j.sink.connect.path else requests.of_urls([alternative]))
                found.setdefault(spelled_at(verdict), set()).update(path.partition("{")[0] for path in paths)
    return found


def _wrapped(ev: Evaluator, carrier: Node) -> Node | None:
    """The URL in a rewrite's wrapper."""
    if carrier.type != "CallExpression" or not carrier.arguments:
        return None
    return carrier.arguments[0] if ev.wrapper(carrier.callee) not in (None, "options") else None


def _without_wrapper(ev: Evaluator, judged: Judged) -> Iterable[tuple[Alternative, Verdict]]:
    url = _wrapped(ev, judged.carrier)
    if url is None:
        return judged.verdicts
    value = as_url(ev, ev.ask(url, budget=SEEN), url)
    return [(a, classify(a, judged.sink.client.relative)) for a in alternatives(value)]


def outermost(judged: Sequence[Judged]) -> list[Judged]:
    """Without what only passes on: where a URL comes out of the call of another client, that call is the sink."""
    calls = {j.sink.call: j for j in judged}

    def passed_on(inner: Judged, alternative: Alternative, verdict: Verdict) -> bool:
        return any(
            node is not inner.sink.call and node in calls and _covers(calls[node], verdict)
            for node in _passed(alternative, verdict)
        )

    kept: list[Judged] = []
    for j in judged:
        own = tuple(pair for pair in j.verdicts if not passed_on(j, *pair))
        if own or not j.verdicts:
            kept.append(j if len(own) == len(j.verdicts) else replace(j, verdicts=own))
    return kept


def _passed(alternative: Alternative, verdict: Verdict) -> Iterator[Node]:
    """The nodes that the address of an alternative passed on its way, and those around the place where it is spelled:
    what stands in the arguments of a call, and is not stored there, gets anywhere else only through it."""
    address = alternative.address
    values = [*address.scheme, *address.host, *address.port, *address.rest[:1]]
    if verdict.place is not None:
        values.append(verdict.place)
        if verdict.place.node is not None:
            for node in verdict.place.node.ancestors():
                if node.type == "AssignmentExpression" or node.type in FUNCTIONS:
                    break
                yield node
    for value in values:
        for way in value.steps or ():
            yield way.node


def _covers(outer: Judged, verdict: Verdict) -> bool:
    """Whether the outer sink says the same: it is flagged for the same place, or nothing is flagged here."""
    if verdict.what not in FLAGGED or verdict.place is None:
        return True
    return any(v.place is not None and v.place.node is verdict.place.node for _, v in outer.verdicts)


def url_of(ev: Evaluator, sink: SinkCall) -> tuple[Node, Value]:
    """The expression that carries the URL, and its value as text. Where the library puts the URL together from
    arguments, the call itself carries it."""
    connect, call = sink.connect, sink.call
    if connect.component is not None:
        return call, _rendered(ev, sink, connect.component)
    joined = _joined(ev, sink)
    if joined is not None:
        return call, joined
    if connect.url < 0:
        return call, ev.hole(call, "the library's own servers")
    value = sink.argument(ev, connect.url)
    if value is None:
        return call, const("", call)
    spelled = sink.arguments[min(connect.url, len(sink.arguments) - 1)] if sink.arguments else None
    carrier: Node = spelled or (sink.listed[0] if sink.listed is not None else call)
    value = map_options(partial(_carried, ev, sink, carrier), value)
    if connect.option is not None:
        carrier = option_node(carrier, connect.option) or carrier
    carrier = _given_back(ev, carrier)
    return carrier, as_url(ev, value, carrier)


def _given_back(ev: Evaluator, carrier: Node) -> Node:
    """The expression that a function gives back which is handed over in place of a URL, where there is one."""
    return _result(ev, carrier) or carrier


def _result(ev: Evaluator, made: Node) -> Node | None:
    """What the function gives back that ``made`` is, or that it hands to a driver of async code."""
    if made.type == "SequenceExpression":
        made = made.expressions[-1]
    if made.type == "CallExpression":
        machine = next((m for a in made.arguments if (m := machine_of(ev, a)) is not None), None)
        if machine is not None:
            return machine.returns[0] if len(machine.returns) == 1 else None
        inner = made.arguments[-1] if made.arguments else None
        name = made.callee.property.get("name") if made.callee.type == "MemberExpression" else None
        if inner is not None and (name in MARKS or drives(ev, made)):
            return _result(ev, inner)
        generator = driven(ev, made)
        given = _returned(generator) if generator is not None else None
        return _result(ev, given) if given is not None and _is_compiled(ev, given) else None
    if made.type not in ("ArrowFunctionExpression", "FunctionExpression"):
        return None
    body = _returned(made)
    if body is None or made.get("generator") or body.type != "CallExpression":
        return body
    return _result(ev, body) or (None if _is_compiled(ev, body) else body)


def _returned(fn: Node) -> Node | None:
    """The expression that a function gives back, where that is one at its end."""
    if fn.body.type != "BlockStatement":
        return fn.body  # type: ignore[no-any-return]
    returned = [node for node in walk(fn.body) if node.type == "ReturnStatement" and activation(node) is fn]
    return returned[0].argument if len(returned) == 1 and fn.body.body[-1:] == returned else None


def _is_compiled(ev: Evaluator, made: Node) -> bool:
    """Whether ``made`` is what a compiler makes of the code of an async function."""
    return made.type == "CallExpression" and (drives(ev, made) or any(machine_of(ev, a) for a in made.arguments))


def _carried(ev: Evaluator, sink: SinkCall, carrier: Node, value: Value) -> Value:
    """The URL that an argument carries: in an option, in the elements of a list, as what a function gives."""
    connect = sink.connect
    if isinstance(value, Array) and connect.item is not None:
        items = tuple(ev.get(item, connect.item, carrier) for item in value.items)
        if len(items) < 2:
            return items[0] if items else const("", carrier)
        return Choice(Cond(("element", carrier), "which element", "element"), items, node=carrier)
    if connect.option is not None and isinstance(value, (Record, Instance, Hole)):
        for name in connect.option.split("."):
            value = ev.get(value, name, carrier)
    if any(isinstance(leaf, Function) for leaf in leaves_under(value)):
        value = ev.call(value, (), None, sink.call, None)  # the library calls it, when all of the call is evaluated
    return lift(unwrap, value)


def _joined(ev: Evaluator, sink: SinkCall) -> Value | None:
    """The URL that the library puts together from parts; None where none of them is given."""
    made: dict[str, dict[str, Value]] = {}
    for parts in sink.connect.parts:
        if len(sink.arguments) < parts.least:
            continue
        host, port = (_given(ev, sink, paths) for paths in (parts.host, parts.port))
        if (host is None and port is None) or (host is None and parts.elsewhere):
            continue
        pages = made.setdefault(parts.of, {})
        url = _address(ev, sink, parts, host, port)
        if parts.unless:
            otherwise = pages.get("https", Dead(node=sink.call))
            flag = given(ev, sink, parts.unless)
            url = map_options(partial(_where_false, url, otherwise), flag) if flag is not None else otherwise
        for path, wanted in ((parts.listed, True), (parts.unlisted, False)):
            listed = given(ev, sink, path) if path else None
            if listed is not None:
                url = map_options(partial(_where_listed, url, parts.of, wanted), listed)
        pages[parts.page] = url
    urls = tuple(_of_pages(pages, sink.call) for pages in made.values())
    if len(urls) < 2:
        return urls[0] if urls else None
    return Choice(Cond(("transport", sink.call), "which transport", "transport"), urls, node=sink.call)


def _rendered(ev: Evaluator, sink: SinkCall, component: Component) -> Value:
    """The URL that a component makes of its properties."""
    call = sink.call
    given = sink.site.arguments(ev) if sink.site is not None else ()
    props = given[0] if given else Record({}, node=call)

    def prop(name: str) -> Value:
        return ev.get(props, name, call) if name else const(UNDEFINED, call)

    default = const(component.default, call)
    port, url, path = (prop(name) for name in (component.port, component.url, component.path))
    taken = lift(lambda p: branch(nullish(p), lambda: default, lambda: p), port)
    shown = ev.concat([const(":", call), taken], call)
    shown = Choice(PORT, (shown, const("", call)), node=call) if component.shown else shown
    own = ev.concat([Page("protocol", node=call), const("//", call), Page("hostname", node=call), shown], call)

    def elsewhere(address: Value) -> Value:
        set_port = lift(lambda p: branch(truth(p), lambda: p, lambda: const("", call)), port)
        return ev.get(Url(ev.string(address, call), (("port", set_port),), node=call), "origin", call)

    host = lift(lambda address: branch(truth(address), lambda: elsewhere(address), lambda: own), url)
    slash = const("/", call)
    where = lift(lambda p: branch(truth(p), lambda: ev.concat([slash, p], call), lambda: slash), path)
    connects = map_options(lambda off: const(not (isinstance(off, Const) and off.value is False)), prop(component.off))
    return alive(connects, lambda: ev.concat([host, where], call))


def _where_listed(url: Value, transport: str, wanted: bool, listed: Value) -> Value:
    """``url``, unless a list of transports is known and says that this one is not used."""
    if not isinstance(listed, Array) or listed.open or not all(isinstance(item, Const) for item in listed.items):
        return url
    has = any(isinstance(item, Const) and item.value == transport for item in listed.items)
    return url if has is wanted else Dead(node=listed.node)


def _where_false(url: Value, otherwise: Value, flag: Value) -> Value:
    return url if isinstance(flag, Const) and flag.value is False else otherwise


def _of_pages(pages: Mapping[str, Value], node: Node) -> Value:
    """One URL of those for http and for https pages."""
    if "http" in pages:
        return same_or_choice(HTTPS, (pages.get("https", Dead(node=node)), pages["http"]), node)
    return next(iter(pages.values()))


def _given(ev: Evaluator, sink: SinkCall, paths: Sequence[str]) -> Value | None:
    """The first of the paths into the arguments that leads to a value, whichever that is in each case."""
    if not paths:
        return None
    value = given(ev, sink, paths[0])
    if value is None or (isinstance(value, Choice) and any(map(_is_missing, leaves(value)))):
        other = _given(ev, sink, paths[1:])
        if value is None or other is None:
            return other if value is None else value
        return map_options(lambda option: other if _is_missing(option) else option, value)
    return value


def _is_missing(value: Value) -> bool:
    return isinstance(value, Const) and (value.value is UNDEFINED or value.value is None)


def given(ev: Evaluator, sink: SinkCall, path: str) -> Value | None:
    """What a path into the arguments leads to; None where that is nothing."""
    index, *names = path.split(".")
    if not index.isdigit():
        return _given_later(ev, sink, index, names)
    value = _spelled(ev, sink, int(index), names) if sink.seen is None else None
    if value is None:
        value = sink.argument(ev, int(index))
    else:
        names = []
    if value is None or (names and not any(isinstance(v, (Record, Instance, Hole)) for v in leaves(value))):
        return None
    for name in names:
        value = ev.get(value, name, sink.call)
    return None if _is_missing(value) else value


def _given_later(ev: Evaluator, sink: SinkCall, method: str, path: Sequence[str]) -> Value | None:
    """What is given to a method of the object that the call makes, once or several times."""
    index, *names = path
    found: list[Value] = []
    for member in ev.bounded(LATER, lambda: list(trail(ev, sink.call, (method,)))):
        call = member.parent
        if call is None or call.type != "CallExpression" or call.callee is not member:
            continue
        value = ev.eval(call.arguments[int(index)]) if int(index) < len(call.arguments) else const(UNDEFINED, call)
        for name in names:
            value = ev.get(value, name, call) if not _is_missing(value) else value
        found.append(value)
    if not found:
        return ev.hole(sink.call, "given where it was not followed", key=("later", sink.call, method, *path))
    value = same_or_choice(Cond(("later", sink.call), f"which call of {method}", "element"), tuple(found), sink.call)
    return None if _is_missing(value) else value


def _spelled(ev: Evaluator, sink: SinkCall, index: int, names: Sequence[str]) -> Value | None:
    """An option that the call itself spells: nothing can have been written to it, though the library may do so."""
    node = sink.arguments[index] if index < len(sink.arguments) else None
    if len(names) != 1 or node is None or node.type != "ObjectExpression":
        return None
    if any(p.type != "Property" or p.computed or p.kind != "init" for p in node.properties):
        return None
    value = option_node(node, names[0])
    return ev.eval(value) if value is not None else const(UNDEFINED, node)


def _address(ev: Evaluator, sink: SinkCall, parts: Parts, host: Value | None, port: Value | None) -> Value:
    call = sink.call
    pieces: list[Value] = []
    protocol = _given(ev, sink, parts.protocol)
    secure = given(ev, sink, parts.secure) if parts.secure else None
    if protocol is not None:
        pieces += [lift(lambda v: _with_colon(ev, v, call), protocol), const("//", call)]
    elif isinstance(secure, Hole) and secure.path is None:
        pieces += [Page("protocol", node=call), const("//", call)]
    elif secure is not None:
        plain = parts.scheme or "http"
        pieces.append(branch(truth(secure), lambda: const(f"{plain}s://", call), lambda: const(f"{plain}://", call)))
    elif parts.scheme:
        local = parts.local and isinstance(host, Const) and is_local_host(str(host.value).split(":")[0])
        pieces.append(const(f"{parts.local if local else parts.scheme}://", call))
    else:
        pieces += [Page("protocol", node=call), const("//", call)]
    pieces.append(host if host is not None else Page("hostname", node=call))
    if port is not None:
        pieces += [const(":", call), port]
    return ev.concat([*pieces, *_path(ev, sink, parts.path)], call)


def _with_colon(ev: Evaluator, protocol: Value, node: Node) -> Value:
    known = protocol.value if isinstance(protocol, Const) else None
    colon = (isinstance(known, str) and known.endswith(":")) or isinstance(protocol, Page)
    return protocol if colon else ev.concat([protocol, const(":", node)], node)


def _path(ev: Evaluator, sink: SinkCall, path: str) -> Iterator[Value]:
    """The pieces of ``Parts.path``."""
    for index, piece in enumerate(re.split(r"[{}]", path)):
        if index % 2 == 0:
            if piece:
                yield const(piece, sink.call)
            continue
        where, _, default = piece.partition("|")
        value = given(ev, sink, where)
        if index == 1 and not path.startswith("/") and value is not None:
            value = map_options(lambda leaf: ev.concat(_as_path(leaf, sink.call), sink.call), value)
        yield const(default, sink.call) if value is None else value


def _as_path(value: Value, node: Node) -> tuple[Value, ...]:
    begins = isinstance(value, Const) and str(value.value)[:1] in ("/", "")
    return (value,) if begins else (const("/", node), value)


def as_url(ev: Evaluator, value: Value, node: Node) -> Value:
    """A URL argument as text: nothing is the empty URL, an object gives its text."""

    def convert(v: Value) -> Value:
        if isinstance(v, Const) and (v.value is None or v.value is UNDEFINED):
            return const("", v.node)
        if isinstance(v, Record):
            return const("", v.node) if v.base is None else Hole(("record", id(v)), "an object", node=node)
        return ev.string(v, node)

    return lift(convert, value) if not isinstance(value, (Concat, Url)) else ev.string(value, node)


def option_node(node: Node, path: str) -> Node | None:
    """The value node of a property of an object literal."""
    current: Node | None = node
    for name in path.split("."):
        if current is None or current.type != "ObjectExpression":
            return None
        current = next(
            (p.value for p in reversed(current.properties) if p.type == "Property" and key_name(p.key) == name), None
        )
    return current


def findings_of(judged: Judged, rules: dict[str, Rule]) -> list[Finding]:
    """One finding per place that is to change; where nothing is to change, one note on where the call connects."""
    sink = judged.sink
    http = sink.client.kind is SinkKind.HTTP
    groups: dict[tuple[str, str, Span, int | None], list[tuple[Alternative, Verdict]]] = {}
    nodes: dict[tuple[str, str, Span, int | None], tuple[Node, Span]] = {}
    local = next((v.port for _, v in judged.verdicts if v.what == "local-host" and v.port), None)
    for alternative, verdict in judged.verdicts:
        rule_id = _RULES[verdict.what][http]
        if not rule_id:
            continue
        if verdict.what in FLAGGED:
            value = verdict.place
            node, span = (
                places.place_of(value, judged.carrier) if value is not None else (judged.carrier, judged.carrier.span)
            )
        else:
            node, span = sink.call, sink.call.span
        sum_of = (verdict.port or local) if verdict.what in PAST else None  # several ports in one place
        key = (rule_id, node.source.path, span, sum_of)
        groups.setdefault(key, []).append((alternative, verdict))
        nodes[key] = (node, span)
    if judged.guessed:
        groups = {k: g for k, g in groups.items() if g[0][1].what in FLAGGED}
    if any(verdict.what in FLAGGED for _, verdict in judged.verdicts):
        groups = {k: g for k, g in groups.items() if g[0][1].what in FLAGGED}
        errors = [k for k in groups if groups[k][0][1].what in PAST]
        if errors:  # a wrong scheme beside a wrong port is part of the same flaw
            groups = {k: groups[k] for k in errors}
    elif len(groups) > 1:
        first = next(
            k
            for what in ("runtime-host", "runtime-port", "public-host", "same-origin")
            for k in groups
            if groups[k][0][1].what == what
        )
        groups = {first: groups[first]}
    return [_finding(judged, rules[key[0]], group, nodes[key]) for key, group in groups.items()]


def _finding(
    judged: Judged, rule: Rule, group: Sequence[tuple[Alternative, Verdict]], at: tuple[Node, Span]
) -> Finding:
    sink = judged.sink
    node, span = at
    source = node.source
    shown, verdict = most_telling(group)
    page_scheme = both_schemes(shown, [a for a, _ in group])
    when = When([a for a, _ in group])
    severity, confidence = rule.severity, rule.confidence
    if when.guarded:
        severity = Severity.WARNING if severity is Severity.ERROR else severity
        confidence = Confidence.LOW
    elif judged.guessed or (
        any(cond.kind in ("test", "write", "element") for cond, _ in when.common) and confidence is Confidence.HIGH
    ):
        confidence = Confidence.MEDIUM
    url = template.render(shown, page_scheme=page_scheme)
    window = cut_excerpt(source, span)
    values = {
        "client": sink.client.title,
        "port": verdict.port,
        "host": _host_port(verdict),
        "scheme": verdict.scheme,
        "option": "",
    }
    flagged = verdict.what in FLAGGED
    first = verdict.place if verdict.place is not None else const("", node)
    trace = (
        places.trace(first, at, sink.call, _defaulted(judged) if node is sink.call else _NOTES[verdict.what], sink.note)
        if flagged
        else (places.step(sink.call, sink.call.span, sink.note),)
    )
    return Finding(
        rule_id=rule.id,
        severity=severity,
        confidence=confidence,
        message=rule.message.format(**values),
        path=source.path,
        start=source.position(span.start),
        end=source.position(span.end),
        fingerprint=fingerprint(rule.id, sink.client.name, verdict, shown),
        sink=Sink(sink.client.kind, sink.client.name, sink.callee, sink.is_usual),
        url=url,
        port=verdict.port,
        host=verdict.host,
        when=when.text(),
        paths=judged.paths or requests.of_urls(alternative for alternative, _ in group),
        trace=trace,
        fix="same-origin" if flagged and fixable(judged) and not only_listed(sink, verdict) else None,
        excerpt=window.text,
        excerpt_start=window.start,
        excerpt_end=window.end,
    )


def _defaulted(judged: Judged) -> str:
    """The note on what the code does not spell at all."""
    component = judged.sink.connect.component
    if component is not None:
        return f"{component.port} is not given: {component.default}"
    return "the address is made at run time" if judged.guessed else "the library's default"


def ignored_options(ev: Evaluator, sink: SinkCall, rule: Rule) -> list[Finding]:
    """A note for each option next to the call that the library ignores."""
    connect = sink.connect
    if connect.options is None or connect.options >= len(sink.arguments):
        return []
    found = []
    for name in connect.ignored:
        node = option_node(sink.arguments[connect.options], name)
        if node is not None:
            value = ev.ask(node)
            number = value.value if isinstance(value, Const) else None
            port = int(number) if name == "port" and isinstance(number, (int, float)) and number == number else None
            message = rule.message.format(client=sink.client.title, option=name)
            note = "the library ignores this option"
            facts = (rule.id, sink.client.name, name, str(port or ""))
            found.append(
                plain(rule, message, node, node.span, facts, port, sink, (places.step(node, node.span, note),))
            )
    return found


def dev_clients(unit: Unit, clients: Sequence[Client], rule: Rule) -> list[Finding]:
    """One finding for each development server whose client is part of a script, where its first text stands."""
    found = []
    for client in clients:
        starts = [at for text in client.dev if (at := unit.code.find(text.encode())) >= 0]
        if starts:
            start = unit.span.start + min(starts)
            node = unit.tree.at(start, start + 1)
            message = rule.message.format(client=client.title)
            step = places.step(node, node.span, "the client of a development server")
            found.append(plain(rule, message, node, node.span, (rule.id, client.name), None, None, (step,)))
    return found


def plain(
    rule: Rule,
    message: str,
    node: Node,
    span: Span,
    facts: Sequence[str],
    port: int | None,
    sink: SinkCall | None,
    trace: tuple[Step, ...],
) -> Finding:
    """A finding that says nothing about a URL."""
    window = cut_excerpt(node.source, span)
    return Finding(
        rule_id=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=message,
        path=node.source.path,
        start=node.source.position(span.start),
        end=node.source.position(span.end),
        fingerprint=hashlib.sha256("\0".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:20],
        sink=Sink(sink.client.kind, sink.client.name, sink.callee, sink.is_usual) if sink is not None else None,
        port=port,
        trace=trace,
        excerpt=window.text,
        excerpt_start=window.start,
        excerpt_end=window.end,
    )


def only_listed(sink: SinkCall, verdict: Verdict) -> bool:
    """Whether a rewrite leaves it alone: a request to a local host may be meant for the visitor's own machine."""
    return sink.client.kind is SinkKind.HTTP and verdict.what != "hardcoded-port"


def fixable(judged: Judged) -> bool:
    """Whether rewrite has a form for the client and may edit the file (built JavaScript and inline scripts of HTML)."""
    connect = judged.sink.connect
    if judged.carrier is judged.sink.call and not (connect.same or connect.together):
        return False
    if judged.sink.handed_on or judged.mixed:
        return False
    path = judged.sink.call.source.path.lower()
    return path.endswith((".js", ".mjs", ".cjs", ".html", ".htm"))


def most_telling(group: Sequence[tuple[Alternative, Verdict]]) -> tuple[Alternative, Verdict]:
    """The alternative that says most: the longest path, the page's secure form first."""
    return max(
        group,
        key=lambda pair: (
            sum(1 for p in pair[0].parts[pair[0].done :]) + len(pair[0].address.rest),
            -pair[0].chosen.get(("page", "https"), 0),
        ),
    )


def both_schemes(shown: Alternative, group: Sequence[Alternative]) -> bool:
    """Whether the group holds the same URL for http and for https pages."""
    key = ("page", "https")
    if key not in shown.chosen:
        return False
    seen = {a.chosen.get(key) for a in group if a.address.scheme}
    return {0, 1} <= seen


def _host_port(verdict: Verdict) -> str:
    host = verdict.host or ""
    return f"{host}:{verdict.port}" if verdict.port else host


def fingerprint(rule_id: str, client: str, verdict: Verdict, shown: Alternative) -> str:
    """A hash of what is wrong, not of where: it survives other names, files, offsets and bundlers."""
    facts = (rule_id, client, verdict.host or "", str(verdict.port or ""), template.literal_path(shown))
    return hashlib.sha256("\0".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:20]
