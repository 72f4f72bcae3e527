"""Cases through bundlers: one Node process builds many cases; a build is kept under the hash of what made it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from tests.matrix.cases import Case
from tests.toolchain import CACHE, digest, node_env, npm_install

HERE = Path(__file__).parent
SCRIPT = HERE / "build.mjs"
BUNDLERS = (
    "vite",
    "vite-es2015",
    "vite-rolldown",
    "rollup-terser",
    "rollup-umd",
    "rollup-system",
    "rollup-es5",
    "esbuild",
    "esbuild-plain",
    "webpack",
    "webpack-eval",
    "webpack-es5",
    "rspack",
    "rspack-es5",
    "parcel",
    "none",
)
PAGE = """<!doctype html>
<html>
<head><meta charset="utf-8"><title>case</title></head>
<body>
<div id="root"></div>
<script type="module" src="./{entry}"></script>
</body>
</html>
"""


@dataclass(frozen=True)
class Build:
    """A finished build, or why there is none."""

    bundler: str
    case: Case
    folder: Path
    error: str | None = None


def build_all(bundler: str, cases: Iterable[Case]) -> list[Build]:
    """Every case that this bundler takes, built; from the cache where nothing changed."""
    wanted = {case.name: Build(bundler, case, _target(bundler, case)) for case in cases if case.builds_with(bundler)}
    with FileLock(CACHE / "matrix" / f"{bundler}.lock"):
        missing = [build for build in wanted.values() if not build.folder.exists()]
        for name, error in _run(bundler, missing).items():
            old = wanted[name]
            wanted[name] = Build(bundler, old.case, old.folder, error)
    return list(wanted.values())


def _target(bundler: str, case: Case) -> Path:
    files = [*case.files.values(), SCRIPT, HERE / "package-lock.json"]
    return CACHE / "matrix" / "builds" / bundler / f"{case.name}-{digest(files)}"


def _run(bundler: str, missing: list[Build]) -> dict[str, str]:
    """Build what is missing; the errors by case."""
    if not missing:
        return {}
    installed = npm_install(HERE)
    # Beside node_modules, so that imports are found; what it leaves behind goes with it.
    with tempfile.TemporaryDirectory(prefix=f"stage-{bundler}-", dir=installed) as name:
        stage = Path(name)
        shutil.copy(SCRIPT, stage)
        jobs = [_stage(build, stage) for build in missing]
        (stage / "job.json").write_text(json.dumps({"bundler": bundler, "cases": jobs}))
        done = subprocess.run(
            ["nice", "node", "build.mjs", "job.json"],
            cwd=stage,
            env={**node_env(), "NODE_ENV": "production", "PARCEL_WORKERS": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        results = {}
        for line in done.stdout.splitlines():
            if line.startswith('{"name"'):
                results[json.loads(line)["name"]] = json.loads(line)["error"]
        errors = {}
        for build in missing:
            error = results.get(build.case.name, f"the bundler ended early: {done.stderr[-2000:]}")
            if error:
                errors[build.case.name] = error
                continue
            build.folder.parent.mkdir(parents=True, exist_ok=True)
            os.replace(stage / "out" / build.case.name, build.folder)
        return errors


def _stage(build: Build, stage: Path) -> dict[str, object]:
    case = build.case
    root = stage / "cases" / case.name
    for name, file in case.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, root / name)
    react = {"dependencies": {"react": "^19"}} if case.entry.suffix in (".jsx", ".tsx") else {}
    (root / "package.json").write_text(json.dumps(react))  # an app of its own: nothing is inherited from ours
    if not (root / "index.html").exists():
        (root / "index.html").write_text(PAGE.format(entry=case.entry.name))
    return {
        "name": case.name,
        "root": str(root),
        "entry": case.entry.name,
        "out": str(stage / "out" / case.name),
        "env": case.env,
        "vue": any(name.endswith(".vue") for name in case.files),
    }
