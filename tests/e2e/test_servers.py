"""The Socket.IO server of these tests refuses whom Frappe's would, so that "connected" means something."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest

from tests.e2e.servers import BACKEND, SITE, SocketServer, socket_server

pytestmark = pytest.mark.e2e

GOOD = {"Host": SITE, "Origin": f"https://{SITE}:8443", "Cookie": "sid=a-session"}


@pytest.fixture(scope="module")
def server() -> Iterator[SocketServer]:
    with socket_server() as server:
        yield server


@pytest.mark.parametrize(
    ("namespace", "headers", "outcome"),
    [
        pytest.param(f"/{SITE}", GOOD, "connected", id="the port of the origin does not matter"),
        pytest.param("/other.example", GOOD, "Invalid namespace", id="another site's namespace"),
        pytest.param(f"/{SITE}", {**GOOD, "Host": "localhost"}, "Invalid origin", id="Host is not the page's"),
        pytest.param(f"/{SITE}", {**GOOD, "Origin": ""}, "Invalid origin", id="no Origin"),
        pytest.param(f"/{SITE}", {**GOOD, "Cookie": ""}, "No authentication method used.", id="no cookie"),
    ],
)
def test_handshake(server: SocketServer, namespace: str, headers: dict[str, str], outcome: str) -> None:
    earlier = len(server.handshakes())
    answer = ask_for_namespace(server.port, namespace, {name: value for name, value in headers.items() if value})

    if outcome == "connected":
        assert answer.startswith(f"40{namespace},")
    else:
        assert answer.startswith(f"44{namespace},")
        assert json.loads(answer.partition(",")[2])["message"].startswith(outcome)
    assert server.handshakes(earlier + 1)[-1].outcome.startswith(outcome)


def ask_for_namespace(port: int, namespace: str, headers: dict[str, str], address: str = BACKEND) -> str:
    """Socket.IO by hand over polling: open (0), ask for the namespace (40), read the answer (40 or 44)."""
    url = f"http://{address}:{port}/socket.io/?EIO=4&transport=polling"
    session = json.loads(_exchange(Request(url, headers=headers))[1:])["sid"]
    url = f"{url}&sid={session}"
    _exchange(Request(url, data=f"40{namespace},".encode(), headers={**headers, "Content-Type": "text/plain"}))
    return _exchange(Request(url, headers=headers))


def _exchange(request: Request) -> str:
    with urlopen(request, timeout=10) as response:
        body: bytes = response.read()
    return body.decode()
