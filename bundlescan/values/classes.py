"""Classes, in every spelling: ``class`` bodies, and what Babel, TypeScript, SWC and hand-written ES5 make of them.

A ``ClassModel`` lists what is known of one class or constructor function: its constructor, methods, accessors,
statics, field initialisers and superclass, each as a syntax node. No values are computed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.values.definitions import set_either_way
from bundlescan.values.helpers import LOOSE, is_own_helper
from bundlescan.values.lifetimes import seen_by, uses

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator


#: a variable that holds a class, and the place that sets it; None where a declaration does
Named = tuple[Binding, "Node | None"]

#: how many expressions the name of a member, or a class helper, may take to know
LOOK = 600


@dataclass(frozen=True, slots=True)
class Member:
    """``kind``: method, get, set, or value. ``node`` is the function, or the expression of a value; ``over`` is that
    expression where the superclass has a property of this name."""

    node: Node
    kind: str
    over: Node | None = None


#: bytes; the class helpers are short
MAX_HELPER = 600


@dataclass(slots=True)
class ClassModel:
    owner: Node
    constructor: Node | None = None
    methods: dict[str, Member] = field(default_factory=dict)
    statics: dict[str, Member] = field(default_factory=dict)
    fields: list[tuple[str, Node]] = field(default_factory=list)
    changes: dict[str, list[Node]] = field(default_factory=dict)  # what changes the object that a static holds
    setters: list[Node] = field(default_factory=list)  # functions that no member stands for: beside a getter
    superclass: Node | None = None

    def ranges(self) -> list[tuple[int, int]]:
        """The byte ranges of the class's code: its own, and methods that are written elsewhere."""
        own = (self.owner.start, self.owner.end)
        out = [own]
        for code in (*(member.node for member in self.methods.values()), *self.setters):
            if not (own[0] <= code.start and code.end <= own[1]):
                out.append((code.start, code.end))
        return out


def class_model(ev: Evaluator, owner: Node) -> ClassModel:
    key = ("class", owner)
    known = ev.places.get(key)
    if known is None:
        model = ClassModel(owner)
        ev.places[key] = model  # type: ignore[assignment]
        if owner.type in CLASSES:
            ev.apart(lambda: _class_body(ev, model))
        else:
            model.constructor = owner
        ev.apart(lambda: _outside(ev, model))
        return model
    return known  # type: ignore[return-value]


def _name(ev: Evaluator, key: Node, computed: bool) -> str | None:
    """The name of a member. One that a whole program has to be followed for is none."""
    return ev.bounded(LOOK, lambda: ev.key_of(key, computed, None))


def _class_body(ev: Evaluator, model: ClassModel) -> None:
    model.superclass = model.owner.superClass
    for item in model.owner.body.body:
        if item.type == "StaticBlock":
            _static_block(ev, model, item)
        if item.type not in ("MethodDefinition", "PropertyDefinition"):
            continue
        name = _name(ev, item.key, item.computed)
        if name is None:
            continue
        if item.type == "MethodDefinition":
            if item.kind == "constructor":
                model.constructor = item.value
                continue
            table = model.statics if item.static else model.methods
            if not (item.kind == "set" and name in table):
                table[name] = Member(item.value, item.kind)
        elif item.static:
            if item.value is not None:
                model.statics[name] = Member(item.value, "value")
        else:
            model.fields.append((name, item))


def _static_block(ev: Evaluator, model: ClassModel, block: Node) -> None:
    for statement in block.body:
        expression = statement.get("expression")
        if (
            expression is None
            or expression.type != "AssignmentExpression"
            or expression.left.type != "MemberExpression"
        ):
            continue
        if expression.left.object.type == "ThisExpression":
            name = _name(ev, expression.left.property, expression.left.computed)
            if name is not None:
                model.statics[name] = _member(expression.right)


def declared_as(ev: Evaluator, fn: Node) -> Binding | None:
    """The variable that a function or class is known by outside itself."""
    found = _declared(ev, fn)
    return found[0] if found is not None else None


def _declared(ev: Evaluator, fn: Node) -> Named | None:
    if fn.type in ("FunctionDeclaration", "ClassDeclaration"):
        binding = ev.binding(fn.id) if fn.id is not None else None
        return None if binding is None else (binding, None)
    parent = fn.parent
    if parent is not None and parent.type == "VariableDeclarator" and parent.init is fn:
        return _set_there(ev, parent, parent.id)
    if parent is not None and parent.type == "AssignmentExpression" and parent.right is fn:
        return _set_there(ev, parent, parent.left)
    return None


def _set_there(ev: Evaluator, write: Node, target: Node) -> Named | None:
    binding = ev.binding(target) if target.type == "Identifier" else None
    return None if binding is None else (binding, write)


def names_of(ev: Evaluator, fn: Node) -> list[Binding]:
    """Every variable that is declared as this very function or class, inside and outside it."""
    return [binding for binding, _ in named(ev, fn)]


def known_as(ev: Evaluator, fn: Node) -> Iterator[Node]:
    """Every reference that may mean this function or class, by a name that is declared as it or by another variable
    (``e = t``), and the assignments that give it such names."""
    names = named(ev, fn)
    for binding, write in (*names, *(alias for name in names for alias in _aliases(ev, fn, *name))):
        if write is not None and write.type == "AssignmentExpression":
            yield write
        yield from uses(ev, binding, write)


