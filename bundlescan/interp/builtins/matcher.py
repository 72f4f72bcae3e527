"""A matcher for JavaScript's regular expressions (ECMA-262 22.2) that counts its steps, so that it always ends.

An expression becomes a list of instructions, run with a stack of our own: of what is still to be tried, and of the
registers (captures, rounds of repetitions) as they were. Only a look-around is a call, of a list of its own.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from bundlescan.interp.model import realm
from bundlescan.values.regex import group_name

#: the steps that one search may take; what takes more does not match
MAX_STEPS = 200_000
#: look-arounds within look-arounds
MAX_NESTED = 50
#: groups within groups, and the characters of an expression
MAX_DEPTH = 500
MAX_SOURCE = 50_000
_BATCH = 200
#: how many of them take as long as a step of the realm
_PER_STEP = 4
_INFINITE = 1 << 53

Span = tuple[int, int] | None
Code = list[tuple[Any, ...]]
Test = Callable[[str], bool]

(CHAR, SET, SPLIT, RUN, TEXT, JUMP, OPEN, CLOSE, RESET, CHECK, LAZY, LAZY_STEP, LOOP, ZERO, COUNT, LOOP_CHECK, BEGIN,
 END, BORDER, BACK, LOOK, CHAR_BACK, SET_BACK, RUN_BACK, MATCH) = range(25)  # fmt: skip


class PatternError(ValueError):
    """What is no expression, or (``costly``) one that may be, but is not run."""

    def __init__(self, said: str, costly: bool = False) -> None:
        super().__init__(said)
        self.costly = costly


class _TooMany(Exception):
    """All steps are taken."""


class CharSet(dict[str, bool]):
    """Whether characters are in a set, as far as it was asked."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self.test = test

    def __missing__(self, char: str) -> bool:
        if len(self) > 5_000:
            self.clear()
        self[char] = found = self.test(char)
        return found


# -- sets of characters -------------------------------------------------------------------------------------------

_LINE_ENDS = frozenset("\n\r\u2028\u2029")
_SPACES = frozenset(
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
    "\u3000\ufeff"
)
_DIGITS = frozenset("0123456789")
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_CATEGORIES = {
    "Letter": "L", "Cased_Letter": "LC", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
    "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn",
    "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd", "digit": "Nd",
    "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi",
    "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc",
    "Modifier_Symbol": "Sk", "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Surrogate": "Cs",
    "Private_Use": "Co", "Unassigned": "Cn",
}  # fmt: skip
_KINDS = re.compile(r"LC|L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?")
_EMOJI = r"\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
_EMOJI += r"\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_EMOJI_SHOWN = r"\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u26a1\u2705\u2728\u274c"
_EMOJI_SHOWN += r"\u2b50\u2b55\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff"
#: properties by Python's own sets
_BY_SET = {
    "ASCII": r"\x00-\x7f", "Any": r"\x00-\U0010ffff", "ASCII_Hex_Digit": "0-9a-fA-F", "AHex": "0-9a-fA-F",
    "Hex_Digit": "0-9a-fA-F\uff10-\uff19\uff21-\uff26\uff41-\uff46", "Emoji": "0-9#*" + _EMOJI,
    "Emoji_Presentation": _EMOJI_SHOWN, "Extended_Pictographic": _EMOJI, "EPres": _EMOJI_SHOWN, "ExtPict": _EMOJI,
    "Emoji_Modifier": "\U0001f3fb-\U0001f3ff", "EMod": "\U0001f3fb-\U0001f3ff",
    "Emoji_Component": "0-9#*\u200d\u20e3\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff",
    "Regional_Indicator": "\U0001f1e6-\U0001f1ff", "Variation_Selector": "\ufe00-\ufe0f",
}  # fmt: skip
_BY_TEST: dict[str, Test] = {
    "Alphabetic": lambda c: c.isalpha() or unicodedata.category(c) == "Nl",
    "Uppercase": str.isupper, "Lowercase": str.islower,
    "White_Space": lambda c: (c in _SPACES and c != "\ufeff") or c == "\x85",
    "ID_Start": lambda c: c.isidentifier() and c != "_", "ID_Continue": lambda c: f"a{c}".isidentifier(),
    "Assigned": lambda c: unicodedata.category(c) != "Cn",
}  # fmt: skip
_BY_TEST |= {
    short: _BY_TEST[name]
    for short, name in (
        ("Alpha", "Alphabetic"), ("Upper", "Uppercase"), ("Lower", "Lowercase"), ("space", "White_Space"),
        ("IDS", "ID_Start"), ("IDC", "ID_Continue"), ("XID_Start", "ID_Start"), ("XID_Continue", "ID_Continue"),
    )
}  # fmt: skip
#: scripts by how the names of their characters begin
_SCRIPTS = {
    "Han": ("CJK UNIFIED", "CJK COMPATIBILITY IDEO", "CJK RADICAL", "KANGXI", "IDEOGRAPHIC ITERATION"),
    "Latin": ("LATIN ", "FULLWIDTH LATIN", "FEMININE ORDINAL", "MASCULINE ORDINAL"),
    "Hangul": ("HANGUL ", "HALFWIDTH HANGUL"), "Katakana": ("KATAKANA ", "HALFWIDTH KATAKANA"),
}  # fmt: skip
_NAMED_SCRIPTS = frozenset(
    ["Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Georgian", "Greek", "Hebrew", "Hiragana", "Khmer",
     "Lao", "Mongolian", "Tamil", "Telugu", "Thai", "Tibetan", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada",
     "Malayalam", "Myanmar", "Sinhala", "Cherokee", "Coptic", "Gothic"]
)  # fmt: skip
_SHORT_SCRIPTS = {
    "Arab": "Arabic", "Cyrl": "Cyrillic", "Grek": "Greek", "Hani": "Han", "Hebr": "Hebrew", "Hira": "Hiragana",
    "Kana": "Katakana", "Hang": "Hangul", "Latn": "Latin", "Deva": "Devanagari",
}  # fmt: skip


