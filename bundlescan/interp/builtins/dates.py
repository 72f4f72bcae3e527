"""Date, by a clock that only the host moves, in UTC."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from bundlescan.interp.builtins import calendar, intl
from bundlescan.interp.builtins.calendar import DAYS, MONTHS, Fields, clipped, fields, make_time
from bundlescan.interp.builtins.support import Methods, hidden
from bundlescan.interp.model import (
    TO_PRIMITIVE,
    Args,
    JSObject,
    arg,
    call,
    constructor,
    get,
    is_callable,
    proto_for,
    realm,
    throw,
    to_number,
    to_primitive,
    to_string,
)

#: 2026-01-01T00:00:00Z
START = 1_767_225_600_000.0
DATE = Methods()
DATE_PROTO = Methods()


class JSDate(JSObject):
    __slots__ = ("time",)
    class_name = "Date"

    def __init__(self, time: float, proto: JSObject) -> None:
        super().__init__(proto)
        self.time = time


def install(window: JSObject) -> None:
    proto = JSObject(realm.object_proto)
    DATE_PROTO.install(proto)
    made = constructor(
        "Date", proto, lambda args, new_target: JSDate(_time(args), proto_for(new_target, proto)),
        lambda this, args: date_string(realm.now), 7,
    )  # fmt: skip
    DATE.install(made)
    hidden(window, "Date", made)


def _time(args: Args) -> float:
    if not args:
        return float(realm.sway(math.floor(realm.now)))
    if len(args) > 1:
        return _of_parts(args)
    value = args[0]
    if isinstance(value, JSDate):
        return value.time
    value = to_primitive(value)
    return calendar.parse(value) if isinstance(value, str) else clipped(to_number(value))


def _of_parts(args: Args) -> float:
    values = [float(to_number(value)) for value in args]
    if values and 0 <= values[0] <= 99:
        values[0] = 1900.0 + math.trunc(values[0])
    return make_time(values)


DATE("now")(lambda this, args: float(realm.sway(math.floor(realm.now))))
DATE("UTC", length=7)(lambda this, args: _of_parts(args) if args else math.nan)
DATE("parse", length=1)(lambda this, args: calendar.parse(to_string(arg(args, 0))))


def _date(this: Any) -> JSDate:
    if not isinstance(this, JSDate):
        throw("TypeError", "this is not a Date object.")
    return this


def _reader(names: tuple[str, ...], read: Callable[[Fields], int]) -> None:
    def code(this: Any, args: Args) -> Any:
        time = _date(this).time
        return float(read(fields(time))) if time == time else math.nan

    for name in names:
        DATE_PROTO(name)(code)


for _name, _index in (
    ("FullYear", 0), ("Month", 1), ("Date", 2), ("Hours", 3), ("Minutes", 4), ("Seconds", 5), ("Milliseconds", 6),
    ("Day", 7),
):  # fmt: skip
    _reader((f"get{_name}", f"getUTC{_name}"), lambda found, index=_index: int(found[index]))  # type: ignore[misc]
_reader(("getYear",), lambda found: found.year - 1900)
_reader(("getTimezoneOffset",), lambda found: 0)
DATE_PROTO("getTime", "valueOf")(lambda this, args: _date(this).time)


def _writer(name: str, first: int, count: int) -> None:
    def code(this: Any, args: Args) -> Any:
        date = _date(this)
        given = [float(to_number(value)) for value in args[:count]] or [math.nan]
        time = date.time
        if time != time:
            if first:
                return math.nan
            time = 0.0
        values = [float(v) for v in fields(time)[:7]]
        values[first : first + len(given)] = given
        date.time = make_time(values)
        return date.time

    DATE_PROTO(f"set{name}", length=count)(code)
    DATE_PROTO(f"setUTC{name}", length=count)(code)


for _name, _index, _count in (
    ("FullYear", 0, 3), ("Month", 1, 2), ("Date", 2, 1), ("Hours", 3, 4), ("Minutes", 4, 3), ("Seconds", 5, 2),
    ("Milliseconds", 6, 1),
):  # fmt: skip
    _writer(_name, _index, _count)


@DATE_PROTO("setTime", length=1)
def _set_time(this: Any, args: Args) -> Any:
    date = _date(this)
    date.time = clipped(to_number(arg(args, 0)))
    return date.time


# -- texts --------------------------------------------------------------------------------------------------------


def iso(time: float) -> str:
    f = fields(time)
    year = f"{f.year:04}" if 0 <= f.year <= 9999 else f"{f.year:+07}"
    return f"{year}-{f.month + 1:02}-{f.day:02}T{f.hour:02}:{f.minute:02}:{f.second:02}.{f.ms:03}Z"


def _day_text(f: Fields) -> str:
    return f"{DAYS[f.weekday][:3]} {MONTHS[f.month][:3]} {f.day:02} {f.year:04}"


def _time_text(f: Fields) -> str:
    return f"{f.hour:02}:{f.minute:02}:{f.second:02} GMT+0000 (Coordinated Universal Time)"


def date_string(time: float) -> str:
    if time != time:
        return "Invalid Date"
    f = fields(time)
    return f"{_day_text(f)} {_time_text(f)}"


def _utc(f: Fields) -> str:
    day, month = DAYS[f.weekday][:3], MONTHS[f.month][:3]
    return f"{day}, {f.day:02} {month} {f.year:04} {f.hour:02}:{f.minute:02}:{f.second:02} GMT"


def _text(names: tuple[str, ...], write: Callable[[Fields], str]) -> None:
    def code(this: Any, args: Args) -> Any:
        time = _date(this).time
        return write(fields(time)) if time == time else "Invalid Date"

    DATE_PROTO(*names)(code)


_text(("toDateString",), _day_text)
_text(("toTimeString",), _time_text)
_text(("toUTCString", "toGMTString"), _utc)
DATE_PROTO("toString")(lambda this, args: date_string(_date(this).time))


@DATE_PROTO("toISOString")
def _to_iso(this: Any, args: Args) -> Any:
    time = _date(this).time
    if time != time:
        throw("RangeError", "Invalid time value")
    return iso(time)


@DATE_PROTO("toJSON", length=1)
def _to_json(this: Any, args: Args) -> Any:
    value = to_primitive(this, "number")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return call(get(this, "toISOString"), this, [])


def _locale(name: str, parts: str) -> None:
    def code(this: Any, args: Args) -> Any:
        time = _date(this).time
        return intl.format_date(time, arg(args, 1), parts) if time == time else "Invalid Date"

    DATE_PROTO(name)(code)


_locale("toLocaleString", "any")
_locale("toLocaleDateString", "date")
_locale("toLocaleTimeString", "time")


@DATE_PROTO(TO_PRIMITIVE, length=1)
def _primitive(this: Any, args: Args) -> Any:
    if not isinstance(this, JSObject):
        throw("TypeError", "Date.prototype[Symbol.toPrimitive] called on non-object")
    made: Any = this
    for name in ("valueOf", "toString") if arg(args, 0) == "number" else ("toString", "valueOf"):
        function = get(this, name)
        if isinstance(made, JSObject) and is_callable(function):
            made = call(function, this, [])
    if isinstance(made, JSObject):
        throw("TypeError", "Cannot convert object to primitive value")
    return made
