"""Workers: scripts beside those of the page, each with a global object of its own.

A worker's tasks are among the page's and run in its ``Scope``. What its global object does not have, it has from the
window: the language and the connections are the same there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import bodies, events, urls
from bundlescan.interp.host.kit import Scope, interface, methods, native, nothing, page, throw_dom
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSObject,
    arg,
    get,
    new_array,
    new_object,
    proto_for,
    realm,
    to_string,
)
from bundlescan.interp.text import Literal, join, pieces_of

#: milliseconds until a worker's script runs, and until it can hear of messages
STARTS, HEARS = 1.0, 2.0
_OF_THE_PAGE = frozenset({"document", "frames", "localStorage", "parent", "sessionStorage", "top", "window"})


class Global(events.Target):
    """A worker's global object."""

    __slots__ = ()
    class_name = "WorkerGlobalScope"

    def has(self, key: Any) -> bool:
        return key in self.props or (key not in _OF_THE_PAGE and super().has(key))

    def get(self, key: Any, this: Any) -> Any:
        return UNDEF if key in _OF_THE_PAGE and key not in self.props else super().get(key, this)


class Worker(events.Target):
    __slots__ = ("scope",)
    scope: Scope
    class_name = "Worker"


def _scope(url: str) -> Scope:
    """The scope of the script at ``url``."""
    made = Global(page.window)
    made.props.update(self=made, globalThis=made, name="", importScripts=native(_import), close=native(nothing))
    if url.startswith("blob:"):
        made.props["location"] = _made_location(url)
    return Scope(made, {})


def _made_location(url: str) -> JSObject:
    """The location of a script that is made from text: it has the page's origin, and no host."""
    origin = get(page.location, "origin")
    parts = dict.fromkeys(("host", "hostname", "port", "search", "hash"), "")
    pathname = join([origin, "/", url.rpartition("/")[2]])
    href = join(["blob:", pathname])
    return new_object(href=href, origin=origin, protocol="blob:", pathname=pathname, **parts,
                      toString=native(lambda this, args: href))  # fmt: skip


def _import(this: Any, args: Args) -> Any:
    for given in args:
        _script(to_string(given))()
    return UNDEF


def _script(url: str) -> Callable[[], object]:
    """What runs the script at ``url``."""
    blob = page.blobs.get(str(url))
    if isinstance(blob, bodies.Blob):
        return lambda: _run_text(blob.content)
    resolved = urls.resolve(url)
    load = page.load(resolved.href()) if resolved is not None else None
    return load if load is not None else lambda: None


def _run_text(content: str) -> None:
    """Runs a text. The functions whose texts are in it are the scripts' own, so that it is known where they stand."""
    code: list[str] = []
    at = 0
    for number, (size, origin, _) in enumerate(pieces_of(content)):
        piece = str.__getitem__(content, slice(at, at + size))
        at += size
        function = realm.functions.get(origin.node) if isinstance(origin, Literal) else None
        if function is None or function.source_text() != piece:
            code.append(piece)
            continue
        name = f"function{number}"
        realm.window.props[name] = function
        node = function.template.node
        own_name = node.get("id")
        declared = own_name is not None and "".join(code).rstrip()[-1:] in ("", ";", "}")
        in_place = node.source.in_worker(node.start)  # such a text is read as a function
        code.append(f"{name}();" if in_place else f"var {own_name.name}={name};" if declared else name)
    realm.evaluate("".join(code))


def _begin(url: str, scope: Scope) -> None:
    page.task(STARTS, lambda: _script(url)(), scope)


def _make_worker(args: Args, new_target: JSObject) -> Any:
    url = to_string(arg(args, 0))
    if urls.resolve(url) is None:
        throw_dom("SyntaxError", "Failed to construct 'Worker': Invalid URL")
    page.opened("Worker", args)
    made = Worker(proto_for(new_target, page.protos["Worker"]))
    scope = made.scope = _scope(url)
    outside = page.scope

    def post(this: Any, given: Args) -> Any:
        data = events.clone(arg(given, 0))
        page.task(0, lambda: events.deliver(made, data), outside)
        return UNDEF

    scope.window.props["postMessage"] = native(post, "postMessage", 1)
    _begin(url, scope)
    return made


def _post(this: Worker, args: Args) -> Any:
    data = events.clone(arg(args, 0))
    page.task(HEARS, lambda: events.deliver(this.scope.window, data), this.scope)
    return UNDEF


def _make_shared(args: Args, new_target: JSObject) -> Any:
    url = to_string(arg(args, 0))
    if urls.resolve(url) is None:
        throw_dom("SyntaxError", "Failed to construct 'SharedWorker': Invalid URL")
    page.opened("SharedWorker", args)
    made = events.Target(proto_for(new_target, page.protos["SharedWorker"]))
    own, other = events.Port(), events.Port()
    own.other, other.other = other, own
    made.props["port"] = own
    scope = _scope(url)
    _begin(url, scope)
    fields = {"ports": new_array([other]), "source": other}
    page.task(HEARS, lambda: events.simple(scope.window, "connect", "MessageEvent", fields), scope)
    return made


def install() -> None:
    proto = interface("Worker", "EventTarget", _make_worker)
    events.handler_properties(proto, "message messageerror error")
    methods(proto, Worker, {"postMessage": _post, "terminate": nothing})
    events.handler_properties(interface("SharedWorker", "EventTarget", _make_shared), "error")
