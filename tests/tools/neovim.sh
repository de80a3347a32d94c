#!/usr/bin/env bash
# Tries editors/neovim with Neovim, without a window: the colours of every example, by the syntax file and by Tree-sitter, and the server. Needs
# Neovim 0.8 or newer for the server, 0.9 for Tree-sitter.
#
#   tests/tools/neovim.sh [PATH OF sharewright]
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
if ! command -v nvim >/dev/null 2>&1; then
  echo "skipped: Neovim is not installed"
  exit 0
fi
tool="${1:-}"
if [ -z "$tool" ]; then
  cargo build --locked --quiet
  tool="${CARGO_TARGET_DIR:-target}/debug/sharewright"
fi
SHAREWRIGHT="$(realpath "$tool")"
export SHAREWRIGHT
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Nothing of the user's own settings.
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data"

# nvim_with SCRIPT: runs a script in a Neovim that has editors/neovim as a user would put it there.
nvim_with() {
  local code=0
  timeout 300 nvim --headless -u NONE -i NONE -n --cmd "set runtimepath^=$root/editors/neovim" --cmd "cd $PWD" +"filetype plugin on" +"syntax on" -S "$1" +"cquit 1" >"$work/printed" 2>&1 || code=$?
  grep -v "was not found, so nothing is checked" "$work/printed" || true
  echo
  return "$code"
}

nvim_with "$root/tests/tools/neovim/syntax.lua"
if command -v cc >/dev/null 2>&1 && ! nvim --version | head -1 | grep -qE "v0\.[0-8]\."; then
  # As the set-up note says.
  mkdir -p "$XDG_CONFIG_HOME/nvim/parser" "$XDG_CONFIG_HOME/nvim/queries"
  cc -O2 -fPIC -shared -I editors/tree-sitter/src editors/tree-sitter/src/parser.c -o "$XDG_CONFIG_HOME/nvim/parser/sharewright.so"
  ln -s "$root/editors/tree-sitter/queries" "$XDG_CONFIG_HOME/nvim/queries/sharewright"
  TREES=1 nvim_with "$root/tests/tools/neovim/syntax.lua"
else
  echo "skipped: colours by Tree-sitter need Neovim 0.9 or newer and a C compiler"
fi
if ! "$SHAREWRIGHT" lsp --help >/dev/null 2>&1; then
  echo "skipped: this sharewright has no language server"
  exit 0
fi
# The client of the protocol came with 0.8.
if nvim --version | head -1 | grep -qE "v0\.[0-7]\."; then
  echo "skipped: the server needs Neovim 0.8 or newer, and this is $(nvim --version | head -1)"
  exit 0
fi
mkdir "$work/repository"
cp -r "$root/examples/complete" "$work/repository/agreements"
cd "$work/repository"
git init --quiet .
nvim_with "$root/tests/tools/neovim/server.lua"
