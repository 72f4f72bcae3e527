"""A flagged sink -> the edits that could bring it to the page's origin, the smallest first.

1. ``port``: each fixed port becomes ``location.port``. Right where scheme and host follow the page already.
2. ``splice``: scheme, host and port are cut off where they are joined, so that the path stays (for clients that take
   a path), or are replaced by the page's own.
3. ``wrap``: the URL argument goes through a fixed function that decides at run time.

For clients that put the URL together from options, see ``options``.

A candidate is only a proposal: ``plan`` proves it. Edits away from the call itself are proposed only where every use
of the edited value reaches sinks that are to change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bundlescan.finding import SinkKind
from bundlescan.fix import Edit
from bundlescan.match import place as places
from bundlescan.match.classify import FLAGGED, Verdict, scheme_text
from bundlescan.match.engine import OTHERS, Judged, called
from bundlescan.match.forms import Form, for_ports, forms
from bundlescan.rewriter import options
from bundlescan.rewriter.edits import Candidate, loose, names_are_dynamic, pure
from bundlescan.rewriter.naming import form_at, page_location
from bundlescan.rewriter.own import host_is_own, names_host
from bundlescan.rewriter.uses import Carrier, reaches_only
from bundlescan.scope.model import CLASSES
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import character_offsets
from bundlescan.syntax.texts import bare, concatenated
from bundlescan.values.classes import class_model
from bundlescan.values.domain import (
    Array,
    Const,
    Function,
    Generator,
    Global,
    Page,
    Promise,
    Record,
    Value,
    leaves,
    primitive_text,
)
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.origin import ITSELF
from bundlescan.values.urls import Alternative, alternatives


def candidates(
    ev: Evaluator, judged: Judged, carriers: Collection[Carrier], alike: Collection[Carrier], *, any_port: bool = False
) -> Iterator[Candidate]:
    """``carriers``: what carries the URLs of all sinks that are to change; ``alike``: of those whose clients take a URL
    without a host in the same way; ``any_port``: ports that are known only at run time are to change, too."""
    if names_are_dynamic(judged.sink.call):
        return
    form = forms()[judged.sink.client.relative]
    flagged = [(a, v) for a, v in judged.verdicts if v.what in FLAGGED]
    if judged.carrier is judged.sink.call and judged.guessed:
        decided = options.for_certain_ports(ev, judged)
        if decided is not None:
            yield decided
        return
    if judged.carrier is judged.sink.call:
        yield from options.candidates(ev, judged, form, carriers)
        return
    splices = ((_splices, alike),) if judged.sink.client.relative != "either" else ()  # no one text is right for all
    others = others_are_called(ev, judged)
    guard = _guard(ev, judged) if others else None
    if others and guard is None:
        return
    for make, reached in ((_ports, carriers), *splices) if not (judged.guessed or others) else ():
        made = make(ev, judged, flagged, form, reached)
        if made is not None:
            yield made
    wrapped = _wrap(ev, judged, form, any_port, guard)
    if wrapped is not None:
        yield wrapped


def changeable(judged: Judged) -> bool:
    """Whether the guarantee asks for a change: of HTTP sinks only fixed ports of the page's host."""
    wanted = {"hardcoded-port"} if judged.sink.client.kind is SinkKind.HTTP else FLAGGED
    return any(verdict.what in wanted for _, verdict in judged.verdicts)


#: verdicts on addresses that only a run can tell from the page's own host
OPEN = frozenset({"public-host", "runtime-host", "runtime-port"})


def at_run_time(
    ev: Evaluator, judged: Judged, carriers: Collection[Carrier], alike: Collection[Carrier]
) -> Iterator[Candidate]:
    """The one edit after which the call decides about every address when it runs."""
    return (made for made in candidates(ev, judged, carriers, alike, any_port=True) if made.kind == "wrap")


