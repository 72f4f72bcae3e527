"""The tree: nodes, and what is done to it. Elements' own classes are in elements.py, the document in document.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bundlescan.interp.host import events
from bundlescan.interp.host.kit import (
    constants,
    effect,
    getters,
    interface,
    iterator_of,
    methods,
    optional_text,
    page,
    throw_dom,
)
from bundlescan.interp.model import (
    ITERATOR,
    MISSING,
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    call,
    is_index,
    new_array,
    proto_for,
    realm,
    throw,
    to_number,
    to_string,
    truthy,
)
from bundlescan.interp.text import join

HTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATH = "http://www.w3.org/1998/Math/MathML"


class Node(events.Target):
    __slots__ = ("at", "document", "kids", "parent")
    kind = 0

    def __init__(self, proto: JSObject, document: Any) -> None:
        super().__init__(proto)
        self.parent: Node | None = None
        self.kids: list[Node] = []
        self.at = 0  # where it stood among its parent's children when it was last looked for
        self.document = document

    def parent_target(self, event: events.EventObject) -> Any:
        return self.parent

    @property
    def name(self) -> str:
        return ""


class Element(Node):
    __slots__ = ("attrs", "content", "custom", "local", "namespace", "parts", "shadow", "started", "state")
    kind = 1
    class_name = "HTMLElement"

    def __init__(self, proto: JSObject, document: Any, local: str, namespace: str = HTML) -> None:
        super().__init__(proto, document)
        self.local = local
        self.namespace = namespace
        self.attrs: dict[str, str] = {}
        self.state: dict[str, Any] = {}  # value, checked, and objects made once: style, classList
        self.content: Fragment | None = None  # a template's
        self.shadow: Shadow | None = None
        self.custom: Any = None  # the definition of a custom element that it has become
        self.started = False  # of a script

    @property
    def name(self) -> str:
        return self.local.upper() if self.namespace == HTML else self.local


class CharacterData(Node):
    __slots__ = ("data",)

    def __init__(self, proto: JSObject, document: Any, data: str) -> None:
        super().__init__(proto, document)
        self.data = data


class TextNode(CharacterData):
    __slots__ = ()
    kind = 3

    @property
    def name(self) -> str:
        return "#text"


class Comment(CharacterData):
    __slots__ = ()
    kind = 8

    @property
    def name(self) -> str:
        return "#comment"


class Fragment(Node):
    __slots__ = ()
    kind = 11

    @property
    def name(self) -> str:
        return "#document-fragment"


class Shadow(Fragment):
    __slots__ = ("host", "mode")

    def __init__(self, host: Element, mode: str) -> None:
        super().__init__(page.protos["ShadowRoot"], host.document)
        self.host = host
        self.mode = mode

    def parent_target(self, event: events.EventObject) -> Any:
        return self.host if event.composed or event.trusted else None


class Doctype(Node):
    __slots__ = ()
    kind = 10

    @property
    def name(self) -> str:
        return "html"


# -- walking ------------------------------------------------------------------------------------------------------


def position(node: Node) -> int:
    """Where the node stands among its parent's children."""
    kids = node.parent.kids if node.parent is not None else []
    if node.at < len(kids) and kids[node.at] is node:
        return node.at
    realm.steps(len(kids) // 32)
    node.at = next(i for i, kid in enumerate(kids) if kid is node)
    return node.at


def sibling(node: Node, step: int) -> Node | None:
    if node.parent is None:
        return None
    at = position(node) + step
    kids = node.parent.kids
    if not 0 <= at < len(kids):
        return None
    kids[at].at = at
    return kids[at]


def sibling_element(node: Node, step: int) -> Node | None:
    at = sibling(node, step)
    while at is not None and not isinstance(at, Element):
        at = sibling(at, step)
    return at


def descendants(node: Node) -> Iterator[Node]:
    """In document order, without the node."""
    stack = list(reversed(node.kids))
    realm.steps(len(stack) // 8)
    while stack:
        at = stack.pop()
        yield at
        if at.kids:
            realm.steps(len(at.kids) // 8)
            stack.extend(reversed(at.kids))


def elements_of(node: Node) -> Iterator[Element]:
    for at in descendants(node):
        if isinstance(at, Element):
            yield at


def children(node: Node) -> list[Any]:
    realm.steps(len(node.kids) // 16)
    return [kid for kid in node.kids if isinstance(kid, Element)]


def root_of(node: Node, composed: bool = False) -> Node:
    at = node
    while True:
        if at.parent is not None:
            at = at.parent
        elif composed and isinstance(at, Shadow):
            at = at.host
        else:
            return at


def connected(node: Node) -> bool:
    return root_of(node, True) is page.document


def contains(node: Node, other: Any) -> bool:
    at = other
    while isinstance(at, Node):
        if at is node:
            return True
        at = at.parent
    return False


def text_content(node: Node) -> str:
    if isinstance(node, CharacterData):
        return node.data
    realm.steps(len(node.kids))
    return join(at.data for at in descendants(node) if isinstance(at, TextNode))


# -- changing -----------------------------------------------------------------------------------------------------

#: called with the root of a subtree that has come into the document, or gone from it
on_insert: list[Callable[[Node], None]] = []
on_remove: list[Callable[[Node], None]] = []
#: called with the kind of a change, its target and what a MutationRecord says of it
on_change: list[Callable[[str, Node, dict[str, Any]], None]] = []


def changed(kind: str, target: Node, **record: Any) -> None:
    for tell in on_change:
        tell(kind, target, record)


def insert(parent: Node, node: Any, before: Any = None) -> Any:
    """``parent.insertBefore(node, before)``"""
    if not isinstance(node, Node):
        throw("TypeError", "Failed to execute 'insertBefore' on 'Node': parameter 1 is not of type 'Node'.")
    if before is not None and (not isinstance(before, Node) or before.parent is not parent):
        throw_dom("NotFoundError", "The node before which the new node is to be inserted is not a child of this node.")
    if isinstance(parent, CharacterData) or (node.kids and contains(node, parent)) or node is parent:
        throw_dom("HierarchyRequestError", "The new child element contains the parent.")
    realm.steps(1)
    if isinstance(node, Fragment) and not isinstance(node, Shadow):
        added = node.kids
        node.kids = []
        for kid in added:
            kid.parent = None
    else:
        if before is node:
            before = sibling(node, 1)
        if node.parent is not None:
            detach(node)
        added = [node]
    at = position(before) if before is not None else len(parent.kids)
    previous = parent.kids[at - 1] if at else None
    parent.kids[at:at] = added
    realm.steps(len(added) + (len(parent.kids) - at) // 64)
    for offset, kid in enumerate(added):
        kid.parent = parent
        kid.at = at + offset
    if added:
        changed("childList", parent, addedNodes=added, previousSibling=previous, nextSibling=before)
    if added and connected(parent):
        for kid in added:
            for tell in on_insert:
                if kid.parent is parent:
                    tell(kid)
    return node


def detach(node: Node) -> None:
    parent = node.parent
    if parent is None:
        return
    was_connected = bool(on_remove) and connected(node)
    at = position(node)
    previous = parent.kids[at - 1] if at else None
    following = parent.kids[at + 1] if at + 1 < len(parent.kids) else None
    del parent.kids[at]
    node.parent = None
    changed("childList", parent, removedNodes=[node], previousSibling=previous, nextSibling=following)
    if was_connected:
        for tell in on_remove:
            tell(node)


def clear(parent: Node) -> None:
    realm.steps(len(parent.kids))
    while parent.kids:
        detach(parent.kids[-1])


def set_text(node: Node, value: Any) -> None:
    data = to_string(value) if value is not None else ""
    if isinstance(node, CharacterData):
        set_data(node, data)
    elif node.kind in (1, 11):
        clear(node)
        if data:
            insert(node, TextNode(page.protos["Text"], node.document, data))


def set_data(node: CharacterData, data: str) -> None:
    old, node.data = node.data, data
    changed("characterData", node, oldValue=old)


def as_node(values: Args, document: Any) -> Node:
    """The nodes and texts that append() and the like are given, as one."""
    made = [v if isinstance(v, Node) else TextNode(page.protos["Text"], document, to_string(v)) for v in values]
    if len(made) == 1:
        return made[0]
    whole = Fragment(page.protos["DocumentFragment"], document)
    for node in made:
        insert(whole, node)
    return whole


def copy(node: Any, deep: bool) -> Any:
    """cloneNode"""
    realm.steps(1)
    if isinstance(node, Element):
        made: Node = page.document.element(node.local, node.namespace, document=node.document)
        assert isinstance(made, Element)
        made.attrs = dict(node.attrs)
        made.started = node.started
        made.state = {k: v for k, v in node.state.items() if k in ("value", "checked")}
        if node.content is not None and made.content is not None and deep:
            for kid in node.content.kids:
                insert(made.content, copy(kid, True))
    elif isinstance(node, CharacterData):
        made = type(node)(page.protos["Text" if node.kind == 3 else "Comment"], node.document, node.data)
    elif isinstance(node, Fragment):
        made = Fragment(page.protos["DocumentFragment"], node.document)
    elif node.kind == 9:
        made = page.document.another()
    else:
        made = Doctype(page.protos["DocumentType"], node.document)
    if deep:
        for kid in node.kids:
            insert(made, copy(kid, True))
    return made


# -- lists --------------------------------------------------------------------------------------------------------


class NodeList(JSObject):
    """A NodeList or HTMLCollection: what ``items`` gives now."""

    __slots__ = ("items",)
    class_name = "NodeList"

    def __init__(self, items: Callable[[], list[Any]], name: str = "NodeList") -> None:
        super().__init__(page.protos[name])
        self.items = items

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str):
            if key == "length":
                return Prop(float(len(self.items())), writable=False)
            if is_index(key):
                items = self.items()
                return items[int(key)] if int(key) < len(items) else MISSING
            if self.proto is page.protos["HTMLCollection"] and not self.proto.has(key):
                return next((el for el in self.items() if key in (el.attrs.get("id"), el.attrs.get("name"))), MISSING)
        return self.props.get(key, MISSING)

    def own_keys(self) -> list[Any]:
        return [*map(str, range(len(self.items()))), *super().own_keys()]


def fixed(items: Iterable[Any]) -> NodeList:
    made = list(items)
    return NodeList(lambda: made)


def live(items: Callable[[], list[Any]]) -> NodeList:
    return NodeList(items, "HTMLCollection")


def _item(this: Any, args: Args) -> Any:
    items = this.items()
    at = to_number(arg(args, 0))
    return items[int(at)] if 0 <= at < len(items) else None


def _each(this: Any, args: Args) -> Any:
    for index, item in enumerate(list(this.items())):
        call(arg(args, 0), arg(args, 1), [item, float(index), this])
    return UNDEF


def list_methods(proto: JSObject, kind: Any) -> None:
    methods(proto, kind, {
        "item": _item, "forEach": _each, "values": lambda t, a: iterator_of(list(t.items())),
        "keys": lambda t, a: iterator_of([float(i) for i in range(len(t.items()))]),
        "entries": lambda t, a: iterator_of([new_array([float(i), v]) for i, v in enumerate(t.items())]),
    })  # fmt: skip
    proto.props[ITERATOR] = Prop(proto.props["values"].value)


def _install_lists() -> None:
    list_methods(interface("NodeList"), NodeList)
    interface("RadioNodeList", "NodeList")
    proto = interface("HTMLCollection")
    list_methods(proto, NodeList)
    for name in ("forEach", "values", "keys", "entries"):  # it has none of these
        del proto.props[name]
    methods(proto, NodeList, {
        "namedItem": lambda t, a: next(
            (el for el in t.items() if to_string(arg(a, 0)) in (el.attrs.get("id"), el.attrs.get("name"))), None),
    })  # fmt: skip
    interface("HTMLOptionsCollection", "HTMLCollection")
    interface("HTMLFormControlsCollection", "HTMLCollection")


# -- the classes --------------------------------------------------------------------------------------------------


def _remove_child(this: Node, args: Args) -> Any:
    node = arg(args, 0)
    if not isinstance(node, Node):
        throw("TypeError", "Failed to execute 'removeChild' on 'Node': parameter 1 is not of type 'Node'.")
    if node.parent is not this:
        throw_dom("NotFoundError", "The node to be removed is not a child of this node.")
    detach(node)
    return node


def _replace_child(this: Node, args: Args) -> Any:
    new, old = arg(args, 0), arg(args, 1)
    if not isinstance(old, Node) or old.parent is not this:
        throw_dom("NotFoundError", "The node to be replaced is not a child of this node.")
    if new is old:
        return old
    after = sibling(old, 1)
    if after is new:
        after = sibling(after, 1) if after is not None else None
    detach(old)
    insert(this, new, after)
    return old


def _compare(this: Node, args: Args) -> Any:
    other = arg(args, 0)
    if this is other:
        return 0.0
    if not isinstance(other, Node) or root_of(this) is not root_of(other):
        return 35.0
    if contains(this, other):
        return 20.0
    if contains(other, this):
        return 10.0

    def path(node: Node) -> list[int]:
        out = []
        while node.parent is not None:
            out.append(position(node))
            node = node.parent
        return out[::-1]

    return 4.0 if path(this) < path(other) else 2.0


def _normalize(this: Node, args: Args) -> Any:
    for node in [this, *descendants(this)]:
        for kid in list(node.kids):
            before = sibling(kid, -1)
            if isinstance(kid, TextNode) and (not kid.data or isinstance(before, TextNode)):
                if isinstance(before, TextNode):
                    before.data = join((before.data, kid.data))
                detach(kid)
    return UNDEF


def _same(a: Any, b: Any) -> bool:
    return (
        isinstance(b, Node) and a.kind == b.kind and a.name == b.name
        and getattr(a, "data", "") == getattr(b, "data", "")
        and getattr(a, "attrs", {}) == getattr(b, "attrs", {}) and len(a.kids) == len(b.kids)
        and all(_same(x, y) for x, y in zip(a.kids, b.kids, strict=True))
    )  # fmt: skip


def _owner(node: Node) -> Any:
    return None if node.kind == 9 else node.document


def _root_node(this: Node, args: Args) -> Any:
    return root_of(this, isinstance(arg(args, 0), JSObject) and truthy(args[0].get("composed", args[0])))


def _install_node() -> None:
    proto = interface("Node", "EventTarget")
    constants("Node", {
        "ELEMENT_NODE": 1.0, "ATTRIBUTE_NODE": 2.0, "TEXT_NODE": 3.0, "CDATA_SECTION_NODE": 4.0,
        "PROCESSING_INSTRUCTION_NODE": 7.0, "COMMENT_NODE": 8.0, "DOCUMENT_NODE": 9.0, "DOCUMENT_TYPE_NODE": 10.0,
        "DOCUMENT_FRAGMENT_NODE": 11.0, "DOCUMENT_POSITION_DISCONNECTED": 1.0, "DOCUMENT_POSITION_PRECEDING": 2.0,
        "DOCUMENT_POSITION_FOLLOWING": 4.0, "DOCUMENT_POSITION_CONTAINS": 8.0, "DOCUMENT_POSITION_CONTAINED_BY": 16.0,
    })  # fmt: skip

    def set_value(node: Node, value: Any) -> None:
        if isinstance(node, CharacterData):
            set_text(node, value)

    getters(proto, Node, {
        "nodeType": lambda n: float(n.kind), "nodeName": lambda n: n.name, "ownerDocument": _owner,
        "parentNode": lambda n: n.parent,
        "parentElement": lambda n: n.parent if isinstance(n.parent, Element) else None,
        "childNodes": lambda n: NodeList(lambda: n.kids), "firstChild": lambda n: n.kids[0] if n.kids else None,
        "lastChild": lambda n: n.kids[-1] if n.kids else None, "nextSibling": lambda n: sibling(n, 1),
        "previousSibling": lambda n: sibling(n, -1), "isConnected": connected,
        "nodeValue": (lambda n: n.data if isinstance(n, CharacterData) else None, set_value),
        "textContent": (lambda n: None if n.kind in (9, 10) else text_content(n), set_text),
        "baseURI": lambda n: page.document.base().href(),
    })  # fmt: skip
    methods(proto, Node, {
        "appendChild": lambda n, a: insert(n, arg(a, 0)),
        "insertBefore": lambda n, a: insert(n, arg(a, 0), arg(a, 1) if arg(a, 1) is not UNDEF else None),
        "removeChild": _remove_child, "replaceChild": _replace_child,
        "cloneNode": lambda n, a: copy(n, truthy(arg(a, 0))), "contains": lambda n, a: contains(n, arg(a, 0)),
        "hasChildNodes": lambda n, a: bool(n.kids), "normalize": _normalize, "compareDocumentPosition": _compare,
        "isSameNode": lambda n, a: n is arg(a, 0), "isEqualNode": lambda n, a: _same(n, arg(a, 0)),
        "getRootNode": _root_node, "lookupNamespaceURI": lambda n, a: None, "isDefaultNamespace": lambda n, a: True,
    })  # fmt: skip


def child_methods(proto: JSObject) -> None:
    """remove, before, after, replaceWith"""

    def remove(this: Node, args: Args) -> Any:
        detach(this)
        return UNDEF

    def beside(offset: int) -> Callable[[Any, Args], Any]:
        def run(this: Node, args: Args) -> Any:
            parent = this.parent
            if parent is not None:
                before: Node | None = this if offset == 0 else sibling(this, 1)
                while before is not None and before in args:
                    before = sibling(before, 1)
                insert(parent, as_node(args, this.document), before)
            return UNDEF

        return run

    def replace(this: Node, args: Args) -> Any:
        parent = this.parent
        if parent is not None:
            before = sibling(this, 1)
            while before is not None and before in args:
                before = sibling(before, 1)
            if this not in args:
                detach(this)
            insert(parent, as_node(args, this.document), before)
        return UNDEF

    methods(proto, Node, {"remove": remove, "before": beside(0), "after": beside(1), "replaceWith": replace})


def parent_methods(proto: JSObject) -> None:
    """children, append, querySelector, …"""
    from bundlescan.interp.host import selectors

    def append(this: Node, args: Args) -> Any:
        insert(this, as_node(args, this.document))
        return UNDEF

    def prepend(this: Node, args: Args) -> Any:
        made = as_node(args, this.document)
        insert(this, made, this.kids[0] if this.kids else None)
        return UNDEF

    def replace(this: Node, args: Args) -> Any:
        made = as_node(args, this.document)
        clear(this)
        insert(this, made)
        return UNDEF

    def first(this: Node, args: Args) -> Any:
        text = to_string(arg(args, 0))
        found = next(selectors.find(this, text), None)
        if found is None and this.kind == 9:
            return page.document.mount(text)
        return found

    getters(proto, Node, {
        "children": lambda n: live(lambda: children(n)),
        "firstElementChild": lambda n: next((k for k in n.kids if isinstance(k, Element)), None),
        "lastElementChild": lambda n: next((k for k in reversed(n.kids) if isinstance(k, Element)), None),
        "childElementCount": lambda n: float(len(children(n))),
    })  # fmt: skip
    methods(proto, Node, {
        "append": append, "prepend": prepend, "replaceChildren": replace, "querySelector": first,
        "querySelectorAll": lambda n, a: fixed(selectors.find(n, to_string(arg(a, 0)))),
    })  # fmt: skip


def search_methods(proto: JSObject) -> None:
    """getElementsBy…"""

    def by_tag(this: Node, args: Args) -> Any:
        name = to_string(arg(args, 0)).lower()
        return live(lambda: [el for el in elements_of(this) if name == "*" or el.local.lower() == name])

    def by_tag_ns(this: Node, args: Args) -> Any:
        return by_tag(this, args[1:])

    def by_class(this: Node, args: Args) -> Any:
        names = set(to_string(arg(args, 0)).split())
        return live(
            lambda: [el for el in elements_of(this) if names and names <= set(el.attrs.get("class", "").split())]
        )

    methods(proto, Node, {"getElementsByTagName": by_tag, "getElementsByTagNameNS": by_tag_ns,
                          "getElementsByClassName": by_class})  # fmt: skip


def _install_data() -> None:
    def make(name: str, kind: type[CharacterData]) -> Callable[[Args, JSObject], Any]:
        return lambda args, new: kind(proto_for(new, page.protos[name]), page.document, optional_text(arg(args, 0)))

    def splice(this: CharacterData, args: Args) -> Any:
        at, count = int(to_number(arg(args, 0))), int(to_number(arg(args, 1)))
        set_data(this, join((this.data[:at], to_string(arg(args, 2)), this.data[at + count :])))
        return UNDEF

    def split(this: CharacterData, args: Args) -> Any:
        at = int(to_number(arg(args, 0)))
        rest = TextNode(page.protos["Text"], this.document, this.data[at:])
        set_data(this, this.data[:at])
        if this.parent is not None:
            insert(this.parent, rest, sibling(this, 1))
        return rest

    proto = interface("CharacterData", "Node")
    getters(proto, CharacterData, {
        "data": (lambda n: n.data, set_text), "length": lambda n: float(len(n.data)),
        "nextElementSibling": lambda n: sibling_element(n, 1),
        "previousElementSibling": lambda n: sibling_element(n, -1),
    })  # fmt: skip
    methods(proto, CharacterData, {
        "appendData": lambda n, a: effect(set_data, n, join((n.data, to_string(arg(a, 0))))),
        "insertData": lambda n, a: splice(n, [arg(a, 0), 0.0, arg(a, 1)]),
        "deleteData": lambda n, a: splice(n, [arg(a, 0), arg(a, 1), ""]), "replaceData": splice,
        "substringData": lambda n, a: n.data[int(to_number(arg(a, 0))):][:int(to_number(arg(a, 1)))],
    })  # fmt: skip
    child_methods(proto)
    proto = interface("Text", "CharacterData", make("Text", TextNode))
    methods(proto, TextNode, {"splitText": split})
    getters(proto, TextNode, {"wholeText": lambda n: n.data})
    interface("Comment", "CharacterData", make("Comment", Comment))
    proto = interface("DocumentType", "Node")
    getters(proto, Doctype, {"name": lambda n: "html", "publicId": lambda n: "", "systemId": lambda n: ""})
    child_methods(proto)


def _install_fragments() -> None:
    def make(args: Args, new_target: JSObject) -> Any:
        return Fragment(page.protos["DocumentFragment"], page.document)

    proto = interface("DocumentFragment", "Node", make)
    parent_methods(proto)
    by_id(proto)
    proto = interface("ShadowRoot", "DocumentFragment")
    from bundlescan.interp.host import markup

    getters(proto, Shadow, {
        "host": lambda s: s.host, "mode": lambda s: s.mode, "activeElement": lambda s: None,
        "innerHTML": (lambda s: markup.inner(s), lambda s, v: markup.set_inner(s, v)),
        "styleSheets": lambda s: new_array([]),
    })  # fmt: skip
    proto.props["adoptedStyleSheets"] = UNDEF
    methods(proto, Shadow, {"elementFromPoint": lambda s, a: None, "getSelection": lambda s, a: None})


def by_id(proto: JSObject) -> None:
    methods(proto, Node, {"getElementById": lambda n, a: find_id(n, to_string(arg(a, 0)))})


def find_id(node: Node, name: str) -> Element | None:
    count = 0
    found = None
    for at in elements_of(node) if name else ():
        count += 1
        if at.attrs.get("id") == name:
            found = at
            break
    realm.steps(count // 16)
    return found


def install() -> None:
    on_insert.clear()
    on_remove.clear()
    on_change.clear()
    _install_lists()
    _install_node()
    _install_data()
    _install_fragments()
