"""What bundlescan costs on a real build, against the tools a person would use instead. `make bench` runs it.

The build is a chat application of about 3.5 MB in more than 50 files: React, frappe-react-sdk, an editor, emoji data,
a calendar, charts, a PDF viewer, syntax highlighting. Two commands are compared by taking turns, so that a busy
machine disturbs both; CPU is user and system time of the process and its children, the figure is the median.

Exit code 1: a target was missed.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # `python benchmarks/run.py` puts this folder there, not the checkout
    sys.path.insert(0, str(ROOT))

from tests.toolchain import pip_tool, vite_build  # noqa: E402

APP = ROOT / "benchmarks" / "app"
AST_GREP = "ast-grep-cli==0.51.1"
AST_GREP_RULE = """
id: port
language: JavaScript
rule: { kind: string_fragment, regex: ^9000$ }
"""
NO_ANCHOR = "export const sum = (numbers) => numbers.reduce((left, right) => left + right, 0);\n"
PARSERS = ("tree_sitter", "tree_sitter_javascript", "tree_sitter_typescript", "esprima")

FIND_AT_MOST = 0.5
HELP_AT_MOST = 3.0

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Target:
    what: str
    ratio: float
    at_most: float

    @property
    def met(self) -> bool:
        return self.ratio <= self.at_most


def main() -> int:
    bundlescan: list[str | Path] = [sys.executable, "-m", "bundlescan"]
    compileall.compile_dir(ROOT / "bundlescan", quiet=1)  # as pip leaves an installed package
    with tempfile.TemporaryDirectory() as folder:
        # A copy outside the checkout: ast-grep leaves out hidden and git-ignored folders.
        dist = shutil.copytree(build(), Path(folder, "dist"))
        describe(dist)
        ast_grep: list[str | Path] = [pip_tool(AST_GREP, "ast-grep") / "ast-grep", "scan"]
        ast_grep += ["--inline-rules", AST_GREP_RULE, "--json=compact", dist]
        assert "9000" in output(ast_grep), "the rule of the other tool matches nothing"
        find: list[str | Path] = [*bundlescan, "find", "--format", "json", dist]
        targets = [
            compare("bundlescan find", find, "ast-grep scan", ast_grep, 9, FIND_AT_MOST),
            compare(
                "bundlescan --help",
                [*bundlescan, "--help"],
                "python -c 'import click'",
                [sys.executable, "-c", "import click"],
                15,
                HELP_AT_MOST,
            ),
        ]
        parsers = parsers_loaded_for(Path(folder, "no-anchor"))
        print(f"\nfind on a folder without any anchor loads: {', '.join(parsers) or 'no parser'}")

    print()
    for target in targets:
        print(f"{'ok  ' if target.met else 'MISS'} {target.what}: {target.ratio:.2f}x, target {target.at_most:g}x")
    return 0 if all(target.met for target in targets) and not parsers else 1


def build() -> Path:
    return vite_build(APP)


def describe(dist: Path) -> None:
    files = [file for file in dist.rglob("*") if file.suffix in {".js", ".mjs"}]
    size = sum(file.stat().st_size for file in files)
    print(f"build: {len(files)} JavaScript files, {size / 1e6:.2f} MB")


def compare(ours: str, our_command: Command, theirs: str, their_command: Command, turns: int, at_most: float) -> Target:
    cpu_seconds(our_command), cpu_seconds(their_command)  # the first run reads the disk and writes .pyc files
    ours_took, theirs_took = [], []
    for _ in range(turns):
        ours_took.append(cpu_seconds(our_command))
        theirs_took.append(cpu_seconds(their_command))
    print()
    for name, took in ((ours, ours_took), (theirs, theirs_took)):
        middle, least, most = statistics.median(took), min(took), max(took)
        print(f"{name:26} CPU {middle:.3f} s  ({least:.3f} to {most:.3f}, {turns} runs)")
    return Target(f"{ours} / {theirs}", statistics.median(ours_took) / statistics.median(theirs_took), at_most)


def cpu_seconds(command: Command) -> float:
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: something was found
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def output(command: Command) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def parsers_loaded_for(folder: Path) -> list[str]:
    """The parser packages that a scan of a folder without any anchor imports, by the interpreter's own record."""
    folder.mkdir()
    (folder / "sum.js").write_text(NO_ANCHOR, encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-X", "importtime", "-m", "bundlescan", "find", folder]
    record = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr
    imported = {line.rpartition("|")[2].strip() for line in record.splitlines() if line.startswith("import time:")}
    return [parser for parser in PARSERS if parser in imported]


if __name__ == "__main__":
    raise SystemExit(main())
