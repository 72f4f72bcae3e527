"""Events and what they are sent to: EventTarget, AbortController, message ports, structuredClone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bundlescan.interp.host.kit import (
    Absorbing,
    answer,
    class_of,
    constants,
    dom_exception,
    flag,
    getters,
    interface,
    methods,
    native,
    options_of,
    page,
    plain,
    throw_dom,
)
from bundlescan.interp.model import (
    MISSING,
    UNDEF,
    Args,
    JSArray,
    JSObject,
    JSThrow,
    Prop,
    Visit,
    arg,
    call,
    enumerable_own,
    get,
    is_callable,
    iterate,
    method,
    new_array,
    new_object,
    proto_for,
    realm,
    throw,
    to_number,
    to_string,
    truthy,
)
from bundlescan.interp.text import ANYTHING


@dataclass(eq=False, slots=True)
class Listener:
    callback: Any
    capture: bool
    once: bool = False
    removed: bool = False


class Target(JSObject):
    """An EventTarget. The window is one too, its listeners are the page's."""

    __slots__ = ("handlers", "listeners")
    class_name = "EventTarget"

    def __init__(self, proto: JSObject | None = None) -> None:
        super().__init__(proto)
        self.listeners: dict[str, list[Listener]] = {}
        self.handlers: dict[str, Any] = {}  # on… properties

    def parent_target(self, event: EventObject) -> Any:
        """Where an event goes on to."""
        return None


class EventObject(JSObject):
    __slots__ = ("bubbles", "cancelable", "composed", "current", "fields", "halted", "passed", "path", "phase",
                 "prevented", "stamp", "target", "trusted", "type")  # fmt: skip
    class_name = "Event"

    def __init__(self, proto: JSObject, kind: str, fields: dict[str, Any], bubbles: bool = False,
                 cancelable: bool = False, trusted: bool = True) -> None:  # fmt: skip
        super().__init__(proto)
        self.type = kind
        self.fields = fields
        self.bubbles = bubbles
        self.cancelable = cancelable
        self.composed = False
        self.trusted = trusted
        self.target: Any = None
        self.current: Any = None
        self.phase = 0
        self.passed = False  # propagation is stopped
        self.halted = False  # at once
        self.prevented = False
        self.path: list[Any] = []
        self.stamp = page.now


#: the events' classes: parent, fields with their defaults
CLASSES: dict[str, tuple[str, dict[str, Any]]] = {
    "CustomEvent": ("Event", {"detail": None}),
    "MessageEvent": ("Event", {"data": None, "origin": "", "lastEventId": "", "source": None, "ports": UNDEF}),
    "ErrorEvent": ("Event", {"message": "", "filename": "", "lineno": 0.0, "colno": 0.0, "error": UNDEF}),
    "CloseEvent": ("Event", {"wasClean": False, "code": 0.0, "reason": ""}),
    "ProgressEvent": ("Event", {"lengthComputable": False, "loaded": 0.0, "total": 0.0}),
    "PopStateEvent": ("Event", {"state": None, "hasUAVisualTransition": False}),
    "HashChangeEvent": ("Event", {"oldURL": "", "newURL": ""}),
    "PageTransitionEvent": ("Event", {"persisted": False}),
    "PromiseRejectionEvent": ("Event", {"promise": UNDEF, "reason": UNDEF}),
    "StorageEvent": ("Event", {"key": None, "oldValue": None, "newValue": None, "url": "", "storageArea": None}),
    "BeforeUnloadEvent": ("Event", {"returnValue": ""}),
    "AnimationEvent": ("Event", {"animationName": "", "elapsedTime": 0.0, "pseudoElement": ""}),
    "TransitionEvent": ("Event", {"propertyName": "", "elapsedTime": 0.0, "pseudoElement": ""}),
    "MediaQueryListEvent": ("Event", {"media": "", "matches": False}),
    "SubmitEvent": ("Event", {"submitter": None}),
    "ClipboardEvent": ("Event", {"clipboardData": None}),
    "SecurityPolicyViolationEvent": ("Event", {"blockedURI": "", "violatedDirective": ""}),
    "UIEvent": ("Event", {"view": None, "detail": 0.0, "which": 0.0}),
    "FocusEvent": ("UIEvent", {"relatedTarget": None}),
    "InputEvent": ("UIEvent", {"data": None, "inputType": "", "isComposing": False, "dataTransfer": None}),
    "CompositionEvent": ("UIEvent", {"data": ""}),
    "KeyboardEvent": ("UIEvent", {
        "key": "", "code": "", "location": 0.0, "repeat": False, "isComposing": False, "charCode": 0.0, "keyCode": 0.0,
        "ctrlKey": False, "shiftKey": False, "altKey": False, "metaKey": False,
    }),
    "MouseEvent": ("UIEvent", {
        "screenX": 0.0, "screenY": 0.0, "clientX": 0.0, "clientY": 0.0, "pageX": 0.0, "pageY": 0.0, "offsetX": 0.0,
        "offsetY": 0.0, "x": 0.0, "y": 0.0, "movementX": 0.0, "movementY": 0.0, "button": 0.0, "buttons": 0.0,
        "relatedTarget": None, "ctrlKey": False, "shiftKey": False, "altKey": False, "metaKey": False,
    }),
    "WheelEvent": ("MouseEvent", {"deltaX": 0.0, "deltaY": 0.0, "deltaZ": 0.0, "deltaMode": 0.0}),
    "PointerEvent": ("MouseEvent", {
        "pointerId": 0.0, "width": 1.0, "height": 1.0, "pressure": 0.0, "pointerType": "", "isPrimary": False,
    }),
    "DragEvent": ("MouseEvent", {"dataTransfer": None}),
    "TouchEvent": ("UIEvent", {
        "touches": UNDEF, "targetTouches": UNDEF, "changedTouches": UNDEF, "ctrlKey": False, "shiftKey": False,
        "altKey": False, "metaKey": False,
    }),
}  # fmt: skip


