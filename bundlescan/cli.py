"""The command line: arguments in, report and exit code out. What is decided is decided elsewhere.

Everything that takes time to import is imported where it is used, so that ``--help`` is as fast as click.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from bundlescan._version import __version__
from bundlescan.render import FORMATS, View

if TYPE_CHECKING:
    from bundlescan.finding import Report, ScanError

CLEAN, FOUND, FAILED = 0, 1, 2
PARSERS = ("tree-sitter", "esprima")
F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """Something that ends the run with one line on stderr and exit code 2."""

    exit_code = FAILED


def run(arguments: list[str] | None = None) -> NoReturn:
    """The entry point. Never a traceback, unless BUNDLESCAN_DEBUG=1."""
    try:
        code = main.main(arguments, prog_name="bundlescan", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = FAILED
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted")
        code = 130
    except Exception as error:
        if os.environ.get("BUNDLESCAN_DEBUG") == "1":
            raise
        _complain(f"internal error: {type(error).__name__}: {error} (BUNDLESCAN_DEBUG=1 shows where)")
        code = FAILED
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Find hardcoded ports in the socket URLs of built frontend bundles; rewrite them to the page's own origin."""


def _scan_options(command: F) -> F:
    """What every command that scans takes."""
    for decorate in (
        click.argument("paths", nargs=-1),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches; as in .gitignore."),
        click.option(
            "--parser", type=click.Choice(["tree-sitter", "esprima"]), default="tree-sitter", show_default=True
        ),
    ):
        command = decorate(command)
    return command


@main.command()
@_scan_options
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report there.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="warning", show_default=True,
    help="Exit 1 if there is a finding at or above this.",
)  # fmt: skip
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="All rules but these.")
@click.option("--all", "notes", is_flag=True, help="List notes too: what connects where, nothing to change.")
def find(
    paths: tuple[str, ...], exclude: tuple[str, ...], parser: str, format_: str, output: str | None, fail_on: str,
    select: tuple[str, ...], ignore: tuple[str, ...], notes: bool,
) -> int:  # fmt: skip
    """Find sockets with a hardcoded port or a local host in PATHS (default: this folder)."""
    from bundlescan import pipeline
    from bundlescan.render import render

    paths = paths or (".",)
    report = pipeline.find(paths, exclude=exclude, select=select, ignore=ignore, parser=parser)
    shown = report if notes else _without_notes(report)
    view = _view(output, paths, len(report.findings) - len(shown.findings))
    _emit(render(format_, shown, view), output)
    if format_ != "text" or output:
        _complain_of(report.errors)
    return _exit_code(report, fail_on)


def _exit_code(report: Report, fail_on: str) -> int:
    from bundlescan.finding import Severity

    if any(error.fatal for error in report.errors):
        return FAILED
    if fail_on == "never":
        return CLEAN
    return FOUND if any(f.severity.rank >= Severity(fail_on).rank for f in report.findings) else CLEAN


def _without_notes(report: Report) -> Report:
    from dataclasses import replace

    from bundlescan.finding import Severity

    findings = tuple(f for f in report.findings if f.severity is not Severity.NOTE)
    return replace(report, findings=findings, summary=replace(report.summary, findings=len(findings)))


def _view(output: str | None, paths: tuple[str, ...], hidden_notes: int = 0) -> View:
    from shutil import get_terminal_size

    terminal = output is None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(colour, get_terminal_size((100, 24)).columns if terminal else 100, paths, hidden_notes)


def _emit(text: str, output: str | None) -> None:
    """``text`` to stdout or into the file ``output``. A reader that went away is not our failure."""
    data = text.encode("utf-8", "backslashreplace")
    if output is not None:
        try:
            with open(output, "wb") as file:
                file.write(data)
        except OSError as error:
            raise Failure(f"{output}: cannot be written: {error.strerror}") from None
        return
    try:
        sys.stdout.write(data.decode().encode(sys.stdout.encoding, "backslashreplace").decode(sys.stdout.encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain_of(errors: tuple[ScanError, ...]) -> None:
    for error in errors:
        if error.fatal:
            _complain(f"{error.path}: {error.message}")


def _complain(message: str) -> None:
    from bundlescan.render.printable import printable

    click.echo(f"bundlescan: {printable(message)}", err=True)
