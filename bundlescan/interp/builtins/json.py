"""JSON, whose texts and numbers keep the origin of the text that they are read from."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from typing import Any, NoReturn

from bundlescan.interp.builtins.objects import shown_keys
from bundlescan.interp.builtins.support import Methods, hidden, is_array, length_of, listed, tag
from bundlescan.interp.model import (
    UNDEF,
    Args,
    BigInt,
    Callable_,
    JSArray,
    JSObject,
    Wrapper,
    arg,
    call,
    get,
    is_callable,
    new_array,
    new_object,
    realm,
    throw,
    to_key,
    to_number,
    to_string,
)
from bundlescan.interp.text import Text, cut, join, number, replaced

JSON = Methods()


def install(window: JSObject) -> None:
    owner = JSObject(realm.object_proto)
    JSON.install(owner)
    tag(owner, "JSON")
    hidden(window, "JSON", owner)


# -- parse --------------------------------------------------------------------------------------------------------

_GAP = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"')
_ESCAPED = re.compile(r'\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|(["\\/bfnrt]))')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}
_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
MAX_DEPTH = 400


def _wrong(value: str) -> NoReturn:
    throw("SyntaxError", "Unexpected token in JSON" if value.strip() else "Unexpected end of JSON input")


class _Reader:
    """A parser of a text with pieces."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.plain = str(text)
        self.at = 0
        self.depth = 0
        self.starts = [0]
        for size, _, _ in text.pieces:
            self.starts.append(self.starts[-1] + size)

    def gap(self) -> str:
        """The next sign."""
        sign = self.plain[self.at : self.at + 1]
        if sign > " ":
            return sign
        match = _GAP.match(self.plain, self.at)
        self.at = match.end() if match is not None else self.at
        return self.plain[self.at : self.at + 1]

    def whole(self) -> Any:
        value = self.value()
        if self.gap():
            _wrong(self.plain)
        return value

    def value(self) -> Any:
        realm.steps(1)
        sign = self.gap()
        if sign == '"':
            return self.string()
        if sign in ("{", "["):
            self.depth += 1
            if self.depth > MAX_DEPTH:
                throw("RangeError", "Maximum call stack size exceeded")
            self.at += 1
            made = self.members() if sign == "{" else self.items()
            self.depth -= 1
            return made
        if sign in ("t", "f", "n"):
            for word, value in _WORDS.items():
                if self.plain.startswith(word, self.at):
                    self.at += len(word)
                    return value
        match = _NUMBER.match(self.plain, self.at)
        if match is None:
            _wrong(self.plain)
        index = bisect_right(self.starts, self.at) - 1
        _, origin, offset = self.text.pieces[index]
        offset += self.at - self.starts[index]
        self.at = match.end()
        return number(float(match[0]), origin, offset) if origin is not None else float(match[0])

    def string(self) -> str:
        match = _STRING.match(self.plain, self.at)
        if match is None:
            _wrong(self.plain)
        self.at = match.end()
        found = cut(self.text, *match.span(1))
        if "\\" not in match[1]:
            return found
        return replaced(found, [(m.start(), m.end(), _unescaped(m)) for m in _ESCAPED.finditer(match[1])])

    def members(self) -> JSObject:
        made = new_object()
        if self.gap() == "}":
            self.at += 1
            return made
        while True:
            if self.gap() != '"':
                _wrong(self.plain)
            key = self.string()
            if self.gap() != ":":
                _wrong(self.plain)
            self.at += 1
            made.props[key] = self.value()
            sign = self.gap()
            self.at += 1
            if sign == "}":
                return made
            if sign != ",":
                _wrong(self.plain)

    def items(self) -> JSArray:
        made: list[Any] = []
        if self.gap() == "]":
            self.at += 1
            return new_array(made)
        while True:
            made.append(self.value())
            sign = self.gap()
            self.at += 1
            if sign == "]":
                return new_array(made)
            if sign != ",":
                _wrong(self.plain)


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return _SIMPLE.get(match[3], match[3])
    code = int(match[1], 16)
    if match[2] is None:
        return chr(code)
    low = int(match[2], 16)
    if 0xD800 <= code < 0xDC00:
        return chr(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00)
    return chr(code) + chr(low)


def _object(pairs: list[tuple[str, Any]]) -> JSObject:
    made = JSObject(realm.object_proto)
    for key, value in pairs:
        made.props[key] = _wrapped(value) if type(value) is list else value
    return made


def _wrapped(value: Any) -> Any:
    return new_array([_wrapped(v) for v in value]) if type(value) is list else value


def _constant(name: str) -> NoReturn:
    raise ValueError(name)


_decoder = json.JSONDecoder(object_pairs_hook=_object, parse_int=float, parse_constant=_constant)


