#!/usr/bin/env bash
# Tries editors/helix with Helix: it builds the grammar, its own health check reads the language and the queries and finds the server, and what
# it draws in a terminal has its colours. The terminal is tmux; without it that part is left out.
#
#   tests/tools/helix.sh [PATH OF sharewright]
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
helix="$(command -v hx || command -v helix || true)"
if [ -z "$helix" ]; then
  echo "skipped: Helix is not installed"
  exit 0
fi
tool="${1:-}"
if [ -z "$tool" ]; then
  cargo build --locked --quiet
  tool="${CARGO_TARGET_DIR:-target}/debug/sharewright"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# As the set-up note says, with the place of this copy.
settings="$work/config/helix"
mkdir -p "$work/bin" "$settings/runtime/queries" "$settings/runtime/grammars" "$settings/themes"
ln -s "$(realpath "$tool")" "$work/bin/sharewright"
ln -s "$root/editors/helix/queries/sharewright" "$settings/runtime/queries/sharewright"
# Only this grammar is built; the sources of the others are not here.
echo 'use-grammars = { only = ["sharewright"] }' >"$settings/languages.toml"
sed "s#/path/to/sharewright#$root#" "$root/editors/helix/languages.toml" >>"$settings/languages.toml"
export HOME="$work" XDG_CONFIG_HOME="$work/config" PATH="$work/bin:$PATH"
"$helix" --grammar build >"$work/built" 2>&1 || {
  echo "Helix does not build the grammar:" >&2
  cat "$work/built" >&2
  exit 1
}
health="$("$helix" --health sharewright 2>&1 | sed 's/\x1b\[[0-9;]*m//g')"
for line in "sharewright: $work/bin/sharewright" "Tree-sitter parser: ✓" "Highlight queries: ✓" "Textobject queries: ✓" "Indent queries: ✓"; do
  if ! grep -qF "$line" <<<"$health"; then
    echo "the health check of Helix does not say \"$line\":" >&2
    echo "$health" >&2
    exit 1
  fi
done
echo "$("$helix" --version): knows the language, its colours and its server"

if ! command -v tmux >/dev/null 2>&1; then
  echo "skipped: what Helix draws, since tmux is not installed"
  exit 0
fi
# One colour for each name, so that the screen tells which name a word has.
cat >"$settings/themes/named.toml" <<'THEME'
inherits = "default"
keyword = "#010000"
"keyword.operator" = "#020000"
type = "#030000"
attribute = "#040000"
constant = "#050000"
"constant.numeric" = "#060000"
string = "#070000"
comment = "#080000"
THEME
printf 'theme = "named"\n[editor]\ntrue-color = true\nsoft-wrap.enable = false\nlsp.enable = false\n' >"$settings/config.toml"
screen="$work/screen"
COLORTERM=truecolor tmux -L "helix-$$" -f /dev/null new-session -d -x 120 -y 60 "'$helix' '$root/examples/complete/triage-car.isa'"
trap 'tmux -L "helix-$$" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 50); do
  tmux -L "helix-$$" capture-pane -e -p >"$screen"
  grep -qF "[38;2;1;0;0m" "$screen" && break
  sleep 0.2
done
while read -r colour word; do
  if ! grep -qF "$(printf '\033[38;2;%d;0;0m%s' "$colour" "$word")" "$screen"; then
    echo "in Helix \`$word\` does not have colour $colour of the theme:" >&2
    cat -v "$screen" >&2
    exit 1
  fi
done <<'WORDS'
1 agreement
1 subject
2 on
3 triage-car
3 person-in-crisis
4 reference
5 uk-gdpr
5 duaa-2025
5 victims
6 2026-08-12
7 "FEN-ISA-0042"
8 #
WORDS
echo "$("$helix" --version): draws keywords, names, lists, connectives, dates, texts and comments in their colours"
