"""Files that end too early are said to, also where what is left has nothing that is worth a look."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan import pipeline
from bundlescan.collect import Kind
from bundlescan.pipeline import analyse
from bundlescan.source import Source, Span
from bundlescan.syntax.endings import cut, may_be_cut
from tests.annotations import FIXTURES
from tests.calls import Call

WHOLE = (
    '(function(){var a={b:[1,2]},c="}";function d(e){return e?`x${a.b[0]}`:c}window.d=d;'
    'new WebSocket("ws://"+location.hostname+":9000/live")})();\n'
)
#: the text -> where it says that something is open, and what
CUT = {
    "(function(){var a={b:1": (1, 19, "{"),
    "var a=1;function f(b,": (1, 19, "("),
    "x();\nvar list=[1,2,": (2, 10, "["),
    'var a={};var s="half a te': (1, 16, '"'),
    "var a={};var s='half a te": (1, 16, "'"),
    "var a={};var s=`half ${a} te": (1, 16, "`"),
    "var a={};var s=`half ${a.b(": (1, 27, "("),
    "var a={};/* a licence (the": (1, 10, "/*"),
    "var t='image/*';f(": (1, 18, "("),
    "var a={};var b=a+": (1, 18, ""),
    "var a={};var b=\n": (1, 16, ""),
    "var a={};function fo": (1, 21, ""),
}


def said(code: str | bytes, kind: Kind = Kind.JS) -> list[str]:
    data = code.encode() if isinstance(code, str) else code
    errors = analyse([(Source("a.js", data), kind)]).errors
    assert not [error for error in errors if error.fatal]
    return [error.message for error in errors]


@pytest.mark.parametrize("code", CUT)
def test_a_script_that_nothing_else_parses(code: str) -> None:
    line, column, token = CUT[code]
    (message,) = said(code)
    assert message.startswith(f"line {line}, column {column}: ")
    assert (f"{token!r} is not closed" if token else "middle of a statement") in message


@pytest.mark.parametrize(
    "code",
    [
        WHOLE, "", "\n", "var a=1", 'export default"a{"', "var r=/[{(]/;", "const a=`${`{`}`;", "var a='{(['\n",
        'var a="{";\n//# sourceMappingURL=a.js.map\n', 'var a="{";export{a as b};', "var a=1 // {", "a()\n/* { */\n",
        "{% if x %}var a={{ b }};{% endif %}", "var t='image/*';",
        "export default b\n", "a++", "export default 'b'",
    ],
)  # fmt: skip
def test_whole_scripts_are_no_matter(code: str) -> None:
    assert said(code) == []


def test_wherever_a_bundle_is_cut() -> None:
    for end in range(20, len(WHOLE) - 4):
        assert said(WHOLE[:end]), WHOLE[:end]


def test_whole_fixtures_are_not_cut() -> None:
    for file in sorted((FIXTURES / "executed").glob("*.js")):
        data = file.read_bytes()
        assert not (may_be_cut(data, "js") and cut(Source("a.js", data), Span(0, len(data)), "js")), file


def test_the_place_is_said_beside_findings_too() -> None:
    code = f'{WHOLE};function later(){{if(x){{new WebSocket("ws://localhost:8080/x");'
    report = analyse([(Source("a.js", code.encode()), Kind.JS)])
    assert any(finding.port == 9000 for finding in report.findings)
    assert [error.message for error in report.errors] == [
        "line 2, column 24: '{' is not closed: the code ends too early"
    ]


def test_inline_scripts() -> None:
    (message,) = said("<p>\n<script>fetch('/a');function f(){g(", Kind.COMPONENT)
    assert message.startswith("line 2, column 35: '(' is not closed")


@pytest.mark.parametrize("command", [("find",), ("rewrite", "--same-origin")])
def test_other_files_are_scanned_and_the_exit_code_is_theirs(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cut.js").write_text("(function(){var a=")
    result = call(*command, ".")
    assert result.code == 0
    assert "analysed around cut.js: line 1, column 12: '{' is not closed: the code ends too early" in result.out
    Path("whole.js").write_text(WHOLE)
    result = call(*command, ".")
    assert result.code == (command == ("find",))
    assert "analysed around cut.js" in result.out
    assert "whole.js:1:" in result.out


def test_several_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "WORTH_A_PROCESS", 0)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.js").write_text(WHOLE[:90])
    assert len(pipeline.find([str(tmp_path)], jobs=2).errors) == 2
