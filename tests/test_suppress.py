"""Comments in the sources accept findings; those that accept nothing are reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bundlescan import pipeline
from bundlescan.finding import Report
from bundlescan.policy import PathSeverity
from tests.calls import Call

RULE = "socket-local-host"
SOCKET = 'new WebSocket("ws://localhost:9000/x");'
MARK = f"bundlescan-ignore-next-line {RULE} -- a local agent"


def scan(code: str, name: str = "a.js") -> Report:
    return pipeline.find([], texts={name: code.encode()})


def outcome(code: str, name: str = "a.js") -> tuple[list[int], int, list[str]]:
    """Lines with a finding, how many are accepted, and the notices."""
    report = scan(code, name)
    lines = [finding.start.line for finding in report.findings]
    assert len(lines) == report.summary.findings
    return lines, report.summary.suppressed, [f"{n.line}: {n.message}" for n in report.notices]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.js", f"// {MARK}\n{SOCKET}"),
        ("a.js", f"/* {MARK} */\n{SOCKET}"),
        ("a.js", f"/*! {MARK}\n   for now */\n{SOCKET}"),
        ("a.js", f"f(); // {MARK}\r\n{SOCKET}\r\n"),
        ("a.js", f"// bundlescan-ignore-next-line socket-hardcoded-port, {RULE}\n{SOCKET}"),
        ("a.tsx", f"const a: string = '';// {MARK}\n{SOCKET}"),
        ("a.html", f"<p>é</p><script>\n// {MARK}\n{SOCKET}\n</script>"),
        ("a.html", f"<!-- {MARK} -->\n<script>{SOCKET}</script>"),
        ("a.vue", f"<!-- {MARK} -->\n<script>{SOCKET}</script>"),
    ],
)
def test_a_comment_accepts_the_next_line(name: str, code: str) -> None:
    lines, accepted, notices = outcome(code, name)
    assert (lines, accepted) == ([], 1)
    assert [n for n in notices if "socket-hardcoded-port" not in n] == []


@pytest.mark.parametrize(
    "code",
    [
        f"var s = '// {MARK}';\n{SOCKET}",
        f"var s = `\n// {MARK}`;\n{SOCKET}",
        f"// see bundlescan-ignore-next-line {RULE}\n{SOCKET}",
    ],
)
def test_what_is_no_such_comment_says_nothing(code: str) -> None:
    lines, accepted, notices = outcome(code)
    assert (len(lines), accepted, notices) == (1, 0, [])


@pytest.mark.parametrize(
    ("code", "notice"),
    [
        (f"// {MARK}\n\n{SOCKET}", f"1: bundlescan-ignore-next-line {RULE}: there is no such finding on line 2"),
        (f"// bundlescan-ignore-next-line\n{SOCKET}", "1: bundlescan-ignore-next-line: names no rule, so it accepts n"),
        (
            f"\n// bundlescan-ignore-next-line socket-localhost\n{SOCKET}",
            "2: bundlescan-ignore-next-line: no rule 'socket-localhost': did you mean socket-local-host?",
        ),
        (f"// bundlescan-ignore-line {RULE}\n{SOCKET}", "1: no comment is called bundlescan-ignore-line: did you mean"),
    ],
)
def test_without_effect(code: str, notice: str) -> None:
    lines, accepted, notices = outcome(code)
    assert (len(lines), accepted) == (1, 0)
    assert len(notices) == 1
    assert notices[0].startswith(notice)


def test_the_report_says_so(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.js").write_text(f"// {MARK}\n{SOCKET}\n// {MARK}\n")
    said = call("find", "a.js")
    assert (said.code, said.err) == (0, "")
    assert f"without effect a.js:3: bundlescan-ignore-next-line {RULE}: there is no such finding on line 4" in said.out
    assert "0 errors, 0 warnings, 1 accepted in the sources in 1 file" in said.out
    said = call("find", "a.js", "--format", "json")
    assert said.err.startswith("bundlescan: a.js:3: bundlescan-ignore-next-line")
    document = json.loads(said.out)
    assert document["summary"]["suppressed"] == 1
    assert [notice["line"] for notice in document["notices"]] == [3]


def test_a_rewrite_leaves_alone_what_is_accepted() -> None:
    other = 'new WebSocket("ws://localhost:9001/y");'
    plan = pipeline.plan([], texts={"a.js": f"// {MARK}\n{SOCKET}\n{other}\n".encode()})
    assert plan.remaining == ()
    assert len(plan.fixes) == 1
    assert SOCKET.encode() in plan.after["a.js"]
    assert other.encode() not in plan.after["a.js"]


class TestSeverityByPath:
    def find(self, *severity: PathSeverity, root: str | None = None, name: str = "legacy/a.js") -> list[str]:
        report = pipeline.find([], texts={name: SOCKET.encode()}, severity=severity, root=root)
        assert report.summary.findings == len(report.findings)
        return [finding.severity.value for finding in report.findings]

    def test_the_last_that_fits_counts(self) -> None:
        legacy = PathSeverity(("legacy/**",), "note")
        assert self.find() == ["error"]
        assert self.find(legacy) == ["note"]
        assert self.find(legacy, name="new/a.js") == ["error"]
        assert self.find(legacy, PathSeverity(("*.js",), "warning")) == ["warning"]
        assert self.find(PathSeverity(("*.js",), "off")) == []
        assert self.find(PathSeverity(("*",), "off", rules=("socket-hardcoded-port",))) == ["error"]

    def test_patterns_match_below_the_root_too(self, tmp_path: Path) -> None:
        name = str(tmp_path / "legacy/a.js")
        assert self.find(PathSeverity(("/legacy",), "note"), name=name) == ["error"]
        assert self.find(PathSeverity(("/legacy",), "note"), root=str(tmp_path), name=name) == ["note"]

    def test_a_rewrite_leaves_notes_alone(self) -> None:
        plan = pipeline.plan([], texts={"a.js": SOCKET.encode()}, severity=[PathSeverity(("*",), "note")])
        assert (plan.fixes, plan.remaining) == ((), ())


def test_rules_that_are_not_there() -> None:
    for options in ({"select": ["nope"]}, {"ignore": ["nope"]}):
        with pytest.raises(ValueError, match="no rule 'nope'"):
            pipeline.find([], texts={}, **options)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="did you mean dev-client"):
        pipeline.find([], severity=[PathSeverity(("*",), "off", rules=("dev-clients",))])
