"""What a scan's files say about replacing those that a plan changes: reasons not to, and what else to know.

Nothing is written here. Looked at are compressed siblings, ``integrity`` hashes in pages, hashed file names and
service workers, as far as they are among the scanned files or stand beside a changed one.
"""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bundlescan.collect import Candidate, Kind
from bundlescan.finding import Plan
from bundlescan.markup import COMPONENTS, integrity_references
from bundlescan.source import Source

COMPRESSED = (".gz", ".br", ".zst")
ALGORITHMS = ("sha256", "sha384", "sha512")  # of Subresource Integrity, the weakest first
WORKER_NAME = re.compile(r"^(sw|service-?worker|ngsw|workbox)\b.*\.m?js$", re.IGNORECASE)
WORKER_CODE = re.compile(rb"precacheAndRoute|__WB_MANIFEST|__precacheManifest|caches\.open")


@dataclass(frozen=True, slots=True)
class Survey:
    """One line each: ``refusals`` say why writing would leave the site broken, ``warnings`` what else to know."""

    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def survey(plan: Plan, files: Sequence[Candidate]) -> Survey:
    """What speaks against writing ``plan``; ``files`` are those of the scan."""
    if not plan.after:
        return Survey()
    refusals = [*_compressed_siblings(plan), *_pinned_by_pages(plan, files)]
    warnings = [*_kept_hashes(plan), *_precached(plan, files)]
    return Survey(tuple(dict.fromkeys(refusals)), tuple(dict.fromkeys(warnings)))


def _compressed_siblings(plan: Plan) -> Iterator[str]:
    for path in plan.after:
        real = os.path.realpath(path)
        places = [path] if os.path.realpath(os.path.dirname(path) or ".") == os.path.dirname(real) else [path, real]
        for sibling in (place + suffix for place in places for suffix in COMPRESSED):
            if os.path.lexists(sibling):
                yield (
                    f"{sibling} would still hold the old {PurePosixPath(path).name}: delete it, or --force this and "
                    "compress again"
                )


def _pinned_by_pages(plan: Plan, files: Sequence[Candidate]) -> Iterator[str]:
    names = {PurePosixPath(path).name: path for path in plan.after}
    hashes = {digest: path for path in plan.after for digest in _integrity_hashes(plan.before[path])}
    for page in _pages(files):
        for reference in integrity_references(page):
            covered = [names.get(unquote(PurePosixPath(urlsplit(reference.url).path).name))]
            covered += [hashes.get(token.partition("?")[0]) for token in reference.hashes.split()]
            for path in dict.fromkeys(path for path in covered if path):
                algorithm, pins = _strongest(reference.hashes)
                fresh = _integrity_hash(algorithm, plan.after[path])
                if fresh not in pins:
                    line = page.position(reference.span.start).line
                    yield (
                        f"{page.path}:{line} pins {path} with an integrity hash: browsers would refuse the changed "
                        f"file. Delete that hash there, or put {fresh} in its place"
                    )


def _strongest(hashes: str) -> tuple[str, tuple[str, ...]]:
    """The algorithm that a browser goes by where an ``integrity`` names several, and the hashes of that one."""
    pins = [token.partition("?")[0] for token in hashes.split()]
    named = [name for name in ALGORITHMS if any(pin.startswith(f"{name}-") for pin in pins)]
    algorithm = named[-1] if named else "sha384"
    return algorithm, tuple(pin for pin in pins if pin.startswith(f"{algorithm}-"))


def _pages(files: Sequence[Candidate]) -> Iterator[Source]:
    for file in files:
        if file.kind is Kind.COMPONENT and PurePosixPath(file.path).suffix.lower() not in COMPONENTS:
            page = file.load()
            if isinstance(page, Source) and b"integrity" in page.data:
                yield page


def _integrity_hashes(data: bytes) -> Iterator[str]:
    for name in ALGORITHMS:
        yield _integrity_hash(name, data)


def _integrity_hash(algorithm: str, data: bytes) -> str:
    return f"{algorithm}-{b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def _kept_hashes(plan: Plan) -> Iterator[str]:
    yield from plan.kept
    long = " (bench's nginx lets them for a year)" if plan.for_frappe else ""
    for path in plan.after:
        if hash_in(PurePosixPath(path).name) and path not in plan.renamed:
            other = "" if plan.rehashed else ". --rehash gives it another name"
            yield (
                f"{path}: the name holds a content hash and stays the same: browsers that have the old file in their "
                f"cache go on using it{long}{other}"
            )


def hash_in(name: str) -> str | None:
    """What looks like a content hash in a file name: ``index-B7kQx2Zr.js``, ``desk.bundle.4F2QK7XA.js``,
    ``main.3f2a91bc.js``."""
    stem = re.sub(r"\.[cm]?js$", "", name)
    tails = (re.search(r"-([\w-]{8})$", stem), re.search(r"[-.]([A-Za-z0-9_]{4,})$", stem))
    return next((tail[1] for tail in tails if tail and _random(tail[1])), None)


def _random(text: str) -> bool:
    """Digits beside letters, or capitals inside: ``3f2a91bc``, ``BxK3``; no word, no version, no year."""
    beside = bool(re.search(r"[0-9]", text) and re.search(r"[A-Za-z]", text))
    mixed = bool(re.search(r"[a-z]", text) and re.search(r"[A-Z]", text))
    capitals = bool(re.search(r"[A-Z]", text[1:]))
    return (beside and (mixed or len(text) >= 8)) or (capitals and len(text) == 8)


def _precached(plan: Plan, files: Sequence[Candidate]) -> Iterator[str]:
    kept = [path for path in plan.after if path not in plan.renamed]  # a new name is told to the worker
    names = {PurePosixPath(path).name.encode("utf-8", "surrogateescape"): path for path in kept}
    for file in files:
        if file.kind is not Kind.JS:
            continue
        source = file.load()
        if not isinstance(source, Source):
            continue
        if WORKER_NAME.match(PurePosixPath(file.path).name) or WORKER_CODE.search(source.data):
            for path in (path for name, path in names.items() if name in source.data and path != file.path):
                yield (
                    f"{file.path}: this service worker caches {PurePosixPath(path).name} and may go on serving the old "
                    "one: change its revision there too, or have visitors clear their site data"
                )
