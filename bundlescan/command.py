"""What the commands have in common: the options of a scan, and the configuration that stands in for them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from bundlescan.render import View

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from bundlescan.config import Settings
    from bundlescan.match.rulebook import Rulebook

F = TypeVar("F", bound=Callable[..., Any])
PARSERS = ("tree-sitter", "esprima")
#: what a terminal does with a link, by its TERM_PROGRAM: most open the file, and some of these go to the line
LINKS = {"": "file://{path}#{line}:{column}", "vscode": "vscode://file{path}:{line}:{column}"}
STDIN = "-"


class Failure(click.ClickException):
    """Something that ends the run with one line on stderr and exit code 2."""

    exit_code = 2


class RuleId(click.ParamType[str]):
    """The id of a rule; whether it exists is known when own rules have been read."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from bundlescan.tomlfile import TomlError

        try:
            book = rulebook_of(ctx)
        except (TomlError, click.ClickException):
            return []
        return [
            CompletionItem(name, help=rule.title) for name, rule in book.rules.items() if name.startswith(incomplete)
        ]


RULE = RuleId()


@dataclass(frozen=True, slots=True)
class Display:
    """For whom: ``color`` is auto, always or never; without ``width`` it is the terminal's."""

    color: str = "auto"
    width: int | None = None

    def view(
        self, output: str | None, paths: tuple[str, ...], hidden_notes: int = 0, book: Rulebook | None = None
    ) -> View:
        from shutil import get_terminal_size

        terminal = output is None and sys.stdout.isatty()
        wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        colour = output is None and (self.color == "always" or (self.color == "auto" and wanted))
        width = self.width or (get_terminal_size((100, 24)).columns if terminal else 100)
        links = LINKS.get(os.environ.get("TERM_PROGRAM", ""), LINKS[""])
        return View(colour, width, paths, hidden_notes, os.getcwd(), links, book)


@dataclass(frozen=True, slots=True)
class Scan:
    """What to scan, and what counts there: ``options`` as the pipeline takes them. No ``paths``: standard input, or
    what a bench serves."""

    paths: tuple[str, ...]
    options: dict[str, Any]
    display: Display
    book: Rulebook

    @contextmanager
    def watched(self) -> Iterator[dict[str, Any]]:
        """The options, progress included, while a scan runs."""
        from bundlescan.progress import Progress

        with Progress(sys.stderr) as progress:
            yield {**self.options, "watch": progress}


def scan_options(command: F) -> F:
    """What every command that scans takes; it gets them as one ``Scan``."""
    for decorate in (
        click.argument("paths", nargs=-1, type=click.Path()),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches; as in .gitignore."),
        click.option("--select", multiple=True, type=RULE, metavar="RULE", help="Only these rules."),
        click.option("--ignore", multiple=True, type=RULE, metavar="RULE", help="All rules but these."),
        click.option("--stdin-filename", metavar="NAME", help="What the code read for PATH - is called."),
        click.option("--parser", type=click.Choice(PARSERS), default=PARSERS[0], show_default=True),
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
            help="auto: on a terminal, unless NO_COLOR is set.",
        ),
        click.option("--width", type=click.IntRange(min=20), metavar="COLUMNS", help="Instead of the terminal's."),
    ):  # fmt: skip
        command = decorate(command)
    return config_options(command)


def config_options(command: F) -> F:
    """What every command that knows rules takes."""
    for decorate in (
        click.option(
            "--rules", multiple=True, type=click.Path(), metavar="FILE_OR_DIR",
            help="Rules and clients of your own, in TOML.",
        ),
        click.option(
            "--config", type=click.Path(), metavar="FILE",
            help="Instead of the nearest bundlescan.toml or pyproject.toml with [tool.bundlescan].",
        ),
        click.option("--no-config", is_flag=True, help="Use no configuration file."),
    ):  # fmt: skip
        command = decorate(command)
    return command


class Command(click.Command):
    """A command that takes from a configuration what the command line does not say."""

    def invoke(self, ctx: click.Context) -> Any:
        from bundlescan.tomlfile import TomlError

        try:
            found = configure(ctx)
            book = rulebook_of(ctx)
            found.check_rules(list(book.rules))
        except TomlError as error:
            raise Failure(str(error)) from None
        ctx.params["book"] = book
        if "paths" in ctx.params:
            ctx.params["scan"] = _scan(ctx.params, found)
            del ctx.params["book"]
        return super().invoke(ctx)


def configure(ctx: click.Context) -> Settings:
    """Reads the configuration for a command and fills in what its command line leaves open. Raises TomlError."""
    from bundlescan.config import TOGETHER, Settings, settings

    given, none = ctx.params.pop("config", None), ctx.params.pop("no_config", False)
    if given and none:
        raise click.UsageError("--config and --no-config exclude each other")
    found = Settings() if none else settings(ctx, ctx.params.get("paths", ()), given)
    said = {name for name in ctx.params if ctx.get_parameter_source(name) is not ParameterSource.DEFAULT}
    for group in TOGETHER:
        said |= group if said & group else set()
    ctx.params |= {name: value for name, value in found.values.items() if name in ctx.params and name not in said}
    if found.paths and not ctx.params.get("paths", True):
        ctx.params["paths"] = found.paths
    return found


def rulebook_of(ctx: click.Context) -> Rulebook:
    """The rules of a command line. Raises TomlError."""
    from bundlescan.match.rulebook import rulebook

    return rulebook(tuple(ctx.params.get("rules") or ()))


def _scan(params: dict[str, Any], found: Settings) -> Scan:
    book: Rulebook = params["book"]
    if problem := book.check((*params["select"], *params["ignore"])):
        raise click.UsageError(problem)
    paths, name = params.pop("paths"), params.pop("stdin_filename")
    if name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename is the name of PATH -: give that too")
    texts = dict([_standard_input(name)]) if STDIN in paths else {}
    names = ("exclude", "select", "ignore", "rules", "parser")
    options = {
        **{key: params.pop(key) for key in names}, "severity": found.severity, "root": found.root, "texts": texts
    }  # fmt: skip
    files = tuple(path for path in paths if path != STDIN)
    display = Display(params.pop("color"), params.pop("width"))
    default = () if texts or params.get("bench") is not None else (".",)
    return Scan(files or default, options, display, book)


def _standard_input(name: str | None) -> tuple[str, bytes]:
    """The code that comes in, and what to call it."""
    from bundlescan.collect import Kind, in_memory

    if sys.stdin.isatty():
        click.echo("bundlescan: reading standard input; Ctrl-D ends it", err=True)
    data = sys.stdin.buffer.read()
    page = in_memory("", data).kind is Kind.COMPONENT
    return name or ("stdin.html" if page else "stdin.js"), data
