"""What bundlescan calls of esprima-fork, which ships no types."""

from collections.abc import Mapping
from typing import Any

from esprima import nodes as nodes

class Error(Exception):
    message: str
    index: int | None

def parseScript(code: str, options: Mapping[str, Any] | None = None) -> nodes.Node: ...
def parseModule(code: str, options: Mapping[str, Any] | None = None) -> nodes.Node: ...
