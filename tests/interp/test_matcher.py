"""The matcher for regular expressions finds what Node finds, and always ends."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bundlescan.interp.builtins import matcher
from bundlescan.interp.builtins.matcher import compile_pattern
from bundlescan.interp.model import Stop, realm
from tests.interp.runner import printed
from tests.toolchain import node_env, run

URL = (
    r"^(?:(?![^:@\/?#]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:(([^:@\/?#]*)(?::([^:@\/?#]*))?)?@)?"
    r"((?:[a-f0-9]{0,4}:){2,7}[a-f0-9]{0,4}|[^:\/?#]*)(?::(\d*))?)"
    r"(((\/(?:[^?#](?![^?#\/]*\.[^?#\/.]+(?:[?#]|$)))*\/?)?([^?#\/]*))(?:\?([^#]*))?(?:#(.*))?)"
)
MAIL = (
    r"^(([^<>()[\]\\.,;:\s@\"]+(\.[^<>()[\]\\.,;:\s@\"]+)*)|(\".+\"))"
    r"@(([^<>()[\]\\.,;:\s@\"]+\.)+[^<>()[\]\\.,;:\s@\"]{2,})$"
)
URLS = [
    "http://localhost:9000/socket.io/?EIO=4", "https://desk.example:8443", "wss://user:secret@host:1/a/b.js?x#y", "",
    "ws://fe80::1:2:3/path", "/only/a/path.html?query", "localhost:3000", "http://a.b.c/d/e/f?g=h&i=j#k?l#m",
    "//host:9000/x", "https://desk.example:/admin/index.html#top", "http://[::1]:80/", "user@host", "?q", "#h",
    "http://höst.example:9000/ä/ö?ü",
]  # fmt: skip
A_TEXT = "The quick brown fox, 42 jumps; over_the 'lazy' dog!\nSecond line: aAbBcC\r\nthird\u2028fourth\xa0\ufeff end"
#: pattern, flags, texts
TABLE: list[tuple[str, str, list[str]]] = [
    (URL, "", URLS),
    # alternation, groups, repetitions
    (r"a|ab", "", ["abc"]), (r"((a)|(ab))((c)|(bc))", "", ["abc"]), (r"(?:)", "", ["", "x"]), (r"a||b", "", ["b"]),
    (r"a[a-z]{2,4}", "", ["abcdefghi"]), (r"a[a-z]{2,4}?", "", ["abcdefghi"]), (r"(aa|aabaac|ba|b|c)*", "", ["aabaac"]),
    (r"(z)((a+)?(b+)?(c))*", "", ["zaacbbbcac"]), (r"(a*)*", "", ["b", "aab"]), (r"(?=(a+))a*b\1", "", ["baaabac"]),
    (r"(?=(a+))", "", ["baaabac"]), (r"(.*?)a(?!(a+)b\2c)\2(.*)", "", ["baaabaac"]), (r"(a*)?", "", ["b", "a"]),
    (r"(?:a*?)*b", "", ["aab"]), (r"(?:a?)*?$", "", ["aa"]), (r"(a?)*?$", "", ["ab"]), (r"(?:a|b)+?c", "", ["ababc"]),
    (r"(\2a)(\1)", "", ["aaa"]), (r"(a\1)", "", ["aa"]), (r"(?:(a)|b)*", "", ["ab", "aba"]), (r"(a){0}b", "", ["ab"]),
    (r"(a|b\1){3}", "", ["aba", "abab"]), (r"(?:a{1,2}){2}", "", ["aaa", "a"]), (r"(a{1,2}b?){2,3}?c", "", ["aabac"]),
    (r"(?:ab|cd){2,}", "", ["abcdab", "ab"]), (r"(|a)+", "", ["aaa"]), (r"(|a){2,3}b", "", ["aab"]),
    (r"(a|)+?b", "", ["aab"]), (r"(?:(a)(b)?)+", "", ["aba"]), (r"x{2}?y", "", ["xxy"]), (r"x*?y", "", ["xxxy"]),
    (r"x+?y", "", ["xxxy", "y"]), (r"x{1,2}?y", "", ["xxxy"]), (r"x{,3}", "", ["x{,3}", "xxx"]), (r"x{a", "", ["x{a"]),
    (r"(?:\b\w+\b\s*){3}", "", [A_TEXT]), (r"(\w+)\s(\w+)", "", [A_TEXT]), (r"(?:(\d+)|(\w+))(?:,|;)", "g", [A_TEXT]),
    (r"((((((((((k))))))))))\10", "", ["kk"]), (r"([\"'])(?:\\.|(?!\1).)*\1", "", [r"say 'it\'s' now", "'a\"b'"]),
    (r"(?:a|ab)(?:c|bcd)(?:d*)", "", ["abcd"]), (r"(?:[^\"\\]|\\.)*\"", "", ['ab\\"c"d']),
    (r"(a+|b+)*c", "", ["aabbc"]),
    # names
    (r"(?<year>\d{4})-(?<month>\d\d)", "", ["on 2024-05-06"]), (r"(?<a>.)(?<b>.)\k<b>\k<a>", "", ["xabba"]),
    (r"\k<a>(?<a>x)", "", ["x", "k<a>x"]), (r"\k<a>", "", ["k<a>"]), (r"(?<$_1>x)\k<$_1>", "u", ["xx"]),
    # look-around
    (r"(?<=\$)\d+(\.\d*)?", "", ["cost $10.53, 42"]), (r"(?<!\$)\b\d+", "", ["$10 42"]),
    (r"(?<=(\d+)(\d+))$", "", ["1053"]), (r"(?<=\1(a))b", "", ["aab", "ab"]), (r"(?<=(a)\1)b", "", ["aab", "ab"]),
    (r"(?<=([abc]+)([abc]+))$", "", ["abc"]), (r"(?<=^\w{2,3}?)x", "", ["abx", "abcdx"]),
    (r"(?<!abc)\w\w\w", "", ["abcdef"]),
    (r"(?<=a(?=([^a]{2})d)\w{3})\w", "", ["abcdefg"]), (r"(?<=(?:a|bc)*)d", "", ["abcd"]),
    (r"(?<=a.*?b)c", "", ["axxbc"]),
    (r"(?=a)*b", "", ["b"]), (r"(?=(a))?b", "", ["b"]), (r"(?!(a))b", "", ["b"]), (r"(?=(?!x)(.))\1", "", ["xy"]),
    (r"(?<=(\w){3})f", "", ["abcdef"]), (r"(?<=^[^a-c]{3})def", "", ["123def"]), (r"(?<=(?<a>\w){3})f", "", ["abcdef"]),
    (r"(?<!(^|[ab]))\w{2}", "", ["abcdef"]), (r"(?<=\b)[c-f]{3}", "", ["ab cdef"]),
    (r"^(?=.*\d)(?=.*[a-z]).{4,8}$", "", ["ab12", "abcd"]),
    # anchors and borders
    (r"^\w+", "m", ["\nab\ncd"]), (r"\w+$", "m", [A_TEXT]), (r"^\w+$", "", [A_TEXT, "ab"]), (r"$^", "", ["", "a"]),
    (r"^fourth", "m", [A_TEXT]), (r"\bo", "", [A_TEXT]), (r"\Bo", "", [A_TEXT]), (r"^a|^b|c", "", ["xc", "b"]),
    (r"^$", "gm", ["a\n\nb"]),
    (r"a.c", "", ["a\nc", "abc", "a\u2028c"]), (r"a.c", "s", ["a\nc"]), (r"foo", "y", ["xfoo", "foo"]),
    # sets and escapes
    (r"[^]+", "", ["a\nb"]), (r"[]", "", ["a"]), (r"[^]", "", [""]), (r"a[^]b", "", ["a\nb"]), (r"[a\]]+", "", ["]a]"]),
    (r"[\w-]+", "", ["a-b c"]), (r"[\w-.]+", "", ["a-b.c d"]), (r"[a-c-e]+", "", ["a-e d"]),
    (r"[-a]+[a-]+", "", ["-a-"]),
    (r"[\b]", "", ["a\bb"]), (r"[\d\D]+", "", ["1\n2"]), (r"[^\s\S]", "", ["x"]), (r"\s+", "g", [A_TEXT]),
    (r"\S+$", "", [A_TEXT]),
    (r"[\x41-\x43]+\u0044\u{3}", "", ["ABCDuuu"]), (r"\u{1f600}", "u", ["a😀"]), (r"\x4", "", ["x4"]),
    (r"\u12", "", ["u12"]),
    (r"\cJ", "", ["a\nb"]), (r"\c!", "", ["\\c!"]), (r"[\c]", "", ["\\", "c"]), (r"[\c_]", "", ["\x1f"]),
    (r"\0", "", ["a\0"]),
    (r"\1", "", ["\x01"]), (r"\101", "", ["A"]), (r"(a)\2", "", ["a\x02"]), (r"\8", "", ["8"]),
    (r"[\101-\103]+", "", ["ABCD"]),
    (r"\400", "", ["\x200"]), (r"]", "", ["a]"]), (r"{", "", ["a{"]), (r"}a{b}", "", ["}a{b}"]), (r"a{1", "", ["a{1"]),
    (r"\-\/\_", "", ["-/_"]),
    (r"[[]+]", "", ["[[]"]), (r"[^[]", "", ["[x"]), (r"\p{L}", "", ["p{L}"]), (r"[\p{L}]+", "", ["L{p}"]),
    (r"\t\n\v\f\r", "", ["\t\n\v\f\r"]),
    (r"[.*+?^${}()|[\]\\]", "g", [r"a.b*c\d"]), (r"\$\{[^}]+\}", "", ["a ${b} c"]), (r"[\s,;]+", "", [A_TEXT]),
    (r"[ -~]+", "", ["äab~\x7f"]),
    # flag i
    (r"abc", "i", ["xABc"]), (r"[a-c]+", "i", ["xABCd"]), (r"[^a]", "i", ["Ab"]), (r"(a)\1", "i", ["aA"]),
    (r"\u212a", "i", ["k", "\u212a"]),
    (r"\u212a", "iu", ["k", "K"]), (r"[^x]", "iu", ["X"]), (r"ß", "i", ["ẞ", "ß", "SS"]), (r"ẞ", "iu", ["ß"]),
    (r"σ", "i", ["ς", "Σ"]),
    (r"\w", "iu", ["\u017f"]), (r"\w", "i", ["\u017f"]), (r"[\W]", "iu", ["s", "\u017f"]), (r"ÄÖ", "i", ["äö"]),
    (r"[à-ý]+", "i", ["ÀÉÜ"]),
    (r"[_-a]+", "i", ["A_b"]), (r"[Z-a]", "i", ["z", "_"]), (r"\u0130", "iu", ["i", "İ"]), (r"ı", "i", ["I", "i"]),
    (r"\u{10400}", "iu", ["\U00010428"]),
    # flag u, and characters beyond the first plane
    (r"^.$", "", ["😀"]), (r"^..$", "", ["😀"]), (r"^.$", "u", ["😀"]), (r"[😀-😎]", "u", ["a😄"]),
    (r"\ud83d\ude00", "", ["x😀"]),
    (r"\ud83d\ude00", "u", ["x😀"]), (r"[\ud800-\udbff][\udc00-\udfff]", "g", ["a😀b"]),
    (r"(?:[\ud800-\udbff][\udc00-\udfff]|.)+x", "", ["a😀bx"]),
    (r"\p{Lu}+", "u", ["abCDe"]), (r"\P{L}+", "u", ["ab12"]), (r"[\p{L}\p{N}_]+", "u", ["-äß١x!"]),
    (r"[^\p{L}]+", "u", ["ab-12-c"]),
    (r"\p{Script=Greek}+", "u", ["abγδ"]), (r"\p{Script=Han}+", "u", ["a漢字b"]),
    (r"\p{General_Category=Decimal_Number}", "u", ["a٣"]),
    (r"\p{Emoji_Presentation}", "u", ["a1😀"]), (r"\p{White_Space}", "u", ["a\u2003"]), (r"\p{ASCII}+", "u", ["äabc"]),
    (r"\p{Alphabetic}+", "u", ["1aé"]),
    (r"[[a-z]--[aeiou]]+", "v", ["aexyz"]), (r"[\p{L}&&[a-f]]+", "v", ["zxabcg"]), (r"\p{Uppercase}", "u", ["aB"]),
    # what is no expression
    (r"(", "", [""]), (r")", "", [""]), (r"a**", "", [""]), (r"*", "", [""]), (r"[b-a]", "", [""]), (r"[a", "", [""]),
    (r"\\"[:1], "", [""]),
    (r"a{2,1}", "", [""]), (r"{1}", "", [""]), (r"(?<a>x)(?<a>y)", "", [""]), (r"(?<a>x)\k<b>", "", [""]),
    (r"(?<1>x)", "", [""]), (r"(?x)", "", [""]),
    (r"(?<=a)*", "", [""]), (r"(?=a)*", "u", [""]), (r"]", "u", [""]), (r"{", "u", [""]), (r"\1", "u", [""]),
    (r"\-", "u", [""]), (r"\p{Nothing}", "u", [""]),
    (r"[\w-a]", "u", [""]), (r"\u{110000}", "u", [""]), (r"\c", "u", [""]), (r"\00", "u", [""]), (r"^*", "", [""]),
    (r"\b+", "", [""]), (r"a{1}{2}", "", [""]),
    # what real programs ask
    (r"^(?:\s*(<[\w\W]+>)[^>]*|#([\w-]+))$", "", ["<div>x", "#id", "a"]),
    (r"^([a-z][a-z\d+.-]*:)?\/\/", "i", ["HTTP://x", "//x", "x"]),
    (r"(?:^|;\s*)sid=([^;]*)", "", ["a=b; sid=c%20d; e=f"]),
    (r"^-?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$", "", ["-1,234.5", "1,23"]),
    (r"\s*(?:\"((?:\\\"|[^\"])*)\"|'((?:\\'|[^'])*)')\s*", "", [" \"a\\\"b\" ", "'x'"]),
    (r"([A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+)", "g", ["XMLHttpRequest2"]),
    (MAIL, "i", ["a.b@c.example", "x"]),
    (r"^((?:\d{1,3}\.){3}\d{1,3})(?::(\d+))?$", "", ["10.0.0.1:9000", "1.2.3"]),
    (r"\{\{((?:.|\r?\n)+?)\}\}", "g", ["a {{ b\nc }} {{d}}"]),
    (r"^\s*function\s*([^(]*)\(([^)]*)\)", "", ["function f(a, b) {}"]),
    (r"(?<![\w$])(?:let|const)\s+(\w+)\s*=", "g", ["let a = 1; const b=2"]),
]  # fmt: skip
ENTRIES = [(pattern, flags, text) for pattern, flags, texts in TABLE for text in texts]
NODE = """
const asked = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(asked.map(([source, flags, text]) => {
  try {
    const found = new RegExp(source, flags + "d").exec(text);
    const names = found && found.indices.groups ? {...found.indices.groups} : {};
    return found && [[...found.indices].map(s => s ?? null), names];
  } catch (error) { return error.name; }
})));
"""


@pytest.fixture(autouse=True)
def _steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(realm, "left", 10**9, raising=False)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What Node says of each entry."""
    folder = tmp_path_factory.mktemp("matcher")
    (folder / "asked.json").write_text(json.dumps(ENTRIES))
    (folder / "ask.js").write_text(NODE)
    answers: list[object] = json.loads(run(["node", folder / "ask.js", folder / "asked.json"], env=node_env()))
    return answers


