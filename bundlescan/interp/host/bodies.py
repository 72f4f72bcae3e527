"""What is sent and answered: Headers, Request, Response, FormData, Blob, File, FileReader, ReadableStream."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins import promises
from bundlescan.interp.host import events, urlparts, urls
from bundlescan.interp.host.kit import (
    answer,
    class_of,
    constants,
    getters,
    interface,
    later,
    methods,
    native,
    never,
    new_error,
    nothing,
    optional_text,
    options_of,
    page,
    plain,
)
from bundlescan.interp.host.window import buffer, bytes_of, typed
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSObject,
    JSThrow,
    arg,
    call,
    call_method,
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
)
from bundlescan.interp.text import ANYTHING, join


class Headers(JSObject):
    __slots__ = ("pairs",)
    class_name = "Headers"

    def __init__(self, proto: JSObject) -> None:
        super().__init__(proto)
        self.pairs: list[tuple[str, str]] = []

    def find(self, name: str) -> str | None:
        found = [v for k, v in self.pairs if k == name]
        return ", ".join(found) if len(found) > 1 else found[0] if found else None

    def fill(self, value: Any) -> Headers:
        given = value.pairs if isinstance(value, Headers) else urls.pairs_of(value) if value is not None else []
        self.pairs = [*self.pairs, *((name.lower(), text) for name, text in given)]
        return self


class Form(JSObject):
    __slots__ = ("pairs",)
    class_name = "FormData"

    def __init__(self, proto: JSObject) -> None:
        super().__init__(proto)
        self.pairs: list[tuple[str, Any]] = []


class Blob(JSObject):
    __slots__ = ("content", "type")
    class_name = "Blob"

    def __init__(self, proto: JSObject, content: str, kind: str) -> None:
        super().__init__(proto)
        self.content = content
        self.type = kind


class Body(JSObject):
    """What a request and a response have in common."""

    __slots__ = ("content", "headers", "stream", "used")

    def __init__(self, proto: JSObject, content: str | None, headers: Headers) -> None:
        super().__init__(proto)
        self.content = content
        self.headers = headers
        self.used = False
        self.stream: Any = None


class Request(Body):
    __slots__ = ("method", "options", "signal", "url")
    url: str
    class_name = "Request"

    def __init__(self, args: Args, proto: JSObject) -> None:
        source, options = arg(args, 0), options_of(arg(args, 1))
        headers = Headers(page.protos["Headers"])
        super().__init__(proto, None, headers)
        self.method = "GET"
        self.signal: Any = None
        self.options: dict[str, Any] = {}
        if isinstance(source, Request):
            self.url = source.url
            self.method = source.method
            self.content = source.content
            self.signal = source.signal
            headers.pairs = list(source.headers.pairs)
            self.options = dict(source.options)
        else:
            given = to_string(source)
            parts = urlparts.parse(given, urls.base_parts())
            if parts is None:
                throw("TypeError", f"Failed to parse URL from {given}")
            if parts.username or parts.password:
                throw("TypeError", "Request cannot be constructed from a URL that includes credentials")
            self.url = parts.href()
        if "method" in options:
            self.method = to_string(options.get("method")).upper()
        if "headers" in options:
            headers.pairs = []
            headers.fill(options.get("headers"))
        body = options.get("body")
        if body is not None:
            if self.method in ("GET", "HEAD"):
                throw("TypeError", "Request with GET/HEAD method cannot have body.")
            self.content = content_of(body)
        if "signal" in options:
            self.signal = options.get("signal")
        for name in (
            "mode",
            "credentials",
            "cache",
            "redirect",
            "referrer",
            "referrerPolicy",
            "integrity",
            "keepalive",
        ):
            if name in options:
                self.options[name] = options.get(name)


class Response(Body):
    __slots__ = ("kind", "status", "status_text", "url")
    class_name = "Response"

    def __init__(self, proto: JSObject, content: str | None, headers: Headers, status: float = 200.0) -> None:
        super().__init__(proto, content, headers)
        self.status = status
        self.status_text = "OK" if status == 200 else ""
        self.url = ""
        self.kind = "basic"


class Stream(JSObject):
    __slots__ = ("chunks", "locked", "source")
    class_name = "ReadableStream"

    def __init__(self, proto: JSObject, chunks: list[Any]) -> None:
        super().__init__(proto)
        self.chunks = chunks
        self.locked = False
        self.source: Any = UNDEF


class Reader(JSObject):
    __slots__ = ("stream",)
    stream: Stream


def content_of(value: Any) -> str:
    """A body's text."""
    if isinstance(value, Blob):
        return value.content
    if isinstance(value, JSObject):
        if isinstance(value, (Form, Stream)):
            return ""
        if get(value, "byteLength") is not UNDEF:
            return bytes_of(value).decode("utf-8", "replace")
    return to_string(value)


