"""Number, Math, BigInt and the functions that read numbers."""

from __future__ import annotations

import math
import random
import re
import struct
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from bundlescan.interp.builtins.intl import format_number
from bundlescan.interp.builtins.support import Methods, constant, hidden, tag
from bundlescan.interp.builtins.text import SPACE
from bundlescan.interp.model import (
    MAX_BITS,
    UNDEF,
    Args,
    BigInt,
    JSObject,
    Wrapper,
    arg,
    constructor,
    describe,
    method,
    proto_for,
    realm,
    throw,
    to_int32,
    to_integer,
    to_number,
    to_numeric,
    to_primitive,
    to_string,
)
from bundlescan.interp.text import Num, Text, digits, is_granted, number
from bundlescan.values.domain import number_text

NUMBER = Methods()
NUMBER_PROTO = Methods()
BIGINT = Methods()
BIGINT_PROTO = Methods()
MATH = Methods()
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FLOAT = re.compile(r"[+-]?(?:Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", re.ASCII)
_random = random.Random(0)


def install(window: JSObject) -> None:
    NUMBER_PROTO.install(realm.number_proto)
    made = constructor(
        "Number", realm.number_proto,
        lambda args, new_target: Wrapper(_number(UNDEF, args), proto_for(new_target, realm.number_proto)), _number, 1,
    )  # fmt: skip
    NUMBER.install(made)
    for name, value in (
        ("MAX_SAFE_INTEGER", 2.0**53 - 1), ("MIN_SAFE_INTEGER", 1 - 2.0**53), ("MAX_VALUE", 1.7976931348623157e308),
        ("MIN_VALUE", 5e-324), ("EPSILON", 2.0**-52), ("NaN", math.nan), ("POSITIVE_INFINITY", math.inf),
        ("NEGATIVE_INFINITY", -math.inf),
    ):  # fmt: skip
        constant(made, name, value)
    hidden(window, "Number", made)
    for name in ("parseInt", "parseFloat"):
        hidden(window, name, made.props[name].value)
    method(window, "isNaN", lambda this, args: to_number(arg(args, 0)) != to_number(arg(args, 0)), 1)
    method(window, "isFinite", lambda this, args: math.isfinite(to_number(arg(args, 0))), 1)

    BIGINT_PROTO.install(realm.bigint_proto)
    tag(realm.bigint_proto, "BigInt")
    big = constructor("BigInt", realm.bigint_proto, _no_bigint, _bigint, 1)
    BIGINT.install(big)
    hidden(window, "BigInt", big)

    maths = JSObject(realm.object_proto)
    MATH.install(maths)
    tag(maths, "Math")
    for name, value in (
        ("E", math.e), ("LN10", math.log(10)), ("LN2", math.log(2)), ("LOG10E", math.log10(math.e)),
        ("LOG2E", math.log2(math.e)), ("PI", math.pi), ("SQRT1_2", math.sqrt(0.5)), ("SQRT2", math.sqrt(2)),
    ):  # fmt: skip
        constant(maths, name, value)
    hidden(window, "Math", maths)
    _random.seed(20260101)


# -- Number -------------------------------------------------------------------------------------------------------


def _number(this: Any, args: Args) -> Any:
    if not args:
        return 0.0
    found = to_numeric(args[0])
    return float(found) if isinstance(found, BigInt) else found


def _this(this: Any) -> float:
    found = this.value if isinstance(this, Wrapper) else this
    if not isinstance(found, float):
        throw("TypeError", "Number.prototype.valueOf requires that 'this' be a Number")
    return found


def _integral(value: Any) -> bool:
    return isinstance(value, float) and value.is_integer()


NUMBER("isInteger", length=1)(lambda this, args: _integral(arg(args, 0)))
NUMBER("isSafeInteger", length=1)(lambda this, args: _integral(arg(args, 0)) and abs(args[0]) < 2**53)
NUMBER("isFinite", length=1)(lambda this, args: isinstance(arg(args, 0), float) and math.isfinite(args[0]))
NUMBER("isNaN", length=1)(lambda this, args: isinstance(arg(args, 0), float) and args[0] != args[0])


