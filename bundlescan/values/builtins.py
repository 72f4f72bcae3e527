"""The standard library of a page, as far as URLs are made with it: tables from name to meaning.

Global paths are written without ``window.``. What is data (``localStorage.x``, ``process.env.X``) is a hole that
knows its path; what is code (``JSON.parse``) is a ``Global`` and is called through ``_GLOBAL_CALLS``.
"""

from __future__ import annotations

import json
import math
import re
import urllib.parse
from collections.abc import Callable, Sequence
from functools import cmp_to_key, partial
from typing import TYPE_CHECKING, Any

from bundlescan.syntax.nodes import Node
from bundlescan.values import machines, maps, objects, origin, strings, urls
from bundlescan.values.conditions import PORT, branch, choose, equal, excerpt, is_positive, spelled_out, truth
from bundlescan.values.definitions import got
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    External,
    Function,
    Generator,
    Global,
    Hole,
    Instance,
    Keyed,
    Method,
    Module,
    Page,
    Promise,
    Prototype,
    Proxied,
    Record,
    Regex,
    Require,
    Url,
    Value,
    Walker,
    const,
    hoist,
    leaves,
    lift,
    map_options,
    number_text,
    primitive_integer,
    primitive_number,
    primitive_text,
    primitive_truth,
    unwrap,
)
from bundlescan.values.frames import Frame
from bundlescan.values.strings import string_parts

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

WINDOWS = frozenset({"window", "self", "globalThis", "top", "parent", "frames"})
#: names on the global object that every page has
BROWSER_GLOBALS = WINDOWS | frozenset(
    [
        "location",
        "document",
        "navigator",
        "localStorage",
        "sessionStorage",
        "history",
        "screen",
        "performance",
        "console",
        "crypto",
        "JSON",
        "Object",
        "Array",
        "String",
        "Number",
        "Boolean",
        "Math",
        "Date",
        "RegExp",
        "Promise",
        "Symbol",
        "Reflect",
        "Proxy",
        "Map",
        "Set",
        "WeakMap",
        "WeakSet",
        "Error",
        "TypeError",
        "URL",
        "URLSearchParams",
        "WebSocket",
        "EventSource",
        "XMLHttpRequest",
        "fetch",
        "Request",
        "Response",
        "Headers",
        "FormData",
        "Blob",
        "File",
        "FileReader",
        "Worker",
        "MessageChannel",
        "setTimeout",
        "setInterval",
        "clearTimeout",
        "clearInterval",
        "queueMicrotask",
        "requestAnimationFrame",
        "parseInt",
        "parseFloat",
        "isNaN",
        "isFinite",
        "encodeURIComponent",
        "decodeURIComponent",
        "encodeURI",
        "decodeURI",
        "escape",
        "unescape",
        "atob",
        "btoa",
        "Event",
        "CustomEvent",
        "addEventListener",
        "removeEventListener",
        "Function",
        "Uint8Array",
        "ArrayBuffer",
        "DataView",
        "Int8Array",
        "TextEncoder",
        "TextDecoder",
        "AbortController",
        "BigInt",
        "Intl",
        "structuredClone",
        "HTMLElement",
        "Element",
        "Node",
        "Image",
        "alert",
    ]
)
#: global names that no page has, so that `typeof x` is "undefined" there
ABSENT_GLOBALS = frozenset(
    [
        "process",
        "global",
        "require",
        "module",
        "exports",
        "Deno",
        "Bun",
        "__dirname",
        "__filename",
        "WorkerGlobalScope",
        "MozWebSocket",
        "importScripts",
        "GLOBAL",
        "EdgeRuntime",
    ]
)
#: roots whose properties are data
_DATA = frozenset(
    {"navigator", "localStorage", "sessionStorage", "history", "screen", "performance", "document", "crypto"}
)
_LOCATION = frozenset({"protocol", "hostname", "host", "port", "origin", "href", "pathname", "search", "hash"})
#: how the key begins that stands for a symbol
SYMBOL = "@@symbol:"
#: the name of the method ``[Symbol.iterator]``
ITERATOR = "@@iterator"
#: the key of the method ``[Symbol.toPrimitive]``
TO_PRIMITIVE = SYMBOL + "Symbol.toPrimitive"
#: the "method" of an object that is all its properties' descriptors
DESCRIPTORS = "@@descriptors"
#: how many elements are put in order
MAX_SORTED = 24
#: functions that render a component with props
RENDERERS = frozenset({
    "jsx", "jsxs", "jsxDEV", "_jsx", "_jsxs", "createElement", "cloneElement", "h", "createVNode", "createBlock",
    "createComponent", "_createVNode", "_createBlock", "createSSRApp", "createApp", "render", "mount",
})  # fmt: skip
_RUN_LATER = frozenset({
    "setTimeout", "setInterval", "requestAnimationFrame", "queueMicrotask", "nextTick", "setImmediate", "useEffect",
    "useLayoutEffect", "useMemo", "onMounted", "onMount", "onCreated", "watchEffect", "computed", "createEffect",
    "startTransition", "requestIdleCallback", "afterUpdate", "onBeforeMount", "ready", "createMemo", "untrack",
})  # fmt: skip
_EACH = frozenset({"forEach", "map", "flatMap", "filter", "find", "some", "every", "findIndex", "findLast"})


def is_browser_global(name: str) -> bool:
    return name in BROWSER_GLOBALS


def global_value(ev: Evaluator, name: str, node: Node) -> Value:
    """What a name that no declaration binds is in a page."""
    if name in WINDOWS:
        return Global("window", node=node)
    if name in ("NaN", "Infinity"):
        return const(float(name.lower().replace("infinity", "inf")), node)
    if name in BROWSER_GLOBALS or name in ("process", "require"):
        return Global(name, node=node)
    return _page_variable(ev, name, node, Hole(("global", name), "a global variable", name, node=node))


def _page_variable(ev: Evaluator, name: str, node: Node, unknown: Hole) -> Value:
    """A variable of the page: what the scanned scripts leave in it, or what other code may put there."""
    loader = ev.project.loaders.named(name, node)
    if loader is not None:
        return loader
    known = ev.project.global_variable(ev, name, node)
    if known is None or isinstance(known, Hole):
        return unknown
    return Choice(Cond(("page variable", name), f"who sets {name}", "write"), (known, unknown), node=node)


def _is_wrapper(ev: Evaluator, value: Value) -> str | None:
    """Which kind of URLs ``value`` brings to the page's origin, a function that a rewrite puts in."""
    fn = value.fn if isinstance(value, Function) else None
    if fn is None or fn.type != "FunctionExpression" or not 100 < fn.end - fn.start < 2_000:
        return None
    relative = ev.wrappers.get(fn.text)
    return relative if relative != "options" else None


