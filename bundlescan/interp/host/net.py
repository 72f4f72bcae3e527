"""Connections: WebSocket, EventSource, fetch, XMLHttpRequest, workers. Each tells ``page.opened`` as it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bundlescan.interp.builtins import promises
from bundlescan.interp.host import bodies, events, urlparts, urls
from bundlescan.interp.host.bodies import Headers, Request
from bundlescan.interp.host.kit import (
    constants,
    flag,
    function_on,
    getters,
    interface,
    methods,
    new_error,
    nothing,
    optional_text,
    options_of,
    page,
    throw_dom,
)
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSArray,
    JSObject,
    JSThrow,
    Visit,
    arg,
    proto_for,
    realm,
    to_number,
    to_string,
    truthy,
)
from bundlescan.interp.text import ANYTHING

OPENS = 10.0  # milliseconds until a connection opens, or fails
CLOSES = 30_000.0  # until one that has opened is lost
ANSWERS = 5.0  # until a request has its answer


class Connection(events.Target):
    """A WebSocket or an EventSource."""

    __slots__ = ("binary", "protocol", "state", "url", "with_credentials")
    class_name = "WebSocket"

    def __init__(self, proto: JSObject, url: str) -> None:
        super().__init__(proto)
        self.url = url
        self.state = 0
        self.protocol = ""
        self.binary = "blob"
        self.with_credentials = False


#: how often a URL has been connected to
_tries: dict[str, int] = {}


def _begin(connection: Connection, socket: bool) -> None:
    """The connection's life: the first one to a URL opens and is lost, the second fails, the others wait. On a page
    where nothing answers all but the page's own server the first one fails already."""
    key = str(connection.url)
    count = _tries[key] = _tries.get(key, 0) + 1
    if page.visit in (Visit.REFUSED, Visit.ALONE):
        count += 1

    def opened() -> None:
        if connection.state == 0:
            connection.state = 1
            events.simple(connection, "open")
            page.task(CLOSES - OPENS, lost)

    def lost() -> None:
        if connection.state != 1:
            return
        if socket:
            _closed(connection, 1006.0, "", False)
        else:
            connection.state = 0  # it connects again by itself
            events.simple(connection, "error")

    def fails() -> None:
        if connection.state == 0:
            connection.state = 3 if socket else 2
            events.simple(connection, "error")
            if socket:
                _closed(connection, 1006.0, "", False)

    if count == 1:
        page.task(OPENS, opened)
    elif count == 2:
        page.task(OPENS, fails)


def _closed(connection: Connection, code: float, reason: str, clean: bool) -> None:
    connection.state = 3
    events.simple(connection, "close", "CloseEvent", {"code": code, "reason": reason, "wasClean": clean})


def _make_socket(args: Args, new_target: JSObject) -> Any:
    if not args:
        raise JSThrow(new_error("TypeError", "Failed to construct 'WebSocket': 1 argument required"))
    given = to_string(args[0])
    parts = urlparts.parse(given, urls.base_parts())
    if parts is None:
        throw_dom("SyntaxError", f"Failed to construct 'WebSocket': The URL '{given}' is invalid.")
    if parts.scheme in ("http", "https"):
        scheme = "ws" if parts.scheme == "http" else "wss"
        parts = replace(parts, protocol=scheme + ":")
    if parts.scheme not in ("ws", "wss"):
        throw_dom("SyntaxError", "Failed to construct 'WebSocket': The URL's scheme must be either 'http', 'https', "
                  f"'ws', or 'wss'. '{parts.scheme}' is not allowed.")  # fmt: skip
    if parts.fragment:
        throw_dom("SyntaxError", "Failed to construct 'WebSocket': The URL contains a fragment identifier.")
    wanted = arg(args, 1)
    given_names = wanted.items if isinstance(wanted, JSArray) else [wanted] if wanted is not UNDEF else []
    names = [to_string(name) for name in given_names]
    if any(not name or not name.isascii() or any(c in ' "(),/:;<=>?@[\\]{}' for c in name) for name in names) or len(
        set(names)
    ) < len(names):
        throw_dom("SyntaxError", "Failed to construct 'WebSocket': The subprotocol is invalid.")
    made = Connection(proto_for(new_target, page.protos["WebSocket"]), parts.href())
    made.protocol = names[0] if names else ""
    page.opened("WebSocket", args)
    _begin(made, True)
    return made


def _send(this: Connection, args: Args) -> Any:
    if this.state == 0:
        throw_dom("InvalidStateError", "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.")
    return UNDEF


def _close_socket(this: Connection, args: Args) -> Any:
    code = to_number(args[0]) if arg(args, 0) is not UNDEF else 1005.0
    if arg(args, 0) is not UNDEF and code != 1000 and not 3000 <= code <= 4999:
        throw_dom("InvalidAccessError", "The code must be either 1000, or between 3000 and 4999.")
    if this.state in (2, 3):
        return UNDEF
    was_open = this.state == 1
    this.state = 2
    reason = optional_text(arg(args, 1))

    def done() -> None:
        if not was_open:
            events.simple(this, "error")
        _closed(this, float(code) if was_open else 1006.0, reason if was_open else "", was_open)

    page.task(1.0, done)
    return UNDEF


