"""Both parsers must give the same ESTree. ``fixtures/*.js`` hold snippets separated by ``//---`` lines; what the two
are known to see differently stands, with its reason, in ``fixtures/disagreements.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bundlescan.source import Source
from bundlescan.syntax import parse
from bundlescan.syntax.from_esprima import SyntaxFailure
from tests.syntax.differential import differences

FIXTURES = Path(__file__).with_name("fixtures")


def snippets() -> list[object]:
    cases: list[object] = []
    for file in sorted(FIXTURES.glob("*.js")):
        line = 1
        for snippet in file.read_text(encoding="utf-8").split("//---\n"):
            cases.append(pytest.param(snippet, id=f"{file.name}:{line}"))
            line += snippet.count("\n") + 1
    return cases


def disagreements() -> list[object]:
    cases = tomllib.loads((FIXTURES / "disagreements.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case["code"], id=case["reason"]) for case in cases]


def compare(code: str) -> list[str]:
    source = Source("snippet.js", code.encode())
    tree = parse(source)
    found = [f"{issue.span}: {issue.message}" for issue in tree.issues]
    return found + differences(tree, parse(source, parser="esprima"))


@pytest.mark.parametrize("code", snippets())
def test_both_parsers_give_the_same_tree(code: str) -> None:
    assert compare(code) == []


@pytest.mark.parametrize("code", snippets())
def test_both_parsers_give_the_same_tree_without_the_last_line_end(code: str) -> None:
    assert compare(code.rstrip()) == []


@pytest.mark.parametrize("code", disagreements())
def test_a_known_disagreement_is_still_one(code: str) -> None:
    try:
        found = compare(code)
    except SyntaxFailure:
        return
    assert found != [], "they agree now: move the case to the fixtures"
