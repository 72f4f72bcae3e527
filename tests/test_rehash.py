"""rewrite --rehash: changed files get other names, and everything that names them follows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import bundlescan
from bundlescan.rewriter.survey import hash_in
from tests.calls import Call

SOCKET = 'new WebSocket(`${location.protocol==="https:"?"wss":"ws"}://${location.hostname}:9000/x`);'
#: a build in miniature: an entry and a page that import each other, one file that nothing changes
TREE = {
    "index.html": '<script type="module" src="/assets/index-B7kQx2Zr.js"></script>'
    '<link rel="modulepreload" href="/assets/page-aB3dEf9Z.js"><link href="/assets/index-C0ffEE12.css">',
    "manifest.json": '{"main.ts": {"file": "assets/index-B7kQx2Zr.js", "css": ["assets/index-C0ffEE12.css"]}}',
    "sw.js": 'self.files=["/assets/index-B7kQx2Zr.js","/assets/other-Zz9Yy8Xx.js"];',
    "assets/index-B7kQx2Zr.js": 'export const p=1;import("./page-aB3dEf9Z.js");import("./other-Zz9Yy8Xx.js");\n'
    "//# sourceMappingURL=index-B7kQx2Zr.js.map",
    "assets/index-B7kQx2Zr.js.map": '{"version":3,"file":"index-B7kQx2Zr.js","sources":[],"mappings":"AAAA"}',
    "assets/page-aB3dEf9Z.js": f'import{{p}}from"./index-B7kQx2Zr.js";{SOCKET}',
    "assets/other-Zz9Yy8Xx.js": "export default 7",
    "assets/index-C0ffEE12.css": "a{}",
}
OLD = ["B7kQx2Zr", "aB3dEf9Z"]


def plant(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def texts(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text() for path in sorted(root.rglob("*")) if path.is_file()}


def check_references(root: Path) -> None:
    """Every hashed name that any file mentions is there."""
    there = texts(root)
    names = {Path(name).name for name in there}
    for name, text in there.items():
        for mentioned in re.findall(r"[\w.-]+-[\w-]{8}\.(?:js|css)(?:\.map)?", text):
            assert mentioned in names, f"{name} mentions {mentioned}"


@pytest.fixture(autouse=True)
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return plant(Path("dist"), TREE)


def rehashed(**how: object) -> bundlescan.Rewrite:
    return bundlescan.rewrite("dist", rehash=True, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("copy", [False, True])
def test_names_and_all_that_mention_them(copy: bool) -> None:
    done = rehashed(out_dir="out") if copy else rehashed(write=True)
    assert (done.outcome.errors, done.outcome.refusals) == ((), ())
    root = Path("out" if copy else "dist")
    after = texts(root)
    assert len(after) == len(TREE)
    assert sorted(done.plan.renamed) == [f"dist/assets/{name}" for name in (
        "index-B7kQx2Zr.js", "index-B7kQx2Zr.js.map", "page-aB3dEf9Z.js",
    )]  # fmt: skip
    whole = "\n".join((*after, *after.values()))
    assert not [token for token in OLD if token in whole]
    check_references(root)
    for name in ("assets/other-Zz9Yy8Xx.js", "assets/index-C0ffEE12.css"):
        assert after[name] == TREE[name]
    # the same text, token for token: nothing else moves
    new = {old: hash_in(Path(done.plan.renamed[f"dist/assets/{name}"]).name) for old, name in zip(
        OLD, ("index-B7kQx2Zr.js", "page-aB3dEf9Z.js"), strict=True)}  # fmt: skip
    for name, text in TREE.items():
        for old, fresh in new.items():
            assert fresh
            name, text = name.replace(old, fresh), text.replace(old, fresh)
        assert after[name] == (text if SOCKET not in text else after[name])
        assert SOCKET not in after[name]
    written = set(done.outcome.written)
    assert {f"{root}/{name}" for name in after if name not in TREE} <= written
    assert not any("keeps" in line or "the name holds" in line for line in done.outcome.warnings)


def test_it_is_done_once_and_always_the_same() -> None:
    first = rehashed(out_dir="a").plan.renamed
    assert rehashed(write=True).plan.renamed == first
    before = texts(Path("dist"))
    again = rehashed(write=True)
    assert (again.plan.after, again.plan.renamed) == ({}, {})
    assert texts(Path("dist")) == before == texts(Path("a"))


def test_another_edit_gives_other_names() -> None:
    first = rehashed().plan.renamed
    page = Path("dist/assets/page-aB3dEf9Z.js")
    page.write_text(page.read_text() + ";1")
    second = rehashed().plan.renamed
    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())


@pytest.mark.parametrize(
    ("token", "alphabet"), [("3f2a91bc", "[0-9a-f]"), ("4F2QK7XA", "[0-9A-Z]"), ("9k2j4h1x0z", "[0-9a-z]")]
)
def test_webpack_keeps_hashes_apart_from_names(token: str, alphabet: str) -> None:
    plant(Path("wp"), {
        "index.html": '<script src="/main.0a1b2c3d4e5f.js"></script>',
        "main.0a1b2c3d4e5f.js": f'r.u=e=>"js/"+e+"."+{{179:"{token}",180:"ffff0000"}}[e]+".js"',
        f"js/179.{token}.js": f"(self.webpackChunk=self.webpackChunk||[]).push([[179],{{1:()=>{{{SOCKET}}}}}]);",
    })  # fmt: skip
    done = bundlescan.rewrite("wp", rehash=True, write=True)
    after = texts(Path("wp"))
    (chunk,) = (name for name in after if name.startswith("js/179."))
    fresh = chunk.split(".")[1]
    assert re.fullmatch(f"{alphabet}{{{len(token)}}}", fresh)
    (main,) = (name for name in after if name.startswith("main."))
    assert f'{{179:"{fresh}",180:"ffff0000"}}' in after[main]
    assert main != "main.0a1b2c3d4e5f.js"
    assert main in after["index.html"]
    assert len(done.plan.renamed) == 2


class TestKept:
    def kept(self, reason: str) -> bundlescan.Rewrite:
        done = rehashed()
        (warning,) = (line for line in done.outcome.warnings if "keeps its name" in line)
        assert reason in warning
        return done

    def test_nothing_mentions_it(self) -> None:
        for name in ("index.html", "assets/index-B7kQx2Zr.js"):
            Path("dist", name).write_text("")
        done = self.kept("dist/assets/page-aB3dEf9Z.js keeps its name: nothing else in these folders mentions it")
        assert done.plan.renamed == {}
        assert any("page-aB3dEf9Z.js: the name holds a content hash" in line for line in done.outcome.warnings)

    def test_a_page_elsewhere_in_the_project_mentions_it(self) -> None:
        plant(Path(), {"pyproject.toml": "", "app/www/raven.html": '<script src="/index-B7kQx2Zr.js">'})
        done = self.kept("app/www/raven.html mentions it: name that folder as a PATH too (with --write)")
        assert [Path(old).name for old in done.plan.renamed] == ["page-aB3dEf9Z.js"]
        both = bundlescan.rewrite(["dist", "app/www"], rehash=True, write=True)
        assert len(both.plan.renamed) == 3
        assert "B7kQx2Zr" not in Path("app/www/raven.html").read_text()

    @pytest.mark.parametrize("whole", [True, False])
    def test_a_copy_has_files_of_its_own(self, whole: bool) -> None:
        """A complete copy, or a backup with what changed."""
        plant(Path(), {"pyproject.toml": ""})
        some = {name: text for name, text in TREE.items() if whole or not re.search("other|css", name)}
        plant(Path("old/build"), some)
        done = rehashed(write=True)
        assert (len(done.plan.renamed), done.plan.kept) == (3, ())
        assert texts(Path("old/build")) == dict(sorted(some.items()))

    def test_a_copy_with_another_file_needs_it(self) -> None:
        plant(Path("lib"), {"package.json": "", **{f"copy/{name}": text for name, text in TREE.items()}})
        Path("dist").rename("lib/dist")
        Path("lib/copy/assets/page-aB3dEf9Z.js").write_text("another")
        done = bundlescan.rewrite("lib/dist", rehash=True)
        (reason,) = {line.partition(": ")[2] for line in done.plan.kept}
        assert reason.startswith("lib/copy/index.html mentions it: ")
        assert reason.endswith(f"if it is an old copy, move it out of {Path('lib').resolve()}")
        Path("lib/copy").rename("copy")
        assert len(bundlescan.rewrite("lib/dist", rehash=True).plan.renamed) == 3

    def test_a_copy_whose_file_is_a_link_needs_it(self) -> None:
        plant(Path(), {"pyproject.toml": "", "copy/index.html": TREE["index.html"]})
        Path("copy/assets").symlink_to("../dist/assets")
        assert len(rehashed().plan.kept) == 1

    def test_a_report_of_our_own_keeps_none(self) -> None:
        page = b'<meta name="generator" content="bundlescan 1.0"><td>dist/assets/index-B7kQx2Zr.js</td>'
        plant(Path(), {"pyproject.toml": "", "report.html": page.decode()})
        done = rehashed()
        assert len(done.plan.renamed) == 3
        assert not [line for line in done.outcome.warnings if "keeps its name" in line]

    def test_something_that_is_no_text_mentions_it(self) -> None:
        Path("dist/app.bin").write_bytes(b"\0 page-aB3dEf9Z.js")
        assert self.kept("dist/app.bin mentions it and is no text").plan.renamed == {}

    def test_a_link(self) -> None:
        Path("elsewhere.js").write_text(Path("dist/assets/page-aB3dEf9Z.js").read_text())
        Path("dist/assets/page-aB3dEf9Z.js").unlink()
        Path("dist/assets/page-aB3dEf9Z.js").symlink_to(Path("elsewhere.js").resolve())
        assert self.kept("it is a link").plan.renamed == {}


def test_a_backup_brings_everything_back(call: Call) -> None:
    import subprocess

    said = call("rewrite", "--same-origin", "dist", "--rehash", "--write", "--backup", "old", "--format", "json")
    document = json.loads(said.out)
    assert len(document["renamed"]) == 3
    assert texts(Path("dist")) != TREE
    subprocess.run(["sh", "-c", document["restore"]], check=True)
    assert texts(Path("dist")) == dict(sorted(TREE.items()))


def test_what_an_earlier_run_left_is_no_reason_for_other_names() -> None:
    """The old files copied back, without the ``rm`` that belongs to it."""
    first = rehashed(write=True)
    new = texts(Path("dist"))
    plant(Path("dist"), TREE)
    again = rehashed(write=True)
    assert again.plan.renamed == first.plan.renamed
    assert texts(Path("dist")) == new
    plant(Path("dist"), TREE)
    assert rehashed(out_dir="out").plan.renamed == first.plan.renamed
    assert texts(Path("out")) == new


def test_a_name_that_another_file_has_is_not_taken() -> None:
    taken = {Path(new) for new in rehashed().plan.renamed.values()}
    for path in taken:
        path.write_text("another")
    done = rehashed(write=True)
    assert len(done.plan.renamed) == 3
    assert not taken & {Path(new) for new in done.plan.renamed.values()}
    assert {path.read_text() for path in taken} == {"another"}


def test_nothing_is_renamed_when_writing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    real, calls = os.replace, []

    def replace(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", target)
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        assert rehashed(write=True).outcome.errors
    assert texts(Path("dist")) == dict(sorted(TREE.items()))


def test_the_report_says_so(call: Call) -> None:
    said = call("rewrite", "--same-origin", "dist", "--rehash")
    assert re.search(r"^renamed dist/assets/index-B7kQx2Zr.js -> index-\w{8}.js$", said.out, re.MULTILINE)
    assert texts(Path("dist")) == dict(sorted(TREE.items()))
    assert call("rewrite", "--same-origin", "dist/assets/page-aB3dEf9Z.js", "--rehash").code == 2


def test_a_page_that_a_worker_keeps_is_warned_of(dist: Path, call: Call) -> None:
    """Its name stays; the revision in the worker's list does not follow."""
    (dist / "sw.js").write_text('precacheAndRoute([{url:"assets/page-aB3dEf9Z.js"},{url:"index.html",revision:"1"}])')
    said = call("rewrite", "--same-origin", "dist", "--rehash")
    assert "dist/sw.js: this service worker caches index.html" in said.out + said.err
    assert "caches page-aB3dEf9Z.js" not in said.out + said.err
