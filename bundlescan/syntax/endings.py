"""Whether a script ends before it should: cut off while it was copied or downloaded, or written by half.

Most files are never parsed, and what is missing holds nothing that would have them parsed. So bytes are looked at first
(``may_be_cut``: cheap, says yes too often), and only then tokens (``cut``). Not noticed: a text that ends between two
statements of a script, where nothing is open.
"""

from __future__ import annotations

import re

from bundlescan.source import Source, Span
from bundlescan.syntax.nodes import SyntaxIssue

_CLOSED_BY = {"{": "}", "${": "}", "(": ")", "[": "]"}
_QUOTES = ("`", '"', "'")
#: tokens with text inside, which is none of the code
_TEXTS = frozenset({"string", "string_fragment", "regex", "comment", "html_comment", "hash_bang_line", "jsx_text"})
_BRACKETS = ((b"{", b"}"), (b"(", b")"), (b"[", b"]"))
#: bytes of the end that are looked at
_TAIL = 2_000
#: as only whole files end: no export stands in a block
_EXPORTS = re.compile(rb"\bexport\s*\{[^{}]*\}\s*;?\Z")
#: nothing ends with these (``+`` and ``-`` may: ``a++``)
_OPERATORS = b"=*,.<?:&|!~^%"
_MAP = (b"//# sourceMappingURL=", b"/*# sourceMappingURL=")


def may_be_cut(code: bytes, language: str) -> bool:
    """Whether a script's text has more brackets that open than such that close (those in strings count too), or ends
    in the middle of a statement; not if it ends as only whole files do."""
    tail = code[-_TAIL:].rstrip()
    line = tail[tail.rfind(b"\n") + 1 :]
    if not tail or _EXPORTS.search(tail) or line.lstrip().startswith(_MAP):
        return False
    if _comment_at(code) >= 0 or any(code.count(opening) > code.count(closing) for opening, closing in _BRACKETS):
        return True
    while tail.endswith(b"*/") or line.lstrip().startswith(b"//"):
        tail = tail[: tail.rfind(b"/*") if tail.endswith(b"*/") else len(tail) - len(line)].rstrip()
        line = tail[tail.rfind(b"\n") + 1 :]
    last = tail[-1:]
    if not last or last in b";})":
        return False
    if code[-1:] == b"\n":
        return last in _OPERATORS
    name = language == "js" and last not in b"\"'`"  # what is built has a semicolon or a bracket there, or a new line
    return name or last in _OPERATORS or any(code.count(quote) % 2 for quote in (b"'", b'"', b"`"))


def cut(source: Source, span: Span, language: str) -> SyntaxIssue | None:
    """What is not closed where the script ends, innermost; None where nothing is, or its syntax is right."""
    from bundlescan.syntax.from_treesitter import parse_raw

    parsed = parse_raw(source, span, language)
    if not parsed.root_node.has_error:
        return None
    open_: list[tuple[str, int]] = []
    comment = last = span.start + _comment_at(source.data[span.start : span.end])
    cursor = parsed.walk()
    while True:
        raw = cursor.node
        assert raw is not None
        kind = raw.type
        if raw.is_error:
            last = max(last, raw.end_byte)
        if kind in _TEXTS and raw.start_byte - (kind == "string_fragment") < comment < raw.end_byte:
            comment = -1
        if not raw.child_count and not raw.is_missing:
            _count(open_, kind, raw.start_byte)
        inside = (kind not in _TEXTS or raw.has_error) and cursor.goto_first_child()
        while not inside and not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                if comment >= span.start:
                    return _unclosed("/*", comment, span)
                return _unclosed(*open_[-1], span) if open_ else _unfinished(source.data[: span.end], last)


def _count(open_: list[tuple[str, int]], token: str, at: int) -> None:
    """Puts an opening ``token`` on the list, takes what a closing one closes from it."""
    if token in _QUOTES:
        if open_ and open_[-1][0] == token:
            open_.pop()
        else:
            open_.append((token, at))
    elif token in _CLOSED_BY:
        open_.append((token, at))
    elif token in _CLOSED_BY.values():
        depth = next((i for i in reversed(range(len(open_))) if _CLOSED_BY.get(open_[i][0]) == token), None)
        if depth is not None:
            del open_[depth:]


def _comment_at(code: bytes) -> int:
    """Where a comment may begin that has no end; -1 where none does."""
    at = code.rfind(b"/*")
    return at if at > code.rfind(b"*/") else -1


def _unclosed(token: str, at: int, span: Span) -> SyntaxIssue:
    return SyntaxIssue(Span(at, span.end), f"{token!r} is not closed: the code ends too early")


def _unfinished(code: bytes, last: int) -> SyntaxIssue | None:
    """``last``: where the last error ends."""
    end = len(code.rstrip())
    if last < end or code[end - 1 : end] in (b";", b"}", b")"):
        return None
    return SyntaxIssue(Span(end, end), "the code ends in the middle of a statement")
