"""Elements: attributes, classes by tag, style, classList, dataset."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import events, markup, selectors, urls
from bundlescan.interp.host.kit import (
    absorbing,
    effect,
    getters,
    handler_names,
    interface,
    later,
    methods,
    native,
    nothing,
    options_of,
    page,
    throw_dom,
)
from bundlescan.interp.host.nodes import (
    HTML,
    SVG,
    Element,
    Node,
    NodeList,
    Shadow,
    as_node,
    changed,
    child_methods,
    connected,
    detach,
    insert,
    list_methods,
    parent_methods,
    search_methods,
    set_text,
    sibling,
    sibling_element,
    text_content,
)
from bundlescan.interp.model import (
    MISSING,
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    is_index,
    new_array,
    new_object,
    to_integer,
    to_string,
    truthy,
)
from bundlescan.interp.text import join

#: told of an attribute that has changed: the element, its name, the old value and the new one
on_attribute: list[Callable[[Element, str, str | None, str | None], None]] = []


# -- attributes ---------------------------------------------------------------------------------------------------


def set_attribute(element: Element, name: str, value: str) -> None:
    old = element.attrs.get(name)
    element.attrs[name] = value
    changed("attributes", element, attributeName=name, oldValue=old)
    for tell in on_attribute:
        tell(element, name, old, value)


def remove_attribute(element: Element, name: str) -> None:
    old = element.attrs.pop(name, None)
    if old is not None:
        changed("attributes", element, attributeName=name, oldValue=old)
        for tell in on_attribute:
            tell(element, name, old, None)


def _attribute_name(element: Element, value: Any) -> str:
    name = str(to_string(value))
    return name.lower() if element.namespace == HTML else name


class Attr(Node):
    __slots__ = ("key", "owner", "text")
    kind = 2
    class_name = "Attr"

    def __init__(self, owner: Element | None, key: str, text: str) -> None:
        super().__init__(page.protos["Attr"], page.document)
        self.owner = owner
        self.key = key
        self.text = text

    @property
    def name(self) -> str:
        return self.key


def attribute_nodes(element: Element) -> list[Any]:
    return [Attr(element, name, value) for name, value in element.attrs.items()]


def _attr_value(attr: Attr) -> str:
    return attr.owner.attrs.get(attr.key, attr.text) if attr.owner is not None else attr.text


def _set_attr_value(attr: Attr, value: Any) -> None:
    attr.text = to_string(value)
    if attr.owner is not None:
        set_attribute(attr.owner, attr.key, attr.text)


def _toggle(this: Element, args: Args) -> Any:
    name = _attribute_name(this, arg(args, 0))
    wanted = truthy(args[1]) if arg(args, 1) is not UNDEF else name not in this.attrs
    if wanted and name not in this.attrs:
        set_attribute(this, name, "")
    elif not wanted:
        remove_attribute(this, name)
    return wanted


def _set(this: Element, args: Args) -> Any:
    name = to_string(arg(args, 0))
    if not re.fullmatch(r"[^\s/>=\x00\"'<][^\s/>=\x00]*", name):
        throw_dom("InvalidCharacterError", f"'{name}' is not a valid attribute name.")
    set_attribute(this, _attribute_name(this, name), to_string(arg(args, 1)))
    return UNDEF


def _set_node(this: Element, args: Args) -> Any:
    attr = arg(args, 0)
    if isinstance(attr, Attr):
        attr.owner = this
        set_attribute(this, attr.key, attr.text)
    return None


def _node(element: Element, name: Any) -> Any:
    key = _attribute_name(element, name)
    return Attr(element, key, element.attrs[key]) if key in element.attrs else None


# -- classList, dataset, style ------------------------------------------------------------------------------------


class Tokens(JSObject):
    """A DOMTokenList."""

    __slots__ = ("attribute", "element")
    class_name = "DOMTokenList"

    def __init__(self, element: Element, attribute: str) -> None:
        super().__init__(page.protos["DOMTokenList"])
        self.element = element
        self.attribute = attribute

    def items(self) -> list[Any]:
        return list(dict.fromkeys(self.element.attrs.get(self.attribute, "").split()))

    def change(self, tokens: list[Any]) -> None:
        set_attribute(self.element, self.attribute, " ".join(dict.fromkeys(tokens)))

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str) and (is_index(key) or key == "length"):
            items = self.items()
            if key == "length":
                return Prop(float(len(items)), writable=False)
            return items[int(key)] if int(key) < len(items) else MISSING
        return self.props.get(key, MISSING)


def _tokens(args: Args) -> list[str]:
    made = [to_string(v) for v in args]
    for token in made:
        if not token:
            throw_dom("SyntaxError", "The token provided must not be empty.")
        if len(token.split()) != 1:
            throw_dom("InvalidCharacterError", "The token provided contains HTML space characters.")
    return made


def _install_tokens() -> None:
    def add(this: Tokens, args: Args) -> Any:
        this.change([*this.items(), *_tokens(args)])
        return UNDEF

    def remove(this: Tokens, args: Args) -> Any:
        gone = _tokens(args)
        this.change([t for t in this.items() if t not in gone])
        return UNDEF

    def toggle(this: Tokens, args: Args) -> Any:
        (token,) = _tokens(args[:1])
        wanted = truthy(args[1]) if arg(args, 1) is not UNDEF else token not in this.items()
        (add if wanted else remove)(this, [token])
        return wanted

    def replace(this: Tokens, args: Args) -> Any:
        old, new = _tokens(args[:2])
        found = old in this.items()
        if found:
            this.change([new if t == old else t for t in this.items()])
        return found

    proto = interface("DOMTokenList")
    list_methods(proto, Tokens)
    methods(proto, Tokens, {
        "add": add, "remove": remove, "toggle": toggle, "replace": replace,
        "contains": lambda t, a: to_string(arg(a, 0)) in t.items(), "supports": lambda t, a: True,
        "toString": lambda t, a: t.element.attrs.get(t.attribute, ""),
    })  # fmt: skip
    getters(proto, Tokens, {
        "value": (lambda t: t.element.attrs.get(t.attribute, ""),
                  lambda t, v: set_attribute(t.element, t.attribute, to_string(v))),
    })  # fmt: skip


class Data(JSObject):
    """An element's dataset."""

    __slots__ = ("element",)
    class_name = "DOMStringMap"
    element: Element

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str):
            return self.element.attrs.get(_data_name(key), MISSING)
        return self.props.get(key, MISSING)

    def put(self, key: Any, value: Any, this: Any) -> bool:
        return self.create(key, value)

    def create(self, key: Any, value: Any) -> bool:
        if isinstance(key, str):
            set_attribute(self.element, _data_name(key), to_string(value))
            return True
        return super().create(key, value)

    def remove(self, key: Any) -> bool:
        if isinstance(key, str):
            remove_attribute(self.element, _data_name(key))
        return True

    def keys(self) -> list[Any]:
        return [
            re.sub(r"-([a-z])", lambda m: m[1].upper(), name[5:])
            for name in self.element.attrs
            if name.startswith("data-")
        ]


