"""A URL as reports print it: ``{location.protocol}//{location.hostname}:9000/{window.site_name}``."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

from bundlescan.values.domain import UNDEFINED, Choice, Concat, Const, Dead, Hole, Page, Value, primitive_text
from bundlescan.values.urls import Alternative

MAX_LENGTH = 300
#: the marks of a query and a fragment that are empty here: they say nothing (``/live?#``)
_BARE_MARKS = re.compile(r"\?(?=#|$)|#$")
_SCHEMES = {("https", "http"): "{location.protocol}//", ("wss", "ws"): "{ws|wss}://"}


def render(alternative: Alternative, *, page_scheme: bool) -> str:
    """The URL of an alternative; ``page_scheme``: its scheme is one of two, as the page's is."""
    parts = list(alternative.parts)
    text = ""
    if page_scheme and alternative.address.scheme:
        first = "".join(primitive_text(p.value) for p in alternative.address.scheme if isinstance(p, Const))
        template = _SCHEMES.get(("https", "http") if first.rstrip(":") in ("https", "http") else ("wss", "ws"))
        if template is not None:
            text = template
            parts = [*alternative.address.host]
            if alternative.address.port:
                parts += [Const(":"), *alternative.address.port]
            parts += [*alternative.address.rest, *alternative.parts[alternative.done :]]
    text += "".join("{…}" if _is_missing(part) else render_value(part) for part in parts)
    return _BARE_MARKS.sub("", text)[:MAX_LENGTH]


def _is_missing(part: Value) -> bool:
    """Whether ``undefined`` stands in the URL without being spelled there: what sets it was not seen."""
    if not isinstance(part, Const) or part.value not in (UNDEFINED, "undefined"):
        return False
    return part.value is UNDEFINED or (part.node is not None and part.node.type not in ("Literal", "TemplateElement"))


def render_parts(parts: Sequence[Value]) -> str:
    return _render_parts(parts, {})


def render_value(value: Value) -> str:
    return _render(value, {})


def _render_parts(parts: Sequence[Value], known: dict[int, str]) -> str:
    return "".join(_render(part, known) for part in parts)


def _render(value: Value, known: dict[int, str]) -> str:
    """``known``: what is rendered already, by identity: values share their parts."""
    match value:
        case Const(value=text):
            return primitive_text(text)
        case Page(name="protocol"):
            return "{location.protocol}"
        case Page(name=name):
            return f"{{location.{name}}}"
        case Hole(path=path):
            return f"{{{path}}}" if path else "{…}"
        case Concat() | Choice():
            if id(value) not in known:
                known[id(value)] = (
                    _render_parts(value.parts, known) if isinstance(value, Concat) else _one(value, known)
                )
            return known[id(value)]
    return "{…}"


def _one(choice: Choice, known: dict[int, str]) -> str:
    """What all options agree on, or the one unknown among empty ones."""
    texts = {_render(option, known) for option in choice.options if not isinstance(option, Dead)}
    holes = [text for text in texts if text.startswith("{") and text != "{…}"]
    if len(texts) == 1:
        return texts.pop()
    return holes[0] if len(holes) == 1 and texts <= {*holes, "", "undefined"} else "{…}"


def rest(alternative: Alternative) -> tuple[Value, ...]:
    """What follows the address."""
    return (*alternative.address.rest, *alternative.parts[alternative.done :])


def texts(parts: Sequence[Value], chosen: Mapping[Hashable, int], limit: int) -> set[str] | None:
    """What ``parts`` can spell, every choice in them decided, as far as ``chosen`` leaves it open; None for more than
    ``limit`` texts."""
    found: set[str] = set()
    stack: list[tuple[str, tuple[Value, ...], Mapping[Hashable, int]]] = [("", tuple(parts), chosen)]
    while stack:
        text, pending, known = stack.pop()
        if len(found) + len(stack) > limit:
            return None
        if not pending:
            found.add(text)
            continue
        head, *others = pending
        if isinstance(head, Choice):
            key = head.cond.key
            picks = [known[key]] if key in known else range(len(head.options))
            for pick in picks:
                option = head.options[min(pick, len(head.options) - 1)]
                stack.append((text, (option, *others), {**known, key: pick}))
        elif isinstance(head, Concat):
            stack.append((text, (*head.parts, *others), known))
        elif not isinstance(head, Dead):
            stack.append((text + render_value(head), tuple(others), known))
    return found


def literal_path(alternative: Alternative) -> str:
    """The path up to the first part that is known only at run time."""
    text = ""
    for part in rest(alternative):
        if not isinstance(part, Const) or part.value is UNDEFINED:
            break
        text += primitive_text(part.value)
    return text.split("?")[0].split("#")[0]
