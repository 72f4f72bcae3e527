"""What connecting calls are given when the scripts run: on pages of several origins, as values of the analysis.

A run is concrete, so its texts are told apart by where their pieces come from (``text``): what is cut from a part of
the page's URL becomes that part, what a literal spells becomes that literal, and what differs between the origins
becomes a choice on what they differ in.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, Any

from bundlescan.interp import functions
from bundlescan.interp.model import (
    MISSING,
    TO_PRIMITIVE,
    UNDEF,
    Args,
    BigInt,
    Callable_,
    JSArray,
    JSObject,
    JSThrow,
    Native,
    Prop,
    Stop,
    Symbol,
    Visit,
    get,
    realm,
    to_string,
)
from bundlescan.interp.scripts import World
from bundlescan.interp.text import Literal, Num, PagePart, Piece, Text, pieces_of
from bundlescan.syntax.nodes import Node
from bundlescan.values.conditions import HTTPS, PORT
from bundlescan.values.domain import (
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Function,
    Hole,
    Page,
    Record,
    Value,
    const,
    number_text,
    same_or_choice,
)

if TYPE_CHECKING:
    from bundlescan.bundle.project import Project, Unit
    from bundlescan.source import Source

#: how many steps (calls and rounds of loops) one run may take, all of them together, and the last of them at least
STEPS, IN_ALL, LEAST = 300_000, 500_000, 20_000
#: how many rounds a loop is followed: one with more fills a table
ROUNDS = 4_000
#: bytes of a script that is run in any case
SHORT = 50_000
#: how many pages are visited
MAX_PAGES = 4
#: how many times a call is looked at in one run
MAX_TIMES = 40
#: how deep objects are looked into
MAX_NESTED = 4
#: bytes of stack, the first that can be had, and for one call of Python
STACKS, BYTES_A_CALL = (512 << 20, 128 << 20, 32 << 20), 8_000
#: the page and the language's objects are there once
_ONE_AT_A_TIME = threading.Lock()
_CHUNK = re.compile(rb"webpack(?:Chunk|Jsonp)|System\.register")
_AUTHORITY = re.compile(r"\s*(?:[a-z]+:)?//(?:[^/?#]*@)?([^/?#]*)", re.IGNORECASE)
LOCAL = Cond(("page", "local"), 'location.hostname === "localhost"', "dev")


@dataclass(frozen=True, slots=True)
class Origin:
    """A page: ``secure`` and whether its URL shows a ``port``; or one on the developer's machine."""

    secure: bool
    port: str
    local: bool = False

    @property
    def parts(self) -> tuple[str, str, str]:
        return ("https:" if self.secure else "http:", "localhost" if self.local else "desk.example", self.port)


def _page(origin: Origin) -> tuple[int, int]:
    """An origin as options of ``HTTPS`` and ``PORT``."""
    return int(not origin.secure), int(not origin.port)


#: ports that no script names
FIRST = (Origin(False, ""), Origin(True, "48443"))
REST = (Origin(True, ""), Origin(False, "48080"))
AT_HOME = Origin(False, "5173", local=True)
#: a port that scripts ask the page for: ``location.port === "8080"``
_ASKED = re.compile(rb"""\bport\s*===?\s*["'`](\d{4,5})["'`]|["'`](\d{4,5})["'`]\s*===?\s*[\w$.]*\bport\b""")
#: the arguments of one call, as the client takes them
Given = tuple[Value, ...]
#: sets of calls in which one was made
Ways = set[frozenset[Node]]
#: what a call calls: a function of the page by its name, or one of the scripts, and nothing else; True: a constructor
#: of the page, or a class that may be one; False: whatever that is
Callee = bool | str | Node


