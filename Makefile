# Two commands do everything on Debian and Ubuntu: make demo, make test. `make` alone lists the others.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BIN := .venv/bin
STAMP := .venv/set-up.stamp
DEMO := build/demo
WPL := $(BIN)/wpl-desktop --data-dir $(DEMO)/profile
# The platform without a screen says this of every window with a smallest size.
QUIET := grep -v 'This plugin does not support' >&2 || true
PROBE := import sys; from PySide6.QtGui import QGuiApplication; sys.exit(QGuiApplication([]).primaryScreen() is None)

.PHONY: help setup system demo run test longtest lint screenshots translations lock benchmark build clean

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: system $(STAMP)  ## system libraries if missing, and the program with all it needs in .venv

system:
	@tools/set_up.sh system

$(STAMP): requirements.lock pyproject.toml | system
	@tools/set_up.sh python
	@touch $@

# A screen counts when Qt can open it (DISPLAY may be left over from a session that has ended); else Qt aborts.
demo: setup  ## open the program on made-up students; without a screen print their reports
	@$(WPL) demo
	@if [[ "$${QT_QPA_PLATFORM:-}" != @(offscreen|minimal*) \
	    && ( -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" || $$(uname) == Darwin ) ]] \
	    && (ulimit -c 0; $(BIN)/python -c '$(PROBE)' || exit 1) 2>/dev/null; then \
	    $(WPL); \
	else \
	    echo 'There is no screen here, so the demo is printed:'; \
	    QT_QPA_PLATFORM=offscreen $(WPL) report --all --out $(DEMO)/reports; \
	    QT_QPA_PLATFORM=offscreen $(WPL) screenshots --out $(DEMO)/screenshots 2> >($(QUIET)); \
	    echo 'Reports are in $(DEMO)/reports, screenshots in $(DEMO)/screenshots.'; \
	fi

run: setup  ## open the program on your own data
	@$(BIN)/wpl-desktop

test: lint  ## every check there is: style, types, contracts, tests; downloads nothing once set up
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2

longtest: setup  ## what would make `make test` too long: more languages, more variants of the pictures
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 -m long

lint: setup  ## style, types and contracts
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/basedpyright
	@$(BIN)/lint-imports --no-logo

screenshots: setup  ## pictures of every page on the demo
	@$(WPL) demo
	@QT_QPA_PLATFORM=offscreen $(WPL) screenshots --out build/screenshots 2> >($(QUIET))

translations: setup  ## gather what the source says into wpl_nl.ts and compile it; translate what is new in between
	@mkdir -p build
	@$(BIN)/pyside6-lupdate $$(find wpl_desktop -name '*.py' | sort) -ts resources/translations/wpl_nl.ts \
	    -no-obsolete -locations none
	@$(BIN)/pyside6-lrelease resources/translations/wpl_nl.ts -qm build/wpl_nl.qm
	@mv build/wpl_nl.qm resources/translations/wpl_nl.qm  # a program that runs has the old file mapped

lock: $(BIN)/python  ## write requirements.lock anew for all systems; UPGRADE=--upgrade takes newer versions
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --all-extras $(UPGRADE) --output-file requirements.lock pyproject.toml >/dev/null

benchmark: setup  ## the measurements that docs/benchmarks.md quotes
	@for benchmark in benchmarks/*.py; do \
	    echo "== $$benchmark"; QT_QPA_PLATFORM=offscreen $(BIN)/python "$$benchmark" || true; \
	done

build: setup  ## the folder a mentor gets, without Python; it tests itself
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath build/pyinstaller build.spec
	@QT_QPA_PLATFORM=offscreen dist/wpl-desktop/wpl-desktop --self-test

clean:  ## throw away what was made, except .venv
	@rm -rf build dist .pytest_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	@find wpl_desktop migrations tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