def named(ev: Evaluator, fn: Node) -> list[Named]:
    """``names_of``, each with the place that sets it."""
    out = []
    outside = _declared(ev, fn)
    if outside is not None:
        out.append(outside)
    if fn.type in ("FunctionExpression", "ClassExpression") and fn.id is not None:
        inside = ev.project.scopes(fn).scope(fn).bindings.get(fn.id.name)
        if inside is not None and inside.kind == "self":
            out.append((inside, None))
    alias = _iife_alias(ev, fn)
    if alias is not None:
        out.append(alias)
    return out


def _iife_alias(ev: Evaluator, fn: Node) -> Named | None:
    """``var X = (function () { function X() {…} … return X })()``, ``X = (() => helper(function () {…}, […]))()``: the
    outer X of an ES5 class."""
    if fn.type not in ("FunctionDeclaration", "FunctionExpression"):
        return None
    wrapper = _returning_wrapper(fn) if fn.type == "FunctionDeclaration" else None
    node = called_on_the_spot(wrapper) if wrapper is not None else fn
    parent = node.parent if node is not None else None
    while node is not None and parent is not None:
        match parent.type:
            case "CallExpression" if parent.arguments and parent.arguments[0] is node and _makes_class(ev, parent):
                node = parent
            case "SequenceExpression" if parent.expressions[-1] is node:
                node = parent
            case "ArrowFunctionExpression" if parent.body is node:
                node = called_on_the_spot(parent)
            case "ReturnStatement":
                node = called_on_the_spot(_function_around(parent))
            case "VariableDeclarator" | "AssignmentExpression" if node is not fn:
                target = parent.id if parent.type == "VariableDeclarator" else parent.left
                return _set_there(ev, parent, target) if target is not node else None
            case _:
                return None
        parent = node.parent if node is not None else None
    return None


def _returning_wrapper(fn: Node) -> Node | None:
    """The function around a declaration whose last statement returns it by its name."""
    wrapper = _function_around(fn)
    if wrapper is None or fn.id is None or wrapper.body.type != "BlockStatement":
        return None
    text = fn.source.data[fn.end : wrapper.body.end]
    name = rb"return\b[^;]*?(?<![\w$])" + spelling(fn.id.name) + rb"(?![\w$])"
    return wrapper if re.search(name, text) else None


def _function_around(node: Node) -> Node | None:
    parent = node.parent
    while parent is not None and parent.type not in FUNCTIONS:
        parent = parent.parent
    return parent


def called_on_the_spot(fn: Node | None) -> Node | None:
    call = fn.parent if fn is not None else None
    return call if call is not None and call.type == "CallExpression" and call.callee is fn else None


def _makes_class(ev: Evaluator, call: Node) -> bool:
    """Whether a call gives its first argument back as a class: it describes members, or may do so."""
    if describes(call):
        return True
    helper = function_named(ev, call.callee)
    first = helper.params[0] if helper is not None and helper.params else None
    if helper is None or first is None or first.type != "Identifier" or helper.end - helper.start > MAX_HELPER:
        return False
    text = helper.source.data[helper.start : helper.end]
    back = rb"[\s,]" + spelling(first.name) + rb"\s*;?\s*\}\Z"
    return b".prototype" in text and re.search(back, text) is not None


def describes(call: Node) -> bool:
    """Whether a call gives members to its first argument, a class, as class helpers do."""
    return any(_descriptor_list(argument) for argument in call.arguments[1:3])


def _outside(ev: Evaluator, model: ClassModel) -> None:
    """What statements around a class add to it: ``X.prototype.m = …``, helper calls, statics."""
    parent = model.owner.parent
    if parent is not None and parent.type == "CallExpression" and describes(parent):
        _use(ev, model, model.owner)  # helper(function () {…}, [{key, value}])
    if model.owner.type in CLASSES and not any(
        _may_extend(model.owner.source.data, binding) for binding in names_of(ev, model.owner)
    ):
        return
    for reference in known_as(ev, model.owner):
        _use(ev, model, reference)


def _aliases(ev: Evaluator, owner: Node, binding: Binding, write: Node | None) -> Iterator[Named]:
    """The other variables that hold a class: a minifier put the code of a helper in the place of its call (``e = t``),
    or static fields are set from outside (``const a = class a {…}; a.port = 1; let B = a``)."""
    if owner.type not in CLASSES and owner.type not in ("FunctionDeclaration", "FunctionExpression"):
        return
    given = [write] if write is not None and write.type == "AssignmentExpression" else []
    for reference in (*given, *uses(ev, binding, write)):  # f = (e = t)
        parent = reference.parent
        alias = None
        if parent is not None and parent.type == "AssignmentExpression" and parent.right is reference:
            alias = _set_there(ev, parent, parent.left) if parent.operator == "=" else None
        elif parent is not None and parent.type == "VariableDeclarator" and parent.init is reference:
            alias = _set_there(ev, parent, parent.id)
        if alias is not None:
            yield alias


def function_named(ev: Evaluator, node: Node, depth: int = 0) -> Node | None:
    """The function that a name stands for, through other names of it; told without evaluating anything: the answer is
    kept, whatever the budget."""
    binding = ev.binding(node) if node.type == "Identifier" and depth < 4 else None
    if binding is None:
        node = node.right if is_own_helper(node) else node
        return node if node.type in FUNCTIONS else None
    if binding.node.type in FUNCTIONS and binding.kind in ("function", "self"):
        return binding.node
    value = _set_to(ev, node)
    return None if value is None else function_named(ev, value, depth + 1)


