"""Promise and the queue of microtasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins.support import Methods, callback, hidden, tag
from bundlescan.interp.model import (
    SPECIES,
    UNDEF,
    Args,
    Callable_,
    JSError,
    JSObject,
    JSThrow,
    Native,
    arg,
    call,
    construct,
    constructor,
    get,
    getter,
    is_callable,
    is_constructor,
    iterate,
    method,
    new_array,
    new_object,
    proto_for,
    realm,
    throw,
)

PROMISE = Methods()
PROMISE_PROTO = Methods()
Settled = Callable[[Any], object]
#: what is told of a value that a microtask throws with nobody to catch it: the host's window.onerror
on_error: list[Settled] = []
#: promises that are rejected and that nobody has asked yet
unheard: list[JSPromise] = []
_made: list[JSObject] = []


class JSPromise(JSObject):
    __slots__ = ("handled", "reactions", "state", "value")
    class_name = "Promise"

    def __init__(self, proto: JSObject) -> None:
        super().__init__(proto)
        self.state = "pending"
        self.value: Any = UNDEF
        self.reactions: list[tuple[Settled, Settled]] = []
        self.handled = False


def install(window: JSObject) -> None:
    proto = realm.promise_proto
    PROMISE_PROTO.install(proto)
    tag(proto, "Promise")
    made = constructor("Promise", proto, _make, _refuse, 1)
    getter(made, SPECIES, lambda this: this)
    PROMISE.install(made)
    _made[:] = [made]
    on_error.clear()
    unheard.clear()
    hidden(window, "Promise", made)
    method(window, "queueMicrotask", _queue, 1)


def _refuse(this: Any, args: Args) -> Any:
    throw("TypeError", "Promise constructor cannot be invoked without 'new'")


# -- for Python ---------------------------------------------------------------------------------------------------


def new_promise() -> JSPromise:
    return JSPromise(realm.promise_proto)


def resolve(promise: JSPromise, value: Any) -> None:
    """Settles a promise with a value, or has it follow one that can be waited for."""
    if promise.state != "pending":
        return
    if not isinstance(value, JSObject):
        _settle(promise, "fulfilled", value)
        return
    if value is promise:
        reject(promise, _type_error("Chaining cycle detected for promise #<Promise>"))
        return
    try:
        then = value.get("then", value)
    except JSThrow as thrown:
        reject(promise, thrown.value)
        return
    if not isinstance(then, Callable_):
        _settle(promise, "fulfilled", value)
        return

    def follow() -> None:
        if isinstance(value, JSPromise) and then is realm.promise_proto.props["then"].value:
            subscribe(value, lambda found: resolve(promise, found), lambda reason: reject(promise, reason))
            return
        resolver, rejecter = functions(promise)
        try:
            call(then, value, [resolver, rejecter])
        except JSThrow as thrown:
            call(rejecter, UNDEF, [thrown.value])

    realm.microtasks.append(follow)


def reject(promise: JSPromise, reason: Any) -> None:
    if promise.state == "pending":
        _settle(promise, "rejected", reason)


def _settle(promise: JSPromise, state: str, value: Any) -> None:
    promise.state = state
    promise.value = value
    if state == "rejected" and not promise.handled:
        unheard.append(promise)
    reactions, promise.reactions = promise.reactions, []
    for reaction in reactions:
        _schedule(promise, reaction)


def _schedule(promise: JSPromise, reaction: tuple[Settled, Settled]) -> None:
    realm.steps(1)
    react, value = reaction[0 if promise.state == "fulfilled" else 1], promise.value
    realm.microtasks.append(lambda: react(value))


def subscribe(promise: JSPromise, fulfilled: Settled, rejected: Settled) -> None:
    """Has one of the two called, in a microtask, once the promise is settled."""
    promise.handled = True
    if promise.state == "pending":
        promise.reactions.append((fulfilled, rejected))
    else:
        _schedule(promise, (fulfilled, rejected))


def promise_of(value: Any) -> JSPromise:
    """The promise that a value is, or one of it."""
    if isinstance(value, JSPromise) and value.get("constructor", value) is _made[0]:
        return value
    made = new_promise()
    resolve(made, value)
    return made


def run_microtasks() -> None:
    tasks = realm.microtasks
    while tasks:
        realm.steps(1)
        tasks.popleft()()


def functions(promise: JSPromise) -> tuple[Native, Native]:
    """The resolve and reject that an executor gets: the first call of either decides."""
    done = False

    def fulfil(this: Any, args: Args) -> Any:
        nonlocal done
        if not done:
            done = True
            resolve(promise, arg(args, 0))
        return UNDEF

    def refuse(this: Any, args: Args) -> Any:
        nonlocal done
        if not done:
            done = True
            reject(promise, arg(args, 0))
        return UNDEF

    return Native("", fulfil, 1), Native("", refuse, 1)


def all_of(values: list[Any]) -> Any:
    return _all(_made[0], [new_array(values)])


def _type_error(message: str) -> JSObject:
    made = JSError(realm.errors["TypeError"])
    hidden(made, "message", message)
    hidden(made, "stack", f"TypeError: {message}")
    return made


def _queue(this: Any, args: Args) -> Any:
    function = callback(args)

    def task() -> None:
        try:
            function.invoke(UNDEF, [])
        except JSThrow as thrown:
            for report in on_error:
                report(thrown.value)

    realm.microtasks.append(task)
    return UNDEF


# -- the class ----------------------------------------------------------------------------------------------------


def _make(args: Args, new_target: JSObject) -> Any:
    executor = arg(args, 0)
    if not isinstance(executor, Callable_):
        throw("TypeError", "Promise resolver is not a function")
    made = JSPromise(proto_for(new_target, realm.promise_proto))
    resolver, rejecter = functions(made)
    try:
        executor.invoke(UNDEF, [resolver, rejecter])
    except JSThrow as thrown:
        call(rejecter, UNDEF, [thrown.value])
    return made


class Capability:
    """A promise of some class, with what settles it."""

    __slots__ = ("promise", "reject", "resolve")

    def __init__(self, kind: Any) -> None:
        self.promise: Any
        self.resolve: Settled
        self.reject: Settled
        if kind is _made[0]:
            made = self.promise = new_promise()
            self.resolve = lambda value: resolve(made, value)
            self.reject = lambda reason: reject(made, reason)
            return
        if not is_constructor(kind):
            throw("TypeError", "Promise resolve or reject function is not callable")
        given: Args = []

        def execute(this: Any, args: Args) -> Any:
            given[:] = args
            return UNDEF

        self.promise = construct(kind, [Native("", execute, 2)])
        if not is_callable(arg(given, 0)) or not is_callable(arg(given, 1)):
            throw("TypeError", "Promise resolve or reject function is not callable")
        self.resolve = lambda value: call(given[0], UNDEF, [value])
        self.reject = lambda reason: call(given[1], UNDEF, [reason])


def _kind_of(promise: JSObject) -> Any:
    kind = promise.get("constructor", promise)
    if kind is _made[0] or kind is UNDEF:
        return _made[0]
    species = get(kind, SPECIES)
    return _made[0] if species is UNDEF or species is None else species


@PROMISE_PROTO("then", length=2)
def _then(this: Any, args: Args) -> Any:
    if not isinstance(this, JSPromise):
        throw("TypeError", "Method Promise.prototype.then called on incompatible receiver")
    made = Capability(_kind_of(this))
    subscribe(this, _reaction(made, arg(args, 0), True), _reaction(made, arg(args, 1), False))
    return made.promise


def _reaction(made: Capability, function: Any, fulfilled: bool) -> Settled:
    if not isinstance(function, Callable_):
        return made.resolve if fulfilled else made.reject

    def react(value: Any) -> None:
        try:
            found = function.invoke(UNDEF, [value])
        except JSThrow as thrown:
            made.reject(thrown.value)
        else:
            made.resolve(found)

    return react


@PROMISE_PROTO("catch", length=1)
def _catch(this: Any, args: Args) -> Any:
    return call(get(this, "then"), this, [UNDEF, arg(args, 0)])


@PROMISE_PROTO("finally", length=1)
def _finally(this: Any, args: Args) -> Any:
    function = arg(args, 0)
    if not isinstance(this, JSObject):
        throw("TypeError", "Promise.prototype.finally called on a non-object")
    if not isinstance(function, Callable_):
        return call(get(this, "then"), this, [function, function])
    kind = _kind_of(this)

    def pass_on(this: Any, args: Args) -> Any:
        value = arg(args, 0)
        waited = resolved(kind, function.invoke(UNDEF, []))
        return call(get(waited, "then"), waited, [Native("", lambda this, args: value)])

    def throw_on(this: Any, args: Args) -> Any:
        reason = arg(args, 0)

        def again(this: Any, args: Args) -> Any:
            raise JSThrow(reason)

        waited = resolved(kind, function.invoke(UNDEF, []))
        return call(get(waited, "then"), waited, [Native("", again)])

    return call(get(this, "then"), this, [Native("", pass_on, 1), Native("", throw_on, 1)])


def resolved(kind: Any, value: Any) -> Any:
    """Promise.resolve of a class."""
    if isinstance(value, JSPromise) and value.get("constructor", value) is kind:
        return value
    made = Capability(kind)
    made.resolve(value)
    return made.promise


@PROMISE("resolve", length=1)
def _resolve(this: Any, args: Args) -> Any:
    return resolved(this, arg(args, 0))


@PROMISE("reject", length=1)
def _reject(this: Any, args: Args) -> Any:
    made = Capability(this)
    made.reject(arg(args, 0))
    return made.promise


@PROMISE("withResolvers")
def _with_resolvers(this: Any, args: Args) -> Any:
    given: Args = []

    def execute(this: Any, args: Args) -> Any:
        given[:] = args
        return UNDEF

    promise = construct(this, [Native("", execute, 2)])
    return new_object(promise=promise, resolve=arg(given, 0), reject=arg(given, 1))


@PROMISE("try", length=1)
def _try(this: Any, args: Args) -> Any:
    made = Capability(this)
    try:
        made.resolve(call(arg(args, 0), UNDEF, args[1:]))
    except JSThrow as thrown:
        made.reject(thrown.value)
    return made.promise


def _combined(
    kind: Any, values: Any, start: Callable[[Capability], tuple[Callable[[int, Any], None], Callable[[int], None]]]
) -> Any:
    """``start`` gives what waits for one promise, and what is done when all of so many are waited for."""
    made = Capability(kind)
    try:
        convert = get(kind, "resolve")
        wait, end = start(made)
        count = 0
        for value in iterate(values):
            promise = call(convert, kind, [value])
            wait(count, promise)
            count += 1
        end(count)
    except JSThrow as thrown:
        made.reject(thrown.value)
    return made.promise


def _once(code: Callable[[Any], object]) -> Native:
    done = False

    def run(this: Any, args: Args) -> Any:
        nonlocal done
        if not done:
            done = True
            code(arg(args, 0))
        return UNDEF

    return Native("", run, 1)


class _Gathered:
    """The results of several promises, given to ``finish`` when none is missing."""

    def __init__(self, finish: Callable[[list[Any]], object]) -> None:
        self.values: dict[int, Any] = {}
        self.total = -1
        self.finish = finish

    def add(self, index: int, value: Any) -> None:
        self.values[index] = value
        self.check()

    def end(self, count: int) -> None:
        self.total = count
        self.check()

    def check(self) -> None:
        if self.total == len(self.values):
            self.finish([self.values[i] for i in range(self.total)])

    def taker(self, index: int, wrap: Callable[[Any], Any]) -> Native:
        return _once(lambda value: self.add(index, wrap(value)))


def _same(value: Any) -> Any:
    return value


@PROMISE("all", length=1)
def _all(this: Any, args: Args) -> Any:
    def start(made: Capability) -> Any:
        gathered = _Gathered(lambda values: made.resolve(new_array(values)))
        refuse = Native("", lambda this, args: made.reject(arg(args, 0)), 1)

        def wait(index: int, promise: Any) -> None:
            call(get(promise, "then"), promise, [gathered.taker(index, _same), refuse])

        return wait, gathered.end

    return _combined(this, arg(args, 0), start)


@PROMISE("allSettled", length=1)
def _all_settled(this: Any, args: Args) -> Any:
    def start(made: Capability) -> Any:
        gathered = _Gathered(lambda values: made.resolve(new_array(values)))

        def wait(index: int, promise: Any) -> None:
            fulfilled = gathered.taker(index, lambda value: new_object(status="fulfilled", value=value))
            rejected = gathered.taker(index, lambda reason: new_object(status="rejected", reason=reason))
            call(get(promise, "then"), promise, [fulfilled, rejected])

        return wait, gathered.end

    return _combined(this, arg(args, 0), start)


@PROMISE("any", length=1)
def _any(this: Any, args: Args) -> Any:
    def start(made: Capability) -> Any:
        def fail(reasons: list[Any]) -> None:
            error = JSError(realm.errors["AggregateError"])
            hidden(error, "message", "All promises were rejected")
            hidden(error, "errors", new_array(reasons))
            hidden(error, "stack", "AggregateError: All promises were rejected")
            made.reject(error)

        gathered = _Gathered(fail)
        fulfil = Native("", lambda this, args: made.resolve(arg(args, 0)), 1)

        def wait(index: int, promise: Any) -> None:
            call(get(promise, "then"), promise, [fulfil, gathered.taker(index, _same)])

        return wait, gathered.end

    return _combined(this, arg(args, 0), start)


@PROMISE("race", length=1)
def _race(this: Any, args: Args) -> Any:
    def start(made: Capability) -> Any:
        fulfil = Native("", lambda this, args: made.resolve(arg(args, 0)), 1)
        refuse = Native("", lambda this, args: made.reject(arg(args, 0)), 1)

        def wait(index: int, promise: Any) -> None:
            call(get(promise, "then"), promise, [fulfil, refuse])

        return wait, lambda count: None

    return _combined(this, arg(args, 0), start)
