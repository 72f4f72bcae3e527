"""What is found in the annotated fixtures, and nothing else; ``annotations`` says how they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan.match.client import builtin_rules
from tests.annotations import differences, fixtures

CASES = [fixture for rule_id in builtin_rules() for fixture in fixtures(rule_id)]


@pytest.mark.parametrize("fixture", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixture(fixture: Path) -> None:
    found = differences(fixture)
    assert not found, "annotated (-) and found (+) differ:\n" + "\n".join(found)


def test_a_miss_and_a_noise_are_told_apart(tmp_path: Path) -> None:
    fixture = tmp_path / "case.js"
    fixture.write_text(
        'new WebSocket("ws://localhost:1/a"); // finding: socket-local-host 2\n'
        'new WebSocket("ws://localhost:3/b"); // todo: socket-local-host\n'
        'new WebSocket("/c"); // spurious: socket-local-host\n'
        'new WebSocket("ws://localhost:4/d"); // ok\n'
    )
    assert differences(fixture) == [
        "- missing   case.js:1: socket-local-host 2",
        "+ noisy     case.js:1: socket-local-host 1",
        "+ noisy     case.js:4: socket-local-host 4",
        "+ promote   case.js:2: socket-local-host: a known miss that is found now",
        "- promote   case.js:3: socket-local-host: a known false alarm that is gone",
        "+ not ok    case.js:4: socket-local-host ws://localhost:4/d",
    ]
