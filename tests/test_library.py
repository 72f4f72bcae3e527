"""``bundlescan.find`` and ``bundlescan.rewrite``; the examples of docs/library.md do what they show.

UPDATE_SNAPSHOTS=1 writes anew what they print.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import pytest

import bundlescan
from tests.toolchain import Missing

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/library.md"
DEMO = ROOT / "tests/fixtures/demo"
EXAMPLE = re.compile(r"^```python\n(?P<code>.*?)^```$\s*(?:^```text\n(?P<out>.*?)^```$)?", re.DOTALL | re.MULTILINE)
LOCAL = b'new WebSocket("ws://localhost:9000/x");'


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(DEMO, tmp_path / "dist")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "dist"


@pytest.mark.parametrize("number", range(len(EXAMPLE.findall(PAGE.read_text(encoding="utf-8")))))
def test_an_example(tree: Path, number: int) -> None:
    example = list(EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")))[number]
    if "distributed" in example["code"] and not find_spec("distributed"):
        raise Missing("distributed (the extra `dask`) is not installed")
    Path("example.py").write_text(example["code"], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "example.py"], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page[: example.start("out")] + done.stdout + page[example.end("out") :], encoding="utf-8")
    else:
        assert done.stdout == example["out"]


def test_every_name_is_there() -> None:
    assert dir(bundlescan) == sorted(bundlescan.__all__)
    for name in bundlescan.__all__:
        assert getattr(bundlescan, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        bundlescan.nope  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys, bundlescan; print(sorted(name for name in sys.modules if 'bundlescan' in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == str(["bundlescan", "bundlescan._version"])


def test_rewrite_is_a_function_whatever_was_imported(tree: Path) -> None:
    import bundlescan.rewriter.write

    assert bundlescan.rewrite(tree).plan.after


def test_paths_in_every_form(tree: Path) -> None:
    for paths in (tree, str(tree), [tree], (str(tree),)):
        assert len(bundlescan.find(paths).findings) == len(bundlescan.find(tree).findings) > 0
    assert bundlescan.find([]).findings == ()


def test_results_can_be_pickled(tree: Path) -> None:
    report = bundlescan.find(tree)
    assert pickle.loads(pickle.dumps(report)) == report
    done = bundlescan.rewrite(tree)
    assert pickle.loads(pickle.dumps(done)) == done


def test_processes_find_the_same(tree: Path) -> None:
    trees = [str(tree), str(ROOT / "tests/fixtures/socket-hardcoded-port"), str(ROOT / "tests/fixtures/rewrite")]
    with ProcessPoolExecutor(2, mp_context=get_context("forkserver")) as pool:
        for ours, theirs in zip(map(bundlescan.find, trees), pool.map(bundlescan.find, trees), strict=True):
            assert ours.findings == theirs.findings
            assert ours.errors == theirs.errors


class TestRewrite:
    def test_writes_what_it_is_told_to(self, tree: Path) -> None:
        before = {path: path.read_bytes() for path in tree.rglob("*.js")}
        done = bundlescan.rewrite(tree)
        assert (done.outcome.written, {path: path.read_bytes() for path in before}) == ((), before)
        done = bundlescan.rewrite(tree, write=True, backup="old")
        assert done.outcome.written
        assert done.outcome.restore
        for name in done.outcome.written:
            assert Path(name).read_bytes() == done.plan.after[name] != before[Path(name)]
        assert not bundlescan.rewrite(tree).plan.after

    def test_refuses_and_says_why(self, tree: Path) -> None:
        (name,) = bundlescan.rewrite(tree).plan.after
        Path(name + ".gz").touch()
        assert bundlescan.rewrite(tree, write=True).outcome.refusals
        Path("full").mkdir()
        Path("full/x").touch()
        outcome = bundlescan.rewrite(tree, out_dir="full", force=True).outcome
        assert [(e.path, e.message) for e in outcome.errors] == [("full", "is not empty")]

    @pytest.mark.parametrize(
        "arguments",
        [
            {"write": True, "out_dir": "x"}, {"backup": "x"}, {"paths": [], "out_dir": "x"},
            {"texts": {"a.js": LOCAL}, "write": True}, {"select": ["nope"]},
        ],
    )  # fmt: skip
    def test_arguments_that_make_no_sense(self, tree: Path, arguments: dict[str, object]) -> None:
        with pytest.raises(ValueError):
            bundlescan.rewrite(**{"paths": tree, **arguments})  # type: ignore[arg-type]
        assert sorted(os.listdir()) == ["dist"]


def test_watch_is_told_everything(tree: Path) -> None:
    seen: list[tuple[str, int, int, int]] = []
    report = bundlescan.find(tree, watch=lambda *step: seen.append(step))
    read = [step for step in seen if step[0] == "read"]
    assert read[-1] == ("read", report.summary.files, report.summary.files, report.summary.bytes)
    assert seen[-1][0] == "analysed"
