"""Source maps (ECMA-426): from a place in a built file to the place in the source that it was made of, and a map that
stays true when text of the built file is replaced.

Columns of a map are UTF-16 units from 0, its lines count from 0. Only the part of ``mappings`` that a question needs is
decoded. Not handled: ``names``, which no report needs.
"""

from __future__ import annotations

import base64
import binascii
import json
import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import unquote_to_bytes

#: the comment that names the map, where it stands last in a file
COMMENT = re.compile(rb"(?://|/\*)[#@]\s*sourceMappingURL=([^\s'\"]+)\s*(?:\*/)?\s*\Z")
_GUARD = b")]}'"  # a first line that keeps other sites from running a map as a script
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
MAX_NESTING = 4


class MapError(ValueError):
    """A text that is no usable source map, and why, in one line."""


@dataclass(frozen=True, slots=True)
class Segment:
    """From ``column`` on, the built line comes from ``line`` and ``original_column`` (both from 0) of the source number
    ``source``; from nowhere where that is None."""

    column: int
    source: int | None = None
    line: int = 0
    original_column: int = 0


class SourceMap:
    """One map: ``sources`` by number, and segments line by line."""

    def __init__(self, raw: dict[str, Any]) -> None:
        """``raw``: the JSON object, without ``sections``. Raises MapError."""
        root = _text(raw.get("sourceRoot") or "", "sourceRoot")
        sources = raw.get("sources")
        if not isinstance(sources, list):
            raise MapError("it has no list of sources")
        joint = "" if not root or root.endswith("/") else "/"
        self.sources = [None if source is None else root + joint + _text(source, "sources") for source in sources]
        self._lines = _text(raw.get("mappings"), "mappings").split(";")
        self._decoded: list[list[Segment]] = []
        self._state = (0, 0, 0)

    def line(self, number: int) -> list[Segment]:
        """The segments of a built line (from 0), by column. Raises MapError."""
        if number >= len(self._lines):
            return []
        while len(self._decoded) <= number:
            self._decoded.append(self._decode(self._lines[len(self._decoded)]))
        return self._decoded[number]

    def _decode(self, text: str) -> list[Segment]:
        segments: list[Segment] = []
        column = 0
        source, line, original = self._state
        for piece in text.split(","):
            if not piece:
                continue
            fields = vlq(piece)
            column += fields[0]
            if len(fields) == 1:
                segments.append(Segment(column))
                continue
            if len(fields) not in (4, 5):
                raise MapError(f"a segment has {len(fields)} fields: {piece[:40]!r}")
            source, line, original = source + fields[1], line + fields[2], original + fields[3]
            if not 0 <= source < len(self.sources) or line < 0 or original < 0 or column < 0:
                raise MapError(f"a segment leads outside its {len(self.sources)} sources")
            segments.append(Segment(column, source, line, original))
        self._state = source, line, original
        segments.sort(key=lambda segment: segment.column)
        return segments

    def original(self, line: int, column: int) -> tuple[str, int, int] | None:
        """Source, line and column (from 0) that a built place (from 0) comes from; None where the map does not say."""
        segments = self.line(line)
        at = bisect_right(segments, column, key=lambda segment: segment.column) - 1
        if at < 0 or (number := segments[at].source) is None or (source := self.sources[number]) is None:
            return None
        return source, segments[at].line, segments[at].original_column


class IndexMap:
    """A map in sections, each of which begins at a built place and counts from there."""

    def __init__(self, sections: Sequence[Any], depth: int) -> None:
        """Raises MapError."""
        self.sections: list[tuple[tuple[int, int], SourceMap | IndexMap]] = []
        for section in sections:
            if not isinstance(section, dict) or not isinstance(section.get("map"), dict):
                raise MapError("a section holds no map")
            self.sections.append((_offset(section), _of(section["map"], depth + 1)))
        self.sections.sort(key=lambda section: section[0])

    def original(self, line: int, column: int) -> tuple[str, int, int] | None:
        at = bisect_right(self.sections, (line, column), key=lambda section: section[0]) - 1
        if at < 0:
            return None
        (first, start), inner = self.sections[at]
        return inner.original(line - first, column - start if line == first else column)


def _offset(section: dict[str, Any]) -> tuple[int, int]:
    offset = section.get("offset")
    line, column = (offset.get("line"), offset.get("column")) if isinstance(offset, dict) else (None, None)
    if not isinstance(line, int) or not isinstance(column, int):
        raise MapError("a section has no offset")
    return line, column


def parse(data: bytes) -> SourceMap | IndexMap:
    """The map that ``data`` holds. Raises MapError."""
    return _of(_json(data), 0)


def _json(data: bytes) -> dict[str, Any]:
    if data.startswith(_GUARD):
        data = data.partition(b"\n")[2]
    try:
        raw = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise MapError(f"it is not JSON: {error}") from None
    if not isinstance(raw, dict):
        raise MapError("it is not a JSON object")
    return raw


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value")


def _of(raw: dict[str, Any], depth: int) -> SourceMap | IndexMap:
    if raw.get("version") not in (3, "3"):
        raise MapError(f"its version is {str(raw.get('version'))[:20]}, not 3")
    if "sections" not in raw:
        return SourceMap(raw)
    if depth >= MAX_NESTING or not isinstance(raw["sections"], list):
        raise MapError("its sections are no list, or nested too deep")
    return IndexMap(raw["sections"], depth)


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise MapError(f"its {key} is no text")
    return value