def _data_name(key: str) -> str:
    return "data-" + re.sub(r"[A-Z]", lambda m: "-" + m[0].lower(), key)


class Style(JSObject):
    """A CSSStyleDeclaration: every property is a text, "" at first."""

    __slots__ = ("element", "fixed")
    class_name = "CSSStyleDeclaration"

    def __init__(self, element: Element | None, fixed: dict[str, str] | None = None) -> None:
        super().__init__(page.protos["CSSStyleDeclaration"])
        self.element = element
        self.fixed = fixed if fixed is not None else {}

    def values(self) -> dict[str, str]:
        if self.element is None:
            return self.fixed
        found = {}
        for part in re.split(r";(?![^(]*\))", self.element.attrs.get("style", "")):
            name, colon, value = part.partition(":")
            if colon and name.strip():
                found[name.strip()] = value.strip()
        return found

    def change(self, name: str, value: str) -> None:
        values = self.values()
        if value:
            values[name] = value
        elif name in values:
            del values[name]
        else:
            return
        if self.element is not None:
            set_attribute(self.element, "style", " ".join(f"{k}: {v};" for k, v in values.items()))

    def get_own(self, key: Any) -> Any:
        if isinstance(key, str) and key not in self.props and not (self.proto is not None and self.proto.has(key)):
            if is_index(key):
                names = list(self.values())
                return names[int(key)] if int(key) < len(names) else MISSING
            return self.values().get(_css_name(key), "").removesuffix("!important").strip()
        return self.props.get(key, MISSING)

    def put(self, key: Any, value: Any, this: Any) -> bool:
        if isinstance(key, str) and not (self.proto is not None and self.proto.has(key)):
            self.change(_css_name(key), to_string(value) if value is not None else "")
            return True
        return super().put(key, value, this)

    def keys(self) -> list[Any]:
        return [*map(str, range(len(self.values())))]


