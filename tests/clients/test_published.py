"""Published packages: nothing is flagged but what ``published.toml`` says, and its reasons were read in their code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bundlescan.finding import Finding, Severity
from bundlescan.pipeline import find
from tests.toolchain import npm_package

PACKAGES = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))["package"]


def facts(root: Path, findings: list[Finding]) -> set[tuple[str, str, str | None]]:
    return {(f.rule_id, Path(f.path).relative_to(root).as_posix(), f.url) for f in findings}


def stated(entries: list[dict[str, str]]) -> set[tuple[str, str, str | None]]:
    return {(entry["rule"], entry["file"], entry.get("url")) for entry in entries}


@pytest.mark.bundles
@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package["name"]))
def test_flagged_is_what_was_audited(package: dict[str, Any]) -> None:
    root = npm_package(package["name"], package["version"], package["integrity"])
    report = find([str(root / name) for name in package["files"]])
    assert not report.errors
    flagged = [f for f in report.findings if f.severity is not Severity.NOTE]
    notes = [f for f in report.findings if f.severity is Severity.NOTE]
    assert facts(root, flagged) == stated(package.get("finding", []))
    assert stated(package.get("note", [])) <= facts(root, notes)
