"""esprima's verdict on pieces of code in their context."""

from __future__ import annotations

import pytest

from bundlescan.source import Source
from bundlescan.syntax import parse
from bundlescan.syntax.judge import Verdict, accepts, fragment_of, judge_node, smallest_judgeable
from bundlescan.syntax.walk import walk
from tests.syntax.test_differential import snippets

ACCEPTED, REFUSED, NOT_JUDGED = Verdict.ACCEPTED, Verdict.REFUSED, Verdict.NOT_JUDGED


@pytest.mark.parametrize(
    ("code", "options", "verdict"),
    [
        ("a", {"goal": "expression"}, ACCEPTED),
        ("a, b // c", {"goal": "expression"}, ACCEPTED),
        ("a b", {"goal": "expression"}, REFUSED),
        ("a), (b", {"goal": "expression"}, REFUSED),
        ("await a", {"goal": "expression"}, REFUSED),
        ("await a", {"goal": "expression", "is_async": True}, ACCEPTED),
        ("await a", {"goal": "expression", "is_async": True, "strict": True}, ACCEPTED),
        ("yield a", {"goal": "expression", "is_generator": True}, ACCEPTED),
        ("yield await a", {"goal": "expression", "is_generator": True, "is_async": True, "strict": True}, ACCEPTED),
        ("import.meta.url", {"goal": "expression"}, ACCEPTED),
        ("import.meta.url", {"goal": "expression", "module": True}, ACCEPTED),
        ("this.#a + new.target + super.b", {"goal": "expression", "strict": True}, ACCEPTED),
        ("function f(a) { return a }", {"goal": "function"}, ACCEPTED),
        ("function f(a) { return a", {"goal": "function"}, REFUSED),
        ("(a, b) => { with (a) b }", {"goal": "function"}, ACCEPTED),
        ("(a, b) => { with (a) b }", {"goal": "function", "strict": True}, REFUSED),
        ("() => super(1)", {"goal": "function", "strict": True}, ACCEPTED),
        ("async () => { await super.a(); this.#b = '#fff' }", {"goal": "function", "strict": True}, ACCEPTED),
        ("a", {"goal": "function"}, REFUSED),
        ("class A extends B { #c = 1; d() { return this.#c } }", {"goal": "class"}, ACCEPTED),
        ("class A { constructor() { super() } }", {"goal": "class"}, REFUSED),
        ("static async *a() { yield await this.#b }", {"goal": "method", "strict": True}, ACCEPTED),
        ("a = () => this.#b", {"goal": "method", "strict": True}, ACCEPTED),
        ("#b = () => this.#c", {"goal": "method", "strict": True}, ACCEPTED),
        ("a() {} b() {}", {"goal": "method", "strict": True}, REFUSED),
        ("get a() { return super.b }", {"goal": "property"}, ACCEPTED),
        ("get a(b) {}", {"goal": "property"}, REFUSED),
        ("a = 1", {"goal": "declarator"}, ACCEPTED),
        ("{a, b: [c]} = d", {"goal": "declarator"}, ACCEPTED),
        ("a = 1, b = 2", {"goal": "declarator"}, REFUSED),
        ("a = await b", {"goal": "declarator", "is_async": True}, ACCEPTED),
        ("return a", {"goal": "statement"}, ACCEPTED),
        ("break", {"goal": "statement"}, ACCEPTED),
        ("continue a", {"goal": "statement", "labels": ["a"]}, ACCEPTED),
        ("continue a", {"goal": "statement"}, REFUSED),
        ("if (a)", {"goal": "statement"}, REFUSED),
        ("x } { y", {"goal": "statement"}, REFUSED),
        ("x }; class $end$ {} switch (0) { default:", {"goal": "statement"}, REFUSED),
        ("if (a) b; else", {"goal": "statement"}, REFUSED),
        ("let a = 1", {"goal": "statement"}, ACCEPTED),
        ("for await (a of b) ;", {"goal": "statement", "is_async": True}, ACCEPTED),
        ("010", {"goal": "expression"}, ACCEPTED),
        ("010", {"goal": "expression", "strict": True}, REFUSED),
        ("export default a", {"goal": "statement", "module": True}, ACCEPTED),
        ("export default", {"goal": "statement", "module": True}, REFUSED),
        ("import('a')", {"goal": "statement", "module": True}, ACCEPTED),
        ("import a from 'b'", {"goal": "statement", "module": True}, ACCEPTED),
        ("a; b", {"goal": "program"}, ACCEPTED),
        ("return", {"goal": "program"}, REFUSED),
        ("<a>{b}</a>", {"goal": "expression"}, ACCEPTED),
        ("<a>{b}</c>", {"goal": "expression"}, REFUSED),
        ("(" * 9000 + "a" + ")" * 9000, {"goal": "expression"}, NOT_JUDGED),
        ("a" + "+a" * 50000, {"goal": "expression"}, NOT_JUDGED),
    ],
)
def test_a_piece_is_judged_in_its_context(code: str, options: dict[str, object], verdict: Verdict) -> None:
    assert accepts(code.encode(), **options) is verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "piece"),
    [
        ("a(9000)", "a(9000)"),
        ("var a = 9000, b", "a = 9000"),
        ("for (var a = 9000; ;) b", "a = 9000"),
        ("for (const a of f(9000)) b", "for (const a of f(9000)) b"),
        ("for (const {a = 9000} of b) c", "for (const {a = 9000} of b) c"),
        ("x = () => 9000", "() => 9000"),
        ("x = {y() { return 9000 }}", "return 9000"),
        ("x = {y(z = 9000) { return 1 }}", "y(z = 9000) { return 1 }"),
        ("x = {get y() { 9000 }}", "9000"),
        ("class A { b = 9000; c() {} }", "b = 9000;"),
        ("class A extends B { static async c(d = 9000) {} }", "static async c(d = 9000) {}"),
        ("class A extends B { constructor(a = 9000) { super(a) } }",
         "class A extends B { constructor(a = 9000) { super(a) } }"),
        ("class A extends B { constructor() { super(9000) } }", "super(9000)"),
        ("class A extends B { #c; d() { this.#c = 9000 } }", "this.#c = 9000"),
        ("async function f() { await g(9000) }", "await g(9000)"),
        ("function* f() { yield 9000 }", "yield 9000"),
        ("async function* f() { for await (const a of b) yield [a, 9000] }", "yield [a, 9000]"),
        ("const a = await b(9000); export {a}", "a = await b(9000)"),
        ("export default {port: 9000}", "export default {port: 9000}"),
        ("l: for (;;) { continue l; if (9000) break l }", "if (9000) break l"),
        ("l: { break l; switch (a) { case 9000: break l } }", "switch (a) { case 9000: break l }"),
        ("with (a) b(9000)", "b(9000)"),
        ("function f() { 'use strict'; return 9000 }", "return 9000"),
        ("import.meta.url; export const a = import.meta.url + 9000", "a = import.meta.url + 9000"),
        ("class A { static { this.a = 9000 } }", "this.a = 9000"),
        ("f(async () => await(x)(9000))", "async () => await(x)(9000)"),
    ],
)  # fmt: skip
def test_the_smallest_piece_around_a_number_is_accepted(code: str, piece: str) -> None:
    source = Source("a.js", code.encode())
    for parser in ("tree-sitter", "esprima"):
        tree = parse(source, parser=parser)
        node = tree.at(code.index("9000"), code.index("9000") + 4)
        assert smallest_judgeable(node).text.rstrip(";") == piece.rstrip(";")
        assert judge_node(node) is ACCEPTED
        fragment = fragment_of(node)
        text = fragment.node.text
        assert fragment.accepts(text.replace("9000", "location.port").encode()) is ACCEPTED
        assert fragment.accepts(text.replace("9000", "location.port)").encode()) is REFUSED
        assert fragment.accepts(text.replace("9000", "location..port").encode()) is REFUSED


@pytest.mark.parametrize("code", snippets())
def test_each_piece_of_valid_code_is_accepted(code: str) -> None:
    for node in walk(parse(Source("a.js", code.encode())).root):
        if smallest_judgeable(node) is node:
            assert judge_node(node) is ACCEPTED, node.text


def test_typescript_is_not_judged() -> None:
    tree = parse(Source("a.ts", b"let a = b as string"), language="ts")
    assert judge_node(tree.at(8)) is NOT_JUDGED
