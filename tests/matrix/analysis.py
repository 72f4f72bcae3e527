"""find and rewrite on many folders, each in a worker process and under a time limit: one that hangs or crashes is
a result like any other."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

from bundlescan.finding import Finding
from tests.toolchain import CACHE, ROOT, digest

WORKERS = 2
KEPT_SECONDS = 3 * 3600  # what other versions of the tool said: another worktree may be at it
LIMIT_SECONDS = 15  # of the processor's time: other programs may run beside


@dataclass(frozen=True)
class Analysed:
    """What the tool says of one folder: findings, the edits' titles, why other findings are left alone, the edits'
    titles of a second rewrite, and an error that ended it. ``rewritten`` is the folder after the rewrite: another
    one if anything was edited."""

    rewritten: Path
    findings: tuple[Finding, ...] = ()
    edits: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    crash: str | None = None


def analyse(folders: Sequence[Path], progress: Callable[[int, int], None]) -> list[Analysed]:
    """What the tool says of each folder; kept until the tool or the folder changes."""
    shelf = CACHE / "matrix" / "analysed" / _tool()
    for old in shelf.parent.glob("*"):
        if time.time() - old.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    tasks = [(folder, shelf / folder.relative_to(CACHE / "matrix" / "builds")) for folder in folders]
    missing = [task for task in tasks if not _result(task[1]).exists()]
    often = (200_000, 20, 100)  # as the command line sets it
    with ProcessPoolExecutor(WORKERS, get_context("forkserver"), gc.set_threshold, often) as pool:
        for done, (task, said) in enumerate(zip(missing, pool.map(_analyse, missing), strict=True), 1):
            task[1].mkdir(parents=True, exist_ok=True)
            _result(task[1]).write_bytes(pickle.dumps(said))
            progress(done, len(missing))
    return [pickle.loads(_result(place).read_bytes()) for _, place in tasks]


def _tool() -> str:
    """The hash of everything that decides what the tool says."""
    files = [*(ROOT / "bundlescan").rglob("*.py"), *(ROOT / "rules").rglob("*.toml"), Path(__file__)]
    return digest(sorted(files))


def _result(place: Path) -> Path:
    return place / "said.pickle"


def _analyse(task: tuple[Path, Path]) -> Analysed:
    from bundlescan import pipeline

    folder, copy = task[0], task[1] / "rewritten"
    shutil.rmtree(copy, ignore_errors=True)
    findings: tuple[Finding, ...] = ()
    os.environ["BUNDLESCAN_DEBUG"] = "1"  # an internal error ends it
    step = "find"
    try:
        with _limit():
            findings = pipeline.find([str(folder)]).findings
        step = "rewrite"
        with _limit():
            plan = pipeline.plan([str(folder)])
        edits, reasons = tuple(fix.fix.title for fix in plan.fixes), tuple(sorted(set(plan.reasons.values())))
        if not plan.after:
            return Analysed(folder, findings, edits, reasons)
        shutil.copytree(folder, copy)
        for path, data in plan.after.items():
            (copy / Path(path).relative_to(folder)).write_bytes(data)
        step = "second rewrite"
        with _limit():
            second = pipeline.plan([str(copy)])
        again = tuple(fix.fix.title for fix in second.fixes) if second.after else ()
        return Analysed(copy, findings, edits, reasons, again)
    except (Exception, _TookTooLong) as error:
        return Analysed(folder, findings, crash=f"{step}: {type(error).__name__}: {str(error)[:200]}")


class _TookTooLong(BaseException):
    """More than LIMIT_SECONDS. Not an Exception: the tool goes on after those."""


@contextmanager
def _limit() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TookTooLong

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
