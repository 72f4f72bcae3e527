from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.browser import Browser, chromium
from tests.toolchain import require_debian


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    require_debian("nginx", "chromium", "openssl")
    with chromium() as browser:
        yield browser
