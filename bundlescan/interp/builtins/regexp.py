"""RegExp, run by Python's matcher within the bounds of ``values/regex.py``, and by our own beyond them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bundlescan.interp.builtins.iterators import JSIterator
from bundlescan.interp.builtins.matcher import Found, PatternError, compile_pattern
from bundlescan.interp.builtins.support import Methods, hidden
from bundlescan.interp.model import (
    SPECIES,
    UNDEF,
    WELL_KNOWN,
    Args,
    Callable_,
    JSArray,
    JSObject,
    Prop,
    arg,
    constructor,
    describe,
    get,
    getter,
    is_callable,
    new_array,
    proto_for,
    put,
    realm,
    throw,
    to_int32,
    to_integer,
    to_string,
    truthy,
)
from bundlescan.interp.text import cut, join, replaced
from bundlescan.values.domain import Regex
from bundlescan.values.regex import TooCostly, compiled, group_name

REGEXP_PROTO = Methods()
Match = re.Match[str] | Found
FLAGS = {
    "d": "hasIndices", "g": "global", "i": "ignoreCase", "m": "multiline", "s": "dotAll", "u": "unicode",
    "v": "unicodeSets", "y": "sticky",
}  # fmt: skip
#: the built-in exec, and what it found last (RegExp.$1)
_state: dict[str, Any] = {}


class JSRegExp(JSObject):
    __slots__ = ("flags", "names", "regex", "slow", "source")
    class_name = "RegExp"

    def __init__(self, source: str, flags: str, proto: JSObject) -> None:
        super().__init__(proto)
        self.source = source
        self.flags = flags
        self.regex = Regex(str(source), "".join(flag for flag in flags if flag in "imsuv"))
        self.names = _names(source)
        self.slow = False  # never to be run by Python's matcher
        self.props["lastIndex"] = Prop(0.0, configurable=False)

    def match(self, value: str, at: int, sticky: bool = False) -> Match | None:
        """The first match from ``at`` on; none where looking for one would take too long."""
        realm.steps(len(value) // 64 + 1)
        if self.slow:
            return self.match_slowly(str(value), at, sticky)
        try:
            pattern = compiled(self.regex, value)
        except (TooCostly, re.error, OverflowError, RecursionError):
            return self.match_slowly(str(value), at, sticky)
        return pattern.match(value, at) if sticky else pattern.search(value, at)

    def match_slowly(self, value: str, at: int, sticky: bool) -> Found | None:
        try:
            pattern = compile_pattern(self.regex.pattern, self.regex.flags)
        except PatternError:
            return None
        spans = pattern.match(value, at) if sticky else pattern.search(value, at)
        return Found(pattern, spans) if spans is not None else None

    def matches(self, value: str) -> Iterator[Match]:
        """All matches of a global expression."""
        at, sticky = 0, "y" in self.flags
        while at <= len(value):
            found = self.match(value, at, sticky)
            if found is None:
                return
            yield found
            at = found.end() if found.end() > found.start() else found.end() + 1


def _names(source: str) -> list[str]:
    if "(?<" not in source:
        return []
    return list(re.findall(r"(?<!\\)\(\?<([^=!>][^>]*)>", source))


def new_regexp(source: str, flags: str = "", proto: JSObject | None = None) -> JSRegExp:
    """``new RegExp(source, flags)``; what is no expression is a SyntaxError."""
    if len(set(flags)) < len(flags) or any(flag not in FLAGS for flag in flags):
        throw("SyntaxError", f"Invalid flags supplied to RegExp constructor '{flags}'")
    made = JSRegExp(source or "(?:)", "".join(sorted(flags)), proto or realm.regexp_proto)
    made.slow, mistake = _verdict(made.regex.pattern, made.regex.flags)
    if mistake:
        throw("SyntaxError", f"Invalid regular expression: /{source}/: {mistake}")
    return made


@lru_cache(maxsize=512)
def _verdict(pattern: str, flags: str) -> tuple[bool, str]:
    """Whether an expression is not for Python's matcher, and what is wrong with it for JavaScript too."""
    try:
        compiled(Regex(pattern, flags), "")
    except (TooCostly, re.error, OverflowError, RecursionError):
        try:
            compile_pattern(pattern, flags)
        except PatternError as error:
            return True, "" if error.costly else str(error)
        return True, ""
    return False, ""


