// strict and sloppy code: what a failed assignment does; functions in blocks
const out = [];
const tell = (f) => { try { return f(); } catch (e) { return e.constructor.name; } };
const frozen = Object.freeze({ a: 1, list: Object.freeze([1, 2]) });
const getter = { get only() { return 1; } };
const refusing = new Proxy({}, { set: () => false, deleteProperty: () => false });
const sealed = Object.seal({ s: 1 });
function sloppy() { frozen.a = 2; frozen["a"] = 3; frozen.b = 1; getter.only = 2; refusing.x = 1; sealed.t = 1; frozen.a++; frozen.a += 1; delete frozen.a; delete refusing.x; frozen.list[0] = 9; frozen.list.length = 0; "abc".x = 1; (5).y = 1; undeclared = 4; return frozen.a + frozen.list.join(); }
out.push(tell(sloppy), undeclared, "b" in frozen, sealed.t);
class Strict {
  static all = [() => { frozen.a = 2; }, () => { frozen["a"] = 3; }, () => { frozen.b = 1; }, () => { getter.only = 2; }, () => { refusing.x = 1; }, () => { sealed.t = 1; }, () => { frozen.a++; }, () => { frozen.a += 1; }, () => { delete frozen.a; }, () => { delete refusing.x; }, () => { frozen.list[0] = 9; }, () => { frozen.list[5] = 9; }, () => { frozen.list.length = 0; }, () => { "abc".x = 1; }, () => { notDeclared = 4; }, () => frozen.list.push(1), () => frozen.list.pop(), () => frozen.list.sort(), () => frozen.list.shift(), () => frozen.list.splice(0, 1), () => { [frozen.a] = [1]; }, () => { ({ x: frozen.a } = { x: 1 }); }, () => { sealed.s = 5; return sealed.s; }];
  m() { return [this === undefined, (function () { return this; })() === undefined]; }
}
out.push(Strict.all.map(tell), new Strict().m.call(undefined));
out.push(tell(function () { "use strict"; return (() => { frozen.a = 1; })(); }), tell(function () { "use strict"; function inner() { return this === undefined && (frozen.a = 1); } return inner(); }));
out.push(tell(() => { "use strict"; return Object.isFrozen(frozen.list); }), Object.getOwnPropertyDescriptor(frozen.list, "length"));
const partly = [1, 2, 3, 4]; Object.defineProperty(partly, 1, { value: 7, configurable: false }); partly.length = 0; out.push(partly, partly.length, delete partly[1], tell(() => { "use strict"; delete partly[1]; }));
out.push(tell(() => { [].length = -1; }), tell(() => { [].length = 1.5; }), tell(() => new Array(-1)));
// functions in blocks
(function () {
  out.push(typeof inBlock, typeof inIf, typeof conflicts, typeof inSwitch);
  { function inBlock() { return "block"; } }
  if (true) { function inIf() { return "if"; } }
  { let conflicts = 1; { function conflicts() {} } }
  switch (1) { case 1: function inSwitch() { return "switch"; } }
  out.push(inBlock(), inIf(), typeof conflicts, inSwitch(), typeof neverRun); if (false) { function neverRun() {} }
})();
(function (param) { { function param() {} } out.push(typeof param); })(1);
(function () { let taken = 1; { function taken() {} } out.push(taken); })();
(function () { "use strict"; { function hidden() {} } out.push(typeof hidden); })();
(() => { try { function inTry() { return 1; } throw 1; } catch (inTry) { { function other() { return 2; } } } out.push(inTry(), other()); })();
if (true) { function atTop() { return "top"; } } out.push(atTop());
(function () { for (let i = 0; i < 2; i++) { function each() { return i; } } out.push(each()); })();
(function () { var f = () => late(); { function late() { return "late"; } } out.push(f()); })();
console.log(JSON.stringify(out));
