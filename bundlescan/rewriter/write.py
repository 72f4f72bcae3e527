"""A plan -> the disk. Everything that can go wrong is looked at before the first byte is written.

``write_in_place`` replaces the changed files one by one, each atomically, or none; ``write_copy`` makes a complete,
rewritten copy of a folder. In a copy, links have become what they point to, except those that point to nothing or to a
folder they are in: these stay links.
"""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bundlescan.collect import Candidate
from bundlescan.finding import Plan, ScanError
from bundlescan.rewriter.maps import moved_maps
from bundlescan.rewriter.survey import survey


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
    maps = moved_maps(plan, files)
    plan = replace(plan, before=plan.before | maps.before, after=plan.after | maps.after)
    found = survey(plan, files)
    warnings = (*found.warnings, *maps.warnings)
    outcome = Outcome((), found.refusals + warnings) if force else Outcome(found.refusals, warnings)
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


def write_in_place(plan: Plan, paths: Sequence[str], backup: str | None = None) -> tuple[tuple[str, ...], str | None]:
    """Replace each changed file; keep mode, owner and links. ``paths`` are the PATH arguments of the run. What comes
    back are the files written and, with ``backup``, the command that restores them.

    With ``backup``, that folder (absent or empty, outside ``paths``) first gets the old files. Raises WriteError,
    and then has changed nothing.
    """
    if not plan.after:
        return (), None
    real = {path: os.path.realpath(path) for path in plan.after}
    targets = {path: _renamed(plan, path, real[path]) for path in plan.after}
    restore = None
    staged: list[tuple[str, str, bytes | None]] = []  # the new file, the one it replaces, what that one holds
    try:
        for path, old in real.items():
            _check_unchanged(path, old, plan.before[path])
        if backup is not None:
            restore = _back_up(real.values(), _roots(paths), backup)
            fresh = [shlex.quote(targets[path]) for path in plan.renamed]
            restore += f" && rm {' '.join(fresh)}" if fresh else ""
        for path, old in real.items():
            replaced = _present(targets[path]) if path in plan.renamed else plan.before[path]
            staged.append((_stage(targets[path], plan.after[path], like=old), targets[path], replaced))
        _swap(staged)
        for path in plan.renamed:
            os.unlink(real[path])
    except OSError as error:
        raise WriteError(str(error.filename or "writing"), error.strerror or str(error)) from error
    finally:
        for temporary, _, _ in staged:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    return tuple(plan.renamed.get(path, path) for path in real), restore


def _renamed(plan: Plan, path: str, place: str) -> str:
    """Where the file ``path`` of the plan goes that now is at ``place``: beside it, if it gets another name."""
    new = plan.renamed.get(path)
    return os.path.join(os.path.dirname(place), PurePosixPath(new).name) if new else place


def _present(place: str) -> bytes | None:
    """What is there already, from an earlier run."""
    try:
        return Path(place).read_bytes()
    except FileNotFoundError:
        return None


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
                os.rename(copy, copy := _renamed(plan, path, copy))
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


# ---- in place ----


def _roots(paths: Iterable[str]) -> list[str]:
    """The folders that ``paths`` stand for, without links."""
    real = [os.path.realpath(path) for path in paths]
    return [path if os.path.isdir(path) else os.path.dirname(path) for path in real]


def _check_unchanged(path: str, real: str, before: bytes) -> None:
    if Path(real).read_bytes() != before:
        raise WriteError(path, "was changed by somebody else meanwhile; nothing was written")


def _stage(target: str, data: bytes, *, like: str) -> str:
    """``data`` in a new file beside ``target``, with mode, owner and extended attributes of ``like``, safe on the
    disk."""
    folder = os.path.dirname(target)
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".bundlescan-", dir=folder)
    except OSError as error:  # the folder's name says more than that of a file which is not there
        raise OSError(error.errno, error.strerror, folder) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        _keep_attributes(like, temporary)
        os.utime(temporary)
        _sync(temporary)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _swap(replacements: list[tuple[str, str, bytes | None]]) -> None:
    """Move each staged file over its target; if one cannot be moved, those before it get their old bytes back, and
    those that were not there (None) go."""
    done: list[tuple[str, bytes | None]] = []
    try:
        for temporary, target, before in replacements:
            os.replace(temporary, target)
            done.append((target, before))
            _sync(os.path.dirname(target))
    except OSError:
        for target, before in done:
            if before is None:
                os.unlink(target)
            else:
                os.replace(_stage(target, before, like=target), target)
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
