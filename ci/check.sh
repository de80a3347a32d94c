#!/usr/bin/env bash
# A step of action.yml: runs the check. Reads PATHS, FAIL_ON, AS_OF, PACKS and OUTPUTS; writes `exit-code` and `sarif`.
# What users give comes in the environment and goes on as single arguments: nothing of it is ever read as a command.
set -euo pipefail

arguments=(--fail-on "$FAIL_ON")
if [ -n "$AS_OF" ]; then
  arguments+=(--as-of "$AS_OF")
fi

# Reads lines, without the spaces around them and without empty ones.
lines() {
  sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^$/d' <<<"$1"
}

while IFS= read -r pack; do
  arguments+=(--packs "$pack")
done < <(lines "$PACKS")

sarif=""
while IFS= read -r output; do
  arguments+=(--output "$output")
  case "$output" in
    sarif) sarif="sharewright.sarif" ;;
    sarif=*) sarif="${output#sarif=}" ;;
  esac
done < <(lines "$OUTPUTS")

# Behind `--` nothing is a flag, whatever it begins with.
arguments+=(--)
while IFS= read -r path; do
  arguments+=("$path")
done < <(lines "$PATHS")

code=0
sharewright lint --color never "${arguments[@]}" || code=$?
{
  echo "exit-code=$code"
  echo "sarif=$sarif"
} >>"$GITHUB_OUTPUT"
exit "$code"
