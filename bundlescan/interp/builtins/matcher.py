"""A matcher for the regular expressions that Python's is not trusted with (or does not know): it counts its steps.

Each part of an expression becomes a function of the state, a position and what is to follow; a repetition of a single
character is left to Python's matcher.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from bundlescan.values.regex import MAX_PATTERN, TooCostly, group_name, translated_escape, translated_set

#: the steps that one search may take
MAX_STEPS = 150_000
Next = Callable[[int], int | None]
Step = Callable[["State", int, Next], int | None]
_REPEAT = re.compile(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?)?")
_OPEN = re.compile(r"\((?:\?(?:(:|=|!|<=|<!)|<([^>]*)>))?")


class State:
    __slots__ = ("caps", "left", "text")

    def __init__(self, text: str, groups: int) -> None:
        self.text = text
        self.caps: list[tuple[int, int]] = [(-1, -1)] * (groups + 1)
        self.left = MAX_STEPS

    def count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise TooCostly(self.text[:20])


class Found:
    """What is used of a ``re.Match``."""

    __slots__ = ("re", "regs")

    def __init__(self, program: Program, regs: tuple[tuple[int, int], ...]) -> None:
        self.re = program
        self.regs = regs

    def start(self) -> int:
        return self.regs[0][0]

    def end(self) -> int:
        return self.regs[0][1]

    def span(self) -> tuple[int, int]:
        return self.regs[0]


class Program:
    """An expression that can be run. Raises ``re.error`` for what is none."""

    def __init__(self, source: str, flags: str) -> None:
        if len(source) > MAX_PATTERN:
            raise TooCostly(source)
        self.source = source
        self.flags = flags
        self.known = re.ASCII
        for flag in flags:
            self.known |= {"i": re.IGNORECASE, "s": re.DOTALL}.get(flag, re.NOFLAG)
        self.at = 0
        self.groups = 0
        self.groupindex: dict[str, int] = {}
        plain = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", source)
        self.total = len(re.findall(r"\((?!\?)|\(\?<(?![=!])", plain))
        names = re.findall(r"\((?:(?!\?)|\?<([^=!>][^>]*)>)", plain)
        self.names = {name: index for index, name in enumerate(names, 1) if name}
        self.run = self._choice()
        if self.at < len(source):
            raise re.error("unbalanced parenthesis")

    def search(self, text: str, at: int, sticky: bool = False) -> tuple[Found | None, int]:
        """The first match from ``at`` on, and the steps that it took."""
        state = State(text, self.groups)
        for start in range(at, at + 1 if sticky else len(text) + 1):
            state.count()
            end = self.run(state, start, _same)
            if end is not None:
                return Found(self, ((start, end), *state.caps[1:])), MAX_STEPS - state.left
        return None, MAX_STEPS - state.left

    # -- reading --------------------------------------------------------------------------------------------------

    def _choice(self) -> Step:
        branches = [self._sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            branches.append(self._sequence())
        return _either(branches) if len(branches) > 1 else branches[0]

    def _sequence(self) -> Step:
        steps: list[Step] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            steps.append(self._term())
        return _chain(steps)

    def _term(self) -> Step:
        source, char = self.source, self.source[self.at]
        before = self.groups
        simple: str | None = None
        if char == "(":
            step = self._group()
        elif char == "^":
            self.at += 1
            return _assert(r"(?m:^)|(?<=[\r\u2028\u2029])" if "m" in self.flags else r"\A")
        elif char == "$":
            self.at += 1
            return _assert(r"(?=[\n\r\u2028\u2029])|\Z" if "m" in self.flags else r"\Z")
        elif source.startswith(("\\b", "\\B"), self.at):
            self.at += 2
            return _assert(source[self.at - 2 : self.at])
        elif char == "\\" and source[self.at + 1 : self.at + 2] == "k" and self.names:
            found = re.compile(r"\\k<([^>]*)>").match(source, self.at)
            if found is None or found[1] not in self.names:
                raise re.error("unknown group name")
            self.at = found.end()
            step = _back(self.names[found[1]], "i" in self.flags)
        elif char == "\\" and (digits := re.compile(r"\\([1-9]\d?)").match(source, self.at)) is not None and (
            int(digits[1]) <= self.total
        ):  # fmt: skip
            self.at = digits.end()
            step = _back(int(digits[1]), "i" in self.flags)
        else:
            simple = self._single()
            step = _one(re.compile(simple, self.known))
        repeat = _REPEAT.match(source, self.at)
        if repeat is None:
            return step
        self.at = repeat.end()
        low, high = {"*": (0, -1), "+": (1, -1), "?": (0, 1)}.get(repeat[1] or "", (0, 0))
        if repeat[2]:
            low = int(repeat[2])
            high = low if not repeat[3] else int(repeat[4]) if repeat[4] else -1
        if simple is not None:
            pattern = re.compile(f"(?:{simple}){{{low},{high if high >= 0 else ''}}}", self.known)
            return _run(pattern, re.compile(simple, self.known), low, high, not repeat[5])
        return _repeat(step, low, high, not repeat[5], range(before + 1, self.groups + 1))

    def _group(self) -> Step:
        opened = _OPEN.match(self.source, self.at)
        if opened is None:
            raise re.error("unknown extension")
        self.at = opened.end()
        number = 0
        if opened[1] is None:
            self.groups += 1
            number = self.groups
            if opened[2] is not None:
                self.groupindex[group_name(opened[2])] = number
        inner = self._choice()
        if not self.source.startswith(")", self.at):
            raise re.error("missing ), unterminated subpattern")
        self.at += 1
        if opened[1] in ("=", "!"):
            return _ahead(inner, opened[1] == "=")
        if opened[1] in ("<=", "<!"):
            return _behind(inner, opened[1] == "<=")
        return _capture(inner, number) if number else inner

    def _single(self) -> str:
        """One character, a set or a class of them, in Python's notation."""
        char = self.source[self.at]
        if char == "[":
            text, self.at = translated_set(self.source, self.at, self.flags)
            return text
        if char == "\\":
            text, self.at = translated_escape(self.source, self.at, self.flags)
            return text
        if char in "*+?":
            raise re.error("nothing to repeat")
        self.at += 1
        if char == ".":
            return "." if "s" in self.flags else r"[^\n\r\u2028\u2029]"
        return re.escape(char)


