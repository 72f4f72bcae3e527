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