def _read(value: str, at: int, made: float) -> float:
    """The number that begins at ``at``, with where it comes from."""
    if isinstance(value, Text):
        for size, origin, offset in value.pieces:
            if at < size:
                return number(made, origin, offset + at) if origin is not None else made
            at -= size
    return made


@NUMBER("parseFloat", length=1)
def _parse_float(this: Any, args: Args) -> Any:
    value = to_string(arg(args, 0))
    begin = len(value) - len(value.lstrip(SPACE))
    match = _FLOAT.match(value, begin)
    if match is None:
        return math.nan
    return _read(value, begin, float(match[0]))


@NUMBER("parseInt", length=2)
def _parse_int(this: Any, args: Args) -> Any:
    value, radix = to_string(arg(args, 0)), to_int32(arg(args, 1))
    at = len(value) - len(value.lstrip(SPACE))
    negative = value.startswith("-", at)
    if value.startswith(("-", "+"), at):
        at += 1
    if value.startswith(("0x", "0X"), at) and radix in (0, 16):
        at, radix = at + 2, 16
    radix = radix or 10
    if not 2 <= radix <= 36:
        return math.nan
    end = at
    allowed = _DIGITS[:radix]
    while end < len(value) and str.__getitem__(value, end).lower() in allowed and end - at < 2000:
        end += 1
    if end == at:
        return 1.0 if is_granted(value) else math.nan
    try:
        made = float(int(str.__getitem__(value, slice(at, end)), radix))
    except (OverflowError, ValueError):
        made = math.inf
    return _read(value, at, -made if negative else made)


def in_radix(value: float, radix: int) -> str:
    if not math.isfinite(value):
        return number_text(value)
    whole = int(abs(value))
    rest = abs(value) - whole
    out = ""
    large = abs(value)
    while large >= 2.0**53:  # what a double does not tell apart is zeros
        large /= radix
        out += "0"
        whole = int(large)
    while whole:
        whole, digit = divmod(whole, radix)
        out = _DIGITS[digit] + out
    out = out or "0"
    if rest:
        out += "."
        # as many digits as tell the number from its neighbours
        delta = max(0.5 * (math.nextafter(abs(value), math.inf) - abs(value)), 5e-324)
        while True:
            rest *= radix
            delta *= radix
            digit = int(rest)
            rest -= digit
            if rest > 0.5 or (rest == 0.5 and digit % 2):
                if rest + delta > 1:
                    digit += 1
                    rest = 0
            if digit >= radix:
                out += _DIGITS[radix - 1]
                break
            out += _DIGITS[digit]
            if rest < delta:
                break
    return ("-" if value < 0 else "") + out


@NUMBER_PROTO("toString", length=1)
def _to_string(this: Any, args: Args) -> Any:
    value = _this(this)
    radix = 10 if arg(args, 0) is UNDEF else to_integer(args[0])
    if not 2 <= radix <= 36:
        throw("RangeError", "toString() radix must be between 2 and 36")
    return to_string(value) if radix == 10 else in_radix(value, radix)


NUMBER_PROTO("valueOf")(lambda this, args: _this(this))
NUMBER_PROTO("toLocaleString")(lambda this, args: format_number(_this(this), arg(args, 1)))


def _digits(value: Any, low: int, high: int, name: str) -> int:
    found = to_integer(value)
    if not low <= found <= high:
        throw("RangeError", f"{name} argument must be between {low} and {high}")
    return found


