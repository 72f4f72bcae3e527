"""Edits for clients that put their URL together from options or arguments (``Connect.parts``), the smallest first.

1. The literals of a wrong host and port become the page's own.
2. The options that are parts are replaced, or put in, where the call spells its options.
3. They are laid over the options that the call is given.
4. A fixed function decides at run time whether they are.

Where host and port are arguments (``Connect.together``), one URL takes their place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence

from bundlescan.fix import Edit
from bundlescan.match import place as places
from bundlescan.match.classify import FLAGGED
from bundlescan.match.client import Connect, Parts
from bundlescan.match.engine import Judged, given, option_node
from bundlescan.match.forms import Form, for_ports, forms
from bundlescan.rewriter.edits import Candidate, loose, pure
from bundlescan.rewriter.naming import form_at, page_location
from bundlescan.rewriter.uses import Carrier, reaches_only
from bundlescan.source import Span
from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import Const, Page, Value, leaves, primitive_text
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.hosts import is_local_host

#: what may stand as an operand of ``+`` without parentheses
_OPERANDS = frozenset({"Literal", "TemplateLiteral", "Identifier", "MemberExpression", "CallExpression"})


def candidates(ev: Evaluator, judged: Judged, form: Form, carriers: Collection[Carrier]) -> Iterator[Candidate]:
    location = page_location(ev, judged.sink.call)
    if location is None:
        return
    made: list[Candidate | None]
    if judged.sink.connect.together:
        made = [_one_url(ev, judged, form, location), for_certain_ports(ev, judged)]
    else:
        made = [
            _literals(ev, judged, carriers),
            _replaced(ev, judged, location, missing=False),
            _replaced(ev, judged, location, missing=True),
            _laid_over(ev, judged, location),
            _decided(ev, judged, location),
        ]
    seen: set[tuple[Edit, ...]] = set()
    for candidate in made:
        if candidate is not None and candidate.edits not in seen:
            seen.add(candidate.edits)
            yield candidate


def _literals(ev: Evaluator, judged: Judged, carriers: Collection[Carrier]) -> Candidate | None:
    sink = judged.sink
    hosts = {path for parts in sink.connect.parts for path in parts.host}
    ports = {path for parts in sink.connect.parts for path in parts.port}
    edits: dict[Edit, str] = {}
    for path, text in sink.connect.same.items():
        value = given(ev, sink, path) if path in hosts or path in ports else None
        for leaf in leaves(value) if value is not None else ():
            if not isinstance(leaf, Const) or not _wrong(leaf, path in hosts):
                continue
            edit = _literal_edit(ev, leaf, text, judged.carrier, carriers)
            if edit is None:
                return None
            edits[edit] = primitive_text(leaf.value)
    if not edits:
        return None
    changes = dict.fromkeys(f"{old} -> {edit.text}" for edit, old in edits.items())
    return Candidate("port", ", ".join(changes), tuple(edits))


def _wrong(value: Const, host: bool) -> bool:
    text = primitive_text(value.value)
    return is_local_host(re.sub(r":\d+$", "", text)) if host else text.isdigit()


def _literal_edit(ev: Evaluator, value: Const, text: str, fallback: Node, carriers: Collection[Carrier]) -> Edit | None:
    node, span = places.place_of(value, fallback)
    if node.type not in ("Literal", "TemplateElement") or span != places.literal_span(node):
        return None
    whole = node.parent if node.type == "TemplateElement" and node.parent is not None else node
    location = page_location(ev, whole)
    if location is None or not reaches_only(ev, whole, carriers):
        return None
    text = _at(text, location)
    simple = re.fullmatch(r"[\w.]+", text) is not None
    return Edit(node.source.path, span, text if simple or loose(whole) else f"({text})")


def _at(text: str, location: str) -> str:
    return text if location == "location" else text.replace("location.", f"{location}.")


def _replaced(ev: Evaluator, judged: Judged, location: str, *, missing: bool) -> Candidate | None:
    """Where the call spells its options: those that are not the page's own yet; ``missing``: also what must not be
    left to the library."""
    sink, connect = judged.sink, judged.sink.connect
    edits: list[Edit] = []
    added: dict[int, list[str]] = {}
    for path, text in connect.same.items():
        index, *names = path.split(".")
        if int(index) >= len(sink.arguments) or not names:
            return None
        argument = sink.arguments[int(index)]
        if argument.type != "ObjectExpression":
            return None
        text = _at(text, location)
        value, node = given(ev, sink, path), option_node(argument, ".".join(names))
        if value is not None and _stays(connect, path, value, text):
            continue
        if node is not None:
            prop = node.parent
            if prop is None or prop.type != "Property" or prop.kind != "init" or not pure(ev, node, node.end):
                return None
            if prop.shorthand:
                edits.append(Edit(node.source.path, prop.span, f"{names[-1]}:{text}"))
            elif node.source.text(node.span) != text:
                edits.append(Edit(node.source.path, node.span, text))
        elif (value is not None or (missing and path in connect.insert)) and len(names) == 1:
            added.setdefault(int(index), []).append(f"{names[0]}:{text}")
    for position, texts in added.items():
        argument = sink.arguments[position]
        if not argument.properties:
            return None
        end = argument.properties[-1].end
        edits.append(Edit(argument.source.path, Span(end, end), "".join(f",{text}" for text in texts)))
    return Candidate("wrap", "host and port of the options are the page's own", tuple(edits)) if edits else None


def _stays(connect: Connect, path: str, value: Value, text: str) -> bool:
    """Whether an option that is given may stay: it is the page's own, leaves the choice to the page, or is no part."""
    if any(path == parts.unless for parts in connect.parts):
        return isinstance(value, Const) and value.value is False
    if not any(path in (*parts.host, *parts.port, *parts.protocol, parts.secure) for parts in connect.parts):
        return True
    name = text.rpartition("location.")[2]
    return all(isinstance(leaf, Page) and leaf.name == name for leaf in leaves(value))


