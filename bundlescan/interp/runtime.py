"""What compiled code calls, by the names that ``compile`` gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bundlescan.interp import functions, model
from bundlescan.interp.functions import Await, JSFunction
from bundlescan.interp.model import (
    ITERATOR,
    MISSING,
    UNDEF,
    Args,
    BigInt,
    Callable_,
    JSArray,
    JSObject,
    JSThrow,
    PrivateName,
    Prop,
    Stop,
    add,
    arg,
    arithmetic,
    copy_into,
    describe,
    get,
    get_computed,
    realm,
    strict_equals,
    throw,
    to_numeric,
    to_string,
    truthy,
)
from bundlescan.interp.text import Literal, join, number, text
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import number_text

#: numbers that can be ports, and texts that can be part of an address
_PORTS = range(22, 65536)
_TELLING = re.compile(
    r"\d{2,5}|//|^(?:ws|http)s?:?$|localhost|\.(?:local|lan|internal)\b|^:|:$|^wss?\b|[a-z]\.[a-z]", re.IGNORECASE
)
MAX_TEXT = 2_000


def literal(node: Node, value: Any, *, told: bool = True) -> Any:
    """The value of a literal, with its origin where it may be part of an address and is to be ``told``."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return BigInt(value)
    if not told:
        return value
    if isinstance(value, float):
        return number(value, Literal(node)) if value.is_integer() and int(value) in _PORTS else value
    if isinstance(value, str) and len(value) <= MAX_TEXT and _TELLING.search(value):
        return text(value, Literal(node))
    return value


def key_text(value: Any) -> str:
    """The key that a number spells."""
    return str(value) if isinstance(value, int) else number_text(value)


class TemplateObject:
    """The strings of a tagged template: one array however often it is used."""

    def __init__(self, cooked: list[Any], raw: list[str]) -> None:
        self.cooked = cooked
        self.raw = raw
        self.made: JSArray | None = None
        self.realm: object = None


def template_object(of: TemplateObject) -> JSArray:
    if of.made is None or of.realm is not realm.window:
        of.made = JSArray([UNDEF if c is None else c for c in of.cooked])
        of.made.props["raw"] = Prop(JSArray(list(of.raw)))
        of.realm = realm.window
    return of.made


# -- variables ----------------------------------------------------------------------------------------------------


def get_global(name: str) -> Any:
    found = realm.lexical.get(name, MISSING)
    if found is not MISSING:
        return found
    window = realm.window
    found = window.props.get(name, MISSING)
    if found is not MISSING and type(found) is not Prop:
        return found
    if not window.has(name):
        throw("ReferenceError", f"{name} is not defined")
    return window.get(name, window)


def typeof_global(name: str) -> str:
    if name not in realm.lexical and not realm.window.has(name):
        return "undefined"
    return model.type_of(get_global(name))


def set_global(name: str, value: Any) -> Any:
    if name in realm.lexical:
        realm.lexical[name] = value
    else:
        realm.window.put(name, value, realm.window)
    return value


def set_global_strict(name: str, value: Any) -> Any:
    if name in realm.lexical:
        realm.lexical[name] = value
        return value
    if not realm.window.has(name):
        throw("ReferenceError", f"{name} is not defined")
    return model.put_strict(realm.window, name, value)


def declare(name: str) -> None:
    """``var name`` at the top of a script."""
    if not realm.window.has(name):
        realm.window.props[name] = UNDEF


def declare_function(name: str, function: Any) -> None:
    realm.window.props[name] = function


def declare_lexical(name: str, value: Any) -> None:
    realm.lexical[name] = value


def set_slot(env: list[Any], index: int, value: Any) -> Any:
    env[index] = value
    return value


def names_class(env: list[Any], index: int) -> Callable[[Any], None]:
    def bind(cls: Any) -> None:
        env[index] = cls

    return bind


def no_name(cls: Any) -> None:
    """A class without a name of its own."""


# -- arguments ----------------------------------------------------------------------------------------------------


def pad(args: Args, count: int) -> Args:
    return [*args, *[UNDEF] * (count - len(args))]


