"""TOML files that people write: read, validated, and a place for everything that is wrong.

In: a file. Out: a ``Document``, its table as plain values or as a msgspec type; else a ``TomlError`` whose text is
``path:line: what is wrong, and what may have been meant``. The line is looked for only when there is something to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from msgspec import inspect
    from tree_sitter import Node

_T = TypeVar("_T")
Keys = tuple[str | int, ...]  # the way to a value: keys of tables, indices of lists


class TomlError(Exception):
    """A file that cannot be used; the text names file, line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Document:
    """``path`` as messages name it; ``table`` is what stands below the keys ``prefix``."""

    path: str
    data: bytes = field(repr=False)
    table: dict[str, Any]
    prefix: Keys = ()

    def below(self, *keys: str) -> Document | None:
        """The table below ``keys``; None where there is none."""
        table: Any = self.table
        for key in keys:
            table = table.get(key) if isinstance(table, dict) else None
        return Document(self.path, self.data, table, self.prefix + keys) if isinstance(table, dict) else None

    def error(self, keys: Keys, message: str) -> TomlError:
        """``message`` as an error at the value that ``keys`` lead to."""
        return TomlError(f"{self.path}:{_line(self.data, self.prefix + keys)}: {message}")

    def convert(self, kind: type[_T], keys: Keys = (), value: Any = None) -> _T:
        """The table (or ``value``, which stands at ``keys`` in it) as a ``kind`` of msgspec. Raises TomlError."""
        import msgspec

        try:
            return msgspec.convert(self.table if value is None else value, kind)
        except msgspec.ValidationError as error:
            raise self._explained(str(error), kind, keys) from None

    def _explained(self, message: str, kind: type[Any], keys: Keys) -> TomlError:
        from msgspec import inspect

        message, _, place = message.partition(" - at `$")
        way = tuple(int(i) if i else name for i, name in re.findall(r"\[(\d+)\]|\.([^.\[`]+)", place))
        named = re.search(r"unknown field `(.*)`|Invalid enum value '(.*)'", message)
        if named:
            allowed = _allowed(inspect.type_info(kind), way)
            unknown, way = (named[1], (*way, named[1])) if named[1] is not None else (named[2], way)
            what = f"no key `{unknown}` here" if named[1] is not None else f"{unknown!r} cannot stand here"
            message = f"{what}: {suggestion(unknown, allowed)}"
        else:
            message = re.sub(r"^Object missing required field", "missing here:", message)
            message = message[0].lower() + message[1:]
        return self.error(keys + way, message)


def read(path: str, shown: str | None = None) -> Document:
    """The document at ``path``, in messages called ``shown``. Raises TomlError."""
    shown = shown or path
    try:
        data = Path(path).read_bytes()
        return Document(shown, data, tomllib.loads(data.decode("utf-8")))
    except OSError as error:
        raise TomlError(f"{shown}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise TomlError(f"{shown}:{line}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        text = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error), re.DOTALL)
        at = (text and text[2]) or data.count(b"\n") + 1
        raise TomlError(f"{shown}:{at}: is not TOML: {text[1] if text else error}") from None


def suggestion(word: str, known: Iterable[str]) -> str:
    """``did you mean …?``, or what there is."""
    known = list(known)
    near = get_close_matches(word, known, 1) or get_close_matches(word.replace("_", "-"), known, 1)
    return f"did you mean {near[0]}?" if near else f"there is {', '.join(known)}"


def _allowed(kind: inspect.Type, way: Sequence[str | int]) -> list[str]:
    """The keys or values that can stand at ``way`` in a value of a type."""
    from msgspec import inspect

    if isinstance(kind, inspect.UnionType):
        return [name for option in kind.types for name in _allowed(option, way)]
    if isinstance(kind, inspect.StructType):
        if not way:
            return [member.encode_name for member in kind.fields]
        return [n for member in kind.fields if member.encode_name == way[0] for n in _allowed(member.type, way[1:])]
    if way and isinstance(kind, (inspect.VarTupleType, inspect.ListType)):
        return _allowed(kind.item_type, way[1:])
    if isinstance(kind, inspect.LiteralType):
        return [str(value) for value in kind.values]
    return [str(member.value) for member in kind.cls] if isinstance(kind, inspect.EnumType) else []


# ---- lines ----


def _line(data: bytes, keys: Keys) -> int:
    """The line (1-based) of what ``keys`` lead to, or of the innermost table around it that is there."""
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
    lines: dict[Keys, int] = {(): 1}
    counts: dict[Keys, int] = {}  # lists of tables: how many there are so far
    for node in root.named_children:
        if node.type == "pair":
            _note(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            header, *pairs = [child for child in node.named_children if child.type != "comment"]
            way: Keys = ()
            for name in _names(header):
                way += (name,)
                lines.setdefault(way, header.start_point.row + 1)
                if way in counts:
                    way += (counts[way] - 1,)
            if node.type == "table_array_element":
                way = way[:-1] if isinstance(way[-1], int) else way
                counts[way] = counts.get(way, 0) + 1
                way += (counts[way] - 1,)
            lines[way] = header.start_point.row + 1
            for pair in pairs:
                _note(pair, way, lines)
    return next(lines[keys[:length]] for length in range(len(keys), -1, -1) if keys[:length] in lines)


def _note(node: Node, way: Keys, lines: dict[Keys, int]) -> None:
    """The lines of a pair, or of a value at ``way``, and of all inside it."""
    if node.type == "pair":
        key, value = [child for child in node.named_children if child.type != "comment"][:2]
        for name in _names(key):
            way += (name,)
            lines.setdefault(way, node.start_point.row + 1)
        _note(value, way, lines)
    elif node.type == "inline_table":
        for pair in node.named_children:
            _note(pair, way, lines)
    elif node.type == "array":
        for index, item in enumerate(child for child in node.named_children if child.type != "comment"):
            lines[(*way, index)] = item.start_point.row + 1
            _note(item, (*way, index), lines)


def _names(key: Node) -> list[str]:
    parts = _names_of_dotted(key) if key.type == "dotted_key" else [key]
    texts = ((part.text or b"").decode("utf-8", "replace") for part in parts)
    return [str(tomllib.loads(f"k={t}")["k"]) if t[:1] in "\"'" else t for t in texts]


def _names_of_dotted(key: Node) -> list[Node]:
    return [
        n for child in key.named_children for n in (_names_of_dotted(child) if child.type == "dotted_key" else [child])
    ]
