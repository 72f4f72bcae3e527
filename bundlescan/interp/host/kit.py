"""What the modules of the page share: its state, and the ways in which its classes are made."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from bundlescan.interp.builtins import promises
from bundlescan.interp.functions import JSFunction, caught
from bundlescan.interp.model import (
    ITERATOR,
    MISSING,
    TO_PRIMITIVE,
    TO_STRING_TAG,
    UNDEF,
    Args,
    Callable_,
    JSError,
    JSObject,
    JSThrow,
    Native,
    NativeCode,
    Prop,
    Stop,
    Symbol,
    Visit,
    call,
    call_method,
    constructor,
    describe,
    get,
    getter,
    method,
    new_array,
    realm,
    throw,
    to_string,
    truthy,
)
from bundlescan.interp.text import ANYTHING
from bundlescan.syntax.nodes import Node

#: how many steps one task may take: what a handler computes must not keep the others from running
MAX_TASK = 50_000
#: the realm, whose clock ``now`` belongs to the language's Date
clock: Any = realm
Run = Callable[[], object]


@dataclass
class Address:
    protocol: str  # with its colon
    hostname: str
    port: str
    path: str = "/"


@dataclass(frozen=True, eq=False)
class Scope:
    """What scripts run in: a global object, and their let, const and class."""

    window: JSObject
    lexical: dict[str, Any]


class Page:
    """The state of the page; ``page`` below is the only one, as ``realm`` is."""

    window: JSObject
    address: Address
    load: Callable[[str], Run | None]
    opened: Callable[[str, Args], None]

    def begin(self, window: JSObject, address: Address, load: Callable[[str], Run | None],
              opened: Callable[[str, Args], None], visit: Visit) -> None:  # fmt: skip
        self.window = window
        self.scope = self.own = Scope(window, realm.lexical)
        self.blobs: dict[str, Any] = {}  # what URLs were made for
        self.visit = visit
        self.address = address
        self.load = load
        self.opened = opened
        if not hasattr(realm, "now"):
            clock.now = 1_700_000_000_000.0
        self.start: float = float(clock.now)
        self.protos: dict[str, JSObject] = {}
        self.listeners: dict[str, list[Any]] = {}  # the window's
        self.handlers: dict[str, Any] = {}  # its on… properties
        self.heap: list[tuple[float, int, int, Run]] = []
        self.timers: set[int] = set()  # the tasks that scripts may cancel
        self.cancelled: set[int] = set()
        self.sequence = 0
        self.relied = False  # on an answer of the page's own server
        self.errors: list[Any] = []  # values that scripts have thrown and nothing has caught
        self.reporting = False
        self.navigations: list[str] = []
        self.document: Any = None
        self.location: Any = None
        self.current_script: Any = None
        self.current_event: Any = UNDEF
        self.parsing = False
        self.keeps = self.kept = False
        self.asking: Callable[[], Node | None] = lambda: None  # the call that a script is at
        self.waiting: dict[tuple[Any, str], Scope] = {}  # what waits for a person to do something

    @property
    def now(self) -> float:
        """Milliseconds since the page began."""
        return float(clock.now) - self.start

    def granted(self, value: Any) -> Any:
        """``value``, which is kept somewhere or asked for; what is not there, too, where everything is granted. Where
        ``keeps`` is set, scripts keep what they have in its place; ``kept`` tells whether they have any."""
        if self.visit is not Visit.GENEROUS or not any(value is nothing for nothing in (None, UNDEF, MISSING)):
            return value
        asking = self.asking()
        has_other = asking is not None and _has_other(asking)
        self.kept = self.kept or has_other
        return value if has_other and self.keeps else ANYTHING

    def task(self, delay: float, run: Run, scope: Scope | None = None) -> int:
        """Has ``run`` called ``delay`` milliseconds from now, in a ``scope``; gives the task's number."""
        realm.steps(1)
        self.sequence += 1
        run = self.within(scope or self.scope, run)
        heapq.heappush(self.heap, (self.now + max(delay, 0.0), self.sequence, self.sequence, run))
        return self.sequence

    def within(self, scope: Scope, run: Run) -> Run:
        """``run`` and the microtasks that come of it, in a scope."""
        if scope is self.own:
            return run

        def entered() -> None:
            outer = self.scope
            self._enter(scope)
            try:
                self.guarded(run)
                self.checkpoint()
            finally:
                self._enter(outer)

        return entered

    def _enter(self, scope: Scope) -> None:
        self.scope = scope
        realm.window, realm.lexical = scope.window, scope.lexical

    def timer(self, delay: float, run: Run) -> float:
        """A task of a script's: its number for clearTimeout."""
        number = self.task(delay, run)
        self.timers.add(number)
        return float(number)

    def again(self, number: int, delay: float, run: Run) -> None:
        """Another turn of the task ``number``."""
        self.sequence += 1
        run = self.within(self.scope, run)
        heapq.heappush(self.heap, (self.now + max(delay, 0.0), self.sequence, number, run))

    def run(self, tasks: int, until: float) -> None:
        self.checkpoint()
        for _ in range(tasks):
            while self.heap and self.heap[0][2] in self.cancelled:
                heapq.heappop(self.heap)
            if not self.heap or self.heap[0][0] > until:
                return
            time, _, _, run = heapq.heappop(self.heap)
            clock.now = max(float(clock.now), self.start + time)
            self.at_once(run)

    def at_once(self, run: Run) -> None:
        """Runs it and the microtasks that come of it, in its share of the steps that are left."""
        kept = max(realm.left - MAX_TASK, 0)
        realm.left -= kept
        depth = realm.depth
        try:
            self.guarded(run)
            self.checkpoint()
        except Stop:
            if not kept:
                raise
            realm.depth = depth
            realm.cut = True
        finally:
            realm.left = max(realm.left, 0) + kept

    def checkpoint(self) -> None:
        """Runs the microtasks."""
        for _ in range(1000):
            try:
                promises.run_microtasks()
            except Exception as error:  # of a microtask that is no promise's: the others are still to run
                self.report(caught(error))
            else:
                if not promises.unheard:
                    return
                self._tell_rejected()

    def _tell_rejected(self) -> None:
        """Tells the window of promises that are rejected and that nobody has asked."""
        from bundlescan.interp.host import events

        promises_left, promises.unheard[:] = promises.unheard[:], []
        for promise in promises_left:
            if not promise.handled:
                fields = {"promise": promise, "reason": promise.value}
                event = events.make("PromiseRejectionEvent", "unhandledrejection", fields, cancelable=True)
                if self.guarded(lambda event=event: events.fire(self.window, event)) is not False:  # type: ignore[misc]
                    self.errors.append(promise.value)

    def micro(self, run: Run) -> None:
        realm.microtasks.append(lambda: self.guarded(run))

    def guarded(self, run: Run) -> Any:
        """Runs it; what it throws is reported."""
        try:
            return run()
        except Exception as error:
            self.report(caught(error))
        return UNDEF

    def report(self, value: Any) -> None:
        """An exception that nothing caught."""
        self.errors.append(value)
        if self.reporting:
            return
        self.reporting = True
        try:
            from bundlescan.interp.host import events

            events.fire(self.window, events.make("ErrorEvent", "error", {
                "message": "Uncaught " + describe(value), "error": value, "filename": "", "lineno": 1.0, "colno": 1.0,
            }, cancelable=True))  # fmt: skip
        except Exception as error:
            self.errors.append(caught(error))
        finally:
            self.reporting = False


