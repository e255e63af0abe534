# The same targets for people and for CI. `make` alone lists them.

HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT
# Tests start the product hundreds of times, which should not compile it each time.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PYTHON := $(VENV)/bin/python
FLASK := $(VENV)/bin/flask
# Homebrew's libraries are not on macOS's default search path.
LIBRARIES := $(if $(filter Darwin,$(shell uname)),DYLD_FALLBACK_LIBRARY_PATH=$(shell brew --prefix)/lib:/usr/lib)

# Each language's sentences as the pages read them; English is what stands in the code.
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard toolkit/translations/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.PHONY: help setup run ready-to-test test test-wide lint format bench messages lock vendor-check clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.runtime $(CATALOGUES) ## environment, system libraries, database and shipped facts
	@setup/system pdf
	@$(LIBRARIES) $(FLASK) db upgrade
	@$(LIBRARIES) $(FLASK) data load

# The address that sheets print is the one that is served, unless another was given.
run: export BASE_URL ?= http://$(HOST):$(PORT)
run: setup ## everything above, then serve on http://HOST:PORT (127.0.0.1:8000)
	@$(LIBRARIES) $(VENV)/bin/gunicorn

# Without a browser or a PostgreSQL the tests that need one say so: skipped here, failed in CI.
# In the order of their names the long journeys come in the middle, and no core is idle at the end.
PYTEST = $(LIBRARIES) $(VENV)/bin/pytest -n 2 --dist loadgroup --no-loadscope-reorder
ready-to-test: $(VENV)/.dev $(CATALOGUES)
	@setup/system pdf
	@setup/system browser || true
	@setup/system postgres || true

test: ready-to-test ## run the tests, of each sweep a sample; ARGS="-k name" narrows them
	@$(PYTEST) -m "not wide" $(ARGS)

test-wide: ready-to-test ## run the rest of each sweep, and properties with more examples; ARGS as above
	@$(PYTEST) -m "wide or hypothesis" --hypothesis-profile wide $(ARGS)

lint: $(VENV)/.dev ## style, types, import contracts
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

format: $(VENV)/.dev ## let ruff mend what it can
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: $(VENV)/.dev ## speed and memory, as ratios in one run
	@setup/system pdf
	@setup/system browser
	@$(LIBRARIES) $(PYTHON) -m bench

# No dates and no line numbers in the catalogues, so that they change only where a sentence does.
BABEL := $(VENV)/bin/pybabel --quiet
messages: $(VENV)/.runtime ## bring the catalogues up to date with the sentences in pages and forms
	@$(BABEL) extract -F babel.cfg -k lazy_gettext --omit-header --no-wrap --sort-by-file --add-location=file \
		-o toolkit/translations/messages.pot .
	@$(BABEL) update --ignore-pot-creation-date --ignore-obsolete --no-fuzzy-matching --no-wrap \
		-i toolkit/translations/messages.pot -d toolkit/translations
	@$(MAKE) --no-print-directory $(CATALOGUES)

%.mo: %.po $(VENV)/.runtime
	@$(BABEL) compile -i $< -o $@

LOCK := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-header --no-emit-index-url --no-emit-find-links
lock: $(VENV)/.dev ## pin the versions anew after an edit of a requirements*.in
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-postgres.in -o requirements-postgres.txt
	@$(LOCK) requirements-dev.in -o requirements-dev.txt

vendor-check: $(VENV)/.runtime ## fetch the files we took from npm packages again and compare
	@$(PYTHON) setup/vendor-check

clean: ## remove the environment and caches; the database stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# Stamps: an environment is touched again only when its lock file changes.
$(VENV)/.runtime: requirements.txt $(if $(findstring postgres,$(DATABASE_URL)),$(VENV)/.postgres)
	@setup/environment requirements.txt
	@touch $@

$(VENV)/.postgres: requirements-postgres.txt
	@setup/environment requirements-postgres.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	@setup/environment requirements-dev.txt
	@touch $@
