# `make app` opens the page, `make test` checks everything. Each line sets up .venv first if need be.
PYTHON ?= $(shell command -v python3 || command -v python3.11 || command -v python3.12 || command -v python3.13 || echo python)
RUN = $(PYTHON) -m tools.bootstrap

.PHONY: app test test-fast check-slow check-data lint bench lock venv

app:
	@$(RUN) -m sim.cli app

test:
	@$(RUN) -m tools.check full

test-fast:
	@$(RUN) -m tools.check fast

check-slow:
	@$(RUN) -m tools.check slow

# A folder of real tables: make check-data DIR=../shared/data
check-data:
	@$(RUN) -m tools.check data "$(DIR)"

lint:
	@$(RUN) -m tools.check lint

bench:
	@$(RUN) -m benchmarks

lock:
	@$(PYTHON) -m tools.lock

venv:
	@$(RUN)
