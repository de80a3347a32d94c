#!/usr/bin/env bash
# Tries editors/tree-sitter with the program of Tree-sitter: parser.c is what grammar.js gives, the grammar's own tests, the queries of each
# editor, and the trees of every example and of many broken ones, which must be those of Sharewright itself.
#
#   tests/tools/tree-sitter.sh [--update]      --update writes parser.c anew
set -euo pipefail
cd "$(dirname "$0")/../.."
grammar=editors/tree-sitter
# parser.c is made by this one. Editors that are some years old, Helix 25.01 and Neovim 0.10 among them, read no form newer than the fourteenth.
wanted="tree-sitter 0.27.1"
form=14
if ! command -v tree-sitter >/dev/null 2>&1; then
  echo "skipped: the program of Tree-sitter is not installed (cargo install tree-sitter-cli --locked)"
  exit 0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Nothing of the user's own settings, and nothing kept from an earlier run.
export TREE_SITTER_DIR="$work" TREE_SITTER_LIBDIR="$work"
tree-sitter init-config >/dev/null 2>&1

found="$(tree-sitter --version | cut -d' ' -f1,2)"
made="$work/src"
[ "${1:-}" = --update ] && made="$grammar/src"
if [ "$found" = "$wanted" ]; then
  tree-sitter generate --js-runtime native --abi "$form" --output "$made" "$grammar/grammar.js"
  for file in parser.c grammar.json node-types.json tree_sitter/parser.h; do
    if ! cmp -s "$made/$file" "$grammar/src/$file"; then
      echo "$grammar/src/$file is not what grammar.js gives: run tests/tools/tree-sitter.sh --update" >&2
      exit 1
    fi
  done
  echo "parser.c is what grammar.js gives"
else
  echo "skipped: parser.c is made by $wanted, and this is $found"
fi

(cd "$grammar" && tree-sitter test --overview-only)
for query in "$grammar"/queries/*.scm editors/helix/queries/sharewright/*.scm editors/zed/languages/sharewright/*.scm; do
  if ! tree-sitter query --grammar-path "$grammar" "$query" examples/complete/triage-car.isa >"$work/found" 2>"$work/said" || ! grep -q capture "$work/found"; then
    echo "$query finds nothing:" >&2
    cat "$work/said" >&2
    exit 1
  fi
done
echo "every query is understood and finds something"
cargo test --locked --quiet --test editors -- --include-ignored trees
