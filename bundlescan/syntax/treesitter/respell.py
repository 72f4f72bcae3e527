"""Valid code that the grammar does not take, in a spelling of the same length that it does take.

The respelled copy only steers the grammar: positions stay, and every name and value is read from the source itself.
"""

from __future__ import annotations

import re

_KEYWORD = (
    rb"(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for"
    rb"|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with)"
)
# In these places `let` is a name to the grammar; `var` is not.
_FOR_AWAIT_LET = re.compile(rb"(await\s*\(\s*)let(?=\s*\[)")
_LET_AT_LINE_END = re.compile(rb"(?<![\w$.])let(?=[ \t]*(?:/[/*][^\n]*)?\r?\n\s*[\w$\[{])")
_SPECIFIERS = re.compile(rb"\b(?:import|export)\b[\w$\s,]*\{[^{}]*\}")
_KEYWORD_NAME = re.compile(rb"(?<=[{,\s])" + _KEYWORD + rb"(?=\s+as\b)|(?<=\bas\s)\s*" + _KEYWORD + rb"(?=\s*[,}])")
_KEYWORD_NAMESPACE = re.compile(rb"(\bexport\s*\*\s*as\s+)(" + _KEYWORD + rb")\b")
_EXPORT_ATTRIBUTES = re.compile(
    rb"""(\bexport\s*(?:\*[^*"'{}]*|\{[^{}]*\}\s*)from\s*(?:"[^"\n]*"|'[^'\n]*')\s*)(with\s*\{[^{}]*\})"""
)


def respell(data: bytes) -> bytes:
    """What the grammar reads wrongly without noticing. Cheap: this is asked of every file."""
    data = _FOR_AWAIT_LET.sub(rb"\1var", data)
    if any(clue in data for clue in (b"let\n", b"let\r", b"let /")):
        data = _LET_AT_LINE_END.sub(b"var", data)
    return data


def respell_errors(data: bytes) -> bytes:
    """What the grammar makes an error of.

    ``import{in as e}`` → ``import{$$ as e}``; ``export * from "m" with {type: "json"}`` → without the attributes.
    """
    data = _SPECIFIERS.sub(lambda m: _KEYWORD_NAME.sub(lambda k: b"$" * len(k[0]), m[0]), data)
    data = _KEYWORD_NAMESPACE.sub(lambda m: m[1] + b"$" * len(m[2]), data)
    return _EXPORT_ATTRIBUTES.sub(lambda m: m[1] + b" " * len(m[2]), data)