def _css_name(key: str) -> str:
    if key == "cssFloat":
        return "float"
    if "-" in key:
        return key
    return re.sub(r"^(webkit|moz|ms)-", r"-\1-", re.sub(r"[A-Z]", lambda m: "-" + m[0].lower(), key))


def _install_style() -> None:
    def css_text(style: Style) -> str:
        if style.element is not None:
            return style.element.attrs.get("style", "")
        return ""

    def set_css(style: Style, value: Any) -> None:
        if style.element is not None:
            set_attribute(style.element, "style", to_string(value))

    def set_property(this: Style, args: Args) -> Any:
        value = to_string(arg(args, 1)) if arg(args, 1) is not None else ""
        important = to_string(args[2]) if len(args) > 2 and args[2] is not UNDEF else ""
        this.change(
            to_string(arg(args, 0)), join((value, " !important")) if important == "important" and value else value
        )
        return UNDEF

    def remove(this: Style, args: Args) -> Any:
        name = to_string(arg(args, 0))
        old = this.values().get(name, "")
        this.change(name, "")
        return old

    proto = interface("CSSStyleDeclaration")
    getters(proto, Style, {
        "cssText": (css_text, set_css), "length": lambda s: float(len(s.values())), "parentRule": lambda s: None,
    })  # fmt: skip
    methods(proto, Style, {
        "setProperty": set_property, "removeProperty": remove,
        "getPropertyValue": lambda s, a: s.values().get(to_string(arg(a, 0)), "").removesuffix("!important").strip(),
        "getPropertyPriority": lambda s, a: (
            "important" if "!important" in s.values().get(to_string(arg(a, 0)), "") else ""),
        "item": lambda s, a: "",
    })  # fmt: skip


def computed_style(this: Any, args: Args) -> Any:
    element = arg(args, 0)
    values = {
        "display": "block", "position": "static", "visibility": "visible", "opacity": "1", "width": "0px",
        "height": "0px",
        "transition-duration": "0s", "transition-delay": "0s", "animation-duration": "0s", "animation-delay": "0s",
        "animation-name": "none", "transform": "none", "overflow": "visible", "font-size": "16px", "direction": "ltr",
        "line-height": "normal", "z-index": "auto", "float": "none", "box-sizing": "content-box", "zoom": "1",
        **{f"{side}-{edge}": "0px" for side in ("margin", "padding") for edge in ("top", "right", "bottom", "left")},
    }  # fmt: skip
    if isinstance(element, Element):
        values.update(Style(element).values())
    return Style(None, values)


def once(element: Element, key: str, make: Callable[[], Any]) -> Any:
    """An object of the element that is made when it is first asked for."""
    found = element.state.get(key)
    if found is None:
        found = element.state[key] = make()
    return found


def _data(element: Element) -> Data:
    made = Data(page.protos["DOMStringMap"])
    made.element = element
    return made


# -- Element ------------------------------------------------------------------------------------------------------


def rect() -> JSObject:
    made = JSObject(page.protos["DOMRect"])
    made.props.update(dict.fromkeys(["x", "y", "width", "height", "top", "right", "bottom", "left"], 0.0))
    return made


def reflected(proto: JSObject, names: str, kind: type[Element] = Element) -> None:
    """Properties that are attributes: ``htmlFor=for`` where the names differ, lower case else."""
    for entry in names.split():
        name, _, attribute = entry.partition("=")
        getters(proto, kind, {name: (_reader(attribute or name.lower()), _writer(attribute or name.lower()))})


def reflected_flags(proto: JSObject, names: str) -> None:
    for name in names.split():
        getters(proto, Element, {name: (_flag_reader(name.lower()), _flag_writer(name.lower()))})


def reflected_urls(proto: JSObject, names: str) -> None:
    """Properties that are an attribute's URL, resolved."""
    for name in names.split():
        getters(proto, Element, {name: (_url_reader(name), _writer(name))})


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda el: el.attrs.get(name, "")


def _writer(name: str) -> Callable[[Any, Any], None]:
    return lambda el, value: set_attribute(el, name, to_string(value))


def _flag_reader(name: str) -> Callable[[Any], Any]:
    return lambda el: name in el.attrs


def _flag_writer(name: str) -> Callable[[Any, Any], None]:
    return lambda el, value: set_attribute(el, name, "") if truthy(value) else remove_attribute(el, name)


def _url_reader(name: str) -> Callable[[Any], Any]:
    def run(el: Element) -> str:
        if name not in el.attrs:
            return ""
        parts = urls.resolve(el.attrs[name])
        return parts.href() if parts is not None else el.attrs[name]

    return run