@lru_cache(maxsize=64)
def _property(text: str) -> Test:
    """The characters of ``\\p{text}``, roughly."""
    key, equals, name = text.rpartition("=")
    if equals and key in ("Script", "sc", "Script_Extensions", "scx"):
        name = _SHORT_SCRIPTS.get(name, name)
        if name not in _SCRIPTS and name not in _NAMED_SCRIPTS:
            raise PatternError("Invalid property name")
        begins = _SCRIPTS.get(name, (name.upper() + " ",))
        return lambda c: unicodedata.name(c, "").startswith(begins) and unicodedata.category(c)[0] != "P"
    if not equals and name in _BY_TEST:
        return _BY_TEST[name]
    if not equals and name in _BY_SET:
        inside = re.compile(f"[{_BY_SET[name]}]")
        return lambda c: inside.match(c) is not None
    kind = _CATEGORIES.get(name, name)
    if not _KINDS.fullmatch(kind) or (equals and key not in ("General_Category", "gc")):
        raise PatternError("Invalid property name")
    kinds = ("Lu", "Ll", "Lt") if kind == "LC" else (kind,)
    return lambda c: unicodedata.category(c).startswith(kinds)


def _canonical(char: str, unicode: bool) -> str:
    """Canonicalize, for flag i."""
    if unicode:
        made = char.casefold()
        if len(made) != 1:
            made = char.lower()
        return made if len(made) == 1 else char
    made = char.upper()
    if len(made) != 1 or (char >= "\x80" and made < "\x80"):
        return char
    return made


@cache
def _cases(unicode: bool) -> dict[str, frozenset[str]]:
    """The characters that are the same but for their case, by their canonical one."""
    found: dict[str, set[str]] = {}
    for char in map(chr, range(0x1F000 if unicode else 0x10000)):
        made = _canonical(char, unicode)
        if made != char:
            found.setdefault(made, {made}).add(char)
    return {char: frozenset(others) for char, others in found.items()}


def _variants(char: str, unicode: bool) -> Iterable[str]:
    if char < "\x80" and not (unicode and char in "kKsS"):
        return (char, char.swapcase())
    return _cases(unicode).get(_canonical(char, unicode), (char,))


# -- reading ------------------------------------------------------------------------------------------------------

_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)")
_BRACES = re.compile(r"\{\d+(?:,\d*)?\}")
_OCTAL = re.compile(r"[0-3][0-7]{0,2}|[4-7][0-7]?")
_HEX = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")
_CODE_POINT = re.compile(r"u\{([0-9a-fA-F]+)\}")
_LOW_HALF = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_MODIFIERS = re.compile(r"\(\?[ims]*(?:-[ims]*)?:")
_GROUP = re.compile(r"\((?:\?(?:(:|=|!|<=|<!)|<([^>]*)>))?")


@dataclass(slots=True)
class Part:
    """A piece of code. Jumps in it are relative."""

    code: Code
    empty: bool  # whether it may match nothing
    single: str | CharSet | None = None  # what it is, if one character
    repeatable: bool = True


@dataclass(slots=True)
class Frame:
    """A group that is open."""

    kind: str  # "" the whole, "(", ":", "=", "!", "<=", "<!"
    backward: bool
    before: int  # groups before it
    nested: int
    number: int = 0
    done: list[Part] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


