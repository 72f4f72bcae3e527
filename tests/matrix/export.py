"""Builds with their truth, laid out for a person: DIR/<bundler>/<case>/ and truth.json beside the files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.matrix.builds import Build
from tests.matrix.truth import Connection, Truth


def export(target: Path, build: Build, truth: Truth) -> None:
    folder = target / build.bundler / build.case.name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(build.folder, folder)
    facts = {
        "case": build.case.summary,
        "faults": [
            {
                "rule": f.rule,
                "host": f.host or "{page}",
                "port": f.port,
                "url": f.connection.url,
                "on": f.page,
                "state": f.state,
                "only_on_localhost": f.guarded,
            }
            for f in truth.faults
        ],
        "runs": [
            {
                "page": run.page,
                "state": run.state,
                "connections": [_line(c) for c in dict.fromkeys(Connection.of(entry) for entry in run.connections)],
                **({"errors": list(run.errors)} if run.errors else {}),
            }
            for run in truth.runs
        ],
    }
    (folder / "truth.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n")


def _line(connection: Connection) -> str:
    details = " ".join(f"{key}={value}" for key, value in connection.details if value not in ("", "[]", "{}"))
    return f"{connection.api} {connection.url} {details}".strip()
