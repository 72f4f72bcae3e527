"""What a rewrite makes of the cases in ``fixtures/rewrite``: each file holds before and after, split by ``// after``.

``// left: <rule-id> [port]`` on a line says that the rewrite leaves that finding there and lists it. ``@origin@``,
``@document@``, ``@websocket@`` and ``@options@`` in the after part are the fixed functions of rules/rewrite, with
``:ports`` those that change certain ports alone, with ``:blob`` those for code of a worker made from text, with
``:location`` those where ``self`` means something else. A case
whose first line is ``// todo: …`` is a known miss: its after part is what should come out. UPDATE_SNAPSHOTS=1 writes
the after parts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bundlescan.collect import Kind
from bundlescan.finding import Finding, Plan, Severity
from bundlescan.match.forms import Form, for_ports, forms, in_blob, named
from bundlescan.pipeline import analyse, plan
from bundlescan.source import Source, Span
from bundlescan.syntax import parse
from bundlescan.syntax.from_esprima import SyntaxFailure
from tests.annotations import FIXTURES

AFTER = "// after\n"
LEFT = re.compile(r"//\s*left:\s*([a-z-]+)(?:[ \t]+(\d+))?")
VARIANTS: dict[str, Callable[[Form], Form]] = {
    "": lambda form: form,
    ":ports": for_ports,
    ":blob": in_blob,
    ":location": lambda form: named(form, "location", "location"),
    ":ports:location": lambda form: named(for_ports(form), "location", "location"),
}
TEXTS = {f"{name}{kind}": made(form).wrapper for name, form in forms().items() for kind, made in VARIANTS.items()}
FILES = sorted((FIXTURES / "rewrite").iterdir())


def parts(file: Path) -> tuple[str, str]:
    before, _, after = file.read_text(encoding="utf-8").partition(AFTER)
    for name, text in TEXTS.items():
        after = after.replace(f"@{name}@", text)
    return before, after


def left(code: str) -> list[tuple[int, str, str]]:
    lines = enumerate(code.split("\n"), start=1)
    return sorted((number, rule_id, port) for number, line in lines for rule_id, port in LEFT.findall(line))


def remaining(findings: tuple[Finding, ...], code: str) -> list[tuple[int, str, str]]:
    stated = left(code)
    out = []
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            exact = (finding.start.line, finding.rule_id, str(finding.port or ""))
            short = (finding.start.line, finding.rule_id, "")
            out.append(short if short in stated and exact not in stated else exact)
    return sorted(out)


def is_valid(code: str) -> bool:
    try:
        data = code.encode()
        parse(Source("case.js", data), span=Span(0, len(data)), parser="esprima")
    except SyntaxFailure:
        return False
    return True


def planned(folder: Path, code: str, name: str = "case.js") -> tuple[Plan, str]:
    """The plan for a file that holds ``code``, and what the file would hold."""
    path = folder / name
    path.write_text(code, encoding="utf-8")
    made = plan([str(folder)])
    return made, made.after.get(str(path), code.encode()).decode()


def outside(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    """``data`` with the bytes of each span taken out, a mark in their place."""
    for start, end in sorted(spans, reverse=True):
        data = data[:start] + b"\0" + data[end:]
    return data


def check_bytes(made: Plan) -> None:
    """No byte outside the edits changes."""
    for path, new in made.after.items():
        edits = sorted({edit for planned in made.fixes for edit in planned.fix.edits if edit.path == path})
        old_spans, new_spans, shift = [], [], 0
        for edit in edits:
            size = len(edit.text.encode())
            old_spans.append((edit.span.start, edit.span.end))
            new_spans.append((edit.span.start + shift, edit.span.start + shift + size))
            assert new[new_spans[-1][0] : new_spans[-1][1]] == edit.text.encode()
            shift += size - (edit.span.end - edit.span.start)
        assert outside(made.before[path], old_spans) == outside(new, new_spans)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_rewrite(file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    before, wanted = parts(file)
    if before.startswith("// todo:"):
        request.applymarker(pytest.mark.xfail(reason=before.split("\n")[0], strict=True))
    made, after = planned(tmp_path, before, f"case{file.suffix}")
    if os.environ.get("UPDATE_SNAPSHOTS") and not before.startswith("// todo:"):
        shown = after
        for name, text in TEXTS.items():
            shown = shown.replace(text, f"@{name}@")
        file.write_text(before + AFTER + shown, encoding="utf-8")
    assert after == wanted
    assert remaining(made.remaining, after) == left(after)
    check_bytes(made)
    again = analyse([(Source("case.js", after.encode()), Kind.JS if file.suffix == ".js" else Kind.COMPONENT)])
    assert remaining(again.findings, after) == left(after)
    assert file.suffix != ".js" or is_valid(before) == is_valid(after)
    second, unchanged = planned(tmp_path, after, f"case{file.suffix}")
    assert (second.fixes, unchanged) == ((), after)


def test_a_constant_of_another_file_is_edited_there(tmp_path: Path) -> None:
    url = '`${location.protocol==="https:"?"wss":"ws"}://${location.hostname}${location.port?":"+P:""}/x`'
    (tmp_path / "config.js").write_text("const e=9e3;export{e as p};")
    (tmp_path / "main.js").write_text(f'import{{p as P}}from"./config.js";new WebSocket({url});')
    made = plan([str(tmp_path)])
    assert {Path(path).name: data.decode() for path, data in made.after.items()} == {
        "config.js": "const e=location.port;export{e as p};"
    }
    assert not made.remaining
    check_bytes(made)


def test_a_constant_that_another_file_shows_is_left(tmp_path: Path) -> None:
    (tmp_path / "config.js").write_text("const e=9e3;export{e as p};")
    (tmp_path / "label.js").write_text('import{p}from"./config.js";document.title="port "+p;')
    (tmp_path / "main.js").write_text('import{p}from"./config.js";new WebSocket(`ws://${location.hostname}:${p}/x`);')
    made = plan([str(tmp_path)])
    assert {Path(path).name for path in made.after} == {"main.js"}
    assert not made.remaining


@pytest.mark.parametrize(
    "label",
    [
        'import*as c from"./config.js";console.log(Object.values(c).join());',
        'import*as c from"./config.js";const{p}=c;document.title="port "+p;',
        'import*as c from"./config.js";document.title=["p"].map(k=>c[k]);',
        'import{c}from"./all.js";document.title="port "+c.p;',
    ],
)
def test_a_constant_that_another_file_shows_by_its_namespace_is_left(tmp_path: Path, label: str) -> None:
    (tmp_path / "config.js").write_text("const e=9e3;export{e as p};")
    (tmp_path / "all.js").write_text('export*as c from"./config.js";')
    (tmp_path / "label.js").write_text(label)
    (tmp_path / "main.js").write_text('import{p}from"./config.js";new WebSocket(`ws://${location.hostname}:${p}/x`);')
    made = plan([str(tmp_path)])
    assert {Path(path).name for path in made.after} == {"main.js"}
    assert not made.remaining


def test_a_constant_that_an_attribute_of_the_page_shows_is_left(tmp_path: Path) -> None:
    page = '<script>var U="ws://localhost:9000/x";new WebSocket(U)</script><button onclick="alert(U)">U</button>'
    (tmp_path / "index.html").write_text(page)
    made = plan([str(tmp_path)])
    assert all(data.startswith(b'<script>var U="ws://localhost:9000/x";') for data in made.after.values())
    assert made.after and not made.remaining


@pytest.mark.parametrize("shown", ["PORT", "window.PORT", "globalThis.PORT"])
def test_a_global_that_another_script_shows_is_left(tmp_path: Path, shown: str) -> None:
    url = '(location.protocol==="https:"?"wss":"ws")+"://"+location.hostname+":"+PORT+"/x"'
    (tmp_path / "a.js").write_text(f"var PORT=9000;new WebSocket({url});")
    (tmp_path / "b.js").write_text(f"document.title={shown};")
    made = plan([str(tmp_path)])
    assert all(data.startswith(b"var PORT=9000;") for data in made.after.values())


def test_a_global_that_other_scripts_only_connect_to_is_edited_where_it_is_set(tmp_path: Path) -> None:
    url = '(location.protocol==="https:"?"wss":"ws")+"://"+location.hostname+":"+PORT+"/x"'
    (tmp_path / "a.js").write_text("var PORT=9000;")
    (tmp_path / "b.js").write_text(f"new WebSocket({url});new WebSocket({url.replace('PORT', 'window.PORT')});")
    made = plan([str(tmp_path)])
    assert made.after == {str(tmp_path / "a.js"): b"var PORT=location.port;"}
    assert not made.remaining


STRICT = """\
import{io}from"socket.io-client";
io("https://realtime.example.com:9000"),io(window.config.url,{a:1});
new WebSocket("ws://"+location.hostname+":"+window.port+"/p");
new WebSocket(`${location.protocol==="https:"?"wss":"ws"}://${location.host}/x`);
io(window.config.socket||"http://localhost:9000",{path:"/rt"});
fetch(window.api),document.title=location.hostname+":9000";
"""


def test_strict_lets_open_hosts_decide_at_run_time(tmp_path: Path) -> None:
    path = tmp_path / "case.js"
    path.write_text(STRICT)
    strict = plan([str(tmp_path)], strict=True)
    texts = {name: form.wrapper for name, form in forms().items()}
    after = strict.after[str(path)].decode()
    for name, text in texts.items():
        after = after.replace(f"({text})", f"@{name}@")
    assert after.splitlines()[1:] == [
        'io(@origin@("https://realtime.example.com:9000")),io(@origin@(window.config.url),{a:1});',
        'new WebSocket(@websocket@("ws://"+location.hostname+":"+window.port+"/p"));',
        'new WebSocket(`${location.protocol==="https:"?"wss":"ws"}://${location.host}/x`);',
        'io(@origin@(window.config.socket||"http://localhost:9000"),{path:"/rt"});',
        'fetch(window.api),document.title=location.hostname+":9000";',
    ]
    check_bytes(strict)
    assert is_valid(strict.after[str(path)].decode())
    assert strict.remaining == ()
    path.write_bytes(strict.after[str(path)])
    assert plan([str(tmp_path)], strict=True).fixes == ()
    path.write_text(STRICT)
    assert [fix.fix.title for fix in plan([str(tmp_path)]).fixes] != [fix.fix.title for fix in strict.fixes]
    (fix,) = plan([str(tmp_path)]).fixes
    assert [edit.path for edit in fix.fix.edits] == [str(path)]


def test_strict_edits_no_literal_that_an_open_host_takes(tmp_path: Path) -> None:
    """The port feeds a flagged call and one whose host only a run knows: the literal itself stays."""
    url = '(location.protocol==="https:"?"wss":"ws")+"://"+location.hostname+":"+P'
    code = f'const P="9000";new WebSocket({url}+"/a");new WebSocket("ws://"+window.host+":"+P+"/b");'
    (tmp_path / "case.js").write_text(code)
    made = plan([str(tmp_path)], strict=True)
    assert made.remaining == ()
    assert len(made.fixes) == 2
    assert b'const P="9000"' in made.after[str(tmp_path / "case.js")]
