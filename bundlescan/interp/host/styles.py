"""classList, dataset, style, and the sheets of styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host.attributes import remove_attribute, set_attribute
from bundlescan.interp.host.kit import (
    getters,
    interface,
    later,
    methods,
    nothing,
    page,
    throw_dom,
)
from bundlescan.interp.host.nodes import (
    Element,
    list_methods,
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


def install_tokens() -> None:
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

    def own_keys(self) -> list[Any]:
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

    def own_keys(self) -> list[Any]:
        return [*map(str, range(len(self.values())))]


def _css_name(key: str) -> str:
    if key == "cssFloat":
        return "float"
    if "-" in key:
        return key
    return re.sub(r"^(webkit|moz|ms)-", r"-\1-", re.sub(r"[A-Z]", lambda m: "-" + m[0].lower(), key))


def install_style() -> None:
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


def data_of(element: Element) -> Data:
    made = Data(page.protos["DOMStringMap"])
    made.element = element
    return made


def style_sheet(owner: Any) -> JSObject:
    made = JSObject(page.protos["CSSStyleSheet"])
    rules = new_array([])
    made.props.update(cssRules=rules, rules=rules, ownerNode=owner, disabled=False, href=None, type="text/css",
                      media=new_object(mediaText=""))  # fmt: skip
    return made


def install_sheets() -> None:
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