def _adjacent(this: Element, where: Any, node: Any) -> Any:
    place = to_string(where).lower()
    if place == "afterbegin":
        insert(this, node, this.kids[0] if this.kids else None)
    elif place == "beforeend":
        insert(this, node)
    elif this.parent is not None:
        insert(this.parent, node, this if place == "beforebegin" else sibling(this, 1))
    return node


def _set_outer(this: Element, value: Any) -> None:
    parent = this.parent
    if parent is not None:
        before = sibling(this, 1)
        detach(this)
        insert(parent, markup.fragment(this.document, to_string(value)), before)


def _attach(this: Element, args: Args) -> Any:
    if this.shadow is not None:
        throw_dom("NotSupportedError", "Shadow root cannot be created on a host which already hosts a shadow tree.")
    this.shadow = Shadow(this, to_string(options_of(arg(args, 0)).get("mode", "open")))
    return this.shadow


def _closest(this: Element, args: Args) -> Any:
    at: Any = this
    text = to_string(arg(args, 0))
    while isinstance(at, Element):
        if selectors.matches(at, text, this):
            return at
        at = at.parent
    return None


def _animation(this: Any, args: Args) -> Any:
    made = events.Target(page.protos["EventTarget"])
    made.props.update(finished=later(made), ready=later(made), playState="finished", currentTime=0.0, onfinish=None)
    for name in ("play", "pause", "cancel", "finish", "reverse", "commitStyles", "persist", "updatePlaybackRate"):
        made.props[name] = native(nothing)
    page.task(1.0, lambda: events.simple(made, "finish"))
    return made


def _install_element() -> None:
    proto = interface("Attr", "Node")
    getters(proto, Attr, {
        "name": lambda a: a.key, "localName": lambda a: a.key, "value": (_attr_value, _set_attr_value),
        "nodeValue": (_attr_value, _set_attr_value), "ownerElement": lambda a: a.owner, "specified": lambda a: True,
        "namespaceURI": lambda a: None, "prefix": lambda a: None,
    })  # fmt: skip
    proto = interface("NamedNodeMap")
    list_methods(proto, NodeList)
    methods(proto, NodeList, {
        "getNamedItem": lambda m, a: next((x for x in m.items() if x.key == to_string(arg(a, 0))), None),
        "removeNamedItem": lambda m, a: [
            effect(remove_attribute, x.owner, x.key) for x in m.items() if x.key == to_string(arg(a, 0))] and None,
        "setNamedItem": lambda m, a: None,
    })  # fmt: skip
    interface("DOMStringMap")
    interface("DOMRectReadOnly")
    interface("DOMRect", "DOMRectReadOnly", lambda args, new: rect())
    proto = interface("Element", "Node")
    child_methods(proto)
    parent_methods(proto)
    search_methods(proto)
    reflected(proto, "id className=class slot")
    getters(proto, Element, {
        "tagName": lambda el: el.name, "localName": lambda el: el.local, "namespaceURI": lambda el: el.namespace,
        "prefix": lambda el: None, "attributes": lambda el: NodeList(lambda: attribute_nodes(el), "NamedNodeMap"),
        "classList": (lambda el: once(el, "classList", lambda: Tokens(el, "class")),
                      lambda el, v: set_attribute(el, "class", to_string(v))),
        "innerHTML": (lambda el: markup.inner(el), lambda el, v: markup.set_inner(el, v)),
        "outerHTML": (lambda el: markup.outer(el), _set_outer),
        "shadowRoot": lambda el: el.shadow if el.shadow is not None and el.shadow.mode == "open" else None,
        "nextElementSibling": lambda el: sibling_element(el, 1), "assignedSlot": lambda el: None,
        "previousElementSibling": lambda el: sibling_element(el, -1), "part": lambda el: Tokens(el, "part"),
        **{f"client{side}": lambda el: 0.0 for side in ("Width", "Height", "Top", "Left")},
        "scrollWidth": lambda el: 0.0, "scrollHeight": lambda el: 0.0,
        "scrollTop": (lambda el: el.state.get("scrollTop", 0.0), lambda el, v: el.state.update(scrollTop=v)),
        "scrollLeft": (lambda el: el.state.get("scrollLeft", 0.0), lambda el, v: el.state.update(scrollLeft=v)),
    })  # fmt: skip
    name = _attribute_name

    def removes(this: Element, args: Args) -> Any:
        remove_attribute(this, name(this, arg(args, 0)))
        return UNDEF

    methods(proto, Element, {
        "getAttribute": lambda el, a: el.attrs.get(name(el, arg(a, 0))), "setAttribute": _set,
        "hasAttribute": lambda el, a: name(el, arg(a, 0)) in el.attrs, "removeAttribute": removes,
        "toggleAttribute": _toggle, "hasAttributes": lambda el, a: bool(el.attrs),
        "getAttributeNames": lambda el, a: new_array(list(el.attrs)),
        "getAttributeNS": lambda el, a: el.attrs.get(name(el, arg(a, 1))),
        "setAttributeNS": lambda el, a: _set(el, a[1:]), "removeAttributeNS": lambda el, a: removes(el, a[1:]),
        "hasAttributeNS": lambda el, a: name(el, arg(a, 1)) in el.attrs,
        "getAttributeNode": lambda el, a: _node(el, arg(a, 0)), "setAttributeNode": _set_node,
        "removeAttributeNode": lambda el, a: removes(el, [arg(a, 0).key]) if isinstance(arg(a, 0), Attr) else UNDEF,
        "matches": lambda el, a: selectors.matches(el, to_string(arg(a, 0))),
        "webkitMatchesSelector": lambda el, a: selectors.matches(el, to_string(arg(a, 0))), "closest": _closest,
        "insertAdjacentHTML": lambda el, a: _adjacent(
            el, arg(a, 0), markup.fragment(el.document, to_string(arg(a, 1)))),
        "insertAdjacentElement": lambda el, a: _adjacent(el, arg(a, 0), arg(a, 1)),
        "insertAdjacentText": lambda el, a: _adjacent(
            el, arg(a, 0), as_node([to_string(arg(a, 1))], el.document)),
        "getBoundingClientRect": lambda el, a: rect(),
        # an element of the document is seen, though it has no size
        "getClientRects": lambda el, a: new_array([rect()] if connected(el) else []),
        "attachShadow": _attach, "animate": _animation, "getAnimations": lambda el, a: new_array([]),
        "checkVisibility": lambda el, a: True, "requestFullscreen": lambda el, a: later(),
        "setHTMLUnsafe": lambda el, a: effect(markup.set_inner, el, arg(a, 0)),
        "getHTML": lambda el, a: markup.inner(el),
        **dict.fromkeys(("scrollIntoView", "scrollTo", "scrollBy", "scroll", "setPointerCapture",
                         "releasePointerCapture", "requestPointerLock"), nothing),
        "hasPointerCapture": lambda el, a: False, "computedStyleMap": lambda el, a: absorbing(),
    })  # fmt: skip


