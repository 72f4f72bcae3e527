"""The documentation builds without a warning, its links lead somewhere, and its shell examples do what they show.

A fenced ``sh`` block is a script: its exit code must be 0, or the one of the line ``<!-- exit N -->`` before it. In a
``console`` block the lines after ``$ `` are commands and all others what they print; UPDATE_SNAPSHOTS=1 writes that
anew. The blocks of a page run one after the other in one folder, which holds the demo's build as ``dist``. What cannot
run here says why in ``<!-- not run: REASON -->``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from bundlescan.render import FORMATS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DEMO = ROOT / "tests/fixtures/demo"
PAGES = sorted(path for path in DOCS.glob("*.md") if path.name != "changelog.md")

BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]+) -->\n)?^```(?P<language>sh|bash|shell|console)\n(?P<body>.*?)^```$", re.DOTALL | re.M
)
SECONDS = re.compile(r"\d+\.\d+ s\b")


class Page(HTMLParser):
    """Where a built page can be entered, and where it leads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors = {""}
        self.targets: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.anchors.add(value or "")
            elif name in ("href", "src") and value:
                self.targets.append(value)


def test_the_site_builds_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    sphinx = f"{sys.executable} -m sphinx -b html -W --keep-going -q -d {tmp_path / 'doctrees'} {DOCS} {site}"
    done = subprocess.run(sphinx.split(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

    pages = {path: Page(path) for path in site.rglob("*.html")}
    assert {path.stem for path in pages} > {path.stem for path in PAGES}
    dead = []
    for path, page in pages.items():
        for target in page.targets:
            link, fragment = urldefrag(target)
            if urlsplit(link).scheme:
                continue  # the site asks nobody
            to = (path.parent / unquote(link.partition("?")[0])).resolve() if link else path
            if not to.is_file() or (to in pages and unquote(fragment) not in pages[to].anchors):
                dead.append(f"{path.relative_to(site)}: {target}")
    assert not dead


@dataclass(frozen=True)
class Block:
    language: str
    body: str
    exit_code: int = 0
    reason: str = ""
    """Why it cannot run here."""


def blocks(page: Path) -> list[Block]:
    found = []
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        mark = match["mark"] or ""
        reason, code = (re.fullmatch(form, mark) for form in (r"not run: (.+)", r"exit (\d)"))
        found.append(Block(match["language"], match["body"], int(code[1]) if code else 0, reason[1] if reason else ""))
    return found


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.stem)
def test_shell_examples(page: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    shutil.copytree(DEMO, work / "dist")
    for block in blocks(page):
        if block.reason:
            continue
        assert block.language in ("sh", "console"), f"{page.name}: a {block.language} block that nobody runs"
        if block.language == "sh":
            done = shell(block.body, work, tmp_path)
            assert done.returncode == block.exit_code, f"{block.body}\n{done.stdout}{done.stderr}"
            continue
        shown = "".join(f"$ {command}\n{printed(command, work, tmp_path)}" for command in commands(block.body))
        if os.environ.get("UPDATE_SNAPSHOTS"):
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(f"```console\n{block.body}", f"```console\n{shown}"), encoding="utf-8")
        else:
            assert block.body == shown


def test_every_format_is_named() -> None:
    page = (DOCS / "findings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \| ", page, re.MULTILINE)) == FORMATS.keys()


def commands(session: str) -> list[str]:
    return [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]


def printed(command: str, work: Path, tmp_path: Path) -> str:
    done = shell(command, work, tmp_path)
    return SECONDS.sub("0.70 s", done.stdout + done.stderr)


def shell(script: str, work: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run as a person would: `bundlescan` on the PATH is the code under test."""
    tool = tmp_path / "bin" / "bundlescan"
    if not tool.exists():
        tool.parent.mkdir()
        tool.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bundlescan "$@"\n')
        tool.chmod(0o755)
    env = {**os.environ, "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=work, env=env, capture_output=True, text=True, check=False
    )
