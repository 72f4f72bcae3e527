"""How the page's location is named at a place, and what of it can be used there.

Code may be made text and run in a worker: ``new Worker(URL.createObjectURL(new Blob([`(${work})()`])))``. There
``location`` is that of a ``blob:`` URL: it has an origin, the page's, but no host and no port, and no path can be
resolved against it. Edits in such code go by the origin alone.
"""

from __future__ import annotations

from bundlescan.match.forms import NAMES, Form, in_blob, named
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values.classes import known_as
from bundlescan.values.domain import WORK, Function, leaves
from bundlescan.values.evaluate import Evaluator

#: parameters through which a function is followed
MAX_HOPS = 3
#: what finding out what a call calls may cost: in expressions, and in operations on options
LOOK, OPERATIONS = 2_000, 20_000


def may_be_in_blob(ev: Evaluator, node: Node) -> bool:
    """Whether the code at ``node`` is text that makes a worker, or may be made such text."""
    data = node.source.data
    if node.source.in_worker(node.start):
        return True
    if b"createObjectURL" not in data or b"Worker" not in data:
        return False
    around = (n for n in node.ancestors() if n.type in FUNCTIONS or n.type in CLASSES)
    return any(_is_made_text(ev, fn) for fn in around)


def page_location(ev: Evaluator, node: Node) -> str | None:
    """How the page's location can be named at ``node``; None where it cannot, or may have no host."""
    return next(iter(_names(ev, node)), None) if not may_be_in_blob(ev, node) else None


def form_at(ev: Evaluator, form: Form, node: Node) -> Form | None:
    """``form`` as it has to be at ``node``; None where the page's location cannot be named there."""
    names = _names(ev, node)
    if may_be_in_blob(ev, node):
        names = [name for name in names if name != "window.location"]
        form = in_blob(form)
        if ev.project.scopes(node).lookup("URL", node) is not None:
            return None
    return named(form, names[0], "self.location" if "self.location" in names else names[0]) if names else None


def _names(ev: Evaluator, node: Node) -> list[str]:
    lookup = ev.project.scopes(node).lookup
    return [name for name, first in NAMES if lookup(first, node) is None]


def _is_made_text(ev: Evaluator, fn: Node) -> bool:
    key = ("made text", fn)
    if key not in ev.facts:
        ev.facts[key] = any(_makes_text(ev, use, 0) for use in (fn, *known_as(ev, fn)))
    return bool(ev.facts[key])


def _makes_text(ev: Evaluator, use: Node, hops: int) -> bool:
    """Whether the text of the function that ``use`` gives is taken there."""
    parent = use.parent
    if parent is None:
        return False
    match parent.type:
        case "TemplateLiteral":
            return True
        case "BinaryExpression":
            return bool(parent.operator == "+")
        case "MemberExpression":
            return parent.object is use and parent.property.get("name") == "toString"
        case "ArrayExpression" | "ConditionalExpression" | "LogicalExpression" | "SequenceExpression":
            return _makes_text(ev, parent, hops)
        case "CallExpression" | "NewExpression" if parent.callee is not use:
            if parent.callee.get("name") in ("String", "Blob"):
                return True
            return hops < MAX_HOPS and any(_makes_text(ev, u, hops + 1) for u in _received(ev, parent, use))
    return False


def _received(ev: Evaluator, call: Node, argument: Node) -> list[Node]:
    """The references of the parameter that takes an argument of ``call``."""
    index = next((i for i, given in enumerate(call.arguments) if given is argument), None)
    found: list[Node] = []
    for value in leaves(WORK.at_most(OPERATIONS, lambda: ev.ask(call.callee, budget=LOOK))):
        if index is None or not isinstance(value, Function) or index >= len(value.fn.get("params") or ()):
            continue
        parameter = value.fn.params[index]
        binding = ev.binding(parameter) if parameter.type == "Identifier" else None
        if binding is not None:
            found += ev.project.scopes(value.fn).references(binding)
    return found
