"""Functions of scripts when they run: calls, construction, classes, generators and async functions (ECMA-262, 10.2,
15.7, 27.3 to 27.7). What a function does is a Python function that ``compile`` makes when it is first called."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bundlescan.interp.model import (
    ASYNC_ITERATOR,
    ITERATOR,
    MISSING,
    TO_STRING_TAG,
    UNDEF,
    Args,
    Callable_,
    JSArray,
    JSObject,
    JSThrow,
    PrivateName,
    Prop,
    arg,
    call,
    check_chain,
    construct,
    get,
    is_callable,
    is_constructor,
    iter_result,
    iterate,
    method,
    put,
    realm,
    throw,
    to_object,
    truthy,
)
from bundlescan.interp.text import Literal, text
from bundlescan.scope.model import CLASSES

if TYPE_CHECKING:
    from bundlescan.interp.compile import Template

#: how deep calls may be nested
MAX_DEPTH = 1_500
Code = Callable[[Any, Args, Any, "JSFunction", Any], Any]


class JSFunction(Callable_):
    """A function or class of a script. ``env``: the activation that made it, ``home`` the object whose method it is."""

    __slots__ = ("derived", "env", "fields", "home", "is_constructor", "template")

    def __init__(self, template: Template, env: Any) -> None:
        self.props = {}
        self.extensible = True
        self.proto = template.proto()
        self.template = template
        self.env = env
        self.home: JSObject | None = None
        self.fields: Sequence[tuple[Any, JSFunction | None]] = ()
        self.derived = False
        self.is_constructor = template.kind in ("function", "class")

    def get_own(self, key: Any) -> Any:
        found = self.props.get(key, MISSING)
        if found is MISSING and isinstance(key, str):
            if key == "prototype":
                return self._prototype()
            if key == "name":
                return Prop(self.template.name, writable=False)
            if key == "length":
                return Prop(float(self.template.length), writable=False)
        return found

    def _prototype(self) -> Any:
        kind = self.template.kind
        if kind == "function":
            proto = JSObject(realm.object_proto)
            proto.props["constructor"] = Prop(self)
        elif kind == "generator":
            proto = JSObject(realm.generator_proto)
        elif kind == "async-generator":
            proto = JSObject(realm.async_generator_proto)
        else:
            return MISSING
        made = self.props["prototype"] = Prop(proto, configurable=False)
        return made

    def own_keys(self) -> list[Any]:
        first = [name for name in ("length", "name", "prototype") if self.get_own(name) is not MISSING]
        return [*first, *(key for key in super().own_keys() if key not in first)]

    def source_text(self) -> str:
        """What Function.prototype.toString gives."""
        node = self.template.node
        parent = node.parent
        if self.template.kind == "class":
            while node.type not in CLASSES and node.parent is not None:
                node = node.parent
        elif parent is not None and parent.get("value") is node:
            if parent.type == "MethodDefinition":
                code = parent.text
                return code[6:].lstrip() if parent.static and code.startswith("static") else code
            if parent.type == "Property" and (parent.get("method") or parent.kind in ("get", "set")):
                return parent.text
        realm.functions[node] = self
        return text(node.text, Literal(node))

    def remove(self, key: Any) -> bool:
        return True if key in ("name", "length") else super().remove(key)

    def invoke(self, this: Any, args: Args) -> Any:
        left = realm.left = realm.left - 1
        if left < 0:
            realm.steps(0)
        template = self.template
        code = template.code or template.compiled()
        kind = template.kind
        if template.sloppy and not isinstance(this, JSObject):
            this = realm.window if this is UNDEF or this is None else to_object(this)
        if kind in _PLAIN:
            realm.depth = depth = realm.depth + 1
            try:
                if depth > MAX_DEPTH:
                    throw("RangeError", "Maximum call stack size exceeded")
                return code(this, args, UNDEF, self, self.env)
            except JSThrow:
                raise
            except Exception as error:
                raise JSThrow(caught(error)) from None
            finally:
                realm.depth = depth - 1
        if kind == "generator":
            proto = get(self, "prototype")
            made = code(this, args, UNDEF, self, self.env)
            return JSGenerator(made, proto if isinstance(proto, JSObject) else realm.generator_proto)
        if kind == "async-generator":
            proto = get(self, "prototype")
            made = code(this, args, UNDEF, self, self.env)
            return JSAsyncGenerator(made, proto if isinstance(proto, JSObject) else realm.async_generator_proto)
        if kind == "class":
            throw("TypeError", f"Class constructor {template.name} cannot be invoked without 'new'")
        return driven(code(this, args, UNDEF, self, self.env))

    def construct(self, args: Args, new_target: JSObject) -> Any:
        left = realm.left = realm.left - 1
        if left < 0:
            realm.steps(0)
        template = self.template
        if not self.is_constructor:
            throw("TypeError", f"{template.name} is not a constructor")
        code = template.code or template.compiled()
        realm.depth = depth = realm.depth + 1
        try:
            if depth > MAX_DEPTH:
                throw("RangeError", "Maximum call stack size exceeded")
            if self.derived:  # gives what super() made, or what it returns itself
                return code(MISSING, args, new_target, self, self.env)
            proto = get(new_target, "prototype")
            this = JSObject(proto if isinstance(proto, JSObject) else realm.object_proto)
            if self.fields:
                initialise(self, this)
            made = code(this, args, new_target, self, self.env)
            return made if isinstance(made, JSObject) else this
        except JSThrow:
            raise
        except Exception as error:
            raise JSThrow(caught(error)) from None
        finally:
            realm.depth = depth - 1


_PLAIN = frozenset({"function", "arrow", "method"})


def initialise(cls: JSFunction, this: JSObject) -> None:
    """Gives a new object the fields of its class."""
    for key, value in cls.fields:
        if key is None:
            assert value is not None
            value.invoke(this, [])
            continue
        made = UNDEF if value is None else value.value if isinstance(value, _Constant) else value.invoke(this, [])
        if isinstance(key, PrivateName):
            this.props[key] = made
        else:
            this.define(key, made)


def super_call(function: JSFunction, new_target: Any, args: Args) -> Any:
    """``super(...args)`` of the class ``function``."""
    parent = function.proto if isinstance(function, JSFunction) else None
    if parent is None or not is_constructor(parent):
        throw("TypeError", "Super constructor is not a constructor")
    this = construct(parent, args, new_target)
    if function.fields:
        initialise(function, this)
    return this


def _above(function: Any) -> JSObject | None:
    """What ``super`` is in a function."""
    home = function.home if isinstance(function, JSFunction) else None
    return home.proto if home is not None else None


def super_get(function: JSFunction, this: Any, key: Any) -> Any:
    above = _above(function)
    return above.get(key, this) if above is not None else UNDEF


def super_put(function: JSFunction, this: Any, key: Any, value: Any) -> Any:
    above = _above(function)
    if above is not None and isinstance(this, JSObject):
        above.put(key, value, this)
    else:
        put(this, key, value)
    return value


def make_class(
    template: Template, env: Any, heritage: Any, members: Sequence[tuple[str, bool, Any, Any]], binds: Any
) -> JSFunction:
    """The class of ``members`` (kind, static, key, function or None). ``heritage``: MISSING without ``extends``.
    ``binds`` is told the class before its static members run."""
    proto_parent: JSObject | None = realm.object_proto
    parent: Any = realm.function_proto
    if heritage is not MISSING:
        if heritage is None:
            proto_parent = None
        else:
            if not is_constructor(heritage):
                throw("TypeError", "Class extends value is not a constructor or null")
            given = get(heritage, "prototype")
            proto_parent = given if isinstance(given, JSObject) else None
            parent = heritage
    check_chain(proto_parent)
    cls = JSFunction(template, env)
    cls.proto = parent
    cls.derived = heritage is not MISSING
    proto = JSObject(proto_parent)
    proto.props["constructor"] = Prop(cls)
    cls.props["prototype"] = Prop(proto, writable=False, configurable=False)
    cls.home = proto
    fields: list[tuple[Any, JSFunction | None]] = []
    later: list[tuple[Any, JSFunction | None]] = []
    for kind, static, key, value in members:
        owner = cls if static else proto
        if isinstance(value, JSFunction):
            value.home = owner
        if kind == "field":
            (later if static else fields).append((key, value))
        elif kind == "block":
            later.append((None, value))
        elif isinstance(key, PrivateName) and not static:
            fields.insert(0, (_Accessors(key, kind, value), None)) if kind in ("get", "set") else fields.insert(
                0, (key, value)
            )
            if kind == "method":
                fields[0] = (_Fixed(key), value)
        elif kind in ("get", "set"):
            accessor(owner, key, kind, value)
        else:
            owner.props[key] = Prop(value)
    cls.fields = _settled(fields)
    binds(cls)
    for key, value in later:
        if key is None:
            value.invoke(cls, [])  # type: ignore[union-attr]
        else:
            made = value.invoke(cls, []) if value is not None else UNDEF
            if isinstance(key, PrivateName):
                cls.props[key] = made
            else:
                cls.define(key, made)
    return cls


class _Fixed:
    """The key of a private method."""

    def __init__(self, key: PrivateName) -> None:
        self.key = key


class _Accessors:
    def __init__(self, key: PrivateName, kind: str, value: JSFunction) -> None:
        self.key = key
        self.kind = kind
        self.value = value


def _settled(fields: list[tuple[Any, JSFunction | None]]) -> list[tuple[Any, JSFunction | None]]:
    """Private methods and accessors as properties that every object of the class gets."""
    private: dict[PrivateName, Any] = {}
    rest = []
    for key, value in fields:
        if isinstance(key, _Fixed):
            private[key.key] = Prop(value, writable=False)
        elif isinstance(key, _Accessors):
            prop = private.setdefault(key.key, Prop())
            setattr(prop, key.kind, key.value)
        else:
            rest.append((key, value))
    return [*((key, _Constant(prop)) for key, prop in private.items()), *rest]  # type: ignore[list-item]


class _Constant:
    """What stands in a class's fields for a value that is not computed."""

    def __init__(self, value: Any) -> None:
        self.value = value


