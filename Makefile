# Everything has a recipe of one line or two. `make demo` and `make test` are all anyone needs.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -W error::UserWarning -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# these need no database; `check` has run them
PURE := rules architecture
# what PostgreSQL may answer otherwise: a page looks the same whatever holds its rows, and adapters know no database
ON_POSTGRES := --ignore=tests/adapters -m "database and not browser"

.DEFAULT_GOAL := help
.PHONY: help demo test check lock messages bench clean

help:  ## What can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: .venv/ran  ## Set up, play the fictional town of Qinghe to the middle of its session, serve it
	$(BIN)/python tools/need_fonts.py --if-missing
	$(BIN)/huitang demo

test: .venv/dev check  ## Set up and test everything: SQLite, PostgreSQL, a real browser, a real LibreOffice
	$(BIN)/python -m tools.need_browser
	$(BIN)/python tools/need_fonts.py
	$(BIN)/python -m tools.need_office
	$(BIN)/python -m tools.need_minisign
	$(BIN)/python -m tools.need_nginx
	$(PYTEST) tests $(PURE:%=--ignore=tests/%)
	$(BIN)/python tools/with_postgres.py $(PYTEST) tests $(PURE:%=--ignore=tests/%) $(ON_POSTGRES)

check: .venv/dev  ## The fast path: form, types, architecture, rules
	$(BIN)/ruff format --check src tests tools bench hatch_build.py
	$(BIN)/ruff check src tests tools bench hatch_build.py
	$(BIN)/djade --check $$(git ls-files '*.html')
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/huitang makemigrations --check --dry-run
	$(PYTEST) $(PURE:%=tests/%)

messages: .venv/dev  ## Bring the English catalogue up to date with the pages
	$(BIN)/python tools/messages.py

bench: .venv/dev  ## Measure the deeds at the desk, a whole rehearsal, a case of 10,000 ballots, two hundred towns
	$(BIN)/python bench/desk.py
	$(BIN)/python bench/decide.py
	$(BIN)/python bench/pack.py
	$(BIN)/python bench/proofread.py
	$(BIN)/python bench/verify.py
	$(BIN)/python bench/portal.py
	$(BIN)/python bench/towns.py

lock: .venv/dev  ## Pin the dependencies again: names, versions, hashes
	for name in build runtime dev; do uv pip compile --universal --generate-hashes --no-header \
	  --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; done

clean:  ## Remove what was made; the office's records in var/ stay
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/made:
	$(PYTHON) tools/need_python.py
	$(PYTHON) -m venv .venv
	touch $@

.venv/ran: .venv/made requirements/runtime.txt requirements/build.txt pyproject.toml hatch_build.py $(wildcard src/huitang/web/frame/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/ran requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@
