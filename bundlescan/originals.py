"""Findings in built files -> the same findings with the place in the source that they come from.

A map is looked for where the built file says (a data: URL, or a file), then beside it with ``.map`` appended. It is
read only for files with findings. One that cannot be used is an error that changes no exit code; one that is not there
is none: maps are often left out of what is served.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from bundlescan import sourcemap
from bundlescan.finding import Finding, Original, ScanError
from bundlescan.source import Source
from bundlescan.sourcemap import IndexMap, MapError, SourceMap

#: bytes; a larger file is no source map that anybody reads
MAX_SIZE = 256_000_000


@dataclass(frozen=True, slots=True)
class MapFile:
    """The map of a built file: ``path`` as reports call it (the built file itself where the map is inside it), ``real``
    where it is, None for one inside the file."""

    path: str
    real: str | None
    data: bytes


def with_originals(
    findings: Sequence[Finding], files: Mapping[str, tuple[Source, str]]
) -> tuple[list[Finding], list[ScanError]]:
    """``files``: source and real path of each scanned file, by its reported path."""
    maps: dict[str, _Known | None] = {}
    errors: list[ScanError] = []
    out: list[Finding] = []
    for finding in findings:
        path = finding.path
        try:
            if path not in maps:
                maps[path] = None
                maps[path] = _known(*files[path]) if path in files else None
            known = maps[path]
            original = None if known is None else _original(known, finding)
        except MapError as error:
            maps[path] = original = None
            errors.append(ScanError(path, f"its source map cannot be used: {error}", fatal=False))
        out.append(finding if original is None else replace(finding, original=original))
    return out, errors


@dataclass(frozen=True, slots=True)
class _Known:
    map: SourceMap | IndexMap
    folder: str  # as reports call it


def _known(source: Source, real: str) -> _Known | None:
    found = map_of(source, real)
    return None if found is None else _Known(sourcemap.parse(found.data), posixpath.dirname(found.path))


def _original(known: _Known, finding: Finding) -> Original | None:
    found = known.map.original(finding.start.line - 1, finding.start.column - 1)
    if found is None:
        return None
    source, line, column = found
    return Original(sourcemap.path_of(source, known.folder), line + 1, column + 1)


def map_of(source: Source, real: str) -> MapFile | None:
    """The map of a built file (at ``real``), read; None where there is none. Raises MapError."""
    url = sourcemap.named_by(source.data)
    data = sourcemap.inline(url) if url is not None else None
    if data is not None:
        return MapFile(source.path, None, data)
    names = [posixpath.basename(source.path) + ".map"]
    if url is not None and not urlsplit(url).scheme and not url.startswith("/"):
        names.insert(0, unquote(urlsplit(url).path))
    for name in dict.fromkeys(filter(None, names)):
        where = os.path.join(os.path.dirname(real), name)
        try:
            info = os.stat(where)
            if not stat.S_ISREG(info.st_mode):
                continue
            if info.st_size > MAX_SIZE:
                raise MapError(f"{name} is larger than {MAX_SIZE // 1_000_000} MB")
            with open(where, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise MapError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
        return MapFile(posixpath.normpath(posixpath.join(posixpath.dirname(source.path), name)), where, data)
    return None