# -- base 64 variable-length quantities ---------------------------------------------------------------------------


def vlq(text: str) -> list[int]:
    """The numbers that a segment spells. Raises MapError."""
    numbers: list[int] = []
    value = shift = 0
    for char in text:
        digit = _VALUES.get(char)
        if digit is None:
            raise MapError(f"{char!r} is no digit of its mappings")
        value |= (digit & 31) << shift
        if digit & 32:
            shift += 5
            if shift > 30:
                raise MapError(f"a number of its mappings is too large: {text[:40]!r}")
            continue
        numbers.append(-(value >> 1) if value & 1 else value >> 1)
        value = shift = 0
    if shift:
        raise MapError(f"a segment ends in the middle of a number: {text[:40]!r}")
    return numbers


def spell(number: int) -> str:
    """The opposite of ``vlq`` for one number."""
    value = -number << 1 | 1 if number < 0 else number << 1
    text = ""
    while True:
        digit, value = value & 31, value >> 5
        text += _DIGITS[digit | 32 if value else digit]
        if not value:
            return text


def first_number(segment: str) -> tuple[int, str]:
    """The first number of a segment, and the text of the others."""
    end = next((at for at, char in enumerate(segment, 1) if _VALUES.get(char, 0) < 32), len(segment))
    return vlq(segment[:end])[0], segment[end:]


# -- where a built file keeps its map -----------------------------------------------------------------------------


def named_by(data: bytes) -> str | None:
    """The URL of the map that the last line of a built file names."""
    comment = COMMENT.search(data, max(0, data.rstrip().rfind(b"\n") + 1))
    return comment[1].decode("utf-8", "replace") if comment is not None else None


def inline(url: str) -> bytes | None:
    """The map inside a data: URL; None for any other URL. Raises MapError."""
    if not url.startswith("data:"):
        return None
    head, comma, body = url.partition(",")
    if not comma:
        raise MapError("its data: URL has no comma")
    data = unquote_to_bytes(body)
    if not head.endswith(";base64"):
        return data
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise MapError(f"its data: URL is not base64: {error}") from None


def path_of(source: str, folder: str) -> str:
    """How reports call a source of a map in ``folder`` (a reported path): relative ones become paths from there, URLs
    stay as they are."""
    if re.match(r"[a-z][a-z0-9+.-]*:|/", source, re.IGNORECASE):
        return source
    return posixpath.normpath(posixpath.join(folder, source))


# -- a map after edits ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Replaced:
    """On the built ``line`` (from 0), the UTF-16 columns ``start`` to ``end`` became ``length`` columns of other text.
    Neither text has a line break."""

    line: int
    start: int
    end: int
    length: int


def moved(data: bytes, replaced: Iterable[Replaced]) -> bytes:
    """The map ``data`` of a built file, made true again after some of its text was replaced. Nothing else of it
    changes. Raises MapError."""
    by_line: dict[int, list[Replaced]] = {}
    for one in sorted(set(replaced)):
        by_line.setdefault(one.line, []).append(one)
    raw = _json(data)
    _of(raw, 0)
    if "sections" in raw:
        _move_sections(raw["sections"], by_line)
        return _dumped(raw)
    before = raw["mappings"]
    raw["mappings"] = _moved_lines(before, by_line)
    spelled = f'"{before}"'.encode()
    if data.count(spelled) == 1:  # as it was but for this one text, however the rest is spelled
        return data.replace(spelled, f'"{raw["mappings"]}"'.encode())
    return _dumped(raw)


def _dumped(raw: dict[str, Any]) -> bytes:
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _move_sections(
    sections: list[Any], by_line: dict[int, list[Replaced]], line: int = 0, before: int = 0, after: int = 0
) -> None:
    """``sections`` count from the built ``line`` and its column ``before``, which is ``after`` now."""
    for section in sections:
        below, column = _offset(section)
        start = line + below, column + (0 if below else before)
        now = _moved(by_line.get(start[0], ()), start[1])
        inner = section["map"]
        if "sections" in inner:
            _move_sections(inner["sections"], by_line, *start, now)
        else:
            inner["mappings"] = _moved_lines(inner["mappings"], by_line, *start, now)
        section["offset"]["column"] = now - (0 if below else after)


def _moved_lines(
    mappings: str, by_line: dict[int, list[Replaced]], line: int = 0, before: int = 0, after: int = 0
) -> str:
    """``mappings`` that count from the built ``line`` and its column ``before``, which is ``after`` now."""
    lines = mappings.split(";")
    for number, some in by_line.items():
        at = number - line
        if 0 <= at < len(lines):
            base = (before, after) if at == 0 else (0, 0)
            lines[at] = ",".join(_moved_segments(lines[at], some, *base))
    return ";".join(lines)


def _moved_segments(line: str, replaced: Sequence[Replaced], before: int, after: int) -> Iterator[str]:
    """Columns are differences: only the first number of a segment changes."""
    for segment in line.split(","):
        if not segment:
            yield segment
            continue
        difference, others = first_number(segment)
        before += difference
        now = _moved(replaced, before)
        yield spell(now - after) + others
        after = now


def _moved(replaced: Sequence[Replaced], column: int) -> int:
    """Where a column of a line is afterwards; one inside replaced text is where that begins."""
    shift = 0
    for one in replaced:
        if column >= one.end:
            shift += one.length - (one.end - one.start)
        else:
            return shift + (one.start if column > one.start else column)
    return column + shift
