"""Settings that a build puts into sources, from the ``.env`` files beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan.finding import Finding, Severity
from bundlescan.pipeline import find

SOCKET = 'new WebSocket("ws://"+location.hostname+":"+import.meta.env.VITE_PORT+"/x");'


def findings(root: Path, files: dict[str, str | bytes], start: str = "") -> list[Finding]:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    report = find([str(root / start) if start else str(root)])
    assert not report.errors
    return [f for f in report.findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("files", "where", "port"),
    [
        ({".env": "VITE_PORT=9001\n"}, ".env:1:11", 9001),
        ({".env": "A=1\n  export VITE_PORT = '9001' # nine\n"}, ".env:2:23", 9001),
        ({".env": 'VITE_PORT="9001"'}, ".env:1:12", 9001),
        ({".env": "VITE_PORT=`9001`"}, ".env:1:12", 9001),
        ({".env": "VITE_PORT=9001 # nine\r\n"}, ".env:1:11", 9001),
        ({".env": "VITE_PORT=1\nVITE_PORT=9001\n"}, ".env:2:11", 9001),
        ({".env": "VITE_PORT=9001", ".env.local": "VITE_PORT=9002"}, ".env.local:1:11", 9002),
        ({".env.production": "VITE_PORT=9003", ".env.local": "VITE_PORT=9002"}, ".env.production:1:11", 9003),
        ({".env.production.local": "VITE_PORT=9004", ".env.production": "X=1"}, ".env.production.local:1:11", 9004),
        ({"src/.env": "VITE_PORT=9005", ".env": "VITE_PORT=9001"}, "src/.env:1:11", 9005),
    ],
)
def test_the_place_is_in_the_file_that_wins(tmp_path: Path, files: dict[str, str], where: str, port: int) -> None:
    (finding,) = findings(tmp_path, {**files, "package.json": "{}", "src/live/socket.js": SOCKET})
    path = Path(finding.path).relative_to(tmp_path)
    assert (f"{path}:{finding.start.line}:{finding.start.column}", finding.port) == (where, port)
    assert [step.note for step in finding.trace[:2]] == ["the port is spelled here", "the build puts VITE_PORT in here"]
    assert finding.trace[1].text == "import.meta.env.VITE_PORT"


@pytest.mark.parametrize(
    "files",
    [
        {".env.development": "VITE_PORT=9001"},
        {".env": "VITE_OTHER=9001"},
        {".env": "#VITE_PORT=9001"},
        {".env": "VITE_PORT=${PORT}"},
        {".env": "VITE_PORT=9001\nVITE_PORT=$X"},
        {".env/x": ""},
        {"src/package.json": "{}", ".env": "VITE_PORT=9001"},
        {"other/.env": "VITE_PORT=9001"},
    ],
)
def test_what_is_not_known(tmp_path: Path, files: dict[str, str]) -> None:
    assert findings(tmp_path, {"package.json": "{}", **files, "src/live/socket.js": SOCKET}) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.ts", SOCKET.replace("VITE_PORT", "VITE_PORT!")),
        ("a.tsx", "const { VITE_PORT: p } = import.meta.env;" + SOCKET.replace("import.meta.env.VITE_PORT", "p")),
        ("a.jsx", SOCKET.replace("import.meta.env.VITE_PORT", 'process.env["VITE_PORT"]')),
        ("a.vue", f"<template/>\n<script setup lang='ts'>\n{SOCKET}\n</script>"),
        ("a.svelte", f"<script>{SOCKET.replace('.VITE', '?.VITE')}</script>"),
        ("a.html", f"<script type=module>{SOCKET.replace('VITE_PORT', 'VITE_PORT ?? 9000')}</script>"),
    ],
)  # fmt: skip
def test_in_every_kind_of_source(tmp_path: Path, name: str, code: str) -> None:
    (finding,) = findings(tmp_path, {".env": "VITE_PORT=9001", name: code}, name)
    assert (Path(finding.path).name, finding.port) == (".env", 9001)


def test_from_the_folder_that_is_scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    findings(tmp_path, {".env": "VITE_PORT=9001", "src/a.js": SOCKET})
    monkeypatch.chdir(tmp_path)
    assert [f.path for f in find(["src/a.js"]).findings] == [".env"]
    monkeypatch.chdir(tmp_path / "src")
    assert [f.path for f in find(["."]).findings] == ["../.env"]


def test_other_settings_are_in_no_report(tmp_path: Path) -> None:
    env = "SECRET=hunter2\nVITE_PORT=9001\nVITE_KEY=hunter3 # hunter4\n"
    (finding,) = findings(tmp_path, {".env": env, "a.js": SOCKET})
    assert "hunter" not in repr(finding)
    assert finding.excerpt == "VITE_PORT=9001"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, {".env": b"\xff\xfe=1\nVITE_PORT=9001\n\0\xff", "a.js": SOCKET})
    assert finding.port == 9001
    assert findings(tmp_path, {".env": b"VITE_PORT=9001\0\xff"}) == []
