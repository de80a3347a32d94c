#!/bin/sh
# Drives the server with a client that is not ours: pytest-lsp, from PyPI, in an environment of its own.
#   tests/tools/lsp.sh PROGRAM [FOLDER FOR THE ENVIRONMENT]
set -eu
here=$(dirname "$0")
program=$(realpath "${1:-target/debug/sharewright}")
environment=${2:-$(mktemp -d)/environment}
if [ ! -x "$environment/bin/pytest" ]; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet "pytest-lsp>=1.0"
fi
SHAREWRIGHT="$program" "$environment/bin/pytest" --quiet -p no:cacheprovider --asyncio-mode=auto "$here/lsp/test_server.py"
