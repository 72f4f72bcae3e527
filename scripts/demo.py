"""The demo: find the hardcoded port in a bundle shaped like the first report's, rewrite it into a temporary folder,
find again. Exits 0 only if the whole did what it should."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = "tests/fixtures/demo"


def bundlescan(*arguments: str, expect: int) -> None:
    """Run the tool as a person would and show what it prints."""
    print(f"\n$ bundlescan {' '.join(arguments)}", flush=True)
    code = subprocess.run([sys.executable, "-m", "bundlescan", *arguments], cwd=ROOT, check=False).returncode
    print(f"(exit code {code})", flush=True)
    if code != expect:
        sys.exit(f"demo: exit code {code} where {expect} was expected")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bundlescan-demo-") as folder:
        rewritten = Path(folder) / "rewritten"
        bundlescan("find", FIXTURE, expect=1)
        bundlescan("rewrite", "--same-origin", FIXTURE, "--out-dir", str(rewritten), expect=0)
        bundlescan("find", str(rewritten), expect=0)
        bundlescan("rewrite", "--same-origin", "--check", str(rewritten), expect=0)
        old, new = ((Path(place) / "assets/index-B7kQx2Zr.js").read_text() for place in (ROOT / FIXTURE, rewritten))
    if new != old.replace('"9000"', "location.port", 1):
        sys.exit("demo: the rewrite changed something else than the port")
    print('\nThe only difference between the two bundles: "9000" is now location.port.')


if __name__ == "__main__":
    main()
