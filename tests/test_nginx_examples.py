"""The nginx configurations in docs/nginx: nginx takes them, and passes on what their comments say.

They run as they are, except for the ports, which are free ones of this machine.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from hashlib import sha1
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bundlescan import pipeline
from bundlescan.rewriter.hints import BLOCK, FRAPPE_SITE, LINES, hints
from tests.e2e.servers import PAGE, free_ports, is_open, socket_server
from tests.e2e.test_servers import ask_for_namespace
from tests.toolchain import require_debian, which

EXAMPLES = sorted((Path(__file__).parents[1] / "docs/nginx").glob("*.conf"))
FRAPPE = [path for path in EXAMPLES if "X-Frappe-Site-Name" in path.read_text(encoding="utf-8")]
SITE = "site.example"
FRAME = """\
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
{example}
}}
"""


@contextmanager
def nginx(folder: Path, example: Path, ports: Mapping[int, int]) -> Iterator[int]:
    """nginx with ``example``; upstream ports are replaced as ``ports`` says. Gives the port of the page."""
    require_debian("nginx")
    (page,) = free_ports(PAGE, 1)
    text = example.read_text(encoding="utf-8")
    assert set(map(int, re.findall(r"127\.0\.0\.1:(\d+)", text))) <= ports.keys()
    text = re.sub(r"127\.0\.0\.1:(\d+)", lambda match: f"127.0.0.1:{ports[int(match[1])]}", text)
    text, count = re.subn(r"listen \d+;", f"listen {PAGE}:{page};", text)
    assert count == 1
    file = folder / "nginx.conf"
    file.write_text(FRAME.format(example=text), encoding="utf-8")
    command = [str(which("nginx")), "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_open(PAGE, page):
            time.sleep(0.02)
            assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        yield page
    finally:
        process.terminate()
        process.wait(timeout=10)


class Mirror(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        seen = {name.lower(): value for name, value in self.headers.items()}
        seen["version"], seen["path"] = self.request_version, self.path
        seen["server"] = str(self.connection.getsockname()[1])
        body = json.dumps(seen).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def mirror(answers: type[BaseHTTPRequestHandler] = Mirror) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def ask(port: int, path: str, headers: Mapping[str, str]) -> dict[str, str]:
    """What arrives behind nginx."""
    connection = HTTPConnection(PAGE, port, timeout=10)
    connection.request("GET", path, headers=dict(headers))
    seen: dict[str, str] = json.loads(connection.getresponse().read())
    connection.close()
    return seen


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
class TestPassesOn:
    def test_the_page_and_its_sockets_to_their_servers(self, example: Path, tmp_path: Path) -> None:
        with ExitStack() as stack:
            app, socket = (stack.enter_context(mirror()) for _ in range(2))
            ports = {8000: app, 9000: socket, 8080: socket}
            page = stack.enter_context(nginx(tmp_path, example, ports))
            host = f"{SITE}:8005"
            path = "/live/feed?x=1" if example not in FRAPPE else "/socket.io/?EIO=4&transport=polling"

            assert ask(page, "/app", {"Host": host})["server"] == str(app)
            polling = ask(page, path, {"Host": host})
            assert (polling["server"], polling["path"], polling["version"]) == (str(socket), path, "HTTP/1.1")
            assert "upgrade" not in polling
            upgrade = ask(page, path, {"Host": host, "Upgrade": "websocket", "Connection": "Upgrade"})
            assert (upgrade["upgrade"], upgrade["connection"]) == ("websocket", "upgrade")
            assert polling["host"].split(":")[0] == SITE
            if example in FRAPPE:
                assert polling["origin"] == f"http://{host}"
                assert polling["x-frappe-site-name"] == SITE


@pytest.mark.e2e
@pytest.mark.parametrize("example", FRAPPE, ids=lambda path: path.stem)
def test_frappes_server_lets_in_who_sends_no_origin(example: Path, tmp_path: Path) -> None:
    """As browsers do with the first polling request to the page's own origin."""
    with ExitStack() as stack:
        server, app = stack.enter_context(socket_server()), stack.enter_context(mirror())
        page = stack.enter_context(nginx(tmp_path, example, {8000: app, 9000: server.port}))
        answer = ask_for_namespace(page, f"/{SITE}", {"Host": f"{SITE}:8005", "Cookie": "sid=a-session"}, PAGE)
        assert answer.startswith(f"40/{SITE},"), answer