@dataclass(eq=False)
class Seen:
    """What the runs saw. ``calls``: of each watched call, and of those that nobody knew, the arguments. ``opened``:
    what these call, a constructor or function of the page or a client's function. ``outer``: of each of these
    times, in which others of these calls it was made, each way. ``mixed``: calls that were of other functions, too.
    ``ways``: of each call, all calls that it was made in. ``swayed``: the calls that were made when something had
    been read that another run may find to be another. ``partial``: the calls that were made more often than is
    looked at; all of them where some code did not run to its end. ``visited``: the pages that the runs stand for,
    as options of ``HTTPS`` and ``PORT``. ``ran``: the functions that were called."""

    calls: dict[Node, list[Given]] = field(default_factory=dict)
    opened: dict[Node, str | Node] = field(default_factory=dict)
    outer: dict[Node, list[Ways]] = field(default_factory=dict)
    mixed: set[Node] = field(default_factory=set)
    ways: dict[Node, set[Node]] = field(default_factory=dict)
    swayed: set[Node] = field(default_factory=set)
    partial: set[Node] = field(default_factory=set)
    visited: frozenset[tuple[int, int]] = frozenset()
    ran: set[Node] = field(default_factory=set)


def observe(
    project: Project, units: Sequence[Unit], pages: Sequence[Source], watched: Mapping[Node, Callee],
    clients: Iterable[Node], lent: Collection[str], *, at_home: bool,
) -> Seen:  # fmt: skip
    """Runs the scripts of ``units`` and tells what the ``watched`` calls are given, each with what it calls. ``pages``:
    the sources that load them; ``clients``: functions and classes that connect; ``lent``: names of clients that
    scripts from elsewhere may give the page. ``at_home``: on a page of the developer's machine, too."""
    work = _Observer(project, units, pages, watched, frozenset(clients), at_home)
    work.lent = _lent(project, units, lent)
    with _ONE_AT_A_TIME:
        _deeply(work.observe)
    if work.failure is not None:
        raise work.failure
    return work.made()


def _lent(project: Project, units: Sequence[Unit], names: Collection[str]) -> frozenset[str]:
    """Those of the ``names``, with dots in them, whose first part scripts use as a variable of the page and are not
    seen to set."""
    roots = sorted({name.partition(".")[0] for name in names})
    word = b"|".join(re.escape(root.encode()) for root in roots)
    used = re.compile(rb"(?<![\w$])(?:%b)(?![\w$])" % word)
    sets = re.compile(rb"""\.\s*(%b)\s*=(?![=>])|["'`](%b)["'`]|[{,]\s*(%b)\s*[,:}]""" % (word, word, word))
    users: dict[str, list[Unit]] = {}
    known: set[str] = set()
    for unit in units:
        for root in set(used.findall(unit.code)):
            users.setdefault(root.decode(), []).append(unit)
        known.update((m[1] or m[2] or m[3]).decode() for m in sets.finditer(unit.code))

    def is_set(root: str) -> bool:
        parsed = [unit for unit in users[root] if unit.parsed]
        tops = (unit for unit in parsed if project.is_classic(unit))
        uses = (use for unit in parsed for use in unit.scopes.globals(root))
        return any(root in unit.scopes.scope(unit.tree.root).bindings for unit in tops) or any(
            use.parent is not None and use.parent.get("left") is use for use in uses
        )

    lent = {root for root in users if root not in known and not is_set(root)}
    return frozenset(name for name in names if name.partition(".")[0] in lent)


def _deeply(work: Callable[[], None]) -> None:
    """Runs ``work`` in a thread whose stack is as deep as this machine allows: calls of scripts are nested deeply."""
    limit, size = sys.getrecursionlimit(), threading.stack_size()
    try:
        for stack in STACKS:
            sys.setrecursionlimit(stack // BYTES_A_CALL)
            threading.stack_size(stack)
            thread = threading.Thread(target=work, daemon=True)
            with suppress(RuntimeError, MemoryError):
                thread.start()
                thread.join()
                return
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)


