# Two commands to know: `make demo` and `make test`. `make help` lists all. Written for GNU make 3.81 and later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Stamps of work done: made again only when what they stand on is newer.
INSTALLED := $(VENV)/.installed
PACKS := $(VENV)/.packs
LANGUAGES := en es ru
# Read by the tests alone.
TEST_PACKS := $(VENV)/.test-packs
TEST_LANGUAGES := fr
SHELL := /bin/bash
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Numeric libraries would start a thread for each core in each of our own processes.
OMP_NUM_THREADS ?= 1
export OMP_NUM_THREADS

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install packs browser demo test check fix format lint types docs floor lock bench wheel clean

help: ## list what can be made
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "habeas needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which to use: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "$(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(INSTALLED): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing the pinned dependencies into $(VENV) (one to four minutes, 0.9 GB on disk) ..."
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

install: $(INSTALLED) ## make .venv and install habeas with all it needs

$(PACKS): src/habeas/syntax/packs.py | $(INSTALLED)
	@$(BIN)/habeas languages add --yes $(LANGUAGES)
	@touch $@

$(TEST_PACKS): src/habeas/syntax/packs.py | $(INSTALLED)
	@$(BIN)/habeas languages add --yes $(TEST_LANGUAGES)
	@touch $@

packs: $(INSTALLED) $(PACKS) ## install the language packs

browser: $(INSTALLED) ## find a Chromium, or install one
	@$(BIN)/python tests/browsers.py

demo: $(INSTALLED) $(PACKS) ## the sample reports, read into a ledger and served on this machine
	@$(BIN)/habeas demo --yes

test: $(INSTALLED) $(PACKS) $(TEST_PACKS) browser ## all tests; gets the language packs, PostgreSQL and a browser where they lack
	@$(BIN)/python -m pytest $(ARGS)

check: format lint types docs floor ## format, lint, types, docs and the reader's floor

format: $(INSTALLED)
	@$(BIN)/ruff format --check .

lint: $(INSTALLED)
	@$(BIN)/ruff check .

types: $(INSTALLED)
	@$(BIN)/mypy
	@$(BIN)/mypy evaluation/score.py bench docs/check.py tests/browsers.py tools

docs: $(INSTALLED) $(PACKS)
	@$(BIN)/python docs/check.py

floor: $(INSTALLED) $(PACKS)
	@$(BIN)/python evaluation/score.py --check

fix: $(INSTALLED) ## put the format right, and the lint that can be put right by itself
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: ## pin the newest dependencies that pyproject.toml allows, with hashes
	@$(MAKE) --no-print-directory $(BIN)/python
	@test -x build/lock/bin/uv || { $(BIN)/python -m venv build/lock && build/lock/bin/pip install --quiet uv; }
	@build/lock/bin/uv --no-config pip compile pyproject.toml --extra postgres --group dev --universal --upgrade \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  --quiet --output-file requirements.lock

bench: $(INSTALLED) $(PACKS) ## how fast it reads, as ratios to the work that cannot be avoided
	@status=0; $(BIN)/python bench/extraction.py || status=1; $(BIN)/python bench/reading.py $(ARGS) || status=1; \
	  $(BIN)/python bench/hostile.py || status=1; exit $$status

wheel: $(INSTALLED) ## build the wheel into dist/
	@rm -rf dist
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

clean: ## remove all that was made, the ledger of your own excepted
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