class _Reader:
    def __init__(self, source: str, flags: str) -> None:
        if len(source) > MAX_SOURCE:
            raise PatternError("Too long", costly=True)
        self.unicode = "u" in flags or "v" in flags
        self.sets = "v" in flags
        self.source = source if self.unicode else _halves(source)
        self.flags = flags
        self.fold = "i" in flags
        self.at = 0
        self.brackets = 0  # that are open
        self.count = 0  # of groups so far
        self.registers = 0
        self.spelled: dict[str, int] = {}  # the names as the expression spells them
        self.total, self.names = self._groups()
        word = _WORD | {"\u017f", "\u212a"} if self.fold and self.unicode else _WORD
        self.word = CharSet(lambda c: c in word)
        self.dot = CharSet((lambda c: True) if "s" in flags else (lambda c: c not in _LINE_ENDS))
        self.classes: dict[str, Test] = {
            "d": lambda c: c in _DIGITS, "D": lambda c: c not in _DIGITS,
            "s": lambda c: c in _SPACES, "S": lambda c: c not in _SPACES,
            "w": lambda c: c in word, "W": lambda c: c not in word,
        }  # fmt: skip
        self.shared: dict[str, CharSet] = {}

    def _groups(self) -> tuple[int, dict[str, int]]:
        """How many groups there are, and their names."""
        total, names, at, inside = 0, dict[str, int](), 0, 0
        source = self.source
        while at < len(source):
            char = source[at]
            if char == "\\":
                at += 1
            elif inside:
                inside += -1 if char == "]" else 1 if char == "[" and self.sets else 0
            elif char == "[":
                inside = 1
            elif char == "(":
                opened = _GROUP.match(source, at)
                if opened is not None and opened[2] is not None:
                    total += 1
                    name = _name(opened[2])
                    if name in names:
                        # of late they may be the same in different alternatives
                        raise PatternError("Duplicate capture group name", costly="|" in source)
                    names[name] = total
                    self.spelled[opened[2]] = total
                elif opened is not None and opened[1] is None and source[at + 1 : at + 2] != "?":
                    total += 1
            at += 1
        return total, names

    def register(self) -> int:
        self.registers += 1
        return self.total + self.registers

    def read(self) -> Code:
        source = self.source
        frames = [Frame("", False, 0, 0)]
        while self.at < len(source):
            char, frame = source[self.at], frames[-1]
            if char == "(":
                frames.append(self._opened(frame))
                if len(frames) > MAX_DEPTH:
                    raise PatternError("Too many groups", costly=True)
            elif char == "|":
                self.at += 1
                frame.done.append(_sequence(frame))
                frame.parts = []
            elif char == ")":
                if len(frames) == 1:
                    raise PatternError("Unmatched ')'")
                self.at += 1
                frames.pop()
                part = self._closed(frame, frames[-1].backward)
                frames[-1].parts.append(self._repeated(part, frame.before, frames[-1].backward))
            else:
                before = self.count
                frame.parts.append(self._repeated(self._atom(char, frame.backward), before, frame.backward))
        if len(frames) > 1:
            raise PatternError("Unterminated group")
        return [*_alternatives(frames[0]).code, (MATCH,)]

    def _opened(self, outer: Frame) -> Frame:
        opened = _GROUP.match(self.source, self.at)
        if opened is None or (opened[1] is None and opened[2] is None and self.source.startswith("(?", self.at)):
            raise PatternError("Invalid group", costly=_MODIFIERS.match(self.source, self.at) is not None)
        self.at = opened.end()
        kind = opened[1] or "("
        frame = Frame(kind, outer.backward, self.count, outer.nested)
        if kind == "(":
            self.count += 1
            frame.number = self.count
        elif kind != ":":
            frame.backward = kind[0] == "<"
            frame.nested += 1
            if frame.nested > MAX_NESTED:
                raise PatternError("Too many look-arounds", costly=True)
        return frame

    def _closed(self, frame: Frame, backward: bool) -> Part:
        inner = _alternatives(frame)
        if frame.kind == ":":
            return Part(inner.code, inner.empty)
        if frame.kind == "(":
            register = self.register()
            close = (CLOSE, frame.number, register)
            return Part([(OPEN, register), *inner.code, close], inner.empty)
        quantifiable = frame.kind in "=!" and not self.unicode
        look = (LOOK, [*inner.code, (MATCH,)], frame.kind[-1] == "=")
        return Part([look], True, repeatable=quantifiable)

    def _repeated(self, part: Part, before: int, backward: bool) -> Part:
        """The part with the quantifier that follows it."""
        found = _QUANTIFIER.match(self.source, self.at)
        if found is None:
            return part
        if not part.repeatable:
            raise PatternError("Nothing to repeat")
        self.at = found.end()
        low, high = {"*": (0, _INFINITE), "+": (1, _INFINITE), "?": (0, 1)}.get(found[1] or "", (0, 0))
        if found[2]:
            low = high = int(found[2][:30])
            if found[3]:
                high = int(found[4][:30]) if found[4] else _INFINITE
            if high < low:
                raise PatternError("numbers out of order in {} quantifier")
        greedy = not found[5]
        if part.single is not None:
            single = part.single
            chars = single if isinstance(single, CharSet) else CharSet(lambda c: c == single)
            run = RUN_BACK if backward else RUN
            if greedy or low == high:
                return Part([(run, chars, low, high)], low == 0)
            if high == _INFINITE and not backward:
                code: Code = [(run, chars, low, low)] if low else []
                return Part([*code, (LAZY,), (LAZY_STEP, chars)], low == 0)
        return self._loop(part, low, high, greedy, range(before + 1, self.count + 1))

    def _loop(self, part: Part, low: int, high: int, greedy: bool, groups: range) -> Part:
        if high == 0:
            return Part([], True)
        reset: Code = [(RESET, tuple(groups))] if groups else []
        empty = low == 0 or part.empty
        if high == 1:
            if low == 1:
                return Part([*reset, *part.code], part.empty)
            mark = self.register()
            body = [*reset, (OPEN, mark), *part.code, (CHECK, mark)] if part.empty else [*reset, *part.code]
            after = len(body) + 1
            return Part([(SPLIT, 1, after) if greedy else (SPLIT, after, 1), *body], empty)
        if high == _INFINITE and low == 0:
            mark = self.register()
            body = [*reset, (OPEN, mark), *part.code, (CHECK, mark)] if part.empty else [*reset, *part.code]
            after = len(body) + 2
            split = (SPLIT, 1, after) if greedy else (SPLIT, after, 1)
            return Part([split, *body, (JUMP, -len(body) - 1)], empty)
        if high == _INFINITE and low == 1 and not part.empty:
            body = [*reset, *part.code]
            again = -len(body)
            return Part([*body, (SPLIT, again, 1) if greedy else (SPLIT, 1, again)], empty)
        counter = self.register()
        if part.empty:
            mark = self.register()
            body = [*reset, (OPEN, mark), *part.code, (LOOP_CHECK, counter, low, mark)]
        else:
            body = [*reset, *part.code]
        loop = (LOOP, counter, low, high, greedy, len(body) + 3)
        return Part([(ZERO, counter), loop, (COUNT, counter), *body, (JUMP, -len(body) - 2)], empty)

    # -- atoms ----------------------------------------------------------------------------------------------------

    def _char(self, char: str, backward: bool) -> Part:
        if self.fold:
            same = frozenset(_variants(char, self.unicode))
            if len(same) > 1 and (same != {char}):
                return self._set(CharSet(lambda c: c in same), backward)
        return Part([(CHAR_BACK if backward else CHAR, char)], False, char)

    def _set(self, chars: CharSet, backward: bool) -> Part:
        return Part([(SET_BACK if backward else SET, chars)], False, chars)

    def _atom(self, char: str, backward: bool) -> Part:
        source, multiline = self.source, "m" in self.flags
        if char == "[":
            begin = self.at
            test = self._class()
            text = source[begin : self.at]
            return self._set(self.shared.setdefault(text, CharSet(test)), backward)
        if char == "\\":
            return self._escaped(backward)
        if char in "*+?" or (char == "{" and (self.unicode or _BRACES.match(source, self.at))):
            raise PatternError("Nothing to repeat")
        if char in "]}" and self.unicode:
            raise PatternError("Lone quantifier brackets")
        self.at += 1
        if char == ".":
            return self._set(self.dot, backward)
        if char == "^":
            return Part([(BEGIN, multiline)], True, repeatable=False)
        if char == "$":
            return Part([(END, multiline)], True, repeatable=False)
        return self._char(char, backward)

    def _escaped(self, backward: bool) -> Part:
        source = self.source
        name = source[self.at + 1 : self.at + 2]
        if name in ("b", "B"):
            self.at += 2
            return Part([(BORDER, self.word, name == "b")], True, repeatable=False)
        if name == "k" and (self.names or self.unicode):
            found = re.compile(r"\\k<([^>]*)>").match(source, self.at)
            if found is None or _name(found[1]) not in self.names:
                raise PatternError("Invalid named reference")
            self.at = found.end()
            return self._back(self.names[_name(found[1])], backward)
        digits = re.compile(r"\\([1-9]\d*)").match(source, self.at)
        if digits is not None:
            if len(digits[1]) < 6 and int(digits[1]) <= self.total:
                self.at = digits.end()
                return self._back(int(digits[1]), backward)
            if self.unicode:
                raise PatternError("Invalid escape")
        test = self._class_escape()
        if test is not None:
            return self._set(CharSet(self._folded(test)), backward)
        return self._char(self._char_escape(False), backward)

    def _back(self, number: int, backward: bool) -> Part:
        return Part([(BACK, number, backward, self.fold, self.unicode)], True)

    def _class_escape(self) -> Test | None:
        """The set that the escape here stands for, if it is one."""
        name = self.source[self.at + 1 : self.at + 2]
        if name and name in "dDsSwW":
            self.at += 2
            return self.classes[name]
        if name and name in "pP" and self.unicode:
            found = re.compile(r"\\[pP]\{([^}]*)\}").match(self.source, self.at)
            if found is None:
                raise PatternError("Invalid property name")
            self.at = found.end()
            test = _property(found[1])
            return test if name == "p" else lambda c: not test(c)
        return None

    def _char_escape(self, in_class: bool) -> str:
        """The character that the escape here stands for."""
        source, at = self.source, self.at + 1
        name = source[at : at + 1]
        if not name:
            raise PatternError("\\ at end of pattern")
        self.at = at + 1
        if name in _CONTROLS:
            return _CONTROLS[name]
        if name == "c":
            letter = source[at + 1 : at + 2]
            if letter.isascii() and (letter.isalpha() or (in_class and not self.unicode and letter in _WORD)):
                self.at += 1
                return chr(ord(letter) % 32)
            if self.unicode:
                raise PatternError("Invalid unicode escape")
            self.at = at  # the backslash itself
            return "\\"
        if name.isdecimal() and name.isascii():
            if self.unicode:
                if name != "0" or source[at + 1 : at + 2].isdecimal():
                    raise PatternError("Invalid decimal escape")
                return "\0"
            octal = _OCTAL.match(source, at)
            if octal is None:
                return name
            self.at = octal.end()
            return chr(int(octal[0], 8))
        code = _HEX.match(source, at)
        if code is not None:
            self.at = code.end()
            value = int(code[1] or code[2], 16)
            low = _LOW_HALF.match(source, self.at) if self.unicode and 0xD800 <= value < 0xDC00 else None
            if low is not None:
                self.at = low.end()
                value = 0x10000 + ((value & 0x3FF) << 10) + (int(low[1], 16) & 0x3FF)
            return chr(value)
        if not self.unicode:
            return name
        long = _CODE_POINT.match(source, at)
        if long is not None and len(long[1].lstrip("0")) < 7 and int(long[1], 16) <= 0x10FFFF:
            self.at = long.end()
            return chr(int(long[1], 16))
        if name in _SYNTAX or (in_class and (name == "-" or (self.sets and name in "&-!#%,:;<=>@`~"))):
            return name
        raise PatternError("Invalid escape")

    # -- sets in brackets -----------------------------------------------------------------------------------------

    def _class(self) -> Test:
        self.at += 1
        self.brackets += 1
        if self.brackets > MAX_NESTED:
            raise PatternError("Too many sets", costly=True)
        negated = self.source.startswith("^", self.at)
        self.at += negated
        test = self._folded(self._members())
        self.brackets -= 1
        return (lambda c: not test(c)) if negated else test

    def _folded(self, test: Test) -> Test:
        if not self.fold:
            return test
        unicode = self.unicode
        return lambda c: any(map(test, _variants(c, unicode)))

    def _members(self) -> Test:
        """What stands in brackets, and the closing one."""
        source = self.source
        chars: set[str] = set()
        ranges: list[tuple[str, str]] = []
        tests: list[Test] = []
        first: Test | None = None  # of a difference or intersection
        operator = ""
        while True:
            if self.at >= len(source):
                raise PatternError("Unterminated character class")
            if source[self.at] == "]":
                self.at += 1
                made = _members_test(chars, ranges, tests)
                return made if first is None else _both(first, made, operator == "--")
            if self.sets and source.startswith(("--", "&&"), self.at):
                made = _members_test(chars, ranges, tests)
                first = made if first is None else _both(first, made, operator == "--")
                operator = source[self.at : self.at + 2]
                self.at += 2
                chars, ranges, tests = set(), [], []
                continue
            if self.sets and source[self.at] == "[":
                tests.append(self._class())
                continue
            low = self._member()
            dash = source.startswith("-", self.at) and not (self.sets and source.startswith("--", self.at))
            if not dash or source.startswith("]", self.at + 1) or self.at + 1 >= len(source):
                if isinstance(low, str):
                    chars.add(low)
                else:
                    tests.append(low)
                continue
            self.at += 1
            high = self._member()
            if isinstance(low, str) and isinstance(high, str):
                if high < low:
                    raise PatternError("Range out of order in character class")
                ranges.append((low, high))
                continue
            if self.unicode:
                raise PatternError("Invalid character class")
            chars.add("-")
            for one in (low, high):
                if isinstance(one, str):
                    chars.add(one)
                else:
                    tests.append(one)

    def _member(self) -> str | Test:
        source = self.source
        if source[self.at] != "\\":
            self.at += 1
            return source[self.at - 1]
        if source.startswith("\\b", self.at):
            self.at += 2
            return "\b"
        if self.sets and source.startswith("\\q", self.at):
            raise PatternError("strings in a set", costly=True)
        test = self._class_escape()
        return test if test is not None else self._char_escape(True)


