from collections.abc import ItemsView
from typing import Any

class Node:
    type: str
    range: list[int]
    def items(self) -> ItemsView[str, Any]: ...
    def __getattr__(self, name: str) -> Any: ...
