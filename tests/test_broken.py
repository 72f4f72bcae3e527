"""Code broken at random places: every file still gets its report, and no error is an internal one."""

from __future__ import annotations

import random

import pytest

from bundlescan.collect import Kind
from bundlescan.pipeline import analyse
from bundlescan.source import Source
from tests.annotations import FIXTURES

FILES = [*sorted((FIXTURES / "executed").glob("*.js")), *sorted((FIXTURES / "rewrite").glob("*.js"))]
PUT_IN = (b"`", b'"', b"'", b"${", b"}", b"{", b"(", b"\\", b"\n", b"/*", b"//", b";", b"=>")


def broken(code: bytes, chance: random.Random) -> bytes:
    made = bytearray(code)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made))
        if chance.random() < 0.4:
            made[at : at + chance.randint(1, 6)] = b""
        elif chance.random() < 0.8:
            made[at:at] = chance.choice(PUT_IN)
        else:
            del made[max(40, at) :]
    return bytes(made)


#: what raised errors once: a property and a method that stand in no object or class, an import without its name
ONCE = (
    b"{open:x=>new WebSocket(base+x),later",
    b';":9live"},mds:{ect(){const e=this;e.ws=new WebSocket(e.url);e.w',
    b'import{io as }from"socket.io-client";io("http://localhost:9000")',
)


def internal_errors(code: bytes) -> list[str]:
    report = analyse([(Source("a.js", code), Kind.JS)])
    return [error.message for error in report.errors if "internal" in error.message]


@pytest.mark.parametrize("code", ONCE)
def test_pieces_of_objects_and_classes(code: bytes) -> None:
    assert not internal_errors(code)


@pytest.mark.parametrize("seed", range(8))
def test_no_internal_error(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        code = b"".join(chance.choice(FILES).read_bytes() for _ in range(2))
        made = broken(code, chance)
        report = analyse([(Source("a.js", made), Kind.JS)])
        assert not [error.message for error in report.errors if "internal" in error.message], made.decode(
            errors="replace"
        )
