"""The objects of the language itself (ECMA-262), made anew for each run."""

from __future__ import annotations

import math
from collections import deque
from typing import Any

from bundlescan.interp.builtins import (
    arrays,
    binary,
    collections,
    dates,
    intl,
    iterators,
    json,
    numbers,
    objects,
    promises,
    text,
)
from bundlescan.interp.builtins.support import constant, hidden
from bundlescan.interp.model import UNDEF, Args, Callable_, JSArray, JSObject, Wrapper, realm


class _FunctionPrototype(Callable_):
    """Function.prototype, which is a function that does nothing."""

    __slots__ = ()

    def invoke(self, this: Any, args: Args) -> Any:
        return UNDEF


def make_realm() -> JSObject:
    """A new global object with all built-ins, and the rest of ``realm``."""
    top = realm.object_proto = JSObject(None)
    realm.function_proto = _FunctionPrototype(top)
    realm.array_proto = JSArray([], top)
    realm.string_proto = Wrapper("", top)
    realm.number_proto = Wrapper(0.0, top)
    realm.boolean_proto = Wrapper(False, top)
    realm.symbol_proto = JSObject(top)
    realm.bigint_proto = JSObject(top)
    realm.error_proto = JSObject(top)
    realm.promise_proto = JSObject(top)
    realm.regexp_proto = JSObject(top)
    realm.microtasks = deque()
    realm.lexical = {}
    realm.functions = {}
    realm.left = 1_000_000
    realm.now = dates.START
    window = realm.window = JSObject(top)
    iterators.install(window)
    for module in (objects, text, arrays, collections, promises, numbers, json, dates, intl, binary):
        module.install(window)
    hidden(window, "globalThis", window)
    for name, value in (("undefined", UNDEF), ("NaN", math.nan), ("Infinity", math.inf)):
        constant(window, name, value)
    return window