# -- by tag -------------------------------------------------------------------------------------------------------

TAGS = {
    "a": "Anchor", "area": "Area", "audio": "Audio", "base": "Base", "blockquote": "Quote", "body": "Body", "br": "BR",
    "button": "Button", "canvas": "Canvas", "caption": "TableCaption", "col": "TableCol", "colgroup": "TableCol",
    "data": "Data", "datalist": "DataList", "details": "Details", "dialog": "Dialog", "div": "Div", "dl": "DList",
    "embed": "Embed", "fieldset": "FieldSet", "form": "Form", "h1": "Heading", "h2": "Heading", "h3": "Heading",
    "h4": "Heading", "h5": "Heading", "h6": "Heading", "head": "Head", "hr": "HR", "html": "Html", "iframe": "IFrame",
    "img": "Image", "input": "Input", "label": "Label", "legend": "Legend", "li": "LI", "link": "Link", "map": "Map",
    "menu": "Menu", "meta": "Meta", "meter": "Meter", "object": "Object", "ol": "OList", "optgroup": "OptGroup",
    "option": "Option", "output": "Output", "p": "Paragraph", "picture": "Picture", "pre": "Pre",
    "progress": "Progress", "q": "Quote", "script": "Script", "select": "Select", "slot": "Slot", "source": "Source",
    "span": "Span", "style": "Style", "table": "Table", "tbody": "TableSection", "td": "TableCell",
    "template": "Template",
    "textarea": "TextArea", "tfoot": "TableSection", "th": "TableCell", "thead": "TableSection", "time": "Time",
    "title": "Title", "tr": "TableRow", "track": "Track", "ul": "UList", "video": "Video",
}  # fmt: skip
_KNOWN = {
    "abbr",
    "acronym",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "header",
    "hgroup",
    "i",
    "ins",
    "kbd",
    "main",
    "mark",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "search",
    "section",
    "small",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "tt",
    "u",
    "var",
    "wbr",
}


