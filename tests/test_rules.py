"""Each rule has a page, and the page's example is a fixture that is found exactly as it says."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from bundlescan.cli import CONFIDENCE, main
from bundlescan.match.client import builtin_rules
from bundlescan.rulefiles import rules_folder
from tests.annotations import FIXTURES, differences, fixtures, read

RULES = sorted(builtin_rules())
SECTIONS = ["What", "Why", "Example", "Fix", "Limits", "References"]


def page(rule_id: str) -> str:
    return (rules_folder() / f"{rule_id}.md").read_text(encoding="utf-8")


def test_no_page_without_a_rule() -> None:
    assert sorted(path.stem for path in rules_folder().glob("*.md")) == RULES


@pytest.mark.parametrize("rule_id", RULES)
class TestPage:
    def test_says_the_same_things_in_the_same_order(self, rule_id: str) -> None:
        rule = builtin_rules()[rule_id]
        assert page(rule_id).startswith(f"# {rule_id}\n\n{rule.title} ({rule.severity})\n")
        assert re.findall(r"^## (.*)$", page(rule_id), re.MULTILINE) == SECTIONS
        text = page(rule_id).split("```")
        assert all(len(line) <= 120 for part in text[::2] for line in part.split("\n"))

    def test_explain_prints_it(self, rule_id: str) -> None:
        result = CliRunner().invoke(main, ["explain", rule_id])
        assert result.exit_code == 0
        assert result.output == page(rule_id) + "\n" + CONFIDENCE

    def test_the_example_is_a_fixture(self, rule_id: str) -> None:
        example = FIXTURES / rule_id / "example.js"
        assert example in fixtures(rule_id)
        code = example.read_text(encoding="utf-8")
        assert f"## Example\n\ntests/fixtures/{rule_id}/example.js\n\n```js\n{code}```\n" in page(rule_id)

    def test_the_example_still_fires(self, rule_id: str) -> None:
        example = FIXTURES / rule_id / "example.js"
        assert not differences(example)
        stated = read(example)
        found = any(note.rule_id == rule_id for note in stated.found)
        missed = any(note.rule_id == rule_id for note in stated.todo)
        assert found != missed
        # a page says so while its rule is missing, and no longer
        assert missed == ("This rule is not there yet" in " ".join(page(rule_id).split()))


def test_the_architecture_names_what_is_there() -> None:
    root = FIXTURES.parents[1]
    text = (root / "docs/architecture.md").read_text(encoding="utf-8")
    modules = {path.relative_to(root / "bundlescan").as_posix() for path in (root / "bundlescan").rglob("*.py")}
    code = "\n".join((root / "bundlescan" / module).read_text(encoding="utf-8") for module in modules)
    for name in re.findall(r"`([a-z_/]+\.py)\b", text):
        there = name in modules or any(module.endswith("/" + name) for module in modules) or (root / name).is_file()
        assert there, name
    for name in re.findall(r"`(?:[\w/]+\.py: )?([A-Z_]{4,}|[a-z]+_[a-z_]+)`", text):
        assert re.search(rf"\b{name}\b", code), name
