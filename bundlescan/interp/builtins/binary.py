"""ArrayBuffer, typed arrays and DataView."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins.arrays import ARRAY_PROTO, sorted_values, walked
from bundlescan.interp.builtins.iterators import JSIterator
from bundlescan.interp.builtins.numbers import to_bigint
from bundlescan.interp.builtins.support import Methods, callback, constant, hidden, listed, relative, tag
from bundlescan.interp.model import (
    ITERATOR,
    MISSING,
    TO_STRING_TAG,
    UNDEF,
    Args,
    BigInt,
    JSObject,
    Native,
    Prop,
    arg,
    construct,
    constructor,
    get,
    getter,
    is_callable,
    is_index,
    iterate,
    method,
    ordered,
    proto_for,
    realm,
    throw,
    to_integer,
    to_number,
    truthy,
)

#: the kinds: the format of Python's struct, and the name that DataView gives it
KINDS = {
    "Int8Array": ("b", "Int8"), "Uint8Array": ("B", "Uint8"), "Uint8ClampedArray": ("B", ""),
    "Int16Array": ("h", "Int16"), "Uint16Array": ("H", "Uint16"), "Int32Array": ("i", "Int32"),
    "Uint32Array": ("I", "Uint32"), "Float32Array": ("f", "Float32"), "Float64Array": ("d", "Float64"),
    "BigInt64Array": ("q", "BigInt64"), "BigUint64Array": ("Q", "BigUint64"),
}  # fmt: skip
MAX_BYTES = 64_000_000
BUFFER_PROTO = Methods()
TYPED_PROTO = Methods()
TYPED = Methods()
#: the classes of the realm
classes: dict[str, Native] = {}


class JSBuffer(JSObject):
    __slots__ = ("data",)
    class_name = "ArrayBuffer"

    def __init__(self, data: bytearray, proto: JSObject | None = None) -> None:
        super().__init__(proto if proto is not None else get(classes["ArrayBuffer"], "prototype"))
        self.data = data


class JSTyped(JSObject):
    """A typed array: a view of a buffer's bytes."""

    __slots__ = ("buffer", "format", "kind", "offset", "size", "view")

    def __init__(self, kind: str, buffer: JSBuffer, offset: int, length: int, proto: JSObject | None = None) -> None:
        super().__init__(proto if proto is not None else get(classes[kind], "prototype"))
        self.kind = kind
        self.format = KINDS[kind][0]
        self.size = struct.calcsize(self.format)
        self.buffer = buffer
        self.offset = offset
        self.view: Any = memoryview(buffer.data)[offset : offset + length * self.size].cast(self.format)  # type: ignore[call-overload]

    def item(self, index: int) -> Any:
        value = self.view[index]
        return BigInt(value) if self.format in "qQ" else float(value)

    def items(self) -> list[Any]:
        realm.steps(len(self.view) // 16)
        made = BigInt if self.format in "qQ" else float
        return [made(value) for value in self.view]

    def write(self, index: int, value: Any) -> None:
        value = converted(self.kind, value)
        if 0 <= index < len(self.view):
            self.view[index] = value

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str) and is_index(key):
            return self.item(int(key)) if int(key) < len(self.view) else MISSING
        return self.props.get(key, MISSING)

    def put(self, key: Any, value: Any, this: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            self.write(int(key), value)
            return True
        return super().put(key, value, this)

    def create(self, key: Any, value: Any) -> bool:
        return self.define(key, value)

    def define(self, key: Any, prop: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            self.write(int(key), prop.value if type(prop) is Prop else prop)
            return int(key) < len(self.view)
        return super().define(key, prop)

    def remove(self, key: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            return int(key) >= len(self.view)
        return super().remove(key)

    def own_keys(self) -> list[Any]:
        return [*map(str, range(len(self.view))), *ordered(self.props)]


class JSDataView(JSObject):
    __slots__ = ("buffer", "length", "offset")
    class_name = "DataView"

    def __init__(self, buffer: JSBuffer, offset: int, length: int, proto: JSObject) -> None:
        super().__init__(proto)
        self.buffer = buffer
        self.offset = offset
        self.length = length


def converted(kind: str, value: Any) -> Any:
    """A value as an element of the kind holds it."""
    code = KINDS[kind][0]
    if code in "qQ":
        made = int(to_bigint(value)) & 0xFFFFFFFFFFFFFFFF
        return made - (1 << 64) if code == "q" and made >= 1 << 63 else made
    number = float(to_number(value))
    if code == "d":
        return number
    if code == "f":
        try:
            return float(struct.unpack("f", struct.pack("f", number))[0])
        except OverflowError:
            return math.copysign(math.inf, number)
    if kind == "Uint8ClampedArray":
        return 0 if number != number else round(min(255.0, max(0.0, number)))
    if not math.isfinite(number):
        return 0
    bits = 8 * struct.calcsize(code)
    made = int(number) & ((1 << bits) - 1)
    return made - (1 << bits) if code.islower() and made >= 1 << (bits - 1) else made


def install(window: JSObject) -> None:
    proto = JSObject(realm.object_proto)
    BUFFER_PROTO.install(proto)
    tag(proto, "ArrayBuffer")
    getter(proto, "byteLength", lambda this: float(len(_buffer(this).data)))
    made = constructor("ArrayBuffer", proto, lambda args, new_target: JSBuffer(
        bytearray(_size(arg(args, 0))), proto_for(new_target, proto)
    ), None, 1)  # fmt: skip
    method(made, "isView", lambda this, args: isinstance(arg(args, 0), (JSTyped, JSDataView)), 1)
    classes["ArrayBuffer"] = made
    hidden(window, "ArrayBuffer", made)
    _install_typed(window)
    _install_view(window)


def _size(value: Any) -> int:
    size = to_integer(value)
    if not 0 <= size <= MAX_BYTES:
        throw("RangeError", "Array buffer allocation failed")
    realm.steps(size // 1024)
    return size


def _buffer(this: Any) -> JSBuffer:
    if not isinstance(this, JSBuffer):
        throw("TypeError", "this is not an ArrayBuffer")
    return this


@BUFFER_PROTO("slice", length=2)
def _slice_buffer(this: Any, args: Args) -> Any:
    data = _buffer(this).data
    start, end = relative(arg(args, 0), len(data), 0), relative(arg(args, 1), len(data), len(data))
    return JSBuffer(data[start : max(start, end)])


# -- typed arrays -------------------------------------------------------------------------------------------------

#: Array's methods that read a typed array as they read any array-like
_BORROWED = frozenset({
    "at", "every", "some", "find", "findIndex", "findLast", "findLastIndex", "forEach", "includes", "indexOf",
    "lastIndexOf", "join", "reduce", "reduceRight", "toLocaleString", "toString",
})  # fmt: skip


def _install_typed(window: JSObject) -> None:
    proto = JSObject(realm.object_proto)

    def refuse(args: Args, new_target: JSObject) -> Any:
        throw("TypeError", "Abstract class TypedArray not directly constructable")

    base = constructor("TypedArray", proto, refuse)
    TYPED.install(base)
    TYPED_PROTO.install(proto)
    for keys, borrowed, length in ARRAY_PROTO.codes:
        if keys[0] in _BORROWED:
            method(proto, keys[0], borrowed, length)
    getter(proto, "length", lambda this: float(len(_typed(this).view)))
    getter(proto, "byteLength", lambda this: float(len(_typed(this).view) * this.size))
    getter(proto, "byteOffset", lambda this: float(_typed(this).offset))
    getter(proto, "buffer", lambda this: _typed(this).buffer)
    getter(proto, TO_STRING_TAG, lambda this: this.kind if isinstance(this, JSTyped) else UNDEF)
    for kind, (code, _) in KINDS.items():
        own = JSObject(proto)
        made = classes[kind] = _typed_class(kind, own)
        made.proto = base
        for owner in (own, made):
            constant(owner, "BYTES_PER_ELEMENT", float(struct.calcsize(code)))
        hidden(window, kind, made)


def _typed_class(kind: str, proto: JSObject) -> Native:
    size = struct.calcsize(KINDS[kind][0])

    def make(args: Args, new_target: JSObject) -> Any:
        own, source = proto_for(new_target, proto), arg(args, 0)
        if not isinstance(source, JSObject):
            length = _size(source)
            return JSTyped(kind, JSBuffer(bytearray(_size(float(length * size)))), 0, length, own)
        if isinstance(source, JSBuffer):
            offset = to_integer(arg(args, 1))
            if offset % size:
                throw("RangeError", f"start offset of {kind} should be a multiple of {size}")
            rest = len(source.data) - offset
            if arg(args, 2) is UNDEF and rest % size:
                throw("RangeError", f"byte length of {kind} should be a multiple of {size}")
            length = rest // size if arg(args, 2) is UNDEF else to_integer(args[2])
            if offset < 0 or rest < 0 or not 0 <= length * size <= rest:
                throw("RangeError", f"Invalid typed array length: {length}")
            return JSTyped(kind, source, offset, length, own)
        return filled(kind, values_of(source), own)

    return constructor(kind, proto, make, None, 3)


def values_of(source: Any) -> list[Any]:
    if isinstance(source, JSTyped):
        return source.items()
    walk = get(source, ITERATOR)
    return list(iterate(source)) if is_callable(walk) else listed(source)


def filled(kind: str, values: list[Any], proto: JSObject | None = None) -> JSTyped:
    """A new typed array of the values."""
    size = struct.calcsize(KINDS[kind][0])
    made = JSTyped(kind, JSBuffer(bytearray(_size(float(len(values) * size)))), 0, len(values), proto)
    realm.steps(len(values) // 8)
    for index, value in enumerate(values):
        made.view[index] = converted(kind, value)
    return made


def bytes_of(value: Any) -> bytes | None:
    """The bytes of a buffer or a view, for the host."""
    if isinstance(value, JSBuffer):
        return bytes(value.data)
    if isinstance(value, JSTyped):
        return bytes(value.view.cast("B"))
    if isinstance(value, JSDataView):
        return bytes(value.buffer.data[value.offset : value.offset + value.length])
    return None


def new_bytes(data: bytes) -> JSTyped:
    """A Uint8Array."""
    return JSTyped("Uint8Array", JSBuffer(bytearray(data)), 0, len(data))


def _typed(this: Any) -> JSTyped:
    if not isinstance(this, JSTyped):
        throw("TypeError", "this is not a typed array.")
    return this


def _built(this: Any, values: list[Any]) -> Any:
    made = construct(this, [float(len(values))])
    for index, value in enumerate(values):
        _typed(made).write(index, value)
    return made


@TYPED("from", length=1)
def _from(this: Any, args: Args) -> Any:
    values, function = values_of(arg(args, 0)), arg(args, 1)
    if function is not UNDEF:
        run = callback(args, 1)
        values = [run.invoke(arg(args, 2), [v, float(i)]) for i, v in enumerate(values)]
    return _built(this, values)


TYPED("of")(lambda this, args: _built(this, list(args)))


@TYPED_PROTO("set", length=1)
def _set(this: Any, args: Args) -> Any:
    own, offset = _typed(this), to_integer(arg(args, 1))
    source = arg(args, 0)
    values = source.items() if isinstance(source, JSTyped) else listed(source) if isinstance(source, JSObject) else []
    if offset < 0 or offset + len(values) > len(own.view):
        throw("RangeError", "offset is out of bounds")
    for index, value in enumerate(values, offset):
        own.write(index, value)
    return UNDEF


def _span(own: JSTyped, args: Args) -> tuple[int, int]:
    size = len(own.view)
    start = relative(arg(args, 0), size, 0)
    return start, max(start, relative(arg(args, 1), size, size))


@TYPED_PROTO("subarray", length=2)
def _subarray(this: Any, args: Args) -> Any:
    own = _typed(this)
    start, end = _span(own, args)
    return JSTyped(own.kind, own.buffer, own.offset + start * own.size, end - start, own.proto)


@TYPED_PROTO("slice", length=2)
def _slice(this: Any, args: Args) -> Any:
    own = _typed(this)
    start, end = _span(own, args)
    data = bytearray(own.view[start:end].tobytes())
    return JSTyped(own.kind, JSBuffer(data), 0, end - start, own.proto)


@TYPED_PROTO("fill", length=1)
def _fill(this: Any, args: Args) -> Any:
    own = _typed(this)
    start, end = _span(own, args[1:])
    value = converted(own.kind, arg(args, 0))
    realm.steps((end - start) // 16)
    for index in range(start, end):
        own.view[index] = value
    return this


@TYPED_PROTO("copyWithin", length=2)
def _copy_within(this: Any, args: Args) -> Any:
    own = _typed(this)
    to = relative(arg(args, 0), len(own.view), 0)
    start, end = _span(own, args[1:])
    count = min(end - start, len(own.view) - to)
    if count > 0:
        own.view[to : to + count] = memoryview(own.view[start : start + count].tobytes()).cast(own.format)  # type: ignore[call-overload]
    return this


def _rewrite(own: JSTyped, values: list[Any]) -> JSTyped:
    for index, value in enumerate(values):
        own.write(index, value)
    return own


def _in_order(own: JSTyped, args: Args) -> list[Any]:
    if arg(args, 0) is not UNDEF:
        return sorted_values(own.items(), args[0])
    return sorted(own.items(), key=lambda v: (v != v, v if v == v else 0, math.copysign(1, v)))


TYPED_PROTO("reverse")(lambda this, args: _rewrite(_typed(this), _typed(this).items()[::-1]))
TYPED_PROTO("sort", length=1)(lambda this, args: _rewrite(_typed(this), _in_order(_typed(this), args)))
TYPED_PROTO("toReversed")(lambda this, args: filled(_typed(this).kind, this.items()[::-1]))
TYPED_PROTO("toSorted", length=1)(lambda this, args: filled(_typed(this).kind, _in_order(this, args)))


@TYPED_PROTO("with", length=2)
def _with(this: Any, args: Args) -> Any:
    values, index = _typed(this).items(), to_integer(arg(args, 0))
    index = index + len(values) if index < 0 else index
    if not 0 <= index < len(values):
        throw("RangeError", "Invalid typed array index")
    values[index] = arg(args, 1)
    return filled(this.kind, values)


@TYPED_PROTO("map", length=1)
def _map(this: Any, args: Args) -> Any:
    own, function = _typed(this), callback(args)
    values = [function.invoke(arg(args, 1), [v, float(i), this]) for i, v in enumerate(own.items())]
    return filled(own.kind, values, own.proto)


@TYPED_PROTO("filter", length=1)
def _filter(this: Any, args: Args) -> Any:
    own, function = _typed(this), callback(args)
    values = [v for i, v in enumerate(own.items()) if truthy(function.invoke(arg(args, 1), [v, float(i), this]))]
    return filled(own.kind, values, own.proto)


TYPED_PROTO("keys")(lambda this, args: JSIterator(walked(_typed(this), "keys"), "Array Iterator"))
TYPED_PROTO("entries")(lambda this, args: JSIterator(walked(_typed(this), "entries"), "Array Iterator"))
TYPED_PROTO("values", ITERATOR)(lambda this, args: JSIterator(walked(_typed(this), "values"), "Array Iterator"))


# -- DataView -----------------------------------------------------------------------------------------------------


def _install_view(window: JSObject) -> None:
    proto = JSObject(realm.object_proto)
    tag(proto, "DataView")

    def make(args: Args, new_target: JSObject) -> Any:
        buffer, offset = arg(args, 0), to_integer(arg(args, 1))
        if not isinstance(buffer, JSBuffer):
            throw("TypeError", "First argument to DataView constructor must be an ArrayBuffer")
        length = len(buffer.data) - offset if arg(args, 2) is UNDEF else to_integer(args[2])
        if offset < 0 or length < 0 or offset + length > len(buffer.data):
            throw("RangeError", f"Start offset {offset} is outside the bounds of the buffer")
        return JSDataView(buffer, offset, length, proto_for(new_target, proto))

    getter(proto, "buffer", lambda this: _view(this).buffer)
    getter(proto, "byteLength", lambda this: float(_view(this).length))
    getter(proto, "byteOffset", lambda this: float(_view(this).offset))
    for kind, (code, name) in KINDS.items():
        if name:
            read, write = _accessors(kind, code)
            method(proto, f"get{name}", read, 1)
            method(proto, f"set{name}", write, 2)
    made = constructor("DataView", proto, make, None, 1)
    hidden(window, "DataView", made)


def _view(this: Any) -> JSDataView:
    if not isinstance(this, JSDataView):
        throw("TypeError", "this is not a DataView")
    return this


def _accessors(kind: str, code: str) -> tuple[Callable[[Any, Args], Any], Callable[[Any, Args], Any]]:
    size = struct.calcsize(code)

    def place(this: Any, value: Any) -> int:
        view, at = _view(this), to_integer(value)
        if at < 0 or at + size > view.length:
            throw("RangeError", "Offset is outside the bounds of the DataView")
        return view.offset + at

    def read(this: Any, args: Args) -> Any:
        at = place(this, arg(args, 0))
        (value,) = struct.unpack_from(("<" if truthy(arg(args, 1)) else ">") + code, this.buffer.data, at)
        return BigInt(value) if code in "qQ" else float(value)

    def write(this: Any, args: Args) -> Any:
        at, value = place(this, arg(args, 0)), converted(kind, arg(args, 1))
        struct.pack_into(("<" if truthy(arg(args, 2)) else ">") + code, this.buffer.data, at, value)
        return UNDEF

    return read, write
