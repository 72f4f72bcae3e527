"""A finding's literal with another port or host in it, to see whether the connection follows."""

from __future__ import annotations

import re

from bundlescan.finding import Finding

MUTANT_PORT = 9777
MUTANT_HOST = "mutant.example"
_NUMBER = re.compile(r"(?<![\w.])(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE]\d+)?)(?![\w])")
_LITERAL = re.compile(r"(?!\d[\w.]*\s*[-+*])[\d\"'`:/]")
_PROPERTY = re.compile(r"(?:[\w$]+|\"[^\"]*\"|'[^']*')\s*:")
_ASSIGNED = re.compile(r"([\w$.]+)\s*[-+*]=")


def mutated(data: bytes, finding: Finding) -> bytes | None:
    """The file with the finding's place changed; None if the place spells nothing of what the finding says."""
    start, end = finding.start.offset, finding.end.offset
    place = data[start:end].decode("utf-8", "replace")
    changed = _scheme(place) if finding.rule_id == "socket-insecure-scheme" else _authority(place, finding)
    if (
        changed in (None, place) and not _LITERAL.match(place) and not _PROPERTY.match(place)
    ):  # an expression that computes the port
        target = _ASSIGNED.match(place)
        changed = f"{target[1]}={MUTANT_PORT}" if target else str(MUTANT_PORT)
    if changed in (None, place):
        changed = _nudged(place)
    return None if changed is None or changed == place else data[:start] + changed.encode() + data[end:]


def _nudged(place: str) -> str:
    """The last number of a place, or the last digit in a text of it, changed: what a port is computed from."""
    number = list(_NUMBER.finditer(place))[-1:]
    digit = list(re.finditer(r"\d", place))[-1:]
    for match, other in [(m, str(int(_value(m[0])) + 1)) for m in number] + [
        (m, str((int(m[0]) + 1) % 10)) for m in digit
    ]:
        return place[: match.start()] + other + place[match.end() :]
    return place


def _authority(place: str, finding: Finding) -> str | None:
    host = finding.host or ""
    if finding.rule_id.endswith("-local-host") and host.lower() in place.lower():
        bracketed = f"[{host.strip('[]')}]"
        return re.sub(re.escape(bracketed if bracketed in place else host), MUTANT_HOST, place, flags=re.IGNORECASE)
    if finding.port is None:
        return None
    digits = re.compile(rf"(?<![\w.]){finding.port}(?![\w.])")
    if digits.search(place):
        return digits.sub(str(MUTANT_PORT), place)
    return _NUMBER.sub(lambda m: str(MUTANT_PORT) if _value(m[0]) == finding.port else m[0], place)


def _scheme(place: str) -> str:
    secure = {"ws": "wss", "http": "https"}
    return re.sub(r"\b(ws|http)\b", lambda m: secure[m[0]], place)


def _value(text: str) -> float:
    return int(text, 16) if text[:2].lower() == "0x" else float(text)
