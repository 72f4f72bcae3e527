"""The tree-sitter adapter on its own: laziness, broken code, depth, inline scripts."""

from __future__ import annotations

import pytest

from bundlescan.source import Source, Span
from bundlescan.syntax import Node, Tree, parse

KEYWORDS = [
    "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
    "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
    "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
]  # fmt: skip


def tree_of(code: str, **options: object) -> Tree:
    return parse(Source("test.js", code.encode()), **options)  # type: ignore[arg-type]


def expression(code: str) -> Node:
    node: Node = tree_of(code).root.body[0].expression
    return node


def walk(tree: Tree) -> list[Node]:
    found, pending = [], [tree.root]
    while pending:
        node = pending.pop()
        found.append(node)
        pending.extend(node.children())
    return found


def test_at_finds_the_innermost_node_and_expands_only_the_way_there() -> None:
    code = "function unused(){ return deep.inside }\nvar a = {b: f(`x${c}9000`)};"
    tree = tree_of(code)
    found = tree.at(code.index("9000"), code.index("9000") + 4)
    assert (found.type, found.cooked) == ("TemplateElement", "9000")
    assert [n.type for n in found.ancestors()] == [
        "TemplateLiteral", "CallExpression", "Property", "ObjectExpression", "VariableDeclarator",
        "VariableDeclaration", "Program",
    ]  # fmt: skip
    assert tree.root.body[0]._fields is None
    assert tree.at(code.index("9000")) is found


def test_at_prefers_the_value_of_a_shorthand_property_and_the_local_name() -> None:
    tree = tree_of("x={a}; var {b=1}=x; import {c} from 'm'; export {d}; import {e as f} from 'm'")
    for name, field in {"a": "value", "c": "local", "d": "local", "e": "imported", "f": "local"}.items():
        found = tree.at(
            tree.source.data.index(b"{" + name.encode()) + 1 if name != "f" else tree.source.data.index(b" f}") + 1
        )
        assert found.name == name
        assert found.parent is not None and found.parent.get(field) is found
    assert tree.at(tree.source.data.index(b"=1") + 1).value == 1
    b = tree.at(tree.source.data.index(b"{b") + 1)
    assert b.parent is not None and b.parent.type == "AssignmentPattern"


@pytest.mark.parametrize("code", ["a;\u00e9.b(c)\n", "  ", "", "/* only a comment */", "#!/bin/node\nx"])
def test_program_covers_the_whole_text(code: str) -> None:
    root = tree_of(code).root
    assert (root.type, root.start, root.end) == ("Program", 0, len(code.encode()))


def test_children_lie_inside_their_parents_and_point_back() -> None:
    tree = tree_of("for (let i = 0, {j} = x; i < 9e3; i++) { a?.[b](`c${d}`, async (e) => { class F { g = 1; } }) }")
    for node in walk(tree):
        for child in node.children():
            assert child.parent is node
            assert node.start <= child.start <= child.end <= node.end


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_keyword_named_bindings_are_valid(keyword: str) -> None:
    tree = tree_of(f'import{{a as b,{keyword} as e,"x y" as z}}from"m";export{{e as {keyword},b as c}};f(e)')
    imported, exported, call = tree.root.body
    assert tree.issues == ()
    assert [(s.imported.get("name"), s.local.name) for s in imported.specifiers] == [
        ("a", "b"),
        (keyword, "e"),
        (None, "z"),
    ]
    assert [(s.local.name, s.exported.name) for s in exported.specifiers] == [("e", keyword), ("b", "c")]
    assert imported.get("source").value == "m"
    assert call.expression.callee.name == "f"


@pytest.mark.parametrize(
    "code",
    [
        "export default function(){}export{a};",
        "export default class{}export{a};",
        "export default function f(){}var b;",
        "export default async function*(){}export{a}",
    ],
)
def test_no_semicolon_is_missing_after_a_default_declaration(code: str) -> None:
    tree = tree_of(code)
    assert tree.issues == ()
    assert tree.root.body[0].declaration.type.endswith("Declaration")


