"""Map, Set and the weak ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bundlescan.interp.builtins.iterators import JSIterator
from bundlescan.interp.builtins.support import Methods, callback, hidden, tag
from bundlescan.interp.model import (
    ITERATOR,
    SPECIES,
    UNDEF,
    Args,
    BigInt,
    JSObject,
    arg,
    call,
    construct,
    constructor,
    describe,
    get,
    getter,
    iterate,
    new_array,
    proto_for,
    realm,
    throw,
    to_integer,
    to_number,
    truthy,
)

MAP_PROTO = Methods()
SET_PROTO = Methods()
WEAK_MAP_PROTO = Methods()
WEAK_SET_PROTO = Methods()
WEAK_REF_PROTO = Methods()
REGISTRY_PROTO = Methods()
MAP = Methods()


class Entry:
    """One of a table's entries: in a chain, so that a walk goes on rightly from one that has been removed."""

    __slots__ = ("after", "before", "key", "removed", "value")

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value
        self.before: Entry | None = None
        self.after: Entry | None = None
        self.removed = False


class JSTable(JSObject):
    """A Map, a Set or a weak one."""

    __slots__ = ("found", "head", "tail")

    def __init__(self, proto: JSObject) -> None:
        super().__init__(proto)
        self.found: dict[Any, Entry] = {}
        self.head = self.tail = Entry(UNDEF, UNDEF)

    def lookup(self, key: Any) -> Entry | None:
        return self.found.get(_hashed(key))

    def store(self, key: Any, value: Any) -> None:
        hashed = _hashed(key)
        entry = self.found.get(hashed)
        if entry is not None:
            entry.value = value
            return
        entry = Entry(0.0 if isinstance(key, float) and key == 0 else key, value)
        self.found[hashed] = entry
        entry.before = self.tail
        self.tail.after = entry
        self.tail = entry

    def drop(self, key: Any) -> bool:
        entry = self.found.pop(_hashed(key), None)
        if entry is None:
            return False
        entry.removed = True
        before = entry.before
        if before is not None:
            before.after = entry.after
        if entry.after is not None:
            entry.after.before = before
        elif before is not None:
            self.tail = before
        return True

    def clear(self) -> None:
        at = self.head.after
        while at is not None:
            at.removed = True
            at.before = self.head
            at = at.after
        self.found.clear()
        self.head.after = None
        self.tail = self.head

    def entries(self) -> Iterator[Entry]:
        at = self.head
        while True:
            while at.removed and at.before is not None:
                at = at.before
            if at.after is None:
                return
            at = at.after
            realm.steps(1)
            yield at


class JSMap(JSTable):
    __slots__ = ()
    class_name = "Map"


class JSSet(JSTable):
    __slots__ = ()
    class_name = "Set"


class JSWeakMap(JSTable):
    __slots__ = ()
    class_name = "WeakMap"


class JSWeakSet(JSTable):
    __slots__ = ()
    class_name = "WeakSet"


class JSWeakRef(JSObject):
    __slots__ = ("referent",)

    def __init__(self, referent: Any, proto: JSObject) -> None:
        super().__init__(proto)
        self.referent = referent


def _hashed(key: Any) -> Any:
    """What tells keys apart as SameValueZero does: Python takes True, 1.0 and a BigInt for the same."""
    if isinstance(key, (JSObject, str)):
        return key
    if isinstance(key, float):
        return float(key) if key == key else "NaN", 0
    if isinstance(key, (bool, BigInt)):
        return type(key), int(key)
    return key


_kinds: dict[str, JSObject] = {}


