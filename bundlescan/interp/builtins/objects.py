"""Object, Function, Error, Symbol, Boolean and Reflect."""

from __future__ import annotations

from typing import Any

from bundlescan.interp.builtins.proxies import install_proxy
from bundlescan.interp.builtins.support import (
    Methods,
    callback,
    constant,
    hidden,
    is_array,
    listed,
    same_value,
    tag,
)
from bundlescan.interp.model import (
    HAS_INSTANCE,
    MISSING,
    TO_PRIMITIVE,
    TO_STRING_TAG,
    UNDEF,
    WELL_KNOWN,
    Args,
    Bound,
    Callable_,
    JSArray,
    JSError,
    JSObject,
    Prop,
    Symbol,
    Wrapper,
    arg,
    call,
    check_chain,
    construct,
    constructor,
    describe,
    get,
    getter,
    is_callable,
    is_constructor,
    iterate,
    method,
    new_array,
    new_object,
    ordinary_instance,
    own_property,
    proto_for,
    proto_of_primitive,
    realm,
    throw,
    to_key,
    to_object,
    to_string,
    truthy,
)
from bundlescan.interp.text import join

ERRORS = ("EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError")

OBJECT = Methods()
OBJECT_PROTO = Methods()
FUNCTION_PROTO = Methods()
ERROR_PROTO = Methods()
SYMBOL_PROTO = Methods()
BOOLEAN_PROTO = Methods()
REFLECT = Methods()


def install(window: JSObject) -> None:
    object_proto, function_proto = realm.object_proto, realm.function_proto
    OBJECT_PROTO.install(object_proto)
    getter(object_proto, "__proto__", _read_proto, _write_proto)
    made = constructor("Object", object_proto, _make_object, _object, 1)
    OBJECT.install(made)
    hidden(window, "Object", made)

    FUNCTION_PROTO.install(function_proto)
    realm.has_instance = function_proto.props[HAS_INSTANCE].value
    hidden(function_proto, "name", "")
    hidden(function_proto, "length", 0.0)
    made = constructor(
        "Function", function_proto, lambda args, kind: _compile(args), lambda this, args: _compile(args), 1
    )
    hidden(window, "Function", made)
    method(window, "eval", lambda this, args: _evaluate(arg(args, 0)), 1)

    _install_errors(window)
    _install_symbol(window)

    BOOLEAN_PROTO.install(realm.boolean_proto)
    made = constructor(
        "Boolean", realm.boolean_proto,
        lambda args, new_target: Wrapper(truthy(arg(args, 0)), proto_for(new_target, realm.boolean_proto)),
        lambda this, args: truthy(arg(args, 0)), 1,
    )  # fmt: skip
    hidden(window, "Boolean", made)

    reflect = JSObject(object_proto)
    REFLECT.install(reflect)
    tag(reflect, "Reflect")
    hidden(window, "Reflect", reflect)
    install_proxy(window)


# -- property descriptors -----------------------------------------------------------------------------------------


def descriptor(prop: Prop | None) -> Any:
    if prop is None:
        return UNDEF
    if prop.is_accessor:
        made = new_object(get=prop.get or UNDEF, set=prop.set or UNDEF)
    else:
        made = new_object(value=prop.value, writable=prop.writable)
    made.props["enumerable"] = prop.enumerable
    made.props["configurable"] = prop.configurable
    return made