def ours(pattern: str, flags: str, text: str) -> object:
    try:
        made = compile_pattern(pattern, flags)
    except ValueError:
        return "SyntaxError"
    found = made.match(text, 0) if "y" in flags else made.search(text, 0)
    if found is None:
        return None
    assert len(found) == made.count + 1
    spans = [span and [_units(text, span[0]), _units(text, span[1])] for span in found]
    return [spans, {name: spans[number] for name, number in made.names.items() if spans[number]}]


def _units(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("index", range(len(ENTRIES)), ids=lambda i: f"{ENTRIES[i][0][:40]}-{ENTRIES[i][1]}-{i}")
def test_finds_what_node_finds(index: int, said: list[object]) -> None:
    assert ours(*ENTRIES[index]) == said[index]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(a+)+b", "a" * 40), (r"(a|a)*b", "a" * 60), (r"(?:a*)*b", "a" * 50), (r"(.*)*\1x", "ab" * 200),
        (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 60), (r"(x+x+)+y", "x" * 50), (r"(?=(a+)+b)", "a" * 40),
        (r"(?<=b(a+)+)c", "a" * 40 + "c"), (r"(?:){1000000}a", "b"), (r"(?:(?:a{1,100}){1,100}){1,100}b", "a" * 90),
        (r"(\w+\s?)+$", "word " * 40 + "!"), (r".*.*.*.*=x", "y" * 2_000), (r"(?:a?){50}a{50}", "a" * 49),
    ],
)  # fmt: skip
def test_always_ends(pattern: str, text: str) -> None:
    begin = time.process_time()
    assert compile_pattern(pattern, "").search(text, 0) is None
    assert time.process_time() - begin < 2


