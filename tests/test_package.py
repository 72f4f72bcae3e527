"""The wheel, made from the source distribution, works in an empty environment far from the checkout."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.package


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_runs_elsewhere(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--outdir", tmp_path / "made", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "made").glob("*.whl")
    packed = zipfile.ZipFile(wheel).namelist()
    rules = [path.relative_to(ROOT) for path in (ROOT / "rules").rglob("*") if path.is_file()]
    assert rules
    assert {f"bundlescan/{path.as_posix()}" for path in rules} <= set(packed)
    assert "bundlescan/py.typed" in packed
    assert {name.split("/")[0] for name in packed} == {"bundlescan", wheel.name.rsplit("-", 3)[0] + ".dist-info"}

    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv/bin/python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = run(python, "-c", "import bundlescan.rulefiles as r; print(r.rules_folder())", cwd=elsewhere).strip()
    assert Path(where).is_relative_to(tmp_path / "venv")
    tool = tmp_path / "venv/bin/bundlescan"
    demo = ROOT / "tests/fixtures/demo"
    assert "socket-hardcoded-port" in run(tool, "rules", cwd=elsewhere)
    assert "socket-hardcoded-port" in run(tool, "find", demo, cwd=elsewhere, expect=1)
    run(tool, "rewrite", "--same-origin", demo, "--out-dir", "rewritten", cwd=elsewhere)
    run(tool, "find", "rewritten", cwd=elsewhere)


def test_the_checkout_finds_its_own_rules() -> None:
    from bundlescan.rulefiles import rules_folder

    assert rules_folder() == ROOT / "rules"
