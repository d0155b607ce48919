.PHONY: help setup run test check bench soak docs screenshots

help:  ## List these words
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup:  ## Make .venv with everything Strongsuit needs
	@bin/setup

run: setup  ## Serve Strongsuit with its demo district on http://127.0.0.1:8000
	@bin/run

test:  ## Run every test, in the browser and on both databases
	@bin/test

check:  ## Look over style, types, templates, migrations and imports
	@bin/check

bench: setup  ## Measure, and print each figure beside its floor
	@.venv/bin/python -m bench

soak: setup  ## All of every test on both databases, drawn lots twenty times over, then kill server and database again and again
	@TESTS_TIMES=20 STRONGSUIT_TEST_BESIDE=all bin/test
	@.venv/bin/python -m soak.crash --kills 100
	@.venv/bin/python -m soak.crash --kills 50 --postgres
	@.venv/bin/python -m soak.strangers

docs: setup  ## Write the pages of docs/ that are made from the code
	@.venv/bin/strongsuit write-docs

screenshots:  ## Take the pictures in docs/
	@bin/screenshots
