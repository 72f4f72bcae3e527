"""A plan on the disk: all of it or nothing, and nothing else changed."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from bundlescan.collect import collect
from bundlescan.finding import Plan
from bundlescan.rewriter.survey import Survey, hash_in, survey
from bundlescan.rewriter.write import (
    Outcome,
    WriteError,
    carry_out,
    check_new_folder,
    write_copy,
    write_in_place,
)
from tests.samples import CODE, plan_on_disk

NEW = CODE.replace('"9000"', "location.port")


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("dist")


def both(first: Plan, second: Plan) -> Plan:
    return replace(first, before=first.before | second.before, after=first.after | second.after)


def tree(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text() for file in sorted(folder.rglob("*")) if file.is_file()}


class TestInPlace:
    def test_mode_and_owner_stay(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        (dist / "a.js").chmod(0o640)
        if os.geteuid() == 0:
            os.chown(dist / "a.js", 1234, 2345)
        before = (dist / "a.js").stat()
        assert write_in_place(plan, ["dist"]) == (("dist/a.js",), None)
        after = (dist / "a.js").stat()
        assert (dist / "a.js").read_text() == NEW
        assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
        assert os.listdir(dist) == ["a.js"]

    def test_a_link_stays_a_link(self, dist: Path) -> None:
        plan_on_disk(Path("store/real.js"))
        dist.mkdir()
        (dist / "a.js").symlink_to("../store/real.js")
        write_in_place(plan_on_disk(dist / "a.js"), ["dist"])
        assert os.readlink(dist / "a.js") == "../store/real.js"
        assert Path("store/real.js").read_text() == NEW

    def test_no_room_for_the_second_file(self, dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        plan = both(plan_on_disk(dist / "a.js"), plan_on_disk(dist / "b.js"))
        really, calls = os.fsync, []

        def fsync_or_fail(descriptor: int) -> None:
            calls.append(descriptor)
            if len(calls) == 2:
                raise OSError(28, "No space left on device")
            really(descriptor)

        monkeypatch.setattr(os, "fsync", fsync_or_fail)
        with pytest.raises(WriteError, match="No space left"):
            write_in_place(plan, ["dist"])
        assert tree(dist) == {"a.js": CODE, "b.js": CODE}

    def test_a_file_changed_meanwhile(self, dist: Path) -> None:
        plan = both(plan_on_disk(dist / "a.js"), plan_on_disk(dist / "b.js"))
        (dist / "b.js").write_text("else")
        with pytest.raises(WriteError, match=r"dist/b\.js: was changed"):
            write_in_place(plan, ["dist"])
        assert tree(dist) == {"a.js": CODE, "b.js": "else"}

    def test_a_file_gone_meanwhile(self, dist: Path) -> None:
        plan = both(plan_on_disk(dist / "a.js"), plan_on_disk(dist / "b.js"))
        (dist / "b.js").unlink()
        with pytest.raises(WriteError, match="No such file"):
            write_in_place(plan, ["dist"], "old")
        assert tree(dist) == {"a.js": CODE}
        assert not Path("old").exists()

    def test_a_folder_in_which_no_file_can_be_put(self, dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        plan = plan_on_disk(dist / "a.js")

        def refuse(prefix: str, dir: str) -> None:
            raise PermissionError(13, "Permission denied", f"{dir}/{prefix}x7")

        monkeypatch.setattr("tempfile.mkstemp", refuse)
        with pytest.raises(WriteError) as raised:
            write_in_place(plan, ["dist"])
        assert raised.value.path.endswith("/dist")

    @pytest.mark.parametrize("fails", [1, 2])
    def test_all_or_nothing(self, dist: Path, monkeypatch: pytest.MonkeyPatch, fails: int) -> None:
        plan = both(plan_on_disk(dist / "a.js"), plan_on_disk(dist / "b.js"))
        really, calls = os.replace, []

        def replace_or_fail(source: str, target: str) -> None:
            calls.append(target)
            if len(calls) == fails:
                raise OSError(28, "No space left on device", target)
            really(source, target)

        monkeypatch.setattr(os, "replace", replace_or_fail)
        with pytest.raises(WriteError, match="No space left"):
            write_in_place(plan, ["dist"])
        assert tree(dist) == {"a.js": CODE, "b.js": CODE}

    def test_backup_and_the_command_that_restores_it(self, dist: Path) -> None:
        plan = both(plan_on_disk(dist / "x y/a.js"), plan_on_disk(dist / "b.js"))
        (dist / "keep.css").write_text("p{}")
        (dist / "b.js").chmod(0o604)
        _, restore = write_in_place(plan, ["dist"], "old files")
        assert tree(Path("old files")) == {"x y/a.js": CODE, "b.js": CODE}
        assert tree(dist) == {"x y/a.js": NEW, "b.js": NEW, "keep.css": "p{}"}
        assert restore
        subprocess.run(restore, shell=True, check=True)
        assert tree(dist) == {"x y/a.js": CODE, "b.js": CODE, "keep.css": "p{}"}
        assert (dist / "b.js").stat().st_mode & 0o777 == 0o604

    def test_nothing_to_write_makes_no_backup(self, dist: Path) -> None:
        plan = replace(plan_on_disk(dist / "a.js"), after={})
        assert write_in_place(plan, ["dist"], "old") == ((), None)
        assert not Path("old").exists()

    def test_backup_of_files_behind_links(self, dist: Path) -> None:
        plan_on_disk(Path("apps/chat/a.js"))
        dist.mkdir()
        (dist / "chat").symlink_to("../apps/chat")
        _, restore = write_in_place(plan_on_disk(dist / "chat/a.js"), ["dist"], "old")
        assert tree(Path("old")) == {"apps/chat/a.js": CODE}
        assert restore
        subprocess.run(restore, shell=True, check=True)
        assert Path("apps/chat/a.js").read_text() == CODE


class TestCopy:
    def test_complete(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "assets/a.js")
        (dist / "logo.bin").write_bytes(b"\0\xff")
        (dist / "node_modules").mkdir()
        (dist / "node_modules/x.js").write_text("x")
        (dist / "empty").mkdir()
        (dist / "assets/a.js").chmod(0o640)
        dist.chmod(0o755)
        (dist / "assets").chmod(0o750)
        assert write_copy(plan, "dist", "www/out") == ("www/out/assets/a.js",)
        out = Path("www/out")
        assert (out / "assets/a.js").read_text() == NEW
        assert (out / "logo.bin").read_bytes() == b"\0\xff"
        assert (out / "node_modules/x.js").read_text() == "x"
        assert (out / "empty").is_dir()
        modes = [(out / name).stat().st_mode & 0o777 for name in (".", "assets", "assets/a.js")]
        assert modes == [0o755, 0o750, 0o640]
        assert (dist / "assets/a.js").read_text() == CODE
        assert os.listdir("www") == ["out"]

    def test_links_become_what_they_point_to(self, dist: Path) -> None:
        plan_on_disk(Path("apps/chat/a.js"))
        dist.mkdir()
        (dist / "chat").symlink_to("../apps/chat")
        (dist / "again.js").symlink_to("chat/a.js")
        (dist / "loop").symlink_to(".")
        (dist / "dead").symlink_to("nowhere")
        written = write_copy(plan_on_disk(dist / "chat/a.js"), "dist", "out")
        assert written == ("out/again.js", "out/chat/a.js")
        assert not Path("out/chat").is_symlink()
        assert Path("out/again.js").read_text() == Path("out/chat/a.js").read_text() == NEW
        assert (os.readlink("out/loop"), os.readlink("out/dead")) == (".", "nowhere")
        assert Path("apps/chat/a.js").read_text() == CODE

    def test_an_empty_folder_will_do(self, dist: Path) -> None:
        Path("out").mkdir()
        write_copy(plan_on_disk(dist / "a.js"), "dist", "out/")
        assert tree(Path("out")) == {"a.js": NEW}

    def test_without_changes_the_copy_is_made_too(self, dist: Path) -> None:
        plan = replace(plan_on_disk(dist / "a.js"), after={})
        assert carry_out(plan, ["dist"], (), out_dir="out") == Outcome()
        assert tree(Path("out")) == {"a.js": CODE}

    def test_a_failure_leaves_nothing(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        (dist / "a.js").write_text("else")
        with pytest.raises(WriteError, match="was changed"):
            write_copy(plan, "dist", "out")
        assert sorted(os.listdir(".")) == ["dist"]

    def test_where_it_may_not_be(self, dist: Path) -> None:
        plan_on_disk(dist / "a.js")
        Path("link").symlink_to("dist")
        Path("file").write_text("")
        for target in ("dist", "dist/new", "link/new", ".", "file"):
            with pytest.raises(WriteError):
                check_new_folder(target, ["dist"])
        check_new_folder("dist2", ["dist"])


class TestSurvey:
    def test_compressed_siblings(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        for name in ("a.js.gz", "a.js.br", "b.js.zst"):
            (dist / name).touch()
        outcome = carry_out(plan, ["dist"], collect(["dist"]).files, in_place=True)
        assert [line.split()[0] for line in outcome.refusals] == ["dist/a.js.gz", "dist/a.js.br"]
        assert not outcome.written
        assert (dist / "a.js").read_text() == CODE
        forced = carry_out(plan, ["dist"], collect(["dist"]).files, in_place=True, force=True)
        assert forced.written == ("dist/a.js",)
        assert forced.warnings[:2] == outcome.refusals

    def test_compressed_sibling_of_the_real_file(self, dist: Path) -> None:
        plan_on_disk(Path("store/real.js"))
        Path("store/real.js.zst").touch()
        dist.mkdir()
        (dist / "a.js").symlink_to("../store/real.js")
        assert len(survey(plan_on_disk(dist / "a.js"), ()).refusals) == 1

    @pytest.mark.parametrize(
        "page",
        [
            '<script src="/assets/app/assets/a.js?v=1" integrity="sha384-other"></script>',
            '<link rel=modulepreload href="https://cdn.example/renamed.js" integrity="sha256-x HASH">',
            '<script type="importmap">{"integrity": {"./renamed.js": "HASH"}}</script>',
        ],
    )
    def test_integrity(self, dist: Path, page: str) -> None:
        plan = plan_on_disk(dist / "a.js")
        digest = b64encode(hashlib.sha384(CODE.encode()).digest()).decode()
        (dist / "index.html").write_text("<!doctype html>\n" + page.replace("HASH", f"sha384-{digest}"))
        (refusal,) = survey(plan, collect(["dist"]).files).refusals
        assert refusal.startswith("dist/index.html:2 pins dist/a.js")
        assert "Delete that hash there, or put" in refusal

    @pytest.mark.parametrize("pins", ["sha384-x", "sha256-x", "sha512-y sha384-x sha512-x", "md5-x"])
    def test_what_a_refusal_advises_mends_it(self, dist: Path, pins: str) -> None:
        plan = plan_on_disk(dist / "a.js")
        page = dist / "index.html"
        page.write_text(f'<script src="a.js" integrity="{pins}"></script>')
        (refusal,) = survey(plan, collect(["dist"]).files).refusals
        fresh = re.findall(r"put (\S+) in its place", refusal)[0]
        page.write_text(f'<script src="a.js" integrity="{fresh}"></script>')
        assert not survey(plan, collect(["dist"]).files).refusals
        algorithm, _, digest = fresh.partition("-")
        assert digest == b64encode(hashlib.new(algorithm, NEW.encode()).digest()).decode()
        page.write_text('<script src="a.js"></script>')
        assert not survey(plan, collect(["dist"]).files).refusals

    def test_a_weaker_hash_that_fits_is_none(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        fits = b64encode(hashlib.sha256(NEW.encode()).digest()).decode()
        (dist / "index.html").write_text(f'<script src="a.js" integrity="sha256-{fits} sha384-x"></script>')
        assert len(survey(plan, collect(["dist"]).files).refusals) == 1

    def test_integrity_of_other_files_is_no_concern(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        (dist / "index.html").write_text('<script src=b.js integrity=sha384-x></script><script src="a.js"></script>')
        assert survey(plan, collect(["dist"]).files) == Survey()

    def test_service_workers(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "a.js")
        (dist / "sw.js").write_text('self.files=["a.js"]')
        (dist / "worker-x.js").write_text('precacheAndRoute([{url:"assets/a.js",revision:null}])')
        (dist / "page.js").write_text('import("./a.js")')
        warnings = survey(plan, collect(["dist"]).files).warnings
        assert [line.split(":")[0] for line in warnings] == ["dist/sw.js", "dist/worker-x.js"]

    def test_hashed_names(self, dist: Path) -> None:
        (warning,) = survey(plan_on_disk(dist / "index-B7kQx2Zr.js"), ()).warnings
        assert "content hash" in warning
        assert warning.endswith("--rehash gives it another name")
        assert "bench's nginx" in warning

    def test_only_what_is_for_frappe_is_told_of_its_nginx(self, dist: Path) -> None:
        plan = replace(plan_on_disk(dist / "index-B7kQx2Zr.js"), for_frappe=False)
        assert "bench" not in "".join(survey(plan, ()).warnings)

    def test_who_asked_for_other_names_is_not_told_to_ask(self, dist: Path) -> None:
        plan = plan_on_disk(dist / "index-B7kQx2Zr.js")
        plan = replace(plan, kept=("dist/index-B7kQx2Zr.js keeps its name: it is a link",), rehashed=True)
        assert "--rehash" not in "".join(survey(plan, ()).warnings)

    def test_no_change_no_complaint(self, dist: Path) -> None:
        plan = replace(plan_on_disk(dist / "a.js"), after={})
        (dist / "a.js.gz").touch()
        assert survey(plan, collect(["dist"]).files) == Survey()


HASHED = ("index-B7kQx2Zr.js", "index-BxK3.js", "desk.bundle.4F2QK7XA.js", "main.3f2a91bc.js", "a-D_k-x9aB.mjs",
          "chunk-QPXNLZKM.js", "vendor.0123456789abcdef0123.js")  # fmt: skip
PLAIN = ("index.js", "my-component.js", "jquery-3.7.1.js", "socket.io-client.js", "vendor-es2015.js", "pdf.worker.js",
         "app-Settings.js", "raven.bundle.js", "2024-report.js", "service-worker.js")  # fmt: skip


def test_names_that_hold_a_hash() -> None:
    assert {name: bool(hash_in(name)) for name in HASHED + PLAIN} == dict.fromkeys(HASHED, True) | dict.fromkeys(
        PLAIN, False
    )
