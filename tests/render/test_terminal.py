"""The whole program at a terminal: places are links, and nothing of a scanned file moves the cursor."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.toolchain import ROOT

EVIL = "a\x1b[2J\x07 é.js"
CODE = "/*\x1b[31m*/var u='ws://localhost:9000/\x1b]0;x\x07\x9b2J';new WebSocket(u);\n"
SEQUENCES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;([^\x1b]*)\x1b\\")  # colours and links


def shown(folder: Path, **env: str) -> str:
    """What `bundlescan find` shows at a terminal."""
    (folder / EVIL).write_text(CODE, encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM_PROGRAM")}
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bundlescan", "find", "."], cwd=folder, stdin=follower, stdout=follower, stderr=follower,
        env={**plain, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **env},
    )  # fmt: skip
    os.close(follower)
    said = b""
    with suppress(OSError):  # raised where the other side is closed
        while piece := os.read(leader, 65536):
            said += piece
    os.close(leader)
    assert process.wait() == 1
    return said.decode()


@pytest.mark.parametrize(
    ("program", "link"), [("", "file://{}#1:22"), ("vscode", "vscode://file{}:1:22"), ("other", "file://{}#1:22")]
)
def test_places_are_links(tmp_path: Path, program: str, link: str) -> None:
    links = SEQUENCES.findall(shown(tmp_path, TERM_PROGRAM=program))
    assert link.format(quote(str(tmp_path / EVIL))) in links


def test_no_link_without_colour(tmp_path: Path) -> None:
    assert "\x1b" not in shown(tmp_path, NO_COLOR="1")


def test_nothing_of_a_scanned_file_reaches_the_terminal_raw(tmp_path: Path) -> None:
    text = SEQUENCES.sub("", shown(tmp_path))
    assert "a␛[2J␇ é.js:1:22" in text
    assert "localhost:9000" in text
    assert re.findall(r"[^\n\r\x20-\x7e\xa0-\U0010ffff]", text) == []
