"""The values and operations of JavaScript (ECMA-262), for code that is run: objects, conversions, operators.

A JavaScript string is a ``str``, a number a ``float`` (never ``int``), a boolean a ``bool``, null ``None``, undefined
``UNDEFINED``, a BigInt a ``BigInt``; all else are ``JSObject``s and ``Symbol``s. A property key is a ``str``, a
``Symbol`` or a ``PrivateName``.
"""

from __future__ import annotations

import math
import sys
from collections import deque
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NoReturn

from bundlescan.interp.text import MAX_LENGTH, Num, Text, cut, derived, digits, is_granted, join, number
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import UNDEFINED, number_text, primitive_number

UNDEF = UNDEFINED
Args = list[Any]
NativeCode = Callable[[Any, Args], Any]


class Missing:
    """No property."""


MISSING = Missing()


class JSThrow(Exception):
    """A value that is thrown."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value

    def __str__(self) -> str:
        return describe(self.value)


class Stop(BaseException):
    """The run has taken all the steps that it may: no code of the script catches it."""


class Symbol:
    __slots__ = ("description",)

    def __init__(self, description: Any = UNDEF) -> None:
        self.description = description


class PrivateName:
    """The key of a ``#field``."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class BigInt(int):
    pass


ITERATOR = Symbol("Symbol.iterator")
ASYNC_ITERATOR = Symbol("Symbol.asyncIterator")
HAS_INSTANCE = Symbol("Symbol.hasInstance")
TO_PRIMITIVE = Symbol("Symbol.toPrimitive")
TO_STRING_TAG = Symbol("Symbol.toStringTag")
SPECIES = Symbol("Symbol.species")
WELL_KNOWN = {
    "iterator": ITERATOR, "asyncIterator": ASYNC_ITERATOR, "hasInstance": HAS_INSTANCE, "toPrimitive": TO_PRIMITIVE,
    "toStringTag": TO_STRING_TAG, "species": SPECIES, **{
        name: Symbol(f"Symbol.{name}")
        for name in ("isConcatSpreadable", "match", "matchAll", "replace", "search", "split", "unscopables")
    },
}  # fmt: skip


class Prop:
    """A property that is not just a value which may be changed, removed and listed."""

    __slots__ = ("configurable", "enumerable", "get", "set", "value", "writable")

    def __init__(
        self, value: Any = UNDEF, get: Any = None, set: Any = None, *, writable: bool = True, enumerable: bool = False,
        configurable: bool = True,
    ) -> None:  # fmt: skip
        self.value = value
        self.get = get  # a callable object, or None
        self.set = set
        self.writable = writable
        self.enumerable = enumerable
        self.configurable = configurable

    @property
    def is_accessor(self) -> bool:
        return self.get is not None or self.set is not None


class Visit(Enum):
    """What meets a page: servers that answer with nothing in particular; none but its own, and no socket that opens;
    nobody at all; or all that scripts ask for is granted, by servers, storage and people."""

    PLAIN = "plain"
    REFUSED = "refused"
    ALONE = "alone"
    GENEROUS = "generous"


class Realm:
    """What one run begins with. ``realm`` below is the only one: a run at a time."""

    object_proto: JSObject
    function_proto: JSObject
    array_proto: JSObject
    string_proto: JSObject
    number_proto: JSObject
    boolean_proto: JSObject
    symbol_proto: JSObject
    bigint_proto: JSObject
    error_proto: JSObject
    promise_proto: JSObject
    iterator_proto: JSObject
    generator_proto: JSObject
    async_generator_proto: JSObject
    regexp_proto: JSObject
    errors: dict[str, JSObject]  # TypeError -> its prototype
    window: JSObject
    functions: dict[Node, Any]  # those of scripts whose texts were asked for
    lexical: dict[str, Any]  # let, const and class at the top of scripts
    microtasks: deque[Callable[[], object]]
    left: int  # steps
    has_instance: Any  # the default Function.prototype[Symbol.hasInstance]
    array_values: Any  # Array.prototype[Symbol.iterator]
    now: float  # the clock, in milliseconds
    rounds: int = sys.maxsize  # after so many a loop is left, as if it broke
    depth: int = 0  # of calls
    swayed: bool = False  # something was read that is another in each run: the time, chance, what is stored, an answer
    cut: bool = False  # some code was not run to its end
    evaluate: Callable[[str], Any]  # runs a text as a script of the page and gives its value

    def steps(self, count: int) -> None:
        """Counts work that no statement of the script accounts for."""
        self.left -= count
        if self.left < 0:
            raise Stop

    def sway(self, value: Any) -> Any:
        """``value``, which another run may find to be another."""
        self.swayed = True
        return value


realm = Realm()


