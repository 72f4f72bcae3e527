"""The command line: arguments in, report and exit code out. What is decided is decided elsewhere.

Everything that takes time to import is imported where it is used, so that ``--help`` is as fast as click.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from bundlescan._version import __version__
from bundlescan.output import Destination, destinations, write_file
from bundlescan.render import FORMATS, PLAN_FORMATS, WITH_EDITS, View

if TYPE_CHECKING:
    from bundlescan.baseline import Baseline
    from bundlescan.finding import Report, ScanError
    from bundlescan.syntax import ParserName

CLEAN, FOUND, FAILED = 0, 1, 2
PARSERS = ("tree-sitter", "esprima")
#: what a terminal does with a link, by its TERM_PROGRAM: most open the file, and some of these go to the line
LINKS = {"": "file://{path}#{line}:{column}", "vscode": "vscode://file{path}:{line}:{column}"}
F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """Something that ends the run with one line on stderr and exit code 2."""

    exit_code = FAILED


def run(arguments: list[str] | None = None) -> NoReturn:
    """The entry point. Never a traceback, unless BUNDLESCAN_DEBUG=1."""
    gc.set_threshold(200_000, 20, 100)  # trees and values live until the report is out; looking for garbage finds none
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


def _check_formats(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """``values`` are ``NAME`` or ``NAME=FILE``, NAME a key of FORMATS. Raises BadParameter for others."""
    for value in values:
        name, given, file = value.partition("=")
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.", ctx, param)
        if given and not file:
            raise click.BadParameter(f"{value!r} names no file.", ctx, param)
    return values


def _complete_format(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Find hardcoded ports in the socket URLs of built frontend bundles; rewrite them to the page's own origin."""


def _scan_options(command: F) -> F:
    """What every command that scans takes."""
    for decorate in (
        click.argument("paths", nargs=-1),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches; as in .gitignore."),
        click.option("--parser", type=click.Choice(PARSERS), default=PARSERS[0], show_default=True),
    ):
        command = decorate(command)
    return command


@main.command()
@_scan_options
@click.option(
    "--format", "formats", multiple=True, metavar="NAME[=FILE]",
    callback=_check_formats, shell_complete=_complete_format,
    help=f"{', '.join(FORMATS)}; text if none is named. May be repeated: --format text --format json=report.json.",
)  # fmt: skip
@click.option(
    "--output", "outputs", type=click.Path(), multiple=True, metavar="FILE",
    help="Write the report there, not to standard output. With several --format, one for each without =FILE, in order.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="warning", show_default=True,
    help="Exit 1 if there is a finding at or above this.",
)  # fmt: skip
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="All rules but these.")
@click.option("--all", "notes", is_flag=True, help="List notes too: what connects where, nothing to change.")
@click.option("--baseline", "baseline_file", metavar="FILE", help="Findings listed there do not count.")
@click.option("--write-baseline", is_flag=True, help="Write the --baseline FILE from this run, exit 0.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Accepted; so far one process does it all.")
def find(
    paths: tuple[str, ...], exclude: tuple[str, ...], parser: ParserName, formats: tuple[str, ...],
    outputs: tuple[str, ...], fail_on: str, select: tuple[str, ...], ignore: tuple[str, ...], notes: bool,
    baseline_file: str | None, write_baseline: bool, jobs: int | None,
) -> int:  # fmt: skip
    """Find sockets with a hardcoded port or a local host in PATHS (default: this folder).

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a usage error or something that could not be analysed.
    """
    from bundlescan import pipeline

    if write_baseline and not baseline_file:
        raise click.UsageError("--write-baseline needs --baseline FILE, the file to write")
    paths = paths or (".",)
    wanted = _destinations(formats, outputs)
    if select or ignore:
        _check_rules(select + ignore)
    known = _load_baseline(baseline_file) if baseline_file and not write_baseline else None
    edits = any(one.format in WITH_EDITS for one in wanted)
    report = pipeline.find(paths, exclude=exclude, select=select, ignore=ignore, parser=parser, jobs=jobs, edits=edits)
    if known is not None and baseline_file:
        report = _without_known(report, known, baseline_file)
    shown = report if notes else _without_notes(report)
    hidden = len(report.findings) - len(shown.findings)
    _publish(shown, wanted, paths, hidden)
    if Destination("text") not in wanted:
        _complain_of(report.errors)
    if write_baseline and baseline_file:
        return _write_baseline(report if fail_on == "note" else shown, baseline_file)
    return _exit_code(report, fail_on)


@main.command()
@_scan_options
@click.option("--same-origin", is_flag=True, help="The only strategy so far: connect to the page's own origin.")
@click.option("--write", is_flag=True, help="Replace the files, each atomically.")
@click.option("--backup", metavar="DIR", help="With --write: keep the old files there.")
@click.option("--out-dir", metavar="DIR", help="Put a complete, rewritten copy of one folder there.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if there is something to rewrite.")
@click.option("--force", is_flag=True, help="Write although compressed siblings or integrity hashes go stale.")
@click.option("--strict", is_flag=True, help="Not there yet: refused.")
@click.option("--format", "format_", type=click.Choice(list(PLAN_FORMATS)), default="text", show_default=True)
def rewrite(
    paths: tuple[str, ...], exclude: tuple[str, ...], parser: ParserName, same_origin: bool, write: bool,
    backup: str | None, out_dir: str | None, check: bool, force: bool, strict: bool, format_: str,
) -> int:  # fmt: skip
    """Rewrite the sockets of PATHS (default: this folder) to the page's own origin.

    Nothing is written without --write or --out-dir. Exit code: 0 nothing left to flag, 1 something remains or --check
    found work, 2 a usage error or something that could not be analysed or written.
    """
    from bundlescan import pipeline
    from bundlescan.collect import collect
    from bundlescan.render import render_plan
    from bundlescan.rewriter.hints import hints
    from bundlescan.rewriter.write import carry_out

    paths = paths or (".",)
    if strict:
        raise click.UsageError("--strict is not there yet: public and run-time hosts are left as they are and listed")
    _check_rewrite_usage(paths, same_origin, write, backup, out_dir, check)
    plan = pipeline.plan(paths, exclude=exclude, parser=parser)
    files = collect(paths, exclude=exclude).files
    outcome = carry_out(plan, paths, files, in_place=write, backup=backup, out_dir=out_dir, force=force)
    closing = hints(plan) if format_ == "text" else ""
    _emit(render_plan(format_, plan, outcome, _view(None, paths)) + (closing and "\n" + closing), None)
    if format_ != "text":
        _complain_of(plan.report.errors + outcome.errors)
    if any(error.fatal for error in plan.report.errors + outcome.errors):
        return FAILED
    refused = bool(outcome.refusals) and (write or out_dir is not None)
    return FOUND if plan.remaining or refused or (check and plan.after) else CLEAN


