"""Code in eval calls is read as if it stood there, and every byte leads back to the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundlescan.source import Source, Span
from bundlescan.syntax.evals import unpacked

MODULE = "const p=\"90\\u{30}0\";\nopen(`ws:\\\\${p}`, 'é😀');"


def bundle(code: str, quote: str = '"', policy: str = "") -> Source:
    text = json.dumps(code + "\n\n//# sourceURL=webpack:///./x.js?\n", ensure_ascii=False)
    if quote == "'":
        text = "'" + text[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
    call = f"eval({policy}({text}))" if policy else f"eval({text})"
    return Source("x.js", f"var é=1;({{1(e,t,n){{\n\n{call};\n\n}},2(){{}}}})".encode())


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("policy", ["", "n.ts"])
def test_the_code_stands_where_its_call_stood(quote: str, policy: str) -> None:
    source = unpacked(bundle(MODULE, quote, policy))
    text = source.data.decode()
    assert MODULE in text
    assert "eval" not in text
    assert text.startswith("var é=1;({1(e,t,n){\n\nconst p=")
    assert text.endswith("\n\n},2(){}})")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_character_leads_to_its_spelling_and_back(code: str) -> None:
    file = bundle(code)
    source = unpacked(file)
    for at, character in enumerate(source.data.decode()):
        if character in '\\"\n\r\t\b\f':
            continue
        offset = len(source.data.decode()[:at].encode())
        outer = source.outer(offset)
        spelled = file.data[outer:].decode("utf-8", "replace")
        escapes = (f"\\u{ord(character):04x}", "\\") if ord(character) < 0x20 or ord(character) == 0x7F else ()
        assert spelled.startswith((character, *escapes))
        assert source.inner(outer) == offset


def test_an_edit_is_spelled_as_its_string_spells_it() -> None:
    source = unpacked(bundle('io("ws://localhost:9000")'))
    at = source.data.index(b'"ws')
    span = Span(at, at + len(b'"ws://localhost:9000"'))
    assert source.spelled(span, '"a\\b"\n') == '\\"a\\\\b\\"\\n'
    assert source.spelled(Span(0, 3), '"a"') == '"a"'
    assert source.spelled(Span(at, len(source.data)), "x") is None
    around = source.string_around(span)
    assert around is not None
    assert source.spelling(around).startswith(b'"io(\\"ws:')
    start, end = source.outer(span.start), source.outer(span.end)
    assert source.spelling(Span(start, end)) == b'\\"ws://localhost:9000\\"'


@pytest.mark.parametrize(
    "text",
    [
        'eval("1+1\\n//# comment");',
        'f(eval("x\\n//# sourceURL=a"));',
        '"eval(\\"x\\n//# sourceURL=a\\")"',
        "no call",
    ],
)
def test_other_strings_stay_strings(text: str) -> None:
    source = Source("x.js", text.encode())
    assert unpacked(source) is source