def _may_extend(data: bytes, binding: Binding) -> bool:
    """Whether some ``X.name = `` or ``f(X, …)`` stands in the binding's scope: a cheap look before a real one."""
    name = spelling(binding.name)
    node = binding.scope.node
    # what may stand before the name is looked at last: a pattern that begins with a text is searched much faster
    pattern = re.compile(name + rb"(?:\.[\w$.]+(?:\[[^\]]*\])?\s*=[^=]|\[[^\]]*\]\s*=[^=]|\s*,\s*[\"'`\[])")
    return any(
        not data[match.start() - 1 : match.start()].isalnum() and data[match.start() - 1 : match.start()] not in b"_$."
        for match in pattern.finditer(data, node.start, node.end)
    )


def _use(ev: Evaluator, model: ClassModel, reference: Node) -> None:
    parent = reference.parent
    if parent is None:
        return
    if parent.type == "MemberExpression" and parent.object is reference:
        _static_use(ev, model, parent)
        return
    if parent.type == "CallExpression" and parent.arguments and parent.arguments[0] is reference:
        rest = parent.arguments[1:]
        first, second = (_listed(ev, node) for node in (*rest, None, None)[:2])
        if first is not None and not _only_defines(ev, parent.callee):
            _descriptors(ev, model, model.methods, first)
        elif first is not None:
            _descriptors(ev, model, model.statics, first)
        if second is not None:
            _descriptors(ev, model, model.statics, second)
        if first is not None or second is not None:
            return
        if len(rest) == 1 and rest[0].type == "ObjectExpression" and _called(parent) == "defineProperties":
            _described(ev, model, model.statics, rest[0])
        elif len(rest) == 1 and (base := base_of(rest[0])) is not None and model.superclass is None:
            if parent.callee.type in ("Identifier", "SequenceExpression", "MemberExpression") and _is_inherits(
                ev, parent
            ):
                model.superclass = base
        elif len(rest) == 2 and rest[1].type == "ObjectExpression" and _called(parent) == "defineProperty":
            key = _name(ev, rest[0], True)
            value = next((p.value for p in rest[1].properties if p.get("key") and p.key.get("name") == "value"), None)
            either = set_either_way(parent.parent)
            if key is not None and either is not None:
                model.statics.setdefault(key, Member(either.right, _member(either.right).kind, value))
            elif key is not None and value is not None:
                model.statics.setdefault(key, _member(value))
        elif len(rest) >= 1 and rest[0].type in ("Literal", "TemplateLiteral"):
            key = _name(ev, rest[0], True)
            if key is not None and len(rest) == 2:
                model.statics.setdefault(key, _member(rest[1]))


def _static_use(ev: Evaluator, model: ClassModel, member: Node) -> None:
    """``member`` is a property of the class: ``X.prototype``, ``X.name = value``, ``X.name.key = value``."""
    from bundlescan.values.places import mutation_of

    holder = member.parent
    assigned = holder is not None and holder.type == "AssignmentExpression" and holder.left is member
    change = None if assigned else mutation_of(member)
    if member.computed and not assigned and change is None:
        return
    name = _name(ev, member.property, member.computed)
    if name == "prototype":
        _prototype_use(ev, model, member)
    elif name is not None and assigned and holder is not None:
        model.statics.setdefault(name, _member(holder.right))
    elif name is not None and change is not None:
        model.changes.setdefault(name, []).append(change)


def _only_defines(ev: Evaluator, callee: Node) -> bool:
    """Whether a helper defines the members that it is given on the very object that it is given: it is the part of the
    class helper that knows no prototype."""
    if callee.type == "SequenceExpression":
        callee = callee.expressions[-1]
    fn = function_named(ev, callee)
    if fn is None:
        return False
    text = fn.source.data[fn.start : fn.end]
    return b"defineProperty" in text and b"prototype" not in text


def _called(call: Node) -> object:
    """The name of the method that a call calls."""
    return call.callee.property.get("name") if call.callee.type == "MemberExpression" else None


def is_superclass(ev: Evaluator, reference: Node) -> bool:
    """Whether a class is made there that extends the one which ``reference`` names: ``class extends X``,
    ``helper(Y, X)``, ``(function (_super) {…})(X)``."""
    parent = reference.parent
    if parent is None:
        return False
    if parent.type in CLASSES:
        return bool(parent.superClass is reference)
    if parent.type == "MemberExpression":
        return parent.object is reference and parent.property.get("name") == "prototype" and _is_inherited(parent)
    if parent.type != "CallExpression":
        return False
    if parent.arguments[1:] == [reference] and parent.arguments[0].type == "Identifier":
        return _is_inherits(ev, parent)
    callee = parent.callee
    return (
        parent.arguments == [reference]
        and callee.type in FUNCTIONS
        and b"prototype" in callee.source.data[callee.start : callee.end]
    )


def _is_inherited(prototype: Node) -> bool:
    return _heir(prototype) is not None


def heir(ev: Evaluator, prototype: Node) -> Node | None:
    """The class Y of ``Y.prototype = Object.create(X && X.prototype, …)``, where ``prototype`` is ``X.prototype``."""
    subclass = _heir(prototype)
    return None if subclass is None else function_named(ev, subclass)


