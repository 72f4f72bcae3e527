"""Calls in both directions: what a call gives back, and who calls a function with what.

Forwards, a call of known code opens a ``Frame`` and the function's return statements are evaluated in it, branches
becoming choices. Backwards, a parameter that is looked at from outside any call holds the arguments of all callers:
calls, ``new``, component props (``jsx(C, {port})``), callbacks of array methods.

Not handled: generators, ``arguments`` written to, functions handed to code outside the project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, cast

from bundlescan.bundle.trail import AWAITED, DEFAULT, Path, trail
from bundlescan.scope.model import CLASSES, FUNCTIONS, Binding
from bundlescan.scope.patterns import targets
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name, literal_text
from bundlescan.syntax.texts import bare
from bundlescan.values import (
    builtins,
    chains,
    collections,
    commonjs,
    emitters,
    helpers,
    machines,
    messages,
    objects,
    origin,
    rounds,
)
from bundlescan.values.classes import (
    Owner,
    arguments_list,
    base_of,
    class_model,
    described_key,
    function_named,
    heir,
    is_arguments,
    named,
    owner_of,
    setter_key,
)
from bundlescan.values.conditions import FALSE, branch, equal, excerpt, select, truth
from bundlescan.values.domain import (
    UNDEFINED,
    Array,
    Choice,
    Cond,
    Const,
    Dead,
    External,
    Function,
    Global,
    Hole,
    Instance,
    Interop,
    Method,
    Promise,
    Prototype,
    Record,
    Require,
    Url,
    Value,
    carried,
    const,
    decided,
    hangs_on,
    leaves,
    leaves_under,
    lift,
    map_options,
    same_or_choice,
)
from bundlescan.values.frames import Frame
from bundlescan.values.lifetimes import uses

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator

#: calls inside calls that are followed forwards
MAX_FRAMES = 24
#: callers of one function that are told apart
MAX_CALLERS = 32
#: actions sent to one reducer that are told apart
MAX_ACTIONS = 8
#: functions of a table of which any is called, whose arguments are told apart
MAX_ROWS = 12
#: how many expressions may be evaluated to confirm that a property read is the function that is followed
LOOK = 600
#: what has to be left of a budget before other scripts are parsed to look for property reads
PARSING = 4_000
#: the most entries of a table whose functions are called by a key
MAX_TABLE = 24
#: where a method is read whose name is worked out
_COMPOSED = re.compile(rb"(?<![\w$.])this\s*(\[)")
#: expressions evaluated in the search for the reads of what a loaded module exports
UNFOLLOWED = 3_000


def call_expression(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    callee = node.callee
    while callee.type in ("ChainExpression", "TSNonNullExpression"):
        callee = callee.expression
    if callee.type == "SequenceExpression":  # (0, o.io)(…)
        callee = callee.expressions[-1]
    if callee.type == "Super":
        return const(UNDEFINED, node)
    if callee.type in ("FunctionExpression", "ConditionalExpression") and node.arguments:
        relative = ev.wrapper(callee)
        if relative == "options":
            return origin.options_to_origin(ev, ev.arguments(node.arguments, frame), node)
        if relative is not None:
            url, *ports = ev.arguments(node.arguments, frame)
            return origin.to_origin(ev, url, relative, node, ports=ports[0] if ports else None)
    machine = machines.driven(ev, node, frame)
    if machine is not None:
        return machine
    if callee.type == "MemberExpression" and not node.arguments:
        given = machines.sent(ev, callee, frame)
        if given is not None:
            return given
    this: Value | None = None
    if callee.type == "MemberExpression" and callee.object.type != "Super":
        this = ev.eval(callee.object, frame)
    elif callee.type == "MemberExpression":
        this = ev.eval_this(callee, frame)
    target = ev.eval(callee, frame)
    if isinstance(this, Instance):
        this, target = chains.receiver(ev, callee.object, this, target)
    return call(ev, target, ev.arguments(node.arguments, frame), this, node, frame)


_LOOP = re.compile(rb"(?<![\w$.])while\s*\(")
#: options of an argument for each of which a function with a loop is looked at
MAX_FEW = 4


def _each_of_few(make: Callable[..., Value], fn: Node, args: tuple[Value, ...]) -> Value:
    """``make(*args)``, for each option of an argument where ``fn`` loops until something is found in it."""
    few = [i for i, arg in enumerate(args) if isinstance(arg, Choice) and len(arg.options) <= MAX_FEW]
    if len(few) != 1 or _LOOP.search(fn.source.data, fn.start, fn.end) is None:
        return make(*args)
    at = few[0]
    return map_options(lambda one: make(*args[:at], one, *args[at + 1 :]), args[at])


def call(
    ev: Evaluator, callee: Value, args: tuple[Value, ...], this: Value | None, node: Node, frame: Frame | None
) -> Value:
    """The value of calling ``callee``; ``this`` is None where the call gives none."""

    def one(target: Value) -> Value:
        while isinstance(target, Record) and target.base is not None:
            target = target.base
        match target:
            case Function(fn=fn) if fn.type in CLASSES:
                return ev.lost(node, "a class called without new")
            case Function(fn=fn):
                helped = helpers.call_helper(ev, target, args, node, frame)
                if helped is not None:
                    return helped
                own = target.this if target.this is not None else this
                return _each_of_few(
                    lambda *given: invoke(ev, target, (*target.bound, *given), own, node, frame), fn, args
                )
            case Method():
                return builtins.call_method(ev, target, args, node, frame)
            case Global(path="commonjs", this=Function() as body):
                wrapped = ev.project.loaders.factory(ev, body.fn)
                if wrapped is not None:
                    return commonjs.exports_of(ev, wrapped, node)
                return commonjs.wrapped_exports(ev, body, node)
            case Require():
                return ev.project.loaders.call(ev, target, args, node)
            case Interop(exports=exports):
                return objects.default_of(ev, exports, node, frame)
            case Global(path=path):
                return builtins.call_global(ev, path, args, node, frame)
            case External(package=package, name=name):
                return ev.hole(node, f"the result of {name} of {package}", key=("external", node, frame))
            case Const() if is_function and not node.get("optional"):
                return Dead(node=node)  # throws, where it is not a function yet
        cause = target.cause if isinstance(target, Hole) else "not a function that is known"
        is_lost = target.lost if isinstance(target, Hole) else True
        return Hole(("call", node, frame), f"the result of a call: {cause}", lost=is_lost, node=node)

    if isinstance(callee, Choice) and callee.cond.kind == "element" and len(callee.options) <= MAX_ROWS:
        key = callee.cond.key
        if any(hangs_on(arg, key) for arg in args):  # ``const {make, deps} = rows[i]; make(...deps.map(get))``
            options = tuple(
                call(ev, carried(callee, at), tuple(decided(arg, key, at) for arg in args), this, node, frame)
                for at in range(len(callee.options))
            )
            return same_or_choice(callee.cond, options, node)

    is_function = isinstance(callee, Choice) and any(isinstance(leaf, Function) for leaf in leaves_under(callee))
    merged = helpers.merged_by_name(ev, callee, args, node, frame)
    if merged is not None:
        return merged
    value = lift(one, callee)
    hook = _HOOKS.get(_method_name(node)) if args else None
    if hook is not None and all(isinstance(leaf, Hole) for leaf in leaves(value)):
        return hook(ev, args, node, frame)
    return value


def _method_name(call: Node) -> str:
    callee = call.get("callee")
    if callee is not None and callee.type == "SequenceExpression":
        callee = callee.expressions[-1]
    if callee is None or callee.type != "MemberExpression" or callee.computed:
        return ""
    return str(callee.property.get("name"))


Hook = Callable[["Evaluator", tuple[Value, ...], Node, "Frame | None"], Value]


def _memo(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    return call(ev, args[0], (), None, node, frame)


def _callback(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    return args[0]


def _ref(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    return Record({"current": args[0]}, node=node)


def _state(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """The state and what sets it: at first what is given, or what the given function makes."""
    first = lift(lambda v: call(ev, v, (), None, node, frame) if isinstance(v, Function) else v, args[0])
    later = ev.hole(node, "a state that is set later", key=("state", node, frame))
    state = Choice(Cond(("state", node), "whether the state was set", "write"), (first, later), node=node)
    return Array((state, ev.hole(node, "what sets the state", key=("set", node, frame))), node=node)


def _reduced(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """The state that a reducer keeps, and what sends actions to it: at first what is given, or made of that, and then
    what the reducer makes of it for each action that is seen to be sent."""
    if len(args) < 2 or node.parent is None or node.parent.type != "VariableDeclarator":
        return ev.lost(node, "a state whose actions are not known", key=("state", node, frame))
    first = args[1] if len(node.arguments) < 3 else call(ev, args[2], (args[1],), None, node, frame)
    later = ev.hole(node, "a state that is set later", key=("state", node, frame))
    sent = [ev.eval(at, frame).via(at, "sent to the reducer") for at in _actions(ev, node)[:MAX_ACTIONS]]
    made = tuple(
        lift(lambda reduce: invoke(ev, reduce, (first, action), None, node, frame), args[0])  # noqa: B023
        for action in sent
        if all(isinstance(leaf, Function) for leaf in leaves(args[0]))
    )
    state = Choice(Cond(("state", node), "which action was sent last", "write"), (first, *made, later), node=node)
    return Array((state, ev.hole(node, "what sends actions", key=("set", node, frame))), node=node)


def _actions(ev: Evaluator, node: Node) -> list[Node]:
    """What is sent by the second element of what ``node`` gives."""
    target = node.parent.get("id") if node.parent is not None else None
    if target is None or target.type != "ArrayPattern" or len(target.elements) < 2:
        return []
    send = target.elements[1]
    binding = ev.binding(send) if send is not None and send.type == "Identifier" else None
    if binding is None:
        return []
    calls = [use.parent for use in ev.project.scopes(send).references(binding)]
    return [
        made.arguments[0]
        for made in calls
        if made is not None and made.type == "CallExpression" and made.arguments and made.callee.type == "Identifier"
        if ev.binding(made.callee) is binding
    ]


def _context(ev: Evaluator, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """What the providers of a context give it, and its default."""
    name = bare(node.arguments[0])
    binding = ev.binding(name) if name.type == "Identifier" else None
    made = binding.node.get("init") if binding is not None else None
    found: list[Node] = []
    for use in ev.project.scopes(name).references(binding)[:MAX_CALLERS] if binding is not None else ():
        at = use.parent if use.parent is not None and use.parent.type == "MemberExpression" else use
        call = at.parent if at is use or at.property.get("name") == "Provider" else None
        given = call.arguments[1:2] if call is not None and call.type == "CallExpression" else []
        if given and call is not None and call.arguments[0] is at and given[0].type == "ObjectExpression":
            found += [p.value for p in given[0].properties if p.type == "Property" and key_name(p.key) == "value"]
    if made is not None and made.type == "CallExpression":
        found += [at for at in made.arguments[:1] if at.type != "Literal" or at.value is not None]
    if not found:
        return ev.lost(node, "a context", key=("context", node, frame))
    options = tuple(ev.eval(value).via(value, "given by a context") for value in found)
    return same_or_choice(Cond(("context", binding), "which provider", "write"), options, node)


#: what React's hooks give back, whose own code goes through a dispatcher (react 19, packages/react/src/ReactHooks.js)
_HOOKS: dict[str, Hook] = {
    "useMemo": _memo,
    "useCallback": _callback,
    "useRef": _ref,
    "useState": _state,
    "useReducer": _reduced,
    "useContext": _context,
}


def invoke(
    ev: Evaluator, target: Function, args: tuple[Value, ...], this: Value | None, node: Node, frame: Frame | None
) -> Value:
    """The value that the function returns for these arguments."""
    fn = target.fn
    depth = (frame.depth if frame is not None else 0) + 1
    if depth > MAX_FRAMES:
        return ev.lost(node, "calls nested too deep")
    if fn.get("generator"):
        return builtins.generator_object(ev, target, args, this, node, frame)
    # one activation per call; the arguments count where one call node stands for several (callbacks)
    key = (
        fn,
        node,
        frame,
        id(target.frame),
        id(this) if this is not None else None,
        tuple(id(a) for a in args) if node.type != "CallExpression" or node.callee is not fn else None,
    )
    inner = ev.frames.get(key)
    if inner is None:
        inner = Frame(fn, args, this, target.frame, node, frame, depth=depth)
        ev.frames[key] = inner
    result = chains.result(ev, ev.guarded(("invoke", inner), node, lambda: returned(ev, fn, inner)), inner)
    if fn.get("async"):
        result = Promise(result, node=node)
    return result


def returned(ev: Evaluator, fn: Node, frame: Frame | None) -> Value:
    """What the function returns in the activation ``frame``."""
    body = fn.body
    if body.type != "BlockStatement":
        return ev.eval(body, frame)
    return completion(ev, body.body, frame, lambda: const(UNDEFINED, fn))


def completion(ev: Evaluator, statements: Sequence[Node], frame: Frame | None, rest: Callable[[], Value]) -> Value:
    """The value that a list of statements returns; ``rest()`` where it runs to its end."""
    for index, statement in enumerate(statements):
        if statement.type in ("ReturnStatement", "ThrowStatement") or _may_return(statement):
            following = statements[index + 1 :]
            return ev.deeper(
                statement, partial(_returns, ev, statement, frame, partial(completion, ev, following, frame, rest))
            )
    return rest()


_RETURN = re.compile(rb"\b(?:return|throw)\b")
_SKIPPED = frozenset({"FunctionDeclaration", "ClassDeclaration", "VariableDeclaration", "ExpressionStatement"})


def _may_return(node: Node) -> bool:
    return node.type not in _SKIPPED and _RETURN.search(node.source.data, node.start, node.end) is not None


def _returns(ev: Evaluator, node: Node, frame: Frame | None, rest: Callable[[], Value]) -> Value:
    memo: list[Value] = []

    def after() -> Value:
        if not memo:
            memo.append(rest())
        return memo[0]

    match node.type:
        case "ReturnStatement":
            return ev.eval(node.argument, frame) if node.argument is not None else const(UNDEFINED, node)
        case "ThrowStatement":
            return Dead(node=node)
        case "BlockStatement":
            return completion(ev, node.body, frame, after)
        case "IfStatement":
            test = truth(ev.eval(node.test, frame))
            return branch(
                test,
                lambda: completion(ev, [node.consequent], frame, after),
                lambda: completion(ev, [node.alternate], frame, after) if node.alternate is not None else after(),
            )
        case "SwitchStatement":
            return _switch(ev, node, frame, after)
        case "TryStatement":
            tried = completion(ev, node.block.body, frame, after)
            if node.handler is None:
                return tried
            caught = completion(ev, node.handler.body.body, frame, after)
            return Choice(Cond(("throws", node), "an exception is caught", "write"), (tried, caught), node=node)
        case "LabeledStatement":
            return _returns(ev, node.body, frame, after)
        case "ForStatement" | "ForInStatement" | "ForOfStatement" | "WhileStatement" | "DoWhileStatement":
            by_round = rounds.returned(ev, node, frame, after)
            if by_round is not None:
                return by_round
            inside = completion(ev, [node.body], frame, after)
            return Choice(Cond(("returns", node), "returned inside the loop", "write"), (inside, after()), node=node)
        case "BreakStatement" | "ContinueStatement":
            return after()
    return after()


def _switch(ev: Evaluator, node: Node, frame: Frame | None, rest: Callable[[], Value]) -> Value:
    subject = ev.eval(node.discriminant, frame)

    def run(index: int) -> Value:
        statements: list[Node] = []
        for case in node.cases[index:]:
            for statement in case.consequent:
                if statement.type == "BreakStatement":
                    return completion(ev, statements, frame, rest)
                statements.append(statement)
        return completion(ev, statements, frame, rest)

    default = next((i for i, case in enumerate(node.cases) if case.test is None), None)

    def test(index: int) -> Value:
        case = node.cases[index]
        return FALSE if case.test is None else equal(subject, ev.eval(case.test, frame), case, strict=True)

    return select(len(node.cases), test, run, lambda: run(default) if default is not None else rest(), node)


def construct(ev: Evaluator, callee: Value, args: tuple[Value, ...], node: Node, frame: Frame | None) -> Value:
    """The value of ``new callee(...args)``."""

    def one(target: Value) -> Value:
        while isinstance(target, Record) and target.base is not None:
            target = target.base
        match target:
            case Function():
                made = helpers.made_by_helper(ev, target, args, node, frame)
                return made if made is not None else Instance(target, args, ("new", node, frame), node=node)
            case Global(path=path):
                return builtins.construct_global(ev, path, args, node, frame)
            case External(package=package, name=name):
                return ev.hole(node, f"a {name} of {package}", key=("external", node, frame))
        return ev.lost(node, "an object of a class that is not known", key=("new", node, frame))

    return lift(one, callee)


def argument(ev: Evaluator, frame: Frame, index: int) -> Value:
    if index < len(frame.args):
        value = frame.args[index]
        return value.via(frame.site, "passed as an argument") if frame.site is not None else value
    return const(UNDEFINED, frame.site or frame.fn)


def arguments_object(ev: Evaluator, node: Node, frame: Frame | None) -> Value:
    """The ``arguments`` of the nearest function that has one."""
    fn: Node | None = node
    while fn is not None and fn.type not in ("FunctionDeclaration", "FunctionExpression"):
        fn = fn.parent
    if fn is None:
        return ev.lost(node, "arguments")
    own = frame.find(fn) if frame is not None else None
    if own is not None:
        return Array(own.args, node=node)
    sites = callers(ev, fn)
    if not sites:
        return ev.lost(node, "arguments")
    options = tuple(Array(site.arguments(ev), node=node) for site in sites[:MAX_CALLERS])
    return options[0] if len(options) == 1 else Choice(caller_cond(fn), options, node=node)


# -- callers ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """Arguments that are written out, as an evaluator knows them."""

    nodes: Sequence[Node]

    def __call__(self, ev: Evaluator) -> tuple[Value, ...]:
        return ev.arguments(self.nodes, None)


@dataclass(frozen=True, slots=True, eq=False)
class CallSite:
    """Where a function is called: ``call`` is the node, ``values`` makes its arguments. ``nodes`` spell the arguments
    where those are not the call's own (``f.call(this, a)``, ``Reflect.construct(F, [a])``); none where no code does.
    ``listed`` is the expression of the list that holds them all, then (``f.apply(this, list)``), and how many of its
    elements stand in front of them. Evaluators share call sites, so each is asked for its own arguments."""

    call: Node
    values: Callable[[Evaluator], tuple[Value, ...]]
    this: Callable[[Evaluator], Value] | None = None
    nodes: tuple[Node, ...] | None = None
    listed: tuple[Node, int] | None = None

    def arguments(self, ev: Evaluator) -> tuple[Value, ...]:
        return self.values(ev)

    def argument(self, ev: Evaluator, index: int) -> Value:
        """One of the arguments. What the others hold, which other names may change, is not followed for it: that may
        take all of the budget. (Where writes through other names do not count, all are worked out, once.)"""
        nodes = self.values.nodes if isinstance(self.values, Spelled) and ev.aliases else None
        if nodes is not None and not any(node.type == "SpreadElement" for node in nodes[: index + 1]):
            return ev.eval(nodes[index], None) if index < len(nodes) else const(UNDEFINED, self.call)
        args = self.arguments(ev)
        return args[index] if index < len(args) else const(UNDEFINED, self.call)

    def receivers(self, ev: Evaluator, fn: Node) -> Iterator[Value]:
        """What ``this`` is in ``fn`` when it is called here: what it is bound to, or what it is called on."""
        callee = self.call.get("callee")
        called = leaves_under(ev.eval(callee, None)) if callee is not None else ()
        bound = [leaf.this for leaf in called if isinstance(leaf, Function) and leaf.fn is fn and leaf.this is not None]
        if bound:
            yield from bound
        elif self.this is not None:
            yield self.this(ev)


def caller_cond(fn: Node) -> Cond:
    return Cond(("caller", fn), "which caller", "caller")


def called_from(ev: Evaluator, cond: Cond, option: int) -> Node | None:
    """The call that an ``option`` of a choice among callers stands for."""
    kind, fn, *_ = cond.key if isinstance(cond.key, tuple) else (None, None)
    if kind != "caller" or not isinstance(fn, Node):
        return None
    sites = callers(ev, fn)
    return sites[option].call if option < len(sites) else None


def callers_argument(ev: Evaluator, fn: Node, index: int, pattern: Node, frame: Frame | None) -> Value:
    """The argument that the callers pass at ``index``: a choice among them, a hole where there are none."""
    return ev.guarded(("argument", fn, index), pattern, lambda: _callers_argument(ev, fn, index, pattern))


def _callers_argument(ev: Evaluator, fn: Node, index: int, pattern: Node) -> Value:
    sites = callers(ev, fn)
    if not sites:
        return ev.lost(pattern, "a parameter of a function whose callers are not known", key=("parameter", fn, index))
    options: list[Value] = []
    for site in sites[:MAX_CALLERS]:
        options.append(site.argument(ev, index).via(site.call, "passed as an argument"))
    if len(sites) > MAX_CALLERS:
        options.append(ev.lost(pattern, "one of many callers", key=("parameter", fn, index)))
    if len(options) == 1:
        return options[0]
    return Choice(caller_cond(fn), tuple(options), node=pattern)


def callers_rest(ev: Evaluator, fn: Node, index: int, pattern: Node) -> Value:
    sites = callers(ev, fn)
    if not sites:
        return ev.lost(pattern, "rest parameters")
    options = tuple(Array(site.arguments(ev)[index:], node=pattern) for site in sites[:MAX_CALLERS])
    return options[0] if len(options) == 1 else Choice(caller_cond(fn), options, node=pattern)


def callers(ev: Evaluator, fn: Node) -> list[CallSite]:
    """Every place that calls ``fn`` (a function, or a constructor), as far as its name can be followed."""
    known = ev.caller_memo.get(fn)
    if known is not None:
        return known
    key = ("callers", fn)
    if key in ev.tentative:
        ev.provisional += 1
        return cast("list[CallSite]", ev.tentative[key])
    if key in ev.active or ev.deep or not ev.spend():  # being worked out: what is made from this answer is not kept
        ev.provisional += 1
        ev.cut += key not in ev.active
        return []
    ev.active.add(key)
    ev.depth += 1
    ev.pending.append([])
    provisional, cut = ev.provisional, ev.cut
    try:
        sites = Flow(ev, lambda value: _is_function(ev, value, fn), fn).of_function(fn)
    finally:
        ev.active.discard(key)
        ev.depth -= 1
        ev.forget_tentative()
    if ev.steps <= ev.limit:
        if not ev.pending or ev.provisional == provisional:
            ev.caller_memo[fn] = sites
        elif ev.cut == cut:
            ev.keep_for_now(key, sites)
    return sites


def _is_function(ev: Evaluator, value: Value, fn: Node) -> bool:
    if not isinstance(value, Function):
        return False
    return value.fn is fn or (value.fn.type in CLASSES and class_model(ev, value.fn).constructor is fn)


class Flow:
    """Follows a function (or a constructor that the page brings) forwards from where it stands to its calls.

    Names are followed exactly through scopes; properties by their name, each candidate confirmed by evaluating
    what it calls: ``is_it`` says whether a value is the one that is followed. ``home`` is a node of the script
    that it comes from.
    """

    def __init__(self, ev: Evaluator, is_it: Callable[[Value], bool], home: Node) -> None:
        self.ev = ev
        self.is_it = is_it
        self.home = home
        self.sites: list[CallSite] = []
        self.calls: set[Node] = set()
        self.seen: set[object] = set()
        self.own_names: set[str] = set()
        self.everywhere = True  # properties are looked for in the scripts that import this one, too
        self.entered: set[Node] = set()  # functions that the value went into as an argument
        self.given: tuple[Node, ...] = ()  # arguments that bind gave the function on the way that is followed

    def of_function(self, fn: Node) -> list[CallSite]:
        """The calls of a function of the scanned code."""
        parent = fn.parent
        if parent is not None and parent.type == "MethodDefinition" and parent.kind == "constructor":
            holder = parent.parent.parent if parent.parent is not None else None
            if holder is not None:
                self.value(holder)
        elif (setter := setter_key(fn)) is not None:
            self.assigned(fn, *setter)
        elif parent is not None and parent.type in ("MethodDefinition", "PropertyDefinition"):
            self.member(parent.key, parent.computed)
            self.by_composed_name(parent)
        else:
            self.value(fn)
        return self.sites

    def value(self, node: Node) -> None:
        """``node`` evaluates to the function: where does it go?"""
        if node in self.seen or len(self.seen) > 400:
            return
        self.seen.add(node)
        if node.type in FUNCTIONS or node.type in CLASSES:
            for binding, write in named(self.ev, node):
                self.binding(binding, write)
            if node.type in ("FunctionDeclaration", "ClassDeclaration"):
                self.exported_default(node)
                return
        self.flows(node)

    def flows(self, node: Node) -> None:
        parent = node.parent
        if parent is None or not self.ev.spend():
            return
        match parent.type:
            case "CallExpression" | "NewExpression":
                if parent.callee is node:
                    self.called(parent)
                else:
                    self.passed(parent, node)
            case "JSXOpeningElement":
                self.rendered(parent)
            case "VariableDeclarator":
                if parent.init is node and parent.id.type == "Identifier":
                    binding = self.ev.binding(parent.id)
                    if binding is not None:
                        self.binding(binding, parent)
            case "AssignmentExpression":
                if parent.right is node and parent.operator in ("=", "||=", "??="):
                    if parent.left.type == "Identifier":
                        binding = self.ev.binding(parent.left)
                        if binding is not None:
                            self.binding(binding, parent)
                        elif parent.left.name == "onmessage":
                            self.handler(parent)
                    elif parent.left.type == "MemberExpression" and parent.left.property.get("name") == "onmessage":
                        self.handler(parent)
                    elif not self.from_module(node) and parent.left.type == "MemberExpression":
                        self.set_globally(parent.left)
                        self.member(parent.left.property, parent.left.computed)
                        if parent.left.computed and parent.left.property.type != "Literal":
                            self.kept_in(parent.left.object, under_key=True)
                    self.flows(parent)
            case "AssignmentPattern":
                if parent.right is node and parent.left.type == "Identifier":
                    self.unpacked(parent.left)
            case "Property":
                if parent.value is node and parent.parent is not None and parent.parent.type == "ObjectExpression":
                    described = described_key(parent)
                    if described is not None:
                        self.member(described, True)
                    elif not self.from_module(node) and not self.on_itself(parent, node):
                        self.member(parent.key, parent.computed)
                        self.looked_up(parent.parent)
            case "PropertyDefinition":
                if parent.value is node:
                    self.member(parent.key, parent.computed)
            case (
                "ConditionalExpression"
                | "LogicalExpression"
                | "ChainExpression"
                | "TSAsExpression"
                | "AwaitExpression"
                | "YieldExpression"
            ):
                if parent.get("test") is not node:
                    self.flows(parent)
            case "SequenceExpression":
                if parent.expressions[-1] is node:
                    self.flows(parent)
            case "MemberExpression":
                if parent.object is not node:
                    return
                name = parent.property.get("name")
                if name in ("call", "apply", "bind"):
                    self.bound(parent)
                elif name == "prototype" and (subclass := heir(self.ev, parent)) is not None:
                    self.extended(subclass)
                elif (name in self.own_names and not parent.computed) or (name == "default" and self.confirmed(parent)):
                    self.flows(parent)
            case "ReturnStatement":
                self.returned_from(parent)
            case "ArrayExpression":
                if not self.from_module(node):
                    self.looked_up(parent)
            case "ArrowFunctionExpression":
                if parent.body is node:
                    self.results_of(parent)
            case "ClassDeclaration" | "ClassExpression":
                if parent.superClass is node:
                    self.extended(parent)
            case "ExportSpecifier" | "ExportDefaultDeclaration":
                self.exported(parent)

    def binding(self, binding: Binding, write: Node | None = None) -> None:
        """``binding`` holds the function from ``write`` on; None: from the beginning."""
        if (binding, write) in self.seen:
            return
        self.seen.add((binding, write))
        references = uses(self.ev, binding, write)
        for reference in references:  # first what makes the function a property of itself
            if reference.parent is not None and reference.parent.type == "Property":
                self.flows(reference)
        for reference in references:
            if any(reference is i for i in binding.ids) and not self._exported_id(reference):
                continue
            if reference.parent is None or reference.parent.type != "Property":
                self.flows(reference)
        self.ev.project.follow_export(binding, self.imported, self.loaded)

    def on_itself(self, prop: Node, node: Node) -> bool:
        """``Object.assign(io, {io, connect: io})``: the function is a property of itself under these names."""
        call = prop.parent.parent if prop.parent is not None else None
        if call is None or call.type != "CallExpression" or call.arguments[1:2] != [prop.parent]:
            return False
        target = call.arguments[0]
        if target.type != "Identifier" or node.type != "Identifier" or target.name != node.name:
            return False
        name = self.ev.key_of(prop.key, prop.computed, None)
        if name is not None:
            self.own_names.add(name)
        return True

    @staticmethod
    def _exported_id(reference: Node) -> bool:
        return reference.parent is not None and reference.parent.type == "ExportSpecifier"

    def imported(self, reference: Node) -> None:
        """An identifier (or member) in another module that means the function."""
        if reference not in self.seen:
            self.seen.add(reference)
            self.flows(reference)

    def set_globally(self, left: Node) -> None:
        """``window.name = f``: scripts may call it by its bare name."""
        name = self.ev.key_of(left.property, left.computed, None)
        owner = self.ev.bounded(LOOK, lambda: self.ev.eval(left.object, None)) if self.everywhere and name else None
        if name is None or owner is None:
            return
        if any(isinstance(o, Global) and o.path == "window" for o in leaves(owner)):
            for use in self.ev.project.global_uses(name):
                self.imported(use)

    def from_module(self, node: Node, *, getter: bool = False) -> bool:
        """Whether ``node``, or what the getter ``node`` gives, is exported by a module of a bundle; then its uses are
        followed."""
        loaders = self.ev.project.loaders
        exports = list(loaders.exported(self.ev, node, getter=getter))
        for target, path in exports:
            if ("module", target, path) in self.seen:
                continue
            self.seen.add(("module", target, path))
            if isinstance(target, Binding):
                uses = list(self.ev.project.scopes(target.scope.node).references(target))
                self.ev.project.follow_export(target, uses.append)
                loads: list[tuple[Node, Path]] = [(use, ()) for use in uses if use not in target.ids]
            else:
                loads = loaders.loads(self.ev, target)
            for load, way in loads:
                for use in trail(self.ev, load, (*way, *path)):
                    self.imported(use)
            holder = node.parent
            if getter and isinstance(target, Binding) and holder is not None and holder.type == "Property":
                self.member(holder.key, holder.computed)  # the namespace may be handed to any code
        return bool(exports)

    def loaded(self, load: Node, name: str) -> None:
        """``import()`` of the module that exports the function as ``name``."""
        uses = list(trail(self.ev, load, (AWAITED, name)))
        for use in uses:
            self.imported(use)
        if not uses:  # through a helper that is not followed: by the property's name, then
            for member in self.unfollowed(load, name):
                self.imported(member)

    def unfollowed(self, load: Node, name: str) -> list[Node]:
        """The reads of ``name`` in the importing script that give the function. Looked for once, and kept: React.lazy
        is such a helper, and all of React reads ``default``."""
        ev = self.ev
        key = ("unfollowed", load, name, self.home)
        if key not in ev.facts:
            found: list[Node] = []
            ev.facts[key] = found
            members = ev.project.members(ev.project.unit_of(load), name)
            ev.aside(UNFOLLOWED, lambda: found.extend(filter(self.confirmed, members)))
        return cast("list[Node]", ev.facts[key])

    def exported(self, node: Node) -> None:
        self.ev.project.follow_export_node(node, self.imported, self.loaded)

    def exported_default(self, node: Node) -> None:
        if node.parent is not None and node.parent.type == "ExportDefaultDeclaration":
            self.exported(node.parent)

    def member(self, key: Node, computed: bool) -> None:
        """The function is the value of a property: reads of that name that evaluate to it are its uses."""
        name = self.ev.key_of(key, computed, None)
        if name is None or ("member", name) in self.seen:
            return
        self.seen.add(("member", name))
        ev = self.ev
        everywhere = self.everywhere and ev.limit - ev.steps > PARSING  # a small budget parses no other script
        candidates = ev.project.member_reads(key, name, everywhere=everywhere)
        if len(candidates) > 300:
            return
        for member in candidates:
            if not self.ev.spend():
                return
            if self.matters(member) and self.confirmed(member):
                self.flows(member)
        for target in islice(ev.project.unpacked(key, name), 100):  # const {start} = …, ({start}) => …
            binding = ev.binding(target) if ev.spend() else None
            known = ev.project.scopes(target).references(binding) if binding is not None else []
            use = next((use for use in known if binding is not None and use not in binding.ids), None)
            if use is not None and self.confirmed(use):
                self.unpacked(target)

    def assigned(self, setter: Node, key: Node, computed: bool) -> None:
        """The function is the setter of a property: assignments to that name on its objects call it."""
        ev = self.ev
        name, owner = ev.key_of(key, computed, None), owner_of(ev, setter)
        if name is None or owner is None:
            return
        for member in islice(ev.project.member_writes(setter, name), 100):
            write = member.parent
            if not ev.spend() or write is None or write.operator != "=":
                continue
            found = leaves_under(ev.bounded(LOOK, lambda at=member: ev.eval(at.object, None)))  # type: ignore[misc]
            if any(objects.belongs(ev, leaf, owner) for leaf in found):
                self.add(write, Spelled([write.right]), lambda ev, at=member: ev.eval(at.object), [write.right])  # type: ignore[misc]

    def unpacked(self, target: Node) -> None:
        """A pattern gives the function to the variable ``target``."""
        from bundlescan.values.places import assignment_to

        binding = self.ev.binding(target)
        if binding is not None:
            self.binding(binding, assignment_to(target))

    def matters(self, member: Node) -> bool:
        """Whether a property read can lead to a call: not where only a property of what it gives is read."""
        parent = member.parent
        if parent is None or parent.type != "MemberExpression" or parent.property is member:
            return True
        return parent.property.get("name") in ("call", "apply", "bind")

    def confirmed(self, member: Node) -> bool:
        ev = self.ev
        found = list(leaves_under(ev.bounded(LOOK, lambda: ev.eval(member, None))))
        if any(self.is_it(leaf) for leaf in found):
            return True
        if ev.aliases or ev.active or ev.limit - ev.steps <= PARSING:  # a small budget follows no object
            return False
        if not any(isinstance(leaf, Const) and leaf.value is UNDEFINED for leaf in found):
            return False
        # what is not there may have been put there through another name: ``fill(exports); new exports.Client(…)``
        second = ev.thorough()
        found = list(leaves_under(second.ask(member, budget=LOOK)))
        return any(self.is_it(leaf) for leaf in found)

    # -- ends of the way ------------------------------------------------------------------------------------------

    def add(
        self,
        call: Node,
        values: Callable[[Evaluator], tuple[Value, ...]],
        this: Callable[[Evaluator], Value] | None = None,
        nodes: Sequence[Node] | None = None,
        listed: tuple[Node, int] | None = None,
    ) -> None:
        if call not in self.calls:
            self.calls.add(call)
            self.sites.append(CallSite(call, values, this, tuple(nodes) if nodes is not None else None, listed))

    def handler(self, at: Node) -> bool:
        """The function is made the handler of a worker's messages ``at`` a place; False where none are known."""
        found = messages.posts(self.ev, at)
        for post in found:
            self.add(post, partial(messages.given, post=post), nodes=())
        return bool(found)

    def called(self, call: Node) -> None:
        callee = call.callee
        if self.given:
            nodes = (*self.given, *call.arguments)
            self.add(call, Spelled(nodes), nodes=nodes)
            return
        this = None
        if call.type == "CallExpression" and callee.type == "MemberExpression":
            this = lambda ev: ev.eval(callee.object, None)  # noqa: E731
        self.add(call, Spelled(call.arguments), this)

    def bound(self, member: Node) -> None:
        call = member.parent
        if member.property.name == "bind" and call is not None and call.type == "MemberExpression":
            if call.object is member and call.property.get("name") == "apply" and call.parent is not None:
                self.bound_to_list(call.parent)
            return
        if call is None or call.type != "CallExpression" or call.callee is not member:
            return
        how = member.property.name
        if how == "call":
            self.add(call, Spelled(call.arguments[1:]), nodes=call.arguments[1:])
        elif how == "apply":
            self.spread(call, 1)
        else:
            before, self.given = self.given, (*self.given, *call.arguments[1:])
            self.flows(call)
            self.given = before

    def bound_to_list(self, call: Node) -> None:
        """``new (F.bind.apply(F, [null, …]))``, ``new (Function.prototype.bind.apply(F, [null, …]))``"""
        made = call.parent
        given = call.arguments[1] if call.type == "CallExpression" and len(call.arguments) == 2 else None
        if given is not None and made is not None and made.type == "NewExpression" and made.callee is call:
            self.listed(made, given, 1)

    def spread(self, call: Node, index: int) -> None:
        """``f.apply(this, list)``, ``Reflect.construct(F, list)``: the argument at ``index`` holds the arguments."""
        self.listed(call, call.arguments[index] if len(call.arguments) > index else None)

    def listed(self, call: Node, given: Node | None, skip: int = 0) -> None:
        """The arguments of ``call`` are the elements of the list ``given``, but for the first ``skip``."""

        def values(ev: Evaluator) -> tuple[Value, ...]:
            held = ev.eval(given, None) if given is not None else None
            if isinstance(held, Array):
                return held.items[skip:]
            items = objects.spread(ev, held, call) if held is not None else None
            return items[skip:] if items is not None else ()

        literal = given is not None and given.type == "ArrayExpression" and all(given.elements)
        nodes = given.elements[skip:] if given is not None and literal else ()
        self.add(call, values, nodes=nodes, listed=(given, skip) if given is not None else None)

    def rendered(self, element: Node) -> None:
        """``<C port={…}/>``: the props are the first argument."""

        def props(ev: Evaluator) -> tuple[Value, ...]:
            return (builtins.jsx_props(ev, element, None),)

        self.add(element, props)

    def extended(self, owner: Node) -> None:
        """A subclass: its ``super(…)`` calls the constructor; without a constructor, ``new`` of it does."""
        from bundlescan.values.objects import calls_as_method, super_call, super_list

        constructor = class_model(self.ev, owner).constructor
        if constructor is None:
            self.made(owner)
            return
        ev = self.ev
        call = super_call(ev, constructor)
        if call is not None and call.callee.type == "Super":
            self.add(call, Spelled(call.arguments))
        elif call is not None and calls_as_method(call):
            self.add(call, Spelled(call.arguments[1:]), nodes=call.arguments[1:])
        elif call is not None and (given := arguments_list(ev, super_list(call))) is not None:
            # _callSuper(this, X, […])
            self.add(call, Spelled(given.elements), nodes=given.elements)
        elif call is not None and len(call.arguments) > 1 and not is_arguments(ev, super_list(call)):
            self.listed(call, super_list(call))
        elif b"arguments" in constructor.source.data[constructor.start : constructor.end]:
            self.made(owner)  # _callSuper(this, X, arguments)

    def made(self, owner: Node) -> None:
        """``new`` of a class that hands its arguments on."""
        for site in callers(self.ev, owner):
            self.add(site.call, site.values, site.this, site.nodes, site.listed)

    def inherited(self, call: Node, node: Node) -> bool:
        """Whether ``node`` is the superclass in ``_inherits(X, node)``."""
        base = base_of(node)
        if base is None or len(call.arguments) != 2 or call.arguments[0] is node:
            return False
        owners = self.ev.bounded(LOOK, lambda: self.ev.eval(call.arguments[0], None))
        found = [v.fn for v in leaves_under(owners) if isinstance(v, Function)]
        subclasses = [fn for fn in found if class_model(self.ev, fn).superclass is base]
        for fn in subclasses:
            self.extended(fn)
        return bool(subclasses)

    def passed(self, call: Node, node: Node) -> None:
        """The function is an argument."""
        ev = self.ev
        index = next((i for i, a in enumerate(call.arguments) if a is node), None)
        if index is None or self.from_module(node):
            return
        if self.inherited(call, node):
            return
        callee = call.callee
        if callee.type == "SequenceExpression":
            callee = callee.expressions[-1]
        if index == 0 and (named_ := function_named(ev, callee)) is not None:
            if helpers.constructs(ev, named_):
                self.spread(call, 1)
                return
            if helpers.wraps_native(ev, named_):
                self.flows(call)
                return
        name = callee.property.get("name") if callee.type == "MemberExpression" else callee.get("name")
        if index == 0 and name in ("construct", "apply") and callee.type == "MemberExpression":
            if name == "apply" and callee.object.get("property") and callee.object.property.get("name") == "bind":
                self.bound_to_list(call)
                return
            owner = ev.bounded(LOOK, lambda: ev.eval(callee.object, None))
            if isinstance(owner, Global) and owner.path == "Reflect":
                self.spread(call, 1 if name == "construct" else 2)
                return
        if name == "getPrototypeOf":  # gives the superclass
            return
        if index == 0 and len(call.arguments) > 1 and call.type == "CallExpression":
            # a component and its props: jsx(C, {…}), createElement(C, {…}), h(C, {…})
            if call.arguments[1].type in (
                "ObjectExpression",
                "CallExpression",
                "Identifier",
                "Literal",
                "UnaryExpression",
            ) and (
                name in builtins.RENDERERS
                or self.renders(callee)
                or (self.fn_takes_props() and call.arguments[1].type == "ObjectExpression")
            ):
                self.add(call, lambda ev: (ev.eval(call.arguments[1], None),))
                return
        if name == "addEventListener" and index == 1 and literal_text(call.arguments[0]) == "message":
            if self.handler(call):
                return
        if name in emitters.ON and index == 1 and callee.type == "MemberExpression":
            for emit in (emitted := emitters.emits(ev, call)):
                self.add(emit, partial(emitters.given, emit=emit), nodes=emit.arguments[1:])
            if emitted:
                return
        if callee.type == "MemberExpression" and (name in collections.PUTTING or (name == "set" and index == 1)):
            if self.kept_in(callee.object, under_key=name == "set"):
                return
        arguments = builtins.callback_arguments(ev, call, callee, index)
        if arguments is not None:
            self.add(call, arguments)
            return
        if self.made_with(callee):
            if index == 0 and any(self.is_it(value) for value in leaves_under(ev.eval(call, None))):
                self.flows(call)  # _createClass(X, […]) is X
            return
        if index == 0 and any(helpers.gives_default(ev, f.fn) for f in self.called_functions(callee)):
            self.flows(call)  # the default export of an ES module, or all of one of another kind
            return
        result = self.ev.eval(call, None)
        if any(isinstance(value, Interop) for value in leaves(result)):
            for use in trail(self.ev, call, (DEFAULT,)):
                self.imported(use)
            return
        if any(self.is_it(value) for value in leaves_under(result)):
            self.flows(call)  # the function is handed back: a class helper, a wrapper
        if self.into_parameter(call, callee, index):
            return
        # a wrapper (memo, forwardRef, useCallback, debounce, …) hands the function on
        if index == 0:
            self.flows(call)

    def kept_in(self, collection: Node, *, under_key: bool) -> bool:
        """The function is put into a collection; under keys, which are not told apart, it is not followed."""
        if under_key:
            return False
        found = list(collections.taken(self.ev, collection))
        for out in found:
            if isinstance(out, Binding):
                self.binding(out)
            elif out not in self.seen:
                self.seen.add(out)
                self.flows(out)
        return bool(found)

    def by_composed_name(self, method: Node) -> None:
        """The function is a method: other methods of its class may call it as ``this["on" + name](…)``."""
        body = method.parent
        holder = body.parent if body is not None else None
        if holder is None:
            return
        for match in _COMPOSED.finditer(method.source.data, holder.start, holder.end):
            member = method.tree.at(match.start(1), match.end(1))
            if member.type != "MemberExpression" or not member.computed or member.property.type == "Literal":
                continue
            if member not in self.seen and self.ev.spend() and self.matters(member) and self.confirmed(member):
                self.seen.add(member)
                self.flows(member)

    def looked_up(self, table: Node) -> None:
        """The function is one of the entries of a table that is written out: what is taken out of that by a key or an
        index which the code works out, and may be the function, is its use."""
        entries = table.elements if table.type == "ArrayExpression" else table.properties
        if ("table", table) in self.seen or len(entries) > MAX_TABLE:
            return
        self.seen.add(("table", table))
        for out in list(collections.of_table(self.ev, table)):
            if isinstance(out, Binding):
                use = next((use for use in uses(self.ev, out, None) if use not in out.ids), None)
                if use is not None and self.confirmed(use):
                    self.binding(out)
            elif out not in self.seen and self.ev.spend() and self.matters(out) and self.confirmed(out):
                self.seen.add(out)
                self.flows(out)

    def renders(self, callee: Node) -> bool:
        """Whether a callee is a renderer of some library under a name of this script's own."""
        value = self.ev.bounded(LOOK, lambda: self.ev.eval(callee, None))
        return any(
            isinstance(leaf, External) and leaf.name.rsplit(".", 1)[-1] in builtins.RENDERERS for leaf in leaves(value)
        )

    def fn_takes_props(self) -> bool:
        fn = self.home
        return fn.type in FUNCTIONS and bool(fn.params) and fn.params[0].type in ("ObjectPattern", "AssignmentPattern")

    def made_with(self, callee: Node) -> bool:
        """Whether a callee is a compiler's helper for classes."""
        called = list(self.called_functions(callee))
        return bool(called) and all(helpers.class_helper(self.ev, value.fn) for value in called)

    def into_parameter(self, call: Node, callee: Node, index: int) -> bool:
        found = False
        for value in self.called_functions(callee):
            fn = value.fn
            if fn.type in CLASSES:
                constructor = class_model(self.ev, fn).constructor
                if constructor is None:
                    continue
                fn = constructor
            if index >= len(fn.params):
                continue
            found = True
            self.entered.add(fn)
            scopes = self.ev.project.scopes(fn)
            for target in self.parameters(fn, index):
                binding = scopes.scope(fn).bindings.get(target.name) if target.type == "Identifier" else None
                if binding is not None:
                    self.binding(binding)
        return found

    def called_functions(self, callee: Node) -> Iterator[Function]:
        """The functions and classes of the scanned code that a callee may be."""
        return (value for value in leaves_under(self.ev.eval(callee, None)) if isinstance(value, Function))

    def parameters(self, fn: Node, index: int) -> Iterator[Node]:
        """The names under which the value, passed at ``index``, may be known in ``fn``."""
        return (target for target, _ in targets(fn.params[index]))

    def returned_from(self, statement: Node) -> None:
        node: Node | None = statement
        while node is not None and node.type not in FUNCTIONS:
            node = node.parent
        if node is not None:
            self.results_of(node)

    def results_of(self, fn: Node) -> None:
        """The function is what another one returns: where do its results go?"""
        if ("results", fn) in self.seen or fn in self.entered:
            return
        self.seen.add(("results", fn))
        if self.from_module(fn, getter=True):
            return
        owner = owner_of(self.ev, fn) if fn.type != "ArrowFunctionExpression" else None
        if isinstance(owner, Owner) and owner.kind == "instance" and owner.node is fn:
            owner = None
        for site in callers(self.ev, fn):
            if site.call.type in ("CallExpression", "NewExpression"):
                self.flows(site.call)


__all__ = ["Instance", "Prototype", "Url", "call", "callers", "construct", "excerpt", "invoke"]
