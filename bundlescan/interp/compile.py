"""JavaScript to Python functions: each function of a script is translated when it is first called.

What a function's own code alone uses is a local variable of the Python function; what functions inside it use, too, is
in a list, its activation: ``[activation around it, value, …]``. The line numbers of the Python code are the byte
offsets at which calls end in their file, so that the frames of Python tell which calls are under way (``observe``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from bundlescan.interp import functions, runtime
from bundlescan.interp.model import JSObject, realm, throw
from bundlescan.scope.model import CLASSES, FUNCTIONS
from bundlescan.syntax.nodes import Node

if TYPE_CHECKING:
    from bundlescan.interp.scripts import Script

_NAME = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")


# Python's syntax nodes, with a position each
def _positioned(kind: type) -> Any:
    return type(kind.__name__, (kind,), {"lineno": 1, "col_offset": 0, "end_lineno": 1, "end_col_offset": 0})


Name, Constant, Call, Tuple, List, Subscript, IfExp, NamedExpr, Starred = (
    _positioned(kind)
    for kind in (
        ast.Name, ast.Constant, ast.Call, ast.Tuple, ast.List, ast.Subscript, ast.IfExp, ast.NamedExpr, ast.Starred,
    )
)  # fmt: skip
Attribute, Compare, UnaryOp, Yield, YieldFrom = (
    _positioned(kind) for kind in (ast.Attribute, ast.Compare, ast.UnaryOp, ast.Yield, ast.YieldFrom)
)
Expr, Assign, AugAssign, If, While, For, Break, Continue, Return, Raise, Try, Handler, Pass, Def = (
    _positioned(kind)
    for kind in (
        ast.Expr, ast.Assign, ast.AugAssign, ast.If, ast.While, ast.For, ast.Break, ast.Continue, ast.Return, ast.Raise,
        ast.Try, ast.ExceptHandler, ast.Pass, ast.FunctionDef,
    )
)  # fmt: skip
LOAD, STORE = ast.Load(), ast.Store()
E = Any  # an expression of Python
S = list[Any]  # statements of Python


class Unsupported(Exception):
    """Code that is not run."""


def load(name: str) -> E:
    return Name(id=name, ctx=LOAD)


def constant(value: Any) -> E:
    return Constant(value=value)


def call(function: str, *args: E, line: int = 1) -> E:
    made = Call(func=load(function), args=list(args), keywords=[])
    made.lineno = made.end_lineno = line
    return made


UNDEFINED_NAME = "UNDEF"


@dataclass(eq=False)
class Scope:
    """The names of a function or block. ``env``: the Python variable of its activation, if any is kept there."""

    parent: Scope | None
    owner: Template | None
    env: str | None = None
    slots: dict[str, int] = field(default_factory=dict)
    fast: dict[str, str] = field(default_factory=dict)
    script: Script | None = None  # of the scope of a whole module
    imports: dict[str, str] = field(default_factory=dict)  # of a module: names of cells


class Template:
    """A function, class, initialiser, module or script that can be run. ``kind``: function, arrow, method, class,
    generator, async, async-generator."""

    __slots__ = ("code", "gives", "kind", "length", "name", "node", "scope", "script", "sloppy", "strict")

    def __init__(
        self, node: Node, scope: Scope | None, script: Script, kind: str, name: str = "", *, strict: bool = False
    ) -> None:  # fmt: skip
        """``strict``: what is around it is strict code."""
        self.node = node
        self.scope = scope
        self.script = script
        self.kind = kind
        self.name = name
        self.code: functions.Code | None = None
        self.gives: Node | None = None  # the expression whose value a script gives
        self.length = 0
        for param in node.get("params") or () if node.type in FUNCTIONS else ():
            if param.type in ("AssignmentPattern", "RestElement"):
                break
            self.length += 1
        self.strict = strict or not script.sloppy or kind == "class" or _is_strict(node)
        self.sloppy = kind != "arrow" and not self.strict  # gets an object as ``this``, always

    def proto(self) -> JSObject:
        return realm.function_proto

    def compiled(self) -> functions.Code:
        try:
            self.code = Compiler(self).function()
            self.script.world.ran.add(self.node)
        except Exception as error:  # Unsupported, or too deep for Python's compiler
            message = f"not run: {error}"

            def refuse(*_: Any) -> Any:
                throw("SyntaxError", message)

            self.code = refuse
        return self.code


def _is_strict(fn: Node) -> bool:
    """Whether a function says ``"use strict"`` itself."""
    body = fn.body.body if fn.type in FUNCTIONS and fn.body.type == "BlockStatement" else ()
    first = body[0] if body else None
    if first is None or first.type != "ExpressionStatement":
        return False
    return bool(first.expression.get("value") == "use strict")


def kind_of(fn: Node, method: bool = False) -> str:
    asynchronous, generator = bool(fn.get("async")), bool(fn.get("generator"))
    if asynchronous:
        return "async-generator" if generator else "async"
    if generator:
        return "generator"
    if fn.type == "ArrowFunctionExpression":
        return "arrow"
    return "method" if method else "function"


@dataclass(eq=False)
class Target:
    """A statement that ``break`` or ``continue`` can lead to. ``is_loop``: of JavaScript; all are loops of Python."""

    number: int
    labels: tuple[str, ...]
    is_loop: bool
    is_switch: bool
    update: Callable[[], S]  # what a ``continue`` does first
    jumps: set[int] = field(default_factory=set)  # out of it, to targets around it


class Compiler:
    """Translates one function."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.script = template.script
        self.node = template.node
        self.kind = template.kind
        self.number = 0
        self.scope: Scope = template.scope  # type: ignore[assignment]
        self.env = "E"
        self.locals: list[str] = []
        self.targets: list[Target] = []
        self.is_async = "async" in template.kind
        self.is_generator = "generator" in template.kind
        self.namespace = template.script.namespace
        self.strict = "_strict" if template.strict else ""  # of the functions that assign
        self.around: tuple[Scope, str] = self.scope, self.env  # of the whole function
        self.annexed: set[Node] = set()  # functions in blocks that are variables of the function, too

    # -- the whole ------------------------------------------------------------------------------------------------

    def function(self) -> functions.Code:
        node = self.node
        body: S = []
        if node.type in FUNCTIONS:
            body = self._function_body(node)
        elif node.type == "Program":
            body = self._program(node)
        elif node.type in CLASSES:  # a class without a constructor
            parent = node.superClass
            body = [Return(value=load("this") if parent is None else _super_call())]
        elif node.type == "StaticBlock":
            self._enter_function(node, node.body, ())
            body = [*self._prologue, *self.statements(node.body), Return(value=load(UNDEFINED_NAME))]
        else:  # the initialiser of a field
            self._enter_function(node, [], ())
            value = self._named(node.value, self.template.name)
            body = [*self._prologue, Return(value=value)]
        watch = self.script.entered(node)
        if watch is not None:
            self.namespace["ENTERED"] = watch
            body.insert(0, Expr(value=call("ENTERED", constant(node.start), load("args"))))
        if self.is_async or self.is_generator:
            body.insert(0, If(test=constant(False), body=[Expr(value=Yield(value=None))], orelse=[]))
        if self.locals:
            body.insert(0, Assign(targets=[Name(id=n, ctx=STORE) for n in self.locals], value=load(UNDEFINED_NAME)))
        parameters = [ast.arg(arg=a, lineno=1, col_offset=0) for a in ("this", "args", "NT", "FO", "E")]
        made = Def(
            name="f", body=body, decorator_list=[],
            args=ast.arguments(posonlyargs=[], args=parameters, kwonlyargs=[], kw_defaults=[], defaults=[]),
        )  # fmt: skip
        code = compile(ast.Module(body=[made], type_ignores=[]), self.script.label, "exec")
        inner = next(constant for constant in code.co_consts if isinstance(constant, CodeType))
        made_function: functions.Code = FunctionType(inner, self.namespace, "f")
        return made_function

    def _function_body(self, node: Node) -> S:
        simple = all(p.type == "Identifier" for p in node.params)
        block = node.body
        statements = block.body if block.type == "BlockStatement" else []
        names = [name for p in node.params for name in names_in(p)]
        self._enter_function(node, statements, names)
        out = self._prologue
        if simple and names:
            count = len(names)
            out.append(
                If(
                    test=Compare(left=call("len", load("args")), ops=[ast.Lt()], comparators=[constant(count)]),
                    body=[
                        Assign(targets=[Name(id="args", ctx=STORE)], value=call("pad", load("args"), constant(count)))
                    ],
                    orelse=[],
                )
            )
            for index, name in enumerate(names):
                out += self._set_statement(name, self._item("args", index))
        else:
            for index, param in enumerate(node.params):
                if param.type == "RestElement":
                    value = call("rest", load("args"), constant(index))
                    out.append(Expr(value=self.store(param.argument, value)))
                else:
                    out.append(Expr(value=self.store(param, call("arg", load("args"), constant(index)))))
        if block.type != "BlockStatement":
            out.append(Return(value=self.expression(block)))
            return out
        out += self.statements(statements)
        end = "this" if self.kind == "class" else UNDEFINED_NAME
        out.append(Return(value=self.read("%this") if end == "this" else load(end)))
        return out

    def _program(self, node: Node) -> S:
        script = self.script
        if script.is_module:
            scope = Scope(self.scope, self.template, "M", script=script)
            self.scope, self.env = scope, "M"
            scope.imports = script.import_cells()
            names = _declared(node.body)
            slots = script.slots
            for name in names:
                slots.setdefault(name, len(slots) + 1)
            slots.setdefault("*default*", len(slots) + 1)
            scope.slots = slots
            script.extend()
            self.namespace["M"] = script.env
            out = self._hoisted(node.body)
            return [*out, *self.statements(node.body), Return(value=load(UNDEFINED_NAME))]
        # the top of a classic script: var and function are properties of the window
        out = []
        for name in [*_var_names(node.body), *self._annex(node.body, ())]:
            out.append(Expr(value=call("declare", constant(name))))
        out += self._hoisted(node.body)
        gives = self.template.gives
        body = node.body if gives is None else node.body[:-1]
        end = load(UNDEFINED_NAME) if gives is None else self.expression(gives)
        return [*out, *self.statements(body), Return(value=end)]

    # -- scopes ---------------------------------------------------------------------------------------------------

    def _enter_function(self, node: Node, body: Sequence[Node], params: Sequence[str]) -> None:
        """Opens the scope of the function; ``_prologue`` is what makes its activation."""
        inner = list(_nested(node))
        used: set[bytes] = set()
        data = node.source.data
        for fn in inner:
            used.update(_NAME.findall(data, fn.start, fn.end))
        names = dict.fromkeys(params)
        names.update(dict.fromkeys(_declared(body)))
        names.update(dict.fromkeys(self._annex(body, params)))
        own = node.type == "FunctionExpression" and node.id is not None and node.id.name not in names
        if own:
            names[node.id.name] = None
        arrow = node.type == "ArrowFunctionExpression"
        text = data[node.start : node.end]
        kept = False
        if not arrow:
            if node.type in FUNCTIONS and b"arguments" in text and "arguments" not in names:
                names["arguments"] = None
            kept = b"this" in used or b"super" in used or b"new.target" in text
            names["%this"] = names["%fo"] = names["%nt"] = None
        scope = Scope(self.scope, self.template)
        captured: list[str] = []
        for name in names:
            if name[0] == "%":
                if kept:
                    captured.append(name)
                else:
                    scope.fast[name] = {"%this": "this", "%fo": "FO", "%nt": "NT"}[name]
            elif name.encode() in used or not name.isascii():
                captured.append(name)
            else:
                scope.fast[name] = self._local(name)
        self.scope = scope
        self._prologue: S = []
        if captured:
            self._open(scope, captured, self._prologue)
        self.around = scope, self.env
        if not arrow and kept:
            for name, value in (("%this", "this"), ("%fo", "FO"), ("%nt", "NT")):
                self._prologue += self._set_statement(name, load(value))
        if "arguments" in names and "arguments" not in params and not arrow:
            self._prologue += self._set_statement("arguments", call("arguments", load("args")))
        if own:
            self._prologue += self._set_statement(node.id.name, load("FO"))
        self._prologue += self._hoisted(body)

    def _annex(self, body: Sequence[Node], params: Sequence[str]) -> list[str]:
        """The functions in blocks of sloppy code that are variables of the function, too."""
        if self.template.strict:
            return []
        found = list(_in_blocks(body, {*params, *_let_names(body)}))
        self.annexed.update(found)
        return [fn.id.name for fn in found]

    def _open(self, scope: Scope, names: Sequence[str], out: S) -> None:
        """Gives ``scope`` an activation with ``names``."""
        scope.env = self._fresh("e")
        scope.slots = {name: index for index, name in enumerate(names, 1)}
        values = [load(self.env), *(load(UNDEFINED_NAME) for _ in names)]
        out.append(Assign(targets=[Name(id=scope.env, ctx=STORE)], value=List(elts=values, ctx=LOAD)))
        self.env = scope.env

    def _block_scope(self, names: Sequence[str], inside: Sequence[Node], out: S) -> None:
        """Opens the scope of a block that declares ``names``."""
        used: set[bytes] = set()
        for node in inside:
            for fn in _nested(node, itself=True):
                used.update(_NAME.findall(fn.source.data, fn.start, fn.end))
        scope = Scope(self.scope, self.template)
        captured = []
        for name in names:
            if name.encode() in used or not name.isascii():
                captured.append(name)
            else:
                scope.fast[name] = self._local(name)
        self.scope = scope
        if captured:
            self._open(scope, captured, out)

    def _hoisted(self, body: Sequence[Node]) -> S:
        """The functions that are declared in a block, made before it runs."""
        out: S = []
        for statement in body:
            at = statement
            if at.type in ("ExportNamedDeclaration", "ExportDefaultDeclaration"):
                at = at.declaration
            if at is not None and at.type == "FunctionDeclaration":
                made = self.make_function(at, at.id.name if at.id is not None else "default")
                name = at.id.name if at.id is not None else "*default*"
                if self._at_top:
                    out.append(Expr(value=call("declare_function", constant(name), made)))
                else:
                    out += self._set_statement(name, made)
        return out

    @property
    def _at_top(self) -> bool:
        """Whether declarations here are the page's: at the top of a classic script."""
        return self.scope is None

    def _fresh(self, letter: str) -> str:
        self.number += 1
        return f"{letter}{self.number}"

    def _local(self, name: str) -> str:
        made = f"{self._fresh('v')}_{re.sub('[^A-Za-z0-9_]', '_', name)}"
        self.locals.append(made)
        return made

    def _temp(self) -> str:
        made = self._fresh("t")
        self.locals.append(made)
        return made

    def _place(self, name: str) -> tuple[str, Any, int]:
        """Where a variable is kept: ("fast", Python variable, 0), ("env", expression, index), ("import", cell, 0),
        ("global", name, 0)."""
        scope: Scope | None = self.scope
        env: E = None
        inside = True
        while scope is not None:
            if inside and scope.owner is not self.template:
                inside = False
                env = load("E")
            known = scope.fast.get(name)
            if known is not None and inside:
                return "fast", known, 0
            index = scope.slots.get(name)
            if index is not None:
                if scope.script is not None:
                    return "env", load("M"), index
                return "env", load(scope.env or "E") if inside else env, index
            if name in scope.imports:
                return "import", scope.imports[name], 0
            if not inside and scope.env is not None and scope.script is None:
                env = Subscript(value=env, slice=constant(0), ctx=LOAD)
            scope = scope.parent
        return "global", name, 0

    def read(self, name: str) -> E:
        kind, where, index = self._place(name)
        if kind == "fast":
            return load(where)
        if kind == "env":
            return Subscript(value=where, slice=constant(index), ctx=LOAD)
        if kind == "import":
            return call(where)
        if name == "undefined":
            return load(UNDEFINED_NAME)
        if name == "%this":
            return load("WINDOW") if not self.script.is_module else load(UNDEFINED_NAME)
        if name in ("%nt", "%fo"):
            return load(UNDEFINED_NAME)
        return call("get_global", constant(name))

    def write(self, name: str, value: E) -> E:
        """An expression that sets a variable, with its value."""
        kind, where, index = self._place(name)
        if kind == "fast":
            return NamedExpr(target=Name(id=where, ctx=STORE), value=value)
        if kind == "env":
            return call("set_slot", where, constant(index), value)
        if kind == "import":
            return call("constant_assigned", constant(name), value)
        return call("set_global" + self.strict, constant(name), value)

    def _set_statement(self, name: str, value: E) -> S:
        kind, where, index = self._place(name)
        if kind == "fast":
            return [Assign(targets=[Name(id=where, ctx=STORE)], value=value)]
        if kind == "env":
            target = Subscript(value=where, slice=constant(index), ctx=STORE)
            return [Assign(targets=[target], value=value)]
        return [Expr(value=self.write(name, value))]

    def _item(self, name: str, index: int) -> E:
        return Subscript(value=load(name), slice=constant(index), ctx=LOAD)

    # -- statements -----------------------------------------------------------------------------------------------

    def statements(self, nodes: Sequence[Node]) -> S:
        out: S = []
        for node in nodes:
            out += self.statement(node)
        return out

    def block(self, nodes: Sequence[Node], holder: Node) -> S:
        """Statements in a scope of their own."""
        names = _lexical_names(nodes)
        if not names:
            return self.statements(nodes)
        scope, env = self.scope, self.env
        out: S = []
        self._block_scope(names, [holder], out)
        out += self._hoisted(nodes)
        out += self.statements(nodes)
        self.scope, self.env = scope, env
        return out

    def statement(self, node: Node) -> S:
        handler = getattr(self, "_s_" + node.type, None)
        if handler is None:
            if node.type == "FunctionDeclaration" and node in self.annexed:
                value = self.read(node.id.name)
                kept = self.scope, self.env
                self.scope, self.env = self.around
                made = self._set_statement(node.id.name, value)
                self.scope, self.env = kept
                return made
            if node.type in ("TSDeclaration", "Error", "FunctionDeclaration", "EmptyStatement", "DebuggerStatement"):
                return []
            return [Expr(value=call("unsupported", constant(node.type)))]
        return handler(node)  # type: ignore[no-any-return]

    def _s_ExpressionStatement(self, node: Node) -> S:
        return self.effect(node.expression)

    def effect(self, node: Node) -> S:
        """An expression whose value is not used."""
        if node.type == "SequenceExpression":
            return [s for one in node.expressions for s in self.effect(one)]
        if node.type == "LogicalExpression" and node.operator in ("&&", "||"):
            test = self.test(node.left)
            if node.operator == "||":
                test = UnaryOp(op=ast.Not(), operand=test)
            return [If(test=test, body=self.effect(node.right) or [Pass()], orelse=[])]
        if node.type == "ConditionalExpression":
            return [
                If(
                    test=self.test(node.test),
                    body=self.effect(node.consequent) or [Pass()],
                    orelse=self.effect(node.alternate),
                )
            ]
        if node.type == "UnaryExpression" and node.operator in ("!", "void"):
            return self.effect(node.argument)
        if node.type == "Literal":
            return []
        if node.type == "AssignmentExpression" and node.operator == "=" and node.left.type == "Identifier":
            return self._set_statement(node.left.name, self._named(node.right, node.left.name))
        return [Expr(value=self.expression(node))]

    def _s_VariableDeclaration(self, node: Node) -> S:
        out: S = []
        for one in node.declarations:
            if one.init is None:
                if node.kind != "var" and one.id.type == "Identifier":
                    out += self._declare(one.id.name, load(UNDEFINED_NAME), node.kind)
                continue
            if one.id.type == "Identifier":
                out += self._declare(one.id.name, self._named(one.init, one.id.name), node.kind)
            else:
                if self._at_top and node.kind != "var":
                    for name in names_in(one.id):
                        out += self._declare(name, load(UNDEFINED_NAME), node.kind)
                out.append(Expr(value=self.store(one.id, self.expression(one.init))))
        return out

    def _declare(self, name: str, value: E, kind: str) -> S:
        if self._at_top and kind != "var":
            return [Expr(value=call("declare_lexical", constant(name), value))]
        return self._set_statement(name, value)

    def _s_ReturnStatement(self, node: Node) -> S:
        value = load(UNDEFINED_NAME) if node.argument is None else self.expression(node.argument)
        if self.kind == "async-generator" and node.argument is not None:
            value = Yield(value=call("Await", value))
        if self.kind == "class":
            value = call("made_by", value, self.read("%this"))
        return [Return(value=value)]

    def _s_ThrowStatement(self, node: Node) -> S:
        return [Raise(exc=call("JSThrow", self.expression(node.argument)), cause=None)]

    def _s_BlockStatement(self, node: Node) -> S:
        return self.block(node.body, node)

    def _s_IfStatement(self, node: Node) -> S:
        test = self.test(node.test)
        body = self.statement(node.consequent) or [Pass()]
        return [If(test=test, body=body, orelse=self.statement(node.alternate) if node.alternate is not None else [])]

    def _s_LabeledStatement(self, node: Node) -> S:
        labels = [node.label.name]
        inner = node.body
        while inner.type == "LabeledStatement":
            labels.append(inner.label.name)
            inner = inner.body
        if inner.type in _LOOPS:
            return getattr(self, "_s_" + inner.type)(inner, tuple(labels))  # type: ignore[no-any-return]
        target = self._target(tuple(labels), loop=False)
        body = [*self.statement(inner), Break()]
        return self._leave(target, [While(test=constant(True), body=body, orelse=[])])

    # loops

    def _target(
        self, labels: tuple[str, ...], *, loop: bool, switch: bool = False, update: Callable[[], S] | None = None
    ) -> Target:
        self.number += 1
        target = Target(self.number, labels, loop, switch, update or (list))
        self.targets.append(target)
        return target

    def _leave(self, target: Target, out: S) -> S:
        """``out``, the loop of ``target``, and after it the jumps that go further."""
        self.targets.remove(target)
        if not target.jumps:
            return out
        around = self.targets[-1]
        reset = Assign(targets=[Name(id="J", ctx=STORE)], value=constant(0))
        after: S = []
        for code in sorted(target.jumps):
            own = Compare(left=load("J"), ops=[ast.Eq()], comparators=[constant(code)])
            if code == around.number:
                after.append(If(test=own, body=[reset, Break()], orelse=[]))
            elif code == -around.number:
                after.append(If(test=own, body=[reset, *around.update(), Continue()], orelse=[]))
            else:
                after.append(If(test=own, body=[Break()], orelse=[]))
        return [reset, *out, *after]

    def _jump(self, to: Target, code: int) -> S:
        """Leaves the innermost loop in order to break (``code`` > 0) or continue (< 0) that of ``to``."""
        for target in self.targets[self.targets.index(to) + 1 :]:
            target.jumps.add(code)
        return [Assign(targets=[Name(id="J", ctx=STORE)], value=constant(code)), Break()]

    def _s_BreakStatement(self, node: Node) -> S:
        for target in reversed(self.targets):
            if node.label is None:
                found = target.is_loop or target.is_switch
            else:
                found = node.label.name in target.labels
            if found:
                return [Break()] if target is self.targets[-1] else self._jump(target, target.number)
        raise Unsupported("a break that leads nowhere")

    def _s_ContinueStatement(self, node: Node) -> S:
        for target in reversed(self.targets):
            if target.is_loop and (node.label is None or node.label.name in target.labels):
                if target is self.targets[-1]:
                    return [*target.update(), Continue()]
                return self._jump(target, -target.number)
        raise Unsupported("a continue that leads nowhere")

    def _counted(self, loop: Callable[[S], S]) -> S:
        """A loop that begins each round with what it is given: it counts the round."""
        count = self._temp()
        start = Assign(targets=[Name(id=count, ctx=STORE)], value=constant(0))
        return [start, *loop([
            AugAssign(target=Attribute(value=load("R"), attr="left", ctx=STORE), op=ast.Sub(), value=constant(1)),
            If(
                test=Compare(
                    left=Attribute(value=load("R"), attr="left", ctx=LOAD), ops=[ast.Lt()], comparators=[constant(0)]
                ),
                body=[Raise(exc=load("Stop"), cause=None)], orelse=[],
            ),
            AugAssign(target=Name(id=count, ctx=STORE), op=ast.Add(), value=constant(1)),
            If(
                test=Compare(
                    left=load(count), ops=[ast.Gt()], comparators=[Attribute(value=load("R"), attr="rounds", ctx=LOAD)]
                ),
                body=[
                    Assign(targets=[Attribute(value=load("R"), attr="cut", ctx=STORE)], value=constant(True)), Break()
                ],
                orelse=[],
            ),
        ])]  # fmt: skip

    def _s_WhileStatement(self, node: Node, labels: tuple[str, ...] = ()) -> S:
        target = self._target(labels, loop=True)
        test = self.test(node.test)
        body = self.statement(node.body)
        return self._counted(lambda tick: self._leave(target, [While(test=test, body=[*tick, *body], orelse=[])]))

    def _s_DoWhileStatement(self, node: Node, labels: tuple[str, ...] = ()) -> S:
        def check() -> S:
            return [If(test=UnaryOp(op=ast.Not(), operand=self.test(node.test)), body=[Break()], orelse=[])]

        target = self._target(labels, loop=True, update=check)
        body = [*self.statement(node.body), *check()]
        return self._counted(
            lambda tick: self._leave(target, [While(test=constant(True), body=[*tick, *body], orelse=[])])
        )

    def _s_ForStatement(self, node: Node, labels: tuple[str, ...] = ()) -> S:
        scope, env = self.scope, self.env
        out: S = []
        init = node.init
        copied: str | None = None
        if init is not None and init.type == "VariableDeclaration":
            if init.kind != "var":
                names = [name for d in init.declarations for name in names_in(d.id)]
                self._block_scope(names, [node], out)
                copied = self.scope.env
            out += self._s_VariableDeclaration(init)
        elif init is not None:
            out += self.effect(init)
        inner, inner_env = self.scope, self.env

        def update() -> S:
            kept = self.scope, self.env
            self.scope, self.env = inner, inner_env
            made: S = []
            if copied is not None:
                value = List(elts=[Starred(value=load(copied), ctx=LOAD)], ctx=LOAD)
                made.append(Assign(targets=[Name(id=copied, ctx=STORE)], value=value))
            if node.update is not None:
                made += self.effect(node.update)
            self.scope, self.env = kept
            return made

        target = self._target(labels, loop=True, update=update)
        test = self.test(node.test) if node.test is not None else constant(True)
        body = [*self.statement(node.body), *update()]
        self.scope, self.env = scope, env
        return [
            *out,
            *self._counted(lambda tick: self._leave(target, [While(test=test, body=[*tick, *body], orelse=[])])),
        ]

    def _s_ForInStatement(self, node: Node, labels: tuple[str, ...] = ()) -> S:
        return self._walk(node, labels, "for_in")

    def _s_ForOfStatement(self, node: Node, labels: tuple[str, ...] = ()) -> S:
        if node.get("await"):
            return self._walk_async(node, labels)
        return self._walk(node, labels, "iterate")

    def _walk(self, node: Node, labels: tuple[str, ...], how: str) -> S:
        walked = call(how, self.expression(node.right))
        target = self._target(labels, loop=True)
        item = self._temp()
        body = self._each(node, load(item))

        def loop(tick: S) -> S:
            made = For(target=Name(id=item, ctx=STORE), iter=walked, body=[*tick, *body], orelse=[])
            if how != "iterate":
                return self._leave(target, [made])
            walk = self._temp()  # an iterator that is left early is closed
            made.iter = load(walk)
            start = Assign(targets=[Name(id=walk, ctx=STORE)], value=walked)
            end = Expr(value=call("close", load(walk)))
            return self._leave(target, [start, self._finally([made], [end])])

        return self._counted(loop)

    def _walk_async(self, node: Node, labels: tuple[str, ...]) -> S:
        walk, step = self._temp(), self._temp()
        start = Assign(targets=[Name(id=walk, ctx=STORE)], value=call("async_iterator", self.expression(node.right)))
        target = self._target(labels, loop=True)
        following = self._await(call("call_method", load(walk), constant("next"), List(elts=[], ctx=LOAD)))
        ask = Assign(targets=[Name(id=step, ctx=STORE)], value=following)
        done = If(test=call("truthy", call("get", load(step), constant("done"))), body=[Break()], orelse=[])
        value = self._await(call("get", load(step), constant("value")))  # of a list: its elements may be promises
        body = [ask, done, *self._each(node, value)]
        return [
            start,
            *self._counted(
                lambda tick: self._leave(target, [While(test=constant(True), body=[*tick, *body], orelse=[])])
            ),
        ]

    def _each(self, node: Node, item: E) -> S:
        """One round of a walk."""
        scope, env = self.scope, self.env
        out: S = []
        left = node.left
        if left.type == "VariableDeclaration":
            pattern = left.declarations[0].id
            if left.kind != "var":
                self._block_scope(list(names_in(pattern)), [node], out)
            out.append(Expr(value=self.store(pattern, item)))
        else:
            out.append(Expr(value=self.store(left, item)))
        out += self.statement(node.body)
        self.scope, self.env = scope, env
        return out

    def _s_SwitchStatement(self, node: Node) -> S:
        value, chosen = self._temp(), self._temp()
        out: S = [Assign(targets=[Name(id=value, ctx=STORE)], value=self.expression(node.discriminant))]
        scope, env = self.scope, self.env
        names = [name for case in node.cases for name in _lexical_names(case.consequent)]
        if names:
            self._block_scope(names, [node], out)
            for case in node.cases:
                out += self._hoisted(case.consequent)
        default = next((i for i, case in enumerate(node.cases) if case.test is None), len(node.cases))
        chain: S = [Assign(targets=[Name(id=chosen, ctx=STORE)], value=constant(default))]
        for index in reversed(range(len(node.cases))):
            test = node.cases[index].test
            if test is not None:
                same = call("strict_equals", load(value), self.expression(test))
                hit = Assign(targets=[Name(id=chosen, ctx=STORE)], value=constant(index))
                chain = [If(test=same, body=[hit], orelse=chain)]
        out += chain
        target = self._target((), loop=False, switch=True)
        body: S = []
        for index, case in enumerate(node.cases):
            if case.consequent:
                reached = Compare(left=load(chosen), ops=[ast.LtE()], comparators=[constant(index)])
                body.append(If(test=reached, body=self.statements(case.consequent) or [Pass()], orelse=[]))
        body.append(Break())
        self.scope, self.env = scope, env
        return [*out, *self._leave(target, [While(test=constant(True), body=body, orelse=[])])]

    def _s_TryStatement(self, node: Node) -> S:
        body = self.block(node.block.body, node.block) or [Pass()]
        handlers = []
        if node.handler is not None:
            error = self._fresh("x")
            scope, env = self.scope, self.env
            inner: S = []
            if node.handler.param is not None:
                names = list(names_in(node.handler.param))
                self._block_scope(names, [node.handler], inner)
                inner.append(Expr(value=self.store(node.handler.param, call("caught", load(error)))))
            inner += self.block(node.handler.body.body, node.handler.body)
            self.scope, self.env = scope, env
            handlers.append(Handler(type=load("Exception"), name=error, body=inner or [Pass()]))
        final = self.block(node.finalizer.body, node.finalizer) if node.finalizer is not None else []
        if handlers:
            body = [Try(body=body, handlers=handlers, orelse=[], finalbody=[])]
        return [self._finally(body, final)] if final else body

    def _finally(self, body: S, final: S) -> Any:
        """``final`` after ``body``, but for a run that is over, or a generator that nobody resumes any more."""
        if "GX" not in self.locals:
            self.locals.append("GX")
        over = Assign(targets=[Name(id="GX", ctx=STORE)], value=constant(True))
        handler = Handler(type=load("Abandoned"), name=None, body=[over, Raise(exc=None, cause=None)])
        test = Compare(left=load("GX"), ops=[ast.IsNot()], comparators=[constant(True)])
        return Try(body=body, handlers=[handler], orelse=[], finalbody=[If(test=test, body=final, orelse=[])])

    def _s_ClassDeclaration(self, node: Node) -> S:
        return self._declare(node.id.name, self._class(node, node.id.name), "class")

    def _s_StaticBlock(self, node: Node) -> S:
        return self.block(node.body, node)

    # modules

    def _s_ImportDeclaration(self, node: Node) -> S:
        return []

    def _s_ExportAllDeclaration(self, node: Node) -> S:
        return []

    def _s_ExportNamedDeclaration(self, node: Node) -> S:
        return self.statement(node.declaration) if node.declaration is not None else []

    def _s_ExportDefaultDeclaration(self, node: Node) -> S:
        what = node.declaration
        if what.type == "FunctionDeclaration":
            if what.id is not None:
                return self._set_statement("*default*", self.read(what.id.name))
            return []
        if what.type == "ClassDeclaration":
            if what.id is not None:
                return [*self._s_ClassDeclaration(what), *self._set_statement("*default*", self.read(what.id.name))]
            return self._set_statement("*default*", self._class(what, "default"))
        return self._set_statement("*default*", self._named(what, "default"))

    def _s_TSEnumDeclaration(self, node: Node) -> S:
        return [Expr(value=call("unsupported", constant(node.type)))]

    # -- expressions ----------------------------------------------------------------------------------------------

    def test(self, node: Node) -> E:
        """An expression as a condition."""
        if node.type == "UnaryExpression" and node.operator == "!":
            return UnaryOp(op=ast.Not(), operand=self.test(node.argument))
        if node.type == "LogicalExpression" and node.operator in ("&&", "||"):
            op = ast.And() if node.operator == "&&" else ast.Or()
            return _BoolOp(op=op, values=[self.test(node.left), self.test(node.right)])
        made = self.expression(node)
        return made if _is_boolean(node) else call("truthy", made)

    def expression(self, node: Node) -> E:
        handler = getattr(self, "_e_" + node.type, None)
        if handler is None:
            return call("unsupported", constant(node.type))
        return handler(node)

    def _named(self, node: Node, name: str) -> E:
        """An expression whose function or class gets a name."""
        if node.type in ("FunctionExpression", "ArrowFunctionExpression"):
            return self.make_function(node, name if node.get("id") is None else node.id.name)
        if node.type == "ClassExpression":
            return self._class(node, name if node.id is None else node.id.name)
        return self.expression(node)

    def _transparent(self, node: Node) -> E:
        return self.expression(node.expression)

    _e_TSAsExpression = _e_TSSatisfiesExpression = _e_TSNonNullExpression = _transparent
    _e_TSTypeAssertion = _e_ParenthesizedExpression = _e_TSInstantiationExpression = _transparent

    def _e_Literal(self, node: Node) -> E:
        if node.get("regex"):
            return call("regexp", constant(node.regex["pattern"]), constant(node.regex["flags"]))
        return self._constant(node, node.value)

    def _constant(self, node: Node, value: Any) -> E:
        made = runtime.literal(node, value, told=self.script.scanned)
        if made is value and not isinstance(value, int):
            return constant(value)
        if isinstance(made, bool):
            return constant(made)
        name = f"K{node.start}"
        self.namespace[name] = made
        return load(name)

    def _e_Identifier(self, node: Node) -> E:
        return self.read(node.name)

    def _e_ThisExpression(self, node: Node) -> E:
        return self.read("%this")

    def _e_Super(self, node: Node) -> E:
        raise Unsupported("super")

    def _e_MetaProperty(self, node: Node) -> E:
        if node.meta.name == "new":
            return self.read("%nt")
        self.namespace["META"] = self.script.meta
        return call("META")

    def _e_TemplateLiteral(self, node: Node) -> E:
        parts: list[E] = []
        for index, quasi in enumerate(node.quasis):
            if quasi.cooked:
                parts.append(self._constant(quasi, quasi.cooked))
            if index < len(node.expressions):
                parts.append(self.expression(node.expressions[index]))
        return call("template", *parts) if parts else constant("")

    def _e_TaggedTemplateExpression(self, node: Node) -> E:
        quasis = node.quasi.quasis
        name = f"Q{node.start}"
        raw = [q.source.text(q.span) for q in quasis]
        cooked = [
            runtime.literal(q, q.cooked, told=self.script.scanned) if q.cooked is not None else None for q in quasis
        ]
        self.namespace[name] = runtime.TemplateObject(cooked, raw)
        first = call("template_object", load(name))
        arguments = List(elts=[first, *map(self.expression, node.quasi.expressions)], ctx=LOAD)
        return self._call_of(node.tag, arguments, node)

    def _e_ArrayExpression(self, node: Node) -> E:
        elements = [load("MISSING") if element is None else self._element(element) for element in node.elements]
        return call("JSArray", List(elts=elements, ctx=LOAD))

    def _element(self, node: Node) -> E:
        if node.type == "SpreadElement":
            return Starred(value=call("spread", self.expression(node.argument)), ctx=LOAD)
        return self.expression(node)

    def _arguments(self, nodes: Sequence[Node]) -> E:
        return List(elts=[self._element(node) for node in nodes], ctx=LOAD)

    def _e_ObjectExpression(self, node: Node) -> E:
        entries: list[E] = []
        for prop in node.properties:
            if prop.type == "SpreadElement":
                entries.append(Tuple(elts=[constant("..."), self.expression(prop.argument)], ctx=LOAD))
                continue
            key = self._key(prop)
            value_node = prop.value
            if prop.kind in ("get", "set"):
                value = self.make_function(value_node, "", method=True)
                entries.append(Tuple(elts=[constant(prop.kind), key, value], ctx=LOAD))
                continue
            if prop.get("method"):
                value = self.make_function(value_node, _static_name(prop), method=True)
                kind = "method"
            else:
                value = self._named(value_node, _static_name(prop))
                kind = "proto" if _static_name(prop) == "__proto__" and not prop.computed and not prop.shorthand else ""
            if kind:
                entries.append(Tuple(elts=[constant(kind), key, value], ctx=LOAD))
            else:
                entries.append(Tuple(elts=[key, value], ctx=LOAD))
        plain = all(
            len(e.elts) == 2 and not (isinstance(e.elts[0], ast.Constant) and e.elts[0].value == "...") for e in entries
        )
        constant_keys = all(isinstance(e.elts[0], ast.Constant) for e in entries)
        if plain and constant_keys:
            made = _Dict(keys=[e.elts[0] for e in entries], values=[e.elts[1] for e in entries])
            return call("plain_object", made)
        return call("object_of", List(elts=entries, ctx=LOAD))

    def _key(self, prop: Node) -> E:
        """The key of a property, as a property key."""
        key = prop.key
        if prop.computed:
            return call("to_key", self.expression(key))
        if key.type == "PrivateIdentifier":
            return self._private(key.name)
        return constant(_static_name(prop))

    def _private(self, name: str) -> E:
        """The key of ``#name``: one for each class of the script that declares it."""
        kind, where, index = self._place("#" + name)
        if kind == "global":
            raise Unsupported("a private name that no class declares")
        return load(where) if kind == "fast" else Subscript(value=where, slice=constant(index), ctx=LOAD)

    def _e_FunctionExpression(self, node: Node) -> E:
        return self.make_function(node, node.id.name if node.id is not None else "")

    def _e_ArrowFunctionExpression(self, node: Node) -> E:
        return self.make_function(node, "")

    def make_function(self, node: Node, name: str, method: bool = False) -> E:
        kind = kind_of(node, method)
        template = Template(node, self.scope, self.script, kind, name, strict=bool(self.strict))
        return self._made(template)

    def _made(self, template: Template) -> E:
        name = f"F{len(self.namespace)}"
        self.namespace[name] = template
        return call("JSFunction", load(name), load(self.env))

    def _e_ClassExpression(self, node: Node) -> E:
        return self._class(node, node.id.name if node.id is not None else "")

    def _class(self, node: Node, name: str) -> E:
        body = node.body.body
        private = sorted({m.key.name for m in body if m.get("key") is not None and m.key.type == "PrivateIdentifier"})
        names = [*(["#" + p for p in private]), *([node.id.name] if node.id is not None else [])]
        scope, env, strict = self.scope, self.env, self.strict
        self.strict = "_strict"
        new_scope = Scope(self.scope, self.template)
        heritage = self.expression(node.superClass) if node.superClass is not None else load("MISSING")
        first: list[E] = []
        if names:
            new_scope.env = self._temp()
            new_scope.slots = {n: i for i, n in enumerate(names, 1)}
            values: list[E] = [load(self.env)]
            for n in names:
                values.append(call("PrivateName", constant(n)) if n[0] == "#" else load(UNDEFINED_NAME))
            first.append(NamedExpr(target=Name(id=new_scope.env, ctx=STORE), value=List(elts=values, ctx=LOAD)))
            self.scope, self.env = new_scope, new_scope.env
        members: list[E] = []
        constructor: Node | None = None
        for member in body:
            if member.type == "MethodDefinition" and member.kind == "constructor":
                constructor = member.value
                continue
            if member.type == "StaticBlock":
                block = Template(member, self.scope, self.script, "method", strict=True)
                members.append(
                    Tuple(elts=[constant("block"), constant(True), load("MISSING"), self._made(block)], ctx=LOAD)
                )
                continue
            if member.type not in ("MethodDefinition", "PropertyDefinition"):
                continue
            key = self._key(member)
            if member.type == "PropertyDefinition":
                if member.value is None:
                    value: E = constant(None)
                else:
                    name_of = _static_name(member)
                    value = self._made(Template(member, self.scope, self.script, "method", name_of, strict=True))
                kind = "field"
            else:
                value = self.make_function(member.value, _static_name(member), method=True)
                kind = member.kind
            members.append(Tuple(elts=[constant(kind), constant(bool(member.static)), key, value], ctx=LOAD))
        template = Template(constructor or node, self.scope, self.script, "class", name)
        label = f"F{len(self.namespace)}"
        self.namespace[label] = template
        binds: E = load("no_name")
        if node.id is not None:
            binds = call("names_class", load(self.env), constant(names.index(node.id.name) + 1))
        made = call("make_class", load(label), load(self.env), heritage, List(elts=members, ctx=LOAD), binds)
        self.scope, self.env, self.strict = scope, env, strict
        if not first:
            return made
        return Subscript(value=Tuple(elts=[*first, made], ctx=LOAD), slice=constant(1), ctx=LOAD)

    def _e_SequenceExpression(self, node: Node) -> E:
        values = [self.expression(one) for one in node.expressions]
        return Subscript(value=Tuple(elts=values, ctx=LOAD), slice=constant(len(values) - 1), ctx=LOAD)

    def _e_ConditionalExpression(self, node: Node) -> E:
        return IfExp(
            test=self.test(node.test), body=self.expression(node.consequent), orelse=self.expression(node.alternate)
        )

    def _e_LogicalExpression(self, node: Node) -> E:
        held = self._temp()
        left = NamedExpr(target=Name(id=held, ctx=STORE), value=self.expression(node.left))
        right = self.expression(node.right)
        return self._either(node.operator, left, held, right)

    def _either(self, operator: str, left: E, held: str, right: E) -> E:
        if operator == "&&":
            return IfExp(test=call("truthy", left), body=right, orelse=load(held))
        if operator == "||":
            return IfExp(test=call("truthy", left), body=load(held), orelse=right)
        return IfExp(test=call("nullish", left), body=right, orelse=load(held))

    def _e_UnaryExpression(self, node: Node) -> E:
        argument = node.argument
        match node.operator:
            case "!":
                return UnaryOp(op=ast.Not(), operand=self.test(argument))
            case "typeof":
                if argument.type == "Identifier" and self._place(argument.name)[0] == "global":
                    return call("typeof_global", constant(argument.name))
                return call("type_of", self.expression(argument))
            case "void":
                if argument.type == "Literal":
                    return load(UNDEFINED_NAME)
                value = Tuple(elts=[self.expression(argument), load(UNDEFINED_NAME)], ctx=LOAD)
                return Subscript(value=value, slice=constant(1), ctx=LOAD)
            case "-":
                return call("negate", self.expression(argument))
            case "+":
                return call("to_number", self.expression(argument))
            case "~":
                return call("invert", self.expression(argument))
            case "delete":
                while argument.type in ("ChainExpression", "ParenthesizedExpression"):
                    argument = argument.expression
                if argument.type != "MemberExpression":
                    return constant(True)
                return call("delete" + self.strict, self.expression(argument.object), self._member_key(argument))
        raise Unsupported(node.operator)

    def _member_key(self, node: Node) -> E:
        if node.computed:
            return self.expression(node.property)
        if node.property.type == "PrivateIdentifier":
            return self._private(node.property.name)
        return constant(node.property.name)

    def _e_BinaryExpression(self, node: Node) -> E:
        operator = node.operator
        if operator == "+":  # long sums are nested to the left
            chain = []
            at = node
            while at.type == "BinaryExpression" and at.operator == "+":
                chain.append(at.right)
                at = at.left
            made = self.expression(at)
            for right in reversed(chain):
                made = call("add", made, self.expression(right))
            return made
        if operator == "in":
            if node.left.type == "PrivateIdentifier":
                return call("has_private", self._private(node.left.name), self.expression(node.right))
            return call("has_property", self.expression(node.left), self.expression(node.right))
        left, right = self.expression(node.left), self.expression(node.right)
        if operator in ("===", "!=="):
            made = self._identical(left, right, node.right) or self._identical(right, left, node.left)
            made = made or call("strict_equals", left, right)
            return made if operator == "===" else UnaryOp(op=ast.Not(), operand=made)
        if operator in ("==", "!="):
            made = call("nullish", left) if _is_null(node.right) else call("equals", left, right)
            return made if operator == "==" else UnaryOp(op=ast.Not(), operand=made)
        name = _BINARY.get(operator)
        if name is not None:
            return call(name, left, right)
        if operator in ("^", "<<", ">>>"):
            return call("bitwise", constant(operator), left, right)
        raise Unsupported(operator)

    @staticmethod
    def _identical(value: E, other: E, node: Node) -> E | None:
        """``value === other`` where ``other`` (spelled by ``node``) is undefined, null or a text."""
        if isinstance(value, ast.Constant):
            return None  # Python warns of a comparison that is always so
        if node.type == "Literal" and node.value is None and not node.get("regex"):
            return Compare(left=value, ops=[ast.Is()], comparators=[constant(None)])
        if isinstance(other, ast.Name) and other.id == UNDEFINED_NAME:
            return Compare(left=value, ops=[ast.Is()], comparators=[other])
        if isinstance(other, ast.Constant) and isinstance(other.value, str):
            return Compare(left=value, ops=[ast.Eq()], comparators=[other])
        return None

    def _e_AssignmentExpression(self, node: Node) -> E:
        operator, left = node.operator, node.left
        while left.type in ("TSAsExpression", "TSNonNullExpression", "ParenthesizedExpression"):
            left = left.expression
        if operator == "=":
            if left.type == "Identifier":
                return self.write(left.name, self._named(node.right, left.name))
            if left.type == "MemberExpression":
                return self._put(left, self._named(node.right, ""))
            return self.store(left, self.expression(node.right))
        if operator in ("&&=", "||=", "??="):
            held = self._temp()
            if left.type == "Identifier":
                read = NamedExpr(target=Name(id=held, ctx=STORE), value=self.read(left.name))
                return self._either(
                    operator[:-1], read, held, self.write(left.name, self._named(node.right, left.name))
                )
            owner, key, before = self._reference(left)
            read = NamedExpr(target=Name(id=held, ctx=STORE), value=call(self._gets(left), owner, key))
            made = self._either(
                operator[:-1], read, held, call(self._puts(left), owner, key, self.expression(node.right))
            )
            return self._after(before, made)
        if left.type == "Identifier":
            return self.write(left.name, self._binary(operator[:-1], self.read(left.name), self.expression(node.right)))
        owner, key, before = self._reference(left)
        value = self._binary(operator[:-1], call(self._gets(left), owner, key), self.expression(node.right))
        return self._after(before, call(self._puts(left), owner, key, value))

    @staticmethod
    def _gets(member: Node) -> str:
        return "get_private" if member.property.type == "PrivateIdentifier" and not member.computed else "get_computed"

    def _puts(self, member: Node) -> str:
        if member.property.type == "PrivateIdentifier" and not member.computed:
            return "put_private"
        return "put_computed" + self.strict

    def _binary(self, operator: str, left: E, right: E) -> E:
        name = _BINARY.get(operator)
        return call(name, left, right) if name is not None else call("bitwise", constant(operator), left, right)

    def _reference(self, member: Node) -> tuple[E, E, list[E]]:
        """The owner and the key of a member that is read and written, and what puts them into variables first."""
        if member.type != "MemberExpression":
            raise Unsupported(f"an assignment to {member.type}")
        if member.object.type == "Super":
            owner: E = self.read("%this")
            first: list[E] = []
        else:
            held = self._temp()
            first = [NamedExpr(target=Name(id=held, ctx=STORE), value=self.expression(member.object))]
            owner = load(held)
        key = self._member_key(member)
        if not isinstance(key, ast.Constant):
            name = self._temp()
            if member.computed:
                key = call("to_key", key)
            first.append(NamedExpr(target=Name(id=name, ctx=STORE), value=key))
            key = load(name)
        return owner, key, first

    @staticmethod
    def _after(before: list[E], made: E) -> E:
        values = [*before, made]
        return Subscript(value=Tuple(elts=values, ctx=LOAD), slice=constant(len(values) - 1), ctx=LOAD)

    def _put(self, member: Node, value: E) -> E:
        if member.object.type == "Super":
            return call("super_put", self.read("%fo"), self.read("%this"), self._member_key(member), value)
        owner = self.expression(member.object)
        if member.computed:
            return call(self._puts(member), owner, self.expression(member.property), value)
        if member.property.type == "PrivateIdentifier":
            return call("put_private", owner, self._private(member.property.name), value)
        return call("put" + self.strict, owner, self._member_key(member), value)

    def _e_UpdateExpression(self, node: Node) -> E:
        target = node.argument
        while target.type in ("TSNonNullExpression", "TSAsExpression", "ParenthesizedExpression"):
            target = target.expression
        step = "increment" if node.operator == "++" else "decrement"
        if target.type == "Identifier":
            if node.prefix:
                return self.write(target.name, call(step, self.read(target.name)))
            old = self._temp()
            first = NamedExpr(target=Name(id=old, ctx=STORE), value=call("to_numeric", self.read(target.name)))
            write = self.write(target.name, call(step, load(old)))
            return self._after([first, write], load(old))
        owner, key, before = self._reference(target)
        if node.prefix:
            return self._after(
                before, call(self._puts(target), owner, key, call(step, call(self._gets(target), owner, key)))
            )
        old = self._temp()
        first = NamedExpr(
            target=Name(id=old, ctx=STORE), value=call("to_numeric", call(self._gets(target), owner, key))
        )
        return self._after([*before, first, call(self._puts(target), owner, key, call(step, load(old)))], load(old))

    # members and calls

    def _e_MemberExpression(self, node: Node) -> E:
        if node.object.type == "Super":
            return call("super_get", self.read("%fo"), self.read("%this"), self._super_key(node))
        return self._get(self.expression(node.object), node)

    def _super_key(self, node: Node) -> E:
        return call("to_key", self.expression(node.property)) if node.computed else constant(node.property.name)

    def _get(self, owner: E, node: Node) -> E:
        if node.computed:
            return call("get_computed", owner, self.expression(node.property), line=node.end)
        if node.property.type == "PrivateIdentifier":
            return call("get_private", owner, self._private(node.property.name))
        return call("get", owner, constant(node.property.name), line=node.end)

    def _e_ChainExpression(self, node: Node) -> E:
        return self._chain(node.expression, lambda value: value)

    def _chain(self, node: Node, then: Callable[[E], E]) -> E:
        """The end of an optional chain; ``then`` makes the rest of it of the value so far."""
        while node.type in ("TSNonNullExpression", "ParenthesizedExpression"):
            node = node.expression
        if node.type == "MemberExpression" and node.object.type != "Super":

            def member(owner: E) -> E:
                return self._guarded(owner, lambda held: then(self._get(held, node))) if node.optional else then(
                    self._get(owner, node)
                )  # fmt: skip

            return self._chain(node.object, member) if _in_chain(node.object) else member(self.expression(node.object))
        if node.type == "CallExpression" and node.callee.type != "Super":
            return self._chained_call(node, then)
        return then(self.expression(node))

    def _chained_call(self, node: Node, then: Callable[[E], E]) -> E:
        callee = node.callee
        while callee.type in ("TSNonNullExpression", "ParenthesizedExpression"):
            callee = callee.expression
        if callee.type == "MemberExpression" and callee.object.type != "Super":

            def method(owner: E) -> E:
                def of(held: E) -> E:
                    if not node.optional:
                        return then(self._method(held, callee, node))
                    this, function = self._temp(), self._temp()
                    got = self._get(NamedExpr(target=Name(id=this, ctx=STORE), value=held), callee)
                    test = call("nullish", NamedExpr(target=Name(id=function, ctx=STORE), value=got))
                    rest = call("call", load(function), load(this), self._watched(node), line=node.end)
                    return IfExp(test=test, body=load(UNDEFINED_NAME), orelse=then(rest))

                return self._guarded(owner, of) if callee.optional else of(owner)

            inner = callee.object
            return self._chain(inner, method) if _in_chain(inner) else method(self.expression(inner))

        def plain(function: E) -> E:
            def of(held: E) -> E:
                return then(call("call_value", held, self._watched(node), line=node.end))

            return self._guarded(function, of) if node.optional else of(function)

        return self._chain(callee, plain) if _in_chain(callee) else plain(self.expression(callee))

    def _guarded(self, value: E, then: Callable[[E], E]) -> E:
        held = self._temp()
        test = call("nullish", NamedExpr(target=Name(id=held, ctx=STORE), value=value))
        return IfExp(test=test, body=load(UNDEFINED_NAME), orelse=then(load(held)))

    def _e_CallExpression(self, node: Node) -> E:
        callee = node.callee
        if callee.type == "Super":
            made = call("super_call", self.read("%fo"), self.read("%nt"), self._watched(node), line=node.end)
            return self.write("%this", made)
        if callee.type == "Import":
            return self._import(node.arguments[0])
        return self._call_of(callee, self._arguments(node.arguments), node)

    def _import(self, node: Node) -> E:
        self.namespace["IMPORT"] = self.script.import_later
        return call("IMPORT", self.expression(node))

    def _e_ImportExpression(self, node: Node) -> E:
        return self._import(node.get("source"))

    def _watched(self, node: Node) -> E:
        return self._watching(node, None, self._arguments(node.arguments))[1]

    def _watching(self, node: Node, callee: E | None, given: E) -> tuple[E, E]:
        """The callee and the arguments of a call; who waits for them is told both before the call."""
        watch = self.script.watched(node)
        if watch is None:
            return callee, given
        name = f"W{node.end}"
        self.namespace[name] = watch
        if callee is None:
            return None, call(name, given, constant(None), line=node.end)
        held = self._temp()
        return NamedExpr(target=Name(id=held, ctx=STORE), value=callee), call(name, given, load(held), line=node.end)

    def _call_of(self, callee: Node, given: E, node: Node) -> E:
        while callee.type in ("TSNonNullExpression", "ParenthesizedExpression", "TSInstantiationExpression"):
            callee = callee.expression
        if callee.type == "ChainExpression":  # (a?.b)(c): this is a
            given = self._watching(node, None, given)[1]
            return self._chain_method(callee.expression, given, node)
        if callee.type == "MemberExpression":
            if callee.object.type == "Super":
                given = self._watching(node, None, given)[1]
                function = call("super_get", self.read("%fo"), self.read("%this"), self._super_key(callee))
                return call("call", function, self.read("%this"), given, line=node.end)
            return self._method(self.expression(callee.object), callee, node, self._watching(node, None, given)[1])
        function, given = self._watching(node, self.expression(callee), given)
        return call("call_value", function, given, line=node.end)

    def _chain_method(self, callee: Node, given: E, node: Node) -> E:
        if callee.type == "MemberExpression" and callee.object.type != "Super":
            this = self._temp()
            owner = NamedExpr(target=Name(id=this, ctx=STORE), value=self._chain(callee.object, lambda v: v))
            function = self._guarded(owner, lambda held: self._get(held, callee))
            return call("call", function, load(this), given, line=node.end)
        return call("call_value", self._chain(callee, lambda v: v), given, line=node.end)

    def _method(self, owner: E, member: Node, node: Node, given: E | None = None) -> E:
        arguments = given if given is not None else self._watched(node)
        if member.computed:
            return call("call_computed", owner, self.expression(member.property), arguments, line=node.end)
        if member.property.type == "PrivateIdentifier":
            return call("call_private", owner, self._private(member.property.name), arguments, line=node.end)
        return call("call_method", owner, constant(member.property.name), arguments, line=node.end)

    def _e_NewExpression(self, node: Node) -> E:
        made, given = self._watching(node, self.expression(node.callee), self._arguments(node.arguments))
        return call("construct", made, given, line=node.end)

    def _e_AwaitExpression(self, node: Node) -> E:
        return self._await(self.expression(node.argument))

    def _await(self, value: E) -> E:
        if self.kind == "async-generator":
            return Yield(value=call("Await", value))
        if not self.is_async:
            raise Unsupported("await outside of an async function")
        return Yield(value=value)

    def _e_YieldExpression(self, node: Node) -> E:
        if node.get("delegate"):
            name = "delegated_async" if self.is_async else "delegated"
            return YieldFrom(value=call(name, self.expression(node.argument)))
        value = load(UNDEFINED_NAME) if node.argument is None else self.expression(node.argument)
        return Yield(value=Yield(value=call("Await", value)) if self.is_async else value)

    # patterns

    def store(self, target: Node, value: E) -> E:
        """An expression that gives ``value`` to a name, a member or a pattern."""
        while target.type in (
            "TSAsExpression",
            "TSNonNullExpression",
            "ParenthesizedExpression",
            "TSParameterProperty",
        ):
            target = target.get("expression") or target.get("parameter")
        match target.type:
            case "Identifier":
                return self.write(target.name, value)
            case "MemberExpression":
                return self._put(target, value)
            case "AssignmentPattern" | "AssignmentExpression":
                held = self._temp()
                first = NamedExpr(target=Name(id=held, ctx=STORE), value=value)
                name = target.left.name if target.left.type == "Identifier" else ""
                test = Compare(left=first, ops=[ast.Is()], comparators=[load(UNDEFINED_NAME)])
                given = IfExp(test=test, body=self._named(target.right, name), orelse=load(held))
                return self.store(target.left, given)
            case "ArrayPattern" | "ArrayExpression":
                return self._store_list(target, value)
            case "ObjectPattern" | "ObjectExpression":
                return self._store_object(target, value)
        raise Unsupported(f"an assignment to {target.type}")

    def _store_list(self, target: Node, value: E) -> E:
        whole, held = self._temp(), self._temp()
        elements = target.elements
        rest = bool(elements) and elements[-1] is not None and elements[-1].type in ("RestElement", "SpreadElement")
        count = len(elements) - rest
        first = NamedExpr(target=Name(id=whole, ctx=STORE), value=value)
        items = call("first_of", load(whole), constant(count), constant(rest))
        out: list[E] = [first, NamedExpr(target=Name(id=held, ctx=STORE), value=items)]
        for index, element in enumerate(elements):
            if element is None:
                continue
            inner = element.argument if rest and index == count else element
            out.append(self.store(inner, self._item(held, index)))
        return self._after(out, load(whole))

    def _store_object(self, target: Node, value: E) -> E:
        whole = self._temp()
        out: list[E] = [call("checked", NamedExpr(target=Name(id=whole, ctx=STORE), value=value))]
        keys: list[E] = []
        has_rest = any(p.type in ("RestElement", "SpreadElement") for p in target.properties)
        for prop in target.properties:
            if prop.type in ("RestElement", "SpreadElement"):
                made = call("without", load(whole), Tuple(elts=keys, ctx=LOAD))
                out.append(self.store(prop.argument, made))
                continue
            key = self._key(prop)
            if has_rest and not isinstance(key, ast.Constant):
                name = self._temp()
                out.append(NamedExpr(target=Name(id=name, ctx=STORE), value=key))
                key = load(name)
            keys.append(key)
            out.append(self.store(prop.value, call("get", load(whole), key)))
        return self._after(out, load(whole))