def accessor(owner: JSObject, key: Any, kind: str, function: Any, enumerable: bool = False) -> None:
    """Gives ``owner`` a getter or a setter, beside the other one that it may have."""
    old = owner.props.get(key, MISSING)
    prop = Prop(enumerable=enumerable)
    if type(old) is Prop and old.is_accessor:
        prop.get, prop.set = old.get, old.set
    setattr(prop, kind, function)
    owner.props[key] = prop


# -- generators ---------------------------------------------------------------------------------------------------


class Return(BaseException):
    """``generator.return(value)``; only ``finally`` sees it."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Await:
    """What an async generator yields in order to await it."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


Running = Generator[Any, Any, Any]


class JSGenerator(JSObject):
    __slots__ = ("busy", "running", "started")
    class_name = "Generator"

    def __init__(self, running: Running, proto: JSObject) -> None:
        super().__init__(proto)
        self.running = running
        self.started = False
        self.busy = False

    def resume(self, how: str, value: Any) -> JSObject:
        realm.steps(1)
        if self.busy:
            throw("TypeError", "Generator is already running")
        self.busy = True
        try:
            return iter_result(_resumed(self, how, value), False)
        except StopIteration as end:
            return iter_result(end.value, True)
        except Return as end:
            return iter_result(end.value, True)
        finally:
            self.busy = False