def install(window: JSObject) -> None:
    for name, kind, methods, add in (
        ("Map", JSMap, MAP_PROTO, "set"), ("Set", JSSet, SET_PROTO, "add"),
        ("WeakMap", JSWeakMap, WEAK_MAP_PROTO, "set"), ("WeakSet", JSWeakSet, WEAK_SET_PROTO, "add"),
    ):  # fmt: skip
        proto = JSObject(realm.object_proto)
        methods.install(proto)
        tag(proto, name)
        made = _table_class(name, kind, proto, add)
        if not name.startswith("Weak"):
            getter(proto, "size", _size)
            getter(made, SPECIES, lambda this: this)
        if name == "Map":
            MAP.install(made)
        _kinds[name] = made
        hidden(window, name, made)
    for name, methods in (("WeakRef", WEAK_REF_PROTO), ("FinalizationRegistry", REGISTRY_PROTO)):
        proto = JSObject(realm.object_proto)
        methods.install(proto)
        tag(proto, name)
        hidden(window, name, _referring_class(name, proto))


def _table_class(name: str, kind: type[JSTable], proto: JSObject, add: str) -> JSObject:
    def make(args: Args, new_target: JSObject) -> Any:
        made = kind(proto_for(new_target, proto))
        given = arg(args, 0)
        if given is None or given is UNDEF:
            return made
        adder = made.get(add, made)
        plain = adder is proto.props[add].value and not name.startswith("Weak")
        for value in iterate(given):
            if add == "add":
                if plain:
                    made.store(value, value)
                else:
                    call(adder, made, [value])
                continue
            if not isinstance(value, JSObject):
                throw("TypeError", f"Iterator value {describe(value)} is not an entry object")
            if plain:
                made.store(get(value, "0"), get(value, "1"))
            else:
                call(adder, made, [get(value, "0"), get(value, "1")])
        return made

    def refuse(this: Any, args: Args) -> Any:
        throw("TypeError", f"Constructor {name} requires 'new'")

    return constructor(name, proto, make, refuse)


def _referring_class(name: str, proto: JSObject) -> JSObject:
    return constructor(
        name, proto, lambda args, new_target: JSWeakRef(arg(args, 0), proto_for(new_target, proto)), None, 1
    )  # fmt: skip


def _table(this: Any, kind: type[JSTable], name: str) -> JSTable:
    if not isinstance(this, kind):
        throw("TypeError", f"{kind.class_name}.prototype.{name} called on incompatible receiver {describe(this)}")
    return this


def _size(this: Any) -> float:
    if not isinstance(this, (JSMap, JSSet)):
        throw("TypeError", f"Method get size called on incompatible receiver {describe(this)}")
    return float(len(this.found))


def _shared(methods: Methods, kind: type[JSTable]) -> None:
    """What all tables have."""
    weak = kind in (JSWeakMap, JSWeakSet)

    def has(this: Any, args: Args) -> Any:
        return _table(this, kind, "has").lookup(arg(args, 0)) is not None

    def delete(this: Any, args: Args) -> Any:
        return _table(this, kind, "delete").drop(arg(args, 0))

    def get_(this: Any, args: Args) -> Any:
        entry = _table(this, kind, "get").lookup(arg(args, 0))
        return entry.value if entry is not None else UNDEF

    def set_(this: Any, args: Args) -> Any:
        table = _table(this, kind, "set")
        if weak:
            _held(arg(args, 0))
        table.store(arg(args, 0), arg(args, 1))
        return this

    def add(this: Any, args: Args) -> Any:
        table = _table(this, kind, "add")
        if weak:
            _held(arg(args, 0))
        if table.lookup(arg(args, 0)) is None:
            table.store(arg(args, 0), arg(args, 0))
        return this

    methods("has", length=1)(has)
    methods("delete", length=1)(delete)
    if kind in (JSMap, JSWeakMap):
        methods("get", length=1)(get_)
        methods("set", length=2)(set_)
    else:
        methods("add", length=1)(add)
    if weak:
        return

    def clear(this: Any, args: Args) -> Any:
        _table(this, kind, "clear").clear()
        return UNDEF

    def for_each(this: Any, args: Args) -> Any:
        table, function, with_ = _table(this, kind, "forEach"), callback(args), arg(args, 1)
        for entry in table.entries():
            function.invoke(with_, [entry.value, entry.key, this])
        return UNDEF

    label = f"{kind.class_name} Iterator"

    def keys(this: Any, args: Args) -> Any:
        return JSIterator((e.key for e in _table(this, kind, "keys").entries()), label)

    def values(this: Any, args: Args) -> Any:
        return JSIterator((e.value for e in _table(this, kind, "values").entries()), label)

    def entries(this: Any, args: Args) -> Any:
        return JSIterator((new_array([e.key, e.value]) for e in _table(this, kind, "entries").entries()), label)

    methods("clear")(clear)
    methods("forEach", length=1)(for_each)
    if kind is JSMap:
        methods("keys")(keys)
        methods("values")(values)
        methods("entries", ITERATOR)(entries)
    else:
        methods("values", "keys", ITERATOR)(values)
        methods("entries")(entries)


