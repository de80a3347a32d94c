#!/usr/bin/env bash
# A step of action.yml: whether an installed program can be used, or which folder one is to be built into.
# Reads WANTED (a version, or nothing). Writes `build`, and where it must be built `folder` and `key`.
set -euo pipefail

if command -v sharewright >/dev/null 2>&1; then
  installed="$(sharewright --version)"
  installed="${installed#sharewright }"
  if [ -z "$WANTED" ] || [ "$WANTED" = "$installed" ]; then
    echo "sharewright $installed is installed and is used."
    echo "build=false" >>"$GITHUB_OUTPUT"
    exit 0
  fi
  echo "sharewright $installed is installed, but $WANTED is wanted."
fi

own="$(sed -n 's/^version = "\(.*\)"$/\1/p' "$GITHUB_ACTION_PATH/Cargo.toml" | head -n 1)"
if [ -n "$WANTED" ] && [ "$WANTED" != "$own" ]; then
  echo "::error title=Sharewright::version $WANTED is wanted, but this action holds the source of $own. Name the action by the tag of that version, or install sharewright $WANTED in an earlier step."
  exit 2
fi
if ! command -v cargo >/dev/null 2>&1; then
  echo "::error title=Sharewright::the program is not installed, and cannot be built because cargo is missing. Install sharewright or Rust (https://rustup.rs) in an earlier step."
  exit 2
fi

# Whatever is compiled into the program is part of the key, so that a kept one is never older than its source.
key="$(cd "$GITHUB_ACTION_PATH" && find Cargo.toml Cargo.lock src grammar policies templates examples -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-32)"
{
  echo "build=true"
  echo "folder=$RUNNER_TEMP/sharewright"
  echo "key=$key"
} >>"$GITHUB_OUTPUT"
echo "sharewright $own is built from the source of this action; later runs find it ready."
