"""The document, and what happens as scripts, style sheets and images are put into it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import attributes, custom, elements, events, forms, markup, nodes, styles, urlparts, urls
from bundlescan.interp.host.kit import (
    absorbing,
    constants,
    effect,
    getters,
    handler_names,
    interface,
    later,
    methods,
    native,
    nothing,
    page,
    plain,
    throw_dom,
)
from bundlescan.interp.host.nodes import (
    HTML,
    Comment,
    Doctype,
    Element,
    Fragment,
    Node,
    TextNode,
    connected,
    copy,
    descendants,
    detach,
    elements_of,
    find_id,
    fixed,
    insert,
    live,
    sibling,
)
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    call,
    construct,
    get,
    is_callable,
    new_array,
    new_object,
    realm,
    throw,
    to_number,
    to_string,
    truthy,
)

_TAGS = set(elements.TAGS)
SCRIPT_TYPES = (
    "",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/x-javascript",
    "module",
)
LOADS = 2.0  # milliseconds until what is put into the document has loaded


class Document(Node):
    __slots__ = ("active", "cookies", "inventing", "ready", "state", "urls")
    kind = 9
    class_name = "HTMLDocument"

    def __init__(self) -> None:
        super().__init__(page.protos["HTMLDocument"], None)
        self.document = self
        self.active: Any = None
        self.cookies: dict[str, str] = {}
        self.ready = "complete"
        self.inventing = False  # there is no HTML: an element that is asked for is made
        self.state: dict[str, Any] = {}
        self.urls: tuple[str, str, urlparts.Parts] | None = None  # the base, and what it was made of

    @property
    def name(self) -> str:
        return "#document"

    def parent_target(self, event: events.EventObject) -> Any:
        return page.window if self is page.document and event.type != "load" else None

    def outline(self) -> None:
        """An empty document."""
        insert(self, Doctype(page.protos["DocumentType"], self))
        root = self.element("html")
        insert(self, root)
        for tag in ("head", "body"):
            insert(root, self.element(tag))

    @property
    def root(self) -> Any:
        return next((kid for kid in self.kids if isinstance(kid, Element)), None)

    def _part(self, tag: str) -> Any:
        root = self.root
        return next((kid for kid in root.kids if isinstance(kid, Element) and kid.local == tag), None) if root else None

    @property
    def head(self) -> Any:
        return self._part("head")

    @property
    def body(self) -> Any:
        return self._part("body")

    def element(self, local: str, namespace: str = HTML, document: Any = None, upgrade: bool = True) -> Element:
        realm.steps(1)
        made = Element(elements.proto_of(local, namespace), document or self, local, namespace)
        if local == "template" and namespace == HTML:
            made.content = Fragment(page.protos["DocumentFragment"], made.document)
        if upgrade and "-" in local:
            custom.upgrade(made)
        return made

    def another(self) -> Document:
        made = Document()
        made.outline()
        return made

    def base(self) -> urlparts.Parts:
        """What relative URLs are relative to: the page's URL, or <base href>."""
        own: urlparts.Parts = page.location.parts
        head = self.head
        found = (
            next((el for el in nodes.children(head) if el.local == "base" and "href" in el.attrs), None)
            if head
            else None
        )
        if found is None:
            return own
        return urlparts.parse(found.attrs["href"], own) or own

    def mount(self, selector: str) -> Any:
        """The element of an application that is scanned without its page: made when it is asked for."""
        if not self.inventing:
            return None
        found = re.fullmatch(r"#([-\w]+)|([a-z][a-z0-9]*(?:-[-a-z0-9]+)*)", selector.strip())
        if found is None:
            return None
        if found[1]:
            made = self.element("div")
            made.attrs["id"] = found[1]
        elif found[2] in _TAGS - {"div", "p", "span"} and "-" not in found[2]:
            return None  # a script that looks for a style sheet or a meta finds none
        else:
            made = self.element(found[2])
        insert(self.body, made)
        return made


# -- loading ------------------------------------------------------------------------------------------------------


def loads(node: Node) -> None:
    """A subtree has come into the document: its scripts run, its sheets, images and frames load."""
    for at in [node, *descendants(node)] if node.kids else [node]:
        if isinstance(at, Element):
            begin(at)


