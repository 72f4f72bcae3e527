"""TypeScript without its types is JavaScript: each pair must give the same tree, positions aside."""

from __future__ import annotations

from typing import Any

import pytest

from bundlescan.source import Source
from bundlescan.syntax import Language, Node, parse
from bundlescan.syntax.walk import walk

UNWRAPPED = {
    "TSAsExpression",
    "TSSatisfiesExpression",
    "TSNonNullExpression",
    "TSTypeAssertion",
    "TSInstantiationExpression",
}


def outline(value: Any) -> Any:
    """Types, fields and values, with nothing of TypeScript in it."""
    if isinstance(value, list):
        return [outline(v) for v in value if not (isinstance(v, Node) and v.type == "TSDeclaration")]
    if not isinstance(value, Node):
        return value
    if value.type in UNWRAPPED:
        return outline(value.expression)
    return value.type, {name: outline(field) for name, field in value.fields.items()}


def tree_of(code: str, language: Language = "ts") -> Node:
    tree = parse(Source("a.ts", code.encode()), language=language)
    assert tree.issues == ()
    return tree.root


PAIRS = [
    ("let a: string = b, c: {d: e} | null, f: () => void = g;", "let a = b, c, f = g;"),
    ("const [a, b]: [c, d] = e, {f}: G = h;", "const [a, b] = e, {f} = h;"),
    ("var a = <B>c, d = e as F, g = h as const, i = j satisfies K, l = m!;", "var a = c, d = e, g = h, i = j, l = m;"),
    ("(a as any).b.c; (<d>e).f; g!.h!.i; j!(k)![l]!;", "(a).b.c; (e).f; g.h.i; j(k)[l];"),
    ("a?.b!.c; (a as B)?.c; a!?.b;", "a?.b.c; (a)?.c; a?.b;"),
    ("f<A>(b); new C<D, E>(f); new J<K>;", "f(b); new C(f); new J;"),
    ("a < b; a < b > (c); f(a < b, c > d);", "a < b; a(c); f(a < b, c > d);"),
    ("function a<B>(this: C, d: E, f?: G, h: I = j, ...k: L[]): M {}", "function a(d, f, h = j, ...k) {}"),
    ("function a({b, c}: D, [e]: F = [], g = 1) {}", "function a({b, c}, [e] = [], g = 1) {}"),
    ("function a(b: string): string; function a(b: any) { return b }", "function a(b) { return b }"),
    ("const a = async <T,>(b: T): Promise<T> => await b, c = (d?: e): d is f => g;",
     "const a = async (b) => await b, c = (d) => g;"),
    ("interface A { b: c } type D = E | F; declare const g: h; declare function i(): j; k()", "k()"),
    ("declare module 'a' { export const b: c } declare global { interface Window { d: e } } f", "f"),
    ("class A<B> extends C<D> implements E, F { }", "class A extends C { }"),
    ("abstract class A { abstract b(): void; abstract c: d; e() {} }",
     "class A { c; e() {} }"),
    ("class A { private b: c = 1; readonly d?: e; static f!: g; declare h: i; protected static readonly j = 2 }",
     "class A { b = 1; d; static f; h; static j = 2 }"),
    ("class A { constructor(public b: c, private readonly d = 1) { super() } get e(): f { return 1 } set g(h: i) {} }",
     "class A { constructor(b, d = 1) { super() } get e() { return 1 } set g(h) {} }"),
    ("class A { b?(): void; c<D>(e: D): D { return e } private async *f(): g {} static { h } override i() {} }",
     "class A { c(e) { return e } async *f() {} static { h } i() {} }"),
    ("class A { [key: string]: any; #b: c = 1; 'd': e = 2; [f]: g = 3 }", "class A { #b = 1; 'd' = 2; [f] = 3 }"),
    ("import type A from 'a'; import type {B} from 'b'; import {type C, d, type E as F, g as h} from 'e'",
     "import {d, g as h} from 'e'"),
    ("import i, {type J} from 'k'; import type * as K from 'l'", "import i, {} from 'k'"),
    ("export type A = B; export interface C {} export type {D} from 'd'; export {type E, f} from 'g';"
     "export const h: i = j",
     "export {f} from 'g'; export const h = j"),
    ("export default function a<B>(c: B): B { return c }", "export default function a(c) { return c }"),
    ("export default class A<B> { c: d = 1 }", "export default class A { c = 1 }"),
    ("export abstract class A { b: c = 1 }", "export class A { b = 1 }"),
    ("for (const a of b as C[]) d; for (let e: f = 0; e < (g as number); e++) {}",
     "for (const a of b) d; for (let e = 0; e < g; e++) {}"),
    ("try {} catch (a: unknown) {} if ((b as c) && d!) {} return_ = (e: f) => { g as h };",
     "try {} catch (a) {} if (b && d) {} return_ = (e) => { g };"),
    ("const socket: Socket = io(`${(import.meta as any).env.HOST as string}:${port!}`, {path} as Partial<Options>);",
     "const socket = io(`${(import.meta).env.HOST}:${port}`, {path});"),
    ("let a = b ? (c as D) : e!; ({f: g as H, [i as string]: j}); [k as L, ...(m as N)];",
     "let a = b ? c : e; ({f: g, [i]: j}); [k, ...m];"),
    ("let x = y as any as string[]; x![0] = 1; (x as any) = 2; delete (x as any).z;",
     "let x = y; x[0] = 1; (x) = 2; delete (x).z;"),
    ("@Component({a: 'b'}) class C { @Input() d: e; @Output() f = new G<H>(); constructor(@Inject(I) j: K) {} }",
     "@Component({a: 'b'}) class C { @Input() d; @Output() f = new G(); constructor(j) {} }"),
    ("type A = typeof import('b'); let c: keyof typeof d; e<typeof f>(); let g: `a${h}`; let i: A extends B ? C : D; j",
     "let c; e(); let g; let i; j"),
    ("let a: new () => B; let b: abstract new () => C; let d: unique symbol; let e: asserts_; f",
     "let a; let b; let d; let e; f"),
    ("export declare const a: b; export declare function c(): d; e", "e"),
    ("function assert(a: any): asserts a is B {} function isC(d: any): d is C { return true }",
     "function assert(a) {} function isC(d) { return true }"),
    ("namespace_ = 1; type = 2; declare = 3; as = 5; of = 6; readonly = 7; module_ = 8;",
     "namespace_ = 1; type = 2; declare = 3; as = 5; of = 6; readonly = 7; module_ = 8;"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "plain"), PAIRS)
