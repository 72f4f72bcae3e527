"""The window: timers, storage, navigator, performance, crypto, console and the many small things beside them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import events
from bundlescan.interp.host.kit import (
    CODES,
    absorbing,
    class_of,
    dom_exception,
    effect,
    function_on,
    getters,
    handler_names,
    illegal,
    interface,
    later,
    methods,
    native,
    never,
    nothing,
    optional_text,
    options_of,
    page,
    throw_dom,
)
from bundlescan.interp.model import (
    MISSING,
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    call,
    construct,
    get,
    is_callable,
    method,
    new_array,
    new_object,
    ordered,
    proto_for,
    put,
    realm,
    throw,
    to_int32,
    to_number,
    to_string,
)

AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
INTERVALS = 20  # how often an interval fires


def _define(name: str, value: Any) -> None:
    page.window.props[name] = Prop(value, enumerable=True)


# -- timers -------------------------------------------------------------------------------------------------------


def _timeout(this: Any, args: Args) -> Any:
    callback, rest = arg(args, 0), args[2:]
    if not is_callable(callback):
        return 0.0
    return page.timer(_delay(args), lambda: call(callback, page.scope.window, list(rest)))


def _delay(args: Args) -> float:
    made = float(to_number(arg(args, 1))) if len(args) > 1 else 0.0
    return max(made, 1.0) if made == made and made < 2**31 else 1.0


def _interval(this: Any, args: Args) -> Any:
    callback, rest, delay = arg(args, 0), args[2:], max(_delay(args), 4.0)
    if not is_callable(callback):
        return 0.0
    left = INTERVALS
    number = 0

    def fire() -> None:
        nonlocal left
        left -= 1
        if left > 0:
            page.again(number, delay, fire)
        call(callback, page.scope.window, list(rest))

    number = int(page.timer(delay, fire))
    return float(number)


def _clear(this: Any, args: Args) -> Any:
    value = arg(args, 0)
    if isinstance(value, (float, str)):
        number = to_int32(value)
        if number in page.timers:
            page.cancelled.add(number)
    return UNDEF


def _frame(this: Any, args: Args) -> Any:
    callback = arg(args, 0)
    if not is_callable(callback):
        throw("TypeError", "The callback provided as parameter 1 is not a function.")
    return page.timer(16.0, lambda: call(callback, UNDEF, [page.now]))


def _idle(this: Any, args: Args) -> Any:
    callback = arg(args, 0)
    deadline = new_object(didTimeout=False, timeRemaining=native(lambda this, args: 45.0))
    return page.timer(10.0, lambda: call(callback, UNDEF, [deadline]))


def _microtask(this: Any, args: Args) -> Any:
    callback = arg(args, 0)
    if not is_callable(callback):
        throw("TypeError", "The callback provided as parameter 1 is not a function.")
    page.micro(lambda: call(callback, UNDEF, []))
    return UNDEF


def _install_timers() -> None:
    window = page.window
    for name, code in {
        "setTimeout": _timeout, "setInterval": _interval, "clearTimeout": _clear, "clearInterval": _clear,
        "requestAnimationFrame": _frame, "cancelAnimationFrame": _clear, "requestIdleCallback": _idle,
        "cancelIdleCallback": _clear, "queueMicrotask": _microtask,
    }.items():  # fmt: skip
        function_on(window, name, code, 1)


# -- storage ------------------------------------------------------------------------------------------------------


class Storage(JSObject):
    """localStorage: an item is a property too."""

    __slots__ = ("items",)
    class_name = "Storage"

    def __init__(self) -> None:
        super().__init__(page.protos["Storage"])
        self.items: dict[str, str] = {}

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str):
            return realm.sway(self.items.get(key, self.props.get(key, MISSING)))
        return self.props.get(key, MISSING)

    def get(self, key: Any, this: Any) -> Any:
        found = super().get(key, this)
        return page.granted(found) if isinstance(key, str) and key != "toJSON" else found

    def put(self, key: Any, value: Any, this: Any) -> bool:
        if isinstance(key, str) and (self.proto is None or not self.proto.has(key)):
            self.items[key] = to_string(value)
            return True
        return super().put(key, value, this)

    def create(self, key: Any, value: Any) -> bool:
        if isinstance(key, str):
            self.items[key] = to_string(value)
            return True
        return super().create(key, value)

    def remove(self, key: Any) -> bool:
        if self.items.pop(key, None) is not None:
            return True
        return super().remove(key)

    def own_keys(self) -> list[Any]:
        return ordered({**self.items, **self.props})


def _install_storage() -> None:
    def store(this: Storage, args: Args) -> Any:
        this.items[to_string(arg(args, 0))] = to_string(arg(args, 1))
        return UNDEF

    def drop(this: Storage, args: Args) -> Any:
        this.items.pop(to_string(arg(args, 0)), None)
        return UNDEF

    def clear(this: Storage, args: Args) -> Any:
        this.items.clear()
        return UNDEF

    def key(this: Storage, args: Args) -> Any:
        names = list(this.items)
        at = to_number(arg(args, 0))
        return names[int(at)] if 0 <= at < len(names) else None

    proto = interface("Storage")
    methods(proto, Storage, {
        "getItem": lambda s, a: realm.sway(page.granted(s.items.get(to_string(arg(a, 0))))), "setItem": store,
        "removeItem": drop, "clear": clear, "key": key,
    })  # fmt: skip
    getters(proto, Storage, {"length": lambda s: float(len(s.items))})
    _define("localStorage", Storage())
    _define("sessionStorage", Storage())


# -- navigator ----------------------------------------------------------------------------------------------------


def _target(**props: Any) -> events.Target:
    made = events.Target(page.protos["EventTarget"])
    made.props.update(props)
    return made


def _gives(value: Any) -> Any:
    return native(lambda this, args: value)


def _promises(make: Callable[[], Any]) -> Any:
    """A function whose promise is kept with what ``make`` gives."""
    return native(lambda this, args: later(make()))


def _waits() -> Any:
    return native(lambda this, args: never())


class Device(JSObject):
    """What says on which device and in which browser a page is: another one may be visited."""

    __slots__ = ()

    def get_own(self, key: Any) -> Any:
        return realm.sway(super().get_own(key))


def _install_navigator() -> None:
    proto = interface("Navigator")
    made = Device(proto)

    def beacon(this: Any, args: Args) -> Any:
        page.opened("sendBeacon", args)
        return True

    brands = new_array([
        new_object(brand="Chromium", version="131"), new_object(brand="Google Chrome", version="131"),
        new_object(brand="Not_A Brand", version="24"),
    ])  # fmt: skip
    data = new_object(brands=brands, mobile=False, platform="Linux", getHighEntropyValues=_promises(new_object))
    status = native(lambda this, args: later(_target(state="prompt", onchange=None)))
    values: dict[str, Any] = {
        "userAgent": AGENT, "appVersion": AGENT.removeprefix("Mozilla/"), "appName": "Netscape",
        "appCodeName": "Mozilla",
        "product": "Gecko", "productSub": "20030107", "vendor": "Google Inc.", "vendorSub": "", "language": "en-US",
        "languages": new_array(["en-US", "en"]), "onLine": True, "platform": "Linux x86_64", "cookieEnabled": True,
        "doNotTrack": None, "hardwareConcurrency": 8.0, "deviceMemory": 8.0, "maxTouchPoints": 0.0, "webdriver": False,
        "pdfViewerEnabled": True, "plugins": new_array([]), "mimeTypes": new_array([]), "userAgentData": data,
        "serviceWorker": _target(
            register=_waits(), ready=never(), controller=None, getRegistration=_promises(lambda: UNDEF),
            getRegistrations=_promises(lambda: new_array([])), startMessages=native(nothing)),
        "clipboard": _target(writeText=_promises(lambda: UNDEF), readText=_promises(lambda: ""),
                             write=_promises(lambda: UNDEF), read=_promises(lambda: new_array([]))),
        "mediaDevices": _target(enumerateDevices=_promises(lambda: new_array([])), getUserMedia=_waits(),
                                getDisplayMedia=_waits(), getSupportedConstraints=native(lambda t, a: new_object())),
        "permissions": new_object(query=status),
        "connection": _target(effectiveType="4g", downlink=10.0, rtt=50.0, saveData=False),
        "geolocation": new_object(getCurrentPosition=native(nothing), watchPosition=_gives(1.0),
                                  clearWatch=native(nothing)),
        "storage": new_object(estimate=_promises(lambda: new_object(quota=1e9, usage=0.0)),
                              persist=_promises(lambda: False), persisted=_promises(lambda: False)),
        "locks": new_object(request=_waits(), query=_waits()),
        "sendBeacon": native(beacon, "sendBeacon"), "javaEnabled": _gives(False), "vibrate": _gives(False),
        "userActivation": new_object(hasBeenActive=False, isActive=False), "credentials": absorbing(),
        "getBattery": _waits(), "registerProtocolHandler": native(nothing),
    }  # fmt: skip
    for name, value in values.items():
        proto.props[name] = Prop(value, enumerable=True)
    _define("navigator", made)
    _define("clientInformation", made)


# -- performance, crypto ------------------------------------------------------------------------------------------


def _install_performance() -> None:
    proto = interface("Performance", "EventTarget")
    made = events.Target(proto)
    marks: list[JSObject] = []
    for name, parent in {
        "PerformanceEntry": None, "PerformanceMark": "PerformanceEntry", "PerformanceMeasure": "PerformanceEntry",
        "PerformanceResourceTiming": "PerformanceEntry", "PerformanceNavigationTiming": "PerformanceResourceTiming",
    }.items():  # fmt: skip
        interface(name, parent)

    def entry(kind: str, name: str, start: float, duration: float = 0.0) -> JSObject:
        one = JSObject(page.protos["PerformanceMark" if kind == "mark" else "PerformanceMeasure"])
        one.props.update(name=name, entryType=kind, startTime=start, duration=duration, detail=None)
        marks.append(one)
        del marks[:-1000]
        return one

    def since(name: Any) -> float:
        if isinstance(name, float):
            return name
        for one in reversed(marks):
            if one.props["name"] == name:
                return float(one.props["startTime"])
        return 0.0

    def measure(this: Any, args: Args) -> Any:
        options = options_of(arg(args, 1))
        start = since(options.get("start", 0.0) if options or isinstance(arg(args, 1), JSObject) else arg(args, 1))
        end = options.get("end", UNDEF) if isinstance(arg(args, 1), JSObject) else arg(args, 2)
        finish = page.now if end is UNDEF else since(end)
        return entry("measure", to_string(arg(args, 0)), start, finish - start)

    def clear(this: Any, args: Args) -> Any:
        marks[:] = [one for one in marks if args and one.props["name"] != args[0]]
        return UNDEF

    def found(key: str) -> Callable[[Any, Args], Any]:
        return lambda this, args: new_array([one for one in marks if one.props[key] == arg(args, 0)])

    names = (
        "connectEnd connectStart domComplete domContentLoadedEventEnd domContentLoadedEventStart domInteractive "
        "domLoading domainLookupEnd domainLookupStart fetchStart loadEventEnd loadEventStart navigationStart "
        "requestStart responseEnd responseStart secureConnectionStart unloadEventEnd unloadEventStart "
        "redirectEnd redirectStart"
    )
    methods(proto, events.Target, {
        "now": lambda this, args: page.now, "mark": lambda this, args: entry("mark", to_string(arg(args, 0)), page.now),
        "measure": measure, "clearMarks": clear, "clearMeasures": clear, "clearResourceTimings": nothing,
        "getEntries": lambda this, args: new_array(list(marks)), "getEntriesByName": found("name"),
        "getEntriesByType": found("entryType"), "setResourceTimingBufferSize": nothing,
        "toJSON": lambda this, args: new_object(timeOrigin=page.start),
    })  # fmt: skip
    proto.props["timeOrigin"] = Prop(page.start, enumerable=True)
    proto.props["timing"] = Prop(new_object(**dict.fromkeys(names.split(), page.start)), enumerable=True)
    proto.props["navigation"] = Prop(new_object(type=0.0, redirectCount=0.0), enumerable=True)
    proto.props["memory"] = Prop(new_object(usedJSHeapSize=1e7, totalJSHeapSize=2e7, jsHeapSizeLimit=4e9))
    _define("performance", made)
    watcher = interface("PerformanceObserver", None, _plain_maker("PerformanceObserver"))
    methods(watcher, JSObject, {
        "observe": nothing, "disconnect": nothing, "takeRecords": lambda this, args: new_array([]),
    })  # fmt: skip
    class_of("PerformanceObserver").props["supportedEntryTypes"] = Prop(new_array([]))


def _plain_maker(name: str) -> Callable[[Args, JSObject], Any]:
    return lambda args, new_target: JSObject(proto_for(new_target, page.protos[name]))


def _install_crypto() -> None:
    proto = interface("Crypto")
    state = [0x2545F491]

    def some() -> int:
        """A number that looks random and is the same in every run."""
        state[0] = (state[0] * 1664525 + 1013904223) & 0xFFFFFFFF
        return state[0] >> 8

    def fill(this: Any, args: Args) -> Any:
        target = arg(args, 0)
        size = int(to_number(get(target, "length"))) if isinstance(target, JSObject) else 0
        if size > 65536:
            throw_dom("QuotaExceededError", "too many bytes")
        realm.steps(size)
        for index in range(size):
            put(target, str(index), float(some()))
        return target

    def uuid(this: Any, args: Args) -> Any:
        digits = "".join(f"{some() & 0xFFFF:04x}" for _ in range(8))
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"

    methods(proto, JSObject, {"getRandomValues": fill, "randomUUID": uuid})
    names = "encrypt decrypt sign verify digest generateKey deriveKey deriveBits importKey exportKey wrapKey unwrapKey"
    subtle = interface("SubtleCrypto")
    methods(subtle, JSObject, {name: lambda this, args: never() for name in names.split()})
    proto.props["subtle"] = Prop(JSObject(subtle), enumerable=True)
    _define("crypto", JSObject(proto))


def _install_console() -> None:
    made = new_object()
    names = (
        "log info warn error debug trace dir dirxml table group groupCollapsed groupEnd time timeEnd timeLog count "
        "countReset assert clear profile profileEnd timeStamp"
    )
    for name in names.split():
        function_on(made, name, nothing)
    made.props["memory"] = new_object(usedJSHeapSize=1e7, totalJSHeapSize=2e7, jsHeapSizeLimit=4e9)
    page.window.props["console"] = Prop(made)


# -- text ---------------------------------------------------------------------------------------------------------


def _btoa(this: Any, args: Args) -> Any:
    try:
        return base64.b64encode(to_string(arg(args, 0)).encode("latin-1")).decode()
    except UnicodeEncodeError:
        throw_dom("InvalidCharacterError", "The string contains characters outside of the Latin1 range.")


def _atob(this: Any, args: Args) -> Any:
    value = "".join(to_string(arg(args, 0)).split())
    realm.steps(len(value) // 64)
    try:
        value = value.rstrip("=") if len(value) % 4 == 0 else value
        return base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode("latin-1")
    except (binascii.Error, ValueError):
        throw_dom("InvalidCharacterError", "The string to be decoded is not correctly encoded.")


def bytes_of(value: Any) -> bytes:
    """The bytes of a typed array or an array buffer."""
    if isinstance(value, JSObject) and get(value, "length") is UNDEF and get(value, "byteLength") is not UNDEF:
        value = construct(get(page.window, "Uint8Array"), [value])
    if not isinstance(value, JSObject):
        return b""
    size = int(to_number(get(value, "length")))
    realm.steps(size)
    return bytes(to_int32(get(value, str(i))) & 255 for i in range(size))


def typed(data: bytes) -> Any:
    realm.steps(len(data))
    return construct(get(page.window, "Uint8Array"), [new_array([float(b) for b in data])])


def buffer(data: bytes) -> Any:
    return get(typed(data), "buffer")


class Decoder(JSObject):
    __slots__ = ("label",)
    label: str


def _install_text() -> None:
    window = page.window
    function_on(window, "btoa", _btoa, 1)
    function_on(window, "atob", _atob, 1)
    proto = interface("TextEncoder", None, _plain_maker("TextEncoder"))

    def encode_into(this: Any, args: Args) -> Any:
        source, target = to_string(arg(args, 0)), arg(args, 1)
        data = source.encode("utf-8", "replace")[: int(to_number(get(target, "length")))]
        realm.steps(len(data))
        for index, byte in enumerate(data):
            put(target, str(index), float(byte))
        return new_object(read=float(len(source)), written=float(len(data)))

    methods(proto, JSObject, {
        "encode": lambda this, args: typed(optional_text(arg(args, 0)).encode("utf-8", "replace")),
        "encodeInto": encode_into,
    })  # fmt: skip
    proto.props["encoding"] = Prop("utf-8")

    def make(args: Args, new_target: JSObject) -> Any:
        made = Decoder(proto_for(new_target, page.protos["TextDecoder"]))
        made.label = str(optional_text(arg(args, 0), "utf-8")).lower()
        return made

    def decode(this: Decoder, args: Args) -> Any:
        data = bytes_of(arg(args, 0))
        try:
            return data.decode(this.label, "replace").removeprefix("\ufeff")
        except LookupError:
            return data.decode("utf-8", "replace")

    proto = interface("TextDecoder", None, make)
    methods(proto, Decoder, {"decode": decode})
    getters(proto, Decoder, {"encoding": lambda d: d.label, "fatal": lambda d: False, "ignoreBOM": lambda d: False})


# -- the window itself --------------------------------------------------------------------------------------------


def _post(this: Any, args: Args) -> Any:
    data = events.clone(arg(args, 0))
    origin = page.location.parts.origin()
    page.task(0, lambda: events.deliver(page.window, data, origin, page.window))
    return UNDEF


def _device(**props: Any) -> JSObject:
    made = Device(realm.object_proto)
    made.props.update(props)
    return made


def media_query(this: Any, args: Args) -> Any:
    realm.swayed = True
    made = events.Target(page.protos["MediaQueryList"])
    made.props.update(media=optional_text(arg(args, 0)), matches=False)
    return made


def _database(this: Any, args: Args) -> Any:
    """indexedDB.open: a request that fails."""
    request = events.Target(page.protos["IDBOpenDBRequest"])
    request.props.update(result=UNDEF, error=None, readyState="pending", source=None, transaction=None)

    def fail() -> None:
        request.props["error"] = dom_exception("UnknownError", "no database")
        request.props["readyState"] = "done"
        events.fire(request, events.make("Event", "error", bubbles=True, cancelable=True))

    page.task(1.0, fail)
    return request


def _opened_window(this: Any, args: Args) -> Any:
    return None


def _install_stubs() -> None:
    window = page.window
    proto = interface("MediaQueryList", "EventTarget")
    methods(proto, events.Target, {
        "addListener": lambda this, args: call(get(this, "addEventListener"), this, ["change", arg(args, 0)]),
        "removeListener": lambda this, args: call(get(this, "removeEventListener"), this, ["change", arg(args, 0)]),
    })  # fmt: skip
    events.handler_properties(proto, "change")
    for name, parent in {"IDBRequest": "EventTarget", "IDBOpenDBRequest": "IDBRequest"}.items():
        events.handler_properties(interface(name, parent), "error success upgradeneeded blocked")
    for name in ("IDBFactory", "IDBDatabase", "IDBTransaction", "IDBObjectStore", "IDBIndex", "IDBCursor",
                 "IDBKeyRange", "IDBCursorWithValue", "CacheStorage", "Clipboard", "MediaStream",
                 "RTCPeerConnection"):  # fmt: skip
        interface(name, None, _plain_maker(name) if name in ("RTCPeerConnection", "MediaStream") else illegal)
    page.protos["RTCPeerConnection"].proto = absorbing()
    factory = JSObject(page.protos["IDBFactory"])
    function_on(factory, "open", _database)
    function_on(factory, "deleteDatabase", _database)
    function_on(factory, "databases", lambda this, args: later(new_array([])))
    function_on(factory, "cmp", lambda this, args: 0.0)
    _define("indexedDB", factory)
    caches = JSObject(page.protos["CacheStorage"])
    caches.props.update(open=_waits(), match=_promises(lambda: UNDEF), has=_promises(lambda: False),
                        keys=_promises(lambda: new_array([])), delete=_promises(lambda: False))  # fmt: skip
    _define("caches", caches)

    def notification(args: Args, new_target: JSObject) -> Any:
        made = events.Target(proto_for(new_target, page.protos["Notification"]))
        made.props["title"] = arg(args, 0)
        return made

    proto = interface("Notification", "EventTarget", notification)
    methods(proto, events.Target, {"close": nothing})
    owner = class_of("Notification")
    owner.props["permission"] = Prop("default", enumerable=True)
    method(owner, "requestPermission", lambda this, args: later("default"))
    audio = absorbing()
    for name in ("AudioContext", "webkitAudioContext", "OfflineAudioContext"):
        window.props[name] = Prop(audio)
    selection = new_object(
        anchorNode=None, focusNode=None, anchorOffset=0.0, focusOffset=0.0, rangeCount=0.0, isCollapsed=True,
        type="None", toString=_gives(""), **{name: native(nothing) for name in (
            "removeAllRanges", "addRange", "collapse", "extend", "empty", "selectAllChildren", "getRangeAt")},
    )  # fmt: skip
    values: dict[str, Any] = {
        "getSelection": _gives(selection), "matchMedia": native(media_query, "matchMedia", 1),
        "alert": native(nothing, "alert"), "confirm": _gives(True), "prompt": _gives(None), "print": native(nothing),
        "open": native(_opened_window, "open"), "close": native(nothing), "focus": native(nothing),
        "blur": native(nothing), "stop": native(nothing), "scrollTo": native(nothing), "scrollBy": native(nothing),
        "scroll": native(nothing),
        "moveTo": native(nothing), "resizeTo": native(nothing), "postMessage": native(_post, "postMessage", 1),
        "reportError": native(lambda this, args: effect(page.report, arg(args, 0))), "innerWidth": 1280.0,
        "innerHeight": 720.0, "outerWidth": 1280.0, "outerHeight": 800.0, "devicePixelRatio": 1.0, "scrollX": 0.0,
        "scrollY": 0.0, "pageXOffset": 0.0, "pageYOffset": 0.0, "screenX": 0.0, "screenY": 0.0, "screenLeft": 0.0,
        "screenTop": 0.0, "name": "", "closed": False, "length": 0.0, "opener": None, "frameElement": None,
        "status": "",
        "isSecureContext": page.address.protocol == "https:" or page.address.hostname in ("localhost", "127.0.0.1"),
        "crossOriginIsolated": False, "origin": page.location.parts.origin(), "external": new_object(),
        "screen": _device(
            width=1280.0, height=800.0, availWidth=1280.0, availHeight=800.0, availLeft=0.0, availTop=0.0,
            colorDepth=24.0, pixelDepth=24.0,
            orientation=_target(type="landscape-primary", angle=0.0, lock=_waits(), unlock=native(nothing))),
        "visualViewport": _target(width=1280.0, height=720.0, scale=1.0, offsetLeft=0.0, offsetTop=0.0, pageLeft=0.0,
                                  pageTop=0.0),
        "chrome": new_object(runtime=UNDEF), "trustedTypes": UNDEF,
        **{bar: new_object(visible=True) for bar in ("locationbar", "menubar", "toolbar", "scrollbars", "statusbar",
                                                     "personalbar")},
    }  # fmt: skip
    for name, value in values.items():
        if value is not UNDEF:
            _define(name, value)


def install_early() -> None:
    """What the other modules need: the window's own chain and the exceptions."""
    window = page.window

    def make(args: Args, new_target: JSObject) -> Any:
        name = str(optional_text(arg(args, 1), "Error"))
        return dom_exception(name, optional_text(arg(args, 0)), proto_for(new_target, page.protos["DOMException"]))

    proto = interface("DOMException", None, make)
    proto.proto = realm.error_proto
    for name, code in CODES.items():
        shown = "".join("_" + c if c.isupper() else c for c in name.removesuffix("Error")).strip("_").upper() + "_ERR"
        class_of("DOMException").props[shown] = Prop(float(code), writable=False, enumerable=True)
    for name in ("self", "window", "top", "parent", "frames", "globalThis"):
        window.props[name] = Prop(window, enumerable=name != "globalThis")


def install_window() -> None:
    """The window's prototype chain: Window.prototype, EventTarget.prototype."""
    window = page.window
    proto = interface("Window", "EventTarget")
    window.proto = proto
    events.handler_properties(window, handler_names() + " " + (
        "afterprint beforeprint beforeunload hashchange languagechange message messageerror offline online pagehide "
        "pageshow popstate rejectionhandled storage unhandledrejection unload devicemotion deviceorientation"
    ), JSObject)  # fmt: skip


def install() -> None:
    _install_timers()
    _install_storage()
    _install_navigator()
    _install_performance()
    _install_crypto()
    _install_console()
    _install_text()
    _install_stubs()
    page.window.props["location"] = Prop(
        get=native(lambda this, args: page.location, "location"),
        set=native(lambda this, args: put(page.location, "href", arg(args, 0)), "location"),
        enumerable=True, configurable=False,
    )  # fmt: skip