def begin(element: Element) -> None:
    if element.local == "script":
        _begin_script(element)
    elif element.local == "link" and "href" in element.attrs:
        if {"stylesheet", "preload", "modulepreload", "prefetch"} & set(element.attrs.get("rel", "").lower().split()):
            _tell_later(element, "load")
    elif element.local == "iframe" or (element.local == "style" and element.kids):
        _tell_later(element, "load")


def _tell_later(element: Element, kind: str) -> None:
    if not page.parsing:
        page.task(LOADS, lambda: events.simple(element, kind))


def _begin_script(element: Element) -> None:
    if element.started or element.attrs.get("type", "").strip().lower() not in SCRIPT_TYPES:
        return
    if element.attrs.get("type") != "module" and "nomodule" in element.attrs:
        return
    if "src" in element.attrs:
        element.started = True
        parts = urls.resolve(element.attrs["src"])
        if parts is None:
            _tell_later(element, "error")
            return
        page.task(LOADS, lambda: _run_script(element, parts.href()))
    elif element.kids:
        element.started = True
        source = nodes.text_content(element)
        evaluate = get(page.window, "eval")
        if is_callable(evaluate) and source.strip() and element.attrs.get("type") != "module":
            with_current(element, lambda: page.guarded(lambda: call(evaluate, UNDEF, [source])))


def _run_script(element: Element, url: str) -> None:
    run = page.load(url)
    if run is None:
        events.simple(element, "error")
        return
    with_current(None if element.attrs.get("type") == "module" else element, lambda: page.guarded(run))
    page.checkpoint()
    events.simple(element, "load")


def with_current(element: Any, run: Callable[[], object]) -> None:
    before = page.current_script
    page.current_script = element
    try:
        run()
    finally:
        page.current_script = before


def attribute_set(element: Element, name: str, old: str | None, new: str | None) -> None:
    """A script that is in the document gets its src; an image loads as it gets its own."""
    if name == "src" and new:
        if element.local == "img":
            _tell_later(element, "load")
        elif element.local in ("script", "iframe") and connected(element):
            begin(element)
    elif name == "href" and new and element.local == "link" and connected(element):
        begin(element)


def changed(kind: str, target: Node, record: dict[str, Any]) -> None:
    """A script that is in the document gets its text."""
    if kind == "childList" and isinstance(target, Element) and target.local == "script" and record.get("addedNodes"):
        if not target.started and connected(target):
            _begin_script(target)


# -- ranges and walkers -------------------------------------------------------------------------------------------


def _range(this: Any, args: Args) -> Any:
    made = JSObject(page.protos["Range"])
    made.props.update(startContainer=page.document, endContainer=page.document, startOffset=0.0, endOffset=0.0,
                      collapsed=True, commonAncestorContainer=page.document)  # fmt: skip
    return made


def _install_ranges() -> None:
    def place(start: bool, end: bool) -> Callable[[Any, Args], Any]:
        def run(this: JSObject, args: Args) -> Any:
            node, offset = arg(args, 0), arg(args, 1) if len(args) > 1 else 0.0
            if start:
                this.props.update(startContainer=node, startOffset=offset, commonAncestorContainer=node)
            if end:
                this.props.update(endContainer=node, endOffset=offset)
            return UNDEF

        return run

    def context(this: JSObject, args: Args) -> Any:
        made = markup.fragment(page.document, to_string(arg(args, 0)))
        for el in elements_of(made):
            el.started = False  # its scripts run as it is inserted
        return made

    def contents(this: JSObject) -> list[Any]:
        node = this.props["startContainer"]
        return list(node.kids) if isinstance(node, Node) else []

    def extract(this: JSObject, args: Args) -> Any:
        made = Fragment(page.protos["DocumentFragment"], page.document)
        for node in contents(this):
            insert(made, node)
        return made

    def clone(this: JSObject, args: Args) -> Any:
        made = Fragment(page.protos["DocumentFragment"], page.document)
        for node in contents(this):
            insert(made, copy(node, True))
        return made

    def insert_node(this: JSObject, args: Args) -> Any:
        node = this.props["startContainer"]
        if isinstance(node, Node):
            insert(node, arg(args, 0), node.kids[0] if node.kids else None)
        return UNDEF

    proto = interface("Range", None, lambda args, new: _range(UNDEF, []))
    methods(proto, JSObject, {
        "setStart": place(True, False), "setEnd": place(False, True), "selectNode": place(True, True),
        "selectNodeContents": place(True, True), "setStartBefore": place(True, False),
        "setStartAfter": place(True, False), "setEndBefore": place(False, True), "setEndAfter": place(False, True),
        "collapse": nothing, "detach": nothing,
        "createContextualFragment": context, "extractContents": extract, "cloneContents": clone,
        "deleteContents": lambda this, args: effect(extract, this, args), "insertNode": insert_node,
        "surroundContents": nothing, "cloneRange": _range, "getBoundingClientRect": lambda this, args: elements.rect(),
        "getClientRects": lambda this, args: new_array([]), "toString": lambda this, args: "",
        "compareBoundaryPoints": lambda this, args: 0.0,
    })  # fmt: skip


