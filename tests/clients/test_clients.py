"""Every client of rules/clients: found in its source form, and by fingerprint alone in real bundles of its package.

A fixture is a tiny application of one client, named after it (``NAME.js``, ``NAME.package.js``); where it uses others
too, its first line lists all: ``// clients: stomp websocket``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bundlescan.finding import Finding, Severity
from bundlescan.match.client import builtin_clients
from bundlescan.pipeline import find
from tests.annotations import FIXTURES, differences
from tests.toolchain import CACHE, digest, node_env, npm_install, run

HERE = Path(__file__).parent
APPS = sorted((FIXTURES / "clients").glob("*.js"))
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in APPS}
MINIFIERS = ("esbuild", "terser")
#: fixtures of what no package has: the page's own constructors and functions, and a package that npm does not have; and
#: of a component, which a bundle has as code that calls Socket.IO
NATIVE = {"websocket", "eventsource", "fetch", "beacon", "xmlhttprequest", "meteor", "frappe-react-sdk"}
BUNDLED = [(app, minifier) for app in SOURCES if app not in NATIVE for minifier in MINIFIERS]
COMPILERS = ("typescript", "swc")
#: what is so small that a minifier leaves nothing but the page's constructor of it
INLINED = {"sockette"}
COMPILED = [(app, compiler) for app in SOURCES if app not in NATIVE for compiler in COMPILERS]


def clients_of(app: str) -> set[str]:
    listed = re.match(r"// clients: (.*)", SOURCES[app])
    return set(listed[1].split()) if listed else {app.removesuffix(".package")}


def flagged(path: Path) -> list[Finding]:
    report = find([str(path)])
    assert not report.errors
    return [finding for finding in report.findings if finding.severity is not Severity.NOTE]


def test_every_client_has_a_fixture() -> None:
    covered = set().union(*(clients_of(app) for app in SOURCES))
    assert covered == {client.name for client in builtin_clients() if client.connect}


@pytest.mark.parametrize("app", SOURCES)
def test_source(app: str) -> None:
    fixture = FIXTURES / "clients" / f"{app}.js"
    found = differences(fixture)
    assert not found, "\n".join(found)
    assert {finding.sink.name for finding in flagged(fixture) if finding.sink} == clients_of(app)


@cache
def bundles() -> Path:
    """A folder with every fixture bundled (NAME.MINIFIER.js), and every package without an application (lib-NAME)."""
    modules = npm_install(HERE / "npm")
    out = CACHE / "clients" / digest([*APPS, HERE / "bundle.mjs", HERE / "npm" / "package-lock.json"])
    if not (out / "complete").exists():
        out.mkdir(parents=True, exist_ok=True)
        apps = {app: source for app, source in SOURCES.items() if app not in NATIVE}
        apps |= {f"lib-{app}": library(source) for app, source in apps.items()}
        job = out / "job.json"
        job.write_text(json.dumps({"modules": str(modules), "out": str(out), "apps": apps}))
        run(["node", HERE / "bundle.mjs", job], env=node_env())
        (out / "complete").touch()
    return out


@cache
def compiled() -> Path:
    """A folder with every fixture bundled and compiled to ES5 (NAME.COMPILER.js)."""
    modules, compilers = npm_install(HERE / "npm"), npm_install(HERE.parent / "matrix")
    out = CACHE / "clients" / f"es5-{digest([*APPS, HERE / 'es5.mjs', HERE / 'npm' / 'package-lock.json'])}"
    if not (out / "complete").exists():
        out.mkdir(parents=True, exist_ok=True)
        apps = {app: source for app, source in SOURCES.items() if app not in NATIVE}
        job = out / "job.json"
        folders = {"modules": str(modules), "compilers": str(compilers), "out": str(out)}
        job.write_text(json.dumps({**folders, "apps": apps}))
        run(["node", HERE / "es5.mjs", job], env=node_env())
        (out / "complete").touch()
    return out


def library(source: str) -> str:
    """An application that takes all of the packages along and connects nowhere."""
    packages = dict.fromkeys(re.findall(r'\bfrom "([^"]+)";', source))
    lines = [f'import * as p{n} from "{package}";' for n, package in enumerate(packages)]
    return "\n".join([*lines, f"globalThis.all = [{', '.join(f'p{n}' for n in range(len(packages)))}];"])


@pytest.mark.bundles
@pytest.mark.parametrize(("app", "minifier"), BUNDLED)
def test_bundle(app: str, minifier: str) -> None:
    wanted = Counter(re.findall(r"// finding: (\S+) (\d+)", SOURCES[app]))
    found = flagged(bundles() / f"{app}.{minifier}.js")
    assert Counter((finding.rule_id, str(finding.port)) for finding in found) == wanted
    assert {finding.sink.name for finding in found if finding.sink} == clients_of(app)


@pytest.mark.bundles
@pytest.mark.parametrize(("app", "compiler"), COMPILED)
def test_es5(app: str, compiler: str) -> None:
    """However its classes, async functions and templates are made."""
    wanted = Counter(re.findall(r"// finding: (\S+) (\d+)", SOURCES[app]))
    found = flagged(compiled() / f"{app}.{compiler}.js")
    assert Counter((finding.rule_id, str(finding.port)) for finding in found) == wanted
    names = {finding.sink.name for finding in found if finding.sink}
    assert names == clients_of(app) or (app in INLINED and names == {"websocket"})


@pytest.mark.bundles
@pytest.mark.parametrize(("app", "minifier"), BUNDLED)
def test_library_alone_is_quiet(app: str, minifier: str) -> None:
    found = flagged(bundles() / f"lib-{app}.{minifier}.js")
    assert not found, [(finding.rule_id, finding.url, finding.sink) for finding in found]
