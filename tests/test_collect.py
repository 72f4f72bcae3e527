"""PATH arguments to files: what is scanned, under which name, and what is an error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bundlescan.collect import NOTHING, Kind, collect, not_text
from bundlescan.finding import ScanError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*paths: str, text: str = "1") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.path for file in collect(paths, exclude=exclude).files]


def errors(*paths: str) -> list[tuple[str, str]]:
    return [(error.path, error.message) for error in collect(paths).errors]


KINDS = {
    Kind.JS: ("js", "mjs", "cjs", "jsx", "JS"),
    Kind.TS: ("ts", "mts", "cts", "tsx"),
    Kind.COMPONENT: ("vue", "svelte", "html", "htm"),
    None: ("d.ts", "d.mts", "d.cts", "css", "json", "js.map"),
}


def test_kinds_follow_the_extension(tree: Path) -> None:
    kinds = {f"d/f.{end}": kind for kind, ends in KINDS.items() for end in ends}
    put(*kinds)
    assert {file.path: file.kind for file in collect(["d"]).files} == {path: k for path, k in kinds.items() if k}


def test_reported_paths_are_the_argument_and_the_remainder(tree: Path) -> None:
    put("dist/a/b.js")
    assert names("dist") == names("dist/") == names("./dist") == ["dist/a/b.js"]
    assert names(".") == ["dist/a/b.js"]
    assert names(str(tree / "dist")) == [f"{tree}/dist/a/b.js"]
    assert names("dist/../dist") == ["dist/../dist/a/b.js"]


def test_left_out_unless_named(tree: Path) -> None:
    put("d/x.js", "d/node_modules/p/y.js", "d/.git/z.js")
    put("d/.gitignore", text="*.js\n")
    assert names("d") == ["d/x.js"]
    assert names("d/node_modules") == ["d/node_modules/p/y.js"]


def test_links_are_followed_once_and_loops_end(tree: Path) -> None:
    put("apps/chat/public/index.js", "sites/assets/own.js")
    Path("sites/assets/chat").symlink_to("../../apps/chat/public")
    Path("sites/assets/again").symlink_to("chat")
    Path("apps/chat/public/loop").symlink_to(".")
    Path("apps/chat/public/up").symlink_to("../../../sites")
    Path("sites/assets/copy.js").symlink_to("own.js")
    assert names("sites/assets") == ["sites/assets/again/index.js", "sites/assets/own.js"]
    assert names("sites/assets", "apps") == ["apps/chat/public/index.js", "sites/assets/own.js"]


def test_a_named_file_is_scanned_whatever_its_extension(tree: Path) -> None:
    put("page.tmpl", text="\ufeff <!doctype html>")
    put("code.txt", "code.js.bak")
    kinds = {file.path: file.kind for file in collect(["page.tmpl", "code.txt", "code.js.bak"]).files}
    assert kinds == {"page.tmpl": Kind.COMPONENT, "code.txt": Kind.JS, "code.js.bak": Kind.JS}


def test_ignore_files(tree: Path) -> None:
    put("d/a.js", "d/vendor/b.js", "d/x/c.min.js", "d/x/keep.min.js", "d/x/y/keep.min.js", "d/x/y/deep.js")
    put("d/.bundlescanignore", text="# vendored\n/vendor/\n*.min.js\n")
    put("d/x/.bundlescanignore", text="!keep.min.js\n/y/deep.js\n")
    assert names("d") == ["d/a.js", "d/x/keep.min.js", "d/x/y/keep.min.js"]
    assert names("d/vendor/b.js") == ["d/vendor/b.js"]


def test_exclude(tree: Path) -> None:
    put("d/a.js", "d/v/b.js", "d/v/w/c.js", "d/a.vue")
    assert names("d", exclude=("v/",)) == ["d/a.js", "d/a.vue"]
    assert names("d", exclude=("d/v/w", "*.vue")) == ["d/a.js", "d/v/b.js"]
    assert collect(["d/a.js"], exclude=["a.js"]).files == ()


def test_a_path_that_cannot_be_scanned_is_an_error(tree: Path) -> None:
    put("empty/readme.md", "ok/a.js")
    Path("empty/loop").symlink_to(".")
    Path("ok/dead.js").symlink_to("gone")
    Path("ok/dead.css").symlink_to("gone")
    os.mkfifo("ok/pipe.js")
    Path("ok/folder.js").mkdir()
    assert errors("gone", "empty", "ok") == [
        ("empty", NOTHING),
        ("gone", "No such file or directory"),
        ("ok/dead.js", "cannot be read: a link to nothing"),
        ("ok/pipe.js", "is not a regular file"),
    ]
    assert all(error.fatal for error in collect(["gone", "empty", "ok"]).errors)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", None),
        (b"\xef\xbb\xbfvar a", None),
        ("var é='\x00'".encode("utf-16"), "is UTF-16 text: only UTF-8 can be analysed"),
        (b"\x1f\x8b\x08\x00\x00", "is binary, not text"),
        (bytes(range(1, 32)) * 3, "is binary, not text"),
        (b"a('\xff\xfe\xe9')", None),
        ("汉字".encode("gbk") * 100, None),
        (b"var a='" + b"x" * 9000 + b"\0'", None),
        (b"\x1b[0m = 1; // one escape in a lot of text is no reason", None),
    ],
)
def test_not_text(data: bytes, problem: str | None) -> None:
    assert not_text(data) == problem


def test_loading_says_why_not(tree: Path) -> None:
    put("d/a.js", "d/b.js")
    first, second = collect(["d"]).files
    Path("d/a.js").unlink()
    Path("d/b.js").write_bytes(b"\0\0\0")
    assert first.load() == ScanError("d/a.js", "cannot be read: No such file or directory")
    assert second.load() == ScanError("d/b.js", "is binary, not text")
