"""The page that scripts run in does what a browser does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bundlescan.interp.model import Args, Visit, to_string
from tests.interp.runner import printed


def page(code: str, **options: Any) -> list[str]:
    return printed(code.encode(), **options)


def test_tasks_and_microtasks_in_their_order() -> None:
    assert page(
        """
        setTimeout(() => console.log("50"), 50);
        setTimeout(() => console.log("0 second"), 0, setTimeout((x) => console.log("0 first", x), 0, "argument"));
        const gone = setTimeout(() => console.log("never"), 1); clearTimeout(gone);
        let n = 0; const every = setInterval(() => { console.log("every", ++n); if (n === 3) clearInterval(every);
        }, 20);
        queueMicrotask(() => console.log("micro"));
        Promise.resolve().then(() => { console.log("then"); queueMicrotask(() => console.log("inner micro")); });
        (async () => { console.log("async"); await null; console.log("awaited"); })();
        console.log("script");
        """
    ) == [
        "async", "script", "micro", "then", "awaited", "inner micro", "0 first argument", "0 second",
        "every 1", "every 2", "50", "every 3",
    ]  # fmt: skip


def test_promises_that_nobody_handles() -> None:
    assert page(
        """
        addEventListener("unhandledrejection", (e) => {
          console.log(e.type, e.reason && e.reason.message || e.reason, e.promise instanceof Promise);
        });
        window.onunhandledrejection = (e) => console.log("on", String(e.reason));
        Promise.reject(new Error("lost"));
        Promise.reject("kept").catch(() => console.log("caught"));
        const late = Promise.reject("late in the same turn"); queueMicrotask(() => late.catch(() => {}));
        setTimeout(async () => { throw 5; });
        """
    ) == ["caught", "unhandledrejection lost true", "on Error: lost", "unhandledrejection 5 true", "on 5"]


def test_errors_of_scripts_and_handlers() -> None:
    assert page(
        """
        window.onerror = (message, source, line, column, error) => { console.log(message, error.name); };
        addEventListener("error", (e) => console.log("event", e.error.message));
        setTimeout(() => { throw new TypeError("in a timer"); });
        setTimeout(() => console.log("goes on"));
        """
    ) == ["Uncaught TypeError: in a timer TypeError", "event in a timer", "goes on"]


def test_events_travel() -> None:
    assert page(
        """
        document.body.innerHTML = '<div id="out"><p><button>b</button></p></div>';
        const out = document.getElementById("out"), button = document.querySelector("button");
        const tell = (name) => (e) => {
          console.log(name, e.eventPhase, e.target.localName, e.currentTarget === window);
        };
        window.addEventListener("click", tell("window capture"), true);
        out.addEventListener("click", tell("div capture"), { capture: true });
        out.addEventListener("click", tell("div"));
        out.onclick = () => console.log("handler of the div");
        button.addEventListener("click", tell("button once"), { once: true });
        button.addEventListener("click", (e) => { e.preventDefault(); });
        document.addEventListener("click", (e) => e.stopPropagation());
        window.addEventListener("click", tell("never"));
        console.log(button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
        button.click();
        const target = new EventTarget();
        target.addEventListener("x", { handleEvent(e) { console.log(e.detail); } });
        target.dispatchEvent(new CustomEvent("x", { detail: "custom" }));
        const control = new AbortController(); out.addEventListener("y", tell("never"), { signal: control.signal });
        control.abort(); out.dispatchEvent(new Event("y"));
        """
    ) == [
        "window capture 1 button true", "div capture 1 button false", "button once 2 button false",
        "div 3 button false", "handler of the div", "false",
        "window capture 1 button true", "div capture 1 button false", "div 3 button false", "handler of the div",
        "custom",
    ]  # fmt: skip


def test_the_document_is_loaded() -> None:
    assert page(
        """
        console.log(document.readyState);
        document.addEventListener("DOMContentLoaded", () => console.log("ready", document.readyState));
        addEventListener("load", () => console.log("load", document.readyState));
        addEventListener("pageshow", (e) => console.log("pageshow", e.persisted));
        """
    ) == ["loading", "ready interactive", "load complete", "pageshow false"]


ASK = """
    const tell = (name) => (e) => console.log(name, e.type, e.code ?? "");
    const socket = new WebSocket("ws://other.example:9000/live");
    console.log(socket.readyState, socket.url, WebSocket.OPEN);
    for (const kind of ["open", "error", "close"]) socket.addEventListener(kind, tell("socket"));
    fetch("https://other.example/config").then((r) => r.json()).then((v) => console.log("fetched", JSON.stringify(v)),
      (e) => console.log("fetch", e.name, e.message));
    fetch("/config").then(async (r) => console.log("own", r.status, r.ok, r.url, await r.text()));
    const xhr = new XMLHttpRequest(); xhr.open("GET", "https://other.example/x");
    xhr.onload = () => console.log("xhr", xhr.status, xhr.responseText, xhr.readyState);
    xhr.onerror = () => console.log("xhr error", xhr.status, xhr.readyState);
    xhr.send();
"""


def test_connections_are_answered() -> None:
    seen: list[str] = []

    def opened(api: str, args: Args) -> None:
        seen.append(f"{api} {to_string(args[-1] if api == 'XMLHttpRequest.open' else args[0])}")

    lines = page(ASK, opened=opened)
    assert lines[0] == "0 ws://other.example:9000/live 1"
    assert {"own 200 true https://desk.example:8443/config {}", "fetched {}", "xhr 200 {} 4"} <= set(lines)
    assert [line for line in lines if line.startswith("socket")] == ["socket open ", "socket close 1006"]
    assert seen == [
        "WebSocket ws://other.example:9000/live", "fetch https://other.example/config", "fetch /config",
        "XMLHttpRequest.open https://other.example/x",
    ]  # fmt: skip


def test_a_page_where_nobody_else_answers() -> None:
    lines = page(ASK, meets=Visit.REFUSED)
    assert {
        "own 200 true https://desk.example:8443/config {}",
        "fetch TypeError Failed to fetch",
        "xhr error 0 4",
    } <= set(lines)
    assert [line for line in lines if line.startswith("socket")] == ["socket error ", "socket close 1006"]


@pytest.mark.parametrize(
    ("code", "printed_"),
    [
        ("new WebSocket('ftp://x')", "SyntaxError"),
        ("new WebSocket('ws://x/#part')", "SyntaxError"),
        ("new WebSocket('ws://x', 'a b')", "SyntaxError"),
        ("new WebSocket('ws://x').send('early')", "InvalidStateError"),
        ("WebSocket('ws://x')", "TypeError"),
        ("new URL('no base')", "TypeError"),
        ("document.querySelector('li:eq(1)')", "SyntaxError"),
        ("document.createElement('<')", "InvalidCharacterError"),
        ("document.body.appendChild(document.documentElement)", "HierarchyRequestError"),
        ("atob('*')", "InvalidCharacterError"),
        ("structuredClone(() => 1)", "DataCloneError"),
        ("new (class extends HTMLElement {})()", "TypeError"),
        ("history.pushState(0, '', 'https://elsewhere.example/')", "SecurityError"),
    ],
)
def test_what_is_refused(code: str, printed_: str) -> None:
    assert page(f"try {{ {code}; console.log('taken') }} catch (e) {{ console.log(e.name) }}") == [printed_]


def test_history_and_location() -> None:
    assert page(
        """
        console.log(location.href, location.host, location.origin, document.URL === location.href, location + "");
        addEventListener("popstate", (e) => console.log("pop", JSON.stringify(e.state), location.pathname));
        addEventListener("hashchange", (e) => console.log("hash", location.hash));
        history.pushState({ n: 1 }, "", "/one?q=1"); history.pushState({ n: 2 }, "", "two");
        console.log(location.pathname, location.search, history.length, history.state.n);
        history.replaceState(null, "", "#part"); console.log(location.href, history.state);
        setTimeout(() => history.back(), 5); setTimeout(() => { location.hash = "other"; }, 20);
        """
    ) == [
        "https://desk.example:8443/ desk.example:8443 https://desk.example:8443 true https://desk.example:8443/",
        "/two  3 2", "https://desk.example:8443/two#part null", 'pop {"n":1} /one', "hash ", "pop null /one",
        "hash #other",
    ]  # fmt: skip


def test_storage() -> None:
    assert page(
        """
        localStorage.setItem("port", 9000); localStorage.host = "desk"; sessionStorage.setItem("a", {});
        console.log(localStorage.getItem("port") === "9000", localStorage.port, localStorage["host"]);
        console.log(localStorage.length);
        console.log(localStorage.getItem("none"), localStorage.none, "port" in localStorage, Object.keys(localStorage));
        console.log(localStorage.key(0), sessionStorage.a, localStorage.key(7));
        localStorage.removeItem("port"); delete localStorage.host; console.log(localStorage.length);
        sessionStorage.clear(); console.log(sessionStorage.length, JSON.stringify(localStorage));
        """
    ) == ["true 9000 desk", "2", "null undefined true port,host", "port [object Object] null", "0", "0 {}"]


def test_mutations_are_told() -> None:
    assert page(
        """
        const seen = new MutationObserver((records, self) => {
          for (const r of records) {
            console.log(r.type, r.attributeName, r.oldValue, r.addedNodes.length, r.removedNodes.length);
          }
          if (!window.again) { window.again = true; document.body.id = "second"; }
        });
        seen.observe(document.body, { childList: true, subtree: true, attributes: true, attributeOldValue: true,
          characterData: true });
        const text = document.createTextNode("text");
        document.body.id = "first"; document.body.append(text, document.createElement("p"));
        text.data = "changed"; document.querySelector("p").remove();
        console.log("script");
        """
    ) == [
        "script", "attributes id null 0 0", "childList null null 2 0", "characterData null null 0 0",
        "childList null null 0 1", "attributes id first 0 0",
    ]  # fmt: skip


def test_custom_elements() -> None:
    assert page(
        """
        document.body.innerHTML = "<x-late a=1></x-late>";
        const life = (name) => class extends HTMLElement {
          static observedAttributes = ["a"];
          constructor() { super(); console.log(name, "made", this.localName, this.isConnected); }
          connectedCallback() { console.log(name, "in", this.getAttribute("a")); }
          disconnectedCallback() { console.log(name, "out"); }
          attributeChangedCallback(key, before, after) { console.log(name, key, before, after); }
        };
        customElements.whenDefined("x-late").then(() => console.log("defined"));
        const Late = life("late"); customElements.define("x-late", Late);
        const late = document.querySelector("x-late"); console.log(late instanceof Late);
        late.setAttribute("a", 2); late.setAttribute("b", 2); late.remove();
        const New = life("new"); customElements.define("x-new", New);
        const made = new New(); document.body.append(made);
        const shadow = made.attachShadow({ mode: "open" }); shadow.innerHTML = "<slot></slot>";
        console.log(made.shadowRoot === shadow, document.querySelector("slot"), customElements.get("x-new") === New);
        """
    ) == [
        "late made x-late true", "late a null 1", "late in 1", "true", "late a 1 2", "late out",
        "new made x-new false", "new in null", "true null true", "defined",
    ]  # fmt: skip


def test_scripts_are_inserted() -> None:
    loaded: list[str] = []

    def load(url: str) -> Callable[[], object] | None:
        loaded.append(url)
        return (lambda: None) if url.endswith("there.js") else None

    assert page(
        """
        const inline = document.createElement("script"); inline.textContent = "console.log('inline'); var made = 1";
        document.head.appendChild(inline); console.log("after", made);
        for (const name of ["/there.js", "missing.js"]) {
          const script = document.createElement("script"); script.src = name; script.async = true;
          script.onload = () => console.log(name, "load"); script.onerror = () => console.log(name, "error");
          document.head.append(script);
        }
        const data = document.createElement("script"); data.type = "text/template"; data.textContent = "throw 1";
        document.body.append(data);
        document.body.innerHTML = "<script>console.log('never')<" + "/script>";
        """,
        load=load,
    ) == ["inline", "after 1", "/there.js load", "missing.js error"]
    assert loaded == ["https://desk.example:8443/there.js", "https://desk.example:8443/missing.js"]
