"""Property reads and writes: what ``owner.name`` is for every kind of owner, and what ``this`` is.

Not handled: what a proxy does but for its ``get``, ``with``, properties that code outside the project adds to an object
it was handed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name, literal_text, spelling
from bundlescan.syntax.texts import bare
from bundlescan.values import builtins, components, rounds, strings, urls
from bundlescan.values.classes import (
    ClassModel,
    Member,
    Owner,
    called_on_the_spot,
    class_model,
    declared_as,
    function_named,
    is_superclass,
    is_this,
    known_as,
    names_of,
    owner_of,
    this_function,
)
from bundlescan.values.conditions import POSITIVE, choose, excerpt, is_positive, spelled_out
from bundlescan.values.definitions import got
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Copied,
    Dead,
    External,
    Function,
    Generator,
    Global,
    Hole,
    Instance,
    Interop,
    Keyed,
    Method,
    Module,
    Page,
    Promise,
    Prototype,
    Proxied,
    Record,
    Regex,
    Require,
    Url,
    Value,
    Walker,
    const,
    hoist,
    leaves,
    leaves_under,
    lift,
    map_options,
    primitive_text,
    same_or_choice,
)
from bundlescan.values.frames import Frame
from bundlescan.values.helpers import LOOSE

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator
    from bundlescan.values.places import Field

Thunk = Callable[[], Value]
#: how many expressions may be evaluated to know what a proxy says of one property
TRAP = 1_500


def force(value: Value | Thunk) -> Value:
    return value if isinstance(value, Value) else value()


# -- reading --------------------------------------------------------------------------------------------------


def get(ev: Evaluator, owner: Value, name: str, node: Node, frame: Frame | None) -> Value:
    """``owner.name`` read at ``node``."""
    return lift(lambda o: _get(ev, o, name, node, frame), owner)


def _get(ev: Evaluator, owner: Value, name: str, node: Node, frame: Frame | None) -> Value:
    value = _unaliased(ev, owner, name, node, frame)
    if ev.aliases and isinstance(owner, (Record, Instance)):
        from bundlescan.values import aliases

        return aliases.read(ev, aliases.site_of(owner), name, value, node, frame)
    return value


def _unaliased(ev: Evaluator, owner: Value, name: str, node: Node, frame: Frame | None) -> Value:
    found = own(ev, owner, name, node, frame)
    if found is not None:
        return found
    if name == "ownerDocument" and isinstance(owner, (Hole, Instance)):
        return Global("document", node=node)  # what nothing in the scripts is called: it is an element of the page
    match owner:
        case Const() | Page() | Concat() | strings.Cased():
            return Method(owner, name, node=node)
        case Record(base=None) | Array() | Function():
            if builtins.is_object_method(owner, name):
                return Method(owner, name, node=node)
            return const(UNDEFINED, node)
        case Hole(key=key, path=path):
            deeper = f"{path}.{name}" if path is not None else None
            cause = f"a property of what is not known: {owner.cause}"
            return Hole(("get", key, name), cause, deeper, owner.lost, node=node)
        case Url() | Promise() | Regex() | Instance() | Generator() | Walker():
            return Method(owner, name, node=node)
    return ev.lost(node, f"the property {name}", key=("get", id(owner), name))


def own(ev: Evaluator, owner: Value, name: str, node: Node, frame: Frame | None) -> Value | None:
    """The property, or None where ``owner`` has none of its own (methods of the standard library are not own)."""
    match owner:
        case Proxied() if (trapped := _trapped(ev, owner, name, node, frame)) is not None:
            return trapped
        case Record(props=props, base=base):
            if name in props:
                return force(props[name])
            if base is None:
                return None
            return lift(lambda b: own(ev, b, name, node, frame) or _absent(ev, b, name, node, frame), base)
        case Array(items=items, open=is_open):
            if name == "length":
                return const(float(len(items)), node) if not is_open else ev.hole(node, "a length")
            if name.isdigit():
                if int(name) < len(items):
                    return items[int(name)]
                return ev.lost(node, "an element") if is_open else const(UNDEFINED, node)
        case Const(value=str(text)):
            if name == "length":
                return const(float(len(text)), node)
            if name.isdigit():
                return strings.call_method("charAt", owner, (const(float(name)),), node)
        case Const(value=known) if known is UNDEFINED or known is None:
            cause = f"a property of {primitive_text(known)}"
            return ev.lost(node, cause) if known is UNDEFINED else ev.hole(node, cause)
        case Page() | Concat():
            if name == "length":
                return _length(ev, owner, node)
            if name.isdigit():
                return lift(
                    lambda o: (
                        strings.call_method("charAt", o, (const(float(name)),), node) or ev.hole(node, "a character")
                    ),
                    spelled_out(owner),
                )
        case Function():
            return _function_property(ev, owner, name, node)
        case Prototype(ctor=ctor):
            if name == "constructor":
                return ctor
            return _method(ev, ctor, name, None, node)
        case Instance():
            return _instance_property(ev, owner, name, node)
        case Copied(owner=instance):
            value = _get(ev, instance, name, node, frame)
            return const(UNDEFINED, node) if _is_inherited(ev, instance.ctor, name, value) else value
        case Url():
            return url_property(ev, owner, name, node)
        case Method() if name in ("call", "apply"):
            return Method(owner, name, node=node)
        case Global(path=path):
            return builtins.global_property(ev, path, name, node)
        case Module(module=module):
            return ev.project.export(ev, module, name, node)
        case External(package=package, name=exported):
            if exported == "*":
                return External(package, name, node=node)
            if name == "default":
                return External(package, "default", node=node) if exported == "default" else owner
            return External(package, f"{exported}.{name}", node=node)
        case Promise() if name in ("then", "catch", "finally"):
            return Method(owner, name, node=node)
        case Require(how="", bound=()) if name == "g":
            return Global("window", node=node)
        case Require(loader=loader) if name not in ("bind", "call", "apply"):
            return Require(loader, name, node=node)
        case Require():
            return Method(owner, name, node=node)
        case Interop(exports=exports) if name == "a":
            return default_of(ev, exports, node, frame)
    return None


def _trapped(ev: Evaluator, proxy: Proxied, name: str, node: Node, frame: Frame | None) -> Value | None:
    """What a proxy's handler says a property is; None where that is not known."""
    handler, target = proxy.handler, proxy.base
    if handler is None or target is None:
        return None
    asked = (target, const(name, node), proxy)

    def ask() -> Value:
        trap = get(ev, handler, "get", node, frame)
        return ev.call(trap, asked, handler, node, frame)

    key = ("trap", proxy, name)
    value = ev.recall(key)
    if value is None:
        provisional, cut = ev.provisional, ev.cut
        value = ev.guarded_or_none(key, lambda: ev.bounded(TRAP, ask))
        if value is not None:
            ev.remember(key, value, provisional, cut)
    lost = value is None or any(isinstance(leaf, Hole) and leaf.lost for leaf in leaves(value))
    return None if lost else value


def default_of(ev: Evaluator, exports: Value, node: Node, frame: Frame | None) -> Value:
    """The default export of a module that may be an ES module or not."""

    def one(leaf: Value) -> Value:
        flag = own(ev, leaf, "__esModule", node, frame)
        return get(ev, leaf, "default", node, frame) if isinstance(flag, Const) and flag.value is True else leaf

    return lift(one, exports)


def _absent(ev: Evaluator, base: Value, name: str, node: Node, frame: Frame | None) -> Value:
    return _get(ev, base, name, node, frame)


