// closures, this, arguments, defaults, spread, getters, new.target, bind
const out = [];
function Old(a) { if (!(this instanceof Old)) return new Old(a); this.a = a; }
Old.prototype.get = function () { return this.a; };
Object.defineProperty(Old.prototype, "twice", { get: function () { return this.a * 2; } });
out.push(Old(3).get(), new Old(4).twice, Old.length, Old.name);
function args() { arguments[0] = 9; return [].slice.call(arguments, 1).concat(arguments.length); }
out.push(args(1, 2, 3));
function dflt(a, b = a + 1, { c = b * 2, ...rest } = {}, ...more) { return [a, b, c, rest, more]; }
out.push(dflt(1), dflt(1, undefined, { c: 5, d: 6, e: 7 }, 8, 9));
const obj = { n: 1, arrow: () => typeof this, m() { return [1, 2].map((x) => x + this.n); }, get g() { return this.n + 1; }, set g(v) { this.n = v; }, ["c" + 1]: 2, 3: "three", async: 1, get: 2 };
obj.g = 10;
out.push(obj.m(), obj.g, obj.c1, obj[3], Object.keys(obj));
const bound = obj.m.bind({ n: 100 });
out.push(bound(), Math.max(...[1, 5], ...new Set([9, 2])));
const fact = function self(n) { return n < 2 ? 1 : n * self(n - 1); };
out.push(fact(5));
let x = 1, y = 2; [x, y] = [y, x]; ({ x, q: y = 7 } = { x: 3 });
out.push(x, y);
const [h, , t = "t", ...r] = "abcdef"; out.push(h, t, r);
out.push((() => { let a = null; a ??= 5; a ||= 6; a &&= 7; return a; })(), null ?? "n", 0 || "z", "" && 1);
const deep = { a: { b: null, f() { return this.v; }, v: 5 } };
out.push(deep?.a?.f?.(), deep.zz?.f().g.h, deep.a.b?.[0], deep.a?.["v"], (deep.a?.f)());
out.push(String(Symbol("s")), `a${1}b${[1, 2]}c${{}}`, ((s, ...v) => s.raw.join("|") + v)`x${1}\n${2}z`);
function NT() { return new.target === NT; } out.push(NT(), new NT() instanceof NT);
out.push([3, 1, 2].sort((a, b) => b - a), [..."héllo"].reverse().join(""), typeof null, typeof (() => 1), void 0 === undefined);
let i = 5; out.push(i++ + ++i, i--, -i, +"12", ~7, !i, i ** 2, 7 % 3, -7 % 3, 1 << 5, -1 >>> 28, 5 & 3, "5" * "2", "5" + 2, [] + {}, 1 / 0, 0.1 + 0.2, 1e21, 123456789012345680000, 9e3);
delete obj.n; out.push("n" in obj, obj.hasOwnProperty("g"), 1 == "1", null == undefined, NaN == NaN, [1] == 1, "b" > "a", null >= 0);
var self = this; out.push((function () { return typeof this; }).call(5), (function () { "use strict"; return this; }).call(undefined) === undefined);
const curry = (f) => (a) => (b) => f(a, b); out.push(curry((a, b) => a + b)(1)(2));
(function () { out.push(typeof inner); var inner = 1; { function inner2() { return 2; } out.push(inner2()); } })();
out.push(Array.from({ length: 3 }, (_, i) => i * i), Object.assign({}, { a: 1 }, null, { b: 2 }), { ...{ z: 1 }, ..."hi" });
console.log(JSON.stringify(out));
