"""Attributes of elements: what sets them, and the nodes that they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host.kit import (
    effect,
    getters,
    interface,
    methods,
    page,
    throw_dom,
)
from bundlescan.interp.host.nodes import (
    HTML,
    Element,
    Node,
    NodeList,
    changed,
    list_methods,
)
from bundlescan.interp.model import (
    UNDEF,
    Args,
    arg,
    to_string,
    truthy,
)

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


def attribute_name(element: Element, value: Any) -> str:
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


def toggle_attribute(this: Element, args: Args) -> Any:
    name = attribute_name(this, arg(args, 0))
    wanted = truthy(args[1]) if arg(args, 1) is not UNDEF else name not in this.attrs
    if wanted and name not in this.attrs:
        set_attribute(this, name, "")
    elif not wanted:
        remove_attribute(this, name)
    return wanted


def set_checked(this: Element, args: Args) -> Any:
    name = to_string(arg(args, 0))
    if not re.fullmatch(r"[^\s/>=\x00\"'<][^\s/>=\x00]*", name):
        throw_dom("InvalidCharacterError", f"'{name}' is not a valid attribute name.")
    set_attribute(this, attribute_name(this, name), to_string(arg(args, 1)))
    return UNDEF


def set_node(this: Element, args: Args) -> Any:
    attr = arg(args, 0)
    if isinstance(attr, Attr):
        attr.owner = this
        set_attribute(this, attr.key, attr.text)
    return None


def node_of(element: Element, name: Any) -> Any:
    key = attribute_name(element, name)
    return Attr(element, key, element.attrs[key]) if key in element.attrs else None


def install() -> None:
    on_attribute.clear()
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
