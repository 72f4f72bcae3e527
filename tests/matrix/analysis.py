"""find and rewrite on many folders, each in a worker process and under a time limit: one that hangs or crashes is
a result like any other."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

from bundlescan.finding import Finding

WORKERS = 2
LIMIT_SECONDS = 15


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


def analyse(tasks: Sequence[tuple[Path, Path]]) -> list[Analysed]:
    """For each (folder, where a rewritten copy may go)."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("forkserver")) as pool:
        return list(pool.map(_analyse, tasks))


def _analyse(task: tuple[Path, Path]) -> Analysed:
    from bundlescan import pipeline

    folder, copy = task
    findings: tuple[Finding, ...] = ()
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
    except Exception as error:
        return Analysed(folder, findings, crash=f"{step}: {type(error).__name__}: {str(error)[:200]}")


class _TookTooLong(Exception):
    """More than LIMIT_SECONDS."""


@contextmanager
def _limit() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TookTooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
