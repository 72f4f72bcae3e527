"""Changed files with a content hash in their names -> new names, and every mention of the old ones.

Browsers keep a file with a hash in its name for a long time, so a changed one needs another name, and whatever names
it changes too: pages, manifests, service workers, source maps, and other hashed files, which then need other names
themselves. All of them get theirs at once, from what was edited: imports may go round in circles.

A hash is replaced wherever it stands between other characters, in names and in texts: a loader may keep it apart from
the name (``{179:"3f2a91bc"}``). The new one has its length and its alphabet, so that no other byte moves. What
cannot be renamed safely keeps its name, and a warning says why.
"""

from __future__ import annotations

import hashlib
import os
import re
import string
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bundlescan.collect import LEFT_OUT, not_text
from bundlescan.finding import Plan, ScanError
from bundlescan.rewriter.survey import COMPRESSED, hash_in

#: a shorter hash may stand somewhere by chance
SHORTEST = 6
#: bytes; what is larger than this outside the folders is no page
LARGEST = 2_000_000
_SCRIPTS = (".js", ".mjs", ".cjs")
#: what makes a folder the root of a project, and what may load scripts there
_ROOTS = (".git", "pyproject.toml", "setup.py", "package.json")
_LOADERS = (".html", ".htm", ".json", ".webmanifest", ".py", ".jinja", ".j2", ".php", ".erb", ".xml", ".txt")
_BEFORE, _BEHIND = rb"(?<![A-Za-z0-9])", rb"(?![A-Za-z0-9_])"


@dataclass(frozen=True, slots=True)
class _File:
    """``path`` as reports name it; ``data`` with the plan's edits; ``token`` is the hash in its name, if it has one;
    ``link``: the file itself is one."""

    path: str
    data: bytes
    token: bytes | None
    link: bool

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name


def rehash(plan: Plan, paths: Sequence[str]) -> Plan:
    """``plan`` with ``renamed`` and ``kept``, and in ``after`` every file of the folders ``paths`` that names another
    one anew."""
    if not plan.after:
        return plan
    files, before, errors = _read(plan, paths)
    mentions = {file.path: found for file, found in zip(files, _mentioned([f.data for f in files], files), strict=True)}
    kept = dict(_kept(files, mentions, dict(_outside(paths, files, before, mentions))))
    tokens = _affected(plan, files, mentions, kept)
    made = _renewed(plan, files, mentions, _fresh(tokens, plan, ()))
    if any(_clashes(made, file) for file in files):
        made = _renewed(plan, files, mentions, _fresh(tokens, plan, files))
    return replace(
        plan,
        report=replace(plan.report, errors=plan.report.errors + errors),
        before={path: before[path] for path in made.after},
        after=made.after,
        renamed=made.renamed,
        kept=tuple(reason for path, reason in kept.items() if path in made.after),
        rehashed=True,
    )


@dataclass(frozen=True, slots=True)
class _Renewed:
    """``after`` and ``renamed`` of a plan with the hashes ``fresh`` in place of old ones."""

    fresh: Mapping[bytes, bytes]
    after: dict[str, bytes]
    renamed: dict[str, str]


def _renewed(
    plan: Plan, files: Sequence[_File], mentions: Mapping[str, set[bytes]], fresh: Mapping[bytes, bytes]
) -> _Renewed:
    after, renamed = dict(plan.after), {}
    for file in files:
        if mentions[file.path] & fresh.keys():
            after[file.path] = _replaced(file.data, fresh)
        name = os.fsdecode(_replaced(os.fsencode(file.name), fresh))
        if name != file.name and not file.name.endswith(COMPRESSED):
            renamed[file.path] = file.path.removesuffix(file.name) + name
            after.setdefault(file.path, file.data)
    return _Renewed(fresh, after, renamed)


def _clashes(made: _Renewed, file: _File) -> bool:
    """Whether ``file`` has a fresh hash already, and is not what an earlier run made of the same: an old file that came
    back beside it gets that name again. The columns in maps are moved later (rewriter/maps.py)."""
    name = os.fsencode(file.name)
    if not any(token in file.data or token in name for token in made.fresh.values()):
        return False
    again = (old for old, new in made.renamed.items() if new == file.path)
    return not any(file.name.endswith(".map") or made.after[old] == file.data for old in again)


