# The README's two commands are `make demo` and `make test`; each works alone on a fresh checkout.
PYTHON ?= python3
BIN := .venv/bin
BENCH := .venv-bench/bin
TOOLS := .venv-tools/bin
NODE := tests/contract/node/node_modules
FROZEN := .venv-frozen/bin
SOURCES := src codegen tests examples benchmarks
SOURCES := $(wildcard $(SOURCES))

# The environment of whoever calls make must not leak credentials or addresses into a run: what begins
# with the name of a platform, which is its document's.
PLATFORMS := $(shell cd openapi && ls *.yaml | sed 's/\.yaml$$//' | tr a-z A-Z)
unexport $(filter $(addsuffix _%,$(PLATFORMS)),$(.VARIABLES))

# The documents as other tools can read them: put together, and written out in full.
BUNDLED := src/commerce_sdk/sandbox/documents/*.json

.PHONY: demo test lint types document check-generated generate contract pyright sandbox faults troubles certainty kills planted mutants mutants-sample frozen bench spec-diff units requirements clean

demo: .venv/ready
	@$(BIN)/python -m examples.demo

# The steps that take one core each run side by side; the tests then take all there are, and begin with
# what the type checker knows.
test: .venv/ready .venv-tools/ready
	@$(MAKE) --no-print-directory --jobs=2 lint document check-generated types
	@$(MAKE) --no-print-directory units

lint: .venv/ready
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types: .venv/ready
	$(BIN)/mypy
	$(BIN)/mypy --strict tests/typing tests/shop examples
	$(BIN)/python -m tests.typing

document: .venv/ready
	$(BIN)/openapi-spec-validator $(BUNDLED)
	$(BIN)/python -m codegen.lint
	$(BIN)/python -m codegen.diff --check
	$(BIN)/python -m codegen.api_page --check

generate: .venv/ready .venv-tools/ready
	$(TOOLS)/python -m codegen.generate
	$(BIN)/python -m codegen.api_page

check-generated: .venv-tools/ready
	$(TOOLS)/python -m codegen.generate --check

# A process for each core; the tests of a file stay together, for some share what is dear to make.
units: .venv/ready .venv-tools/ready
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

contract: .venv/ready $(NODE)/ready
	REDOCLY_TELEMETRY=off $(NODE)/.bin/redocly lint $(BUNDLED)
	$(BIN)/python -m pytest tests/contract/prism --prism
	$(BIN)/python -m pytest tests/contract/test_schemathesis.py --cases=100

# What `make types` asks basedpyright, of pyright itself.
pyright: .venv/ready $(NODE)/ready
	$(BIN)/python -m tests.typing $(NODE)/.bin/pyright

sandbox: .venv/ready
	@$(BIN)/python -m commerce_sdk.sandbox $(ARGS)

# Breaks every kind of call in every way, and writes docs/faults.md.
faults: .venv/ready
	$(BIN)/python -m tests.runtime.fault_table

# Puts the Redis of a shared limit in every trouble, and writes docs/limits_under_trouble.md.
troubles: .venv/ready
	$(BIN)/python -m tests.runtime.limits.redis.trouble_table $(ARGS)

# Writes docs/certainty.md from the state machine of a write.
certainty: .venv/ready
	$(BIN)/python -m tests.runtime.retries.certainty_table

# Kills the process of a journey, at every point and at any moment, and sees what came of it.
kills: .venv/ready
	$(BIN)/python -m tests.journeys.kills $(ARGS)

# Plants bugs, one at a time, and fails where the tests that it names stay green.
planted: .venv/ready
	$(BIN)/python -m tests.planted $(BUGS)

# Changes the sources one spot at a time, and fails for what no test notices and nothing excuses.
mutants: .venv/ready .venv-tools/ready
	$(BIN)/python -m tests.mutants $(ARGS)

# The same of one module, by its own quick tests; a minute.
mutants-sample: .venv/ready
	$(BIN)/python -m tests.mutants money --tests tests/ground

# Freezes a program that uses every public name with PyInstaller, and runs it.
frozen: .venv-frozen/ready
	@$(FROZEN)/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps --no-build-isolation .
	@env -u PYTHONPATH $(FROZEN)/python -m tests.deployed.frozen

# What changed in the documents since REV (left out: the newest release), and what of it breaks.
spec-diff: .venv/ready
	@$(BIN)/python -m codegen.diff $(REV)

# Measures the SDK side by side with its peers, and writes docs/benchmarks.md. Wants a quiet machine;
# java 17 for one of the peers, which is left out without it.
bench: .venv-bench/ready
	PYTHONPATH=.venv-bench/peers:.venv-bench/peers/oag $(BENCH)/python -m benchmarks

# Needs uv. Rewrites the pinned, hashed requirements from the short lists beside them.
requirements:
	for name in dev tools bench frozen; do uv pip compile --quiet --universal --python-version 3.11 \
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

$(NODE)/ready: tests/contract/node/package-lock.json
	@command -v npm >/dev/null || { echo "this needs node 20 or later, with npm"; exit 1; }
	cd tests/contract/node && npm ci --no-audit --no-fund --silent
	@touch $@

.venv-frozen/ready: requirements/dev.txt requirements/frozen.txt
	@echo "setting up .venv-frozen, with PyInstaller (once; about a minute) ..."
	@$(PYTHON) -m venv --clear .venv-frozen
	@$(FROZEN)/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/dev.txt -r requirements/frozen.txt
	@touch $@

# The benchmarks measure one platform's client; this is its document.
MEASURED := src/commerce_sdk/sandbox/documents/commerce.json

.venv-bench/ready: requirements/bench.txt pyproject.toml $(MEASURED)
	@echo "setting up .venv-bench, with the clients to compare with (once) ..."
	@$(PYTHON) -m venv --clear .venv-bench
	@$(BENCH)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@$(BENCH)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@echo 'post_hooks: []' > .venv-bench/peers.yaml
	@$(BENCH)/openapi-python-client generate --path $(MEASURED) --meta none --overwrite \
		--output-path .venv-bench/peers/stock --config .venv-bench/peers.yaml > .venv-bench/stock.log 2>&1
	@if command -v java > /dev/null; then $(BENCH)/openapi-generator-cli generate --skip-validate-spec \
		-i $(MEASURED) -g python -o .venv-bench/peers/oag \
		--additional-properties=library=asyncio,packageName=oag > .venv-bench/oag.log 2>&1; fi
	@touch $@

clean:
	rm -rf .venv .venv-tools .venv-bench .venv-frozen .mypy_cache .pytest_cache .ruff_cache .hypothesis
