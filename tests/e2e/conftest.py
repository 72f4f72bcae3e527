from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.browser import Browser
from tests.toolchain import require_debian

if TYPE_CHECKING:
    from playwright.sync_api import Browser as PlaywrightBrowser


@pytest.fixture(scope="session")
def browser(chromium: PlaywrightBrowser) -> Browser:
    require_debian("nginx", "openssl")
    return Browser(chromium)
