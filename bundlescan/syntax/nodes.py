"""ESTree, the one vocabulary of everything above ``syntax``.

A ``Node`` has an ESTree ``type``, byte offsets into its file, a parent, and the ESTree fields of its type as
attributes (``node.callee``, ``node.arguments``). Fields are made when first asked for, so a megabyte bundle
costs only the nodes that the analysis walks. Which parser ran cannot be seen from here.

Deviations from the ESTree specification, for every parser alike:

* parentheses leave no node; positions are bytes; ``raw`` is not kept (slice the source);
* ``Literal`` has ``value`` (str, float, int for BigInt, bool, None) and, for a regular expression, ``regex``
  (``{"pattern", "flags"}``); ``value`` of a number is always a Python float;
* ``TemplateElement`` spans only its characters (no back-tick, no ``${``) and has ``cooked`` (str or None), ``tail``;
* ``Identifier.name`` and string values are cooked (``\\u0061`` is ``a``); lone surrogates stay as such in the str;
* ``Property``/``MethodDefinition``/``PropertyDefinition`` keep ``computed``, ``shorthand``, ``kind``, ``static``, ``method``;
* TypeScript: types leave no node, ``TSAsExpression``, ``TSSatisfiesExpression``, ``TSNonNullExpression``,
  ``TSTypeAssertion`` have ``expression``; other TypeScript-only statements are ``TSDeclaration`` without fields
  (``TSEnumDeclaration`` has ``id`` and ``members`` of ``TSEnumMember`` ``id``, ``initializer``);
* JSX as in the JSX extension of ESTree;
* text that is not JavaScript is a node of type ``Error`` whose ``body`` lists the nodes recovered inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bundlescan.source import Source, Span


@dataclass(frozen=True, slots=True)
class SyntaxIssue:
    span: Span
    message: str


Expander = Callable[["Node"], dict[str, Any]]


class Node:
    """One ESTree node; see the module docstring. Compared and hashed by identity."""

    __slots__ = ("type", "start", "end", "parent", "tree", "_raw", "_fields")

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
        """The child nodes in source order."""
        out: list[Node] = []
        for value in self.fields.values():
            if isinstance(value, Node):
                out.append(value)
            elif isinstance(value, list):
                out.extend(item for item in value if isinstance(item, Node))
        out.sort(key=lambda n: (n.start, n.end))
        return out

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


@dataclass(eq=False)
class Tree:
    """A parsed script: a whole .js file, or one inline script of an HTML/Vue/Svelte file (``span``)."""

    source: Source
    span: Span
    expand: Expander = field(repr=False)
    root: Node = field(init=False, repr=False)
    issues: tuple[SyntaxIssue, ...] = ()

    def at(self, start: int, end: int | None = None) -> Node:
        """The smallest node that covers the bytes ``[start, end)`` (one byte if ``end`` is None).

        Goes down from the root, expanding only the nodes on the way.
        """
        end = start + 1 if end is None else end
        node = self.root
        while True:
            for child in node.children():
                if child.start <= start and end <= child.end:
                    node = child
                    break
            else:
                return node
