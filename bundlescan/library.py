"""``bundlescan.find`` and ``bundlescan.rewrite``: what the command line does, for programs.

No configuration file is read: everything is an argument. Nothing is printed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

if TYPE_CHECKING:
    from bundlescan.finding import Plan, Report
    from bundlescan.pipeline import Watch
    from bundlescan.policy import PathSeverity
    from bundlescan.rewriter.write import Outcome
    from bundlescan.syntax import ParserName

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """``plan``: the edits that are proven, and what remains. ``outcome``: what became of them on the disk, and what
    speaks against writing."""

    plan: Plan
    outcome: Outcome


class Options(TypedDict, total=False):
    """What a scan is told. ``exclude``, ``select``, ``ignore``, ``rules`` and ``parser`` are the command's options of
    that name."""

    exclude: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]
    rules: Sequence[str]
    parser: ParserName
    severity: Sequence[PathSeverity]  # severities by path
    root: str | None  # a folder: patterns in severity and exclude also match paths relative to it
    texts: Mapping[str, bytes]  # code that is in no file, by the name that reports give it
    watch: Watch  # called while the scan goes on: what was done, how many of how many, and their bytes


def find(paths: Paths = (), *, edits: bool = False, **options: Unpack[Options]) -> Report:
    """The findings in files and folders, notes included, sorted by path and offset.

    With ``edits`` each has its proven edit as ``proposal``, where there is one; that takes several times as long. What
    cannot be analysed is in ``Report.errors`` (``fatal``), and costs no other file its findings. Raises ValueError for
    a rule that does not exist, TomlError for own ``rules`` that cannot be used.
    """
    from bundlescan import pipeline

    return pipeline.find(_names(paths), edits=edits, **options)


def rewrite(
    paths: Paths = (),
    *,
    write: bool = False,
    backup: str | None = None,
    out_dir: str | None = None,
    force: bool = False,
    strict: bool = False,
    rehash: bool = False,
    **options: Unpack[Options],
) -> Rewrite:
    """Plans the edits that bring sockets to the page's own origin and, if asked to, writes them.

    ``write`` replaces the files, ``out_dir`` gets a complete, rewritten copy of the one folder in ``paths``; without
    both nothing is written. ``backup``, ``force``, ``strict`` and ``rehash`` are the command's options of that name.
    What speaks against writing, and what went wrong, is in ``Rewrite.outcome``. Raises what ``find`` raises, and
    ValueError for arguments that exclude each other.
    """
    from bundlescan import pipeline
    from bundlescan.collect import collect
    from bundlescan.rewriter.rehash import rehash as renamed
    from bundlescan.rewriter.write import carry_out

    names = _names(paths)
    wrong = (
        (write and out_dir is not None, "write and out_dir exclude each other"),
        (backup is not None and not write, "backup needs write"),
        (out_dir is not None and [*map(os.path.isdir, names)] != [True], "out_dir takes one folder"),
        (rehash and not all(map(os.path.isdir, names)), "rehash takes folders: what loads a file has to be there too"),
        (bool(options.get("texts")) and write, "texts are in no file: nothing can be written"),
    )
    if problem := next((message for applies, message in wrong if applies), None):
        raise ValueError(problem)
    plan = pipeline.plan(names, strict=strict, **options)
    if rehash:
        plan = renamed(plan, names)
    files = collect(names, exclude=options.get("exclude", ()), root=options.get("root")).files
    return Rewrite(plan, carry_out(plan, names, files, in_place=write, backup=backup, out_dir=out_dir, force=force))


def _names(paths: Paths) -> tuple[str, ...]:
    if isinstance(paths, (str, os.PathLike)):
        return (os.fspath(paths),)
    return tuple(os.fspath(path) for path in paths)
