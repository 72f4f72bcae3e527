"""Properties of both adapters: they agree on generated code, and no bytes make tree-sitter's raise."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bundlescan.source import Source
from bundlescan.syntax import Language, parse
from bundlescan.syntax.from_esprima import SyntaxFailure
from bundlescan.syntax.walk import walk
from tests.syntax.differential import differences

NAMES = ["a", "b", "$", "_c", "é", "of", "get", "async", "\\u0061x"]
LITERALS = [
    "0", "9e3", ".5", "0x2328", "1n", '"a\\x41"', "'é\\u{1F600}'", "`t`", "/[/]\\//gi", "null", "true", "this", "[]",
    "({})", "[,a]", "undefined",
]  # fmt: skip
BINARY = ["+", "-", "*", "/", "%", "<<", ">>>", "<", ">=", "==", "!==", "&", "|", "^", "in", "instanceof", "&&", "||"]
# E is any expression, O one that needs no parentheses as an operand, N a name, B a binary operator.
SHAPES = [
    "O B O", "O B O", "O??O", "!O", "-O", "typeof O", "delete O", "O ? E : E", "O.N", "O?.N", "O[E]", "O?.[E].N",
    "O(E)", "O(E,...E)", "O()", "O?.(E)(N)", "new (O)(E)", "new N", "(N=E)", "(N.N+=E)", "(N[E]??=E)", "(E,E,E)",
    "([N,{N:N=E}]=E)", "[E,,...E]", "({N:E,[E]:E,N})", "({N(N){E},get N(){return E},...E})", "`é${E}\\n${E}`",
    "(O)`${E}`",
    "(N=>E)", "((N=E,{N},...[a])=>{E})", "(async()=>{await O;await(E).N;return E})", "(async N=>await(E)(E))",
    "(function*(){yield E;var N=E\n})", "(function N(N){if(E)E;else E\nfor(var N in E);for(;E;);})",
    "(class extends (O){static [E]=E;#b;get N(){return E}})", "(async function(){for await(const N of E){E}})",
]  # fmt: skip


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(NAMES + LITERALS))
    shape = draw(st.sampled_from(SHAPES))

    def fill(match: re.Match[str]) -> str:
        if match[0] == "N":
            return draw(st.sampled_from(NAMES))
        if match[0] == "B":
            return draw(st.sampled_from(BINARY))
        inner = draw(expressions(depth - 1))
        needs_none = inner in NAMES + LITERALS or inner[0] in "(["
        return inner if match[0] == "O" and needs_none else f"({inner})"

    return re.sub(r"\b[EONB]\b", fill, shape)


@given(expressions())
@settings(max_examples=150, deadline=None)
def test_both_parsers_agree_on_any_expression(code: str) -> None:
    source = Source("random.js", f"x = (\n{code}\n)".encode())
    tree = parse(source)
    try:
        reference = parse(source, parser="esprima")
    except SyntaxFailure as failure:
        # The shapes can be put together to something with an early error, such as two parameters of one name.
        assume(failure.limit or "Unexpected" not in failure.message)
        return
    assert tree.issues == ()
    assert differences(tree, reference) == []


PIECES = [
    piece
    for file in sorted(Path(__file__).with_name("fixtures").glob("*.js"))
    for piece in file.read_text(encoding="utf-8").split("//---\n")
]
NOISE = st.sampled_from(
    [*"(){}[]<>`'\"/\\;:,.?=*+-#@$&| \n\0", "${", "/*", "=>", "async ", "class ", "</", "é", "import "]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A snippet with a few bytes taken out, doubled or put in."""
    data = draw(st.sampled_from(PIECES)).encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        data = data[:start] + draw(st.sampled_from([b"", data[start:end] * 2]) | NOISE.map(str.encode)) + data[end:]
    return data


@given(damaged() | st.binary(max_size=40), st.sampled_from(["js", "ts", "tsx"]))
@example(b"switch (a) { case 1: b: /* nothing */ }", "ts")  # what the parser adds as missing is put after the comment
@example(b"for (;;) // nothing", "js")
@example(b"a / /* nothing */\n*/", "ts")
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_sound_tree(data: bytes, language: Language) -> None:
    tree = parse(Source("damaged.js", data), language=language)
    for node in walk(tree.root):
        end = node.start
        for child in node.children():
            assert child.parent is node
            assert node.start <= child.start <= child.end <= node.end
            assert child.start >= end or child.start == end or is_twin(child), (node, node.children())
            end = max(end, child.end)
    for issue in tree.issues:
        assert 0 <= issue.span.start <= issue.span.end <= len(data)
        assert "\n" not in issue.message
    for offset in range(0, len(data), 7):
        found = tree.at(offset)
        assert found.start <= offset < found.end or found is tree.root


def is_twin(node: object) -> bool:
    """Shorthand forms have two nodes in one place."""
    parent = node.parent  # type: ignore[attr-defined]
    return parent.type in ("Property", "ImportSpecifier", "ExportSpecifier") or parent.get("errors") is not None