def _members_test(chars: set[str], ranges: list[tuple[str, str]], tests: list[Test]) -> Test:
    if not ranges and not tests:
        return lambda c: c in chars
    return lambda c: c in chars or any(a <= c <= b for a, b in ranges) or any(test(c) for test in tests)


def _both(first: Test, second: Test, without: bool) -> Test:
    if without:
        return lambda c: first(c) and not second(c)
    return lambda c: first(c) and second(c)


def _name(text: str) -> str:
    name = re.sub(r"\\u(?:\{([0-9a-fA-F]{1,5})\}|([0-9a-fA-F]{4}))", lambda m: chr(int(m[1] or m[2], 16)), text)
    name = _whole(name)
    if not name.replace("$", "_").replace("\u200c", "_").replace("\u200d", "_").isidentifier():
        raise PatternError("Invalid capture group name")
    return name


def _sequence(frame: Frame) -> Part:
    code: Code = []
    literal = ""  # of the characters just before, which no jump leads between
    for part in reversed(frame.parts) if frame.backward else frame.parts:
        if isinstance(part.single, str) and not frame.backward:
            literal += part.single
            if len(literal) > 1:
                code[-1] = (TEXT, literal)
                continue
        else:
            literal = ""
        code += part.code
    return Part(code, all(part.empty for part in frame.parts))


