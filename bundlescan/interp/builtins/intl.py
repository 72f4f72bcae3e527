"""Intl, for English of the United States and UTC, whatever is asked for."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import Any

from bundlescan.interp.builtins.calendar import DAYS, MONTHS, fields
from bundlescan.interp.builtins.support import Methods, hidden, is_array, listed, number_option, option, tag
from bundlescan.interp.builtins.text import collate
from bundlescan.interp.model import (
    UNDEF,
    Args,
    BigInt,
    JSObject,
    Native,
    arg,
    constructor,
    getter,
    iterate,
    method,
    new_array,
    new_object,
    proto_for,
    realm,
    throw,
    to_numeric,
    to_string,
    truthy,
)

Parts = list[tuple[str, str]]
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "CNY": "CN¥", "KRW": "₩", "BRL": "R$"}


class JSFormat(JSObject):
    """An instance of one of the classes of Intl."""

    __slots__ = ("bound", "locale", "options")

    def __init__(self, options: Any, locale: str, proto: JSObject) -> None:
        super().__init__(proto)
        self.options = options
        self.locale = locale
        self.bound: Any = None


def install(window: JSObject) -> None:
    owner = JSObject(realm.object_proto)
    tag(owner, "Intl")
    for name, methods, bound in CLASSES:
        proto = JSObject(realm.object_proto)
        methods.install(proto)
        tag(proto, f"Intl.{name}")
        for key, code in bound.items():
            _bound_getter(proto, key, code)
        method(proto, "resolvedOptions", _resolved)
        made = _class(name, proto)
        method(made, "supportedLocalesOf", lambda this, args: new_array(_locales(arg(args, 0))), 1)
        hidden(owner, name, made)
    method(owner, "getCanonicalLocales", lambda this, args: new_array(_locales(arg(args, 0))), 1)
    method(owner, "supportedValuesOf", lambda this, args: new_array([]), 1)
    hidden(window, "Intl", owner)


def _locales(given: Any) -> list[Any]:
    if isinstance(given, str):
        return [given]
    if isinstance(given, JSFormat):
        return [given.locale]
    return [to_string(v) for v in listed(given)] if is_array(given) else []


def _class(name: str, proto: JSObject) -> JSObject:
    def make(args: Args, new_target: JSObject) -> Any:
        locales = _locales(arg(args, 0))
        return JSFormat(arg(args, 1), str(locales[0]) if locales else "en-US", proto_for(new_target, proto))

    made = constructor(name, proto, make)
    made.code = lambda this, args: make(args, made)
    return made


def _format(this: Any) -> JSFormat:
    if not isinstance(this, JSFormat):
        throw("TypeError", "Method called on incompatible receiver")
    return this


def _bound_getter(proto: JSObject, key: str, code: Callable[[JSFormat, Args], Any]) -> None:
    def read(this: Any) -> Any:
        owner = _format(this)
        if owner.bound is None:
            owner.bound = Native("", lambda this, args: code(owner, args), 1)
        return owner.bound

    getter(proto, key, read)


def _resolved(this: Any, args: Args) -> Any:
    made = new_object(locale="en-US", numberingSystem="latn", calendar="gregory", timeZone="UTC")
    options = _format(this).options
    if isinstance(options, JSObject):
        for key in options.own_keys():
            if isinstance(key, str) and key not in ("timeZone", "locale"):
                made.props[key] = options.get(key, options)
    return made


def _part_list(parts: Parts) -> Any:
    return new_array([new_object(type=kind, value=text) for kind, text in parts])


# -- dates --------------------------------------------------------------------------------------------------------

_STYLES = {
    "full": {"weekday": "long", "year": "numeric", "month": "long", "day": "numeric"},
    "long": {"year": "numeric", "month": "long", "day": "numeric"},
    "medium": {"year": "numeric", "month": "short", "day": "numeric"},
    "short": {"year": "2-digit", "month": "numeric", "day": "numeric"},
}
_DATE_FIELDS = ("weekday", "era", "year", "month", "day")
_TIME_FIELDS = ("dayPeriod", "hour", "minute", "second", "fractionalSecondDigits")


def _wanted(options: Any, parts: str) -> dict[str, str]:
    found = {
        key: to_string(value)
        for key in (*_DATE_FIELDS, *_TIME_FIELDS, "timeZoneName")
        if (value := option(options, key)) is not UNDEF
    }
    date, time = option(options, "dateStyle"), option(options, "timeStyle")
    if date is not UNDEF or time is not UNDEF:
        if date is not UNDEF:
            found.update(_STYLES.get(to_string(date), _STYLES["short"]))
        if time is not UNDEF:
            found.update(hour="numeric", minute="2-digit")
            if time != "short":
                found["second"] = "2-digit"
            if time in ("full", "long"):
                found["timeZoneName"] = "short"
        return found
    has_date = any(key in found for key in _DATE_FIELDS)
    has_time = any(key in found for key in _TIME_FIELDS)
    if (parts == "date" and not has_date) or (parts == "any" and not has_date and not has_time):
        found.update(year="numeric", month="numeric", day="numeric")
    if (parts == "time" and not has_time) or (parts == "any" and not has_date and not has_time):
        if option(options, "hour") is UNDEF:
            found.update(hour="numeric", minute="2-digit", second="2-digit")
    return found


def _sized(value: int, size: str | None) -> str:
    return f"{value % 100 if size == '2-digit' else value:02}" if size == "2-digit" else str(value)


def date_parts(time: float, options: Any, parts: str) -> Parts:
    f, wanted = fields(time), _wanted(options, parts)
    out: Parts = []

    def add(kind: str, text: str, before: str) -> None:
        if out:
            out.append(("literal", before))
        out.append((kind, text))

    month = wanted.get("month")
    named = month in ("long", "short", "narrow")
    if "weekday" in wanted:
        name = DAYS[f.weekday]
        add("weekday", name if wanted["weekday"] == "long" else name[: 3 if wanted["weekday"] == "short" else 1], "")
    if month is not None:
        name = MONTHS[f.month]
        text = name if month == "long" else name[:3] if month == "short" else name[:1] if named else ""
        add("month", text or _sized(f.month + 1, month), ", ")
    if "day" in wanted:
        add("day", _sized(f.day, wanted["day"]), " " if named else "/" if month is not None else " ")
    if "year" in wanted:
        add("year", _sized(f.year, wanted["year"]), (", " if "day" in wanted else " ") if named else "/")
    if "hour" in wanted or "minute" in wanted or "second" in wanted:
        _add_clock(out, f.hour, f.minute, f.second, wanted, options)
    if "timeZoneName" in wanted:
        add("timeZoneName", "UTC" if wanted["timeZoneName"] == "short" else "Coordinated Universal Time", " ")
    return out


def _add_clock(out: Parts, hour: int, minute: int, second: int, wanted: dict[str, str], options: Any) -> None:
    twelve = option(options, "hour12")
    cycle = option(options, "hourCycle")
    by_twelve = truthy(twelve) if twelve is not UNDEF else cycle in (UNDEF, "h12", "h11")
    before = ", "
    if "hour" in wanted:
        shown = (hour % 12 or 12) if by_twelve else hour
        if out:
            out.append(("literal", before))
        out.append(("hour", f"{shown:02}" if wanted["hour"] == "2-digit" or not by_twelve else str(shown)))
        before = ":"
    for kind, value in (("minute", minute), ("second", second)):
        if kind in wanted:
            if out:
                out.append(("literal", before))
            out.append((kind, f"{value:02}" if before == ":" or wanted[kind] == "2-digit" else str(value)))
            before = ":"
    if by_twelve and "hour" in wanted:
        out += [("literal", " "), ("dayPeriod", "AM" if hour < 12 else "PM")]


def format_date(time: float, options: Any, parts: str) -> str:
    return "".join(text for _, text in date_parts(time, options, parts))


def _moment(args: Args) -> float:
    value = arg(args, 0)
    time = float(math.floor(realm.now)) if value is UNDEF else float(to_numeric(value))
    if not math.isfinite(time):
        throw("RangeError", "Invalid time value")
    return time


def _default(owner: JSFormat) -> str:
    given = any(option(owner.options, key) is not UNDEF for key in _TIME_FIELDS)
    return "none" if given else "date"


def _range(owner: JSFormat, args: Args) -> str:
    return " – ".join(format_date(_moment([value]), owner.options, _default(owner)) for value in args[:2])


DATE_TIME = Methods()
DATE_TIME("formatToParts", length=1)(
    lambda this, args: _part_list(date_parts(_moment(args), _format(this).options, _default(this)))
)
DATE_TIME("formatRange", length=2)(lambda this, args: _range(_format(this), args))


# -- numbers ------------------------------------------------------------------------------------------------------


def number_parts(value: Any, options: Any) -> Parts:
    style = option(options, "style", "decimal")
    if not isinstance(value, BigInt) and not math.isfinite(value):
        return [("nan", "NaN")] if value != value else [
            *([("minusSign", "-")] if value < 0 else []), ("infinity", "∞"),
        ]  # fmt: skip
    number = Decimal(int(value)) if isinstance(value, BigInt) else Decimal(repr(float(value)))
    if style == "percent":
        number *= 100
    currency = to_string(option(options, "currency", "USD")) if style == "currency" else ""
    low = 0 if currency in ("JPY", "KRW") or not currency else 2
    high = low if currency else 0 if style == "percent" else 3
    suffix = ""
    if option(options, "notation") == "compact":
        for power, sign in ((12, "T"), (9, "B"), (6, "M"), (3, "K")):
            if abs(number) >= 10**power:
                number, suffix = number.scaleb(-power), sign
                break
        high = 0 if abs(number) >= 100 else 1 if abs(number) < 10 else 0
        low = 0
    minimum = number_option(options, "minimumFractionDigits", -1)
    maximum = number_option(options, "maximumFractionDigits", -1)
    if minimum > 100 or maximum > 100 or (maximum >= 0 and minimum > maximum):
        throw("RangeError", "maximumFractionDigits value is out of range.")
    low = minimum if minimum >= 0 else min(low, maximum) if maximum >= 0 else low
    high = maximum if maximum >= 0 else max(high, low)
    significant = number_option(options, "maximumSignificantDigits", 0)
    if significant > 0 and number:
        number = Context(prec=significant, rounding=ROUND_HALF_UP).plus(number)
        low = 0
        high = max(0, significant - number.adjusted() - 1)
    rounding = ROUND_HALF_EVEN if option(options, "roundingMode") == "halfEven" else ROUND_HALF_UP
    plain = f"{abs(number).quantize(Decimal(1).scaleb(-high), rounding, Context(prec=400)):f}"
    whole, _, fraction = plain.partition(".")
    fraction = fraction[:low] + fraction[low:].rstrip("0")
    whole = whole.rjust(number_option(options, "minimumIntegerDigits", 1), "0")
    out: Parts = []
    if number < 0:
        out.append(("minusSign", "-"))
    elif option(options, "signDisplay") in ("always", "exceptZero") and number:
        out.append(("plusSign", "+"))
    if currency:
        code = option(options, "currencyDisplay") == "code" or currency not in _CURRENCIES
        out.append(("currency", currency + "\xa0" if code else _CURRENCIES[currency]))
    grouping = option(options, "useGrouping", True)
    groups = f"{int(whole):,}".split(",") if truthy(grouping) and grouping != "false" and whole[0] != "0" else [whole]
    for index, group in enumerate(groups):
        if index:
            out.append(("group", ","))
        out.append(("integer", group))
    if fraction:
        out += [("decimal", "."), ("fraction", fraction)]
    if suffix:
        out.append(("compact", suffix))
    if style == "percent":
        out.append(("percentSign", "%"))
    if style == "unit":
        unit = to_string(option(options, "unit", ""))
        out += [("literal", " "), ("unit", {"kilobyte": "kB", "megabyte": "MB", "byte": "byte"}.get(unit, unit))]
    return out


def format_number(value: Any, options: Any) -> str:
    return "".join(text for _, text in number_parts(value, options))


NUMBER_FORMAT = Methods()
NUMBER_FORMAT("formatToParts", length=1)(
    lambda this, args: _part_list(number_parts(to_numeric(arg(args, 0)), _format(this).options))
)


# -- the rest -----------------------------------------------------------------------------------------------------


def _compare(owner: JSFormat, args: Args) -> float:
    return collate(
        to_string(arg(args, 0)), to_string(arg(args, 1)), truthy(option(owner.options, "numeric")),
        to_string(option(owner.options, "sensitivity", "variant")),
    )  # fmt: skip


PLURAL = Methods()


@PLURAL("select", length=1)
def _select(this: Any, args: Args) -> Any:
    value = float(to_numeric(arg(args, 0)))
    if option(_format(this).options, "type") != "ordinal":
        return "one" if value == 1 else "other"
    last, teen = value % 10, value % 100
    return {1: "one", 2: "two", 3: "few"}.get(int(last), "other") if teen not in (11, 12, 13) else "other"


RELATIVE = Methods()


@RELATIVE("format", length=2)
def _relative(this: Any, args: Args) -> Any:
    value, unit = float(to_numeric(arg(args, 0))), to_string(arg(args, 1)).removesuffix("s")
    if option(_format(this).options, "numeric") == "auto":
        near = {
            ("day", -1): "yesterday", ("day", 0): "today", ("day", 1): "tomorrow", ("second", 0): "now",
            ("hour", 0): "this hour", ("minute", 0): "this minute",
        }.get((unit, int(value)) if value.is_integer() else ("", 0))  # fmt: skip
        if near is not None:
            return near
        if unit in ("year", "month", "week", "quarter") and value in (-1, 0, 1):
            return {-1: "last", 0: "this", 1: "next"}[int(value)] + " " + unit
    shown = format_number(abs(value), UNDEF) + " " + unit + ("" if abs(value) == 1 else "s")
    return f"{shown} ago" if math.copysign(1, value) < 0 else f"in {shown}"


LIST = Methods()


@LIST("format", length=1)
def _list(this: Any, args: Args) -> Any:
    options = _format(this).options
    word = {"disjunction": "or", "unit": ""}.get(to_string(option(options, "type", "conjunction")), "and")
    values = [to_string(value) for value in iterate(arg(args, 0))]
    if len(values) < 2:
        return "".join(values)
    if len(values) == 2 and word:
        return f"{values[0]} {word} {values[1]}"
    return ", ".join([*values[:-1], f"{word} {values[-1]}" if word else values[-1]])


NAMES = Methods()
NAMES("of", length=1)(lambda this, args: arg(args, 0))
SEGMENTER = Methods()


@SEGMENTER("segment", length=1)
def _segment(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    out: list[JSObject] = []
    realm.steps(len(value))
    for index, char in enumerate(value):
        if out and unicodedata.combining(char):
            out[-1].props["segment"] += char
        else:
            out.append(new_object(segment=char, index=float(index), input=value))
    return new_array(out)


LOCALE = Methods()
LOCALE("toString")(lambda this, args: _format(this).locale)
LOCALE("maximize")(lambda this, args: _format(this))
LOCALE("minimize")(lambda this, args: _format(this))

CLASSES: tuple[tuple[str, Methods, dict[str, Callable[[JSFormat, Args], Any]]], ...] = (
    ("DateTimeFormat", DATE_TIME, {
        "format": lambda owner, args: format_date(_moment(args), owner.options, _default(owner)),
    }),
    ("NumberFormat", NUMBER_FORMAT, {
        "format": lambda owner, args: format_number(to_numeric(arg(args, 0)), owner.options),
    }),
    ("Collator", Methods(), {"compare": _compare}),
    ("PluralRules", PLURAL, {}),
    ("RelativeTimeFormat", RELATIVE, {}),
    ("ListFormat", LIST, {}),
    ("DisplayNames", NAMES, {}),
    ("Segmenter", SEGMENTER, {}),
    ("Locale", LOCALE, {}),
)  # fmt: skip
