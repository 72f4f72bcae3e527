"""Custom elements, and the observers: of mutations, of what is in view, of sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins import promises
from bundlescan.interp.host import attributes, elements, nodes
from bundlescan.interp.host.kit import flag, interface, later, methods, new_error, options_of, page, throw_dom
from bundlescan.interp.host.nodes import Element, Node, connected, descendants, fixed
from bundlescan.interp.model import (
    UNDEF,
    Args,
    JSObject,
    JSThrow,
    Prop,
    arg,
    call,
    construct,
    get,
    is_callable,
    is_constructor,
    iterate,
    new_array,
    new_object,
    proto_for,
    throw,
    to_string,
)


class Definition:
    __slots__ = ("attributes", "callbacks", "constructor", "extends", "name", "upgrading")

    def __init__(self, name: str, constructor: JSObject, extends: str) -> None:
        self.name = name
        self.constructor = constructor
        self.extends = extends  # the tag of a built-in element that it is a kind of, or ""
        self.upgrading: list[Element] = []
        self.callbacks: dict[str, Any] = {}
        self.attributes: set[str] = set()


class Registry:
    """The custom elements that are defined."""

    def __init__(self) -> None:
        self.by_name: dict[str, Definition] = {}
        self.by_class: dict[int, Definition] = {}
        self.waiting: dict[str, Any] = {}


registry = Registry()


def construct_element(args: Args, new_target: JSObject) -> Any:
    """``super()`` in a custom element's class."""
    found = registry.by_class.get(id(new_target))
    if found is None:
        throw("TypeError", "Illegal constructor")
    proto = proto_for(new_target, page.protos["HTMLElement"])
    if found.upgrading and found.upgrading[-1].custom is None:
        element = found.upgrading[-1]
        element.proto = proto
    else:
        element = Element(proto, page.document, found.extends or found.name)
    element.custom = found
    return element


def definition_of(element: Element) -> Definition | None:
    if not registry.by_name:
        return None
    name = element.local if "-" in element.local else str(element.attrs.get("is", ""))
    return registry.by_name.get(name)


def upgrade(element: Element) -> None:
    found = definition_of(element)
    if found is None or element.custom is not None:
        return
    found.upgrading.append(element)
    try:
        construct(found.constructor, [])
    except JSThrow as error:
        element.custom = False  # it has failed, and is not tried again
        page.report(error.value)
        return
    finally:
        found.upgrading.pop()
    for name, value in list(element.attrs.items()):
        if name in found.attributes:
            _react(element, "attributeChangedCallback", [name, None, value, None])


def _react(element: Element, name: str, args: Args) -> None:
    if isinstance(element.custom, Definition):
        callback = element.custom.callbacks.get(name)
        if callback is not None:
            page.guarded(lambda: call(callback, element, args))


def _each_custom(node: Node, run: Callable[[Element], None]) -> None:
    for at in [node, *descendants(node)]:
        if isinstance(at, Element):
            if "-" in at.local or at.custom is not None or "is" in at.attrs:
                run(at)
            if at.shadow is not None:
                _each_custom(at.shadow, run)


def inserted(node: Node) -> None:
    if not registry.by_name:
        return

    def run(element: Element) -> None:
        if element.custom is None:
            upgrade(element)
        if connected(element):
            _react(element, "connectedCallback", [])

    _each_custom(node, run)


def removed(node: Node) -> None:
    if registry.by_name:
        _each_custom(node, lambda element: _react(element, "disconnectedCallback", []))


def attribute_changed(element: Element, name: str, old: str | None, new: str | None) -> None:
    if isinstance(element.custom, Definition) and name in element.custom.attributes:
        _react(element, "attributeChangedCallback", [name, old, new, None])