def parse(value: str) -> Any:
    realm.steps(len(value) // 64)
    if isinstance(value, Text):
        return _Reader(value).whole()
    try:
        return _wrapped(_decoder.decode(value))
    except ValueError:
        _wrong(value)
    except RecursionError:
        throw("RangeError", "Maximum call stack size exceeded")


@JSON("parse", length=2)
def _parse(this: Any, args: Args) -> Any:
    made = parse(to_string(arg(args, 0)))
    if isinstance(arg(args, 1), Callable_):
        return _revived(new_object(**{"": made}), "", args[1])
    return made


def _revived(holder: JSObject, key: str, reviver: Callable_) -> Any:
    realm.steps(1)
    value = holder.get(key, holder)
    if isinstance(value, JSObject):
        keys = [str(i) for i in range(length_of(value))] if is_array(value) else shown_keys(value)
        for name in keys:
            made = _revived(value, name, reviver)
            if made is UNDEF:
                value.remove(name)
            else:
                value.create(name, made)
    return reviver.invoke(holder, [key, value])


# -- stringify ----------------------------------------------------------------------------------------------------

_SPECIAL = re.compile(r'[\x00-\x1f"\\\ud800-\udfff]')
_NAMES = {"\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def _quoted(value: str, out: list[str]) -> None:
    if _SPECIAL.search(value) is None:
        out += ('"', value, '"')
        return
    spans = [(m.start(), m.end(), _NAMES.get(m[0]) or f"\\u{ord(m[0]):04x}") for m in _SPECIAL.finditer(value)]
    out += ('"', replaced(value, spans), '"')


class _Writer:
    def __init__(self, replacer: Callable_ | None, only: list[Any] | None, step: str) -> None:
        self.replacer = replacer
        self.only = only
        self.step = step
        self.out: list[str] = []
        self.open: list[JSObject] = []

    def prepared(self, holder: Any, key: str, value: Any) -> Any:
        """What is written for a value: what its toJSON or the replacer makes of it."""
        if isinstance(value, (JSObject, BigInt)):
            convert = get(value, "toJSON")
            if is_callable(convert):
                value = call(convert, value, [key])
        if self.replacer is not None:
            if holder is None:
                holder = new_object(**{key: value})
            value = self.replacer.invoke(holder, [key, value])
        if isinstance(value, Wrapper):
            if isinstance(value.value, str):
                return to_string(value)
            return to_number(value) if isinstance(value.value, float) and type(value.value) is not bool else value.value
        return value

    def write(self, value: Any, indent: str) -> bool:
        """False for what JSON has nothing for."""
        realm.steps(1)
        if isinstance(value, str):
            _quoted(value, self.out)
        elif value is None or isinstance(value, bool):
            self.out.append("null" if value is None else "true" if value else "false")
        elif isinstance(value, float):
            self.out.append(to_string(value) if math.isfinite(value) else "null")
        elif isinstance(value, BigInt):
            throw("TypeError", "Do not know how to serialize a BigInt")
        elif isinstance(value, JSObject) and not isinstance(value, Callable_):
            if any(value is one for one in self.open):
                throw("TypeError", "Converting circular structure to JSON")
            if len(self.open) > MAX_DEPTH:
                throw("RangeError", "Maximum call stack size exceeded")
            self.open.append(value)
            (self.items if is_array(value) else self.members)(value, indent)
            self.open.pop()
        else:
            return False
        return True

    def items(self, owner: JSObject, indent: str) -> None:
        inner = indent + self.step
        values = listed(owner)
        self.out.append("[")
        for index, value in enumerate(values):
            self.between(index, inner)
            if not self.write(self.prepared(owner, str(index), value), inner):
                self.out.append("null")
        self.close(len(values), indent, "]")

    def members(self, owner: JSObject, indent: str) -> None:
        inner = indent + self.step
        self.out.append("{")
        count = 0
        for key in self.only if self.only is not None else shown_keys(owner):
            value = self.prepared(owner, key, owner.get(key, owner))
            mark = len(self.out)
            self.between(count, inner)
            _quoted(key, self.out)
            self.out.append(": " if self.step else ":")
            if self.write(value, inner):
                count += 1
            else:
                del self.out[mark:]
        self.close(count, indent, "}")

    def between(self, index: int, inner: str) -> None:
        if index:
            self.out.append(",")
        if self.step:
            self.out.append("\n" + inner)

    def close(self, count: int, indent: str, sign: str) -> None:
        if count and self.step:
            self.out.append("\n" + indent)
        self.out.append(sign)


def stringify(value: Any, replacer: Any = UNDEF, space: Any = UNDEF) -> Any:
    """The text, or undefined."""
    only: list[Any] | None = None
    if not is_callable(replacer) and is_array(replacer):
        only = list(dict.fromkeys(
            to_key(v.value if isinstance(v, Wrapper) else v) for v in listed(replacer)
            if isinstance(v, (str, float, Wrapper)) and not isinstance(v, bool)
        ))  # fmt: skip
    if isinstance(space, Wrapper):
        space = space.value
    step = ""
    if isinstance(space, float):
        step = " " * max(0, min(10, int(space) if math.isfinite(space) else 10))
    elif isinstance(space, str):
        step = str.__getitem__(space, slice(0, 10))
    writer = _Writer(replacer if is_callable(replacer) else None, only, step)
    if not writer.write(writer.prepared(None, "", value), ""):
        return UNDEF
    return join(writer.out)


@JSON("stringify", length=3)
def _stringify(this: Any, args: Args) -> Any:
    return stringify(arg(args, 0), arg(args, 1), arg(args, 2))