def global_property(ev: Evaluator, path: str, name: str, node: Node) -> Value | None:
    if path == "window":
        if name == "origin":  # HTML standard, 8.1.7: that of the page's own address
            return Page("origin", node=node)
        if name in BROWSER_GLOBALS:
            return global_value(ev, name, node)
        if name in ABSENT_GLOBALS:
            return const(UNDEFINED, node)
        hole = Hole(("global", name), "set by the page", f"window.{name}", node=node)
        return _page_variable(ev, name, node, hole)
    if path == "location":
        if name in _LOCATION:
            return Page(name, node=node)
        return Method(Page("href", node=node), name, node=node)
    if path == "document":
        if name == "location":
            return Global("location", node=node)
        if name == "domain":
            return Page("hostname", node=node)
        if name in ("URL", "documentURI", "baseURI"):
            return Page("href", node=node)
        if name == "defaultView":
            return Global("window", node=node)
        if name == "createElement":
            return Global("document.createElement", node=node)
    if path == "Symbol" and name == "toPrimitive":
        return const(TO_PRIMITIVE, node)
    if name == "env" and path in ("import.meta", "process"):
        return Global(f"{path}.env", node=node)
    if path in ("import.meta.env", "process.env"):
        setting = ev.project.setting(node, name)
        if setting is not None:
            return setting.via(node, f"the build puts {name} in here")
    if name == "getItem" and path in ("localStorage", "sessionStorage"):
        return Global(f"{path}.getItem", node=node)
    if path in _DATA or path in ("process", "process.env", "import.meta.env"):
        full = f"{path}.{name}"
        return Hole(("global", full), "known at run time", full, node=node)
    if path == "import.meta":
        return Hole(("global", f"import.meta.{name}"), "known at run time", f"import.meta.{name}", node=node)
    return Global(f"{path}.{name}", node=node)


