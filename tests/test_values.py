"""What an expression can be. In ``fixtures/values`` a line that holds one statement says it:

    "ws://"+location.hostname+":"+f(); // value: ws://{location.hostname}:9000

The statement's expression (what it returns, or what its one variable is set to) is evaluated from outside any call.
Alternatives are separated by `` | ``, in the order of the choices, each once; a choice hangs together wherever it
appears. ``""`` is the empty text, ``{…}`` is known only at run time, ``never`` is code that does not run.
``// todo-value:`` is a known miss: what it should be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bundlescan.bundle.project import Project, Unit
from bundlescan.collect import Kind
from bundlescan.finding import Severity
from bundlescan.match.template import render_value
from bundlescan.pipeline import RECURSION_LIMIT, analyse
from bundlescan.scope.model import FUNCTIONS
from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import Choice, Concat, Dead, Hole, Value
from bundlescan.values.evaluate import Evaluator
from tests.annotations import FIXTURES

MARK = re.compile(r"//\s*(todo-)?value: (.*?)\s*$")
FILES = sorted((FIXTURES / "values").glob("*.js"))
MAX_TEXTS = 64


def unit_of(code: str, path: str = "case.js") -> Unit:
    data = code.encode()
    return Unit(Source(path, data), "js", Span(0, len(data)))


def texts(value: Value) -> list[str]:
    """Every text that ``value`` can be, choices with one key decided alike."""
    return list(dict.fromkeys(_texts([value], {}, ""))) or ["never"]


def _texts(pending: list[Value], chosen: Mapping[Hashable, int], text: str) -> Iterator[str]:
    if not pending:
        yield text or '""'
        return
    head, *rest = pending
    match head:
        case Concat(parts=parts):
            yield from _texts([*parts, *rest], chosen, text)
        case Choice(cond=cond, options=options):
            picks = [chosen[cond.key]] if cond.key in chosen else range(len(options))
            for pick in picks:
                option = options[min(pick, len(options) - 1)]
                yield from _texts([option, *rest], {**chosen, cond.key: pick}, text)
        case Dead():
            return
        case _:
            yield from _texts(rest, chosen, text + render_value(head))


def expression(unit: Unit, start: int, end: int) -> Node:
    """The expression of the one statement in the bytes [start, end)."""
    data = unit.source.data
    while data[start] in b" \t":
        start += 1
    while data[end - 1] in b" \t;":
        end -= 1
    node: Node | None = unit.tree.at(start, end)
    while node is not None and node.type not in ("ExpressionStatement", "ReturnStatement", "VariableDeclaration"):
        node = node.parent
    assert node is not None, data[start:end]
    if node.type == "VariableDeclaration":
        (declarator,) = node.declarations
        node = declarator.init
    else:
        node = node.get("expression") or node.argument
    assert isinstance(node, Node)
    return node


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_values(file: Path) -> None:
    unit = unit_of(file.read_text(encoding="utf-8"), file.name)
    assert not unit.tree.issues
    evaluator = Evaluator(Project([unit]))
    differences: list[str] = []
    at = 0
    for number, line in enumerate(unit.source.data.split(b"\n"), start=1):
        mark = MARK.search(line.decode())
        if mark is not None:
            node = expression(unit, at, at + line.index(b"//" + mark[0].encode()[2:]))
            value = " | ".join(texts(evaluator.string(evaluator.ask(node), node)))
            if mark[1] and value == mark[2]:
                differences.append(f"{file.name}:{number}: promote: it is {value} now")
            elif not mark[1] and value != mark[2]:
                differences.append(f"{file.name}:{number}:\n  - {mark[2]}\n  + {value}")
        at += len(line) + 1
    assert not differences, "\n".join(["annotated (-) and evaluated (+) differ:", *differences])


# -- properties -----------------------------------------------------------------------------------------------


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    known = st.sampled_from(['"a"', "1", "`b${2}`", "location.hostname", "null"])
    return st.one_of(
        st.tuples(inner, known).map(lambda p: f"({p[0]}+{p[1]})"),
        st.tuples(known, inner).map(lambda p: f"({p[0]}+{p[1]})"),
        inner.map(lambda e: f"`x${{{e}}}y`"),
        inner.map(lambda e: f'"".concat({e},"z")'),
        inner.map(lambda e: f'["p",{e}].join("/")'),
        inner.map(lambda e: f"String({e})"),
        inner.map(lambda e: f"(0,{e})"),
        inner.map(lambda e: f"(e=>e)({e})"),
        inner.map(lambda e: f"(()=>{{var t={e};return t}})()"),
        inner.map(lambda e: f"({{k:{e}}}).k"),
        inner.map(lambda e: f"[{e}][0]"),
        inner.map(lambda e: f"JSON.parse({e})"),
        inner.map(lambda e: f"{e}.trim()"),
        inner.map(lambda e: f'{e}.replace("a","b")'),
        inner.map(lambda e: f"new URL({e}).href"),
        inner.map(lambda e: f"parseInt({e},10)"),
        inner.map(lambda e: f"({e}||{e})"),
        st.tuples(inner, inner).map(lambda p: f"(window.c?{p[0]}:{p[1]})"),
        inner.map(lambda e: f"({e}-1)"),
        inner.map(lambda e: f"Object.assign({{}},{{k:{e}}}).k"),
    )


UNKNOWN = st.recursive(st.sampled_from(["window.u", "f()", "u", "this.u"]), _joined, max_leaves=4)


@given(UNKNOWN)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_an_unknown_operand_never_yields_a_fully_known_result(code: str) -> None:
    unit = unit_of(f"export function q(u,f){{\nreturn {code}\n}}")
    node = unit.tree.root.body[0].declaration.body.body[0].argument
    evaluator = Evaluator(Project([unit]))
    for text in texts(evaluator.string(evaluator.ask(node), node)):
        assert re.search(r"\{(?!location\.)[^}]+\}", text), f"{code} -> {text}"


sys.setrecursionlimit(RECURSION_LIMIT)  # before hypothesis remembers it
FINDING_FILES = sorted((FIXTURES / "socket-hardcoded-port").glob("*.js"))
STATEMENTS = frozenset({"ExpressionStatement", "VariableDeclaration", "IfStatement", "ReturnStatement", "ForStatement"})
SPACES = ["\n", "  ", "\t\n", "/* é😀 */", "// x\n"]


@pytest.mark.parametrize(
    ("code", "is_lost"),
    [
        ("function f(a) { x = a.b.c; }", True),
        ("function f(a) { x = a.b.trimmed(); }", True),
        ("function f(...a) { x = a.slice(1).at(window.i); }", True),
        ("x = window.settings.port;", False),
        ("x = Date.now();", False),
        ("x = io.of('a').port;", False),
    ],
)
def test_a_hole_knows_whether_it_was_lost(code: str, is_lost: bool) -> None:
    unit = unit_of(code)
    writes = [node for node in _nodes(unit.tree.root) if node.type == "AssignmentExpression"]
    value = Evaluator(Project([unit])).ask(writes[-1].right)
    assert isinstance(value, Hole)
    assert value.lost is is_lost, value.cause


def facts(code: str, path: str) -> list[tuple[str, int | None, str | None]]:
    report = analyse([(Source(path, code.encode()), Kind.JS)])
    assert not report.errors
    return sorted((f.rule_id, f.port, f.fingerprint) for f in report.findings if f.severity is not Severity.NOTE)


@pytest.mark.parametrize("file", FINDING_FILES, ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
def test_white_space_adds_and_loses_no_finding(file: Path, data: st.DataObject) -> None:
    code = file.read_text(encoding="utf-8")
    unit = unit_of(code)
    places = {node.start for node in _nodes(unit.tree.root) if node.type in STATEMENTS}
    places |= {
        argument.start
        for node in _nodes(unit.tree.root)
        if node.type in ("CallExpression", "NewExpression")
        for argument in node.arguments
    }
    chosen = data.draw(st.lists(st.sampled_from(sorted(places)), max_size=20, unique=True))
    out = code.encode()
    for at in sorted(chosen, reverse=True):
        out = out[:at] + data.draw(st.sampled_from(SPACES)).encode() + out[at:]
    assert facts(out.decode(), file.name) == facts(code, file.name)


@pytest.mark.parametrize("file", FINDING_FILES, ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
def test_other_names_add_and_lose_no_finding(file: Path, data: st.DataObject) -> None:
    code = file.read_text(encoding="utf-8")
    unit = unit_of(code)
    scopes = [unit.scopes.scope(node) for node in _nodes(unit.tree.root) if node.type in FUNCTIONS | {"Program"}]
    bindings = [binding for scope in scopes for binding in scope.bindings.values() if binding.kind != "import"]
    spans: dict[tuple[int, int], str] = {}
    for number, binding in enumerate(data.draw(st.lists(st.sampled_from(bindings), max_size=8, unique=True))):
        references = unit.scopes.references(binding)
        if any(n.parent is not None and n.parent.get("shorthand") for n in references) or any(
            n.parent is not None and n.parent.type == "ExportSpecifier" for n in references
        ):
            continue
        spans |= {(node.start, node.end): f"renamed{number}$" for node in references}
    out = unit.source.data
    for (start, end), name in sorted(spans.items(), reverse=True):
        out = out[:start] + name.encode() + out[end:]
    assert facts(out.decode(), file.name) == facts(code, file.name)


def _nodes(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(node.children())


def test_a_condition_is_said_with_the_finding() -> None:
    code = 'new WebSocket("ws://"+location.hostname+(location.port?":9000":""))'
    analysis = analyse([(Source("a.js", code.encode()), Kind.JS)])
    (finding,) = analysis.findings
    assert (finding.when, finding.severity, finding.confidence.value) == ("location.port", Severity.ERROR, "high")


DEVELOPMENT = {
    'location.hostname==="localhost"': 'location.hostname === "localhost"',
    '["localhost","127.0.0.1"].includes(location.hostname)': (
        'location.hostname === "localhost" || location.hostname === "127.0.0.1"'
    ),
    'new Set(["localhost","[::1]"]).has(location.hostname)': (
        'location.hostname === "localhost" || location.hostname === "[::1]"'
    ),
    '-1!==["localhost"].indexOf(location.hostname)': 'location.hostname === "localhost"',
    "({localhost:!0})[location.hostname]": 'location.hostname === "localhost"',
    '(()=>{switch(location.hostname){case"localhost":return!0;default:return!1}})()': (
        'location.hostname === "localhost"'
    ),
    'location.host==="localhost:3000"': 'location.port && location.host === "localhost:3000"',
    "/^(localhost|127)/.test(location.hostname)": "/^(localhost|127)/.test(location.hostname)",
    "location.hostname.match(/^127/)": "/^127/.test(location.hostname)",
    'location.href.indexOf("//localhost")>-1': 'location.href.includes("//localhost")',
    '~location.hostname.indexOf("localhost")': 'location.hostname.includes("localhost")',
    'location.hostname.endsWith(".localhost")': 'location.hostname.endsWith(".localhost")',
    'localStorage.dev==="1"': 'localStorage.dev === "1"',
    'localStorage.getItem("dev")': "localStorage.dev",
    'localStorage.prod!=="1"': 'localStorage.prod !== "1"',
    'localStorage.dev!=="0"': 'localStorage.dev !== "0"',
    "null!=sessionStorage.devMode": "sessionStorage.devMode != null",
    "window.dev_server": "window.dev_server",
    "import.meta.env.DEV": "import.meta.env.DEV",
    "!import.meta.env.PROD": "!import.meta.env.PROD",
    '"production"!==process.env.NODE_ENV': 'process.env.NODE_ENV !== "production"',
    'import.meta.env.MODE=="development"': 'import.meta.env.MODE === "development"',
}


@pytest.mark.parametrize("guard", DEVELOPMENT)
def test_a_development_guard_makes_it_a_warning(guard: str) -> None:
    code = f'{guard}&&new WebSocket("ws://"+location.hostname+":9000")'
    (finding,) = analyse([(Source("a.js", code.encode()), Kind.JS)]).findings
    assert (finding.severity, finding.confidence.value) == (Severity.WARNING, "low")
    assert finding.when == DEVELOPMENT[guard]


ASKED = {
    r"/^\/room\/\d+/.test(location.pathname)": r"/^\/room\/\d+/.test(location.pathname)",
    r"/\.lab\d+\.example$/.test(location.hostname)": r"/\.lab\d+\.example$/.test(location.hostname)",
    r"/port=([0-9]+)/.exec(location.hash)": r"/port=([0-9]+)/.test(location.hash)",
    r"/Kiosk\/\d/.test(navigator.userAgent)": r"/Kiosk\/\d/.test(navigator.userAgent)",
    r"/^a\d$/.test('a'+name)": r"/^a\d$/.test('a'+name)",
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_an_expression_matches_is_not_known(asked: str) -> None:
    """A text of the page may match it: neither answer is taken for granted."""
    code = f'{asked}&&new WebSocket("ws://"+location.hostname+":9000")'
    (finding,) = analyse([(Source("a.js", code.encode()), Kind.JS)]).findings
    assert (finding.severity, finding.when) == (Severity.ERROR, ASKED[asked])


NO_GUARDS = [
    'location.hostname!=="localhost"',
    'location.hostname.endsWith("company.test")',
    '!location.hostname.includes(".")',
    "location.port",
    'process.env.NODE_ENV==="production"',
    "import.meta.env.PROD",
    "localStorage.dev==null",
    "localStorage.deviceId",
    '["localhost","erp.company.test"].includes(location.hostname)',
    'location.hostname==="localhost"||location.search.includes("debug")',
]


@pytest.mark.parametrize("guard", NO_GUARDS)
def test_another_guard_leaves_it_an_error(guard: str) -> None:
    code = f'({guard})&&new WebSocket("ws://"+location.hostname+":9000")'
    (finding,) = analyse([(Source("a.js", code.encode()), Kind.JS)]).findings
    assert finding.severity is Severity.ERROR
    assert finding.confidence.value != "low"
    assert finding.when is not None


def test_a_url_that_is_not_followed_is_guarded_too() -> None:
    code = 'location.hostname==="localhost"&&window.go(`ws://${location.hostname}:9000/x`)'
    (finding,) = analyse([(Source("a.js", code.encode()), Kind.JS)]).findings
    assert (finding.rule_id, finding.confidence.value) == ("url-hardcoded-port", "low")
    assert finding.when == 'location.hostname === "localhost"'


@pytest.mark.parametrize(
    ("code", "when"),
    [
        ("let s;if(!s&&location.port){s=new WebSocket(u)}", "location.port"),
        ("let s;(()=>{if(s||!location.port)return;s=new WebSocket(u)})()", "location.port"),
        ("class A{open(){if(this.ws)return;this.ws=new WebSocket(u)}}new A().open()", None),
        ("const o={};o.s??=new WebSocket(u);", None),
        ('!function(e){"function"==typeof define&&define.amd?define(e):e()}(function(){new WebSocket(u)});', None),
    ],
)
def test_what_says_nothing_of_when_is_no_condition(code: str, when: str | None) -> None:
    code = f'const u="ws://"+location.hostname+":9000";{code}'
    (finding,) = analyse([(Source("a.js", code.encode()), Kind.JS)]).findings
    assert (finding.when, finding.severity, finding.confidence.value) == (when, Severity.ERROR, "high")


def test_a_parameter_takes_one_argument_of_its_callers() -> None:
    unit = unit_of("function dial(port, options) {\nport;\n}\ndial(9000, [" + "window.u," * 500 + "]);\n")
    evaluator = Evaluator(Project([unit])).thorough()
    at = unit.source.data.index(b"port;")
    node = expression(unit, at, at + len("port;"))
    assert texts(evaluator.ask(node)) == ["9000"]
    assert evaluator.steps < 100  # the options are not looked at