def _argument(ev: Evaluator, judged: Judged, location: str, *, every: bool = False) -> tuple[Node, str] | None:
    """The argument with the options, and an object with all that is to be laid over it; ``every``: also what is not
    seen to be given."""
    sink, connect = judged.sink, judged.sink.connect
    index = int(next(iter(connect.same)).split(".")[0])
    if index >= len(sink.arguments) or sink.arguments[index].type == "SpreadElement":
        return None
    texts = []
    for path, text in connect.same.items():
        _, *names = path.split(".")
        text = _at(text, location)
        value = given(ev, sink, path)
        wanted = every or path in connect.insert if value is None else not _stays(connect, path, value, text)
        if len(names) == 1 and wanted:
            texts.append(f"{names[0]}:{text}")
    return (sink.arguments[index], f"{{{','.join(texts)}}}") if texts else None


def _laid_over(ev: Evaluator, judged: Judged, location: str) -> Candidate | None:
    found = _argument(ev, judged, location)
    if found is None or ev.project.scopes(found[0]).lookup("Object", found[0]) is not None:
        return None
    argument, over = found
    title = "the page's own host and port are laid over the options"
    return Candidate("wrap", title, _around(argument, "Object.assign({},", f",{over})"))


def _decided(
    ev: Evaluator, judged: Judged, location: str, limits: tuple[Sequence[str], Sequence[str]] | None = None
) -> Candidate | None:
    """``limits``: the names of the options that are ports or end in one, and the ports for which alone it is so."""
    found = _argument(ev, judged, location, every=limits is not None)
    plain = forms()["options"]
    form = form_at(ev, plain if limits is None else for_ports(plain), found[0]) if found is not None else None
    if found is None or form is None:
        return None
    argument, over = found
    parts = judged.sink.connect.parts
    names = list(dict.fromkeys(path.split(".")[-1] for one in parts for path in one.host))
    page = "!1" if any(one.elsewhere for one in parts) else "!0"  # what no host at all means
    listed = [json.dumps(some, separators=(",", ":")) for some in (names, *(limits or ()))]
    closed = f",{','.join([listed[0], page, over, *listed[1:]])})"
    title = "the options are brought to the page's origin at run time"
    return Candidate("wrap", title, _around(argument, f"({form.wrapper})(", closed))


