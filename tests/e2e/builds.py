"""The apps of ``apps/`` as their users' machines serve them: built by Vite, minified, one folder per variant."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.toolchain import vite_build

APPS = Path(__file__).parent / "apps"


@dataclass(frozen=True)
class Variant:
    """How a build differs from ``vite build``. ``vite-rollup`` is the last Vite that minified with esbuild."""

    vite: str = "vite"
    target: str | None = None
    env: dict[str, str] = field(default_factory=dict)

    @property
    def arguments(self) -> list[str]:
        return ["--target", self.target] if self.target else []


VARIANTS = {
    "es2015": Variant(target="es2015"),
    "default": Variant(),
    "port9001": Variant(target="es2015", env={"VITE_SOCKET_PORT": "9001"}),
    "rollup": Variant(vite="vite-rollup", target="es2015"),
}


def build(app: str, variant: str) -> Path:
    """The dist folder of ``app`` ("raven", "crm"), built once."""
    how = VARIANTS[variant]
    return vite_build(APPS, app, vite=how.vite, arguments=how.arguments, env=how.env)
