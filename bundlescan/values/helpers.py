"""Helper functions that compilers put into a bundle, recognised by what survives minification in their text.

Babel, TypeScript, SWC and esbuild write object spread, CommonJS wrappers and module interop as small functions whose
own code (loops over keys, ``arguments``, ``defineProperty``) is no use to evaluate step by step. Each entry of
``_HELPERS`` is a test on the function's text and what a call of it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.walk import walk
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Awaited,
    Choice,
    Const,
    Dead,
    External,
    Function,
    Hole,
    Instance,
    Promise,
    Record,
    Value,
    Walker,
    const,
    leaves,
    leaves_under,
    lift,
    unwrap,
)

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.frames import Frame

#: a helper is never longer than this many bytes, indentation not counted
MAX_LENGTH = 1_200

#: how the names of Babel's loose private fields begin here, before the offset of the call that makes one
LOOSE = "__private_"

#: how many expressions may be evaluated to know what is called
LOOK = 600

Meaning = Callable[["Evaluator", Function, "tuple[Value, ...]", Node, "Frame | None"], "Value | None"]


def call_helper(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """What a call of ``target`` gives if it is a compiler's helper; None if it is not one."""
    meaning = helper(ev, target.fn)
    return meaning(ev, target, args, node, frame) if meaning is not None else None


def helper(ev: Evaluator, fn: Node) -> Meaning | None:
    key = ("helper", fn)
    if key not in ev.facts:
        ev.facts[key] = _recognise(_replaced(ev, fn))
    return ev.facts[key]  # type: ignore[return-value]


def _replaced(ev: Evaluator, fn: Node) -> Node:
    """The function f of ``function f(x) { … return (f = fn)(x) }``, which is made for the same: ``fn`` itself else."""
    write = fn.parent
    while write is not None and write.type in ("ConditionalExpression", "LogicalExpression"):
        write = write.parent
    if write is None or write.type != "AssignmentExpression" or write.left.type != "Identifier":
        return fn
    binding = ev.binding(write.left)
    declared = binding.node if binding is not None and binding.kind == "function" else None
    return declared if declared is not None and declared in write.ancestors() else fn


