"""The command line: arguments in, report and exit code out. What is decided is decided elsewhere.

Everything that takes time to import is imported where it is used, so that ``--help`` is as fast as click.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, NoReturn

import click

from bundlescan._version import __version__
from bundlescan.command import RULE, Command, Failure, Scan, config_options, scan_options
from bundlescan.output import Destination, destinations, write_file
from bundlescan.render import FORMATS, PLAN_FORMATS, WITH_EDITS

if TYPE_CHECKING:
    from bundlescan.baseline import Baseline
    from bundlescan.bench import Bench
    from bundlescan.finding import Notice, Report, ScanError
    from bundlescan.match.rulebook import Rulebook

PROGRAM = "bundlescan"
CLEAN, FOUND, FAILED = 0, 1, 2
CONFIDENCE = """\
## Confidence

high: the address is used, as far as the code tells. medium: one of several that the call may use, or a URL whose use
could not be followed. low: behind a condition that looks like one for development. The report says which under `doubt`.
"""
SHELLS = ("bash", "zsh", "fish")


def run(arguments: list[str] | None = None) -> NoReturn:
    """The entry point. Never a traceback, unless BUNDLESCAN_DEBUG=1."""
    gc.set_threshold(200_000, 20, 100)  # trees and values live until the report is out; looking for garbage finds none
    try:
        code = main.main(arguments, prog_name=PROGRAM, standalone_mode=False)
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


def _check_socket_path(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from bundlescan.rewriter.hints import SAFE_PATH

    if value is not None and not (value.startswith("/") and SAFE_PATH.fullmatch(value)):
        raise click.BadParameter(f"{value!r} is not a path like /socket.io/.", ctx, param)
    return value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Find hardcoded ports in the socket URLs of built frontend bundles; rewrite them to the page's own origin."""


@main.command(cls=Command)
@scan_options
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
@click.option("--all/--no-all", "notes", help="List notes too: what connects where, nothing to change.")
@click.option("--baseline", "baseline_file", type=click.Path(), metavar="FILE", help="Findings there do not count.")
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write the --baseline FILE from this run, exit 0; no report without --format.",
)
@click.option(
    "--bench", type=click.Path(), metavar="DIR",
    help="A Frappe bench: say which ports are its own; without PATHS, scan what it serves.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", default=1,
    help="Processes for the analysis. Helps where separate folders hold separate apps; one app is one job.",
)  # fmt: skip
def find(
    scan: Scan, formats: tuple[str, ...], outputs: tuple[str, ...], fail_on: str, notes: bool,
    baseline_file: str | None, write_baseline: bool, bench: str | None, jobs: int,
) -> int:  # fmt: skip
    """Find sockets with a hardcoded port or a local host in PATHS (default: this folder; - is standard input).

    A finding of medium or low confidence says why under `doubt`; explain RULE says what these words mean.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a usage error or something that could not be analysed.
    """
    from bundlescan import pipeline

    if write_baseline and not baseline_file:
        raise click.UsageError("--write-baseline needs --baseline FILE, the file to write")
    known_bench = _read_bench(bench, scan) if bench is not None else None
    serves = known_bench.assets if known_bench is not None and not scan.options["texts"] else ()
    wanted = _destinations(formats, outputs)
    known = _load_baseline(baseline_file) if baseline_file and not write_baseline else None
    edits = any(one.format in WITH_EDITS for one in wanted)
    with scan.watched() as options:
        report = pipeline.find(scan.paths or serves, jobs=jobs, edits=edits, **options)
    if known_bench is not None:
        report = known_bench.explain(report)
    if known is not None and baseline_file:
        report = _without_known(report, known, baseline_file)
    shown = report if notes else _without_notes(report)
    hidden = len(report.findings) - len(shown.findings)
    brief = write_baseline and not (formats or outputs)  # what is accepted needs no report, unless one is asked for
    _publish(shown, () if brief else wanted, scan, hidden)
    if brief or Destination("text") not in wanted:
        _complain_of(report.errors, report.notices, around=brief)
    if write_baseline and baseline_file:
        return _write_baseline(report if fail_on == "note" else shown, baseline_file)
    return _exit_code(report, fail_on)


