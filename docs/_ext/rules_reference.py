"""The rules reference, made of ``rules/`` before Sphinx reads its sources.

In: ``rules/*.toml``, their pages, ``rules/clients/*.toml``. Out: ``docs/reference/*.md``, which git ignores. A page is
written only if its text changed, so that a second build reads nothing anew.
"""

from __future__ import annotations

import builtins
import inspect
import re
import typing
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

import msgspec

from bundlescan.match.client import Client, Component, Connect, Parts, Rule, Where, builtin_clients, builtin_rules
from bundlescan.match.rulebook import rulebook
from bundlescan.rulefiles import rules_folder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "reference"
REPOSITORY = "https://github.com"
ISSUE = re.compile(r"(?<![\w/.-])([\w.-]+/[\w.-]+)#(\d+)")
BARE_URL = re.compile(r"(?<![<(`\w])https://[^\s)>]*[^\s)>.,]")
ANCHOR = re.compile(r"[^a-z0-9]+")

HOW = {"call": "call", "new": "with `new`", "either": "with or without `new`", "method": "method"}
RELATIVE = {
    "origin": "The library takes a URL without a host as on the page's origin.",
    "document": "A URL without a host is resolved against the page's address.",
    "websocket": "The URL is handed to a `WebSocket` as it is; older browsers refuse one without scheme and host.",
}


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", write_reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_reference(app: Sphinx) -> None:
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(exist_ok=True)
    pages = dict(reference_pages())
    for stale in set(folder.iterdir()) - {folder / name for name in pages}:
        stale.unlink()
    for name, text in pages.items():
        page = folder / name
        if not page.is_file() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def reference_pages() -> Iterable[tuple[str, str]]:
    """File name and Markdown of each page: one for each rule, one for the clients, one for the keys of such
    files, one that lists the rules."""
    rules = builtin_rules()
    for rule_id in rules:
        yield f"{rule_id}.md", linked(rulebook().page(rule_id))
    yield "clients.md", clients_page(builtin_clients())
    yield "keys.md", keys_page()
    rows = "\n".join(
        f"| [{rule_id}]({rule_id}.md) | {rule.severity} | {rule.title} |"
        for rule_id, rule in sorted(rules.items(), key=lambda item: (-item[1].severity.rank, item[0]))
    )
    toctree = "\n".join(["```{toctree}", ":hidden:", "", *rules, "clients", "keys", "```"])
    yield "index.md", f"{RULES_HEAD}\n| rule | severity | finds |\n|---|---|---|\n{rows}\n\n{RULES_FOOT}\n{toctree}\n"


RULES_HEAD = """\
# Rules

Each page says what the rule finds, why it matters, an example that is tested, the fix and the limits. At a terminal:
`bundlescan rules` lists them, `bundlescan explain RULE` shows a page.
"""
RULES_FOOT = """\
An error is a socket that goes wrong, a warning one that may, a note part of the inventory that `--all` shows. Behind a
development guard (`location.hostname === "localhost"`, a flag in `localStorage`) an error becomes a warning of low
confidence.

What counts as a connecting call is in [the clients' tables](clients.md).
"""


def linked(markdown: str) -> str:
    """The page with its issue numbers and bare URLs made links; code stays as it is."""
    parts = re.split(r"(```.*?```|`[^`]*`)", markdown, flags=re.DOTALL)
    return "".join(part if index % 2 else _linked(part) for index, part in enumerate(parts))


def _linked(text: str) -> str:
    text = BARE_URL.sub(r"<\g<0>>", text)
    return ISSUE.sub(rf"[\g<0>]({REPOSITORY}/\1/issues/\2)", text)


def clients_page(clients: Iterable[Client]) -> str:
    named = sorted(clients, key=lambda client: client.title.lower())
    return CLIENTS_HEAD + "".join(map(client_section, named))


CLIENTS_HEAD = """\
# Clients

What bundlescan takes for a connecting call, from `rules/clients/*.toml`. A client is recognised by its import, by its
name on the page, or in minified code by texts that its functions hold in every build. In a finding, "opened by" names
the client; `sink.name` in JSON is the name in parentheses here.

"""


def client_section(client: Client) -> str:
    parts = [f"## {client.title} ({client.name})", notes_of(client)]
    if client.packages:
        parts.append("Packages: " + ", ".join(f"`{package}`" for package in client.packages))
    if client.dev:
        parts.append("Client of a development server: see [dev-client](dev-client.md).")
    named = [connect for connect in client.connect if connect.exports or connect.globals]
    parts.append("\n".join(f"- {connecting(connect)}" for connect in named))
    takes_urls = any(connect.url >= 0 for connect in named)
    minified = any(connect.fingerprints or connect.objects for connect in client.connect)
    said = RELATIVE[client.relative] * takes_urls, "Recognised in minified code too." * minified
    parts.append(" ".join(filter(None, said)))
    return "\n\n".join(filter(None, parts)) + "\n\n"