def proto_of(local: str, namespace: str) -> JSObject:
    if namespace == SVG:
        return page.protos["SVGSVGElement" if local == "svg" else "SVGElement"]
    if namespace != HTML:
        return page.protos["Element"]
    found = TAGS.get(local)
    if found is not None:
        return page.protos[f"HTML{found}Element"]
    return page.protos["HTMLElement" if local in _KNOWN or "-" in local else "HTMLUnknownElement"]


_FOCUSABLE = ("a", "button", "input", "select", "textarea")


def _focus(this: Element, args: Args) -> Any:
    if connected(this) and page.document.active is not this:
        page.document.active = this
        for kind, bubbles in (("focus", False), ("focusin", True)):
            events.fire(this, events.make("FocusEvent", kind, bubbles=bubbles))
    return UNDEF


def _blur(this: Element, args: Args) -> Any:
    if page.document.active is this:
        page.document.active = None
        for kind, bubbles in (("blur", False), ("focusout", True)):
            events.fire(this, events.make("FocusEvent", kind, bubbles=bubbles))
    return UNDEF


def _install_html() -> None:
    from bundlescan.interp.host import custom

    proto = interface("HTMLElement", "Element", custom.construct_element)
    events.handler_properties(proto, handler_names())
    reflected(proto, "title lang dir accessKey nonce inputMode enterKeyHint")
    reflected_flags(proto, "hidden autofocus inert")
    getters(proto, Element, {
        "dataset": lambda el: once(el, "dataset", lambda: _data(el)),
        "style": (lambda el: once(el, "style", lambda: Style(el)),
                  lambda el, v: set_attribute(el, "style", to_string(v))),
        "innerText": (text_content, _set_text), "outerText": text_content, "isContentEditable": lambda el: False,
        "tabIndex": (lambda el: _number(el, "tabindex", 0.0 if el.local in _FOCUSABLE else -1.0),
                     _number_writer("tabindex")),
        "draggable": (lambda el: el.attrs.get("draggable") == "true",
                      lambda el, v: set_attribute(el, "draggable", "true" if truthy(v) else "false")),
        "contentEditable": (lambda el: el.attrs.get("contenteditable", "inherit"), _writer("contenteditable")),
        "spellcheck": (lambda el: el.attrs.get("spellcheck") != "false",
                       lambda el, v: set_attribute(el, "spellcheck", "true" if truthy(v) else "false")),
        "translate": (lambda el: True, lambda el, v: None), "popover": (lambda el: None, lambda el, v: None),
        "offsetParent": lambda el: None,
        **{f"offset{side}": lambda el: 0.0 for side in ("Width", "Height", "Top", "Left")},
    })  # fmt: skip
    methods(proto, Element, {
        "click": lambda el, a: effect(
            events.fire, el, events.make("PointerEvent", "click", bubbles=True, cancelable=True)),
        "focus": _focus, "blur": _blur, "attachInternals": lambda el, a: absorbing(), "showPopover": nothing,
        "hidePopover": nothing, "togglePopover": nothing,
    })  # fmt: skip
    interface("HTMLUnknownElement", "HTMLElement")
    proto = interface("HTMLMediaElement", "HTMLElement")
    reflected_urls(proto, "src")
    reflected_flags(proto, "autoplay loop controls")
    reflected(proto, "preload crossOrigin")
    methods(proto, Element, {
        "play": lambda el, a: later(), "pause": nothing, "load": nothing, "canPlayType": lambda el, a: "maybe",
        "addTextTrack": lambda el, a: absorbing(), "captureStream": lambda el, a: absorbing(),
    })  # fmt: skip
    proto.props.update(paused=True, currentTime=0.0, duration=0.0, volume=1.0, muted=False, ended=False, readyState=0.0,
                       playbackRate=1.0, srcObject=None, error=None, networkState=0.0)  # fmt: skip
    for name in sorted(set(TAGS.values())):
        parent = "HTMLMediaElement" if name in ("Audio", "Video") else "HTMLElement"
        interface(f"HTML{name}Element", parent, custom.construct_element)
    proto = interface("SVGElement", "Element")
    events.handler_properties(proto, handler_names())
    base = page.protos["HTMLElement"].props
    for key in ("dataset", "style", "focus", "blur", "tabIndex"):
        proto.props[key] = base[key]
    getters(proto, Element, {"ownerSVGElement": lambda el: _closest(el, ["svg"]), "viewportElement": lambda el: None})
    methods(proto, Element, {"getBBox": lambda el, a: rect(), "getCTM": lambda el, a: None,
                             "getScreenCTM": lambda el, a: None, "getTotalLength": lambda el, a: 0.0,
                             "getComputedTextLength": lambda el, a: 0.0})  # fmt: skip
    interface("SVGGraphicsElement", "SVGElement")
    methods(interface("SVGSVGElement", "SVGGraphicsElement"), Element, {
        "createSVGPoint": lambda el, a: absorbing(), "createSVGMatrix": lambda el, a: absorbing(),
        "createSVGTransform": lambda el, a: absorbing(),
    })  # fmt: skip