def test_is_not_deep() -> None:
    text = "ab" * 10_000
    assert compile_pattern("(?:a|b)*", "").match(text, 0) == [(0, 20_000)]
    assert compile_pattern("(" * 400 + "a" + ")" * 400, "").match("a", 0) == [(0, 1)] * 401
    for source in ("(?=" * 3_000 + ")" * 3_000, "(" * 9_000 + ")" * 9_000, "[" * 3_000 + "a" + "]" * 3_000):
        with pytest.raises(ValueError):
            compile_pattern(source, "v")


def test_looks_far_for_a_beginning() -> None:
    assert compile_pattern("x(?:y|z)+", "").search("a" * 500_000 + "xyz", 0) == [(500_000, 500_003)]


def test_counts_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(realm, "left", 1_000)
    with pytest.raises(Stop):
        compile_pattern(r"(a+)+b", "").search("a" * 40, 0)
    monkeypatch.setattr(realm, "left", 10**9)
    compile_pattern(r"(a+)+b", "").search("a" * 40, 0)
    assert 0 <= 10**9 - realm.left - matcher.MAX_STEPS // 4 < 1_000


def test_match_is_anchored_and_search_begins_where_it_is_told() -> None:
    pattern = compile_pattern(r"(?<=a)b(?<n>c)?", "")
    assert pattern.match("ab abc", 0) is None
    assert pattern.match("ab abc", 1) == [(1, 2), None]
    assert pattern.search("ab abc", 2) == [(4, 6), (5, 6)]
    assert pattern.search("ab abc", 7) is None
    assert (pattern.names, pattern.count) == ({"n": 1}, 1)
    assert compile_pattern("^b", "").search("ab", 1) is None
    assert compile_pattern(".b", "").search("😀😀b", 1) == [(1, 3)]