def install(window: JSObject) -> None:
    proto = realm.regexp_proto
    REGEXP_PROTO.install(proto)
    _state["exec"] = proto.props["exec"].value
    _state["last"] = []
    for flag, name in FLAGS.items():
        _flag_getter(proto, flag, name)
    getter(proto, "flags", lambda this: "".join(f for f, name in FLAGS.items() if truthy(get(this, name))))
    getter(proto, "source", _source)
    made = constructor("RegExp", proto, _make, None, 2)
    made.code = lambda this, args: _convert(args, made)
    getter(made, SPECIES, lambda this: this)
    for index in range(1, 10):
        _last_getter(made, index)
    getter(made, "lastMatch", lambda this: _last(0))
    getter(made, "$&", lambda this: _last(0))
    hidden(window, "RegExp", made)


def _flag_getter(proto: JSObject, flag: str, name: str) -> None:
    def read(this: Any) -> Any:
        return flag in this.flags if isinstance(this, JSRegExp) else UNDEF

    getter(proto, name, read)


def _last_getter(owner: JSObject, index: int) -> None:
    getter(owner, f"${index}", lambda this: _last(index))


def _last(index: int) -> str:
    groups = _state["last"]
    found = groups[index] if index < len(groups) else ""
    return found if isinstance(found, str) else ""


def _source(this: Any) -> Any:
    if not isinstance(this, JSRegExp):
        return "(?:)"
    if "/" not in this.source and "\n" not in this.source:
        return this.source
    made = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]|/", lambda m: "\\/" if m[0] == "/" else m[0], this.source)
    return made.replace("\n", "\\n")


def _make(args: Args, new_target: JSObject) -> Any:
    pattern, flags = arg(args, 0), arg(args, 1)
    if isinstance(pattern, JSRegExp):
        flags = pattern.flags if flags is UNDEF else to_string(flags)
        return new_regexp(pattern.source, flags, proto_for(new_target, realm.regexp_proto))
    source = "" if pattern is UNDEF else to_string(pattern)
    return new_regexp(source, "" if flags is UNDEF else to_string(flags), proto_for(new_target, realm.regexp_proto))


def _convert(args: Args, made: JSObject) -> Any:
    pattern = arg(args, 0)
    if isinstance(pattern, JSRegExp) and arg(args, 1) is UNDEF and get(pattern, "constructor") is made:
        return pattern
    return _make(args, made)


# -- matching -----------------------------------------------------------------------------------------------------


def groups_of(found: Match, value: str) -> list[Any]:
    """The match and its groups."""
    out: list[Any] = []
    for start, end in found.regs:
        out.append(cut(value, start, end) if start >= 0 else UNDEF)
    return out


def _named(regexp: JSRegExp, found: Match, groups: list[Any]) -> Any:
    if not regexp.names:
        return UNDEF
    made = JSObject(None)
    for name in regexp.names:
        made.props[name] = groups[found.re.groupindex[group_name(name)]]
    return made


def result(regexp: JSRegExp, found: Match, value: str) -> JSArray:
    groups = groups_of(found, value)
    _state["last"] = groups
    made = new_array(groups)
    made.props["index"] = float(found.start())
    made.props["input"] = value
    made.props["groups"] = named = _named(regexp, found, groups)
    if "d" in regexp.flags:
        spans = [new_array([float(s), float(e)]) if s >= 0 else UNDEF for s, e in found.regs]
        made.props["indices"] = indices = new_array(spans)
        indices.props["groups"] = UNDEF if named is UNDEF else _named(regexp, found, spans)
    return made


