"""Values that other code changes before they are read, judged by execution: each script runs in Node with a page and a
WebSocket of its own, as it is and as the rewrite leaves it.

A connection to the page's host or to a local host must go to the page's origin afterwards; any other, and all that is
logged, must stay what it is. Where only finding is imprecise (the value is always overwritten, and still flagged),
nothing is said here.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bundlescan.pipeline import find, plan
from tests.annotations import FIXTURES
from tests.toolchain import node_env

pytestmark = pytest.mark.bundles

FOLDER = FIXTURES / "executed"
SCRIPTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.js"))}
MISSED: dict[str, str] = {}
PAGE = "page.example:8005"
RUN = f"""
const vm = require("vm"), scripts = JSON.parse(require("fs").readFileSync(0, "utf8")), out = {{}};
for (const [name, code] of Object.entries(scripts)) {{
  const urls = (out[name] = []);
  const log = (...said) => urls.push("said " + said.join(" "));
  class Socket {{constructor(u) {{urls.push(String(u))}}}}
  class Source {{constructor(u) {{urls.push(String(new URL(u, page.location.href)))}}}}
  const shown = {{set: (element, name, value) => (log(name, value), Reflect.set(element, name, value))}};
  const element = () => new Proxy({{}}, shown);
  const document = {{createElement: element, getElementById: element}};
  const page = {{WebSocket: Socket, EventSource: Source, URL, URLSearchParams, document, console: {{log}}, setTimeout}};
  page.window = page.self = page.globalThis = page;
  page.location = {{hostname: "page.example", host: "{PAGE}", port: "8005", protocol: "http:",
                   origin: "http://{PAGE}", href: "http://{PAGE}/"}};
  try {{vm.runInNewContext(code, page)}} catch (error) {{urls.push(String(error))}}
}}
setTimeout(() => console.log(JSON.stringify(out)), 50);
"""


def executed(scripts: dict[str, str]) -> dict[str, list[str]]:
    """Where each script connects."""
    ran = subprocess.run(
        ["node", "-e", RUN], input=json.dumps(scripts), env=node_env(), capture_output=True, text=True, check=True
    )
    connected: dict[str, list[str]] = json.loads(ran.stdout)
    return connected


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("scripts")
    after = {}
    for at, (name, code) in enumerate(SCRIPTS.items()):
        file = Path(folder, f"{at}.js")
        file.write_text(code, encoding="utf-8")
        after[name] = plan([str(file)]).after.get(str(file), code.encode()).decode()
    return after


@pytest.fixture(scope="module")
def before() -> dict[str, list[str]]:
    return executed(SCRIPTS)


@pytest.fixture(scope="module")
def after(rewritten: dict[str, str]) -> dict[str, list[str]]:
    return executed(rewritten)


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.xfail(reason=MISSED[n])) if n in MISSED else n for n in SCRIPTS],
)
def test_only_what_went_past_the_page_changes(
    name: str, before: dict[str, list[str]], after: dict[str, list[str]]
) -> None:
    assert len(before[name]) == len(after[name])
    for was, now in zip(before[name], after[name], strict=True):
        if ("//page.example:" in was or "//localhost:" in was) and not was.startswith("said "):
            assert f"//{PAGE}/" in f"{now}/"
        else:
            assert now == was


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name.startswith("only-these-calls-")])
def test_what_is_found_is_what_is_opened(name: str, before: dict[str, list[str]]) -> None:
    found = find([str(FOLDER / f"{name}.js")]).findings
    urls = {str(finding.url).replace("{location.hostname}", "page.example") for finding in found}
    assert urls == set(before[name])
