"""What the modules of built-ins share: tables of methods, array-likes, the own properties of ``this``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bundlescan.interp.model import (
    MISSING,
    TO_STRING_TAG,
    UNDEF,
    Args,
    Callable_,
    JSArray,
    JSObject,
    Native,
    NativeCode,
    Prop,
    Symbol,
    describe,
    get,
    realm,
    throw,
    to_integer,
    to_number,
)


class Methods:
    """The methods of one built-in object, to be made anew for each realm."""

    def __init__(self) -> None:
        self.codes: list[tuple[tuple[str | Symbol, ...], NativeCode, int]] = []

    def __call__(self, *keys: str | Symbol, length: int = 0) -> Callable[[NativeCode], NativeCode]:
        def register(code: NativeCode) -> NativeCode:
            self.codes.append((keys, code, length))
            return code

        return register

    def install(self, owner: JSObject) -> None:
        for keys, code, length in self.codes:
            key = keys[0]
            made = Native(key if isinstance(key, str) else f"[{key.description}]", code, length)
            for key in keys:
                owner.props[key] = Prop(made)


def tag(proto: JSObject, name: str) -> None:
    proto.props[TO_STRING_TAG] = Prop(name, writable=False)


def constant(owner: JSObject, key: str | Symbol, value: Any) -> None:
    owner.props[key] = Prop(value, writable=False, configurable=False)


def hidden(owner: JSObject, key: str | Symbol, value: Any) -> None:
    """A property that is not listed."""
    owner.props[key] = Prop(value)


def callback(args: Args, index: int = 0) -> Callable_:
    found = args[index] if index < len(args) else UNDEF
    if not isinstance(found, Callable_):
        throw("TypeError", f"{describe(found)} is not a function")
    return found


def is_array(value: Any) -> bool:
    """Array.isArray, which looks through proxies."""
    while not isinstance(value, JSArray) or value.looks_so:
        value = getattr(value, "target", None) if type(value).__name__.endswith("Proxy") else None
        if value is None:
            return False
    return True


def length_of(owner: JSObject) -> int:
    if isinstance(owner, JSArray):
        return len(owner.items)
    return max(0, to_integer(owner.get("length", owner)))


def elements(owner: JSObject) -> Iterator[tuple[int, Any]]:
    """The elements that are there, while the array may change."""
    if isinstance(owner, JSArray):
        items = owner.items
        index, size = 0, len(items)
        realm.steps(size)
        while index < size and index < len(items):
            value = items[index]
            if value is MISSING or type(value) is Prop:
                key = str(index)
                if not owner.has(key):
                    index += 1
                    continue
                value = owner.get(key, owner)
            yield index, value
            index += 1
        return
    for index in range(length_of(owner)):
        realm.steps(1)
        key = str(index)
        if owner.has(key):
            yield index, owner.get(key, owner)


def element(owner: JSObject, index: int) -> Any:
    if isinstance(owner, JSArray) and index < len(owner.items):
        value = owner.items[index]
        if value is not MISSING and type(value) is not Prop:
            return value
    return owner.get(str(index), owner)


def listed(value: Any) -> list[Any]:
    """The values of an array-like, undefined for holes: a list of its own."""
    if value is None or value is UNDEF:
        return []
    if not isinstance(value, JSObject):
        throw("TypeError", "CreateListFromArrayLike called on non-object")
    if isinstance(value, JSArray):
        realm.steps(len(value.items) // 8)
        if not any(v is MISSING or type(v) is Prop for v in value.items):
            return value.items[:]
    size = length_of(value)
    realm.steps(size)
    return [element(value, index) for index in range(size)]


def store(owner: JSObject, key: str, value: Any) -> None:
    """``owner[key] = value``, as strict code does it."""
    if not owner.put(key, value, owner):
        throw("TypeError", f"Cannot assign to read only property '{key}' of object")


def relative(value: Any, size: int, default: int) -> int:
    """An index as slice takes it: from the end where negative, within 0 … size."""
    if value is UNDEF:
        return default
    at = to_integer(value)
    return max(0, size + at) if at < 0 else min(at, size)


def same_value(a: Any, b: Any) -> bool:
    """Object.is"""
    if isinstance(a, float) and isinstance(b, float):
        if a != a or b != b:
            return a != a and b != b
        return float(a).hex() == float(b).hex()
    if isinstance(a, (str, bool)) or isinstance(b, (str, bool)):
        return isinstance(a, bool) == isinstance(b, bool) and isinstance(a, str) == isinstance(b, str) and a == b
    return a is b or (type(a) is type(b) and isinstance(a, int) and a == b)


def option(options: Any, key: str, default: Any = UNDEF) -> Any:
    found = get(options, key) if isinstance(options, JSObject) else UNDEF
    return default if found is UNDEF else found


def number_option(options: Any, key: str, default: int) -> int:
    found = option(options, key)
    return default if found is UNDEF else int(to_number(found))
