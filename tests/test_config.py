"""What a configuration says, where it is found, and what is said about one that is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from bundlescan.cli import main
from bundlescan.config import ACTS
from tests.calls import Call, Said

LOCAL = 'new WebSocket("ws://localhost:9000/x");\n'
PORT = "new WebSocket(`ws://${location.hostname}:9000/y`);\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with dist/a.js and dist/legacy/b.js, the current one."""
    (tmp_path / "dist/legacy").mkdir(parents=True)
    (tmp_path / "dist/a.js").write_text(LOCAL + PORT)
    (tmp_path / "dist/legacy/b.js").write_text(LOCAL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(text: str, name: str = "bundlescan.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def found(said: Said) -> list[tuple[str, str, str]]:
    assert said.err == ""
    return [(f["path"], f["rule_id"], f["severity"]) for f in json.loads(said.out)["findings"]]


A_LOCAL = ("dist/a.js", "socket-local-host", "error")
A_PORT = ("dist/a.js", "socket-hardcoded-port", "error")
B_LOCAL = ("dist/legacy/b.js", "socket-local-host", "error")


class TestWhatItSays:
    def test_options_of_find(self, call: Call) -> None:
        assert found(call("find", "--format", "json")) == [A_LOCAL, A_PORT, B_LOCAL]
        configure(
            'paths = ["dist"]\nexclude = ["legacy"]\nignore = ["socket-hardcoded-port"]\n'
            '[find]\nformat = "json"\nfail-on = "never"\n'
        )
        said = call("find")
        assert (said.code, found(said)) == (0, [A_LOCAL])
        configure('format = "json"\nselect = "socket-hardcoded-port"')
        assert found(call("find")) == [A_PORT]

    def test_options_of_rewrite(self, call: Call) -> None:
        configure('exclude = ["legacy"]\n[rewrite]\nsame-origin = true\nformat = "json"\nforce = true')
        said = call("rewrite", "dist")
        assert {edit["path"] for edit in json.loads(said.out)["edits"]} == {"dist/a.js"}
        Path("dist/a.js.gz").touch()
        assert call("rewrite", "dist", "--write", "--no-force").code == 1
        assert call("rewrite", "dist", "--write").code == 0
        assert "localhost" not in Path("dist/a.js").read_text()

    def test_the_command_line_goes_before(self, call: Call) -> None:
        configure('exclude = ["legacy"]\n[find]\nformat = "text"\noutput = "a.json"\nall = true\nfail-on = "never"')
        said = call("find", "--format", "json", "--exclude", "a.js", "--fail-on", "error")
        assert (said.code, found(said)) == (1, [B_LOCAL])
        assert not Path("a.json").exists()
        Path("dist/a.js").write_text('new WebSocket("/x");')
        assert [rule for _, rule, _ in found(call("find", "--format", "json"))] == ["socket-same-origin"]
        assert found(call("find", "--format", "json", "--no-all")) == []

    def test_severity_by_path(self, call: Call) -> None:
        configure('[[severity]]\npaths = ["dist/legacy/**"]\nlevel = "note"\n[find]\nformat = "json"')
        assert found(call("find")) == [A_LOCAL, A_PORT]
        configure('format = "json"\n[[severity]]\npaths = ["*"]\nrules = ["socket-local-host"]\nlevel = "warning"')
        assert found(call("find")) == [(*A_LOCAL[:2], "warning"), A_PORT, (*B_LOCAL[:2], "warning")]

    def test_paths_in_it_are_relative_to_it(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("own").mkdir()
        text = 'title = "t"\nseverity = "error"\nmessage = "{host}"\n[where]\nhosts = ["localhost"]\n'
        Path("own/mine.toml").write_text(text)
        configure('paths = ["dist"]\nrules = ["own"]\nexclude = ["dist/legacy"]\n[find]\nformat = ["json=out.json"]\n')
        monkeypatch.chdir("dist/legacy")
        assert call("find").code == 1
        document = json.loads(Path("../../out.json").read_text())
        assert [(f["path"], f["rule_id"]) for f in document["findings"]] == [
            ("../a.js", "mine"), ("../a.js", "socket-hardcoded-port"),
        ]  # fmt: skip
        assert "mine" in call("rules").out
        assert call("explain", "mine").out.startswith("# mine\n\nt (error).\n")

    def test_baseline(self, call: Call) -> None:
        configure('[find]\nbaseline = "known.json"\n')
        assert call("find", "dist", "--write-baseline").code == 0
        assert call("find", "dist").code == 0

    def test_every_option_has_a_key(self, call: Call) -> None:
        """All that are no acts of one run are accepted, with a value of their type."""
        for command in ("find", "rewrite"):
            for option in main.commands[command].params:
                key = max(option.opts, key=len).lstrip("-")
                if not isinstance(option, click.Option) or key in ACTS:
                    continue
                if option.is_flag:
                    value = "true"
                elif isinstance(option.type, click.Choice):
                    value = f'"{option.type.choices[0]}"'
                elif isinstance(option.type, click.IntRange):
                    value = "40"
                else:
                    value = '"json"' if key == "format" else '["dev-client"]' if option.multiple else '"/x"'
                configure(f"[{command}]\n{key} = {value}\n")
                assert "bundlescan.toml" not in call("find", "nothing", "--rules", "gone").err, key
                configure(f"[{command}]\n{key} = {{}}\n")
                assert call("find", "nothing").err.startswith("Error: bundlescan.toml:2: "), key


class TestWhereItIs:
    QUIET = '[tool.bundlescan.find]\nfail-on = "never"\n'

    def test_upwards_from_what_is_scanned(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        configure(self.QUIET, "pyproject.toml")
        assert call("find", "dist/legacy/b.js").code == 0
        assert call("find", "dist/legacy", "dist/a.js").code == 0
        assert call("find", "dist", "--no-config").code == 1
        project = str(Path("dist").resolve())
        monkeypatch.chdir("/")
        assert call("find", project).code == 0

    def test_else_from_here(self, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        here = tmp_path / "here"
        here.mkdir()
        (here / "bundlescan.toml").write_text('[find]\nfail-on = "never"\n')
        monkeypatch.chdir(here)
        assert call("find", "../dist").code == 0

    def test_the_nearest_counts(self, call: Call) -> None:
        configure(self.QUIET, "pyproject.toml")
        configure("", "dist/bundlescan.toml")
        assert call("find", "dist").code == 1
        Path("dist/bundlescan.toml").unlink()
        configure("[tool.other]\n", "dist/pyproject.toml")
        assert call("find", "dist").code == 0
        configure("[tool\n", "dist/pyproject.toml")  # broken, and none of our business
        assert call("find", "dist").code == 0
        configure("")
        assert call("find", "dist").code == 1

    def test_one_that_is_named(self, call: Call) -> None:
        configure(self.QUIET, "dist/ci.toml")
        assert call("find", "dist", "--config", "dist/ci.toml").code == 0
        configure('[find]\nfail-on = "never"\n', "dist/ci.toml")
        assert call("find", "dist", "--config", "dist/ci.toml").code == 0
        assert (
            call("find", "--config", "gone.toml").err == "Error: gone.toml: cannot be read: No such file or directory\n"
        )
        assert call("find", "--config", "dist/ci.toml", "--no-config").code == 2

    @pytest.mark.parametrize("line", ['output = "x"', 'format = "json=x"'])
    def test_a_strangers_file_writes_nothing(self, call: Call, line: str) -> None:
        configure(f"[find]\n{line}\n", "dist/bundlescan.toml")
        said = call("find", "dist")
        assert said.code == 2
        assert said.err.startswith("Error: dist/bundlescan.toml:2: a report is written only if")
        assert call("find", "dist", "--config", "dist/bundlescan.toml").code == 1
        assert Path("dist/x").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1", "1: no option `a`: there is all, "),
        ('\nfail_on = "error"', "2: no option `fail_on`: did you mean fail-on?"),
        ("[find]\nsame-origin = true", "2: no option `same-origin`: "),
        ('[find]\nfail-on = "eror"', "2: 'eror' is not one of 'error', 'warning', 'note', 'never'."),
        ("[find]\njobs = 0", "2: 0 is not in the range x>=1."),
        ('[find]\njobs = "2"', "2: `jobs` is a number"),
        ("[find]\njobs = true", "2: `jobs` is a number"),
        ("[find]\nall = 1", "2: `all` is true or false"),
        ("exclude = [\n'a',\n1]", "1: `exclude` is a text or a list of texts"),
        ("[find]\nformat = 'pdf'", "2: 'pdf' is not one of"),
        ("find = 1", "1: `find` is a table"),
        ("[rewrite]\nwrite = true", "2: `write` says what one run does"),
        ("paths = 'dist'", "1: `paths` is a list of files and folders"),
        ("select = [\n'dev-client',\n'dev-clinet']", "3: no rule 'dev-clinet': did you mean dev-client?"),
        ("[rewrite]\nignore = 'nope'", "2: no rule 'nope': there is dev-client, "),
        ("[[severity]]\npaths = ['a']\nlevel = 'note'\n[[severity]]\nlevel = 'off'", "4: missing here: `paths`"),
        ("[[severity]]\npaths = ['a']\nlevel = 'nota'", "3: 'nota' cannot stand here: did you mean note?"),
        ("[[severity]]\npath = ['a']", "2: no key `path` here: did you mean paths?"),
        ("[[severity]]\npaths = ['a']\nlevel = 'note'\nrules = ['nope']", "4: no rule 'nope'"),
        ("severity = 1", "1: expected `array`, got `int`"),
        ("x = [", "1: is not TOML: "),
    ],
)
def test_what_is_wrong_has_a_place(call: Call, text: str, message: str) -> None:
    configure(text)
    said = call("find")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"Error: bundlescan.toml:{message}")
    assert said.err.count("\n") == 1


def test_the_page_shows_what_works(call: Call) -> None:
    page = (Path(__file__).parents[1] / "docs/configuration.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```toml\n# (\S+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    for name, text in blocks:
        path = Path("ci/bundlescan", name) if name != "bundlescan.toml" else Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert len(blocks) == 3
    call("find", "dist", "--write-baseline")
    said = call("find", "dist")
    assert (said.code, said.err) == (0, "")
    assert "staging-host" in call("rules").out
    text = re.sub(r"^(\[+)", r"\1tool.bundlescan.", Path("bundlescan.toml").read_text(), flags=re.MULTILINE)
    Path("pyproject.toml").write_text(f"[tool.bundlescan]\n{text}")
    Path("bundlescan.toml").unlink()
    Path("dist/a.js").write_text(LOCAL + PORT + LOCAL.replace("9000", "9001"))
    said = call("find", "dist", "--no-config", "--baseline", "bundlescan-baseline.json")
    assert said.code == call("find", "dist").code == 1
