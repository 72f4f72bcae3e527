"""Under which conditions code runs: the tests around a place, and those around the calls that lead to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.bundle.loaders import copy_cond
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import spelling
from bundlescan.syntax.walk import walk
from bundlescan.values import aliases, calls
from bundlescan.values.classes import class_model
from bundlescan.values.conditions import FALSE, TRUE, branch, negate, nullish, truth
from bundlescan.values.domain import Choice, Const, Function, Global, Value, const, map_options
from bundlescan.values.domain import leaves as leaves_of
from bundlescan.values.machines import machine_of
from bundlescan.values.places import activation, leaves, place_of

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

MAX_CALLS_UP = 3
#: bytes; a longer test says more than whether something has happened before
MAX_TEST = 200


def reached(ev: Evaluator, node: Node, up: int = 0) -> Value:
    """The boolean that says whether the code at ``node`` runs, as far as tests say so."""
    result: Value = _in_this_copy(ev, node) if up == 0 else TRUE
    child, parent = node, node.parent
    while parent is not None:
        test = _test(ev, parent, child)
        if test is not None and not (isinstance(test, Const) and test.value is True):
            result = _and(test, result)
        if isinstance(result, Const) and result.value is False:
            return FALSE
        if parent.type in FUNCTIONS and machine_of(ev, parent) is None:  # one of those runs where it stands
            return _and(_called(ev, parent, up), result)
        child, parent = parent, parent.parent
    return result


def _in_this_copy(ev: Evaluator, node: Node) -> Value:
    """Whether the code at ``node`` runs and not that of another copy of its module: several chunks may hold one each,
    and a page uses the one that came first."""
    factory = ev.project.loaders.factory_around(ev, node)
    copies = ev.project.loaders.copies(ev, factory.fn) if factory is not None else []
    if factory is None or len(copies) < 2:
        return TRUE
    return Choice(copy_cond(factory), tuple(const(copy.fn is factory.fn, node) for copy in copies))


def _and(left: Value, right: Value) -> Value:
    return branch(left, lambda: right, lambda: FALSE)


def _test(ev: Evaluator, parent: Node, child: Node) -> Value | None:
    match parent.type:
        case "IfStatement" | "ConditionalExpression":
            if child is parent.test:
                return None
            return _says(ev, parent.test, child is parent.consequent, child.start, child.end)
        case "LogicalExpression" if child is parent.right:
            if parent.operator == "??":
                return None if _first_time(parent.left, child.start, child.end) else nullish(ev.eval(parent.left))
            return _says(ev, parent.left, parent.operator == "&&", child.start, child.end)
        case "BlockStatement":
            result: Value = TRUE
            for statement in parent.body:
                if statement is child:
                    break
                if statement.type == "IfStatement" and statement.alternate is None and leaves(statement.consequent):
                    said = _says(ev, statement.test, False, statement.end, parent.end)
                    result = result if said is None else _and(result, said)
            return result
    return None


def _says(ev: Evaluator, test: Node, holds: bool, start: int, end: int) -> Value | None:
    """That ``test`` holds, or does not, as the reason why the code in the bytes [start, end) runs; None where that says
    nothing."""
    if test.type == "LogicalExpression" and test.operator == ("&&" if holds else "||"):
        parts = [_says(ev, side, holds, start, end) for side in (test.left, test.right)]
        said = [part for part in parts if part is not None]
        return _and(*said) if len(said) == 2 else said[0] if said else None
    if _first_time(test, start, end) or _LOADER.search(test.source.data, test.start, test.end):
        return None
    answer = truth(ev.eval(test)) if holds else negate(truth(ev.eval(test)))
    if isinstance(answer, Const) and answer.value is False and _may_be_set(ev, test):
        return None
    return answer


def _may_be_set(ev: Evaluator, test: Node) -> bool:
    """Whether other code than that which decides about ``test`` where it stands may set what is tested, so that it is
    not always what it is there: a variable of an outer function that is set again, a property that is set through
    another name of its object."""
    here = activation(test)
    for node in walk(test):
        if node.type == "MemberExpression":
            name = ev.key_of(node.property, node.computed, None)
            for leaf in leaves_of(ev.eval(node.object)) if name is not None else ():
                site = aliases.site_of(leaf)
                writes = aliases.writes_of(ev, site, str(name)) if site is not None else ()
                if writes and _varies(ev, [node, *(write.get("right") for write in writes)]):
                    return True
        elif node.type == "Identifier":
            binding = ev.binding(node)
            if binding is not None and binding.kind in ("var", "let") and binding.scope.function is not here:
                writes = place_of(ev, binding).all_writes(ev)
                if _varies(ev, [write.get("init") or write.get("right") for write in writes]):
                    return True
    return False


def _varies(ev: Evaluator, stored: list[Node | None]) -> bool:
    """Whether truth and falsehood are stored."""
    said = (truth(ev.eval(node)) if node is not None else None for node in stored)
    return len({value.value if isinstance(value, Const) else None for value in said}) > 1


#: a script that asks how it is loaded (UMD) runs its module either way
_LOADER = re.compile(rb"\btypeof\s+define\b|(?<![\w$.])define\s*\.\s*amd\b")


def _first_time(test: Node, start: int, end: int) -> bool:
    """Whether the code in the bytes [start, end), which hangs on ``test``, writes what is tested: such a test (``if
    (this.socket) return; this.socket = …``) says whether that has happened before, and nothing of when it happens."""
    if test.end - test.start > MAX_TEST:
        return False
    code = test.source.data[start:end]
    return any(pattern.search(code) for pattern in map(_write_of, walk(test)) if pattern is not None)


def _write_of(node: Node) -> re.Pattern[bytes] | None:
    """How an assignment to what ``node`` reads is spelled, a variable or a property of whatever object."""
    if node.type == "MemberExpression":
        name, before = node.property, rb"\.\s*"
    elif node.type == "Identifier" and not (node.parent is not None and node.parent.get("property") is node):
        name, before = node, rb"(?<![\w$.])"
    else:
        return None
    if name.type not in ("Identifier", "PrivateIdentifier"):
        return None
    return re.compile(before + spelling(name.text) + rb"\s*(?:\|\||\?\?)?=(?![=>])")


def _by_call(ev: Evaluator, fn: Node, call: Node, up: int) -> Value:
    """Whether a call that may lead to ``fn`` runs, and calls that function."""
    return _and(called_one(ev, call, lambda value: _may_be(ev, value, fn)), reached(ev, call, up))


def _may_be(ev: Evaluator, value: Value, fn: Node) -> bool:
    if isinstance(value, Function):
        return value.fn is fn or value.fn.type in CLASSES or class_model(ev, value.fn).superclass is not None
    return not isinstance(value, (Const, Global))


def called_one(ev: Evaluator, call: Node, is_it: Callable[[Value], bool]) -> Value:
    """Whether what a call calls is the one that ``is_it`` says: ``senders[kind](url)`` calls one of several."""
    if call.type not in ("CallExpression", "NewExpression"):
        return TRUE
    callee = ev.bounded(calls.LOOK, lambda: ev.eval(call.callee))
    if not isinstance(callee, Choice) or not any(is_it(leaf) for leaf in leaves_of(callee)):
        return TRUE
    return map_options(lambda value: const(is_it(value), call), callee)


def _called(ev: Evaluator, fn: Node, up: int) -> Value:
    """Whether any call that leads to ``fn`` runs; true where its callers are not known."""
    if up >= MAX_CALLS_UP:
        return TRUE
    sites = calls.callers(ev, fn)
    if not sites or len(sites) > calls.MAX_CALLERS:
        return TRUE
    options = tuple(
        ev.guarded(("reach", fn, site.call), site.call, partial(_by_call, ev, fn, site.call, up + 1)) for site in sites
    )
    options = tuple(o if isinstance(o, (Const, Choice)) else TRUE for o in options)
    if all(isinstance(o, Const) and o.value is True for o in options):
        return TRUE
    return options[0] if len(options) == 1 else Choice(calls.caller_cond(fn), options)