class JSObject:
    """An ordinary object. Exotic ones override ``get_own``, ``get``, ``put``, ``has``, ``remove``, ``own_keys``."""

    __slots__ = ("__weakref__", "extensible", "props", "proto")
    class_name = "Object"
    plain = True  # own properties are those in ``props``
    reads_itself = False  # ``get`` is its own

    def __init_subclass__(cls) -> None:
        cls.plain = cls.get_own is JSObject.get_own
        cls.reads_itself = cls.get is not JSObject.get

    def __init__(self, proto: JSObject | None = None) -> None:
        self.props: dict[Any, Any] = {}
        self.proto = proto
        self.extensible = True

    def get_own(self, key: Any) -> Any:
        """The value, a ``Prop`` or MISSING."""
        return self.props.get(key, MISSING)

    def get(self, key: Any, this: Any) -> Any:
        """The property's value for the receiver ``this``."""
        at: JSObject | None = self
        while at is not None:
            found = at.props.get(key, MISSING) if at.plain else at.get_own(key)
            if found is not MISSING:
                if type(found) is Prop:
                    return found.value if found.get is None else call(found.get, this, [])
                return found
            at = at.proto
            if at is not None and at.reads_itself:
                return at.get(key, this)
        return UNDEF

    def put(self, key: Any, value: Any, this: Any) -> bool:
        """Sets the property as ``=`` does; False where that is not allowed."""
        found = self.props.get(key, MISSING)
        if found is not MISSING and type(found) is not Prop and this is self:
            self.props[key] = value
            return True
        at: JSObject | None = self
        while at is not None:
            found = at.get_own(key)
            if found is not MISSING:
                if type(found) is Prop:
                    if found.set is not None:
                        call(found.set, this, [value])
                        return True
                    if found.get is not None or not found.writable:
                        return False
                    if at is this:
                        found.value = value
                        return True
                break
            at = at.proto
            if at is not None and type(at).put is not JSObject.put and not isinstance(at, JSArray):
                return at.put(key, value, this)
        if not isinstance(this, JSObject):
            return False
        return this.create(key, value)

    def create(self, key: Any, value: Any) -> bool:
        """A new plain own property."""
        if not self.extensible and key not in self.props:
            return False
        self.props[key] = value
        return True

    def define(self, key: Any, prop: Any) -> bool:
        """Object.defineProperty with a whole ``Prop``, or a plain value."""
        old = self.get_own(key)
        if old is MISSING and not self.extensible:
            return False
        if type(old) is Prop and not old.configurable and not (old.writable and not old.is_accessor):
            return False
        self.props[key] = prop
        return True

    def has(self, key: Any) -> bool:
        at: JSObject | None = self
        while at is not None:
            if at.get_own(key) is not MISSING:
                return True
            at = at.proto
            if at is not None and type(at).has is not JSObject.has:
                return at.has(key)
        return False

    def remove(self, key: Any) -> bool:
        found = self.props.get(key, MISSING)
        if type(found) is Prop and not found.configurable:
            return False
        self.props.pop(key, None)
        return True

    def own_keys(self) -> list[Any]:
        """The own keys, symbols too, in the order of the language: indices, strings, symbols."""
        return ordered(self.props)

    def prototype(self) -> JSObject | None:
        return self.proto


def ordered(props: dict[Any, Any]) -> list[Any]:
    indices = [k for k in props if isinstance(k, str) and is_index(k)]
    if indices:
        indices.sort(key=int)
    rest = [k for k in props if isinstance(k, str) and not is_index(k)] if indices else [
        k for k in props if isinstance(k, str)
    ]  # fmt: skip
    return [*indices, *rest, *(k for k in props if isinstance(k, Symbol))]


def is_index(key: str) -> bool:
    return key.isdecimal() and key.isascii() and (key == "0" or key[0] != "0") and len(key) < 16


#: how many elements an array may have
MAX_ITEMS = 1_000_000
#: a key that tells of an array that its length may not change
_FIXED = PrivateName("length")


def _is_kept(item: Any) -> bool:
    return type(item) is Prop and not item.configurable