def _length(ev: Evaluator, owner: Value, node: Node) -> Value:
    """The length of a string: what matters is only whether it is zero."""
    from bundlescan.values.conditions import branch, truth

    counted = lift(lambda o: strings.call_method("length", o, (), node) or Hole("length", "?"), spelled_out(owner))
    if all(isinstance(leaf, Const) or is_positive(leaf) for leaf in leaves_under(counted)):
        return counted
    return branch(truth(owner), lambda: ev.hole(node, "a length", key=(POSITIVE, node)), lambda: const(0.0, node))


def _function_property(ev: Evaluator, owner: Function, name: str, node: Node) -> Value | None:
    if name == "prototype":
        return Prototype(owner, node=node)
    if name in ("call", "apply", "bind"):
        return Method(owner, name, node=node)
    model = class_model(ev, owner.fn)
    member = model.statics.get(name)
    if member is not None:
        if member.over is not None and _inherits_static(ev, owner, name, node):
            member = Member(member.over, member.kind)
        return _with_changes(ev, model, name, _member_value(ev, member, owner, owner.frame, node), owner.frame)
    if model.superclass is not None:
        return lift(
            lambda parent: own(ev, parent, name, node, None) or const(UNDEFINED, node),
            ev.eval(model.superclass, owner.frame),
        )
    if name == "name" and owner.fn.get("id") is not None:
        return Const(owner.fn.id.name, node=node)
    if name == "length":
        return const(float(len(owner.fn.get("params") or ())), node)
    return None


def _inherits_static(ev: Evaluator, owner: Function, name: str, node: Node) -> bool:
    superclass = class_model(ev, owner.fn).superclass
    parents = leaves_under(ev.eval(superclass, owner.frame)) if superclass is not None else ()
    return any(isinstance(p, Function) and p.fn is not owner.fn and own(ev, p, name, node, None) for p in parents)


def _with_changes(ev: Evaluator, model: ClassModel, name: str, value: Value, frame: Frame | None) -> Value:
    """The object that a static holds, after ``X.name.key = …`` and the like."""
    from bundlescan.values.places import changed

    for change in model.changes.get(name, ()):
        if isinstance(value, (Record, Array, Url, Choice)):
            make = partial(changed, ev, change, frame, partial(_itself, value))
            value = ev.guarded(("change", change, frame), change, make)
    return value


def _itself(value: Value) -> Value:
    return value


def _member_value(ev: Evaluator, member: Member, this: Value | None, frame: Frame | None, node: Node) -> Value:
    if member.kind == "get":
        getter = Function(member.node, frame, node=member.node)
        return ev.call(getter, (), this, node, frame)
    if member.kind == "set":
        return const(UNDEFINED, node)
    value = ev.eval(member.node, frame)
    if member.kind == "method" and isinstance(value, Function):
        return Function(value.fn, value.frame, this, node=value.node)
    return value


def _method(ev: Evaluator, ctor: Function, name: str, this: Value | None, node: Node) -> Value | None:
    """A method or accessor of a class or its superclasses."""
    model = class_model(ev, ctor.fn)
    member = model.methods.get(name)
    if member is not None:
        return _member_value(ev, member, this, ctor.frame, node)
    if model.superclass is None:
        return None
    for parent in leaves_under(ev.eval(model.superclass, ctor.frame)):
        if isinstance(parent, Function) and parent.fn is not ctor.fn:
            return ev.guarded_or_none(
                ("method", ctor.fn, name, node), partial(_inherited, ev, parent, name, this, node)
            )
    return None


def _is_inherited(ev: Evaluator, ctor: Function, name: str, value: Value, depth: int = 0) -> bool:
    """Whether ``value``, a property of an instance, is not its own: what the class or a superclass has under that
    name."""
    model = class_model(ev, ctor.fn)
    member = model.methods.get(name)
    if member is not None:
        return member.kind == "get" or all(
            isinstance(leaf, Function) and leaf.fn is member.node for leaf in leaves_under(value)
        )
    if model.superclass is None or depth > 8:
        return False
    parents = leaves_under(ev.eval(model.superclass, ctor.frame))
    return any(
        isinstance(p, Function) and p.fn is not ctor.fn and _is_inherited(ev, p, name, value, depth + 1)
        for p in parents
    )


def _inherited(ev: Evaluator, parent: Function, name: str, this: Value | None, node: Node) -> Value | None:
    found = _method(ev, parent, name, this, node)
    return const(UNDEFINED, node) if found is None and not _extends_foreign(ev, parent) else found


def _extends_foreign(ev: Evaluator, ctor: Function, depth: int = 0) -> bool:
    """Whether a class extends one that is not among the scanned files, as the page's ``HTMLElement``: what else its
    instances have is not known."""
    superclass = class_model(ev, ctor.fn).superclass
    if superclass is None or depth > 8:
        return depth > 8
    parents = list(leaves_under(ev.eval(superclass, ctor.frame)))
    return any(
        not isinstance(p, Function) or (p.fn is not ctor.fn and _extends_foreign(ev, p, depth + 1)) for p in parents
    )


# -- instances ------------------------------------------------------------------------------------------------


def construction(ev: Evaluator, instance: Instance) -> Frame | None:
    """The activation of the constructor that made the instance; None where its arguments are not known."""
    constructor = class_model(ev, instance.ctor.fn).constructor
    if instance.args is None or constructor is None:
        return instance.ctor.frame
    key = ("construct", instance.key, instance.ctor.fn)
    frame = ev.frames.get(key)
    if frame is None:
        frame = Frame(constructor, instance.args, instance, instance.ctor.frame, new=True)
        if isinstance(instance.key, tuple) and len(instance.key) == 3:
            frame.site, frame.caller = instance.key[1], instance.key[2]
            frame.depth = (frame.caller.depth if frame.caller is not None else 0) + 1
        ev.frames[key] = frame
    return frame


def _instance_property(ev: Evaluator, instance: Instance, name: str, node: Node) -> Value | None:
    if name == "constructor":
        return instance.ctor
    value = instance_field(ev, instance, name, node)
    if value is not None:
        return value
    return _method(ev, _where_private(ev, instance, name, node).ctor, name, instance, node)


def _where_private(ev: Evaluator, instance: Instance, name: str, node: Node) -> Instance:
    """The instance as the class sees it whose private name ``name`` is at ``node``: a subclass may have one that is
    spelled alike."""
    if not name.startswith("#") or instance.called is not None:
        return instance
    around: Node | None = node
    while around is not None and not (around.type in CLASSES and _declares(around, name)):
        around = around.parent
    seen: Instance | None = instance if around is not None else None
    for _ in range(8):
        if seen is None or seen.ctor.fn is around:
            break
        seen = super_instance(ev, seen, construction(ev, seen))
    return seen or instance


def _declares(owner: Node, name: str) -> bool:
    return any("#" + str(item.key.get("name")) == name for item in owner.body.body if _is_private(item))


def _is_private(item: Node) -> bool:
    key = item.get("key")
    return key is not None and key.type == "PrivateIdentifier"


def instance_field(ev: Evaluator, instance: Instance, name: str, node: Node) -> Value | None:
    """A data field of an instance: what its constructor leaves, or what other methods store; None if no code
    of the class (or a superclass) writes it."""
    instance = _where_private(ev, instance, name, node)
    key = ("field", instance.ctor.fn, instance.key, instance.fresh, instance.called, name)
    return ev.guarded_or_none(key, lambda: _instance_field(ev, instance, name, node))


