"""What the operator is told to put into the proxy after a rewrite."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bundlescan import pipeline
from bundlescan.finding import Finding, Plan, Sink, SinkKind
from bundlescan.rewriter.hints import hints, upstream
from tests.samples import hardcoded_port, plan, source
from tests.toolchain import require_debian, which

IMPORT = 'import{io as K}from"socket.io-client";const h=location.hostname,P=window.cfg&&window.cfg.path;'
LOCATIONS = {
    "K(`http://${h}:9000/site`)": ["/socket.io/ 9000"],
    "K(`http://${h}:9000/site`,{auth:1})": ["/socket.io/ 9000"],
    "K(`http://${h}:9000/site`,{path:'/realtime/socket.io'})": ["/realtime/socket.io/ 9000"],
    "K(`http://${h}:9000/site`,{path:'/realtime/'})": ["/realtime/ 9000"],
    "K(`http://${h}:9000/site`,{path:''})": ["/socket.io/ 9000"],
    "const c={};c.path='/rt';K(`http://${h}:9000`,c)": ["/rt/ 9000"],
    "K(`http://${h}:9000`,{path:'/rt',addTrailingSlash:!1})": ["~ ^/rt(/|$) 9000"],
    "K(`http://${h}:9000`,{path:window.q?'/a':'/b'})": ["/a/ 9000", "/b/ 9000"],
    "const l=window.q;K(l?`http://${h}:9000`:'https://x.example',{path:l?'/a':'/b'})": ["/a/ 9000"],
    "K(`http://${h}:9000`,{path:P})": ["/socket.io/ 9000 ?"],
    "K(`http://${h}:9000`,{path:P||'/rt'})": ["/rt/ 9000 ?"],
    "K(`http://${h}:9000`,window.options)": ["/socket.io/ 9000 ?"],
    "K(`http://${h}:9000`,{path:`/live/${P}/x`})": ["/live/ 9000"],
    "K(`http://${h}:9000`);K(`http://${h}:9000`,{path:'/rt'})": ["/rt/ 9000", "/socket.io/ 9000"],
    "new WebSocket(`ws://${h}:8080/live/${P}`)": ["/live/ 8080"],
    "new WebSocket(`ws://${h}:8080/live/?a=/b${P}`)": ["/live/ 8080"],
    "new WebSocket(`ws://${h}:8080/a`);new WebSocket(`ws://${h}:8081/a`)": ["~ ^/a(/|$) 8080"],
    "new WebSocket(`ws://${h}:8080/`+(window.q?'a/':'b/'))": ["/a/ 8080", "/b/ 8080"],
    "new WebSocket(`ws://${h}:8080/socket.io/?EIO=4`);K(`http://${h}:8080`)": ["/socket.io/ 8080"],
    "new WebSocket(`ws://${h}:8080`)": [],
    "new WebSocket(`ws://${h}:8080${P}`)": [],
}


def of(code: str, folder: Path) -> str:
    file = folder / "a.js"
    file.write_text(code, encoding="utf-8")
    return hints(pipeline.plan([str(file)]))


@pytest.mark.parametrize("code", LOCATIONS)
def test_the_location_is_the_path_that_the_call_asks_for(code: str, tmp_path: Path) -> None:
    """Its upstream port follows it, and a question mark where a comment says that only a run tells the path."""
    text = of(IMPORT + code, tmp_path)
    block = r"^(    # [^\n]*run time[^\n]*\n)?    location ([^{]*) \{.*?proxy_pass http://127\.0\.0\.1:(\d+);"
    found = re.findall(block, text, re.DOTALL | re.MULTILINE)
    assert [f"{path} {port}" + " ?" * bool(doubt) for doubt, path, port in found] == LOCATIONS[code]
    checks = re.findall(r"https://HOST([^?']*)\?", text)
    assert checks == [re.sub(r"~ \^|\(.*\)", "", path) for _, path, _ in found] or "WebSocket" in code


PATHS = {
    "WebSocket": "new WebSocket(`ws://${h}:8080/a/b`)",
    "EventSource": "new EventSource(`http://${h}:8080/a/b?x=1`)",
    "stream": "fetch(`http://${h}:8080/a/b`,{headers:{accept:'text/event-stream'}})",
    "fetch": "fetch(`http://${h}:8080/a/b`)",
    "XMLHttpRequest": "const x=new XMLHttpRequest;x.open('GET',`http://${h}:8080/a/b`)",
}


@pytest.mark.parametrize("client", PATHS)
def test_each_kind_of_client_has_the_lines_and_the_check_that_it_needs(client: str, tmp_path: Path) -> None:
    text = of(IMPORT + PATHS[client], tmp_path)
    upgraded, streamed = client == "WebSocket", client in ("WebSocket", "EventSource", "stream")
    assert ("proxy_set_header Upgrade" in text) is ("proxy_http_version" in text) is upgraded
    assert ("proxy_buffering off" in text) is ("proxy_read_timeout" in text) is streamed
    assert "proxy_set_header Host $http_host;" in text
    (command,) = re.findall(r"^    (curl .*)$", text, re.MULTILINE)
    asked = shlex.split(command)
    assert asked[-1] == "https://HOST/a/b"
    assert ("Upgrade: websocket" in asked) is ("Sec-WebSocket-Version: 13" in asked) is upgraded
    assert ("Accept: text/event-stream" in asked) is (client in ("EventSource", "stream"))
    assert ("the status is 101" in text) is upgraded
    assert "no location passes it on" in text
    assert "namespace" not in text


def test_one_host_header_for_all(tmp_path: Path) -> None:
    """With the port that the browser shows: servers compare it with that in Origin."""
    text = of(IMPORT + "K(`http://${h}:9000`);" + ";".join(PATHS.values()).replace("const x=", "x="), tmp_path)
    assert set(re.findall(r"proxy_set_header Host (.*);", text)) == {"$http_host"}


def test_what_comes_to_one_path_shares_the_block_that_serves_all(tmp_path: Path) -> None:
    text = of(IMPORT + ";".join(PATHS[client] for client in ("fetch", "EventSource", "WebSocket")), tmp_path)
    assert text.count("location ~ ^/a/b") == text.count("proxy_set_header Upgrade") == text.count("curl -i") == 1


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("new WebSocket(`ws://${h}:8080/live/${P}/x`)", "/live/REST"),
        ("fetch(`http://${h}:8080/api/${P}`)", "/api/REST"),
        ("import S from'sockjs-client';new S(`http://${h}:8080/echo`)", "/echo/REST"),
        ("fetch(`http://${h}:8080/api/${P}`);fetch(`http://${h}:8080/api/`)", "/api/"),
    ],
)
def test_what_only_a_run_tells_is_left_open_in_the_check(code: str, asked: str, tmp_path: Path) -> None:
    text = of(IMPORT + code, tmp_path)
    (command,) = re.findall(r"^    (curl .*)$", text, re.MULTILINE)
    assert shlex.split(command)[-1] == "https://HOST" + asked
    assert ("for REST" in text) is ("REST" in asked)


def test_a_websocket_at_the_page_has_its_check_too(tmp_path: Path) -> None:
    text = of(IMPORT + "new WebSocket(`ws://${h}:8080`);fetch(`http://${h}:8081/`)", tmp_path)
    (command,) = re.findall(r"^    (curl .*)$", text, re.MULTILINE)
    assert shlex.split(command)[-1] == "https://HOST/"
    assert "the status is 101" in text


def test_requests_without_a_path_are_not_told_of_upgrades(tmp_path: Path) -> None:
    text = of(IMPORT + "fetch(`http://${h}:8080/`);fetch(`http://${h}:8081/${P}/${window.q}`)", tmp_path)
    assert "to 127.0.0.1:8080, at /, where the page is: one port has one server there" in text
    assert "to 127.0.0.1:8081, at a path known only at run time: it needs a location of its own" in text
    assert "Upgrade" not in text
    assert "{" not in text
    file = tmp_path / "a.js"
    assert "/rt/" not in hints(pipeline.plan([str(file)]), "/rt/")


def test_a_path_that_the_operator_knows(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_text(IMPORT + "K(`http://${h}:9000`,{path:P});K(`http://${h}:9001`)", encoding="utf-8")
    text = hints(pipeline.plan([str(file)]), "/rt/")
    assert re.findall(r"location (/\S+) .*?:(\d+);", text, re.DOTALL) == [("/rt/", "9000"), ("/socket.io/", "9001")]
    assert "run time" not in text


def test_what_has_no_location_is_said(tmp_path: Path) -> None:
    text = of(
        f"new WebSocket(`ws://${{location.hostname}}:8080`);{IMPORT}new WebSocket(`ws://${{h}}:8081${{P}}`)", tmp_path
    )
    assert f"{tmp_path}/a.js:1:1: to 127.0.0.1:8080, at /, where the page is" in text
    assert "to 127.0.0.1:8081, at a path known only at run time" in text


@pytest.mark.parametrize(
    ("code", "for_frappe"),
    [
        ("K(`http://${h}:9000/${window.site_name}`)", True),
        ("const s=frappe.boot.sitename;K(`http://${h}:9000/${s}`)", True),
        ("K(`http://${h}:9000`);fetch('/x',{headers:{'X-Frappe-CSRF-Token':t}})", True),
        ("K(`http://${h}:9000`)", False),
        ("K(`http://${h}:9000/${P}`);document.querySelector('.frappe-chart,[property=\"og:site_name\"]')", False),
    ],
)
def test_only_apps_for_frappe_are_told_of_its_header(code: str, for_frappe: bool, tmp_path: Path) -> None:
    text = of(IMPORT + code, tmp_path)
    assert "location /socket.io/ {" in text
    assert ("X-Frappe-Site-Name" in text) is for_frappe
    assert ("bench start" in text) is for_frappe


def test_the_app_shows_that_it_is_for_frappe_in_any_file(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>frappe.boot = {}</script>", encoding="utf-8")
    (tmp_path / "a.js").write_text(IMPORT + "K(`http://${h}:9000`)", encoding="utf-8")
    assert "X-Frappe-Site-Name" in hints(pipeline.plan([str(tmp_path)]))


def test_upstream() -> None:
    finding = hardcoded_port(source("a.js"))
    assert upstream(finding) == "127.0.0.1:9000"
    assert upstream(replace(finding, host="192.168.1.14")) == "192.168.1.14:9000"
    assert upstream(replace(finding, host="0.0.0.0")) == "127.0.0.1:9000"
    assert upstream(replace(finding, host="::1")) == "[::1]:9000"
    assert upstream(replace(finding, host="x; } evil")) == "127.0.0.1:9000"
    assert upstream(replace(finding, port=None)) is None


def ending(*findings: Finding) -> Plan:
    """A plan that ends these findings."""
    base = plan("dist/a.js")
    return replace(base, fixes=tuple(replace(base.fixes[0], findings=(finding,)) for finding in findings))


def test_hints_for_several_servers_and_plain_sockets() -> None:
    code = source("a.js")
    first = hardcoded_port(code)
    websocket = Sink(SinkKind.SOCKET, "websocket", "WebSocket")
    plain = replace(first, sink=websocket, paths=("/live/{…}",), port=8080)
    text = hints(ending(first, replace(first, port=9001), plain, replace(plain, paths=("/a;b",), port=7)))
    assert text.count("location /socket.io/") == 1
    assert "also found: 127.0.0.1:9001" in text
    assert "location /live/ {" in text
    assert "location ~ ^/in(/|$) {" in hints(ending(replace(plain, paths=("/in",))))  # not /index.html
    assert "a;b" not in text
    assert hints(ending()) == ""


@pytest.mark.e2e
def test_nginx_takes_the_hints(tmp_path: Path) -> None:
    """The blocks as they are pasted, the map outside and its Origin line inside the server block."""
    require_debian("nginx")
    code = source("a.js")
    plain = replace(hardcoded_port(code), sink=Sink(SinkKind.SOCKET, "websocket", "WebSocket"), paths=("/live/{…}",))
    stream = replace(plain, sink=Sink(SinkKind.EVENTSOURCE, "eventsource", "EventSource"), paths=("/events",))
    request = replace(plain, sink=Sink(SinkKind.HTTP, "fetch", "fetch"), paths=("/api/",))
    text = hints(ending(hardcoded_port(code), plain, stream, request))
    locations = "".join(re.findall(r"^    location .*?^    }\n", text, re.DOTALL | re.MULTILINE))
    (scheme,) = re.findall(r"^    map .*?^    }\n", text, re.DOTALL | re.MULTILINE)
    (origin,) = re.findall(r"^and inside: (.*;)$", text, re.MULTILINE)
    assert locations.count("location ") == 4
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off;\n{scheme}server {{ listen 127.0.0.1:1;\n{locations}"
        f"location /x {{ {origin} proxy_pass http://127.0.0.1:1; }}\n}} }}\n"
    )
    done = subprocess.run(
        [which("nginx") or "", "-t", "-c", configuration], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
