"""Arguments in, report and exit code out. The analysis is replaced by samples; ``test_input.py`` runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import bundlescan
from bundlescan.cli import run
from bundlescan.finding import Plan, Report, ScanError
from tests.calls import Call
from tests.samples import CODE, hardcoded_port, plan_on_disk, report, source


@dataclass
class Pipeline:
    """What the analysis would answer; ``asked`` is what it was asked last."""

    report: Report
    plan_: Callable[[], Plan] | None = None
    asked: dict[str, Any] | None = None

    def find(self, paths: tuple[str, ...], **options: Any) -> Report:
        self.asked = {"paths": paths, **options}
        return self.report

    def plan(self, paths: tuple[str, ...], **options: Any) -> Plan:
        self.asked = {"paths": paths, **options}
        assert self.plan_
        return self.plan_()


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    monkeypatch.chdir(tmp_path)
    fake, module = Pipeline(replace(report(), errors=())), ModuleType("bundlescan.pipeline")
    module.find, module.plan = fake.find, fake.plan  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bundlescan.pipeline", module)
    monkeypatch.setattr(bundlescan, "pipeline", module, raising=False)
    return fake


class TestFind:
    def test_findings_exit_1(self, pipeline: Pipeline, call: Call) -> None:
        said = call("find", "dist")
        assert said.code == 1
        assert said.out.startswith("error[socket-hardcoded-port] dist/")
        assert "1 note not shown" in said.out
        assert pipeline.asked and pipeline.asked["paths"] == ("dist",)

    def test_the_folder_is_the_default(self, pipeline: Pipeline, call: Call) -> None:
        call("find")
        assert pipeline.asked and pipeline.asked["paths"] == (".",)

    @pytest.mark.parametrize(
        ("worst", "fail_on", "code"),
        [
            (0, "error", 1), (1, "error", 0), (1, "warning", 1), (2, "warning", 0), (2, "note", 1), (3, "note", 0),
            (0, "never", 0),
        ],
    )  # fmt: skip
    def test_fail_on(self, pipeline: Pipeline, call: Call, worst: int, fail_on: str, code: int) -> None:
        pipeline.report = replace(pipeline.report, findings=pipeline.report.findings[worst:])
        assert call("find", "--fail-on", fail_on).code == code

    def test_what_could_not_be_analysed_beats_findings(self, pipeline: Pipeline, call: Call) -> None:
        fatal, around = report().errors
        pipeline.report = replace(pipeline.report, errors=(around,))
        assert call("find").code == 1
        pipeline.report = replace(pipeline.report, errors=(fatal, around))
        said = call("find", "--fail-on", "never", "--format", "json")
        assert said.code == 2
        assert json.loads(said.out)["errors"] == [
            {"path": "dist/a.js", "message": "is binary, not text"},
            {"path": "dist/b.js", "message": "syntax error at 1:7"},
        ]
        assert said.err == "bundlescan: dist/a.js: is binary, not text\n"

    def test_notes_only_with_all(self, pipeline: Pipeline, call: Call) -> None:
        for arguments, number in ((("--all",), 3), ((), 2)):
            document = json.loads(call("find", "--format", "json", *arguments).out)
            assert len(document["findings"]) == document["summary"]["findings"] == number

    def test_output(self, pipeline: Pipeline, call: Call) -> None:
        said = call("find", "--format", "json", "--output", "report.json")
        assert (said.code, said.out) == (1, "")
        assert json.loads(Path("report.json").read_text())["version"] == 1
        said = call("find", "--output", "no/such/report.json")
        assert (said.code, said.err) == (
            2,
            "Error: no/such/report.json: cannot be written: No such file or directory\n",
        )

    def test_several_formats_in_one_run(self, pipeline: Pipeline, call: Call) -> None:
        said = call("find", "--format", "text", "--format", "json=a.json")
        assert said.out.startswith("error[socket-hardcoded-port]")
        first = Path("a.json").read_text()
        assert json.loads(first)["version"] == 1
        said = call("find", "--format", "json", "--format", "text", "--output", "b.json", "--output", "c.txt")
        assert (said.out, Path("b.json").read_text()) == ("", first)
        assert Path("c.txt").read_text().startswith("error[socket-hardcoded-port]")
        said = call("find", "--format", "json", "--output", "-")
        assert said.out == first

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (("--format", "json", "--format", "text"), "two reports for standard output"),
            (("--format", "json=a", "--format", "text=./a"), "two reports for "),
            (("--format", "json", "--format", "text", "--output", "a"), "1 --output for 2 --format without a file"),
            (("--format", "json=a", "--output", "b"), "1 --output for 0 --format without a file"),
            (("--format", "json="), "'json=' names no file"),
            (("--format", "pdf=a"), "'pdf' is not one of text, json"),
        ],
    )
    def test_what_goes_where_must_be_clear(
        self, pipeline: Pipeline, call: Call, arguments: tuple[str, ...], complaint: str
    ) -> None:
        said = call("find", *arguments)
        assert said.code == 2
        assert complaint in said.err
        assert pipeline.asked is None
        assert not list(Path.cwd().iterdir())

    def test_one_report_that_cannot_be_written_costs_no_other(self, pipeline: Pipeline, call: Call) -> None:
        Path("folder").mkdir()
        said = call("find", "--format", "json=folder", "--format", "json=a.json", "--format", "text")
        assert (said.code, said.err) == (2, "Error: folder: cannot be written: Is a directory\n")
        assert said.out.startswith("error[socket-hardcoded-port]")
        assert Path("a.json").exists()

    def test_a_report_is_replaced_whole(self, pipeline: Pipeline, call: Call) -> None:
        """Its mode and the link that leads to it stay; no temporary file is left; a pipe is written to."""
        file = Path("folder/report.json")
        file.parent.mkdir()
        file.write_text("old")
        file.chmod(0o640)
        Path("link.json").symlink_to(file)
        with file.open() as reader:
            call("find", "--format", "json", "--output", "link.json")
            assert reader.read() == "old"
        assert Path("link.json").is_symlink()
        assert (json.loads(file.read_text())["version"], file.stat().st_mode & 0o777) == (1, 0o640)
        assert [path.name for path in file.parent.iterdir()] == ["report.json"]
        assert call("find", "--format", "json", "--output", "/dev/null").code == 1

    def test_options_reach_the_analysis(self, pipeline: Pipeline, call: Call) -> None:
        call("find", "a", "b", "--exclude", "x", "--exclude", "y", "--jobs", "2", "--parser", "esprima")
        assert pipeline.asked
        del pipeline.asked["watch"]
        assert pipeline.asked == {
            "paths": ("a", "b"), "exclude": ("x", "y"), "jobs": 2, "parser": "esprima",
            "select": (), "ignore": (), "rules": (), "severity": (), "root": None, "texts": {}, "edits": False,
        }  # fmt: skip
        call("find", "--format", "text", "--format", "sarif=a.sarif")
        assert pipeline.asked["edits"]

    def test_unexpected_errors_are_one_line(
        self, pipeline: Pipeline, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pipeline, "find", None)
        monkeypatch.delattr(sys.modules["bundlescan.pipeline"], "find")
        said = call("find")
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("bundlescan: internal error: AttributeError")
        monkeypatch.setenv("BUNDLESCAN_DEBUG", "1")
        with pytest.raises(AttributeError):
            run(["find"])


class TestBaseline:
    def test_known_findings_do_not_count(self, pipeline: Pipeline, call: Call) -> None:
        said = call("find", "--baseline", "known.json", "--write-baseline")
        rules = "(1 socket-hardcoded-port, 1 socket-local-host)"
        assert (said.code, said.out) == (0, "")
        assert said.err == f"bundlescan: known.json: written, 2 findings {rules}\n"
        text = Path("known.json").read_text()
        assert [entry["rule_id"] for entry in json.loads(text)["findings"]] == [
            "socket-hardcoded-port", "socket-local-host",
        ]  # fmt: skip
        said = call("find", "--baseline", "known.json", "--format", "json")
        assert (said.code, said.err) == (0, "")
        document = json.loads(said.out)
        assert (document["findings"], document["summary"]["baselined"]) == ([], 2)

        moved = hardcoded_port(source("other/name.js", ";;;" + CODE))
        new = replace(moved, fingerprint="4444", port=9001)
        pipeline.report = replace(pipeline.report, findings=(moved, new))
        said = call("find", "--baseline", "known.json", "--format", "json")
        assert said.code == 1
        assert [finding["port"] for finding in json.loads(said.out)["findings"]] == [9001]
        assert (
            "known.json: no longer found: socket-local-host, ws://localhost:8080/live/{…} (2222222222222222)"
            in said.err
        )
        assert "--write-baseline drops this entry" in said.err

    def test_the_file_does_not_depend_on_the_order(self, pipeline: Pipeline, call: Call) -> None:
        call("find", "--all", "--baseline", "a.json", "--write-baseline")
        pipeline.report = replace(pipeline.report, findings=pipeline.report.findings[::-1] * 2)
        said = call("find", "--all", "--baseline", "b.json", "--write-baseline")
        assert said.err.startswith("bundlescan: b.json: written, 6 findings as 3, since some are alike (2 ")
        assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
        assert len(json.loads(Path("a.json").read_text())["findings"]) == 3

    def test_a_report_that_is_asked_for_is_there(self, pipeline: Pipeline, call: Call) -> None:
        accepting = ("find", "--baseline", "a.json", "--write-baseline")
        assert "socket-hardcoded-port" in call(*accepting, "--format", "text").out
        assert len(json.loads(call(*accepting, "--format", "json").out)["findings"]) == 2
        assert (call(*accepting, "--output", "report.txt").out, Path("report.txt").exists()) == ("", True)

    def test_what_was_analysed_around_is_said_without_a_report_too(self, pipeline: Pipeline, call: Call) -> None:
        around = ScanError("b.js", "line 1, column 7: unexpected 'x'", fatal=False)
        pipeline.report = replace(pipeline.report, errors=(around,))
        said = call("find", "--baseline", "a.json", "--write-baseline")
        assert said.code == 0
        assert "bundlescan: b.js: analysed around line 1, column 7: unexpected 'x'\n" in said.err

    def test_no_baseline_of_half_a_scan(self, pipeline: Pipeline, call: Call) -> None:
        pipeline.report = report()
        said = call("find", "--baseline", "a.json", "--write-baseline")
        assert said.code == 2
        assert not Path("a.json").exists()

    @pytest.mark.parametrize("text", ["", "[]", '{"version": 1}', '{"version": 2, "findings": []}', "\xff", "{}"])
    def test_not_a_baseline(self, pipeline: Pipeline, call: Call, text: str) -> None:
        Path("a.json").write_text(text, encoding="latin-1")
        said = call("find", "--baseline", "a.json")
        assert said.code == 2
        assert said.err.startswith("Error: a.json: ")
        assert "truncated" not in said.err  # reads as if the message were
        assert pipeline.asked is None

    def test_usage(self, pipeline: Pipeline, call: Call) -> None:
        assert call("find", "--write-baseline").code == 2
        assert "gone.json: no such file; --write-baseline writes it" in call("find", "--baseline", "gone.json").err


class TestRewrite:
    @pytest.fixture(autouse=True)
    def one_file(self, pipeline: Pipeline) -> None:
        made = plan_on_disk(Path("dist/a.js"))
        done = replace(made, report=Report(), fixes=(), remaining=(), after={})
        pipeline.plan_ = lambda: made if Path("dist/a.js").read_text() == CODE else done

    def clean(self, pipeline: Pipeline) -> None:
        made = replace(plan_on_disk(Path("dist/a.js")), remaining=())
        pipeline.plan_ = lambda: made

    def test_nothing_is_written_by_default(self, pipeline: Pipeline, call: Call) -> None:
        said = call("rewrite", "--same-origin", "dist")
        assert said.code == 1  # something remains
        assert "+ …on(){this.socket_port=o!=null?o:location.port," in said.out
        assert "location /socket.io/ {" in said.out
        assert Path("dist/a.js").read_text() == CODE
        said = call("rewrite", "--same-origin", "dist", "--socket-path", "/rt/")
        assert "location /socket.io/ {" in said.out  # the bundle says it
        self.clean(pipeline)
        assert call("rewrite", "--same-origin", "dist").code == 0
        assert call("rewrite", "--same-origin", "dist", "--check").code == 1

    def test_write_twice(self, pipeline: Pipeline, call: Call) -> None:
        said = call("rewrite", "--same-origin", "dist", "--write", "--backup", "old")
        assert said.code == 1
        assert "written dist/a.js" in said.out
        assert said.out.endswith(f"come back with: cp -a {Path.cwd()}/old/. {Path.cwd()}/dist/\n")
        before = Path("dist/a.js").stat()
        said = call("rewrite", "--same-origin", "dist", "--write", "--backup", "old2")
        assert (said.code, said.out) == (0, "Nothing to rewrite.\n")
        after = Path("dist/a.js").stat()  # reading it may set the time of the last access
        assert (after.st_ino, after.st_size, after.st_mtime_ns) == (before.st_ino, before.st_size, before.st_mtime_ns)
        assert not Path("old2").exists()

    def test_json(self, pipeline: Pipeline, call: Call) -> None:
        said = call("rewrite", "--same-origin", "dist", "--out-dir", "out", "--format", "json")
        document = json.loads(said.out)
        assert (said.code, said.err) == (1, "")
        assert document["written"] == ["out/a.js"]
        assert document["edits"][0] | {"old": '"9000"', "new": "location.port"} == document["edits"][0]
        assert document["remaining"][0]["reason"] == "a local program may be meant"

    def test_refusal(self, pipeline: Pipeline, call: Call) -> None:
        self.clean(pipeline)
        Path("dist/a.js.gz").touch()
        for place in (["--write"], ["--out-dir", "out"]):
            said = call("rewrite", "--same-origin", "dist", *place)
            assert said.code == 1
            assert "refused: dist/a.js.gz would still hold the old a.js" in said.out
        assert Path("dist/a.js").read_text() == CODE
        assert not Path("out").exists()
        assert call("rewrite", "--same-origin", "dist", "--write", "--force").code == 0
        assert "location.port" in Path("dist/a.js").read_text()

    def test_changed_meanwhile(self, pipeline: Pipeline, call: Call) -> None:
        made = plan_on_disk(Path("dist/a.js"))

        def plan() -> Plan:
            Path("dist/a.js").write_text("else")
            return made

        pipeline.plan_ = plan
        said = call("rewrite", "--same-origin", "dist", "--write", "--format", "json")
        assert said.code == 2
        assert json.loads(said.out)["errors"][0]["path"] == "dist/a.js"
        assert Path("dist/a.js").read_text() == "else"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["dist"],
            ["--same-origin", "dist", "--write", "--out-dir", "out"],
            ["--same-origin", "dist", "--write", "--check"],
            ["--same-origin", "dist", "--backup", "old"],
            ["--same-origin", "dist", "dist", "--out-dir", "out"],
            ["--same-origin", "dist/a.js", "--out-dir", "out"],
            ["--same-origin", "gone", "--out-dir", "out"],
            ["--same-origin", "dist", "--out-dir", "dist/out"],
            ["--same-origin", "dist", "--out-dir", "full"],
            ["--same-origin", "dist", "--write", "--backup", "dist/old"],
            ["--same-origin", "dist", "--socket-path", "rt/"],
            ["--same-origin", "dist", "--socket-path", "/a;b"],
        ],
    )
    def test_usage(self, pipeline: Pipeline, call: Call, arguments: list[str]) -> None:
        Path("full/x").mkdir(parents=True)
        said = call("rewrite", *arguments)
        assert (said.code, said.out) == (2, "")
        assert "Error: " in said.err
        assert pipeline.asked is None
        assert sorted(os.listdir(".")) == ["dist", "full"]


def test_usage_errors_exit_2(call: Call) -> None:
    for arguments in (["find", "--nope"], ["find", "--format", "pdf"], ["nope"], ["find", "--jobs", "0"]):
        said = call(*arguments)
        assert (said.code, said.out) == (2, "")


def test_rules_and_their_pages(call: Call) -> None:
    said = call("rules")
    assert said.code == 0
    rows = [line.split(maxsplit=2) for line in said.out.splitlines()]
    assert ["socket-hardcoded-port", "error"] in [row[:2] for row in rows]
    for rule_id, _, title in rows:
        assert title
        assert rule_id in call("explain", rule_id).out
    for arguments in (("explain", "socket-hardcoded-prot"), ("find", "--select", "socket-hardcoded-prot")):
        said = call(*arguments)
        assert said.code == 2
        assert "did you mean socket-hardcoded-port?" in said.err
    assert call("explain", "../README").code == 2


def test_version_and_help(call: Call) -> None:
    assert call("--version").out == f"bundlescan {bundlescan.__version__}\n"
    assert "--same-origin" in call("rewrite", "-h").out
    assert call("-h").code == 0


def test_help_imports_nothing_heavy() -> None:
    code = "import sys\nfrom bundlescan.cli import main\nmain(['--help'], standalone_mode=False)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = "rich pathspec tree_sitter tree_sitter_javascript turbohtml esprima msgspec jinja2 filelock"
    assert loaded & {*heavy.split(), "bundlescan.finding", "json", "tomllib"} == set()


def test_a_reader_that_goes_away() -> None:
    command = f"'{sys.executable}' -m bundlescan rewrite --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr


def test_no_rewrite_is_promised_where_there_is_none(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my app").mkdir()
    (tmp_path / "my app" / "a.js").write_text('fetch("http://localhost:8001/x")')
    assert "explain http-local-host" in (out := call("find", "my app").out) and "rewrite" not in out
    (tmp_path / "my app" / "b.js").write_text('new WebSocket("ws://localhost:9000/x")')
    assert "for 1 of 2 findings there is an edit" in (out := call("find", "my app").out)
    assert "bundlescan rewrite --same-origin 'my app'" in out