def _heir(prototype: Node) -> Node | None:
    given = prototype.parent
    if given is not None and given.type == "LogicalExpression":
        prototype, given = given, given.parent
    if given is None or given.type != "CallExpression" or given.arguments[:1] != [prototype]:
        return None
    made = given.parent.get("left") if given.parent is not None else None
    if made is None or made.type != "MemberExpression" or made.property.get("name") != "prototype":
        return None
    subclass: Node = made.object
    return subclass


def arguments_list(ev: Evaluator, node: Node) -> Node | None:
    """The array literal that ``helper(this, X, […])`` hands on as arguments: itself, or through a variable that is used
    for nothing else, ``X.apply(this, u)``, ``Reflect.construct(X, u || [])``."""
    if node.type == "Identifier":
        binding = ev.binding(node)
        writes = seen_by(ev, binding, node) if binding is not None else []
        if binding is None or len(writes) != 1 or not all(
            use is node or use in binding.ids or _hands_on(use, writes[0]) for use in uses(ev, binding, writes[0])
        ):  # fmt: skip
            return None
        node = writes[0].get("right") or writes[0].get("init")
    literal = node.type == "ArrayExpression" and all(e is not None for e in node.elements)
    return node if literal else None


def is_arguments(ev: Evaluator, node: Node) -> bool:
    """Whether an expression is the ``arguments`` of its function, itself or in a variable."""
    if node.type != "Identifier":
        return False
    if node.name == "arguments" and ev.binding(node) is None:
        return True
    value = _set_to(ev, node) if ev.binding(node) is not None else None
    return value is not None and value.get("name") == "arguments"


def _hands_on(use: Node, write: Node) -> bool:
    parent = use.parent
    if parent is not None and parent.type == "LogicalExpression":
        use, parent = parent, parent.parent
    if parent is write:
        return True
    callee = parent.get("callee") if parent is not None and parent.type == "CallExpression" else None
    return callee is not None and callee is not use and callee.type == "MemberExpression" and (
        callee.property.get("name") in ("apply", "construct")
    )  # fmt: skip


def base_of(node: Node) -> Node | None:
    """The superclass in ``_inherits(X, Y)``, ``_inherits(X, _wrapNativeSuper(Y))``."""
    if node.type == "CallExpression" and len(node.arguments) == 1:
        node = node.arguments[0]
    return node if node.type in ("Identifier", "MemberExpression") else None


def _is_inherits(ev: Evaluator, call: Node) -> bool:
    """Whether ``f(X, Y)`` sets up inheritance: its text says so in every helper (setPrototypeOf, prototype)."""
    from bundlescan.values.domain import Choice, Function, leaves

    callee = ev.bounded(LOOK, lambda: ev.eval(call.callee, None))
    for leaf in leaves(callee) if isinstance(callee, Choice) else (callee,):
        if isinstance(leaf, Function):
            text = leaf.fn.source.data[leaf.fn.start : leaf.fn.end]
            if b"prototype" in text or b"etPrototypeOf" in text:
                return True
    return False


def _member(node: Node) -> Member:
    return Member(node, "method" if node.type in FUNCTIONS and node.type != "ArrowFunctionExpression" else "value")


def described_key(prop: Node) -> Node | None:
    """The expression that names the member which ``prop``, the value of a property descriptor, is the value of:
    ``{key: "name", value: f}``, ``defineProperty(x, "name", {value: f})``."""
    record = prop.parent
    if record is None or record.type != "ObjectExpression" or prop.key.get("name") not in ("value", "get"):
        return None
    holder = record.parent
    if holder is not None and holder.type == "ArrayExpression" and _descriptor_list(holder):
        return next((p.value for p in record.properties if p.type == "Property" and p.key.get("name") == "key"), None)
    if holder is not None and holder.type == "CallExpression" and holder.arguments[2:3] == [record]:
        key: Node = holder.arguments[1]
        return key if key.type in ("Literal", "TemplateLiteral") else None
    return None


def setter_key(fn: Node) -> tuple[Node, bool] | None:
    """The expression that names the property which the function ``fn`` is the setter of, and whether it is computed:
    in a class, in an object, in the descriptors that compilers write; None where it is none."""
    prop = fn.parent
    if prop is None or prop.type not in ("MethodDefinition", "Property") or prop.value is not fn:
        return None
    if prop.kind == "set":
        return prop.key, prop.computed
    record = prop.parent
    if prop.type != "Property" or record is None or prop.computed or prop.key.get("name") != "set":
        return None
    holder = record.parent
    if holder is not None and holder.type == "ArrayExpression" and _descriptor_list(holder):
        named = next((p.value for p in record.properties if p.type == "Property" and p.key.get("name") == "key"), None)
        return None if named is None else (named, True)
    if holder is None or described_on(record) is None:
        return None
    return (holder.key, holder.computed) if holder.type == "Property" else (holder.arguments[1], True)


def _descriptor_list(node: Node) -> bool:
    return node.type == "ArrayExpression" and all(
        e is not None and e.type == "ObjectExpression" and any(
            p.type == "Property" and p.key.type == "Identifier" and p.key.name == "key" for p in e.properties
        )
        for e in node.elements
    ) and bool(node.elements)  # fmt: skip


