"""Array. Methods take array-likes too; what is an array is worked on by its list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key
from typing import Any

from bundlescan.interp.builtins.iterators import JSIterator
from bundlescan.interp.builtins.objects import object_string
from bundlescan.interp.builtins.support import (
    Methods,
    callback,
    constant,
    element,
    elements,
    hidden,
    is_array,
    length_of,
    listed,
    relative,
    store,
)
from bundlescan.interp.model import (
    ITERATOR,
    MISSING,
    SPECIES,
    UNDEF,
    WELL_KNOWN,
    Args,
    Callable_,
    JSArray,
    JSObject,
    Prop,
    arg,
    call,
    construct,
    constructor,
    get,
    getter,
    is_callable,
    is_constructor,
    iterate,
    new_array,
    proto_for,
    realm,
    same_value_zero,
    strict_equals,
    throw,
    to_integer,
    to_number,
    to_object,
    to_string,
    truthy,
)
from bundlescan.interp.text import join

ARRAY = Methods()
ARRAY_PROTO = Methods()
#: the Array of the realm
_made: list[JSObject] = []
_joining: set[int] = set()


def install(window: JSObject) -> None:
    proto = realm.array_proto
    ARRAY_PROTO.install(proto)
    realm.array_values = proto.props[ITERATOR].value
    unscopable = JSObject(None)
    for name in ("at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex", "flat",
                 "flatMap", "includes", "keys", "toReversed", "toSorted", "toSpliced", "values"):  # fmt: skip
        unscopable.props[name] = True
    constant(proto, WELL_KNOWN["unscopables"], unscopable)
    made = constructor("Array", proto, _make, None, 1)
    made.code = lambda this, args: _make(args, made)
    getter(made, SPECIES, lambda this: this)
    ARRAY.install(made)
    _made[:] = [made]
    hidden(window, "Array", made)


def _make(args: Args, new_target: JSObject) -> Any:
    proto = proto_for(new_target, realm.array_proto)
    if len(args) == 1 and isinstance(args[0], float):
        if not args[0].is_integer() or not 0 <= args[0] < 2**32:
            throw("RangeError", "Invalid array length")
        made = JSArray([], proto)
        made.resize(float(args[0]))
        return made
    return JSArray(list(args), proto)


def _like(this: Any, items: list[Any]) -> JSArray:
    """``items`` as an array of the class of ``this``."""
    if isinstance(this, JSArray) and this.proto is not realm.array_proto:
        kind = get(this, "constructor")
        if kind is not _made[0] and is_constructor(kind):
            made = construct(kind, [0.0])
            if isinstance(made, JSArray):
                made.items[:] = items
                return made
    return new_array(items)


def _open(owner: Any) -> list[Any] | None:
    """The list of an array that may be changed without a look at its properties."""
    if isinstance(owner, JSArray) and owner.extensible and type(owner.items[-1:] and owner.items[-1]) is not Prop:
        return owner.items
    return None


# -- statics ------------------------------------------------------------------------------------------------------


ARRAY("isArray", length=1)(lambda this, args: is_array(arg(args, 0)))


def _built(this: Any, items: list[Any]) -> Any:
    """``items`` as what ``this``, a class, makes."""
    if this is _made[0] or not is_constructor(this):
        return new_array(items)
    made = construct(this, [])
    if isinstance(made, JSArray):
        made.items[:] = items
        return made
    for index, value in enumerate(items):
        store(made, str(index), value)
    store(made, "length", float(len(items)))
    return made


@ARRAY("of")
def _of(this: Any, args: Args) -> Any:
    return _built(this, list(args))


@ARRAY("from", length=1)
def _from(this: Any, args: Args) -> Any:
    source, function, owner = arg(args, 0), arg(args, 1), arg(args, 2)
    if function is not UNDEF:
        callback(args, 1)
    walk = get(source, ITERATOR)
    if walk is UNDEF or walk is None:
        source = to_object(source)
        size = length_of(source)
        if size > 1_000_000:
            throw("RangeError", "Invalid array length")
        values: Iterator[Any] = (element(source, i) for i in range(size))
        realm.steps(size)
    else:
        values = iterate(source)
    if isinstance(function, Callable_):
        return _built(this, [function.invoke(owner, [v, float(i)]) for i, v in enumerate(values)])
    return _built(this, list(values))


@ARRAY("fromAsync", length=1)
def _from_async(this: Any, args: Args) -> Any:
    from bundlescan.interp.builtins.promises import all_of

    return all_of(list(iterate(_from(UNDEF, args))))


# -- changing -----------------------------------------------------------------------------------------------------


@ARRAY_PROTO("push", length=1)
def _push(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        items += args
        return float(len(items))
    owner = to_object(this)
    size = length_of(owner)
    for index, value in enumerate(args, size):
        store(owner, str(index), value)
    if not isinstance(owner, JSArray):
        store(owner, "length", float(size + len(args)))
    return float(size + len(args))


@ARRAY_PROTO("pop")
def _pop(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        if not items:
            return UNDEF
        value = items.pop()
        return UNDEF if value is MISSING else value
    owner = to_object(this)
    size = length_of(owner)
    if size == 0:
        store(owner, "length", 0.0)
        return UNDEF
    value = element(owner, size - 1)
    _remove(owner, size - 1)
    store(owner, "length", float(size - 1))
    return value


def _remove(owner: JSObject, index: int) -> None:
    if (isinstance(owner, JSArray) and not owner.extensible) or not owner.remove(str(index)):
        throw("TypeError", f"Cannot delete property '{index}' of object")


def _replace_all(owner: JSObject, items: list[Any], before: int) -> None:
    """Writes all elements of an array-like anew."""
    realm.steps(len(items))
    for index, value in enumerate(items):
        if value is MISSING:
            owner.remove(str(index))
        else:
            store(owner, str(index), value)
    for index in range(len(items), before):
        _remove(owner, index)
    store(owner, "length", float(len(items)))


def _raw(owner: JSObject) -> list[Any]:
    """The elements, holes too."""
    if isinstance(owner, JSArray) and not any(type(v) is Prop for v in owner.items):
        return owner.items[:]
    out: list[Any] = [MISSING] * length_of(owner)
    for index, value in elements(owner):
        out[index] = value
    return out


@ARRAY_PROTO("shift")
def _shift(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        if not items:
            return UNDEF
        realm.steps(len(items) // 256)
        value = items.pop(0)
        return UNDEF if value is MISSING else value
    owner = to_object(this)
    values = _raw(owner)
    if not values:
        store(owner, "length", 0.0)
        return UNDEF
    _replace_all(owner, values[1:], len(values))
    return UNDEF if values[0] is MISSING else values[0]


@ARRAY_PROTO("unshift", length=1)
def _unshift(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        realm.steps(len(items) // 256)
        items[:0] = args
        return float(len(items))
    owner = to_object(this)
    values = _raw(owner)
    _replace_all(owner, [*args, *values], len(values))
    return float(len(values) + len(args))


def _span(size: int, args: Args) -> tuple[int, int]:
    """Where splice begins, and how many elements it takes out."""
    start = relative(arg(args, 0), size, 0)
    if not args:
        return 0, 0
    return start, size - start if len(args) == 1 else min(max(to_integer(args[1]), 0), size - start)


@ARRAY_PROTO("splice", length=2)
def _splice(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        realm.steps(len(items) // 128)
        start, count = _span(len(items), args)
        removed = items[start : start + count]
        items[start : start + count] = args[2:]
        return _like(this, removed)
    owner = to_object(this)
    values = _raw(owner)
    start, count = _span(len(values), args)
    removed = values[start : start + count]
    _replace_all(owner, [*values[:start], *args[2:], *values[start + count :]], len(values))
    return _like(this, removed)


@ARRAY_PROTO("reverse")
def _reverse(this: Any, args: Args) -> Any:
    items = _open(this)
    if items is not None:
        realm.steps(len(items) // 64)
        items.reverse()
        return this
    owner = to_object(this)
    values = _raw(owner)
    _replace_all(owner, values[::-1], len(values))
    return owner


def sorted_values(values: list[Any], order: Any) -> list[Any]:
    """Sorted stably; undefined comes last."""
    if order is not UNDEF and not is_callable(order):
        throw("TypeError", "The comparison function must be either a function or undefined")
    present = [v for v in values if v is not UNDEF]
    realm.steps(len(present))
    if isinstance(order, Callable_):

        def compare(a: Any, b: Any) -> int:
            realm.steps(1)
            made = to_number(order.invoke(UNDEF, [a, b]))
            return (made > 0) - (made < 0)

        present.sort(key=cmp_to_key(compare))
    else:
        present.sort(key=lambda v: str(to_string(v)))
    return present + [UNDEF] * (len(values) - len(present))


@ARRAY_PROTO("sort", length=1)
def _sort(this: Any, args: Args) -> Any:
    owner = to_object(this)
    values = _raw(owner)
    present = sorted_values([v for v in values if v is not MISSING], arg(args, 0))
    made = present + [MISSING] * (len(values) - len(present))
    items = _open(owner)
    if items is not None:
        items[:] = made
    else:
        _replace_all(owner, made, len(values))
    return owner


@ARRAY_PROTO("fill", length=1)
def _fill(this: Any, args: Args) -> Any:
    owner = to_object(this)
    size = length_of(owner)
    start, end = relative(arg(args, 1), size, 0), relative(arg(args, 2), size, size)
    realm.steps(max(0, end - start) // 16)
    items = _open(owner)
    if items is not None:
        if start < end:
            items[start:end] = [arg(args, 0)] * (end - start)
        return owner
    for index in range(start, end):
        store(owner, str(index), arg(args, 0))
    return owner


@ARRAY_PROTO("copyWithin", length=2)
def _copy_within(this: Any, args: Args) -> Any:
    owner = to_object(this)
    values = _raw(owner)
    size = len(values)
    to, start = relative(arg(args, 0), size, 0), relative(arg(args, 1), size, 0)
    count = min(relative(arg(args, 2), size, size) - start, size - to)
    if count > 0:
        values[to : to + count] = values[start : start + count]
        _replace_all(owner, values, size)
    return owner


# -- new arrays ---------------------------------------------------------------------------------------------------


@ARRAY_PROTO("concat", length=1)
def _concat(this: Any, args: Args) -> Any:
    out: list[Any] = []
    for value in (to_object(this), *args):
        spread = get(value, WELL_KNOWN["isConcatSpreadable"]) if isinstance(value, JSObject) else False
        if truthy(spread) or (spread is UNDEF and is_array(value)):
            out += _raw(value)
        else:
            out.append(value)
        if len(out) > 2_000_000:
            throw("RangeError", "Invalid array length")
    realm.steps(len(out) // 16)
    return _like(this, out)


@ARRAY_PROTO("slice", length=2)
def _slice(this: Any, args: Args) -> Any:
    owner = to_object(this)
    size = length_of(owner)
    start, end = relative(arg(args, 0), size, 0), relative(arg(args, 1), size, size)
    realm.steps(max(0, end - start) // 16)
    if isinstance(owner, JSArray):
        found = owner.items[start:end]
        if not any(type(v) is Prop for v in found):
            return _like(this, found)
    return _like(this, [_or_hole(owner, i) for i in range(start, end)])


def _or_hole(owner: JSObject, index: int) -> Any:
    return owner.get(str(index), owner) if owner.has(str(index)) else MISSING


def _flattened(owner: JSObject, depth: int, out: list[Any]) -> list[Any]:
    for _, value in elements(owner):
        if depth > 0 and is_array(value):
            _flattened(value, depth - 1, out)
        else:
            out.append(value)
    return out


@ARRAY_PROTO("flat")
def _flat(this: Any, args: Args) -> Any:
    depth = 1 if arg(args, 0) is UNDEF else to_integer(args[0])
    return _like(this, _flattened(to_object(this), depth, []))


@ARRAY_PROTO("flatMap", length=1)
def _flat_map(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    out: list[Any] = []
    for index, value in elements(owner):
        made = function.invoke(with_, [value, float(index), owner])
        if is_array(made):
            out += [v for _, v in elements(made)]
        else:
            out.append(made)
    return _like(this, out)


@ARRAY_PROTO("toReversed")
def _to_reversed(this: Any, args: Args) -> Any:
    return new_array(listed(to_object(this))[::-1])


@ARRAY_PROTO("toSorted", length=1)
def _to_sorted(this: Any, args: Args) -> Any:
    return new_array(sorted_values(listed(to_object(this)), arg(args, 0)))


@ARRAY_PROTO("toSpliced", length=2)
def _to_spliced(this: Any, args: Args) -> Any:
    values = listed(to_object(this))
    start, count = _span(len(values), args)
    values[start : start + count] = args[2:]
    return new_array(values)


@ARRAY_PROTO("with", length=2)
def _with(this: Any, args: Args) -> Any:
    values, index = listed(to_object(this)), to_integer(arg(args, 0))
    index = index + len(values) if index < 0 else index
    if not 0 <= index < len(values):
        throw("RangeError", "Invalid index : " + to_string(arg(args, 0)))
    values[index] = arg(args, 1)
    return new_array(values)


# -- walking ------------------------------------------------------------------------------------------------------


@ARRAY_PROTO("forEach", length=1)
def _for_each(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    for index, value in elements(owner):
        function.invoke(with_, [value, float(index), owner])
    return UNDEF


@ARRAY_PROTO("map", length=1)
def _map(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    size = length_of(owner)
    if size > 2_000_000:
        throw("RangeError", "Invalid array length")
    out: list[Any] = [MISSING] * size
    for index, value in elements(owner):
        out[index] = function.invoke(with_, [value, float(index), owner])
    return _like(this, out)


@ARRAY_PROTO("filter", length=1)
def _filter(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    return _like(
        this, [v for i, v in elements(owner) if truthy(function.invoke(with_, [v, float(i), owner]))]
    )  # fmt: skip


@ARRAY_PROTO("some", length=1)
def _some(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    return any(truthy(function.invoke(with_, [v, float(i), owner])) for i, v in elements(owner))


@ARRAY_PROTO("every", length=1)
def _every(this: Any, args: Args) -> Any:
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    return all(truthy(function.invoke(with_, [v, float(i), owner])) for i, v in elements(owner))


def _look(this: Any, args: Args, back: bool) -> tuple[float, Any]:
    """What find finds, and where; it looks at holes too."""
    owner, function, with_ = to_object(this), callback(args), arg(args, 1)
    size = length_of(owner)
    for index in range(size - 1, -1, -1) if back else range(size):
        realm.steps(1)
        value = element(owner, index)
        if truthy(function.invoke(with_, [value, float(index), owner])):
            return float(index), value
    return -1.0, UNDEF


ARRAY_PROTO("find", length=1)(lambda this, args: _look(this, args, False)[1])
ARRAY_PROTO("findIndex", length=1)(lambda this, args: _look(this, args, False)[0])
ARRAY_PROTO("findLast", length=1)(lambda this, args: _look(this, args, True)[1])
ARRAY_PROTO("findLastIndex", length=1)(lambda this, args: _look(this, args, True)[0])


@ARRAY_PROTO("reduce", length=1)
def _reduce(this: Any, args: Args) -> Any:
    owner = to_object(this)
    return _reduced(owner, callback(args), elements(owner), args)


@ARRAY_PROTO("reduceRight", length=1)
def _reduce_right(this: Any, args: Args) -> Any:
    owner = to_object(this)
    return _reduced(owner, callback(args), reversed(list(elements(owner))), args)


def _reduced(owner: JSObject, function: Callable_, values: Iterator[tuple[int, Any]], args: Args) -> Any:
    total = arg(args, 1)
    if len(args) < 2:
        first = next(values, None)
        if first is None:
            throw("TypeError", "Reduce of empty array with no initial value")
        total = first[1]
    for index, value in values:
        total = function.invoke(UNDEF, [total, value, float(index), owner])
    return total


@ARRAY_PROTO("indexOf", length=1)
def _index_of(this: Any, args: Args) -> Any:
    owner, wanted = to_object(this), arg(args, 0)
    start = relative(arg(args, 1), length_of(owner), 0)
    if isinstance(owner, JSArray):
        realm.steps(len(owner.items) // 32)
        for index in range(start, len(owner.items)):
            value = owner.items[index]
            if type(value) is Prop:
                value = element(owner, index)
            if value is wanted or (value is not MISSING and strict_equals(value, wanted)):
                if wanted == wanted:
                    return float(index)
        return -1.0
    return next((float(i) for i, v in elements(owner) if i >= start and strict_equals(v, wanted)), -1.0)


@ARRAY_PROTO("lastIndexOf", length=1)
def _last_index_of(this: Any, args: Args) -> Any:
    owner = to_object(this)
    size = length_of(owner)
    last = size - 1 if len(args) < 2 else to_integer(args[1])
    last = last + size if last < 0 else last
    found = [i for i, v in elements(owner) if i <= last and strict_equals(v, arg(args, 0))]
    return float(found[-1]) if found else -1.0


@ARRAY_PROTO("includes", length=1)
def _includes(this: Any, args: Args) -> Any:
    owner, wanted = to_object(this), arg(args, 0)
    size = length_of(owner)
    realm.steps(size // 32)
    return any(same_value_zero(element(owner, i), wanted) for i in range(relative(arg(args, 1), size, 0), size))


@ARRAY_PROTO("at", length=1)
def _at(this: Any, args: Args) -> Any:
    owner, index = to_object(this), to_integer(arg(args, 0))
    size = length_of(owner)
    index = index + size if index < 0 else index
    return element(owner, index) if 0 <= index < size else UNDEF


@ARRAY_PROTO("join", length=1)
def _join(this: Any, args: Args) -> Any:
    owner = to_object(this)
    between = "," if arg(args, 0) is UNDEF else to_string(args[0])
    if id(owner) in _joining:
        return ""
    _joining.add(id(owner))
    try:
        made = join(["" if v is None or v is UNDEF else to_string(v) for v in listed(owner)], between)
    finally:
        _joining.discard(id(owner))
    if len(made) > 5_000_000:
        throw("RangeError", "Invalid string length")
    realm.steps(len(made) // 64)
    return made


@ARRAY_PROTO("toString")
def _to_string(this: Any, args: Args) -> Any:
    owner = to_object(this)
    function = get(owner, "join")
    return call(function, owner, []) if is_callable(function) else object_string(owner, [])


@ARRAY_PROTO("toLocaleString")
def _to_locale(this: Any, args: Args) -> Any:
    values = listed(to_object(this))
    return join(
        ["" if v is None or v is UNDEF else to_string(call(get(v, "toLocaleString"), v, [])) for v in values], ","
    )  # fmt: skip


def walked(owner: JSObject, kind: str) -> Iterator[Any]:
    """The elements while the array may grow."""
    index = 0
    while index < length_of(owner):
        if kind == "keys":
            yield float(index)
        elif kind == "values":
            yield element(owner, index)
        else:
            yield new_array([float(index), element(owner, index)])
        index += 1


ARRAY_PROTO("keys")(lambda this, args: JSIterator(walked(to_object(this), "keys"), "Array Iterator"))
ARRAY_PROTO("entries")(lambda this, args: JSIterator(walked(to_object(this), "entries"), "Array Iterator"))
ARRAY_PROTO("values", ITERATOR)(lambda this, args: JSIterator(walked(to_object(this), "values"), "Array Iterator"))
