"""The fixed texts that a same-origin rewrite puts in (rules/rewrite/same-origin.toml)."""

from __future__ import annotations

import tomllib
from functools import lru_cache

import msgspec

from bundlescan.rulefiles import rules_folder


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the file; all are JavaScript source text."""

    wrapper: str
    authority: str = ""
    template: str = ""
    empty: str = ""


@lru_cache(maxsize=1)
def forms() -> dict[str, Form]:
    """The forms by ``Client.relative``, and that for ``options``."""
    path = rules_folder() / "rewrite" / "same-origin.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: msgspec.convert(table, Form) for name, table in raw.items()}