def _set_text(el: Element, value: Any) -> None:
    set_text(el, value)


def _number(el: Element, name: str, default: float) -> float:
    try:
        return float(int(el.attrs.get(name, "")))
    except ValueError:
        return default


def reflected_numbers(proto: JSObject, **names: float) -> None:
    for name, default in names.items():
        getters(proto, Element, {name: (_number_reader(name.lower(), default), _number_writer(name.lower()))})


def _number_reader(name: str, default: float) -> Callable[[Any], Any]:
    return lambda el: _number(el, name, default)


def _number_writer(name: str) -> Callable[[Any, Any], None]:
    return lambda el, value: set_attribute(el, name, str(to_integer(value)))


# -- links --------------------------------------------------------------------------------------------------------


def _link_parts(el: Element) -> urls.Parts | None:
    return urls.resolve(el.attrs["href"]) if "href" in el.attrs else None


def _link_reader(name: str) -> Callable[[Any], Any]:
    def run(el: Element) -> str:
        parts = _link_parts(el)
        if parts is None:
            return ":" if name == "protocol" else ""
        return urls.READERS[name](parts)

    return run


def _link_writer(name: str) -> Callable[[Any, Any], None]:
    def run(el: Element, value: Any) -> None:
        parts = _link_parts(el)
        if parts is not None:
            urls.WRITERS[name](parts, to_string(value))
            set_attribute(el, "href", parts.href())

    return run


def _install_links() -> None:
    for tag in ("Anchor", "Area"):
        proto = page.protos[f"HTML{tag}Element"]
        reflected_urls(proto, "href")
        for name in urls.READERS:
            read = _link_reader(name)
            getters(proto, Element, {name: (read, _link_writer(name)) if name in urls.WRITERS else read})
        methods(proto, Element, {"toString": lambda el, a: _url_reader("href")(el)})
        reflected(proto, "target rel download hreflang type referrerPolicy ping")
    getters(page.protos["HTMLAnchorElement"], Element, {
        "text": (text_content, _set_text), "relList": lambda el: Tokens(el, "rel"),
    })  # fmt: skip
    reflected_urls(page.protos["HTMLBaseElement"], "href")
    proto = page.protos["HTMLLinkElement"]
    reflected_urls(proto, "href")
    reflected(proto, "rel as media type crossOrigin integrity hreflang referrerPolicy sizes")
    reflected_flags(proto, "disabled")
    getters(proto, Element, {"relList": lambda el: Tokens(el, "rel"), "sheet": sheet_of})
    proto = page.protos["HTMLStyleElement"]
    reflected(proto, "media type")
    getters(proto, Element, {"sheet": sheet_of})
    reflected(page.protos["HTMLMetaElement"], "name content httpEquiv=http-equiv charset")
    proto = page.protos["HTMLScriptElement"]
    reflected_urls(proto, "src")
    reflected(proto, "type charset crossOrigin integrity referrerPolicy event htmlFor=for fetchPriority")
    reflected_flags(proto, "defer noModule")
    getters(proto, Element, {
        "text": (text_content, _set_text),
        "async": (lambda el: el.state.get("async", True), lambda el, v: el.state.update({"async": truthy(v)})),
    })  # fmt: skip
    class_made = page.protos["HTMLScriptElement"].props["constructor"].value
    class_made.props["supports"] = Prop(native(lambda this, args: arg(args, 0) in ("classic", "module")))


def sheet_of(el: Element) -> Any:
    if not connected(el):
        return None
    return once(el, "sheet", lambda: style_sheet(el))


def style_sheet(owner: Any) -> JSObject:
    made = JSObject(page.protos["CSSStyleSheet"])
    rules = new_array([])
    made.props.update(cssRules=rules, rules=rules, ownerNode=owner, disabled=False, href=None, type="text/css",
                      media=new_object(mediaText=""))  # fmt: skip
    return made