def _read(plan: Plan, paths: Sequence[str]) -> tuple[list[_File], dict[str, bytes], tuple[ScanError, ...]]:
    """Every file below ``paths``, each real one once, those of the plan under the plan's names; their bytes on the
    disk; and what could not be read."""
    known = {os.path.realpath(path): path for path in plan.after}
    found: dict[str, _File] = {}
    before = dict(plan.before)
    errors = []
    for reported, where in (entry for path in paths for entry in _walk(path)):
        real = os.path.realpath(where)
        if real in found or not os.path.isfile(real):
            continue
        path = known.get(real, reported)
        try:
            data = before.get(path) or Path(real).read_bytes()
        except OSError as error:
            errors.append(ScanError(path, f"cannot be read: {error.strerror}"))
            continue
        before[path] = data
        token = hash_in(PurePosixPath(path).name) if path.endswith(_SCRIPTS) else None
        found[real] = _File(path, plan.after.get(path, data), token.encode() if token else None, os.path.islink(where))
    return sorted(found.values(), key=lambda file: file.path), before, tuple(errors)


def _walk(root: str) -> Iterator[tuple[str, str]]:
    """Every file below a folder, links followed: the name that reports give it, and where it is."""
    seen: set[str] = set()
    prefix = "" if PurePosixPath(root).as_posix() == "." else PurePosixPath(root).as_posix().rstrip("/") + "/"
    for folder, folders, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        folders[:] = sorted(set(folders) - LEFT_OUT) if real not in seen else []
        below = "" if folder == root else PurePosixPath(os.path.relpath(folder, root)).as_posix() + "/"
        yield from ((prefix + below + name, os.path.join(folder, name)) for name in names if real not in seen)
        seen.add(real)


def _mentioned(texts: Iterable[bytes], files: Sequence[_File]) -> Iterator[set[bytes]]:
    """The hashes that each text holds, of those in the names of ``files``."""
    tokens = {file.token for file in files if file.token}
    lengths = sorted({len(token) for token in tokens})
    patterns = [re.compile(_BEFORE + rb"(?=([\w-]{%d})" % length + _BEHIND + rb")", re.ASCII) for length in lengths]
    return ({m[1] for p in patterns for m in p.finditer(text)} & tokens for text in texts)


#: what a report of bundlescan's own begins with (render/page/report.html, render/json.py): it asks for no file
_REPORT = re.compile(
    rb'<meta name="generator" content="bundlescan |\A.{0,40}"tool":\s*\{\s*"name":\s*"bundlescan"', re.DOTALL
)


def _outside(
    paths: Sequence[str], files: Sequence[_File], before: Mapping[str, bytes], mentions: Mapping[str, set[bytes]]
) -> Iterator[tuple[bytes, str]]:
    """Hashes, and why they stay: something in the project around ``paths`` mentions them, and would ask for a name that
    is gone. A page that has its file beside it as a scanned page has the same, in a backup or an earlier copy, asks for
    that."""
    inside = {os.path.realpath(path) for path in paths}
    tokens = {file.token for file in files if file.token}
    pages = {token: {os.path.realpath(f.path) for f in files if token in mentions[f.path]} for token in tokens}
    named = {token: [(os.path.realpath(f.path), before[f.path]) for f in files if f.token == token] for token in tokens}
    for root in {root for path in inside if (root := _project(path)) is not None}:
        for folder, folders, names in os.walk(root):
            folders[:] = [
                n for n in folders if n not in LEFT_OUT and os.path.realpath(os.path.join(folder, n)) not in inside
            ]
            for name in names:
                path = Path(folder, name)
                if name.endswith(_LOADERS) and path.is_file() and path.stat().st_size < LARGEST:
                    data = path.read_bytes()
                    found = next(_mentioned([data], files)) if not _REPORT.search(data) else set()
                    for token in found:
                        if not all(_has_its_own(path, *file, pages[token], root) for file in named[token]):
                            yield token, f"{os.path.relpath(path)} mentions it: {_ADVICE}{root}"


