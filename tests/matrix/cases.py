"""The cases: small sources of our own, each with a header that says what it exercises and how to run it.

The header is the leading run of ``//`` comments of the entry. Lines of it may be directives:

    // page: JS      run before the page's own scripts; each line is one state of the page (default: one, empty).
                     Values that stand for run-time configuration use the port 7777 or a host under runtime.example.
    // at: URL       also open the page there: where the code asks for that host or port
    // env: K=V      a build-time variable, as process.env.K and import.meta.env.K
    // bundlers: A B build with these alone, where others cannot
    // keep: TEXT    a remark only: nothing here is a fault
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.matrix.browser import ORIGINS

CASES = Path(__file__).parent / "cases"
ENTRIES = (".js", ".ts", ".jsx", ".tsx", ".html")


@dataclass(frozen=True)
class Case:
    """One case: a file, or a folder whose entry is called main."""

    name: str
    entry: Path

    @property
    def files(self) -> dict[str, Path]:
        """The case's files by their path inside the case."""
        if self.entry.parent == CASES:
            return {self.entry.name: self.entry}
        root = self.entry.parent
        return {str(file.relative_to(root)): file for file in sorted(root.rglob("*")) if file.is_file()}

    @cached_property
    def header(self) -> list[str]:
        lines = self.entry.read_text().splitlines()
        if self.entry.suffix == ".html":
            lines = [f"// {line.strip()}" for line in lines[0].removeprefix("<!--").removesuffix("-->").split("|")]
        found = []
        for line in lines:
            if not line.startswith("//"):
                break
            found.append(line.removeprefix("//").strip())
        return found

    def _directives(self, name: str) -> list[str]:
        return [line.removeprefix(f"{name}:").strip() for line in self.header if line.startswith(f"{name}:")]

    @property
    def summary(self) -> str:
        return " ".join(line for line in self.header if not re.match(r"(page|at|env|bundlers):", line))

    @property
    def states(self) -> list[str]:
        return self._directives("page") or [""]

    @property
    def origins(self) -> tuple[str, ...]:
        return (*ORIGINS, *self._directives("at"))

    @property
    def env(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self._directives("env"))

    @property
    def keep(self) -> bool:
        return bool(self._directives("keep"))

    def builds_with(self, bundler: str) -> bool:
        only = " ".join(self._directives("bundlers")).split()
        if bundler == "parcel" and any(b"import.meta.env" in file.read_bytes() for file in self.files.values()):
            return False  # Parcel has no such thing: the build ends there
        return bundler in only if only else bundler != "none"


def all_cases() -> list[Case]:
    found = [Case(file.stem, file) for file in CASES.iterdir() if file.suffix in ENTRIES]
    for folder in CASES.iterdir():
        if folder.is_dir():
            names = ("index.html", *(f"main{suffix}" for suffix in ENTRIES))
            entry = next(folder / name for name in names if (folder / name).exists())
            found.append(Case(folder.name, entry))
    return sorted(found, key=lambda case: case.name)
