"""A plan -> the disk. Everything that can go wrong is looked at before the first byte is written.

``survey`` says what speaks against writing and what to be warned of; ``write_in_place`` replaces the changed files one
by one, each atomically, or none; ``write_copy`` makes a complete, rewritten copy of a folder. In a copy, links have
become what they point to, except those that point to nothing or to a folder they are in: these stay links.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import stat
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bundlescan.collect import Candidate, Kind
from bundlescan.finding import Plan, ScanError
from bundlescan.markup import COMPONENTS, integrity_references
from bundlescan.source import Source

COMPRESSED = (".gz", ".br", ".zst")
MAP_COMMENT = re.compile(rb"//[#@] *sourceMappingURL=(\S+)\s*\Z")
WORKER_NAME = re.compile(r"^(sw|service-?worker|ngsw|workbox)\b.*\.m?js$", re.IGNORECASE)
WORKER_CODE = re.compile(rb"precacheAndRoute|__WB_MANIFEST|__precacheManifest|caches\.open")


class WriteError(Exception):
    """Nothing was written: ``path`` and why."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan: why writing would leave the site broken and what else to know (one line each), the files
    written, the shell command that brings the old ones back, and why writing failed."""

    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    restore: str | None = None
    errors: tuple[ScanError, ...] = ()


def carry_out(
    plan: Plan, paths: Sequence[str], files: Sequence[Candidate], *,
    in_place: bool = False, backup: str | None = None, out_dir: str | None = None, force: bool = False,
) -> Outcome:  # fmt: skip
    """Write what ``plan`` changes in the ``files`` of ``paths``: in place, into ``out_dir``, or (neither) not at all.

    Nothing is written if anything is refused; ``force`` makes each refusal a warning.
    """
    outcome = survey(plan, files)
    if force:
        outcome = replace(outcome, refusals=(), warnings=outcome.refusals + outcome.warnings)
    try:
        if outcome.refusals:
            return outcome
        if in_place:
            written, restore = write_in_place(plan, paths, backup)
            return replace(outcome, written=written, restore=restore)
        if out_dir is not None:
            return replace(outcome, written=write_copy(plan, paths[0], out_dir))
    except WriteError as error:
        return replace(outcome, errors=(ScanError(error.path, error.message),))
    return outcome


def survey(plan: Plan, files: Sequence[Candidate]) -> Outcome:
    """What the files of the scan say about replacing those that ``plan`` changes; nothing is written."""
    if not plan.after:
        return Outcome()
    refusals = [*_compressed_siblings(plan), *_pinned_by_pages(plan, files)]
    warnings = [*_kept_hashes(plan), *_stale_maps(plan), *_precached(plan, files)]
    return Outcome(tuple(dict.fromkeys(refusals)), tuple(dict.fromkeys(warnings)))


def write_in_place(plan: Plan, paths: Sequence[str], backup: str | None = None) -> tuple[tuple[str, ...], str | None]:
    """Replace each changed file; keep mode, owner and links. ``paths`` are the PATH arguments of the run. What comes
    back are the files written and, with ``backup``, the command that restores them.

    With ``backup``, that folder (absent or empty, outside ``paths``) first gets the old files. Raises WriteError,
    and then has changed nothing.
    """
    if not plan.after:
        return (), None
    real = {path: os.path.realpath(path) for path in plan.after}
    restore = None
    staged: list[tuple[str, str]] = []
    try:
        for path, target in real.items():
            _check_unchanged(path, target, plan.before[path])
        if backup is not None:
            restore = _back_up(real.values(), _roots(paths), backup)
        staged += [(path, _stage(real[path], data)) for path, data in plan.after.items()]
        _swap([(temporary, real[path], plan.before[path]) for path, temporary in staged])
    except OSError as error:
        raise WriteError(str(error.filename or "writing"), error.strerror or str(error)) from error
    finally:
        for _, temporary in staged:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    return tuple(real), restore


def write_copy(plan: Plan, folder: str, target: str) -> tuple[str, ...]:
    """Put the complete contents of ``folder``, the changed files rewritten, into ``target`` (absent or empty, outside
    ``folder``); the rewritten files there. Raises WriteError, and then ``target`` is as it was."""
    destination = Path(os.path.realpath(target))
    check_new_folder(target, [folder])
    changed = {os.path.realpath(path): path for path in plan.after}
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        building = tempfile.mkdtemp(prefix=f".{destination.name}-", dir=destination.parent)
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error
    written: list[str] = []
    try:
        for source, copy in _copy_tree(os.path.realpath(folder), building):
            path = changed.get(source)
            if path is not None:
                _check_unchanged(path, source, plan.before[path])
                Path(copy).write_bytes(plan.after[path])
                written.append(f"{target.rstrip('/')}/{PurePosixPath(os.path.relpath(copy, building))}")
            _keep_attributes(source, copy)
            _sync(copy)
        os.rename(building, destination)
        _sync(str(destination.parent))
    except OSError as error:
        raise WriteError(str(error.filename or target), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return tuple(sorted(written))


def check_new_folder(target: str, paths: Iterable[str]) -> None:
    """Raises WriteError unless ``target`` is absent or an empty folder, and outside every one of ``paths``."""
    real = os.path.realpath(target)
    for root in _roots(paths):
        if os.path.commonpath((root, real)) == root:
            raise WriteError(target, f"lies inside {root}; choose a folder outside what is scanned")
    try:
        if os.listdir(real):
            raise WriteError(target, "is not empty")
    except FileNotFoundError:
        pass
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from None


# ---- what speaks against writing ----


def _compressed_siblings(plan: Plan) -> Iterator[str]:
    for path in plan.after:
        real = os.path.realpath(path)
        places = [path] if os.path.realpath(os.path.dirname(path) or ".") == os.path.dirname(real) else [path, real]
        for sibling in (place + suffix for place in places for suffix in COMPRESSED):
            if os.path.lexists(sibling):
                yield f"{sibling} would still hold the old {PurePosixPath(path).name}: delete it or compress again"


def _pinned_by_pages(plan: Plan, files: Sequence[Candidate]) -> Iterator[str]:
    names = {PurePosixPath(path).name: path for path in plan.after}
    hashes = {digest: path for path in plan.after for digest in _integrity_hashes(plan.before[path])}
    for page in _pages(files):
        for reference in integrity_references(page):
            covered = [names.get(unquote(PurePosixPath(urlsplit(reference.url).path).name))]
            covered += [hashes.get(token.partition("?")[0]) for token in reference.hashes.split()]
            for path in dict.fromkeys(path for path in covered if path):
                line = page.position(reference.span.start).line
                yield f"{page.path}:{line} pins {path} with an integrity hash: browsers would refuse the changed file"


def _pages(files: Sequence[Candidate]) -> Iterator[Source]:
    for file in files:
        if file.kind is Kind.COMPONENT and PurePosixPath(file.path).suffix.lower() not in COMPONENTS:
            page = file.load()
            if isinstance(page, Source) and b"integrity" in page.data:
                yield page


def _integrity_hashes(data: bytes) -> Iterator[str]:
    for name in ("sha256", "sha384", "sha512"):
        yield f"{name}-{b64encode(hashlib.new(name, data).digest()).decode()}"


# ---- what to be warned of ----


def _kept_hashes(plan: Plan) -> Iterator[str]:
    for path in plan.after:
        if name_holds_hash(PurePosixPath(path).name):
            yield (
                f"{path}: the name holds a content hash and stays the same: browsers that have the old file in their "
                "cache go on using it (bench's nginx lets them for a year)"
            )


def name_holds_hash(name: str) -> bool:
    """Whether a file name looks like ``index-B7kQx2Zr.js``, ``desk.bundle.4F2QK7XA.js`` or ``main.3f2a91bc.js``."""
    stem = re.sub(r"\.[cm]?js$", "", name)
    tails = (re.search(r"-([\w-]{8})$", stem), re.search(r"[-.]([A-Za-z0-9_]{4,})$", stem))
    return any(_random(tail[1]) for tail in tails if tail)


def _random(text: str) -> bool:
    """Digits beside letters, or capitals inside: ``3f2a91bc``, ``BxK3``; no word, no version, no year."""
    beside = bool(re.search(r"[0-9]", text) and re.search(r"[A-Za-z]", text))
    mixed = bool(re.search(r"[a-z]", text) and re.search(r"[A-Z]", text))
    capitals = bool(re.search(r"[A-Z]", text[1:]))
    return (beside and (mixed or len(text) >= 8)) or (capitals and len(text) == 8)


def _stale_maps(plan: Plan) -> Iterator[str]:
    for path, data in plan.after.items():
        if MAP_COMMENT.search(data[-4096:]) or os.path.exists(path + ".map"):
            yield f"{path}: its source map is left as it is: columns after an edit on the same line are off"


def _precached(plan: Plan, files: Sequence[Candidate]) -> Iterator[str]:
    names = {PurePosixPath(path).name.encode(): path for path in plan.after}
    for file in files:
        if file.kind is not Kind.JS or file.path in plan.after:
            continue
        source = file.load()
        if not isinstance(source, Source):
            continue
        if WORKER_NAME.match(PurePosixPath(file.path).name) or WORKER_CODE.search(source.data):
            for path in (path for name, path in names.items() if name in source.data):
                yield (
                    f"{file.path}: this service worker caches {PurePosixPath(path).name} and may go on serving the old "
                    "one: change its revision there too, or have visitors clear their site data"
                )


# ---- in place ----


def _roots(paths: Iterable[str]) -> list[str]:
    """The folders that ``paths`` stand for, without links."""
    real = [os.path.realpath(path) for path in paths]
    return [path if os.path.isdir(path) else os.path.dirname(path) for path in real]


def _check_unchanged(path: str, real: str, before: bytes) -> None:
    if Path(real).read_bytes() != before:
        raise WriteError(path, "was changed by somebody else meanwhile; nothing was written")


def _stage(target: str, data: bytes) -> str:
    """``data`` in a new file beside ``target``, with its mode, owner and extended attributes, safe on the disk."""
    descriptor, temporary = tempfile.mkstemp(prefix=".bundlescan-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        _keep_attributes(target, temporary)
        os.utime(temporary)
        _sync(temporary)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _swap(replacements: list[tuple[str, str, bytes]]) -> None:
    """Move each staged file over its target; if one cannot be moved, those before it get their old bytes back."""
    done: list[tuple[str, bytes]] = []
    try:
        for temporary, target, before in replacements:
            os.replace(temporary, target)
            done.append((target, before))
            _sync(os.path.dirname(target))
    except OSError:
        for target, before in done:
            os.replace(_stage(target, before), target)
        raise


def _back_up(files: Iterable[str], roots: Sequence[str], backup: str) -> str:
    """Copy ``files`` (real paths) into ``backup`` in their layout; the command that copies them back."""
    check_new_folder(backup, roots)
    files = list(files)
    base = os.path.commonpath([*roots, *map(os.path.dirname, files)])
    try:
        for file in files:
            copy = os.path.join(backup, os.path.relpath(file, base))
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copyfile(file, copy)
            _keep_attributes(file, copy)
            _sync(copy)
    except OSError:
        shutil.rmtree(backup, ignore_errors=True)
        raise
    return f"cp -a {shlex.quote(os.path.realpath(backup))}/. {shlex.quote(base)}/"


def _keep_attributes(source: str, copy: str) -> None:
    """Mode, times, extended attributes, and the owner as far as this process may."""
    info = os.stat(source)
    with suppress(PermissionError):
        os.chown(copy, info.st_uid, info.st_gid)
    shutil.copystat(source, copy)


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# ---- as a copy ----


def _copy_tree(source: str, copy: str, above: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Copy a folder; yield (original without links, copy) for each file and, after its contents, each folder."""
    above |= {source}
    for name in sorted(os.listdir(source)):
        original, target = os.path.join(source, name), os.path.join(copy, name)
        real = os.path.realpath(original)
        if not os.path.exists(real) or real in above:
            os.symlink(os.readlink(original), target)
        elif os.path.isdir(real):
            os.mkdir(target)
            yield from _copy_tree(real, target, above)
        elif stat.S_ISREG(os.stat(real).st_mode):
            shutil.copyfile(real, target)
            yield real, target
    yield source, copy
