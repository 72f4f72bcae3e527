"""What a page posts to a worker is what the message handlers of the worker's script get.

    w = new Worker(new URL("/assets/feed.js", import.meta.url)); w.postMessage({url});     // page
    self.onmessage = (e) => new WebSocket(e.data.url)                                       // feed.js

A shared worker gets it by its port. The script is known by the file name in the text of its URL.
"""

from __future__ import annotations

import posixpath
import re
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import Concat, Const, Hole, Record, Url, Value, leaves, primitive_text

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: posts to one worker that are told apart
MAX_POSTS = 16
#: how many expressions may be evaluated to know a worker's script, or who is posted to
LOOK = 600
#: what a page's own script does and a worker's cannot: then nothing is parsed to look for workers
_DRAWS = re.compile(rb"\bdocument\s*\.\s*(?:body|getElementById|querySelector)\b")
_WORKER = re.compile(rb"\bnew\s+(?:[\w$]+\s*\.\s*)*(?:Shared)?Worker\s*\(")


def posts(ev: Evaluator, at: Node) -> list[Node]:
    """The calls of ``postMessage`` that reach the worker with the code ``at``; none where it is no worker's."""
    unit = ev.project.unit_of(at)
    in_text = unit.source.in_worker(at.start)
    key = ("posts", unit, in_text)
    if key not in ev.facts:
        ev.facts[key] = []  # while it is being found out
        workers: set[Node] = set()
        if in_text:  # made by the script that holds it, of a URL without a name
            workers = {made for made, script in _workers(ev) if not script and made.source is at.source}
        elif not _DRAWS.search(unit.source.data):
            name = posixpath.basename(unit.path)
            workers = {made for made, script in _workers(ev) if script == name}
        posting = (m for page in ev.project.units if workers for m in ev.project.members(page, "postMessage"))
        calls = (m.parent for m in posting if m.parent is not None and m.parent.get("callee") is m)
        found = [call for call in calls if call.arguments and _receiver(ev, call) in workers]
        ev.facts[key] = found[:MAX_POSTS]
    return ev.facts[key]  # type: ignore[return-value]


def given(ev: Evaluator, post: Node) -> tuple[Value]:
    """The arguments of a handler that ``post`` makes run: the event."""
    data = lambda: ev.eval(post.arguments[0]).via(post, "posted to a worker")  # noqa: E731
    return (Record({"data": data}, node=post),)


def _workers(ev: Evaluator) -> list[tuple[Node, str]]:
    """Each ``new Worker(…)`` and ``new SharedWorker(…)``, and the name of its script's file, as far as it is known."""
    key = ("workers",)
    if key not in ev.facts:
        found: list[tuple[Node, str]] = []
        ev.facts[key] = found
        for page in ev.project.units:
            for match in _WORKER.finditer(page.source.data, page.span.start, page.span.end):
                node = page.tree.at(match.start(), match.end())
                if node.type == "NewExpression" and node.arguments:
                    script = ev.bounded(LOOK, partial(ev.eval, node.arguments[0]))
                    found += [(node, posixpath.basename(_path(leaf))) for leaf in leaves(script)]
    return ev.facts[key]  # type: ignore[return-value]


def _path(script: Value) -> str:
    """The known text that the path of a script's URL ends with."""
    if isinstance(script, Url):
        script = script.href
    parts = script.parts if isinstance(script, Concat) else (script,)
    known = [primitive_text(part.value) if isinstance(part, Const) else "?/" for part in parts]
    return re.split(r"[?#]", "".join(known).rpartition("?/")[2])[0]


def _receiver(ev: Evaluator, post: Node) -> object:
    """The ``new Worker(…)`` that what is posted goes to."""
    for leaf in leaves(ev.bounded(LOOK, partial(ev.eval, post.callee))):
        key: object = leaf.key if isinstance(leaf, Hole) else None
        while isinstance(key, tuple) and key[0] == "get":
            key = key[1]
        if isinstance(key, tuple) and key[0] == "new":
            return key[1]
    return None
