"""The HTML report in a real browser: filters, keys, no request, and scanned files' contents that stay text.

The sample report has three findings of three rules: an error, a warning, a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bundlescan.finding import Finding, Notice, Report, ScanError
from bundlescan.pipeline import find
from bundlescan.render import View, render
from tests.samples import hardcoded_port, report, source
from tests.toolchain import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

EVIL = (
    "</script><script>evil()</script></style><img src=x onerror=evil()>\"'><svg onload=evil()>"
    "{{7*7}}{% raw %}<!--javascript:evil()\0\x1b[2J\u202e\udcff"
)
#: the smallest contrast of any text with what is behind it, and that text
CONTRAST = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const linear = (c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const [r, g, b] = channels(colour).map((c) => linear(c / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
  };
  let worst = [21, ""];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.matches("option, script")) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(behind(node))].sort((x, y) => y - x);
    const contrast = (a + .05) / (b + .05);
    if (contrast < worst[0]) worst = [contrast, node.outerHTML];
  }
  return worst;
}"""

Open = Callable[..., Any]


@pytest.fixture
def open_(chromium: Browser, tmp_path: Path) -> Open:
    """Opens a report; at the end there must have been no request but for it, no error, and no foreign code."""

    @contextmanager
    def open_(shown: Report, **options: Any) -> Iterator[Page]:
        file = tmp_path / "report.html"
        file.write_text(render("html", shown, View(paths=("dist",))), encoding="utf-8")
        said: list[str] = []
        context = chromium.new_context(**options)
        page = context.new_page()
        page.on("request", lambda request: said.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script("window.evil = () => console.log('evil')")
        page.goto(file.as_uri())
        yield page
        context.close()
        assert said == [file.as_uri()]

    return open_


def visible(page: Page, what: str) -> list[str]:
    """The text of the headings or list entries that can be seen."""
    selector = {"findings": "article h2", "entries": "nav li .what"}[what]
    return [one.inner_text() for one in page.locator(selector).all() if one.is_visible()]


def test_filters(open_: Open) -> None:
    with open_(report()) as page:
        everything = visible(page, "findings")
        assert len(everything) == 3
        assert page.get_by_role("status").inner_text() == "3 of 3 shown"
        page.get_by_role("searchbox").fill("KH( 9000")
        assert visible(page, "findings") == everything[:1]
        assert visible(page, "entries") == ["socket-hardcoded-port 9000"]
        assert page.get_by_role("status").inner_text() == "1 of 3 shown"
        page.get_by_role("searchbox").fill("nothing has this")
        assert visible(page, "findings") == visible(page, "entries") == []
        assert page.get_by_text("No finding matches the filter.").is_visible()
        page.get_by_role("searchbox").fill("")
        page.get_by_role("checkbox", name="error").uncheck()
        assert visible(page, "findings") == everything[1:]
        page.get_by_role("combobox").select_option("socket-same-origin")
        assert visible(page, "findings") == everything[2:]
        page.get_by_role("checkbox", name="note").uncheck()
        assert visible(page, "findings") == []


def test_keys(open_: Open) -> None:
    with open_(report()) as page:
        page.keyboard.press("/")
        page.keyboard.type("socket-")
        assert page.get_by_role("searchbox").input_value() == "socket-"
        page.keyboard.type("xj/")
        assert visible(page, "findings") == []
        page.keyboard.press("Escape")
        assert len(visible(page, "findings")) == 3
        page.get_by_role("searchbox").blur()
        reached = []
        for key in "jjjjk":
            page.keyboard.press(key)
            reached.append(page.evaluate("document.activeElement.id"))
        assert reached == ["finding-1", "finding-2", "finding-3", "finding-3", "finding-2"]


def test_everything_is_reached_by_tab(open_: Open) -> None:
    """What can be operated gets the focus in the order of the page, and shows it."""
    with open_(report()) as page:
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            reached.append(page.evaluate("document.activeElement.outerHTML"))
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(outline) != "none", reached[-1]
        operable = "a[href], input, select, summary"
        tops = page.evaluate(f"[...document.querySelectorAll('{operable}')].filter((e) => e.checkVisibility()).length")
        assert len(reached) == tops > 15
        assert reached[0].startswith('<a class="skip"')


def test_without_javascript_everything_is_there(open_: Open) -> None:
    with open_(report(), java_script_enabled=False) as page:
        assert len(visible(page, "findings")) == 3
        assert not page.locator("form").is_visible()
        assert page.locator(".flow li").count() == sum(len(f.trace) for f in report().findings)
        assert page.locator("ins", has_text="location.port").is_visible()
        page.locator("nav a").nth(1).click()
        assert page.url.endswith("#finding-2")


def test_what_is_scanned_stays_text(open_: Open) -> None:
    def evil(finding: Finding) -> Finding:
        trace = tuple(replace(s, path=EVIL, text=EVIL, note=EVIL, before=EVIL, after=EVIL) for s in finding.trace)
        proposal = finding.proposal and replace(finding.proposal, title=EVIL, changes=tuple(
            replace(c, path=EVIL, old=EVIL, new=EVIL, before=EVIL, after=EVIL) for c in finding.proposal.changes
        ))  # fmt: skip
        sink = finding.sink and replace(finding.sink, name=EVIL, callee=EVIL)
        return replace(
            finding, rule_id=EVIL, message=EVIL, path=EVIL, url=EVIL, host=EVIL, when=EVIL, sink=sink, trace=trace,
            proposal=proposal, excerpt=EVIL, excerpt_end=9,
        )  # fmt: skip

    hostile = Report(tuple(map(evil, report().findings)), (ScanError(EVIL, EVIL),), notices=(Notice(EVIL, 1, EVIL),))
    with open_(hostile) as page:
        assert page.locator("script").count() == page.locator("style").count() == 1
        assert page.locator("img, svg, iframe, object, [onload], [onerror]").count() == 0
        heading = page.locator("h2").first.inner_text()
        assert "<img src=x onerror=evil()>" in heading and "{{7*7}}" in heading and "␀␛[2J\ufffd\ufffd" in heading
        page.get_by_role("searchbox").fill("<img src=x")
        assert len(visible(page, "findings")) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read(open_: Open, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    """In both schemes every text stands out by 4.5 to 1 (WCAG AA), and nothing is wider than a phone."""
    monkeypatch.chdir(ROOT)
    found = find(["tests/fixtures/demo", "tests/fixtures/dev-client", "tests/none"], edits=True)
    with open_(found, color_scheme=scheme, viewport={"width": 360, "height": 740}) as page:
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        contrast, text = page.evaluate(CONTRAST)
        assert contrast >= 4.5, text
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        backgrounds = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", backgrounds))) < 3 * 128) == (scheme == "dark")


def test_nothing_found(open_: Open) -> None:
    with open_(Report()) as page:
        assert page.get_by_role("heading", level=1).inner_text() == "Nothing found"
        assert page.get_by_text("Nothing to report").is_visible()


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Also not by what a browser would fetch later: links lead into the page."""
    text = render("html", replace(report(), findings=(hardcoded_port(source("a.js")),)))
    assert set(re.findall(r"(?:src|href|action)=\"?([^\"#]*)", text)) <= {"data:,", ""}
    assert "url(" not in text and "@import" not in text