page = Page()


# -- classes ------------------------------------------------------------------------------------------------------


def checked(kind: type[Any] | tuple[type[Any], ...], code: NativeCode) -> NativeCode:
    """A method of the class ``kind``, which nothing else has."""

    def run(this: Any, args: Args) -> Any:
        if not isinstance(this, kind):
            throw("TypeError", "Illegal invocation")
        return code(this, args)

    return run


def methods(proto: JSObject, kind: type[Any] | tuple[type[Any], ...], table: dict[str, NativeCode]) -> None:
    for name, code in table.items():
        made = method(proto, name, checked(kind, code))
        proto.props[name] = Prop(made, enumerable=True)


#: what reads a property, or that and what writes it
Access = Callable[[Any], Any] | tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]


def getters(proto: JSObject, kind: type[Any] | tuple[type[Any], ...], table: dict[str, Access]) -> None:
    for name, entry in table.items():
        read, write = entry if isinstance(entry, tuple) else (entry, None)
        getter(proto, name, _reader(kind, read), _writer(kind, write) if write is not None else None, enumerable=True)


def _reader(kind: Any, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def run(this: Any) -> Any:
        if not isinstance(this, kind):
            throw("TypeError", "Illegal invocation")
        return read(this)

    return run


def _writer(kind: Any, write: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def run(this: Any, value: Any) -> Any:
        if not isinstance(this, kind):
            throw("TypeError", "Illegal invocation")
        return write(this, value)

    return run


def illegal(args: Args, new_target: JSObject) -> Any:
    throw("TypeError", "Illegal constructor")


def interface(name: str, parent: str | None = None, make: Callable[[Args, JSObject], Any] = illegal,
              code: NativeCode | None = None) -> JSObject:  # fmt: skip
    """A class of the page: its prototype, which inherits from ``parent``'s. ``window[name]`` is its constructor."""
    proto = JSObject(page.protos[parent] if parent is not None else realm.object_proto)
    made = constructor(name, proto, make, code)
    if parent is not None:
        above = page.protos[parent].props["constructor"]
        made.proto = above.value if isinstance(above, Prop) else above
    proto.props[TO_STRING_TAG] = Prop(name, writable=False)
    page.protos[name] = proto
    page.window.props[name] = Prop(made)
    return proto


def class_of(name: str) -> JSObject:
    """The constructor of a class of the page."""
    found = page.protos[name].props["constructor"]
    made: JSObject = found.value if isinstance(found, Prop) else found
    return made


def constants(name: str, values: dict[str, float]) -> None:
    """Constants of a class, on it and on its prototype."""
    for owner in (page.protos[name], class_of(name)):
        for key, value in values.items():
            owner.props[key] = Prop(value, writable=False, enumerable=True, configurable=False)


def iterator_of(items: list[Any]) -> Any:
    return call_method(new_array(items), "values", [])


def entries(items: Iterable[tuple[Any, Any]]) -> list[Any]:
    return [new_array([key, value]) for key, value in items]


def native(code: NativeCode, name: str = "", length: int = 0) -> Native:
    return Native(name, code, length)


# -- errors -------------------------------------------------------------------------------------------------------

CODES = {
    "IndexSizeError": 1, "HierarchyRequestError": 3, "WrongDocumentError": 4, "InvalidCharacterError": 5,
    "NotFoundError": 8, "NotSupportedError": 9, "InUseAttributeError": 10, "InvalidStateError": 11, "SyntaxError": 12,
    "InvalidModificationError": 13, "NamespaceError": 14, "InvalidAccessError": 15, "SecurityError": 18,
    "NetworkError": 19, "AbortError": 20, "URLMismatchError": 21, "QuotaExceededError": 22, "TimeoutError": 23,
    "InvalidNodeTypeError": 24, "DataCloneError": 25,
}  # fmt: skip


def dom_exception(name: str, message: str, proto: JSObject | None = None) -> JSObject:
    made = JSError(proto or page.protos["DOMException"])
    made.props["name"] = Prop(name)
    made.props["message"] = Prop(message)
    made.props["code"] = Prop(float(CODES.get(name, 0)))
    made.props["stack"] = Prop(f"{name}: {message}")
    return made


def throw_dom(name: str, message: str) -> NoReturn:
    raise JSThrow(dom_exception(name, message))


def new_error(kind: str, message: str) -> Any:
    """An error of the language, not thrown."""
    try:
        throw(kind, message)
    except JSThrow as error:
        return error.value


# -- small things -------------------------------------------------------------------------------------------------


def options_of(value: Any) -> dict[str, Any]:
    """An options argument as a dictionary of what it has."""
    return _Options(value) if isinstance(value, JSObject) else {}


class _Options(dict[str, Any]):
    """Reads an option when it is asked for."""

    def __init__(self, value: JSObject) -> None:
        super().__init__()
        self.source = value

    def get(self, key: str, default: Any = None) -> Any:
        found = self.source.get(key, self.source)
        return default if found is UNDEF else found

    def __contains__(self, key: object) -> bool:
        return self.source.get(key, self.source) is not UNDEF


def flag(options: dict[str, Any], name: str, default: bool = False) -> bool:
    return truthy(options.get(name, default))


def optional_text(value: Any, default: str = "") -> str:
    return default if value is UNDEF else to_string(value)


def later(value: Any = UNDEF) -> Any:
    """A promise of ``value``, kept."""
    return promises.promise_of(value)


def never() -> Any:
    """A promise that is never kept."""
    return promises.new_promise()


def nothing(this: Any, args: Args) -> Any:
    return UNDEF


def effect(run: Callable[..., object], *args: Any) -> Any:
    """undefined, after a call."""
    run(*args)
    return UNDEF


class Absorbing(Callable_):
    """Stands for what is not modelled: every property and every call gives itself, as text it is empty."""

    __slots__ = ()
    is_constructor = True

    def get(self, key: Any, this: Any) -> Any:
        found = self.props.get(key, UNDEF)
        if found is not UNDEF:
            return found.value if isinstance(found, Prop) else found
        if key is TO_PRIMITIVE:
            return native(lambda this, args: "")
        if key is ITERATOR:
            return native(lambda this, args: iterator_of([]))
        if isinstance(key, Symbol) or key == "then":  # it is no promise
            return UNDEF
        return 0.0 if key == "length" else self

    def has(self, key: Any) -> bool:
        return True

    def put(self, key: Any, value: Any, this: Any) -> bool:
        self.props[key] = value
        return True

    def invoke(self, this: Any, args: Args) -> Any:
        realm.steps(1)
        return self

    def construct(self, args: Args, new_target: JSObject) -> Any:
        return self


class Answer(Absorbing):
    """What a server or a person may have said: as Absorbing; as text it is ``ANYTHING``, a list of one, and whatever
    function it is given it calls with itself."""

    __slots__ = ()

    def get(self, key: Any, this: Any) -> Any:
        if key is TO_PRIMITIVE:
            return native(lambda this, args: ANYTHING)
        if key is ITERATOR:
            return native(lambda this, args: iterator_of([self]))
        return 1.0 if key == "length" else super().get(key, this)

    def invoke(self, this: Any, args: Args) -> Any:
        realm.steps(10)
        for given in args:
            if isinstance(given, JSFunction):
                call(given, UNDEF, [self, self])
        return self


class Lent(Absorbing):
    """A client that a script from elsewhere gives the page, or a part of one: what it is called with connects."""

    __slots__ = ("names", "path")

    def __init__(self, path: str, names: frozenset[str]) -> None:
        super().__init__(realm.function_proto)
        self.path = path
        self.names = names

    def get(self, key: Any, this: Any) -> Any:
        path = f"{self.path}.{key}" if isinstance(key, str) else ""
        if path and any(f"{name}.".startswith(f"{path}.") for name in self.names):
            return Lent(path, self.names)
        if key in self.props:
            return super().get(key, this)
        if key in ("apply", "bind", "call"):
            return realm.function_proto.get(key, this)
        return get(answer() if page.visit is Visit.GENEROUS else absorbing(), key)

    def invoke(self, this: Any, args: Args) -> Any:
        if self.path in self.names:
            page.opened(self.path, args)
        made = answer() if page.visit is Visit.GENEROUS else absorbing()
        return call(made, this, args)

    def construct(self, args: Args, new_target: JSObject) -> Any:
        return self.invoke(UNDEF, args)


def lend(names: frozenset[str]) -> None:
    """Gives the window what has the ``names``, with dots in them, as far as it has none of it."""
    for name in sorted({name.partition(".")[0] for name in names}):
        if not page.window.has(name):
            page.window.props[name] = Prop(Lent(name, names))


def _has_other(asking: Node) -> bool:
    """Whether a script has a value of its own where it is given none by the call ``asking``: ``ask() || "10.0.0.1"``,
    not an empty one."""
    parent = asking.parent
    if parent is None or parent.type != "LogicalExpression" or parent.operator == "&&" or parent.left is not asking:
        return False
    other = parent.right
    if other.type in ("ArrayExpression", "ObjectExpression"):
        return bool(other.get("elements") or other.get("properties"))
    empty = other.type == "UnaryExpression" or other.get("name") == "undefined"
    return not empty and (other.type != "Literal" or other.value not in ("", "{}", "[]", "null", None, False, 0.0))


def absorbing() -> JSObject:
    return Absorbing(realm.function_proto)


def answer() -> JSObject:
    return Answer(realm.function_proto)


def plain(value: Any, name: str) -> Any:
    """A property of what may be no object."""
    return get(value, name) if isinstance(value, JSObject) else UNDEF


def handler_names() -> str:
    """The events that elements, documents and windows have on… properties for."""
    return (
        "abort animationcancel animationend animationiteration animationstart auxclick beforeinput "
        "beforetoggle blur cancel canplay canplaythrough change click close contextmenu copy cuechange cut "
        "dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange emptied ended error "
        "focus formdata gotpointercapture input invalid keydown keypress keyup load loadeddata loadedmetadata "
        "loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup "
        "paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout "
        "pointerover pointerup progress ratechange reset resize scroll scrollend seeked seeking select "
        "selectionchange selectstart stalled submit suspend timeupdate toggle transitioncancel transitionend "
        "transitionrun transitionstart volumechange waiting wheel"
    )


def function_on(owner: JSObject, name: str, code: NativeCode, length: int = 0) -> None:
    """A function that is listed, as those of the window are."""
    owner.props[name] = Prop(native(code, name, length), enumerable=True)