def parse_json(content: str) -> Any:
    """JSON.parse"""
    return call_method(get(page.window, "JSON"), "parse", [content])


def converted(content: str, kind: str) -> Any:
    """A body as what ``responseType`` or a method of Body asks for."""
    if kind == "json":
        try:
            return parse_json(content)
        except JSThrow:
            return None
    if kind in ("arraybuffer", "arrayBuffer"):
        return buffer(content.encode("utf-8", "replace"))
    if kind == "bytes":
        return typed(content.encode("utf-8", "replace"))
    if kind == "blob":
        return Blob(page.protos["Blob"], content, "")
    if kind == "formData":
        return Form(page.protos["FormData"])
    if kind == "document":
        return None
    return content


def install_answers() -> None:
    """What nobody knows is parsed as what nobody knows."""
    owner = get(page.window, "JSON")
    parse = get(owner, "parse")

    def run(this: Any, args: Args) -> Any:
        return answer() if to_string(arg(args, 0)) == ANYTHING else call(parse, this, args)

    owner.props["parse"] = native(run, "parse", 2)


def _reading(kind: str) -> Callable[[Any, Args], Any]:
    def run(this: Body, args: Args) -> Any:
        made = promises.new_promise()
        if this.used:
            promises.reject(made, new_error("TypeError", "body stream already read"))
            return made
        this.used = this.content is not None
        try:
            promises.resolve(
                made, parse_json(this.content or "") if kind == "json" else converted(this.content or "", kind)
            )
        except JSThrow as error:
            promises.reject(made, error.value)
        return made

    return run


def _stream(this: Body) -> Any:
    if this.content is None:
        return None
    if this.stream is None:
        this.stream = Stream(page.protos["ReadableStream"], [typed(this.content.encode("utf-8", "replace"))])
    return this.stream


def _body_members(proto: JSObject, kind: type[Body]) -> None:
    methods(
        proto, kind, {name: _reading(name) for name in ("text", "json", "arrayBuffer", "blob", "formData", "bytes")}
    )
    getters(proto, kind, {"headers": lambda b: b.headers, "bodyUsed": lambda b: b.used, "body": _stream})


def _install_headers() -> None:
    def append(this: Headers, args: Args) -> Any:
        this.pairs.append((to_string(arg(args, 0)).lower(), to_string(arg(args, 1))))
        return UNDEF

    def drop(this: Headers, args: Args) -> Any:
        name = to_string(arg(args, 0)).lower()
        this.pairs = [pair for pair in this.pairs if pair[0] != name]
        return UNDEF

    def set_(this: Headers, args: Args) -> Any:
        drop(this, args)
        return append(this, args)

    proto = interface("Headers", None,
                      lambda args, new: Headers(proto_for(new, page.protos["Headers"])).fill(arg(args, 0)))  # fmt: skip
    urls.pair_methods(proto, Headers)
    methods(proto, Headers, {
        "append": append, "delete": drop, "set": set_, "get": lambda h, a: h.find(to_string(arg(a, 0)).lower()),
        "has": lambda h, a: h.find(to_string(arg(a, 0)).lower()) is not None,
        "getSetCookie": lambda h, a: new_array([]),
    })  # fmt: skip


def _install_form() -> None:
    def value_of(args: Args) -> Any:
        return arg(args, 1) if isinstance(arg(args, 1), Blob) else to_string(arg(args, 1))

    def append(this: Form, args: Args) -> Any:
        this.pairs.append((to_string(arg(args, 0)), value_of(args)))
        return UNDEF

    def drop(this: Form, args: Args) -> Any:
        name = to_string(arg(args, 0))
        this.pairs = [pair for pair in this.pairs if pair[0] != name]
        return UNDEF

    def set_(this: Form, args: Args) -> Any:
        drop(this, args)
        return append(this, args)

    proto = interface("FormData", None, lambda args, new: Form(proto_for(new, page.protos["FormData"])))
    urls.pair_methods(proto, Form)
    methods(proto, Form, {
        "append": append, "delete": drop, "set": set_,
        "get": lambda f, a: next((v for k, v in f.pairs if k == to_string(arg(a, 0))), None),
        "has": lambda f, a: any(k == to_string(arg(a, 0)) for k, _ in f.pairs),
    })  # fmt: skip


