"""Files of a scan that cannot know of each other -> parts that can be analysed at the same time.

Two files belong together if they lie in one folder, if one lies in a folder below the other's with no file between, or
if a text in one resolves to the other as an import would. What is built into separate folders comes apart, one app does
not. Global variables and registries of modules are not followed between parts: scripts in separate folders are taken
for those of separate pages.
"""

from __future__ import annotations

import gc
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bundlescan.bundle.project import EXTENSIONS
from bundlescan.collect import Kind
from bundlescan.finding import Report
from bundlescan.match.rulebook import Rulebook
from bundlescan.pipeline import Watch, analyse, merged
from bundlescan.source import Source
from bundlescan.syntax import ParserName

Sources = Sequence[tuple[Source, Kind]]
#: parts for each process: they differ in how long they take
SHARE = 4
_SPECIFIER = re.compile(rb"""["'`]((?:\.{1,2}|@|~|src|)/[^"'`\s\\]{1,200})["'`]""")


def analyse_apart(
    sources: Sources, modules: frozenset[str], parser: ParserName, book: Rulebook, jobs: int, watch: Watch
) -> Report:
    """What ``analyse`` says of ``sources``, by ``jobs`` processes."""
    from concurrent.futures import ProcessPoolExecutor, as_completed  # a scan in one process does without
    from multiprocessing import get_all_start_methods, get_context

    parts = shares(islands(sources), [len(source.data) for source, _ in sources], jobs * SHARE)
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    reports = []
    done = size = 0
    with ProcessPoolExecutor(min(jobs, len(parts)), get_context(method), gc.set_threshold, (200_000, 20, 100)) as pool:
        tasks = {
            pool.submit(_analyse, [[sources[i] for i in island] for island in part], modules, parser, book): part
            for part in parts
        }
        for task in as_completed(tasks):
            files = [sources[i][0] for island in tasks[task] for i in island]
            done, size = done + len(files), size + sum(len(file.data) for file in files)
            watch("analysed", done, len(sources), size)
            reports.append(task.result())
    return merged(reports)


def _analyse(part: list[Sources], modules: frozenset[str], parser: ParserName, book: Rulebook) -> Report:
    return merged([analyse(island, parser=parser, book=book, modules=modules) for island in part])


def islands(sources: Sources) -> list[list[int]]:
    """The indices of the sources, those together that belong together, in their order."""
    joined = _Joined(len(sources))
    folders: dict[str, int] = {}  # a folder, and a file in it
    for index, (source, _) in enumerate(sources):
        joined.join(index, folders.setdefault(posixpath.dirname(source.path), index))
    for folder, index in folders.items():
        above = next((up for up in _above(folder) if up in folders), None)
        if above is not None:
            joined.join(index, folders[above])
    if joined.parts > 1:
        for index, other in _links(sources):
            joined.join(index, other)
    return joined.groups()


def shares(parts: Sequence[list[int]], sizes: Sequence[int], number: int) -> list[list[list[int]]]:
    """``parts`` in at most ``number`` shares of about the same size in bytes, the largest first."""
    sized = sorted(((sum(sizes[i] for i in part), part) for part in parts), key=lambda pair: -pair[0])
    made: list[tuple[int, list[list[int]]]] = [(0, []) for _ in range(min(number, len(parts)))]
    for size, part in sized:
        least = min(range(len(made)), key=lambda i: made[i][0])
        made[least] = (made[least][0] + size, [*made[least][1], part])
    return [part for _, part in sorted(made, key=lambda pair: -pair[0])]


class _Joined:
    """Sets of numbers that grow together."""

    def __init__(self, number: int) -> None:
        self.of = list(range(number))
        self.parts = number

    def root(self, index: int) -> int:
        while self.of[index] != index:
            self.of[index] = index = self.of[self.of[index]]
        return index

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        self.of[max(a, b)] = min(a, b)
        self.parts -= a != b

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.of)):
            found[self.root(index)].append(index)
        return list(found.values())


def _above(folder: str) -> Iterator[str]:
    while folder not in ("", "/"):
        folder = posixpath.dirname(folder)
        yield folder


def _links(sources: Sources) -> Iterator[tuple[int, int]]:
    """Pairs of sources of which the first holds a text that may mean the second."""
    by_path = {source.path: index for index, (source, _) in enumerate(sources)}
    by_name: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for path, index in by_path.items():
        by_name[posixpath.basename(path)].append((path, index))
    for index, (source, _) in enumerate(sources):
        folder = posixpath.dirname(source.path)
        for text in {match[1] for match in _SPECIFIER.finditer(source.data)}:
            specifier = re.split(r"[?#]", text.decode("utf-8", "surrogateescape"))[0]
            relative = specifier.startswith(".")
            base = posixpath.normpath(posixpath.join(folder, specifier)) if relative else specifier.lstrip("@~/")
            for extension in EXTENSIONS:
                name = base + extension
                if relative and name in by_path:
                    yield index, by_path[name]
                elif not relative:
                    named = by_name.get(posixpath.basename(name), ())
                    yield from ((index, other) for path, other in named if path == name or path.endswith("/" + name))
