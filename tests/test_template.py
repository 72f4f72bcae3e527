"""How reports print the address of a connection."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan.pipeline import find


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ("var o={},h=location.hostname;new WebSocket(`ws://${h}:${o.port}/a`)", "ws://{location.hostname}:{…}/a"),
        ('var o={},h=location.hostname;new WebSocket("ws://"+h+":"+o.port)', "ws://{location.hostname}:{…}"),
        ('new WebSocket("ws://undefined:9000")', "ws://undefined:9000"),
    ],
)
def test_what_is_not_seen_being_set_is_not_printed_as_undefined(tmp_path: Path, code: str, url: str) -> None:
    file = tmp_path / "a.js"
    file.write_text(code, encoding="utf-8")
    assert [finding.url for finding in find([str(file)]).findings] == [url]


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ("function f(p,s,h){new WebSocket(`ws://${p}:9000/a?${s}#${h}`)}f('x.example','','')", "/a"),
        ("function f(p,s,h){new WebSocket(`ws://${p}:9000/a?${s}#${h}`)}f('x.example','q=1','')", "/a?q=1"),
        ("function f(p,s,h){new WebSocket(`ws://${p}:9000/a?${s}#${h}`)}f('x.example',window.q,'')", "/a?{window.q}"),
        ("function f(p,s,h){new WebSocket(`ws://${p}:9000/a?${s}#${h}`)}f('x.example','','b')", "/a#b"),
        ("new WebSocket('ws://x.example:9000/a?#')", "/a"),
    ],
)
def test_empty_queries_and_fragments_are_not_printed(tmp_path: Path, code: str, url: str) -> None:
    file = tmp_path / "a.js"
    file.write_text(code, encoding="utf-8")
    (finding,) = find([str(file)]).findings
    assert (finding.url or "").endswith(f"x.example:9000{url}")