def undecided(judged: Judged) -> bool:
    """Whether a socket may go to a host that the build does not say, or to one that may be the page's own."""
    return judged.sink.client.kind is not SinkKind.HTTP and any(verdict.what in OPEN for _, verdict in judged.verdicts)


def by_request(judged: Judged, alternative: Alternative) -> bool:
    """Whether a URL in a list of several transports is for requests, not for a socket."""
    return judged.sink.connect.item is not None and scheme_text(alternative.address) in ("http", "https")


Flagged = list[tuple[Alternative, Verdict]]


def _ports(
    ev: Evaluator, judged: Judged, flagged: Flagged, form: Form, carriers: Collection[Carrier]
) -> Candidate | None:
    edits: dict[Edit, str] = {}
    for alternative, verdict in flagged:
        if verdict.what != "hardcoded-port" or verdict.place is None:
            return None
        joined = next((j for j in _joints(judged, alternative, verdict) if names_host(ev, j)), judged.carrier)
        if not host_is_own(ev, joined):
            return None
        node, span = places.place_of(verdict.place, judged.carrier)
        name = page_location(ev, node)
        if name is None or node.type not in ("Literal", "TemplateElement"):
            return None
        edit = _port_edit(node, span, f"{name}.port")
        if edit is None:
            return None
        if edit not in edits:
            if not reaches_only(ev, _expression(node), carriers):
                return None
            edits[edit] = node.source.text(span)
    if not edits:
        return None
    old = ", ".join(dict.fromkeys(edits.values()))
    return Candidate("port", f"{old} -> location.port", tuple(edits))


def _expression(node: Node) -> Node:
    return node.parent if node.type == "TemplateElement" and node.parent is not None else node


def _port_edit(node: Node, span: Span, port: str) -> Edit | None:
    path = node.source.path
    if span == places.literal_span(node):
        parent = _expression(node).parent
        if parent is not None and parent.type == "Property" and parent.shorthand:
            return None
        return Edit(path, span, port)
    if node.type == "TemplateElement":
        return Edit(path, span, f"${{{port}}}")
    quote = chr(node.source.data[node.start])
    if quote not in "\"'":
        return None
    end = "" if span.end == node.end - 1 else f"+{quote}"
    text = f"{quote}+{port}{end}"
    after = span.end + 1 if not end else span.end
    if not loose(node):
        return None
    return Edit(path, Span(span.start, after), text)


# -- splices ----------------------------------------------------------------------------------------------------


def _splices(
    ev: Evaluator, judged: Judged, flagged: Flagged, form: Form, carriers: Collection[Carrier]
) -> Candidate | None:
    edits: dict[Edit, None] = {}
    for alternative, verdict in flagged:
        own = forms()["document"] if by_request(judged, alternative) else form
        edit = next(
            (e for joint in _joints(judged, alternative, verdict) if (e := _splice(ev, joint, judged, own, carriers))),
            None,
        )
        if edit is None:
            return None
        edits[edit] = None
    if not edits:
        return None
    first = next(iter(edits))
    return Candidate("splice", f"scheme, host and port -> {first.text or 'nothing: the path is enough'}", tuple(edits))


def _joints(judged: Judged, alternative: Alternative, verdict: Verdict) -> list[Node]:
    """The expressions in which the whole address may be joined, innermost first."""
    found: dict[Node, None] = {}
    values: list[Value] = []
    if verdict.place is not None:
        values.append(verdict.place)
    values += [*alternative.address.host, *alternative.address.scheme]
    for value in values:
        if value.node is not None:
            found.update(dict.fromkeys(_joined(value.node)))
        if value.steps is not None:
            for way in value.steps:
                if way.node.type in _TEXTS or concatenated(way.node) is not None:
                    found.update(dict.fromkeys(_joined(way.node)))
    found.update(dict.fromkeys(_joined(bare(judged.carrier))))
    return [n for n in found if n.type in _TEXTS or concatenated(n) is not None]