def _descriptors(ev: Evaluator, model: ClassModel, table: dict[str, Member], node: Node) -> None:
    """``[{key: "m", value: function(){…}}, {key: "p", get: function(){…}}]`` of the class helpers."""
    for element in node.elements:
        parts = {p.key.name: p.value for p in element.properties if p.type == "Property" and p.key.type == "Identifier"}
        name = _name(ev, parts["key"], True)
        if name is not None:
            _put(model, table, name, parts)


def _described(ev: Evaluator, model: ClassModel, table: dict[str, Member], node: Node) -> None:
    """``{m: {value: function(){…}}, p: {get: function(){…}}}`` of ``Object.defineProperties``, ``Object.create``."""
    for prop in node.properties:
        if prop.type != "Property" or prop.value.type != "ObjectExpression":
            continue
        name = _name(ev, prop.key, prop.computed)
        if name is not None:
            _put(model, table, name, _descriptor(prop.value))


def _descriptor(node: Node) -> dict[str, Node]:
    return {p.key.name: p.value for p in node.properties if p.type == "Property" and p.key.type == "Identifier"}


def _put(model: ClassModel, table: dict[str, Member], name: str, parts: dict[str, Node]) -> None:
    """Adds what ``{get: f, set: g}`` or ``{value: f}`` describes to a class."""
    if "set" in parts and parts["set"].type in FUNCTIONS:
        if "get" in parts or name in table:
            model.setters.append(parts["set"])
        else:
            table[name] = Member(parts["set"], "set")
    if "get" in parts:
        table[name] = Member(parts["get"], "get")
    elif "value" in parts:
        table[name] = _member(parts["value"])


def described_on(descriptor: Node) -> Node | None:
    """The object that ``descriptor``, the object literal that describes a member, is written for: the x of
    ``defineProperty(x, "name", {…})`` and ``defineProperties(x, {name: {…}})``, the ``X.prototype`` that is set to
    ``Object.create(base, {name: {…}})``."""
    holder = descriptor.parent
    if holder is None:
        return None
    table = holder.parent if holder.type == "Property" and holder.value is descriptor else None
    call = table.parent if table is not None else holder
    if call is None or call.type != "CallExpression":
        return None
    name = _called(call)
    if table is None:
        first = name == "defineProperty" and call.arguments[2:3] == [descriptor]
        return call.arguments[0] if first else None
    if call.arguments[1:2] != [table]:
        return None
    if name == "create" and call.parent is not None and call.parent.type == "AssignmentExpression":
        target: Node = call.parent.left
        return target if target.type == "MemberExpression" and target.property.get("name") == "prototype" else None
    return call.arguments[0] if name == "defineProperties" else None


def _prototype_use(ev: Evaluator, model: ClassModel, node: Node) -> None:
    """``node`` is ``X.prototype``."""
    parent = node.parent
    if parent is None:
        return
    if parent.type == "MemberExpression" and parent.object is node:
        grand = parent.parent
        if grand is not None and grand.type == "AssignmentExpression" and grand.left is parent:
            name = _name(ev, parent.property, parent.computed)
            if name is not None:
                model.methods.setdefault(name, _member(grand.right))
        return
    if parent.type == "AssignmentExpression" and parent.left is node:
        _prototype_object(ev, model, parent.right)
        return
    if parent.type == "CallExpression" and parent.arguments and parent.arguments[0] is node:
        _prototype_given(ev, model, parent)
        return
    alias: Binding | None = None
    if parent.type == "VariableDeclarator" and parent.init is node and parent.id.type == "Identifier":
        alias = ev.binding(parent.id)
    elif parent.type == "AssignmentExpression" and parent.right is node and parent.left.type == "Identifier":
        alias = ev.binding(parent.left)
        holder = parent.parent
        if holder is not None and holder.type == "MemberExpression" and holder.object is parent:
            grand = holder.parent
            if grand is not None and grand.type == "AssignmentExpression" and grand.left is holder:
                name = _name(ev, holder.property, holder.computed)
                if name is not None:
                    model.methods.setdefault(name, _member(grand.right))
    if alias is None:
        return
    for reference in ev.project.scopes(node).references(alias):
        if reference.start < node.start:
            continue
        member = reference.parent
        if member is not None and member.type == "CallExpression" and member.arguments[:1] == [reference]:
            _prototype_given(ev, model, member)
        if member is None or member.type != "MemberExpression" or member.object is not reference:
            continue
        grand = member.parent
        if grand is not None and grand.type == "AssignmentExpression" and grand.left is member:
            name = _name(ev, member.property, member.computed)
            if name is not None:
                model.methods.setdefault(name, _member(grand.right))


def _prototype_given(ev: Evaluator, model: ClassModel, call: Node) -> None:
    """``call`` is given ``X.prototype`` as its first argument, and what to put there."""
    rest = call.arguments[1:]
    listed = _listed(ev, rest[0]) if rest else None
    if listed is not None:
        _descriptors(ev, model, model.methods, listed)
    elif len(rest) == 2 and rest[1].type == "ObjectExpression":
        key = _name(ev, rest[0], True)
        if key is not None and _called(call) == "defineProperty":
            _put(model, model.methods, key, _descriptor(rest[1]))
    elif rest and rest[0].type == "ObjectExpression":
        if _called(call) == "defineProperties":
            _described(ev, model, model.methods, rest[0])
        else:  # Object.assign(X.prototype, {…})
            _prototype_object(ev, model, rest[0])


