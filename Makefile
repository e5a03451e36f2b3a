# Needs Python 3.11 or later, make and git; `make demo` and `make test` fetch the rest.
# Drawing tests need LibreOffice besides, and say so when they are skipped without it.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
SAMPLE ?= samples/park-speech/park-speech.txt
DECK := build/$(notdir $(basename $(SAMPLE))).pptx

PYTHONS ?=
SECONDS ?= 60
TARGETS ?=

.PHONY: help demo test lint golden fuzz picture gallery clean

help:
	@echo 'make demo      a sample document becomes a deck'
	@echo 'make test      everything that has to hold: lint, types, imports, tests'
	@echo 'make lint      the same without the tests'
	@echo 'make golden    write the golden dumps of the samples anew'
	@echo 'make fuzz      harm done to documents in search of faults; SECONDS= for each of TARGETS='
	@echo 'make gallery   draw the themes of the README anew (likewise)'
	@echo 'make picture   draw the picture of the README anew (needs LibreOffice and poppler)'

$(INSTALLED): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	# The pip of Python 3.11 stumbles over two spellings of one extra (html_clean, html-clean).
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(INSTALLED)
	@mkdir -p build
	@$(BIN)/slidegen convert $(SAMPLE) -o $(DECK)
	@echo '$(CURDIR)/$(DECK)'

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/pytest -n auto --dist loadfile

golden: $(INSTALLED)
	$(BIN)/pytest -p no:cacheprovider tests/test_golden.py --write-golden

fuzz: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python -m fuzzing --seconds $(SECONDS) $(TARGETS)

picture: demo
	$(BIN)/python scripts/contact_sheet.py $(DECK) docs/contact-sheet.png

gallery: $(INSTALLED)
	$(BIN)/python scripts/gallery.py docs/gallery.png

clean:
	rm -rf build dist
