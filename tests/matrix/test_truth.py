"""Recorded connections as faults: which, of which rule, and where they should go."""

from __future__ import annotations

from typing import Any

import pytest

from tests.matrix.browser import Run
from tests.matrix.truth import Connection, Truth, is_local, truth

HTTP = "http://site.example/"
HTTPS = "https://site.example/"
HTTP_8000 = "http://site.example:8000/app/page?x=1"
HTTPS_8443 = "https://site.example:8443/app/page?x=1"
LOCALHOST = "http://localhost:8000/app/page?x=1"


def opened(api: str, url: str, **details: Any) -> dict[str, Any]:
    return {"api": api, "url": url, **details}


def seen(*runs: tuple[str, dict[str, Any]]) -> Truth:
    return truth(Run(page, "", (entry,), ()) for page, entry in runs)


@pytest.mark.parametrize(
    ("page", "api", "url", "rule"),
    [
        (HTTP, "websocket", "ws://site.example:9000/live", "socket-hardcoded-port"),
        (HTTPS_8443, "eventsource", "https://site.example:9000/live", "socket-hardcoded-port"),
        (HTTP_8000, "websocket", "ws://site.example:8000/live", None),  # the page's own
        (HTTP_8000, "websocket", "ws://site.example/live", None),  # a default port: nothing fixed is spelled
        (HTTP, "websocket", "ws://site.example:7777/live", None),  # what the page was configured with
        (HTTP, "websocket", "wss://vendor.example:9000/live", None),
        (HTTPS, "websocket", "ws://site.example/live", "socket-insecure-scheme"),
        (HTTPS_8443, "websocket", "ws://site.example:8443/live", "socket-insecure-scheme"),
        (HTTP, "websocket", "ws://127.0.0.1/live", "socket-local-host"),
        (HTTP, "fetch", "http://site.example:8000/api", "http-hardcoded-port"),
        (HTTP, "fetch", "http://localhost/api", "http-local-host"),
        (HTTP, "xhr", "http://site.example:9000/socket.io/?EIO=4&transport=polling", "socket-hardcoded-port"),
    ],
)
def test_the_rule_of_a_connection(page: str, api: str, url: str, rule: str | None) -> None:
    assert [fault.rule for fault in seen((page, opened(api, url))).faults] == ([rule] if rule else [])


def test_a_fault_that_only_a_localhost_page_shows_is_guarded() -> None:
    (fault,) = seen(
        (HTTP, opened("websocket", "ws://site.example/live")),
        (LOCALHOST, opened("websocket", "ws://localhost:9000/live")),
    ).faults
    assert fault.guarded


def test_a_fixed_localhost_is_one_fault_wherever_the_page_is() -> None:
    url = "ws://localhost:9000/live"
    (fault,) = seen((LOCALHOST, opened("websocket", url)), (HTTP, opened("websocket", url))).faults
    assert (fault.rule, fault.guarded) == ("socket-local-host", False)


def test_a_namespace_named_after_the_page_s_host_is_no_fault_of_its_own_on_localhost() -> None:
    def session(host: str) -> dict[str, Any]:
        url = f"http://{host}/socket.io/?EIO=4&transport=polling&sid=s"
        return opened("xhr", url, packet=f"0/{host.partition(':')[0]},")

    on_localhost = session("localhost:9000")
    found = seen((HTTP, session("site.example:9000")), (LOCALHOST, on_localhost))
    assert [fault.guarded for fault in found.faults] == [False]
    after = found.expected(Run(LOCALHOST, "", (on_localhost,), ()))
    assert [c.url for c in after.values()] == [session("localhost:8000")["url"]]


def test_a_namespace_that_is_the_same_on_every_page_moves_on_localhost_too() -> None:
    def session(host: str) -> dict[str, Any]:
        return opened("xhr", f"http://{host}/socket.io/?EIO=4&transport=polling&sid=s", packet="0/site.example,")

    on_localhost = session("localhost:9000")
    found = seen((HTTP, session("site.example:9000")), (LOCALHOST, on_localhost))
    after = found.expected(Run(LOCALHOST, "", (on_localhost,), ()))
    assert [c.url for c in after.values()] == [session("localhost:8000")["url"]]


def test_a_namespace_stands_for_its_session() -> None:
    url = "http://site.example:9000/socket.io/?EIO=4&transport=polling"
    session = (opened("xhr", f"{url}&t=abc"), opened("xhr", f"{url}&t=abd&sid=s", packet="0/admin,"))
    (fault,) = truth([Run(HTTP, "", session, ())]).faults
    assert dict(fault.connection.details)["packet"] == "0/admin,"


def test_where_a_fault_should_go() -> None:
    faulty = opened("websocket", "ws://site.example:9000/live?a=1", protocols=["x"])
    kept = opened("websocket", "wss://vendor.example/live?a=1", protocols=["x"])
    runs = [Run(page, "", (faulty, kept), ()) for page in (HTTP, HTTPS_8443)]
    expected = truth(runs).expected(runs[1])
    assert {connection.url for connection in expected.values()} == {
        "wss://site.example:8443/live?a=1",
        "wss://vendor.example/live?a=1",
    }
    assert all(dict(connection.details) == {"protocols": "['x']"} for connection in expected.values())


def test_http_to_a_local_host_is_only_listed() -> None:
    run = Run(HTTP, "", (opened("fetch", "http://localhost:8000/api"),), ())
    assert [c.url for c in truth([run]).expected(run).values()] == ["http://localhost:8000/api"]


def test_what_varies_from_run_to_run_is_left_out() -> None:
    first, second = (f"http://site.example/socket.io/?EIO=4&transport=polling&t={t}" for t in ("abc", "abd"))
    assert Connection.of(opened("xhr", first)) == Connection.of(opened("xhr", second))


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("app.localhost", True),
        ("0.0.0.0", True),
        ("172.31.255.1", True),
        ("172.32.0.1", False),
        ("192.0.2.1", False),
        ("fe80::1", True),
        ("2001:db8::1", False),
        ("localhost.vendor.example", False),
    ],
)
def test_local_hosts(host: str, local: bool) -> None:
    assert is_local(host) is local
