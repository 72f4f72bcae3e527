"""The pictures of the documentation: the HTML report in a browser, light and dark, and the terminal.

``python -m scripts.pictures`` writes them into docs/images; it needs Chromium, pngquant and the test dependencies.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

from tests.e2e.browser import FLAGS
from tests.toolchain import require_debian, which

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/images"
FIXTURES = ROOT / "tests/fixtures"
#: what the page shows beside the demo: an example of other rules each
EXAMPLES = {"chat.js": "socket-local-host", "status.js": "http-local-host", "preview.js": "dev-client"}
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>text {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
{chrome}<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def main() -> None:
    require_debian("chromium", "pngquant")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        dist = Path(folder) / "dist"
        dist.mkdir()
        (dist / "assets").symlink_to(FIXTURES / "demo/assets")
        for name, rule in EXAMPLES.items():
            (dist / name).symlink_to(FIXTURES / rule / "example.js")
        page(Path(folder))
        terminal(Path(folder))


def page(folder: Path) -> None:
    """The HTML report as it opens."""
    run(folder, "--format", "html", "--output", "report.html", "dist")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 1620})
            shown = context.new_page()
            shown.goto((folder / "report.html").as_uri())
            picture = IMAGES / f"report-{scheme}.png"
            shown.screenshot(path=picture)
            subprocess.run(["pngquant", "--force", "--output", picture, "64", picture], check=True)
        browser.close()


def terminal(folder: Path) -> None:
    """What a terminal shows of the first finding, as SVG; no font is fetched."""
    command = "bundlescan find dist/assets"
    shown = run(folder, "dist/assets", colour=True)
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(f"$ \x1b[1m{command}\x1b[0m\n{shown}"), soft_wrap=True)
    svg = console.export_svg(title=command, code_format=FORMAT, unique_id="terminal")
    (IMAGES / "terminal.svg").write_text(re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE), encoding="utf-8")


def run(folder: Path, *arguments: str, colour: bool = False) -> str:
    """What ``bundlescan find`` prints, in a terminal if ``colour``."""
    command = [sys.executable, "-m", "bundlescan", "find", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "112", "LINES": "50", "TERM": "xterm-256color"}
    if not colour:
        subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
        return ""
    leader, follower = os.openpty()
    subprocess.run(command, cwd=folder, env=env, stdin=follower, stdout=follower, stderr=follower, check=False)
    os.close(follower)
    said = b""
    try:
        while read := os.read(leader, 65536):
            said += read
    except OSError:  # the end, where the other side of a pseudo-terminal is closed
        pass
    return said.decode().replace("\r\n", "\n")


if __name__ == "__main__":
    main()