@NUMBER_PROTO("toFixed", length=1)
def _to_fixed(this: Any, args: Args) -> Any:
    value = _this(this)
    places = _digits(arg(args, 0), 0, 100, "toFixed() digits")
    if not math.isfinite(value) or abs(value) >= 1e21:
        return number_text(value)
    made = str(abs(Decimal(float(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=200)))
    made = ("-" if value < 0 else "") + f"{Decimal(made):f}"
    if isinstance(value, Num) and value.origin is not None and made == number_text(value):
        return digits(value, made)
    return made


def _exponential(digits: str, exponent: int) -> str:
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{mantissa}e{'+' if exponent >= 0 else '-'}{abs(exponent)}"


def _significant(value: float, count: int) -> tuple[str, int]:
    """The first ``count`` decimal digits and the exponent of the first."""
    if value == 0:
        return "0" * count, 0
    rounded = Context(prec=count, rounding=ROUND_HALF_UP).create_decimal(Decimal(value))
    digits = "".join(map(str, rounded.as_tuple().digits))
    exponent = rounded.adjusted()
    return digits.ljust(count, "0")[:count], exponent


@NUMBER_PROTO("toPrecision", length=1)
def _to_precision(this: Any, args: Args) -> Any:
    value = _this(this)
    if arg(args, 0) is UNDEF or not math.isfinite(value):
        return to_string(value)
    count = _digits(args[0], 1, 100, "toPrecision()")
    digits, exponent = _significant(abs(float(value)), count)
    sign = "-" if value < 0 else ""
    if exponent < -6 or exponent >= count:
        return sign + _exponential(digits, exponent)
    if exponent == count - 1:
        return sign + digits
    if exponent >= 0:
        return f"{sign}{digits[: exponent + 1]}.{digits[exponent + 1 :]}"
    return f"{sign}0.{'0' * (-exponent - 1)}{digits}"


@NUMBER_PROTO("toExponential", length=1)
def _to_exponential(this: Any, args: Args) -> Any:
    value = _this(this)
    if not math.isfinite(value):
        return number_text(value)
    sign = "-" if value < 0 else ""
    if arg(args, 0) is UNDEF:
        parts = Decimal(repr(abs(float(value)))).normalize()
        return sign + _exponential("".join(map(str, parts.as_tuple().digits)), parts.adjusted() if value else 0)
    digits, exponent = _significant(abs(float(value)), _digits(args[0], 0, 100, "toExponential()") + 1)
    return sign + _exponential(digits, exponent)


# -- BigInt -------------------------------------------------------------------------------------------------------


def _no_bigint(args: Args, new_target: JSObject) -> Any:
    throw("TypeError", "BigInt is not a constructor")


def to_bigint(value: Any) -> BigInt:
    value = to_primitive(value, "number")
    if isinstance(value, BigInt):
        return value
    if isinstance(value, bool):
        return BigInt(value)
    if not isinstance(value, str):
        throw("TypeError", f"Cannot convert {describe(value)} to a BigInt")
    plain = value.strip(SPACE)
    try:
        if len(plain) > 4000 or "_" in plain:
            raise ValueError
        return BigInt(int(plain, 0 if plain[:2].lower() in ("0x", "0o", "0b") else 10)) if plain else BigInt(0)
    except ValueError:
        throw("SyntaxError", f"Cannot convert {value} to a BigInt")


def _bigint(this: Any, args: Args) -> Any:
    value = to_primitive(arg(args, 0), "number")
    if isinstance(value, float):
        if not value.is_integer():
            throw("RangeError", f"The number {number_text(value)} cannot be converted to a BigInt")
        return BigInt(int(value))
    return to_bigint(value)


def _this_big(this: Any) -> BigInt:
    found = this.value if isinstance(this, Wrapper) else this
    if not isinstance(found, BigInt):
        throw("TypeError", "BigInt.prototype.valueOf requires that 'this' be a BigInt")
    return found


@BIGINT("asUintN", length=2)
def _as_uint(this: Any, args: Args) -> Any:
    return BigInt(int(to_bigint(arg(args, 1))) % (1 << min(to_integer(arg(args, 0)), MAX_BITS)))


@BIGINT("asIntN", length=2)
def _as_int(this: Any, args: Args) -> Any:
    bits = min(to_integer(arg(args, 0)), MAX_BITS)
    made = int(to_bigint(arg(args, 1))) % (1 << bits)
    return BigInt(made - (1 << bits) if bits and made >= 1 << (bits - 1) else made)


@BIGINT_PROTO("toString")
def _big_string(this: Any, args: Args) -> Any:
    value, radix = int(_this_big(this)), 10 if arg(args, 0) is UNDEF else to_integer(args[0])
    if not 2 <= radix <= 36:
        throw("RangeError", "toString() radix must be between 2 and 36")
    realm.steps(value.bit_length() // 8)
    if radix == 10:
        return to_string(BigInt(value))
    out, rest = "", abs(value)
    while rest:
        rest, digit = divmod(rest, radix)
        out = _DIGITS[digit] + out
    return ("-" if value < 0 else "") + (out or "0")


BIGINT_PROTO("valueOf")(lambda this, args: _this_big(this))
BIGINT_PROTO("toLocaleString")(lambda this, args: f"{int(_this_big(this)):,}")


# -- Math ---------------------------------------------------------------------------------------------------------


def _function(name: str, code: Callable[[float], float], keeps: bool = False) -> None:
    """``keeps``: a number that stays the same stays what it is."""

    def run(this: Any, args: Args) -> Any:
        value = to_number(arg(args, 0))
        try:
            made = float(code(float(value)))
        except ValueError:
            return math.nan
        except OverflowError:
            return math.copysign(math.inf, value)
        return value if keeps and made == value else made

    MATH(name, length=1)(run)


def _whole(code: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: math.copysign(float(code(value)), value) if math.isfinite(value) else value


def _round(value: float) -> float:
    if not math.isfinite(value):
        return value
    low = math.floor(value)
    return math.copysign(float(low + 1 if value - low >= 0.5 else low), value) if abs(value) < 1e16 else value


def _log(code: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: -math.inf if value == 0 else code(value)


def _fround(value: float) -> float:
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def _trigonometric(code: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: code(value) if math.isfinite(value) else math.nan


def _atanh(value: float) -> float:
    return math.copysign(math.inf, value) if abs(value) == 1 else math.atanh(value)


for _name, _code in (("floor", math.floor), ("ceil", math.ceil), ("trunc", math.trunc)):
    _function(_name, _whole(_code), True)
_function("round", _round, True)
_function("abs", abs, True)
_function("fround", _fround, True)
_function("sign", lambda v: v if v != v or v == 0 else math.copysign(1.0, v))
_function("sqrt", math.sqrt)
_function("cbrt", lambda v: float(round(root)) if round(root := math.cbrt(v)) ** 3 == v else root)
_function("exp", math.exp)
_function("expm1", math.expm1)
for _name, _log_code in (("log", math.log), ("log2", math.log2), ("log10", math.log10)):
    _function(_name, _log(_log_code))
_function("log1p", lambda v: -math.inf if v == -1 else math.log1p(v))
for _name in ("sin", "cos", "tan"):
    _function(_name, _trigonometric(getattr(math, _name)))
for _name in ("asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh"):
    _function(_name, getattr(math, _name))
_function("atanh", _atanh)
_function("clz32", lambda v: 32 - (to_int32(v) & 0xFFFFFFFF).bit_length())


def _extreme(name: str, empty: float, better: Callable[[float, float], bool]) -> None:
    def run(this: Any, args: Args) -> Any:
        if len(args) > 64:
            realm.steps(len(args) // 16)
        best: Any = None
        nan = False
        for value in map(to_number, args):
            nan = nan or value != value
            if best is None or better(value, best):
                best = value
        return math.nan if nan else empty if best is None else best

    MATH(name, length=2)(run)


def _negative(value: float) -> bool:
    return math.copysign(1.0, value) < 0


_extreme("max", -math.inf, lambda a, b: a > b or (a == b == 0 and not _negative(a) and _negative(b)))
_extreme("min", math.inf, lambda a, b: a < b or (a == b == 0 and _negative(a) and not _negative(b)))


@MATH("pow", length=2)
def _pow(this: Any, args: Args) -> Any:
    from bundlescan.interp.model import arithmetic

    return arithmetic("**", to_number(arg(args, 0)), to_number(arg(args, 1)))


MATH("atan2", length=2)(lambda this, args: math.atan2(to_number(arg(args, 0)), to_number(arg(args, 1))))
MATH("hypot", length=2)(lambda this, args: math.hypot(*map(to_number, args)))
MATH("random")(lambda this, args: realm.sway(_random.random()))


@MATH("imul", length=2)
def _imul(this: Any, args: Args) -> Any:
    return float(to_int32(float((to_int32(arg(args, 0)) * to_int32(arg(args, 1))) & 0xFFFFFFFF)))