def _install_sheets() -> None:
    def add(this: JSObject, args: Args) -> Any:
        at = to_integer(arg(args, 1)) if len(args) > 1 else 0
        items = this.props["cssRules"].items
        if at > len(items):
            throw_dom("IndexSizeError", "The index provided is larger than the maximum index.")
        items.insert(at, new_object(cssText=to_string(arg(args, 0)), style=Style(None), type=1.0, selectorText=""))
        return float(at)

    def remove(this: JSObject, args: Args) -> Any:
        items, at = this.props["cssRules"].items, to_integer(arg(args, 0))
        if not 0 <= at < len(items):
            throw_dom("IndexSizeError", "The index provided is larger than the maximum index.")
        del items[at]
        return UNDEF

    interface("StyleSheet")
    proto = interface("CSSStyleSheet", "StyleSheet", lambda args, new: style_sheet(None))
    methods(proto, JSObject, {
        "insertRule": add, "deleteRule": remove, "replaceSync": nothing, "replace": lambda s, a: later(s),
        "addRule": nothing, "removeRule": nothing,
    })  # fmt: skip
    for name in ("CSSRule", "CSSStyleRule", "CSSMediaRule", "StyleSheetList"):
        interface(name)


def _install_content() -> None:
    proto = page.protos["HTMLImageElement"]
    reflected_urls(proto, "src")
    reflected(proto, "alt srcset sizes loading decoding crossOrigin fetchPriority")
    reflected_numbers(proto, width=0.0, height=0.0)
    getters(proto, Element, {
        "complete": lambda el: True, "naturalWidth": lambda el: 0.0, "naturalHeight": lambda el: 0.0,
        "currentSrc": _url_reader("src"),
    })  # fmt: skip
    methods(proto, Element, {"decode": lambda el, a: later()})
    proto = page.protos["HTMLIFrameElement"]
    reflected_urls(proto, "src")
    reflected(proto, "name srcdoc allow width height referrerPolicy loading")
    getters(proto, Element, {"contentWindow": _frame_window, "sandbox": lambda el: Tokens(el, "sandbox"),
                             "contentDocument": lambda el: _frame_document(el)})  # fmt: skip
    proto = page.protos["HTMLCanvasElement"]
    reflected_numbers(proto, width=300.0, height=150.0)
    methods(proto, Element, {
        "getContext": lambda el, a: absorbing(), "toDataURL": lambda el, a: "data:,", "toBlob": nothing,
        "transferControlToOffscreen": lambda el, a: absorbing(), "captureStream": lambda el, a: absorbing(),
    })  # fmt: skip
    getters(page.protos["HTMLTemplateElement"], Element, {"content": lambda el: el.content})
    reflected_urls(page.protos["HTMLSourceElement"], "src")
    reflected(page.protos["HTMLSourceElement"], "type media srcset sizes")
    reflected_urls(page.protos["HTMLEmbedElement"], "src")
    reflected_urls(page.protos["HTMLObjectElement"], "data")
    proto = page.protos["HTMLSlotElement"]
    reflected(proto, "name")
    methods(
        proto, Element, {"assignedNodes": lambda el, a: new_array([]), "assignedElements": lambda el, a: new_array([])}
    )
    proto = page.protos["HTMLDialogElement"]
    reflected_flags(proto, "open")
    methods(proto, Element, {
        **dict.fromkeys(("show", "showModal"), lambda el, a: effect(set_attribute, el, "open", "")),
        "close": lambda el, a: effect(remove_attribute, el, "open"),
    })  # fmt: skip
    reflected_flags(page.protos["HTMLDetailsElement"], "open")
    proto = page.protos["HTMLTitleElement"]
    getters(proto, Element, {"text": (text_content, _set_text)})
    reflected_numbers(page.protos["HTMLTableCellElement"], colSpan=1.0, rowSpan=1.0)
    reflected_numbers(page.protos["HTMLVideoElement"], width=0.0, height=0.0)
    reflected(page.protos["HTMLVideoElement"], "poster")


def _frame_document(el: Element) -> Any:
    return once(el, "document", page.document.another) if connected(el) else None


def _frame_window(el: Element) -> Any:
    """A frame's window: the page's own one, with another document."""
    if not connected(el):
        return None

    def make() -> JSObject:
        made = JSObject(page.window)
        made.props.update(document=_frame_document(el), parent=page.window, top=page.window, frameElement=el,
                          postMessage=native(nothing), self=made, window=made)  # fmt: skip
        return made

    return once(el, "window", make)


def install() -> None:
    on_attribute.clear()
    _install_tokens()
    _install_style()
    _install_sheets()
    _install_element()
    _install_html()
    _install_links()
    _install_content()