_TEXTS = frozenset({"TemplateLiteral", "BinaryExpression", "Literal"})


def _joined(node: Node) -> list[Node]:
    """The whole expressions that ``node`` is an operand of: a template or the outermost ``+`` of a chain, and the
    outermost ``.concat(…)`` in that chain."""
    if node.type == "TemplateElement" and node.parent is not None:
        node = node.parent
    found = [node]
    while (outer := _concat_of(node)) is not None:
        node = outer
    if node is not found[0]:
        found.append(node)
    while node.parent is not None and node.parent.type == "BinaryExpression" and node.parent.operator == "+":
        if node.parent.left is not node:
            break
        node = node.parent
    return found if node is found[-1] else [*found[1:], node]


def _concat_of(node: Node) -> Node | None:
    """The call ``"a".concat(b)`` that ``node`` is the text or an argument of."""
    call = node.parent
    if call is not None and call.type == "MemberExpression" and call.object is node:
        call = call.parent
    if call is None or call.type != "CallExpression" or call is node:
        return None
    operands = concatenated(call)
    return call if operands is not None and (call.callee.object is node or node in call.arguments) else None


def _splice(ev: Evaluator, joint: Node, judged: Judged, form: Form, carriers: Collection[Carrier]) -> Edit | None:
    """Cuts the address off the front of ``joint``; None where it does not end at one place in it."""
    from bundlescan.match.classify import classify

    cut: tuple[Node, int] | None = None
    whole = False
    whole_url = (joint, ()) in carriers
    for alternative in alternatives(ev.ask(joint)):
        kinds = ("absolute", "scheme-relative", "port", "bare") if whole_url else ("absolute", "scheme-relative")
        if alternative.address.kind not in kinds:
            return None
        verdict = classify(alternative, judged.sink.client.relative)
        if verdict.what not in FLAGGED and verdict.what != "same-origin":
            return None
        rest = (*alternative.address.rest, *alternative.parts[alternative.done :])
        if not rest:
            whole = True
            continue
        first = rest[0]
        if (
            not isinstance(first, Const)
            or first.node is None
            or first.index is None
            or not isinstance(first.value, str)
        ):
            return None
        if primitive_text(first.value)[:1] not in ("/", "?", "#") or not _operand(joint, first.node):
            return None
        if primitive_text(first.value) == "/" and len(rest) > 1 and _may_begin_with_slash(rest[1], judged):
            return None  # "//…" would name a host
        if cut is not None and cut != (first.node, first.index):
            return None
        cut = (first.node, first.index)
    if whole == (cut is not None):
        return None
    if not host_is_own(ev, joint) or (not whole_url and not reaches_only(ev, joint, carriers)):
        return None
    end = joint.end if cut is None else character_offsets(cut[0])[cut[1]]
    if not pure(ev, joint, end):
        return None
    named = form_at(ev, form, joint)
    if named is None:
        return None
    if cut is None:
        text = named.empty
        if "+" in text and not loose(joint):
            text = f"({text})"
        return Edit(joint.source.path, joint.span, text)
    node, index = cut
    # a browser takes "?q" and "#h" as on the page's own path
    slash = "/" if judged.sink.client.relative == "document" and _character(node, index) in "?#" else ""
    return _cut(joint, node, end, 1 if slash else index, named, slash)


def _operand(joint: Node, node: Node) -> bool:
    """Whether ``node`` is a literal or template text that is joined directly in ``joint``."""
    if node is joint:
        return True
    parent = node.parent
    if node.type == "TemplateElement" and parent is not None:
        if parent is joint:
            return True
        node = parent
    if joint.type == "CallExpression":
        return any(operand is node for operand in (concatenated(joint) or ())[1:])
    while node.parent is not None and node.parent.type == "BinaryExpression" and node.parent.operator == "+":
        node = node.parent
        if node is joint:
            return True
    return False