def _held(key: Any) -> None:
    from bundlescan.interp.model import Symbol

    if not isinstance(key, (JSObject, Symbol)):
        throw("TypeError", f"Invalid value used as weak map key: {describe(key)}")


for _methods, _kind in (
    (MAP_PROTO, JSMap), (SET_PROTO, JSSet), (WEAK_MAP_PROTO, JSWeakMap), (WEAK_SET_PROTO, JSWeakSet),
):  # fmt: skip
    _shared(_methods, _kind)


@MAP("groupBy", length=2)
def _group_by(this: Any, args: Args) -> Any:
    made, choose = construct(_kinds["Map"], []), callback(args, 1)
    for index, value in enumerate(iterate(arg(args, 0))):
        key = choose.invoke(UNDEF, [value, float(index)])
        entry = made.lookup(key)
        if entry is None:
            made.store(key, new_array([value]))
        else:
            entry.value.items.append(value)
    return made


# -- sets with sets -----------------------------------------------------------------------------------------------


class _Other:
    """The argument of a set's method: anything with size, has and keys."""

    def __init__(self, value: Any) -> None:
        if not isinstance(value, JSObject):
            throw("TypeError", f"{describe(value)} is not an object")
        size = to_number(get(value, "size"))
        if size != size:
            throw("TypeError", "The 'size' property must be a number")
        self.value = value
        self.size = to_integer(size)
        self.test = get(value, "has")
        self.list = get(value, "keys")

    def has(self, key: Any) -> bool:
        return truthy(call(self.test, self.value, [key]))

    def walk(self) -> Iterator[Any]:
        iterator = call(self.list, self.value, [])
        step = get(iterator, "next")
        while True:
            realm.steps(1)
            result = call(step, iterator, [])
            if truthy(get(result, "done")):
                return
            yield get(result, "value")


def _with_other(name: str, code: Any) -> None:
    def run(this: Any, args: Args) -> Any:
        own = _table(this, JSSet, name)
        made = code(own, _Other(arg(args, 0)))
        if isinstance(made, bool):
            return made
        fresh = construct(_kinds["Set"], [])
        for key in made:
            fresh.store(key, key)
        return fresh

    SET_PROTO(name, length=1)(run)


def _own(table: JSTable) -> list[Any]:
    return [entry.key for entry in table.entries()]


_with_other("union", lambda own, other: [*_own(own), *other.walk()])
_with_other("intersection", lambda own, other: [key for key in _own(own) if other.has(key)])
_with_other("difference", lambda own, other: [key for key in _own(own) if not other.has(key)])
_with_other(
    "symmetricDifference",
    lambda own, other: [
        *(key for key in _own(own) if not other.has(key)), *(key for key in other.walk() if own.lookup(key) is None),
    ],
)  # fmt: skip
_with_other("isSubsetOf", lambda own, other: all(other.has(key) for key in _own(own)))
_with_other("isSupersetOf", lambda own, other: all(own.lookup(key) is not None for key in other.walk()))
_with_other("isDisjointFrom", lambda own, other: not any(other.has(key) for key in _own(own)))


# -- references ---------------------------------------------------------------------------------------------------


WEAK_REF_PROTO("deref")(lambda this, args: this.referent if isinstance(this, JSWeakRef) else UNDEF)
REGISTRY_PROTO("register", length=2)(lambda this, args: UNDEF)
REGISTRY_PROTO("unregister", length=1)(lambda this, args: False)
