"""Own rules and clients: what they do, and what is said about files that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bundlescan import pipeline
from bundlescan.finding import Finding
from bundlescan.match.rulebook import rulebook
from bundlescan.tomlfile import TomlError
from tests.calls import Call

STAGING = """\
title = "A socket to the staging machine"
severity = "error"
message = "{client} connects to {host} on port {port}: {url}"

[where]
rules = ["socket-public-host"]
hosts = ["*.staging.example.com"]
"""
CLIENT = """\
title = "Acme Live"
relative = "origin"
packages = ["acme-live"]

[[connect]]
exports = ["connect"]
"""
PUBLIC = 'new WebSocket("wss://a.staging.example.com:8443/x");new WebSocket("wss://www.example.com/x");'


def write(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder)


def find(code: str, *rules: str) -> tuple[Finding, ...]:
    return pipeline.find([], texts={"a.js": code.encode()}, rules=rules).findings


class TestOwnRules:
    def test_one_takes_findings_over(self, tmp_path: Path) -> None:
        write(tmp_path, {"staging-host.toml": STAGING})
        mine, other = find(PUBLIC, str(tmp_path))
        assert (mine.rule_id, mine.severity) == ("staging-host", "error")
        assert mine.message == (
            "WebSocket connects to a.staging.example.com on port 8443: wss://a.staging.example.com:8443/x"
        )
        assert (other.rule_id, other.severity) == ("socket-public-host", "note")
        assert mine.fingerprint not in {f.fingerprint for f in find(PUBLIC)}
        assert find(PUBLIC, str(tmp_path / "staging-host.toml"))[0] == mine

    @pytest.mark.parametrize(
        ("where", "fits"),
        [
            ("ports = [8443]", True), ("ports = [80]", False), ('clients = ["websocket"]', True),
            ('clients = ["axios"]', False), ('kinds = ["eventsource"]', False), ('urls = ["wss://*/x"]', True),
            ('urls = ["/x"]', False), ('ports = [8443]\nhosts = ["b.*"]', False),
        ],
    )  # fmt: skip
    def test_everything_in_where_must_fit(self, tmp_path: Path, where: str, fits: bool) -> None:
        text = STAGING.partition("[where]")[0] + f"[where]\n{where}\n"
        write(tmp_path, {"mine.toml": text})
        assert (find(PUBLIC, str(tmp_path))[0].rule_id == "mine") is fits

    def test_the_name_of_a_built_in_rule_replaces_it(self, tmp_path: Path) -> None:
        text = 'title = "t"\nseverity = "warning"\nmessage = "{host}: not here"\n'
        write(tmp_path, {"socket-public-host.toml": text})
        assert {(f.severity.value, f.message) for f in find(PUBLIC, str(tmp_path))} == {
            ("warning", "a.staging.example.com:8443: not here"),
            ("warning", "www.example.com: not here"),
        }

    def test_reports_describe_them(self, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, {"own/mine.toml": STAGING, "own/mine.md": "# mine\n\n## What\n\nOur staging host.\n\n"})
        write(tmp_path, {"a.js": PUBLIC})
        monkeypatch.chdir(tmp_path)
        (run,) = json.loads(call("find", "a.js", "--rules", "own", "--format", "sarif").out)["runs"]
        (rule,) = run["tool"]["driver"]["rules"]
        assert (rule["id"], rule["fullDescription"]["text"]) == ("mine", "Our staging host.")

    def test_a_rewrite_lists_them_with_a_reason(self, tmp_path: Path) -> None:
        write(tmp_path, {"staging-host.toml": STAGING})
        plan = pipeline.plan([], texts={"a.js": PUBLIC.encode()}, rules=[str(tmp_path)])
        (left,) = plan.remaining
        assert left.rule_id == "staging-host"
        assert plan.reasons[left.fingerprint].startswith("a rule of your own")
        assert plan.after == {}

    def test_what_is_flagged_anyway_is_rewritten_under_its_own_name(self, tmp_path: Path) -> None:
        text = STAGING.replace("socket-public-host", "socket-local-host").replace("*.staging.example.com", "localhost")
        write(tmp_path, {"mine.toml": text})
        code = b'new WebSocket("ws://localhost:9000/x");'
        plan = pipeline.plan([], texts={"a.js": code}, rules=[str(tmp_path)])
        assert [f.rule_id for fix in plan.fixes for f in fix.findings] == ["mine"]
        assert plan.remaining == ()


def test_an_own_client(tmp_path: Path) -> None:
    write(tmp_path, {"clients/acme-live.toml": CLIENT})
    code = 'import{connect as q}from"acme-live";q(`http://${location.hostname}:9000/x`)'
    assert [f.rule_id for f in find(code)] in ([], ["url-hardcoded-port"])
    (finding,) = find(code, str(tmp_path))
    assert (finding.rule_id, finding.port) == ("socket-hardcoded-port", 9000)
    assert finding.sink and finding.sink.name == "acme-live"
    plan = pipeline.plan([], texts={"a.js": code.encode()}, rules=[str(tmp_path)])
    assert (len(plan.fixes), plan.remaining) == (1, ())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.toml", STAGING.replace("severity", "severty"), "2: no key `severty` here: did you mean severity?"),
        ("a.toml", STAGING.replace('"error"', '"eror"'), "2: 'eror' cannot stand here: did you mean error?"),
        ("a.toml", STAGING.replace('"error"', "1"), "2: expected `str`, got `int`"),
        ("a.toml", STAGING.replace("message", "# "), "1: missing here: `message`"),
        ("a.toml", STAGING.replace("{port}", "{prot}"), "3: nothing is called {prot}: did you mean port?"),
        ("a.toml", STAGING.replace("{port}", "{port"), "3: "),
        ("a.toml", STAGING.replace("hosts", "host"), "7: no key `host` here: did you mean hosts?"),
        ("a.toml", STAGING.replace("public-host", "puplic-host"), "6: no rule 'socket-puplic-host': did you"),
        ("a.toml", STAGING.partition("rules")[0], "5: says nothing: give rules, clients"),
        ("a.toml", STAGING.partition("[where]")[0], "1: a is no built-in rule, so it needs a [where]"),
        ("dev-client.toml", STAGING, "5: dev-client is a built-in rule"),
        ("a.toml", 'id = "b"\n' + STAGING, "1: no key `id` here: the file's name says it"),
        ("a.toml", STAGING + "x =\n", "8: is not TOML: Invalid value"),
        ("a.toml", 'x = """\n', "2: is not TOML: "),
        ("a.toml", "title = '\xff'", "1: is not UTF-8"),
        ("clients/a.toml", CLIENT.replace("exports", "export"), "6: no key `export` here: did you mean exports?"),
        ("a.toml", CLIENT.replace('["connect"]', "[1]"), "6: expected `str`, got `int`"),
        ("a.toml", CLIENT.replace("exports", "# "), "5: nothing says how to recognise it"),
        ("a.toml", CLIENT + 'how = "method"\n', '5: how = "method" and methods belong together'),
        ("clients/a.toml", 'title = "t"\n', "1: this client says neither"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="latin-1")
    for place in (path, tmp_path):
        with pytest.raises(TomlError) as caught:
            rulebook((str(place),))
        assert str(caught.value).startswith(f"{path.as_posix()}:{message}")
        rulebook.cache_clear()


def test_places_without_rules(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match=r"gone\.toml: cannot be read: No such file"):
        rulebook((str(tmp_path / "gone.toml"),))
    with pytest.raises(TomlError, match=r"there is no \*\.toml"):
        rulebook((str(tmp_path),))