@pytest.mark.parametrize(
    "code",
    [
        "var url = {{ frappe.url }}; io('http://localhost:9000')",
        "{% if x %} io('http://localhost:9000') {% endif %}",
        "f(a b, io('http://localhost:9000'))",
        "function ( { io('http://localhost:9000') ",
        "x = [1, 2 3, io('http://localhost:9000')",
        "class A { b( } io('http://localhost:9000')",
        "} io('http://localhost:9000') }",
        "<div>{{ x }}</div> io('http://localhost:9000')",
        "switch (a) { case 1 io('http://localhost:9000') }",
        "import { io from 'x'; io('http://localhost:9000')",
        "x ? y ; io('http://localhost:9000')",
        "a.\nio('http://localhost:9000')).b",
        "var ; io('http://localhost:9000'",
        "const {a, = io('http://localhost:9000')",
        "`${` io('http://localhost:9000')",
        "for (var i in ) io('http://localhost:9000')",
        "new ; io('http://localhost:9000')",
    ],
)
def test_broken_code_keeps_a_usable_tree(code: str) -> None:
    tree = tree_of(code)
    assert tree.issues
    nodes = walk(tree)
    for node in nodes:
        for child in node.children():
            assert child.parent is node
            assert node.start <= child.start <= child.end <= node.end
    address = code.index("http")
    if not code.startswith("`"):
        assert tree.at(address, address + 4).value == "http://localhost:9000"
    for issue in tree.issues:
        assert "\n" not in issue.message
        assert 0 <= issue.span.start <= issue.span.end <= len(code)


def test_sound_code_has_no_issues() -> None:
    assert tree_of("a(b)").issues == ()


DEEP = {
    "parentheses": "(" * 5000 + "a" + ")" * 5000,
    "sums": "a" + "+a" * 20000,
    "members": "a" + ".b" * 20000,
    "optional members": "a" + "?.b" * 20000,
    "calls": "f" + "()" * 20000,
    "arrays": "[" * 5000 + "]" * 5000,
    "functions": "(()=>" * 3000 + "1" + ")" * 3000,
    "blocks": "{" * 5000 + "}" * 5000,
    "conditionals": "a?b:" * 5000 + "c",
    "else if": "if(a)b;else " * 3000 + "c",
    "assignments": "a=" * 5000 + "b",
    "sequence": "a" + ",a" * 20000,
    "templates": "`${" * 1000 + "a" + "}`" * 1000,
    "unclosed": "f(" * 3000,
    "unclosed braces": "a={b:" * 3000,
}


@pytest.mark.parametrize("name", DEEP)
def test_depth_is_no_limit(name: str) -> None:
    tree = tree_of(DEEP[name])
    assert len(walk(tree)) > 1
    tree = tree_of(DEEP[name])
    tree.at(len(DEEP[name]) // 2)
    tree.at(0)
    assert isinstance(tree.issues, tuple)


def test_an_inline_script_keeps_the_offsets_of_its_page() -> None:
    page = "<p>\u00e9 it's</p>\n<script>\n  io('http://localhost:9000')\n</script><p>isn't it</p>"
    data = page.encode()
    start, end = data.index(b"<script>") + 8, data.index(b"</script>")
    tree = parse(Source("page.html", data), span=Span(start, end))
    assert (tree.root.start, tree.root.end) == (start, end)
    assert tree.issues == ()
    literal = tree.at(data.index(b"localhost"))
    assert literal.value == "http://localhost:9000"
    assert data[literal.start : literal.end] == b"'http://localhost:9000'"


@pytest.mark.parametrize("script", ["a // b", "a /* b */", "a = () => {} // b", "if (c) a // b", "a // b\n"])
def test_a_comment_at_the_end_of_an_inline_script_is_not_code(script: str) -> None:
    data = f"<script>{script}</script>".encode()
    tree = parse(Source("page.html", data), span=Span(8, 8 + len(script)))
    statement = tree.root.body[-1]
    assert b"b" not in data[statement.start : statement.end]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa='\xc3\xa9'", b"a='\xff\xfe'", b"\xff", b"a=`\x80${b}`", b"\x00"])
def test_bytes_that_are_no_plain_text(data: bytes) -> None:
    tree = parse(Source("odd.js", data))
    for node in walk(tree):
        assert 0 <= node.start <= node.end <= len(data)


def test_importing_the_package_imports_no_parser() -> None:
    import subprocess
    import sys

    code = "import bundlescan.syntax, sys; print({'tree_sitter', 'esprima'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
