"""Which calls go together: what made a closure or an object, and what enters it.

Seen from outside any call, the variables of an outer function and the parameters of a function made in it each hold a
choice among their callers. Not every pair happens: ``a = make(9000); b = make(9100); a.open("/x")`` opens no ``/x`` at
9100. ``possible`` leaves out what no chain of calls gives.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values import calls
from bundlescan.values.classes import class_model
from bundlescan.values.domain import Choice, Const, Function, Instance, Record, Value, leaves_under
from bundlescan.values.frames import Frame

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: calls of calls that are followed upwards
MAX_UP = 4
#: chains of calls that are told apart
MAX_CHAINS = 64

#: the call by which each function was entered
Chain = Mapping[Node, Node]


def possible(ev: Evaluator, at: Node, choices: Iterable[Mapping[Hashable, int]]) -> list[bool]:
    """For each way that choices fall at ``at``, whether a chain of calls gives it: True where that is not known."""
    wanted = [_callers(chosen) for chosen in choices]
    if not any(len({asked.get(fn) for asked in wanted}) > 1 for asked in wanted for fn in asked):
        return [True] * len(wanted)  # callers make no difference
    chains = _chains(ev, at, MAX_UP)
    sites = {fn: calls.callers(ev, fn) for asked in wanted for fn in asked}

    def entered(asked: Mapping[Node, int], chain: Chain) -> bool:
        return all(
            fn not in chain or index >= len(sites[fn]) or sites[fn][index].call is chain[fn]
            for fn, index in asked.items()
        )

    given = [any(entered(asked, chain) for chain in chains) for asked in wanted]
    return given if any(given) else [True] * len(wanted)


def _callers(chosen: Mapping[Hashable, int]) -> dict[Node, int]:
    return {key[1]: i for key, i in chosen.items() if isinstance(key, tuple) and len(key) == 2 and key[0] == "caller"}


def _chains(ev: Evaluator, at: Node, up: int) -> list[Chain]:
    """The chains of calls that may lead to ``at``, as far as they are known: a function with too many of them, such as
    a compiler's helper, is in none."""
    found: list[Chain] = [{}]
    for fn in at.ancestors():
        if fn.type not in FUNCTIONS or not up:
            continue
        ways = _ways(ev, fn, up)
        together = [way for chain in found for w in ways if (way := _together(chain, w)) is not None]
        if 0 < len(together) <= MAX_CHAINS:
            found = together
    return found


def _ways(ev: Evaluator, fn: Node, up: int) -> list[Chain]:
    """The chains of calls that enter a function; one that says nothing where they are too many."""
    sites = calls.callers(ev, fn)
    if len(sites) > calls.MAX_CALLERS:
        return [{}]
    ways: list[Chain] = []
    for site in sites:
        if len(ways) > MAX_CHAINS or not ev.spend():
            return [{}]
        callee = _callee(ev, fn, site)
        ways += [
            way
            for before in _chains(ev, site.call, up - 1)
            if callee is None or any(_is(leaf, fn) or not _is_known(leaf) for leaf in _under(ev, callee, before))
            for made in _made(ev, fn, site, before)
            if (way := _together({fn: site.call}, made, before)) is not None
        ]
    return ways or [{}]


def _together(*chains: Chain) -> Chain | None:
    """One chain of all; None where a function would be entered by two calls."""
    out: dict[Node, Node] = {}
    for chain in chains:
        for fn, call in chain.items():
            if out.setdefault(fn, call) is not call:
                return None
    return out


def _callee(ev: Evaluator, fn: Node, site: calls.CallSite) -> Value | None:
    """What a call calls, where that is seen to be ``fn`` or one of several functions."""
    if site.call.type != "CallExpression":
        return None
    callee = ev.bounded(calls.LOOK, lambda: ev.eval(site.call.callee, None))
    return callee if any(_is(leaf, fn) for leaf in leaves_under(callee)) else None


def _is(value: Value, fn: Node) -> bool:
    return isinstance(value, Function) and value.fn is fn


def _is_known(value: Value) -> bool:
    return isinstance(value, (Function, Const))


def _under(ev: Evaluator, value: Value, chain: Chain) -> Iterator[Value]:
    """The options that ``value`` has where functions are entered by the calls of a chain: ``plugin.install()`` is the
    method of the plugin that this very call was given, ``this.port()`` that of the object which it was called on."""
    seen: set[int] = set()
    pending = [value]
    while pending:
        head = pending.pop()
        if id(head) in seen:
            continue
        seen.add(id(head))
        if isinstance(head, Choice):
            pending += _entered(ev, head, chain)
        elif isinstance(head, Record) and head.base is not None:
            pending.append(head.base)
        else:
            yield head


def _entered(ev: Evaluator, choice: Choice, chain: Chain) -> Iterable[Value]:
    key = choice.cond.key
    if isinstance(key, tuple) and len(key) == 2 and key[0] == "caller" and key[1] in chain:
        sites = calls.callers(ev, key[1])
        at = next((i for i, site in enumerate(sites) if site.call is chain[key[1]]), len(sites))
        if at < min(len(sites), len(choice.options)):
            return (choice.options[at],)
    return choice.options


def _made(ev: Evaluator, fn: Node, site: calls.CallSite, before: Chain) -> list[Chain]:
    """By which calls that function was made, and the object it is called on, that a call of ``fn`` enters; ``before``
    is the chain of calls that leads there."""
    if site.call.type != "CallExpression":
        return [{}]
    callee = ev.bounded(calls.LOOK, lambda: ev.eval(site.call.callee, None))
    functions = [v for v in _under(ev, callee, before) if isinstance(v, Function) and v.fn is fn]
    of_function = [chain for f in functions if (chain := _closures(ev, f.frame)) is not None] or [{}]
    this = site.this
    receivers = list(_under(ev, ev.bounded(calls.LOOK, lambda: this(ev)), before)) if this is not None else []
    of_object = [chain for v in receivers if (chain := _instance(ev, v)) is not None] or [{}]
    return [way for a in of_function for b in of_object if (way := _together(a, b)) is not None] or [{}]


def _closures(ev: Evaluator, frame: Frame | None) -> Chain | None:
    chain: Chain | None = {}
    while frame is not None and chain is not None:
        if frame.site is not None:
            chain = _together(chain, {frame.fn: frame.site})
        elif frame.new and frame.this is not None:
            made = _instance(ev, frame.this)
            chain = _together(chain, made) if made is not None else chain
        frame = frame.outer
    return chain


def _instance(ev: Evaluator, value: Value) -> Chain | None:
    """By which ``new`` or ``super`` call an object was made; None where that is not known."""
    if not isinstance(value, Instance) or value.args is None:
        return None
    if not isinstance(value.key, tuple) or value.key[0] not in ("new", "super"):
        return None
    owner = value.ctor.fn
    constructor = class_model(ev, owner).constructor if owner.type in CLASSES else owner
    return {constructor: value.key[1]} if constructor is not None else None
