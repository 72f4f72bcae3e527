"""Code that is deep, long or repetitive beyond all measure is analysed within bounds, and nothing raises."""

from __future__ import annotations

import pytest

from bundlescan.collect import Kind
from bundlescan.pipeline import analyse
from bundlescan.source import Source
from bundlescan.values.domain import WORK

MANY = 4_000
MOST = 200_000  # operations on options
SINK = "new WebSocket('ws://'+location.hostname+':'+{})"
CASES = "".join(f"case {i}:return {9000 + i % 50};" for i in range(MANY))
BRANCHES = "".join(f"case {2 * i + 1}:if(window.a){{e.n={2 * i + 3};break}}case {2 * i + 2}:g({i});" for i in range(40))
MACHINE = f"case 0:u='ws://localhost:9000';{BRANCHES}case 81:new WebSocket(u);return e.a(2)"
NESTED = "".join(f"o.a.b{i}=o.a.b{i - 1};" for i in range(1, 12))
TRIED = "".join(f"try{{E.a{i}=g{i}}}catch{{}}" for i in range(40))
ASSIGNED = "".join(f"case {i}:p={9000 + i % 50};break;" for i in range(MANY))


@pytest.mark.parametrize(
    ("code", "ports"),
    [
        (f"function f(x){{switch(x){{{CASES}}}return 9001}}{SINK.format('f(3999)')}", {9049}),
        (f"function f(x){{switch(x){{{CASES}}}return 9001}}{SINK.format('f(window.x)')}", {9000, 9001, 9049}),
        (f"function f(x){{var p;switch(x){{{ASSIGNED}}}return p}}{SINK.format('f(window.x)')}", {9000, 9001, 9049}),
        (
            "function f(x){"
            + "".join(f"if(x==={i})return {9000 + i};" for i in range(MANY))
            + f"return 9001}}{SINK.format('f(window.x)')}",
            {9000},
        ),
        ("var f=" + "".join(f"a{i}=>" for i in range(MANY)) + SINK.format("9000"), {9000}),
        ("var f=" + "(()=>" * MANY + SINK.format("9000") + ")" * MANY, {9000}),
        ("{" * MANY + SINK.format("9000") + "}" * MANY, {9000}),
        (f"function f(){{var u;return r().w(function(e){{for(;;)switch(e.n){{{MACHINE}}}}})}}f()", {9000}),
        (
            f"var o=window.x?{{a:{{b0:9000}}}}:window.y?{{a:{{b0:1}}}}:{{a:{{b0:2}}}};{NESTED}{SINK.format('o.a.b11')}",
            {9000},
        ),
        (f'/(x+x+)+y/.test("{"x" * 100}")&&' + SINK.format("9000"), {9000}),
        (
            f"var E=Object.create(null),U=[];try{{U=P(E=window)}}catch{{try{{U=P(E=global)}}catch{{{TRIED}}}}}"
            f"function f(u){{return E.s(u)}}new WebSocket(f(E.a3.b));{SINK.format('9000')}",
            {9000},
        ),
        ("var o={};o['']=1;new WebSocket(window['']||o['']);" + SINK.format("9000"), {9000}),
    ],
    ids=[
        "known case",
        "any case",
        "any assignment",
        "early returns",
        "arrows",
        "callbacks",
        "blocks",
        "machine",
        "options changed within",
        "expression",
        "attempts",
        "a name without letters",
    ],
)
def test_found_all_the_same(code: str, ports: set[int]) -> None:
    before = WORK.done
    analysis = analyse([(Source("a.js", code.encode()), Kind.JS)])
    assert WORK.done - before < MOST
    assert not analysis.errors
    assert ports <= {finding.port for finding in analysis.findings}