def _alternatives(frame: Frame) -> Part:
    parts = [*frame.done, _sequence(frame)]
    if len(parts) == 1:
        return parts[0]
    left = sum(len(part.code) + 2 for part in parts) - 2
    code: Code = []
    for part in parts[:-1]:
        size = len(part.code)
        left -= size + 2
        code += [(SPLIT, 1, size + 2), *part.code, (JUMP, left + 1)]
    code += parts[-1].code
    return Part(code, any(part.empty for part in parts))


# -- running ------------------------------------------------------------------------------------------------------


def _halves(text: str) -> str:
    """The text in UTF-16 code units, which an expression without the flag u is about."""
    if text.isascii() or max(text) < "\U00010000":
        return text
    return "".join(map(chr, array("H", text.encode("utf-16-le", "surrogatepass"))))


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@lru_cache(maxsize=4)
def _units(text: str) -> tuple[str, list[int]]:
    """The text in UTF-16, and at which unit each of its characters begins."""
    offsets, at = [0], 0
    for char in text:
        at += 1 if char < "\U00010000" else 2
        offsets.append(at)
    return _halves(text), offsets


class Pattern:
    """An expression that can be run. Raises ``PatternError`` for what is none."""

    def __init__(self, source: str, flags: str) -> None:
        reader = _Reader(source, flags)
        self.code = reader.read()
        self.count = reader.total
        self.names = reader.names
        self.groups = reader.total
        self.groupindex = {group_name(name): number for name, number in reader.spelled.items()}
        self.unicode = reader.unicode
        self.registers = reader.total + reader.registers + 1
        self.begins, self.anchored = _beginning(self.code)

    def match(self, text: str, start: int) -> list[Span] | None:
        """The spans of the groups, the whole first, of a match at ``start``."""
        return self._found(text, start, True)

    def search(self, text: str, start: int) -> list[Span] | None:
        """Those of the first match from ``start`` on."""
        return self._found(text, start, False)

    def _found(self, text: str, start: int, sticky: bool) -> list[Span] | None:
        if self.unicode or text.isascii() or max(text) < "\U00010000":
            return _Run(self, text).first(start, sticky)
        units, offsets = _units(text)
        found = _Run(self, units).first(offsets[start], sticky) if start < len(offsets) else None
        if found is None:
            return None
        # half a character is none that a text here can hold: the whole one stands for it
        return [
            span and (bisect_right(offsets, span[0]) - 1, bisect_left(offsets, span[1])) for span in found
        ]  # fmt: skip


