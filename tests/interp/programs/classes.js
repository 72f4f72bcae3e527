// classes: fields, private, static, accessors, super, inheritance from built-ins, symbols
const out = [];
class A {
  static count = 0; #secret = 41; plain = this.start(); ["comp" + 1] = 5; static #p = 7;
  static { A.tag = "A" + A.#p; }
  constructor(n = 1) { this.n = n; A.count++; }
  start() { return "start" + (this.n === undefined); }
  get secret() { return ++this.#secret; }
  #priv(x) { return x + this.#secret; }
  call(x) { return this.#priv(x); }
  static make(...a) { return new this(...a); }
  static isA(o) { return #secret in o; }
  get [Symbol.toStringTag]() { return "AA"; }
  *[Symbol.iterator]() { yield this.n; yield* [7, 8]; }
}
class B extends A {
  extra = this.n * 10; arrow = () => this.n;
  constructor() { super(...arguments); this.b = super.start(); }
  start() { return "B" + super.start(); }
  static make(x) { return super.make(x); }
  get secret() { return "b" + super.secret; }
}
class C extends B {}
const c = C.make(6);
out.push(c.n, c.extra, c.b, c.plain, c.comp1, c.secret, c.secret, c.call(1), c.arrow.call(null), A.count, A.tag, A.isA(c), A.isA({}), String(c), [...c], c.constructor.name, C.name, B.length);
class E2 extends Error { constructor(m) { super(m); this.name = "E2"; } }
try { throw new E2("msg"); } catch (e) { out.push(e instanceof E2, e instanceof Error, String(e), e.message); }
class L extends Array { last() { return this[this.length - 1]; } }
const l = L.from([1, 2, 3]); l.push(4); out.push(l.last(), l.length, l instanceof L, l.map((x) => x * 2).last());
class M extends Map { get(k) { return super.get(k) ?? "none"; } }
out.push(new M([["a", 1]]).get("a"), new M().get("b"));
const named = class Inner { who() { return Inner.name; } }; out.push(new named().who());
const anon = class {}; out.push(anon.name);
try { A(); } catch (e) { out.push(e.constructor.name); }
var Es5 = function (_super) { function D() { var _this = _super.call(this) || this; _this.d = 1; return _this; } D.prototype = Object.create(_super.prototype); D.prototype.constructor = D; return D; }(function P() { this.p = 2; });
out.push(new Es5().d, new Es5().p, Object.getPrototypeOf(Es5.prototype).constructor.name);
const mixin = (S) => class extends S { mixed() { return "mixed" + this.n; } }; out.push(new (mixin(A))(3).mixed());
class G { static #inst; static get instance() { return (this.#inst ??= new G()); } } out.push(G.instance === G.instance);
out.push(Object.getOwnPropertyNames(A.prototype), JSON.stringify(new A()), Reflect.ownKeys(class { static x = 1; }).length > 0);
const P = new Proxy({ a: 1 }, { get: (t, k, r) => (k in t ? Reflect.get(t, k, r) : "no " + String(k)), has: () => true }); out.push(P.a, P.zz, "q" in P);
console.log(JSON.stringify(out));