def _prototype_object(ev: Evaluator, model: ClassModel, node: Node) -> None:
    if node.type == "ObjectExpression":
        for prop in node.properties:
            if prop.type != "Property":
                continue
            name = _name(ev, prop.key, prop.computed)
            if name is not None:
                kind = prop.kind if prop.kind in ("get", "set") else None
                if kind is not None:
                    _put(model, model.methods, name, {kind: prop.value})
                else:
                    model.methods[name] = _member(prop.value)
        return
    if node.type in ("CallExpression", "NewExpression"):
        if node.type == "CallExpression" and len(node.arguments) == 2 and _called(node) == "create":
            if node.arguments[1].type == "ObjectExpression":
                _described(ev, model, model.methods, node.arguments[1])
        for argument in node.arguments:  # Object.create(Y.prototype, …), Object.create(Y && Y.prototype, …)
            argument = argument.right if argument.type == "LogicalExpression" else argument
            if argument.type == "MemberExpression" and argument.property.get("name") == "prototype":
                model.superclass = model.superclass or argument.object
                return
        if node.type == "NewExpression":
            model.superclass = model.superclass or node.callee


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose ``this`` a function has. ``kind``: instance (of the class ``node``), static, or object (literal)."""

    kind: str
    node: Node


_THIS = re.compile(rb"(?<![\w$])(?:(?<!\.)|(?<=\.\.\.))this(?![\w$])")


def this_in(home: Node, start: int | None = None, end: int | None = None) -> Iterator[Node]:
    """Every ``this`` in the text of a node, or in a range of bytes of its file."""
    first, last = home.start if start is None else start, home.end if end is None else end
    for match in _THIS.finditer(home.source.data, first, last):
        node = home.tree.at(match.start(), match.end())
        if node.type == "ThisExpression":
            yield node


def this_function(node: Node) -> Node | None:
    """The function (or field initialiser, static block, Program) whose ``this`` an expression at ``node`` sees."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type in ("FunctionDeclaration", "FunctionExpression", "StaticBlock", "Program"):
            return parent
        if parent.type == "PropertyDefinition" and parent.value is child:
            return parent
        child, parent = parent, parent.parent
    return None


def owner_of(ev: Evaluator, fn: Node) -> Owner | None:
    """Whose method (or constructor) ``fn`` is."""
    key = ("owner", fn)
    if key in ev.places:
        return ev.places[key]  # type: ignore[return-value]
    ev.places[key] = None  # type: ignore[assignment]
    found = _owner_of(ev, fn)
    ev.places[key] = found  # type: ignore[assignment]
    return found


def _owner_of(ev: Evaluator, fn: Node) -> Owner | None:
    parent = fn.parent
    if fn.type in ("PropertyDefinition", "StaticBlock"):
        holder = parent.parent if parent is not None else None
        if holder is None or holder.type not in CLASSES:
            return None
        static = fn.type == "StaticBlock" or fn.static
        return Owner("static" if static else "instance", holder)
    if fn.type == "Program" or parent is None:
        return None
    if parent.type in ("MethodDefinition", "PropertyDefinition"):
        body = parent.parent
        holder = body.parent if body is not None else None
        if holder is None or holder.type not in CLASSES:  # a method in broken code
            return None
        return Owner("static" if parent.static else "instance", holder)
    holder = _put_into(fn)
    if holder is not None:
        return _owner_in(ev, holder)
    giver = _this_giver(ev, fn)
    if giver is not None:
        return owner_of(ev, giver)
    definer = _defined_privately(ev, fn) or _called_privately(ev, fn)
    if definer is not None:
        return owner_of(ev, definer)
    made = _made_on_the_spot(fn)
    holder = _put_into(made) if made is not None else None
    return (_owner_in(ev, holder) if holder is not None else None) or Owner("instance", fn)


def _defined_privately(ev: Evaluator, fn: Node) -> Node | None:
    """The constructor that makes the function ``fn`` a private method: in Babel's loose code it is defined on ``this``,
    ``Object.defineProperty(this, key, {value: fn})``."""
    if fn.type != "FunctionDeclaration" or LOOSE.encode() not in fn.source.data:
        return None
    for binding in names_of(ev, fn):
        for reference in ev.project.scopes(fn).references(binding):
            prop = reference.parent
            call = prop.parent.parent if prop is not None and prop.type == "Property" and prop.parent else None
            if call is None or call.type != "CallExpression" or _called(call) != "defineProperty":
                continue
            if len(call.arguments) == 3 and call.arguments[0].type == "ThisExpression":
                return this_function(call)
    return None


def _called_privately(ev: Evaluator, fn: Node) -> Node | None:
    """A method that calls the function ``fn`` as a private one of its class, which compilers write as functions beside
    it: ``check(brand, this, fn).call(this)``."""
    for binding in names_of(ev, fn):
        inside = binding.scope.node
        name = rb"(?<![\w$.])" + spelling(binding.name) + rb"\s*\)\s*\.\s*(?:call|apply)\s*\("
        if re.search(name, fn.source.data[inside.start : inside.end]) is None:
            continue
        for reference in ev.project.scopes(fn).references(binding):
            check = reference.parent
            if check is None or check.type != "CallExpression" or reference not in check.arguments[1:]:
                continue
            member = check.parent
            call = member.parent if member is not None and member.type == "MemberExpression" else None
            given = call.arguments[0] if call is not None and call.type == "CallExpression" and call.arguments else None
            if given is None or call is None or call.callee is not member or _called(call) not in ("call", "apply"):
                continue
            if is_this(ev, given) and any(is_this(ev, argument) for argument in check.arguments[:2]):
                this = given if given.type == "ThisExpression" else ev.places.get(("alias", ev.binding(given)))
                return this_function(this) if isinstance(this, Node) else None
    return None


