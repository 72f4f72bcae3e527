"""Source maps: a finding names the original place, and a rewritten file's map stays true."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from bundlescan.cli import main
from bundlescan.finding import Original
from bundlescan.pipeline import find
from bundlescan.sourcemap import MapError, Replaced, moved, parse, spell, vlq

CODE = 'const p="é😀";new WebSocket("ws://"+location.hostname+":9000/live");\n'
CALL, PORT = (
    CODE.encode("utf-16-le").index("new".encode("utf-16-le")) // 2,
    len('new WebSocket("ws://"+location.hostname+'),
)


def mappings(lines: Sequence[Sequence[tuple[int, ...]]]) -> str:
    """Lines of (column[, source, line, column[, name]]), all absolute, as a map spells them."""
    last = [0, 0, 0, 0]
    texts = []
    for line in lines:
        column, pieces = 0, []
        for segment in line:
            fields = [segment[0] - column] + [now - before for now, before in zip(segment[1:], last, strict=False)]
            column, last[: len(segment) - 1] = segment[0], segment[1:]
            pieces.append("".join(map(spell, fields)))
        texts.append(",".join(pieces))
    return ";".join(texts)


def a_map(
    lines: Sequence[Sequence[tuple[int, ...]]], sources: Sequence[str | None] = ("../src/live.js",)
) -> dict[str, Any]:
    return {"version": 3, "sources": list(sources), "names": ["x"], "mappings": mappings(lines)}


#: the call comes from line 8, the port from line 3 of src/live.js
MAP = a_map([[(0, 0, 0, 0), (CALL, 0, 7, 4, 0), (CALL + PORT, 0, 2, 20)]])


def originals(tmp_path: Path, code: str, beside: dict[str, str]) -> tuple[list[Original | None], list[str]]:
    assets = tmp_path / "dist"
    assets.mkdir(exist_ok=True)
    (assets / "index-B7kQx2Zr.js").write_text(code, encoding="utf-8")
    for name, text in beside.items():
        (assets / name).write_text(text, encoding="utf-8")
    report = find([str(assets)])
    root = f"{tmp_path.as_posix()}/"
    found = [f.original for f in report.findings if f.severity != "note"]
    return (
        [o and Original(o.path.removeprefix(root), o.line, o.column) for o in found],
        [f"{Path(error.path).name}: {error.message}" for error in report.errors if not error.fatal],
    )


EXPECTED = Original("src/live.js", 3, 21)
INLINE = "data:application/json;charset=utf-8;base64," + base64.b64encode(json.dumps(MAP).encode()).decode()


@pytest.mark.parametrize(
    ("comment", "beside"),
    [
        ("", {"index-B7kQx2Zr.js.map": json.dumps(MAP)}),
        ("//# sourceMappingURL=index-B7kQx2Zr.js.map", {"index-B7kQx2Zr.js.map": json.dumps(MAP)}),
        ("//# sourceMappingURL=other%20name.json?v=2\n\n", {"other name.json": json.dumps(MAP)}),
        ("/*# sourceMappingURL=m.map */", {"m.map": ")]}'\n" + json.dumps(MAP)}),
        ("//# sourceMappingURL=https://cdn.example/m.map", {"index-B7kQx2Zr.js.map": json.dumps(MAP)}),
        ("//# sourceMappingURL=gone.map", {"index-B7kQx2Zr.js.map": json.dumps({**MAP, "sourceRoot": "."})}),
        (f"//# sourceMappingURL={INLINE}", {}),
        ("//# sourceMappingURL=data:application/json," + json.dumps(MAP).replace(" ", "").replace('"', "%22"), {}),
    ],
)  # fmt: skip
def test_a_finding_names_the_original_place(tmp_path: Path, comment: str, beside: dict[str, str]) -> None:
    assert originals(tmp_path, CODE + comment, beside) == ([EXPECTED], [])


def test_sections_count_from_where_they_begin(tmp_path: Path) -> None:
    head = {"offset": {"line": 0, "column": 0}, "map": a_map([[(0, 0, 0, 0)]], ["a.js"])}
    rest = {"offset": {"line": 0, "column": CALL}, "map": a_map([[(0, 0, 7, 4), (PORT, 0, 2, 20)]])}
    nested = {"offset": {"line": 0, "column": 0}, "map": {"version": 3, "sections": [head, rest]}}
    index = {"version": 3, "sections": [nested, {"offset": {"line": 1, "column": 0}, "map": a_map([])}]}
    assert originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": json.dumps(index)}) == ([EXPECTED], [])


@pytest.mark.parametrize("source", ["webpack:///./src/live.js", "/srv/live.js", "https://x.example/live.js"])
def test_a_source_with_an_address_of_its_own_keeps_it(tmp_path: Path, source: str) -> None:
    text = json.dumps({**MAP, "sources": [source]})
    assert originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": text})[0] == [Original(source, 3, 21)]


@pytest.mark.parametrize(
    "lines", [[[(CALL + PORT + 10, 0, 2, 20)]], [[(0, 0, 0, 0), (CALL,)]], [], [[], [(0, 0, 2, 20)]]]
)
def test_a_place_that_the_map_does_not_know(tmp_path: Path, lines: list[list[tuple[int, ...]]]) -> None:
    assert originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": json.dumps(a_map(lines))}) == ([None], [])


def test_a_source_without_a_name(tmp_path: Path) -> None:
    text = json.dumps({**MAP, "sources": [None]})
    assert originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": text}) == ([None], [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not JSON"),
        ("[]", "it is not a JSON object"),
        ("[" * 100_000, "it is not JSON"),
        ('{"version":2,"sources":[],"mappings":""}', "its version is 2, not 3"),
        ('{"version":3,"mappings":""}', "it has no list of sources"),
        ('{"version":3,"sources":[1],"mappings":""}', "its sources is no text"),
        ('{"version":3,"sources":[],"mappings":7}', "its mappings is no text"),
        ('{"version":3,"sources":["a"],"mappings":"A~"}', "'~' is no digit of its mappings"),
        ('{"version":3,"sources":["a"],"mappings":"AAAg"}', "a segment ends in the middle of a number"),
        ('{"version":3,"sources":["a"],"mappings":"ggggggggggggggA"}', "a number of its mappings is too large"),
        ('{"version":3,"sources":["a"],"mappings":"AA"}', "a segment has 2 fields"),
        ('{"version":3,"sources":["a"],"mappings":"ACAA"}', "a segment leads outside its 1 sources"),
        ('{"version":3,"sections":[{"offset":{"line":0,"column":0}}]}', "a section holds no map"),
        ('{"version":3,"sections":[{"map":{}}]}', "a section has no offset"),
        ('{"version":3,"sections":{}}', "its sections are no list"),
    ],
)
def test_a_broken_map_is_one_line_and_changes_nothing_else(tmp_path: Path, text: str, why: str) -> None:
    found, errors = originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": text})
    assert found == [None]
    (error,) = errors
    assert error.startswith("index-B7kQx2Zr.js: its source map cannot be used: ")
    assert why in error
    assert "\n" not in error
    result = CliRunner().invoke(main, ["find", str(tmp_path / "dist")], standalone_mode=False)
    assert result.return_value == 1
    assert why in result.output


@given(
    st.binary(max_size=60)
    | st.text(max_size=60).map(lambda t: b'{"version":3,"sources":["a"],"mappings":%b}' % json.dumps(t).encode())
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_map_or_an_error(data: bytes) -> None:
    try:
        parse(data).original(3, 100)
    except MapError as error:
        assert "\n" not in str(error)


@given(st.integers(-(2**30) + 1, 2**30 - 1))
def test_numbers_are_read_as_spelled(number: int) -> None:
    assert vlq(spell(number)) == [number]


def test_the_original_place_is_in_the_text_and_the_json(tmp_path: Path) -> None:
    originals(tmp_path, CODE, {"index-B7kQx2Zr.js.map": json.dumps(MAP)})
    dist = str(tmp_path / "dist")
    assert "src/live.js:3:21" in CliRunner().invoke(main, ["find", dist]).output
    (finding,) = json.loads(CliRunner().invoke(main, ["find", dist, "--format", "json"]).output)["findings"]
    assert finding["original"] == {"path": f"{tmp_path.as_posix()}/src/live.js", "line": 3, "column": 21}


# -- after edits ----------------------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_after_edits_every_token_outside_them_has_its_original(data: st.DataObject) -> None:
    """Lines of tokens (lengths in UTF-16 units), a segment for each; some tokens are replaced, some texts put between
    two of them."""
    lines = data.draw(st.lists(st.lists(st.integers(1, 9), max_size=8), min_size=1, max_size=4))
    segments: list[list[tuple[int, ...]]] = []
    expected, replaced = [], []
    for number, tokens in enumerate(lines):
        starts = [sum(tokens[:at]) for at in range(len(tokens))]
        segments.append([(start, 0, number * 7 % 5, start * 3) for start in starts])
        column = now = 0
        for at, length in enumerate(tokens):
            if data.draw(st.booleans()):
                inserted = data.draw(st.integers(1, 300))
                replaced.append(Replaced(number, column, column, inserted))
                now += inserted
            if data.draw(st.booleans()):
                put = data.draw(st.integers(0, 300))
                replaced.append(Replaced(number, column, column + length, put))
                now += put
            else:
                expected.append((number, now, (number * 7 % 5, starts[at] * 3)))
                now += length
            column += length
    as_sections = data.draw(st.booleans())
    raw = a_map(segments, ["a"])
    if as_sections:
        cut = data.draw(st.integers(0, len(lines[0])))
        at = sum(lines[0][:cut])
        tail = [[(c - at, *rest) for c, *rest in segments[0][cut:]], *segments[1:]]
        raw = {"version": 3, "sections": [
            {"offset": {"line": 0, "column": 0}, "map": a_map([segments[0][:cut]], ["a"])},
            {"offset": {"line": 0, "column": at}, "map": a_map(tail, ["a"])},
        ]}  # fmt: skip
    before = json.dumps(raw, indent=1).encode()
    after = moved(before, replaced)
    assert moved(before, []) == before or as_sections
    known = parse(after)
    for number, column, original in expected:
        assert known.original(number, column) == ("a", *original)


def test_nothing_but_the_mappings_of_a_map_changes() -> None:
    raw = {"x_google_ignoreList": [0], "debugId": "d", **MAP, "sourcesContent": ['"mappings":"é😀\ud800"']}
    before = json.dumps(raw, indent=2, ensure_ascii=False).encode("utf-8", "surrogatepass")
    replaced = [Replaced(0, CALL + PORT, CALL + PORT + 7, 20)]
    with pytest.raises(MapError):  # a lone surrogate is no UTF-8
        moved(before, replaced)
    before = json.dumps(raw, indent=2).encode()
    after = moved(before, replaced)
    assert {**json.loads(after), "mappings": raw["mappings"]} == raw
    assert after.count(b"\n") == before.count(b"\n")


def written(tmp_path: Path, code: str, beside: dict[str, str], *options: str) -> tuple[Path, str]:
    originals(tmp_path, code, beside)
    arguments = ["rewrite", "--same-origin", str(tmp_path / "dist"), *options]
    result = CliRunner().invoke(main, arguments, standalone_mode=False)
    assert result.return_value == 0, result.output
    return tmp_path / "dist", result.output


#: the edit is between two tokens that the map knows
LATER = a_map([[(0, 0, 0, 0), (CALL, 0, 7, 4), (len(CODE) - 2 + 1, 0, 9, 1)]])


def test_the_rewrite_moves_the_map_with_the_file(tmp_path: Path) -> None:
    dist, output = written(tmp_path, CODE, {"index-B7kQx2Zr.js.map": json.dumps(LATER)}, "--write")
    assert "source map" not in output
    code = (dist / "index-B7kQx2Zr.js").read_text(encoding="utf-8")
    assert code != CODE
    known = parse((dist / "index-B7kQx2Zr.js.map").read_bytes())
    end = len(code.encode("utf-16-le")) // 2 - 2  # the semicolon
    assert known.original(0, end) == ("../src/live.js", 9, 1)
    assert known.original(0, CALL) == ("../src/live.js", 7, 4)
    assert known.original(0, end - 1) == ("../src/live.js", 7, 4)


def test_a_copy_has_the_moved_map_and_a_backup_the_old_one(tmp_path: Path) -> None:
    text = json.dumps(LATER)
    dist, _ = written(tmp_path, CODE, {"index-B7kQx2Zr.js.map": text}, "--out-dir", str(tmp_path / "new"))
    assert (dist / "index-B7kQx2Zr.js.map").read_text() == text
    copied = (tmp_path / "new/index-B7kQx2Zr.js.map").read_bytes()
    written(tmp_path, CODE, {}, "--write", "--backup", str(tmp_path / "old"))
    assert (tmp_path / "old/index-B7kQx2Zr.js.map").read_text() == text
    assert (dist / "index-B7kQx2Zr.js.map").read_bytes() == copied


def test_a_map_gets_a_new_name_with_its_file(tmp_path: Path) -> None:
    code = CODE + "//# sourceMappingURL=index-B7kQx2Zr.js.map"
    text = json.dumps({**LATER, "file": "index-B7kQx2Zr.js"})
    page = '<script type="module" src="index-B7kQx2Zr.js"></script>'
    beside = {"index-B7kQx2Zr.js.map": text, "index.html": page}
    dist, _ = written(tmp_path, code, beside, "--write", "--rehash")
    (script,) = dist.glob("*.js")
    assert script.name != "index-B7kQx2Zr.js"
    data = Path(f"{script}.map").read_bytes()
    assert json.loads(data)["file"] == script.name
    end = script.read_text(encoding="utf-8").index(");")
    assert parse(data).original(0, end + 1 + 1) == ("../src/live.js", 9, 1)  # 😀 is two units
    assert len(list(dist.iterdir())) == 3


@pytest.mark.parametrize(
    ("comment", "beside", "why"),
    [
        (f"//# sourceMappingURL={INLINE}", {}, "it is inside the file"),
        ("", {"index-B7kQx2Zr.js.map": "{"}, "it is not JSON"),
    ],
)
def test_a_map_that_cannot_be_moved_is_a_warning(
    tmp_path: Path, comment: str, beside: dict[str, str], why: str
) -> None:
    dist, output = written(tmp_path, CODE + comment, beside, "--write")
    assert f"its source map is left as it is, columns after an edit are off: {why}" in output
    for name, text in beside.items():
        assert (dist / name).read_text() == text
    assert (dist / "index-B7kQx2Zr.js").read_text(encoding="utf-8").endswith(comment)


def test_an_edit_over_several_lines_leaves_the_map(tmp_path: Path) -> None:
    code = "new WebSocket(`ws://${location.hostname\n}:9000/live`);"
    text = json.dumps(a_map([[(0, 0, 0, 0)], []]))
    dist, output = written(tmp_path, code, {"index-B7kQx2Zr.js.map": text}, "--write")
    assert "the edit in line 1 goes over several lines" in output
    assert (dist / "index-B7kQx2Zr.js.map").read_text() == text
