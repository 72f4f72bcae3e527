"""String, and the functions for parts of URLs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins import regexp
from bundlescan.interp.builtins.iterators import JSIterator
from bundlescan.interp.builtins.regexp import new_regexp as new_regexp
from bundlescan.interp.builtins.support import Methods, constant, hidden, option, relative
from bundlescan.interp.model import (
    ITERATOR,
    UNDEF,
    WELL_KNOWN,
    Args,
    Callable_,
    JSObject,
    Symbol,
    Wrapper,
    arg,
    call,
    constructor,
    get,
    is_callable,
    iterate,
    method,
    new_array,
    proto_for,
    realm,
    throw,
    to_int32,
    to_integer,
    to_number,
    to_object,
    to_string,
    truthy,
)
from bundlescan.interp.text import Text, cut, join, like, replaced

STRING = Methods()
STRING_PROTO = Methods()
#: what trim takes away
SPACE = "\t\n\v\f\r \xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
MAX_TEXT = 5_000_000


def install(window: JSObject) -> None:
    STRING_PROTO.install(realm.string_proto)
    made = constructor("String", realm.string_proto, _make, _string, 1)
    STRING.install(made)
    hidden(window, "String", made)
    constant(realm.string_proto, "length", 0.0)
    regexp.install(window)
    for name, code in URI.items():
        method(window, name, code, 1)


def _string(this: Any, args: Args) -> Any:
    if not args:
        return ""
    if isinstance(args[0], Symbol):
        return call(get(args[0], "toString"), args[0], [])
    return to_string(args[0])


def _make(args: Args, new_target: JSObject) -> Any:
    return Wrapper(to_string(args[0]) if args else "", proto_for(new_target, realm.string_proto))


def this_text(this: Any) -> str:
    if isinstance(this, str):
        return this
    if this is None or this is UNDEF:
        throw("TypeError", "String.prototype method called on null or undefined")
    return to_string(this)


def checked(size: int) -> None:
    if size > MAX_TEXT:
        throw("RangeError", "Invalid string length")
    realm.steps(size // 64)


# -- statics ------------------------------------------------------------------------------------------------------


@STRING("fromCharCode", length=1)
def _from_char_code(this: Any, args: Args) -> Any:
    return paired("".join(chr(to_int32(code) & 0xFFFF) for code in args))


def paired(value: str) -> str:
    """``value`` with the surrogates that belong together as one character."""
    if not any("\ud800" <= char <= "\udbff" for char in value):
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if _whole(value) else value


def _whole(value: str) -> bool:
    try:
        value.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return False
    return True


@STRING("fromCodePoint", length=1)
def _from_code_point(this: Any, args: Args) -> Any:
    out = []
    for code in args:
        number = to_number(code)
        if not number.is_integer() or not 0 <= number <= 0x10FFFF:
            throw("RangeError", f"Invalid code point {to_string(code)}")
        out.append(chr(int(number)))
    return "".join(out)


@STRING("raw", length=1)
def _raw(this: Any, args: Args) -> Any:
    raw = to_object(get(arg(args, 0), "raw"))
    size, out = to_integer(get(raw, "length")), []
    for index in range(size):
        out.append(to_string(get(raw, str(index))))
        if index + 1 < size and index + 1 < len(args):
            out.append(to_string(args[index + 1]))
    return join(out)


# -- parts --------------------------------------------------------------------------------------------------------


@STRING_PROTO("toString")
@STRING_PROTO("valueOf")
def _value(this: Any, args: Args) -> Any:
    found = this.value if isinstance(this, Wrapper) else this
    if not isinstance(found, str):
        throw("TypeError", "String.prototype.toString requires that 'this' be a String")
    return found


@STRING_PROTO("slice", length=2)
def _slice(this: Any, args: Args) -> Any:
    value = this_text(this)
    start = relative(arg(args, 0), len(value), 0)
    return cut(value, start, max(start, relative(arg(args, 1), len(value), len(value))))


@STRING_PROTO("substring", length=2)
def _substring(this: Any, args: Args) -> Any:
    value = this_text(this)
    size = len(value)
    start = min(max(to_integer(arg(args, 0)), 0), size)
    end = size if arg(args, 1) is UNDEF else min(max(to_integer(args[1]), 0), size)
    return cut(value, min(start, end), max(start, end))


@STRING_PROTO("substr", length=2)
def _substr(this: Any, args: Args) -> Any:
    value = this_text(this)
    start = relative(arg(args, 0), len(value), 0)
    size = len(value) if arg(args, 1) is UNDEF else max(0, to_integer(args[1]))
    return cut(value, start, min(len(value), start + size))


@STRING_PROTO("at", length=1)
def _at(this: Any, args: Args) -> Any:
    value, index = this_text(this), to_integer(arg(args, 0))
    index = index + len(value) if index < 0 else index
    return cut(value, index, index + 1) if 0 <= index < len(value) else UNDEF


@STRING_PROTO("charAt", length=1)
def _char_at(this: Any, args: Args) -> Any:
    value, index = this_text(this), to_integer(arg(args, 0))
    return cut(value, index, index + 1) if 0 <= index < len(value) else ""


@STRING_PROTO("charCodeAt", length=1)
def _char_code_at(this: Any, args: Args) -> Any:
    value, index = this_text(this), to_integer(arg(args, 0))
    if not 0 <= index < len(value):
        return float("nan")
    code = ord(str.__getitem__(value, index))
    return float(code if code < 0x10000 else 0xD800 + ((code - 0x10000) >> 10))


@STRING_PROTO("codePointAt", length=1)
def _code_point_at(this: Any, args: Args) -> Any:
    value, index = this_text(this), to_integer(arg(args, 0))
    return float(ord(str.__getitem__(value, index))) if 0 <= index < len(value) else UNDEF


def _trimmed(value: str, left: bool, right: bool) -> str:
    start = len(value) - len(value.lstrip(SPACE)) if left else 0
    end = len(value.rstrip(SPACE)) if right else len(value)
    return cut(value, start, max(start, end))


STRING_PROTO("trim")(lambda this, args: _trimmed(this_text(this), True, True))
STRING_PROTO("trimStart", "trimLeft")(lambda this, args: _trimmed(this_text(this), True, False))
STRING_PROTO("trimEnd", "trimRight")(lambda this, args: _trimmed(this_text(this), False, True))


# -- joining ------------------------------------------------------------------------------------------------------


@STRING_PROTO("concat", length=1)
def _concat(this: Any, args: Args) -> Any:
    made = join([this_text(this), *map(to_string, args)])
    checked(len(made))
    return made


@STRING_PROTO("repeat", length=1)
def _repeat(this: Any, args: Args) -> Any:
    value, count = this_text(this), to_number(arg(args, 0))
    if count < 0 or count == float("inf"):
        throw("RangeError", f"Invalid count value: {to_string(arg(args, 0))}")
    times = to_integer(count)
    if not value:
        return ""
    checked(len(value) * times)
    return join([value] * times)


def _padded(this: Any, args: Args, start: bool) -> Any:
    value, size = this_text(this), to_integer(arg(args, 0))
    filler = " " if arg(args, 1) is UNDEF else to_string(args[1])
    missing = size - len(value)
    if missing <= 0 or not filler:
        return value
    checked(size)
    fill = cut(join([filler] * (missing // len(filler) + 1)), 0, missing)
    return join((fill, value) if start else (value, fill))


STRING_PROTO("padStart", length=1)(lambda this, args: _padded(this, args, True))
STRING_PROTO("padEnd", length=1)(lambda this, args: _padded(this, args, False))


# -- case and order -----------------------------------------------------------------------------------------------


@STRING_PROTO("toLowerCase")
@STRING_PROTO("toLocaleLowerCase")
def _lower(this: Any, args: Args) -> Any:
    value = this_text(this)
    return like(value, value.lower())


@STRING_PROTO("toUpperCase")
@STRING_PROTO("toLocaleUpperCase")
def _upper(this: Any, args: Args) -> Any:
    value = this_text(this)
    return like(value, value.upper())


@STRING_PROTO("normalize")
def _normalize(this: Any, args: Args) -> Any:
    form = "NFC" if arg(args, 0) is UNDEF else to_string(args[0])
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        throw("RangeError", "The normalization form should be one of NFC, NFD, NFKC, NFKD.")
    value = this_text(this)
    if value.isascii():
        return value
    return like(value, unicodedata.normalize(form, value))  # type: ignore[arg-type]


def collation(value: str, numeric: bool = False, level: str = "variant") -> tuple[Any, ...]:
    """A key that sorts much as the root locale does: signs, digits, letters; accents and case decide last."""
    plain = unicodedata.normalize("NFD", value)
    base = [c for c in plain if not unicodedata.combining(c)]
    first: list[Any] = []
    if numeric:
        for part in re.findall(r"\d+|\D", "".join(base)):
            first.append((1, int(part), "") if part.isdecimal() else _rank(part))
    else:
        first = [_rank(c) for c in base]
    accents = [c for c in plain if unicodedata.combining(c)] if level in ("accent", "variant") else []
    case = [c != c.lower() for c in base] if level in ("case", "variant") else []
    return first, accents, case


def _rank(char: str) -> tuple[int, int, str]:
    kind = 2 if char.isalpha() else 1 if char.isdigit() else 0
    if kind == 0:
        order = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
        return (0, order.find(char) if char in order else -1, char)
    return (kind, 0, char.lower())


def collate(a: str, b: str, numeric: bool = False, level: str = "variant") -> float:
    if a == b:
        return 0.0
    x, y = collation(a, numeric, level), collation(b, numeric, level)
    return float((x > y) - (x < y))


@STRING_PROTO("localeCompare", length=1)
def _locale_compare(this: Any, args: Args) -> Any:
    options = arg(args, 2)
    return collate(
        this_text(this), to_string(arg(args, 0)), truthy(option(options, "numeric")),
        to_string(option(options, "sensitivity", "variant")),
    )  # fmt: skip


# -- looking for --------------------------------------------------------------------------------------------------


def _looked_for(args: Args, name: str) -> str:
    value = arg(args, 0)
    if isinstance(value, regexp.JSRegExp):
        throw("TypeError", f"First argument to String.prototype.{name} must not be a regular expression")
    return to_string(value)


@STRING_PROTO("indexOf", length=1)
def _index_of(this: Any, args: Args) -> Any:
    value, other = this_text(this), to_string(arg(args, 0))
    realm.steps(len(value) // 256)
    return float(value.find(other, min(max(to_integer(arg(args, 1)), 0), len(value))))


@STRING_PROTO("lastIndexOf", length=1)
def _last_index_of(this: Any, args: Args) -> Any:
    value, other = this_text(this), to_string(arg(args, 0))
    at = to_number(arg(args, 1))
    last = len(value) if at != at else min(max(to_integer(at), 0), len(value))
    return float(value.rfind(other, 0, last + len(other)))


@STRING_PROTO("includes", length=1)
def _includes(this: Any, args: Args) -> Any:
    value, other = this_text(this), _looked_for(args, "includes")
    realm.steps(len(value) // 256)
    return value.find(other, min(max(to_integer(arg(args, 1)), 0), len(value))) >= 0


@STRING_PROTO("startsWith", length=1)
def _starts_with(this: Any, args: Args) -> Any:
    value, other = this_text(this), _looked_for(args, "startsWith")
    return value.startswith(other, min(max(to_integer(arg(args, 1)), 0), len(value)))


@STRING_PROTO("endsWith", length=1)
def _ends_with(this: Any, args: Args) -> Any:
    value, other = this_text(this), _looked_for(args, "endsWith")
    end = len(value) if arg(args, 1) is UNDEF else min(max(to_integer(args[1]), 0), len(value))
    return value.endswith(other, 0, end)


def _delegated(this: Any, args: Args, name: str) -> Callable_ | None:
    """The method ``Symbol.name`` of the argument, which then does the work."""
    if this is None or this is UNDEF:
        throw("TypeError", f"String.prototype.{name} called on null or undefined")
    if args and isinstance(args[0], JSObject):
        found = get(args[0], WELL_KNOWN[name])
        if isinstance(found, Callable_):
            return found
    return None


@STRING_PROTO("split", length=2)
def _split(this: Any, args: Args) -> Any:
    custom = _delegated(this, args, "split")
    if custom is not None:
        return custom.invoke(args[0], [this, arg(args, 1)])
    value = this_text(this)
    limit = 2**32 - 1 if arg(args, 1) is UNDEF else to_int32(args[1]) & 0xFFFFFFFF
    if arg(args, 0) is UNDEF:
        return new_array([value][:limit])
    separator = to_string(args[0])
    realm.steps(len(value) // 64)
    if not separator:
        realm.steps(len(value))
        return new_array([cut(value, i, i + 1) for i in range(min(len(value), limit))])
    if not isinstance(value, Text):
        return new_array(value.split(separator)[:limit])
    parts, at = [], 0
    while True:
        found = value.find(separator, at)
        if found < 0:
            break
        parts.append(cut(value, at, found))
        at = found + len(separator)
    return new_array([*parts, cut(value, at)][:limit])


def _replacement(value: str, at: int, found: str, with_: Any) -> str:
    if isinstance(with_, Callable_):
        return to_string(with_.invoke(UNDEF, [found, float(at), value]))
    return regexp.expanded(with_, value, at, found, [], UNDEF)


@STRING_PROTO("replace", length=2)
def _replace(this: Any, args: Args) -> Any:
    custom = _delegated(this, args, "replace")
    if custom is not None:
        return custom.invoke(args[0], [this, arg(args, 1)])
    value, looked_for = this_text(this), to_string(arg(args, 0))
    with_ = arg(args, 1) if is_callable(arg(args, 1)) else to_string(arg(args, 1))
    at = value.find(looked_for)
    if at < 0:
        return value
    end = at + len(looked_for)
    return replaced(value, [(at, end, _replacement(value, at, cut(value, at, end), with_))])


@STRING_PROTO("replaceAll", length=2)
def _replace_all(this: Any, args: Args) -> Any:
    if isinstance(arg(args, 0), regexp.JSRegExp) and "g" not in to_string(get(args[0], "flags")):
        throw("TypeError", "replaceAll must be called with a global RegExp")
    custom = _delegated(this, args, "replace")
    if custom is not None:
        return custom.invoke(args[0], [this, arg(args, 1)])
    value, looked_for = this_text(this), to_string(arg(args, 0))
    with_ = arg(args, 1) if is_callable(arg(args, 1)) else to_string(arg(args, 1))
    realm.steps(len(value) // 64)
    spans, at = [], value.find(looked_for)
    while at >= 0:
        realm.steps(1)
        end = at + len(looked_for)
        spans.append((at, end, _replacement(value, at, cut(value, at, end), with_)))
        at = value.find(looked_for, max(end, at + 1))
    made = replaced(value, spans) if spans else value
    checked(len(made))
    return made


def _matching(name: str, flags: str, length: int = 1) -> None:
    def code(this: Any, args: Args) -> Any:
        if name == "matchAll" and isinstance(arg(args, 0), regexp.JSRegExp):
            if "g" not in to_string(get(args[0], "flags")):
                throw("TypeError", "String.prototype.matchAll called with a non-global RegExp argument")
        custom = _delegated(this, args, name)
        if custom is not None:
            return custom.invoke(args[0], [this])
        value = this_text(this)
        made = new_regexp("" if arg(args, 0) is UNDEF else to_string(args[0]), flags)
        return call(get(made, WELL_KNOWN[name]), made, [value])

    STRING_PROTO(name, length=length)(code)


_matching("match", "")
_matching("matchAll", "g")
_matching("search", "")


@STRING_PROTO(ITERATOR)
def _iterate(this: Any, args: Args) -> Any:
    return JSIterator(iterate(this_text(this)), "String Iterator")


@STRING_PROTO("isWellFormed")
def _is_well_formed(this: Any, args: Args) -> Any:
    return not any("\ud800" <= c <= "\udfff" for c in this_text(this))


@STRING_PROTO("toWellFormed")
def _to_well_formed(this: Any, args: Args) -> Any:
    value = this_text(this)
    return like(value, "".join("�" if "\ud800" <= c <= "\udfff" else c for c in value))


def _html(name: str, element: str, attribute: str = "") -> None:
    def code(this: Any, args: Args) -> Any:
        value = this_text(this)
        given = join([f' {attribute}="', to_string(arg(args, 0)).replace('"', "&quot;"), '"']) if attribute else ""
        return join([f"<{element}", given, ">", value, f"</{element}>"])

    STRING_PROTO(name, length=int(bool(attribute)))(code)


for _name, _element, _attribute in (
    ("anchor", "a", "name"), ("big", "big", ""), ("bold", "b", ""), ("fixed", "tt", ""), ("italics", "i", ""),
    ("link", "a", "href"), ("small", "small", ""), ("strike", "strike", ""), ("sub", "sub", ""), ("sup", "sup", ""),
):  # fmt: skip
    _html(_name, _element, _attribute)


# -- parts of URLs ------------------------------------------------------------------------------------------------

_UNRESERVED = r"A-Za-z0-9\-_.!~*'()"
_RESERVED = ";/?:@&=+$,#"
_TO_ENCODE = re.compile(f"[^{_UNRESERVED}]")
_TO_ENCODE_WHOLE = re.compile(f"[^{_UNRESERVED};/?:@&=+$,#]")
_ENCODED = re.compile(r"(?:%[0-9a-fA-F]{2})+|%")
_TO_ESCAPE = re.compile(r"[^A-Za-z0-9@*_+\-./]")
_ESCAPED = re.compile(r"%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})")


def _changed(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> Callable[[Any, Args], Any]:
    """A function of a text whose matches are changed; what is between them stays what it is."""

    def code(this: Any, args: Args) -> Any:
        value = to_string(arg(args, 0))
        realm.steps(len(value) // 64)
        spans = [(m.start(), m.end(), change(m)) for m in pattern.finditer(value)]
        return replaced(value, spans) if spans else value

    return code


def _percent(match: re.Match[str]) -> str:
    try:
        return "".join(f"%{byte:02X}" for byte in match[0].encode())
    except UnicodeEncodeError:
        throw("URIError", "URI malformed")


def _decode(match: re.Match[str], kept: str = "") -> str:
    try:
        if len(match[0]) < 3:
            raise UnicodeError
        plain = bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeError:
        throw("URIError", "URI malformed")
    return "".join(f"%{ord(char):02X}" if char in kept else char for char in plain) if kept else plain


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"%{code:02X}" if code < 256 else f"%u{code:04X}"


URI = {
    "encodeURIComponent": _changed(_TO_ENCODE, _percent),
    "encodeURI": _changed(_TO_ENCODE_WHOLE, _percent),
    "decodeURIComponent": _changed(_ENCODED, _decode),
    "decodeURI": _changed(_ENCODED, lambda match: _decode(match, _RESERVED)),
    "escape": _changed(_TO_ESCAPE, _escape),
    "unescape": _changed(_ESCAPED, lambda match: chr(int(match[1] or match[2], 16))),
}
