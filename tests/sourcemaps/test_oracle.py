"""Maps of real builds, read by a decoder that is not ours: before a rewrite and after it, every mapping leads from the
same text of the built file to the same original place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bundlescan.cli import main
from bundlescan.finding import Severity
from bundlescan.pipeline import find
from tests.toolchain import ROOT, node_env, npm_install, run

HERE = Path(__file__).parent
CASES = ROOT / "tests" / "matrix" / "cases"
Mapping = tuple[int, int, str | None, int | None, int | None]


@pytest.fixture(scope="module")
def modules() -> Path:
    return npm_install(ROOT / "tests" / "clients" / "npm")


def read(modules: Path, file: Path) -> list[Mapping]:
    lines = run(["node", HERE / "read.mjs", modules, file], env=node_env()).splitlines()
    return [tuple(json.loads(line)) for line in lines]


def texts(code: str, mappings: list[Mapping]) -> list[tuple[str, str | None, int | None, int | None]]:
    """For each mapping the text of the built file that it stands for, and the original place."""
    lines = [line.encode("utf-16-le") for line in code.split("\n")]
    following = [(line, column) for line, column, *_ in mappings[1:]] + [(0, 0)]
    ends = [column if line == m[0] else None for m, (line, column) in zip(mappings, following, strict=True)]
    found = []
    for (line, column, source, original_line, original_column), end in zip(mappings, ends, strict=True):
        units = lines[line - 1][2 * column : None if end is None else 2 * end]
        found.append((units.decode("utf-16-le", "replace"), source, original_line, original_column))
    return found


@pytest.mark.bundles
@pytest.mark.parametrize("minifier", ["esbuild", "terser"])
@pytest.mark.parametrize("case", ["frappe-desk", "frappe-class-fields", "non-ascii", "config-object"])
def test_every_mapping_survives_the_rewrite(modules: Path, tmp_path: Path, case: str, minifier: str) -> None:
    built = tmp_path / "dist" / "app.js"
    built.parent.mkdir()
    run(["node", HERE / "build.mjs", modules, CASES / f"{case}.js", built, minifier], env=node_env())
    map_file = Path(f"{built}.map")
    before = texts(built.read_text(encoding="utf-8"), read(modules, map_file))
    flagged = [f for f in find([str(built)]).findings if f.severity is not Severity.NOTE]
    assert flagged
    for finding in flagged:
        assert finding.original is not None
        original = Path(finding.original.path)
        line = original.read_text(encoding="utf-8").split("\n")[finding.original.line - 1]
        assert original.samefile(CASES / f"{case}.js")
        assert str(finding.port) in line or "new WebSocket" in line  # terser puts a constant where it is used

    result = CliRunner().invoke(main, ["rewrite", "--same-origin", str(built), "--write"], standalone_mode=False)
    assert result.return_value == 0, result.output
    after = texts(built.read_text(encoding="utf-8"), read(modules, map_file))
    assert len(before) == len(after) > 10
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old[0] != new[0]]
    assert [old[1:] for old in before] == [new[1:] for new in after]
    assert 1 <= len(changed) <= 16  # those inside and at the edges of the edits
