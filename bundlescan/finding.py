"""What a scan reports: findings, their traces, and the report that holds them.

Everything here is a frozen, picklable value. A finding is complete before anything renders it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bundlescan.fix import Fix
from bundlescan.source import Position


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error: larger is worse."""
        return ("note", "warning", "error").index(self.value)


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class SinkKind(StrEnum):
    SOCKET = "socket"
    EVENTSOURCE = "eventsource"
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class Sink:
    """The call that connects: ``name`` is the stem of the client's TOML file, ``callee`` what the
    code calls it here (``Kh``), which is ``usual`` where it is a name that the client has itself."""

    kind: SinkKind
    name: str
    callee: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the way from the literal to the connecting call. ``text`` is a short excerpt of the
    code there (at most a few dozen characters), ``note`` says in words what happens there; ``before`` and ``after``
    are the code around it, as short and on one line."""

    path: str
    start: Position
    end: Position
    text: str
    note: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as reports show it: ``new`` in place of what stands from ``start`` to ``end``. ``old`` is a short excerpt
    of that, ``before`` and ``after`` the code around it; ``between``, where a reader takes it and the one in front of
    it for one, the code from there."""

    path: str
    start: Position
    end: Position
    old: str
    new: str
    before: str
    after: str
    between: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proven edits that end a finding, and what they do in one line."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The place in the original source, through the source map: line and column 1-based."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    rule_id: str
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    start: Position
    end: Position
    fingerprint: str
    sink: Sink | None = None
    url: str | None = None
    port: int | None = None
    host: str | None = None
    when: str | None = None
    trace: tuple[Step, ...] = ()
    original: Original | None = None
    fix: str | None = None  # "same-origin" where rewrite has a proven edit for the class, else None
    excerpt: str = ""  # the code around the place, one line, place included, cut to a few dozen characters
    excerpt_start: int = 0  # index (code points) of the place inside ``excerpt``
    excerpt_end: int = 0
    paths: tuple[str, ...] = ()  # of the requests, as ``url`` spells them: ``/socket.io/``, ``/live/{…}``, ``{…}``
    proposal: Proposal | None = None  # where the run was asked for edits and there are proven ones


@dataclass(frozen=True, slots=True)
class ScanError:
    """A file or PATH that could not be analysed (``fatal``: exit code 2), or only around a syntax error."""

    path: str
    message: str
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a file that had no effect: a comment that accepts nothing, a baseline entry that nothing has any
    more (``line`` None). It changes no exit code."""

    path: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    files: int = 0
    bytes: int = 0
    parsed: int = 0
    findings: int = 0
    seconds: float = 0.0
    baselined: int = 0
    suppressed: int = 0  # findings that comments in the sources accept


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one ``find``: findings (notes included) sorted by path and offset."""

    findings: tuple[Finding, ...] = ()
    errors: tuple[ScanError, ...] = ()
    summary: Summary = field(default_factory=Summary)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFix:
    """A fix, the findings that it ends, and why it is safe (one line)."""

    fix: Fix
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The result of planning ``rewrite --same-origin``.

    ``report`` is the find report before the edits; ``fixes`` are proven; ``remaining`` are the findings at
    or above warning that the planned result would still have (each with ``reasons[fingerprint]`` saying why
    it is left alone); ``after`` maps each changed path to its new bytes. ``renamed``: the new names of files that were
    asked to get one, by path; ``kept``: why others could not; ``rehashed``: whether names were asked for.
    ``for_frappe``: the scanned code shows that its server is Frappe's.
    """

    report: Report
    fixes: tuple[PlannedFix, ...]
    remaining: tuple[Finding, ...]
    reasons: dict[str, str]
    before: dict[str, bytes]
    after: dict[str, bytes]
    renamed: dict[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    rehashed: bool = False
    for_frappe: bool = False