def _instance_field(ev: Evaluator, instance: Instance, name: str, node: Node) -> Value | None:
    from bundlescan.values.places import after, contains

    if instance.called is not None:
        return _field_after(ev, instance, instance.called, name, node)
    owner = instance.ctor.fn
    place = field_place(ev, owner, name)
    model = class_model(ev, owner)
    groups = place.by_function(ev)
    frame = construction(ev, instance)
    initial = _initial_field(ev, instance, name, frame, node)
    if not groups:
        return initial
    options: list[Value] = []
    within: list[tuple[Node, Frame | None]] = []  # the writes that change the object which the field holds
    constructor = model.constructor
    own_writes = groups.get(constructor, []) if constructor is not None else []
    if constructor is not None and own_writes and constructor.body is not None:
        if contains(own_writes, constructor.body):
            options.append(after(ev, place, constructor.body, frame))
    elif initial is not None:
        options.append(initial)
    for fn, writes in groups.items():
        if fn is constructor or instance.fresh:
            continue
        outer = (
            frame
            if frame is not None and fn.start >= (constructor or fn).start and fn.end <= (constructor or fn).end
            else instance.ctor.frame
        )
        within += [(write, outer) for write in writes if place.held(ev, write) is not None]
        for write in [w for w in writes if place.held(ev, w) is None][:4]:
            options.append(place.stored(ev, write, outer, lambda: _before_writes(ev, instance, name, node)))
    if not options and instance.fresh:
        return const(UNDEFINED, node) if model.superclass is None else None
    useful = [o for o in options if not (isinstance(o, Const) and (o.value is None or o.value is UNDEFINED))] or options
    if not useful:
        return initial
    cond = Cond(("write", owner, name), f"which assignment to .{name} ran last", "write")
    value = useful[0] if len(useful) == 1 else Choice(cond, tuple(useful[:12]))
    for write, outer in within[:MAX_WITHIN]:
        value = map_options(lambda v, w=write, f=outer: place.perhaps(ev, w, f, v), value)  # type: ignore[misc]
    return value


def _before_writes(ev: Evaluator, instance: Instance, name: str, node: Node) -> Value:
    """What a field holds before a method writes it: the class's method of that name, or what nobody knows."""
    method = _method(ev, instance.ctor, name, instance, node)
    if isinstance(method, Function):
        return method
    return ev.hole(node, "what the field held before", key=("prior", instance.ctor.fn, name))


def _field_after(ev: Evaluator, instance: Instance, last: Frame, name: str, node: Node) -> Value | None:
    """A field after a call of one of the object's methods: what that leaves, or what was there before."""
    from bundlescan.values.places import after, contains

    owner, prior = owner_of(ev, last.fn), last.this
    assert isinstance(prior, Instance)
    place = field_place(ev, owner.node, name) if owner is not None else None
    groups = place.by_function(ev) if place is not None else {}
    if any(fn is not last.fn and last.fn.start <= fn.start and fn.end <= last.fn.end for fn in groups):
        return instance_field(ev, replace(instance, called=None), name, node)
    if place is not None and contains(groups.get(last.fn, []), last.fn.body):
        return after(ev, place, last.fn.body, last)
    return instance_field(ev, prior, name, node)


def had(ev: Evaluator, owner: Function | Instance, name: str, node: Node) -> bool:
    """Whether an instance or a class has a property before the code of the class sets it: by a superclass, or as a
    method."""
    if isinstance(owner, Function):
        return _inherits_static(ev, owner, name, node)
    instance = owner
    if _method(ev, instance.ctor, name, instance, node) is not None:
        return True
    parent = super_instance(ev, instance, construction(ev, instance))
    return parent is not None and instance_field(ev, parent, name, node) is not None


def _initial_field(ev: Evaluator, instance: Instance, name: str, frame: Frame | None, node: Node) -> Value | None:
    """What a field holds before the constructor's own code: its initialiser, or the superclass's state."""
    model = class_model(ev, instance.ctor.fn)
    for field_name, item in model.fields:
        if field_name == name:
            if item.value is None:
                return const(UNDEFINED, item)
            return ev.eval(item.value, _field_frame(ev, instance, item, frame)).via(item, f"the field {name}")
    if model.superclass is not None:
        parent = super_instance(ev, instance, frame)
        if parent is not None:
            return instance_field(ev, parent, name, node)
    constructor = model.constructor
    if constructor is not None:  # TypeScript parameter properties: constructor(private port = 9000)
        for parameter in constructor.params:
            if parameter.type == "TSParameterProperty":
                inner = parameter.parameter
                target = inner.left if inner.type == "AssignmentPattern" else inner
                if target.get("name") == name:
                    return ev.eval(target, frame)
    return None


def _field_frame(ev: Evaluator, instance: Instance, item: Node, frame: Frame | None) -> Frame | None:
    key = ("initialiser", item, instance.key, id(instance.ctor.frame))
    made = ev.frames.get(key)
    if made is None:
        made = ev.frames[key] = Frame(item, (), instance, instance.ctor.frame)
    return made


def super_instance(ev: Evaluator, instance: Instance, frame: Frame | None) -> Instance | None:
    """The instance as its superclass's constructor sees it."""
    model = class_model(ev, instance.ctor.fn)
    if model.superclass is None:
        return None
    for parent in leaves_under(ev.eval(model.superclass, instance.ctor.frame)):
        if not isinstance(parent, Function) or parent.fn is instance.ctor.fn:
            continue
        call = super_call(ev, model.constructor) if model.constructor is not None else None
        args: tuple[Value, ...] | None
        if model.constructor is None or (call is None and model.owner.type in CLASSES):
            args = instance.args
        elif call is None:
            args = None
        else:
            args = super_arguments(ev, call, frame)
        key: Hashable = ("super", call or model.owner, frame)
        if model.constructor is None and isinstance(instance.key, tuple) and len(instance.key) == 3:
            key = ("super", *instance.key[1:])  # made by the very call: there is no other activation to tell it by
        return Instance(parent, args, key, instance.fresh, node=instance.node)
    return None


def super_call(ev: Evaluator, constructor: Node) -> Node | None:
    """The call that runs the superclass's constructor: ``super(…)``, ``e.call(this, …)``, ``_callSuper(this, X)``."""
    key = ("supercall", constructor)
    if key in ev.places:
        return ev.places[key]  # type: ignore[return-value]
    data = constructor.source.data
    found: Node | None = None
    for match in re.finditer(
        rb"super\s*\(|\.(?:call|apply)\s*\(\s*this|\(\s*this\s*,", data[constructor.start : constructor.end]
    ):
        at = constructor.start + match.start()
        node: Node | None = constructor.tree.at(at, at + 1)
        while node is not None and node.type != "CallExpression" and node is not constructor:
            node = node.parent
        if node is not None and node.type == "CallExpression" and this_function(node) is constructor:
            if node.callee.type == "Super" or match.group().startswith(b".") or len(node.arguments) in (2, 3):
                if node.callee.type != "Super" and not match.group().startswith(b"."):
                    if node.arguments[0].type != "ThisExpression" or literal_text(node.arguments[1]) is not None:
                        continue
                    if _unused(node):  # a check, as _classCallCheck(this, X)
                        continue
                    own = function_named(ev, node.arguments[1]) is constructor
                    if len(node.arguments) == 3 and not own and not _is_arguments(node.arguments[2]):
                        continue
                    if len(node.arguments) == 2:  # nothing better: it may be _classCallCheck(this, X) too
                        found = node if found is None and node.arguments[1].type == "Identifier" else found
                        continue
                found = _reflected(node)
                break
    ev.places[key] = found  # type: ignore[assignment]
    return found