def run(regexp: JSRegExp, value: str) -> Match | None:
    """What exec does, but for making its result."""
    flags = regexp.flags
    if "g" not in flags and "y" not in flags:
        return regexp.match(value, 0)
    at = to_integer(regexp.props["lastIndex"].value)
    found = regexp.match(value, at, "y" in flags) if at <= len(value) else None
    put(regexp, "lastIndex", float(found.end()) if found is not None else 0.0)
    return found


@REGEXP_PROTO("exec", length=1)
def _exec(this: Any, args: Args) -> Any:
    if not isinstance(this, JSRegExp):
        throw("TypeError", f"Receiver is not a RegExp: {describe(this)}")
    value = to_string(arg(args, 0))
    found = run(this, value)
    return result(this, found, value) if found is not None else None


def _plain(this: Any) -> bool:
    """Whether the script has no exec of its own for the expression."""
    return isinstance(this, JSRegExp) and this.get("exec", this) is _state["exec"]


def _exec_any(this: Any, value: str) -> Any:
    """RegExpExec: by the script's own exec."""
    function = get(this, "exec")
    if not is_callable(function):
        return _exec(this, [value])
    found = function.invoke(this, [value])
    if found is not None and not isinstance(found, JSObject):
        throw("TypeError", "object null is not a function")
    return found


def _flags(this: Any) -> str:
    return this.flags if _plain(this) else to_string(get(this, "flags"))


def _each(this: Any, value: str) -> Iterator[Any]:
    """The results of a global expression with an exec of its own."""
    put(this, "lastIndex", 0.0)
    while True:
        realm.steps(1)
        found = _exec_any(this, value)
        if found is None:
            return
        yield found
        if to_string(get(found, "0")) == "":
            put(this, "lastIndex", float(to_integer(get(this, "lastIndex")) + 1))


def _owner(this: Any) -> Any:
    if not isinstance(this, JSObject):
        throw("TypeError", "Receiver is not an object")
    return this