def test_behind_tls_the_origin_is_the_one_that_the_browser_sees(tmp_path: Path) -> None:
    (example,) = (path for path in EXAMPLES if path.stem == "behind-tls")
    with mirror() as server, nginx(tmp_path, example, {8000: server, 9000: server}) as page:
        tunnel = {"Host": "abc.tunnel.example", "X-Forwarded-Proto": "https"}
        assert ask(page, "/socket.io/?EIO=4", tunnel)["origin"] == "https://abc.tunnel.example"
        assert ask(page, "/", tunnel)["x-forwarded-proto"] == "https"


def lines(text: str) -> list[str]:
    return [line.partition("#")[0].strip() for line in text.splitlines() if line.partition("#")[0].strip()]


@pytest.mark.parametrize(
    ("name", "kind", "location", "upstream"),
    [
        ("frappe", "socket.io", "/socket.io/", "127.0.0.1:9000"),
        ("websocket", "socket", "/live/", "127.0.0.1:8080"),
        ("websocket", "eventsource", "/events/", "127.0.0.1:8080"),
        ("websocket", "http", "/api/", "127.0.0.1:8080"),
    ],
)
def test_the_rewrite_prints_the_same_block(name: str, kind: str, location: str, upstream: str) -> None:
    (example,) = (path for path in EXAMPLES if path.stem == name)
    site = FRAPPE_SITE if name == "frappe" else ""
    printed = BLOCK.format(location=location, upstream=upstream, lines=LINES[kind].format(site=site))
    printed = printed.replace("$host;  # the site", f"{SITE};  # the site")
    block = lines(printed)
    written = lines(example.read_text(encoding="utf-8"))
    start = written.index(block[0])
    assert written[start : start + len(block)] == block


def test_every_example_sends_the_host_that_the_browser_shows() -> None:
    for example in EXAMPLES:
        assert set(re.findall(r"proxy_set_header Host (\S+);", example.read_text(encoding="utf-8"))) == {"$http_host"}


class Upgrader(Mirror):
    """Shakes hands with WebSockets, streams to who asks for events, mirrors the rest."""

    def do_GET(self) -> None:
        if self.headers.get("Upgrade") == "websocket" and self.headers.get("Sec-WebSocket-Key"):
            if self.headers["Origin"] != f"http://{self.headers['Host']}":
                self.send_error(403)
                return
            key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
            self.send_response(101)
            self.send_header("Upgrade", "websocket")
            self.send_header("Connection", "Upgrade")
            self.send_header("Sec-WebSocket-Accept", b64encode(sha1(key.encode()).digest()).decode())
            self.end_headers()
            self.close_connection = True
        elif self.headers.get("Accept") == "text/event-stream":
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(b"data: 1\n\n")
            self.close_connection = True
        else:
            super().do_GET()


@pytest.mark.e2e
def test_the_printed_checks_say_what_the_text_promises(tmp_path: Path) -> None:
    """What the rewrite prints, pasted: the blocks into nginx, the checks into a shell."""
    if which("curl") is None:
        pytest.skip("no curl")
    script = tmp_path / "a.js"
    script.write_text(
        "var h=location.hostname;new WebSocket(`ws://${h}:8080/live`);new EventSource(`http://${h}:8080/events`);"
        "fetch(`http://${h}:8080/api/items`)"
    )
    text = hints(pipeline.plan([str(script)]))
    blocks = "".join(re.findall(r"^    location .*?^    }\n", text, re.DOTALL | re.MULTILINE))
    example = tmp_path / "printed.conf"
    example.write_text(f"server {{ listen 8005;\n{blocks}}}\n")
    with mirror(Upgrader) as server, nginx(tmp_path, example, {8080: server}) as page:
        commands = re.findall(r"^    (curl .*)$", text, re.MULTILINE)
        said = [
            subprocess.run(
                shlex.split(command.replace("https://HOST", f"http://{PAGE}:{page}")),
                capture_output=True, text=True, check=False,
            ).stdout
            for command in commands
        ]  # fmt: skip
    socket, events, request = said
    assert socket.startswith("HTTP/1.1 101 ")
    assert "Content-Type: text/event-stream" in events
    assert events.startswith("HTTP/1.1 200 ")
    assert json.loads(request.split("\n\n" if "\n\n" in request else "\r\n\r\n", 1)[1])["path"] == "/api/items"