def _set(name: str) -> Callable[[Any, Any], None]:
    return lambda this, value: setattr(this, name, value)


def _install_sockets() -> None:
    _tries.clear()
    states = {"CONNECTING": 0.0, "OPEN": 1.0, "CLOSING": 2.0, "CLOSED": 3.0}
    proto = interface("WebSocket", "EventTarget", _make_socket)
    constants("WebSocket", states)
    events.handler_properties(proto, "open message error close")
    getters(proto, Connection, {
        "url": lambda c: c.url, "readyState": lambda c: float(c.state),
        "protocol": lambda c: c.protocol if c.state else "", "extensions": lambda c: "",
        "bufferedAmount": lambda c: 0.0, "binaryType": (lambda c: c.binary, _set("binary")),
    })  # fmt: skip
    methods(proto, Connection, {"send": _send, "close": _close_socket})

    def make_source(args: Args, new_target: JSObject) -> Any:
        given = to_string(arg(args, 0))
        parts = urlparts.parse(given, urls.base_parts())
        if parts is None:
            throw_dom("SyntaxError", f"Failed to construct 'EventSource': Cannot open an EventSource to '{given}'.")
        made = Connection(proto_for(new_target, page.protos["EventSource"]), parts.href())
        made.with_credentials = flag(options_of(arg(args, 1)), "withCredentials")
        page.opened("EventSource", args)
        _begin(made, False)
        return made

    def close(this: Connection, args: Args) -> Any:
        this.state = 2
        return UNDEF

    proto = interface("EventSource", "EventTarget", make_source)
    constants("EventSource", {"CONNECTING": 0.0, "OPEN": 1.0, "CLOSED": 2.0})
    events.handler_properties(proto, "open message error")
    getters(proto, Connection, {
        "url": lambda c: c.url, "readyState": lambda c: float(c.state), "withCredentials": lambda c: c.with_credentials,
    })  # fmt: skip
    methods(proto, Connection, {"close": close})


# -- fetch --------------------------------------------------------------------------------------------------------


def _fetch(this: Any, args: Args) -> Any:
    made = promises.new_promise()
    try:
        request = Request(args, page.protos["Request"])
    except JSThrow as error:
        promises.reject(made, error.value)
        return made
    signal = request.signal
    if isinstance(signal, events.Signal):
        if signal.aborted:
            promises.reject(made, signal.reason)
            return made
        signal.steps.append(lambda: promises.reject(made, signal.reason))
    page.opened("fetch", args)

    def answer() -> None:
        realm.swayed = True
        if _is_refused(request.url):
            promises.reject(made, new_error("TypeError", "Failed to fetch"))
            return
        headers = Headers(page.protos["Headers"])
        headers.pairs.append(("content-type", "application/json"))
        response = bodies.Response(page.protos["Response"], _answer(), headers)
        response.url = request.url
        promises.resolve(made, response)

    page.task(ANSWERS, answer)
    return made


def _answer() -> str:
    return ANYTHING if page.visit is Visit.GENEROUS else "{}"


def _is_refused(url: str) -> bool:
    """Whether nobody answers a request to ``url``; one to the page's own server is noted as ``page.relied``."""
    base = urls.base_parts()
    parts = urlparts.parse(url, base)
    is_own = parts is None or parts.host_port() == base.host_port()
    page.relied = page.relied or is_own
    return page.visit is Visit.ALONE or (page.visit is Visit.REFUSED and not is_own)


# -- XMLHttpRequest -----------------------------------------------------------------------------------------------


class Xhr(events.Target):
    __slots__ = ("aborted", "asked", "method", "mime", "response", "state", "status", "synchronous", "timeout", "turn",
                 "type", "upload", "url", "with_credentials")  # fmt: skip
    class_name = "XMLHttpRequest"

    def __init__(self, proto: JSObject) -> None:
        super().__init__(proto)
        self.state = 0
        self.status = 0
        self.url = ""
        self.method = "GET"
        self.type = ""
        self.mime = ""
        self.timeout = 0.0
        self.turn = 0  # counts what is sent, so that an answer that is no longer waited for does not come
        self.asked: list[tuple[str, str]] = []
        self.response: Any = None
        self.with_credentials = False
        self.synchronous = False
        self.upload = events.Target(page.protos["XMLHttpRequestUpload"])


ANSWER_HEADERS = "content-type: application/json\r\n"


def _xhr_open(this: Xhr, args: Args) -> Any:
    this.method = to_string(arg(args, 0)).upper()
    given = to_string(arg(args, 1))
    parts = urlparts.parse(given, urls.base_parts())
    if parts is None:
        throw_dom("SyntaxError", "Failed to execute 'open' on 'XMLHttpRequest': Invalid URL")
    page.opened("XMLHttpRequest.open", args)
    this.url = parts.href()
    this.synchronous = len(args) > 2 and not truthy(args[2])
    this.turn += 1
    this.status = 0
    this.response = None
    this.asked = []
    _state(this, 1)
    return UNDEF


