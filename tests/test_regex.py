"""Regular expressions of a bundle: refused where running them could hang, run where URLs are split with them."""

from __future__ import annotations

import re
import time

import pytest

from bundlescan.values.domain import Regex
from bundlescan.values.regex import TooCostly, compiled, examples

TEXT = "https://user@host.example:9000/a/b/c.d?x=1&y=2#z"


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(a+)+$",
        r"^(?:a*)*b",
        r"(\w|a)*$",
        r"(x+x+)+y",
        r"^(([a-z])+.)+[A-Z]([a-z])+$",
        r"(?:[^/]+/?)*x",
        r"(?:(?:a|b)+c?){2,}d",
        "a" * 1001,
        r"a{0,4294967295}b",
    ],
)
def test_refused(pattern: str) -> None:
    with pytest.raises(TooCostly):
        compiled(Regex(pattern, ""), TEXT)


@pytest.mark.parametrize(
    ("pattern", "matched"),
    [
        (r"^http", "http"),
        (r":\d+$", None),
        (r"^(?:(?![^:@]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:[^@\/?#]*)?@)?([^:\/?#]*)(?::(\d*))?", TEXT[:30]),
        (r"^(?:[a-z]+:)?\/\/(?:[^\/?#]*@)?(\[[^\]]*\]|[^:\/?#]*)(?::\d*)?", TEXT[:30]),
        (r"^(?:\d{1,3}\.){3}\d{1,3}$", None),
        (r"(?:\/[^\/?#]+)*", ""),
        (r"host(?:\.\w+)+", "host.example"),
        (r"\{\w+\}", None),
        (r"(?:[^\/]+\/)*", "https:/"),
        (r"[?&]y=([^&#]*)", "&y=2"),
    ],
)
def test_run(pattern: str, matched: str | None) -> None:
    found = compiled(Regex(pattern, ""), TEXT).search(TEXT)
    assert (found.group() if found else None) == matched


def test_a_long_text_for_many_repetitions_is_refused() -> None:
    many = Regex(r".*.*.*.*x", "")
    with pytest.raises(TooCostly):
        compiled(many, "a" * 1000)
    began = time.perf_counter()
    text = "a" * 60
    assert compiled(many, text).search(text) is None
    assert time.perf_counter() - began < 5


def test_what_python_does_not_have_is_an_error() -> None:
    with pytest.raises(re.error):
        compiled(Regex(r"(?<=a+)b", ""), "ab")


@pytest.mark.parametrize(
    ("pattern", "flags", "texts"),
    [
        (r"^\/room\/\d+$", "", ("/room/7",)),
        (r"https?:", "", ("http:", "https:")),
        (r"x{2,3}(?:b|c)?", "", ("xx", "xxb", "xxc")),
        (r"^[^\/:a]\bfoo|\.bar\s", "", (".bar ",)),
        (r"[\p{Lu}]", "u", ("A",)),
        (r"a(?!a)(?=b)b", "", ("ab",)),
        (r"(a)\1b", "", ()),
        (r"(a+)+", "", ()),
        (r"((a{1000}){1000}){1000}|b", "", ()),
        (r"a{1000}|b", "", ("b",)),
        ("(" * 300 + "a" + ")" * 300, "", ("a",)),
        (r"(?<year>\d{4})-?$|", "", ("7777", "", "7777-")),
    ],
)
def test_texts_that_it_matches(pattern: str, flags: str, texts: tuple[str, ...]) -> None:
    assert examples(pattern, flags) == texts
