"""Elements: what they all have, and their classes by tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import attributes, events, markup, selectors, urlparts, urls
from bundlescan.interp.host.attributes import (
    Attr,
    attribute_name,
    attribute_nodes,
    node_of,
    remove_attribute,
    set_attribute,
    set_checked,
    set_node,
    toggle_attribute,
)
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
    NodeList,
    Shadow,
    as_node,
    child_methods,
    connected,
    detach,
    insert,
    parent_methods,
    search_methods,
    set_text,
    sibling,
    sibling_element,
    text_content,
)
from bundlescan.interp.host.styles import (
    Style,
    Tokens,
    data_of,
    install_sheets,
    install_style,
    install_tokens,
    once,
    style_sheet,
)
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    new_array,
    to_integer,
    to_string,
    truthy,
)

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
    name = attribute_name

    def removes(this: Element, args: Args) -> Any:
        remove_attribute(this, name(this, arg(args, 0)))
        return UNDEF

    methods(proto, Element, {
        "getAttribute": lambda el, a: el.attrs.get(name(el, arg(a, 0))), "setAttribute": set_checked,
        "hasAttribute": lambda el, a: name(el, arg(a, 0)) in el.attrs, "removeAttribute": removes,
        "toggleAttribute": toggle_attribute, "hasAttributes": lambda el, a: bool(el.attrs),
        "getAttributeNames": lambda el, a: new_array(list(el.attrs)),
        "getAttributeNS": lambda el, a: el.attrs.get(name(el, arg(a, 1))),
        "setAttributeNS": lambda el, a: set_checked(el, a[1:]), "removeAttributeNS": lambda el, a: removes(el, a[1:]),
        "hasAttributeNS": lambda el, a: name(el, arg(a, 1)) in el.attrs,
        "getAttributeNode": lambda el, a: node_of(el, arg(a, 0)), "setAttributeNode": set_node,
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
        "dataset": lambda el: once(el, "dataset", lambda: data_of(el)),
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


def _link_parts(el: Element) -> urlparts.Parts | None:
    return urls.resolve(el.attrs["href"]) if "href" in el.attrs else None


def _link_reader(name: str) -> Callable[[Any], Any]:
    def run(el: Element) -> str:
        parts = _link_parts(el)
        if parts is None:
            return ":" if name == "protocol" else ""
        return urlparts.READERS[name](parts)

    return run


def _link_writer(name: str) -> Callable[[Any, Any], None]:
    def run(el: Element, value: Any) -> None:
        parts = _link_parts(el)
        if parts is not None:
            urlparts.WRITERS[name](parts, to_string(value))
            set_attribute(el, "href", parts.href())

    return run


def _install_links() -> None:
    for tag in ("Anchor", "Area"):
        proto = page.protos[f"HTML{tag}Element"]
        reflected_urls(proto, "href")
        for name in urlparts.READERS:
            read = _link_reader(name)
            getters(proto, Element, {name: (read, _link_writer(name)) if name in urlparts.WRITERS else read})
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
    attributes.install()
    install_tokens()
    install_style()
    install_sheets()
    _install_element()
    _install_html()
    _install_links()
    _install_content()
