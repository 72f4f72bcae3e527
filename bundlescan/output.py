"""Where reports go: the options --format and --output -> destinations; a text -> a file, whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Destination:
    """One report: its format, and the file it goes to (None: standard output)."""

    format: str
    file: str | None = None


def destinations(formats: Sequence[str], outputs: Sequence[str]) -> tuple[Destination, ...]:
    """``formats`` are ``NAME`` or ``NAME=FILE``; ``outputs`` are the files of those without one, in their order.

    A single one may go without: to standard output. ``-`` is standard output too. Raises ValueError with one line for
    the user where that leaves open what goes where.
    """
    named = [format_.partition("=") for format_ in formats or ("text",)]
    waiting = [name for name, _, file in named if not file]
    if outputs and len(outputs) != len(waiting):
        raise ValueError(f"{len(outputs)} --output for {len(waiting)} --format without a file: say --format NAME=FILE")
    files = iter(outputs)
    found = [Destination(name, file or next(files, None)) for name, _, file in named]
    found = [Destination(one.format, None if one.file == "-" else one.file) for one in found]
    places = [os.path.realpath(one.file) if one.file else None for one in found]
    for place in places:
        if places.count(place) > 1:
            raise ValueError(f"two reports for {place or 'standard output'}: say --format NAME=FILE")
    return tuple(found)


def write_file(path: str, data: bytes) -> None:
    """``data`` into ``path``, which keeps its mode and, if it is a link, stays one. A reader sees the old contents or
    the new, never a part. What is no regular file (a pipe, /dev/stdout) is written to. Raises OSError."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "wb") as special:
                special.write(data)
            return
    import tempfile  # takes as long to import as --help may

    target = os.path.realpath(path)
    descriptor, temporary = tempfile.mkstemp(prefix=".bundlescan-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _mode(path: str) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