@main.command(cls=Command)
@scan_options
@click.option("--same-origin", is_flag=True, help="The only strategy so far: connect to the page's own origin.")
@click.option("--write", is_flag=True, help="Replace the files, each atomically.")
@click.option("--backup", type=click.Path(), metavar="DIR", help="With --write: keep the old files there.")
@click.option("--out-dir", type=click.Path(), metavar="DIR", help="Put a complete, rewritten copy of one folder there.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if there is something to rewrite.")
@click.option("--force/--no-force", help="Write although compressed siblings or integrity hashes go stale.")
@click.option(
    "--rehash/--no-rehash",
    help="Give changed files with a content hash in their names new names, wherever these folders mention them.",
)  # fmt: skip
@click.option(
    "--strict/--no-strict",
    help="Also let sockets to public hosts, and to hosts known only at run time, decide when they run.",
)  # fmt: skip
@click.option(
    "--socket-path", callback=_check_socket_path, metavar="PATH",
    help="For the nginx text: the path of sockets that set it only at run time.",
)  # fmt: skip
@click.option("--format", "format_", type=click.Choice(list(PLAN_FORMATS)), default="text", show_default=True)
def rewrite(
    scan: Scan, same_origin: bool, write: bool, backup: str | None, out_dir: str | None, check: bool, force: bool,
    rehash: bool, strict: bool, socket_path: str | None, format_: str,
) -> int:  # fmt: skip
    """Rewrite the sockets of PATHS (default: this folder) to the page's own origin.

    Nothing is written without --write or --out-dir. Exit code: 0 nothing left to flag, 1 something remains or --check
    found work, 2 a usage error or something that could not be analysed or written.
    """
    from bundlescan import library
    from bundlescan.render import render_plan
    from bundlescan.rewriter.hints import hints

    _check_rewrite_usage(scan, same_origin, write, backup, out_dir, check, rehash)
    with scan.watched() as options:
        done = library.rewrite(
            scan.paths,
            write=write,
            backup=backup,
            out_dir=out_dir,
            force=force,
            strict=strict,
            rehash=rehash,
            **options,
        )
    plan, outcome = done.plan, done.outcome
    advice = hints(plan, socket_path or "") if format_ == "text" else ""
    view = scan.display.view(None, scan.paths)
    _emit(render_plan(format_, plan, outcome, view, advice), None)
    _complain_of(plan.report.errors + outcome.errors if format_ != "text" else (), plan.report.notices)
    if any(error.fatal for error in plan.report.errors + outcome.errors):
        return FAILED
    refused = bool(outcome.refusals) and (write or out_dir is not None)
    return FOUND if plan.remaining or refused or (check and plan.after) else CLEAN


def _check_rewrite_usage(
    scan: Scan, same_origin: bool, write: bool, backup: str | None, out_dir: str | None, check: bool, rehash: bool
) -> None:
    from bundlescan.rewriter.write import WriteError, check_new_folder

    wrong = (
        (not same_origin, "say --same-origin: it names what the rewrite does"),
        (write + (out_dir is not None) + check > 1, "--write, --out-dir and --check exclude each other"),
        (backup is not None and not write, "--backup needs --write"),
        (rehash and not all(map(os.path.isdir, scan.paths)), "--rehash takes folders: the pages have to be there too"),
        (bool(scan.options["texts"]) and write, "standard input cannot be written: PATH - shows the edits only"),
        (out_dir is not None and [*map(os.path.isdir, scan.paths)] != [True], "--out-dir takes one folder PATH"),
    )
    for applies, message in wrong:
        if applies:
            raise click.UsageError(message)
    try:
        for folder in filter(None, (backup, out_dir)):
            check_new_folder(folder, scan.paths)
    except WriteError as error:
        raise click.UsageError(str(error)) from None