def test_types_leave_no_node(typed: str, plain: str) -> None:
    root = tree_of(typed)
    assert without_module(outline(root)) == without_module(outline(tree_of(plain, "js")))
    for node in walk(root):
        for child in node.children():
            assert child.parent is node
            assert node.start <= child.start <= child.end <= node.end


def without_module(program: Any) -> Any:
    return {**program[1], "sourceType": None}


@pytest.mark.parametrize("file", ["expressions", "chains", "literals", "functions", "classes", "patterns", "modules"])
def test_plain_javascript_is_typescript(file: str) -> None:
    """Two grammars give one tree, apart from what TypeScript's reads differently or not at all."""
    from tests.syntax.test_differential import FIXTURES

    for snippet in (FIXTURES / f"{file}.js").read_text(encoding="utf-8").split("//---\n"):
        source = Source("a.ts", snippet.encode())
        expected = parse(source)
        found = parse(source, language="ts")
        if found.issues or any(
            strange in snippet for strange in ("new new", "function g() { await(a)(b)", "await(a)(b); await(a).b;")
        ):
            continue
        assert outline(found.root) == outline(expected.root), snippet


def test_enums_and_namespaces_keep_their_code() -> None:
    enum, const, space = tree_of("enum A { b, c = 'd', 'e' = f() } const enum G {} namespace H.I { j(9000) }").body
    assert (enum.type, enum.id.name) == ("TSEnumDeclaration", "A")
    assert [(m.id.get("name") or m.id.value, m.initializer and m.initializer.type) for m in enum.members] == [
        ("b", None), ("c", "Literal"), ("e", "CallExpression"),
    ]  # fmt: skip
    assert (const.type, const.members) == ("TSEnumDeclaration", [])
    namespace = space.expression if space.type == "ExpressionStatement" else space
    assert namespace.type == "TSModuleDeclaration"
    assert namespace.body.body[0].expression.callee.name == "j"


def test_wrapping_expressions_have_their_operand() -> None:
    for code, type in {
        "a as B": "TSAsExpression",
        "a satisfies B": "TSSatisfiesExpression",
        "a!": "TSNonNullExpression",
        "<B>a": "TSTypeAssertion",
        "a<B>": "TSInstantiationExpression",
    }.items():
        node = tree_of(code + ";").body[0].expression
        assert (node.type, node.expression.name) == (type, "a")


def test_jsx_in_typescript() -> None:
    code = "const A = <T,>({b}: P<T>): JSX.Element => <C<D> e={b as F} {...(g as any)}>{h!}</C>;"
    element = tree_of(code, "tsx").body[0].declarations[0].init.body
    assert element.type == "JSXElement"
    assert element.openingElement.name.name == "C"
    assert [a.type for a in element.openingElement.attributes] == ["JSXAttribute", "JSXSpreadAttribute"]
    (child,) = element.get("children")
    assert child.expression.expression.name == "h"
