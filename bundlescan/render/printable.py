"""Text of scanned files made safe for a terminal: no control character, no direction override reaches it raw."""

from __future__ import annotations

_PICTURES = {c: 0x2400 + c for c in range(0x20)} | {0x7F: 0x2421}
_UNSEEN = (*range(0x80, 0xA0), 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_TABLE = _PICTURES | dict.fromkeys((*_UNSEEN, *range(0xD800, 0xE000)), 0xFFFD)


def printable(text: str) -> str:
    """``text`` with each control character replaced by one visible character, so that indices stay."""
    return text.translate(_TABLE)
