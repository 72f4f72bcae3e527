"""Settings that a build puts into the code: ``import.meta.env.VITE_X`` and ``process.env.X``, from ``.env`` files.

As Vite does for a production build: of the files in one folder, later ones win (``.env``, ``.env.local``,
``.env.production``, ``.env.production.local``). The folder is the nearest above a source that has any, up to the root
of its package. Of such a file only the settings that a source names are kept; the others may be secrets. Not followed:
values with ``$`` or a backslash, settings of the environment that the build runs in, other modes than production.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from bundlescan.source import Setting, Source, Span

FILES = (".env", ".env.local", ".env.production", ".env.production.local")
ROOT = "package.json"
#: folders between a source and the root of its package
MAX_UP = 16
_READS = re.compile(rb"\b(?:import\.meta|process)\s*\.\s*env\b")
_NAME = re.compile(rb"[A-Za-z_]\w*")
_ENTRY = re.compile(
    rb"""^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:'([^']*)'|"([^"]*)"|`([^`]*)`|([^#\r\n]*))""", re.MULTILINE
)


class EnvFiles:
    """Reads each file once. State of one run."""

    def __init__(self) -> None:
        self._read: dict[str, bytes | None] = {}
        self._folders: dict[str, str | None] = {}

    def settings(self, source: Source) -> Mapping[str, Setting]:
        """The settings that ``source`` (a file on the disk) names and the ``.env`` files above it set."""
        folder = self._folder(posixpath.dirname(source.path))
        if folder is None or _READS.search(source.data) is None:
            return {}
        names = {name.decode() for name in _NAME.findall(source.data)}
        found: dict[str, Setting] = {}
        for name in FILES:
            path = posixpath.normpath(posixpath.join(folder, name))
            data = self._data(path)
            if data is not None:
                found |= _settings(path, data, names)
        return found

    def _folder(self, folder: str) -> str | None:
        """The nearest folder above that has ``.env`` files, as reports call it."""
        if folder in self._folders:
            return self._folders[folder]
        here: str | None = None
        current = folder
        for _ in range(MAX_UP):
            if any(self._data(posixpath.normpath(posixpath.join(current, name))) is not None for name in FILES):
                here = current
                break
            if os.path.exists(posixpath.join(current, ROOT)):
                break
            current = posixpath.normpath(posixpath.join(current, ".."))
        self._folders[folder] = here
        return here

    def _data(self, path: str) -> bytes | None:
        if path not in self._read:
            try:
                self._read[path] = Path(path).read_bytes() if os.path.isfile(path) else None
            except OSError:
                self._read[path] = None  # a file that only the build may read
        return self._read[path]


def _settings(path: str, data: bytes, names: set[str]) -> dict[str, Setting]:
    """The settings of a file that are among ``names``. Their source has blanks where the others stand."""
    entries = [entry for entry in _ENTRY.finditer(data) if entry[1].decode("utf-8", "replace") in names]
    kept = bytearray(re.sub(rb"[^\n]", b" ", data))
    for entry in entries:
        kept[entry.start() : entry.end()] = data[entry.start() : entry.end()]
    source = Source(path, bytes(kept))
    found: dict[str, Setting] = {}
    for entry in entries:
        group = next(number for number in (2, 3, 4, 5) if entry[number] is not None)
        text = entry[group].rstrip() if group == 5 else entry[group]
        start = entry.start(group)
        name = entry[1].decode()
        found.pop(name, None)
        if not re.search(rb"[$\\]", text):
            found[name] = Setting(text.decode("utf-8", "replace"), source, Span(start, start + len(text)))
    return found