@main.command(cls=Command)
@config_options
def rules(book: Rulebook, rules: tuple[str, ...]) -> int:
    """List the rules, your own included."""
    width = max(map(len, book.rules))
    _emit("".join(f"{name:{width}}  {rule.severity:7}  {rule.title}\n" for name, rule in book.rules.items()), None)
    return CLEAN


@main.command(cls=Command)
@click.argument("rule_id", type=RULE)
@config_options
def explain(book: Rulebook, rules: tuple[str, ...], rule_id: str) -> int:
    """Say what a rule finds, why it matters and what to do."""
    if problem := book.check([rule_id]):
        raise click.UsageError(problem)
    _emit(f"{book.page(rule_id)}\n{CONFIDENCE}", None)
    return CLEAN


@main.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print a script that completes commands, options and rules in SHELL.

    For bash: bundlescan completion bash > ~/.local/share/bash-completion/completions/bundlescan
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    _emit(made(main, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE").source(), None)
    return CLEAN


def _read_bench(folder: str, scan: Scan) -> Bench:
    from bundlescan.bench import BenchError, read_bench

    try:
        bench = read_bench(folder)
    except BenchError as error:
        raise Failure(str(error)) from None
    if not (scan.paths or scan.options["texts"] or bench.assets):
        raise Failure(f"{folder}: no app has built assets: run `bench build`, or name PATHS")
    return bench


def _load_baseline(path: str) -> Baseline:
    from bundlescan.baseline import BaselineError, load

    try:
        return load(path)
    except BaselineError as error:
        raise Failure(str(error)) from None


def _without_known(report: Report, known: Baseline, path: str) -> Report:
    from dataclasses import replace

    from bundlescan.baseline import apply
    from bundlescan.finding import Notice

    report, stale = apply(report, known)
    messages = [f"no longer found: {e.rule_id}, {e.url or 'no URL'} ({e.fingerprint})" for e in stale]
    if stale:
        messages.append(f"--write-baseline drops {'this entry' if len(stale) == 1 else 'these entries'}")
    return replace(report, notices=report.notices + tuple(Notice(path, None, message) for message in messages))


def _write_baseline(report: Report, path: str) -> int:
    from bundlescan.baseline import baseline_of, dump

    if any(error.fatal for error in report.errors):
        _complain(f"{path}: not written: not everything could be analysed")
        return FAILED
    baseline = baseline_of(report.findings)
    _emit(dump(baseline).decode(), path)
    entries, findings = len(baseline.findings), len(report.findings)
    alike = f" as {entries}, since some are alike" if entries != findings else ""
    counts = Counter(finding.rule_id for finding in report.findings).most_common()
    rules = f" ({', '.join(f'{count} {rule}' for rule, count in counts)})" if counts else ""
    _complain(f"{path}: written, {findings} finding{'s' * (findings != 1)}{alike}{rules}")
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


def _publish(report: Report, wanted: tuple[Destination, ...], scan: Scan, hidden_notes: int) -> None:
    """``report`` in every format asked for; one that cannot be written keeps no other from being written."""
    from bundlescan.render import render

    failures: list[Failure] = []
    for one in wanted:
        try:
            view = scan.display.view(one.file, scan.paths, hidden_notes, scan.book)
            _emit(render(one.format, report, view), one.file)
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


def _complain_of(errors: tuple[ScanError, ...], notices: tuple[Notice, ...], *, around: bool = False) -> None:
    """``around``: of what was analysed around too, where no report says so."""
    for error in errors:
        if error.fatal or around:
            _complain(f"{error.path}: {'' if error.fatal else 'analysed around '}{error.message}")
    for notice in notices:
        _complain(
            f"{notice.path}:{notice.line}: {notice.message}" if notice.line else f"{notice.path}: {notice.message}"
        )


def _complain(message: str) -> None:
    from bundlescan.render.printable import printable

    click.echo(f"bundlescan: {printable(message)}", err=True)
