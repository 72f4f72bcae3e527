"""What a person and a program read. Snapshots hold the whole text; UPDATE_SNAPSHOTS=1 writes them anew."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bundlescan._version import __version__
from bundlescan.excerpt import excerpt
from bundlescan.finding import Confidence, Notice, Report, ScanError
from bundlescan.fix import Edit, Fix, hunks
from bundlescan.match.rulebook import rulebook
from bundlescan.pipeline import find
from bundlescan.render import FORMATS, PLAN_FORMATS, View, render, render_plan
from bundlescan.render.facts import facts
from bundlescan.render.github import command
from bundlescan.render.html import tokens, url_parts
from bundlescan.render.json import finding_object
from bundlescan.render.paths import relative, uri
from bundlescan.render.printable import printable
from bundlescan.rewriter.hints import hints
from bundlescan.rewriter.write import Outcome
from bundlescan.source import Source, Span
from tests.samples import CODE, hardcoded_port, plan, report, same_origin, source, span

SNAPSHOTS = Path(__file__).parent / "snapshots"
NOTICES = (Notice("src/a.ts", 3, "accepts nothing"), Notice("known.json", None, "no longer found: 44"))
OUTCOME = Outcome(warnings=("sw.js: caches it",), written=("dist/a.js",), restore="cp -a old/. dist/")


def check(name: str, text: str) -> None:
    text = re.sub(f'"(version|semanticVersion)": "{re.escape(__version__)}"', r'"\1": "VERSION"', text)
    file = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_text_report() -> None:
    check("report.txt", render("text", report(), View(paths=("dist",), hidden_notes=2)))


def test_json_report() -> None:
    text = render("json", report())
    assert json.loads(text)["version"] == 1
    check("report.json", text)


def test_sarif_report() -> None:
    document = json.loads(render("sarif", replace(report(), notices=NOTICES), View(folder="/home/user/app")))
    for rule in document["runs"][0]["tool"]["driver"]["rules"]:
        page = rulebook().page(rule["id"])
        assert rule.pop("help") == {"text": page, "markdown": page}
        assert " ".join(page.split()).count(rule.pop("fullDescription")["text"]) == 1
    check("report.sarif", json.dumps(document, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize(
    ("form", "file"), [("github", "github.txt"), ("gitlab", "gitlab.json"), ("junit", "junit.xml")]
)
def test_reports_for_ci(form: str, file: str) -> None:
    check(f"report-{file}", render(form, replace(report(), notices=NOTICES), View(hidden_notes=2)))


def test_html_report() -> None:
    text = render("html", replace(report(), notices=NOTICES), View(paths=("dist",), hidden_notes=2))
    for pattern in (r"(?<=<style>).*?(?=</style>)", r"(?<=<script>).*?(?=</script>)", r"(?<=sha256-)[^']*"):
        text, changed = re.subn(pattern, "…", text, flags=re.DOTALL)
        assert changed
    text = re.sub(r"(?<=</summary>\n    )<p>.*?(?=  </details>)", "…\n", text, flags=re.DOTALL)  # the rules' pages
    check("report.html", text.replace(f"bundlescan {__version__}", "bundlescan VERSION"))


URL_PARTS = {
    "{location.protocol}//{location.hostname}:9000/{…}": "{location.protocol}//|{location.hostname}|!:9000|/{…}",
    "ws://localhost:8080/live": "ws://|!localhost|!:8080|/live",
    "{ws|wss}://{location.hostname}:{window.port}?a=//b:1": "{ws|wss}://|{location.hostname}|:{window.port}|?a=//b:1",
    "ws://{location.host}": "!ws://|{location.host}",
    "//[::1]:9000": "//|![::1]|!:9000",
    "http://[fe80::1]/x": "http://|![fe80::1]|/x",
    ":9000": "!:9000",
    "/socket//x:1": "/socket//x:1",
    "{a//b:1/c}": "{a//b:1/c}",
    "": "",
}


@pytest.mark.parametrize("url", URL_PARTS)
def test_a_url_taken_apart(url: str) -> None:
    parts = url_parts(replace(hardcoded_port(source("a.js")), url=url))
    assert "".join(part.text for part in parts) == url
    assert "|".join("!" * part.flagged + part.text for part in parts) == URL_PARTS[url]
    assert not any(part.flagged for part in url_parts(replace(same_origin(source("a.js")), url=url)))
    assert "".join(text for _, text in tokens(url)) == url


PATHS = {
    ("./dist/a.js", "/home/user"): ("dist/a.js", "dist/a.js"),
    ("/home/user/dist/a.js", "/home/user"): ("dist/a.js", "dist/a.js"),
    ("../a.js", "/home/user"): ("/home/a.js", "file:///home/a.js"),
    ("../a.js", None): ("../a.js", "../a.js"),
    ("dist/a b#?%é:\udcff.js", "/"): ("dist/a b#?%é:\udcff.js", "dist/a%20b%23%3F%25%C3%A9%3A%FF.js"),
}


@pytest.mark.parametrize("case", PATHS)
def test_paths_of_reports(case: tuple[str, str | None]) -> None:
    assert (relative(*case), uri(relative(*case))) == PATHS[case]


def test_github_escapes() -> None:
    """Nothing of a scanned file can end a command, begin another or add a property to it."""
    assert command("error", {"file": "a,b:c%\n.js", "line": 1}, "50%\r\n::error::x, y: z") == (
        "::error file=a%2Cb%3Ac%25␊.js,line=1::50%25%0D%0A::error::x, y: z"
    )
    finding = replace(hardcoded_port(source("x\n::error::y.js")), message="a\n::stop-commands::b", rule_id="c,d")
    lines = render("github", Report((finding,))).splitlines()
    assert [line.startswith("::") for line in lines] == [True, False]


def test_gitlab_fingerprints_are_unique() -> None:
    """GitLab shows one issue per fingerprint; the second finding that has it keeps the same one in each run."""
    one = hardcoded_port(source("a.js"))
    issues = json.loads(render("gitlab", Report((one, replace(one, path="b.js")), report().errors * 2)))
    prints = [issue["fingerprint"] for issue in issues]
    assert prints[:2] == [one.fingerprint, one.fingerprint + "-2"]
    assert len(set(prints)) == len(prints) == 6


def test_text_plan() -> None:
    check("plan.txt", render_plan("text", plan("dist/assets/index-B7kQx2Zr.js"), Outcome()))
    check("plan-written.txt", render_plan("text", plan("dist/a.js"), OUTCOME))
    refused = Outcome(refusals=("dist/a.js.gz would still hold the old a.js",))
    assert "Nothing was written: mend" in render_plan("text", plan("dist/a.js"), refused)


def test_what_is_put_in_around_an_expression_is_one_change() -> None:
    made = plan("dist/a.js")
    code, wrapper = source("dist/a.js"), "(function(u){" + "return u;" * 50 + "})("
    at = span(code, "`${this.url}`")
    around = (Edit(code.path, Span(at.start, at.start), wrapper), Edit(code.path, Span(at.end, at.end), ")"))
    made = replace(made, fixes=(replace(made.fixes[0], fix=Fix("at run time", around)),))
    text = render_plan("text", made, Outcome())
    removed, added = (line for line in text.splitlines() if line.startswith(("- ", "+ ")))
    assert added == "+ " + removed[2:].replace("`${this.url}`", wrapper + "`${this.url}`)")
    assert "1 edit in 1 file" in text
    assert len(json.loads(render_plan("json", made, Outcome()))["edits"]) == 2


def test_what_stands_apart_is_a_change_of_its_own() -> None:
    def edit(start: int, end: int, path: str = "a") -> Edit:
        return Edit(path, Span(start, end), "x")

    near, far, other = edit(20, 21), edit(500, 501), edit(502, 503, "b")
    assert hunks([far, edit(1, 2), near, near, other]) == [[edit(1, 2), near], [far], [other]]
    assert hunks([edit(1, 1), edit(900, 900)]) == [[edit(1, 1), edit(900, 900)]]


def test_json_plan() -> None:
    check("plan.json", render_plan("json", plan("dist/a.js"), OUTCOME))


def test_hints() -> None:
    check("hints.txt", hints(plan("dist/a.js")))


def test_colour_only_on_request() -> None:
    assert "\x1b[" not in render("text", report())
    coloured = render("text", report(), View(colour=True))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render("text", report())


def test_places_are_links_where_there_is_colour() -> None:
    view = View(colour=True, folder="/home/user", links="file://{path}#{line}:{column}")
    shown = render("text", replace(report("a b\x1b.js"), errors=()), view)
    links = re.findall("\x1b]8;([^;]*);([^\x1b]*)\x1b\\\\(.*?)\x1b]8;;\x1b\\\\", shown)
    assert [link[:2] for link in links[:3]] == [
        ("", f"file:///home/user/a%20b%1B.js#{p}") for p in ("1:49", "1:49", "2:1")
    ]
    assert [re.sub(r"\x1b\[[0-9;]*m", "", link[2]) for link in links[:2]] == ["a b␛.js:1:49", "1:49"]
    assert len(links) == len(report().findings) + sum(len(finding.trace) for finding in report().findings)
    assert "\x1b]8;" in render_plan("text", plan("a.js"), Outcome(), view)
    assert "\x1b]8;" not in render("text", report(), replace(view, colour=False))


def test_a_finding_that_is_not_sure_says_why() -> None:
    finding = hardcoded_port(source("a.js"))
    reasons = {
        (Confidence.HIGH, "location.port"): "",
        (Confidence.LOW, 'location.hostname === "localhost"'): "the condition looks like one for development only",
        (Confidence.MEDIUM, None): "only a run tells whether this address is used",
    }
    for (confidence, when), reason in reasons.items():
        text = render("text", Report((replace(finding, confidence=confidence, when=when),)))
        assert (f"  doubt     {reason}\n" in text) == bool(reason)
        assert ("  doubt " in text) == bool(reason)
    unused = replace(finding, confidence=Confidence.MEDIUM, sink=None)
    assert "  doubt     what uses this URL could not be followed\n" in render("text", Report((unused,)))


def test_nothing_found() -> None:
    assert render("text", Report()) == "0 errors, 0 warnings in 0 files, 0.0 kB, 0.00 s\n"


@pytest.mark.parametrize("form", FORMATS)
def test_control_characters_of_scanned_files_never_reach_the_terminal(form: str) -> None:
    evil = "a\x1b[2J\x07\x9b\u202e\u2028\udcff.js"
    code = source(evil, CODE.replace("var x=1", "var x='\x1b]0;x\x07\x85'"))
    finding = replace(hardcoded_port(code), url=evil, message=evil, when=evil, host=evil)
    texts = [render(form, replace(report(), findings=(finding,), errors=(ScanError(evil, evil),)), View(paths=(evil,)))]
    if form in PLAN_FORMATS:
        texts.append(render_plan(form, plan(evil, code.data.decode()), Outcome((evil,), (evil,), (evil,), evil)))
    for text in texts:
        assert not set(text) & set("\x1b\x07\x9b\x85\u202e\u2028\udcff")
        text.encode()


def test_printable_keeps_indices() -> None:
    text = "".join(map(chr, range(0x3000)))
    assert len(printable(text)) == len(text)
    assert printable("é 😀 {…}") == "é 😀 {…}"


def test_the_mark_stands_under_the_place() -> None:
    code = source("a.js", "/* 漢字漢字 */" + CODE)
    for width in (40, 60, 200):
        lines = render("text", Report((hardcoded_port(code),)), View(width=width)).splitlines()
        window, marks = lines[2], lines[3]
        assert len(window) <= width
        assert window[marks.index("^") : len(marks)] == '"9000"'


class TestExcerpt:
    def test_short_line(self) -> None:
        code = source("a.js", "a('9000')")
        assert excerpt(code, span(code, "9000")).parts == ("a('", "9000", "')")

    def test_long_line(self) -> None:
        code = source("a.js", "x" * 1_000_000 + "9000" + "é" * 1_000_000)
        assert excerpt(code, span(code, "9000"), around=3).parts == ("…xxx", "9000", "ééé…")

    def test_many_bytes_per_character(self) -> None:
        code = source("a.js", "😀" * 100 + "9000" + "😀" * 100)
        assert excerpt(code, span(code, "9000"), around=5).parts == ("…😀😀😀😀😀", "9000", "😀😀😀😀😀…")

    def test_white_space_and_a_long_place(self) -> None:
        code = source("a.js", "\n\n  a\t\t=\n" + "1" * 500 + "\n;\n")
        shown = excerpt(code, span(code, "1" * 500), place=10)
        assert shown.parts == ("a = ", "11111…11111", " ;")

    def test_whole_and_empty_files(self) -> None:
        assert excerpt(Source("a.js", b""), Span(0, 0)).text == ""
        assert excerpt(Source("a.js", b"9000"), Span(0, 4)).parts == ("", "9000", "")


USUAL = {
    'new WebSocket("ws://localhost:1/x")': "WebSocket",
    'new window.WebSocket("ws://localhost:1/x")': "websocket",
    'var W=WebSocket;new W("ws://localhost:1/x")': "websocket, here called W",
    'new EventSource("http://localhost:1/x")': "EventSource",
    'import{io}from"socket.io-client";io("http://localhost:1")': "socket.io-client",
    'import{io as K}from"socket.io-client";K("http://localhost:1")': "socket.io-client, here called K",
}


@pytest.mark.parametrize("code", USUAL)
def test_a_client_is_called_twice_only_where_the_build_renamed_it(code: str) -> None:
    (finding,) = find((), texts={"a.js": code.encode()}).findings
    assert dict(facts(finding))["opened by"] == USUAL[code]
    assert finding_object(finding)["sink"].keys() == {"kind", "name", "callee"}
