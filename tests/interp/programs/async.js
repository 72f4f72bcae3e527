// promises, async functions, generators: what runs in which order
const log = [];
const wait = (n, v) => new Promise((r) => setTimeout(() => r(v), n));
function* gen(n) { try { const got = yield n; log.push("got " + got); yield* [n + 1, n + 2]; return "end"; } finally { log.push("closed"); } }
const g = gen(1); log.push(g.next().value, g.next("x").value, g.return("r").value, g.next().done);
for (const v of gen(5)) { if (v === 6) break; }
log.push([...gen(8)].join());
const it = { from: 1, to: 3, [Symbol.iterator]() { let c = this.from, e = this.to; return { next: () => (c <= e ? { value: c++, done: false } : { value: undefined, done: true }), return: () => { log.push("it closed"); return {}; } }; } };
const [first] = it; log.push(first, Math.max(...it));
async function a() { log.push("a1"); const v = await wait(200, "w"); log.push("a2" + v); try { await Promise.reject(new Error("no")); } catch (e) { log.push(e.message); } finally { log.push("fin"); } return "a!"; }
const arrow = async (x = 1) => { for (let i = 0; i < 2; i++) { await null; log.push("tick" + x + i); } return x; };
async function* ag() { yield 1; await wait(1); yield wait(1, 2); }
class T { async m() { return this.v; } v = 3; static async *s() { yield* ag(); } get thenable() { return { then: (ok) => ok("thened") }; } }
(async () => {
  log.push("start");
  const p = a(); log.push("sync after");
  queueMicrotask(() => log.push("micro")); setTimeout(() => log.push("macro"), 0);
  Promise.resolve(1).then((v) => { log.push("then" + v); throw new TypeError("t"); }).catch((e) => log.push(e.name)).finally(() => log.push("finally"));
  log.push(await Promise.all([p, arrow(), 7, arrow(2)]));
  for await (const v of ag()) log.push("ag" + v);
  for await (const v of [wait(2, "q"), "r"]) log.push(v);
  for await (const v of T.s()) { log.push("s" + v); if (v === 1) break; }
  log.push(await new T().m(), await new T().thenable);
  log.push((await Promise.allSettled([Promise.reject(1), 2])).map((r) => r.status).join());
  log.push(await Promise.race([wait(300, "slow"), wait(3, "fast")]), await Promise.any([Promise.reject(0), wait(1, "any")]));
  try { await Promise.any([Promise.reject(1)]); } catch (e) { log.push(e.constructor.name, e.errors); }
  const r = await (async () => { switch (await 2) { case 1: return "one"; case 2: return (await wait(1, { k: ["z"] })).k[0]; } })(); log.push(r);
  label: for (const x of [1, 2, 3]) { for (;;) { if (x === 2) break label; await null; continue label; } }
  log.push("done");
})().then(() => console.log(JSON.stringify(log)));
log.push("end of script");