def _reflected(call: Node) -> Node:
    """``Reflect.construct(X, list || [], …)`` of ``can() ? Reflect.construct(…) : X.apply(this, list)``, which is what
    runs; any other call itself."""
    parent = call.parent
    other = parent.consequent if parent is not None and parent.type == "ConditionalExpression" else None
    if other is None or other.type != "CallExpression" or len(other.arguments) < 2:
        return call
    named = other.callee.property.get("name") if other.callee.type == "MemberExpression" else None
    return other if named == "construct" else call


def _unused(node: Node) -> bool:
    """Whether the value of an expression goes nowhere."""
    parent = node.parent
    if parent is not None and parent.type == "SequenceExpression":
        return parent.expressions[-1] is not node or _unused(parent)
    return parent is not None and parent.type == "ExpressionStatement"


def _is_arguments(node: Node) -> bool:
    """Whether a node is a list of arguments: written out, or the function's own."""
    return node.type == "ArrayExpression" or (node.type == "Identifier" and node.name == "arguments")


def super_arguments(ev: Evaluator, call: Node, frame: Frame | None) -> tuple[Value, ...] | None:
    callee = call.callee
    if callee.type == "Super":
        return ev.arguments(call.arguments, frame)
    if calls_as_method(call):
        return ev.arguments(call.arguments[1:], frame)
    last = super_list(call) if len(call.arguments) > 1 else None
    if last is not None and last.type == "ArrayExpression":
        return ev.arguments(last.elements, frame)
    if last is not None and (callee.type == "MemberExpression" or len(call.arguments) == 3):
        spread = ev.eval(last, frame)
        return spread.items if isinstance(spread, Array) and not spread.open else None
    return () if last is not None and len(call.arguments) == 2 else None


def calls_as_method(call: Node) -> bool:
    """``X.call(this, …)``"""
    return bool(call.callee.type == "MemberExpression" and call.callee.property.get("name") == "call")


def super_list(call: Node) -> Node:
    """What holds the arguments: ``X.apply(this, list)``, ``helper(this, X, list)``, ``Reflect.construct(X, list)``."""
    reflected = call.callee.type == "MemberExpression" and call.callee.property.get("name") == "construct"
    held: Node = call.arguments[1] if reflected else call.arguments[-1]
    return held.left if held.type == "LogicalExpression" else held


# -- this -----------------------------------------------------------------------------------------------------


