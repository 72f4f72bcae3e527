"""What counts: rules chosen, severities by path, findings accepted in the sources.

In: the findings of an analysis, as the built-in rules see them. Out: those that count, in the words and with the
severity that the user wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from bundlescan.collect import names_below
from bundlescan.finding import Finding, Notice, Severity
from bundlescan.match.rulebook import Rulebook, rulebook
from bundlescan.suppress import Suppression, suppressions, without_suppressed

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from bundlescan.source import Source, Span
    from bundlescan.syntax import Language

Level = Literal["error", "warning", "note", "off"]


class PathSeverity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Findings in files that match ``paths`` (as in .gitignore), of ``rules`` (empty: all), have the severity
    ``level``; "off" leaves them out."""

    paths: tuple[str, ...]
    level: Level
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Policy:
    """``root``: patterns also match paths relative to this folder. Of several entries in ``severity`` that fit, the
    last counts."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[PathSeverity, ...] = ()
    root: str | None = None
    book: Rulebook = field(default_factory=rulebook)

    def __post_init__(self) -> None:
        """Raises ValueError for a rule that does not exist."""
        named = (*self.select, *self.ignore, *(rule for entry in self.severity for rule in entry.rules))
        if problem := self.book.check(named):
            raise ValueError(problem)

    @cached_property
    def _specs(self) -> list[tuple[GitIgnoreSpec, PathSeverity]]:
        from pathspec import GitIgnoreSpec

        return [(GitIgnoreSpec.from_lines(entry.paths), entry) for entry in self.severity]

    def accepted(
        self, sources: Iterable[tuple[Source, Sequence[tuple[Language, Span]]]]
    ) -> tuple[list[Suppression], list[Notice]]:
        """What comments in the sources (with their scripts) accept, and what is wrong with such comments."""
        said = [one for source, scripts in sources for one in suppressions(source, scripts, self.book.rules)]
        return [s for s in said if isinstance(s, Suppression)], [n for n in said if isinstance(n, Notice)]

    def apply(
        self, findings: Iterable[Finding], accepted: Sequence[Suppression]
    ) -> tuple[list[Finding], int, list[Notice]]:
        """The findings that count, how many comments accept, and a notice for each comment that accepts none."""
        spoken = [self.book.said(finding) for finding in findings]
        kept, idle = without_suppressed(spoken, accepted)
        chosen = [f for f in kept if (not self.select or f.rule_id in self.select) and f.rule_id not in self.ignore]
        levelled = [again for finding in chosen if (again := self._levelled(finding)) is not None]
        return levelled, len(spoken) - len(kept), idle

    def _levelled(self, finding: Finding) -> Finding | None:
        for spec, entry in reversed(self._specs):
            if (not entry.rules or finding.rule_id in entry.rules) and any(
                spec.match_file(name) for name in names_below(finding.path, self.root)
            ):
                return None if entry.level == "off" else replace(finding, severity=Severity(entry.level))
        return finding
