"""What scripts do that never end, are too deep or too large: the run ends in time, and by nothing of Python's."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any

import pytest

from bundlescan.interp.model import JSThrow, Stop, describe
from tests.interp.runner import printed

#: steps of a run, and the seconds that it may take
STEPS, SECONDS = 150_000, 20.0


def outcome(code: str) -> Any:
    """What a script prints; "stop" where it used up its steps, or the error that it throws. It runs as ``observe`` runs
    scripts: deep calls have room."""
    found: list[Any] = []

    def work() -> None:
        try:
            found.append(printed(code.encode(), left=STEPS))
        except JSThrow as thrown:
            found.append(describe(thrown.value))
        except Stop:
            found.append("stop")
        except BaseException as error:
            found.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(512 * 1024 * 1024)
    try:
        sys.setrecursionlimit(60_000)
        thread = threading.Thread(target=work)
        began = time.monotonic()
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    assert time.monotonic() - began < SECONDS
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


ENDLESS = [
    "for (;;);",
    "while (true) { try { for (;;); } finally { continue } }",
    "for (;;) (function () { try { for (;;); } finally { return 1 } })()",
    "for (;;) { try { for (;;); } catch (e) { } }",
    "(function f() { Promise.resolve().then(f) })()",
    "(function f() { queueMicrotask(f) })()",
    "(async () => { for (;;) await 1 })()",
    "const t = { then(r) { r(t) } }; Promise.resolve(t)",
    "Array.from((function* () { for (;;) yield 1 })())",
    "[...{ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }]",
    "const s = new Set([0]); for (const x of s) s.add(x + 1)",
    "const m = new Map([[0, 0]]); m.forEach((v, k) => m.set(k + 1, 1))",
    "const a = [0]; for (const x of a) a.push(x)",
    "const p = new Proxy({}, { getPrototypeOf() { return p } }); p instanceof Object",
    "const p = new Proxy({}, { getPrototypeOf() { return p } }); for (const k in p);",
    "Array.prototype.indexOf.call({ length: 1e12 }, 1)",
    "for (;;) document.body.append(document.createElement('p'))",
    "new MutationObserver(() => document.body.append('x')).observe(document.body, { childList: true });"
    "document.body.append('y')",
    "for (let i = 0; ; i++) eval('var a' + i + ' = ' + i)",
    "for (;;) document.body.innerHTML += '<p>x</p>'",
    "let a = [1, 2]; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a)",
    "let a = [1, 2]; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)",
    # what grows: the steps count it
    "const s = 'x'.repeat(4e6), a = []; for (;;) a.push(s + a.length)",
    "const s = 'x'.repeat(4e6), a = []; for (;;) a.push(`${s}${a.length}`)",
    "const a = [1]; for (;;) a.push(...a)",
    "let a = [1]; for (;;) a = [...a, ...a]",
    "const a = [1]; for (;;) a.unshift(...a)",
    "for (;;) new Array(1e6).fill(0)",
    "const a = []; for (;;) a.push(new ArrayBuffer(1e6))",
    "let f = () => 1; for (let i = 0; i < 20000; i++) f = f.bind(null); f()",
    "const a = {}; for (let i = 0; ; i++) a['k' + i] = i",
]


@pytest.mark.parametrize("code", ENDLESS)
def test_what_never_ends_is_stopped(code: str) -> None:
    assert outcome(code) == "stop"


RANGE = [
    "'x'.repeat(2 ** 28)",
    "'x'.padStart(1e9)",
    "let s = 'ab'; for (;;) s += s",
    "let s = 'ab'; for (;;) s = `${s}${s}`",
    "let s = 'ab'; for (;;) s = s.concat(s)",
    "Array(1e5).fill('x'.repeat(1e5)).join('')",
    "new Array(2 ** 31)",
    "[].length = 1e9",
    "const a = []; a[1e9] = 1",
    "const a = []; for (let i = 0; ; i += 9999) a[i] = 1",
    "let a = [1]; for (;;) a = a.concat(a)",
    "Array.from({ length: 1e9 })",
    "Array.prototype.map.call({ length: 1e12 }, (x) => x)",
    "new ArrayBuffer(1e10)",
    "new Float64Array(1e9)",
    "const s = 'x'.repeat(4e6); new Blob([s, s])",
    "let a = 3n; for (;;) a *= a",
    "let a = 3n; for (;;) a <<= 1000n",
    "2n ** (10n ** 9n)",
    "function f(n) { return 1 + f(n + 1) } f(0)",
    "const o = { get a() { return this.a } }; o.a",
    "const o = { toString() { return '' + this } }; '' + o",
    "const p = new Proxy({}, { get(t, k, r) { return r[k] } }); p.x",
    "class A { constructor() { new A } } new A",
    "class A { a = new A } new A",
    "const a = { toJSON() { return { x: a } } }; JSON.stringify(a)",
    "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a)",
    "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a + ''",
    "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a.flat(Infinity)",
    "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; structuredClone(a)",
    "JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
    "let p = {}; for (let i = 0; i < 1e5; i++) p = Object.create(p); p.x",
    "const p = new Proxy({}, {}), q = Object.create(p); Object.setPrototypeOf(p, q); q.zz",
    "var src = 'eval(src)'; eval(src)",
]


@pytest.mark.parametrize("code", RANGE)
def test_what_is_too_large_or_too_deep(code: str) -> None:
    found = outcome(code)
    assert found == "stop" or found.startswith("RangeError: ")
    caught = outcome(f"try {{ {code} }} catch (e) {{ console.log(e instanceof RangeError) }}")
    assert caught in (["true"], "stop")


def nested(opened: str, inside: str, closed: str, times: int) -> str:
    return opened * times + inside + closed * times


ELSE = " else ".join(f"if (a === {i}) return {i};" for i in range(3000))
CASES = "".join(f"case {i}: return {i};" for i in range(3000))
LOOPS = nested("for (var i = 0; i < 1; i++) {", "return 1", "}", 30)
LONG = {
    "10,000 arguments": (f"((...a) => console.log(a.length))({','.join('1' * 10_000)})", ["10000"]),
    "a spread of as many": ("console.log(Math.max(...Array(10000).fill(1)))", ["1"]),
    "a sum": (f"const a = 'q'; console.log(({'+'.join('a' * 3000)}).length)", ["3000"]),
    "a difference": (f"const a = 1; console.log({'-'.join('a' * 3000)})", ["-2998"]),
    "a conjunction": (f"const a = 1; console.log({'&&'.join('a' * 3000)})", ["1"]),
    "else if": (f"function f(a) {{ {ELSE} return 'last' }} console.log(f(-1), f(2999))", ["last 2999"]),
    "cases": (
        f"function f(a) {{ switch (a) {{ {CASES} }} }} console.log(f(9))",
        ["9"],
    ),
    "arrays in arrays": (f"const a = {nested('[', '1', ']', 3000)}; console.log(a.length)", ["1"]),
    "calls in calls": (f"const f = (x) => x; console.log({nested('f(', '1', ')', 1000)})", ["1"]),
    "functions in functions": (nested("(function () {", "console.log(1)", "})()", 300), ["1"]),
    "a chain of calls": (f"const o = {{ f() {{ return this }} }}; console.log(typeof o{'.f()' * 3000})", ["object"]),
    "yield* in yield*": (
        "function* g(n) { if (n) yield* g(n - 1); else yield 1 } console.log([...g(1000)].length)",
        ["1"],
    ),
    "30 loops": (
        f"function f() {{ {LOOPS} }} try {{ f() }} catch (e) {{ console.log(e.name) }} console.log('goes on')",
        ["SyntaxError", "goes on"],
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_what_is_long_but_fine(name: str) -> None:
    code, expected = LONG[name]
    assert outcome(code) == expected


def test_timers_without_end() -> None:
    assert outcome("setInterval(() => {}, 0); (function f() { requestAnimationFrame(f) })(); console.log(1)") == ["1"]


def test_cycles() -> None:
    assert outcome(
        """
        const tell = (f) => { try { return f() } catch (e) { return e.name } };
        const object = {}, list = [1], a = {}, b = Object.create(a); object.self = object; list.push(list);
        const element = document.createElement("p"), inner = document.createElement("p"); element.append(inner);
        console.log(tell(() => JSON.stringify(object)), tell(() => JSON.stringify(list)), list + "");
        console.log(tell(() => { a.__proto__ = b }), tell(() => structuredClone(object) !== object));
        console.log(tell(() => inner.append(element)), tell(() => element.append(element)));
        """
    ) == ["TypeError TypeError 1,", "TypeError true", "HierarchyRequestError HierarchyRequestError"]


def test_a_run_that_is_over_runs_no_finally() -> None:
    seen: list[str] = []

    def opened(api: str, args: Any) -> None:
        seen.append(api)

    with pytest.raises(Stop):
        printed(b"try { for (;;); } finally { new WebSocket('ws://late') }", opened=opened, left=1_000)
    assert seen == []


def test_a_proxy_that_throws_everywhere() -> None:
    assert outcome(
        """
        const traps = ["get", "has", "set", "ownKeys", "getOwnPropertyDescriptor", "apply", "construct",
          "deleteProperty", "getPrototypeOf", "setPrototypeOf", "defineProperty", "isExtensible", "preventExtensions"];
        const bad = new Proxy(function () {}, Object.fromEntries(traps.map((t) => [t, () => { throw "bad"; }])));
        const odd = new Set();
        for (const name of Object.getOwnPropertyNames(globalThis)) {
          const f = globalThis[name];
          if (typeof f !== "function" || name === "eval") continue;
          for (const args of [[bad], [bad, bad], [{}, bad], ["x", bad], [bad, "x"], [() => bad], []]) {
            for (const go of [() => f(...args), () => new f(...args), () => f.call(bad, ...args)]) {
              try { go(); } catch (e) { if (/^[A-Z]\\w+Error: /.test(e && e.message)) odd.add(name + " " + e.message); }
            }
          }
        }
        console.log([...odd].join());
        """
    ) == [""]


#: called with all kinds of values, none of them fails in Python
EVERYTHING = """
const values = [undefined, null, 0, -1, 1.5, NaN, Infinity, 1e300, "", "abc", "\\ud800", true, 1n, Symbol("s"), {}, [],
  [1, , 3], () => 1, /a/g, new Date(NaN), new Map([[1, 2]]), new Set([1]), new Uint8Array(3), Promise.resolve(1),
  new Proxy({}, {}), new Proxy([], {}), Object.create(null), document, new Error("x"), new URLSearchParams("a=1")];
