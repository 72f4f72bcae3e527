// arrays, maps, sets, dates, numbers, reflection, typed arrays
const out = [];
const a = [5, 1, 4]; a.push(2, 3); a.unshift(0);
out.push(a.slice().sort(), a.splice(1, 2, "x", "y"), a, a.indexOf(4), a.includes("y"), a.find((v) => v > 3), a.findIndex((v) => v === "x"), a.filter(Boolean), a.reduce((s, v) => s + v, ""), a.reduceRight((s, v) => s + v, ""), a.some((v) => v === 2), a.every(Boolean), a.flatMap((v) => [v, v]).length, [[1, [2]], [3]].flat(), [[1, [2]]].flat(Infinity), a.concat([9], 8), a.at(-1), a.join("/"), a.reverse(), [..."ab"].entries().next().value, [1, 2, 3].fill(0, 1), [3, 2, 1].toSorted(), [1, 2].with(0, 9), [1, 2, 3].findLast((v) => v < 3), Array.of(7).length, Array(3).length, [, 1].length, 0 in [, 1], [1, 2, 3].copyWithin(0, 1), [10, 9, 1].sort(), ["b", undefined, "a"].sort());
const m = new Map([["a", 1], ["b", 2]]); m.set("c", 3).delete("a"); const s = new Set([1, 2, 2, NaN, NaN]);
out.push([...m], m.size, m.has("b"), [...m.keys()], [...s], s.size, [...new Set("aab")], Object.fromEntries(m), [...m.entries()].map(([k, v]) => k + v), Map.groupBy ? 1 : 1);
m.forEach((v, k) => { out.push(k + v); if (k === "b") m.set("late", 9); });
const wm = new WeakMap(), key = {}; wm.set(key, 1); out.push(wm.get(key), wm.has({}), new WeakSet([key]).has(key));
const o = Object.create({ inherited: 1 }, { hidden: { value: 2 }, shown: { value: 3, enumerable: true } });
out.push(Object.keys(o), o.hidden, "inherited" in o, Object.entries(o), JSON.stringify(o)); for (const k in o) out.push("in " + k);
const fr = Object.freeze({ z: 1 }); try { "use strict"; fr.z = 2; } catch {} out.push(fr.z, Object.isFrozen(fr), Object.getOwnPropertyDescriptor(fr, "z"));
const d = new Date(Date.UTC(2026, 1, 3, 4, 5, 6, 7)); out.push(d.toISOString(), d.getTime(), d.getUTCDay(), new Date("2026-11-29T10:00:00Z").getTime(), new Date(NaN).getTime(), d.toJSON(), typeof Date.now());
out.push(Number.isInteger(5), Number("x"), Math.round(2.5), Math.round(-2.5), Math.min(), Math.sign(-3), Math.trunc(-4.7), Math.hypot(3, 4), (12).toString().padStart(4, "0"), isNaN("q"), Number.EPSILON > 0, 10n ** 20n + "", typeof 1n, 0.1 * 3, 5 / 2 | 0, 2 ** 31 | 0, 1e300 * 1e10, -0 === 0, Object.is(-0, 0));
out.push(Reflect.ownKeys({ b: 1, 2: 1, a: 1, 1: 1 }), Reflect.has({ x: 1 }, "x"), Reflect.construct(Date, [0]).getTime(), Reflect.apply(Math.max, null, [1, 2]));
const t = new Uint8Array([1, 2, 300]); out.push([...t], t.length, new Uint16Array(t.buffer.slice(0, 2))[0], Array.from(new Float32Array([1.5])), t.subarray(1).length, new DataView(t.buffer).getUint8(2));
out.push([1, 2, 3].map(String), ["1", "2", "3"].map(Number), ["10", "10", "10"].map(parseInt), Array.isArray([]), Object.prototype.toString.call([]), Object.prototype.toString.call(null), [1, 2] + "", {}.toString());
const sym = Symbol("k"); const so = { [sym]: 1, v: 2 }; out.push(Object.keys(so), so[sym], sym.description, Symbol.for("a") === Symbol.for("a"), JSON.stringify(so));
const acc = { _v: 1, get v() { return this._v; }, set v(x) { this._v = x * 2; } }; acc.v = 5; const inh = Object.create(acc); inh.v = 1; out.push(acc.v, inh._v, Object.keys(inh));
label: { const e = [1, 2, 3].entries(); for (const [i, v] of e) out.push(i * v); }
console.log(JSON.stringify(out));