class Walker(JSObject):
    """A TreeWalker, a NodeIterator."""

    __slots__ = ("at", "filter", "root", "shown")
    at: Any
    filter: Any
    root: Any
    shown: int

    def accepts(self, node: Node) -> bool:
        if not self.shown >> (node.kind - 1) & 1:
            return False
        if not isinstance(self.filter, JSObject):
            return True
        test = self.filter if is_callable(self.filter) else get(self.filter, "acceptNode")
        return to_number(call(test, self.filter, [node])) == 1

    def walk(self, step: Callable[[Node], Any]) -> Any:
        node = self.at
        while True:
            realm.steps(1)
            node = step(node)
            if node is None:
                return None
            if self.accepts(node):
                self.at = node
                return node

    def following(self, node: Any) -> Any:
        if node.kids:
            return node.kids[0]
        while node is not None and node is not self.root:
            after = sibling(node, 1)
            if after is not None:
                return after
            node = node.parent
        return None

    def preceding(self, node: Any) -> Any:
        if node is self.root:
            return None
        before = sibling(node, -1)
        if before is None:
            return node.parent
        while before.kids:
            before = before.kids[-1]
        return before


def _install_walkers() -> None:
    def step(name: str) -> Callable[[Any, Args], Any]:
        def run(this: Walker, args: Args) -> Any:
            if name == "parent":
                return this.walk(lambda n: n.parent if n is not this.root else None)
            if name in ("first", "last"):
                kid = this.at.kids[0 if name == "first" else -1] if this.at.kids else None
                while kid is not None and not this.accepts(kid):
                    kid = sibling(kid, 1 if name == "first" else -1)
                this.at = kid if kid is not None else this.at
                return kid
            if name in ("next sibling", "previous sibling"):
                return this.walk(lambda n: sibling(n, 1 if name == "next sibling" else -1))
            return this.walk(this.following if name == "next" else this.preceding)

        return run

    for name in ("TreeWalker", "NodeIterator"):
        proto = interface(name)
        getters(proto, Walker, {
            "currentNode": (lambda w: w.at, lambda w, v: setattr(w, "at", v)), "root": lambda w: w.root,
            "whatToShow": lambda w: float(w.shown), "filter": lambda w: w.filter,
        })  # fmt: skip
        methods(proto, Walker, {
            "nextNode": step("next"), "previousNode": step("previous"), "parentNode": step("parent"),
            "firstChild": step("first"), "lastChild": step("last"), "nextSibling": step("next sibling"),
            "previousSibling": step("previous sibling"), "detach": nothing,
        })  # fmt: skip
    interface("NodeFilter")
    constants("NodeFilter", {
        "FILTER_ACCEPT": 1.0, "FILTER_REJECT": 2.0, "FILTER_SKIP": 3.0, "SHOW_ALL": 4294967295.0, "SHOW_ELEMENT": 1.0,
        "SHOW_TEXT": 4.0, "SHOW_COMMENT": 128.0, "SHOW_DOCUMENT": 256.0, "SHOW_DOCUMENT_FRAGMENT": 1024.0,
    })  # fmt: skip


