"""The paths of a report as other programs want them. ``folder`` is the absolute folder that relative paths are in."""

from __future__ import annotations

import posixpath
from urllib.parse import quote


def relative(path: str, folder: str | None) -> str:
    """``path`` from ``folder``, without ``./``; one outside it is absolute where ``folder`` is known."""
    if folder is None:
        return posixpath.normpath(path)
    whole = absolute(path, folder)
    inside = posixpath.commonpath((whole, folder)) == posixpath.normpath(folder)
    return posixpath.relpath(whole, folder) if inside else whole


def absolute(path: str, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def uri(path: str) -> str:
    """``path`` as a URI: an absolute one as a ``file:`` URI, a relative one as a relative reference."""
    return f"file://{quoted(path)}" if path.startswith("/") else quoted(path)


def quoted(path: str) -> str:
    """The bytes of ``path`` as a part of a URI."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/~@+,=!$&'()*;")