def _resumed(generator: JSGenerator | JSAsyncGenerator, how: str, value: Any) -> Any:
    started, generator.started = generator.started, True
    running = generator.running
    if getattr(running, "gi_frame", None) is None:  # it has ended
        if how == "throw":
            raise JSThrow(value)
        raise Return(value if how == "return" else UNDEF)
    if how == "next":
        return running.send(value if started else None)
    if how == "throw":
        if not started:
            running.close()
            raise JSThrow(value)
        return running.throw(JSThrow(value))
    if not started:
        running.close()
        raise Return(value)
    return running.throw(Return(value))


def delegated(iterable: Any) -> Running:
    """``yield* iterable``"""
    walk = get(iterable, ITERATOR)
    iterator = call(walk, iterable, [])
    step = get(iterator, "next")
    result = call(step, iterator, [UNDEF])
    while not truthy(get(result, "done")):
        try:
            sent = yield get(result, "value")
        except JSThrow as thrown:
            handler = get(iterator, "throw")
            if not is_callable(handler):
                raise
            result = call(handler, iterator, [thrown.value])
        except Return as end:
            close = get(iterator, "return")
            if not is_callable(close):
                raise
            result = call(close, iterator, [end.value])
            if truthy(get(result, "done")):
                raise Return(get(result, "value")) from None
        else:
            result = call(step, iterator, [sent])
    return get(result, "value")


def delegated_async(iterable: Any) -> Running:
    """``yield* iterable`` in an async generator."""
    iterator = async_iterator(iterable)
    step = get(iterator, "next")
    result = yield Await(call(step, iterator, [UNDEF]))
    while not truthy(get(result, "done")):
        sent = yield get(result, "value")
        result = yield Await(call(step, iterator, [sent]))
    return get(result, "value")


def async_iterator(iterable: Any) -> JSObject:
    """What ``for await`` walks with."""
    walk = get(iterable, ASYNC_ITERATOR)
    if walk is UNDEF or walk is None:
        walk = get(iterable, ITERATOR)
    iterator = call(walk, iterable, [])
    if not isinstance(iterator, JSObject):
        throw("TypeError", "Result of the Symbol.asyncIterator method is not an object")
    return iterator


# -- async --------------------------------------------------------------------------------------------------------


def driven(running: Running) -> Any:
    """The promise of an async function."""
    from bundlescan.interp.builtins import promises

    promise = promises.new_promise()

    def step(resume: Callable[[Any], Any], value: Any) -> None:
        depth = realm.depth
        try:
            awaited = resume(value)
        except StopIteration as end:
            promises.resolve(promise, end.value)
            return
        except JSThrow as thrown:
            promises.reject(promise, thrown.value)
            return
        except Exception as error:
            promises.reject(promise, caught(error))
            return
        finally:
            realm.depth = depth
        try:
            waits = promises.promise_of(awaited)
        except JSThrow as thrown:
            step(running.throw, thrown)
            return
        promises.subscribe(
            waits, lambda value: step(running.send, value), lambda reason: step(running.throw, JSThrow(reason))
        )

    step(running.send, None)
    return promise