def _may_begin_with_slash(value: Value, judged: Judged) -> bool:
    """Whether what follows a path's first slash may be another one. A socket.io namespace (Frappe: a site's name) that
    is known only at run time is taken to have none."""
    if any(isinstance(leaf, Page) and leaf.name in ("pathname", "href", "origin") for leaf in leaves(value)):
        return True
    if judged.sink.client.relative == "websocket":
        return False
    unknown = any(not isinstance(leaf, Const) for leaf in leaves(value))
    return unknown and judged.sink.client.relative == "document"


def _character(node: Node, index: int) -> str:
    return str(places.cooked(node))[index]


def _cut(joint: Node, node: Node, at: int, index: int, form: Form, slash: str = "") -> Edit | None:
    path = joint.source.path
    if joint.type == "TemplateLiteral":
        return Edit(path, Span(joint.start + 1, at), form.template + slash)
    if node.type == "TemplateElement":
        quote, start = "`", places.literal_span(node).start if node.parent is None else node.parent.start
    else:
        quote, start = chr(node.source.data[node.start]), node.start
    if joint.type == "CallExpression":  # the rest of the chain closes what is opened here
        base = f"({form.authority})" if form.authority else '""'
        if index == 0:
            return Edit(path, Span(joint.start, start), f"{base}.concat(")
        return Edit(path, Span(joint.start, at), f"{base}.concat({quote}{slash}")
    joined = f"{form.authority}+" if form.authority else ""
    if joined and not loose(joint):
        return None
    if index == 0 and start != joint.start:
        return Edit(path, Span(joint.start, start), joined)
    return Edit(path, Span(joint.start, at), f"{joined}{quote}{slash}")


# -- the wrapper ------------------------------------------------------------------------------------------------


def others_are_called(ev: Evaluator, judged: Judged) -> bool:
    """Whether the call may be one of other functions than clients, too: of what is handed to a helper, or looked up in
    a table; of what only a run knew."""
    what = called(judged.sink.call)
    if what is None or what.type not in ("Identifier", "MemberExpression"):
        return False
    if judged.others and judged.sink.client.of_page:
        return True
    if judged.sink.opened and judged.sink.client.of_page:
        return what.type != "Identifier" or ev.binding(what) is not None
    if what.type == "Identifier" and (binding := ev.binding(what)) is not None and binding.kind != "parameter":
        return False
    if what.type == "MemberExpression" and not what.computed and not judged.sink.client.of_page:
        return False

    connect = judged.sink.connect

    def is_other(leaf: Value) -> bool:
        if isinstance(leaf, Global):
            return leaf.path in OTHERS or (connect.how != "new" and leaf.path not in connect.globals)
        return isinstance(leaf, Function) and leaf.fn not in ev.connectors and not _extends(ev, leaf)

    return any(map(is_other, leaves(ev.ask(what))))


def _extends(ev: Evaluator, function: Function) -> bool:
    return function.fn.type in CLASSES and class_model(ev, function.fn).superclass is not None


def _guard(ev: Evaluator, judged: Judged) -> str | None:
    """The test that it is the page's own function that is called; None where that cannot be told at the call."""
    call = judged.sink.call
    if not judged.sink.client.of_page or call.type not in ("NewExpression", "CallExpression"):
        return None
    callee, name = bare(call.callee), _global_name(ev, judged)
    if name is None or called(call) is not callee or not pure(ev, callee, callee.end):
        return None
    text = callee.text
    if call.type == "NewExpression":
        return f"{text}==={name}||{text}&&{text}.prototype instanceof {name}"
    if judged.sink.connect.how != "method":
        return f"{text}==={name}"
    return "||".join(f"{text}==={name}.prototype.{method}" for method in judged.sink.connect.methods)