PROGRAM = r"""
const show = (value) => console.log(JSON.stringify(value));
const url = /URL/;
for (const text of URLS) show(url.exec(text));
const pairs = /(?<key>(?:\w+\.?)+)=(?<value>(?:[^;"]+|"[^"]*")*)(?:;|$)/g;
const text = 'a.b=1;c="x;y";d=😀é"z";';
show(text.match(pairs));
show([...text.matchAll(pairs)].map((found) => [found.index, found.groups.key, found.groups.value]));
show(text.replace(pairs, "<$<value>|$1>"));
show(text.replace(pairs, (all, key, value, at, whole, groups) => [key, value, at, groups.key].join()));
show(text.split(/(?:(?:;)+)+/));
show(text.search(/(?:(?:\.)+)+b/));
const sticky = /(?:(?:ab)+)+(c)?/y;
sticky.lastIndex = 1;
show([sticky.test("xababcab"), sticky.lastIndex, RegExp.$1, sticky.test("xababcab"), sticky.lastIndex]);
show(/(?:(a)|(b))+(?<=(\w+)(\w+))/d.exec("xabab").indices);
for (const source of ["a{2,1}", "(", "[b-a]", "(?:a+)+{2}", "(?:(a|b)+)+"]) {
  try { show(new RegExp(source).source); } catch (error) { show(error instanceof SyntaxError); }
}
"""


def test_is_what_runs_where_pythons_may_not(tmp_path: Path) -> None:
    program = tmp_path / "program.js"
    program.write_text(PROGRAM.replace("URLS", json.dumps(URLS)).replace("URL", URL))
    assert printed(program.read_bytes()) == run(["node", program], env=node_env()).splitlines()
