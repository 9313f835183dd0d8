# Everything a newcomer needs; each target does the set-up first, once. Windows and macOS: see README.md.
.DEFAULT_GOAL := help
.PHONY: help demo run test check format pictures bench package clean

PYTHON := .venv/bin/python
WITHOUT_SCREEN := QT_QPA_PLATFORM=offscreen
SAMPLE := resources/samples/ops-2017.json

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: .venv/.ready-screenless  ## play the sample workshop without a screen; results in out/
	@$(WITHOUT_SCREEN) $(PYTHON) main.py demo --out out

# Without a display there is no use in the libraries for one: main.py says what to do instead.
run: $(if $(DISPLAY)$(WAYLAND_DISPLAY),.venv/.ready-window,.venv/.ready-screenless) out/sample.workshop  ## open the window on a copy of the sample
	@$(PYTHON) main.py out/sample.workshop

test: .venv/.ready-package  ## run all tests
	@$(WITHOUT_SCREEN) $(PYTHON) -m pytest -n auto --dist loadfile

check: .venv/.ready-screenless  ## formatting, lint, types and import contracts
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

format: .venv/.ready-screenless  ## format the code and mend what can be mended
	@$(PYTHON) -m ruff format
	@$(PYTHON) -m ruff check --fix

pictures: .venv/.ready-screenless  ## write a picture of everything that is shown to out/pictures/
	@$(WITHOUT_SCREEN) $(PYTHON) -m ui.album out/pictures
	@echo "out/pictures/index.html"

bench: .venv/.ready-screenless  ## measure opening, editing and printing
	@$(WITHOUT_SCREEN) $(PYTHON) -m benchmarks

package: .venv/.ready-window .venv/.ready-package  ## build the program: dist/facilitator/facilitator
	@$(PYTHON) -m PyInstaller --log-level WARN --noconfirm build.spec
	@du -sh dist/facilitator

clean:  ## remove what these targets made, but for the packages in .venv
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f .venv/.ready-*

out/sample.workshop: | .venv/.ready-screenless
	@mkdir -p out
	@$(WITHOUT_SCREEN) $(PYTHON) main.py new $@ --from $(SAMPLE)

.venv/.ready-%: .ci/setup pyproject.toml uv.lock
	@.ci/setup $*
	@touch $@