class _Observer:
    def __init__(
        self, project: Project, units: Sequence[Unit], pages: Sequence[Source], watched: Mapping[Node, Callee],
        clients: frozenset[Node], at_home: bool,
    ) -> None:  # fmt: skip
        self.project = project
        self.units = units
        self.pages = pages
        self.at_home = at_home
        self.watched = watched
        self.world = World(project, frozenset(watched), self._saw, clients, self._entered, units)
        self.seen: dict[Node, dict[Origin, list[tuple[Given, Ways]]]] = {}
        self.opened: dict[Node, str | Node] = {}
        self.mixed: set[Node] = set()
        self.ways: dict[Node, set[Node]] = {}
        self.visited: set[tuple[int, int]] = set()
        self.swayed: set[Node] = set()
        self.partial: set[Node] = set()
        self.cut = False
        self.elsewhere = False  # a call was given something else than an address of the page's own server
        self.origin = FIRST[0]
        self.failure: Exception | None = None
        self.left = IN_ALL
        self.most = STEPS  # of one visit
        self.relied = False  # on an answer of the page's own server
        self.lent: frozenset[str] = frozenset()
        self.keeps = self.kept = False  # as of a page
        self.generous = False
        self.granted: set[Node] = set()  # calls that were given something else on a generous visit
        self.saw_at = 0  # how many steps a visit had left when it last saw something

    def observe(self) -> None:
        try:
            self._all()
            self._generously()
        except Exception as error:
            self.failure = self.failure or error

    def made(self) -> Seen:
        given = {call: {o: [one for one, _ in times] for o, times in by.items()} for call, by in self.seen.items()}
        calls = {call: _merged(call, by) for call, by in given.items()}
        outer = {call: _together([w for _, w in times] for times in by.values()) for call, by in self.seen.items()}
        partial = set(calls) if self.cut else self.partial
        visited = frozenset(self.visited)
        return Seen(calls, self.opened, outer, self.mixed, self.ways, self.swayed, partial, visited, self.world.ran)

    def _all(self) -> None:
        self._run(FIRST[0])
        self._run(FIRST[1], Visit.REFUSED)
        if self.relied:
            self._run(FIRST[1], Visit.ALONE)
        if self.elsewhere:
            self._run(FIRST[1])
            self._run(FIRST[0], Visit.REFUSED)
            if self.relied:
                self._run(FIRST[0], Visit.ALONE)
        both = [[[given for given, _ in by.get(origin, [])] for origin in FIRST] for by in self.seen.values()]
        differ = any(_differs(plain, secure) for plain, secure in both)
        if not any(_differs(plain, secure, own_port=False) for plain, secure in both):
            self.visited.update(map(_page, REST))  # whether a port is shown says nothing
        asked = next((m[1] or m[2] for unit in self.units if (m := _ASKED.search(unit.code))), None)
        origins = [*(REST if differ else ()), *([AT_HOME] if self.at_home else ())] if self.elsewhere else []
        if asked is not None:
            origins = [o for o in origins if not o.local] + [replace(AT_HOME, port=asked.decode())]
        for origin in origins:
            if self.left > LEAST:
                self._run(origin)

    def _generously(self) -> None:
        """A last visit, where servers, storage and people grant all that is asked for. It adds calls, and what they are
        given; of what was not seen, and of what ran, it says nothing."""
        if self.left <= LEAST:
            return
        self.generous, ran = True, set(self.world.ran)
        for self.keeps in (False, True):
            self.elsewhere = False
            self._run(FIRST[1], Visit.GENEROUS)
            if self.elsewhere:
                self._run(FIRST[0], Visit.GENEROUS)
            if not self.kept:
                break
        self.swayed |= self.granted
        self.partial |= self.granted
        self.world.ran = ran

    # -- what is seen ---------------------------------------------------------------------------------------------

    def _saw(self, call: Node, args: Args, callee: Any = None) -> None:
        try:
            self._note(call, args, callee)
        except Exception as error:  # no script is to catch it
            self.failure = error
            raise Stop from error

    def _note(self, call: Node, args: Args, callee: Any) -> None:
        if self.generous and call in self.seen and not any(isinstance(a, str) and self._leads_away(a) for a in args):
            return
        if callee is not None and not _may_be(callee, self.watched.get(call, False)):
            self.mixed.add(call)  # another function that is called in the same place
            return
        self.elsewhere = self.elsewhere or any(map(self._leads_away, args))
        by = self.seen.setdefault(call, {}).setdefault(self.origin, [])
        if len(by) >= MAX_TIMES:
            self.partial.add(call)
            return
        way = set(self.world.frames())
        self.ways.setdefault(call, set()).update(way)
        if realm.swayed:
            self.swayed.add(call)
        given = tuple(value_of(arg, call, 0) for arg in args)
        if self.generous and all(shape(given) != shape(other) for other, _ in by):
            given = tuple(_unanswered(value, call) for value in given)
        known = next((ways for other, ways in by if shape(given) == shape(other)), None)
        if known is None:
            by.append((given, known := set()))
            self.saw_at = realm.left
            if self.generous:
                self.granted.add(call)
        known.add(frozenset(n for n in way - {call} if self._is_known(n)))

    def _leads_away(self, arg: Any) -> bool:
        """Whether an argument is no address of the page's own server: another one, or options."""
        if isinstance(arg, JSObject) and not isinstance(arg, Callable_):
            text = _href(arg)
            return text is None or self._leads_away(text)
        found = _AUTHORITY.match(arg) if isinstance(arg, str) else None
        return found is not None and found[1] != self.world.host

    def _opened(self, api: str, args: Args) -> None:
        self._found(api, args)

    def _entered(self, client: Node, args: Args) -> None:
        self._found(client, args)

    def _found(self, what: str | Node, args: Args) -> None:
        """A call that connects: of those that nobody knew, the innermost. None of a client's in one that is seen
        already; the page's own functions are called in some that were read in the wrong way."""
        call, *outer = [*takewhile(lambda node: node not in self.watched, self.world.frames()), None]
        if call is None or (not isinstance(what, str) and self._is_inside(call)):
            return
        if not isinstance(what, str) and not self.opened.keys().isdisjoint(outer):
            return
        if self.opened.setdefault(call, what) == what:
            self._saw(call, args)

    def _is_known(self, call: Node) -> bool:
        return call in self.watched or call in self.opened

    def _is_inside(self, call: Node) -> bool:
        """Whether a call stands in a client's own code."""
        return any(c.source is call.source and c.start < call.start < c.end for c in self.world.clients)

    # -- a run ----------------------------------------------------------------------------------------------------

    def _run(self, origin: Origin, meets: Visit = Visit.PLAIN) -> None:
        """Runs the scripts on a page of ``origin``, once for each of the pages."""
        self.origin = origin
        self.visited.update([] if origin.local else [_page(origin)])
        ran: set[Unit] = set()
        for page in self.pages[:MAX_PAGES]:
            self._visit(page, None, ran, meets)
        left = self._left(ran)
        if left:
            self._visit(None, left, ran, meets)

    def _visit(self, page: Source | None, units: list[Unit] | None, ran: set[Unit], meets: Visit) -> None:
        from bundlescan.interp.builtins import make_realm
        from bundlescan.interp.host import Address, Host, absorbing, kit

        if self.left <= LEAST:
            self.cut = True
            return
        window = make_realm()
        functions.install()
        begun = realm.left = self.saw_at = min(self.most, self.left)
        realm.depth = 0
        realm.rounds = ROUNDS
        realm.swayed = realm.cut = False
        protocol, hostname, port = self.origin.parts
        world = self.world
        world.page = f"{protocol}//{hostname}{':' + port if port else ''}/"

        def load(url: str) -> Callable[[], object] | None:
            unit = world.unit_at(url)
            if unit is None:
                return None
            ran.add(unit)
            return world.script(unit).run

        html = page.data if page is not None else None
        host: Host | None = None
        try:
            host = Host(window, Address(protocol, hostname, port, "/"), html, load, self._opened, meets)
            realm.window = window
            kit.page.asking = lambda: next(world.frames(), None)
            world.absorbing = absorbing
            kit.page.keeps = self.keeps
            if meets not in (Visit.REFUSED, Visit.ALONE):  # there the scripts do without
                kit.lend(self.lent)
            world.begin()
            for unit in units if units is not None else self._of_page(page, host):  # type: ignore[arg-type]
                ran.add(unit)
                self._script(unit)
            host.parsed()
            host.run()
            host.loaded()
            host.run()
            host.used()
            host.run()
        except Stop:
            realm.cut = True
        self.relied = self.relied or (host is not None and host.relied)
        self.kept = self.kept or (host is not None and kit.page.kept)
        if realm.cut and meets is not Visit.GENEROUS:
            # nor will the next visit end: it is not made for longer than is worth while
            self.most = min(self.most, begun - self.saw_at + LEAST)
            self.cut = True
        self.left -= begun - max(realm.left, 0)
        ran.update(u for u, s in world.scripts.items() if s.evaluated is not None)

    def _script(self, unit: Unit) -> None:
        with suppress(JSThrow):  # as in a page: the next script runs
            self.world.script(unit).run()

    def _of_page(self, page: Source, host: Any) -> Iterator[Unit]:
        """The scripts that a page loads, in the order in which they run."""
        own = {unit.code.strip(): unit for unit in self.units if unit.source is page}
        late: list[tuple[Unit, Any]] = []
        for attributes, code, element in host.scripts():
            source = attributes.get("src")
            unit = own.get((code or "").encode().strip()) if source is None else self.world.unit_at(_absolute(source))
            if unit is None:
                continue
            if "nomodule" in attributes:
                continue
            kind = (attributes.get("type") or "").strip().lower()
            if kind == "module" or (source is not None and "defer" in attributes):
                late.append((unit, element))
            elif kind in ("", "text/javascript", "application/javascript"):
                host.current_script = element
                yield unit
        for unit, element in late:
            host.current_script = element
            yield unit

    def _left(self, ran: set[Unit]) -> list[Unit]:
        """The scripts that no page loads and no other script imports: of those that the analysis has read, or that lead
        to these, and short ones that others may need."""
        if self.pages and ran:
            return []
        parsed = [u for u in self.units if u.parsed]
        users = set(parsed)
        while parsed:
            parsed = [user for unit in parsed for user in self.project.mentions(unit) if user not in users]
            users.update(parsed)

        def is_worth(unit: Unit) -> bool:
            return unit.parsed or (not _waits(unit) and (unit in users or len(unit.code) <= SHORT))

        units = [u for u in self.units if u not in ran and u.language == "js" and is_worth(u)]
        imported = {
            other for unit in units for other in units if other is not unit and unit in self.project.mentions(other)
        }
        return [u for u in units if u not in imported] or units


