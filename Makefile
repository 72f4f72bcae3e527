# One command each, from a fresh clone: `make demo`, `make test`, `make lint`, `make types`, `make docs`, `make bench`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types docs bench matrix clean

demo: .venv/.installed
	$(BIN)/python scripts/demo.py

# The end-to-end tests need nginx, Chromium and Node; without them they are skipped, and one line says so.
# BUNDLESCAN_REQUIRE_E2E=1 makes that a failure.
test: .venv/.installed
	$(BIN)/python -m pytest -n auto

lint: .venv/.installed
	$(BIN)/ruff check .

types: .venv/.installed
	$(BIN)/mypy

# A warning is an error: a link to nothing, code that is not in its language. Fresh, as pages are made of the program.
docs: .venv/.installed
	$(BIN)/python -m sphinx --builder html --fresh-env --fail-on-warning --keep-going --quiet docs docs/_build/html
	@echo docs/_build/html/index.html

bench: .venv/.installed
	$(BIN)/python -m benchmarks

# Every case through every bundler, executed before and after the rewrite: an hour or so.
matrix: .venv/.installed
	$(BIN)/python -m tests.matrix --write-docs

# pip before 25.1 does not know dependency groups, so it comes first.
.venv/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group test --group lint --group docs
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache docs/_build docs/reference