def _state(this: Xhr, state: int) -> None:
    this.state = state
    events.simple(this, "readystatechange")


def _progress(this: Any, kind: str, size: float = 0.0) -> None:
    events.simple(this, kind, "ProgressEvent", {"loaded": size, "total": size, "lengthComputable": size > 0})


def _xhr_send(this: Xhr, args: Args) -> Any:
    if this.state != 1:
        throw_dom(
            "InvalidStateError", "Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED."
        )
    turn = this.turn
    if this.synchronous:
        if _is_refused(this.url):
            throw_dom("NetworkError", f"Failed to execute 'send' on 'XMLHttpRequest': Failed to load '{this.url}'")
        this.status = 200
        _state(this, 4)
        _progress(this, "load", 2.0)
        _progress(this, "loadend", 2.0)
        return UNDEF
    _progress(this, "loadstart")
    if arg(args, 0) not in (UNDEF, None):
        _progress(this.upload, "loadstart")

    def answer() -> None:
        if this.turn != turn:
            return
        realm.swayed = True
        if _is_refused(this.url):
            _state(this, 4)
            for kind in ("error", "loadend"):
                if this.turn == turn:
                    _progress(this, kind)
            return
        if arg(args, 0) not in (UNDEF, None):
            for kind in ("progress", "load", "loadend"):
                _progress(this.upload, kind, 1.0)
        this.status = 200
        for state in (2, 3):
            _state(this, state)
            if this.turn != turn:
                return
        _progress(this, "progress", 2.0)
        _state(this, 4)
        for kind in ("load", "loadend"):
            if this.turn == turn:
                _progress(this, kind, 2.0)

    page.task(ANSWERS, answer)
    return UNDEF


def _xhr_abort(this: Xhr, args: Args) -> Any:
    sent = 1 <= this.state < 4
    this.turn += 1
    this.status = 0
    if sent:
        _state(this, 4)
        _progress(this, "abort")
        _progress(this, "loadend")
    this.state = 0
    return UNDEF


def _xhr_text(this: Xhr) -> str:
    return _answer() if this.state >= 3 and this.status else ""


def _xhr_response(this: Xhr) -> Any:
    if this.type in ("", "text"):
        return _xhr_text(this)
    if this.state != 4 or not this.status:
        return None
    if this.response is None:
        this.response = bodies.converted(_answer(), this.type)
    return this.response


def _xhr_header(this: Xhr, args: Args) -> Any:
    return "application/json" if this.state >= 2 and to_string(arg(args, 0)).lower() == "content-type" else None


def _xhr_ask(this: Xhr, args: Args) -> Any:
    if this.state != 1:
        throw_dom("InvalidStateError", "The object's state must be OPENED.")
    this.asked.append((to_string(arg(args, 0)), to_string(arg(args, 1))))
    return UNDEF


def _install_xhr() -> None:
    names = "loadstart progress abort error load timeout loadend"
    proto = interface("XMLHttpRequestEventTarget", "EventTarget")
    events.handler_properties(proto, names)
    interface("XMLHttpRequestUpload", "XMLHttpRequestEventTarget")
    proto = interface("XMLHttpRequest", "XMLHttpRequestEventTarget",
                      lambda args, new: Xhr(proto_for(new, page.protos["XMLHttpRequest"])))  # fmt: skip
    events.handler_properties(proto, "readystatechange")
    constants("XMLHttpRequest", {"UNSENT": 0.0, "OPENED": 1.0, "HEADERS_RECEIVED": 2.0, "LOADING": 3.0, "DONE": 4.0})
    methods(proto, Xhr, {
        "open": _xhr_open, "send": _xhr_send, "abort": _xhr_abort, "setRequestHeader": _xhr_ask,
        "getResponseHeader": _xhr_header, "overrideMimeType": nothing,
        "getAllResponseHeaders": lambda x, a: ANSWER_HEADERS if x.state >= 2 and x.status else "",
    })  # fmt: skip
    getters(proto, Xhr, {
        "readyState": lambda x: float(x.state), "status": lambda x: float(x.status) if x.state >= 2 else 0.0,
        "statusText": lambda x: "OK" if x.status and x.state >= 2 else "", "responseText": _xhr_text,
        "response": _xhr_response, "responseURL": lambda x: x.url if x.status else "", "responseXML": lambda x: None,
        "upload": lambda x: x.upload, "timeout": (lambda x: x.timeout, _set("timeout")),
        "responseType": (lambda x: x.type, _set("type")),
        "withCredentials": (lambda x: x.with_credentials, lambda x, v: setattr(x, "with_credentials", truthy(v))),
    })  # fmt: skip


def install() -> None:
    bodies.install()
    _install_sockets()
    _install_xhr()
    function_on(page.window, "fetch", _fetch, 1)
