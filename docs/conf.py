"""The site that `make docs` builds. Warnings are errors there, so a link to nothing fails the build."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

from bundlescan import __version__  # noqa: E402

project = "bundlescan"
author = "bundlescan contributors"
copyright = author
release = __version__

extensions = ["myst_parser", "sphinx_click", "rules_reference"]
exclude_patterns = ["_build"]
nitpicky = True
smartquotes = False  # in a text about options, -- is two hyphens
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"bundlescan {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
pygments_style = "friendly"
pygments_dark_style = "monokai"
