"""Writes to an object through other names: ``p = o; p.h = …``, ``init(this)``, ``Object.assign(o, …)`` in a helper.

``places`` orders the writes that are made through the very variable (or ``this``) that is read. Here an object is
followed forwards from where it is made to every name that it gets, and the writes through those names are laid over
what is read: in order where they stand in the code that reads, as one more alternative where they stand elsewhere.

An object is known by its *site*: the node of the literal, array or ``new`` that makes it, or the class of an
instance. Objects of one site are not told apart.

Not handled: objects inside arrays and maps, what code outside the project does with an object it was handed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.values import objects
from bundlescan.values.builtins import RENDERERS
from bundlescan.values.calls import LOOK, Flow, callers
from bundlescan.values.classes import class_model, is_this, names_of, owner_of, this_function, this_in
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Function,
    Global,
    Hole,
    Instance,
    Page,
    Record,
    Url,
    Value,
    leaves,
    map_options,
)
from bundlescan.values.frames import Frame
from bundlescan.values.helpers import class_helper, helper
from bundlescan.values.places import Place, _at_home, activation, before, changed, mutation_of, outside

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: how many expressions may be evaluated to follow one object
FOLLOW = 6_000
#: writes elsewhere that are told apart
MAX_WRITES = 8

Writes = dict[Node, Node]  # the node that writes -> the expression for the object that it writes to


def site_of(value: Value) -> Node | None:
    """Where the object was made; None for what is no object of the scanned code."""
    match value:
        case Record():
            record = value
            while record.node is None or record.node.type != "ObjectExpression":
                if not isinstance(record.base, Record):
                    return None
                record = record.base
            return record.node
        case Array() | Url() if value.node is not None and value.node.type in ("ArrayExpression", "NewExpression"):
            return value.node
        case Url(element=True):
            return value.node
        case Instance(ctor=ctor):
            return ctor.fn
    return None


def read(ev: Evaluator, site: Node | None, name: str, value: Value, node: Node, frame: Frame | None) -> Value:
    """``value``, which the property ``name`` of an object of ``site`` holds at ``node``, after writes through other
    names."""
    if isinstance(value, (Array, Url)):
        value = whole(ev, value, None)
    if not isinstance(value, (Const, Page, Concat, Record, Choice)):
        return value
    if site is None:
        return value
    concerned = {write: to for write, to in writes_to(ev, site, name).items() if _concerns(ev, write, name)}
    if not concerned:
        return value
    unknown = _unknown(ev, site, concerned, value, node)
    key = ("aliased", site, name, node, frame)
    if not unknown or key in ev.active:
        return value
    ev.active.add(key)
    try:
        return before(ev, _Slot(site, name, concerned, unknown, value, node), node, frame)
    finally:
        ev.active.discard(key)


def whole(ev: Evaluator, value: Value, holder: Binding | None) -> Value:
    """An array or URL object that the variable ``holder`` holds, or what writes through other names make of it."""

    def one(held: Value) -> Value:
        site = site_of(held) if isinstance(held, (Array, Url)) else None
        if site is None:
            return held
        writes = writes_to(ev, site, None)
        if all(holder is not None and _names(ev, to, holder) for to in writes.values()):
            return held
        after: Value = ev.lost(site, "changed through another name", key=("aliased", site))
        if isinstance(held, Array) and all(map(_only_adds, writes)):
            after = Array(held.items, open=True, node=held.node, steps=held.steps)
        return Choice(Cond(("aliased", site), "whether it is changed through another name", "write"), (held, after))

    return map_options(one, value)


def _only_adds(write: Node) -> bool:
    """Whether a write to a list leaves the elements that it has where they are."""
    callee = write.get("callee")
    return callee is not None and callee.type == "MemberExpression" and callee.property.get("name") == "push"


def writes_of(ev: Evaluator, site: Node, name: str, *, far: bool = False) -> list[Node]:
    """The writes through any name that may set the property ``name`` of the objects of ``site``. ``far``: also those
    that name no property, in functions to which calls of methods lead."""
    writes = _names_of(ev, site, True).writes if far else writes_to(ev, site, name)
    return [write for write in writes if _concerns(ev, write, name)]


def out_of_sight(ev: Evaluator, site: Node, name: str) -> bool:
    """Whether the object is where it cannot be followed (in an array, in a function that takes any arguments, in
    foreign code), and some write to a property of that name, or of any, may mean it there."""
    names = _names_of(ev, site, True)
    kept = names.kept and (_is_set(ev, site, name) or (_is_spelled(ev, site, name) and _sets_any(ev, site)))
    return names.lost or kept or names.behind or may_be_merged(ev, site, name)


def is_elsewhere(ev: Evaluator, owner: Node, name: str) -> bool:
    """Whether an instance of the class ``owner`` may be read through another object (a proxy, one that inherits), or is
    in a list or a map while some code may set the property ``name`` without naming it or the object."""
    names = _names_of(ev, owner, True)
    if names.behind:
        return True
    return names.contained and (_is_quoted(ev, owner, name) or (_is_spelled(ev, owner, name) and _sets_any(ev, owner)))


def _is_quoted(ev: Evaluator, site: Node, name: str) -> bool:
    """Whether some ``x["name"] = …`` stands in the script of ``site`` or in one that may import from it."""
    unit = ev.project.unit_of(site)
    key = re.compile(rb"\[\s*[\"'`]" + spelling(name) + rb"[\"'`]\s*\]\s*=(?![=>])")
    return any(key.search(u.source.data) is not None for u in (unit, *ev.project.mentions(unit)))


def may_be_merged(ev: Evaluator, site: Node, name: str) -> bool:
    """Whether foreign code is given the object together with what it may copy the property ``name`` from:
    ``$.extend(o, {host})``, ``$.extend(true, o, options)``, ``_.set(o, "host", h)``."""
    return any(
        _may_hold(ev, argument, name)
        for call, index in _names_of(ev, site, True).foreign
        if not _defines_one(ev, call)
        for argument in call.arguments[index + 1 :]
    )


def _defines_one(ev: Evaluator, call: Node) -> bool:
    """Whether a call is that of ``Object.defineProperty``, by whatever name: a write that is known."""
    plain = ev.plain or ev
    callee = plain.bounded(LOOK, lambda: plain.eval(call.callee, None)) if call.type == "CallExpression" else None
    return isinstance(callee, Global) and callee.path == "Object.defineProperty"


def _may_hold(ev: Evaluator, given: Node, name: str) -> bool:
    """Whether an argument may be an object with the property ``name``, or name that property."""
    if given.type in FUNCTIONS or given.type in CLASSES:
        return False
    plain = ev.plain or ev
    value = plain.bounded(LOOK, lambda: plain.eval(given, None))
    return any(_holds(leaf, name) for leaf in leaves(value))


def _holds(value: Value, name: str) -> bool:
    match value:
        case Const(value=str(text)):
            return re.search(rf"\b{re.escape(name)}\b", text) is not None
        case Const() | Page() | Function() | Dead():
            return False
        case Record(props=props, base=base):
            return name in props or (base is not None and _holds(base, name))
    return True


def may_be_set(ev: Evaluator, owner: Node, name: str) -> bool:
    """Whether some ``x.name = …`` may be on an instance of the class ``owner``, as far as it is not known to be on
    something else. What is known to be on an instance is among ``writes_of``."""
    plain = ev.plain or ev
    counted = set(writes_of(ev, owner, name))
    own = objects.field_place(plain, owner, name).all_writes(plain)
    for member in plain.project.member_writes(owner, name):
        if is_this(plain, member.object):
            fn = this_function(member.object)
            of = owner_of(plain, fn) if fn is not None else None
            if of is not None and of.node is owner and member.parent not in own and member.parent not in counted:
                return True  # in a function that is put on the prototype from outside
            continue
        holder = plain.bounded(LOOK, lambda at=member.object: plain.eval(at, None))  # type: ignore[misc]
        on_one = any(_is_of(plain, leaf, owner) for leaf in leaves(holder))
        if (on_one and member.parent not in counted) or any(_may_be_of(plain, leaf, owner) for leaf in leaves(holder)):
            return True
    return False


#: holes in the place of an object that a loop fills, which is none of a class
_FILLED = ("depends on itself", "an object with a property of a name that is not known")


def _may_be_of(ev: Evaluator, value: Value, owner: Node) -> bool:
    """Whether a value that is not known, or a copy that some function makes, may be an instance of a class."""
    if isinstance(value, Record) and value.base is not None and (value.node and value.node.type) != "ObjectExpression":
        return any(_is_of(ev, leaf, owner) or _may_be_of(ev, leaf, owner) for leaf in leaves(value.base))
    return isinstance(value, Hole) and value.cause not in _FILLED


def lends_methods(ev: Evaluator, site: Node) -> bool:
    """Whether methods of an object literal may run with another object as ``this``."""
    return _names_of(ev, site, True).copied


def changed_through(ev: Evaluator, node: Node) -> bool:
    """Whether ``node`` is the variable that an object is made for, and the object is changed through no other name."""
    holder = ev.binding(node) if node.type == "Identifier" else None
    site = holder.node.get("init") if holder is not None else None
    if holder is None or site is None or site.type != "NewExpression":
        return False
    return all(_names(ev, to, holder) for to in writes_to(ev, site, None).values())


def _names(ev: Evaluator, node: Node, binding: Binding) -> bool:
    return node.type == "Identifier" and ev.binding(node) is binding


def _concerns(ev: Evaluator, write: Node, name: str) -> bool:
    """Whether a write may set the property ``name``."""
    match write.type:
        case "AssignmentExpression":
            member = write.left
        case "UpdateExpression" | "UnaryExpression":
            member = write.argument
        case "CallExpression":
            callee = write.callee
            method = callee.property.get("name") if callee.type == "MemberExpression" else None
            if method in ("assign", "defineProperties") or callee.type in FUNCTIONS or len(write.arguments) < 2:
                return True
            return ev.key_of(write.arguments[1], True, None) in (name, None)
        case _:
            return True
    if member.type != "MemberExpression":
        return True  # a pattern
    return ev.key_of(member.property, member.computed, None) in (name, None)


def _unknown(ev: Evaluator, site: Node, writes: Writes, value: Value, node: Node) -> Writes:
    """The writes that ``value``, read at ``node``, does not account for yet: ``places`` saw those through the variable
    (or ``this``) that is read, and those that the value came by."""
    passed = {way.node for part in _parts(value) for way in part.steps or ()}
    holder = _read_through(ev, node)
    fields = site.type in FUNCTIONS or site.type in CLASSES

    def accounted(write: Node, to: Node) -> bool:
        if write in passed or (fields and is_this(ev, to)):
            return True
        return holder is not None and _names(ev, to, holder)

    return {write: to for write, to in writes.items() if not accounted(write, to)}


def _parts(value: Value) -> Iterator[Value]:
    for leaf in leaves(value):
        yield leaf
        if isinstance(leaf, Concat):
            yield from leaf.parts


def _read_through(ev: Evaluator, node: Node) -> Binding | None:
    """The variable whose property is read at ``node``: a member expression, or a key of a pattern."""
    holder: Node | None = None
    if node.type == "MemberExpression":
        holder = node.object
    else:
        pattern: Node | None = node
        while pattern is not None and pattern.type not in ("VariableDeclarator", "AssignmentExpression"):
            pattern = pattern.parent if pattern.type in _PATTERNS or pattern is node else None
        if pattern is not None:
            holder = pattern.init if pattern.type == "VariableDeclarator" else pattern.right
    return ev.binding(holder) if holder is not None and holder.type == "Identifier" else None


_PATTERNS = frozenset({"ObjectPattern", "ArrayPattern", "AssignmentPattern", "Property", "RestElement"})


class _Slot(Place):
    """One property of the objects of one site, as it is read at ``node``: every write to it through any name."""

    def __init__(self, site: Node, name: str, writes: Writes, unknown: Writes, value: Value, node: Node) -> None:
        super().__init__()
        self.site = site
        self.name = name
        self.through = writes
        self.unknown = unknown
        self.value = value
        self.here = activation(node)

    def all_writes(self, ev: Evaluator) -> list[Node]:
        return list(self.through)

    def entry(self, ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
        options = [self.value]
        for write in self.unknown:
            home = activation(write)
            if home is self.here:
                continue
            if len(options) > MAX_WRITES:
                options.append(ev.lost(write, "written in many places", key=("aliased", self.site, self.name)))
                break
            make = partial(self.write, ev, write, _at_home(frame, home), lambda: self.value)
            options.append(ev.guarded(("elsewhere", self.site, self.name, write), write, make))
        if len(options) > 1 and isinstance(self.value, Const) and self.value.value is UNDEFINED:
            options = options[1:]
        if len(options) == 1:
            return options[0]
        text = f"whether .{self.name} is set through another name"
        return Choice(Cond(("aliased", self.site, self.name), text, "write"), tuple(options))

    def write(self, ev: Evaluator, node: Node, frame: Frame | None, prior: Callable[[], Value]) -> Value:
        holder = Record({self.name: prior}, node=node)
        value = ev.get(changed(ev, node, frame, lambda: holder), self.name, node, frame)
        owners = list(leaves(ev.eval(self.through[node], frame)))
        if _made_once(self.site, node) and all(_is_of(ev, owner, self.site) for owner in owners):
            return value
        cond = Cond(("which", node), "which of several objects is changed", "write")
        return Choice(cond, (value, prior()))


def _made_once(site: Node, write: Node) -> bool:
    """Whether there is one object of a site for ``write``: where a function makes them, there are more."""
    made = activation(site)
    if made.type == "StaticBlock" or (made.type == "PropertyDefinition" and made.static):
        made = activation(made)
    return made.type == "Program" or made is activation(write)


# -- all names of an object -------------------------------------------------------------------------------------


def writes_to(ev: Evaluator, site: Node, name: str | None) -> Writes:
    """The writes to the objects of ``site`` that may set the property ``name`` (None: any), through whatever name.

    An object is followed through calls and properties, which takes evaluating them, only where a write to a property
    of that name stands in the script at all; else through variables and the parameters of plain functions, for what
    names no property: ``Object.assign(o, …)``, ``o[key] = …``.
    """
    far = name is None or _is_set(ev, site, name)
    return _names_of(ev, site, far).writes


def _names_of(ev: Evaluator, site: Node, far: bool) -> _Names:
    key = ("names of", site, far)
    known = ev.facts.get(key)
    if known is None:
        plain = ev.plain or ev  # to tell objects apart, what other names make of them matters little
        known = ev.facts[key] = _Names(plain, site, far)
        ev.steps += plain.aside(FOLLOW, known.follow)  # kept for later questions, but paid for by this one
    return known  # type: ignore[return-value]


_QUOTES = (b'"', b"'", b"`")


def _is_set(ev: Evaluator, site: Node, name: str) -> bool:
    """Whether some ``x.name = …`` stands in the script of ``site`` or in one that may import from it."""
    unit = ev.project.unit_of(site)
    key = ("is set", unit, name)
    if key not in ev.facts:
        text = spelling(name)
        assigned = re.compile(rb"\." + text + rb"\s*(?:[-+*/%&|^?<>]{0,3}=(?![=>])|\+\+|--)")
        quoted = re.compile(text + rb"[\"'`]")
        ev.facts[key] = any(
            assigned.search(data) is not None
            or any(data[match.start() - 1 : match.start()] in _QUOTES for match in quoted.finditer(data))
            for data in (u.source.data for u in (unit, *ev.project.mentions(unit)))
        )
    return bool(ev.facts[key])


def _is_spelled(ev: Evaluator, site: Node, name: str) -> bool:
    """Whether another object literal may have the property ``name``."""
    text = spelling(name)
    key = re.compile(rb"[{,]\s*(?:async\s+|get\s+)?" + text + rb"\s*[:,}(]|\." + text + rb"[\"'`]")  # "conf.host"
    unit = ev.project.unit_of(site)
    return any(
        not (u is unit and site.start <= match.start() < site.end)
        for u in (unit, *ev.project.mentions(unit))
        for match in key.finditer(u.source.data)
    )


#: ``Object.assign(o, p)``, ``$.extend(o, p)``, ``o[k] = p[k]``
_ANY_SET = re.compile(rb"\b(?:assign|assignIn|extend|merge|defineProperties)\b|\]\s*=(?![=>])")


def _sets_any(ev: Evaluator, site: Node) -> bool:
    """Whether some code sets properties that it does not name."""
    unit = ev.project.unit_of(site)
    return any(_ANY_SET.search(u.source.data) is not None for u in (unit, *ev.project.mentions(unit)))


def _is_of(ev: Evaluator, value: Value, site: Node) -> bool:
    if isinstance(value, Instance):
        return objects.same_class(ev, value.ctor.fn, site)
    return site_of(value) is site


def _is_listed(reference: Node) -> bool:
    """Whether a class is put into an object or a list, from which others make instances."""
    parent = reference.parent
    if parent is None:
        return False
    put = parent.type == "AssignmentExpression" and parent.right is reference and parent.left.get("computed")
    return (
        parent.type == "ArrayExpression"
        or bool(put)
        or (
            parent.type == "Property"
            and parent.value is reference
            and (parent.parent or parent).type == "ObjectExpression"
        )
    )


_SPELLED = frozenset({"Literal", "TemplateLiteral", "ObjectExpression", "ArrayExpression"})


def _unknown_key(write: Node) -> bool:
    """Whether a write sets a property whose name is a variable's value."""
    if write.type == "CallExpression":
        return len(write.arguments) > 1 and write.arguments[1].type not in _SPELLED
    return write.type == "AssignmentExpression" and write.left.type == "MemberExpression" and bool(write.left.computed)