class JSArray(JSObject):
    """An array; a hole is MISSING in ``items``."""

    __slots__ = ("items",)
    class_name = "Array"
    looks_so = False  # something else that has elements

    def __init__(self, items: list[Any], proto: JSObject | None = None) -> None:
        super().__init__(proto if proto is not None else realm.array_proto)
        self.items = items

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str):
            if key == "length":
                return Prop(float(len(self.items)), writable=_FIXED not in self.props, configurable=False)
            if is_index(key):
                index = int(key)
                return self.items[index] if index < len(self.items) else MISSING
        return self.props.get(key, MISSING)

    def put(self, key: Any, value: Any, this: Any) -> bool:
        if isinstance(key, str) and this is self:
            array: JSArray = this
            if is_index(key):
                return array.put_index(int(key), value)
            if key == "length":
                return array.resize(value)
        return super().put(key, value, this)

    def create(self, key: Any, value: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            return self.put_index(int(key), value)
        return super().create(key, value)

    def define(self, key: Any, prop: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            return self.put_index(int(key), prop)
        if isinstance(key, str) and key == "length":
            return self.resize(prop.value if type(prop) is Prop else prop)
        return super().define(key, prop)

    def put_index(self, index: int, value: Any) -> bool:
        items = self.items
        if index < len(items):
            if type(items[index]) is Prop and type(value) is not Prop:
                return super().put(str(index), value, self)
            if not self.extensible and items[index] is MISSING:
                return False
            items[index] = value
        elif not self.extensible or _FIXED in self.props:
            return False
        else:
            if index > len(items) + 10_000:
                throw("RangeError", "a sparse array")
            if index >= MAX_ITEMS:
                throw("RangeError", "Invalid array length")
            realm.steps((index - len(items)) // 16)
            items += [MISSING] * (index - len(items))
            items.append(value)
        return True

    def resize(self, value: Any) -> bool:
        given = to_number(value)
        if not 0 <= given < 2**32 or not given.is_integer():
            throw("RangeError", "Invalid array length")
        size = int(given)
        if size == len(self.items):
            return True
        if _FIXED in self.props:
            return False
        if size < len(self.items):
            kept = next((i for i in range(len(self.items) - 1, size - 1, -1) if _is_kept(self.items[i])), None)
            del self.items[size if kept is None else kept + 1 :]
            return kept is None
        if size > MAX_ITEMS:
            throw("RangeError", "Invalid array length")
        realm.steps(size // 16)
        self.items += [MISSING] * (size - len(self.items))
        return True

    def remove(self, key: Any) -> bool:
        if isinstance(key, str) and is_index(key):
            if int(key) < len(self.items):
                if _is_kept(self.items[int(key)]):
                    return False
                self.items[int(key)] = MISSING
            return True
        return key != "length" and super().remove(key)

    def fix(self) -> None:
        """Makes the length unchangeable."""
        self.props[_FIXED] = True

    def own_keys(self) -> list[Any]:
        return [*(str(i) for i, v in enumerate(self.items) if v is not MISSING), "length", *ordered(self.props)]


class Callable_(JSObject):
    """What can be called."""

    __slots__ = ()
    class_name = "Function"
    is_constructor = False

    def invoke(self, this: Any, args: Args) -> Any:
        raise NotImplementedError

    def construct(self, args: Args, new_target: JSObject) -> Any:
        throw("TypeError", "not a constructor")


class Native(Callable_):
    """A function of the page or the language. ``make``: what ``new`` gives, of the arguments and new.target."""

    __slots__ = ("code", "make")

    def __init__(
        self, name: str, code: NativeCode, length: int = 0, make: Callable[[Args, JSObject], Any] | None = None
    ) -> None:
        super().__init__(realm.function_proto)
        self.code = code
        self.make = make
        self.props["name"] = Prop(name, writable=False)
        self.props["length"] = Prop(float(length), writable=False)

    @property
    def is_constructor(self) -> bool:  # type: ignore[override]
        return self.make is not None

    def invoke(self, this: Any, args: Args) -> Any:
        return self.code(this, args)

    def construct(self, args: Args, new_target: JSObject) -> Any:
        if self.make is None:
            throw("TypeError", f"{describe(self)} is not a constructor")
        return self.make(args, new_target)


class Bound(Callable_):
    __slots__ = ("args", "target", "this")

    def __init__(self, target: JSObject, this: Any, args: Args) -> None:
        super().__init__(target.proto)
        self.target = target
        self.this = this
        self.args = args
        name = get(target, "name")
        name = "bound " + (name if isinstance(name, str) else "")
        realm.steps(len(name) >> 6)
        self.props["name"] = Prop(name, writable=False)
        self.props["length"] = Prop(max(0.0, to_number(get(target, "length")) - len(args)), writable=False)

    @property
    def is_constructor(self) -> bool:  # type: ignore[override]
        return is_constructor(self.target)

    def invoke(self, this: Any, args: Args) -> Any:
        return call(self.target, self.this, [*self.args, *args])

    def construct(self, args: Args, new_target: JSObject) -> Any:
        return construct(self.target, [*self.args, *args], self.target if new_target is self else new_target)


class Wrapper(JSObject):
    """``Object("text")``, ``Object(1)``: an object around a primitive ``value``."""

    __slots__ = ("value",)

    def __init__(self, value: Any, proto: JSObject) -> None:
        super().__init__(proto)
        self.value = value

    @property
    def class_name(self) -> str:  # type: ignore[override]
        return type_name(self.value)

    def get_own(self, key: Any) -> Any:
        if isinstance(self.value, str) and isinstance(key, str):
            found = string_own(self.value, key)
            if found is not MISSING:
                return Prop(found, writable=False, enumerable=key != "length", configurable=False)
        return self.props.get(key, MISSING)

    def own_keys(self) -> list[Any]:
        own = [*map(str, range(len(self.value))), "length"] if isinstance(self.value, str) else []
        return [*own, *ordered(self.props)]


class JSError(JSObject):
    __slots__ = ()
    class_name = "Error"


def type_name(value: Any) -> str:
    if isinstance(value, str):
        return "String"
    if isinstance(value, bool):
        return "Boolean"
    if isinstance(value, float):
        return "Number"
    return "Symbol" if isinstance(value, Symbol) else "BigInt"


# -- making things ------------------------------------------------------------------------------------------------


def new_object(**props: Any) -> JSObject:
    made = JSObject(realm.object_proto)
    made.props.update(props)
    return made


def new_array(items: list[Any]) -> JSArray:
    return JSArray(items)


def method(owner: JSObject, name: str | Symbol, code: NativeCode, length: int = 0) -> Native:
    """Gives ``owner`` a built-in method."""
    label = name if isinstance(name, str) else f"[{name.description}]"
    made = Native(label, code, length)
    owner.props[name] = Prop(made)
    return made


def getter(
    owner: JSObject, name: str | Symbol, read: Callable[[Any], Any], write: Callable[[Any, Any], Any] | None = None,
    *, enumerable: bool = False,
) -> None:  # fmt: skip
    """Gives ``owner`` a built-in accessor: ``read(this)``, ``write(this, value)``."""
    setter = Native("set", lambda this, args: write(this, arg(args, 0))) if write is not None else None
    owner.props[name] = Prop(get=Native("get", lambda this, args: read(this)), set=setter, enumerable=enumerable)


def constructor(
    name: str, proto: JSObject, make: Callable[[Args, JSObject], Any], code: NativeCode | None = None, length: int = 0
) -> Native:
    """A built-in class with the prototype object ``proto``; without ``code`` it cannot be called without ``new``."""

    def refuse(this: Any, args: Args) -> Any:
        throw("TypeError", f"Class constructor {name} cannot be invoked without 'new'")

    made = Native(name, code or refuse, length, make)
    made.props["prototype"] = Prop(proto, writable=False, configurable=False)
    proto.props["constructor"] = Prop(made)
    return made


def proto_for(new_target: JSObject, default: JSObject) -> JSObject:
    """The prototype of what ``new`` makes of a built-in class (or one that extends it)."""
    proto = get(new_target, "prototype")
    return proto if isinstance(proto, JSObject) else default


def arg(args: Args, index: int) -> Any:
    return args[index] if index < len(args) else UNDEF


def throw(kind: str, message: str) -> NoReturn:
    """Throws a new TypeError, RangeError, …"""
    made = JSError(realm.errors[kind])
    made.props["message"] = Prop(message)
    made.props["stack"] = Prop(f"{kind}: {message}")
    raise JSThrow(made)


def describe(value: Any) -> str:
    """A value for people, without running any code."""
    if isinstance(value, JSObject):
        found = value.props.get("message", MISSING)
        if found is not MISSING:
            return f"{_own_text(value.proto, 'name')}: {found.value if type(found) is Prop else found}"
        return f"{_own_text(value, 'name') or type(value).__name__}"
    if isinstance(value, Symbol):
        return f"Symbol({value.description})"
    return to_string(value)


def _own_text(owner: JSObject | None, key: str) -> str:
    found = owner.props.get(key, "") if owner is not None else ""
    found = found.value if type(found) is Prop else found
    return found if isinstance(found, str) else ""


# -- properties ---------------------------------------------------------------------------------------------------


def string_own(value: str, key: Any) -> Any:
    if key == "length":
        return float(len(value))
    if isinstance(key, str) and is_index(key) and int(key) < len(value):
        return cut(value, int(key), int(key) + 1)
    return MISSING


def proto_of_primitive(value: Any) -> JSObject:
    if isinstance(value, str):
        return realm.string_proto
    if isinstance(value, bool):
        return realm.boolean_proto
    if isinstance(value, float):
        return realm.number_proto
    if isinstance(value, Symbol):
        return realm.symbol_proto
    return realm.bigint_proto


def get(owner: Any, key: Any) -> Any:
    """``owner[key]`` for a property key."""
    if isinstance(owner, JSObject):
        return owner.get(key, owner)
    if owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot read properties of {to_string(owner)} (reading '{describe(key)}')")
    if isinstance(owner, str):
        found = string_own(owner, key)
        if found is not MISSING:
            return found
    return proto_of_primitive(owner).get(key, owner)


def get_computed(owner: Any, key: Any) -> Any:
    """``owner[key]`` for any value ``key``."""
    if isinstance(key, float):
        if type(owner) is JSArray:
            if key >= 0 and key.is_integer() and key < len(owner.items):
                found = owner.items[int(key)]
                if found is not MISSING and type(found) is not Prop:
                    return found
        elif isinstance(owner, str) and key >= 0 and key.is_integer() and key < len(owner):
            return cut(owner, int(key), int(key) + 1)
    if owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot read properties of {to_string(owner)} (reading '{describe(key)}')")
    return get(owner, to_key(key))


def put(owner: Any, key: Any, value: Any) -> Any:
    """``owner[key] = value`` for a property key. Gives ``value``."""
    if isinstance(owner, JSObject):
        owner.put(key, value, owner)
    elif owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot set properties of {to_string(owner)} (setting '{describe(key)}')")
    else:
        proto_of_primitive(owner).put(key, value, owner)
    return value


def put_strict(owner: Any, key: Any, value: Any) -> Any:
    """``put`` of strict code: what is not allowed is a TypeError."""
    if isinstance(owner, JSObject):
        if not owner.put(key, value, owner):
            _refused(owner, key)
    elif owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot set properties of {to_string(owner)} (setting '{describe(key)}')")
    elif not proto_of_primitive(owner).put(key, value, owner):
        throw("TypeError", f"Cannot create property '{describe(key)}' on {type_of(owner)} '{describe(owner)}'")
    return value


def _refused(owner: JSObject, key: Any) -> None:
    """A failed assignment. What the page's own classes only give is left alone: a browser's may take it, too."""
    at: JSObject | None = owner
    while at is not None and at.plain:
        found = at.props.get(key, MISSING)
        if found is not MISSING:
            if type(found) is Prop and found.is_accessor:
                if type(found.get) is Native:
                    return
                name = describe(key)
                throw("TypeError", f"Cannot set property {name} of {describe(owner)} which has only a getter")
            break
        at = at.proto
    throw("TypeError", f"Cannot assign to read only property '{describe(key)}' of object '{describe(owner)}'")


def put_computed_strict(owner: Any, key: Any, value: Any) -> Any:
    if type(owner) is JSArray and isinstance(key, float) and key >= 0 and key.is_integer():
        if not owner.put_index(int(key), value):
            _refused(owner, to_key(key))
        return value
    if owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot set properties of {to_string(owner)}")
    return put_strict(owner, to_key(key), value)


def delete_strict(owner: Any, key: Any) -> bool:
    if owner is None or owner is UNDEF:
        throw("TypeError", "Cannot convert undefined or null to object")
    key = to_key(key)
    if isinstance(owner, JSObject) and not owner.remove(key):
        throw("TypeError", f"Cannot delete property '{describe(key)}' of {describe(owner)}")
    return True


def put_computed(owner: Any, key: Any, value: Any) -> Any:
    if type(owner) is JSArray and isinstance(key, float) and key >= 0 and key.is_integer():
        owner.put_index(int(key), value)
        return value
    if owner is None or owner is UNDEF:
        throw("TypeError", f"Cannot set properties of {to_string(owner)}")
    return put(owner, to_key(key), value)


def delete(owner: Any, key: Any) -> bool:
    if owner is None or owner is UNDEF:
        throw("TypeError", "Cannot convert undefined or null to object")
    return owner.remove(to_key(key)) if isinstance(owner, JSObject) else True


def own_property(owner: JSObject, key: Any) -> Prop | None:
    """The own property as a ``Prop`` of its own."""
    found = owner.get_own(key)
    if found is MISSING:
        return None
    if type(found) is Prop:
        return found
    return Prop(found, enumerable=True)


def enumerable_own(owner: JSObject) -> list[Any]:
    """The keys that Object.assign and a spread copy: strings and symbols."""
    found = []
    for key in owner.own_keys():
        own = owner.get_own(key)
        if own is not MISSING and (type(own) is not Prop or own.enumerable):
            found.append(key)
    return found


def for_in(value: Any) -> list[str]:
    """The keys that a ``for…in`` walks over."""
    if value is None or value is UNDEF:
        return []
    if isinstance(value, str):
        return [str(i) for i in range(len(value))]
    found: dict[str, bool] = {}
    at: JSObject | None = value if isinstance(value, JSObject) else proto_of_primitive(value)
    while at is not None:
        for key in at.own_keys():
            if isinstance(key, str) and key not in found:
                own = at.get_own(key)
                found[key] = own is not MISSING and (type(own) is not Prop or own.enumerable)
        at = at.prototype()
    realm.steps(len(found))
    return [key for key, shown in found.items() if shown]


def copy_into(target: JSObject, value: Any, without: tuple[Any, ...] = ()) -> JSObject:
    """``{...value}``"""
    if isinstance(value, str):
        for index, char in enumerate(value):
            target.create(str(index), char)
    elif isinstance(value, JSObject):
        keys = enumerable_own(value)
        realm.steps(len(keys))
        for key in keys:
            if key not in without:
                target.create(key, value.get(key, value))
    return target


#: how long a chain of prototypes may be
MAX_CHAIN = 300


def check_chain(proto: JSObject | None) -> None:
    """Refuses a prototype with too many of them above it."""
    for _ in range(MAX_CHAIN):
        if proto is None:
            return
        proto = proto.proto
    throw("RangeError", "Maximum call stack size exceeded")


def to_object(value: Any) -> JSObject:
    if isinstance(value, JSObject):
        return value
    if value is None or value is UNDEF:
        throw("TypeError", "Cannot convert undefined or null to object")
    return Wrapper(value, proto_of_primitive(value))


# -- calls --------------------------------------------------------------------------------------------------------


def is_callable(value: Any) -> bool:
    return isinstance(value, Callable_)


def is_constructor(value: Any) -> bool:
    return isinstance(value, Callable_) and value.is_constructor


def call(function: Any, this: Any, args: Args) -> Any:
    """``function.apply(this, args)``"""
    if isinstance(function, Callable_):
        return function.invoke(this, args)
    throw("TypeError", f"{describe(function)} is not a function")


def construct(function: Any, args: Args, new_target: JSObject | None = None) -> Any:
    """``new function(...args)``"""
    if isinstance(function, Callable_) and function.is_constructor:
        return function.construct(args, new_target if new_target is not None else function)
    throw("TypeError", f"{describe(function)} is not a constructor")


def call_method(owner: Any, key: Any, args: Args) -> Any:
    """``owner.key(...args)``"""
    function = owner.get(key, owner) if isinstance(owner, JSObject) else get(owner, key)
    if isinstance(function, Callable_):
        return function.invoke(owner, args)
    throw("TypeError", f"{describe(owner)}.{describe(key)} is not a function")


def iterate(value: Any) -> Iterator[Any]:
    """What ``for…of`` walks over; closing the generator closes the iterator."""
    if type(value) is JSArray and realm.array_proto.props[ITERATOR].value is realm.array_values:
        index = 0
        while index < len(value.items):
            realm.steps(1)
            item = value.items[index]
            yield item if item is not MISSING and type(item) is not Prop else get(value, str(index))
            index += 1
        return
    if isinstance(value, str):
        for index in range(len(value)):
            realm.steps(1)
            yield cut(value, index, index + 1)
        return
    walk = get(value, ITERATOR)
    if not is_callable(walk):
        throw("TypeError", f"{describe(value)} is not iterable")
    iterator = call(walk, value, [])
    step = get(iterator, "next")
    done = False
    try:
        while True:
            realm.steps(1)
            result = call(step, iterator, [])
            if not isinstance(result, JSObject):
                done = True
                throw("TypeError", "Iterator result is not an object")
            if truthy(get(result, "done")):
                done = True
                return
            yield get(result, "value")
    except JSThrow:
        done = True
        raise
    finally:
        if not done:
            close = get(iterator, "return")
            if is_callable(close):
                call(close, iterator, [])


def iter_result(value: Any, done: bool) -> JSObject:
    return new_object(value=value, done=done)


# -- conversions --------------------------------------------------------------------------------------------------


def truthy(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, JSObject):
        return True
    if value is None or value is UNDEF:
        return False
    if isinstance(value, str):
        return len(value) > 0
    if isinstance(value, float):
        return not (value != value or value == 0)
    return value != 0 if isinstance(value, BigInt) else True


def type_of(value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, float):
        return "number"
    if value is UNDEF:
        return "undefined"
    if value is None:
        return "object"
    if isinstance(value, Callable_):
        return "function"
    if isinstance(value, Symbol):
        return "symbol"
    return "bigint" if isinstance(value, BigInt) else "object"


def to_primitive(value: Any, hint: str = "default") -> Any:
    if not isinstance(value, JSObject):
        return value
    exotic = value.get(TO_PRIMITIVE, value)
    if is_callable(exotic):
        made = call(exotic, value, [hint])
        if not isinstance(made, JSObject):
            return made
        throw("TypeError", "Cannot convert object to primitive value")
    for name in ("toString", "valueOf") if hint == "string" else ("valueOf", "toString"):
        convert = value.get(name, value)
        if is_callable(convert):
            made = call(convert, value, [])
            if not isinstance(made, JSObject):
                return made
    throw("TypeError", "Cannot convert object to primitive value")


def to_string(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Num):
        return digits(value, number_text(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if value is UNDEF:
        return "undefined"
    if value is None:
        return "null"
    if isinstance(value, BigInt):
        realm.steps(value.bit_length() >> 9)
        return str(int(value))
    if isinstance(value, Symbol):
        throw("TypeError", "Cannot convert a Symbol value to a string")
    return to_string(to_primitive(value, "string"))


def to_number(value: Any) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        made = primitive_number(str(value))
        if made != made and is_granted(value):
            return 1.0
        if isinstance(value, Text) and made == made and len(value.pieces) == 1 and value.pieces[0][1] is not None:
            skipped = len(value) - len(value.lstrip())
            return number(made, value.pieces[0][1], value.pieces[0][2] + skipped)
        return made
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if value is UNDEF:
        return math.nan
    if value is None:
        return 0.0
    if isinstance(value, (Symbol, BigInt)):
        throw("TypeError", "Cannot convert a Symbol or BigInt value to a number")
    return to_number(to_primitive(value, "number"))


def to_numeric(value: Any) -> Any:
    if isinstance(value, (float, BigInt)):
        return value
    value = to_primitive(value, "number")
    return value if isinstance(value, BigInt) else to_number(value)


def to_key(value: Any) -> Any:
    if isinstance(value, (str, Symbol, PrivateName)):
        return value
    if isinstance(value, float) and value.is_integer() and 0 <= value < 1e15:
        return str(int(value))
    if isinstance(value, JSObject):
        value = to_primitive(value, "string")
        if isinstance(value, Symbol):
            return value
    return to_string(value)


def to_integer(value: Any) -> int:
    """ToIntegerOrInfinity, infinity as a number past any index."""
    made = to_number(value)
    if made != made:
        return 0
    return int(max(-1e15, min(1e15, made)))


def to_int32(value: Any) -> int:
    if not isinstance(value, float):
        value = to_number(value)
    if value != value or value in (math.inf, -math.inf):
        return 0
    made = int(value) & 0xFFFFFFFF
    return made - 0x100000000 if made >= 0x80000000 else made


# -- operators ----------------------------------------------------------------------------------------------------


#: from which length on it is counted what is done to texts
LONG = 10_000


def add(a: Any, b: Any) -> Any:
    if type(a) is float and type(b) is float:
        return a + b
    if type(a) is str and type(b) is str:
        size = len(a) + len(b)
        if size > LONG:
            if size > MAX_LENGTH:
                throw("RangeError", "Invalid string length")
            realm.steps(size >> 10)
        return a + b
    if isinstance(a, JSObject):
        a = to_primitive(a)
    if isinstance(b, JSObject):
        b = to_primitive(b)
    if isinstance(a, str) or isinstance(b, str):
        a, b = to_string(a), to_string(b)
        if len(a) + len(b) > LONG:
            realm.steps((len(a) + len(b)) >> 10)
        return join((a, b))
    return arithmetic("+", a, b)


def arithmetic(operator: str, a: Any, b: Any) -> Any:
    """``a operator b`` for + - * / % **; numbers of literals give one of the first of these."""
    a, b = to_numeric(a), to_numeric(b)
    if isinstance(a, BigInt) or isinstance(b, BigInt):
        if type(a) is not type(b):
            throw("TypeError", "Cannot mix BigInt and other types")
        return _big(operator, a, b)
    made = _ARITHMETIC[operator](float(a), float(b))
    known = a if isinstance(a, Num) else b
    return derived(known, made) if isinstance(known, Num) else made


#: how long a BigInt may be: what Python turns into digits
MAX_BITS = 14_000


def _big(operator: str, a: int, b: int) -> BigInt:
    if operator in "/%" and b == 0:
        throw("RangeError", "Division by zero")
    if operator == "**" and (b < 0 or b * max(a.bit_length(), 1) > MAX_BITS):
        throw("RangeError", "Exponent")
    a, b = int(a), int(b)
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1) if operator in "/%" else 0
    if operator == "*" and a.bit_length() + b.bit_length() > MAX_BITS:
        throw("RangeError", "Maximum BigInt size exceeded")
    if operator == "**":
        return BigInt(a**b)
    made = {"+": a + b, "-": a - b, "*": a * b, "/": quotient, "%": a - b * quotient}
    return BigInt(made[operator])


def _divide(a: float, b: float) -> float:
    if b == 0:
        if a == 0 or a != a:
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)
    return a / b


def _remainder(a: float, b: float) -> float:
    if b == 0 or a != a or b != b or a in (math.inf, -math.inf):
        return math.nan
    return math.fmod(a, b)


def _power(a: float, b: float) -> float:
    if b != b or (abs(a) == 1 and b in (math.inf, -math.inf)):
        return math.nan
    try:
        made = a**b
    except OverflowError:
        return math.inf if a > 0 or b % 2 == 0 else -math.inf
    except ZeroDivisionError:
        return math.copysign(math.inf, a) if b % 2 == 1 else math.inf
    return made if isinstance(made, float) else math.nan


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": _divide, "%": _remainder,
    "**": _power,
}  # fmt: skip


def bitwise(operator: str, a: Any, b: Any) -> Any:
    a, b = to_numeric(a), to_numeric(b)
    if isinstance(a, BigInt) and isinstance(b, BigInt):
        if operator in ("<<", ">>") and abs(b) + a.bit_length() > MAX_BITS:
            throw("RangeError", "Maximum BigInt size exceeded")
        x, y = int(a), int(b)
        if operator in ("<<", ">>"):
            y = y if operator == "<<" else -y
            return BigInt(x << y if y >= 0 else x >> -y)
        return BigInt({"&": x & y, "|": x | y, "^": x ^ y}[operator])
    if operator == ">>>":
        return float((to_int32(a) & 0xFFFFFFFF) >> (to_int32(b) & 31))
    x, y = to_int32(a), to_int32(b)
    if operator == "&":
        made = x & y
    elif operator == "|":
        if y == 0 and isinstance(a, Num) and float(a) == x:
            return a
        made = x | y
    elif operator == "^":
        made = x ^ y
    elif operator == "<<":
        made = to_int32(float((x << (y & 31)) & 0xFFFFFFFF))
    else:
        made = x >> (y & 31)
    return float(made)


def strict_equals(a: Any, b: Any) -> bool:
    if a is b:
        return not (isinstance(a, float) and a != a)
    if isinstance(a, bool) or isinstance(b, bool):
        return False
    if isinstance(a, str):
        return isinstance(b, str) and str.__eq__(a, b)
    if isinstance(a, float):
        return isinstance(b, float) and a == b
    return isinstance(a, BigInt) and isinstance(b, BigInt) and a == b


def equals(a: Any, b: Any) -> bool:
    if a is None or a is UNDEF:
        return b is None or b is UNDEF
    if b is None or b is UNDEF:
        return False
    if isinstance(a, JSObject) and isinstance(b, JSObject):
        return a is b
    if isinstance(a, JSObject):
        return equals(to_primitive(a), b)
    if isinstance(b, JSObject):
        return equals(a, to_primitive(b))
    if isinstance(a, Symbol) or isinstance(b, Symbol):
        return a is b
    if type_of(a) == type_of(b):
        return strict_equals(a, b)
    if isinstance(a, BigInt) or isinstance(b, BigInt):
        x, y = (float(v) if isinstance(v, BigInt) else to_number(v) for v in (a, b))
        return x == y
    return float(to_number(a)) == float(to_number(b))


def same_value_zero(a: Any, b: Any) -> bool:
    return strict_equals(a, b) or (isinstance(a, float) and isinstance(b, float) and a != a and b != b)


def less(a: Any, b: Any, swap: bool = False) -> bool | None:
    """``a < b``; None where a NaN decides nothing. ``swap``: ``b`` is converted first."""
    if isinstance(a, float) and isinstance(b, float):
        return a < b if a == a and b == b else None
    if swap:
        b = to_primitive(b, "number")
        a = to_primitive(a, "number")
    else:
        a = to_primitive(a, "number")
        b = to_primitive(b, "number")
    if isinstance(a, str) and isinstance(b, str):
        return str.__lt__(a, b)
    x = float(a) if isinstance(a, BigInt) else to_number(a)
    y = float(b) if isinstance(b, BigInt) else to_number(b)
    return float(x) < float(y) if x == x and y == y else None


def instance_of(value: Any, target: Any) -> bool:
    if not isinstance(target, JSObject):
        throw("TypeError", "Right-hand side of 'instanceof' is not callable")
    custom = target.get(HAS_INSTANCE, target)
    if custom is not UNDEF and custom is not None and custom is not realm.has_instance:
        return truthy(call(custom, target, [value]))
    return ordinary_instance(value, target)


def ordinary_instance(value: Any, target: Any) -> bool:
    if isinstance(target, Bound):
        return instance_of(value, target.target)
    if not is_callable(target):
        throw("TypeError", "Right-hand side of 'instanceof' is not callable")
    if not isinstance(value, JSObject):
        return False
    proto = get(target, "prototype")
    at = value.prototype()
    while at is not None:
        if at is proto:
            return True
        at = at.prototype()
    return False


def has_property(key: Any, owner: Any) -> bool:
    """``key in owner``"""
    if not isinstance(owner, JSObject):
        throw("TypeError", "Cannot use 'in' operator to search in a primitive")
    return owner.has(to_key(key))
