"""What is said of a finding in one or a few lines, for the formats that have room for no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bundlescan.finding import Finding, Notice, ScanError

PORT_GUARD = "location.port"
NO_PORT_ADVICE = "serve the page on port 80 or 443 and this port is never used"


def facts(finding: Finding) -> Iterable[tuple[str, str]]:
    """Label and value, printable: the URL, when it is used, what opens it, where it stands in the sources."""
    if finding.url:
        yield "url", printable(finding.url)
    if finding.when == PORT_GUARD:
        yield "when", f"the page's own URL shows a port: {NO_PORT_ADVICE}"
    elif finding.when:
        yield "when", printable(finding.when)
    if finding.sink:
        yield "opened by", printable(f"{finding.sink.name}, here called {finding.sink.callee}")
    if finding.original:
        original = finding.original
        yield "source", printable(f"{original.path}:{original.line}:{original.column}")


def remedy(finding: Finding) -> str:
    """The command that goes on from here."""
    return "bundlescan rewrite --same-origin" if finding.fix else f"bundlescan explain {finding.rule_id}"


def error_text(error: ScanError) -> str:
    """What happened to a file, without its name."""
    return f"{'not analysed' if error.fatal else 'analysed around'}: {printable(error.message)}"


def notice_text(notice: Notice) -> str:
    """What had no effect in a file, without its name."""
    return f"without effect: {printable(notice.message)}"
