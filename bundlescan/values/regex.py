"""JavaScript regular expressions as Python's, as far as they can be run without harm.

A bundle's expressions are run on short texts while its code is evaluated, and Python's matcher backtracks like every
other. So an expression is refused if it may take exponential time (a repetition inside a repetition, with nothing
between the rounds that tells them apart), and so is a text that is too long for the repetitions that it meets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bundlescan.values.domain import Regex

#: the longest expression that is run
MAX_PATTERN = 1_000
#: (characters of a text) to the power of (repetitions that may overlap) that a match may cost
MAX_COST = 30_000_000

_TOKEN = re.compile(
    r"(?P<escape>\\(?:[dDwWsSbB]|[xu][0-9a-fA-F{}]+|.))|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:[:=!]|<[=!]|<\w+>))?)"
    r"|(?P<close>\))|(?P<repeat>[*+?]\??|\{\d+(?:,\d*)?\}\??)|(?P<or>\|)|(?P<any>\.)|(?P<char>[\s\S])"
)
_ATOMS = frozenset({"escape", "set", "any", "char"})


class TooCostly(ValueError):
    """Running the expression on the text could take longer than the answer is worth."""


def compiled(regex: Regex, text: str) -> re.Pattern[str]:
    """The Python equivalent, to be run on ``text``. Raises ``TooCostly``, or ``re.error`` where there is none."""
    pattern, repetitions = _compiled(regex.pattern, regex.flags)
    if max(len(text), 1) ** repetitions > MAX_COST:
        raise TooCostly(regex.pattern)
    return pattern


@lru_cache(maxsize=512)
def _compiled(source: str, flags: str) -> tuple[re.Pattern[str], int]:
    if len(source) > MAX_PATTERN:
        raise TooCostly(source)
    repetitions = _repetitions(source)
    pattern = re.sub(r"\(\?<(?![=!])", "(?P<", source)
    pattern = pattern.replace("[^]", r"[\s\S]").replace(r"\/", "/")
    known = re.ASCII
    for flag in flags:
        known |= {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}.get(flag, re.NOFLAG)
    if "m" not in flags:
        pattern = re.sub(r"(?<!\\)\$(?![^\[]*\])", r"\\Z", pattern)
    return re.compile(pattern, known), repetitions


def _repetitions(source: str) -> int:
    """How many repetitions without a bound may compete for the same text. Raises ``TooCostly`` for nested ones."""
    tokens = list(_tokens(source))
    competing = 0
    starts: list[int] = []  # of the groups that are open
    variable: list[bool] = []  # whether each of them can match in more than one way
    for at, (kind, text) in enumerate(tokens):
        if kind == "open":
            starts.append(at)
            variable.append(False)
        elif kind == "or" and variable:
            variable[-1] = True
        elif kind == "close" and starts:
            start, inner = starts.pop(), variable.pop()
            many = at + 1 < len(tokens) and _unbounded(*tokens[at + 1])
            if inner and many and not _told_apart(tokens[start + 1 : at]):
                raise TooCostly(source)
            if variable:
                variable[-1] |= inner or many
        elif kind == "repeat":
            if variable:
                variable[-1] = True
            if _unbounded(kind, text) and not (at and _ends_there(tokens, at)):
                competing += 1
    return competing


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(source):
        yield str(match.lastgroup), match.group()


def _unbounded(kind: str, text: str) -> bool:
    """Whether a token repeats what is before it without a bound, or nearly."""
    if kind != "repeat" or text[0] == "?":
        return False
    limit = re.match(r"\{(\d+)(,?)(\d*)\}", text)
    if limit is None:
        return True
    return limit[2] == "," and (not limit[3] or int(limit[3]) > 20)


def _ends_at(atom: tuple[str, str], following: list[tuple[str, str]]) -> bool:
    """Whether a repetition of ``atom`` can only end where the next token, one character, stands."""
    if not following or atom[0] not in _ATOMS:
        return False
    kind, text = following[0]
    if kind == "char":
        return text not in "^$" and not _matches(atom[1], text)
    return kind == "escape" and not text[1].isalnum() and not _matches(atom[1], text[1])


def _ends_there(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether the repetition ``tokens[at]`` can only end where one of the atoms stands that may come next, across the
    ends of groups and what is optional: ``(\\w+)(?::(\\d+))?/`` ends before a colon or a slash."""
    if _ends_at(tokens[at - 1], tokens[at + 1 : at + 2]):
        return True
    atom, following = tokens[at - 1], _following(tokens, at + 1)
    return atom[0] in _ATOMS and following is not None and not any(_overlap(atom[1], text) for text in following)


def _following(tokens: list[tuple[str, str]], at: int) -> list[str] | None:
    """The atoms that may come next from ``tokens[at]`` on; None where that is not one of a few."""
    found: list[str] = []
    while at < len(tokens):
        kind, text = tokens[at]
        repeat = tokens[at + 1][1] if tokens[at + 1 : at + 2] and tokens[at + 1][0] == "repeat" else ""
        if kind == "close":
            if repeat and repeat[0] != "?":
                return None
            at += 2 if repeat else 1
        elif kind == "open" and text in ("(", "(?:"):
            end = _closing(tokens, at)
            inner = _following(tokens[:end], at + 1) if end is not None else None
            if end is None or inner is None or any(k == "or" for k, _ in tokens[at:end]):
                return None
            found += inner
            after = tokens[end + 1][1] if tokens[end + 1 : end + 2] and tokens[end + 1][0] == "repeat" else ""
            if after[:1] not in ("?", "*"):
                return found
            at = end + 2
        elif kind in _ATOMS and not (kind == "char" and text in "^$") and text not in ("\\b", "\\B"):
            if text[0] == "\\" and text[1].isdigit():
                return None
            found.append(text)
            if repeat[:1] not in ("?", "*"):
                return found
            at += 2
        else:
            return None
    return None


def _closing(tokens: list[tuple[str, str]], at: int) -> int | None:
    depth = 0
    for end in range(at, len(tokens)):
        depth += {"open": 1, "close": -1}.get(tokens[end][0], 0)
        if depth == 0:
            return end
    return None


def _overlap(one: str, other: str) -> bool:
    """Whether some character may be matched by both."""
    try:
        first, second = (re.compile(_literally(text), re.IGNORECASE | re.DOTALL) for text in (one, other))
    except re.error:
        return True
    return any(first.fullmatch(c) and second.fullmatch(c) for c in map(chr, range(0x250)))


def _literally(atom: str) -> str:
    return re.escape(atom) if len(atom) == 1 and atom != "." else atom.replace("\\/", "/")


def _told_apart(body: list[tuple[str, str]]) -> bool:
    """Whether the rounds of a repeated group are told apart: one repeated set, before or after a character that it
    does not hold, as in ``(?:[^/]+/)*`` and ``(\\.\\w+)+``."""
    if len(body) != 3:
        return False
    first, second, third = body
    if second[0] == "repeat":
        return _ends_at(first, [third])
    return third[0] == "repeat" and _ends_at(second, [first])


def _matches(atom: str, character: str) -> bool:
    try:
        return re.fullmatch(atom, character) is not None
    except re.error:
        return True