def _define(this: Any, args: Args) -> Any:
    name, cls = str(to_string(arg(args, 0))), arg(args, 1)
    if not is_constructor(cls):
        throw("TypeError", "parameter 2 is not a constructor")
    if "-" not in name or name != name.lower():
        throw_dom("SyntaxError", f"'{name}' is not a valid custom element name")
    if name in registry.by_name or id(cls) in registry.by_class:
        throw_dom("NotSupportedError", f"the name '{name}' has already been used with this registry")
    extends = options_of(arg(args, 2)).get("extends", "")
    made = Definition(name, cls, to_string(extends))
    proto = get(cls, "prototype")
    for key in ("connectedCallback", "disconnectedCallback", "attributeChangedCallback", "adoptedCallback"):
        callback = get(proto, key)
        if is_callable(callback):
            made.callbacks[key] = callback
    observed = get(cls, "observedAttributes")
    if "attributeChangedCallback" in made.callbacks and observed is not UNDEF:
        made.attributes = {str(to_string(v)) for v in iterate(observed)}
    registry.by_name[name] = made
    registry.by_class[id(cls)] = made

    def run(element: Element) -> None:
        if element.custom is None and definition_of(element) is made:
            upgrade(element)
            _react(element, "connectedCallback", [])

    _each_custom(page.document, run)
    if name in registry.waiting:
        promises.resolve(registry.waiting.pop(name), cls)
    return UNDEF


def _when(this: Any, args: Args) -> Any:
    name = str(to_string(arg(args, 0)))
    if name in registry.by_name:
        return later(registry.by_name[name].constructor)
    return registry.waiting.setdefault(name, promises.new_promise())


def _upgrade_all(this: Any, args: Args) -> Any:
    if isinstance(arg(args, 0), Node):
        _each_custom(args[0], upgrade)
    return UNDEF


def _get(this: Any, args: Args) -> Any:
    found = registry.by_name.get(str(to_string(arg(args, 0))))
    return found.constructor if found is not None else UNDEF


def _name_of(this: Any, args: Args) -> Any:
    found = registry.by_class.get(id(arg(args, 0)))
    return found.name if found is not None else None


# -- observers ----------------------------------------------------------------------------------------------------


class Observer(JSObject):
    __slots__ = ("callback", "records", "scheduled", "targets")

    def __init__(self, proto: JSObject, callback: Any) -> None:
        super().__init__(proto)
        if not is_callable(callback):
            raise JSThrow(new_error("TypeError", "parameter 1 is not of type 'Function'."))
        self.callback = callback
        self.records: list[Any] = []
        self.targets: list[tuple[Any, dict[str, Any]]] = []
        self.scheduled = False

    def take(self) -> Any:
        records, self.records = self.records, []
        return new_array(records)


#: the observers of mutations that observe something
_mutations: list[Observer] = []
_OPTIONS = ("childList", "attributes", "characterData", "subtree", "attributeOldValue", "characterDataOldValue")


def tell_observers(kind: str, target: Node, record: dict[str, Any]) -> None:
    if not _mutations:
        return
    for observer in list(_mutations):
        wanted = [
            options for node, options in observer.targets
            if options[kind] and (node is target or (options["subtree"] and nodes.contains(node, target)))
            and (kind != "attributes" or options["filter"] is None or record["attributeName"] in options["filter"])
        ]  # fmt: skip
        if not wanted:
            continue
        shows_old = any(options.get(kind.removesuffix("s") + "OldValue") for options in wanted)
        made = JSObject(page.protos["MutationRecord"])
        made.props.update(
            type=kind, target=target, addedNodes=fixed(record.get("addedNodes", [])),
            removedNodes=fixed(record.get("removedNodes", [])), previousSibling=record.get("previousSibling"),
            nextSibling=record.get("nextSibling"), attributeName=record.get("attributeName"), attributeNamespace=None,
            oldValue=record.get("oldValue") if shows_old else None,
        )  # fmt: skip
        observer.records.append(made)
        if not observer.scheduled:
            observer.scheduled = True
            page.micro(_delivery(observer))


