"""What is analysed apart cannot know of each other, and several processes find what one does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bundlescan import pipeline
from bundlescan.collect import Kind
from bundlescan.finding import Summary
from bundlescan.islands import islands, shares
from bundlescan.source import Source

FIXTURES = Path(__file__).parent / "fixtures"


def parts(files: dict[str, str]) -> list[list[str]]:
    names = list(files)
    sources = [(Source(name, text.encode()), Kind.JS) for name, text in files.items()]
    return [[names[index] for index in island] for island in islands(sources)]


@pytest.mark.parametrize(
    ("files", "together"),
    [
        ({"a/x.js": "", "b/y.js": ""}, False),
        ({"a/x.js": "", "a/y.js": ""}, True),
        ({"index.html": "", "static/js/x.js": ""}, True),
        ({"a/index.html": "", "b/js/x.js": ""}, False),
        ({"/w/a/index.html": "", "/w/a/js/deep/x.js": ""}, True),
        ({"a/x.js": 'import{p}from"../b/y.js"', "b/y.js": ""}, True),
        ({"a/x.js": "import('../b/y')", "b/y.js": ""}, True),
        ({"a/x.js": "import'../b?v=1'", "b/index.js": ""}, True),
        ({"a/x.js": "import'../c/y.js'", "b/y.js": ""}, False),
        ({"a/x.js": 'import p from"/b/y.js"', "w/b/y.js": ""}, True),
        ({"a/x.js": 'import p from"@/y"', "b/src/y.ts": ""}, True),
        ({"a/x.js": 'import p from"y"', "b/y.js": ""}, False),
        ({"b/y.js": "", "a/x.js": "import '../b/y.js'", "c/z.js": "import '../b/y.js'"}, True),
    ],
)
def test_what_belongs_together(files: dict[str, str], together: bool) -> None:
    found = parts(files)
    assert (len(found) == 1) is together
    assert sorted(name for part in found for name in part) == sorted(files)


def test_shares_are_about_the_same_size() -> None:
    assert shares([[0], [1, 2], [3], [4]], [6, 1, 2, 2, 1], 2) == [[[0]], [[1, 2], [3], [4]]]
    assert len(shares([[0]], [1], 8)) == 1


def test_several_processes_find_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text('title = "t"\nseverity = "error"\nmessage = "{port}"\n[where]\nports = [9000]\n')
    folders = [str(FIXTURES / name) for name in ("socket-hardcoded-port", "socket-local-host", "rewrite")]
    alone = pipeline.find(folders, rules=[str(own)])
    seen: list[tuple[str, int, int, int]] = []
    monkeypatch.setattr(pipeline, "WORTH_A_PROCESS", 0)
    apart = pipeline.find(folders, rules=[str(own)], jobs=2, watch=lambda *step: seen.append(step))
    assert len(alone.findings) > 50
    assert "mine" in {finding.rule_id for finding in alone.findings}
    seconds = alone.summary.seconds
    assert replace(apart, summary=replace(apart.summary, seconds=seconds)) == alone
    assert apart.summary != Summary()
    assert seen[-1] == ("analysed", apart.summary.files, apart.summary.files, apart.summary.bytes)
