"""Bad and odd input through the command line: a clear line or a right result, every other file still scanned."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bundlescan.collect import NOTHING

DEMO = Path(__file__).parent / "fixtures/demo"
SOCKET = b'new WebSocket("ws://"+location.hostname+":"+9e3+"/live")'
BOM = b"\xef\xbb\xbf"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder with one known finding, to which a test adds what may go wrong."""
    return shutil.copytree(DEMO, tmp_path / "dist")


def bundlescan(*arguments: str | Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "bundlescan", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    return done.returncode, done.stdout


def find(*paths: Path) -> tuple[int, list[dict[str, Any]], dict[str, str]]:
    """Exit code, findings outside the demo's own bundle, errors by file name. The demo's finding has to be there."""
    code, out = bundlescan("find", *paths, "--format", "json")
    document = json.loads(out)
    findings = [f for f in document["findings"] if not f["path"].endswith("/index-B7kQx2Zr.js")]
    assert len(findings) == len(document["findings"]) - 1
    return code, findings, {Path(error["path"]).name: error["message"] for error in document["errors"]}


def test_the_demo_alone(dist: Path) -> None:
    assert find(dist) == (1, [], {})


def test_missing_path(dist: Path) -> None:
    assert find(dist, dist / "gone") == (2, [], {"gone": "No such file or directory"})


def test_nothing_to_scan(dist: Path) -> None:
    (dist.parent / "empty").mkdir()
    assert find(dist, dist.parent / "empty") == (2, [], {"empty": NOTHING})


def test_unreadable_file(dist: Path) -> None:
    (dist / "dead.js").symlink_to("nowhere")
    assert find(dist) == (2, [], {"dead.js": "cannot be read: a link to nothing"})


def test_a_folder_named_like_a_script(dist: Path) -> None:
    (dist / "folder.js").mkdir()
    (dist / "folder.js/inner.js").write_bytes(SOCKET)
    code, (finding,), errors = find(dist)
    assert (code, errors, finding["port"]) == (1, {}, 9000)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\x02\x01\x01\0\0" + bytes(100), "is binary, not text"),
        ("var a".encode("utf-16"), "is UTF-16 text: only UTF-8 can be analysed"),
    ],
)
def test_binary_named_js(dist: Path, data: bytes, message: str) -> None:
    (dist / "a.js").write_bytes(data)
    assert find(dist) == (2, [], {"a.js": message})
    code, out = bundlescan("find", dist)
    assert code == 2
    assert f"a.js: {message}" in out


def test_empty_file(dist: Path) -> None:
    (dist / "a.js").touch()
    assert find(dist) == (1, [], {})
    code, out = bundlescan("find", dist, dist / "a.js")
    assert (code, f"without effect {dist}/a.js: is empty" in out) == (1, True)
    code, out = bundlescan("find", dist / "a.js")
    assert (code, out) == (2, f"not analysed {dist}/a.js: is empty: nothing to scan\n\nNothing was analysed.\n")


def test_folders_with_empty_files_only(tmp_path: Path) -> None:
    for name, data in (("a.js", b""), ("b.js", b"\xef\xbb\xbf\n")):
        (tmp_path / name).write_bytes(data)
    code, out = bundlescan("find", tmp_path)
    assert (code, out.splitlines()[0]) == (2, f"not analysed {tmp_path}: holds empty files only: nothing to scan")


@pytest.mark.parametrize("command", [("find", "-"), ("rewrite", "--same-origin", "-")])
def test_empty_standard_input(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bundlescan", *command], input="", capture_output=True, text=True, check=False
    )
    assert (done.returncode, "not analysed stdin.js: is empty" in done.stdout) == (2, True)


@pytest.mark.parametrize("command", [("find",), ("rewrite", "--same-origin")])
def test_nothing_reassuring_beside_a_mistyped_path(tmp_path: Path, command: tuple[str, ...]) -> None:
    code, out = bundlescan(*command, tmp_path / "dsit")
    assert (code, out.splitlines()[-1]) == (2, "Nothing was analysed.")
    assert "0 errors" not in out
    code, out = bundlescan("find", tmp_path / "dsit", "--format", "html")
    assert "Nothing found" not in out


