"""What is said of a finding in one or a few lines, for the formats that have room for no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bundlescan.finding import Confidence
from bundlescan.render.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bundlescan.finding import Finding, Notice, ScanError, Sink

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
        yield "opened by", printable(_client(finding.sink))
    if reason := doubt(finding):
        yield "doubt", reason
    if finding.original:
        original = finding.original
        yield "source", printable(f"{original.path}:{original.line}:{original.column}")


def doubt(finding: Finding) -> str:
    """Why a finding has not high confidence; empty where it has."""
    if finding.confidence is Confidence.HIGH:
        return ""
    if finding.confidence is Confidence.LOW and finding.when:
        return "the condition looks like one for development only"
    if any(step.note.endswith(" could not be followed") for step in finding.trace):
        return "the way from here to the call could not be followed in full"
    if finding.sink is None and finding.port:
        return "what uses this URL could not be followed"
    return "only a run tells whether this address is used"


def _client(sink: Sink) -> str:
    if not sink.usual:
        return f"{sink.name}, here called {sink.callee}"
    return sink.callee if sink.callee.lower() == sink.name else sink.name


def remedy(finding: Finding) -> str:
    """The command that goes on from here."""
    return "bundlescan rewrite --same-origin" if finding.fix else f"bundlescan explain {finding.rule_id}"


def error_text(error: ScanError) -> str:
    """What happened to a file, without its name."""
    return f"{'not analysed' if error.fatal else 'analysed around'}: {printable(error.message)}"


def notice_text(notice: Notice) -> str:
    """What had no effect in a file, without its name."""
    return f"without effect: {printable(notice.message)}"
