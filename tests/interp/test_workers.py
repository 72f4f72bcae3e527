"""Workers run beside the page, each with a global object of its own, and are sent messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bundlescan.collect import Kind
from bundlescan.interp.model import realm
from bundlescan.pipeline import analyse
from bundlescan.source import Source
from tests.interp.runner import printed


def loader(scripts: dict[str, str]) -> Callable[[str], Callable[[], object] | None]:
    def load(url: str) -> Callable[[], object] | None:
        code = scripts.get(url.rpartition("/")[2])
        return None if code is None else lambda: realm.evaluate(code)

    return load


def page(code: str, **scripts: str) -> list[str]:
    return printed(code.encode(), load=loader({f"{name}.js": script for name, script in scripts.items()}))


ECHO = "onmessage = (e) => { postMessage({ back: e.data, kind: typeof document, own: self !== undefined }); };"


def test_messages_there_and_back() -> None:
    assert page(
        """
        const w = new Worker("/echo.js");
        w.onmessage = ({ data }) => console.log(data.back.join(), data.kind, data.own, typeof document);
        w.postMessage([1, 2]); setTimeout(() => w.postMessage([3]), 50);
        """,
        echo=ECHO,
    ) == ["1,2 undefined true object", "3 undefined true object"]


def test_globals_apart() -> None:
    assert page(
        """
        var shared = "page"; let own = "page";
        const w = new Worker(new URL("w.js", location.href));
        w.addEventListener("message", (e) => console.log(e.data, shared, own));
        """,
        w="""
        var shared = "worker"; let own = "worker 2"; importScripts("/more.js");
        let n = 0; const t = setInterval(() => { postMessage([shared, own, more, ++n, globalThis === self].join());
          if (n === 2) clearInterval(t); }, 10);
        """,
        more="var more = own.length;",
    ) == ["worker,worker 2,8,1,true page page", "worker,worker 2,8,2,true page page"]


def test_promises_and_connections_of_a_worker_go_on_in_it() -> None:
    assert page(
        'new Worker("/w.js").onmessage = (e) => console.log(e.data, typeof window);',
        w="""
        const say = (text) => postMessage(text + " " + typeof window);
        Promise.resolve("then").then(say); (async () => { await null; say("awaited"); })();
        new WebSocket("/x").onopen = () => say("open");
        fetch("/y").then(() => say("fetched"));
        """,
    ) == ["then undefined object", "awaited undefined object", "fetched undefined object", "open undefined object"]


@pytest.mark.parametrize(
    "made",
    [
        "`(${work})()`",
        '"(" + work.toString() + ")();"',
        '"var own = 1;", work.toString(), "work()"',
        "'postMessage([typeof document, location.hostname, location.protocol, self.location.origin].join())'",
    ],
)
def test_a_script_made_from_text(made: str) -> None:
    assert page(
        """
        function work() {
          postMessage([typeof document, location.hostname, location.protocol, self.location.origin].join());
        }
        """
        f"const w = new Worker(URL.createObjectURL(new Blob([{made}])));"
        "w.onmessage = (e) => console.log(e.data, location.hostname);"
    ) == ["undefined,,blob:,https://desk.example:8443 desk.example"]


def test_a_shared_worker_and_its_port() -> None:
    assert page(
        """
        const w = new SharedWorker("/s.js"); w.port.onmessage = (e) => console.log(e.data, typeof document);
        w.port.postMessage("hello");
        """,
        s='onconnect = ({ ports: [p] }) => { p.onmessage = (e) => p.postMessage(e.data + " " + typeof document); };',
    ) == ["hello undefined object"]


def findings(*sources: tuple[str, str]) -> list[Any]:
    report = analyse([(Source(name, code.encode()), Kind.JS) for name, code in sources])
    return [(f.rule_id, f.port, f.path) for f in report.findings if f.port is not None]


#: a port that nothing but a run sees, in a message
POST = 'const p=["90","01"].map(e=>e).join("");w.postMessage({h:location.hostname,p});'


def test_an_address_that_is_posted_to_a_function_made_text() -> None:
    code = (
        "function s(){const o={};self.onmessage=e=>{o[e.data.p]=new WebSocket(['ws://'+e.data.h,e.data.p].join(':'))}}"
        "const w=new Worker(URL.createObjectURL(new Blob([`(${s.toString()})();`])));" + POST
    )
    assert findings(("a.js", code)) == [("socket-hardcoded-port", 9001, "a.js")]


def test_an_address_that_is_posted_to_a_file() -> None:
    page, worker = (
        'const w=new Worker(new URL("/assets/feed.js",location.href));' + POST,
        "const o={};self.onmessage=e=>{o[e.data.p]=new WebSocket(['ws://'+e.data.h,e.data.p].join(':'))}",
    )
    assert findings(("a.js", page), ("assets/feed.js", worker)) == [("socket-hardcoded-port", 9001, "a.js")]
