"""The operator's machine on loopback: an app server, Frappe's Socket.IO check, and nginx in front of both.

    browser -> 127.0.0.2:PAGE  nginx  -> /            127.0.0.1:…  the app: a built frontend, cookie and boot data
                                      -> /socket.io/  127.0.0.1:…  Socket.IO, which listens on this address alone

So the page's host has nothing on 9000: a bundle that goes there by itself fails, as it does for the operator.
Every port is chosen free at run time.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import Any

from tests.e2e.builds import APPS
from tests.toolchain import node_env, npm_install, run, which

BACKEND = "127.0.0.1"
PAGE = "127.0.0.2"
SITE = "site.example"
START_SECONDS = 20


@dataclass(frozen=True)
class Handshake:
    """What the Socket.IO server saw of one client that asked for a namespace, and what it decided."""

    namespace: str
    host: str | None
    origin: str | None
    hasCookie: bool
    outcome: str

    @property
    def host_name(self) -> str | None:
        return _hostname(self.host)

    @property
    def origin_host_name(self) -> str | None:
        return _hostname(self.origin)


class SocketServer:
    """The log of a running Socket.IO server: its output is read as it comes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        first = process.stdout.readline()
        if not first:
            raise RuntimeError(f"the Socket.IO server ended with {process.wait()}")
        self.port: int = json.loads(first)["port"]
        self._handshakes: list[Handshake] = []
        self._reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()

    def _read(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._handshakes.append(Handshake(**json.loads(line)))

    def handshakes(self, at_least: int = 0) -> list[Handshake]:
        """The log so far, once it holds that many: a browser may know the outcome before the log's reader does."""
        deadline = time.monotonic() + START_SECONDS
        while len(self._handshakes) < at_least and time.monotonic() < deadline:
            time.sleep(0.01)
        return list(self._handshakes)


@dataclass(frozen=True)
class Machine:
    """The addresses of the page: behind a proxy as Frappe's documentation has it, the same with TLS, and a bare one."""

    proxied: str
    encrypted: str
    bare: str
    socket: SocketServer


@contextmanager
def machine(dist: Path) -> Iterator[Machine]:
    """Everything that serves ``dist`` to a browser, up and listening."""
    with ExitStack() as stack:
        app_port = stack.enter_context(app_server(dist))
        realtime = stack.enter_context(socket_server())
        proxied, encrypted, bare = stack.enter_context(nginx(app_port, realtime.port))
        yield Machine(
            proxied=f"http://{PAGE}:{proxied}/",
            encrypted=f"https://{PAGE}:{encrypted}/",
            bare=f"http://{PAGE}:{bare}/",
            socket=realtime,
        )


@contextmanager
def app_server(dist: Path) -> Iterator[int]:
    """Serves the build as Frappe serves an app's page: boot data in the HTML, a session cookie."""
    with ThreadingHTTPServer((BACKEND, 0), partial(_AppHandler, directory=str(dist))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


class _AppHandler(SimpleHTTPRequestHandler):
    boot = (
        f"<script>window.site_name = {json.dumps(SITE)};"
        f" window.frappe = {{ boot: {{ sitename: {json.dumps(SITE)}, versions: {{ frappe: '15.70.0' }} }} }};</script>"
    )

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        page = (Path(self.directory) / "index.html").read_text(encoding="utf-8")
        body = page.replace("<!-- boot -->", self.boot).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", "sid=a-session; Path=/; HttpOnly; SameSite=Lax")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass  # the tests look at the browser and at the Socket.IO server


@contextmanager
def socket_server() -> Iterator[SocketServer]:
    installed = npm_install(APPS)
    with tempfile.TemporaryDirectory(dir=installed) as folder:  # inside, so that the script finds its packages
        script = shutil.copy(APPS / "server" / "socketio.mjs", folder)
        process = subprocess.Popen(
            ["node", script, SITE], env=node_env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            yield SocketServer(process)
        finally:
            _end(process)


NGINX = Template("""\
daemon off;
master_process off;
pid $folder/nginx.pid;
error_log $folder/error.log;
events {}
http {
    access_log off;
    default_type application/octet-stream;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    proxy_http_version 1.1;

    server {
        listen $page:$proxied;
        listen $page:$encrypted ssl;
        ssl_certificate $folder/certificate.pem;
        ssl_certificate_key $folder/key.pem;

        location / {
            proxy_set_header Host $$host;
            proxy_pass http://$backend:$app;
        }
        location /socket.io/ {
            proxy_set_header Upgrade $$http_upgrade;
            proxy_set_header Connection "upgrade";
            proxy_set_header Host $$host;
            proxy_set_header Origin $$scheme://$$http_host;
            proxy_pass http://$backend:$socket;
        }
    }

    server {
        listen $page:$bare;

        location / {
            proxy_pass http://$backend:$app;
        }
        location /socket.io/ {
            proxy_pass http://$backend:$socket;
        }
    }
}
""")


@contextmanager
def nginx(app_port: int, socket_port: int) -> Iterator[tuple[int, int, int]]:
    """The three page ports: with the headers that Frappe needs, the same with TLS, and without any header."""
    program = which("nginx")
    assert program is not None, "ask toolchain.require_debian first"
    with tempfile.TemporaryDirectory() as folder:
        certify(Path(folder))
        ports = proxied, encrypted, bare = free_ports(PAGE, 3)
        configuration = NGINX.substitute(
            folder=folder,
            page=PAGE,
            backend=BACKEND,
            app=app_port,
            socket=socket_port,
            proxied=proxied,
            encrypted=encrypted,
            bare=bare,
        )
        file = Path(folder, "nginx.conf")
        file.write_text(configuration, encoding="utf-8")
        errors = Path(folder, "error.log")
        process = subprocess.Popen(
            [program, "-p", folder, "-c", file, "-e", errors], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            for port in ports:
                _wait_until_open(process, port, errors)
            yield proxied, encrypted, bare
        finally:
            _end(process)


def certify(folder: Path) -> None:
    """A throw-away certificate for the page's address."""
    # fmt: off
    run([
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", f"/CN={PAGE}", "-addext", f"subjectAltName=IP:{PAGE}",
        "-keyout", folder / "key.pem", "-out", folder / "certificate.pem",
    ])
    # fmt: on


def free_ports(address: str, count: int) -> tuple[int, ...]:
    with ExitStack() as stack:
        listeners = [stack.enter_context(socket.socket()) for _ in range(count)]
        for listener in listeners:
            listener.bind((address, 0))
        return tuple(listener.getsockname()[1] for listener in listeners)


def is_open(address: str, port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex((address, port)) == 0


def _wait_until_open(process: subprocess.Popen[bytes], port: int, errors: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not is_open(PAGE, port):
        if process.poll() is not None or time.monotonic() > deadline:
            said = errors.read_text(encoding="utf-8") if errors.exists() else ""
            raise RuntimeError(f"nginx does not listen on {PAGE}:{port}\n{said}")
        time.sleep(0.02)


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _hostname(text: str | None) -> str | None:
    """Of a Host header or an Origin, without scheme and port."""
    return text.rpartition("//")[2].rpartition(":")[0] or text.rpartition("//")[2] if text else None