def _put_into(value: Node) -> Node | None:
    """The property or assignment that puts a function (or what gives one) into an object or a class:
    ``value: (r = wrapper(f), function () { return r.apply(this, arguments) })``."""
    parent = value.parent
    while parent is not None and parent.type == "SequenceExpression" and parent.expressions[-1] is value:
        value, parent = parent, parent.parent
    if parent is None:
        return None
    if parent.type == "AssignmentExpression":
        return parent if parent.right is value and parent.left.type == "MemberExpression" else None
    return parent if parent.type == "Property" else None


def _owner_in(ev: Evaluator, holder: Node) -> Owner | None:
    if holder.type == "AssignmentExpression":
        return _assigned_owner(ev, holder.left)
    literal = holder.parent
    if literal is None or literal.type != "ObjectExpression":
        return None
    return _literal_owner(ev, literal) or Owner("object", literal)


def _this_giver(ev: Evaluator, fn: Node) -> Node | None:
    """The function whose ``this`` the code of an async function has that was compiled to a generator ``fn``:
    ``__awaiter(this, …, fn)``, ``regenerator.wrap(fn, …, this)``, and ``f.apply(this, arguments)`` where f is
    ``_asyncToGenerator(mark(fn))``."""
    from bundlescan.values.machines import machine_of

    node, parent = fn, fn.parent
    driven = machine_of(ev, fn) is not None
    for _ in range(3):
        if parent is None or parent.type != "CallExpression" or parent.callee is node:
            break
        driven = driven or _drives(ev, parent.callee)
        if driven and any(argument.type == "ThisExpression" for argument in parent.arguments):
            return this_function(parent)
        node, parent = parent, parent.parent
    if parent is None or not driven or node is fn:
        return None
    if parent.type in ("AssignmentExpression", "VariableDeclarator"):
        named_ = _set_there(ev, parent, parent.get("left") or parent.get("id"))
        found = [parent, *(uses(ev, *named_) if named_ is not None else ())]
    else:
        found = [node]
    return next((this_function(call) for use in found if (call := _applied_to_this(use)) is not None), None)


def _drives(ev: Evaluator, callee: Node) -> bool:
    from bundlescan.values.helpers import is_driver

    fn = function_named(ev, callee)
    return fn is not None and is_driver(ev, fn)


def _applied_to_this(node: Node) -> Node | None:
    """The call in ``node.apply(this, …)``, ``node.call(this, …)``."""
    member = node.parent
    call = member.parent if member is not None and member.type == "MemberExpression" else None
    if call is None or call.type != "CallExpression" or call.callee is not member or member.object is not node:
        return None
    given = call.arguments[0] if call.arguments else None
    applies = member.property.get("name") in ("apply", "call")
    return call if applies and given is not None and given.type == "ThisExpression" else None


def _made_on_the_spot(fn: Node) -> Node | None:
    """The call that gives ``fn``: ``function () { …; function fn() {…} return fn }()``."""
    if fn.type == "FunctionDeclaration":
        return called_on_the_spot(_returning_wrapper(fn))
    given = fn.parent
    while given is not None and given.type == "SequenceExpression" and given.expressions[-1] is fn:
        given = given.parent
    return (
        called_on_the_spot(_function_around(given)) if given is not None and given.type == "ReturnStatement" else None
    )


def _given_to(ev: Evaluator, array: Node) -> Iterator[tuple[Node, int]]:
    """The calls that a list of descriptors is an argument of, itself or through a variable, and which argument."""
    parent = array.parent
    places = [array]
    if parent is not None and parent.type in ("AssignmentExpression", "VariableDeclarator"):
        name = parent.left if parent.type == "AssignmentExpression" else parent.id
        binding = ev.binding(name) if name.type == "Identifier" else None
        places = ev.project.scopes(array).references(binding) if binding is not None else []
    for place in places:
        call = place.parent
        if call is not None and call.type == "CallExpression" and place in call.arguments[1:3]:
            yield call, call.arguments.index(place)


def _listed(ev: Evaluator, node: Node | None) -> Node | None:
    """The list of descriptors that an expression is, or that the one assignment which it can see gives it."""
    if node is not None and node.type == "Identifier":
        node = _set_to(ev, node)
    return node if node is not None and _descriptor_list(node) else None


def _set_to(ev: Evaluator, identifier: Node) -> Node | None:
    """The expression that a variable is set to where ``identifier`` reads it, if there is just one."""
    binding = ev.binding(identifier)
    seen = seen_by(ev, binding, identifier) if binding is not None else []
    return (seen[0].get("right") or seen[0].get("init")) if len(seen) == 1 else None


