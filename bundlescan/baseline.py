"""A baseline: the findings of one day, accepted, so that only new ones count.

It is a set of fingerprints. Rule, port and URL stand beside each of them for the person who reviews the file; they are
not compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec

from bundlescan.finding import Finding, Report

VERSION = 1


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fingerprint: str
    rule_id: str = ""
    port: int | None = None
    url: str | None = None


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    findings: tuple[Entry, ...]


class BaselineError(Exception):
    """The file is not a baseline; the text names the file and the place in it."""


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """One entry per fingerprint, in an order that depends on the entries alone."""
    ordered = sorted(findings, key=lambda f: f.url or "", reverse=True)
    entries = {f.fingerprint: Entry(f.fingerprint, f.rule_id, f.port, f.url) for f in ordered}
    return Baseline(VERSION, tuple(sorted(entries.values(), key=lambda e: (e.rule_id, e.url or "", e.fingerprint))))


def dump(baseline: Baseline) -> bytes:
    """The file's bytes: one value per line, LF at the end."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2) + b"\n"


def load(path: str) -> Baseline:
    """Raises BaselineError if ``path`` cannot be read or is no baseline of a version known here."""
    try:
        baseline = msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such file; --write-baseline writes it") from None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = str(error).replace("Input data was truncated", "the file ends too early")
        raise BaselineError(f"{path}: not a baseline: {reason}") from None
    if baseline.version != VERSION:
        raise BaselineError(f"{path}: a baseline of version {baseline.version}, this is for version {VERSION}")
    return baseline


def apply(report: Report, baseline: Baseline) -> tuple[Report, tuple[Entry, ...]]:
    """``report`` without the known findings (counted in its summary), and the entries that no finding has any more."""
    known = {entry.fingerprint for entry in baseline.findings}
    new = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    summary = replace(report.summary, findings=len(new), baselined=len(report.findings) - len(new))
    met = {finding.fingerprint for finding in report.findings}
    stale = tuple(entry for entry in baseline.findings if entry.fingerprint not in met)
    return replace(report, findings=new, summary=summary), stale
