"""Texts and numbers of a run know which part of which literal they are."""

from __future__ import annotations

import pytest

from bundlescan.interp.model import Args
from bundlescan.interp.text import Literal, PagePart, pieces_of
from tests.interp.runner import printed


def told(code: str) -> list[tuple[str, str | None, int]]:
    """The pieces of what a WebSocket is given: the text of each, what spells it or which part of the page's URL it is,
    and at which code point of it the piece begins."""
    found: list[tuple[str, str | None, int]] = []

    def opened(api: str, args: Args) -> None:
        at = 0
        for size, origin, offset in pieces_of(args[0]):
            name = origin.node.text if isinstance(origin, Literal) else None
            name = origin.name if isinstance(origin, PagePart) else name
            found.append((str(args[0])[at : at + size], name, offset))
            at += size

    printed(code.encode(), opened=opened)
    return found


PLAIN = ("ws://desk.example:", '"ws://desk.example:"', 0)


@pytest.mark.parametrize(
    ("value", "piece"),
    [
        ("9000", ("9000", "9000", 0)),
        ('"9000"', ("9000", '"9000"', 0)),
        ('"host:9000".split(":")[1]', ("9000", '"host:9000"', 5)),
        ('parseInt("host:9000".slice(5))', ("9000", '"host:9000"', 5)),
        ('parseInt("host: 9000/x".slice(5), 10)', ("9000", '"host: 9000/x"', 6)),
        ('+"host: 9000".slice(5)', ("9000", '"host: 9000"', 6)),
        ("""JSON.parse('{"port": 9000}').port""", ("9000", """'{"port": 9000}'""", 9)),
        ("""JSON.parse('{"port": 9000}').port + 0""", ("9000", """'{"port": 9000}'""", 9)),
        ("""JSON.parse('{"port": 9000}').port + 1""", ("9001", None, 0)),  # nothing spells it
        ("location.port", ("8443", "port", 0)),
        ("(+location.port)", ("8443", "port", 0)),
        ("(+location.port | 0)", ("8443", "port", 0)),
        ("(+location.port + 1)", ("8444", None, 0)),
        ("(9000).toFixed(0)", ("9000", "9000", 0)),
    ],
)
def test_where_a_port_comes_from(value: str, piece: tuple[str, str | None, int]) -> None:
    assert told(f'new WebSocket("ws://desk.example:" + ({value}))') == [PLAIN, piece]
