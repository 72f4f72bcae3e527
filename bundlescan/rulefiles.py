"""Where the rule files are: ``rules/`` inside the installed package, else beside the checkout.

An editable install reads the package from the checkout, where ``rules/`` stands next to it.
"""

from __future__ import annotations

import tomllib
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


def rule_page(rule_id: str) -> str:
    """The Markdown page of a built-in rule; without one, its title and severity. Raises KeyError for other ids."""
    severity, title = {known: (severity, title) for known, severity, title in rule_table()}[rule_id]
    page = rules_folder() / f"{rule_id}.md"
    return page.read_text(encoding="utf-8") if page.is_file() else f"# {rule_id}\n\n{title} ({severity}).\n"


def rule_table() -> list[tuple[str, str, str]]:
    """Every built-in rule: its id, its severity and its title, sorted by id."""
    rules = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in rules_folder().glob("*.toml")}
    return [(rule_id, rule["severity"], rule["title"]) for rule_id, rule in sorted(rules.items())]
