"""A small report and the plan for it, as the analysis would make them, without running it."""

from __future__ import annotations

from pathlib import Path

from bundlescan.excerpt import excerpt
from bundlescan.finding import (
    Change,
    Confidence,
    Finding,
    Original,
    Plan,
    PlannedFix,
    Proposal,
    Report,
    ScanError,
    Severity,
    Sink,
    SinkKind,
    Step,
    Summary,
)
from bundlescan.fix import Edit, Fix, apply_edits
from bundlescan.source import Source, Span

CODE = (
    'var x=1,y=function(){this.socket_port=o!=null?o:"9000",this.host=(i=window.location)==null?void 0:i.hostname};\n'
    "Kh(`${this.url}`,{auth:n});/* é😀 */new WebSocket(`ws://localhost:8080/live/${id}`)"
)
URL = "{location.protocol}//{location.hostname}:9000/{…}"


def source(path: str, code: str = CODE) -> Source:
    return Source(path, code.encode())


def span(source: Source, text: str) -> Span:
    start = source.data.index(text.encode())
    return Span(start, start + len(text.encode()))


def step(source: Source, text: str, note: str) -> Step:
    at = span(source, text)
    before, _, after = excerpt(source, at).parts
    return Step(source.path, source.position(at.start), source.position(at.end), text, note, before, after)


def proposal(source: Source) -> Proposal:
    at = span(source, '"9000"')
    before, old, after = excerpt(source, at).parts
    start, end = source.position(at.start), source.position(at.end)
    change = Change(source.path, start, end, old, "location.port", before, after)
    return Proposal('"9000" -> location.port', (change,))


def hardcoded_port(source: Source) -> Finding:
    at = span(source, '"9000"')
    shown = excerpt(source, at)
    return Finding(
        rule_id="socket-hardcoded-port",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message="the socket goes to port 9000 of the page's host, past the proxy that serves the page",
        path=source.path,
        start=source.position(at.start),
        end=source.position(at.end),
        fingerprint="1111111111111111",
        sink=Sink(SinkKind.SOCKET, "socket.io-client", "Kh"),
        url=URL,
        port=9000,
        host="{location.hostname}",
        when="location.port",
        paths=("/socket.io/",),
        trace=(step(source, '"9000"', "the port"), step(source, "Kh(`${this.url}`,{auth:n})", "connects")),
        original=Original("src/socket.ts", 12, 5),
        fix="same-origin",
        excerpt=shown.text,
        excerpt_start=shown.start,
        excerpt_end=shown.end,
        proposal=proposal(source),
    )


def local_host(source: Source) -> Finding:
    at = span(source, "localhost:8080")
    shown = excerpt(source, at)
    return Finding(
        rule_id="socket-local-host",
        severity=Severity.WARNING,
        confidence=Confidence.LOW,
        message="the socket goes to a program on the visitor's own machine",
        path=source.path,
        start=source.position(at.start),
        end=source.position(at.end),
        fingerprint="2222222222222222",
        sink=Sink(SinkKind.SOCKET, "websocket", "WebSocket", usual=True),
        url="ws://localhost:8080/live/{…}",
        port=8080,
        host="localhost",
        trace=(step(source, "localhost:8080", "the host"), step(source, "new WebSocket", "connects")),
        excerpt=shown.text,
        excerpt_start=shown.start,
        excerpt_end=shown.end,
    )


def same_origin(source: Source) -> Finding:
    point = source.position(4)
    return Finding(
        "socket-same-origin", Severity.NOTE, Confidence.HIGH, "the page's own origin", source.path, point, point, "33"
    )


def report(path: str = "dist/assets/index-B7kQx2Zr.js") -> Report:
    code = source(path)
    findings = (hardcoded_port(code), local_host(code), same_origin(code))
    errors = (ScanError("dist/a.js", "is binary, not text"), ScanError("dist/b.js", "syntax error at 1:7", fatal=False))
    return Report(findings, errors, Summary(files=3, bytes=1_230_000, parsed=1, findings=3, seconds=0.21))


def plan(path: str, code: str = CODE) -> Plan:
    """For a file at ``path`` that holds ``code``: the port edited, the local host left."""
    before = source(path, code)
    finding = hardcoded_port(before)
    left = local_host(before)
    edit = Edit(path, span(before, '"9000"'), "location.port")
    return Plan(
        report=Report((finding, left)),
        fixes=(PlannedFix(Fix('"9000" -> location.port', (edit,)), (finding,)),),
        remaining=(left,),
        reasons={left.fingerprint: "a local program may be meant"},
        before={path: before.data},
        after={path: apply_edits(before.data, [edit])},
        for_frappe=True,
    )


def plan_on_disk(path: Path, code: str = CODE) -> Plan:
    """The same, with the file written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(code.encode())
    return plan(str(path), code)
