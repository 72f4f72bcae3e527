"""The esprima adapter on its own: positions in bytes, failures, limits."""

from __future__ import annotations

import pytest

from bundlescan.source import Source, Span
from bundlescan.syntax import parse
from bundlescan.syntax.from_esprima import SyntaxFailure
from bundlescan.syntax.walk import walk


def failure_of(code: str, **options: object) -> SyntaxFailure:
    with pytest.raises(SyntaxFailure) as caught:
        parse(Source("a.js", code.encode()), parser="esprima", **options)  # type: ignore[arg-type]
    return caught.value


def test_positions_are_bytes_of_the_file() -> None:
    code = "/* é */ x = '😀漢' + f(`ü${y}€`, 9e3)"
    data = code.encode()
    tree = parse(Source("a.js", data), parser="esprima")
    found = {node.type: data[node.start : node.end].decode() for node in walk(tree.root)}
    assert found["Literal"] == "9e3"
    assert found["TemplateElement"] == "€"
    assert found["CallExpression"] == "f(`ü${y}€`, 9e3)"
    assert tree.at(data.index(b"9e3")).value == 9000.0


def test_an_inline_script_keeps_the_offsets_of_its_page() -> None:
    data = "<p>é</p><script>\nio('é', 9000)\n</script> isn't it".encode()
    span = Span(data.index(b"<script>") + 8, data.index(b"</script>"))
    tree = parse(Source("a.html", data), span=span, parser="esprima")
    assert tree.root.span == span
    literal = tree.at(data.index(b"9000"))
    assert (literal.value, data[literal.start : literal.end]) == (9000.0, b"9000")


@pytest.mark.parametrize(
    ("code", "offset", "message"),
    [
        ("a b", 2, "Unexpected identifier"),
        ("é = '😀'; a b", len("é = '😀'; a ".encode()), "Unexpected identifier"),
        ("a(", 2, "Unexpected end of input"),
        ("let a; let a", 11, "already been declared"),
        ("export const a = 1; b c", 22, "Unexpected identifier"),
    ],
)
def test_a_failure_says_where(code: str, offset: int, message: str) -> None:
    failure = failure_of(code)
    assert (failure.offset, failure.limit) == (offset, False)
    assert message in failure.message
    assert str(failure) == failure.message


def test_a_failure_in_an_inline_script_is_at_its_place_in_the_page() -> None:
    page = "é<script>a b</script>".encode()
    with pytest.raises(SyntaxFailure) as caught:
        parse(Source("a.html", page), span=Span(10, 13), parser="esprima")
    assert caught.value.offset == 12


@pytest.mark.parametrize("code", ["(" * 9000 + ")" * 9000, "a" + "+a" * 60000, "[" * 9000])
def test_a_resource_limit_is_told_from_an_error(code: str) -> None:
    assert failure_of(code).limit


def test_a_module_or_a_script_whichever_it_is() -> None:
    def kind(code: str) -> str:
        found: str = parse(Source("a.js", code.encode()), parser="esprima").root.sourceType
        return found

    assert kind("import 'a'") == kind("export {}") == "module"
    assert kind("a") == kind("import('a')") == kind("with (a) b") == kind("// import\n010") == "script"
    assert kind("await a") == "script"  # no import or export: as tree-sitter sees it
    assert kind("import.meta") == "script"


def test_typescript_is_refused() -> None:
    assert "TypeScript" in failure_of("a", language="ts").message


def test_a_byte_order_mark_and_bytes_that_are_not_utf8() -> None:
    tree = parse(Source("a.js", b"\xef\xbb\xbfa = '\xff\xc3\xa9' + b"), parser="esprima")
    binary = tree.root.body[0].expression.right
    assert (binary.left.value, binary.right.start, binary.right.end) == ("\ufffd\u00e9", 15, 16)