def connecting(connect: Connect) -> str:
    """One way to connect, as an item of a list."""
    if connect.component is not None:
        component = connect.component
        return f"{called(connect)}, a component; port: `{component.port}`, without it {component.default}"
    said = [f"{called(connect)} ({HOW[connect.how]})", carrier(connect)]
    if connect.same or connect.together:
        said.append("a rewrite makes these the page's own")
    if connect.ignored:
        said.append("ignored beside the URL: " + ", ".join(f"`{option}`" for option in connect.ignored))
    return "; ".join(filter(None, said))


def called(connect: Connect) -> str:
    """The names that people write; `default` is what an import without braces means, so it stands only alone."""
    names = dict.fromkeys(connect.globals + connect.exports)
    short = {name.rpartition(".")[2] for name in names if "." in name}
    shown = [name for name in names if name not in short and not name.startswith(("default", "*"))] or list(names)
    owner = ", ".join(f"`{name}`" for name in shown)
    methods = ", ".join(f"`.{name}()`" if name else "a call of the object" for name in connect.methods)
    return f"{methods} on what {owner} gives" if methods else owner


def carrier(connect: Connect) -> str:
    """Which argument or option holds the address."""
    places = []
    if connect.url >= 0:
        option = connect.option and f"its option `{connect.option}`"
        item = connect.item and f"`{connect.item}` of its elements"
        places.append(" or ".join(filter(None, (f"URL: argument {connect.url + 1}", option, item))))
    for name in ("host", "port"):
        paths = dict.fromkeys(path for parts in connect.parts for path in getattr(parts, name))
        if paths:
            places.append(f"{name}: " + ", ".join(map(argument, paths)))
    return "; ".join(places)


def argument(path: str) -> str:
    """``1.wsHost`` as people say it."""
    index, _, option = path.partition(".")
    return f"`{option}`" if option else f"argument {int(index) + 1}"


def notes_of(client: Client) -> str:
    """The comment at the head of the client's file: the versions looked at, and what was measured."""
    lines = (rules_folder() / "clients" / f"{client.name}.toml").read_text(encoding="utf-8").splitlines()
    head = []
    for line in lines:
        if not line.startswith("#"):
            break
        head.append(line.removeprefix("#").strip())
    return " ".join(head)


KEYS_HEAD = """\
# Keys of rule and client files

For [rules and clients of your own](../configuration.md#rules-of-your-own). A key that is not listed is an error; one
without a default has to be there.

"""
FILES: dict[type[msgspec.Struct], str] = {
    Rule: "A rule",
    Where: "`[where]` of a rule",
    Client: "A client",
    Connect: "`[[connect]]` of a client",
    Parts: "`[[connect.parts]]`",
    Component: "`[connect.component]`",
}


def keys_page() -> str:
    """Every key that the files may have, from the structures that read them."""
    return KEYS_HEAD + "\n".join(map(keys_section, FILES))


def keys_section(struct: type[msgspec.Struct]) -> str:
    rows = (
        f"| `{field.name}` | {said_type(field.type)} | {said_default(field)} |"
        for field in msgspec.structs.fields(struct)
        if field.name not in ("id", "name")  # these come from the file's name
    )
    text = inspect.cleandoc(struct.__doc__ or "").replace("``", "`")
    return f"## {FILES[struct]}\n\n{text}\n\n| key | value | default |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def said_type(kind: Any) -> str:
    """``tuple[str, ...]`` -> ``list of text``, ``Literal["a", "b"]`` -> `` `a`, `b` ``."""
    if kind in FILES:
        return "table"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member}`" for member in kind)
    arguments = get_args(kind)
    match get_origin(kind):
        case typing.Literal:
            return ", ".join(f"`{value}`" for value in arguments if value)
        case builtins.tuple:
            return f"list of {said_type(arguments[0])}"
        case builtins.dict:
            return f"table of {said_type(arguments[1])}"
        case None:
            return {str: "text", int: "number", bool: "true or false"}[kind]
        case _:  # X | None
            return said_type(next(argument for argument in arguments if argument is not type(None)))


def said_default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return ""
    default = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    if isinstance(default, bool):
        return str(default).lower()
    return f"`{default}`" if default or default == 0 else "none"