def define(owner: JSObject, key: Any, given: Any) -> bool:
    """Object.defineProperty; False where the property may not change so."""
    if not isinstance(given, JSObject):
        throw("TypeError", f"Property description must be an object: {describe(given)}")
    trap = getattr(owner, "define_by", None)
    if trap is not None:
        return bool(trap(key, given))
    old = own_property(owner, key)
    fields = {
        name: given.get(name, given)
        for name in ("value", "writable", "get", "set", "enumerable", "configurable")
        if given.has(name)
    }
    for name in ("get", "set"):
        if name in fields and fields[name] is not UNDEF and not is_callable(fields[name]):
            throw("TypeError", f"{name}ter must be a function: {describe(fields[name])}".capitalize())
    accessor = "get" in fields or "set" in fields
    if accessor and ("value" in fields or "writable" in fields):
        throw("TypeError", "Invalid property descriptor. Cannot both specify accessors and a value")
    if isinstance(owner, JSArray) and key == "length":
        done = "value" not in fields or owner.resize(fields["value"])
        if "writable" in fields and not truthy(fields["writable"]):
            owner.fix()
        return done
    enumerable = truthy(fields["enumerable"]) if "enumerable" in fields else old is not None and old.enumerable
    configurable = truthy(fields["configurable"]) if "configurable" in fields else old is not None and old.configurable
    data = "value" in fields or "writable" in fields
    if accessor or (not data and old is not None and old.is_accessor):
        before = old if old is not None and old.is_accessor else Prop()
        made = Prop(
            get=(fields["get"] or None) if "get" in fields else before.get,
            set=(fields["set"] or None) if "set" in fields else before.set,
            enumerable=enumerable, configurable=configurable,
        )  # fmt: skip
        if made.get is UNDEF:
            made.get = None
        if made.set is UNDEF:
            made.set = None
    else:
        before = old if old is not None and not old.is_accessor else Prop(writable=False)
        made = Prop(
            fields.get("value", before.value),
            writable=truthy(fields["writable"]) if "writable" in fields else before.writable,
            enumerable=enumerable, configurable=configurable,
        )  # fmt: skip
    if old is not None and not old.configurable:
        return _redefine(owner, key, old, made)
    if made.writable and made.enumerable and made.configurable and not made.is_accessor:
        return owner.define(key, made.value)
    return owner.define(key, made)


def _redefine(owner: JSObject, key: Any, old: Prop, made: Prop) -> bool:
    """Changes what may change of a property that is not configurable."""
    if made.configurable or made.enumerable != old.enumerable or made.is_accessor != old.is_accessor:
        return False
    if made.is_accessor:
        return made.get is old.get and made.set is old.set
    if not old.writable:
        return not made.writable and same_value(made.value, old.value)
    return owner.define(key, made)


def _freeze(value: Any, frozen: bool) -> Any:
    if not isinstance(value, JSObject):
        return value
    prevent(value)
    value.extensible = True
    for key in value.own_keys():
        own = own_property(value, key)
        if own is None or (isinstance(value, JSArray) and key == "length"):
            continue
        if not own.configurable and not own.writable:
            continue
        made = Prop(
            own.value, own.get, own.set, writable=own.writable and not frozen, enumerable=own.enumerable,
            configurable=False,
        )  # fmt: skip
        value.define(key, made)
    value.extensible = False
    if frozen and isinstance(value, JSArray):
        value.fix()
    return value


def _is_frozen(value: Any, frozen: bool) -> bool:
    if not isinstance(value, JSObject):
        return True
    if value.extensible:
        return False
    for key in value.own_keys():
        own = own_property(value, key)
        if own is None or (isinstance(value, JSArray) and key == "length"):
            continue
        if own.configurable or (frozen and not own.is_accessor and own.writable):
            return False
    return True


def prevent(value: JSObject) -> bool:
    trap = getattr(value, "prevent", None)
    if trap is not None:
        return bool(trap())
    value.extensible = False
    return True


def set_proto(value: JSObject, proto: Any) -> bool:
    trap = getattr(value, "set_prototype", None)
    if trap is not None:
        return bool(trap(proto))
    if proto is value.proto:
        return True
    if not value.extensible:
        return False
    at = proto
    while at is not None:
        if at is value:
            throw("TypeError", "Cyclic __proto__ value")
        at = at.proto
    check_chain(proto)
    value.proto = proto
    return True


# -- Object -------------------------------------------------------------------------------------------------------


def _object(this: Any, args: Args) -> Any:
    value = arg(args, 0)
    return new_object() if value is None or value is UNDEF else to_object(value)


def _make_object(args: Args, new_target: JSObject) -> Any:
    proto = proto_for(new_target, realm.object_proto)
    return _object(UNDEF, args) if proto is realm.object_proto else JSObject(proto)


