"""The paths that the requests of a connecting call have: what a proxy has to pass on.

As templates, without query and fragment: ``/socket.io/``, ``/live/{…}``, ``{…}`` where only a run tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bundlescan.match import template
from bundlescan.values.domain import Const, Value, const, leaves, map_options, primitive_truth
from bundlescan.values.urls import Alternative

#: how many paths of one call are told apart
MAX_PATHS = 8
UNKNOWN = "{…}"


def of_urls(alternatives: Iterable[Alternative]) -> tuple[str, ...]:
    """The paths of the URLs."""
    found: set[str] = set()
    for alternative in alternatives:
        texts = template.texts(template.rest(alternative), alternative.chosen, MAX_PATHS)
        found.update(map(_path, (UNKNOWN,) if texts is None else texts))
    return _few(found)


def of_option(value: Value | None, default: str, slash: Value | None, urls: Iterable[Alternative]) -> tuple[str, ...]:
    """The paths where not the URL has them but an option with the ``value``, for which nothing counts as ``default``.
    They end in a slash, unless the option ``slash`` is false. ``urls``: for which of the call's URLs."""
    otherwise = const(default)
    given = otherwise if value is None else map_options(lambda v: v if _counts(v) else otherwise, value)
    bare = slash is not None and all(isinstance(v, Const) and v.value is False for v in leaves(slash))
    found: set[str] = set()
    for url in urls:
        texts = template.texts((given,), url.chosen, MAX_PATHS)
        for path in map(_path, (UNKNOWN,) if texts is None else texts):
            ended = path.removesuffix("/") + ("" if bare else "/")
            found.add(path if path == UNKNOWN else ended)
    return _few(found)


def may_begin(path: str, front: str) -> bool:
    """Whether a path may begin with ``front``: as far as it is known, it does."""
    known, hole, _ = path.partition(UNKNOWN)
    return path.startswith(front) or (bool(hole) and front.startswith(known))


def _counts(value: Value) -> bool:
    return not isinstance(value, Const) or primitive_truth(value.value)


def _path(text: str) -> str:
    path = re.split(r"[?#]", re.sub(r"\{[^}]*\}", UNKNOWN, text), maxsplit=1)[0]
    return path if path.startswith(("/", UNKNOWN)) else f"/{path}"


def _few(paths: set[str]) -> tuple[str, ...]:
    return tuple(sorted(paths)) if len(paths) <= MAX_PATHS else (UNKNOWN,)
