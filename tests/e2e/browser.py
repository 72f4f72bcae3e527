"""Headless Chromium: opens a page, waits for what it says about its socket, and keeps every address it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.toolchain import Missing, require_debian, which

if TYPE_CHECKING:
    from playwright.sync_api import Browser as PlaywrightBrowser
    from playwright.sync_api import Page

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
]
WAIT_SECONDS = 30


class Visit:
    """One open page. ``attempts`` grows while it is open: requests and WebSockets, answered or not."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.attempts: list[str] = []
        page.on("request", lambda request: self.attempts.append(request.url))
        page.on("websocket", lambda websocket: self.attempts.append(websocket.url))

    def wait_for(self, name: str, text: str) -> str:
        """The text of the page's output ``name`` ("state", "error", "reply") once it contains ``text``."""
        output = self._page.locator(f"#{name}", has_text=text)
        try:
            output.wait_for(timeout=WAIT_SECONDS * 1000)
        except Exception as error:
            raise AssertionError(f"the page never said {text!r} in #{name}; it shows {self.shown()}") from error
        return output.inner_text()

    def wait_for_attempt(self, text: str) -> str:
        """The first address that contains ``text``."""
        for _ in range(WAIT_SECONDS * 20):
            for url in self.attempts:
                if text in url:
                    return url
            self._page.wait_for_timeout(50)
        raise AssertionError(f"the page asked for no address with {text!r}; it asked for {self.attempts}")

    def shown(self) -> dict[str, str]:
        return {name: self._page.locator(f"#{name}").inner_text() for name in ("state", "error", "reply")}


class Browser:
    def __init__(self, browser: PlaywrightBrowser) -> None:
        self._browser = browser

    @contextmanager
    def visit(self, url: str) -> Iterator[Visit]:
        """Opens the page in a profile of its own. The certificate of an https page may be anybody's."""
        context = self._browser.new_context(ignore_https_errors=True)
        try:
            page = context.new_page()
            visit = Visit(page)
            page.goto(url)
            yield visit
        finally:
            context.close()


@contextmanager
def running_chromium() -> Iterator[PlaywrightBrowser]:
    """Debian's Chromium, driven by Playwright, whose own browsers are never downloaded."""
    require_debian("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise Missing("missing: the Python package playwright (pip install playwright)") from error
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
