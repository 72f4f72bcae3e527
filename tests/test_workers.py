"""Workers: what a page posts to one is what its script connects to."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundlescan.pipeline import find, plan
from bundlescan.source import Source

HANDLER = "self.onmessage=e=>{new WebSocket(e.data.url)};"


def urls(folder: Path, **files: str) -> list[tuple[str, str | None]]:
    """Rule and URL of everything that is found in ``files``, notes too."""
    for name, code in files.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    return [(found.rule_id, found.url) for found in find([str(folder)]).findings]


def test_posted_to_the_worker_with_that_script(tmp_path: Path) -> None:
    page = """
        const feed = new Worker(new URL("/assets/feed.js", import.meta.url)), other = new Worker("other.js?v=1");
        feed.postMessage({ url: `ws://${location.hostname}:9000/feed` });
        other.postMessage({ url: "ws://api.example.com:9000/other" });
        window.parent.postMessage({ url: "ws://localhost:1/x" }, "*");
    """
    assert urls(tmp_path, page=page, feed=HANDLER, other=HANDLER) == [
        ("socket-public-host", "ws://api.example.com:9000/other"),
        ("socket-hardcoded-port", "ws://{location.hostname}:9000/feed"),
    ]


def test_posted_through_the_port_of_a_shared_worker(tmp_path: Path) -> None:
    page = """
        const hub = new SharedWorker("hub.js");
        hub.port.postMessage(["open", { host: location.hostname, port: 9000 }]);
        hub.port.postMessage(["close"]);
    """
    hub = """onconnect = (event) => {
        const port = event.ports[0];
        port.onmessage = ({ data: [type, to] }) => {
            if (type === "open") new WebSocket(`ws://${to.host}:${to.port}/hub`);
        };
    };"""
    assert urls(tmp_path, page=page, hub=hub) == [("socket-hardcoded-port", "ws://{location.hostname}:9000/hub")]
    after = plan([str(tmp_path)]).after
    assert [Path(name).name for name in after] == [
        "hub.js"
    ]  # the port may be used elsewhere: decided where it connects


TEXTS = {
    "template": 'const t=`const u="ws://${location.hostname}:9000/a";new WebSocket(u)`;',
    "plus": "const t='const u=\"ws://'+location.hostname+':9000/a\";new WebSocket(u)';",
    "concat": "const t='const u=\"ws://'.concat(location.hostname,':9000/a\";new WebSocket(u)');",
    "escaped": 'const t="const u=\\"ws://"+location.hostname+":9000/a\\";new WebSocket(u)";',
    "a value in the code": "const t=`/* it's */ const p=${9000};new WebSocket('ws://${location.hostname}:'+p+'/a')`;",
}
MADE = 'new Worker(URL.createObjectURL(new Blob([t],{type:"text/javascript"})));'


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_code_of_a_worker_in_a_text(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.js"
    file.write_text(text + MADE, encoding="utf-8")
    (finding,) = find([str(file)]).findings
    assert finding.url == "ws://{location.hostname}:9000/a"
    assert text[finding.start.offset : finding.end.offset] == "9000"  # where the file spells it
    after = plan([str(file)]).after[str(file)].decode()
    assert "new URL(self.location.origin).hostname" in after  # a blob's location has no host
    assert after.replace("self.location.origin", "").count("location") == text.count("location")


def test_a_text_without_values_is_read_whatever_it_spells(tmp_path: Path) -> None:
    code = r"""const t="const q=/[\"']/;new WebSocket(\"ws://localhost:9000/a\")";""" + MADE
    assert urls(tmp_path, a=code) == [("socket-local-host", "ws://localhost:9000/a")]


NO_CODE = {
    "another kind of text": 'const t="new WebSocket(\\"ws://localhost:9000/a\\")";new Worker("x.js");'
    'new Blob([t],{type:"text/plain"});',
    "not made a Blob": 'const t="new WebSocket(\\"ws://localhost:9000/a\\")";new Worker("x.js");new Blob([s]);',
    "a quote with values and a back-tick": "const t='const u=\"`'+location.hostname+':9000\";new WebSocket(u)';" + MADE,
    "a string that does not end": "new Worker(x);new Blob([t]);t='}\nnew WebSocket(`}`)",
    "no code": 'const t="see new WebSocket(url, for example at localhost:9000";' + MADE,
}


@pytest.mark.parametrize("code", NO_CODE.values(), ids=NO_CODE)
def test_other_texts_stay_texts(code: str) -> None:
    source = Source("a.js", code.encode())
    assert source.unpacked is source


@pytest.mark.parametrize(
    "code",
    [
        """new Blob(["new WebSocket('ws://"+location.hostname+":9000/x')"])""",
        """new Blob([`(${function(){new WebSocket(`ws://${new URL(location.origin).hostname}:9000/x`)}})()`])""",
        """new Blob(["("+function(){new WebSocket("ws://"+new URL(location.origin).hostname+":9000/x")}+")()"])""",
    ],
)
def test_what_is_shown_of_a_worker_stands_in_the_file(tmp_path: Path, code: str) -> None:
    file = tmp_path / "a.js"
    file.write_text(f"const w=new Worker(URL.createObjectURL({code}));", encoding="utf-8")
    found = find([str(file)]).findings
    assert found
    for finding in found:
        texts = [finding.excerpt, *(part for step in finding.trace for part in (step.before, step.text, step.after))]
        assert finding.excerpt[finding.excerpt_start : finding.excerpt_end].endswith("9000")
        assert all(piece in file.read_text() for text in texts for piece in text.split("…"))
