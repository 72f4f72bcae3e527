"""What forms are made of: values, choices, validity."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from bundlescan.interp.host import events
from bundlescan.interp.host.attributes import set_attribute
from bundlescan.interp.host.elements import reflected, reflected_flags, reflected_numbers, reflected_urls
from bundlescan.interp.host.kit import class_of, getters, methods, nothing, page
from bundlescan.interp.host.nodes import (
    Element,
    Node,
    detach,
    elements_of,
    find_id,
    fixed,
    insert,
    live,
    root_of,
    set_text,
    text_content,
)
from bundlescan.interp.model import UNDEF, Args, Native, Prop, arg, new_object, to_integer, to_number, to_string, truthy

CONTROLS = ("input", "select", "textarea", "button", "output", "fieldset")


def _value(el: Element) -> Any:
    found = el.state.get("value")
    if found is not None:
        return found
    if el.local == "textarea":
        return text_content(el)
    if el.local == "input" and el.attrs.get("type") in ("checkbox", "radio"):
        return el.attrs.get("value", "on")
    return el.attrs.get("value", "")


def _set_value(el: Element, value: Any) -> None:
    el.state["value"] = to_string(value) if value is not None else ""


def _set_checked(el: Element, value: Any) -> None:
    el.state["checked"] = truthy(value)
    if truthy(value) and el.attrs.get("type") == "radio" and el.attrs.get("name"):
        for other in elements_of(root_of(el)):
            if other is not el and other.attrs.get("type") == "radio" and other.attrs.get("name") == el.attrs["name"]:
                other.state["checked"] = False


def _form(el: Element) -> Any:
    at: Any = el.parent
    while isinstance(at, Node):
        if isinstance(at, Element) and at.local == "form":
            return at
        at = at.parent
    return find_id(root_of(el), el.attrs["form"]) if "form" in el.attrs else None


def _labels(el: Element) -> Any:
    return fixed(
        at for at in elements_of(root_of(el)) if at.local == "label" and at.attrs.get("for") == el.attrs.get("id")
    )


def _type(default: str) -> Callable[[Any], Any]:
    return lambda el: str(el.attrs.get("type", default)).lower()


def _set_attr(name: str) -> Callable[[Any, Any], None]:
    def run(el: Element, value: Any) -> None:
        set_attribute(el, name, to_string(value))

    return run


# -- select -------------------------------------------------------------------------------------------------------


def options(el: Element) -> list[Any]:
    return [at for at in elements_of(el) if at.local == "option"]


def _selected(el: Element) -> bool:
    return bool(el.state.get("selected", "selected" in el.attrs))


def _index(el: Element) -> float:
    select = _select(el)
    return float(next(i for i, at in enumerate(options(select)) if at is el)) if select is not None else 0.0


def _select(el: Element) -> Any:
    at: Any = el.parent
    while isinstance(at, Element) and at.local != "select":
        at = at.parent
    return at if isinstance(at, Element) else None


def _is_chosen(el: Element) -> bool:
    """Whether an option is selected: the first one of a list is where no other is."""
    select = _select(el)
    if select is None or "multiple" in select.attrs:
        return _selected(el)
    at = _chosen(select)
    return at >= 0 and options(select)[at] is el


def _set_selected(el: Element, value: Any) -> None:
    select = _select(el)
    if select is not None and "multiple" not in select.attrs and truthy(value):
        _choose(select, lambda i, at: at is el)
    else:
        el.state["selected"] = truthy(value)


def _chosen(el: Element) -> int:
    among = options(el)
    found = next((i for i, at in enumerate(among) if _selected(at)), -1)
    return found if found >= 0 or "multiple" in el.attrs or not among else 0


def _option_value(el: Element) -> str:
    return el.attrs.get("value", text_content(el).strip())


def _select_value(el: Element) -> str:
    at = _chosen(el)
    return _option_value(options(el)[at]) if at >= 0 else ""


def _choose(el: Element, test: Callable[[int, Element], bool]) -> None:
    for index, at in enumerate(options(el)):
        at.state["selected"] = test(index, at)


def _add_option(this: Element, args: Args) -> Any:
    before = arg(args, 1)
    if isinstance(before, float):
        among = options(this)
        before = among[int(before)] if 0 <= before < len(among) else None
    insert(this, arg(args, 0), before if isinstance(before, Element) else None)
    return UNDEF


def _remove_option(this: Element, args: Args) -> Any:
    if not args:
        detach(this)
        return UNDEF
    among, at = options(this), to_integer(args[0])
    if 0 <= at < len(among):
        detach(among[at])
    return UNDEF


def _submit(this: Element, args: Args) -> Any:
    events.fire(this, events.make("SubmitEvent", "submit", bubbles=True, cancelable=True))
    return UNDEF


def install() -> None:
    protos = page.protos
    for name in ("Input", "TextArea", "Select", "Button", "Output", "FieldSet", "Object"):
        proto = protos[f"HTML{name}Element"]
        reflected(proto, "name")
        reflected_flags(proto, "disabled required")
        validity = new_object(valid=True, valueMissing=False, typeMismatch=False, customError=False)
        getters(proto, Element, {
            "form": _form, "labels": _labels, "willValidate": lambda el: True, "validationMessage": lambda el: "",
            "validity": _constant(validity),
        })  # fmt: skip
        methods(proto, Element, {"checkValidity": lambda el, a: True, "reportValidity": lambda el, a: True,
                                 "setCustomValidity": nothing})  # fmt: skip
    for name in ("Input", "TextArea"):
        proto = protos[f"HTML{name}Element"]
        reflected(proto, "placeholder autocomplete pattern min max step accept wrap dirName")
        reflected_flags(proto, "readOnly multiple")
        reflected_numbers(proto, maxLength=-1.0, minLength=-1.0, size=20.0, rows=2.0, cols=20.0, width=0.0, height=0.0)
        getters(proto, Element, {"value": (_value, _set_value)})
        proto.props.update(selectionStart=0.0, selectionEnd=0.0, selectionDirection="none")
        methods(proto, Element, {"select": nothing, "setSelectionRange": nothing, "setRangeText": nothing,
                                 "showPicker": nothing})  # fmt: skip
    proto = protos["HTMLInputElement"]
    reflected(proto, "alt formAction")
    reflected_urls(proto, "src")
    getters(proto, Element, {
        "type": (_type("text"), _set_attr("type")), "files": (lambda el: None, lambda el, v: None),
        "checked": (lambda el: bool(el.state.get("checked", "checked" in el.attrs)), _set_checked),
        "defaultValue": (lambda el: el.attrs.get("value", ""), _set_attr("value")),
        "defaultChecked": (lambda el: "checked" in el.attrs, lambda el, v: el.attrs.update(checked="")
                           if truthy(v) else el.attrs.pop("checked", None)),
        "valueAsNumber": (lambda el: to_number(_value(el)) if _value(el) else math.nan, _set_value),
        "list": lambda el: None,
    })  # fmt: skip
    proto.props["indeterminate"] = False
    methods(proto, Element, {"stepUp": nothing, "stepDown": nothing})
    proto = protos["HTMLTextAreaElement"]
    getters(proto, Element, {"type": lambda el: "textarea", "textLength": lambda el: float(len(_value(el))),
                             "defaultValue": (text_content, _set_value)})  # fmt: skip
    proto = protos["HTMLButtonElement"]
    reflected(proto, "value formAction")
    getters(proto, Element, {"type": (_type("submit"), _set_attr("type"))})
    proto = protos["HTMLSelectElement"]
    reflected_flags(proto, "multiple")
    reflected_numbers(proto, size=0.0)
    getters(proto, Element, {
        "options": lambda el: live(lambda: options(el)), "length": lambda el: float(len(options(el))),
        "selectedIndex": (lambda el: float(_chosen(el)), lambda el, v: _choose(el, lambda i, at: i == to_integer(v))),
        "value": (_select_value, lambda el, v: _choose(el, lambda i, at: _option_value(at) == to_string(v))),
        "selectedOptions": lambda el: live(lambda: [at for at in options(el) if _selected(at)]),
        "type": lambda el: "select-multiple" if "multiple" in el.attrs else "select-one",
    })  # fmt: skip
    methods(proto, Element, {
        "add": _add_option, "remove": _remove_option,
        "item": lambda el, a: dict(enumerate(options(el))).get(to_integer(arg(a, 0))),
    })  # fmt: skip
    proto = protos["HTMLOptionElement"]
    reflected(proto, "label")
    reflected_flags(proto, "disabled")
    getters(proto, Element, {
        "value": (_option_value, _set_attr("value")), "text": (lambda el: text_content(el).strip(), _set_option_text),
        "selected": (_is_chosen, _set_selected),
        "defaultSelected": (lambda el: "selected" in el.attrs, lambda el, v: None),
        "index": _index,
    })  # fmt: skip
    proto = protos["HTMLFormElement"]
    reflected(proto, "name method target enctype acceptCharset=accept-charset autocomplete")
    reflected_urls(proto, "action")
    reflected_flags(proto, "noValidate")
    getters(proto, Element, {
        "elements": lambda el: live(lambda: [at for at in elements_of(el) if at.local in CONTROLS]),
        "length": lambda el: float(sum(at.local in CONTROLS for at in elements_of(el))),
    })  # fmt: skip
    methods(proto, Element, {"submit": nothing, "requestSubmit": _submit, "checkValidity": lambda el, a: True,
                             "reportValidity": lambda el, a: True, "reset": nothing})  # fmt: skip
    proto = protos["HTMLLabelElement"]
    reflected(proto, "htmlFor=for")
    getters(proto, Element, {"control": lambda el: find_id(root_of(el), el.attrs.get("for", "")), "form": _form})
    for name in ("Progress", "Meter", "Data", "LI", "Output"):
        proto = protos[f"HTML{name}Element"]
        reflected(proto, "value max min")
    interface_aliases()


def _set_option_text(el: Element, value: Any) -> None:
    set_text(el, value)


def _constant(value: Any) -> Callable[[Any], Any]:
    return lambda el: value


def interface_aliases() -> None:
    """Image, Option and Audio: constructors of elements."""

    def made_by(tag: str, fill: Callable[[Element, Args], None]) -> Callable[[Args, Any], Any]:
        def make(args: Args, new_target: Any) -> Any:
            el: Element = page.document.element(tag)
            fill(el, args)
            return el

        return make

    def image(el: Element, args: Args) -> None:
        for name, value in zip(("width", "height"), args, strict=False):
            el.attrs[name] = to_string(value)

    def option(el: Element, args: Args) -> None:
        if arg(args, 0) is not UNDEF:
            _set_option_text(el, args[0])
        if arg(args, 1) is not UNDEF:
            el.attrs["value"] = to_string(args[1])
        if truthy(arg(args, 3)):
            el.state["selected"] = True

    def audio(el: Element, args: Args) -> None:
        if arg(args, 0) is not UNDEF:
            el.attrs["src"] = to_string(args[0])

    for name, tag, kind, fill in (
        ("Image", "img", "Image", image), ("Option", "option", "Option", option), ("Audio", "audio", "Audio", audio)
    ):  # fmt: skip
        made = Native(name, lambda this, args: UNDEF, 0, made_by(tag, fill))
        made.props["prototype"] = Prop(page.protos[f"HTML{kind}Element"], writable=False)
        made.proto = class_of(f"HTML{kind}Element").proto
        page.window.props[name] = Prop(made)
