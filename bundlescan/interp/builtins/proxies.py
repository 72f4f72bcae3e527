"""Proxy."""

from __future__ import annotations

from typing import Any

from bundlescan.interp.builtins.support import hidden, listed
from bundlescan.interp.model import (
    MISSING,
    UNDEF,
    Args,
    Callable_,
    JSObject,
    Native,
    Prop,
    arg,
    call,
    construct,
    describe,
    get,
    is_callable,
    is_constructor,
    method,
    new_array,
    new_object,
    throw,
    truthy,
)


class JSProxy(JSObject):
    """A proxy; its traps are trusted to keep the language's invariants."""

    __slots__ = ("handler", "target")

    def __init__(self, target: JSObject, handler: JSObject) -> None:
        super().__init__(None)
        self.target = target
        self.handler: JSObject | None = handler

    def trap(self, name: str) -> Any:
        """The handler's method, or None."""
        if self.handler is None:
            throw("TypeError", f"Cannot perform '{name}' on a proxy that has been revoked")
        found = self.handler.get(name, self.handler)
        if found is UNDEF or found is None:
            return None
        if not is_callable(found):
            throw("TypeError", f"{describe(found)} returned for property '{name}' is not a function")
        return found

    def get_own(self, key: Any) -> Any:
        trap = self.trap("getOwnPropertyDescriptor")
        if trap is None:
            return self.target.get_own(key)
        found = call(trap, self.handler, [self.target, key])
        if not isinstance(found, JSObject):
            return MISSING
        read, write = get(found, "get"), get(found, "set")
        return Prop(
            get(found, "value"), read if is_callable(read) else None, write if is_callable(write) else None,
            writable=truthy(get(found, "writable")), enumerable=truthy(get(found, "enumerable")),
            configurable=truthy(get(found, "configurable")),
        )  # fmt: skip

    def get(self, key: Any, this: Any) -> Any:
        trap = self.trap("get")
        if trap is None:
            return self.target.get(key, this)
        return trap.invoke(self.handler, [self.target, key, this])

    def put(self, key: Any, value: Any, this: Any) -> bool:
        trap = self.trap("set")
        if trap is None:
            return self.target.put(key, value, this)
        return truthy(trap.invoke(self.handler, [self.target, key, value, this]))

    def create(self, key: Any, value: Any) -> bool:
        trap = self.trap("defineProperty")
        if trap is None:
            # what is set for a receiver may be there already, under a length or an attribute of its own
            return self.target.put(key, value, self.target)
        given = new_object(value=value)
        if self.get_own(key) is MISSING:
            given.props.update(writable=True, enumerable=True, configurable=True)
        return truthy(call(trap, self.handler, [self.target, key, given]))

    def define(self, key: Any, prop: Any) -> bool:
        from bundlescan.interp.builtins.objects import descriptor

        return self.define_by(key, descriptor(prop if type(prop) is Prop else Prop(prop, enumerable=True)))

    def define_by(self, key: Any, given: Any) -> bool:
        from bundlescan.interp.builtins.objects import define

        trap = self.trap("defineProperty")
        if trap is None:
            return define(self.target, key, given)
        return truthy(call(trap, self.handler, [self.target, key, given]))

    def has(self, key: Any) -> bool:
        trap = self.trap("has")
        if trap is None:
            return self.target.has(key)
        return truthy(trap.invoke(self.handler, [self.target, key]))

    def remove(self, key: Any) -> bool:
        trap = self.trap("deleteProperty")
        if trap is None:
            return self.target.remove(key)
        return truthy(trap.invoke(self.handler, [self.target, key]))

    def own_keys(self) -> list[Any]:
        trap = self.trap("ownKeys")
        if trap is None:
            return self.target.own_keys()
        return listed(trap.invoke(self.handler, [self.target]))

    def prototype(self) -> JSObject | None:
        trap = self.trap("getPrototypeOf")
        if trap is None:
            return self.target.prototype()
        found = trap.invoke(self.handler, [self.target])
        return found if isinstance(found, JSObject) else None

    def set_prototype(self, proto: Any) -> bool:
        from bundlescan.interp.builtins.objects import set_proto

        trap = self.trap("setPrototypeOf")
        if trap is None:
            return set_proto(self.target, proto)
        return truthy(trap.invoke(self.handler, [self.target, proto]))

    def prevent(self) -> bool:
        from bundlescan.interp.builtins.objects import prevent

        trap = self.trap("preventExtensions")
        if trap is None:
            return prevent(self.target)
        return truthy(trap.invoke(self.handler, [self.target]))

    def is_extensible(self) -> bool:
        trap = self.trap("isExtensible")
        if trap is None:
            return self.target.is_extensible() if isinstance(self.target, JSProxy) else self.target.extensible
        return truthy(trap.invoke(self.handler, [self.target]))


class CallableProxy(JSProxy, Callable_):
    __slots__ = ()

    @property
    def is_constructor(self) -> bool:  # type: ignore[override]
        return is_constructor(self.target)

    def invoke(self, this: Any, args: Args) -> Any:
        trap = self.trap("apply")
        if trap is None:
            return call(self.target, this, args)
        return trap.invoke(self.handler, [self.target, this, new_array(args)])

    def construct(self, args: Args, new_target: JSObject) -> Any:
        trap = self.trap("construct")
        if trap is None:
            return construct(self.target, args, self.target if new_target is self else new_target)
        made = trap.invoke(self.handler, [self.target, new_array(args), new_target])
        if not isinstance(made, JSObject):
            throw("TypeError", "proxy [[Construct]] must return an object")
        return made


def _make(args: Args, new_target: JSObject) -> Any:
    target, handler = arg(args, 0), arg(args, 1)
    if not isinstance(target, JSObject) or not isinstance(handler, JSObject):
        throw("TypeError", "Cannot create proxy with a non-object as target or handler")
    return (CallableProxy if isinstance(target, Callable_) else JSProxy)(target, handler)


def install_proxy(window: JSObject) -> None:
    def refuse(this: Any, args: Args) -> Any:
        throw("TypeError", "Constructor Proxy requires 'new'")

    def revocable(this: Any, args: Args) -> Any:
        proxy = _make(args, made)

        def revoke(this: Any, args: Args) -> Any:
            proxy.handler = None
            return UNDEF

        return new_object(proxy=proxy, revoke=Native("", revoke))

    made = Native("Proxy", refuse, 2, _make)
    method(made, "revocable", revocable, 2)
    hidden(window, "Proxy", made)