def _global_name(ev: Evaluator, judged: Judged) -> str | None:
    """How the page's own function is named at the call."""
    lookup = ev.project.scopes(judged.sink.call).lookup
    connect = judged.sink.connect
    name = next((name for name in connect.globals if "." not in name or connect.how != "new"), None)
    if name is None or lookup(name.split(".")[0], judged.sink.call) is None:
        return name
    return next((f"{page}.{name}" for page in ("self", "window") if lookup(page, judged.sink.call) is None), None)


def _wrap(ev: Evaluator, judged: Judged, form: Form, any_port: bool, guard: str | None) -> Candidate | None:
    carrier = judged.carrier
    if carrier is judged.sink.call:
        return None
    whats = {verdict.what for _, verdict in judged.verdicts}
    if "runtime-host" in whats and whats & FLAGGED == {"insecure-scheme"}:
        return None  # a device of the visitor's network may be meant, whose port nothing tells from the page's
    here = form_at(ev, form, carrier)
    if here is None:
        return None
    form = here
    path = carrier.source.path
    if carrier.type == "SpreadElement":
        return _wrap_first(judged, form) if guard is None else None
    listed = judged.sink.listed
    if listed is not None and carrier is listed[0]:
        return _wrap_listed(judged, form, listed[1])
    if carrier.type == "CallExpression" and ev.wrapper(carrier.callee) is not None:
        return None
    through = _through(ev, judged, form, any_port)
    if through is None:
        return None
    opened, closed = through
    if guard is not None:
        if not opened.startswith("(function(u"):
            return None
        opened = f"({guard}?{opened[1:-2]}:{ITSELF})("
    if carrier.type == "SequenceExpression" and opened.endswith(")("):
        opened, closed = f"{opened}(", f"){closed}"
    edits = (
        Edit(path, Span(carrier.start, carrier.start), opened),
        Edit(path, Span(carrier.end, carrier.end), closed),
    )
    return Candidate("wrap", "the URL is brought to the page's origin at run time", edits)


def _wrap_first(judged: Judged, form: Form) -> Candidate | None:
    """The wrapper around the first of the spread arguments ``...list``, where that is the URL."""
    spread = judged.carrier
    if judged.sink.call.arguments[0] is not spread or judged.sink.connect.url != 0:
        return None
    if spread.argument.type != "Identifier":
        return None
    name = spread.argument.name
    text = f"({form.wrapper})({name}[0]),...{name}.slice(1)"
    return Candidate(
        "wrap", "the URL is brought to the page's origin at run time", (Edit(spread.source.path, spread.span, text),)
    )


def _wrap_listed(judged: Judged, form: Form, skip: int) -> Candidate | None:
    """The wrapper around the first of the arguments that a list holds, as in ``f.apply(this, list)``."""
    connect, carrier = judged.sink.connect, judged.carrier
    if connect.url != 0 or connect.option is not None or connect.item is not None:
        return None
    before = "".join(f"a[{index}]," for index in range(skip))
    opened = f"(function(a){{return[{before}({form.wrapper})(a[{skip}])].concat([].slice.call(a,{skip + 1}))}})("
    if carrier.text.startswith(opened):
        return None
    edits = (
        Edit(carrier.source.path, Span(carrier.start, carrier.start), opened),
        Edit(carrier.source.path, Span(carrier.end, carrier.end), ")"),
    )
    return Candidate("wrap", "the URL is brought to the page's origin at run time", edits)


#: how what is put around an argument begins that may be a function which gives the address
FOR_FUNCTIONS = 'function(g){return typeof g=="function"?'
#: the same where it is one of several options
FOR_OPTIONS = "function(o){return o&&o."
#: verdicts beside which the wrapper is for certain ports alone: what only a run knows stays as it is
_OPEN = frozenset({"runtime-port", "runtime-host"})


def _for_option(name: str, url: str) -> str:
    """The function that puts ``url`` in the place of the option ``name`` where there is one."""
    return f"{FOR_OPTIONS}{name}?Object.assign({{}},o,{{{name}:{url}}}):o}}"