def _delivery(observer: Observer) -> Callable[[], object]:
    def run() -> None:
        observer.scheduled = False
        if observer.records:
            call(observer.callback, observer, [observer.take(), observer])

    return run


def _observe(this: Observer, args: Args) -> Any:
    node, options = arg(args, 0), options_of(arg(args, 1))
    if not isinstance(node, Node):
        throw("TypeError", "Failed to execute 'observe' on 'MutationObserver': parameter 1 is not of type 'Node'.")
    wanted: dict[str, Any] = {name: flag(options, name) for name in _OPTIONS}
    only = options.get("attributeFilter", UNDEF)
    wanted["filter"] = [to_string(v) for v in iterate(only)] if only is not UNDEF else None
    if wanted["filter"] is not None or (wanted["attributeOldValue"] and "attributes" not in options):
        wanted["attributes"] = True
    if wanted["characterDataOldValue"] and "characterData" not in options:
        wanted["characterData"] = True
    this.targets = [pair for pair in this.targets if pair[0] is not node] + [(node, wanted)]
    if this not in _mutations:
        _mutations.append(this)
    return UNDEF


def _disconnect(this: Observer, args: Args) -> Any:
    this.targets = []
    this.records = []
    if this in _mutations:
        _mutations.remove(this)
    return UNDEF


def _watch(name: str) -> Callable[[Any, Args], Any]:
    """observe() of an observer of views or sizes: it is told once, of an element that is in view."""

    def run(this: Observer, args: Args) -> Any:
        target = arg(args, 0)
        this.targets.append((target, {}))

        def tell() -> None:
            if not any(node is target for node, _ in this.targets):
                return
            size = new_object(inlineSize=0.0, blockSize=0.0)
            entry = JSObject(page.protos[name + "Entry"])
            entry.props.update(
                target=target, isIntersecting=True, intersectionRatio=1.0, boundingClientRect=elements.rect(),
                intersectionRect=elements.rect(), rootBounds=elements.rect(), time=page.now,
                contentRect=elements.rect(), borderBoxSize=new_array([size]), contentBoxSize=new_array([size]),
            )  # fmt: skip
            call(this.callback, this, [new_array([entry]), this])

        page.task(1.0, tell)
        return UNDEF

    return run


def _unwatch(this: Observer, args: Args) -> Any:
    this.targets = [pair for pair in this.targets if pair[0] is not arg(args, 0)]
    return UNDEF


def _observer_class(name: str) -> JSObject:
    return interface(name, None, lambda args, new: Observer(proto_for(new, page.protos[name]), arg(args, 0)))


def install() -> None:
    global registry
    registry = Registry()
    _mutations.clear()
    proto = interface("CustomElementRegistry")
    methods(proto, JSObject, {
        "define": _define, "get": _get, "whenDefined": _when, "upgrade": _upgrade_all, "getName": _name_of,
    })  # fmt: skip
    page.window.props["customElements"] = Prop(JSObject(proto), enumerable=True)
    interface("MutationRecord")
    methods(_observer_class("MutationObserver"), Observer, {
        "observe": _observe, "disconnect": _disconnect, "takeRecords": lambda o, a: o.take(),
    })  # fmt: skip
    page.window.props["WebKitMutationObserver"] = page.window.props["MutationObserver"]
    for name in ("IntersectionObserver", "ResizeObserver"):
        interface(name + "Entry")
        methods(_observer_class(name), Observer, {
            "observe": _watch(name), "unobserve": _unwatch, "disconnect": _disconnect,
            "takeRecords": lambda o, a: new_array([]),
        })  # fmt: skip
    page.protos["IntersectionObserverEntry"].props.update(isIntersecting=False, intersectionRatio=0.0)
    page.protos["IntersectionObserver"].props.update(root=None, rootMargin="0px", thresholds=UNDEF)
    nodes.on_insert.append(inserted)
    nodes.on_remove.append(removed)
    nodes.on_change.append(tell_observers)
    attributes.on_attribute.append(attribute_changed)