@REGEXP_PROTO("test", length=1)
def _test(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    if not _plain(this):
        return _exec_any(_owner(this), value) is not None
    found = run(this, value)
    if found is not None and found.re.groups:
        _state["last"] = groups_of(found, value)
    return found is not None


@REGEXP_PROTO("toString")
def _to_string(this: Any, args: Args) -> Any:
    return join(["/", to_string(get(this, "source")), "/", to_string(get(this, "flags"))])


@REGEXP_PROTO("compile", length=2)
def _compile(this: Any, args: Args) -> Any:
    if not isinstance(this, JSRegExp):
        throw("TypeError", "Receiver is not a RegExp")
    made = _make(args, this)
    for name in JSRegExp.__slots__:
        setattr(this, name, getattr(made, name))
    put(this, "lastIndex", 0.0)
    return this


@REGEXP_PROTO(WELL_KNOWN["match"], length=1)
def _match(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    if "g" not in _flags(_owner(this)):
        return _exec(this, [value]) if _plain(this) else _exec_any(this, value)
    if _plain(this):
        put(this, "lastIndex", 0.0)
        found: list[Any] = [cut(value, *m.span()) for m in this.matches(value)]
    else:
        found = [to_string(get(m, "0")) for m in _each(this, value)]
    return new_array(found) if found else None


@REGEXP_PROTO(WELL_KNOWN["matchAll"], length=1)
def _match_all(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    if not _plain(this):
        return JSIterator(_each(this, value), "RegExp String Iterator")
    if "g" not in this.flags:
        found = _exec(this, [value])
        return JSIterator(iter([found] if found is not None else []), "RegExp String Iterator")
    return JSIterator((result(this, m, value) for m in this.matches(value)), "RegExp String Iterator")


@REGEXP_PROTO(WELL_KNOWN["search"], length=1)
def _search(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    if not _plain(this):
        found = _exec_any(_owner(this), value)
        return -1.0 if found is None else get(found, "index")
    match = this.match(value, 0, "y" in this.flags)
    return -1.0 if match is None else float(match.start())


@REGEXP_PROTO(WELL_KNOWN["split"], length=2)
def _split(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    limit = 2**32 - 1 if arg(args, 1) is UNDEF else to_int32(args[1]) & 0xFFFFFFFF
    if not isinstance(this, JSRegExp):
        throw("TypeError", "Receiver is not a RegExp")
    if not _plain(this):
        _exec_any(this, value)
    if not value:
        found = this.match(value, 0, True)
        return new_array([value][:limit] if found is None else [])
    parts: list[Any] = []
    begin = at = 0
    while at < len(value) and len(parts) < limit:
        found = this.match(value, at)
        if found is None or found.start() >= len(value):
            break
        if found.end() == begin:
            at = found.start() + 1
            continue
        if found.end() == found.start() == begin:
            at += 1
            continue
        parts.append(cut(value, begin, found.start()))
        parts += groups_of(found, value)[1:]
        begin = at = found.end()
        if found.end() == found.start():
            at += 1
    parts.append(cut(value, begin))
    return new_array(parts[:limit])


def expanded(template: str, value: str, at: int, found: str, groups: list[Any], named: Any) -> str:
    """GetSubstitution: what a replacement text with ``$`` in it comes to."""
    if "$" not in template:
        return template
    spans = []
    for match in re.finditer(r"\$(?:\$|&|`|'|(\d\d?)|<([^>]*)>)", template):
        sign = match[0][1]
        end = match.end()
        if sign == "$":
            made: Any = "$"
        elif sign == "&":
            made = found
        elif sign == "`":
            made = cut(value, 0, at)
        elif sign == "'":
            made = cut(value, at + len(found))
        elif match[1] is not None:
            number = int(match[1])
            if number > len(groups) and len(match[1]) == 2:
                number, end = number // 10, end - 1
            if not 1 <= number <= len(groups):
                continue
            made = groups[number - 1]
        else:
            if named is UNDEF:
                continue
            made = get(named, match[2])
        spans.append((match.start(), end, "" if made is UNDEF else to_string(made)))
    return replaced(template, spans)


@REGEXP_PROTO(WELL_KNOWN["replace"], length=2)
def _replace(this: Any, args: Args) -> Any:
    value, with_ = to_string(arg(args, 0)), arg(args, 1)
    if not isinstance(with_, Callable_):
        with_ = to_string(with_)
    spans: list[tuple[int, int, str]] = []
    for at, groups, named in list(_found(this, value)):
        text = groups[0]
        if isinstance(with_, Callable_):
            given = [*groups, float(at), value]
            made = to_string(with_.invoke(UNDEF, given if named is UNDEF else [*given, named]))
        else:
            made = expanded(with_, value, at, text, groups[1:], named)
        if not spans or at >= spans[-1][1]:
            spans.append((at, at + len(text), made))
    if not spans:
        return value
    made = replaced(value, spans)
    if len(made) > 5_000_000:
        throw("RangeError", "Invalid string length")
    return made


def _found(this: Any, value: str) -> Iterator[tuple[int, list[Any], Any]]:
    """Where each match of a replacement stands, its groups, and those by name."""
    if _plain(this):
        if "g" in this.flags:
            put(this, "lastIndex", 0.0)
            matches = this.matches(value)
        else:
            first = run(this, value)
            matches = iter([first] if first is not None else [])
        for match in matches:
            groups = groups_of(match, value)
            _state["last"] = groups
            yield match.start(), groups, _named(this, match, groups)
        return
    if "g" in _flags(_owner(this)):
        results = list(_each(this, value))
    else:
        one = _exec_any(this, value)
        results = [one] if one is not None else []
    for found in results:
        size = max(1, to_integer(get(found, "length")))
        values = [get(found, str(i)) for i in range(size)]
        groups = [to_string(values[0]), *(v if v is UNDEF else to_string(v) for v in values[1:])]
        at = max(0, min(to_integer(get(found, "index")), len(value)))
        yield at, groups, get(found, "groups")