def _waits(unit: Unit) -> bool:
    """Whether a script is a chunk that does nothing before a runtime asks for it."""
    return _CHUNK.search(unit.code, 0, 300) is not None


def _may_be(callee: Any, wanted: Callee) -> bool:
    """Whether a function that is called is the one that is ``wanted``."""
    if isinstance(wanted, bool):
        if not wanted or not isinstance(callee, (functions.JSFunction, Native)):
            return True
        return _extends_native(callee) if isinstance(callee, functions.JSFunction) else _name(callee) in _SOCKETS
    if not isinstance(callee, (functions.JSFunction, Native)):
        return True  # a bound one
    while isinstance(callee, functions.JSFunction) and callee.template.node is not wanted:
        callee = callee.proto  # a class that extends another
    return _name(callee) == wanted if isinstance(callee, Native) else isinstance(callee, functions.JSFunction)


_SOCKETS = ("WebSocket", "EventSource")


def _name(function: Native) -> Any:
    name = function.props.get("name")
    return name.value if isinstance(name, Prop) else None


def _extends_native(cls: JSObject | None) -> bool:
    """Whether a class of a script is one of the page's below."""
    while cls is not None and not isinstance(cls, Native):
        cls = cls.proto
    return isinstance(cls, Native) and cls.is_constructor