def _install_blobs() -> None:
    def parts_of(value: Any) -> str:
        made = join([content_of(part) for part in iterate(value)]) if isinstance(value, JSObject) else ""
        realm.steps(len(made) >> 10)
        return made

    def make_blob(args: Args, new_target: JSObject) -> Any:
        kind = optional_text(plain(arg(args, 1), "type"))
        return Blob(proto_for(new_target, page.protos["Blob"]), parts_of(arg(args, 0)), kind.lower())

    def make_file(args: Args, new_target: JSObject) -> Any:
        kind = optional_text(plain(arg(args, 2), "type"))
        made = Blob(proto_for(new_target, page.protos["File"]), parts_of(arg(args, 0)), kind.lower())
        made.props.update(name=to_string(arg(args, 1)), lastModified=page.start)
        return made

    def slice_(this: Blob, args: Args) -> Any:
        size = len(this.content)
        start, end = (int(to_number(v)) if v is not UNDEF else d for v, d in ((arg(args, 0), 0), (arg(args, 1), size)))
        return Blob(page.protos["Blob"], this.content[start:end], optional_text(arg(args, 2)))

    proto = interface("Blob", None, make_blob)
    getters(proto, Blob, {"size": lambda b: float(len(b.content.encode("utf-8", "replace"))), "type": lambda b: b.type})
    methods(proto, Blob, {
        "slice": slice_, "text": lambda b, a: later(b.content),
        "arrayBuffer": lambda b, a: later(converted(b.content, "arraybuffer")),
        "stream": lambda b, a: Stream(page.protos["ReadableStream"], [converted(b.content, "bytes")]),
    })  # fmt: skip
    interface("File", "Blob", make_file)
    for name in ("FileList", "DataTransfer"):
        interface(name)

    def make_reader(args: Args, new_target: JSObject) -> Any:
        made = events.Target(proto_for(new_target, page.protos["FileReader"]))
        made.props.update(result=None, error=None, readyState=0.0)
        return made

    def reads(how: str) -> Callable[[Any, Args], Any]:
        def run(this: events.Target, args: Args) -> Any:
            blob = arg(args, 0)
            if not isinstance(blob, Blob):
                throw("TypeError", "parameter 1 is not of type 'Blob'.")
            this.props["readyState"] = 1.0

            def done() -> None:
                if how == "url":
                    data = base64.b64encode(blob.content.encode("utf-8", "replace")).decode()
                    result: Any = f"data:{blob.type or 'application/octet-stream'};base64,{data}"
                else:
                    result = converted(blob.content, how)
                this.props.update(result=result, readyState=2.0)
                for kind in ("load", "loadend"):
                    events.simple(this, kind, "ProgressEvent")

            page.task(1.0, done)
            return UNDEF

        return run

    proto = interface("FileReader", "EventTarget", make_reader)
    constants("FileReader", {"EMPTY": 0.0, "LOADING": 1.0, "DONE": 2.0})
    events.handler_properties(proto, "loadstart progress load abort error loadend")
    methods(proto, events.Target, {
        "readAsText": reads("text"), "readAsArrayBuffer": reads("arraybuffer"), "readAsDataURL": reads("url"),
        "readAsBinaryString": reads("text"), "abort": lambda this, args: UNDEF,
    })  # fmt: skip