def is_namespace(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is rolldown's ``__exportAll``, which makes a namespace of getters."""
    return helper(ev, fn) is _namespace


def is_own_helper(node: Node) -> bool:
    """``this && this.__read || function …``: TypeScript's helper, which no page brings."""
    guard = node.get("left") if node.type == "LogicalExpression" and node.operator == "||" else None
    if guard is None or guard.type != "LogicalExpression" or guard.operator != "&&":
        return False
    given = guard.right
    return bool(
        guard.left.type == "ThisExpression"
        and given.type == "MemberExpression"
        and given.object.type == "ThisExpression"
        and str(given.property.get("name")).startswith("__")
    )


def class_helper(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is one of the functions that compilers make ES5 classes with. Every class goes through them: what
    their parameters hold says nothing, and no class is called in them that is not called otherwise."""
    key = ("class helper", fn)
    if key not in ev.facts:
        text = _text(fn)
        ev.facts[key] = text is not None and _may_help(text) and any(test(text) for test, _ in _CLASS_HELPERS)
    return bool(ev.facts[key])


def drives(ev: Evaluator, call: Node) -> bool:
    """Whether a call is of a driver of async code, which makes a promise of what a generator returns."""
    callee = ev.bounded(LOOK, lambda: ev.eval(call.callee, None))
    return any(isinstance(f, Function) and helper(ev, f.fn) is _driver for f in leaves_under(callee))


def is_driven(ev: Evaluator, fn: Node) -> bool:
    """Whether a generator function is an async function, which a driver runs."""
    key = ("driven", fn)
    if key not in ev.facts:
        call = fn.parent
        handed = call is not None and call.type == "CallExpression" and call.arguments[-1:] == [fn]
        ev.facts[key] = handed and call is not None and drives(ev, call)
    return bool(ev.facts[key])


def driven(ev: Evaluator, call: Node) -> Node | None:
    """The generator function that runs where ``call`` calls an async function, ``f.apply(this, arguments)``."""
    callee = call.callee
    if callee.type == "MemberExpression" and callee.property.get("name") in ("apply", "call"):
        callee = callee.object
    called = [f for f in leaves_under(ev.bounded(LOOK, lambda: ev.eval(callee))) if isinstance(f, Function)]
    if len(called) == 1 and is_driver(ev, called[0].fn):
        held = _applied(ev, called[0])
        called = [f for f in leaves_under(held) if isinstance(f, Function)] if held is not None else []
    return called[0].fn if len(called) == 1 else None


def is_driver(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is a driver of async code."""
    return helper(ev, fn) is _driver


def is_common_js(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is esbuild's ``__commonJS``."""
    return helper(ev, fn) is _common_js


def _recognise(fn: Node) -> Meaning | None:
    text = _text(fn)
    if text is None:
        return None
    known = (*_HELPERS, *_CLASS_HELPERS) if _may_help(text) else _HELPERS
    meaning = next((meaning for test, meaning in known if meaning is not None and test(text)), None)
    if meaning is not None and any(_recognise(inner) is meaning for inner in _put_into(fn)):
        return None
    return meaning


def _put_into(fn: Node) -> Iterator[Node]:
    """The functions that a minifier has put into ``fn`` where they are called, but for those that get nothing but its
    own parameters: they are a part of it."""
    own = {parameter.get("name") for parameter in fn.params}
    for node in walk(fn):
        if node.type == "CallExpression" and node.callee.type in FUNCTIONS and node.arguments:
            if not all(given.type == "Identifier" and given.name in own for given in node.arguments):
                yield node.callee


def _may_help(text: bytes) -> bool:
    """Whether a function may be one of those that classes are made with, and is no class whose code, or the code around
    it, a minifier has put them into: that has a constructor of its own, or is one."""
    return _OWN_CLASS.search(text, text.find(b"{")) is None


#: a function with a name; ``this``, but in a message of the helpers and where TypeScript's sets the constructor
_OWN_CLASS = re.compile(
    rb"\bfunction (?![\w$]+ ?\(\) ?\{ ?this\.constructor)[\w$]+ ?\(|\bthis\b(?! hasn|\.constructor ?= ?[\w$])"
)


def _text(fn: Node) -> bytes | None:
    """The text of a function, white space aside; None where it is too long for a helper."""
    if fn.end - fn.start > 4 * MAX_LENGTH:
        return None
    text = re.sub(rb"\s+", b" ", fn.source.data[fn.start : fn.end])
    return text if len(text) <= MAX_LENGTH else None


def _nothing(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return const(UNDEFINED, node)


def _first(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    return args[0] if args else None


def _loose_key(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """Babel's ``_classPrivateFieldLooseKey("url")``: a name of its own for each call that makes one."""
    return const(f"{LOOSE}{node.start}", node) if args and isinstance(args[0], Const) else None


def _assign(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    from bundlescan.values import builtins

    return builtins.call_global(ev, "Object.assign", args, node, frame) if args else None


def _is_true(value: Value) -> bool:
    return isinstance(value, Const) and value.value is True


#: functions of libraries (jQuery, Lodash, Underscore, AngularJS) that copy properties into their first argument
_MERGING = {"extend": False, "assign": False, "assignIn": False, "merge": True}


def merged_by_name(
    ev: Evaluator, callee: Value, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``$.extend({}, …)``, ``$.extend(true, {}, …)``, ``_.merge({}, …)`` of a library that is not followed, which is
    known by what it is given: options that are put together in an empty object."""
    given: Sequence[Node] = node.arguments if node.type == "CallExpression" else ()
    if len(given) < 2 or len(args) != len(given) or node.callee.type != "MemberExpression":
        return None
    name = node.callee.property.get("name")
    deep = name == "extend" and len(given) > 2 and _is_true(args[0])
    into = given[1] if deep else given[0]
    if name not in _MERGING or into.type != "ObjectExpression" or into.properties:
        return None
    if not any(isinstance(leaf, (Hole, External)) for leaf in leaves_under(callee)):
        return None
    over = partial(_laid_over, ev, node, deep or _MERGING[name])
    value, *sources = [_one_unknown(ev, arg, given[at], frame) for at, arg in enumerate(args)][deep:]
    for source in sources:
        value = lift(over, value, source)
    return value


def _one_unknown(ev: Evaluator, value: Value, node: Node, frame: Frame | None) -> Value:
    """``value``, or one hole in the place of a choice among holes: the ways to get lost make no difference."""
    if not isinstance(value, Choice) or not all(isinstance(leaf, (Hole, Dead)) for leaf in leaves(value)):
        return value
    return ev.hole(node, "options that are not known", key=("lost", node, frame))


def _laid_over(ev: Evaluator, node: Node, deep: bool, under: Value, over: Value) -> Value:
    """``under`` with the properties of ``over``; ``deep``: objects in both are laid over each other."""
    from bundlescan.values import objects
    from bundlescan.values.places import branch_default

    if not isinstance(over, Record):
        return objects.merged(ev, under, over, node)
    again = partial(_laid_over, ev, node, deep)
    if over.base is not None:
        return lift(lambda below: again(below, Record(over.props, node=over.node)), lift(again, under, over.base))

    def prop(name: str) -> Value:
        before = objects.own(ev, under, name, node, None) or const(UNDEFINED, node)
        value = branch_default(ev, objects.force(over.props[name]), lambda: before)
        if not deep or not any(isinstance(leaf, Record) for leaf in leaves(value)):
            return value
        return lift(lambda b, v: again(b, v) if isinstance(b, Record) and isinstance(v, Record) else v, before, value)

    return Record({name: partial(prop, name) for name in over.props}, under, node=node)


def _interop(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``__toESM(x)``, ``_interopRequireWildcard(x)``: the exports with themselves as ``default``."""
    if not args:
        return None
    return lift(lambda exports: _with_default(ev, exports, node, frame), args[0])


def _with_default(ev: Evaluator, exports: Value, node: Node, frame: Frame | None) -> Value:
    from bundlescan.values import objects

    flag = objects.own(ev, exports, "__esModule", node, frame)
    if isinstance(flag, Const) and flag.value is True:
        return exports
    return Record({"default": exports}, exports, node=node)


def _namespace(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """rolldown's ``__exportAll({name: () => value})``: an object with these getters."""
    from bundlescan.values.objects import force

    getters = args[0] if args else None
    if not isinstance(getters, Record):
        return None

    def got(getter: Value | Callable[[], Value]) -> Callable[[], Value]:
        return lambda: ev.call(force(getter), (), None, node, frame)

    return Record({name: got(getter) for name, getter in getters.props.items()}, node=node)


def _to_common_js(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``__toCommonJS(namespace)``: the namespace, marked as an ES module; rolldown's gives the export
    ``"module.exports"`` where there is one."""
    from bundlescan.values import objects

    def one(namespace: Value) -> Value:
        whole = objects.own(ev, namespace, "module.exports", node, frame)
        if whole is not None and not (isinstance(whole, Const) and whole.value is UNDEFINED):
            return whole
        return Record({"__esModule": Const(True, node=node)}, namespace, node=node)

    return lift(one, args[0]) if args else None


def _common_js(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """esbuild's ``__commonJS(module function)``: a function that gives the module's exports."""
    from bundlescan.values.domain import Global
    from bundlescan.values.objects import force

    bodies = [force(v) for a in args[:1] if isinstance(a, Record) for v in a.props.values()]
    body = next((a for a in (*args, *bodies) if isinstance(a, Function)), None)
    return Global("commonjs", this=body, node=node) if body is not None else None


def gives_default(ev: Evaluator, fn: Node) -> bool:
    """Whether a function is Rollup's ``getDefaultExportFromCjs(module)``: the default export, or all there is."""
    key = ("default", fn)
    if key not in ev.facts:
        ev.facts[key] = fn.end - fn.start <= MAX_LENGTH and _DEFAULT(fn.source.data[fn.start : fn.end])
    return bool(ev.facts[key])


def _rest(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``_objectWithoutProperties(source, keys)``, ``__rest(source, keys)``."""
    if len(args) < 2 or not isinstance(args[1], Array) or args[1].open:
        return None
    left_out = {str(item.value) for item in args[1].items if isinstance(item, Const)}

    from bundlescan.values import objects

    return lift(lambda source: objects.without(source, left_out, node), args[0])


def _to_array(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``_slicedToArray(x, n)``, ``_toConsumableArray(x)``, ``__read(x, n)``."""
    return args[0] if args else None


def _joined(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``__spreadArray(to, from, pack)``, ``__spread(a, b, …)``, ``__spreadArrays(a, b, …)``: all their elements."""
    from bundlescan.values.objects import elements

    def join(*lists: Value) -> Value:
        items: list[Value] = []
        for given in lists:
            known = elements(given)
            items += known.items if known is not None else ()
            if known is None or known.open:
                return Array(tuple(items), True, node=node)
        return Array(tuple(items), node=node)

    last = args[-1] if args else None
    packed = isinstance(last, Const) and isinstance(last.value, bool)
    return lift(join, *(args[:-1] if packed else args))


def _same_array(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``_arrayLikeToArray(list, length)``: a copy."""
    return args[0] if args and all(isinstance(leaf, Array) for leaf in leaves(args[0])) else None


def _construct(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``_construct(Class, list of arguments, new.target)``."""
    from bundlescan.values import builtins

    return builtins.call_global(ev, "Reflect.construct", args, node, frame)


def _native(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``_wrapNativeSuper(Class)``: a class that makes the same."""
    return args[0] if args else None


def _above(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``_getPrototypeOf(X)``."""
    from bundlescan.values import objects

    return objects.prototype_of(ev, args[0]) if args else None


def _super_get(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``_get(_getPrototypeOf(X.prototype), "name", this)``: ``super.name``."""
    from bundlescan.values import objects

    if len(args) < 3 or not isinstance(args[1], Const) or not isinstance(args[1].value, str):
        return None
    return objects.super_property(ev, args[0], args[1].value, args[2], node)


def constructs(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is ``_construct(Class, list of arguments, new.target)``."""
    return helper(ev, fn) is _construct


def wraps_native(ev: Evaluator, fn: Node) -> bool:
    """Whether ``fn`` is ``_wrapNativeSuper(Class)``."""
    return helper(ev, fn) is _native


def _driver(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """A driver of async code. ``_asyncToGenerator(generator function)`` gives an async function: the generator function
    will do, since awaiting what it makes gives what it returns. ``__awaiter(this, arguments, Promise, generator
    function)`` and ``__async(this, arguments, generator function)`` run it at once."""
    generator = next((a for a in reversed(args) if any(isinstance(v, Function) for v in leaves_under(a))), None)
    if generator is None:  # put in where it is called: it holds the generator function
        held = _applied(ev, target)
        return Promise(lift(unwrap, ev.call(held, args, None, node, frame)), node=node) if held is not None else None
    if len(args) == 1:
        return generator
    given = args[1].items if isinstance(args[1], Array) else ()
    this = args[0] if generator is not args[0] else None
    return Promise(lift(unwrap, ev.call(generator, given, this, node, frame)), node=node)


def _applied(ev: Evaluator, target: Function) -> Value | None:
    """What a function that is made elsewhere and called in ``target``, ``f.apply(this, arguments)``, is."""
    for match in _APPLIED.finditer(target.fn.source.data, target.fn.start, target.fn.end):
        name = target.fn.tree.at(match.start(1), match.end(1))
        binding = ev.binding(name) if name.type == "Identifier" else None
        if binding is not None and not any(scope is target.fn for scope in _inside(binding.scope.node)):
            return ev.eval(name, target.frame)
    return None


def _inside(node: Node) -> Iterator[Node]:
    yield node
    yield from node.ancestors()


_APPLIED = re.compile(rb"(?<![\w$.])([\w$]+)\.apply\(")


def _awaited(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """TypeScript's ``__await(x)``."""
    return Awaited(args[0], node=node) if args else None


def awaited(ev: Evaluator, value: Value) -> Value:
    """What an async generator yields: ``new _OverloadYield(x, 0)`` is what Babel and SWC make of ``await x`` in one."""
    if not isinstance(value, Instance) or not value.args:
        return value
    fn = value.ctor.fn
    key = ("yields to await", fn)
    if key not in ev.facts:
        text = _text(fn)
        ev.facts[key] = text is not None and _OVERLOAD(text)
    return Awaited(value.args[0], node=value.node) if ev.facts[key] else value


def _async_generator(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """``new AsyncGenerator(generator)``; ``__asyncGenerator(this, arguments, generator function)``."""
    if len(args) < 3:
        return args[0] if args else None
    return ev.call(args[2], args[1].items if isinstance(args[1], Array) else (), args[0], node, frame)


def made_by_helper(
    ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None
) -> Value | None:
    """What ``new target(…)`` gives if that is a compiler's helper; None if it is not one."""
    key = ("made by helper", target.fn)
    if key not in ev.facts:
        text = _text(target.fn)
        ev.facts[key] = text is not None and _ASYNC_GENERATOR(text)
    return _async_generator(ev, target, args, node, frame) if ev.facts[key] else None


def _for_of(ev: Evaluator, target: Function, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value | None:
    """``_createForOfIteratorHelper(x)``, ``__values(x)``: what walks over ``x``."""
    return Walker(args[0], node=node) if args else None


def _pattern(*needed: bytes, forbidden: tuple[bytes, ...] = ()) -> Callable[[bytes], bool]:
    expressions = [re.compile(n) for n in needed]
    return lambda text: all(e.search(text) for e in expressions) and not any(f in text for f in forbidden)


#: a getter that reads a property of another object
_READS_KEY = rb"\bget\s*:\s*(?:\(\s*\)\s*=>|function\s*\(\s*\)\s*\{\s*return\b)\s*[\w$]+\[[\w$]+\]"
_EACH_ARGUMENT = rb"\barguments\[[A-Za-z_$]"
_DEFAULT = _pattern(rb"__esModule", rb"\?\s*[\w$]+(?:\.default|\[[\"'`]default[\"'`]\])\s*:\s*[\w$]+\s*;?\s*\}$")
_HELPERS: tuple[tuple[Callable[[bytes], bool], Meaning], ...] = (
    # esbuild's __asyncGenerator and __forAwait, which have the symbol's name as a text
    (_pattern(rb"""["'`]asyncIterator["'`]""", rb"\.apply\("), _async_generator),
    (_pattern(rb"""["'`]asyncIterator["'`]""", rb"""["'`]iterator["'`]""", rb"\.call\("), _for_of),
    (_pattern(rb"Symbol\.asyncIterator is not def", rb"\.apply\("), _async_generator),
    (
        _pattern(rb"\bPromise\b", rb"""\.next\b|["'`]next["'`]""", rb"""\.throw\b|["'`]throw["'`]""", rb"\.apply\("),
        _driver,
    ),
    (_pattern(rb"""["'`]__private_["'`$]"""), _loose_key),
    (_pattern(rb"attempted to use private field on non-instance", rb"hasOwnProperty"), _first),  # ..FieldLooseBase
    (_pattern(rb"typeof Map\b", rb"Super expression must", rb"\.has\("), _native),
    (_pattern(rb"\bReflect\.get\b", rb"getOwnPropertyDescriptor", rb"\.value\b"), _super_get),
    (
        _pattern(
            rb"Reflect\.construct|isNativeReflectConstruct",
            rb"\bbind\.apply\(",
            rb"\.push\.apply\(",
        ),
        _construct,
    ),
    (
        _pattern(
            rb"^[^{]*\(([\w$]+)(?:, ?[\w$]+)?\).*for ?\((?:var |let )?([\w$]+) ?= ?0, ?([\w$]+) ?= ?(?:new )?Array\("
            rb"[\w$]+\); ?\2 ?< ?[\w$]+; ?\2\+\+\) ?\{? ?\3\[\2\] ?= ?\1\[\2\];? ?\}? ?return \3\b"
        ),
        _same_array,
    ),
    (_pattern(rb"this instanceof ([\w$]+) ?\? ?\(this\.v ?= ?[\w$]+, ?this\) ?: ?new \1\b"), _awaited),  # __await
    (
        _pattern(
            rb"Invalid attempt to iterate non-iterable|Object is not (?:async )?iterable"
            rb"|Symbol\.(?:i|asyncI)terator is not def|@@iterator[^}]*\bnext\b.* is not iterable"
        ),
        _for_of,
    ),
    (_pattern(rb"^\(?[\w$]+\)?\s*=>", rb"\bmodule\.exports\b", rb"__esModule"), _to_common_js),
    (_pattern(rb"=\s*\{\}", rb"\bin\b.*\bget\s*:\s*[\w$]+\[", rb"\breturn\b"), _namespace),
    (_pattern(rb"exports\s*:\s*\{\}", rb"=>|function", forbidden=(b"WebSocket",)), _common_js),
    (
        _pattern(
            rb"__esModule",
            rb"default",
            rb"getPrototypeOf|hasOwnProperty|getOwnPropertyDescriptor|Object\.create|\bnull\b",
        ),
        _interop,
    ),
    (_pattern(_EACH_ARGUMENT, rb"getOwnPropertyDescriptors|ownKeys|getOwnPropertySymbols|\.forEach\("), _assign),
    (_pattern(rb"Object\.assign", _EACH_ARGUMENT, rb"hasOwnProperty|apply"), _assign),
    (
        _pattern(  # extend(target, …), written by hand
            rb"^[^{(]*\(([\w$]+)\) ?\{ ?for ?\(var ([\w$]+) ?= ?1; ?\2 ?< ?arguments\.length; ?\2\+\+\) ?\{? ?"
            rb"for ?\(var ([\w$]+) in arguments\[\2\]\) ?\{? ?(?:if ?\()?"
            rb"(?:(?:Object\.prototype|\{\})\.hasOwnProperty\.call\(arguments\[\2\], ?\3\) ?(?:&& ?|\) ?))?"
            rb"\(?\1\[\3\] ?= ?arguments\[\2\]\[\3\]\)?[;} ]*return \1;? ?\}$"
        ),
        _assign,
    ),
    (_pattern(rb"^\(?\w+\s*,\s*\w+\)?\s*=>\s*\{?\s*for\s*\(\s*(?:var|let|const)\s+\w+\s+in\b", rb"return\b"), _assign),
    (_pattern(rb"\bof\b", _READS_KEY, rb"enumerable"), _assign),  # esbuild's __copyProps
    (_pattern(rb"\bget\s*:\s*\(.{1,40}\)\.bind\(null", rb"enumerable"), _assign),  # rolldown's
    (_pattern(rb"""Invalid attempt to (?:destructure|spread)[^"'`]*["'`][)}(;, ]*$"""), _to_array),
    (  # __asyncDelegator
        _pattern(rb"\[Symbol\.iterator\] ?= ?function ?\(\) ?\{ ?return this;? ?\}", rb"throw[\"'], ?function ?\("),
        _first,
    ),
    (  # __read
        _pattern(
            rb"^[^{]*\(([\w$]+), ?[\w$]+\)[^{]*\{.{0,60}typeof Symbol.{0,30}\b\1\[Symbol\.iterator\]",
            rb"\.next\(\)\)?\.done",
            rb"\.push\([\w$]+\.value\)",
        ),
        _to_array,
    ),
    (  # __spreadArray
        _pattern(
            rb"^[^{]*\(([\w$]+), ?([\w$]+), ?[\w$]+\).*\.slice\.call\(\2\b.*return \1\.concat\(",
            rb"\barguments\.length",
        ),
        _joined,
    ),
    (
        _pattern(
            rb"-1 ?!==? ?[\w$]+\.indexOf\([\w$]+\)\) ?continue|-1 ?===? ?[\w$]+\.indexOf\([\w$]+\) ?&&"
            rb"|\.indexOf\([\w$]+\) ?(?:>= ?0(?:\) ?continue| ?\|\|)|< ?0(?:\)| ?&&))"
            rb"|0 ?<= ?[\w$]+\.indexOf\([\w$]+\)(?:\) ?continue| ?\|\|)|\.includes\([\w$]+\)(?:\) ?continue| ?\|\|)",
            rb"\b[\w$]+\[([\w$]+(?:\[[\w$]+\])?)\] ?= ?[\w$]+\[\1\]",
            rb"return [\w$]+;? ?\}$|, ?[\w$]+;? ?\}$",
            forbidden=(b"arguments",),
        ),
        _rest,
    ),
    (_pattern(rb"\.concat\([\w$]+\(arguments\[[\w$]+\]\)\)", rb"^.{,160}$"), _joined),  # __spread
    (_pattern(rb"\+= ?arguments\[[\w$+]+\]\.length", rb"\bArray\("), _joined),  # __spreadArrays
)
_ASYNC_GENERATOR = _pattern(rb"\bthis\._invoke ?=", rb"\bPromise\b", rb"\.done\b")
_OVERLOAD = _pattern(
    rb"^function ?[\w$]*\(([\w$]+)(?:, ?([\w$]+))?\) ?\{ ?this(?:\.v ?= ?\1[,;] ?this\.k ?= ?\2|\.wrapped ?= ?\1"
    rb"|\[0\] ?= ?\1[,;] ?this\[1\] ?= ?\2);? ?\}$"
)
#: Babel's, SWC's and TypeScript's class helpers; None: a call of it means what its code does
_CLASS_HELPERS: tuple[tuple[Callable[[bytes], bool], Meaning | None], ...] = (
    (_pattern(rb"Cannot call a class as a function"), _nothing),  # _classCallCheck(this, X)
    (_pattern(rb"Super expression must either be", forbidden=(b"Map",)), _nothing),  # _inherits(X, Y)
    (_pattern(rb"Class extends value"), _nothing),  # __extends(X, Y)
    (_pattern(rb"this hasn't been initialised"), _first),  # _assertThisInitialized(this)
    (  # _createClass(X, [members], [statics])
        _pattern(rb"\w\([\w$]+\.prototype, ?[\w$]+\)", rb"return [\w$]+;? ?\}$|, ?[\w$]+;? ?\}$", forbidden=(b"for",)),
        _first,
    ),
    (_pattern(rb"Derived constructors may only return"), None),  # _possibleConstructorReturn(this, made)
    (_pattern(rb"Reflect\.construct\(", rb"\.apply\(", rb"\.constructor\b"), None),  # _callSuper(this, X, […])
    (_pattern(rb"__proto__ ?\|\| ?Object\.getPrototypeOf"), _above),
    (_pattern(rb"__proto__", rb"\b[gs]etPrototypeOf\b"), None),
    (_pattern(rb"\.prototype ?= ?Object\.create\([\w$]+\.prototype\)", rb"\.prototype\.constructor ?="), None),
)
