"""Builds in headless Chromium: where does a page really connect, for each origin and state of the page?

No build reaches a network: every request of the page is answered from the build's folder or refused, and
``recorder.js`` runs first in each page, writes down every connection and lets it fail. One browser serves the
whole run; what a folder does is kept under the hash of its bytes.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import mimetypes
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.toolchain import CACHE, Missing, require_debian, which

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Route
    from playwright.async_api import Page as BrowserPage

ORIGINS = (
    "http://site.example/",
    "https://site.example/",
    "https://site.example:8443/app/page?x=1",
    "http://site.example:8000/app/page?x=1",
    "http://localhost:8000/app/page?x=1",
)
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-features=BackForwardCache,SitePerProcess,IsolateOrigins,Translate,OptimizationHints",
    "--disable-site-isolation-trials",
]
RECORDER = Path(__file__).with_name("recorder.js")
DOCTYPE = re.compile(r"\s*(<!--.*?-->\s*)?<!doctype[^>]*>", re.IGNORECASE | re.DOTALL)
GIVE_UP_SECONDS = 20
GAVE_UP = "gave up"


@dataclass(frozen=True)
class Run:
    """What one page did: its URL, the state it started in, its connections in order, its script errors."""

    page: str
    state: str
    connections: tuple[dict[str, Any], ...]
    errors: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """A build's folder, and the states and origins to open it in."""

    folder: Path
    states: tuple[str, ...]
    origins: tuple[str, ...] = ORIGINS


def record(jobs: Iterable[Job], progress: Callable[[int, int], None] = lambda done, total: None) -> list[list[Run]]:
    """The runs of each job, in the order of its origins and states."""
    jobs = list(jobs)
    keys = [_key(job) for job in jobs]
    missing = {key: job for key, job in zip(keys, jobs, strict=True) if not _kept(key).exists()}
    fresh: dict[str, list[Run]] = {}
    if missing:
        with ThreadPoolExecutor(1) as thread:  # a browser of another test may keep this thread's event loop running
            fresh = thread.submit(asyncio.run, _record_missing(missing, progress)).result()
    return [fresh.get(key) or [Run(**run) for run in json.loads(_kept(key).read_text())] for key in keys]


def _kept(key: str) -> Path:
    return CACHE / "matrix" / "runs" / key[:2] / f"{key}.json"


def _key(job: Job) -> str:
    seen = hashlib.sha256(RECORDER.read_bytes() + Path(__file__).read_bytes())
    seen.update(json.dumps([job.states, job.origins]).encode())
    for name, data in _files(job.folder).items():
        seen.update(f"{name}\0".encode() + hashlib.sha256(data).digest())
    return seen.hexdigest()[:24]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


async def _record_missing(missing: dict[str, Job], progress: Callable[[int, int], None]) -> dict[str, list[Run]]:
    require_debian("chromium")
    try:
        from playwright.async_api import async_playwright
    except ImportError as error:
        raise Missing("missing: the Python package playwright (pip install playwright)") from error
    parts: dict[str, dict[str, list[Run]]] = {key: {} for key in missing}
    runs: dict[str, list[Run]] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)

        async def visit(origin: str) -> None:
            context = await browser.new_context(ignore_https_errors=True, service_workers="block")
            tab = Tab(context)
            for key, job in missing.items():
                if origin in job.origins:
                    parts[key][origin] = await tab.record(job, origin)
                    if len(parts[key]) == len(job.origins):
                        runs[key] = [run for name in job.origins for run in parts[key][name]]
                        _keep(key, runs[key])
                        progress(len(runs), len(missing))
            await context.close()

        # One tab for each origin: staying on one site keeps the page's process.
        origins = dict.fromkeys(origin for job in missing.values() for origin in job.origins)
        await asyncio.gather(*(visit(origin) for origin in origins))
        await browser.close()
    return runs


def _keep(key: str, runs: list[Run]) -> None:
    if any(error.startswith(GAVE_UP) for run in runs for error in run.errors):
        return  # another time it may end
    _kept(key).parent.mkdir(parents=True, exist_ok=True)
    _kept(key).write_text(json.dumps([asdict(run) for run in runs]))


class Tab:
    """One page of the browser, opened again and again. ``_serving`` is the build it is served from."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._page: BrowserPage | None = None
        self._serving: dict[str, bytes] = {}
        self._state = ""
        self._asked = self._answered = 0
        self._recorder = RECORDER.read_text()

    async def record(self, job: Job, origin: str) -> list[Run]:
        self._serving = _files(job.folder)
        return [await self._open(origin, state) for state in job.states]

    async def _open(self, url: str, state: str) -> Run:
        self._state = state
        if self._page is None:
            self._page = await self._context.new_page()
            await self._page.route("**/*", self._answer)
        from playwright.async_api import Error as PlaywrightError

        try:
            result = await asyncio.wait_for(self._settled(self._page, url), GIVE_UP_SECONDS)
        except (TimeoutError, PlaywrightError) as error:
            await self._page.close()  # a page that hangs takes its process with it
            self._page = None
            return Run(url, state, (), (f"{GAVE_UP}: {error or 'no end in sight'}",))
        return Run(url, state, tuple(result["log"]), tuple(result["errors"]))

    async def _settled(self, page: BrowserPage, url: str) -> dict[str, Any]:
        self._asked = self._answered = 0
        await page.goto(url, wait_until="load", timeout=0)
        await self._all_answered(page)
        firing = self._asked < 3  # a page and its script: no chunk is on its way
        while True:
            seen = self._asked
            result: dict[str, Any] = await page.evaluate(f"__matrix.settle({json.dumps(firing)})")
            await self._all_answered(page)
            if seen == self._asked:
                if firing:
                    return result
                firing = True  # time goes on once every chunk is there, as it would on a fast line

    async def _all_answered(self, page: BrowserPage) -> None:
        """The answers of a page and its requests come on different ways: a request of its own is the last of them."""
        await page.evaluate("__matrix.barrier()")
        while self._answered < self._asked:
            await asyncio.sleep(0.005)

    async def _answer(self, route: Route) -> None:
        if route.request.url.endswith("/__matrix_barrier"):
            return await route.fulfill(body="")
        self._asked += 1
        try:
            await self._respond(route)
        finally:
            self._answered += 1

    async def _respond(self, route: Route) -> None:
        request = route.request
        name = urlsplit(request.url).path.removeprefix("/static/")
        if request.is_navigation_request() and request.frame.parent_frame is None:
            setup = f"<script>{self._recorder}\n{self._state}</script>"
            page = DOCTYPE.sub(lambda m: m[0] + setup, self._serving["index.html"].decode(), count=1)
            await route.fulfill(body=page, content_type="text/html; charset=utf-8")
        elif body := self._serving.get(name) or self._serving.get(name.rpartition("/")[2]):
            if urlsplit(request.url).query == "__matrix=1":
                body = f"{self._recorder}\n".encode() + body
            await route.fulfill(body=body, content_type=mimetypes.guess_type(name)[0] or "text/javascript")
        else:
            await route.abort()