def _absolute(source: str) -> str:
    return source if "://" in source else "http://page/" + source.lstrip("./")


# -- values -------------------------------------------------------------------------------------------------------


def value_of(raw: Any, node: Node, depth: int) -> Value:
    """What a value of a run is for the analysis; what nothing spells has the ``node`` of the call."""
    if isinstance(raw, str):
        return _text(raw, node)
    if isinstance(raw, bool) or raw is None or raw is UNDEF:
        return const(raw, node)
    if isinstance(raw, float):
        origin = raw.origin if isinstance(raw, Num) else None
        if isinstance(origin, PagePart):
            return Page(origin.name, True, node=node)
        return Const(float(raw), node=origin.node if isinstance(origin, Literal) else node)
    if isinstance(raw, BigInt):
        return Const(int(raw), node=node)
    if isinstance(raw, JSArray):
        return Array(
            tuple(value_of(item, node, depth + 1) for item in raw.items[:20] if item is not MISSING), node=node
        )
    if isinstance(raw, functions.JSFunction):
        return Function(raw.template.node, node=node)
    if isinstance(raw, JSObject) and not isinstance(raw, Callable_) and depth < MAX_NESTED:
        href = _href(raw)
        if href is not None:
            return _text(href, node)
        return Record(dict(_props(raw, node, depth)), node=node)
    return Hole(("seen", id(raw)), "made at run time", node=node)


