"""``--bench DIR``: which ports are the bench's own, what it serves, and what its settings mean for a finding."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bundlescan.bench import BenchError, read_bench
from bundlescan.cli import run

DESK = 'const p=window.dev_server?":9000":"";new WebSocket("ws://"+location.hostname+p);'
RAVEN = 'new WebSocket("ws://"+location.hostname+":9000/x");'
OLD = 'new WebSocket("ws://"+location.hostname+":9001/x");fetch("http://localhost:8000/api/method/ping");'


def make_bench(root: Path, common: Any, sites: dict[str, Any]) -> Path:
    """A bench with two apps, one of them linked below sites/assets, the way ``bench build`` does."""
    files = {
        "apps/frappe/frappe/public/dist/js/desk.bundle.4F2QK7XA.js": DESK,
        "apps/raven/raven/public/raven/assets/index-B7kQx2Zr.js": RAVEN,
        "apps/raven/raven/public/node_modules/x/index.js": RAVEN,
        "apps/raven/frontend/src/socket.js": RAVEN,
        "apps/old/old/public/js/old.js": OLD,
        "apps/plain/plain/public/css/plain.css": "p{}",
        "sites/apps.txt": "frappe\nraven\nold\n",
        "sites/copied.example/site_config.json": json.dumps({"db_name": "x"}),
    }
    for name, config in sites.items():
        files[f"sites/{name}/site_config.json"] = json.dumps(config)
    if common is not None:
        files["sites/common_site_config.json"] = json.dumps(common)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "sites/assets").mkdir()
    (root / "sites/assets/frappe").symlink_to("../../apps/frappe/frappe/public")
    (root / "sites/assets/raven").symlink_to(root / "apps/raven/raven/public")
    return root


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    return make_bench(
        tmp_path / "bench",
        {"socketio_port": 9000, "webserver_port": "8000", "redis_cache": "redis://localhost:13000"},
        {"a.example": {"dev_server": 1}, "b.example": {"socketio_port": 9000}},
    )


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        assert isinstance(ended.value.code, int)
        return ended.value.code, *capfd.readouterr()

    return call


def test_what_it_serves_is_scanned_each_real_file_once(bench: Path, call: Any) -> None:
    code, out, err = call("find", "--bench", str(bench), "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert "dev_server is on" in err
    found = {Path(f["path"]).relative_to(bench).as_posix(): f for f in report["findings"] if f["port"] != 8000}
    assert list(found) == [
        "apps/frappe/frappe/public/dist/js/desk.bundle.4F2QK7XA.js",
        "apps/old/old/public/js/old.js",
        "apps/raven/raven/public/raven/assets/index-B7kQx2Zr.js",
    ]
    assert report["summary"]["files"] == 3
    desk, old, raven = (f["message"].partition("; ")[2] for f in found.values())
    both = "sites/common_site_config.json, sites/b.example/site_config.json"
    own = f"this is your Socket.IO port (socketio_port in {both})"
    assert desk == f"{own}; it is used where the page has dev_server, which is on in sites/a.example/site_config.json"
    assert raven == own
    assert old == f"your Socket.IO port is 9000 (socketio_port in {both})"
    (request,) = [f for f in report["findings"] if f["port"] == 8000]
    assert request["message"].endswith(
        "; this is your web server's port (webserver_port in sites/common_site_config.json)"
    )
    (notice,) = report["notices"]
    assert Path(notice["path"]).relative_to(bench) == Path("sites/a.example/site_config.json")
    assert (
        "dev_server is on: with it (window.dev_server in the page) Frappe's desk connects to the Socket.IO port"
        in notice["message"]
    )


def test_with_paths_only_they_are_scanned(bench: Path, call: Any) -> None:
    code, out, _ = call("find", str(bench / "apps/raven/frontend"), "--bench", str(bench))
    assert code == 1
    assert "apps/raven/frontend/src/socket.js:1:" in out
    assert "this is your Socket.IO port" in out
    assert "index-B7kQx2Zr" not in out


def test_several_sites_with_ports_of_their_own(tmp_path: Path) -> None:
    sites = {f"s{i}.example": {"socketio_port": 9000 + i % 2} for i in range(5)}
    made = read_bench(str(make_bench(tmp_path / "x", None, sites)))
    assert {port.number for port in made.ports} == {9000, 9001}
    assert not made.dev_servers


def test_a_bench_without_scripts(tmp_path: Path, call: Any) -> None:
    folder = tmp_path / "sites/assets"
    folder.mkdir(parents=True)
    (tmp_path / "sites/common_site_config.json").write_text('{"socketio_port": 9000}')
    assert call("find", "--bench", str(tmp_path)) == (
        2,
        "",
        f"Error: {tmp_path}: no app has built assets: run `bench build`, or name PATHS\n",
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"socketio_port": 9000,}', "is not JSON: Illegal trailing comma|is not JSON: Expecting property name"),
        ("[" * 50_000, "is not JSON"),
        ("[]", "is not a JSON object"),
        ('{"socketio_port": "nine"}', "socketio_port is no port: 'nine'"),
        ('{"socketio_port": true}', "socketio_port is no port: 'True'"),
        ('{"webserver_port": 65536}', "webserver_port is no port: '65536'"),
        ('{"webserver_port": [8000]}', "webserver_port is no port"),
        ('{"webserver_port": -1}', "webserver_port is no port: '-1'"),
    ],
)
def test_a_configuration_that_cannot_be_used(bench: Path, call: Any, text: str, why: str) -> None:
    config = bench / "sites/b.example/site_config.json"
    config.write_text(text)
    with pytest.raises(BenchError, match=why):
        read_bench(str(bench))
    code, out, err = call("find", "--bench", str(bench))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{config}: " in err


@pytest.mark.parametrize("folder", ["nowhere", "apps"])
def test_no_bench(bench: Path, call: Any, folder: str) -> None:
    code, out, err = call("find", "--bench", str(bench / folder))
    assert (code, out) == (2, "")
    assert err == f"Error: {bench / folder}: is no bench: it has no folder called sites\n"


def test_sites_without_any_configuration(tmp_path: Path) -> None:
    (tmp_path / "sites").mkdir()
    with pytest.raises(BenchError, match=r"sites holds no common_site_config\.json and no site_config\.json"):
        read_bench(str(tmp_path))


def test_a_configuration_that_is_a_folder(bench: Path) -> None:
    (bench / "sites/c.example/site_config.json").mkdir(parents=True)
    with pytest.raises(BenchError, match=r"c\.example/site_config\.json: cannot be read: "):
        read_bench(str(bench))
