"""What is installed: the wheel, made from the source distribution, works in an empty environment far from the checkout;
so do the ways in which CI systems install it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.test_ci import DEMO, ROOT, Runner, docker_stages, docker_values, script

pytestmark = pytest.mark.package


def run(*command: str | Path, cwd: Path, expect: int = 0, **env: str) -> str:
    """Its standard output. ``env`` is added to the environment."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False
    )
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
    assert "socket-hardcoded-port" in run(tool, "rules", cwd=elsewhere)
    assert "socket-hardcoded-port" in run(tool, "find", DEMO, cwd=elsewhere, expect=1)
    run(tool, "rewrite", "--same-origin", DEMO, "--out-dir", "rewritten", cwd=elsewhere)
    run(tool, "find", "rewritten", cwd=elsewhere)


def test_the_checkout_finds_its_own_rules() -> None:
    from bundlescan.rulefiles import rules_folder

    assert rules_folder() == ROOT / "rules"


def test_the_action_from_the_first_step_to_the_last(tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "work/dist")
    runner = Runner(tmp_path / "work", tmp_path / "runner")
    assert runner.step("install", {}) == 0, runner.log
    assert Path(runner.outputs["install"]["program"]).is_relative_to(runner.temp)
    assert runner.step("find", {"paths": "dist"}) == 1, runner.log
    assert len(runner.commands()) == 1


def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    """The hook from a repository of its own, as `rev` and `repo` in .pre-commit-config.yaml name it."""
    hooks = repository(tmp_path / "hooks")
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, hooks)
    for name in ("bundlescan", "rules"):
        shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
    commit(hooks)
    theirs = repository(tmp_path / "theirs")
    (theirs / "src").mkdir()
    (theirs / "src/live.ts").write_text("new WebSocket(`ws://${location.hostname}:9000/live`)\n")
    commit(theirs)
    hook = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "bundlescan", "--all-files", "--verbose"]
    shown = run(*hook, cwd=theirs, expect=1, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert "- exit code: 1" in shown
    assert "error[socket-hardcoded-port] src/live.ts:1:" in shown


def repository(path: Path) -> Path:
    path.mkdir()
    run("git", "init", "--quiet", cwd=path)
    return path


def commit(path: Path) -> None:
    run("git", "add", "--all", cwd=path)
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    run("git", *identity, "commit", "--quiet", "--no-verify", "--message", "test", cwd=path)


@pytest.fixture
def image() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bundlescan-image-") as folder:  # tmp_path is closed to other users
        os.chmod(folder, 0o755)
        yield Path(folder)


def test_the_dockerfile_without_docker(image: Path) -> None:
    """Its RUN lines in a folder that stands for the image, its ENTRYPOINT and CMD in a mounted folder."""
    build, final = docker_stages()
    within = {"/opt/": f"{image}/opt/", "/src": f"{image}/src"}

    def here(text: str) -> str:
        for path, real in within.items():
            text = text.replace(path, real)
        return text

    source = Path(here(docker_values(build, "WORKDIR")[0]))
    source.mkdir(parents=True)
    for value in docker_values(build, "COPY"):
        *names, target = value.split()
        for name in names:
            to = source / target
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, to, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, to)
    for command in docker_values(build, "RUN"):
        python = script(image / "bin/python", f'exec "{base_python()}" "$@"')
        run("sh", "-c", here(command), cwd=source, PATH=f"{python.parent}:{os.environ['PATH']}")
    shutil.rmtree(source)  # the second stage does not have it

    scan = shutil.copytree(DEMO, image / "scan")
    run("chmod", "-R", "a+rX", image, cwd=image)
    ((words,), (arguments,)) = (map(json.loads, docker_values(final, name)) for name in ("ENTRYPOINT", "CMD"))
    (path,) = re.findall(r'PATH="([^:"]+):', " ".join(docker_values(final, "ENV")))
    uid, gid = map(int, docker_values(final, "USER")[0].split(":"))
    # an interpreter in root's home is closed to others, an image's is not
    switch = os.geteuid() == 0 and not Path(base_python()).resolve().is_relative_to(Path.home())
    become = ["setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups"] if switch else []
    done = subprocess.run(
        [*become, f"{here(path)}/{words[0]}", *words[1:], *arguments],
        cwd=scan, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    assert "error[socket-hardcoded-port] assets/index-B7kQx2Zr.js:1:2454" in done.stdout


def base_python() -> str:
    """The interpreter that this virtual environment was made with: it has a pip, as the image's has."""
    return str(getattr(sys, "_base_executable", sys.executable))
