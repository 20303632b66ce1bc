# Two commands: `make run` starts the bot, `make test` runs every check. Both set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
CHROMIUM := /usr/bin/chromium
INITDB := $(or $(shell command -v initdb),$(lastword $(wildcard /usr/lib/postgresql/*/bin/initdb)),/usr/lib/postgresql)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup run test bench chaos fuzz audit format lint types layers content check-tests lock clean

help:
	@echo "make run     set up and run the bot (with TELEGRAM_BOT_TOKEN: Telegram; without: a chat in this terminal)"
	@echo "make test    set up and run every check"
	@echo "make bench   measure how well and how fast questions are understood, beside rapidfuzz, BM25 and TF-IDF"
	@echo "make chaos   kill the bot a hundred times under load, let all that it needs fail, and count what was not answered"
	@echo "make fuzz    bring the bot a million hostile updates, and count what became of them"
	@echo "make audit   look for known holes in what the bot depends on (asks the package index)"
	@echo "make setup   the set-up that both share"
	@echo "make format  put the code in its format"
	@echo "make lock    resolve the dependencies anew into the two lock files"
	@echo "make clean   take away what the set-up and the checks made"

setup: $(RUNTIME)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Nuancebot needs Python 3.11 or newer; name it: make run PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --no-deps --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME)
	$(PIP) install --no-deps --require-hashes --requirement requirements-dev.lock
	@touch $@

run: $(RUNTIME)
	@$(BIN)/nuancebot run

test: lint types layers content check-tests

lint: $(DEVELOPMENT)
	$(BIN)/hadolint Dockerfile
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEVELOPMENT)
	$(BIN)/mypy

layers: $(DEVELOPMENT)
	$(BIN)/lint-imports --no-cache

content: $(RUNTIME)
	$(BIN)/nuancebot kb lint

check-tests: $(DEVELOPMENT) $(CHROMIUM) $(INITDB)
	$(BIN)/python -m pytest

# The pages are tested in a real browser, which is no Python package.
$(CHROMIUM):
	@[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		|| { echo "The tests need Chromium at $(CHROMIUM): sudo apt-get install chromium"; exit 1; }
	apt-get update --quiet=2
	DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends chromium fonts-dejavu-core

# What is kept is tested on both databases; the tests run a server of their own.
/usr/lib/postgresql:
	@[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		|| { echo "The tests need PostgreSQL's programs: sudo apt-get install postgresql"; exit 1; }
	apt-get update --quiet=2
	DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends postgresql

bench: $(DEVELOPMENT) $(INITDB)
	$(BIN)/nuancebot kb evaluate --against rapidfuzz bm25 tfidf
	$(BIN)/python tests/benchmarks/signals.py
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/clinc150.py
	$(BIN)/python -m tests.benchmarks.gaps
	$(BIN)/python tests/benchmarks/updates.py
	$(BIN)/python -m tests.benchmarks.running
	$(BIN)/python -m tests.benchmarks.teaching --pack social-credit

chaos: $(DEVELOPMENT) $(INITDB)
	$(BIN)/python tests/benchmarks/chaos.py

fuzz: $(DEVELOPMENT)
	$(BIN)/python tests/benchmarks/fuzz.py

audit: $(DEVELOPMENT)
	$(BIN)/uv tool run pip-audit --requirement requirements.lock --disable-pip --no-deps --strict

format: $(DEVELOPMENT)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(DEVELOPMENT)
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --constraints requirements.lock --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
