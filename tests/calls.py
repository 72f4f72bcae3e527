"""The command line in this process; the fixture ``call`` (conftest.py) gives a ``Call``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bundlescan.cli import run


@dataclass
class Said:
    code: int
    out: str
    err: str


Call = Callable[..., Said]


def caller(capfd: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str) -> Said:
        with pytest.raises(SystemExit) as end:
            run(list(arguments))
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        return Said(int(end.value.code or 0), said.out, said.err)

    return call
