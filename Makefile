# The README's two commands are `make demo` and `make test`; each works alone on a fresh checkout.
PYTHON ?= python3
BIN := .venv/bin
TOOLS := .venv-tools/bin
SOURCES := src openapi tests examples benchmarks
SOURCES := $(wildcard $(SOURCES))

# The environment of whoever calls make must not leak credentials or addresses into a run.
unexport COMMERCE_TOKEN COMMERCE_EMAIL COMMERCE_TRANSACTION_ACCOUNT COMMERCE_BASE_URL

.PHONY: demo test lint types document check-generated generate contract sandbox faults spec-diff units requirements clean

demo: .venv/ready
	@$(BIN)/python -m examples.demo

test: lint document check-generated types units

lint: .venv/ready
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types: .venv/ready
	$(BIN)/mypy
	$(BIN)/mypy --strict tests/typing examples

document: .venv/ready
	$(BIN)/openapi-spec-validator openapi/commerce.yaml
	$(BIN)/python openapi/lint.py
	$(BIN)/python openapi/diff.py --check
	$(BIN)/python openapi/api_page.py --check

generate: .venv/ready .venv-tools/ready
	$(TOOLS)/python openapi/generate.py
	$(BIN)/python openapi/api_page.py

check-generated: .venv-tools/ready
	$(TOOLS)/python openapi/generate.py --check

units: .venv/ready .venv-tools/ready
	$(BIN)/pytest

contract: .venv/ready
	@command -v npm >/dev/null || { echo "make contract needs node 20 or later, with npm"; exit 1; }
	cd tests/contract/node && npm ci --no-audit --no-fund --silent
	REDOCLY_TELEMETRY=off tests/contract/node/node_modules/.bin/redocly lint openapi/commerce.yaml
	$(BIN)/python -m pytest tests/contract/prism --prism

sandbox: .venv/ready
	@$(BIN)/python -m commerce_sdk.sandbox $(ARGS)

# Breaks every kind of call in every way, and writes docs/faults.md.
faults: .venv/ready
	$(BIN)/python -m tests.runtime.fault_table

# What changed in the document since REV (left out: the newest release), and what of it breaks.
spec-diff: .venv/ready
	@$(BIN)/python openapi/diff.py $(REV)

# Needs uv. Rewrites the pinned, hashed requirements from the short lists beside them.
requirements:
	for name in dev tools; do uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade \
		requirements/$$name.in -o requirements/$$name.txt; done

.venv/ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed: make PYTHON=python3.11 ..."; exit 1; }
	@echo "setting up .venv (once; about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv-tools/ready: requirements/tools.txt
	@echo "setting up .venv-tools, the code generator's own environment (once) ..."
	@$(PYTHON) -m venv --clear .venv-tools
	@.venv-tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

clean:
	rm -rf .venv .venv-tools .mypy_cache .pytest_cache .ruff_cache .hypothesis
