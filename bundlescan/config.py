"""The configuration file -> values for options.

``bundlescan.toml``, or ``[tool.bundlescan]`` in ``pyproject.toml``: the nearest one upwards from what is scanned, else
from the current folder. Its keys are the long options, so that there is nothing to keep in step: at the top for every
command that has the option, under ``find`` or ``rewrite`` for that command alone. ``paths`` stands in for PATHS, and
``[[severity]]`` has no option. Whatever is wrong is a ``TomlError`` with file, line and, for a typo, a suggestion.

What one run does (``--write``, ``--check`` …) is said on the command line only. A file that lies in the scanned folder,
not above the current one, may be a stranger's: it cannot make a run write reports.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import click

from bundlescan.policy import PathSeverity
from bundlescan.tomlfile import Document, Keys, read, suggestion

NAMES = ("bundlescan.toml", "pyproject.toml")
SECTIONS = ("find", "rewrite")
#: options that say what one run does
ACTS = frozenset({"write", "write-baseline", "check", "backup", "out-dir", "config", "no-config", "stdin-filename"})
#: parameters that are replaced together: a report's format and where it goes
TOGETHER = (frozenset({"formats", "outputs"}),)


@dataclass(frozen=True, slots=True)
class Settings:
    """``values`` by parameter name. ``root`` is the folder of the file, None without one."""

    values: Mapping[str, Any] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    severity: tuple[PathSeverity, ...] = ()
    root: str | None = None
    document: Document | None = None

    def check_rules(self, known: Sequence[str]) -> None:
        """Raises TomlError at the first rule named in the file that is not ``known``."""
        if self.document is not None:
            for keys, rule in _named_rules(self.document.table):
                if rule not in known:
                    raise self.document.error(keys, f"no rule {rule!r}: {suggestion(rule, known)}")


def settings(ctx: click.Context, paths: Sequence[str], given: str | None) -> Settings:
    """The settings for the command of ``ctx`` on ``paths``; ``given`` is the --config FILE."""
    document = _named(given) if given else nearest(paths)
    if document is None:
        return Settings()
    root = os.path.dirname(os.path.abspath(given or document.path))
    commands = ctx.find_root().command
    assert isinstance(commands, click.Group)
    options = {name: _options(command) for name, command in commands.commands.items()}
    reader = _Reader(document, root, options, ctx, trusted=bool(given) or _above_here(root))
    return replace(reader.read(ctx.command.name or ""), root=root, document=document)


def nearest(paths: Sequence[str]) -> Document | None:
    """The configuration upwards from the folder that holds all ``paths``, else from the current one."""
    real = [os.path.realpath(path) for path in paths if path != "-"]
    starts = [os.path.commonpath(real)] if real else []
    for start in (*starts, os.getcwd()):
        folder = start if os.path.isdir(start) else os.path.dirname(start)
        while True:
            for name in NAMES:
                found = _document(os.path.join(folder, name))
                if found is not None:
                    return found
            if folder == os.path.dirname(folder):
                break
            folder = os.path.dirname(folder)
    return None


def _document(path: str) -> Document | None:
    """The settings in a file; None where there is no such file, or a pyproject.toml that has none."""
    if not os.path.isfile(path):
        return None
    shown = os.path.relpath(path)
    shown = path if shown.startswith(os.path.join("..", "..", "..")) else shown
    if os.path.basename(path) != "pyproject.toml":
        return read(path, shown)
    try:
        with open(path, "rb") as file:
            if b"bundlescan" not in file.read():
                return None  # another tool's errors are not ours to report
    except OSError:
        return None
    return read(path, shown).below("tool", "bundlescan")


def _named(path: str) -> Document:
    document = read(path)
    return document.below("tool", "bundlescan") or document


def _above_here(folder: str) -> bool:
    return os.path.commonpath((folder, os.path.realpath("."))) == folder


def _options(command: click.Command) -> dict[str, click.Option]:
    return {_key(option): option for option in command.params if isinstance(option, click.Option)}


def _key(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def _named_rules(table: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    for section in ((), *((name,) for name in SECTIONS)):
        inner = table.get(section[0], {}) if section else table
        for key in ("select", "ignore"):
            value = inner.get(key, ())
            for index, rule in enumerate([value] if isinstance(value, str) else value):
                yield (*section, key, index), rule
    for number, entry in enumerate(table.get("severity", ())):
        for index, rule in enumerate(entry.get("rules", ())):
            yield ("severity", number, "rules", index), rule


@dataclass(frozen=True, slots=True)
class _Reader:
    """One document against the options of the commands."""

    document: Document
    root: str
    options: Mapping[str, Mapping[str, click.Option]]  # by command and key
    ctx: click.Context
    trusted: bool

    def read(self, command: str) -> Settings:
        """Everything is checked, whichever command runs; a command's own section goes before the top."""
        top: dict[str | None, Any] = {}
        own: dict[str | None, Any] = {}
        everywhere = {key: option for options in self.options.values() for key, option in options.items()}
        for key, value in self.document.table.items():
            if key in SECTIONS:
                inside = self._section(key, value)
                own = inside if key == command else own
            elif key not in ("paths", "severity"):
                self._known((key,), everywhere)
                for name, options in self.options.items():
                    if key in options:
                        read = self._value((key,), options[key], value)
                        top |= {options[key].name: read} if name == command else {}
        values = {name: value for name, value in {**top, **own}.items() if name is not None}
        return Settings(values, self._paths(), self._severity())

    def _section(self, name: str, table: object) -> dict[str | None, Any]:
        if not isinstance(table, dict):
            raise self.document.error((name,), f"`{name}` is a table: options for `bundlescan {name}` alone")
        options = self.options[name]
        found: dict[str | None, Any] = {}
        for key, value in table.items():
            self._known((name, key), options)
            found[options[key].name] = self._value((name, key), options[key], value)
        return found

    def _known(self, keys: Keys, options: Mapping[str, click.Option]) -> None:
        key = str(keys[-1])
        if key in ACTS:
            raise self.document.error(keys, f"`{key}` says what one run does: give it on the command line")
        if key not in options:
            known = sorted({*options, *(("paths", "severity", *SECTIONS) if len(keys) == 1 else ())} - ACTS)
            raise self.document.error(keys, f"no option `{key}`: {suggestion(key, known)}")

    def _value(self, keys: Keys, option: click.Option, value: object) -> Any:
        if problem := _mistyped(option, value):
            raise self.document.error(keys, problem)
        texts = [value] if option.multiple and isinstance(value, str) else value
        if isinstance(texts, str):
            texts = self._anchored(keys, option, texts)
        elif isinstance(texts, list):
            texts = [self._anchored(keys, option, text) for text in texts]
        try:
            return option.process_value(self.ctx, texts)
        except click.BadParameter as error:
            raise self.document.error(keys, error.message) from None

    def _anchored(self, keys: Keys, option: click.Option, text: str) -> str:
        """A path in the file is relative to the file."""
        name, equals, file = text.partition("=") if keys[-1] == "format" else ("", "", text)
        if (keys[-1] == "output" or equals) and not self.trusted:
            message = "a report is written only if the configuration lies here, above here, or is given with --config"
            raise self.document.error(keys, message)
        if equals or isinstance(option.type, click.Path):
            return name + equals + (file if file == "-" else os.path.relpath(os.path.join(self.root, file)))
        return text

    def _paths(self) -> tuple[str, ...]:
        paths = self.document.table.get("paths", [])
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise self.document.error(("paths",), "`paths` is a list of files and folders")
        return tuple(os.path.relpath(os.path.join(self.root, path)) for path in paths)

    def _severity(self) -> tuple[PathSeverity, ...]:
        entries = self.document.table.get("severity", [])
        return self.document.convert(tuple[PathSeverity, ...], ("severity",), entries)


def _mistyped(option: click.Option, value: object) -> str | None:
    """What is wrong with the type of a value, or None."""
    key = _key(option)
    if option.is_flag:
        return None if isinstance(value, bool) else f"`{key}` is true or false"
    if option.multiple:
        fits = isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))
        return None if fits else f"`{key}` is a text or a list of texts"
    if isinstance(option.type, click.types.IntParamType):
        return None if isinstance(value, int) and not isinstance(value, bool) else f"`{key}` is a number"
    return None if isinstance(value, str) else f"`{key}` is a text"
