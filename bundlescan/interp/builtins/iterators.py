"""Iterators that Python drives, and the helpers of Iterator.prototype."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bundlescan.interp.builtins.support import Methods, callback, hidden, tag
from bundlescan.interp.model import (
    ASYNC_ITERATOR,
    ITERATOR,
    TO_STRING_TAG,
    UNDEF,
    Args,
    JSObject,
    arg,
    call,
    constructor,
    describe,
    get,
    getter,
    is_callable,
    iter_result,
    iterate,
    method,
    new_array,
    proto_for,
    realm,
    throw,
    to_integer,
    to_number,
    truthy,
)

#: the kinds' prototypes: "Array Iterator" -> %ArrayIteratorPrototype%
PROTOS: dict[str, JSObject] = {}
KINDS = (
    "Array Iterator", "Map Iterator", "Set Iterator", "String Iterator", "RegExp String Iterator", "Iterator Helper",
)  # fmt: skip
ITERATOR_PROTO = Methods()
ITERATOR_STATIC = Methods()


class JSIterator(JSObject):
    __slots__ = ("walk",)

    def __init__(self, walk: Iterator[Any], kind: str) -> None:
        super().__init__(PROTOS[kind])
        self.walk = walk


def install(window: JSObject) -> None:
    proto = realm.iterator_proto = JSObject(realm.object_proto)
    method(proto, ITERATOR, lambda this, args: this)
    ITERATOR_PROTO.install(proto)
    getter(proto, TO_STRING_TAG, lambda this: "Iterator", lambda this, value: None)
    async_proto = JSObject(realm.object_proto)
    method(async_proto, ASYNC_ITERATOR, lambda this, args: this)
    realm.generator_proto = JSObject(proto)
    tag(realm.generator_proto, "Generator")
    realm.async_generator_proto = JSObject(async_proto)
    tag(realm.async_generator_proto, "AsyncGenerator")
    for kind in KINDS:
        PROTOS[kind] = JSObject(proto)
        method(PROTOS[kind], "next", _next)
        tag(PROTOS[kind], kind)
    method(PROTOS["Iterator Helper"], "return", _return)
    made = constructor("Iterator", proto, lambda args, new_target: JSObject(proto_for(new_target, proto)))
    ITERATOR_STATIC.install(made)
    hidden(window, "Iterator", made)


def _next(this: Any, args: Args) -> Any:
    if not isinstance(this, JSIterator):
        throw("TypeError", f"next method called on incompatible receiver {describe(this)}")
    for value in this.walk:
        return iter_result(value, False)
    return iter_result(UNDEF, True)


def _return(this: Any, args: Args) -> Any:
    if isinstance(this, JSIterator):
        close = getattr(this.walk, "close", None)
        if close is not None:
            close()
    return iter_result(UNDEF, True)


def _walk(iterator: Any) -> Iterator[Any]:
    """What an iterator still gives; closing this closes the iterator."""
    step, done = get(iterator, "next"), False
    try:
        while True:
            realm.steps(1)
            result = call(step, iterator, [])
            if truthy(get(result, "done")):
                done = True
                return
            yield get(result, "value")
    finally:
        if not done:
            close = get(iterator, "return")
            if is_callable(close):
                call(close, iterator, [])


def _helper(walk: Iterator[Any]) -> JSIterator:
    return JSIterator(walk, "Iterator Helper")


@ITERATOR_PROTO("map", length=1)
def _map(this: Any, args: Args) -> Any:
    function = callback(args)
    return _helper(function.invoke(UNDEF, [v, float(i)]) for i, v in enumerate(_walk(this)))


@ITERATOR_PROTO("filter", length=1)
def _filter(this: Any, args: Args) -> Any:
    function = callback(args)
    return _helper(v for i, v in enumerate(_walk(this)) if truthy(function.invoke(UNDEF, [v, float(i)])))


@ITERATOR_PROTO("flatMap", length=1)
def _flat_map(this: Any, args: Args) -> Any:
    function = callback(args)
    return _helper(x for i, v in enumerate(_walk(this)) for x in iterate(function.invoke(UNDEF, [v, float(i)])))


def _limit(args: Args) -> int:
    if to_number(arg(args, 0)) != to_number(arg(args, 0)) or to_integer(arg(args, 0)) < 0:
        throw("RangeError", f"{describe(arg(args, 0))} must be positive")
    return to_integer(arg(args, 0))


def _taken(walk: Iterator[Any], limit: int) -> Iterator[Any]:
    for _ in range(limit):
        for value in walk:
            yield value
            break
        else:
            return
    close = getattr(walk, "close", None)
    if close is not None:
        close()


def _dropped(walk: Iterator[Any], limit: int) -> Iterator[Any]:
    for index, value in enumerate(walk):
        if index >= limit:
            yield value


@ITERATOR_PROTO("take", length=1)
def _take(this: Any, args: Args) -> Any:
    return _helper(_taken(_walk(this), _limit(args)))


@ITERATOR_PROTO("drop", length=1)
def _drop(this: Any, args: Args) -> Any:
    return _helper(_dropped(_walk(this), _limit(args)))


@ITERATOR_PROTO("toArray")
def _to_array(this: Any, args: Args) -> Any:
    return new_array(list(_walk(this)))


@ITERATOR_PROTO("forEach", length=1)
def _for_each(this: Any, args: Args) -> Any:
    function = callback(args)
    for index, value in enumerate(_walk(this)):
        function.invoke(UNDEF, [value, float(index)])
    return UNDEF


@ITERATOR_PROTO("reduce", length=1)
def _reduce(this: Any, args: Args) -> Any:
    function, walk, index = callback(args), _walk(this), 0
    if len(args) > 1:
        total = args[1]
    else:
        for total in walk:  # noqa: B007 - the first one
            break
        else:
            throw("TypeError", "Reduce of a done iterator with no initial value")
        index = 1
    for at, value in enumerate(walk, index):
        total = function.invoke(UNDEF, [total, value, float(at)])
    return total


def _first(this: Any, args: Args, wanted: bool) -> tuple[bool, Any]:
    function, walk = callback(args), _walk(this)
    for index, value in enumerate(walk):
        if truthy(function.invoke(UNDEF, [value, float(index)])) is wanted:
            walk.close()  # type: ignore[attr-defined]
            return True, value
    return False, UNDEF


ITERATOR_PROTO("some", length=1)(lambda this, args: _first(this, args, True)[0])
ITERATOR_PROTO("every", length=1)(lambda this, args: not _first(this, args, False)[0])
ITERATOR_PROTO("find", length=1)(lambda this, args: _first(this, args, True)[1])


@ITERATOR_STATIC("from", length=1)
def _from(this: Any, args: Args) -> Any:
    value = arg(args, 0)
    walk = get(value, ITERATOR)
    iterator = call(walk, value, []) if is_callable(walk) else value
    at = iterator.prototype() if isinstance(iterator, JSObject) else None
    while at is not None:
        if at is realm.iterator_proto:
            return iterator
        at = at.prototype()
    return _helper(_walk(iterator))
