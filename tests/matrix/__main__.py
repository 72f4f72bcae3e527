"""The truth machine on the command line: ``python -m tests.matrix [--bundler B] [--case C] [--keep DIR]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.matrix.browser import Job, record
from tests.matrix.builds import BUNDLERS, Build, build_all
from tests.matrix.cases import all_cases
from tests.matrix.export import export
from tests.matrix.truth import truth


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.add_argument("--bundler", action="append", choices=BUNDLERS, help="only these bundlers")
    parser.add_argument("--case", action="append", help="only these cases")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="lay builds and truth.json out in DIR")
    options = parser.parse_args()
    cases = [case for case in all_cases() if not options.case or case.name in options.case]
    builds: list[Build] = []
    for bundler in options.bundler or BUNDLERS:
        made = build_all(bundler, cases)
        builds += [build for build in made if not build.error]
        for build in made:
            if build.error:
                print(f"{bundler} {build.case.name}: no build: {build.error}", file=sys.stderr)
    recorded = record((Job(build.folder, tuple(build.case.states)) for build in builds), _progress)
    for build, runs in zip(builds, recorded, strict=True):
        if options.keep:
            export(options.keep, build, truth(runs))
    return 0


def _progress(done: int, total: int) -> None:
    if done % 25 == 0 or done == total:
        print(f"executed {done} of {total}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
