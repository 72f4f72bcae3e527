"""Finds hardcoded ports in built frontend bundles' socket URLs and rewrites them to the page's own origin.

``find`` and ``rewrite`` are the library; the other names are what they return and raise. Everything they return is
frozen and can be pickled, and both depend on nothing but their arguments and the files, so any executor can map them
over many trees: docs/library.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bundlescan._version import __version__

if TYPE_CHECKING:
    from bundlescan.finding import Confidence, Finding, Notice, Plan, PlannedFix, Report, ScanError, Severity, Summary
    from bundlescan.fix import Edit, Fix
    from bundlescan.library import Rewrite, find, rewrite
    from bundlescan.policy import PathSeverity
    from bundlescan.rewriter.write import Outcome
    from bundlescan.tomlfile import TomlError

__all__ = [
    "Confidence", "Edit", "Finding", "Fix", "Notice", "Outcome", "PathSeverity", "Plan", "PlannedFix", "Report",
    "Rewrite", "ScanError", "Severity", "Summary", "TomlError", "__version__", "find", "rewrite",
]  # fmt: skip

_HOMES = {
    "finding": (
        "Confidence", "Finding", "Notice", "Plan", "PlannedFix", "Report", "ScanError", "Severity", "Summary",
    ),
    "fix": ("Edit", "Fix"),
    "library": ("Rewrite", "find", "rewrite"),
    "policy": ("PathSeverity",),
    "rewriter.write": ("Outcome",),
    "tomlfile": ("TomlError",),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Names are imported when they are used: ``import bundlescan`` costs nothing."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"bundlescan.{home}"), name)
    raise AttributeError(f"module 'bundlescan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
