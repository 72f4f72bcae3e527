"""Where the rule files are: ``rules/`` inside the installed package, else beside the checkout.

An editable install reads the package from the checkout, where ``rules/`` stands next to it.
"""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """The folder that holds ``<rule-id>.toml``, ``<rule-id>.md`` and ``clients/``.

    Raises FileNotFoundError where the installation lacks it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"rules/ is missing from the installation at {package}")