_ADVICE = "name that folder as a PATH too (with --write), or, if it is an old copy, move it out of "


def _has_its_own(page: Path, file: str, data: bytes, pages: Container[str], root: str) -> bool:
    """Whether a folder with ``page`` in it is a copy of one with one of the ``pages`` and ``file``, which holds
    ``data``. Looked at are folders inside ``root``."""
    inner = os.path.dirname(file)
    while inner != root and inner.startswith(root):
        copy = page.parent
        while str(copy) != root and copy.is_relative_to(root):
            own = copy / os.path.relpath(file, inner)
            alike = os.path.join(inner, page.relative_to(copy)) in pages and own.is_file()
            if alike and os.path.realpath(own) == str(own) and own.read_bytes() == data:  # no link to the file itself
                return True
            copy = copy.parent
        inner = os.path.dirname(inner)
    return False


def _project(path: str) -> str | None:
    """The innermost folder around ``path`` that is a project."""
    while path != (path := os.path.dirname(path)):
        if any(os.path.lexists(os.path.join(path, mark)) for mark in _ROOTS):
            return path
    return None


def _kept(
    files: Sequence[_File], mentions: Mapping[str, set[bytes]], outside: Mapping[bytes, str]
) -> Iterator[tuple[str, str]]:
    """The files that cannot be renamed, by path, and why."""
    for file in files:
        if file.token is None:
            continue
        users = [other for other in files if file.token in mentions[other.path]]
        binary = next((user.path for user in users if not_text(user.data)), None)
        reasons = (
            (len(file.token) < SHORTEST, "the hash in it is too short to be found in texts"),
            (file.link, "it is a link"),
            (binary is not None, f"{binary} mentions it and is no text"),
            (file.token in outside, outside.get(file.token, "")),
            (all(file.token in os.fsencode(user.name) for user in users), "nothing else in these folders mentions it"),
        )
        if reason := next((reason for applies, reason in reasons if applies), None):
            yield file.path, f"{file.path} keeps its name: {reason}"


def _affected(
    plan: Plan, files: Sequence[_File], mentions: Mapping[str, set[bytes]], kept: Mapping[str, str]
) -> set[bytes]:
    """The hashes that have to change: of edited files, and of files that mention one that changes."""
    stuck = {file.token for file in files if file.path in kept}
    tokens = {file.token for file in files if file.path in plan.after and file.token} - stuck
    while True:
        more = {file.token for file in files if file.token and mentions[file.path] & tokens} - stuck - tokens
        if not more:
            return {token for token in tokens if token}
        tokens |= more


def _fresh(tokens: Iterable[bytes], plan: Plan, files: Sequence[_File]) -> dict[bytes, bytes]:
    """A new hash for each: of the old one and everything that was edited, of its length and alphabet, and in use
    nowhere."""
    edited = hashlib.sha256()
    for path in sorted(plan.after):
        edited.update(hashlib.sha256(plan.after[path]).digest())
    fresh: dict[bytes, bytes] = {}
    for token in sorted(tokens):
        alphabet = _alphabet(token.decode("ascii", "replace"))
        number = 0
        while token not in fresh:
            digest = hashlib.sha512(edited.digest() + token + str(number).encode()).digest()
            new = "".join(alphabet[byte % len(alphabet)] for byte in digest * 2)[: len(token)]
            number += 1
            encoded = new.encode()
            if hash_in(f"x-{new}.js") == new and not any(encoded in f.data or new in f.name for f in files):
                fresh[token] = encoded
    return fresh


def _alphabet(token: str) -> str:
    for letters in ("abcdef", string.ascii_lowercase, string.ascii_uppercase):
        if set(token) <= {*string.digits, *letters}:
            return string.digits + letters
    return string.digits + string.ascii_letters


def _replaced(data: bytes, fresh: Mapping[bytes, bytes]) -> bytes:
    if not fresh:
        return data
    some = b"|".join(re.escape(token) for token in fresh)
    return re.sub(_BEFORE + b"(?:" + some + b")" + _BEHIND, lambda m: fresh[m[0]], data)
