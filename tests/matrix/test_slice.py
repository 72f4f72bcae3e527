"""A slice of the matrix: a dozen cases with three bundlers that minify in different ways. The whole: `make matrix`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.browser import Job, record
from tests.matrix.builds import build_all
from tests.matrix.cases import all_cases
from tests.matrix.judge import judge
from tests.matrix.table import Row, failures
from tests.matrix.truth import truth

CASES = {
    "build-url-function",
    "caption-relay",
    "config-object",
    "decoy-numbers",
    "doppio-template",
    "io-port-option",
    "localhost-literal",
    "night-trains-feed",
    "public-host",
    "same-literal-two-uses",
    "same-origin-socketio",
    "same-origin-websocket",
    "template-json-port",
    "tidewatch-rx",
    "url-setters",
    "ws-page-scheme",
}


@pytest.mark.e2e
@pytest.mark.bundles
@pytest.mark.parametrize("bundler", ["vite-rolldown", "webpack-es5", "esbuild"])
def test_found_fixed_and_nothing_else_disturbed(bundler: str, tmp_path: Path) -> None:
    builds = build_all(bundler, [case for case in all_cases() if case.name in CASES])
    assert not [build.error for build in builds if build.error]
    runs = record([Job(build.folder, tuple(build.case.states), build.case.origins) for build in builds])
    verdicts = judge([(build, truth(seen)) for build, seen in zip(builds, runs, strict=True)], tmp_path / "mutants")
    assert not [verdict for verdict in verdicts if verdict.problems], failures(map(Row.of, verdicts))
