"""A Frappe bench: which ports it serves on, which files it serves, and what its settings say about a report.

Read are ``sites/common_site_config.json`` and ``sites/*/site_config.json``. Nothing of a bench is run.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape, glob
from pathlib import Path, PurePath
from typing import Any

from bundlescan.collect import collect
from bundlescan.finding import Finding, Notice, Report, SinkKind

COMMON = "common_site_config.json"
#: setting -> what it is, to a person
PORTS = {"socketio_port": "your Socket.IO port", "webserver_port": "your web server's port"}
DEV_SERVER = "dev_server"
_DEV_SERVER_NOTICE = (
    "dev_server is on: with it (window.dev_server in the page) Frappe's desk connects to the Socket.IO port itself, "
    "not to the page's own origin; current Frappe takes it from the environment variable DEV_SERVER: turn both off in "
    "production"
)


class BenchError(ValueError):
    """A folder that is no bench, or a configuration that cannot be read: one line that names it."""


@dataclass(frozen=True, slots=True)
class Port:
    """A port that a bench serves on, the setting that says so and its file, from the bench."""

    number: int
    setting: str
    file: str


@dataclass(frozen=True, slots=True)
class Bench:
    """``assets``: the folders that it serves scripts from. ``dev_servers``: the files in which dev_server is on, as
    reports call them, and from the bench."""

    ports: tuple[Port, ...]
    dev_servers: tuple[tuple[str, str], ...]
    assets: tuple[str, ...]

    def explain(self, report: Report) -> Report:
        """``report`` with what the bench's settings say about it."""
        notices = [Notice(path, None, _DEV_SERVER_NOTICE) for path, _ in self.dev_servers]
        findings = tuple(self._explained(finding) for finding in report.findings)
        return replace(report, findings=findings, notices=(*report.notices, *notices))

    def _explained(self, finding: Finding) -> Finding:
        said = [finding.message, *self._port(finding)]
        if self.dev_servers and finding.when is not None and DEV_SERVER in finding.when:
            files = _listed([file for _, file in self.dev_servers])
            said.append(f"it is used where the page has dev_server, which is on in {files}")
        return replace(finding, message="; ".join(said)) if len(said) > 1 else finding

    def _port(self, finding: Finding) -> Iterator[str]:
        if finding.port is None or finding.rule_id == "ignored-port-option":
            return
        for setting, name in PORTS.items():
            files = [port.file for port in self.ports if (port.number, port.setting) == (finding.port, setting)]
            if files:
                yield f"this is {name} ({setting} in {_listed(files)})"
        others = [port for port in self.ports if port.setting == "socketio_port"]
        known = finding.port in {port.number for port in self.ports}
        if not known and others and finding.sink is not None and finding.sink.kind is SinkKind.SOCKET:
            numbers = " or ".join(str(number) for number in dict.fromkeys(port.number for port in others))
            yield f"your Socket.IO port is {numbers} (socketio_port in {_listed([port.file for port in others])})"


def _listed(files: Sequence[str]) -> str:
    return ", ".join(files[:2]) + (f" and {len(files) - 2} more" if len(files) > 2 else "")


def read_bench(folder: str) -> Bench:
    """The bench in ``folder``. Raises BenchError."""
    sites = os.path.join(folder, "sites")
    if not os.path.isdir(sites):
        raise BenchError(f"{folder}: is no bench: it has no folder called sites")
    files = [os.path.join(sites, COMMON), *sorted(glob(os.path.join(escape(sites), "*", "site_config.json")))]
    configs = {file: _config(file) for file in files if os.path.lexists(file)}
    if not configs:
        raise BenchError(f"{folder}: is no bench: sites holds no {COMMON} and no site_config.json")
    ports, dev_servers = [], []
    for file, config in configs.items():
        inside = PurePath(os.path.relpath(file, folder)).as_posix()
        ports += [
            Port(_port_number(config[setting], setting, file), setting, inside)
            for setting in PORTS
            if config.get(setting) is not None
        ]
        if config.get(DEV_SERVER) not in (None, False, 0, "0", ""):
            dev_servers.append((PurePath(file).as_posix(), inside))
    return Bench(tuple(ports), tuple(dev_servers), _assets(folder))


def _config(file: str) -> dict[str, Any]:
    try:
        config = json.loads(Path(file).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BenchError(f"{file}: cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise BenchError(f"{file}: is not JSON: {error}") from None
    if not isinstance(config, dict):
        raise BenchError(f"{file}: is not a JSON object")
    return config


def _port_number(value: object, setting: str, file: str) -> int:
    text = str(value)
    if isinstance(value, (int, str)) and text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65_536:
        return int(text)
    raise BenchError(f"{file}: {setting} is no port: {text[:40]!r}")


def _assets(folder: str) -> tuple[str, ...]:
    """The folders with scripts that the bench serves: sites/assets, which links to the apps' public folders, and those
    themselves, as an app may not be linked."""
    public = sorted(glob(os.path.join(escape(folder), "apps", "*", "*", "public")))
    places = [path for path in (os.path.join(folder, "sites", "assets"), *public) if os.path.isdir(path)]
    return tuple(path for path in places if collect([path]).files)