def _literal_owner(ev: Evaluator, literal: Node) -> Owner | None:
    from bundlescan.values.domain import Function, Prototype

    parent = literal.parent
    if parent is None:
        return None
    described = described_on(literal)
    if described is not None:
        return _owner_on(ev, described)
    if parent.type == "ArrayExpression" and _descriptor_list(parent):
        for call, index in _given_to(ev, parent):
            first = call.arguments[0]
            if first.type == "MemberExpression" and first.property.get("name") == "prototype":
                fn = function_named(ev, first.object)
                if fn is not None:
                    return Owner("instance", fn)
            target = ev.eval(first, None)
            target = getattr(target, "base", None) or target
            if isinstance(target, Prototype):
                return Owner("instance", target.ctor.fn)
            if isinstance(target, Function):
                return Owner("static" if index == 2 else "instance", target.fn)
    if parent.type == "AssignmentExpression" and parent.right is literal and parent.left.type == "MemberExpression":
        if parent.left.property.get("name") == "prototype":
            target = ev.eval(parent.left.object, None)
            target = getattr(target, "base", None) or target
            if isinstance(target, Function):
                return Owner("instance", target.fn)
    if parent.type == "CallExpression" and len(parent.arguments) == 2 and parent.arguments[1] is literal:
        first = parent.arguments[0]
        if first.type == "MemberExpression" and first.property.get("name") == "prototype":
            target = ev.eval(first.object, None)
            target = getattr(target, "base", None) or target
            if isinstance(target, Function):
                return Owner("instance", target.fn)
    return None


def _assigned_owner(ev: Evaluator, left: Node) -> Owner | None:
    """The owner of a function assigned to ``object.name``."""
    return _owner_on(ev, left.object)


def _owner_on(ev: Evaluator, target: Node) -> Owner | None:
    """The owner of a function that is put into the object ``target``."""
    from bundlescan.values.domain import Function, Instance, Prototype, Record, leaves

    if target.type == "MemberExpression" and target.property.get("name") == "prototype":
        fn = function_named(ev, target.object)
        if fn is not None:
            return Owner("instance", fn)
    if target.type == "ThisExpression":
        outer = this_function(target)
        return owner_of(ev, outer) if outer is not None else None
    for value in leaves(ev.eval(target, None)):
        while isinstance(value, Record) and value.base is not None:
            value = value.base
        if isinstance(value, Prototype):
            return Owner("instance", value.ctor.fn)
        if isinstance(value, Function):
            return Owner("static", value.fn)
        if isinstance(value, Instance):
            return Owner("instance", value.ctor.fn)
        if isinstance(value, Record) and value.node is not None and value.node.type == "ObjectExpression":
            return Owner("object", value.node)
    return None


def is_this(ev: Evaluator, node: Node, owner: Node | None = None) -> bool:
    """Whether an expression is ``this`` (of ``owner``'s instances, if given), or a variable that holds it."""
    if node.type == "ThisExpression":
        if owner is None:
            return True
        fn = this_function(node)
        found = owner_of(ev, fn) if fn is not None else None
        return found is not None and found.kind == "instance" and found.node is owner
    if node.type == "AssignmentExpression" and node.operator == "=":
        return _makes_this(ev, node.right, owner)
    if node.type != "Identifier":
        return False
    binding = ev.binding(node)
    if binding is None or binding.kind not in ("var", "let", "const"):
        return False
    key = ("alias", binding)
    if key not in ev.places:
        ev.places[key] = None  # type: ignore[assignment]
        ev.places[key] = _alias_of_this(ev, binding)  # type: ignore[assignment]
    source: Node | None = ev.places[key]  # type: ignore[assignment]
    return source is not None and (owner is None or is_this(ev, source, owner))


def _alias_of_this(ev: Evaluator, binding: Binding) -> Node | None:
    """The ThisExpression that a variable was set from, if it never holds anything else."""
    scope_text = binding.scope.node
    if b"this" not in scope_text.source.data[scope_text.start : scope_text.end]:
        return None
    from bundlescan.values.places import place_of

    found: Node | None = None
    for write in place_of(ev, binding).all_writes(ev):
        right = write.get("init") if write.type == "VariableDeclarator" else write.get("right")
        if write.type == "AssignmentExpression" and write.left.type == "MemberExpression":
            continue
        if write.type == "CallExpression":
            continue
        if right is None:
            continue
        this = _this_inside(right)
        if this is None:
            return None
        found = found or this
    return found


def _makes_this(ev: Evaluator, node: Node, owner: Node | None) -> bool:
    this = _this_inside(node)
    return this is not None and is_this(ev, this, owner)


def _this_inside(node: Node) -> Node | None:
    """The ``this`` that an expression hands on: ``this``, ``f.call(this, …) || this``, ``helper(this, …)``."""
    match node.type:
        case "ThisExpression":
            return node
        case "LogicalExpression":
            return _this_inside(node.right) or _this_inside(node.left)
        case "SequenceExpression":
            return _this_inside(node.expressions[-1])
        case "AssignmentExpression":
            return _this_inside(node.right)
        case "CallExpression":
            name = node.callee.property.get("name") if node.callee.type == "MemberExpression" else None
            if node.arguments and (name in (None, "call", "apply") or node.callee.type == "Identifier"):
                return node.arguments[0] if node.arguments[0].type == "ThisExpression" else None
    return None


__all__ = [
    "ClassModel",
    "Member",
    "Owner",
    "arguments_list",
    "base_of",
    "class_model",
    "declared_as",
    "described_key",
    "described_on",
    "describes",
    "function_named",
    "heir",
    "is_arguments",
    "is_superclass",
    "is_this",
    "known_as",
    "named",
    "names_of",
    "owner_of",
    "setter_key",
    "targets",
    "this_function",
]
