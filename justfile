# Recipes for every day. `just` alone lists them.

_default:
    @just --list

# Make .venv with everything for development
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -e '.[dev]'

# Run the tests on all cores
test *arguments:
    .venv/bin/pytest -q -n auto {{arguments}}

# Run what takes milliseconds each, while you work; `just test` before you push
test-fast *arguments:
    .venv/bin/pytest -q -n auto -m 'not slow and not browser and not postgres' {{arguments}}

# Put every file into the project's format
format:
    .venv/bin/ruff format .
    .venv/bin/ruff check --fix .

# Lint and types
check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy

# All that has to pass before a change is merged
ci:
    .ci/run

# Print the golden files of the reports anew; read the difference before you keep it
golden:
    .venv/bin/python tests/report/test_report_forms.py

# The demonstration
demo:
    .venv/bin/namewarden demo