def _walker(name: str) -> Callable[[Any, Args], Any]:
    def run(this: Any, args: Args) -> Any:
        if not isinstance(arg(args, 0), Node):
            throw("TypeError", "parameter 1 is not of type 'Node'.")
        made = Walker(page.protos[name])
        made.root = made.at = args[0]
        made.shown = int(to_number(args[1])) & 0xFFFFFFFF if len(args) > 1 and args[1] is not UNDEF else 0xFFFFFFFF
        made.filter = arg(args, 2)
        return made

    return run


# -- Document -----------------------------------------------------------------------------------------------------


def _create(this: Document, args: Args) -> Any:
    name = to_string(arg(args, 0))
    if not re.match(r"[A-Za-z_:\u0080-\uffff]", name) or re.search(r"[\s<>/]", name):
        throw_dom("InvalidCharacterError", f"The tag name provided ('{name}') is not a valid name.")
    kind = plain(arg(args, 1), "is")
    made = this.element(str(name).lower())
    if kind is not UNDEF:
        made.attrs["is"] = to_string(kind)
        custom.upgrade(made)
    return made


def _create_ns(this: Document, args: Args) -> Any:
    namespace, name = arg(args, 0), str(to_string(arg(args, 1)))
    space = to_string(namespace) if namespace is not None else ""
    return this.element(name.rpartition(":")[2], space)


def _create_event(this: Any, args: Args) -> Any:
    kind = str(to_string(arg(args, 0)))
    kind = {"htmlevents": "Event", "events": "Event", "mouseevents": "MouseEvent", "uievents": "UIEvent"}.get(
        kind.lower(), kind
    )
    found = next((name for name in ("Event", *events.CLASSES) if name.lower() == kind.lower()), None)
    if found is None:
        throw_dom("NotSupportedError", f"The provided event type ('{kind}') is invalid.")
    return construct(get(page.window, found), [""])


def _get_by_id(this: Document, args: Args) -> Any:
    name = to_string(arg(args, 0))
    found = find_id(this, name)
    return found if found is not None or this is not page.document else this.mount("#" + name)


def _by_name(this: Document, args: Args) -> Any:
    name = to_string(arg(args, 0))
    return live_list(this, lambda el: el.attrs.get("name") == name)


def live_list(document: Document, test: Callable[[Element], bool]) -> Any:
    return live(lambda: [el for el in elements_of(document) if test(el)])


def _write(this: Document, args: Args) -> Any:
    made = markup.fragment(this, "".join(map(to_string, args)))
    for el in elements_of(made):
        el.started = False
    place = page.current_script
    if isinstance(place, Element) and place.parent is not None and connected(place):
        insert(place.parent, made, sibling(place, 1))
    elif this.body is not None:
        insert(this.body, made)
    return UNDEF


def _cookie(document: Document) -> str:
    pairs = (f"{name}={value}" if name else value for name, value in document.cookies.items())
    return str(realm.sway("; ".join(pairs)))


def _set_cookie(document: Document, value: Any) -> None:
    pair, *rest = to_string(value).split(";")
    name, equals, content = pair.partition("=")
    name, content = (name.strip(), content.strip()) if equals else ("", name.strip())
    gone = any(re.match(r"\s*max-age\s*=\s*(-|0\s*$)", part, re.IGNORECASE) for part in rest) or any(
        re.match(r"\s*expires\s*=.*\b19[0-9][0-9]\b", part, re.IGNORECASE) for part in rest
    )
    if gone:
        document.cookies.pop(name, None)
    else:
        document.cookies[name] = content


def _title(document: Document) -> str:
    found = next((el for el in elements_of(document) if el.local == "title"), None)
    return nodes.text_content(found).strip() if found is not None else ""


def _set_title(document: Document, value: Any) -> None:
    found = next((el for el in elements_of(document) if el.local == "title"), None)
    if found is None and document.head is not None:
        found = document.element("title")
        insert(document.head, found)
    if found is not None:
        nodes.set_text(found, value)


def _set_body(document: Document, value: Any) -> None:
    if isinstance(value, Element) and document.root is not None:
        if document.body is not None:
            detach(document.body)
        insert(document.root, value)


