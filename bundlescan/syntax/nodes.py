"""ESTree, the one vocabulary of everything above ``syntax``.

A ``Node`` has an ESTree ``type``, byte offsets into its file, a parent, and the ESTree fields of its type as
attributes (``node.callee``, ``node.arguments``). Fields are made when first asked for, so a megabyte bundle
costs only the nodes that the analysis walks. Which parser ran cannot be seen from here.

Deviations from the ESTree specification, for every parser alike:

* two fields share their name with something every node has, so they are read with ``get``: ``get("source")`` is the
  module name of an import or export (``node.source`` is the file), ``get("children")`` what is inside a JSX element;
* parentheses leave no node; positions are bytes; ``raw`` is not kept (slice the source);
* ``Program`` spans the whole script, comments and white space at both ends included; its ``sourceType`` is
  ``"module"`` if it has an import or export declaration;
* ``Literal`` has ``value`` (str, float, int for BigInt, bool, None) and, for a regular expression, ``regex``
  (``{"pattern", "flags"}``); ``value`` of a number is always a Python float;
* ``TemplateElement`` spans only its characters (no back-tick, no ``${``) and has ``cooked`` (str or None), ``tail``;
* ``Identifier.name`` and string values are cooked (``\\u0061`` is ``a``); lone surrogates stay as such in the str;
* ``Property``/``MethodDefinition``/``PropertyDefinition`` keep ``computed``, ``shorthand``, ``kind``, ``static``,
  ``method``; the key and the value of a shorthand property are two nodes with one span, so are the two names of
  ``import {a}``;
* a ``PropertyDefinition`` includes its semicolon; directives are plain ``ExpressionStatement``;
  import attributes are dropped; decorators are kept in ``decorators`` where there are any;
* TypeScript: types leave no node, ``TSAsExpression``, ``TSSatisfiesExpression``, ``TSNonNullExpression``,
  ``TSTypeAssertion``, ``TSInstantiationExpression`` have ``expression``; other TypeScript-only statements are
  ``TSDeclaration`` without fields (``TSEnumDeclaration`` has ``id`` and ``members`` of ``TSEnumMember`` ``id``,
  ``initializer``; ``TSModuleDeclaration``, a namespace, has ``id`` and ``body``);
* JSX as in the JSX extension of ESTree;
* text that is not JavaScript is a node of type ``Error`` whose ``body`` lists the nodes recovered inside it. It
  stands in the statement list it was found in, else in an extra field ``errors`` of the node around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any

from bundlescan.source import Source, Span


@dataclass(frozen=True, slots=True)
class SyntaxIssue:
    span: Span
    message: str


Expander = Callable[["Node"], dict[str, Any]]

_position = attrgetter("start", "end")
_start = attrgetter("start")


class Node:
    """One ESTree node; see the module docstring. Compared and hashed by identity."""

    __slots__ = ("_children", "_fields", "_raw", "end", "parent", "start", "tree", "type")

    type: str
    start: int
    end: int
    parent: Node | None
    tree: Tree

    def __init__(self, type: str, start: int, end: int, parent: Node | None, tree: Tree, raw: Any) -> None:
        self.type = type
        self.start = start
        self.end = end
        self.parent = parent
        self.tree = tree
        self._raw = raw
        self._fields: dict[str, Any] | None = None
        self._children: list[Node] | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """The ESTree fields of this node by name: Node, list of Node and None, str, bool, number or None."""
        if self._fields is None:
            self._fields = self.tree.expand(self)
            self._raw = None
        return self._fields

    def __getattr__(self, name: str) -> Any:
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(f"{self.type} has no field {name!r}") from None

    def get(self, name: str) -> Any:
        """The field, or None where this type of node has no such field."""
        return self.fields.get(name)

    def children(self) -> list[Node]:
        """The child nodes in source order. Do not change the list."""
        if self._children is None:
            out: list[Node] = []
            for value in self.fields.values():
                if isinstance(value, Node):
                    out.append(value)
                elif isinstance(value, list):
                    out.extend(item for item in value if item is not None)
            if len(out) > 1:
                out.sort(key=_position)
            self._children = out
        return self._children

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def source(self) -> Source:
        return self.tree.source

    @property
    def text(self) -> str:
        return self.tree.source.text(Span(self.start, self.end))

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __repr__(self) -> str:
        return f"<{self.type} {self.start}:{self.end}>"


def _no_issues() -> tuple[SyntaxIssue, ...]:
    return ()


@dataclass(eq=False)
class Tree:
    """A parsed script: a whole .js file, or one inline script of an HTML/Vue/Svelte file (``span``)."""

    source: Source
    span: Span
    expand: Expander = field(repr=False)
    find_issues: Callable[[], tuple[SyntaxIssue, ...]] = field(default=_no_issues, repr=False)
    language: str = "js"
    root: Node = field(init=False, repr=False)

    @cached_property
    def issues(self) -> tuple[SyntaxIssue, ...]:
        """The places that are not JavaScript, outermost only, in source order."""
        return self.find_issues()

    def at(self, start: int, end: int | None = None) -> Node:
        """The smallest node that covers the bytes ``[start, end)`` (one byte if ``end`` is None).

        Goes down from the root, expanding only the nodes on the way. Of two nodes with one span, the value of a
        shorthand property and the local name of an import or export are found, not the key or the other name.
        """
        end = start + 1 if end is None else end
        node = self.root
        while True:
            children = node.children()
            index = bisect_right(children, start, key=_start) - 1
            if index < 0 or children[index].end < end:
                return node
            node = children[index]
