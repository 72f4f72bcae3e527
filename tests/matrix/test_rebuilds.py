"""A baseline of one build knows the findings of every other build of the app, and no more than these."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.calls import Call
from tests.matrix.builds import build_all
from tests.matrix.cases import Case

APP = Path(__file__).parent / "baseline/app"
BUNDLERS = ("vite", "vite-rolldown", "webpack", "esbuild", "parcel", "webpack-es5", "rollup-es5")

pytestmark = pytest.mark.bundles


def built(bundler: str, app: Path) -> str:
    (build,) = build_all(bundler, [Case(f"baseline-{app.name}", app / "main.js")])
    assert build.error is None
    return str(build.folder)


def variant(folder: Path, file: str, old: str, new: str) -> Path:
    """The app with one change, in ``folder``."""
    shutil.copytree(APP, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture
def known(tmp_path: Path, call: Call) -> Path:
    """The baseline of the app as Vite builds it."""
    file = tmp_path / "known.json"
    assert call("find", built("vite", APP), "--baseline", str(file), "--write-baseline").code == 0
    assert len(json.loads(file.read_text())["findings"]) == 4
    return file


def compared(call: Call, build: str, known: Path) -> tuple[list[tuple[str, int]], int, int]:
    """New findings (rule and port), known ones, stale entries."""
    said = call("find", build, "--baseline", str(known), "--format", "json")
    document = json.loads(said.out)
    new = [(finding["rule_id"], finding["port"]) for finding in document["findings"]]
    stale = [notice for notice in document["notices"] if "no longer found" in notice["message"]]
    assert said.code == (1 if new else 0)
    return new, document["summary"]["baselined"], len(stale)


@pytest.mark.parametrize("bundler", BUNDLERS)
def test_other_bundlers_and_a_dependency_that_was_added(bundler: str, known: Path, tmp_path: Path, call: Call) -> None:
    app = variant(
        tmp_path / "with-yjs", "main.js", 'import { io } from "socket.io-client";',
        'import * as Y from "yjs";\nimport { io } from "socket.io-client";\nwindow.shared = new Y.Doc();',
    )  # fmt: skip
    build = built(bundler, app)
    assert compared(call, build, known) == ([], 4, 0)
    again = tmp_path / "again.json"
    call("find", build, "--baseline", str(again), "--write-baseline")
    entries = {entry["fingerprint"] for entry in json.loads(again.read_text())["findings"]}
    assert entries == {entry["fingerprint"] for entry in json.loads(known.read_text())["findings"]}


def test_what_changes_is_new_and_what_is_gone_is_stale(known: Path, tmp_path: Path, call: Call) -> None:
    app = variant(tmp_path / "other-port", "config.js", "9000", "9100")
    assert compared(call, built("esbuild", app), known) == ([("socket-hardcoded-port", 9100)], 3, 1)