def _active(document: Document) -> Any:
    return document.active if document.active is not None and connected(document.active) else document.body


def _adopt(this: Document, args: Args) -> Any:
    node = arg(args, 0)
    if isinstance(node, Node):
        if node.parent is not None:
            detach(node)
        for at in [node, *descendants(node)]:
            at.document = this
    return node


def _import(this: Document, args: Args) -> Any:
    made = copy(arg(args, 0), truthy(arg(args, 1)))
    for at in [made, *descendants(made)]:
        at.document = this
        if isinstance(at, Element) and at.custom is None:
            custom.upgrade(at)
    return made


def _install_document() -> None:
    proto = interface("Document", "Node", lambda args, new: page.document.another())
    interface("HTMLDocument", "Document")
    interface("XMLDocument", "Document")
    events.handler_properties(proto, handler_names() + " readystatechange visibilitychange fullscreenchange")
    nodes.parent_methods(proto)
    nodes.search_methods(proto)
    window = page.window
    fonts = events.Target(page.protos["EventTarget"])
    fonts.props.update(
        ready=later(fonts), status="loaded", load=native(lambda t, a: later(new_array([]))), size=0.0,
        check=native(lambda t, a: True), add=native(nothing), forEach=native(nothing),
    )  # fmt: skip

    def own(read: Callable[[Document], Any]) -> Callable[[Any], Any]:
        return lambda d: read(d) if d is page.document else None

    getters(proto, Document, {
        "documentElement": lambda d: d.root, "head": lambda d: d.head, "body": (lambda d: d.body, _set_body),
        "title": (_title, _set_title), "cookie": (_cookie, _set_cookie), "readyState": lambda d: d.ready,
        "currentScript": own(lambda d: page.current_script), "defaultView": own(lambda d: window),
        "location": (own(lambda d: page.location), lambda d, v: urls.navigate(page.location, [v])),
        "URL": lambda d: page.location.parts.href(), "documentURI": lambda d: page.location.parts.href(),
        "domain": (lambda d: page.location.parts.host, lambda d, v: None), "referrer": lambda d: "",
        "activeElement": _active, "hidden": lambda d: False, "visibilityState": lambda d: "visible",
        "webkitHidden": lambda d: False, "compatMode": lambda d: "CSS1Compat", "characterSet": lambda d: "UTF-8",
        "charset": lambda d: "UTF-8", "inputEncoding": lambda d: "UTF-8", "contentType": lambda d: "text/html",
        "doctype": lambda d: next((k for k in d.kids if k.kind == 10), None), "fonts": lambda d: fonts,
        "lastModified": lambda d: "01/01/2024 00:00:00", "designMode": (lambda d: "off", lambda d, v: None),
        "dir": (lambda d: "", lambda d, v: None), "fullscreenElement": lambda d: None,
        "fullscreenEnabled": lambda d: True,
        "pointerLockElement": lambda d: None, "pictureInPictureElement": lambda d: None,
        "scrollingElement": lambda d: d.root, "prerendering": lambda d: False,
        "forms": lambda d: live_list(d, lambda el: el.local == "form"),
        "images": lambda d: live_list(d, lambda el: el.local == "img"),
        "links": lambda d: live_list(d, lambda el: el.local in ("a", "area") and "href" in el.attrs),
        "scripts": lambda d: live_list(d, lambda el: el.local == "script"),
        "styleSheets": lambda d: fixed(
            elements.sheet_of(el) for el in elements_of(d)
            if el.local == "style" or (el.local == "link" and "stylesheet" in el.attrs.get("rel", ""))),
    })  # fmt: skip
    proto.props["adoptedStyleSheets"] = new_array([])
    proto.props["timeline"] = Prop(new_object(currentTime=0.0))

    def html_document(this: Any, args: Args) -> Any:
        made = page.document.another()
        _set_title(made, arg(args, 0) if args else "")
        return made

    implementation = new_object(
        createHTMLDocument=native(html_document), hasFeature=native(lambda t, a: True),
        createDocument=native(lambda t, a: page.document.another()),
        createDocumentType=native(lambda t, a: Doctype(page.protos["DocumentType"], page.document)),
    )  # fmt: skip
    proto.props["implementation"] = Prop(implementation)
    nodes.by_id(proto)
    protos = page.protos
    methods(proto, Document, {
        "createElement": _create, "createElementNS": _create_ns, "createEvent": _create_event,
        "createTextNode": lambda d, a: TextNode(protos["Text"], d, to_string(arg(a, 0))),
        "createComment": lambda d, a: Comment(protos["Comment"], d, to_string(arg(a, 0))),
        "createDocumentFragment": lambda d, a: Fragment(protos["DocumentFragment"], d),
        "createAttribute": lambda d, a: attributes.Attr(None, to_string(arg(a, 0)).lower(), ""),
        "createAttributeNS": lambda d, a: attributes.Attr(None, to_string(arg(a, 1)), ""),
        "createRange": _range, "createTreeWalker": _walker("TreeWalker"), "createNodeIterator": _walker("NodeIterator"),
        "getElementById": _get_by_id, "getElementsByName": _by_name, "importNode": _import, "adoptNode": _adopt,
        "write": _write, "writeln": _write, "open": lambda d, a: d, "close": nothing, "hasFocus": lambda d, a: True,
        "execCommand": lambda d, a: False, "queryCommandSupported": lambda d, a: False,
        "queryCommandEnabled": lambda d, a: False, "queryCommandState": lambda d, a: False,
        "elementFromPoint": lambda d, a: None, "elementsFromPoint": lambda d, a: new_array([]),
        "getSelection": lambda d, a: call(get(window, "getSelection"), window, []),
        "exitFullscreen": lambda d, a: later(), "exitPointerLock": nothing, "getAnimations": lambda d, a: new_array([]),
        "caretRangeFromPoint": lambda d, a: None, "hasStorageAccess": lambda d, a: later(True),
    })  # fmt: skip