def _unanswered(value: Value, call: Node) -> Value:
    """``value`` without what no literal spells: on a generous visit it may be an answer, or made of one."""
    match value:
        case Const(node=Node(type="Literal" | "TemplateElement")):
            return value
        case Const(value=str() | float() | int() as made) if re.search(r"\d", str(made)):
            return Hole(("answer", call), "given at run time", node=call)
        case Concat():
            return Concat(tuple(_unanswered(part, call) for part in value.parts), node=call)
        case Array():
            return Array(tuple(_unanswered(item, call) for item in value.items), node=call)
        case Record():
            held = {n: _unanswered(v, call) if isinstance(v, Value) else v for n, v in value.props.items()}
            return Record(held, node=call)
    return value


def _href(raw: JSObject) -> str | None:
    """The text of an object that stands for a URL: of the page's own, or one that scripts have given a text."""
    try:
        if raw.class_name in ("URL", "Location"):
            found = get(raw, "href")
        elif any(isinstance(get(raw, key), functions.JSFunction) for key in (TO_PRIMITIVE, "toString")):
            found = to_string(raw)
        else:
            return None
    except (JSThrow, Stop):
        return None
    return found if isinstance(found, str) else None


def _props(raw: JSObject, node: Node, depth: int) -> Iterator[tuple[str, Value]]:
    at: JSObject | None = raw
    names: set[str] = set()
    while at is not None and at is not realm.object_proto:
        for key in at.own_keys()[:60]:
            if not isinstance(key, str) or isinstance(key, Symbol) or key in names:
                continue
            names.add(str(key))
            found = at.get_own(key)
            if type(found) is Prop:
                if found.is_accessor:
                    try:
                        found = get(raw, key)
                    except (JSThrow, Stop):
                        continue
                else:
                    found = found.value
            if found is not MISSING and key != "constructor":
                yield str(key), value_of(found, node, depth + 1)
        at = at.proto


def _text(raw: str, node: Node) -> Value:
    parts = list(_parts(raw, node))
    if not parts:
        return const("", node)
    return parts[0] if len(parts) == 1 else Concat(tuple(parts), node=node)


def _parts(raw: str, node: Node) -> Iterator[Value]:
    at = 0
    pieces = list(pieces_of(raw)) if isinstance(raw, Text) else [(len(raw), None, 0)]
    index = 0
    while index < len(pieces):
        size, origin, offset = pieces[index]
        chunk = str.__getitem__(raw, slice(at, at + size))
        if isinstance(origin, PagePart):
            name, used = _page_part(pieces, index)
            if name is not None:
                yield Page(name, node=node)
                at += sum(p[0] for p in pieces[index : index + used])
                index += used
                continue
            yield Const(chunk, node=node)
        elif isinstance(origin, Literal):
            yield _spelled(chunk, origin.node, offset)
        elif chunk:
            yield Const(chunk, node=node)
        at += size
        index += 1