_BoolOp, _Dict = _positioned(ast.BoolOp), _positioned(ast.Dict)
_LOOPS = ("ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement")
_BINARY = {
    "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "remainder", "**": "power", "<": "is_less",
    ">": "is_more", "<=": "is_at_most", ">=": "is_at_least", "instanceof": "instance_of", "&": "bit_and", "|": "bit_or",
    ">>": "shift_right",
}  # fmt: skip
_BOOLEAN_OPERATORS: frozenset[str] = frozenset({"===", "!==", "==", "!=", "<", ">", "<=", ">=", "in", "instanceof"})


def _is_boolean(node: Node) -> bool:
    if node.type == "BinaryExpression":
        return str(node.operator) in _BOOLEAN_OPERATORS
    return node.type == "UnaryExpression" and str(node.operator) in ("!", "delete")


def _is_null(node: Node) -> bool:
    if node.type == "UnaryExpression":
        return bool(node.operator == "void" and node.argument.type == "Literal")
    return bool(node.type == "Literal" and node.value is None and not node.get("regex"))


def _in_chain(node: Node) -> bool:
    return node.type in ("MemberExpression", "CallExpression", "TSNonNullExpression")


def _static_name(prop: Node) -> str:
    key = prop.key
    if prop.computed:
        return key.value if key.type == "Literal" and isinstance(key.value, str) else ""
    if key.type in ("Identifier", "PrivateIdentifier"):
        return key.name  # type: ignore[no-any-return]
    if isinstance(key.value, str):
        return str(key.value)
    return runtime.key_text(key.value)