def _through(ev: Evaluator, judged: Judged, form: Form, any_port: bool) -> tuple[str, str] | None:
    """What is put in before and after what carries the URL: a text, options, or a list of them."""
    connect, carrier = judged.sink.connect, judged.carrier
    held = carried(ev, judged, carrier)
    objects = [isinstance(value, Record) for value in held]
    if connect.item is not None and held and all(isinstance(value, Array) for value in held):
        name = connect.item
        request = form_at(ev, forms()["document"], carrier) or form
        forms_of = (form, request)
        socket, other = (
            f"({one.wrapper})(o.{name})" if any_port else f"o.{name}".join(_deciding(judged, one)) for one in forms_of
        )
        each = _for_option(name, f'o.{name}.indexOf("http")?{socket}:{other}')
        edit = ("(", f").map({each})")
    elif connect.option is not None and any(objects):
        name = connect.option
        if "." in name:
            return None
        before, after = (f"({form.wrapper})(", ")") if any_port else _deciding(judged, form)
        each = _for_option(name, f"{before}o.{name}{after}")
        if not all(objects):
            each = each.replace("return ", f'return typeof o=="string"?{before}o{after}:', 1)
        edit = (f"({each})(", ")")
    elif held and all(isinstance(value, (Promise, Generator)) for value in held):  # a driver makes promises of those
        if judged.guessed:
            return None
        before, after = (f"({form.wrapper})(", ")") if any_port else _deciding(judged, form)
        then = form.wrapper if after == ")" else f"function(u){{return{before}u{after}}}"
        plain = carrier.type in ("CallExpression", "MemberExpression", "Identifier", "NewExpression")
        return ("" if plain else "(", f"{'' if plain else ')'}.then({then})")
    elif any(isinstance(value, Function) for value in held):  # a text comes of it later
        given = [ev.call(value, (), None, carrier, None) for value in held if isinstance(value, Function)]
        if any(isinstance(leaf, (Promise, Generator)) for value in (*held, *given) for leaf in leaves(value)):
            return None
        before, after = (f"({form.wrapper})(", ")") if any_port else _deciding(judged, form)
        later = f"function(){{return{before}g.apply(this,arguments){after}}}"
        return f"({FOR_FUNCTIONS}{later}:{before}g{after}}})(", ")"
    elif held and (all(objects) or any(isinstance(value, Array) for value in held)):
        return None  # no text, or one that is made of a list
    else:
        return (f"({form.wrapper})(", ")") if any_port else _deciding(judged, form)
    return edit if ev.project.scopes(carrier).lookup("Object", carrier) is None else None


def carried(ev: Evaluator, judged: Judged, carrier: Node) -> list[Value]:
    """What the ``carrier`` of the URL may be: as it was seen, where that is known."""
    sink = judged.sink
    if sink.seen is None:
        return list(leaves(ev.ask(carrier)))
    given = sink.argument(ev, sink.connect.url)
    return list(leaves(given if given is not None and judged.carrier in sink.arguments else judged.url))


def _deciding(judged: Judged, form: Form) -> tuple[str, str]:
    """The wrapper's call before and after a text: for the ports of the bundle alone, where others may be given."""
    if not judged.guessed and not any(verdict.what in _OPEN for _, verdict in judged.verdicts):
        return f"({form.wrapper})(", ")"
    fixed = (v.port for _, v in judged.verdicts if v.what in FLAGGED or v.what == "same-origin")
    ports = [f'"{port or ""}"' for port in dict.fromkeys(fixed)]
    page = re.search(r"===([^|]+)\.hostname", form.wrapper)
    if page is not None and any(verdict.what == "insecure-scheme" for _, verdict in judged.verdicts):
        ports.append(f"{page[1]}.port")
    return f"({for_ports(form).wrapper})(", f",[{','.join(ports)}])"
