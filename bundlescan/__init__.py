"""Finds hardcoded ports in built frontend bundles' socket URLs and rewrites them to the page's own origin."""

from bundlescan._version import __version__

__all__ = ["__version__"]