def for_certain_ports(ev: Evaluator, judged: Judged) -> Candidate | None:
    """For guesses: the call decides when it runs, about options with the ports that it is flagged for."""
    location = page_location(ev, judged.sink.call)
    ports = dict.fromkeys(verdict.port for _, verdict in judged.verdicts if verdict.what in FLAGGED)
    if location is None or not ports or None in ports:
        return None
    texts = [str(port) for port in ports]
    if judged.sink.connect.together:
        return _one_url_decided(ev, judged, texts)
    paths = [path.split(".") for one in judged.sink.connect.parts for path in (*one.port, *one.host)]
    if any(len(path) != 2 for path in paths):
        return None
    names = list(dict.fromkeys(path[1] for path in paths))
    return _decided(ev, judged, location, (names, texts))


def _around(node: Node, opened: str, closed: str) -> tuple[Edit, ...]:
    path = node.source.path
    if node.type == "SequenceExpression":  # its parts would become arguments
        opened, closed = f"{opened}(", f"){closed}"
    return (Edit(path, Span(node.start, node.start), opened), Edit(path, Span(node.end, node.end), closed))


def _one_url(ev: Evaluator, judged: Judged, form: Form, location: str) -> Candidate | None:
    found = _taken(judged)
    if found is None:
        return None
    parts, nodes = found
    if not all(pure(ev, nodes[int(one)], nodes[int(one)].end) for one in (parts.host[0], parts.port[0])):
        return None
    url = f"{_at(form.authority, location)}+{_path(parts, nodes)}"
    return _in_place(judged, nodes, url, "host and port -> a URL of the page's origin")


def _one_url_decided(ev: Evaluator, judged: Judged, ports: Sequence[str]) -> Candidate | None:
    found = _taken(judged)
    form = form_at(ev, for_ports(forms()[judged.sink.client.relative]), judged.sink.call)
    if found is None or form is None:
        return None
    parts, nodes = found
    host, port = (_operand(nodes[int(one)]) for one in (parts.host[0], parts.port[0]))
    url = f'"{parts.scheme}://"+{host}+":"+{port}+{_path(parts, nodes)}'
    decided = f"({form.wrapper})({url},{json.dumps(ports, separators=(',', ':'))})"
    return _in_place(judged, nodes, decided, "host and port -> a URL that is brought to the page's origin at run time")


def _taken(judged: Judged) -> tuple[Parts, dict[int, Node]] | None:
    """The arguments that one URL takes the place of, by their index: they stand beside each other, host and port
    first."""
    sink = judged.sink
    given = sink.call.arguments
    parts = next((p for p in reversed(sink.connect.parts) if p.least <= len(given)), None)
    if parts is None or given != sink.arguments or any(node.type == "SpreadElement" for node in given):
        return None
    path = re.fullmatch(r"\{(\d+)\}", parts.path)
    taken = [int(index) for index in (parts.host[0], parts.port[0], *([path[1]] if path else []))]
    if taken != list(range(taken[0], taken[0] + len(taken))):
        return None
    return parts, {index: given[index] for index in taken}


def _path(parts: Parts, nodes: dict[int, Node]) -> str:
    path = re.fullmatch(r"\{(\d+)\}", parts.path)
    return _operand(nodes[int(path[1])]) if path else json.dumps(parts.path)


def _operand(node: Node) -> str:
    text = node.source.text(node.span)
    return text if node.type in _OPERANDS else f"({text})"


def _in_place(judged: Judged, nodes: dict[int, Node], url: str, title: str) -> Candidate:
    span = Span(min(node.start for node in nodes.values()), max(node.end for node in nodes.values()))
    return Candidate("wrap", title, (Edit(judged.sink.call.source.path, span, url),))