def type_of(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    """``typeof x``, which a page answers for the names that it has or lacks."""
    argument = node.argument
    if argument.type == "Identifier" and ev.binding(argument) is None:
        if argument.name in ABSENT_GLOBALS:
            return const("undefined", node)
    return lift(lambda value: _type_of(ev, value, node), ev.eval(argument, frame))


def _type_of(ev: Evaluator, value: Value, node: Node) -> Value:
    while isinstance(value, Record) and value.base is not None:  # a function with properties is a function
        value = value.base
    match value:
        case Const(value=known):
            if known is UNDEFINED:
                return Const("undefined", node=node)
            if known is None:
                return Const("object", node=node)
            if isinstance(known, str) and known.startswith(SYMBOL):
                return Const("symbol", node=node)
            name = "boolean" if isinstance(known, bool) else "string" if isinstance(known, str) else "number"
            return Const(name, node=node)
        case Page() | Concat():
            return Const("string", node=node)
        case Function() | Method() | External():
            return Const("function", node=node)
        case Global(path=path):
            name = path.rsplit(".", 1)[-1]
            is_function = (name[:1].isupper() and name not in ("JSON", "Math", "Reflect", "Intl")) or name in _FUNCTIONS
            return Const("function" if is_function else "object", node=node)
        case Record() | Array() | Instance() | Url() | Promise() | Regex() | Module() | Prototype():
            return Const("object", node=node)
        case Hole(key=key):
            return Hole(("typeof", key), "the type of what is not known", node=node)
    return ev.hole(node, "a type")


_FUNCTIONS = frozenset(
    {"fetch", "setTimeout", "setInterval", "require", "parseInt", "parseFloat", "addEventListener", "atob", "btoa"}
)


#: methods of a Map or URLSearchParams that give its entries
_WALKED = frozenset({"entries", "forEach", "keys", "values"})


def is_object_method(owner: Value, name: str) -> bool:
    if isinstance(owner, Array):
        return name in _ARRAY_METHODS
    if isinstance(owner, Function):
        return name in ("call", "apply", "bind", "toString", "hasOwnProperty")
    if isinstance(owner, Keyed) and name in _WALKED:
        return True
    if name in ("get", "has"):  # of what stands for a Map or URLSearchParams
        return owner.node is None or owner.node.type != "ObjectExpression"
    return name in ("hasOwnProperty", "toString", "valueOf", "propertyIsEnumerable")


# -- methods of values ------------------------------------------------------------------------------------------


def call_method(ev: Evaluator, method: Method, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    owner, name = method.owner, method.name
    if name == ITERATOR:
        return Walker(owner, node=node)
    match owner:
        case Function():
            return _function_method(ev, owner, name, args, node, frame)
        case Method(name=borrowed) if name in ("call", "apply"):
            lent = _lent(ev, borrowed, name, args, node, frame)
            return lent if lent is not None else _result(ev, node, name, key=("call", node, frame))
        case Generator() if name == "next":
            return objects.step(ev, owner, node)
        case Generator():  # only what a driver made a promise of is asked for more
            promise = Promise(owner.result, node=owner.node)
            return call_method(ev, Method(promise, name), args, node, frame)
        case Walker(owner=walked):
            return objects.step(ev, walked, node) if name in ("next", "n") else const(UNDEFINED, node)
        case Array():
            made = _ARRAY_METHODS.get(name)
            result = made(ev, owner, args, node, frame) if made is not None else None
            return result if result is not None else _result(ev, node, name)
        case Promise(value=value):
            if name == "then" and args:
                relative = _is_wrapper(ev, args[0])
                if relative is not None:
                    return Promise(origin.to_origin(ev, unwrap(value), relative, node), node=node)
                return Promise(lift(unwrap, ev.call(args[0], (value,), None, node, frame)), node=node)
            return owner
        case Url():
            if name in ("toString", "toJSON"):
                return objects.url_part(ev, owner, "href", node)
            return _result(ev, node, name)
        case Regex():
            return _regex_method(ev, owner, name, args, node)
        case Keyed(pairs=pairs) if name in _WALKED:
            if name == "forEach":
                return const(UNDEFINED, node)
            taken = pairs if name == "entries" else [ev.get(p, str(int(name == "values")), node) for p in pairs]
            return Array(tuple(taken), node=node)
        case Record():
            if name == "hasOwnProperty" and args:
                has = _has_own(ev, (owner, *args), node, frame)
                return has if has is not None else _result(ev, node, name)
            if name in ("get", "has") and args and isinstance(owner.node, Node) and owner.node.type == "NewExpression":
                stored = maps.stored(ev, owner.node, args[0], node, frame)
                if stored is not None:
                    return stored if name == "get" else choose(Cond(("has", node), excerpt(node)))
                return map_options(partial(_kept, ev, owner, name, node, frame), hoist(args[0]))
            if name == "valueOf":
                return owner
            return _result(ev, node, name)
        case Require(loader=loader, how=how):
            if name == "bind":
                return Require(loader, how, (*owner.bound, *args[1:]), node=node)
            return ev.call(owner, args[1:], None, node, frame) if name == "call" else ev.hole(node, "modules")
        case Const() | Page() | Concat() | Hole():
            return string_method(ev, owner, name, args, node, frame)
    return _result(ev, node, name, key=("call", node, frame))


def _kept(ev: Evaluator, table: Record, name: str, node: Node, frame: Frame | None, key: Value) -> Value:
    """``table.get(key)`` or ``table.has(key)`` of what stands for a Map or URLSearchParams."""
    if not isinstance(key, Const):
        return objects.any_property(ev, table, key, node, frame)
    found = objects.own(ev, table, primitive_text(key.value), node, frame)
    if name == "has":
        return const(found is not None, node)
    params = table.node is not None and table.node.callee.get("name") == "URLSearchParams"
    return found if found is not None else const(None if params else UNDEFINED, node)


def _lent(
    ev: Evaluator, method: str, how: str, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """A built-in method called on another object: ``[].slice.call(arguments, 1)``."""
    if not args:
        return None
    given: tuple[Value, ...] | None = args[1:]
    if how == "apply":
        listed = objects.elements(args[1]) if len(args) > 1 else Array(())
        given = listed.items if listed is not None and not listed.open else None
    if given is None:
        return None
    asked = given
    return lift(lambda on: call_method(ev, Method(on, method, node=node), asked, node, frame), args[0])


#: a method of a built-in class that is called on what is given
_BORROWED = re.compile(r"(?:Array|String|Object|Number|RegExp)(?:\.prototype)?\.(\w+)\.(call|apply)")


def _result(ev: Evaluator, node: Node, name: str, key: object = None) -> Hole:
    """What a call of a built-in method or function gives where that is not known."""
    cause = f"the result of {name}"
    return ev.lost(node, cause, key) if name in _GIVE_WHAT_IS_IN else ev.hole(node, cause, key=key)


#: what gives something of the object that it is called on or given, or that object itself
_GIVE_WHAT_IS_IN = frozenset({
    "at", "concat", "entries", "filter", "find", "findLast", "flatMap", "get", "map", "next", "pop", "reduce",
    "reduceRight", "shift", "slice", "values", "Object.create", "Object.entries", "Object.freeze", "Object.fromEntries",
    "Object.values",
})  # fmt: skip


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _number_text(owner: Const, name: str, args: tuple[Value, ...], node: Node) -> Value | None:
    """``n.toString(radix)``, ``n.toFixed(digits)`` of a whole number; None where the text is not known."""
    given = args[0].value if args and isinstance(args[0], Const) else None if args else UNDEFINED
    number = owner.value
    if not isinstance(number, float) or number % 1 or given is None or abs(number) > 2**53:
        return None
    base = 10 if given is UNDEFINED or name == "toFixed" else given
    if name == "toFixed" and given not in (UNDEFINED, 0):
        return None
    if not isinstance(base, (int, float)) or not 2 <= base <= 36 or base % 1:
        return None
    digits, rest = "", abs(int(number))
    while rest or not digits:
        digits, rest = _DIGITS[rest % int(base)] + digits, rest // int(base)
    return Const("-" * (number < 0) + digits, node=owner.node if base == 10 else node, steps=owner.steps)


def string_method(
    ev: Evaluator, owner: Value, name: str, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value:
    """A method of a string (or of a number, for its text)."""
    if name in ("toString", "valueOf", "toLocaleString", "normalize", "toFixed"):
        if name in ("toString", "toFixed") and isinstance(owner, Const) and isinstance(owner.value, float):
            return _number_text(owner, name, args, node) or ev.hole(node, f"the result of {name}")
        return owner if name == "valueOf" else ev.string(owner, node)
    if name == "concat":
        return ev.concat((owner, *args), node)
    known = isinstance(owner, strings.Cased) or name in _ON_HOLES
    if isinstance(owner, Hole) and not isinstance(owner.key, str) and not known:
        cause = f"the result of {name}: {owner.cause}"
        return Hole(("call", node, frame, owner.key), cause, lost=owner.lost, node=node)

    def replacer(groups: list[Value]) -> Value:
        return ev.string(ev.call(args[1], tuple(groups), None, node, frame), node)

    whole = _asked_whole(owner, name, args, node)
    if whole is not None:
        return whole

    def apply(subject: Value, *given: Value) -> Value:
        if name in ("toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase"):
            made = strings.known_case(subject, upper="Upper" in name)
        else:
            made = (
                strings.port_replaced(name, subject, given, node)
                or strings.call_method(name, subject, given, node, replacer)
                or strings.page_test(name, subject, given, node)
            )
        return made if made is not None else _result(ev, node, name, key=("call", node, frame))

    return lift(apply, spelled_out(owner), *(hoist(arg) for arg in args))


def _asked_whole(owner: Value, name: str, args: tuple[Value, ...], node: Node) -> Value | None:
    """A test of ``location.href`` and the like as one condition, where its pieces do not answer it."""
    if not isinstance(owner, Page) or name not in strings.LOOKING or spelled_out(owner) is owner:
        return None
    by_pieces = [strings.call_method(name, leaf, args, node) for leaf in leaves(spelled_out(owner))]
    return strings.page_test(name, owner, args, node) if any(made is None for made in by_pieces) else None


_ON_HOLES = frozenset({"replace", "replaceAll", "trim", "trimEnd", "trimStart"})


def _regex_method(ev: Evaluator, owner: Regex, name: str, args: tuple[Value, ...], node: Node) -> Value:
    if not args:
        return _result(ev, node, name)

    asked = {"exec": "match"}.get(name, name)
    whole = _asked_whole(args[0], asked, (owner,), node)
    if whole is not None:
        return whole

    def apply(subject: Value) -> Value:
        made: Value | None = None
        if asked in ("test", "match"):
            made = strings.call_method(asked, subject, (owner,), node) or strings.page_test(
                asked, subject, (owner,), node
            )
        if made is None and name == "test":
            return choose(Cond(("test", node), excerpt(node)))
        return made if made is not None else _result(ev, node, name)

    return lift(apply, spelled_out(args[0]))


def _function_method(
    ev: Evaluator, owner: Function, name: str, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value:
    this = args[0] if args else None
    match name:
        case "call":
            return ev.call(owner, args[1:], this, node, frame)
        case "apply":
            given = args[1] if len(args) > 1 else None
            if given is None or (isinstance(given, Array) and not given.open):
                return ev.call(owner, given.items if isinstance(given, Array) else (), this, node, frame)
        case "bind":
            bound = (*owner.bound, *args[1:])
            return Function(owner.fn, owner.frame, this, bound, node=owner.node, steps=owner.steps)
    return _result(ev, node, name)


# -- arrays -----------------------------------------------------------------------------------------------------


ArrayMethod = Callable[["Evaluator", Array, "tuple[Value, ...]", Node, "Frame | None"], "Value | None"]


def _join(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if a.open:
        return None
    separator = args[0] if args else Const(",", node=node)
    pieces: list[Value] = []
    for index, item in enumerate(a.items):
        if index:
            pieces.append(separator)
        if isinstance(item, Const) and (item.value is None or item.value is UNDEFINED):
            continue
        pieces.append(item)
    return ev.concat(pieces, node)


def _map(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return None
    items = tuple(
        ev.call(args[0], (item, const(float(i), node), a), None, node, frame) for i, item in enumerate(a.items[:32])
    )
    return Array(items, a.open or len(a.items) > 32, node=node)


def _find(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return None

    def chain(index: int) -> Value:
        if index >= min(len(a.items), 24):
            return ev.lost(node, "an element") if a.open else const(UNDEFINED, node)
        item = a.items[index]
        test = truth(ev.call(args[0], (item, const(float(index), node), a), None, node, frame))
        return branch(test, lambda: item, lambda: chain(index + 1))

    return chain(0)


def _filter(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    kept: list[Value] = []
    is_open = a.open
    for index, item in enumerate(a.items[:32]):
        if not args:
            return None
        if isinstance(args[0], Global) and args[0].path == "Boolean":
            test = truth(item)
        else:
            test = truth(ev.call(args[0], (item, const(float(index), node), a), None, node, frame))
        if isinstance(test, Const):
            if test.value:
                kept.append(item)
        else:
            if isinstance(args[0], Global):  # filter(Boolean): an element that may be missing reads as empty text
                kept.append(item)
                continue
            kept.append(item)
            is_open = True
    return Array(tuple(kept), is_open, node=node)


def _reduce(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return _folded(ev, a, list(enumerate(a.items)), args, node, frame)


def _reduce_right(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return _folded(ev, a, list(enumerate(a.items))[::-1], args, node, frame)


def _folded(
    ev: Evaluator,
    a: Array,
    items: list[tuple[int, Value]],
    args: tuple[Value, ...],
    node: Node,
    frame: Frame | None,
) -> Value | None:
    if not args or a.open or len(items) > 32:
        return None
    if len(args) > 1:
        total = args[1]
    elif items:
        total = items.pop(0)[1]
    else:
        return None
    for index, item in items:
        total = ev.call(args[0], (total, item, const(float(index), node), a), None, node, frame)
    return total


def _slice(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    bounds = []
    for arg in args[:2]:
        if not isinstance(arg, Const):
            return None
        bounds.append(None if arg.value is UNDEFINED else primitive_integer(arg.value))
    start = bounds[0] if bounds else None
    end = bounds[1] if len(bounds) > 1 else None
    if a.open and ((start or 0) < 0 or end is None or end < 0 or end > len(a.items)):
        return Array(a.items[start:] if (start or 0) >= 0 else (), True, node=node)
    return Array(a.items[start:end], node=node)


def _concat(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return lift(partial(_concatenated, a, node), *args) if args else a


def _concatenated(a: Array, node: Node, *args: Value) -> Value:
    items = list(a.items)
    is_open = a.open
    for arg in args:
        if is_open:
            break
        if isinstance(arg, Array):
            items.extend(arg.items)
            is_open = arg.open
        elif isinstance(arg, (Hole, External)):
            is_open = True
        else:
            items.append(arg)
    return Array(tuple(items), is_open, node=node)


def _at(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args or not isinstance(args[0], Const) or a.open:
        return None
    index = primitive_integer(args[0].value)
    return a.items[index] if -len(a.items) <= index < len(a.items) else const(UNDEFINED, node)


def _includes(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return None

    def chain(index: int) -> Value:
        if index >= min(len(a.items), 24):
            return choose(Cond(("includes", node), excerpt(node))) if a.open else const(False, node)
        return branch(
            equal(a.items[index], args[0], node, strict=True), lambda: const(True, node), lambda: chain(index + 1)
        )

    return chain(0)


def _index_of(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    found = _includes(ev, a, args, node, frame)
    return None if found is None else branch(found, lambda: const(0.0, node), lambda: const(-1.0, node))


def _quantified(every: bool) -> ArrayMethod:
    def method(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        if not args or a.open:
            return None

        def chain(index: int) -> Value:
            if index >= min(len(a.items), 24):
                return const(every, node)
            test = truth(ev.call(args[0], (a.items[index], const(float(index), node)), None, node, frame))
            if every:
                return branch(test, lambda: chain(index + 1), lambda: const(False, node))
            return branch(test, lambda: const(True, node), lambda: chain(index + 1))

        return chain(0)

    return method


def _flat(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    items: list[Value] = []
    for item in a.items:
        items.extend(item.items if isinstance(item, Array) else (item,))
    return Array(tuple(items), a.open, node=node)


def sorted_array(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """The elements in their order; where a comparison is not known, any may stand at each place."""
    given = args[0] if args and not (isinstance(args[0], Const) and args[0].value is UNDEFINED) else None
    if len(a.items) > MAX_SORTED:
        return None

    def compare(x: Value, y: Value) -> int:
        result = _compare_texts(x, y) if given is None else ev.call(given, (x, y), None, node, frame)
        if not isinstance(result, Const):
            raise _NoOrder
        order = primitive_number(result.value)
        return (order > 0) - (order < 0)  # what is no number compares as 0

    try:
        if not a.open:
            return Array(tuple(sorted(a.items, key=cmp_to_key(compare))), node=node)
    except _NoOrder:
        pass
    first = objects.any_element(ev, a, node)
    return Array((first,) * len(a.items), True, node=node)  # open: together they are not what the places say one by one


class _NoOrder(Exception):
    """A comparison of two elements is not known."""


def _compare_texts(x: Value, y: Value) -> Value:
    if not (isinstance(x, Const) and isinstance(y, Const)):
        raise _NoOrder
    if UNDEFINED in (x.value, y.value):  # last, whatever compares
        return const(float((x.value is UNDEFINED) - (y.value is UNDEFINED)))
    a, b = (primitive_text(v.value).encode("utf-16-be", "surrogatepass") for v in (x, y))
    return const(float((a > b) - (a < b)))


def _end(index: int) -> ArrayMethod:
    def method(ev: Evaluator, a: Array, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        return a.items[index] if a.items and not (a.open and index == -1) else None

    return method


_ARRAY_METHODS: dict[str, ArrayMethod] = {
    "join": _join,
    "map": _map,
    "flatMap": lambda ev, a, args, node, frame: lift(
        lambda m: (_flat(ev, m, (), node, frame) if isinstance(m, Array) else None) or ev.hole(node, "flatMap"),
        _map(ev, a, args, node, frame) or ev.hole(node, "flatMap"),
    ),
    "find": _find,
    "findLast": lambda ev, a, args, node, frame: _find(ev, Array(a.items[::-1], a.open), args, node, frame),
    "filter": _filter,
    "reduce": _reduce,
    "reduceRight": _reduce_right,
    "slice": _slice,
    "concat": _concat,
    "at": _at,
    "includes": _includes,
    "indexOf": _index_of,
    "has": _includes,
    "some": _quantified(False),
    "every": _quantified(True),
    "flat": _flat,
    "reverse": lambda ev, a, args, node, frame: None if a.open else Array(a.items[::-1], node=node),
    "toReversed": lambda ev, a, args, node, frame: None if a.open else Array(a.items[::-1], node=node),
    "sort": sorted_array,
    "toSorted": sorted_array,
    "forEach": lambda ev, a, args, node, frame: const(UNDEFINED, node),
    "push": lambda ev, a, args, node, frame: const(float(len(a.items) + len(args)), node),
    "pop": _end(-1),
    "shift": _end(0),
    "toString": _join,
    "values": lambda ev, a, args, node, frame: a,
    "entries": lambda ev, a, args, node, frame: Array(
        tuple(Array((const(float(i), node), item), node=node) for i, item in enumerate(a.items)), a.open, node=node
    ),
}


# -- functions of the global object ------------------------------------------------------------------------------


GlobalCall = Callable[["Evaluator", "tuple[Value, ...]", Node, "Frame | None"], "Value | None"]


def call_global(ev: Evaluator, path: str, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    if path == "require" and args and isinstance(args[0], Const) and isinstance(args[0].value, str):
        return ev.project.namespace(ev, node, args[0].value)
    made = _GLOBAL_CALLS.get(path)
    result = made(ev, args, node, frame) if made is not None else None
    borrowed = _BORROWED.fullmatch(path) if made is None else None
    if borrowed is not None and (".prototype." in path or borrowed[1] == "hasOwnProperty"):
        result = _lent(ev, borrowed[1], borrowed[2], args, node, frame)
    return result if result is not None else _result(ev, node, path, key=("call", node, frame))


def _element(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """A new ``<a>`` is a URL object, the one that browsers have always had."""
    is_link = args and isinstance(args[0], Const) and args[0].value in ("a", "A")
    return Url(Const("", node=node), element=True, node=node) if is_link else None


def _string(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return ev.string(args[0], node) if args else Const("", node=node)


def _string_raw(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``String.raw(strings, ...values)``. A compiler's strings may have been followed without their ``raw``."""

    def join(strings: Value) -> Value:
        texts = objects.elements(ev.get(strings, "raw", node, frame)) or objects.elements(strings)
        if texts is None or texts.open:
            return ev.hole(node, "the pieces of a template")
        pieces: list[Value] = []
        for index, text in enumerate(texts.items):
            pieces += [text, *args[index + 1 : index + 2]] if index + 1 < len(texts.items) else [text]
        return ev.concat(pieces, node)

    return lift(join, args[0]) if args else None


def _from_codes(last: int) -> GlobalCall:
    def text(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        codes = [primitive_number(arg.value) for arg in args if isinstance(arg, Const)]
        if len(codes) < len(args) or not all(0 <= code <= last and code % 1 == 0 for code in codes):
            return None
        return const("".join(chr(int(code)) for code in codes), node)

    return text


def _number(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    def convert(value: Value) -> Value:
        if isinstance(value, Const):
            return Const(primitive_number(value.value), node=value.node, steps=value.steps)
        return as_number(value, 0.0) or ev.hole(node, "a number")

    return lift(convert, ev.primitive(args[0], "number", node)) if args else const(0.0, node)


def as_number(value: Value, unshown: float = math.nan) -> Value | None:
    """A page's port as a number; None for any other value that is not known. ``unshown``: what it is where the page's
    URL shows none, NaN where the text is parsed."""
    if isinstance(value, Page) and value.name == "port":
        if value.number:
            return value
        shown = Page("port", True, node=value.node, steps=value.steps)
        return Choice(PORT, (shown, const(unshown, value.node)), node=value.node)
    return None


def _parse_number(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``parseFloat(text)``; ``parseInt`` differs in the fraction, which no port has."""

    def convert(value: Value) -> Value:
        if isinstance(value, Const):
            number = _leading_number(primitive_text(value.value).strip())
            return Const(number, node=value.node, steps=value.steps) if number == number else const(number, node)
        return as_number(value) or ev.hole(node, "a number")

    return lift(convert, args[0]) if args else None


def _leading_number(text: str) -> float:
    found = re.match(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", text, re.ASCII)
    return float(found.group()) if found else float("nan")


def _parse_integer(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``parseInt(text, radix)`` (ECMA-262, 19.2.5)."""
    given = args[1] if len(args) > 1 else const(UNDEFINED, node)
    if not isinstance(given, Const):
        return None
    radix = primitive_number(given.value)

    def convert(value: Value) -> Value:
        if not isinstance(value, Const):
            return as_number(value) or ev.hole(node, "a number")
        number = _leading_integer(primitive_text(value.value).strip(), 0 if radix != radix else int(radix))
        return Const(number, node=value.node, steps=value.steps) if number == number else const(number, node)

    return lift(convert, args[0]) if args else None


def _leading_integer(text: str, radix: int) -> float:
    sign = -1 if text.startswith("-") else 1
    text = text.lstrip("+-") if text[:1] in "+-" else text
    if radix in (0, 16) and text[:2].lower() == "0x":
        text, radix = text[2:], 16
    radix = radix or 10
    digits = 0
    while digits < len(text) and text[digits].isalnum() and int(text[digits], 36) < radix:
        digits += 1
    return float(sign * int(text[:digits], radix)) if digits and 2 <= radix <= 36 else float("nan")


def _json_parse(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return None

    def parse(value: Value) -> Value:
        if not isinstance(value, Const) or not isinstance(value.value, str):
            return ev.hole(node, "parsed at run time", key=("call", node, frame))
        try:
            return _Json(value.value, value, node).value()
        except ValueError:
            return ev.hole(node, "text that is not JSON")

    return lift(parse, hoist(args[0]))


class _Json:
    """JSON text -> values that know where in the literal each of them is spelled."""

    def __init__(self, text: str, literal: Const, node: Node) -> None:
        self.text = text
        self.literal = literal
        self.node = node
        self.decoder = json.JSONDecoder()
        self.at = 0

    def value(self) -> Value:
        made = self._value()
        self._blank()
        if self.at != len(self.text):
            raise ValueError("text after the value")
        return made

    def _blank(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t\n\r":
            self.at += 1

    def _here(self, start: int) -> int | None:
        return None if self.literal.index is None else self.literal.index + start

    def _value(self) -> Value:
        self._blank()
        char = self.text[self.at : self.at + 1]
        node = self.literal.node or self.node
        if char == "{":
            return self._object(node)
        if char == "[":
            return self._array(node)
        start = self.at
        raw: Any
        raw, self.at = self.decoder.raw_decode(self.text, start)
        if isinstance(raw, str):
            plain = self.text[start + 1 : self.at - 1] == raw
            return Const(raw, self._here(start + 1) if plain else None, node=node)
        if isinstance(raw, bool) or raw is None:
            return Const(raw, self._here(start), node=node)
        return Const(float(raw), self._here(start), node=node)

    def _object(self, node: Node) -> Value:
        self.at += 1
        props: dict[str, Value | Callable[[], Value]] = {}
        self._blank()
        while self.text[self.at : self.at + 1] != "}":
            key, self.at = self.decoder.raw_decode(self.text, self.at)
            self._blank()
            self._expect(":")
            props[str(key)] = self._value()
            self._blank()
            if self.text[self.at : self.at + 1] == ",":
                self.at += 1
                self._blank()
            elif self.text[self.at : self.at + 1] != "}":
                raise ValueError("neither , nor }")
        self.at += 1
        return Record(props, node=node)

    def _array(self, node: Node) -> Value:
        self.at += 1
        items: list[Value] = []
        self._blank()
        while self.text[self.at : self.at + 1] != "]":
            items.append(self._value())
            self._blank()
            if self.text[self.at : self.at + 1] == ",":
                self.at += 1
            elif self.text[self.at : self.at + 1] != "]":
                raise ValueError("neither , nor ]")
        self.at += 1
        return Array(tuple(items), node=node)

    def _expect(self, char: str) -> None:
        if self.text[self.at : self.at + 1] != char:
            raise ValueError(f"no {char}")
        self.at += 1


def _assign(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return None
    value = args[0]
    for source in args[1:]:
        value = objects.merged(ev, value, source, node)
    return value


def _keys(part: str) -> GlobalCall:
    def function(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        def make(owner: Value) -> Value:
            if isinstance(owner, Array):
                return owner if part == "values" else Array((), True, node=node)
            names = objects.names(owner)
            if names is None:
                return Array((), True, node=node)
            key = [Const(name, node=owner.node) for name in names]
            if part == "keys":
                return Array(tuple(key), node=node)
            value = [ev.get(owner, name, node, frame) for name in names]
            if part == "values":
                return Array(tuple(value), node=node)
            return Array(tuple(Array((k, v), node=node) for k, v in zip(key, value, strict=True)), node=node)

        return lift(make, args[0]) if args else None

    return function


def _from_entries(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    listed = objects.elements(args[0]) if args else None
    if listed is None:
        return None
    props: dict[str, Value | Callable[[], Value]] = {}
    for item in listed.items:
        if not isinstance(item, Array) or len(item.items) < 2 or not isinstance(item.items[0], Const):
            return None
        props[primitive_text(item.items[0].value)] = item.items[1]
    return Record(props, ev.lost(node, "more entries") if listed.open else None, node=node)


def _first(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return args[0] if args else const(UNDEFINED, node)


def _create(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args or isinstance(args[0], Const):
        return Record({}, node=node)
    if isinstance(args[0], Prototype):
        return Instance(args[0].ctor, None, ("create", node, frame), node=node)
    return Record({}, args[0], node=node)


#: elements of a list that is made of a length alone
MAX_MADE = 24


def _array_from(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    array = objects.elements(args[0]) if args else None
    length = ev.get(args[0], "length", node, frame) if args and isinstance(args[0], Record) and array is None else None
    if isinstance(length, Const) and 0 <= primitive_number(length.value) <= MAX_MADE:  # Array.from({length: n}, f)
        array = Array(tuple(const(UNDEFINED, node) for _ in range(int(primitive_number(length.value)))), node=node)
    if array is None:
        return None
    return _map(ev, array, args[1:], node, frame) if len(args) > 1 else array


def _is_array(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if not args:
        return const(False, node)

    def test(value: Value) -> Value:
        if isinstance(value, Hole):
            return choose(Cond(("isArray", value.key), excerpt(node)))
        return const(isinstance(value, Array), node)

    return lift(test, args[0])


def _encode(safe: str) -> GlobalCall:
    def function(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        def encode(value: Value) -> Value:
            parts = string_parts(value)
            if parts is None:
                return ev.hole(node, "encoded text")
            out: list[Value] = []
            for part in parts:
                if isinstance(part, Const):
                    text = primitive_text(part.value)
                    try:
                        coded = urllib.parse.quote(text, safe=safe)
                    except UnicodeEncodeError:  # a lone surrogate: the page gets a URIError
                        return Dead(node=node)
                    out.append(part if coded == text else Const(coded, node=part.node, steps=part.steps))
                elif isinstance(part, Page) and part.name in ("hostname", "port"):
                    out.append(part)
                else:
                    key = part.key if isinstance(part, Hole) else part
                    out.append(Hole(("encoded", key), "encoded text", node=node))
            return ev.concat(out, node)

        return lift(encode, hoist(args[0])) if args else None

    return function


def _decode(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    def decode(value: Value) -> Value:
        if isinstance(value, Const) and isinstance(value.value, str):
            text = urllib.parse.unquote(value.value)
            return value if text == value.value else Const(text, node=value.node, steps=value.steps)
        return ev.hole(node, "decoded text")

    return lift(decode, args[0]) if args else None


def _atob(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    import base64
    import binascii

    if not args or not isinstance(args[0], Const):
        return None
    try:
        text = base64.b64decode(primitive_text(args[0].value) + "==", validate=False).decode("latin-1")
    except (binascii.Error, ValueError):
        return None
    return Const(text, node=args[0].node, steps=args[0].steps)


def _resolve(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:

    return Promise(lift(unwrap, args[0]) if args else const(UNDEFINED, node), node=node)


def _all(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:

    if not args or not isinstance(args[0], Array):
        return None
    return Promise(Array(tuple(lift(unwrap, i) for i in args[0].items), args[0].open, node=node), node=node)


def _any_of(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``Promise.race``, ``Promise.any``."""
    if not args or not isinstance(args[0], Array) or args[0].open or not args[0].items:
        return None
    items = tuple(lift(unwrap, item) for item in args[0].items)
    return Promise(items[0] if len(items) == 1 else Choice(Cond(("first", node), "which is first"), items), node=node)


def _stored(storage: str) -> GlobalCall:
    """``localStorage.getItem("x")`` is ``localStorage.x``."""

    def function(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        key = args[0].value if args and isinstance(args[0], Const) else None
        return global_property(ev, storage, key, node) if isinstance(key, str) else None

    return function


def _boolean(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return truth(args[0]) if args else const(False, node)


def _reflect_construct(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    from bundlescan.values import calls

    given = objects.spread(ev, args[1], node) if len(args) > 1 else None
    return calls.construct(ev, args[0], given, node, frame) if given is not None else None


def _reflect_apply(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    given = objects.spread(ev, args[2], node) if len(args) == 3 else None
    return None if given is None else ev.call(args[0], given, args[1], node, frame)


def _define_property(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """The object that it gives back, with the property where that has a plain value."""
    if len(args) == 3 and isinstance(args[1], Const) and isinstance(args[2], Record) and "value" in args[2].props:
        name, descriptor = primitive_text(args[1].value), args[2]
        value = lambda: ev.get(descriptor, "value", node, frame)  # noqa: E731
        return lift(lambda owner: objects.with_property(ev, owner, name, value, node), args[0])
    return args[0] if args else None


def _descriptors(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return Method(args[0], DESCRIPTORS, node=node) if args else None


def define_properties(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``Object.defineProperties(object, descriptors)``: esbuild's ``{...a, b: 1}`` is one of ``a`` and of what
    ``Object.getOwnPropertyDescriptors({b: 1})`` gives."""

    def described(owner: Value, descriptor: Value | Callable[[], Value]) -> Value:
        given = objects.force(descriptor)
        getter = ev.get(given, "get", node, frame)
        if isinstance(getter, Function):
            return got(ev, getter, owner, node, frame)
        return ev.get(given, "value", node, frame)

    def laid(target: Value, descriptors: Value) -> Value:
        if isinstance(descriptors, Method) and descriptors.name == DESCRIPTORS:
            return objects.merged(ev, target, descriptors.owner, node)
        if isinstance(descriptors, Record) and descriptors.base is None:
            for name, descriptor in descriptors.props.items():
                target = objects.with_property(ev, target, name, partial(described, target, descriptor), node)
        return target

    if len(args) < 2:
        return args[0] if args else None
    return lift(laid, args[0], args[1])


def _reflect_get(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    if len(args) < 2 or not isinstance(args[1], Const):
        return None
    return ev.get(args[0], primitive_text(args[1].value), node, frame)


def _has_own(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    def one(owner: Value, key: Value) -> Value:
        known = objects.names(owner) if isinstance(key, Const) else None
        if known is None or not isinstance(key, Const):
            return choose(Cond(("has own", node), excerpt(node)))
        return const(primitive_text(key.value) in known, node)

    return lift(one, args[0], args[1]) if len(args) > 1 else None


def _is_number(holds: Callable[[float], bool], converts: bool) -> GlobalCall:
    """``Number.isInteger(x)``, ``isNaN(x)`` and such; ``converts``: texts are made numbers first."""

    def test(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
        def one(value: Value) -> Value:
            if isinstance(value, Const):
                number = primitive_number(value.value) if converts else value.value
                return const(isinstance(number, (int, float)) and not isinstance(number, bool) and holds(number), node)
            if is_positive(value):
                return const(holds(1.0), node)
            return choose(Cond(("number", node), excerpt(node)))

        return lift(one, hoist(converted(args[0]) if converts else args[0])) if args else None

    def converted(value: Value) -> Value:
        return map_options(lambda option: as_number(option, 0.0) or option, value)

    return test


def _symbol(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """A symbol, which is known by the call that makes it, and by the calls that led there."""
    calls, around = [node.start], frame
    while around is not None:
        if around.site is None or len(calls) > MAX_LED:
            return None
        calls.append(around.site.start)
        around = around.caller
    return const(f"{SYMBOL}{node.source.path}:{':'.join(map(str, calls))}", node)


#: calls that lead to one which makes a symbol
MAX_LED = 4


def _symbol_for(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    known = isinstance(args[0], Const) if args else False
    return const(f"{SYMBOL}{primitive_text(args[0].value)}", node) if known else None  # type: ignore[attr-defined]


_GLOBAL_CALLS: dict[str, GlobalCall] = {
    "Symbol": _symbol,
    "Symbol.for": _symbol_for,
    "isNaN": _is_number(math.isnan, True),
    "isFinite": _is_number(math.isfinite, True),
    "Number.isNaN": _is_number(math.isnan, False),
    "Number.isFinite": _is_number(math.isfinite, False),
    "Number.isInteger": _is_number(lambda x: math.isfinite(x) and x == int(x), False),
    "Number.isSafeInteger": _is_number(lambda x: math.isfinite(x) and x == int(x) and abs(x) < 2**53, False),
    "String": _string,
    "String.raw": _string_raw,
    "String.fromCharCode": _from_codes(0xFFFF),
    "String.fromCodePoint": _from_codes(0x10FFFF),
    "Number": _number,
    "Boolean": _boolean,
    "parseInt": _parse_integer,
    "parseFloat": _parse_number,
    "Number.parseInt": _parse_integer,
    "Number.parseFloat": _parse_number,
    "JSON.parse": _json_parse,
    "document.createElement": _element,
    "Object": _first,
    "Object.assign": _assign,
    "Object.freeze": _first,
    "Object.seal": _first,
    "Object.preventExtensions": _first,
    "Object.defineProperty": _define_property,
    "Object.defineProperties": define_properties,
    "Object.getOwnPropertyDescriptors": _descriptors,
    "Object.setPrototypeOf": _first,
    "Object.create": _create,
    "Object.keys": _keys("keys"),
    "Object.values": _keys("values"),
    "Object.entries": _keys("entries"),
    "Object.fromEntries": _from_entries,
    "Object.hasOwn": _has_own,
    "structuredClone": _first,
    "Array.from": _array_from,
    "Array.of": lambda ev, args, node, frame: Array(args, node=node),
    "Array": lambda ev, args, node, frame: Array(args, node=node) if len(args) != 1 else None,
    "Array.isArray": _is_array,
    "encodeURIComponent": _encode("!'()*-._~"),
    "encodeURI": _encode("!'()*-._~;/?:@&=+$,#"),
    "decodeURIComponent": _decode,
    "decodeURI": _decode,
    "atob": _atob,
    "localStorage.getItem": _stored("localStorage"),
    "sessionStorage.getItem": _stored("sessionStorage"),
    "Promise.resolve": _resolve,
    "Promise.all": _all,
    "Promise.any": _any_of,
    "Promise.race": _any_of,
    "Object.getPrototypeOf": lambda ev, args, node, frame: objects.prototype_of(ev, args[0]) if args else None,
    "Reflect.construct": _reflect_construct,
    "Reflect.apply": _reflect_apply,
    "Reflect.get": _reflect_get,
}


def construct_global(ev: Evaluator, path: str, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """``new`` of something that the page brings."""
    match path:
        case "URL" | "webkitURL" if args:
            base = args[1] if len(args) > 1 else None
            if base is None or (isinstance(base, Const) and base.value is UNDEFINED):
                return lift(lambda value: _parsed(ev, value, node), _as_text(ev, args[0], node))
            return lift(
                lambda value, on: _resolved(against(ev, value, on, node), node),
                spelled_out(_as_text(ev, args[0], node)),
                spelled_out(_as_text(ev, base, node)),
            )
        case "Map" | "WeakMap":
            if not args:
                return Record({}, node=node)
            listed = objects.elements(args[0])
            made = _from_entries(ev, args, node, frame)
            if not isinstance(made, Record):
                return ev.lost(node, "a Map")
            if listed is not None and made.base is None and len(made.props) == len(listed.items):
                if maps.unchanged(ev, node):
                    return Keyed(made.props, node=node, pairs=listed.items)
            return Record(made.props, made.base, node=node)
        case "URLSearchParams" if args:
            return _search_params(ev, args[0], node)
        case "Set" if args and isinstance(args[0], Array):
            return args[0]
        case "Array":
            return Array(args, node=node) if len(args) != 1 else Array((), True, node=node)
        case "Object":
            return args[0] if args and not isinstance(args[0], Const) else Record({}, node=node)
        case "String" | "Number":
            return call_global(ev, path, args, node, frame)
        case "Proxy" if args:
            return _proxied(ev, args, node, frame)
        case "RegExp" if args and isinstance(args[0], Const):
            flags = args[1].value if len(args) > 1 and isinstance(args[1], Const) else ""
            return Regex(primitive_text(args[0].value), flags if isinstance(flags, str) else "", node=node)
        case "Promise" if args:
            return _executed(ev, args[0], node, frame)
    return ev.hole(node, f"a {path}", key=("new", node, frame))


def _proxied(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """``new Proxy(target, handler)``: the target, read through the handler where that has a say in it."""
    reads = objects.own(ev, args[1], "get", node, frame) if len(args) > 1 else None
    if reads is None or not isinstance(args[0], (Record, Instance)):
        return args[0]
    return Proxied({}, args[0], handler=args[1], node=node)


def _search_params(ev: Evaluator, given: Value, node: Node) -> Value:
    """``new URLSearchParams(given)`` (WHATWG URL, 6.2) of a known text or table, whose settings are read by ``get`` or
    walked over."""
    unknown = ev.hole(node, "a URLSearchParams", key=("new", node))
    walked = maps.unchanged(ev, node)
    if not walked and maps.changed(ev, node):
        return unknown

    def made(found: Sequence[tuple[Const, Value | Callable[[], Value]]]) -> Value:
        props: dict[str, Value | Callable[[], Value]] = {}
        for name, value in found:
            props.setdefault(primitive_text(name.value), value)
        if not walked:
            return Record(props, node=node)
        return Keyed(props, node=node, pairs=tuple(Array((n, objects.force(v)), node=node) for n, v in found))

    def read(value: Value) -> Value:
        if isinstance(value, Record) and value.base is None:
            return made([(Const(name, node=value.node), partial(text, value, name)) for name in value.props])
        if isinstance(value, Array):
            listed = _from_entries(ev, (value,), node, None)
            return read(listed) if isinstance(listed, Record) else unknown
        if not isinstance(value, Const) or not isinstance(value.value, str):
            return unknown
        found: list[tuple[Const, Value | Callable[[], Value]]] = []
        for match in re.finditer(r"(?:^\??|(?<=&))([^=&]*)(?:=([^&]*))?", value.value):
            if match[1] == "" and match[2] is None:
                continue
            name, spelled = (urllib.parse.unquote_plus(match[at] or "") for at in (1, 2))
            at = match.start(2) if match[2] == spelled and value.index is not None else None
            index = value.index + at if at is not None and value.index is not None else None
            found.append((Const(name, node=value.node), Const(spelled, index, node=value.node, steps=value.steps)))
        return made(found)

    def text(table: Record, name: str) -> Value:
        return ev.string(objects.force(table.props[name]), node)

    return map_options(read, hoist(given))


def _parsed(ev: Evaluator, value: Value, node: Node) -> Value:
    """``new URL(value)``, which throws where the value is no absolute URL."""
    parts = string_parts(value)
    if parts is not None and _relative(parts):
        return Dead(node=node)
    return Url(ev.string(value, node), node=node)


def _relative(parts: Sequence[Value]) -> bool:
    """Whether a URL is known to have no scheme of its own."""
    if _begins_as_page(parts):
        return False
    return urls.address(parts).kind in ("path", "query", "empty", "scheme-relative", "port")


def _begins_as_page(parts: Sequence[Value]) -> bool:
    return bool(parts) and isinstance(parts[0], Page) and parts[0].name in ("href", "origin", "protocol")


def _executed(ev: Evaluator, executor: Value, node: Node, frame: Frame | None) -> Value:
    """``new Promise((resolve) => … resolve(x) …)``: what its one resolve call is given."""
    if isinstance(executor, Function) and executor.fn.params and executor.fn.params[0].type == "Identifier":
        scopes = ev.project.scopes(executor.fn)
        binding = scopes.scope(executor.fn).bindings.get(executor.fn.params[0].name)
        found = [] if binding is None else [
            r.parent for r in scopes.references(binding)
            if r.parent is not None and r.parent.type == "CallExpression" and r.parent.callee is r
        ]  # fmt: skip
        if len(found) == 1 and found[0].arguments:
            return Promise(ev.eval(found[0].arguments[0], executor.frame), node=node)
    return Promise(ev.hole(node, "what a promise resolves to"), node=node)


def _as_text(ev: Evaluator, value: Value, node: Node) -> Value:
    return hoist(ev.string(value, node))


def _resolved(href: Value, node: Node) -> Value:
    return href if isinstance(href, Dead) else Url(href, node=node)


def against(ev: Evaluator, value: Value, base: Value, node: Node) -> Value:
    """The URL ``value`` resolved against ``base`` (WHATWG URL, 4.4), both without choices."""
    parts, under = string_parts(value), string_parts(base)
    if parts is None or under is None:
        return ev.hole(node, "a URL")
    split = urls.address(parts)
    if split.kind in ("absolute", "other", "opaque") or _begins_as_page(parts):
        return value
    if _relative(under):
        return Dead(node=node)
    if split.kind == "empty":
        return base
    on = Url(base, node=node)
    if split.kind == "scheme-relative":
        return ev.concat((objects.url_part(ev, on, "protocol", node), value), node)
    origin = objects.url_part(ev, on, "origin", node)
    if split.kind == "path":
        return ev.concat((origin, value), node)
    if split.kind == "query":
        return ev.concat((origin, objects.url_part(ev, on, "pathname", node), value), node)
    folder = objects.url_part(ev, on, "pathname", node)
    if isinstance(folder, Const) and isinstance(folder.value, str):
        return ev.concat((origin, Const(folder.value.rsplit("/", 1)[0] + "/", node=node), value), node)
    return ev.concat((origin, Const("/", node=node), ev.hole(node, "the folder of the base URL"), value), node)


# -- callbacks, components ---------------------------------------------------------------------------------------


def callback_arguments(
    ev: Evaluator, call: Node, callee: Node, index: int
) -> Callable[[Evaluator], tuple[Value, ...]] | None:
    """The arguments that a function gets which is handed to a known caller of callbacks; None for another."""
    member = callee.type == "MemberExpression"
    name = callee.property.get("name") if member else callee.get("name")
    ours = callee.type == "Identifier" and ev.binding(callee) is not None  # a function of the scripts that is called so
    if index == 0 and member and name in _EACH:

        def element(ev: Evaluator) -> tuple[Value, ...]:
            over = ev.eval(callee.object, None)
            if name == "forEach" and any(isinstance(leaf, Keyed) for leaf in leaves(over)):
                pair = objects.any_element(ev, over, call)
                return ev.get(pair, "1", call), ev.get(pair, "0", call)
            return objects.any_element(ev, over, call), objects.any_index(ev, over, call)

        return element
    if index == 1 and member and name == "from" and callee.object.get("name") == "Array":

        def listed(ev: Evaluator) -> tuple[Value, ...]:
            over = _array_from(ev, (ev.eval(call.arguments[0], None),), call, None) or ev.lost(call, "a list")
            return objects.any_element(ev, over, call), objects.any_index(ev, over, call)

        return listed
    if index == 0 and member and name == "then":

        def settled(ev: Evaluator) -> tuple[Value, ...]:
            value = lift(unwrap, ev.eval(callee.object, None))
            return (
                (value,) if not isinstance(value, Hole) else (ev.hole(call, "a promise's value", key=("then", call)),)
            )

        return settled
    if index == 0 and name in _RUN_LATER and not ours:
        passed_on = call.arguments[2:] if name in ("setTimeout", "setInterval") else []
        return lambda ev: ev.arguments(passed_on, None)
    if name in ("addEventListener", "on", "once", "addListener") and index == 1 and not ours:
        return lambda ev: (ev.hole(call, "an event", key=("event", call)),)
    if call.type == "NewExpression" and name == "Promise" and index == 0:
        return lambda ev: (
            ev.hole(call, "resolve", key=("resolve", call)),
            ev.hole(call, "reject", key=("reject", call)),
        )
    return None


def jsx_props(ev: Evaluator, element: Node, frame: Frame | None) -> Value:
    """The props object of a JSX element (its opening element given)."""
    value: Value = Record({}, node=element)
    for attribute in element.attributes:
        if attribute.type == "JSXSpreadAttribute":
            value = objects.merged(ev, value, ev.eval(attribute.argument, frame), element)
            continue
        name = attribute.name.get("name")
        if not isinstance(name, str):
            continue
        content = attribute.value
        made: Value | Callable[[], Value]
        if content is None:
            made = const(True, attribute)
        else:
            made = _jsx_value(ev, content, attribute, name, frame)
        value = objects.with_property(ev, value, name, partial(objects.force, made), attribute)
    return value


def _jsx_value(ev: Evaluator, content: Node, attribute: Node, name: str, frame: Frame | None) -> Callable[[], Value]:
    return lambda: ev.eval(content, frame).via(attribute, f"the property {name}")


def generator_object(
    ev: Evaluator, target: Function, args: tuple[Value, ...], this: Value | None, node: Node, frame: Frame | None
) -> Value:
    """What a call of a generator function makes."""
    from bundlescan.values import calls

    key = (target.fn, node, frame, "generator", tuple(id(a) for a in args))
    inner = ev.frames.get(key)
    if inner is None:
        depth = (frame.depth if frame is not None else 0) + 1
        inner = ev.frames[key] = Frame(target.fn, args, this, target.frame, node, frame, depth=depth)
    result = ev.guarded(("invoke", target.fn, node, frame), node, lambda: calls.returned(ev, target.fn, inner))
    yields = list(machines.yields_of(target.fn))
    items: list[Value] = []
    ways = not all(map(machines.runs_once, yields))
    for each in yields:
        item = ev.guarded(("yield", each, inner), each, partial(ev.eval, each.argument, inner))
        if not each.get("delegate"):
            items.append(item)
            continue
        given = objects.elements(item)
        items += given.items if given is not None else ()
        ways = ways or given is None or given.open
    return Generator(result, tuple(items), ways, node=node)


__all__ = ["call_global", "call_method", "construct_global", "global_value", "number_text", "primitive_truth"]
