// what functions, classes and arguments say of themselves
const out = [];
const tell = (f) => { try { return f(); } catch (e) { return e.constructor.name; } };
(function () { out.push(Object.prototype.toString.call(arguments), Array.isArray(arguments), arguments.length, [...arguments], Array.from(arguments), JSON.stringify(arguments), Object.keys(arguments), Array.prototype.concat.call([], arguments).length); })("a", "b");
function plain(a, /* comment */ b) { return a + b; }
const arrow = async (x) => x; const gen = function* () { yield 1; };
const obj = { m(a) { return a; }, get g() { return 1; }, set g(v) {}, ["c" + 1]() {}, async am() {}, p: function () {}, *gm() {} };
class A extends Object { static s() {} m() {} get x() { return 1; } static get name() { return "named"; } #p() {} constructor() { super(); } static async *ag() {} }
const B = class { };
out.push(plain.toString(), arrow + "", String(gen), obj.m.toString(), Object.getOwnPropertyDescriptor(obj, "g").get.toString(), obj.c1.toString(), obj.am.toString(), obj.p.toString(), obj.gm.toString());
out.push(A.toString(), A.s.toString(), A.prototype.m.toString(), A.ag.toString(), B.toString(), A.name, B.name, /^class\b/.test(A), /^class\b/.test(plain));
out.push(Function.prototype.toString.call(Map).includes("[native code]"), (function () {}).bind().toString().includes("native code"));
out.push(Reflect.ownKeys(A), Reflect.ownKeys(A.prototype), Reflect.ownKeys(arrow), Reflect.ownKeys(gen), Object.getOwnPropertyNames(B), Reflect.ownKeys(obj.m));
// super in object literals
const base = { hi() { return "base " + this.n; }, get acc() { return "acc" + this.n; }, set acc(v) { this.set = v; } };
const child = { __proto__: base, n: 1, hi() { return "child " + super.hi() + (() => super.hi())(); }, get acc() { return super.acc + "!"; }, set acc(v) { super.acc = v * 2; }, ["x" + 1]() { return super["hi"](); }, async later() { return super.hi(); }, *walk() { yield super.hi(); } };
child.acc = 4; out.push(child.hi(), child.acc, child.set, child.x1(), [...child.walk()], base.set);
// order of evaluation
const order = []; const k = (n) => (order.push(n), n);
class O extends (k("heritage"), Object) { static [k("a")] = order.push("value a"); [k("b")]() {} static { order.push("block"); } static [k("c")] = order.push("value c"); [k("d")] = order.push("value d"); get [k("e")]() { return 1; } }
order.push("made"); new O(); out.push(order);
// new.target
function NT() { return (() => (() => new.target)())(); } out.push(NT() === undefined, new NT() instanceof NT);
class Abstract { constructor() { this.kind = new.target.name; const f = () => new.target; this.same = f() === new.target; } } class Concrete extends Abstract {} out.push(new Concrete());
function Dflt(a = new.target) { this.a = a === Dflt; } out.push(new Dflt());
// labels
function sw(x) { const r = []; label: { switch (x) { case 1: r.push(1); break label; case 2: r.push(2); break; default: for (;;) { switch (1) { case 1: break label; } } } r.push("after"); } return r; } out.push(sw(1), sw(2), sw(3));
sw2: switch (1) { case 1: inner: { break sw2; } out.push("never"); }
// generators
const log = [];
function* g() { try { yield 1; yield 2; } finally { log.push("cleanup"); yield "from finally"; log.push("end"); } }
const i = g(); out.push(i.next(), i.return("r"), i.next(), i.next());
function* g2() { try { yield 1; } finally { return "overridden"; } } const i2 = g2(); i2.next(); out.push(i2.return("x"));
function* g3() { while (true) { try { yield 1; } catch (e) { log.push("caught " + e); } } } const i3 = g3(); i3.next(); out.push(i3.throw("boom"), i3.return(7), i3.next());
function* g4() { const r = yield* g(); log.push(r); } const i4 = g4(); i4.next(); out.push(i4.return("deep"), i4.next(), i4.next());
out.push(g().return("early"), tell(() => { const x = g(); x.throw(new RangeError("early")); }));
(function () { const abandoned = g(); abandoned.next(); })(); out.push(log);
const it = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return() { log.push("closed"); return {}; } }; } };
tell(() => { for (const v of it) throw 1; }); for (const v of it) { break; } const [one] = it; (() => { for (const v of it) return v; })(); out.push(log.filter((l) => l === "closed").length);
// private members
class P { #f = 1; #m() { return 1; } get #g() { return this.#f; } set #g(v) { this.#f = v; } up() { this.#f++; this.#g += 5; this.#f ??= 9; [this.#f] = [this.#f * 2]; return this.#f; } bad() { this.#m = 1; } static on(o) { o.#f = 1; } } out.push(new P().up(), tell(() => new P().bad()), tell(() => P.on({})), tell(() => P.on(new Proxy(new P(), {}))));
console.log(JSON.stringify(out));
