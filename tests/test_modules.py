"""Modules of bundlers over several files: which scripts are parsed, whose modules an id means, copies in chunks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan.finding import Severity
from bundlescan.pipeline import find, plan

SCHEME = '(location.protocol==="https:"?"wss":"ws")+"://"+location.hostname+":"'


def chunk(modules: str, name: str = "webpackChunkapp") -> str:
    return f"(self.{name}=self.{name}||[]).push([[1],{{{modules}}}]);"


def test_a_chunk_without_the_module_is_not_parsed(tmp_path: Path) -> None:
    socket = f'1(e,t,n){{new WebSocket({SCHEME}+n(7).port+"/x")}}'
    (tmp_path / "a.js").write_text(chunk(socket))
    (tmp_path / "b.js").write_text(chunk("7(e,t){t.port=9000}"))
    (tmp_path / "c.js").write_text(chunk('8(e,t){t.port=9001,t.seven=[7,"7"]}'))
    (tmp_path / "d.js").write_text(chunk("7(e,t){t.port=9002}", "webpackChunkother"))
    report = find([str(tmp_path)])
    assert [f.port for f in report.findings if f.severity is not Severity.NOTE] == [9000]
    assert report.summary.parsed == 2


def test_the_modules_of_two_builds_are_told_apart(tmp_path: Path) -> None:
    for build, port in (("one", 9000), ("two", 9001)):
        folder = tmp_path / build
        folder.mkdir()
        (folder / "a.js").write_text(chunk(f'1(e,t,n){{new WebSocket({SCHEME}+n(7).port+"/{build}")}}'))
        (folder / "b.js").write_text(chunk(f"7(e,t){{t.port={port};t.{build}=1}}"))
    found = {(f.url or "")[-3:]: f.port for f in find([str(tmp_path)]).findings if f.severity is not Severity.NOTE}
    assert found == {"one": 9000, "two": 9001}


def test_every_copy_of_a_module_is_edited(tmp_path: Path) -> None:
    copy = "7(e,t,n){n.d(t,{open:()=>o});const r=9000,o=e=>new WebSocket(SCHEME+r+e)}".replace("SCHEME", SCHEME)
    (tmp_path / "a.js").write_text(chunk(copy + ',1(e,t,n){n(7).open("/a")}'))
    (tmp_path / "b.js").write_text(chunk(copy.replace("(e,t,n)", "(x,t,n)") + ',2(e,t,n){n(7).open("/b")}'))
    made = plan([str(tmp_path)])
    assert not made.remaining
    assert {Path(path).name for path in made.after} == {"a.js", "b.js"}
    assert all(b"r=location.port" in data for data in made.after.values())


def test_a_module_that_is_looked_up_by_name_keeps_its_port(tmp_path: Path) -> None:
    module = "7(e,t){t.port=9000}"
    socket = f'1(e,t,n){{new WebSocket({SCHEME}+n(7).port+"/x")}}'
    (tmp_path / "a.js").write_text(chunk(f"{module},{socket}"))
    assert plan([str(tmp_path)]).after[str(tmp_path / "a.js")].count(b"t.port=location.port") == 1
    lookup = '9(e,t,n){var r={"./seven":7};e.exports=e=>n(r[e])}'
    (tmp_path / "a.js").write_text(chunk(f"{module},{socket},{lookup}"))
    assert b"t.port=9000" in plan([str(tmp_path)]).after[str(tmp_path / "a.js")]


def test_a_script_of_the_page_that_only_sets_values_counts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>var APP = {port: 9443}</script><script src=app.js></script>")
    (tmp_path / "app.js").write_text("new WebSocket('ws://' + location.hostname + ':' + APP.port)")
    assert [(f.path.rsplit("/", 1)[-1], f.port) for f in find([str(tmp_path)]).findings] == [("index.html", 9443)]


def test_an_import_map_says_what_a_specifier_means(tmp_path: Path) -> None:
    imports = '{"imports": {"port": "/assets/port-1a2b.js", "net/": "/assets/net/", "late": "./late.js", "cfg": "https://cdn.test/assets/port-1a2b.js"}}'
    (tmp_path / "index.html").write_text(
        f'<script type="importmap">{imports}</script><script type="module" src="/assets/app.js"></script>'
    )
    assets = tmp_path / "assets"
    (assets / "net").mkdir(parents=True)
    (assets / "app.js").write_text('import {open} from "net/open.js";open("/x");import("late").then(m=>m.go())')
    (assets / "port-1a2b.js").write_text("export const p=9000")
    (assets / "net" / "open.js").write_text(
        f'import {{p}} from "port";export const open=t=>new WebSocket({SCHEME}+p+t)'
    )
    #: followed by a run alone
    late = (
        'const p=["90","01"].join("");export const go=()=>[WebSocket].map(W=>new W(`ws://${location.hostname}:${p}`))'
    )
    (tmp_path / "late.js").write_text(late)
    ports = {f.port for f in find([str(tmp_path)]).findings if f.severity is not Severity.NOTE}
    assert ports == {9000, 9001}
    assert b"p=location.port" in plan([str(tmp_path)]).after[str(assets / "port-1a2b.js")]


@pytest.mark.parametrize("url", ["this.url", f"{SCHEME}+9000", "o.get('x')"])
def test_a_client_that_a_minifier_put_into_its_caller(tmp_path: Path, url: str) -> None:
    client = (
        "function(u,o){var{openWhenHidden:h}=o;return h||document.addEventListener('visibilitychange',()=>0),"
        "fetch(u,{headers:{accept:'text/event-stream'}})}"
    )
    code = f"class C{{get url(){{return {SCHEME}+9000}}open(k,o){{return({client})({url},{{openWhenHidden:!0}})}}}}"
    (tmp_path / "a.js").write_text(f'new C().open("news",{{get:e=>{SCHEME}+9000}})'.join((code + ";", "")))
    sinks = [f.sink.name for f in find([str(tmp_path)]).findings if f.severity is not Severity.NOTE and f.sink]
    assert sinks == ["fetch-event-source"]
