"""From a literal's spelling to its text, and from each character back to its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundlescan.source import Source
from bundlescan.syntax import parse
from bundlescan.syntax.strings import character_offsets, cooked, decode_with_offsets, number, string_text


@pytest.mark.parametrize(
    ("raw", "text", "offsets"),
    [
        (r"abc", "abc", [0, 1, 2, 3]),
        (r"", "", [0]),
        (r"a\nb", "a\nb", [0, 1, 3, 4]),
        (r"\x41\u0042\u{43}D", "ABCD", [0, 4, 10, 16, 17]),
        (r"\uD83D\uDE00!", "\U0001f600!", [0, 12, 13]),
        (r"\u{1F600}", "\U0001f600", [0, 9]),
        (r"\ud800x", "\ud800x", [0, 6, 7]),
        (r"\udc00\ud800", "\udc00\ud800", [0, 6, 12]),
        ("é€😀!", "é€😀!", [0, 2, 5, 9, 10]),
        ("é\\n€", "é\n€", [0, 2, 4, 7]),
        ("\\é\\😀", "é😀", [0, 3, 8]),
        ("a\\\nb", "ab", [0, 3, 4]),
        ("a\\\r\nb\\\u2028c", "abc", [0, 4, 9, 10]),
        (r"\0\12\101\8\777", "\0\nA8?7", [0, 2, 5, 9, 11, 14, 15]),
        (r"\'\"\\\/", "'\"\\/", [0, 2, 4, 6, 8]),
        (r"{\"port\":9000}", '{"port":9000}', [0, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15]),
        (r"\u\x", "ux", [0, 2, 4]),
    ],
)
def test_the_text_and_the_place_of_each_character(raw: str, text: str, offsets: list[int]) -> None:
    assert cooked(raw.encode()) == (text, offsets)
    assert string_text(raw.encode()) == text


@pytest.mark.parametrize("raw", [r"\u", r"\x4", r"\u{", r"\u{110000}", r"\1", r"\01", r"\08", r"\8"])
def test_a_template_with_a_malformed_escape_has_no_text(raw: str) -> None:
    assert cooked(raw.encode(), template=True) is None


def test_a_template_has_only_line_feeds() -> None:
    assert cooked(b"a\r\nb\rc\\\r\nd\\0", template=True) == ("a\nb\ncd\0", [0, 1, 3, 4, 5, 9, 10, 12])


def test_bytes_that_are_not_utf8_are_one_replacement_each() -> None:
    assert cooked(b"a\xff\xe2\x82z") == ("a\ufffd\ufffd\ufffdz", [0, 1, 2, 3, 4, 5])
    text, offsets = decode_with_offsets(b"\xc3\xa9\xffa")
    assert (text, list(offsets)) == ("é\ufffda", [0, 2, 3, 4])


@given(st.lists(st.tuples(st.characters(exclude_categories=["Cs"]), st.integers(0, 4)), max_size=12))
def test_any_spelling_of_a_text_leads_back_to_each_character(spelled: list[tuple[str, int]]) -> None:
    raw, starts = b"", []
    for character, way in spelled:
        starts.append(len(raw))
        raw += spell(character, way)
    result = cooked(raw)
    assert result is not None
    text, offsets = result
    assert text == "".join(c for c, _ in spelled)
    assert offsets == [*starts, len(raw)]
    source = Source("a.js", b"f(1, '" + raw + b"')")
    literal = parse(source).root.body[0].expression.arguments[1]
    assert literal.value == text
    assert character_offsets(literal) == [6 + offset for offset in offsets]


def spell(character: str, way: int) -> bytes:
    code = ord(character)
    if way == 0 and code < 0x100:
        return b"\\x%02x" % code
    if way == 1:
        return b"\\u{%X}" % code
    if way == 2:
        units = character.encode("utf-16-be")
        return b"".join(b"\\u%04x" % int.from_bytes(units[i : i + 2]) for i in range(0, len(units), 2))
    if way == 3 and code >= 0x80 and code not in (0x2028, 0x2029):
        return b"\\" + character.encode()
    if character in "'\\\n\r":
        return b"\\" + {"\n": "n", "\r": "r"}.get(character, character).encode()
    return character.encode()


@pytest.mark.parametrize(
    ("code", "part", "place"),
    [
        ('a("http://localhost:9000/x")', "9000", "9000"),
        (r'JSON.parse("{\"port\":9000}")', "9000", "9000"),
        (r'a("http:\/\/localhost:\x39000")', "9000", r"\x39000"),
        ("a(`é${b}:90\\u{30}0/`)", "9000", r"90\u{30}0"),
        ("a('😀:9000')", "9000", "9000"),
        ("<a b='&quot;é:90&#48;0'/>", "9000", "90&#48;0"),
        ("<a>&quot;é\\:9000</a>", "9000", "9000"),
    ],
)
def test_a_part_of_a_text_is_found_in_the_file(code: str, part: str, place: str) -> None:
    source = Source("a.js", code.encode())
    for parser in ("tree-sitter", "esprima"):
        tree = parse(source, parser=parser)
        node = tree.at(source.data.index(place.encode()))
        text = node.get("cooked") or node.value
        offsets = character_offsets(node)
        index = text.index(part)
        assert source.data[offsets[index] : offsets[index + len(part)]] == place.encode()
        assert len(offsets) == len(text) + 1


def test_only_text_has_characters() -> None:
    node = parse(Source("a.js", b"9000")).at(0)
    with pytest.raises(ValueError, match="not a string"):
        character_offsets(node)


@pytest.mark.parametrize(
    ("spelling", "value"),
    [
        ("9000", 9000.0), ("9e3", 9000.0), ("9E3", 9000.0), (".9e4", 9000.0), ("9000.", 9000.0), ("9_000", 9000.0),
        ("0x2328", 9000.0), ("0X2328", 9000.0), ("0b11", 3.0), ("0o17", 15.0), ("017", 15.0), ("019", 19.0),
        ("08.5", 8.5), ("00", 0.0), ("0x1fffffffffffff", 9007199254740991.0), ("0x20000000000001", 9007199254740992.0),
        ("1e400", float("inf")), ("0x" + "f" * 300, float("inf")), ("5n", 5), ("0xFFn", 255), ("1_0n", 10),
        ("0b1n", 1),
    ],
)  # fmt: skip
def test_a_number_in_every_spelling(spelling: str, value: float | int) -> None:
    found = number(spelling.encode())
    assert (type(found), found) == (type(value), value)