def rest(args: Args, index: int) -> JSArray:
    return JSArray(args[index:])


class Arguments(JSArray):
    """``arguments``: no array, though it looks like one."""

    __slots__ = ()
    class_name = "Arguments"
    looks_so = True


def arguments(args: Args) -> JSArray:
    made = Arguments(list(args), realm.object_proto)
    made.props[ITERATOR] = Prop(realm.array_values)
    return made


def constant_assigned(name: str, value: Any) -> Any:
    """An assignment to what is imported."""
    throw("TypeError", f"Assignment to constant variable '{name}'.")


# -- operators ----------------------------------------------------------------------------------------------------


def nullish(value: Any) -> bool:
    return value is None or value is UNDEF


def subtract(a: Any, b: Any) -> Any:
    return a - b if type(a) is float and type(b) is float else arithmetic("-", a, b)


def multiply(a: Any, b: Any) -> Any:
    return a * b if type(a) is float and type(b) is float else arithmetic("*", a, b)


def divide(a: Any, b: Any) -> Any:
    return arithmetic("/", a, b)


def remainder(a: Any, b: Any) -> Any:
    return arithmetic("%", a, b)


def power(a: Any, b: Any) -> Any:
    return arithmetic("**", a, b)


def is_less(a: Any, b: Any) -> bool:
    if type(a) is float and type(b) is float:
        return a < b
    return model.less(a, b) is True


def is_more(a: Any, b: Any) -> bool:
    if type(a) is float and type(b) is float:
        return a > b
    return model.less(b, a, swap=True) is True


def is_at_most(a: Any, b: Any) -> bool:
    return model.less(b, a, swap=True) is False


def is_at_least(a: Any, b: Any) -> bool:
    return model.less(a, b) is False


def bit_and(a: Any, b: Any) -> Any:
    if type(a) is float and type(b) is float and -_HALF <= a < _HALF and -_HALF <= b < _HALF:
        return float(int(a) & int(b))
    return model.bitwise("&", a, b)


def bit_or(a: Any, b: Any) -> Any:
    if type(a) is float and type(b) is float and -_HALF <= a < _HALF and -_HALF <= b < _HALF:
        return float(int(a) | int(b))
    return model.bitwise("|", a, b)


def shift_right(a: Any, b: Any) -> Any:
    if type(a) is float and type(b) is float and -_HALF <= a < _HALF and 0 <= b < 32:
        return float(int(a) >> int(b))
    return model.bitwise(">>", a, b)


_HALF = 2.0**31


def increment(value: Any) -> Any:
    if type(value) is float:
        return value + 1
    value = to_numeric(value)
    return BigInt(value + 1) if isinstance(value, BigInt) else arithmetic("+", value, 1.0)


def decrement(value: Any) -> Any:
    if type(value) is float:
        return value - 1
    value = to_numeric(value)
    return BigInt(value - 1) if isinstance(value, BigInt) else arithmetic("-", value, 1.0)


def negate(value: Any) -> Any:
    value = to_numeric(value)
    return BigInt(-value) if isinstance(value, BigInt) else -float(value)


def invert(value: Any) -> Any:
    value = to_numeric(value)
    return BigInt(~value) if isinstance(value, BigInt) else float(~model.to_int32(value))


def template(*parts: Any) -> str:
    texts = [part if isinstance(part, str) else to_string(part) for part in parts]
    size = sum(map(len, texts))
    if size > model.LONG:
        realm.steps(size >> 10)
    return join(texts)


# -- objects ------------------------------------------------------------------------------------------------------


def plain_object(props: dict[Any, Any]) -> JSObject:
    made = JSObject(realm.object_proto)
    made.props = props
    return made


def object_of(entries: list[tuple[Any, ...]]) -> JSObject:
    """An object literal: (key, value), (kind, key, value) or ("...", value)."""
    made = JSObject(realm.object_proto)
    for entry in entries:
        if len(entry) == 2:
            if entry[0] == "..." and isinstance(entry[0], str):
                copy_into(made, entry[1])
            else:
                made.props[entry[0]] = entry[1]
            continue
        kind, key, value = entry
        if kind == "proto":
            if isinstance(value, JSObject) or value is None:
                made.proto = value
            continue
        if isinstance(value, JSFunction):
            value.home = made
        if kind == "method":
            made.props[key] = value
        else:
            functions.accessor(made, key, kind, value, enumerable=True)
    return made