def _install_streams() -> None:
    def make_stream(args: Args, new_target: JSObject) -> Any:
        made = Stream(proto_for(new_target, page.protos["ReadableStream"]), [])
        source = arg(args, 0)
        made.source = source

        def enqueue(this: Any, args: Args) -> Any:
            made.chunks.append(arg(args, 0))
            return UNDEF

        controller = new_object(enqueue=native(enqueue), close=native(nothing), error=native(nothing), desiredSize=1.0)
        if is_callable(plain(source, "start")):
            call(get(source, "start"), source, [controller])
        return made

    def read(this: Reader, args: Args) -> Any:
        if this.stream.chunks:
            return later(new_object(value=this.stream.chunks.pop(0), done=False))
        return later(new_object(value=UNDEF, done=True))

    def get_reader(this: Stream, args: Args) -> Any:
        if this.locked:
            throw("TypeError", "ReadableStream is locked to a reader")
        this.locked = True
        made = Reader(page.protos["ReadableStreamDefaultReader"])
        made.stream = this
        return made

    def release(this: Reader, args: Args) -> Any:
        this.stream.locked = False
        return UNDEF

    def pipe(this: Stream, args: Args) -> Any:
        found = plain(arg(args, 0), "readable")
        return found if found is not UNDEF else this

    proto = interface("ReadableStream", None, make_stream)
    getters(proto, Stream, {"locked": lambda s: s.locked})
    methods(proto, Stream, {
        "getReader": get_reader, "cancel": lambda s, a: later(), "pipeThrough": pipe, "pipeTo": lambda s, a: never(),
        "tee": lambda s, a: new_array([Stream(s.proto, list(s.chunks)), Stream(s.proto, list(s.chunks))]),
    })  # fmt: skip
    proto = interface("ReadableStreamDefaultReader")
    getters(proto, Reader, {"closed": lambda r: never()})
    methods(proto, Reader, {"read": read, "releaseLock": release, "cancel": lambda r, a: later()})
    for name in ("WritableStream", "TransformStream", "TextDecoderStream"):

        def make(args: Args, new_target: JSObject, name: str = name) -> Any:
            made = JSObject(proto_for(new_target, page.protos[name]))
            made.props["readable"] = Stream(page.protos["ReadableStream"], [])
            made.props["writable"] = new_object()
            return made

        interface(name, None, make)


def install() -> None:
    _install_headers()
    _install_form()
    _install_streams()
    _install_blobs()

    def make_response(args: Args, new_target: JSObject) -> Any:
        options = options_of(arg(args, 1))
        status = float(to_number(options.get("status", 200.0)))
        headers = Headers(page.protos["Headers"]).fill(options.get("headers", UNDEF))
        body = arg(args, 0)
        made = Response(proto_for(new_target, page.protos["Response"]),
                        None if body is None or body is UNDEF else content_of(body), headers, status)  # fmt: skip
        made.status_text = optional_text(options.get("statusText", UNDEF))
        made.kind = "default"
        return made

    def copy(this: Any, args: Args) -> Any:
        if this.used:
            throw("TypeError", "body is already used")
        if isinstance(this, Request):
            return Request([this], page.protos["Request"])
        headers = Headers(page.protos["Headers"])
        headers.pairs = list(this.headers.pairs)
        made = Response(page.protos["Response"], this.content, headers, this.status)
        made.url = this.url
        return made

    proto = interface("Response", None, make_response)
    _body_members(proto, Response)
    getters(proto, Response, {
        "status": lambda r: r.status, "ok": lambda r: 200 <= r.status < 300, "statusText": lambda r: r.status_text,
        "url": lambda r: r.url, "type": lambda r: r.kind, "redirected": lambda r: False,
    })  # fmt: skip
    methods(proto, Response, {"clone": copy})

    def json_response(this: Any, args: Args) -> Any:
        text = call_method(get(page.window, "JSON"), "stringify", [arg(args, 0)])
        return make_response([text, arg(args, 1)], class_of("Response"))

    owner = class_of("Response")
    method(owner, "json", json_response)
    method(
        owner, "error", lambda this, args: Response(page.protos["Response"], None, Headers(page.protos["Headers"]), 0.0)
    )

    proto = interface("Request", None, lambda args, new: Request(args, proto_for(new, page.protos["Request"])))
    _body_members(proto, Request)
    defaults = {"mode": "cors", "credentials": "same-origin", "cache": "default", "redirect": "follow",
                "referrer": "about:client", "referrerPolicy": "", "integrity": "", "keepalive": False}  # fmt: skip
    getters(proto, Request, {
        "url": lambda r: r.url, "method": lambda r: r.method, "destination": lambda r: "", "duplex": lambda r: "half",
        "signal": lambda r: r.signal if isinstance(r.signal, JSObject) else events.Signal(),
        **{name: _option(name, value) for name, value in defaults.items()},
    })  # fmt: skip
    methods(proto, Request, {"clone": copy})


def _option(name: str, default: Any) -> Callable[[Any], Any]:
    return lambda request: request.options.get(name, default)