def test_syntax_error(dist: Path) -> None:
    (dist / "a.js").write_bytes(b"{% if realtime %}\n" + SOCKET + b";\n{% endif %} const = ;\n")
    code, findings, errors = find(dist)
    assert code == 1
    assert list(errors) == ["a.js"]
    assert [(f["port"], f["start"]["line"]) for f in findings] == [(9000, 2)]


@pytest.mark.parametrize(
    ("before", "line", "units"),
    [
        (b'var a="\xff\xfe\xe9";\n', 2, 0),
        (BOM, 1, 0),
        (BOM + b"/*x*/", 1, 5),
        (b"var a;\r\nvar b;\r\n", 3, 0),
        ("/* é😀 */".encode(), 1, 9),
    ],
    ids=["invalid UTF-8", "BOM", "BOM and text", "CRLF", "beyond ASCII"],
)
def test_odd_text_keeps_positions(dist: Path, before: bytes, line: int, units: int) -> None:
    """``units``: UTF-16 units before the socket on its line."""
    (dist / "a.js").write_bytes(before + SOCKET + b";\r\n")
    code, (finding,), errors = find(dist)
    assert (code, errors) == (1, {})
    index = SOCKET.index(b"9e3")
    assert finding["start"] == {"line": line, "column": units + index + 1, "offset": len(before) + index}
    assert finding["end"]["offset"] == len(before) + index + 3


def test_five_megabytes_on_one_line(dist: Path) -> None:
    filler = b"".join(b"function f%d(a){return a*9e3+%d}" % (i, i) for i in range(150_000))
    assert len(filler) > 5_000_000
    (dist / "a.js").write_bytes(filler + SOCKET)
    code, (finding,), errors = find(dist)
    assert (code, errors, finding["start"]["line"], finding["port"]) == (1, {}, 1, 9000)
    code, out = bundlescan("find", dist / "a.js")
    assert code == 1
    assert max(map(len, out.splitlines())) < 200


def test_five_thousand_parentheses(dist: Path) -> None:
    (dist / "a.js").write_bytes(b'new WebSocket("ws://"+location.hostname+":"+' + b"(" * 5000 + b"9000" + b")" * 5001)
    code, findings, errors = find(dist)
    assert findings or errors
    assert code == (1 if findings else 2)


def test_a_folder_without_any_anchor_never_loads_a_parser(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("function a(e){return e*9e3}")
    (tmp_path / "a.ts").write_text("export const a: number = 9000")
    (tmp_path / "a.html").write_text("<script>a(9000)</script>")
    (tmp_path / "a.vue").write_text("<script>export default {}</script>")
    code = (
        "import sys\nfrom bundlescan.cli import main\n"
        f"assert main(['find', {str(tmp_path)!r}, '--format', 'json'], standalone_mode=False) == 0\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["summary"] | {"files": 4, "parsed": 0} == json.loads(done.stdout)["summary"]
    parsers = {"tree_sitter", "tree_sitter_javascript", "tree_sitter_typescript", "tree_sitter_html", "esprima"}
    assert not {*parsers, "turbohtml", "rich"} & set(done.stderr.split())


def test_rewrite_goes_on_past_what_it_cannot_read(dist: Path) -> None:
    (dist / "a.js").write_bytes(b"\0")
    code, out = bundlescan("rewrite", "--same-origin", dist, "--write", "--format", "json")
    document = json.loads(out)
    assert code == 2
    assert [Path(path).name for path in document["written"]] == ["index-B7kQx2Zr.js"]
    assert (dist / "a.js").read_bytes() == b"\0"
    code, out = bundlescan("rewrite", "--same-origin", dist, "--write", "--format", "json")
    assert (code, json.loads(out)["written"]) == (2, [])


def test_rewrite_keeps_every_other_byte(dist: Path) -> None:
    data = BOM + b'var a="\xff";\r\n' + SOCKET + b';\r\nvar b="\xc3\xa9";'
    (dist / "a.js").write_bytes(data)
    code, out = bundlescan("rewrite", "--same-origin", dist, "--write", "--format", "json")
    assert code == 0
    (edit,) = (e for e in json.loads(out)["edits"] if e["path"].endswith("/a.js"))
    start, end = edit["start"]["offset"], edit["end"]["offset"]
    assert (dist / "a.js").read_bytes() == data[:start] + edit["new"].encode() + data[end:]
    assert find_nothing(dist)


def find_nothing(dist: Path) -> bool:
    return bundlescan("find", dist)[0] == 0
