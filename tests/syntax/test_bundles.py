"""The differential test on real minified code: libraries from npm, built by seven bundlers and minifiers.

``bundles/`` is the npm project. On every file both parsers must give the same tree, node for node: types, spans,
names, cooked values.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from bundlescan.source import Source
from bundlescan.syntax import parse
from bundlescan.syntax.strings import character_offsets
from bundlescan.syntax.walk import walk
from tests.syntax.differential import differences
from tests.toolchain import CACHE, digest, node_env, npm_install, run

PROJECT = Path(__file__).with_name("bundles")
NAMES = ["esbuild", "esbuild-lowered", "rollup-terser", "webpack", "rspack", "vite", "uglify"]

pytestmark = pytest.mark.bundles


@pytest.fixture(autouse=True)
def no_garbage_collection() -> Iterator[None]:
    """Half of the time would go into looking for garbage among millions of live nodes."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder with one ``NAME.js`` for each of ``NAMES``, built once."""
    files = [PROJECT / name for name in ("package.json", "package-lock.json", "build.mjs")]
    target = CACHE / "builds" / f"syntax-bundles-{digest(files)}"
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{target}.lock"):
        if not target.exists():
            installed = npm_install(PROJECT)
            making = target.with_name(f"{target.name}.part")
            shutil.rmtree(making, ignore_errors=True)
            shutil.copy(PROJECT / "build.mjs", installed)  # beside node_modules, so that imports are found
            run(["node", "build.mjs", making], cwd=installed, env=node_env())
            making.rename(target)
    return target


def test_the_bundles_are_many_and_large(built: Path) -> None:
    sizes = {name: (built / f"{name}.js").stat().st_size for name in NAMES}
    assert sum(sizes.values()) > 5_000_000, sizes


@pytest.mark.parametrize("name", NAMES)
def test_both_parsers_give_the_same_tree(built: Path, name: str) -> None:
    source = Source(f"{name}.js", (built / f"{name}.js").read_bytes())
    tree = parse(source)
    assert tree.issues == ()
    assert differences(tree, parse(source, parser="esprima")) == []


@pytest.mark.parametrize("name", ["vite", "uglify"])
def test_each_character_of_a_text_has_its_place(built: Path, name: str) -> None:
    data = (built / f"{name}.js").read_bytes()
    for node in walk(parse(Source(f"{name}.js", data)).root):
        text = node.get("value") if node.type == "Literal" else node.get("cooked")
        if isinstance(text, str):
            offsets = character_offsets(node)
            assert len(offsets) == len(text) + 1
            assert offsets == sorted(offsets)
            assert node.start <= offsets[0] <= offsets[-1] <= node.end
            if b"\\" not in data[node.start : node.end]:
                assert data[offsets[0] : offsets[-1]].decode() == text
