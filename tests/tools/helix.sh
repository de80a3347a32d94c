#!/usr/bin/env bash
# Tries editors/helix with Helix: its own health check reads the language and finds the server. Helix has no mode without a terminal, so what
# it draws is not tried here.
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
mkdir -p "$work/bin" "$work/config/helix"
ln -s "$(realpath "$tool")" "$work/bin/sharewright"
cp "$root/editors/helix/languages.toml" "$work/config/helix/"
health="$(HOME="$work" XDG_CONFIG_HOME="$work/config" PATH="$work/bin:$PATH" "$helix" --health sharewright 2>&1)"
if ! grep -q "sharewright: .*$work/bin/sharewright" <<<"$health"; then
  echo "Helix does not find the server:" >&2
  echo "$health" >&2
  exit 1
fi
echo "$("$helix" --version): knows the language and finds the server"
