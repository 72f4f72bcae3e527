"""The command as a person runs it: a process of its own, judged by exit code, output and the files it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.toolchain import ROOT


def bundlescan(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bundlescan", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def find(dist: Path) -> tuple[int, dict[str, Any]]:
    """Exit code and JSON report. Output that is not JSON fails with what was said instead."""
    done = bundlescan("find", dist, "--format", "json")
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError as error:
        raise AssertionError(f"find said no JSON, exit code {done.returncode}\n{done.stdout}{done.stderr}") from error


def errors(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding for finding in report["findings"] if finding["severity"] == "error"]


def text_at(dist: Path, place: dict[str, Any]) -> str:
    """What the file says between a finding's (or a trace entry's) start and end; offsets are bytes."""
    content = Path(place["path"]).read_bytes()
    assert Path(place["path"]).is_relative_to(dist)
    return content[place["start"]["offset"] : place["end"]["offset"]].decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
