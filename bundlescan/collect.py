"""PATH arguments -> the files to scan.

In: files and folders as the user named them. Out: a ``Collection`` of ``Candidate`` files in the order of their
reported paths, and the errors of PATHs and files that cannot be scanned. Nothing is read here but directory entries
and ``.bundlescanignore`` files: ``Candidate.load`` reads a file when somebody wants it.

Folders are followed through symlinks, each real file comes once, under the path that goes through the fewest links.
``.gitignore`` is not looked at: built assets are usually git-ignored. ``node_modules`` and ``.git`` are left out unless
named. No file is left out for being large or minified.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bundlescan.finding import ScanError
from bundlescan.source import BOM, Source

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".bundlescanignore"
LEFT_OUT = frozenset({"node_modules", ".git"})


class Kind(StrEnum):
    JS = "js"
    TS = "ts"
    COMPONENT = "component"  # markup that holds scripts: HTML, Vue, Svelte


KINDS = {
    **dict.fromkeys((".js", ".mjs", ".cjs", ".jsx"), Kind.JS),
    **dict.fromkeys((".ts", ".mts", ".cts", ".tsx"), Kind.TS),
    **dict.fromkeys((".vue", ".svelte", ".html", ".htm"), Kind.COMPONENT),
}
NOTHING = "nothing to scan here: no .js, .ts, .vue, .svelte or .html file. Name the folder that the build writes to"
DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to scan: ``path`` as reports print it, ``real`` where its bytes are (absolute, no links)."""

    path: str
    real: str
    kind: Kind
    data: bytes | None = field(default=None, repr=False)  # what is in no file

    def load(self) -> Source | ScanError:
        """The file's bytes, or why it cannot be analysed."""
        try:
            data = self.data if self.data is not None else Path(self.real).read_bytes()
        except OSError as error:
            return ScanError(self.path, f"cannot be read: {error.strerror}")
        problem = not_text(data)
        return ScanError(self.path, problem) if problem else Source(self.path, data)


@dataclass(frozen=True, slots=True)
class Collection:
    files: tuple[Candidate, ...]
    errors: tuple[ScanError, ...]


def in_memory(name: str, data: bytes) -> Candidate:
    """Code that is in no file, as if it were in one called ``name``."""
    return Candidate(name, "", _kind(name) or _kind_of(data), data)


def collect(paths: Sequence[str], *, exclude: Iterable[str] = (), root: str | None = None) -> Collection:
    """The files below ``paths`` that can hold scripts.

    ``exclude`` holds patterns in the syntax of .gitignore, matched against the reported path, the path below its PATH
    and, if given, the path below the folder ``root``. A PATH that is missing or has nothing to scan is a fatal error.
    """
    walk = _Walk(_excluder(tuple(exclude), root))
    for path in paths:
        walk.start(path)
    walk.run()
    return walk.result()


def not_text(data: bytes) -> str | None:
    """Why ``data`` is no script text, or None if it may be one. Invalid UTF-8 may."""
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\0\0\xfe\xff", "UTF-32")):
        if data.startswith(mark):
            return f"is {name} text: only UTF-8 can be analysed"
    head = data[:8000]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "is binary, not text" if b"\0" in head or controls * 20 > len(head) else None


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r"))


