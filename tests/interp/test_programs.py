"""Programs run by the interpreter print what Node prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interp.runner import printed
from tests.toolchain import node_env, run

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.js"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_prints_what_node_prints(program: Path) -> None:
    expected = run(["node", program], env=node_env())
    assert printed(program.read_bytes()) == expected.rstrip("\n").split("\n")
