"""Selectors: what querySelector, matches and closest find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from bundlescan.interp.host.kit import throw_dom
from bundlescan.interp.host.nodes import Element, Node, children, elements_of, sibling_element
from bundlescan.interp.model import realm

Test = Callable[[Element, Any], bool]  # of an element and the scope
#: compounds from right to left, each with the combinator that stands before the one to its left
Complex = list[tuple[str, list[Test]]]

_NAME = r"(?:[-\w\u0080-\uffff]|\\[0-9a-fA-F]{1,6}\s?|\\.)+"
_TOKEN = re.compile(rf"""
    (?P<space>\s*[>+~]\s*|\s+) | (?P<tag>\*|{_NAME}) | \#(?P<id>{_NAME}) | \.(?P<cls>{_NAME})
    | \[\s*(?P<attr>(?:\*?\|)?{_NAME})\s*
        (?:(?P<op>[~|^$*]?=)\s*(?P<value>"[^"]*"|'[^']*'|[^\]\s]+)\s*(?P<flag>[iIsS])?\s*)?\]
    | (?P<pseudo>::?{_NAME})(?P<open>\()?
""", re.VERBOSE)  # fmt: skip
#: what only jQuery knows: it relies on these being refused, and then finds the elements by itself
_JQUERY = {
    "visible",
    "hidden",
    "eq",
    "gt",
    "lt",
    "even",
    "odd",
    "first",
    "last",
    "input",
    "button",
    "submit",
    "reset",
    "selected",
    "contains",
    "parent",
    "animated",
    "header",
    "image",
    "text",
    "password",
    "radio",
    "checkbox",
    "file",
}
_FORMS = ("input", "select", "textarea", "button", "option", "optgroup", "fieldset")
_known: dict[str, list[Complex] | None] = {}


class _Bad(Exception):
    pass


def compiled(text: str) -> list[Complex] | None:
    """None where it is no selector that we understand."""
    text = str(text)
    realm.steps(1)
    if text not in _known:
        if len(_known) > 5000:
            _known.clear()
        try:
            _known[text] = [_complex(part) for part in _split(text)]
        except _Bad:
            _known[text] = None
    return _known[text]


def find(root: Node, text: str) -> Iterator[Element]:
    selector = compiled(text)
    if selector is None:
        _refuse(text)
        return
    for element in elements_of(root):
        realm.steps(1)
        if any(_matches(element, one, 0, root) for one in selector):
            yield element


def matches(element: Element, text: str, scope: Any = None) -> bool:
    selector = compiled(text)
    if selector is None:
        _refuse(text)
        return False
    realm.steps(1)
    return any(_matches(element, one, 0, scope or element) for one in selector)


def _refuse(text: str) -> None:
    names = set(re.findall(r":([-\w]+)", text))
    if names & _JQUERY or not text.strip() or "!=" in text:
        throw_dom("SyntaxError", f"'{text}' is not a valid selector.")


def _matches(element: Element, selector: Complex, index: int, scope: Any) -> bool:
    before, tests = selector[index]
    if not all(test(element, scope) for test in tests):
        return False
    if index + 1 == len(selector):
        return True
    at: Any = element
    while True:
        at = at.parent if before in (" ", ">") else sibling_element(at, -1)
        if not isinstance(at, Element):
            return False
        if _matches(at, selector, index + 1, scope):
            return True
        if before in (">", "+"):
            return False


def _split(text: str) -> list[str]:
    """At the commas outside of brackets and quotes."""
    parts, depth, quote, at = [], 0, "", 0
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[at:index])
            at = index + 1
    return [*parts, text[at:]]


def _close(text: str, at: int) -> int:
    """Where the bracket that is open at ``at`` closes."""
    depth = 1
    while at < len(text):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
        at += 1
    raise _Bad


def _complex(text: str) -> Complex:
    text = text.strip()
    out: Complex = []
    tests: list[Test] = []
    combinators: list[str] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _Bad
        at = found.end()
        if found["space"]:
            if not tests:
                raise _Bad
            out.append(("", tests))
            combinators.append(found["space"].strip() or " ")
            tests = []
            continue
        if found["pseudo"]:
            inside = None
            if found["open"]:
                end = _close(text, at)
                inside = text[at:end]
                at = end + 1
            tests.append(_pseudo(found["pseudo"].lstrip(":").lower(), inside))
        elif found["tag"]:
            if tests:
                raise _Bad
            tests.append(_tag(_plain(found["tag"])))
        elif found["id"]:
            tests.append(_attribute("id", "=", _plain(found["id"]), False))
        elif found["cls"]:
            tests.append(_attribute("class", "~=", _plain(found["cls"]), False))
        else:
            value = found["value"] or ""
            value = value[1:-1] if value[:1] in ("'", '"') else value
            name = _plain(found["attr"].rpartition("|")[2])
            tests.append(
                _attribute(name.lower(), found["op"] or "", _plain(value), (found["flag"] or "").lower() == "i")
            )
    if not tests:
        raise _Bad
    out.append(("", tests))
    out.reverse()
    combinators.reverse()
    return [(combinators[i] if i < len(combinators) else "", tests) for i, (_, tests) in enumerate(out)]


def _plain(name: str) -> str:
    """Without its escapes."""

    def one(found: re.Match[str]) -> str:
        digits = found[1]
        return chr(min(int(digits, 16), 0x10FFFF)) if digits else found[2]

    return re.sub(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", one, name) if "\\" in name else name


def _tag(name: str) -> Test:
    if name == "*":
        return lambda el, scope: True
    lower = name.lower()
    return lambda el, scope: el.local.lower() == lower


def _attribute(name: str, operator: str, value: str, fold: bool) -> Test:
    def run(el: Element, scope: Any) -> bool:
        found = el.attrs.get(name)
        if found is None:
            return False
        a, b = (str(found).lower(), value.lower()) if fold else (str(found), value)
        if operator == "":
            return True
        if operator == "=":
            return a == b
        if operator == "~=":
            return b in a.split()
        if operator == "|=":
            return a == b or a.startswith(b + "-")
        if not b:
            return False
        return a.startswith(b) if operator == "^=" else a.endswith(b) if operator == "$=" else b in a

    return run


def _siblings(el: Element) -> list[Any]:
    return children(el.parent) if el.parent is not None else [el]


def _nth(inside: str, of_type: bool, last: bool) -> Test:
    found = re.fullmatch(r"\s*(?:(odd|even)|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|([+-]?\d+))\s*", inside.lower())
    if found is None:
        raise _Bad
    if found[1]:
        step, offset = 2, 1 if found[1] == "odd" else 0
    elif found[5]:
        step, offset = 0, int(found[5])
    else:
        step = int(found[2] + "1") if found[2] in ("", "+", "-") else int(found[2])
        offset = int((found[3] or "+") + (found[4] or "0"))

    def run(el: Element, scope: Any) -> bool:
        among = [s for s in _siblings(el) if not of_type or s.local == el.local]
        realm.steps(len(among) // 16)
        number = next(i for i, s in enumerate(reversed(among) if last else among) if s is el) + 1
        if step == 0:
            return number == offset
        return (number - offset) % step == 0 and (number - offset) // step >= 0

    return run


def _pseudo(name: str, inside: str | None) -> Test:
    if inside is not None:
        if name in ("not", "is", "where", "matches", "-webkit-any", "-moz-any"):
            options = [_complex(part) for part in _split(inside)]
            wanted = name != "not"
            return lambda el, scope: any(_matches(el, one, 0, scope) for one in options) is wanted
        if name == "has":
            inner = inside.strip()
            direct = inner.startswith(">")
            options = [_complex(part.strip().removeprefix(">")) for part in _split(inner)]
            return lambda el, scope: any(
                _matches(at, one, 0, scope) for at in (children(el) if direct else elements_of(el)) for one in options
            )
        if name in ("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"):
            return _nth(inside, name.endswith("of-type"), "last" in name)
        raise _Bad
    if name in _PSEUDOS:
        return _PSEUDOS[name]
    if name in ("first-child", "last-child", "first-of-type", "last-of-type"):
        return _nth("1", name.endswith("of-type"), name.startswith("last"))
    if name in ("only-child", "only-of-type"):
        return lambda el, scope: sum(name == "only-child" or s.local == el.local for s in _siblings(el)) == 1
    raise _Bad


def _focused(el: Element, scope: Any) -> bool:
    return el.document is not None and el.document.active is el


_PSEUDOS: dict[str, Test] = {
    "root": lambda el, scope: el.parent is not None and el.parent.kind == 9,
    "scope": lambda el, scope: el is scope or (getattr(scope, "kind", 0) == 9 and el.parent is scope),
    "empty": lambda el, scope: not any(kid.kind in (1, 3) for kid in el.kids),
    "checked": lambda el, scope: bool(el.state.get("checked", "checked" in el.attrs or "selected" in el.attrs)),
    "disabled": lambda el, scope: el.local in _FORMS and "disabled" in el.attrs,
    "enabled": lambda el, scope: el.local in _FORMS and "disabled" not in el.attrs,
    "link": lambda el, scope: el.local in ("a", "area") and "href" in el.attrs,
    "any-link": lambda el, scope: el.local in ("a", "area") and "href" in el.attrs,
    "focus": _focused,
    "focus-visible": _focused,
    "required": lambda el, scope: "required" in el.attrs,
    "defined": lambda el, scope: "-" not in el.local or el.custom is not None,
    **dict.fromkeys(
        ("hover", "active", "visited", "target", "focus-within", "invalid", "-webkit-autofill", "autofill",
         "fullscreen", "host", "before", "after", "indeterminate", "popover-open", "modal"), lambda el, scope: False),
    "valid": lambda el, scope: True,
}  # fmt: skip