const methods = [], seen = new Set(), odd = new Set();
const walk = (owner, name, depth) => {
  if (depth > 2 || owner === null || !["object", "function"].includes(typeof owner) || seen.has(owner)) return;
  seen.add(owner);
  for (const key of Reflect.ownKeys(owner)) {
    let value; try { value = owner[key]; } catch { continue; }
    if (typeof value === "function" && key !== "eval") methods.push([value, name + "." + String(key)]);
    walk(value, name + "." + String(key), depth + 1);
  }
};
for (const name of NAMES) walk(globalThis[name], name, 0);
let seed = 7; const random = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
const any = () => values[random(values.length)];
for (let round = 0; round < 12; round++) for (const [method, name] of methods) {
  try { method.apply(any(), Array.from({ length: random(4) }, any)); } catch (e) {
    const message = e && e.message;
    if (typeof message === "string" && /^[A-Z]\\w+(Error|Exception): /.test(message)) odd.add(name + " " + message);
  }
}
console.log([...odd].join("\\n"));
"""


@pytest.mark.parametrize(
    "names",
    [
        "Object Function Array String Number Boolean Symbol",
        "Map Set WeakMap WeakSet Promise RegExp Date Math JSON Reflect Intl BigInt",
        "Uint8Array ArrayBuffer DataView URL URLSearchParams Headers Request Response Blob FormData AbortController",
        "document Node Element HTMLElement Event EventTarget location history localStorage performance crypto",
    ],
    ids=lambda names: names.split()[0],
)
def test_built_ins_with_any_values(names: str) -> None:
    assert outcome(EVERYTHING.replace("NAMES", repr(names.split()))) in ([""], "stop")
