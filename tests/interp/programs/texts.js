// strings and regular expressions
const out = [];
const host = "desk.example:8443";
out.push(host.split(":"), host.slice(0, -5), host.replace(/:\d+$/, ":9000"), host.replace(/(\w+)\.(\w+)/, "$2.$1 $& $$"), "a-b-c".replaceAll("-", (m, i) => i), "https://x".replace(/^http/, "ws"), "http://x/".replace(/^http(s)?:/, (m, s) => (s ? "wss:" : "ws:")));
out.push("x".padStart(3, "ab"), "  trim ".trim(), "abc".at(-1), "abc".substr(-2, 1), "abc".substring(2, 0), "a,b,,c".split(",", 3), "abc".split(""), "a1b2c3".split(/\d/), "a1b2".split(/(\d)/));
out.push("The Cat".match(/c(a)(?<last>t)/i).groups.last, "x1y22".match(/\d+/g), [..."a1b2".matchAll(/([a-z])(\d)/g)].map((m) => m[1] + m.index), /(\d+)-(\d+)/.exec("10-20").slice(1), "abc".search(/c/), /^[\w.-]+@/.test("a.b@c"));
const re = /o/g; out.push(re.test("foo"), re.lastIndex, re.test("foo"), re.lastIndex, re.test("foo"));
out.push("{host}:{port}/{path}".replace(/\{(\w+)\}/g, (_, k) => ({ host: "h", port: 9000 })[k] ?? _), "camelCaseText".replace(/[A-Z]/g, (c) => "_" + c.toLowerCase()), "a\nb".split(/\r?\n/), "ab".codePointAt(1), String.fromCharCode(104, 105), "ß".toUpperCase(), "İ".length, "😀".length > 0);
out.push(encodeURIComponent("a b&c/é"), decodeURIComponent("a%20b%C3%A9"), encodeURI("http://h/ä?q=1"), parseInt("9000px"), parseInt("0x1f"), parseInt("z", 36), parseFloat("3.5e2x"), Number(""), Number("0b11"), Number(" 12 "), (255).toString(16), (3.14159).toFixed(2), (1234.5678).toPrecision(6), (0.000001234).toString(), 1e-7 + "", (25).toString(36), Number.MAX_SAFE_INTEGER);
out.push(JSON.stringify({ a: [1, { b: undefined, c: null }], d: new Date(0), e: "q\"\n" }), JSON.stringify([undefined, () => 1]), JSON.stringify({ a: 1, b: [2] }, null, 2), JSON.parse('{"a":[1,2,{"b":"x\\u0041"}],"n":-1.5e2}').a[2].b, JSON.stringify({ k: 1, z: 2 }, ["z"]), JSON.stringify("\u2028"));
try { JSON.parse("{bad"); } catch (e) { out.push(e.name); }
out.push("abc" < "abd", "a".localeCompare("b"), "abc".includes("bc"), "abc".startsWith("b", 1), "abc".endsWith("b", 2), "aXbX".lastIndexOf("X"), "abc".repeat(2), "x".concat(1, null), [1, [2, [3]]].toString(), [null, undefined, 1].join("-"), String([1, 2]), String({}), `${() => 1}`.length > 0);
const u = new URL("../x?y=1&y=2#h", "http://u:p@h.example:8080/a/b/c"); u.port = "9000"; u.searchParams.append("z", "a b"); u.protocol = "ws:";
out.push(u.href, u.host, u.hostname, u.origin, u.pathname, u.search, u.hash, u.searchParams.getAll("y"), new URL("//h:443/p", "https://e/").href, new URL("wss://[::1]:9000/").host, String(new URLSearchParams({ a: 1, b: "x y" })));
out.push(/(?<y>\d{4})-(?<m>\d\d)/.exec("2026-11").groups.m, "aBC".replace(/b/i, "-"), "x.y.z".split(".", -1).length, "tel: 1-2".replace(/\D+/g, ""), "aaa".replace(/a{2}/, "b"), "path//to///x".replace(/\/+/g, "/"), "abc".replace("b", "[$`|$']"));
console.log(JSON.stringify(out));
