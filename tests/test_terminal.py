"""At a terminal: progress, colours, width, standard input, completion."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bundlescan.cli import main
from bundlescan.progress import Progress
from tests.calls import Call

LOCAL = 'new WebSocket("ws://localhost:9000/x");\n'
COMMAND = [sys.executable, "-m", "bundlescan"]
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.js").write_text(LOCAL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return tmp_path


def at_a_terminal(*arguments: str, **env: str) -> str:
    """What a command writes where standard output and error are a terminal."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen([*COMMAND, *arguments], stdout=theirs, stderr=theirs, env={**os.environ, **env})
    os.close(theirs)
    out = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            piece = b""
        if not piece:
            break
        out += piece
    os.close(ours)
    assert done.wait() in (0, 1)
    return out.decode()


class TestProgress:
    def test_a_long_scan_says_how_far_it_is(self) -> None:
        filler = "function f%d(a,b){return a?b+%d:a.c(b)}\n"
        code = "".join(filler % (n, n) for n in range(60_000))
        for name in "bcd":
            Path(f"{name}.js").write_text(code + LOCAL)
        shown = at_a_terminal("find", ".")
        lines = re.findall(r"\r(analysing: \d of 4 scripts that may connect, \d\.\d MB, \d+\.\d MB/s) *", shown)
        assert len(set(lines)) > 1
        after = shown.rpartition(" MB/s")[2]
        assert re.match(r" *\r +\r\S", after), "cleared before the report"
        assert "4 errors" in after

    def test_a_short_one_does_not(self) -> None:
        ours, theirs = pty.openpty()
        with os.fdopen(theirs, "w") as terminal:
            with Progress(terminal) as progress:
                progress("read", 1, 2, 3_000_000)
                assert re.fullmatch(r"reading: 1 of 2 files, 3\.0 MB, \d+\.\d MB/s", progress.line())
            terminal.write(".")
        assert os.read(ours, 100) == b"."
        os.close(ours)

    def test_piped_it_is_quiet(self) -> None:
        with Path("log").open("w") as pipe, Progress(pipe):
            time.sleep(0.8)
        assert Path("log").read_text() == ""


class TestColour:
    @pytest.mark.parametrize(
        ("arguments", "env", "coloured"),
        [
            ([], {}, True),
            ([], {"NO_COLOR": "1"}, False),
            ([], {"TERM": "dumb"}, False),
            (["--color", "never"], {}, False),
            (["--color", "always"], {"NO_COLOR": "1"}, True),
        ],
    )
    def test_at_a_terminal(self, arguments: list[str], env: dict[str, str], coloured: bool) -> None:
        shown = at_a_terminal("find", "a.js", *arguments, **env)
        assert bool(re.search(r"\x1b\[\d+m", shown)) is coloured

    def test_piped(self, call: Call) -> None:
        assert "\x1b[" not in call("find", "a.js").out
        assert "\x1b[" in call("find", "a.js", "--color", "always").out
        assert "\x1b[" in call("rewrite", "--same-origin", "a.js", "--color", "always").out
        call("find", "a.js", "--color", "always", "--output", "report.txt")
        assert "\x1b[" not in Path("report.txt").read_text()


def test_width(call: Call) -> None:
    Path("a.js").write_text(";" * 300 + LOCAL)
    for width in (30, 60):
        shown = call("find", "a.js", "--width", str(width)).out
        code = next(line for line in shown.splitlines() if line.startswith("    ") and "localhost" in line)
        assert width - 8 <= len(code) <= width


class TestStandardInput:
    def run(self, *arguments: str, code: str = LOCAL) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*COMMAND, *arguments], input=code, capture_output=True, text=True, check=False)

    def test_find(self) -> None:
        done = self.run("find", "-", "--format", "json")
        document = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (1, "")
        assert [f["path"] for f in document["findings"]] == ["stdin.js"]
        assert (document["summary"]["files"], document["summary"]["bytes"]) == (1, len(LOCAL))
        both = self.run("find", "-", "a.js", "--stdin-filename", "b.ts", "--format", "json")
        assert [f["path"] for f in json.loads(both.stdout)["findings"]] == ["a.js", "b.ts"]

    def test_the_name_says_what_it_is(self) -> None:
        page = f"<script>{LOCAL}</script>"
        for arguments in ([], ["--stdin-filename", "a.html"]):
            assert self.run("find", "-", *arguments, code=page).returncode == 1
        assert self.run("find", "-", code="\0").stderr == ""
        assert "stdin.js: is binary" in self.run("find", "-", code="\0").stdout

    def test_rewrite_shows_the_edits_only(self) -> None:
        done = self.run("rewrite", "--same-origin", "-")
        assert done.returncode == 0
        assert "+ new WebSocket((location.protocol" in done.stdout
        for arguments in (["--write"], ["--out-dir", "x"]):
            assert self.run("rewrite", "--same-origin", "-", *arguments).returncode == 2
        assert sorted(os.listdir()) == ["a.js"]

    def test_usage(self) -> None:
        assert "--stdin-filename is the name of PATH -" in self.run("find", "a.js", "--stdin-filename", "b.js").stderr


class TestCompletion:
    def complete(self, line: str) -> list[str]:
        """What bash offers after ``line``, asked through the printed script."""
        Path("bin").mkdir(exist_ok=True)
        tool = Path("bin/bundlescan")
        tool.write_text(f'#!/bin/sh\nexec {sys.executable} -m bundlescan "$@"\n')
        tool.chmod(0o755)
        words = line.split(" ")
        script = (
            f'export PATH=$PWD/bin:$PATH; eval "$(bundlescan completion bash)"; COMP_WORDS=({" ".join(words)}); '
            f'COMP_CWORD={len(words) - 1}; _bundlescan_completion bundlescan; printf "%s\\n" "${{COMPREPLY[@]}}"'
        )
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
        return done.stdout.split()

    def test_bash(self) -> None:
        assert {"find", "rewrite"} <= set(self.complete("bundlescan "))
        assert self.complete("bundlescan find --fail-on w") == ["warning"]
        assert self.complete("bundlescan find --base") == ["--baseline"]
        assert self.complete("bundlescan explain socket-l") == ["socket-local-host"]
        assert "json" in self.complete("bundlescan find --format j")

    @pytest.mark.parametrize("shell", ["zsh", "fish"])
    def test_others_are_printed(self, call: Call, shell: str) -> None:
        assert "_BUNDLESCAN_COMPLETE" in call("completion", shell).out


def test_every_option_says_what_it_is_for() -> None:
    for name, command in main.commands.items():
        for option in command.params:
            if option.param_type_name == "option" and option.name not in ("parser", "format_"):
                assert option.help, f"{name} {option.name}"
