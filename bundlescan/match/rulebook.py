"""The rules and clients of a run: the built-in ones, and those that the user adds (``--rules``).

An own file in ``--rules`` is a client if it says how something connects (``connect``, ``dev``) or lies in a folder
``clients``, else a rule. It is called as its file. One with the name of a built-in rule or client replaces it; a new
rule has a ``where``: it takes findings of the built-in rules over and says them its own way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from string import Formatter

from bundlescan.finding import Confidence, Finding, Severity
from bundlescan.match.client import Client, Rule, builtin_clients, builtin_rules, load
from bundlescan.rulefiles import rules_folder
from bundlescan.tomlfile import Document, Keys, TomlError, read, suggestion

_PLACEHOLDERS = ("client", "port", "host", "scheme", "option")
_OWN_PLACEHOLDERS = ("client", "port", "host", "url")


@dataclass(frozen=True, slots=True)
class Rulebook:
    """``rules`` by id; ``own`` are those that take findings over, in the order of their ids; ``pages`` are Markdown
    files beside own rules."""

    rules: dict[str, Rule]
    clients: tuple[Client, ...]
    own: tuple[Rule, ...] = ()
    pages: tuple[tuple[str, Path], ...] = ()

    def page(self, rule_id: str) -> str:
        """The Markdown page of a rule; without one, its title and severity; for the rule of another run, its id."""
        builtin = rules_folder() / f"{rule_id}.md"
        for path in (*(path for name, path in self.pages if name == rule_id), builtin):
            if path.is_file():
                return path.read_text(encoding="utf-8", errors="replace")
        rule = self.rules.get(rule_id)
        return f"# {rule_id}\n\n{rule.title} ({rule.severity}).\n" if rule else f"# {rule_id}\n"

    def check(self, rule_ids: Iterable[str]) -> str | None:
        """What is wrong with rule ids, in words; None if nothing is."""
        return next((f"no rule {r!r}: {suggestion(r, self.rules)}" for r in rule_ids if r not in self.rules), None)

    def said(self, finding: Finding) -> Finding:
        """A finding in the words of the first own rule that takes it over."""
        rule = next((rule for rule in self.own if _takes(rule, finding)), None)
        if rule is None:
            return finding
        client = finding.sink and next((c.title for c in self.clients if c.name == finding.sink.name), "")
        message = rule.message.format(
            client=client or "this", port=finding.port or "", host=finding.host or "", url=finding.url or ""
        )
        guarded = finding.confidence is Confidence.LOW and rule.severity is Severity.ERROR
        return replace(
            finding,
            rule_id=rule.id,
            severity=Severity.WARNING if guarded else rule.severity,
            message=message,
            fingerprint=hashlib.sha256(f"{rule.id}\0{finding.fingerprint}".encode()).hexdigest()[:20],
        )


def _takes(rule: Rule, finding: Finding) -> bool:
    where, sink = rule.where, finding.sink
    assert where is not None
    return (
        (not where.rules or finding.rule_id in where.rules)
        and (not where.clients or (sink is not None and sink.name in where.clients))
        and (not where.kinds or (sink is not None and sink.kind in where.kinds))
        and (not where.ports or finding.port in where.ports)
        and (not where.hosts or any(fnmatchcase(finding.host or "", pattern) for pattern in where.hosts))
        and (not where.urls or any(fnmatchcase(finding.url or "", pattern) for pattern in where.urls))
    )


@lru_cache(maxsize=8)
def rulebook(own: tuple[str, ...] = ()) -> Rulebook:
    """The built-in rules and clients, and those in the files and folders ``own``. Raises TomlError."""
    rules, clients = dict(builtin_rules()), {client.name: client for client in builtin_clients()}
    files = [(path, shown) for place in own for path, shown in _files(place)]
    pages = []
    documents = [(path, read(str(path), shown)) for path, shown in files]
    for path, document in documents:
        if _is_client(path, document):
            clients[path.stem] = _client(path, document)
    for path, document in documents:
        if not _is_client(path, document):
            rules[path.stem] = _rule(path, document, clients)
            if path.with_suffix(".md").is_file():
                pages.append((path.stem, path.with_suffix(".md")))
    taking = tuple(rule for _, rule in sorted(rules.items()) if rule.where is not None)
    return Rulebook(dict(sorted(rules.items())), tuple(clients.values()), taking, tuple(pages))


def _files(place: str) -> Iterator[tuple[Path, str]]:
    """The TOML files at a PATH, with their names in messages."""
    root = Path(place)
    if root.is_dir():
        found = sorted([*root.glob("*.toml"), *(root / "clients").glob("*.toml")])
        if not found:
            raise TomlError(f"{place}: there is no *.toml and no clients/*.toml in this folder")
        yield from ((path, path.as_posix()) for path in found)
    else:
        yield root, place  # ``read`` says what is wrong with it


def _is_client(path: Path, document: Document) -> bool:
    return path.parent.name == "clients" or not document.table.keys().isdisjoint(("connect", "dev"))


def _client(path: Path, document: Document) -> Client:
    client = load(Client, path, document.path)
    if not client.connect and not client.dev:
        raise document.error((), "this client says neither how it connects ([[connect]]) nor what a `dev` client holds")
    for index, way in enumerate(client.connect):
        named = way.exports and client.packages
        if not (named or way.globals or way.fingerprints or way.objects):
            message = "nothing says how to recognise it: give exports (with packages), globals, fingerprints or objects"
            raise document.error(("connect", index), message)
        if (way.how == "method") != bool(way.methods):
            raise document.error(("connect", index), 'how = "method" and methods belong together')
    return client


def _rule(path: Path, document: Document, clients: Mapping[str, Client]) -> Rule:
    rule, known = load(Rule, path, document.path), builtin_rules()
    if rule.where is None and rule.id not in known:
        raise document.error((), f"{rule.id} is no built-in rule, so it needs a [where]: which findings are meant")
    if rule.where is not None and rule.id in known:
        raise document.error(("where",), f"{rule.id} is a built-in rule: only its texts and severity can be replaced")
    allowed = _PLACEHOLDERS if rule.where is None else _OWN_PLACEHOLDERS
    _check_message(document, rule.message, allowed)
    if rule.where is not None:
        if not any((rule.where.rules, rule.where.clients, rule.where.kinds, rule.where.hosts, rule.where.ports,
                    rule.where.urls)):  # fmt: skip
            raise document.error(("where",), "says nothing: give rules, clients, kinds, hosts, ports or urls")
        _check_names(document, ("where", "rules"), rule.where.rules, known)
        _check_names(document, ("where", "clients"), rule.where.clients, clients)
    return rule


def _check_message(document: Document, message: str, allowed: Sequence[str]) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError as error:
        raise document.error(("message",), f"{error} (a brace is written twice: {{{{)") from None
    for name in names:
        if name not in allowed:
            raise document.error(("message",), f"nothing is called {{{name}}}: {suggestion(name, allowed)}")


def _check_names(document: Document, keys: Keys, names: Sequence[str], known: Iterable[str]) -> None:
    known = list(known)
    for index, name in enumerate(names):
        if name not in known:
            raise document.error((*keys, index), f"no {str(keys[-1])[:-1]} {name!r}: {suggestion(name, known)}")