def this(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    """What ``this`` is at ``node``."""
    fn = this_function(node)
    if fn is None:
        return const(UNDEFINED, node)
    if frame is not None:
        own_frame = frame.find(fn)
        if own_frame is not None and own_frame.this is not None:
            return own_frame.this
    if fn.type == "Program":
        return Global("window", node=node)
    owner = owner_of(ev, fn)
    if owner is None:
        return ev.lost(node, "this")
    outer = _around(frame, owner.node)
    if owner.kind == "object":
        options = components.component_of(ev, owner.node)
        return components.instance(ev, options, outer) if options is not None else ev.eval(owner.node, outer)
    value = Function(owner.node, outer, node=owner.node)
    if owner.kind == "static":
        return value
    free = Instance(value, None, ("free", owner.node), node=owner.node)
    return _receivers(ev, fn, owner.node, free)


def _receivers(ev: Evaluator, method: Node, owner: Node, free: Instance) -> Value:
    """What ``this`` is in a method seen from outside: where subclasses exist, the objects that it is called on."""
    from bundlescan.values import calls

    if method is class_model(ev, owner).constructor or not _extended(ev, owner):
        return free
    sites = calls.callers(ev, method)
    if not sites or len(sites) > calls.MAX_CALLERS:
        return free
    own = [_is_own_call(ev, site.call, owner) for site in sites]  # by another method of the same object
    known = [
        lift(lambda r: r if _is_of_class(ev, r, owner) else free, site.this(ev) if site.this is not None else free)
        for site, is_own in zip(sites, own, strict=True)
        if not is_own
    ]
    if not known:  # its own object's methods alone call it: theirs is the same
        own_calls = [bare(site.call.callee).object for site in sites if site.call.type == "CallExpression"]
        known = [lift(lambda r: r if _is_of_class(ev, r, owner) else free, ev.eval(at)) for at in own_calls]
        own = [False] * len(known)
    if not known or all(option is free for option in known):
        return free
    same = same_or_choice(Cond(("receiver", method), "which object", "caller"), tuple(known), owner)
    others = iter(known)
    options = tuple(same if is_own else next(others) for is_own in own)
    return options[0] if len(options) == 1 else Choice(calls.caller_cond(method), options, node=owner)


def _is_own_call(ev: Evaluator, call: Node, owner: Node) -> bool:
    callee = bare(call.callee) if call.type == "CallExpression" else None
    return callee is not None and callee.type == "MemberExpression" and is_this(ev, callee.object, owner)


def _is_of_class(ev: Evaluator, value: Value, owner: Node) -> bool:
    return isinstance(value, Instance) and same_class(ev, value.ctor.fn, owner)


def _extended(ev: Evaluator, owner: Node) -> bool:
    """Whether some class of the same script extends ``owner``, or may, since it is a mixin."""
    key = ("extended", owner)
    if key not in ev.facts:
        ev.facts[key] = _is_mixin(ev, owner) or any(is_superclass(ev, reference) for reference in known_as(ev, owner))
    return bool(ev.facts[key])


def _is_mixin(ev: Evaluator, owner: Node) -> bool:
    """Whether a class extends what a function is given: ``Base => class extends Base {}``."""
    above = class_model(ev, owner).superclass
    for _ in range(3):
        binding = ev.binding(above) if above is not None and above.type == "Identifier" else None
        if binding is None or binding.kind != "parameter":
            return False
        call = called_on_the_spot(binding.node)
        if call is None:
            return True
        index = next((i for i, p in enumerate(binding.node.params) if p.get("name") == binding.name), -1)
        above = call.arguments[index] if 0 <= index < len(call.arguments) else None
    return False


def subclasses(ev: Evaluator, owner: Node) -> bool:
    """Whether a class may have a subclass, in any spelling: ``extends``, a helper, an assigned prototype."""
    key = ("subclassed", owner)
    if key not in ev.facts:
        uses: list[Node] = []
        for binding in names_of(ev, owner):
            uses += ev.project.scopes(owner).references(binding)
            ev.project.follow_export(binding, uses.append)
        ev.facts[key] = any(_makes_subclass(use) or _is_extended_by(ev, use) for use in (owner, *uses))
    return bool(ev.facts[key])


def _is_extended_by(ev: Evaluator, reference: Node) -> bool:
    """Whether a function is given a class and makes another of it: ``const mixin = X => class extends X {…}``."""
    call = reference.parent
    if call is None or call.type != "CallExpression" or call.callee is reference:
        return False
    called = [leaf.fn for leaf in leaves(ev.eval(call.callee)) if isinstance(leaf, Function)]
    return any(b"extends" in fn.source.data[fn.start : fn.end] for fn in called)


def _makes_subclass(reference: Node) -> bool:
    parent = reference.parent
    if parent is None:
        return False
    if parent.get("superClass") is reference:
        return True
    if parent.type == "CallExpression" and any(argument is reference for argument in parent.arguments):
        # (function (t) { … })(B), inherits(D, B); not classCallCheck(this, B)
        return parent.callee.type in FUNCTIONS or (
            parent.arguments[0] is not reference and parent.arguments[0].type != "ThisExpression"
        )
    if parent.type != "MemberExpression" or parent.object is not reference or parent.computed:
        return False
    name, grand = parent.property.get("name"), parent.parent
    if name in ("call", "apply"):
        return True
    if name != "prototype" or grand is None:
        return False
    return (grand.type == "AssignmentExpression" and grand.right is parent) or (
        grand.type in ("CallExpression", "Property") and grand.get("callee") is not parent
    )


def _around(frame: Frame | None, node: Node) -> Frame | None:
    while frame is not None and not (
        frame.fn.start <= node.start and node.end <= frame.fn.end and frame.fn is not node
    ):
        frame = frame.outer
    return frame


def field_place(ev: Evaluator, owner: Node, name: str) -> Field:
    from bundlescan.values.places import Field

    key = ("place", owner, name)
    place = ev.places.get(key)
    if place is None:
        place = ev.places[key] = Field(owner, name)
    return place  # type: ignore[return-value]


def this_member(ev: Evaluator, node: Node, frame: Frame | None) -> Value | None:
    """``this.name``, or ``self.name`` through an alias, where code of the class writes that field before."""
    target = node.object
    if target.type not in ("ThisExpression", "Identifier") or not is_this(ev, target):
        return None
    name = ev.key_of(node.property, node.computed, frame)
    if name is None:
        return None
    source = target if target.type == "ThisExpression" else ev.places.get(("alias", ev.binding(target)))
    fn = this_function(source) if isinstance(source, Node) else None
    owner = owner_of(ev, fn) if fn is not None else None
    if owner is not None and owner.kind == "object" and fn is not None:
        return _of_another(ev, fn, owner.node, name, node, frame)
    if owner is None or owner.kind != "instance" or fn is None:
        return None
    if frame is not None:
        known = frame.find(fn)
        if known is not None and isinstance(known.this, Record):
            return None
    from bundlescan.values.places import before

    place = field_place(ev, owner.node, name)
    if not place.by_function(ev):
        return None
    if frame is None and _extended(ev, owner.node):
        receiver = this(ev, target, frame)
        known_object = isinstance(receiver, Instance) and receiver.args is not None and not place.writes(ev, fn)
        if isinstance(receiver, Choice) or known_object:
            return None
    value = before(ev, place, node, frame)
    if isinstance(value, Hole) and value.cause == _NO_FIELD:
        return None
    constructor = class_model(ev, owner.node).constructor
    if constructor is not None and fn is constructor:
        value = _or_set_by_a_call(ev, place, constructor, value, frame)
    if not ev.aliases:
        return value
    from bundlescan.values import aliases

    return aliases.read(ev, owner.node, name, value, node, frame)


def _of_another(ev: Evaluator, method: Node, literal: Node, name: str, node: Node, frame: Frame | None) -> Value | None:
    """A property that the object literal of a method does not have, where the method is called on other objects: a
    store, or what binds it, gives it another ``this``. None where nothing of the kind is known."""
    from bundlescan.values import calls

    known = frame.find(method) if frame is not None else None
    own = ev.eval(literal, _around(frame, literal)) if known is None or known.this is None else None
    if not isinstance(own, Record) or own.base is not None or name in own.props:
        return None
    sites = calls.callers(ev, method)
    receivers = [
        receiver
        for site in sites[: calls.MAX_CALLERS]
        for receiver in site.receivers(ev, method)
        if not any(leaf.node is literal for leaf in leaves_under(receiver))
    ]
    if not receivers or len(sites) > calls.MAX_CALLERS:
        return None
    found = tuple(ev.get(receiver, name, node) for receiver in receivers)
    if all(isinstance(leaf, Hole) or _is_missing(leaf) for value in found for leaf in leaves_under(value)):
        return None
    return found[0] if len(found) == 1 else Choice(calls.caller_cond(method), found, node=node)


def _is_missing(value: Value) -> bool:
    return isinstance(value, Const) and value.value is UNDEFINED


def _or_set_by_a_call(ev: Evaluator, place: Field, constructor: Node, value: Value, frame: Frame | None) -> Value:
    """``value``, or what a method that the constructor calls, or a function inside it, stores in the field."""
    text = constructor.source.data[constructor.start : constructor.end]
    called = {
        member.node
        for name, member in class_model(ev, place.owner).methods.items()
        if re.search(rb"\.\s*" + spelling(name) + rb"\s*\(", text)
    }
    options = [value]
    for fn, writes in place.by_function(ev).items():
        inside = constructor.start <= fn.start and fn.end <= constructor.end
        if fn is constructor or not (inside or fn in called):
            continue
        for write in writes[:4]:
            key = ("elsewhere", place, write)
            options.append(ev.guarded(key, write, partial(place.stored, ev, write, frame, lambda: value)))
    if len(options) == 1:
        return value
    cond = Cond(("elsewhere", place), f"whether a call sets .{place.name}", "write")
    return Choice(cond, tuple(options), node=value.node)


_NO_FIELD = "no such field"
#: how many changes of the object that a field holds are told apart
MAX_WITHIN = 8


def field_entry(ev: Evaluator, place: Field, fn: Node, frame: Frame | None) -> Value:
    """What a field holds when ``fn``'s activation begins."""
    model = class_model(ev, place.owner)
    ctor_frame = frame.find(fn) if frame is not None else None
    if fn is model.constructor:
        made = ctor_frame.this if ctor_frame is not None else None
        if not isinstance(made, Instance):
            made = Instance(Function(place.owner, _around(frame, place.owner)), None, ("free", place.owner))
        initial = _initial_field(ev, made, place.name, frame, place.owner)
        if initial is not None:
            return initial
        method = _method(ev, made.ctor, place.name, made, place.owner)
        return method if method is not None else const(UNDEFINED, place.owner)
    # a method, or a function inside one: its this is what the constructor (and other methods) left
    holder = this_function(fn) if fn.type == "ArrowFunctionExpression" else fn
    instance: Value | None = None
    if frame is not None and holder is not None:
        own_frame = frame.find(holder)
        instance = own_frame.this if own_frame is not None else None
    if not isinstance(instance, Instance) or not same_class(ev, instance.ctor.fn, place.owner):
        instance = Instance(
            Function(place.owner, _around(frame, place.owner)), None, ("free", place.owner), node=place.owner
        )
    value = instance_field(ev, instance, place.name, place.owner)
    if value is None:
        value = _method(ev, instance.ctor, place.name, instance, place.owner)
    return value if value is not None else ev.hole(place.owner, _NO_FIELD)


def belongs(ev: Evaluator, value: Value, owner: Owner) -> bool:
    """Whether a value is an object that has the members of ``owner``."""
    if owner.kind == "instance":
        return isinstance(value, Instance) and same_class(ev, value.ctor.fn, owner.node)
    if owner.kind == "static":
        return isinstance(value, Function) and value.fn is owner.node
    while isinstance(value, Record) and value.base is not None and value.node is not owner.node:
        value = value.base
    return value.node is owner.node


def same_class(ev: Evaluator, fn: Node, owner: Node) -> bool:
    """Whether ``owner`` is the class ``fn`` or one of its superclasses."""
    for _ in range(8):
        if fn is owner:
            return True
        superclass = class_model(ev, fn).superclass
        if superclass is None:
            return False
        parents = [p for p in leaves_under(ev.eval(superclass, None)) if isinstance(p, Function)]
        if not parents or parents[0].fn is fn:
            return False
        fn = parents[0].fn
    return False


def super_member(ev: Evaluator, node: Node, name: str, frame: Frame | None) -> Value:
    fn = this_function(node)
    owner = owner_of(ev, fn) if fn is not None else None
    if owner is None or owner.node.type not in CLASSES or owner.node.superClass is None:
        return ev.lost(node, "super")
    parent = ev.eval(owner.node.superClass, _around(frame, owner.node))
    this_value = this(ev, node, frame)
    if owner.kind == "static":
        return ev.get(parent, name, node, frame)
    return lift(
        lambda p: (
            (_method(ev, p, name, this_value, node) if isinstance(p, Function) else None)
            or ev.lost(node, "a method of a superclass")
        ),
        parent,
    )


def prototype_of(ev: Evaluator, value: Value) -> Value | None:
    """``Object.getPrototypeOf(value)`` of a class, its prototype or an instance; None of anything else."""
    made = next(leaves_under(value))
    if isinstance(made, Instance):
        return Prototype(made.ctor, node=made.node)
    ctor = made.ctor if isinstance(made, Prototype) else made
    superclass = class_model(ev, ctor.fn).superclass if isinstance(ctor, Function) else None
    if not isinstance(ctor, Function) or superclass is None:
        return None
    parents = leaves_under(ev.eval(superclass, ctor.frame))
    parent = next((p for p in parents if isinstance(p, Function) and p.fn is not ctor.fn), None)
    return Prototype(parent, node=made.node) if parent is not None and isinstance(made, Prototype) else parent


def super_property(ev: Evaluator, above: Value, name: str, this_value: Value, node: Node) -> Value | None:
    """The property of a superclass or its prototype, read for ``this_value``."""
    if isinstance(above, Prototype):
        return _method(ev, above.ctor, name, this_value, node)
    return own(ev, above, name, node, None) if isinstance(above, Function) else None


def field_writes(ev: Evaluator, owner: Node, name: str) -> list[Node]:
    """The nodes in a class's code that write ``this.name``, or change the object that it holds, in source order."""
    if name.startswith(LOOSE):
        return list(_loose_writes(ev, owner, int(name.removeprefix(LOOSE))))
    data = owner.source.data
    text = spelling(name)
    pattern = re.compile(
        rb"(?:\.\s*"
        + text
        + rb"(?![\w$\x80-\xff])|\[?[\"'`]"
        + text
        + rb"[\"'`]|\b(?:assign|defineProperties)\s*\(\s*[\w$]+\s*,)"
    )
    out: list[Node] = []
    for start, end in class_model(ev, owner).ranges():
        for match in pattern.finditer(data, start, end):
            write = _write_at(ev, owner, name, match)
            if write is not None and write not in out:
                out.append(write)
    out += [write for write, keys in _keyed_writes(ev, owner) if name in keys]
    return sorted(out, key=lambda write: write.start)


#: where ``this[key] = …`` may be
_KEYED = re.compile(rb"\]\s*=(?![=>])")


def _keyed_writes(ev: Evaluator, owner: Node) -> list[tuple[Node, frozenset[str]]]:
    """The writes ``this[key] = …`` in a class's code whose keys loops over known elements say, with those keys."""
    known = ev.facts.get(("keyed", owner))
    if known is not None:
        return known  # type: ignore[return-value]
    found: list[tuple[Node, frozenset[str]]] = []
    ev.facts["keyed", owner] = found
    for start, end in class_model(ev, owner).ranges():
        for match in _KEYED.finditer(owner.source.data, start, end):
            member = owner.tree.at(match.start(), match.start() + 1)
            write = member.parent
            if member.type != "MemberExpression" or write is None or write.get("left") is not member:
                continue
            if member.property.type == "Literal" or write.operator != "=" or not is_this(ev, member.object, owner):
                continue
            frames = ev.bounded(MAX_KEYED, partial(rounds.around, ev, write))
            keys = {ev.key_of(member.property, True, own) for own in frames}
            if keys and None not in keys:
                found.append((write, frozenset(key for key in keys if key is not None)))
    return found


#: expressions that may be evaluated to know the keys of one write
MAX_KEYED = 2_000


def _loose_writes(ev: Evaluator, owner: Node, made: int) -> Iterator[Node]:
    """The nodes in a class's code that write a loose private field of Babel's, whose name the call at ``made`` makes:
    ``Object.defineProperty(this, key, {value})``, ``base(this, key)[key] = value``."""
    from bundlescan.values.places import mutation_of

    call: Node | None = owner.tree.at(made, made + 1)
    while call is not None and call.type != "CallExpression":
        call = call.parent
    set_there = call.parent if call is not None else None
    target = set_there.get("id") or set_there.get("left") if set_there is not None else None
    binding = ev.binding(target) if target is not None and target.type == "Identifier" else None
    ranges = class_model(ev, owner).ranges()
    for use in ev.project.scopes(owner).references(binding) if binding is not None else ():
        holder = use.parent
        if holder is None or not any(start <= use.start < end for start, end in ranges):
            continue
        changed = holder.get("object") if holder.get("property") is use else None
        if holder.type == "CallExpression" and holder.arguments[1:2] == [use]:
            changed = holder.arguments[0]
        base = changed
        if base is not None and base.type == "CallExpression" and base.arguments:
            base = base.arguments[0]
        if changed is not None and base is not None and is_this(ev, base, owner):
            write = mutation_of(changed)
            if write is not None and (write.type != "CallExpression" or write is holder):
                yield write


def _write_at(ev: Evaluator, owner: Node, name: str, match: re.Match[bytes]) -> Node | None:
    from bundlescan.values.places import mutation_of, mutation_within

    tree = owner.tree
    node = tree.at(match.end() - 1) if match.group()[-1:] != b"," else tree.at(match.start())
    parent = node.parent
    if match.group().startswith((b"assign", b"defineP")):
        call: Node | None = node
        while call is not None and call.type != "CallExpression":
            call = call.parent
        if call is None or not call.arguments or not is_this(ev, call.arguments[0], owner):
            return None
        return call if match.group().startswith(b"assign") or _defines(call, name) else None
    if parent is None:
        return None
    if node.type == "TemplateElement":
        node, parent = parent, parent.parent
        if parent is None:
            return None
    if parent.type == "CallExpression" and len(parent.arguments) >= 2 and parent.arguments[1] is node:
        if is_this(ev, parent.arguments[0], owner):
            return mutation_of(parent.arguments[0])
        return None
    if parent.type == "MemberExpression" and parent.property is node and is_this(ev, parent.object, owner):
        write = mutation_of(parent.object)
        if write is not None:
            return write if write.type != "CallExpression" else None
        return mutation_of(parent) or mutation_within(parent)  # of the object that the field holds
    return None


def _defines(call: Node, name: str) -> bool:
    """Whether ``Object.defineProperties(this, {…})`` may define ``this.name``."""
    table = call.arguments[1] if len(call.arguments) > 1 else None
    if table is None or table.type != "ObjectExpression":
        return True
    return any(prop.type != "Property" or prop.computed or key_name(prop.key) == name for prop in table.properties)


# -- making and changing objects --------------------------------------------------------------------------------


def literal(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    """An ObjectExpression: a record whose properties are evaluated when read."""
    base: Value | None = None
    props: dict[str, Value | Thunk] = {}
    for prop in node.properties:
        if prop.type == "SpreadElement":
            before = Record(props, base, node=node) if props or base is not None else None
            spread = _copied(ev.eval(prop.argument, frame))
            base = spread if before is None else merged(ev, before, spread, node)
            props = {}
            continue
        if prop.type != "Property":
            continue
        name = ev.key_of(prop.key, prop.computed, frame)
        if name is None:
            base = Record(props, base, node=node)
            props = {}
            if not isinstance(base, Record) or base.base is None:
                base = Record(base.props, ev.lost(prop, "a computed property"), node=node)
            continue
        if name == "__proto__" and not prop.computed and not prop.shorthand:
            continue
        if prop.kind == "get":
            props[name] = _getter(ev, prop.value, node, frame)
        elif prop.kind == "set":
            props.setdefault(name, const(UNDEFINED, prop))
        else:
            props[name] = _deferred(ev, prop, name, frame)
    return Record(props, base, node=node)


def _deferred(ev: Evaluator, prop: Node, name: str, frame: Frame | None) -> Thunk:
    return lambda: ev.eval(prop.value, frame).via(prop, f"the property {name}")


def _getter(ev: Evaluator, fn: Node, node: Node, frame: Frame | None) -> Thunk:
    return lambda: ev.call(Function(fn, frame, node=fn), (), ev.eval(node, frame), fn, frame)


def with_property(ev: Evaluator, owner: Value, name: str, value: Thunk, node: Node) -> Value:
    """``owner`` after ``owner.name = value()``."""
    if isinstance(owner, Choice):
        return map_options(lambda option: with_property(ev, option, name, value, node), owner)
    if isinstance(owner, Url):
        if name == "href" and owner.element:
            resolved = partial(builtins.against, ev, base=Page("href", node=node), node=node)
            return replace(owner, href=lift(resolved, value()), parts=())
        if name in urls.SETTABLE:
            return replace(owner, parts=(*owner.parts, (name, value())))
        return owner
    if isinstance(owner, Array) and name.isdigit():
        index = int(name)
        items = list(owner.items)
        if index <= len(items):
            items[index : index + 1] = [value()]
            return Array(tuple(items), owner.open, node=owner.node)
        return Array(owner.items, True, node=owner.node)
    if isinstance(owner, Record):
        return Record({**owner.props, name: value}, owner.base, node=owner.node, steps=owner.steps)
    if isinstance(owner, (Const, Require)):  # what a bundler's runtime adds to its loader is known by its meaning
        return owner
    return Record({name: value}, owner, node=owner.node or node, steps=owner.steps)


def spread(ev: Evaluator, value: Value, node: Node) -> tuple[Value, ...] | None:
    """The elements of a list by their places, where it is a list whatever the choices; where those differ, an element
    is a choice like them, and one that some do not have is undefined there. None where one of them is not known, or
    the only one is not in full."""
    if not isinstance(value, Choice):
        only = elements(value)
        return only.items if only is not None and not only.open else None
    lists = [elements(leaf) for leaf in leaves(value) if not isinstance(leaf, Dead)]
    if not all(lists):
        return None

    def at(index: int, one: Value) -> Value:
        listed = elements(one)
        if listed is not None and index < len(listed.items):
            return listed.items[index]
        return ev.lost(node, "an element") if listed is None or listed.open else const(UNDEFINED, node)

    count = max((len(one.items) for one in lists if one is not None), default=0)
    return tuple(map_options(partial(at, index), value) for index in range(count))


def without(source: Value, names: Collection[str | None], node: Node | None = None) -> Value:
    """What ``{a, ...rest} = source`` leaves in ``rest``: a copy without some properties, made by ``node``."""
    if not isinstance(source, Record):
        return source
    kept = {name: value for name, value in source.props.items() if name not in names}
    base = lift(lambda under: without(under, names, node), source.base) if source.base is not None else None
    return Record(kept, base, node=node or source.node)


def with_unknown(ev: Evaluator, owner: Value, node: Node) -> Value:
    """``owner`` after ``owner[key] = …`` for a key known only at run time: any property may be the new one."""
    unknown = ev.lost(node, "an object with a property of a name that is not known")
    if isinstance(owner, Array):
        return Array(owner.items, True, node=owner.node)
    if isinstance(owner, Record) and not owner.props and owner.base is None:
        return unknown
    return Choice(Cond(("write", node), "which property is set", "write"), (owner, unknown), node=node)


def merged(ev: Evaluator, target: Value, source: Value, node: Node) -> Value:
    """``Object.assign(target, source)``, ``{...target, ...source}``."""

    def merge(under: Value, over: Value) -> Value:
        if isinstance(over, Const):
            return under
        if isinstance(under, Url):
            return _set_on(ev, under, over, node)
        if isinstance(over, Record) and over.base is None:
            return Record(dict(over.props), under, node=node)
        if isinstance(over, Record) and over.base is not None:
            inner = merged(ev, under, over.base, node)
            return Record(dict(over.props), inner, node=node)
        if isinstance(over, (Hole, External, Global)):
            return _Overlaid.make(ev, under, over, node)
        return (
            Record({}, over, node=node)
            if isinstance(under, Record) and not under.props
            else _Overlaid.make(ev, under, over, node)
        )

    return lift(merge, target, _copied(source))


def _copied(source: Value) -> Value:
    """The own properties of an object, which are what is copied of it."""

    def own_of(value: Value) -> Value:
        if isinstance(value, Instance):
            return Copied(value, node=value.node, steps=value.steps)
        if isinstance(value, Record) and value.base is not None:
            base = _copied(value.base)
            return value if base is value.base else Record(value.props, base, node=value.node, steps=value.steps)
        return value

    if not isinstance(source, Choice):
        return own_of(source)
    return map_options(own_of, source) if any(isinstance(v, Instance) for v in leaves_under(source)) else source


def _set_on(ev: Evaluator, url: Url, source: Value, node: Node) -> Value:
    """A URL object after all properties of ``source`` were set on it, in their order."""
    if not isinstance(source, Record):
        return with_unknown(ev, url, node)
    value: Value = url if source.base is None else merged(ev, url, source.base, node)
    for name, prop in source.props.items():
        value = with_property(ev, value, name, partial(force, prop), node)
    return value


class _Overlaid:
    """An object with properties that are not known laid over known ones: each may or may not be there."""

    @staticmethod
    def make(ev: Evaluator, under: Value, over: Value, node: Node) -> Value:
        if not isinstance(under, Record):
            return Record({}, over, node=node)
        props: dict[str, Value | Thunk] = {}
        layer: Value | None = under
        while isinstance(layer, Record):
            for name in layer.props:
                props.setdefault(name, _Overlaid._maybe(ev, under, over, name, node))
            layer = layer.base
        return Record(props, over, node=node)

    @staticmethod
    def _maybe(ev: Evaluator, under: Record, over: Value, name: str, node: Node) -> Thunk:
        from bundlescan.values.places import branch_default

        def before() -> Value:
            return own(ev, under, name, node, None) or const(UNDEFINED, node)

        return lambda: branch_default(ev, _get(ev, over, name, node, None), before)


def defined(ev: Evaluator, owner: Value, name: str, descriptor: Node | None, node: Node, frame: Frame | None) -> Value:
    """``owner`` after ``Object.defineProperty(owner, name, descriptor)``."""
    if descriptor is None:
        return owner

    def value() -> Value:
        record = ev.eval(descriptor, frame)
        if isinstance(record, Record) and "get" in record.props:
            getter = force(record.props["get"])
            return got(ev, getter, owner, node, frame)
        if isinstance(record, Record):
            return ev.get(record, "value", node, frame).via(node, f"stored in .{name}")
        return record.via(node, f"stored in .{name}")

    return with_property(ev, owner, name, value, node)


def mutated_array(ev: Evaluator, owner: Value, name: str, args: tuple[Value, ...], node: Node) -> Value:
    def change(array: Value) -> Value:
        if not isinstance(array, Array):
            return array
        match name:
            case "push":
                return array if array.open else Array((*array.items, *args), node=array.node)
            case "unshift":
                return Array((*args, *array.items), array.open, node=array.node)
            case "reverse" if not array.open:
                return Array(tuple(reversed(array.items)), node=array.node)
            case "sort":
                ordered = builtins.sorted_array(ev, array, args, node, None)
                if isinstance(ordered, Array):
                    return Array(ordered.items, ordered.open, node=array.node)
            case "pop" if not array.open:
                return Array(array.items[:-1], node=array.node)
            case "shift":
                return Array(array.items[1:], array.open, node=array.node)
        return Array((), True, node=array.node)

    return lift(change, owner)


# -- reads with a key that is not known ----------------------------------------------------------------------------


def any_property(ev: Evaluator, owner: Value, key: Value, node: Node, frame: Frame | None) -> Value:
    """``owner[key]`` for a key known only at run time: any of the properties."""
    selector = ("key", key.key) if isinstance(key, Hole) else ("key", node)
    values: list[Value] = []
    if isinstance(owner, Record):
        values = [force(value) for value in list(owner.props.values())[:24]]
        if owner.base is not None or not values:
            values.append(ev.lost(node, "one of the properties", key=("any", node)))
        else:
            values.append(const(UNDEFINED, node))
    elif isinstance(owner, Array):
        values = list(owner.items[:24])
        if owner.open or not values:
            values.append(ev.lost(node, "one of the elements", key=("any", node)))
    elif isinstance(owner, Hole):
        cause = f"a property of what is not known: {owner.cause}"
        return Hole(("get", owner.key, selector), cause, lost=owner.lost, node=node)
    else:
        return ev.lost(node, "a computed property")
    return (
        values[0]
        if len(values) == 1
        else Choice(Cond((*selector, len(values)), f"[{excerpt(node, 30)}]", "element"), tuple(values), node=node)
    )


def any_element(ev: Evaluator, owner: Value, node: Node) -> Value:
    """One of the elements of an array, whichever."""

    def pick(value: Value) -> Value:
        array = elements(value)
        if array is not None and array.items:
            items = list(array.items[:24])
            if array.open:
                items.append(ev.lost(node, "one of the elements", key=("any", node)))
            if len(items) == 1:
                return items[0]
            return Choice(Cond(("element", node, len(items)), "which element", "element"), tuple(items), node=node)
        return ev.lost(node, "one of the elements", key=("any", node))

    return lift(pick, owner)


def any_index(ev: Evaluator, owner: Value, node: Node) -> Value:
    """The index of the element that ``any_element`` gives."""

    def pick(value: Value) -> Value:
        array = elements(value)
        count = min(len(array.items), 24) if array is not None and not array.open else 0
        if not count:
            return ev.hole(node, "an index", key=("number", "index", node))
        options = tuple(Const(float(at), node=node) for at in range(count))
        return options[0] if count == 1 else Choice(Cond(("element", node, count), "which element", "element"), options)

    return lift(pick, owner)


def elements(value: Value) -> Array | None:
    """What a walk over ``value`` gives, as an array; None where it cannot be walked over, or is not known."""
    while isinstance(value, (Record, Walker)):
        if isinstance(value, Keyed):
            return Array(value.pairs, node=value.node)
        base = value.owner if isinstance(value, Walker) else value.base
        if base is None:
            return None
        value = base
    if isinstance(value, Generator):
        return Array(value.items, value.open, node=value.node)
    return value if isinstance(value, Array) else None


def step(ev: Evaluator, owner: Value, node: Node) -> Value:
    """One step of a walk over ``owner``: which element it gives is not told apart."""
    done = ev.hole(node, "whether the walk is over", key=("done", node))
    return Record({"value": lambda: any_element(ev, owner, node), "done": done}, node=node)


def names(owner: Value) -> list[str] | None:
    """The names of an object's enumerable properties, in their order (ECMA-262, 10.1.11.1); None where not known."""
    if isinstance(owner, Array):
        return None if owner.open else [str(index) for index in range(len(owner.items))]
    if not isinstance(owner, Record):
        return None
    layers: list[Mapping[str, Value | Thunk]] = []
    layer: Value | None = owner
    while isinstance(layer, Record):
        layers.append(layer.props)
        layer = layer.base
    if layer is not None:
        return None
    found = {name: props[name] for props in reversed(layers) for name in props}  # the innermost says the order
    for props in reversed(layers):
        found.update(props)
    kept = [name for name, value in found.items() if not name.startswith(builtins.SYMBOL) and not _deleted(value)]
    return sorted(filter(str.isdigit, kept), key=int) + [name for name in kept if not name.isdigit()]


def _deleted(value: Value | Thunk) -> bool:
    """Whether ``delete`` has left that in a property's place."""
    known = isinstance(value, Const) and value.value is UNDEFINED and value.node is not None
    return known and value.node.type == "UnaryExpression" and value.node.operator == "delete"  # type: ignore[union-attr]


def any_key(ev: Evaluator, owner: Value, node: Node) -> Value:
    def pick(record: Value) -> Value:
        known = names(record) if isinstance(record, Record) else None
        if known:
            items = tuple(Const(name, node=node) for name in known[:24])
            if len(items) == 1:
                return items[0]
            return Choice(Cond(("element", node, len(items)), "which key", "element"), items, node=node)
        return ev.lost(node, "one of the keys", key=("any", node))

    return lift(pick, owner)


def instance_of(ev: Evaluator, value: Value, ctor: Value, node: Node) -> Value:
    if isinstance(value, Const):
        return const(False, node)
    if isinstance(value, Instance) and isinstance(ctor, Function):
        return const(same_class(ev, value.ctor.fn, ctor.fn), node)
    if isinstance(value, Url) and isinstance(ctor, Global):
        return const(ctor.path == "URL", node)
    if isinstance(value, Array) and isinstance(ctor, Global):
        return const(ctor.path in ("Array", "Object"), node)
    return choose(Cond(("instanceof", node), excerpt(node)))


# -- URL objects ------------------------------------------------------------------------------------------------


def url_property(ev: Evaluator, url: Url, name: str, node: Node) -> Value | None:
    if name in urls.PARTS:
        return url_part(ev, url, name, node)
    if name in ("toString", "toJSON"):
        return Method(url, name, node=node)
    if name == "searchParams":
        return Method(url, name, node=node)
    return None


def url_part(ev: Evaluator, url: Url, name: str, node: Node) -> Value:
    return lift(
        lambda *values: urls.part(ev, url.parts, values, name, node),
        spelled_out(url.href),
        *(hoist(v) if key in ("host", "href") else v for key, v in url.parts),
    )


__all__ = ["FUNCTIONS", "any_element", "any_key", "any_property", "declared_as", "get", "literal", "this"]