# -- listeners ----------------------------------------------------------------------------------------------------


def _window_if_bare(this: Any) -> Any:
    """A bare call is one of the window's."""
    return page.scope.window if this is UNDEF or this is None else this


def listeners_of(target: Any) -> dict[str, list[Any]]:
    if isinstance(target, Target):
        return target.listeners
    if target is page.window:
        return page.listeners
    throw("TypeError", "Illegal invocation")
    return None


def handlers_of(target: Any) -> dict[str, Any]:
    return target.handlers if isinstance(target, Target) else page.handlers if target is page.window else {}


def _capture(value: Any) -> bool:
    return truthy(plain(value, "capture")) if isinstance(value, JSObject) else truthy(value)


def _add(this: Any, args: Args) -> Any:
    known = listeners_of(_window_if_bare(this))
    kind, callback = to_string(arg(args, 0)), arg(args, 1)
    if callback is None or not isinstance(callback, JSObject):
        return UNDEF
    options = options_of(arg(args, 2))
    capture = _capture(arg(args, 2))
    signal = options.get("signal")
    if isinstance(signal, Signal) and signal.aborted:
        return UNDEF
    listeners = known.setdefault(str(kind), [])
    realm.steps(len(listeners) // 16)
    if any(other.callback is callback and other.capture == capture for other in listeners):
        return UNDEF
    made = Listener(callback, capture, flag(options, "once"))
    known[str(kind)] = [*listeners, made]
    _waits(_window_if_bare(this), str(kind))
    if isinstance(signal, Signal):
        signal.steps.append(lambda: _drop(known, str(kind), made))
    return UNDEF


#: what a person does on a page, and the class of the event
BY_PERSON = {"click": "PointerEvent", "submit": "SubmitEvent", "change": "Event", "input": "InputEvent"}
#: what happens without anybody's doing, or is the end
_OF_ITSELF = frozenset(
    [
        *("DOMContentLoaded", "abort", "beforeunload", "close", "error", "load", "loadend", "loadstart", "open"),
        *("pagehide", "pageshow", "progress", "readystatechange", "rejectionhandled", "timeout", "unhandledrejection"),
        "unload",
    ]
)


def _waits(target: Any, kind: str) -> None:
    if kind in BY_PERSON:
        hears = isinstance(target, Target) or target is page.window
    else:
        hears = page.visit is Visit.GENEROUS and kind not in _OF_ITSELF
    if hears:
        page.waiting.setdefault((target, kind), page.scope)


def _drop(known: dict[str, list[Any]], kind: str, listener: Listener) -> None:
    listener.removed = True
    known[kind] = [other for other in known.get(kind, []) if other is not listener]


def _remove(this: Any, args: Args) -> Any:
    known = listeners_of(_window_if_bare(this))
    kind, callback, capture = str(to_string(arg(args, 0))), arg(args, 1), _capture(arg(args, 2))
    for listener in known.get(kind, []):
        if listener.callback is callback and listener.capture == capture:
            _drop(known, kind, listener)
    return UNDEF


def _dispatch(this: Any, args: Args) -> Any:
    target = _window_if_bare(this)
    listeners_of(target)
    event = arg(args, 0)
    if not isinstance(event, EventObject):
        throw("TypeError", "Failed to execute 'dispatchEvent': parameter 1 is not of type 'Event'")
    if event.phase:
        throw_dom("InvalidStateError", "The event is already being dispatched")
    event.trusted = False
    return fire(target, event)


def fire(target: Any, event: EventObject) -> bool:
    """Sends the event; False where it is cancelled."""
    realm.steps(1)
    event.target = target
    path = [target]
    at = target
    while isinstance(at, Target):
        at = at.parent_target(event)
        if at is None:
            break
        path.append(at)
    event.path = path
    realm.steps(len(path) // 4)
    for at in reversed(path[1:]):
        _call_at(at, event, 1, True)
    _call_at(target, event, 2, True)
    _call_at(target, event, 2, False)
    if event.bubbles:
        for at in path[1:]:
            _call_at(at, event, 3, False)
    event.phase = 0
    event.current = None
    event.passed = event.halted = False
    return not event.prevented


def _call_at(target: Any, event: EventObject, phase: int, capture: bool) -> None:
    if event.passed:
        return
    event.phase = phase
    event.current = target
    known = target.listeners if isinstance(target, Target) else page.listeners
    listeners = known.get(event.type, ())
    handler = handler_of(target, event.type) if not capture else None
    if handler is not None and not any(listener.callback is HANDLER for listener in listeners):
        _call_handler(handler, target, event)
    for listener in listeners:
        if event.halted:
            return
        if listener.callback is HANDLER:
            if handler is not None:
                _call_handler(handler, target, event)
            continue
        if listener.capture != capture or listener.removed:
            continue
        if listener.once:
            _drop(known, event.type, listener)
        _guard(_run_listener, listener.callback, target, event)


def _run_listener(callback: Any, target: Any, event: EventObject) -> Any:
    if is_callable(callback):
        return call(callback, target, [event])
    return call(get(callback, "handleEvent"), callback, [event])


def _guard(run: Callable[..., Any], callback: Any, target: Any, event: EventObject) -> Any:
    before = page.current_event
    page.current_event = event
    try:
        return run(callback, target, event)
    except JSThrow as error:
        page.report(error.value)
        return UNDEF
    finally:
        page.current_event = before


def handler_of(target: Any, kind: str) -> Any:
    """The on… property that is a function: one set through the page's accessor, or any plain one."""
    name = "on" + kind
    found = handlers_of(target).get(name)
    if found is not None:
        return found if is_callable(found) else None
    at = target
    while isinstance(at, JSObject):
        own = at.props.get(name, MISSING)
        if own is not MISSING:
            if type(own) is Prop:
                return own.value if own.get is None and is_callable(own.value) else None
            return own if is_callable(own) else None
        at = at.proto
    return None


def _call_handler(handler: Any, target: Any, event: EventObject) -> None:
    def run(callback: Any, target: Any, event: EventObject) -> Any:
        if event.type == "error" and target is page.window:
            fields = event.fields
            args = [fields.get(n, d) for n, d in CLASSES["ErrorEvent"][1].items()]
            if truthy(call(callback, target, args)):
                event.prevented = True
            return UNDEF
        return call(callback, target, [event])

    if _guard(run, handler, target, event) is False and event.cancelable:
        event.prevented = True


#: stands among the listeners for the on… property
HANDLER: Any = object()


def handler_properties(proto: JSObject, names: str, kind: Any = Target) -> None:
    """on… accessors of a class."""
    for name in names.split():
        key = "on" + name
        getters(proto, kind, {key: (_handler_reader(key), _handler_writer(key))})


def _handler_reader(key: str) -> Callable[[Any], Any]:
    return lambda this: handlers_of(this).get(key)


def _handler_writer(key: str) -> Callable[[Any, Any], None]:
    def run(this: Any, value: Any) -> None:
        handlers = handlers_of(this)
        known = listeners_of(_window_if_bare(this))
        kind = key.removeprefix("on")
        if handlers.get(key) is None:  # its turn is that of a listener that is added now
            others = [other for other in known.get(kind, []) if other.callback is not HANDLER]
            known[kind] = [*others, Listener(HANDLER, False, False)]
            _waits(_window_if_bare(this), kind)
        handlers[key] = value if isinstance(value, JSObject) else None

    return run


# -- events -------------------------------------------------------------------------------------------------------


def make(name: str, kind: str, fields: dict[str, Any] | None = None, *, bubbles: bool = False,
         cancelable: bool = False) -> EventObject:  # fmt: skip
    """An event of the page's own."""
    return EventObject(page.protos[name], kind, fields or {}, bubbles, cancelable)


def anything(kind: str) -> EventObject:
    """An event of which nothing is known: it has what a message, a key or one of the scripts' own may have."""
    made = make("MessageEvent", kind, {"data": answer()}, bubbles=True, cancelable=True)
    made.props.update({"detail": answer(), "key": "Enter", "code": "Enter", "keyCode": 13.0, "newValue": ANYTHING})
    return made


def simple(target: Any, kind: str, name: str = "Event", fields: dict[str, Any] | None = None) -> bool:
    return fire(target, make(name, kind, fields))


def _maker(name: str) -> Callable[[Args, JSObject], Any]:
    known: list[str] = []
    at = name
    while at != "Event":
        at, fields = CLASSES[at]
        known += fields

    def run(args: Args, new_target: JSObject) -> Any:
        if not args:
            throw("TypeError", f"Failed to construct '{name}': 1 argument required, but only 0 present.")
        options = options_of(arg(args, 1))
        fields = {key: options.get(key) for key in known if key in options}
        made = EventObject(proto_for(new_target, page.protos[name]), str(to_string(args[0])), fields,
                           flag(options, "bubbles"), flag(options, "cancelable"), False)  # fmt: skip
        made.composed = flag(options, "composed")
        return made

    return run


def _field(key: str, default: Any) -> Callable[[Any], Any]:
    if default is UNDEF and key in ("ports", "touches", "targetTouches", "changedTouches"):
        return lambda event: event.fields.setdefault(key, new_array([]))
    return lambda event: event.fields.get(key, default)


def _prevent(event: EventObject, args: Args) -> Any:
    event.prevented = event.prevented or event.cancelable
    return UNDEF


def _stop(event: EventObject, args: Args) -> Any:
    event.passed = True
    return UNDEF


def _halt(event: EventObject, args: Args) -> Any:
    event.passed = event.halted = True
    return UNDEF


def _init(event: EventObject, args: Args) -> Any:
    event.type = str(to_string(arg(args, 0)))
    event.bubbles, event.cancelable = truthy(arg(args, 1)), truthy(arg(args, 2))
    if arg(args, 3) is not UNDEF:
        event.fields["detail"] = args[3]
    return UNDEF


def _set_return(event: EventObject, value: Any) -> None:
    event.fields["returnValue"] = value
    if not truthy(value) and event.cancelable and isinstance(value, bool):
        event.prevented = True


def _install_events() -> None:
    proto = interface("Event", None, _maker("Event"))
    constants("Event", {"NONE": 0.0, "CAPTURING_PHASE": 1.0, "AT_TARGET": 2.0, "BUBBLING_PHASE": 3.0})
    getters(proto, EventObject, {
        "type": lambda e: e.type, "target": lambda e: e.target, "srcElement": lambda e: e.target,
        "currentTarget": lambda e: e.current, "eventPhase": lambda e: float(e.phase), "bubbles": lambda e: e.bubbles,
        "cancelable": lambda e: e.cancelable, "composed": lambda e: e.composed, "timeStamp": lambda e: e.stamp,
        "defaultPrevented": lambda e: e.prevented, "isTrusted": lambda e: e.trusted,
        "cancelBubble": (lambda e: e.passed, lambda e, v: _stop(e, []) if truthy(v) else None),
        "returnValue": (lambda e: e.fields.get("returnValue", not e.prevented), _set_return),
    })  # fmt: skip
    methods(proto, EventObject, {
        "preventDefault": _prevent, "stopPropagation": _stop, "stopImmediatePropagation": _halt, "initEvent": _init,
        "composedPath": lambda e, a: new_array(list(e.path)),
    })  # fmt: skip
    for name, (parent, fields) in CLASSES.items():
        proto = interface(name, parent, _maker(name))
        getters(proto, EventObject, {key: _field(key, default) for key, default in fields.items()})
    methods(page.protos["CustomEvent"], EventObject, {"initCustomEvent": _init})
    for name in ("UIEvent", "MouseEvent", "KeyboardEvent", "MessageEvent"):
        methods(page.protos[name], EventObject, {f"init{name}": _init})
    methods(page.protos["TouchEvent"], EventObject, {})
    for name in ("MouseEvent", "KeyboardEvent"):
        methods(page.protos[name], EventObject, {"getModifierState": lambda e, a: False})
    constants("WheelEvent", {"DOM_DELTA_PIXEL": 0.0, "DOM_DELTA_LINE": 1.0, "DOM_DELTA_PAGE": 2.0})


# -- abort --------------------------------------------------------------------------------------------------------


class Signal(Target):
    __slots__ = ("aborted", "reason", "steps")
    class_name = "AbortSignal"

    def __init__(self) -> None:
        super().__init__(page.protos["AbortSignal"])
        self.aborted = False
        self.reason: Any = UNDEF
        self.steps: list[Callable[[], object]] = []

    def abort(self, reason: Any) -> None:
        if self.aborted:
            return
        self.aborted = True
        self.reason = reason if reason is not UNDEF else dom_exception("AbortError", "signal is aborted without reason")
        steps, self.steps = self.steps, []
        for step in steps:
            step()
        simple(self, "abort")


class Controller(JSObject):
    __slots__ = ("signal",)
    signal: Signal
    class_name = "AbortController"


def _install_abort() -> None:
    proto = interface("AbortSignal", "EventTarget")
    handler_properties(proto, "abort")
    getters(proto, Signal, {"aborted": lambda s: s.aborted, "reason": lambda s: s.reason})

    def check(this: Signal, args: Args) -> Any:
        if this.aborted:
            raise JSThrow(this.reason)
        return UNDEF

    methods(proto, Signal, {"throwIfAborted": check})

    def aborted(this: Any, args: Args) -> Any:
        made = Signal()
        made.abort(arg(args, 0))
        return made

    def timeout(this: Any, args: Args) -> Any:
        made = Signal()
        page.task(to_number(arg(args, 0)), lambda: made.abort(dom_exception("TimeoutError", "signal timed out")))
        return made

    def any_(this: Any, args: Args) -> Any:
        made = Signal()
        for signal in list(iterate(arg(args, 0))):
            if not isinstance(signal, Signal):
                throw("TypeError", "Failed to convert value to 'AbortSignal'")
            if signal.aborted:
                made.abort(signal.reason)
            else:
                signal.steps.append(_follow(made, signal))
        return made

    owner = class_of("AbortSignal")
    method(owner, "abort", aborted)
    method(owner, "timeout", timeout)
    method(owner, "any", any_)

    def make_controller(args: Args, new_target: JSObject) -> Any:
        made = Controller(proto_for(new_target, page.protos["AbortController"]))
        made.signal = Signal()
        return made

    def abort(this: Any, args: Args) -> Any:
        this.signal.abort(arg(args, 0))
        return UNDEF

    proto = interface("AbortController", None, make_controller)
    getters(proto, Controller, {"signal": lambda c: c.signal})
    methods(proto, Controller, {"abort": abort})


def _follow(made: Signal, signal: Signal) -> Callable[[], object]:
    return lambda: made.abort(signal.reason)


# -- messages -----------------------------------------------------------------------------------------------------


class Port(Target):
    __slots__ = ("closed", "other", "scope", "started", "waiting")
    class_name = "MessagePort"

    def __init__(self) -> None:
        super().__init__(page.protos["MessagePort"])
        self.other: Port | None = None
        self.started = False
        self.closed = False
        self.waiting: list[Any] = []
        self.scope = page.scope  # of who listens

    def receive(self, data: Any) -> None:
        if self.closed:
            return
        if not self.started:
            self.waiting.append(data)
            return
        page.task(0, lambda: self.closed or deliver(self, data), self.scope)

    def start(self) -> None:
        self.started = True
        self.scope = page.scope
        waiting, self.waiting = self.waiting, []
        for data in waiting:
            self.receive(data)


def deliver(target: Any, data: Any, origin: str = "", source: Any = None) -> bool:
    return simple(target, "message", "MessageEvent", {"data": data, "origin": origin, "source": source})


class Channel(JSObject):
    __slots__ = ("one", "two")
    one: Port
    two: Port
    class_name = "MessageChannel"


class Broadcast(Target):
    __slots__ = ("closed", "name")
    closed: bool
    name: str
    class_name = "BroadcastChannel"


def _install_messages() -> None:
    proto = interface("MessagePort", "EventTarget")
    handler_properties(proto, "messageerror close")

    def post(this: Port, args: Args) -> Any:
        if this.other is not None:
            this.other.receive(clone(arg(args, 0)))
        return UNDEF

    def start(this: Port, args: Args) -> Any:
        this.start()
        return UNDEF

    def close(this: Port, args: Args) -> Any:
        this.closed = True
        return UNDEF

    def set_message(this: Port, value: Any) -> None:
        _handler_writer("onmessage")(this, value)
        this.start()

    methods(proto, Port, {"postMessage": post, "start": start, "close": close})
    getters(proto, Port, {"onmessage": (_handler_reader("onmessage"), set_message)})

    def make_channel(args: Args, new_target: JSObject) -> Any:
        made = Channel(proto_for(new_target, page.protos["MessageChannel"]))
        made.one, made.two = Port(), Port()
        made.one.other, made.two.other = made.two, made.one
        return made

    proto = interface("MessageChannel", None, make_channel)
    getters(proto, Channel, {"port1": lambda c: c.one, "port2": lambda c: c.two})

    channels: list[Broadcast] = []

    def make_broadcast(args: Args, new_target: JSObject) -> Any:
        made = Broadcast(proto_for(new_target, page.protos["BroadcastChannel"]))
        made.name = to_string(arg(args, 0))
        made.closed = False
        channels.append(made)
        return made

    def tell(this: Broadcast, args: Args) -> Any:
        if this.closed:
            throw_dom("InvalidStateError", "Channel is closed")
        for channel in channels:
            if channel is not this and channel.name == this.name and not channel.closed:
                page.task(0, _telling(channel, clone(arg(args, 0))))
        return UNDEF

    def end(this: Broadcast, args: Args) -> Any:
        this.closed = True
        return UNDEF

    proto = interface("BroadcastChannel", "EventTarget", make_broadcast)
    handler_properties(proto, "message messageerror")
    getters(proto, Broadcast, {"name": lambda c: c.name})
    methods(proto, Broadcast, {"postMessage": tell, "close": end})


def _telling(channel: Broadcast, data: Any) -> Callable[[], object]:
    return lambda: channel.closed or deliver(channel, data, page.location.parts.origin())


def clone(value: Any, known: dict[int, Any] | None = None) -> Any:
    """structuredClone; what is neither array nor plain object stays the same one."""
    if not isinstance(value, JSObject):
        return value
    if isinstance(value, Absorbing):
        return value
    if is_callable(value):
        throw_dom("DataCloneError", "a function could not be cloned")
    known = {} if known is None else known
    if id(value) in known:
        return known[id(value)]
    realm.steps(1)
    if type(value) is JSArray:
        items: list[Any] = []
        made: JSObject = new_array(items)
        known[id(value)] = made
        for index, item in enumerate(list(value.items)):
            items.append(item if item is MISSING else clone(get(value, str(index)), known))
        return made
    if type(value) is not JSObject:
        return value
    made = new_object()
    known[id(value)] = made
    for key in enumerable_own(value):
        if isinstance(key, str):
            made.props[key] = clone(value.get(key, value), known)
    return made


def install() -> None:
    proto = interface("EventTarget", None, lambda args, new: Target(proto_for(new, page.protos["EventTarget"])))
    for name, code in {"addEventListener": _add, "removeEventListener": _remove, "dispatchEvent": _dispatch}.items():
        proto.props[name] = Prop(native(code, name, 2), enumerable=True)
    _install_events()
    _install_abort()
    _install_messages()
    window = page.window
    window.props["structuredClone"] = Prop(native(lambda this, args: clone(arg(args, 0)), "structuredClone", 1))
    window.props["event"] = Prop(get=native(lambda this, args: page.current_event, "event"),
                                 set=native(lambda this, args: UNDEF))  # fmt: skip
