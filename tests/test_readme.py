"""The runs in the README are what the tool prints; UPDATE_SNAPSHOTS=1 writes them anew."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SECONDS = re.compile(r"\d+\.\d+ s\b")


def printed(command: str) -> str:
    """What a command prints, indented; how long it took does not matter."""
    arguments = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "bundlescan", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return SECONDS.sub("0.70 s", done.stdout)


def block(name: str) -> str:
    """The text between the README's marks of that name."""
    found = re.search(f"<!-- {name} -->\n(.*?)<!-- end -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def indented(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.splitlines())


def check(name: str, text: str) -> None:
    if os.environ.get("UPDATE_SNAPSHOTS"):
        readme = README.read_text(encoding="utf-8")
        README.write_text(
            readme.replace(f"<!-- {name} -->\n{block(name)}", f"<!-- {name} -->\n{text}"), encoding="utf-8"
        )
    assert block(name) == text


def test_the_run() -> None:
    command = "bundlescan find tests/fixtures/demo"
    check("run", indented(f"$ {command}\n{printed(command)}"))


def test_the_edit() -> None:
    lines = printed("bundlescan rewrite --same-origin tests/fixtures/demo").splitlines()
    check("edit", indented("\n".join(line for line in lines if line.startswith(("- ", "+ ")))))


@pytest.mark.parametrize("command", ["find", "rewrite", "rules", "explain"])
def test_every_command_has_help(command: str) -> None:
    assert "Usage: bundlescan" in printed(f"bundlescan {command} --help").replace("python -m ", "")
