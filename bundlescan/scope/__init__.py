"""ESTree -> scopes: which declaration an identifier means, and where a declaration is used."""

from bundlescan.scope.analyze import Scopes
from bundlescan.scope.model import FUNCTIONS, Binding, Scope

__all__ = ["FUNCTIONS", "Binding", "Scope", "Scopes"]