def checked(value: Any) -> Any:
    """What a pattern of properties takes apart."""
    if value is None or value is UNDEF:
        throw("TypeError", f"Cannot destructure '{to_string(value)}' as it is {to_string(value)}.")
    return value


def without(value: Any, keys: tuple[Any, ...]) -> JSObject:
    """``{a, ...rest} = value``"""
    return copy_into(JSObject(realm.object_proto), value, keys)


def get_private(owner: Any, key: PrivateName) -> Any:
    found = owner.props.get(key, MISSING) if isinstance(owner, JSObject) else MISSING
    if found is MISSING:
        throw("TypeError", f"Cannot read private member {key.name} from an object whose class did not declare it")
    if type(found) is Prop:
        return found.value if not found.is_accessor else model.call(found.get, owner, [])
    return found


def put_private(owner: Any, key: PrivateName, value: Any) -> Any:
    found = owner.props.get(key, MISSING) if isinstance(owner, JSObject) else MISSING
    if found is MISSING:
        throw("TypeError", f"Cannot write private member {key.name} to an object whose class did not declare it")
    if type(found) is Prop:
        if found.set is None:
            throw("TypeError", f"Private member '{key.name}' is not writable")
        model.call(found.set, owner, [value])
    else:
        owner.props[key] = value
    return value


def call_private(owner: Any, key: PrivateName, args: Args) -> Any:
    return model.call(get_private(owner, key), owner, args)


def has_private(key: PrivateName, owner: Any) -> bool:
    return isinstance(owner, JSObject) and key in owner.props


def call_computed(owner: Any, key: Any, args: Args) -> Any:
    """``owner[key](...args)``"""
    function = get_computed(owner, key)
    if not isinstance(function, Callable_):
        throw("TypeError", f"{describe(owner)}[{describe(key)}] is not a function")
    return function.invoke(owner, args)


def made_by(value: Any, this: Any) -> Any:
    """What a constructor gives that returns ``value``."""
    return value if isinstance(value, JSObject) else this


def close(walk: Any) -> None:
    """Ends a walk that was left early."""
    end = getattr(walk, "close", None)
    if end is not None:
        end()


def unsupported(what: str) -> Any:
    throw("SyntaxError", f"{what} is not run")


def regexp(pattern: str, flags: str) -> Any:
    from bundlescan.interp.builtins.regexp import new_regexp

    return new_regexp(pattern, flags)


def namespace() -> dict[str, Any]:
    """The globals of compiled code."""
    own = {
        name: value
        for name, value in globals().items()
        if callable(value) and not name.startswith("_") and name not in ("Node", "Literal", "Text", "Num")
    }
    own.update(
        {
            name: getattr(functions, name)
            for name in (
                "super_call", "super_get", "super_put", "make_class", "delegated", "delegated_async", "async_iterator",
                "caught", "call_value", "spread", "first_of",
            )
        }
    )  # fmt: skip
    own.update(
        {
            name: getattr(model, name)
            for name in (
                "get", "get_computed", "put", "put_computed", "delete", "put_strict", "put_computed_strict",
                "delete_strict", "for_in", "iterate", "call", "construct",
                "call_method", "truthy", "type_of", "to_number", "to_numeric", "to_key", "add", "bitwise",
                "strict_equals", "equals", "instance_of", "has_property",
            )
        }
    )  # fmt: skip
    own.update(
        {
            "UNDEF": UNDEF,
            "MISSING": MISSING,
            "R": realm,
            "Stop": Stop,
            "JSThrow": JSThrow,
            "Abandoned": (Stop, GeneratorExit),
            "Exception": Exception,
            "len": len,
        }
    )
    return own


__all__ = ["Await", "Stop", "add", "arg", "get", "namespace", "strict_equals", "truthy"]