@lru_cache(maxsize=512)
def compile_pattern(source: str, flags: str) -> Pattern:
    """The expression, to be run. Raises ``PatternError``, a ValueError, for what is none."""
    return Pattern(source, flags)


def _beginning(code: Code) -> tuple[CharSet | None, bool]:
    """The characters that a match can begin with, if it holds one, and whether it begins at the text's beginning."""
    tests: list[Test] = []
    anchored, known = True, True
    seen: set[int] = set()
    waiting = [0]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        instruction = code[at]
        op = instruction[0]
        if op == BEGIN and not instruction[1]:
            known = False
            continue
        if op in (CHAR, TEXT):
            tests.append(_equals(instruction[1][0]))
        elif op == SET or (op == RUN and instruction[2] > 0):
            tests.append(instruction[1].__getitem__)
        elif op in (RUN, LAZY_STEP):
            tests.append(instruction[1].__getitem__)
            waiting.append(at + 1)
            continue
        elif op == LAZY:
            waiting += (at + 1, at + 2)
            continue
        elif op == SPLIT:
            waiting += (at + instruction[1], at + instruction[2])
            continue
        elif op == JUMP:
            waiting.append(at + instruction[1])
            continue
        elif op == LOOP:
            waiting += (at + 1, at + instruction[5]) if instruction[2] == 0 or _may_be_empty(code, at) else (at + 1,)
            continue
        elif op in (MATCH, BACK):
            known = False
        else:
            waiting.append(at + 1)
            continue
        anchored = False
    if not known or len(tests) > 40:
        return None, anchored
    return CharSet(lambda c: any(test(c) for test in tests)), False


