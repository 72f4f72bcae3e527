"""Under which conditions code runs: the tests around a place, and those around the calls that lead to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bundlescan.bundle.loaders import copy_cond
from bundlescan.scope.model import FUNCTIONS
from bundlescan.syntax.nodes import Node
from bundlescan.values import calls
from bundlescan.values.conditions import FALSE, TRUE, branch, negate, nullish, truth
from bundlescan.values.domain import Choice, Const, Value, const
from bundlescan.values.machines import machine_of
from bundlescan.values.places import leaves

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

MAX_CALLS_UP = 3


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
            test = truth(ev.eval(parent.test))
            return test if child is parent.consequent else negate(test)
        case "LogicalExpression" if child is parent.right:
            left = ev.eval(parent.left)
            if parent.operator == "??":
                return nullish(left)
            return truth(left) if parent.operator == "&&" else negate(truth(left))
        case "BlockStatement":
            result: Value = TRUE
            for statement in parent.body:
                if statement is child or child.type == "FunctionDeclaration":
                    break
                if leaves(statement):
                    return FALSE
                if statement.type == "IfStatement" and statement.alternate is None and leaves(statement.consequent):
                    result = _and(result, negate(truth(ev.eval(statement.test))))
            return result
    return None


def _called(ev: Evaluator, fn: Node, up: int) -> Value:
    """Whether any call that leads to ``fn`` runs; true where its callers are not known."""
    if up >= MAX_CALLS_UP:
        return TRUE
    sites = calls.callers(ev, fn)
    if not sites or len(sites) > calls.MAX_CALLERS:
        return TRUE
    options = tuple(
        ev.guarded(("reach", site.call), site.call, partial(reached, ev, site.call, up + 1)) for site in sites
    )
    options = tuple(o if isinstance(o, (Const, Choice)) else TRUE for o in options)
    if all(isinstance(o, Const) and o.value is True for o in options):
        return TRUE
    return options[0] if len(options) == 1 else Choice(calls.caller_cond(fn), options)
