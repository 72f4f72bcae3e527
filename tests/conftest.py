"""A test whose programs are missing is skipped with one line; BUNDLESCAN_REQUIRE_E2E=1 makes it fail instead."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.calls import Call, caller
from tests.e2e.browser import running_chromium
from tests.toolchain import Missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A machine that is busy with something else is no reason to fail.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Call:
    return caller(capfd)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None]:
    yield from _skip_if_missing()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None]:
    yield from _skip_if_missing()


def _skip_if_missing() -> Generator[None]:
    try:
        yield
    except Missing as missing:
        if os.environ.get("BUNDLESCAN_REQUIRE_E2E") == "1":
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium for all tests of a process: Playwright can be started in it only once."""
    with running_chromium() as browser:
        yield browser