def _page_part(pieces: Sequence[Piece], index: int) -> tuple[str | None, int]:
    """The part of the page's URL that begins at a piece, and of how many pieces it is."""

    def whole(at: int, name: str) -> bool:
        if at >= len(pieces):
            return False
        size, origin, offset = pieces[at]
        return isinstance(origin, PagePart) and origin.name == name and offset == 0 and size == origin.size

    if whole(index, "hostname"):
        if whole(index + 1, "separator") and whole(index + 2, "port"):
            return "host", 3
        return "hostname", 1
    if whole(index, "protocol"):
        return ("protocol", 2) if whole(index + 1, "separator") else (None, 1)
    for name in ("port", "pathname", "search", "hash"):
        if whole(index, name):
            return name, 1
    return None, 1


def _spelled(chunk: str, node: Node, offset: int) -> Value:
    """A piece that a literal spells."""
    cooked = node.get("cooked") if node.type == "TemplateElement" else node.get("value")
    if isinstance(cooked, float):
        return Const(chunk, node=node) if chunk == number_text(cooked) else Const(chunk, node=node.parent or node)
    return Const(chunk, node=node, index=offset if isinstance(cooked, str) else None)


# -- the same call on several pages -------------------------------------------------------------------------------


def shape(value: Any) -> Hashable:
    """What a value is, by what it is made of: equal for equal ones."""
    match value:
        case tuple():
            return tuple(map(shape, value))
        case Const():
            return "const", type(value.value).__name__, value.value, id(value.node), value.index
        case Page():
            return "page", value.name, value.number
        case Concat():
            return "concat", tuple(map(shape, value.parts))
        case Choice():
            return "choice", value.cond.key, tuple(map(shape, value.options))
        case Array():
            return "array", tuple(map(shape, value.items))
        case Record():
            return "record", tuple((name, shape(held)) for name, held in value.props.items())
        case Function():
            return "function", id(value.fn)
    return type(value).__name__


def _differs(plain: Sequence[Given], secure: Sequence[Given], *, own_port: bool = True) -> bool:
    """Whether a call is given other things on the two first pages, but for the scheme, and the ``own_port``."""
    one, other = ([_unschemed(given) for given in side] for side in (plain, secure))
    return one != other if own_port else list(map(_unported, one)) != list(map(_unported, other))


_BESIDE_HOST = (("scheme",), ("page", "port", False), ("page", "port", True))


def _unported(made: Hashable) -> Hashable:
    """What ``_unschemed`` made, without the page's port."""
    match made:
        case ("page", "host", number):
            return "page", "hostname", number
        case tuple():
            return tuple(_unported(one) for one in made if one not in _BESIDE_HOST)
    return made


def _unschemed(value: Any) -> Hashable:
    match value:
        case tuple():
            return tuple(map(_unschemed, value))
        case Concat():
            parts = list(value.parts)
            while parts and isinstance(parts[0], (Const, Page)) and _is_scheme(parts[0]):
                parts.pop(0)
            return "concat", tuple(map(_unschemed, parts))
        case Record():
            return "record", tuple((n, _unschemed(v)) for n, v in value.props.items() if isinstance(v, Value))
        case Array():
            return "array", tuple(map(_unschemed, value.items))
        case Const():
            return ("scheme",) if _is_scheme(value) else (type(value.value).__name__, value.value)
    return shape(value)


_SCHEMES = frozenset({"ws", "wss", "http", "https", "s", "p", "ht", "w", "tp", ""})


def _is_scheme(part: Value) -> bool:
    if isinstance(part, Page):
        return part.name == "protocol"
    text = part.value if isinstance(part, Const) else None
    return isinstance(text, bool) or (isinstance(text, str) and text.lower().rstrip(":/") in _SCHEMES)


