// loops, labels, switch, try: what jumps where
const out = [];
outer: for (let i = 0; i < 4; i++) {
  for (const j of [0, 1, 2, 3]) {
    if (j === 1) continue;
    if (j === 3) continue outer;
    if (i === 3) break outer;
    out.push([i, j]);
  }
}
const fs = [];
for (let i = 0; i < 3; i++) { fs.push(() => i); i += 0; }
for (var v = 0, gs = []; v < 3; v++) gs.push(() => v);
out.push(fs.map((f) => f()), gs.map((f) => f()));
function sw(x) {
  const seen = [];
  switch (x) {
    case 1: seen.push("one");
    case 2: { seen.push("two"); break; }
    default: seen.push("other");
    case "9": seen.push("nine");
  }
  return seen;
}
out.push(sw(1), sw(2), sw(3), sw("9"));
function loopSwitch() {
  const r = [];
  for (let k = 0; k < 6; k++) {
    switch (k % 3) {
      case 0: continue;
      case 1: r.push(k); break;
      default: if (k > 4) return r;
    }
    r.push("after" + k);
  }
  return r;
}
out.push(loopSwitch());
function fin(n) {
  const log = [];
  try {
    log.push("try");
    if (n === 1) throw new Error("boom");
    if (n === 2) return [...log, "returned"];
  } catch ({ message }) {
    log.push(message);
  } finally {
    log.push("finally");
    out.push("f" + n);
  }
  return log;
}
out.push(fin(0), fin(1), fin(2));
block: { out.push("in"); if (out.length) break block; out.push("never"); }
let n = 0;
do { n++; if (n === 2) continue; if (n > 4) break; } while (n < 10);
out.push(n);
let w = 10;
while (w--) { if (w % 2) continue; if (w < 4) break; out.push(w); }
for (const k in { b: 1, a: 2, 1: 3, 0: 4 }) out.push(k);
for (const [k, { x = "dflt" }] of Object.entries({ p: { x: 1 }, q: {} })) out.push(k, x);
a: for (;;) { b: for (;;) { try { break a; } finally { out.push("left"); } } }
var hoisted = typeof later; function later() {}
out.push(hoisted, typeof notThere, (() => { try { notThere; } catch (e) { return e.name; } })());
console.log(JSON.stringify(out));
