"""Which tests tell development from production, by what they test.

A test of a run-time setting is known by the name of the setting; a test of the page's URL by trying it on pages: one
that only local pages pass is a development guard, one that only local pages fail tells production.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bundlescan.values.domain import Cond, Const, Page, Value, primitive_text

_DEVELOPMENT = frozenset({"dev", "develop", "development", "developer", "isdev", "devmode", "indev"})
_PRODUCTION = frozenset({"prod", "production", "isprod", "isproduction"})
#: texts that a setting named mode or environment is compared with
_MODES = {
    **dict.fromkeys(("development", "dev", "develop", "local", "localhost", "test", "testing"), "dev"),
    **dict.fromkeys(("production", "prod", "live"), "prod"),
}
_OFF = frozenset({"", "0", "false", "off", "no"})
_OPPOSITE = {"dev": "prod", "prod": "dev"}
_MODE_NAMES = frozenset({"mode", "env", "environment", "stage"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def named(path: str | None) -> str:
    """The kind (see ``Cond``) of a test for the truth of a setting: ``dev`` and ``prod`` for what only a developer or a
    production build sets."""
    words = _words(path)
    if words & _DEVELOPMENT:
        return "dev"
    return "prod" if words & _PRODUCTION else "test"


def absent(path: str | None) -> str:
    """The kind of a test whether a setting is missing."""
    return _OPPOSITE.get(named(path), "test")


def compared(path: str | None, text: str) -> str:
    """The kind of a test whether a setting is ``text``."""
    mode = _MODES.get(text.lower())
    if mode is not None and _words(path) & _MODE_NAMES:
        return mode
    return absent(path) if text.lower() in _OFF else named(path)


def _words(path: str | None) -> frozenset[str]:
    last = path.rsplit(".", 1)[-1] if path is not None else ""
    return frozenset({word.lower() for word in _WORD.findall(last)} | {last.lower()})


def is_development(cond: Cond, index: int) -> bool:
    """Whether option ``index`` of a choice on ``cond`` is for development only."""
    return (cond.kind == "dev" and index == 0) or (cond.kind == "prod" and index == 1)


# -- tests of the page's URL --------------------------------------------------------------------------------------


def _page(scheme: str, hostname: str, port: str, path: str) -> Mapping[str, str]:
    host = f"{hostname}:{port}" if port else hostname
    origin = f"{scheme}://{host}"
    return {
        "protocol": f"{scheme}:", "hostname": hostname, "port": port, "host": host, "origin": origin,
        "pathname": path, "search": "", "hash": "", "href": origin + path,
    }  # fmt: skip


_LOCAL = (
    _page("http", "localhost", "5173", "/"),
    _page("http", "127.0.0.1", "8000", "/app"),
    _page("http", "0.0.0.0", "3000", "/"),
    _page("http", "[::1]", "8080", "/"),
    _page("http", "192.168.1.14", "8005", "/app"),
    _page("http", "10.0.0.7", "8000", "/"),
    _page("http", "shop.localhost", "8000", "/"),
)
_PUBLIC = (
    _page("https", "www.example.com", "", "/"),
    _page("https", "erp.company.co.uk", "8443", "/app"),
    _page("http", "example.org", "", "/"),
    _page("https", "a-b.cloud.example.io", "", "/login"),
    _page("http", "203.0.113.7", "8080", "/"),
    _page("http", "intranet", "", "/"),  # a name without a dot is no sign of development
)


def tried(parts: Sequence[Value], holds: Callable[[str], bool]) -> str:
    """The kind of a test on a text made of known pieces and properties of the page's URL."""

    def on(page: Mapping[str, str]) -> bool:
        return holds("".join(page[p.name] if isinstance(p, Page) else _text(p) for p in parts))

    local, public = [on(page) for page in _LOCAL], [on(page) for page in _PUBLIC]
    if any(local) and not any(public):
        return "dev"
    return "prod" if all(public) and not all(local) else "page"


def _text(part: Value) -> str:
    return primitive_text(part.value) if isinstance(part, Const) else ""
