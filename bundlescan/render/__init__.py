"""Report -> str. One module per format, each with ``render(report, view)``; it is imported when it is asked for.

Renderers are pure: a report is complete, nothing is looked up again. What only a person at a terminal needs is in
``View``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from bundlescan.finding import Plan, Report
    from bundlescan.match.rulebook import Rulebook
    from bundlescan.rewriter.write import Outcome

# format name -> module
FORMATS = {name: f"bundlescan.render.{name}" for name in ("text", "json", "sarif", "github", "gitlab", "junit", "html")}
WITH_EDITS = frozenset({"sarif", "html"})  # the formats that show the edit which would end a finding
PLAN_FORMATS = {"text": "bundlescan.render.rewrite_text", "json": "bundlescan.render.rewrite_json"}


@dataclass(frozen=True, slots=True)
class View:
    """For whom a report is rendered: ``colour`` and ``width`` (columns) of the terminal, the PATH arguments as they
    were given, how many notes were left out of the report, the absolute folder that relative paths are in, and the
    form of the links that its terminal follows (fields ``path``, quoted and absolute, ``line``, ``column``), and the
    rules of the run (None: the built-in ones)."""

    colour: bool = False
    width: int = 100
    paths: tuple[str, ...] = (".",)
    hidden_notes: int = 0
    folder: str | None = None
    links: str | None = None
    book: Rulebook | None = None


def render(name: str, report: Report, view: View | None = None) -> str:
    """``report`` in the format ``name``, a key of FORMATS; ends with a newline."""
    return cast(str, import_module(FORMATS[name]).render(report, view or View()))


def render_plan(name: str, plan: Plan, outcome: Outcome, view: View | None = None, advice: str = "") -> str:
    """``plan`` and what became of it in the format ``name``, a key of PLAN_FORMATS; ends with a newline. ``advice``: a
    text for the person who reads it, in front of what has been done."""
    return cast(str, import_module(PLAN_FORMATS[name]).render(plan, outcome, view or View(), advice))
