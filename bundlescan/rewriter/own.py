"""Whether an address certainly has the page's own host, or a local one, whatever has run before it is read.

``values`` says what a URL can be as far as the writes go that it sees, in their order. An edit that cuts a host off, or
moves a port, has to hold for any order: here every expression that is ever stored where the host is read from must be
such a host. What is not understood is not certain; then the address is decided at run time.
"""

from __future__ import annotations

import re

from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import Hop, targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.syntax.texts import bare, concatenated, pieces
from bundlescan.syntax.walk import walk
from bundlescan.values import aliases, objects
from bundlescan.values.classes import class_model, is_this, names_of, owner_of, this_function
from bundlescan.values.components import component_of
from bundlescan.values.domain import (
    UNDEFINED,
    Concat,
    Const,
    Dead,
    Instance,
    Page,
    Value,
    hoist,
    leaves,
    primitive_text,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.hosts import is_local_host
from bundlescan.values.lifetimes import may_see
from bundlescan.values.places import place_of

#: places that may be looked at for one address
MAX_PLACES = 300
#: what ends a host
_END = ":/?#"
#: names of the page that a closed expression may use
_PAGE = frozenset({"location", "window", "self", "globalThis", "document", "String", "URL", "undefined"})


class NotCertain(Exception):
    """The host may be another one."""


def host_is_own(ev: Evaluator, url: Node) -> bool:
    """Whether every URL (or front of a URL) that the expression ``url`` gives has the page's host or a local one."""
    try:
        _Own(ev).sources(url, "url")
    except NotCertain:
        return False
    return True


def names_host(ev: Evaluator, text: Node) -> bool:
    """Whether a text may hold a scheme and a host."""
    own = _Own(ev)
    return any(own.names_host(piece) for piece in pieces(text))


class _Own:
    """``what``: url, or host (with or without a port), is what the expressions at hand give."""

    def __init__(self, ev: Evaluator) -> None:
        self.ev = ev
        self.seen: set[tuple[object, str]] = set()

    def _first(self, what: object, kind: str) -> bool:
        if (what, kind) in self.seen:
            return False
        self.seen.add((what, kind))
        if len(self.seen) > MAX_PLACES:
            raise NotCertain
        return True

    # -- where a value comes from -------------------------------------------------------------------------------

    def sources(self, node: Node, what: str) -> None:
        """Every text that ``node`` may give is certain."""
        node = bare(node)
        if not self._first(node, what):
            return
        match node.type:
            case "Literal" | "TemplateLiteral":
                self.text(node, what)
            case "BinaryExpression" if node.operator == "+":
                self.text(node, what)
            case "CallExpression" if concatenated(node) is not None:
                self.text(node, what)
            case "ConditionalExpression":
                self.sources(node.consequent, what)
                self.sources(node.alternate, what)
            case "LogicalExpression":
                if node.operator != "&&":
                    self.sources(node.left, what)
                self.sources(node.right, what)
            case "SequenceExpression":
                self.sources(node.expressions[-1], what)
            case "AssignmentExpression":
                self.assigned(node, what)
            case "AwaitExpression":
                self.sources(node.argument, what)
            case "UnaryExpression" if node.operator == "void":
                return
            case "Identifier" if (binding := self.ev.binding(node)) is not None:
                self.binding(binding, node, what)
            case "MemberExpression" if not self.closed(node):
                self.property(node, what)
            case "NewExpression" if what == "url" and self.is_global(node.callee, "URL") and len(node.arguments) == 1:
                self.sources(node.arguments[0], what)
            case "CallExpression" if not self.closed(node):
                self.called(node, what)
            case _:
                self.page(node, what)

    def closed(self, node: Node) -> bool:
        """Whether an expression uses nothing but the page itself, so that no write can change what it gives."""
        for inner in walk(node):
            if inner.type == "Identifier":
                parent = inner.parent
                if parent is not None and parent.type == "MemberExpression" and parent.property is inner:
                    if not parent.computed:
                        continue
                if inner.name not in _PAGE or self.ev.binding(inner) is not None:
                    return False
            elif inner.type in FUNCTIONS or inner.type in ("ThisExpression", "Super", "AwaitExpression"):
                return False
        return True

    def is_global(self, node: Node, name: str) -> bool:
        return node.type == "Identifier" and node.name == name and self.ev.binding(node) is None

    def page(self, node: Node, what: str) -> None:
        """An expression that nothing but the page decides: its value is what it is taken for."""
        if not self.closed(node):
            raise NotCertain
        for value in leaves(hoist(self.ev.ask(node))):
            if not _is_own(value, what):
                raise NotCertain

    # -- texts --------------------------------------------------------------------------------------------------

    def text(self, node: Node, what: str) -> None:
        """A text that is joined from pieces: the pieces of its host are certain."""
        joined = list(pieces(node))
        at_host = what == "host" or not any(self.names_host(piece) for piece in joined)
        ended = False
        for piece in joined:
            known = _known(piece)
            if known is None:
                if ended:
                    if not self.ends(piece):
                        raise NotCertain
                elif at_host:
                    if self.ends(piece):
                        return
                    self.sources(piece, "host")
                    ended = True
                elif self.names_host(piece):
                    self.sources(piece, "url")
                    hosts = [text.partition("//")[2] for text in self.texts(piece)]
                    if all(any(end in host for end in _END) for host in hosts):
                        return
                    at_host = not any(hosts)
                    ended = not at_host
                continue
            if not at_host and not ended:
                _, slashes, known = known.partition("//")
                at_host = bool(slashes)
                known = known.rpartition("@")[2]
            if not known or not at_host:
                if ended and known:
                    return
                continue
            if known[0] in _END:
                return
            if ended:
                raise NotCertain
            host = re.match(r"\[[^\]]*\]|[^:/?#]*", known)
            assert host is not None
            if not is_local_host(host.group()):
                raise NotCertain
            if host.end() < len(known):
                return
            ended = True

    def texts(self, node: Node) -> list[str]:
        """The known text that each alternative of a piece ends with, a page's URL as one."""
        return ["".join(map(_spelled, _flat(value))) for value in leaves(hoist(self.ev.ask(node)))]

    def names_host(self, node: Node) -> bool:
        known = _known(node)
        texts = [known] if known is not None else self.texts(node)
        return any("//" in text for text in texts)

    def ends(self, node: Node) -> bool:
        """Whether nothing of a host is in a piece: it is empty, or begins with a port or a path."""
        return all(not text or text[0] in _END for text in self.texts(node))

    # -- names --------------------------------------------------------------------------------------------------

    def writes(self, binding: Binding, reference: Node) -> list[Node]:
        """Every write of a variable, but for those whose values are certainly gone where ``reference`` reads it."""
        found = place_of(self.ev, binding).all_writes(self.ev)
        sets = [write for write in found if _sets(write, binding)]
        gone = [w for w in sets if not may_see(self.ev, binding, w, reference)]
        return [write for write in found if write not in gone]

    def binding(self, binding: Binding, reference: Node, what: str) -> None:
        """The variable ``binding`` where ``reference`` reads it."""
        writes = self.writes(binding, reference)
        given = binding.kind == "parameter" and may_see(self.ev, binding, None, reference)
        if not self._first((binding, given, *writes), what):
            return
        project = self.ev.project
        if binding.scope.node.type == "Program" and (
            project.shared(binding) or project.set_as_global(binding) or project.behind_window(binding)
        ):
            raise NotCertain
        if given:
            self.parameter(binding, what)
        elif binding.kind == "import":
            self.imported(binding, what)
        elif binding.kind not in ("var", "let", "const", "parameter"):
            raise NotCertain
        for write in writes:
            self.written(write, binding, what)

    def written(self, write: Node, binding: Binding, what: str) -> None:
        match write.type:
            case "VariableDeclarator" if write.init is not None:
                self.unpacked(write.id, write.init, binding.name, what)
            case "AssignmentExpression" if write.left.type == "MemberExpression":
                self.url_part(write, what)
            case "AssignmentExpression" if write.left.type == "Identifier":
                self.assigned(write, what)
            case "AssignmentExpression" if write.operator == "=":
                self.unpacked(write.left, write.right, binding.name, what)
            case _:
                raise NotCertain

    def url_part(self, write: Node, what: str) -> None:
        """``u.port = …`` on a URL object."""
        name = write.left.property.get("name")
        if write.left.computed or what != "url" or name not in ("port", "pathname", "search", "hash", "protocol"):
            raise NotCertain

    def assigned(self, write: Node, what: str) -> None:
        """What an AssignmentExpression stores."""
        if write.operator == "+=":
            if what != "url" or not self.ends(write.right):
                raise NotCertain
        elif write.operator in ("=", "||=", "??=", "&&="):
            self.sources(write.right, what)
        else:
            raise NotCertain

    def unpacked(self, pattern: Node, value: Node, name: str, what: str) -> None:
        """The variable ``name`` is filled from ``value`` by ``pattern``."""
        for target, hops in targets(pattern):
            if target.type == "Identifier" and target.name == name:
                self.part(value, hops, what)

    def part(self, value: Node, hops: tuple[Hop, ...], what: str) -> None:
        """What a pattern takes out of ``value``."""
        for hop in hops:
            if hop.default is not None:
                self.sources(hop.default, what)
        ways = [hop for hop in hops if hop.default is None]
        if not ways:
            self.sources(value, what)
            return
        key = self.ev.key_of(ways[0].key, ways[0].computed, None) if ways[0].key is not None else None
        if len(ways) > 1 or key is None or ways[0].rest:
            raise NotCertain
        self.of_object(value, key, what)

    def parameter(self, binding: Binding, what: str) -> None:
        fn = binding.node
        if b"arguments" in fn.source.data[fn.start : fn.end]:
            raise NotCertain
        for index, pattern in enumerate(fn.params):
            for target, hops in targets(pattern):
                if target.type == "Identifier" and target.name == binding.name:
                    if pattern.type == "RestElement":
                        raise NotCertain
                    for call in self.calls(fn):
                        given = call.arguments
                        if any(a.type == "SpreadElement" for a in given[: index + 1]):
                            raise NotCertain
                        if index < len(given):
                            self.part(given[index], hops, what)
                        elif pattern.type == "AssignmentPattern":
                            self.part(pattern.right, tuple(h for h in hops if h.default is None), what)

    def calls(self, fn: Node) -> list[Node]:
        """All calls of a function that is used for nothing but being called."""
        parent = fn.parent
        if parent is not None and parent.type == "CallExpression" and parent.callee is fn:
            return [parent]
        holder = fn
        if parent is not None and parent.type == "MethodDefinition":
            if parent.kind != "constructor" or parent.parent is None or parent.parent.parent is None:
                raise NotCertain
            holder = parent.parent.parent
        names = names_of(self.ev, holder)
        if not names:
            raise NotCertain
        found: list[Node] = []
        for name in names:
            if name.scope.node.type == "Program" and (
                self.ev.project.shared(name) or self.ev.project.read_by_key(name)
            ):
                raise NotCertain
            for reference in self.ev.project.scopes(name.scope.node).references(name):
                use = reference.parent
                if any(reference is i for i in name.ids) and (use is None or use.type != "ExportSpecifier"):
                    continue
                if use is None or use.type not in ("CallExpression", "NewExpression") or use.callee is not reference:
                    raise NotCertain
                found.append(use)
            self.ev.project.follow_export(name, self.not_exported)
        return found

    def not_exported(self, reference: Node) -> None:
        raise NotCertain

    def imported(self, binding: Binding, what: str) -> None:
        found = self.ev.project.definition(binding.node)
        if found is None:
            raise NotCertain
        self.sources(found, what)

    def called(self, call: Node, what: str) -> None:
        """What a function of the scanned code gives back."""
        binding = self.ev.binding(call.callee) if call.callee.type == "Identifier" else None
        fn = binding.node if binding is not None and binding.kind in ("function", "const") else None
        if fn is not None and fn.type == "VariableDeclarator":
            fn = fn.init
        if fn is None or fn.type not in FUNCTIONS or fn.get("async") or fn.get("generator"):
            raise NotCertain
        if binding is not None and len(place_of(self.ev, binding).all_writes(self.ev)) > 1:
            raise NotCertain
        if fn.body.type != "BlockStatement":
            self.sources(fn.body, what)
            return
        for node in walk(fn.body):
            if node.type == "ReturnStatement" and _function_of(node) is fn and node.argument is not None:
                self.sources(node.argument, what)

    # -- properties -----------------------------------------------------------------------------------------------

    def property(self, member: Node, what: str) -> None:
        name = self.ev.key_of(member.property, member.computed, None)
        if name is None or member.object.type == "Super":
            raise NotCertain
        if is_this(self.ev, member.object):
            fn = this_function(_this_of(self.ev, member.object))
            owner = owner_of(self.ev, fn) if fn is not None else None
            if fn is None or (owner is not None and _is_lent(fn)):
                raise NotCertain
            if owner is not None and owner.kind == "instance":
                self.field(owner.node, name, what)
                return
            if owner is None or owner.kind != "object":
                raise NotCertain
            if aliases.lends_methods(self.ev, owner.node) or component_of(self.ev, owner.node) is not None:
                raise NotCertain
            self.literal(owner.node, name, what)
            return
        self.of_object(member.object, name, what)

    def of_object(self, node: Node, name: str, what: str) -> None:
        """The property ``name`` of the object that ``node`` gives."""
        node = bare(node)
        if not self._first(("object", node, name), what):
            return
        if name in ("hostname", "host", "origin", "href") and self.is_location(node):
            return
        match node.type:
            case "ObjectExpression":
                self.literal(node, name, what)
            case "AssignmentExpression" if node.operator == "=":
                self.of_object(node.right, name, what)
            case "Identifier" if (binding := self.ev.binding(node)) is not None:
                project = self.ev.project
                if binding.kind == "import" and (found := project.definition(binding.node)) is not None:
                    self.of_object(found, name, what)
                    return
                if binding.kind not in ("var", "let", "const"):
                    raise NotCertain
                if binding.scope.node.type == "Program" and (project.shared(binding) or project.behind_window(binding)):
                    raise NotCertain
                for write in self.writes(binding, node):
                    if write.type == "VariableDeclarator" and write.init is not None and write.id.type == "Identifier":
                        self.of_object(write.init, name, what)
                    elif write.type == "AssignmentExpression" and write.left.type == "Identifier":
                        if write.operator != "=":
                            raise NotCertain
                        self.of_object(write.right, name, what)
                    elif write.type != "AssignmentExpression" or write.left.type != "MemberExpression":
                        raise NotCertain  # property writes are counted where the object is made
            case "CallExpression" if self.is_freeze(node):
                self.of_object(node.arguments[0], name, what)
            case _:
                raise NotCertain

    def is_freeze(self, call: Node) -> bool:
        callee = call.callee
        return (
            callee.type == "MemberExpression"
            and self.is_global(callee.object, "Object")
            and callee.property.get("name") == "freeze"
            and len(call.arguments) == 1
        )

    def is_location(self, node: Node) -> bool:
        """Whether an expression certainly gives the page's location: ``location``, or a variable that only holds it."""
        if node.type == "Identifier" and (binding := self.ev.binding(node)) is not None:
            writes = self.writes(binding, node)
            values = [w.get("init") or w.get("right") for w in writes]
            plain = all(
                assigned is not None
                and w.get("operator") in (None, "=")
                and (w.get("id") or w.left).type == "Identifier"
                for w, assigned in zip(writes, values, strict=True)
            )
            if not plain or binding.kind not in ("var", "let", "const"):
                return False
            return bool(values) and all(
                v is not None and self.closed(v) and all(_is_location(leaf) for leaf in leaves(self.ev.ask(v)))
                for v in values
            )
        return self.closed(node) and all(_is_location(leaf) for leaf in leaves(self.ev.ask(node)))

    def literal(self, literal: Node, name: str, what: str) -> None:
        """The property ``name`` of the object that a literal makes."""
        if not self._first((literal, name), what):
            return
        for prop in literal.properties:
            key = self.ev.key_of(prop.key, prop.computed, None) if prop.type == "Property" else None
            if key is None or prop.kind != "init":
                raise NotCertain
            if key == name:
                self.sources(prop.value, what)
        self.stored(literal, name, what)
        if aliases.out_of_sight(self.ev, literal, name):
            raise NotCertain

    def stored(self, site: Node, name: str, what: str) -> None:
        """What is stored in the property through any name of the object."""
        for write in aliases.writes_of(self.ev, site, name, far=True):
            self.property_write(write, name, what)

    def property_write(self, write: Node, name: str, what: str) -> None:
        match write.type:
            case "AssignmentExpression" if write.left.type == "MemberExpression":
                if self.ev.key_of(write.left.property, write.left.computed, None) != name:
                    raise NotCertain
                self.assigned(write, what)
            case "CallExpression" if len(write.arguments) == 2 and write.callee.type == "Identifier":
                given = write.arguments[1]
                if given.type == "ObjectExpression":
                    self.literal(given, name, what)
                elif given.type not in ("Literal", "TemplateLiteral"):  # a helper that declares a field
                    raise NotCertain
            case "CallExpression" if len(write.arguments) == 3 and write.callee.type == "Identifier":
                self.sources(write.arguments[2], what)
            case "CallExpression" if self.is_assign(write):
                for argument in write.arguments[1:]:
                    if argument.type != "ObjectExpression":
                        raise NotCertain
                    self.literal(argument, name, what)
            case _:
                raise NotCertain

    def is_assign(self, call: Node) -> bool:
        callee = call.callee
        return callee.type == "MemberExpression" and callee.property.get("name") == "assign" and bool(call.arguments)

    def field(self, owner: Node, name: str, what: str) -> None:
        """A field of the instances of a class: every write to it in the class, and through other names."""
        if not self._first((owner, name), what):
            return
        ev = self.ev
        if objects.subclasses(ev, owner):
            raise NotCertain
        model = class_model(ev, owner)
        if name in model.methods or aliases.may_be_set(ev, owner, name) or aliases.may_be_merged(ev, owner, name):
            raise NotCertain
        if any(item.type == "PropertyDefinition" and item.computed for item in _body(owner)):
            raise NotCertain
        if self.replaced(owner, model.constructor) or aliases.is_elsewhere(ev, owner, name):
            raise NotCertain
        self.set_in_class(owner, name, what)
        self.stored(owner, name, what)
        if model.superclass is not None:
            for parent in leaves(ev.eval(model.superclass)):
                fn = getattr(parent, "fn", None)
                if isinstance(fn, Node):
                    self.set_in_class(fn, name, what)

    def replaced(self, owner: Node, constructor: Node | None) -> bool:
        """Whether ``new`` may give another object than one of the class: the constructor returns one, a proxy say."""
        if constructor is None or b"return" not in constructor.source.data[constructor.start : constructor.end]:
            return False
        for node in walk(constructor.body):
            given = node.argument if node.type == "ReturnStatement" and _function_of(node) is constructor else None
            if given is None or is_this(self.ev, bare(given)):
                continue
            for value in leaves(self.ev.ask(given)):
                same = isinstance(value, Instance) and objects.same_class(self.ev, value.ctor.fn, owner)
                if not same and not isinstance(value, (Const, Dead)):
                    return True
        return False

    def set_in_class(self, owner: Node, name: str, what: str) -> None:
        """What the code of one class stores in a field: its initialiser, and assignments to ``this``."""
        for key, item in class_model(self.ev, owner).fields:
            if key == name and item.value is not None:
                self.sources(item.value, what)
        for write in objects.field_place(self.ev, owner, name).all_writes(self.ev):
            self.property_write(write, name, what)


# -- pieces of texts ----------------------------------------------------------------------------------------------


def _known(piece: Node) -> str | None:
    """The text of a piece that is spelled out."""
    if piece.type == "TemplateElement":
        return piece.cooked or ""
    if piece.type == "Literal" and not piece.get("regex"):
        return primitive_text(piece.value)
    return None


def _flat(value: Value) -> tuple[Value, ...]:
    return value.parts if isinstance(value, Concat) else (value,)


def _spelled(value: Value) -> str:
    """A part of a value as far as the shape of a URL goes: what is not known is a letter."""
    match value:
        case Const(value=known):
            return "" if known is None or known is UNDEFINED else primitive_text(known)
        case Page(name="origin" | "href"):
            return "http://x"
        case Page(name="port" | "search" | "hash"):
            return "x"
        case Dead():
            return ""
    return "x"


def _is_own(value: Value, what: str) -> bool:
    match value:
        case Dead() | Const(value=None) | Const(value=""):
            return True
        case Const(value=known) if known is UNDEFINED:
            return True
        case Page(name=name):
            return name in (("hostname", "host") if what == "host" else ("origin", "href"))
        case Const(value=str(text)):
            host = text.partition("//")[2] if what == "url" else text
            return is_local_host(re.split(r"[/?#]", host, maxsplit=1)[0].rpartition("@")[2].rsplit(":", 1)[0])
        case Concat(parts=parts):
            first = next((part for part in parts if isinstance(part, Page) and part.name != "protocol"), None)
            return first is not None and first.name in ("hostname", "host", "origin") and _leads(parts, first)
    return False


def _leads(parts: tuple[Value, ...], host: Page) -> bool:
    """Whether only a scheme stands before ``host`` in a text."""
    before = "".join(_spelled(part) for part in parts[: parts.index(host)])
    after = next(iter(parts[parts.index(host) + 1 :]), None)
    ended = after is None or (isinstance(after, Const) and primitive_text(after.value)[:1] in _END)
    return ended and (not before or before.endswith("//"))


def _is_location(value: Value) -> bool:
    path = getattr(value, "path", None)
    return isinstance(value, Dead) or path in ("location", "window.location", "document.location")


def _is_lent(method: Node) -> bool:
    """Whether a method is called on another object than its own somewhere: ``C.prototype.m.call(o)``."""
    holder = method.parent
    key = holder.get("key") if holder is not None and holder.type in ("MethodDefinition", "Property") else None
    if key is None and holder is not None and holder.type == "AssignmentExpression":
        key = holder.left.get("property")
    name = key.get("name") if key is not None else None
    if not isinstance(name, str) or name == "constructor":
        return False
    text = spelling(name)
    lent = re.compile(
        rb"\." + text + rb"\s*\.\s*(?:call|apply|bind)\s*\((?!\s*this\b)"
        rb"|(?:[:=]|\bapply\()\s*[\w$.]+\."
        + text
        + rb"\b(?!\s*[(.=\[?])"  # {run: c.m}, o.run = c.m, Reflect.apply(c.m, o)
        rb"|\{[^{}]*\b" + text + rb"\b[^{}]*\}\s*=(?![=>])"  # {m} = C.prototype
    )
    return lent.search(method.source.data) is not None


def _sets(write: Node, binding: Binding) -> bool:
    """Whether a write puts a value into the variable itself, not into what it holds."""
    left = write.get("id") or write.get("left")
    return left is not None and any(t.type == "Identifier" and t.name == binding.name for t, _ in targets(left))


def _function_of(node: Node) -> Node | None:
    current = node.parent
    while current is not None and current.type not in FUNCTIONS:
        current = current.parent
    return current


def _this_of(ev: Evaluator, node: Node) -> Node:
    """The ThisExpression that an expression for ``this`` holds."""
    if node.type == "Identifier":
        source = ev.places.get(("alias", ev.binding(node)))
        return source if isinstance(source, Node) else node
    return node


def _body(owner: Node) -> list[Node]:
    return list(owner.body.body) if owner.type in CLASSES else []