@lru_cache(maxsize=512)
def program(source: str, flags: str) -> Program:
    return Program(source, flags)


# -- the steps ----------------------------------------------------------------------------------------------------


def _same(at: int) -> int | None:
    return at


def _chain(steps: list[Step]) -> Step:
    if not steps:
        return lambda state, at, then: then(at)
    if len(steps) == 1:
        return steps[0]
    first, rest = steps[0], _chain(steps[1:])
    return lambda state, at, then: first(state, at, lambda end: rest(state, end, then))


def _either(branches: list[Step]) -> Step:
    def step(state: State, at: int, then: Next) -> int | None:
        state.count()
        for branch in branches:
            end = branch(state, at, then)
            if end is not None:
                return end
        return None

    return step


def _one(pattern: re.Pattern[str]) -> Step:
    def step(state: State, at: int, then: Next) -> int | None:
        state.count()
        found = pattern.match(state.text, at)
        return then(found.end()) if found is not None else None

    return step


def _assert(text: str) -> Step:
    return _one(re.compile(text, re.ASCII))


def _run(pattern: re.Pattern[str], single: re.Pattern[str], low: int, high: int, greedy: bool) -> Step:
    """A repetition of one character."""

    def step(state: State, at: int, then: Next) -> int | None:
        state.count()
        found = pattern.match(state.text, at)
        if found is None:
            return None
        for end in range(found.end(), at + low - 1, -1) if greedy else range(at + low, found.end() + 1):
            state.count()
            made = then(end)
            if made is not None:
                return made
        return None

    return step


def _capture(inner: Step, number: int) -> Step:
    def step(state: State, at: int, then: Next) -> int | None:
        def close(end: int) -> int | None:
            before = state.caps[number]
            state.caps[number] = (at, end)
            made = then(end)
            if made is None:
                state.caps[number] = before
            return made

        return inner(state, at, close)

    return step


def _repeat(inner: Step, low: int, high: int, greedy: bool, groups: range) -> Step:
    def times(state: State, at: int, then: Next, count: int) -> int | None:
        state.count()
        if count == high:
            return then(at)

        def again(end: int) -> int | None:
            if end == at and count >= low:
                return None
            return times(state, end, then, count + 1)

        def once() -> int | None:
            before = state.caps[:]
            for group in groups:
                state.caps[group] = (-1, -1)
            made = inner(state, at, again)
            if made is None:
                state.caps[:] = before
            return made

        if count < low:
            return once()
        if greedy:
            made = once()
            return made if made is not None else then(at)
        made = then(at)
        return made if made is not None else once()

    return lambda state, at, then: times(state, at, then, 0)


def _back(number: int, fold: bool) -> Step:
    def step(state: State, at: int, then: Next) -> int | None:
        start, end = state.caps[number]
        if start < 0:
            return then(at)
        known, here = state.text[start:end], state.text[at : at + end - start]
        same = known == here or (fold and known.lower() == here.lower())
        return then(at + end - start) if same else None

    return step


def _looked(state: State, then: Next, at: int, found: Callable[[], Any], wanted: bool) -> int | None:
    before = state.caps[:]
    seen = found() is not None
    if not wanted or not seen:
        state.caps[:] = before
    if seen is not wanted:
        return None
    made = then(at)
    if made is None:
        state.caps[:] = before
    return made


def _ahead(inner: Step, wanted: bool) -> Step:
    return lambda state, at, then: _looked(state, then, at, lambda: inner(state, at, _same), wanted)


def _behind(inner: Step, wanted: bool) -> Step:
    def look(state: State, at: int) -> int | None:
        for start in range(at, -1, -1):
            state.count()
            if inner(state, start, lambda end: end if end == at else None) is not None:
                return start
        return None

    return lambda state, at, then: _looked(state, then, at, lambda: look(state, at), wanted)