class _Names(Flow):
    """Follows the objects of one site to their names, and keeps the writes made through them. ``far``: also through
    properties, results of calls and other scripts."""

    def __init__(self, ev: Evaluator, site: Node, far: bool) -> None:
        super().__init__(ev, lambda value: _is_of(ev, value, site), site)
        self.site = site
        self.far = far
        self.writes: Writes = {}
        self.everywhere = False
        self.helpers: set[Node] = set()
        self.kept = False  # it is in something that is not followed: an array, a map, foreign code
        self.contained = False  # it is in a list or a map
        self.lost = False  # it went where any property of it may be set
        self.behind = False  # other objects get what is read of them from it: a proxy, one whose prototype it is
        self.foreign: list[tuple[Node, int]] = []  # calls of code that is not known, and which argument it is
        self.copied = False  # its properties, methods too, are another object's as well

    def follow(self) -> None:
        site = self.site
        if site.type in FUNCTIONS or site.type in CLASSES:
            model = class_model(self.ev, site)
            for start, end in model.ranges():
                for this in this_in(site, start, end):
                    if is_this(self.ev, this, site):
                        self.flows(this)
            self.contained |= any(map(_is_listed, self.references(site)))
            for made in callers(self.ev, model.constructor or site) if self.far else ():
                if made.call.type == "NewExpression":
                    self.flows(made.call)
        else:
            self.flows(site)
            if site.type == "ObjectExpression":
                for this in filter(self.own_method, this_in(site)):
                    self.flows(this)
                self.methods_of(site)
        if self.ev.steps > self.ev.limit:
            self.lost = True

    def references(self, owner: Node) -> Iterator[Node]:
        """Where the scripts name a class."""
        for binding in names_of(self.ev, owner):
            yield from self.ev.project.scopes(owner).references(binding)

    def methods_of(self, literal: Node) -> None:
        """Functions that are made elsewhere and put into the object: ``{set}``, ``{...mixin}``."""
        for prop in literal.properties:
            if prop.type == "SpreadElement":
                value = self.ev.bounded(LOOK, lambda spread=prop.argument: self.ev.eval(spread, None))  # type: ignore[misc]
                values = [objects.force(v) for r in leaves(value) if isinstance(r, Record) for v in r.props.values()]
            elif prop.type == "Property" and prop.value.type in ("Identifier", "MemberExpression"):
                values = [self.ev.bounded(LOOK, lambda given=prop.value: self.ev.eval(given, None))]  # type: ignore[misc]
            else:
                continue
            for value in values:
                for leaf in leaves(value):
                    if isinstance(leaf, Function) and leaf.fn.type in ("FunctionExpression", "FunctionDeclaration"):
                        self.this_of(leaf.fn)

    def own_method(self, this: Node) -> bool:
        """Whether a ``this`` in an object literal is the object: it stands in one of its own methods."""
        fn = this_function(this)
        prop = fn.parent if fn is not None else None
        return prop is not None and prop.type == "Property" and prop.parent is self.site

    def flows(self, node: Node) -> None:
        write = mutation_of(node)
        if write is not None and not (activation(write) in self.helpers and _unknown_key(write)):
            self.writes.setdefault(write, node)
            if write.type == "AssignmentExpression" and write.right.type == "FunctionExpression":
                self.this_of(write.right)
        self.leaves_sight(node)
        super().flows(node)

    def leaves_sight(self, node: Node) -> None:
        parent = node.parent
        grand = parent.parent if parent is not None else None
        if parent is None or grand is None:
            return
        match parent.type:
            case "SpreadElement" if grand.type == "ObjectExpression":
                self.copied = True
            case "Property" if grand.type == "ObjectExpression" and parent.value is node:
                self.kept = True
                self.copied |= parent.key.get("name") == "__proto__"
            case "AssignmentExpression" if parent.right is node and parent.left.type != "Identifier":
                self.kept = True
                self.contained |= parent.left.type == "MemberExpression" and bool(parent.left.computed)
            case "ArrayExpression" | "YieldExpression":
                self.kept = self.contained = True
            case "SpreadElement" | "ThrowStatement" | "PropertyDefinition":
                self.kept = True
            case "JSXExpressionContainer" | "JSXSpreadAttribute" | "ReturnStatement" | "ArrowFunctionExpression":
                self.kept = True
            case "MemberExpression" if parent.object is node and parent.property.get("name") in (
                "constructor",
                "__proto__",
            ):
                named = grand.type == "MemberExpression" and grand.object is parent  # this.constructor.defaults
                self.behind |= not named or grand.property.get("name") == "prototype"
            case "MemberExpression" if parent.object is node and self.site.type == "ObjectExpression":
                called = grand.type == "CallExpression" and grand.callee is parent
                self.copied |= not called and self.is_method(parent)

    def is_method(self, member: Node) -> bool:
        name = self.ev.key_of(member.property, member.computed, None)
        return any(
            prop.type == "Property"
            and prop.value.type == "FunctionExpression"
            and self.ev.key_of(prop.key, prop.computed, None) == name
            for prop in self.site.properties
        )

    def this_of(self, fn: Node) -> None:
        """A function that is called as a method of the object."""
        for this in this_in(fn):
            if this_function(this) is fn:
                self.flows(this)

    def matters(self, member: Node) -> bool:
        return True

    def confirmed(self, member: Node) -> bool:
        value = self.ev.bounded(LOOK, lambda: self.ev.eval(member, None))
        return any(self.is_it(leaf) for leaf in leaves(value))

    def passed(self, call: Node, node: Node) -> None:
        index = next((i for i, a in enumerate(call.arguments) if a is node), None)
        if index is None or call in self.ev.connecting:
            return
        callee = call.callee
        if callee.type == "SequenceExpression":
            callee = callee.expressions[-1]
        method = callee.property.get("name") if callee.type == "MemberExpression" else None
        if index == 0 and method in ("call", "apply", "bind"):
            for target in self.called_functions(callee.object):
                if target.fn.type != "ArrowFunctionExpression":
                    self.this_of(target.fn)
            if method != "bind":
                return
        name = callee.property.get("name") if callee.type == "MemberExpression" else callee.get("name")
        self.behind |= name in ("create", "getPrototypeOf", "setPrototypeOf", "Proxy")
        if index == 1 and name in RENDERERS:  # props: what a renderer does inside is no write of the page's
            self.into_parameter(call, call.arguments[0], 0)
            return
        called = list(self.called_functions(callee))
        if called and all(class_helper(self.ev, target.fn) for target in called):
            if index == 0:
                self.flows(call)
            return
        if called and all(helper(self.ev, target.fn) is not None for target in called):
            # a compiler's: {...a, ...b} makes what stands first, and reads the others
            self.copied |= index > 0
            self.lost |= index == 0 and node.type == "Identifier"
            if index == 0:
                self.flows(call)
            return
        if index == 0 and (
            mutation_of(node) is call or activation(call) in self.helpers
        ):  # f(this, "name", value): what f stores is counted as this call
            self.helpers.update(target.fn for target in called)
        entered = self.into_parameter(call, callee, index)
        for target in called:
            fn = target.fn
            self.lost |= b"arguments" in fn.source.data[fn.start : fn.end]
            self.lost |= any(param.type == "RestElement" for param in (fn.get("params") or ())[: index + 1])
        if not entered:
            self.copied |= index > 0 or method in ("create", "setPrototypeOf")
            self.lost |= method == "bind"
            self.kept |= not (method in _HARMLESS or mutation_of(node) is not None)
            self.contained |= method in _PUTTING
            if method not in _HARMLESS and mutation_of(node) is not call:
                self.foreign.append((call, index))
        if call.type != "CallExpression" or not self.far:
            return
        results = list(leaves(self.ev.bounded(LOOK, lambda: self.ev.eval(call, None))))
        # a function that is not known may hand back what it was given: reactive(o), freeze(o)
        if any(self.is_it(r) for r in results) or (not entered and index == 0 and isinstance(results[0], Hole)):
            self.flows(call)

    def called_functions(self, callee: Node) -> Iterator[Function]:
        if self.far:
            yield from super().called_functions(callee)
        elif callee.type == "Identifier":
            binding = self.ev.binding(callee)
            fn = binding.node if binding is not None and binding.kind in ("function", "const", "var", "let") else None
            if fn is not None and fn.type == "VariableDeclarator":
                fn = fn.init
            if fn is not None and fn.type in FUNCTIONS:
                yield Function(fn, node=fn)

    def member(self, key: Node, computed: bool) -> None:
        if not self.far:
            return
        super().member(key, computed)
        name = self.ev.key_of(key, computed, None)
        for target in self.ev.project.unpacked(key, name) if name is not None else ():
            binding = self.ev.binding(target)
            if binding is not None and self.unpacks(binding):
                self.unpacked(target)

    def unpacks(self, binding: Binding) -> bool:
        """Whether a variable that a pattern fills holds the object."""
        value = self.ev.bounded(LOOK, lambda: outside(self.ev, binding, None))
        return any(self.is_it(leaf) for leaf in leaves(value))

    def results_of(self, fn: Node) -> None:
        if self.far:
            super().results_of(fn)

    def exported(self, node: Node) -> None:
        if self.far:
            super().exported(node)

    def parameters(self, fn: Node, index: int) -> Iterator[Node]:
        """The names that a parameter gives to the whole argument."""
        for target, hops in targets(fn.params[index]):
            if all(hop.default is not None for hop in hops):
                yield target

    def add(
        self,
        call: Node,
        values: Callable[[Evaluator], tuple[Value, ...]],
        this: Callable[[Evaluator], Value] | None = None,
        nodes: Sequence[Node] | None = None,
        listed: tuple[Node, int] | None = None,
    ) -> None:
        """An object is not called."""


#: methods that put what they are given into a list, a map or a promise
_PUTTING = frozenset({"push", "unshift", "set", "add", "resolve"})
#: methods that take an object and neither keep nor change it
_HARMLESS = frozenset({
    "log", "info", "warn", "error", "debug", "stringify", "keys", "entries", "values", "freeze", "seal", "isFrozen",
})  # fmt: skip