class JSAsyncGenerator(JSObject):
    __slots__ = ("asked", "busy", "running", "started")
    class_name = "AsyncGenerator"

    def __init__(self, running: Running, proto: JSObject) -> None:
        super().__init__(proto)
        self.running = running
        self.started = False
        self.busy = False
        self.asked: deque[tuple[str, Any, Any]] = deque()

    def ask(self, how: str, value: Any) -> Any:
        from bundlescan.interp.builtins import promises

        promise = promises.new_promise()
        self.asked.append((how, value, promise))
        if not self.busy:
            self._next()
        return promise

    def _next(self) -> None:
        if self.asked:
            how, value, _ = self.asked[0]
            self.busy = True
            self._step(lambda: _resumed(self, how, value))

    def _step(self, resume: Callable[[], Any]) -> None:
        from bundlescan.interp.builtins import promises

        promise = self.asked[0][2]
        try:
            given = resume()
        except StopIteration as end:
            promises.resolve(promise, iter_result(end.value, True))
        except Return as end:
            promises.resolve(promise, iter_result(end.value, True))
        except JSThrow as thrown:
            promises.reject(promise, thrown.value)
        except Exception as error:
            promises.reject(promise, caught(error))
        else:
            if isinstance(given, Await):
                running = self.running
                promises.subscribe(
                    promises.promise_of(given.value),
                    lambda value: self._step(lambda: running.send(value)),
                    lambda reason: self._step(lambda: running.throw(JSThrow(reason))),
                )
                return
            promises.resolve(promise, iter_result(given, False))
        self.asked.popleft()
        self.busy = False
        self._next()


def caught(error: Exception) -> Any:
    """What a ``catch`` gets."""
    if isinstance(error, JSThrow):
        return error.value
    try:
        if isinstance(error, RecursionError):
            throw("RangeError", "Maximum call stack size exceeded")
        if isinstance(error, (OverflowError, MemoryError)):
            throw("RangeError", str(error) or "Invalid array length")
        throw("TypeError", f"{type(error).__name__}: {error}")
    except JSThrow as thrown:
        return thrown.value


def install() -> None:
    """Gives the prototypes of generators their methods."""
    for how in ("next", "throw", "return"):

        def run(this: Any, args: Args, how: str = how) -> Any:
            if not isinstance(this, JSGenerator):
                throw("TypeError", "next method called on incompatible receiver")
            return this.resume(how, arg(args, 0))

        def ask(this: Any, args: Args, how: str = how) -> Any:
            if not isinstance(this, JSAsyncGenerator):
                throw("TypeError", "next method called on incompatible receiver")
            return this.ask(how, arg(args, 0))

        method(realm.generator_proto, how, run, 1)
        method(realm.async_generator_proto, how, ask, 1)
    method(realm.async_generator_proto, ASYNC_ITERATOR, lambda this, args: this)
    realm.generator_proto.props[TO_STRING_TAG] = Prop("Generator", writable=False)
    realm.async_generator_proto.props[TO_STRING_TAG] = Prop("AsyncGenerator", writable=False)


# -- what compiled code calls -------------------------------------------------------------------------------------


def call_value(function: Any, args: Args) -> Any:
    if isinstance(function, Callable_):
        return function.invoke(UNDEF, args)
    return call(function, UNDEF, args)


def spread(value: Any) -> list[Any]:
    """``...value`` in a list."""
    if type(value) is JSArray:
        realm.steps(len(value.items) >> 4)
        return [UNDEF if item is MISSING else item for item in value.items] if not _has_props(value) else list(
            iterate(value)
        )  # fmt: skip
    return list(iterate(value))


def _has_props(array: JSArray) -> bool:
    return any(type(item) is Prop for item in array.items)


def first_of(value: Any, count: int, rest: bool) -> list[Any]:
    """The ``count`` first elements of an iterable, undefined where there are none; then, if asked for, an array of the
    others."""
    if type(value) is JSArray:
        items = spread(value)
        found = items[:count]
        others = items[count:]
    else:
        walk: Iterator[Any] = iterate(value)
        found = []
        while len(found) < count:
            try:
                found.append(next(walk))
            except StopIteration:
                break
        others = list(walk) if rest else []
        walk.close()  # type: ignore[attr-defined]
    found += [UNDEF] * (count - len(found))
    if rest:
        found.append(JSArray(others))
    return found
