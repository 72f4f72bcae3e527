"""The truth machine on the command line.

    python -m tests.matrix [--bundler B] [--case C] [--keep DIR] [--failures FILE] [--json FILE] [--write-docs]

Builds every case with every bundler, runs the builds in a browser, compares find and rewrite with what they did
there, and prints the table. The exit code is 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.matrix.browser import Job, record
from tests.matrix.builds import BUNDLERS, Build, build_all
from tests.matrix.cases import all_cases
from tests.matrix.export import export
from tests.matrix.judge import judge
from tests.matrix.table import Row, as_json, document, failures, keep, table
from tests.matrix.truth import Truth, truth
from tests.toolchain import CACHE, ROOT

#: how many builds are judged before their rows are kept: a row of all cases takes half an hour
AT_ONCE = 60


def main() -> int:
    options = _options()
    builds = _builds(options.bundler or list(BUNDLERS), options.case)
    recorded = record([Job(build.folder, tuple(build.case.states), build.case.origins) for build in builds], _progress)
    judged = [(build, truth(runs)) for build, runs in zip(builds, recorded, strict=True)]
    if options.keep:
        for build, known in judged:
            export(options.keep, build, known)
    if options.truth_only:
        return 0
    rows = [row for at in range(0, len(judged), AT_ONCE) for row in _judged(judged[at : at + AT_ONCE])]
    print(table(rows, lambda row: row.bundler, "bundler"))
    print()
    print(table(rows, lambda row: row.case, "case"))
    _write(options, rows)
    return int(any(row.problems for row in rows))


def _judged(builds: Sequence[tuple[Build, Truth]]) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="mutants-", dir=CACHE / "matrix") as scratch:
        verdicts = judge(builds, Path(scratch), _progress)
    rows = [Row.of(verdict) for verdict in verdicts]
    keep(rows)
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__.splitlines()[0])
    parser.add_argument("--bundler", action="append", choices=BUNDLERS, help="only these bundlers")
    parser.add_argument("--case", action="append", help="only these cases")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="lay builds and truth.json out in DIR")
    parser.add_argument("--truth-only", action="store_true", help="build and execute, judge nothing")
    parser.add_argument("--failures", type=Path, metavar="FILE", help="write what differs, in words")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the verdicts")
    parser.add_argument("--write-docs", action="store_true", help="write docs/matrix.md")
    return parser.parse_args()


def _builds(bundlers: list[str], names: list[str] | None) -> list[Build]:
    cases = [case for case in all_cases() if not names or case.name in names]
    builds: list[Build] = []
    for bundler in bundlers:
        for build in build_all(bundler, cases):
            if build.error:
                print(f"{bundler} {build.case.name}: no build: {build.error}", file=sys.stderr)
            else:
                builds.append(build)
    return builds


def _write(options: argparse.Namespace, rows: list[Row]) -> None:
    if options.failures:
        options.failures.write_text(failures(rows))
    if options.json:
        options.json.write_text(json.dumps(as_json(rows), indent=1) + "\n")
    if options.write_docs:
        (ROOT / "docs" / "matrix.md").write_text(document())


def _progress(done: int, total: int) -> None:
    if done % 50 == 0 or done == total:
        print(f"{done} of {total}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
