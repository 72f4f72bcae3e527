"""A page whose socket goes past the proxy, before and after `bundlescan rewrite --same-origin`, all parts real.

The bundles are Vite builds of an app that renders frappe-react-sdk's FrappeProvider, as Raven does, and of one that
connects in the manner of frappe-ui, CRM and Helpdesk, whose port comes from a JSON file and is minified to ``9e3``.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.e2e.browser import Browser, Visit
from tests.e2e.builds import build
from tests.e2e.cli import bundlescan, contents, errors, find, text_at
from tests.e2e.servers import PAGE, SITE, Machine, is_open, machine
from tests.toolchain import Missing

pytestmark = pytest.mark.e2e

INVALID_ORIGIN = "Invalid origin"


@dataclass(frozen=True)
class Case:
    app: str
    variant: str
    port: int
    url: str
    """How the URL template of the finding begins, up to the namespace."""


RAVEN = "{location.protocol}//{location.hostname}"
CRM = "http://{location.hostname}"  # always http where the page shows a port: the scheme is part of the flaw
CASES = [
    Case("raven", "es2015", 9000, f"{RAVEN}:9000/{{"),
    Case("raven", "default", 9000, f"{RAVEN}:9000/{{"),
    Case("raven", "port9001", 9001, f"{RAVEN}:9001/{{"),
    Case("raven", "rollup", 9000, f"{RAVEN}:9000/{{"),
    Case("crm", "es2015", 9000, f"{CRM}:9000/{{window.site_name}}"),
    Case("crm", "default", 9000, f"{CRM}:9000/{{window.site_name}}"),
    Case("crm", "rollup", 9000, f"{CRM}:9000/{{window.site_name}}"),
]


@pytest.fixture(params=CASES, ids=lambda case: f"{case.app}-{case.variant}")
def case(request: pytest.FixtureRequest) -> Case:
    chosen: Case = request.param
    return chosen


@pytest.fixture
def dist(case: Case, tmp_path: Path) -> Path:
    """The build as it lies on the operator's disk."""
    return shutil.copytree(build(case.app, case.variant), tmp_path / "dist")


@pytest.fixture
def rewritten(dist: Path, tmp_path: Path) -> Path:
    out = tmp_path / "rewritten"
    done = bundlescan("rewrite", "--same-origin", dist, "--out-dir", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_before_the_page_goes_past_the_proxy(case: Case, dist: Path, browser: Browser) -> None:
    if is_open(PAGE, case.port):
        raise Missing(f"something listens on every address of this machine at port {case.port}; it must be closed")
    with machine(dist) as served, browser.visit(served.proxied) as page:
        page.wait_for("state", "disconnected")
        page.wait_for_attempt(f"//{PAGE}:{case.port}/socket.io/")
        assert page.shown()["error"]
        assert not served.socket.handshakes()


def test_find_names_the_literal_and_the_call(case: Case, dist: Path) -> None:
    exit_code, report = find(dist)

    assert exit_code == 1
    assert report["errors"] == []
    assert len(errors(report)) == 1, report["findings"]
    [finding] = errors(report)
    assert finding["rule_id"] == "socket-hardcoded-port"
    assert finding["port"] == case.port
    assert finding["url"].startswith(case.url)
    assert finding["when"] == "location.port"
    assert finding["sink"]["kind"] == "socket"
    assert finding["sink"]["name"] == "socket.io-client"
    assert finding["fix"] == "same-origin"

    literal, call = finding["trace"][0], finding["trace"][-1]
    assert text_at(dist, literal).strip("\"'`") in {str(case.port), "9e3"}
    assert text_at(dist, call).startswith(f"{finding['sink']['callee']}(")
    assert (finding["path"], finding["start"]) == (literal["path"], literal["start"])


def test_rewrite_leaves_nothing_to_find_and_changes_one_file(dist: Path, rewritten: Path) -> None:
    exit_code, report = find(rewritten)
    assert (exit_code, errors(report)) == (0, [])

    before, after = contents(dist), contents(rewritten)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert len(changed) == 1
    assert changed.pop().endswith(".js")


def test_second_rewrite_changes_no_byte(rewritten: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    done = bundlescan("rewrite", "--same-origin", rewritten, "--out-dir", again)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(again) == contents(rewritten)


def test_after_the_socket_connects_through_the_proxy(rewritten: Path, browser: Browser) -> None:
    with machine(rewritten) as served, browser.visit(served.proxied) as page:
        assert_connected(page)
        page.wait_for_attempt("ws://")
        assert_only_asked(page, served.proxied, {"http", "ws"})
        assert_host_and_origin_agree(served)


def test_after_on_an_https_page_the_socket_is_encrypted(rewritten: Path, browser: Browser) -> None:
    with machine(rewritten) as served, browser.visit(served.encrypted) as page:
        assert_connected(page)
        page.wait_for_attempt("wss://")
        assert_only_asked(page, served.encrypted, {"https", "wss"})
        assert_host_and_origin_agree(served)


def test_after_behind_a_bare_proxy_pass_the_server_refuses(rewritten: Path, browser: Browser) -> None:
    """The trap: browsers send no Origin on a same-origin GET, and without proxy_set_header Host is the upstream's."""
    with machine(rewritten) as served, browser.visit(served.bare) as page:
        page.wait_for("state", "disconnected")
        page.wait_for("error", INVALID_ORIGIN)
        assert_only_asked(page, served.bare, {"http", "ws"})

        handshake = served.socket.handshakes(1)[0]
        assert handshake.outcome == INVALID_ORIGIN
        assert handshake.origin is None
        assert handshake.host_name != PAGE
        assert handshake.hasCookie


def assert_connected(page: Visit) -> None:
    page.wait_for("state", "connected")
    assert page.wait_for("reply", "hello") == f'{{"said":"hello","site":"{SITE}"}}'
    assert page.shown()["error"] == ""


def assert_only_asked(page: Visit, url: str, schemes: set[str]) -> None:
    asked = [urlsplit(attempt) for attempt in page.attempts]
    assert {attempt.netloc for attempt in asked} == {urlsplit(url).netloc}
    assert {attempt.scheme for attempt in asked} <= schemes


def assert_host_and_origin_agree(served: Machine) -> None:
    [handshake] = served.socket.handshakes(1)
    assert handshake.outcome == "connected"
    assert handshake.host_name == handshake.origin_host_name == PAGE
    assert handshake.namespace == f"/{SITE}"
    assert handshake.hasCookie