def _may_be_empty(code: Code, loop: int) -> bool:
    return bool(code[loop + code[loop][5] - 2][0] == LOOP_CHECK)


def _equals(char: str) -> Test:
    return lambda c: c == char


class Found:
    """What is used of a ``re.Match``, of a match of ours."""

    __slots__ = ("re", "regs")

    def __init__(self, pattern: Pattern, spans: list[Span]) -> None:
        self.re = pattern
        self.regs = tuple((-1, -1) if span is None else span for span in spans)

    def start(self) -> int:
        return self.regs[0][0]

    def end(self) -> int:
        return self.regs[0][1]

    def span(self) -> tuple[int, int]:
        return self.regs[0]


class _Run:
    """A search in a text."""

    def __init__(self, pattern: Pattern, text: str) -> None:
        self.pattern = pattern
        self.text = text
        self.registers: list[Any] = [None] * pattern.registers
        self.taken = 0

    def spend(self, steps: int) -> None:
        self.taken += steps
        realm.steps(-(-steps // _PER_STEP))
        if self.taken > MAX_STEPS:
            raise _TooMany

    def first(self, start: int, sticky: bool) -> list[Span] | None:
        try:
            return self._first(start, sticky)
        except _TooMany:
            return None

    def _first(self, start: int, sticky: bool) -> list[Span] | None:
        pattern, text, size = self.pattern, self.text, len(self.text)
        begins = pattern.begins
        if pattern.anchored:
            if start > 0:
                return None
            sticky = True
        while start <= size:
            if begins is not None:
                at = start
                while start < size and not sticky and not begins[text[start]]:
                    start += 1
                self.spend((start - at) >> 3)
                if start == size:
                    return None
            end = self.run(pattern.code, start)
            if end >= 0:
                return [(start, end), *self.registers[1 : pattern.count + 1]]
            if sticky:
                return None
            start += 1
        return None

    def run(self, code: Code, pos: int) -> int:
        """Where the match at ``pos`` ends; -1 where there is none."""
        text, size, registers = self.text, len(self.text), self.registers
        # what to go back to: (instruction, position, further positions before it, or after it if negative), or
        # (~register, its value, 0)
        stack: list[tuple[int, Any, int]] = []
        at = steps = 0
        while True:
            steps += 1
            if steps >= _BATCH:
                self.spend(steps)
                steps = 0
            instruction = code[at]
            op = instruction[0]
            if op == CHAR:
                if pos < size and text[pos] == instruction[1]:
                    pos += 1
                    at += 1
                    continue
            elif op == SET:
                if pos < size and instruction[1][text[pos]]:
                    pos += 1
                    at += 1
                    continue
            elif op == SPLIT:
                stack.append((at + instruction[2], pos, 0))
                at += instruction[1]
                continue
            elif op == RUN:
                _, chars, low, high = instruction
                end, stop = pos, min(size, pos + high)
                while end < stop and chars[text[end]]:
                    end += 1
                steps += (end - pos) >> 3
                more = end - pos - low
                if more >= 0:
                    at += 1
                    if more:
                        stack.append((at, end - 1, more - 1))
                    pos = end
                    continue
            elif op == TEXT:
                if text.startswith(instruction[1], pos):
                    pos += len(instruction[1])
                    at += 1
                    continue
            elif op == JUMP:
                at += instruction[1]
                continue
            elif op == OPEN:
                register = instruction[1]
                stack.append((~register, registers[register], 0))
                registers[register] = pos
                at += 1
                continue
            elif op == CLOSE:
                _, number, register = instruction
                stack.append((~number, registers[number], 0))
                begin = registers[register]
                registers[number] = (begin, pos) if begin <= pos else (pos, begin)
                at += 1
                continue
            elif op == RESET:
                for number in instruction[1]:
                    if registers[number] is not None:
                        stack.append((~number, registers[number], 0))
                        registers[number] = None
                steps += len(instruction[1]) >> 3
                at += 1
                continue
            elif op == CHECK:
                if registers[instruction[1]] != pos:
                    at += 1
                    continue
            elif op == LAZY:
                stack.append((at + 1, pos, 0))
                at += 2
                continue
            elif op == LAZY_STEP:
                if pos < size and instruction[1][text[pos]]:
                    pos += 1
                    stack.append((at, pos, 0))
                    at += 1
                    continue
            elif op == LOOP:
                _, counter, low, high, greedy, after = instruction
                rounds = registers[counter]
                if rounds < low:
                    at += 1
                elif rounds >= high:
                    at += after
                elif greedy:
                    stack.append((at + after, pos, 0))
                    at += 1
                else:
                    stack.append((at + 1, pos, 0))
                    at += after
                continue
            elif op == ZERO:
                counter = instruction[1]
                stack.append((~counter, registers[counter], 0))
                registers[counter] = 0
                at += 1
                continue
            elif op == COUNT:
                counter = instruction[1]
                stack.append((~counter, registers[counter], 0))
                registers[counter] += 1
                at += 1
                continue
            elif op == LOOP_CHECK:
                _, counter, low, mark = instruction
                if registers[counter] <= low or registers[mark] != pos:
                    at += 1
                    continue
            elif op == BEGIN:
                if pos == 0 or (instruction[1] and text[pos - 1] in _LINE_ENDS):
                    at += 1
                    continue
            elif op == END:
                if pos == size or (instruction[1] and text[pos] in _LINE_ENDS):
                    at += 1
                    continue
            elif op == BORDER:
                word = instruction[1]
                border = (pos > 0 and word[text[pos - 1]]) != (pos < size and word[text[pos]])
                if border == instruction[2]:
                    at += 1
                    continue
            elif op == BACK:
                _, number, backward, fold, unicode = instruction
                begin, end = registers[number] or (0, 0)
                length = end - begin
                steps += length >> 3
                here = pos - length if backward else pos
                if here >= 0 and _same(text[begin:end], text[here : here + length], fold, unicode):
                    pos = here if backward else pos + length
                    at += 1
                    continue
            elif op == LOOK:
                before = registers[:]
                steps += len(before) >> 2
                found = self.run(instruction[1], pos) >= 0
                if not instruction[2]:
                    registers[:] = before
                elif found:
                    stack += [(~i, old, 0) for i, old in enumerate(before) if registers[i] != old]
                if found == instruction[2]:
                    at += 1
                    continue
            elif op == CHAR_BACK:
                if pos > 0 and text[pos - 1] == instruction[1]:
                    pos -= 1
                    at += 1
                    continue
            elif op == SET_BACK:
                if pos > 0 and instruction[1][text[pos - 1]]:
                    pos -= 1
                    at += 1
                    continue
            elif op == RUN_BACK:
                _, chars, low, high = instruction
                end, stop = pos, max(0, pos - high)
                while end > stop and chars[text[end - 1]]:
                    end -= 1
                steps += (pos - end) >> 3
                more = pos - end - low
                if more >= 0:
                    at += 1
                    if more:
                        stack.append((at, end + 1, 1 - more))
                    pos = end
                    continue
            else:  # MATCH
                self.spend(steps)
                return pos
            # it fails: back to what is still to be tried
            while stack:
                at, value, further = stack.pop()
                if at < 0:
                    registers[~at] = value
                    continue
                pos = value
                if further > 0:
                    stack.append((at, pos - 1, further - 1))
                elif further < 0:
                    stack.append((at, pos + 1, further + 1))
                break
            else:
                self.spend(steps)
                return -1


def _same(one: str, other: str, fold: bool, unicode: bool) -> bool:
    if one == other or not fold or len(one) != len(other):
        return one == other
    pairs = zip(one, other, strict=True)
    return all(a == b or _canonical(a, unicode) == _canonical(b, unicode) for a, b in pairs)