def _super_call() -> E:
    return call("super_call", load("FO"), load("NT"), load("args"))


def names_in(pattern: Node | None) -> Iterator[str]:
    """The names that a pattern declares."""
    if pattern is None:
        return
    match pattern.type:
        case "Identifier":
            yield pattern.name
        case "AssignmentPattern":
            yield from names_in(pattern.left)
        case "ObjectPattern":
            for prop in pattern.properties:
                yield from names_in(prop.argument if prop.type == "RestElement" else prop.value)
        case "ArrayPattern":
            for element in pattern.elements:
                yield from names_in(element)
        case "RestElement":
            yield from names_in(pattern.argument)
        case "TSParameterProperty":
            yield from names_in(pattern.get("parameter"))


def _nested(node: Node, itself: bool = False) -> Iterator[Node]:
    """The outermost functions, and classes, in ``node``."""
    stack = [node] if itself else list(node.children())
    while stack:
        at = stack.pop()
        if at.type in FUNCTIONS or at.type in CLASSES:
            yield at
        else:
            stack += at.children()


def _lexical_names(nodes: Sequence[Node]) -> list[str]:
    """What the statements of a block declare in it."""
    names: dict[str, None] = {}
    for node in nodes:
        at = node
        if at.type in ("ExportNamedDeclaration", "ExportDefaultDeclaration") and at.declaration is not None:
            at = at.declaration
        if at.type == "VariableDeclaration" and at.kind != "var":
            names.update((name, None) for d in at.declarations for name in names_in(d.id))
        elif at.type in ("FunctionDeclaration", "ClassDeclaration") and at.id is not None:
            names[at.id.name] = None
    return list(names)


