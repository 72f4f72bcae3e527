"""Comments in the sources that accept a finding: ``// bundlescan-ignore-next-line rule, rule -- reason``.

Also ``/* … */``, and ``<!-- … -->`` outside scripts. The comment stands on a line before the place that the finding
reports, and names its rules. In: a source and its scripts. Out: ``Suppression``s, and a ``Notice`` for each comment
that looks like one and is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bundlescan.finding import Finding, Notice
from bundlescan.source import Source, Span
from bundlescan.syntax import Language
from bundlescan.tomlfile import suggestion

DIRECTIVE = "bundlescan-ignore-next-line"
_MARK = re.compile(rb"(?://+|/\*+!?|<!--)[ \t]*(bundlescan-[\w-]+)")
_ENDS = {b"/*": b"*/", b"<!": b"-->", b"//": b"\n"}


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of ``rules`` on ``line`` of ``path`` are accepted; the comment itself stands on line ``at``."""

    path: str
    at: int
    line: int
    rules: tuple[str, ...]

    def covers(self, finding: Finding) -> bool:
        return finding.path == self.path and finding.start.line == self.line and finding.rule_id in self.rules


def suppressions(
    source: Source, scripts: Sequence[tuple[Language, Span]], rules: Collection[str]
) -> Iterator[Suppression | Notice]:
    """What the comments of ``source`` say; ``rules`` are the ids of all rules."""
    for match in _MARK.finditer(source.data):
        start = match.start()
        if not _is_comment(source, scripts, start):
            continue
        closing = _ENDS[match[0][:2]]
        end = source.data.find(closing, match.end())
        end = len(source.data) if end < 0 else end
        at = source.position(start).line
        name, text = match[1].decode(), source.text(Span(match.end(), end))
        if name != DIRECTIVE:
            yield Notice(source.path, at, f"no comment is called {name}: {suggestion(name, [DIRECTIVE])}")
            continue
        ids = tuple(re.split(r"[\s,]+", text.partition("--")[0].strip())) if text.partition("--")[0].strip() else ()
        wrong = [f"no rule {r!r}: {suggestion(r, rules)}" for r in ids if r not in rules]
        if not ids:
            wrong = ["names no rule, so it accepts nothing"]
        yield from (Notice(source.path, at, f"{DIRECTIVE}: {problem}") for problem in wrong)
        line = at if closing == b"\n" else source.position(end).line
        known = tuple(r for r in ids if r in rules)
        if known:
            yield Suppression(source.path, at, line + 1, known)


def without_suppressed(findings: Sequence[Finding], marks: Sequence[Suppression]) -> tuple[list[Finding], list[Notice]]:
    """The findings that no comment accepts, and a notice for each comment that accepts none."""
    kept = [finding for finding in findings if not any(mark.covers(finding) for mark in marks)]
    idle = [
        Notice(mark.path, mark.at, f"{DIRECTIVE} {rule}: there is no such finding on line {mark.line}")
        for mark in marks
        for rule in mark.rules
        if not any(mark.covers(finding) and finding.rule_id == rule for finding in findings)
    ]
    return kept, idle


def _is_comment(source: Source, scripts: Sequence[tuple[Language, Span]], start: int) -> bool:
    """Whether a comment begins at a byte: outside all scripts an HTML comment, inside one what the parser says."""
    script = next(((language, span) for language, span in scripts if span.start <= start < span.end), None)
    if script is None:
        return source.data.startswith(b"<!--", start)
    import tree_sitter

    from bundlescan.syntax.treesitter.grammar import grammar_of

    language, span = script
    tree = tree_sitter.Parser(grammar_of(language).language).parse(source.data[span.start : span.end])
    node = tree.root_node.descendant_for_byte_range(start - span.start, start - span.start + 1)
    return node is not None and node.type in ("comment", "html_comment") and node.start_byte == start - span.start
