"""JavaScript regular expressions as Python's, as far as they can be run without harm.

A bundle's expressions are run on short texts while its code is evaluated, and Python's matcher backtracks like every
other. So an expression is refused if it may take exponential time (a repetition inside a repetition, with nothing
between the rounds that tells them apart), and so is a text that is too long for the repetitions that it meets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations

from bundlescan.values.domain import Regex

#: the longest expression that is run
MAX_PATTERN = 1_000
#: how many texts are made that an expression matches, and how long they may be
MAX_EXAMPLES, MAX_EXAMPLE = 8, 200
#: (characters of a text) to the power of (repetitions that may overlap) that a match may cost
MAX_COST = 30_000_000

_TOKEN = re.compile(
    r"(?P<escape>\\(?:[dDwWsSbB]|[xu][0-9a-fA-F{}]+|.))|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:[:=!]|<[=!]|<\w+>))?)"
    r"|(?P<close>\))|(?P<repeat>[*+?]\??|\{\d+(?:,\d*)?\}\??)|(?P<or>\|)|(?P<any>\.)|(?P<char>[\s\S])"
)
#: the characters that stand for a set that holds them
_CANDIDATES = "a7x-/.:=&_ A"
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
    known = re.ASCII
    for flag in flags:
        known |= {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}.get(flag, re.NOFLAG)
    try:
        return re.compile(_translated(source, flags), known), repetitions
    except OverflowError as error:  # a{0,4294967295}
        raise TooCostly(source) from error


@lru_cache(maxsize=512)
def examples(source: str, flags: str) -> tuple[str, ...]:
    """Texts that the expression matches, one for each of its alternatives, with and without what is optional; () where
    none is found."""
    tokens = list(_tokens(source))
    try:
        pattern = _compiled(source, flags)[0]
        made = [text for at_least in (0, 1) for text in _spelled(tokens, flags, at_least)]
    except (TooCostly, re.error, RecursionError):
        return ()
    return tuple(dict.fromkeys(filter(pattern.search, made)))


def _spelled(tokens: list[tuple[str, str]], flags: str, at_least: int) -> list[str]:
    """Texts for each alternative; of what may be there any number of times, ``at_least`` so many."""
    done: list[str] = []
    texts = [""]
    at = 0
    while at < len(tokens):
        kind, text = tokens[at]
        at += 1
        atoms = [text]
        if kind == "or":
            done, texts = done + texts, [""]
            continue
        if kind == "open":
            end = _closing(tokens, at - 1)
            inner = _spelled(tokens[at : end if end is not None else len(tokens)], flags, at_least)
            atoms = [""] if text[2:3] in ("!", "=") or text[:4] in ("(?<=", "(?<!") else inner
            at = end + 1 if end is not None else len(tokens)
        elif kind == "escape" or (kind == "char" and text in "^$") or kind in ("set", "any"):
            atoms = [_character_of(kind, text, flags)]
        times = 1
        if at < len(tokens) and tokens[at][0] == "repeat":
            least = re.match(r"\{(\d+)", tokens[at][1])
            times = max(at_least, int(least[1]) if least is not None else int(tokens[at][1][0] == "+"))
            at += 1
        longest = MAX_EXAMPLE - max(map(len, texts), default=0)
        atoms = [atom * times for atom in atoms if len(atom) * times <= longest]
        texts = [before + atom for before in texts for atom in atoms][:MAX_EXAMPLES]
    return (done + texts)[:MAX_EXAMPLES]


def _character_of(kind: str, text: str, flags: str) -> str:
    """A character that an atom matches, or "" for what matches a place between two."""
    if kind == "char" or text in ("\\b", "\\B"):
        return ""
    if kind == "escape" and (single := _character(text, 0, flags)) is not None:
        return single[0]
    atom = re.compile(translated_set(text, 0, flags)[0] if kind == "set" else _translated(text, flags))
    return next(filter(atom.fullmatch, chain(_CANDIDATES, map(chr, range(0x250)))), "")


# -- JavaScript's notation as Python's ----------------------------------------------------------------------------

_SPACES = r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_ENDS = r"\n\r\u2028\u2029"
_CODE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]+)\}|u([dD][89abAB]..)\\u([dD][c-fC-F]..)|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))"
)
_QUANTIFIER = re.compile(r"\{\d+(?:,\d*)?\}")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
#: what the binary properties of characters come to, roughly
_PROPERTIES = {
    "ASCII": r"\x00-\x7f", "Any": r"\x00-\U0010ffff", "White_Space": _SPACES,
    "Emoji": "0-9#*\u00a9\u00ae\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff",
    "Emoji_Presentation": "\u231a-\u2b55\U0001f000-\U0001faff", "Emoji_Modifier": "\U0001f3fb-\U0001f3ff",
    "Extended_Pictographic": "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff", "Hex_Digit": "0-9a-fA-F",
    "Latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f", "Han": "\u2e80-\u2fd5\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af",
    "Hiragana": "\u3041-\u309f", "Katakana": "\u30a1-\u30ff", "Hangul": "\u1100-\u11ff\uac00-\ud7a3",
    "Arabic": "\u0600-\u06ff", "Hebrew": "\u0591-\u05f4", "Thai": "\u0e01-\u0e5b",
}  # fmt: skip
_CATEGORIES = {
    "Letter": "L", "Alphabetic": "L", "Uppercase_Letter": "Lu", "Uppercase": "Lu", "Lowercase_Letter": "Ll",
    "Lowercase": "Ll", "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn",
    "Number": "N", "Decimal_Number": "Nd",
    "Punctuation": "P", "punct": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
    "Control": "Cc", "Math_Symbol": "Sm",
    "Currency_Symbol": "Sc", "ID_Start": "L", "ID_Continue": "LN", "Space_Separator": "Zs", "Dash_Punctuation": "Pd",
}  # fmt: skip


@lru_cache(maxsize=64)
def _property(name: str) -> str:
    """The characters of the first plane that have a Unicode property, as the inside of a set."""
    name = name.rpartition("=")[2]
    if name in _PROPERTIES:
        return _PROPERTIES[name]
    category = _CATEGORIES.get(name, name)
    if not re.fullmatch(r"LN|[LMNPSZC][a-z]?", category):
        raise re.error(f"unknown property {name}")
    kinds = ("L", "N") if category == "LN" else (category,)
    out, start = [], -1
    for code in range(0x10001):
        inside = code < 0x10000 and unicodedata.category(chr(code)).startswith(kinds)
        if inside and start < 0:
            start = code
        elif not inside and start >= 0:
            out.append(f"\\u{start:04x}-\\u{code - 1:04x}")
            start = -1
    return "".join(out)


def _character(source: str, at: int, flags: str) -> tuple[str, int] | None:
    """The character that the escape at ``at`` stands for, and where it ends."""
    code = _CODE.match(source, at)
    if code is not None and (code[1] is None or "u" in flags or "v" in flags):
        if code[2]:
            return chr(0x10000 + ((int(code[2], 16) & 0x3FF) << 10) + (int(code[3], 16) & 0x3FF)), code.end()
        return chr(min(int(code[1] or code[4] or code[5], 16), 0x10FFFF)), code.end()
    name = source[at + 1 : at + 2]
    if name == "c" and source[at + 2 : at + 3].isalpha():
        return chr(ord(source[at + 2]) % 32), at + 3
    if name == "" or name in "dDwWsSbBkpP" or (name.isdigit() and name != "0"):
        return None
    return _CONTROLS.get(name, name), at + 2


def _translated(source: str, flags: str) -> str:
    """The expression in Python's notation."""
    out: list[str] = []
    groups = len(re.findall(r"\((?!\?)|\(\?<(?![=!])", re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", source)))
    opened = 0
    still_open: list[int] = []
    at = 0
    while at < len(source):
        char = source[at]
        if char == "[":
            text, at = translated_set(source, at, flags)
            out.append(text)
            continue
        if char == "\\":
            text, at = _escape(source, at, flags, opened, still_open, groups)
            out.append(text)
            continue
        step = 1
        if char == "(":
            named = re.compile(r"\(\?<([^=!>][^>]*)>").match(source, at)
            capturing = named is not None or source[at + 1 : at + 2] != "?"
            opened += capturing
            still_open.append(opened if capturing else 0)
            if named is not None:
                out.append(f"(?P<{group_name(named[1])}>")
                step = len(named[0])
            else:
                out.append(char)
        elif char == ")":
            if still_open:
                still_open.pop()
            out.append(char)
        elif char == "." and "s" not in flags:
            out.append(f"[^{_LINE_ENDS}]")
        elif char == "$":
            out.append(rf"(?=[{_LINE_ENDS}]|\Z)" if "m" in flags else r"\Z")
        elif char == "{" and not _QUANTIFIER.match(source, at):
            out.append(r"\{")
        elif char in "]}" and (char == "]" or not re.search(r"\{\d+(?:,\d*)?$", source[:at])):
            out.append("\\" + char)
        else:
            out.append(char)
        at += step
    return "".join(out)


def group_name(name: str) -> str:
    """The name of a group, as Python allows it."""
    return name if name.isidentifier() else "g_" + name.encode().hex()


def _escape(
    source: str, at: int, flags: str, opened: int, still_open: list[int], groups: int
) -> tuple[str, int]:  # fmt: skip
    """What the escape at ``at`` is outside a set."""
    single = _character(source, at, flags)
    if single is not None:
        return re.escape(single[0]), single[1]
    name = source[at + 1 : at + 2]
    if name in ("s", "S"):
        return f"[{'^' if name == 'S' else ''}{_SPACES}]", at + 2
    if name in ("p", "P"):
        found = re.compile(r"\\[pP]\{([^}]*)\}").match(source, at)
        if found is None or not ("u" in flags or "v" in flags):
            return name, at + 2
        return f"[{'^' if name == 'P' else ''}{_property(found[1])}]", found.end()
    if name == "k":
        found = re.compile(r"\\k<([^>]*)>").match(source, at)
        return (f"(?P={group_name(found[1])})", found.end()) if found is not None else ("k", at + 2)
    if name.isdigit():
        digits = re.compile(r"\\(\d{1,2})").match(source, at)
        number = int(digits[1]) if digits is not None else 0
        if number > groups:
            octal = re.compile(r"\\([0-3]?[0-7]{1,2})").match(source, at)
            return (re.escape(chr(int(octal[1], 8))), octal.end()) if octal is not None else (name, at + 2)
        # a group that has taken no part yet matches nothing
        text = "(?:)" if number > opened or number in still_open else f"(?({number})\\{number}|)"
        return text, at + 1 + len(str(number))
    return "\\" + name, at + 2


def translated_set(source: str, at: int, flags: str) -> tuple[str, int]:
    """The set that begins at ``at``, and where it ends."""
    begin = at
    at += 1
    negated = source[at : at + 1] == "^"
    at += negated
    parts: list[tuple[str, bool]] = []  # and whether each is one character
    escaped: set[int] = set()
    while at < len(source) and source[at] != "]":
        if source[at] != "\\":
            parts.append((source[at], True))
            at += 1
            continue
        single = _character(source, at, flags)
        name = source[at + 1 : at + 2]
        if single is not None:
            parts.append((single[0], True))
            escaped.add(len(parts) - 1)
            at = single[1]
        elif name in ("b", "k", "B"):
            parts.append(("\b" if name == "b" else name, True))
            at += 2
        elif name in ("p", "P"):
            found = re.compile(r"\\[pP]\{([^}]*)\}").match(source, at)
            if found is None or not ("u" in flags or "v" in flags):
                parts.append((name, True))
                at += 2
                continue
            if name == "P":
                raise re.error("a property's complement in a set")
            parts.append((_property(found[1]), False))
            at = found.end()
        elif name.isdigit():
            octal = re.compile(r"\\([0-3]?[0-7]{1,2})").match(source, at)
            parts.append((chr(int(octal[1], 8)) if octal is not None else name, True))
            at = octal.end() if octal is not None else at + 2
        else:
            parts.append((_SPACES if name == "s" else "\\" + name, False))
            at += 2
    if at >= len(source):
        raise re.error("unterminated character set", source, begin)
    if not parts:
        return (r"[\s\S]" if negated else "(?!)"), at + 1
    out = ["[^" if negated else "["]
    index = 0
    while index < len(parts):
        text, one = parts[index]
        dash = index + 2 < len(parts) and parts[index + 1] == ("-", True) and index + 1 not in escaped
        if one and dash and parts[index + 2][1]:
            out.append(f"{re.escape(text)}-{re.escape(parts[index + 2][0])}")
            index += 3
        else:
            out.append(re.escape(text) if one else text)
            index += 1
    return "".join([*out, "]"]), at + 1


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
            many = at + 1 < len(tokens) and (_unbounded(*tokens[at + 1]) or (inner and _often(*tokens[at + 1])))
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


def _often(kind: str, text: str) -> bool:
    """Whether a token repeats so often that a choice in each round is too many."""
    return kind == "repeat" and any(int(number) > 10 for number in re.findall(r"\d+", text))


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


@lru_cache(maxsize=1024)
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
    does not hold, as in ``(?:[^/]+/)*`` and ``(\\.\\w+)+``; or one of several texts of a fixed length, each of which
    begins with a character of its own: ``(?:[^"\\\\]|\\\\.)*``."""
    if all(kind in _ATOMS or kind == "or" for kind, _ in body):
        begins = [body[i][1] for i in range(len(body)) if i == 0 or body[i - 1][0] == "or"]
        if any(text in "|^$" or text in ("\\b", "\\B") for text in begins) or body[-1][0] == "or":
            return False
        return len(begins) <= 12 and not any(_overlap(a, b) for a, b in combinations(begins, 2))
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
