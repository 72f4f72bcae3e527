"""Under which conditions the alternatives of a finding are used, and whether that is in development only."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

from bundlescan.values.domain import Cond
from bundlescan.values.guards import is_development
from bundlescan.values.urls import Alternative

Term = dict[Hashable, int]  # conditions that hold together: key -> option

#: kinds of conditions that say something to a person
_SAID = frozenset({"page", "dev", "prod", "test"})
#: more alternatives than these are not said; nor more terms than these
MAX_ALTERNATIVES, MAX_TERMS = 24, 3


class When:
    """The conditions of some alternatives, simplified: one term for each way to get there."""

    def __init__(self, alternatives: Sequence[Alternative]) -> None:
        self.conds: dict[Hashable, Cond] = {}
        for alternative in alternatives:
            self.conds |= alternative.conds
        shared = dict(alternatives[0].chosen)
        for alternative in alternatives[1:]:
            shared = {key: index for key, index in shared.items() if alternative.chosen.get(key) == index}
        #: what all alternatives have in common, conditions of every kind
        self.common = [(self.conds[key], index) for key, index in shared.items()]
        said = [self._said(alternative.chosen) for alternative in alternatives]
        self.terms = _simplified(said) if len(said) <= MAX_ALTERNATIVES else [self._said(shared)]

    def _said(self, chosen: Mapping[Hashable, int]) -> Term:
        return {key: index for key, index in chosen.items() if self.conds[key].kind in _SAID}

    @property
    def guarded(self) -> bool:
        """Whether every way leads through a development guard."""
        return all(any(is_development(self.conds[key], index) for key, index in term.items()) for term in self.terms)

    def text(self) -> str | None:
        """The conditions in the code's own words; None where there are none, or too many."""
        common = {k: i for k, i in self.terms[0].items() if all(term.get(k) == i for term in self.terms)}
        texts = [self._text(key, index) for key, index in common.items()]
        rests = [
            " && ".join(self._text(key, index) for key, index in term.items() if key not in common)
            for term in self.terms
        ]
        rests = list(dict.fromkeys(rests))
        if all(rests) and len(rests) <= MAX_TERMS:
            either = " || ".join(f"({rest})" if " && " in rest and len(rests) > 1 else rest for rest in rests)
            texts.append(f"({either})" if texts and len(rests) > 1 else either)
        return " && ".join(dict.fromkeys(texts)) or None

    def _text(self, key: Hashable, index: int) -> str:
        text = self.conds[key].text
        return text if index == 0 else negated(text)


def _simplified(terms: Sequence[Term]) -> list[Term]:
    """Terms that say the same together: a condition goes where the other outcome is covered too, and a term where a
    shorter one covers it."""
    left = [dict(term) for term in terms]
    changed = True
    while changed:
        changed = False
        for term in left:
            for key in [key for key, index in term.items() if _covered({**term, key: 1 - index}, left, term)]:
                del term[key]
                changed = True
                break
    kept: list[Term] = []
    for term in sorted(left, key=len):
        if not any(short.items() <= term.items() for short in kept):
            kept.append(term)
    return [term for term in left if any(term is one for one in kept)]


def _covered(term: Term, terms: Sequence[Term], but: Term) -> bool:
    return any(other is not but and other.items() <= term.items() for other in terms)


_SINGLE = re.compile(r"[\w$.]+(?:\([^()]*\))?|/.*/\w*\.test\([\w$.]+\)")
_COMPARISON = re.compile(r'([^\s"\'`&|?:=!<>]+)\s*(===?|!==?)\s*("[^"]*"|[\w$.-]+)')


def negated(text: str) -> str:
    """The opposite of a condition, as a person would write it."""
    if _SINGLE.fullmatch(text):
        return f"!{text}"
    comparison = _COMPARISON.fullmatch(text)
    if comparison is None:
        return f"!({text})"
    left, operator, right = comparison.groups()
    return f"{left} {'!' if operator[0] == '=' else '='}{operator[1:]} {right}"
