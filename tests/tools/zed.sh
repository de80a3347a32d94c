#!/usr/bin/env bash
# Tries editors/zed as far as it can be tried without Zed: the extension compiles, for this machine and not for WebAssembly, and has no lints.
# Its queries are tried by tests/tools/tree-sitter.sh.
set -euo pipefail
cd "$(dirname "$0")/../../editors/zed"
cargo fmt --check
cargo clippy --locked --quiet --all-targets -- -D warnings
echo "the extension of Zed compiles"