def plain_keys(owner: JSObject) -> list[Any] | None:
    """The keys of an object that has nothing but listed data under names, which need no order of their own."""
    for key, value in owner.props.items():
        if type(value) is Prop or not isinstance(key, str) or "0" <= key[:1] <= "9":
            return None
    return list(owner.props)


def shown(owner: Any) -> list[tuple[str, Any]]:
    """What Object.entries gives."""
    if type(owner) is JSObject:
        found = owner.props
        realm.steps(len(found) // 4)
        if plain_keys(owner) is not None:
            return list(found.items())
    owner = to_object(owner)
    made = []
    for key in owner.own_keys():
        if isinstance(key, str):
            realm.steps(1)
            own = owner.get_own(key)
            if own is not MISSING and (type(own) is not Prop or own.enumerable):
                made.append((key, owner.get(key, owner) if type(own) is Prop or type(owner) is not JSObject else own))
    return made


def shown_keys(owner: Any) -> list[Any]:
    owner = to_object(owner)
    realm.steps(len(owner.props) // 4)
    if type(owner) is JSArray and not owner.props:
        return [str(i) for i, v in enumerate(owner.items) if v is not MISSING]
    plain = plain_keys(owner) if type(owner) is JSObject else None
    if plain is not None:
        return plain
    made = []
    for key in owner.own_keys():
        if isinstance(key, str):
            own = owner.get_own(key)
            if own is not MISSING and (type(own) is not Prop or own.enumerable):
                made.append(key)
    return made


@OBJECT("keys", length=1)
def _keys(this: Any, args: Args) -> Any:
    return new_array(shown_keys(arg(args, 0)))


@OBJECT("values", length=1)
def _values(this: Any, args: Args) -> Any:
    return new_array([value for _, value in shown(arg(args, 0))])


@OBJECT("entries", length=1)
def _entries(this: Any, args: Args) -> Any:
    return new_array([new_array([key, value]) for key, value in shown(arg(args, 0))])


@OBJECT("assign", length=2)
def _assign(this: Any, args: Args) -> Any:
    target = to_object(arg(args, 0))
    for source in args[1:]:
        if source is None or source is UNDEF:
            continue
        source = to_object(source)
        plain = plain_keys(source) if type(source) is JSObject else None
        if plain is not None and type(target) is JSObject and target.extensible and plain_keys(target) is not None:
            if target.proto is realm.object_proto and "__proto__" not in source.props:
                realm.steps(len(plain))
                target.props.update(source.props)
                continue
        for key in source.own_keys():
            realm.steps(1)
            own = source.get_own(key)
            if own is not MISSING and (type(own) is not Prop or own.enumerable):
                if not target.put(key, source.get(key, source), target):
                    throw("TypeError", f"Cannot assign to read only property '{describe(key)}' of object")
    return target


@OBJECT("fromEntries", length=1)
def _from_entries(this: Any, args: Args) -> Any:
    made = new_object()
    for entry in iterate(arg(args, 0)):
        made.create(to_key(get(entry, "0")), get(entry, "1"))
    return made


@OBJECT("groupBy", length=2)
def _group_by(this: Any, args: Args) -> Any:
    made, choose = JSObject(None), callback(args, 1)
    for index, value in enumerate(iterate(arg(args, 0))):
        key = to_key(choose.invoke(UNDEF, [value, float(index)]))
        found = made.props.get(key)
        if found is None:
            made.props[key] = new_array([value])
        else:
            found.items.append(value)
    return made


@OBJECT("create", length=2)
def _create(this: Any, args: Args) -> Any:
    proto = arg(args, 0)
    if proto is not None and not isinstance(proto, JSObject):
        throw("TypeError", f"Object prototype may only be an Object or null: {describe(proto)}")
    check_chain(proto)
    made = JSObject(proto)
    return made if arg(args, 1) is UNDEF else _define_all(made, args[1])


def _define_all(owner: JSObject, given: Any) -> JSObject:
    given = to_object(given)
    for key in given.own_keys():
        own = own_property(given, key)
        if own is not None and own.enumerable and not define(owner, key, given.get(key, given)):
            throw("TypeError", f"Cannot redefine property: {describe(key)}")
    return owner


def _owner(value: Any, name: str) -> JSObject:
    if not isinstance(value, JSObject):
        throw("TypeError", f"{name} called on non-object")
    return value


@OBJECT("defineProperty", length=3)
def _define_property(this: Any, args: Args) -> Any:
    owner, key = _owner(arg(args, 0), "Object.defineProperty"), to_key(arg(args, 1))
    if not define(owner, key, arg(args, 2)):
        throw("TypeError", f"Cannot redefine property: {describe(key)}")
    return owner


@OBJECT("defineProperties", length=2)
def _define_properties(this: Any, args: Args) -> Any:
    return _define_all(_owner(arg(args, 0), "Object.defineProperties"), arg(args, 1))


@OBJECT("getOwnPropertyDescriptor", length=2)
def _get_descriptor(this: Any, args: Args) -> Any:
    return descriptor(own_property(to_object(arg(args, 0)), to_key(arg(args, 1))))


@OBJECT("getOwnPropertyDescriptors", length=1)
def _get_descriptors(this: Any, args: Args) -> Any:
    owner, made = to_object(arg(args, 0)), new_object()
    for key in owner.own_keys():
        realm.steps(1)
        found = own_property(owner, key)
        if found is not None:
            made.props[key] = descriptor(found)
    return made


@OBJECT("getOwnPropertyNames", length=1)
def _get_names(this: Any, args: Args) -> Any:
    keys = to_object(arg(args, 0)).own_keys()
    realm.steps(len(keys) // 4)
    return new_array([key for key in keys if isinstance(key, str)])


@OBJECT("getOwnPropertySymbols", length=1)
def _get_symbols(this: Any, args: Args) -> Any:
    return new_array([key for key in to_object(arg(args, 0)).own_keys() if isinstance(key, Symbol)])


@OBJECT("getPrototypeOf", length=1)
def _get_prototype(this: Any, args: Args) -> Any:
    value = arg(args, 0)
    if isinstance(value, JSObject):
        return value.prototype()
    return to_object(value).proto


@OBJECT("setPrototypeOf", length=2)
def _set_prototype(this: Any, args: Args) -> Any:
    value, proto = arg(args, 0), arg(args, 1)
    if proto is not None and not isinstance(proto, JSObject):
        throw("TypeError", f"Object prototype may only be an Object or null: {describe(proto)}")
    if value is None or value is UNDEF:
        throw("TypeError", "Object.setPrototypeOf called on null or undefined")
    if isinstance(value, JSObject) and not set_proto(value, proto):
        throw("TypeError", "#<Object> is not extensible")
    return value


OBJECT("freeze", length=1)(lambda this, args: _freeze(arg(args, 0), True))
OBJECT("seal", length=1)(lambda this, args: _freeze(arg(args, 0), False))
OBJECT("isFrozen", length=1)(lambda this, args: _is_frozen(arg(args, 0), True))
OBJECT("isSealed", length=1)(lambda this, args: _is_frozen(arg(args, 0), False))
OBJECT("isExtensible", length=1)(lambda this, args: _extensible(arg(args, 0)))
OBJECT("is", length=2)(lambda this, args: same_value(arg(args, 0), arg(args, 1)))
OBJECT("hasOwn", length=2)(lambda this, args: to_object(arg(args, 0)).get_own(to_key(arg(args, 1))) is not MISSING)


def _extensible(value: Any) -> bool:
    trap = getattr(value, "is_extensible", None)
    return bool(trap()) if trap is not None else isinstance(value, JSObject) and value.extensible


@OBJECT("preventExtensions", length=1)
def _prevent(this: Any, args: Args) -> Any:
    if isinstance(arg(args, 0), JSObject):
        prevent(args[0])
    return arg(args, 0)


# -- Object.prototype ---------------------------------------------------------------------------------------------


def _read_proto(this: Any) -> Any:
    return this.prototype() if isinstance(this, JSObject) else proto_of_primitive(this)


def _write_proto(this: Any, value: Any) -> None:
    if isinstance(this, JSObject) and (value is None or isinstance(value, JSObject)):
        if not set_proto(this, value):
            throw("TypeError", "#<Object> is not extensible")


@OBJECT_PROTO("hasOwnProperty", length=1)
def _has_own(this: Any, args: Args) -> Any:
    key = to_key(arg(args, 0))
    return (this if isinstance(this, JSObject) else to_object(this)).get_own(key) is not MISSING


@OBJECT_PROTO("isPrototypeOf", length=1)
def _is_prototype(this: Any, args: Args) -> Any:
    value = arg(args, 0)
    at = value.prototype() if isinstance(value, JSObject) else None
    while at is not None:
        if at is this:
            return True
        at = at.prototype()
    return False


@OBJECT_PROTO("propertyIsEnumerable", length=1)
def _is_enumerable(this: Any, args: Args) -> Any:
    found = own_property(to_object(this), to_key(arg(args, 0)))
    return found is not None and found.enumerable


@OBJECT_PROTO("toString")
def object_string(this: Any, args: Args) -> Any:
    if this is UNDEF:
        return "[object Undefined]"
    if this is None:
        return "[object Null]"
    owner = to_object(this)
    found = owner.get(TO_STRING_TAG, owner)
    if isinstance(found, str):
        return f"[object {found}]"
    if is_array(owner):
        return "[object Array]"
    if isinstance(owner, Callable_):
        return "[object Function]"
    name = owner.class_name
    return f"[object {name if name in _BUILT_IN_TAGS else 'Object'}]"


_BUILT_IN_TAGS = frozenset({"Arguments", "Error", "Boolean", "Number", "String", "Date", "RegExp"})


@OBJECT_PROTO("toLocaleString")
def _to_locale(this: Any, args: Args) -> Any:
    return call(get(this, "toString"), this, [])


@OBJECT_PROTO("valueOf")
def _value_of(this: Any, args: Args) -> Any:
    return to_object(this)


@OBJECT_PROTO("__defineGetter__", length=2)
def _define_getter(this: Any, args: Args) -> Any:
    define(to_object(this), to_key(arg(args, 0)), new_object(get=arg(args, 1), enumerable=True, configurable=True))
    return UNDEF


@OBJECT_PROTO("__defineSetter__", length=2)
def _define_setter(this: Any, args: Args) -> Any:
    define(to_object(this), to_key(arg(args, 0)), new_object(set=arg(args, 1), enumerable=True, configurable=True))
    return UNDEF


def _look_up(this: Any, args: Args, name: str) -> Any:
    at: JSObject | None = to_object(this)
    while at is not None:
        found = own_property(at, to_key(arg(args, 0)))
        if found is not None:
            return getattr(found, name) or UNDEF
        at = at.prototype()
    return UNDEF


OBJECT_PROTO("__lookupGetter__", length=1)(lambda this, args: _look_up(this, args, "get"))
OBJECT_PROTO("__lookupSetter__", length=1)(lambda this, args: _look_up(this, args, "set"))


# -- Function -----------------------------------------------------------------------------------------------------


def _evaluate(code: Any) -> Any:
    """``eval(code)``, in the scope of the page always."""
    return realm.evaluate(str(code)) if isinstance(code, str) else code


def _compile(args: Args) -> Any:
    """``new Function("a", "b", "body")``"""
    *params, body = [to_string(one) for one in args] or [""]
    return realm.evaluate(f"(function anonymous({','.join(params)}) {{{body}}})")


@FUNCTION_PROTO("call", length=1)
def _call(this: Any, args: Args) -> Any:
    return call(this, args[0] if args else UNDEF, args[1:])


@FUNCTION_PROTO("apply", length=2)
def _apply(this: Any, args: Args) -> Any:
    return call(this, arg(args, 0), listed(arg(args, 1)))


@FUNCTION_PROTO("bind", length=1)
def _bind(this: Any, args: Args) -> Any:
    if not is_callable(this):
        throw("TypeError", "Bind must be called on a function")
    return Bound(this, arg(args, 0), args[1:])


@FUNCTION_PROTO("toString")
def _function_string(this: Any, args: Args) -> Any:
    if not isinstance(this, Callable_):
        throw("TypeError", "Function.prototype.toString requires that 'this' be a Function")
    source = getattr(this, "source_text", None)  # of a script's functions
    if callable(source):
        return source()
    name = this.props.get("name", "")
    name = name.value if type(name) is Prop else name
    return f"function {name if isinstance(name, str) else ''}() {{ [native code] }}"


@FUNCTION_PROTO(HAS_INSTANCE, length=1)
def _has_instance(this: Any, args: Args) -> Any:
    return is_callable(this) and ordinary_instance(arg(args, 0), this)


# -- Error --------------------------------------------------------------------------------------------------------


def _install_errors(window: JSObject) -> None:
    realm.errors = {"Error": realm.error_proto}
    for name in (*ERRORS, "AggregateError"):
        realm.errors[name] = JSObject(realm.error_proto)
    base = None
    for name, proto in realm.errors.items():
        made = _error_class(name, proto)
        hidden(window, name, made)
        hidden(proto, "name", name)
        hidden(proto, "message", "")
        if base is None:
            base = made
            hidden(made, "stackTraceLimit", 10.0)
            ERROR.install(made)
            ERROR_PROTO.install(proto)
        else:
            made.proto = base


def _error_class(name: str, proto: JSObject) -> JSObject:
    first = 1 if name == "AggregateError" else 0

    def make(args: Args, new_target: JSObject) -> Any:
        made = JSError(proto_for(new_target, proto))
        if arg(args, first) is not UNDEF:
            hidden(made, "message", to_string(args[first]))
        options = arg(args, first + 1)
        if isinstance(options, JSObject) and options.has("cause"):
            hidden(made, "cause", options.get("cause", options))
        if first:
            hidden(made, "errors", new_array(list(iterate(arg(args, 0)))))
        _add_stack(made)
        return made

    made = constructor(name, proto, make, None, 1 + first)
    made.code = lambda this, args: make(args, made)
    return made


ERROR = Methods()


@ERROR("captureStackTrace", length=2)
def _capture(this: Any, args: Args) -> Any:
    if isinstance(arg(args, 0), JSObject):
        _add_stack(args[0])
    return UNDEF


def _add_stack(owner: JSObject) -> None:
    hidden(owner, "stack", f"{describe_error(owner)}\n    at <anonymous>")


def describe_error(owner: JSObject) -> str:
    """``Name: message`` of plain data, without running any code."""
    parts = []
    for key in ("name", "message"):
        at: JSObject | None = owner
        found: Any = ""
        while at is not None:
            found = at.props.get(key, MISSING)
            if found is not MISSING:
                break
            at = at.proto
        found = found.value if type(found) is Prop else found
        parts.append(str(found) if isinstance(found, str) else "")
    return ": ".join(part for part in parts if part)


@ERROR_PROTO("toString")
def _error_string(this: Any, args: Args) -> Any:
    name, message = get(this, "name"), get(this, "message")
    name = "Error" if name is UNDEF else to_string(name)
    message = "" if message is UNDEF else to_string(message)
    if not name or not message:
        return name or message
    return join((name, ": ", message))


# -- Symbol -------------------------------------------------------------------------------------------------------


def _install_symbol(window: JSObject) -> None:
    known: dict[str, Symbol] = {}

    def make(args: Args, new_target: JSObject) -> Any:
        throw("TypeError", "Symbol is not a constructor")

    def for_key(this: Any, args: Args) -> Any:
        return known.setdefault(str(to_string(arg(args, 0))), Symbol(to_string(arg(args, 0))))

    def key_for(this: Any, args: Args) -> Any:
        return next((key for key, symbol in known.items() if symbol is arg(args, 0)), UNDEF)

    made = constructor(
        "Symbol", realm.symbol_proto, make,
        lambda this, args: Symbol(UNDEF if arg(args, 0) is UNDEF else to_string(args[0])),
    )  # fmt: skip
    statics = Methods()
    statics("for", length=1)(for_key)
    statics("keyFor", length=1)(key_for)
    statics.install(made)
    for name, symbol in WELL_KNOWN.items():
        constant(made, name, symbol)
    SYMBOL_PROTO.install(realm.symbol_proto)
    getter(realm.symbol_proto, "description", lambda this: _symbol(this).description)
    tag(realm.symbol_proto, "Symbol")
    hidden(window, "Symbol", made)


def _symbol(this: Any) -> Symbol:
    found = this.value if isinstance(this, Wrapper) else this
    if not isinstance(found, Symbol):
        throw("TypeError", "not a symbol")
    return found


@SYMBOL_PROTO("toString")
def _symbol_string(this: Any, args: Args) -> Any:
    description = _symbol(this).description
    return f"Symbol({'' if description is UNDEF else description})"


SYMBOL_PROTO("valueOf")(lambda this, args: _symbol(this))
SYMBOL_PROTO(TO_PRIMITIVE, length=1)(lambda this, args: _symbol(this))


# -- Boolean ------------------------------------------------------------------------------------------------------


def _boolean(this: Any) -> bool:
    found = this.value if isinstance(this, Wrapper) else this
    if not isinstance(found, bool):
        throw("TypeError", "not a boolean")
    return found


BOOLEAN_PROTO("toString")(lambda this, args: "true" if _boolean(this) else "false")
BOOLEAN_PROTO("valueOf")(lambda this, args: _boolean(this))


# -- Reflect ------------------------------------------------------------------------------------------------------


@REFLECT("apply", length=3)
def _reflect_apply(this: Any, args: Args) -> Any:
    return call(arg(args, 0), arg(args, 1), listed(arg(args, 2)))


@REFLECT("construct", length=2)
def _reflect_construct(this: Any, args: Args) -> Any:
    target = args[2] if len(args) > 2 else arg(args, 0)
    if not is_constructor(target):
        throw("TypeError", f"{describe(target)} is not a constructor")
    return construct(arg(args, 0), listed(arg(args, 1)), target)


@REFLECT("defineProperty", length=3)
def _reflect_define(this: Any, args: Args) -> Any:
    return define(_owner(arg(args, 0), "Reflect.defineProperty"), to_key(arg(args, 1)), arg(args, 2))


@REFLECT("get", length=2)
def _reflect_get(this: Any, args: Args) -> Any:
    owner = _owner(arg(args, 0), "Reflect.get")
    return owner.get(to_key(arg(args, 1)), args[2] if len(args) > 2 else owner)


@REFLECT("set", length=3)
def _reflect_set(this: Any, args: Args) -> Any:
    owner = _owner(arg(args, 0), "Reflect.set")
    return owner.put(to_key(arg(args, 1)), arg(args, 2), args[3] if len(args) > 3 else owner)


@REFLECT("ownKeys", length=1)
def _reflect_keys(this: Any, args: Args) -> Any:
    return new_array(_owner(arg(args, 0), "Reflect.ownKeys").own_keys())


@REFLECT("setPrototypeOf", length=2)
def _reflect_set_prototype(this: Any, args: Args) -> Any:
    owner, proto = _owner(arg(args, 0), "Reflect.setPrototypeOf"), arg(args, 1)
    if proto is not None and not isinstance(proto, JSObject):
        throw("TypeError", "Object prototype may only be an Object or null")
    return set_proto(owner, proto)


REFLECT("has", length=2)(lambda this, args: _owner(arg(args, 0), "Reflect.has").has(to_key(arg(args, 1))))
REFLECT("deleteProperty", length=2)(
    lambda this, args: _owner(arg(args, 0), "Reflect.deleteProperty").remove(to_key(arg(args, 1)))
)
REFLECT("getOwnPropertyDescriptor", length=2)(
    lambda this, args: descriptor(
        own_property(_owner(arg(args, 0), "Reflect.getOwnPropertyDescriptor"), to_key(arg(args, 1)))
    )
)
REFLECT("getPrototypeOf", length=1)(lambda this, args: _owner(arg(args, 0), "Reflect.getPrototypeOf").prototype())
REFLECT("isExtensible", length=1)(lambda this, args: _extensible(_owner(arg(args, 0), "Reflect.isExtensible")))
REFLECT("preventExtensions", length=1)(lambda this, args: prevent(_owner(arg(args, 0), "Reflect.preventExtensions")))