@dataclass(frozen=True, slots=True)
class _Ignores:
    """The ``.bundlescanignore`` files from a root folder down to one folder; the innermost that speaks decides."""

    layers: tuple[tuple[str, GitIgnoreSpec], ...] = ()  # folder relative to the root ("" or "a/b/"), its patterns

    def below(self, folder: str, relative: str) -> _Ignores:
        """With the ignore file of ``folder`` (``relative`` to the root), if it has one. Raises OSError."""
        try:
            with open(os.path.join(folder, IGNORE_FILE), encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            return self
        return _Ignores(((relative, _spec(lines)), *self.layers))

    def __contains__(self, relative: str) -> bool:
        for base, spec in self.layers:
            verdict = spec.check_file(relative.removeprefix(base)).include
            if verdict is not None:
                return verdict
        return False


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to walk: ``reported`` and ``relative`` end in "/" or are empty."""

    real: str
    reported: str
    relative: str
    root: str  # the PATH argument it came from
    ignores: _Ignores = field(default_factory=_Ignores)

    def entry(self, name: str) -> tuple[str, str, str]:
        """Where ``name`` in this folder is, how reports call it, and its path below the root."""
        return os.path.join(self.real, name), self.reported + name, self.relative + name


class _Walk:
    """One run of ``collect``. Links wait until everything that is really there has been seen."""

    def __init__(self, excluded: Callable[[str, str], bool]) -> None:
        self.excluded = excluded
        self.files: dict[str, Candidate] = {}  # by real path
        self.errors: list[ScanError] = []
        self.seen: dict[str, str] = {}  # real path of each folder met -> the root it was met from
        self.folders: list[_Folder] = []  # still to walk
        self.links: list[tuple[_Folder, str]] = []  # still to follow
        self.roots: list[str] = []
        self.fruitful: set[str] = set()  # roots below which there is something to scan, or an error to report

    def start(self, argument: str) -> None:
        real = os.path.realpath(argument)
        reported = PurePath(argument).as_posix()
        try:
            mode = os.stat(real).st_mode
        except OSError as error:
            self.errors.append(ScanError(reported, error.strerror or str(error)))
            return
        self.roots.append(argument)
        if stat.S_ISDIR(mode):
            prefix = "" if reported == "." else reported.rstrip("/") + "/"
            self._folder(_Folder(real, prefix, "", argument))
        elif self.excluded(reported, PurePath(reported).name):
            self.fruitful.add(argument)
        else:
            self._file(real, reported, mode, argument, _kind(reported) or _kind_by_content(real))

    def run(self) -> None:
        while self.folders or self.links:
            if self.folders:
                self._list(self.folders.pop())
            else:
                waiting, self.links = sorted(self.links, key=lambda link: link[0].reported + link[1]), []
                for folder, name in waiting:
                    self._entry(folder, name, linked=True)

    def result(self) -> Collection:
        empty = [root for root in dict.fromkeys(self.roots) if root not in self.fruitful]
        self.errors += [ScanError(PurePath(root).as_posix(), NOTHING) for root in empty]
        return Collection(
            tuple(sorted(self.files.values(), key=lambda c: c.path)),
            tuple(sorted(dict.fromkeys(self.errors), key=lambda e: e.path)),
        )

    def _folder(self, folder: _Folder) -> None:
        first = self.seen.get(folder.real)
        if first is None:
            self.seen[folder.real] = folder.root
            self.folders.append(folder)
        elif first != folder.root:
            self.fruitful.add(folder.root)  # another PATH answers for it

    def _list(self, folder: _Folder) -> None:
        try:
            names = sorted(os.listdir(folder.real))
            folder = replace(folder, ignores=folder.ignores.below(folder.real, folder.relative))
        except OSError as error:
            self._fail(folder.root, folder.reported.rstrip("/") or ".", f"cannot be read: {error.strerror}")
            return
        for name in names:
            self._entry(folder, name)

    def _entry(self, folder: _Folder, name: str, *, linked: bool = False) -> None:
        where, reported, relative = folder.entry(name)
        try:
            mode = (os.stat if linked else os.lstat)(where).st_mode
        except OSError as error:
            if _kind(name) and not self._hidden(folder, reported, relative):
                reason = "a link to nothing" if isinstance(error, FileNotFoundError) else error.strerror
                self._fail(folder.root, reported, f"cannot be read: {reason}")
            return
        if stat.S_ISLNK(mode):
            self.links.append((folder, name))
        elif stat.S_ISDIR(mode):
            if name not in LEFT_OUT and not self._hidden(folder, reported + "/", relative + "/"):
                real = os.path.realpath(where) if linked else where
                self._folder(_Folder(real, reported + "/", relative + "/", folder.root, folder.ignores))
        elif (kind := _kind(name)) and not self._hidden(folder, reported, relative):
            self._file(os.path.realpath(where) if linked else where, reported, mode, folder.root, kind)

    def _file(self, real: str, reported: str, mode: int, root: str, kind: Kind) -> None:
        if not stat.S_ISREG(mode):
            self._fail(root, reported, "is not a regular file")
            return
        self.fruitful.add(root)
        self.files.setdefault(real, Candidate(reported, real, kind))

    def _hidden(self, folder: _Folder, reported: str, relative: str) -> bool:
        return relative in folder.ignores or self.excluded(reported, relative)

    def _fail(self, root: str, reported: str, message: str) -> None:
        self.fruitful.add(root)
        self.errors.append(ScanError(reported, message))


def _kind(name: str) -> Kind | None:
    lower = name.lower()
    return None if lower.endswith(DECLARATIONS) else KINDS.get(os.path.splitext(lower)[1])


def _kind_by_content(real: str) -> Kind:
    """For a file that was named although its extension says nothing."""
    try:
        with open(real, "rb") as file:
            return _kind_of(file.read(1000))
    except OSError:
        return Kind.JS  # ``Candidate.load`` reports it


def _kind_of(data: bytes) -> Kind:
    return Kind.COMPONENT if data.removeprefix(BOM).lstrip().startswith(b"<") else Kind.JS


def _excluder(patterns: tuple[str, ...], root: str | None) -> Callable[[str, str], bool]:
    if not patterns:
        return lambda reported, relative: False
    spec = _spec(patterns)
    return lambda reported, relative: (
        spec.match_file(relative) or any(spec.match_file(name) for name in names_below(reported, root))
    )


def names_below(path: str, root: str | None) -> tuple[str, ...]:
    """The names that patterns see of a file: as it is reported, and relative to the folder ``root`` if it is in it."""
    if root is None:
        return (path,)
    relative = PurePath(os.path.relpath(os.path.abspath(path), root)).as_posix()
    relative += "/" if path.endswith("/") else ""
    return (path,) if relative == path or relative.startswith("../") else (path, relative)


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
