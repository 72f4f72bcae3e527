"""Each report is read by a program that is not ours: SARIF by its schema and by Microsoft's validator, JUnit XML by
junitparser. For GitLab's report there is no published consumer; the schema here is ours, from GitLab's documentation.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from junitparser import Error, Failure, JUnitXml, TestSuite

from bundlescan.finding import Notice, Report, ScanError
from bundlescan.pipeline import find, plan
from bundlescan.render import View, render
from tests.samples import CODE, hardcoded_port, report, source
from tests.toolchain import ROOT, npm_install

HERE = Path(__file__).parent
EVIL = "a\0\x1b[2J</script>]]>\"'&<b>\ufffe\uffff\udcff\u2028{0}[x](https://example.com)é😀.js"
#: what Microsoft's validator notes, and why it stays
ACCEPTED = {
    "SARIF2002": "message ids: GitHub takes texts only",
    "SARIF2003": "the revision of a build is not known",
    "SARIF2005": "there is no web page to point to",
    "SARIF2006": "the schema's address cannot be asked without a network",
    "SARIF2009": "rules are named, not numbered",
    "SARIF2010": "no snippet of what is longer than an excerpt",
    "SARIF2011": "no context of it either",
    "SARIF2012": "nor one for each rule: its page is the help text",
}


def reports() -> dict[str, Report]:
    """Samples, hostile ones, an empty one, and what the analysis says of the fixtures."""
    code = source(EVIL, CODE.replace("var x=1", "var x='\x1b]0;x\x07\x85'"))
    finding = replace(hardcoded_port(code), url=EVIL, message=EVIL, when=EVIL, host=EVIL)
    return {
        "sample": report(),
        "evil": Report(
            (finding,),
            (ScanError(EVIL, EVIL), ScanError(EVIL, EVIL, fatal=False)),
            notices=(Notice(EVIL, 1, EVIL), Notice(EVIL, None, EVIL)),
        ),
        "empty": Report(),
        "fixtures": fixtures(),
    }


@cache
def fixtures() -> Report:
    found = find(["tests/fixtures/demo", "tests/fixtures/socket-hardcoded-port", "tests/none"], edits=True)
    assert sum(finding.proposal is not None for finding in found.findings) > 3
    return found


REPORTS = ("sample", "evil", "empty", "fixtures")


@pytest.fixture(params=REPORTS)
def one(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(ROOT)
    return reports()[request.param]


@cache
def multitool() -> Path:
    """The folder of the validator's program for this platform; it holds the schema too."""
    installed = npm_install(HERE / "npm") / "node_modules/@microsoft"
    (schema,) = installed.glob("sarif-multitool-*/sarif-2.1.0.json")
    (schema.parent / "Sarif.Multitool").chmod(0o755)
    return schema.parent


class TestSarif:
    def test_schema(self, one: Report) -> None:
        schema = json.loads((multitool() / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
        document = json.loads(render("sarif", one, View(folder="/app")))
        assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
        assert len(document["runs"][0]["results"]) == len(one.findings)

    def test_validator(self, one: Report, tmp_path: Path) -> None:
        """Its exit code is 0 whatever it finds, so its own report is read."""
        folder = multitool()
        (tmp_path / "in.sarif").write_text(render("sarif", one, View(folder="/app")), encoding="utf-8")
        subprocess.run(
            [
                folder / "Sarif.Multitool", "validate", "in.sarif", "--output", "out.sarif",
                "--json-schema", folder / "sarif-2.1.0.json", "--rule-kind", "Sarif;Ghas",
                "--level", "Error;Warning;Note",
            ],
            cwd=tmp_path, capture_output=True, check=True,
        )  # fmt: skip
        (run,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8-sig"))["runs"]
        said = [f"{result['ruleId']} {result['message']}" for result in run["results"]]
        assert said, "it always has something to note"
        assert [text for text in said if text.split()[0] not in ACCEPTED] == []
        assert not run["invocations"][0].get("toolExecutionNotifications")

    def test_its_fixes_are_the_rewrite(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Applied as SARIF says, by line and UTF-16 column, they give the bytes that rewrite would write."""
        monkeypatch.chdir(tmp_path)
        first = "/* é😀 */new WebSocket('ws://'+location.hostname+':9000/é');"
        second = "\ufeff// x\nlet a='😀',p=9e3;\r\nnew WebSocket(`ws://${location.hostname}:${p}`);/*😀*/"
        Path("first.js").write_bytes(first.encode())
        Path("second.js").write_bytes((second + "new EventSource('//'+location.hostname+':9001/x')").encode())
        found = json.loads(render("sarif", find(["."], edits=True), View(folder=str(tmp_path))))
        (run,) = found["runs"]
        planned = plan(["."]).after
        assert len(planned) == 2
        for path, wanted in planned.items():
            lines = [line.encode("utf-16-le") for line in Path(path).read_bytes().decode("utf-8-sig").split("\n")]
            for replacement in sorted(replacements(run, Path(path).as_posix()), key=position, reverse=True):
                region = replacement["deletedRegion"]
                assert region["startLine"] == region["endLine"]
                line, start, end = region["startLine"] - 1, region["startColumn"] - 1, region["endColumn"] - 1
                new = replacement["insertedContent"]["text"].encode("utf-16-le")
                lines[line] = lines[line][: 2 * start] + new + lines[line][2 * end :]
            bom = b"\xef\xbb\xbf" if wanted.startswith(b"\xef\xbb\xbf") else b""
            assert bom + "\n".join(line.decode("utf-16-le") for line in lines).encode() == wanted


def replacements(run: Any, path: str) -> list[Any]:
    found = [
        replacement
        for result in run["results"]
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        if change["artifactLocation"]["uri"] == path
        for replacement in change["replacements"]
    ]
    return [one for number, one in enumerate(found) if one not in found[:number]]


def position(replacement: Any) -> tuple[int, int]:
    region = replacement["deletedRegion"]
    return region["startLine"], region["startColumn"]


def test_junit(one: Report, tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    file.write_text(render("junit", one), encoding="utf-8")
    read = JUnitXml.fromfile(str(file))
    (suite,) = read
    assert isinstance(suite, TestSuite)
    outcomes = [outcome for case in suite for outcome in case.result]
    worse = [finding for finding in one.findings if finding.severity != "note"]
    fatal = [error for error in one.errors if error.fatal]
    assert sum(isinstance(outcome, Failure) for outcome in outcomes) == suite.failures == read.failures == len(worse)
    assert sum(isinstance(outcome, Error) for outcome in outcomes) == suite.errors == read.errors == len(fatal)
    assert len(list(suite)) == suite.tests == max(1, len(one.findings) + len(fatal))


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab(one: Report) -> None:
    issues = json.loads(render("gitlab", one, View(folder="/app")))
    Draft7Validator(GITLAB).validate(issues)
    assert len(issues) == len(one.findings) + len(one.errors) + len(one.notices)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
