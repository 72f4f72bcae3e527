"""Days, months and years of a time in milliseconds since 1970, in UTC."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

DAY = 86_400_000
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Fields(NamedTuple):
    year: int
    month: int  # from 0
    day: int
    hour: int
    minute: int
    second: int
    ms: int
    weekday: int


def fields(time: float) -> Fields:
    days, rest = divmod(int(time), DAY)
    # civil_from_days: eras of 400 years that begin in March
    era, day_of_era = divmod(days + 719_468, 146_097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day = day_of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * day + 2) // 153
    month = shifted + 2 if shifted < 10 else shifted - 10
    return Fields(
        year + era * 400 + (month <= 1), month, day - (153 * shifted + 2) // 5 + 1, rest // 3_600_000,
        rest // 60_000 % 60, rest // 1000 % 60, rest % 1000, (days + 4) % 7,
    )  # fmt: skip


def _days(year: int, month: int) -> int:
    """The day that a month begins with."""
    year, month = year + month // 12, month % 12
    year -= month <= 1
    era, of_era = divmod(year, 400)
    day = (153 * (month - 2 if month > 1 else month + 10) + 2) // 5
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + day - 719_468


def make_time(values: list[float]) -> float:
    """The time of a year, a month, a day, hours, minutes, seconds and milliseconds, which may overflow."""
    defaults = [1970.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    values = [*values[:7], *defaults[len(values) :]]
    if not all(math.isfinite(v) and abs(v) < 1e16 for v in values):
        return math.nan
    year, month, day, hour, minute, second, ms = (math.trunc(v) for v in values)
    if abs(year) > 400_000 or abs(month) > 5_000_000:
        return math.nan
    return clipped(float(
        (_days(year, month) + day - 1) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms
    ))  # fmt: skip


def clipped(time: float) -> float:
    return float(math.trunc(time)) + 0.0 if math.isfinite(time) and abs(time) <= 8.64e15 else math.nan


_ISO = re.compile(
    r"([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d)?",
    re.ASCII | re.IGNORECASE,
)
_WORD = re.compile(r"\([^)]*\)|[A-Za-z]+\.?|[+-]\d{1,2}:?\d\d(?!\d)|\d+(?::\d+)*(?:\.\d+)?|.", re.ASCII | re.DOTALL)


def parse(text: str) -> float:
    """Date.parse"""
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso is not None:
        part = [float(v) if v else d for v, d in zip(iso.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)]
        if not 1 <= part[1] <= 12 or not 1 <= part[2] <= 31 or part[3] > 24 or part[4] > 59 or part[5] > 59:
            return math.nan
        part[1] -= 1
        time = make_time([*part, float((iso[7] or "0").ljust(3, "0")[:3])])
        return time - _offset(iso[8] or "Z")
    return _parse_words(text)


def _offset(zone: str) -> float:
    if zone.upper() in ("Z", "UTC", "GMT", "UT"):
        return 0.0
    digits = zone[1:].replace(":", "").rjust(4, "0")
    made = float(int(digits[:-2]) * 60 + int(digits[-2:])) * 60_000
    return -made if zone[0] == "-" else made


def _parse_words(text: str) -> float:
    numbers: list[int] = []
    month, clock, offset = -1, [0.0, 0.0, 0.0, 0.0], 0.0
    slashes = False
    for match in _WORD.finditer(text[:100]):
        word = match[0]
        lower = word.lower().rstrip(".")
        if word[0] == "(" or word.isspace() or word in ",-":
            continue
        if word == "/":
            slashes = True
        elif ":" in word and word[0].isdigit():
            parts = word.split(":")
            clock = [float(p) for p in parts[:3]] + [0.0] * (4 - len(parts[:3]))
        elif word[0] in "+-" and len(word) > 2 and (":" in text[: match.start()] or "gmt" in text.lower()):
            offset = _offset(word)
        elif word[0].isdigit() or word[0] in "+-":
            numbers.append(abs(int(float(word.replace(":", "")))))
        elif lower in ("am", "pm"):
            clock[0] = clock[0] % 12 + (12 if lower == "pm" else 0)
        elif lower in ("z", "gmt", "utc", "ut", "t", "st", "nd", "rd", "th"):
            continue
        elif len(lower) >= 3 and any(name.lower().startswith(lower) for name in MONTHS):
            month = next(i for i, name in enumerate(MONTHS) if name.lower().startswith(lower))
        elif len(lower) >= 3 and any(name.lower().startswith(lower[:3]) for name in DAYS):
            continue
        else:
            return math.nan
    if month >= 0:
        if not numbers:
            return math.nan
        if numbers[0] > 31 and len(numbers) > 1:
            year, day = numbers[0], numbers[1]
        else:
            day, year = numbers[0], numbers[1] if len(numbers) > 1 else 2001
            if day > 31:
                day, year = 1, day
    elif len(numbers) >= 3 or (slashes and len(numbers) == 2):
        if numbers[0] > 31:
            year, month, day = numbers[0], numbers[1] - 1, numbers[2] if len(numbers) > 2 else 1
        else:
            month, day, year = numbers[0] - 1, numbers[1], numbers[2] if len(numbers) > 2 else 2001
        if not 0 <= month <= 11:
            return math.nan
    else:
        return math.nan
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not 1 <= day <= 31:
        return math.nan
    return make_time([float(year), float(month), float(day), *clock]) - offset