def _check_rewrite_usage(
    paths: tuple[str, ...], same_origin: bool, write: bool, backup: str | None, out_dir: str | None, check: bool
) -> None:
    from bundlescan.rewriter.write import WriteError, check_new_folder

    wrong = (
        (not same_origin, "say --same-origin: it names what the rewrite does"),
        (write + (out_dir is not None) + check > 1, "--write, --out-dir and --check exclude each other"),
        (backup is not None and not write, "--backup needs --write"),
        (out_dir is not None and (len(paths) != 1 or not os.path.isdir(paths[0])), "--out-dir takes one folder PATH"),
    )
    for applies, message in wrong:
        if applies:
            raise click.UsageError(message)
    try:
        for folder in filter(None, (backup, out_dir)):
            check_new_folder(folder, paths)
    except WriteError as error:
        raise click.UsageError(str(error)) from None


@main.command()
def rules() -> int:
    """List the rules."""
    from bundlescan.rulefiles import rule_table

    rows = rule_table()
    width = max(len(rule_id) for rule_id, _, _ in rows)
    _emit("".join(f"{rule_id:{width}}  {severity:7}  {title}\n" for rule_id, severity, title in rows), None)
    return CLEAN


@main.command()
@click.argument("rule_id")
def explain(rule_id: str) -> int:
    """Say what a rule finds, why it matters and what to do."""
    from bundlescan.rulefiles import rule_page

    _check_rules((rule_id,))
    _emit(rule_page(rule_id), None)
    return CLEAN


def _check_rules(rule_ids: tuple[str, ...]) -> None:
    """Raises UsageError for an id that no built-in rule has."""
    from difflib import get_close_matches

    from bundlescan.rulefiles import rule_table

    known = [rule_id for rule_id, _, _ in rule_table()]
    for rule_id in rule_ids:
        if rule_id not in known:
            near = get_close_matches(rule_id, known, 1)
            hint = f"did you mean {near[0]}?" if near else "`bundlescan rules` lists them"
            raise click.UsageError(f"no rule {rule_id!r}: {hint}")


def _load_baseline(path: str) -> Baseline:
    from bundlescan.baseline import BaselineError, load

    try:
        return load(path)
    except BaselineError as error:
        raise Failure(str(error)) from None


def _without_known(report: Report, known: Baseline, path: str) -> Report:
    from bundlescan.baseline import apply

    report, stale = apply(report, known)
    for entry in stale:
        _complain(f"{path}: no longer found: {entry.fingerprint} ({entry.rule_id}, {entry.url or 'no URL'})")
    if stale:
        _complain(f"{path}: --write-baseline drops {'this entry' if len(stale) == 1 else 'these entries'}")
    return report


def _write_baseline(report: Report, path: str) -> int:
    from bundlescan.baseline import baseline_of, dump

    if any(error.fatal for error in report.errors):
        _complain(f"{path}: not written: not everything could be analysed")
        return FAILED
    _emit(dump(baseline_of(report.findings)).decode(), path)
    return CLEAN


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
    width = get_terminal_size((100, 24)).columns if terminal else 100
    links = LINKS.get(os.environ.get("TERM_PROGRAM", ""), LINKS[""])
    return View(colour, width, paths, hidden_notes, os.getcwd(), links)


def _destinations(formats: tuple[str, ...], outputs: tuple[str, ...]) -> tuple[Destination, ...]:
    """Where each report goes. Raises UsageError, and Failure where a folder is missing: known before a long scan."""
    try:
        wanted = destinations(formats, outputs)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    for one in wanted:
        if one.file and not os.path.isdir(os.path.dirname(one.file) or "."):
            raise Failure(f"{one.file}: cannot be written: {os.strerror(errno.ENOENT)}")
    return wanted


def _publish(report: Report, wanted: tuple[Destination, ...], paths: tuple[str, ...], hidden_notes: int) -> None:
    """``report`` in every format asked for; one that cannot be written keeps no other from being written."""
    from bundlescan.render import render

    failures: list[Failure] = []
    for one in wanted:
        try:
            _emit(render(one.format, report, _view(one.file, paths, hidden_notes)), one.file)
        except Failure as failure:
            failures.append(failure)
    for further in failures[1:]:
        further.show()
    if failures:
        raise failures[0]


def _emit(text: str, output: str | None) -> None:
    """``text`` to stdout or into the file ``output``. A reader that went away is not our failure."""
    data = text.encode("utf-8", "backslashreplace")
    if output is not None:
        try:
            write_file(output, data)
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