def _var_names(nodes: Sequence[Node]) -> list[str]:
    """What ``var`` declares in the statements of a function."""
    names: dict[str, None] = {}
    stack = list(reversed(nodes))
    while stack:
        at = stack.pop()
        if at.type in FUNCTIONS or at.type in CLASSES:
            continue
        if at.type == "VariableDeclaration":
            if at.kind == "var":
                names.update((name, None) for d in at.declarations for name in names_in(d.id))
        elif at.type.endswith("Statement") or at.type in ("SwitchCase", "CatchClause", "ExportNamedDeclaration"):
            if at.type not in ("ExpressionStatement", "ReturnStatement", "ThrowStatement"):
                stack += reversed(at.children())
    return list(names)


def _let_names(nodes: Sequence[Node]) -> Iterator[str]:
    """What let, const and class declare in the statements of a block."""
    for node in nodes:
        if node.type == "VariableDeclaration" and node.kind != "var":
            for one in node.declarations:
                yield from names_in(one.id)
        elif node.type == "ClassDeclaration":
            yield node.id.name


def _in_blocks(nodes: Sequence[Node], taken: set[str], at_top: bool = True) -> Iterator[Node]:
    """The functions that blocks among the statements declare, but for names that are ``taken`` around them (ECMA-262,
    B.3.2)."""
    for node in nodes:
        kind = node.type
        if kind == "FunctionDeclaration":
            if not at_top and not node.get("async") and not node.get("generator") and node.id.name not in taken:
                yield node
        elif kind in ("BlockStatement", "StaticBlock"):
            yield from _in_blocks(node.body, {*taken, *_let_names(node.body)}, False)
        elif kind == "SwitchStatement":
            inside = [statement for case in node.cases for statement in case.consequent]
            yield from _in_blocks(inside, {*taken, *_let_names(inside)}, False)
        elif kind == "CatchClause":
            param = node.param
            names = () if param is None or param.type == "Identifier" else names_in(param)
            yield from _in_blocks([node.body], {*taken, *names}, False)
        elif kind in _LOOPS:
            first = node.get("init") or node.get("left")
            yield from _in_blocks([node.body], {*taken, *_let_names([first] if first is not None else [])}, False)
        elif kind in ("IfStatement", "TryStatement", "LabeledStatement"):
            yield from _in_blocks(node.children(), taken, at_top and kind == "LabeledStatement")


def _declared(nodes: Sequence[Node]) -> list[str]:
    return list(dict.fromkeys([*_var_names(nodes), *_lexical_names(nodes)]))


__all__ = ["Compiler", "Scope", "Template"]
