"""CommonJS modules inside a bundle: what a module function ``(exports, module) => {…}`` exports.

The function is run in a frame of its own in which ``exports`` and ``module`` are fresh objects; what its code leaves
in ``module.exports``, or in ``exports``, is the module's value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import Const, Function, Hole, Record, Value
from bundlescan.values.frames import Frame

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator


def exports_of(ev: Evaluator, body: Function, node: Node, *, module_first: bool = False) -> Value:
    """The exports of the module function ``body``; ``module_first``: its parameters are ``(module, exports)``."""
    key = ("commonjs", body.fn)
    known = ev.facts.get(key)
    if isinstance(known, Value):
        return known
    value = ev.guarded(key, node, lambda: _exports_of(ev, body, node, module_first))
    ev.facts[key] = value
    return value


def _exports_of(ev: Evaluator, body: Function, node: Node, module_first: bool) -> Value:
    fn = body.fn
    exports = Record({}, node=fn)
    module = Record({"exports": exports}, node=fn)
    args: tuple[Value, ...] = (module, exports) if module_first else (exports, module)
    frame_key = ("commonjs", fn)
    frame = ev.frames.get(frame_key)
    if frame is None:
        frame = ev.frames[frame_key] = Frame(fn, args, None, body.frame)
    names = [_parameter(fn, index) for index in range(2)]
    module_name, exports_name = names if module_first else reversed(names)
    assigned = _settled(ev, fn, module_name, frame)
    if isinstance(assigned, Record) and "exports" in assigned.props:
        value = ev.get(assigned, "exports", node, frame)
        if value is not exports:
            return _also(ev, fn, exports_name, frame, value)
    settled = _settled(ev, fn, exports_name, frame)
    return settled if settled is not None else exports


def _also(ev: Evaluator, fn: Node, name: str | None, frame: Frame, value: Value) -> Value:
    """``module.exports = exports = f; exports.x = …``: the properties belong to f."""
    settled = _settled(ev, fn, name, frame)
    if isinstance(settled, Record) and isinstance(value, Function) and isinstance(settled.base, Function):
        return settled
    return value


def _parameter(fn: Node, index: int) -> str | None:
    if index >= len(fn.params):
        return None
    return next((str(t.name) for t, _ in targets(fn.params[index]) if t.type == "Identifier"), None)


def _settled(ev: Evaluator, fn: Node, name: str | None, frame: Frame) -> Value | None:
    from bundlescan.values.places import _contains, after, place_of

    if name is None or fn.body.type != "BlockStatement":
        return None
    binding = ev.project.scopes(fn).scope(fn).bindings.get(name)
    if binding is None:
        return None
    place = place_of(ev, binding)
    writes = place.writes(ev, fn)
    if not writes or not _contains(writes, fn.body):
        return None
    return after(ev, place, fn.body, frame)


__all__ = ["Const", "Hole", "exports_of"]