def _install_parsers() -> None:
    def parse(this: Any, args: Args) -> Any:
        made = page.document.another()
        markup.parse_into(made, made.head, to_string(arg(args, 0)), True)
        return made

    proto = interface("DOMParser", None, lambda args, new: JSObject(page.protos["DOMParser"]))
    methods(proto, JSObject, {"parseFromString": parse})
    proto = interface("XMLSerializer", None, lambda args, new: JSObject(page.protos["XMLSerializer"]))
    methods(
        proto,
        JSObject,
        {"serializeToString": lambda t, a: markup.outer(arg(a, 0)) if isinstance(arg(a, 0), Node) else ""},
    )
    window = page.window
    css = new_object(
        supports=native(lambda t, a: True),
        escape=native(lambda t, a: re.sub(r"[^-\w\u0080-\uffff]", r"\\\g<0>", to_string(arg(a, 0)))),
    )
    window.props["CSS"] = Prop(css)
    window.props["getComputedStyle"] = Prop(native(styles.computed_style, "getComputedStyle", 1), enumerable=True)
    for name in ("OffscreenCanvas", "Path2D", "DOMMatrix", "DOMPoint", "ImageData", "CanvasRenderingContext2D",
                 "WebGLRenderingContext", "WebGL2RenderingContext"):  # fmt: skip
        window.props[name] = Prop(absorbing())


def install() -> None:
    nodes.install()
    elements.install()
    forms.install()
    _install_ranges()
    _install_walkers()
    _install_document()
    custom.install()
    _install_parsers()
    nodes.on_insert.append(loads)
    nodes.on_change.append(changed)
    attributes.on_attribute.append(attribute_set)


def begin_document(html: bytes | None) -> list[Element]:
    """Makes the page's document; gives its scripts."""
    page.parsing = True
    document = page.document = Document()
    document.outline()
    document.ready = "loading"
    scripts: list[Element] = []
    if html is None:
        document.inventing = True
        for name in ("root", "app"):
            made = document.element("div")
            made.attrs["id"] = name
            insert(document.body, made)
    else:
        scripts = markup.parse_into(document, document.head, html.decode("utf-8-sig", "replace"), True)
    page.window.props["document"] = Prop(document, writable=False, enumerable=True, configurable=False)
    page.parsing = False
    return scripts