def _merged(call: Node, by: dict[Origin, list[Given]]) -> list[Given]:
    """What a call is given, one after the other, whatever the page."""
    out: list[Given] = []
    for index in range(max(map(len, by.values()))):
        at = {origin: given[index] for origin, given in by.items() if index < len(given)}
        count = max(map(len, at.values()))
        out.append(tuple(_by_page(call, {o: _argument(g, i, call) for o, g in at.items()}) for i in range(count)))
    return out


def _together(times: Iterable[Sequence[Ways]]) -> list[Ways]:
    """The ways of each time, whatever the page."""
    return [set().union(*(ways or () for ways in at)) for at in zip_longest(*times)]


def _argument(given: Given, index: int, call: Node) -> Value:
    return given[index] if index < len(given) else const(UNDEF, call)


def _by_page(call: Node, at: dict[Origin, Value]) -> Value:
    home = next((at.pop(origin) for origin in list(at) if origin.local), None)
    if not at:
        return _chosen_at_home(call, home, Dead(node=call)) if home is not None else const(UNDEF, call)
    secure = _by_port(call, {o: v for o, v in at.items() if o.secure})
    plain = _by_port(call, {o: v for o, v in at.items() if not o.secure})
    if secure is None or plain is None:
        made = secure or _on_plain_pages(call, plain)
    else:
        made = secure if shape(secure) == shape(plain) else _chosen(HTTPS, secure, plain, call)
    if home is not None and all(_unschemed(home) != _unschemed(value) for value in at.values()):
        return _chosen_at_home(call, home, made)
    return made


def _on_plain_pages(call: Node, seen: Value | None) -> Value:
    """What was seen on plain pages alone: of secure ones it says nothing."""
    return Choice(HTTPS, (Dead(node=call), seen if seen is not None else Dead(node=call)), node=call)


def _chosen_at_home(call: Node, home: Value, other: Value) -> Value:
    return Choice(LOCAL, (_on_plain_pages(call, home), other), node=call)


def _by_port(call: Node, at: dict[Origin, Value]) -> Value | None:
    shown = next((v for o, v in at.items() if o.port), None)
    hidden = next((v for o, v in at.items() if not o.port), None)
    if shown is None or hidden is None:
        return shown or hidden
    return shown if shape(shown) == shape(hidden) else _chosen(PORT, shown, hidden, call)


def _chosen(cond: Cond, first: Value, second: Value, call: Node) -> Value:
    """A choice; between objects, one for each of their properties. A number that the scripts compute from the page's
    URL is known only there."""
    if isinstance(first, Record) and isinstance(second, Record):
        props: dict[str, Value | Callable[[], Value]] = {}
        for name in {**first.props, **second.props}:
            one, other = first.props.get(name), second.props.get(name)
            a = one if isinstance(one, Value) else const(UNDEF, call)
            b = other if isinstance(other, Value) else const(UNDEF, call)
            props[name] = a if shape(a) == shape(b) else _chosen(cond, a, b, call)
        return Record(props, node=call)
    sides = [value.parts if isinstance(value, Concat) else (value,) for value in (first, second)]
    if len(sides[0]) == len(sides[1]):
        parts = [_either(a, b, call) for a, b in zip(*sides, strict=True)]
        if None not in parts:
            made = tuple(part for some in parts for part in some or ())
            return made[0] if len(made) == 1 else Concat(made, node=call)
    return same_or_choice(cond, (first, second), call)


def _either(first: Value, second: Value, call: Node) -> tuple[Value, ...] | None:
    """What stands for two parts of a text that are equal, or begin with numbers that no literal spells."""
    if shape(first) == shape(second):
        return (first,)
    texts = [str(one.value) for one in (first, second) if isinstance(one, Const) and one.node is call]
    found = [re.fullmatch(r"(\d+)(?:\.0)?(\D.*)?", text, re.DOTALL) for text in texts]
    if len(found) < 2 or found[0] is None or found[1] is None or found[0][2] != found[1][2]:
        return None
    rest = found[0][2]
    return (_computed(call), Const(rest, node=call)) if rest else (_computed(call),)


def _computed(call: Node) -> Hole:
    return Hole(("computed", call), "computed from the page's URL", node=call)
