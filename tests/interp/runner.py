"""Runs one script in a page and gives what it prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from bundlescan.bundle.project import Project, Unit
from bundlescan.interp import functions
from bundlescan.interp.builtins import make_realm
from bundlescan.interp.host import Address, Host
from bundlescan.interp.model import Args, Visit, get, method, realm, to_string
from bundlescan.interp.scripts import World
from bundlescan.source import Source, Span


def printed(
    code: bytes,
    *,
    opened: Callable[[str, Args], None] = lambda api, args: None,
    load: Callable[[str], Callable[[], object] | None] = lambda url: None,
    meets: Visit = Visit.PLAIN,
    left: int = 2_000_000,
) -> list[str]:
    """What the script ``code`` prints with console.log; an error that it throws is raised."""
    lines: list[str] = []
    window = make_realm()
    functions.install()
    realm.left = left
    realm.rounds = sys.maxsize
    host = Host(window, Address("https:", "desk.example", "8443"), None, load, opened, meets)
    realm.window = window

    def log(this: Any, args: Args) -> Any:
        lines.append(" ".join(map(to_string, args)))

    method(get(window, "console"), "log", log)
    unit = Unit(Source("a.js", code), "js", Span(0, len(code)))
    world = World(Project([unit]), frozenset())
    world.begin()
    world.script(unit).run()
    host.parsed()
    host.run()
    host.loaded()
    host.run()
    return lines
