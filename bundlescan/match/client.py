"""Clients and rules as their TOML files state them: facts, no code.

A ``Client`` is a library (or a native constructor) that opens connections; each ``Connect`` is one way to do it.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from bundlescan.finding import Confidence, Severity, SinkKind
from bundlescan.rulefiles import rules_folder

_T = TypeVar("_T")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``rules/<id>.toml``. ``message`` may name {client}, {port}, {host}, {scheme}, {option}."""

    title: str
    severity: Severity
    message: str
    confidence: Confidence = Confidence.HIGH
    id: str = ""


class Connect(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One function, constructor or method of a client that connects.

    ``exports``: its names in the package. ``url``: the argument (index) that is the URL, or that holds it under
    ``option`` (a dotted path). ``options``: the argument with options, of which ``ignored`` have no effect.
    ``fingerprints``: texts that stand inside the function in every build, whatever a minifier renames.
    """

    exports: tuple[str, ...]
    how: Literal["call", "new", "either", "method"] = "call"
    url: int = 0
    option: str | None = None
    options: int | None = None
    ignored: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()


class Client(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``rules/clients/<name>.toml``. ``relative`` says how a URL without a host is taken: by the library, as on the
    page's ``origin``; by the browser, against the ``document``; or handed to a ``websocket``, which older browsers
    only give absolute ws(s) URLs to."""

    title: str
    kind: SinkKind
    relative: Literal["origin", "document", "websocket"]
    connect: tuple[Connect, ...]
    packages: tuple[str, ...] = ()
    globals: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    name: str = ""

    @property
    def anchors(self) -> tuple[bytes, ...]:
        """Texts of which a script that uses this client must hold at least one."""
        texts = [*self.packages, *(g for g in self.globals if len(g) > 2)]
        for connect in self.connect:
            texts += connect.fingerprints
        return tuple(dict.fromkeys(text.encode() for text in texts))


class RuleFileError(Exception):
    """A rule or client file that cannot be used; the text names file and place."""


def _load(kind: type[_T], path: Path) -> _T:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        raw["name" if kind is Client else "id"] = path.stem
        return msgspec.convert(raw, kind)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise RuleFileError(f"{path.name}: {error}") from None


@lru_cache(maxsize=1)
def builtin_rules() -> dict[str, Rule]:
    return {path.stem: _load(Rule, path) for path in sorted(rules_folder().glob("*.toml"))}


@lru_cache(maxsize=1)
def builtin_clients() -> tuple[Client, ...]:
    return tuple(_load(Client, path) for path in sorted((rules_folder() / "clients").glob("*.toml")))
