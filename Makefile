# drafter: one command each for the people who use it and the people who work on it.
#   make demo   a Word report out of a sample profile, and what lint says of it (needs python3 >= 3.11 and PyPI)
#   make test   format, lint, types, import contracts, tests, generated docs
#   make style  how the samples read beside real reports      make bench  speed beside the peers
#   make bundle  everything in one folder that installs without a network (build/bundle)
#   make docs   write the generated pages of docs/            make clean  remove what make made
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.drafter-installed
export PYTHONUTF8 := 1
# the tests start drafter some seventy times: compile it once
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test format style bench bundle docs clean environment
.DEFAULT_GOAL := demo

environment: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "需要 Python 3.11 或更高版本；另有新版本时请用 make PYTHON=python3.12 指定。"; \
	  echo "Python 3.11 or newer is needed; name one with make PYTHON=python3.12."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "无法建立虚拟环境；Debian、Ubuntu 上请先安装 python3-venv。"; \
	  echo "No virtual environment could be made; on Debian and Ubuntu install python3-venv first."; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

demo: $(STAMP)
	@$(BIN)/python -m tools.demo build/demo

test: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy drafter tools tests
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q -n auto --dist worksteal
	$(BIN)/python -m tools.gendocs --check

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

style: $(STAMP)
	@$(BIN)/python -m tools.style

bench: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m tools.bench
	@$(BIN)/python -m tools.bench_reading
	@$(BIN)/python -m tools.bench_lint

bundle: $(STAMP)
	@$(BIN)/python -m tools.bundle $(PYTHONS)

docs: $(STAMP)
	$(BIN)/python -m tools.gendocs

clean:
	rm -rf $(VENV) build dist *.egg-info
	find drafter tools tests -name __pycache__ -type d -prune -exec rm -rf {} +
