"""``python -m bundlescan`` is the command ``bundlescan``."""

from bundlescan.cli import run

if __name__ == "__main__":
    run()
