#!/usr/bin/env bash
# Runs the steps of action.yml as GitHub's runner would, in a folder of its own. Usage: action.sh REPOSITORY PATH-OF-SHAREWRIGHT
set -euo pipefail
export GITHUB_ACTION_PATH="$1"
tool="$2"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/none" "$work/runner"
ln -s "$tool" "$work/bin/sharewright"
for needed in bash sed head find sort xargs sha256sum cut env dirname cat; do ln -s "$(command -v "$needed")" "$work/none/$needed"; done
export RUNNER_TEMP="$work/runner" GITHUB_OUTPUT="$work/output" GITHUB_STEP_SUMMARY="$work/summary.md"
version="$("$tool" --version)"
version="${version#sharewright }"

fail() {
  echo "action.yml: $1" >&2
  cat "$work/printed" "$work/output" >&2 || true
  exit 1
}

# step CODE SCRIPT: runs a step and asks for its exit code; what it printed and wrote is kept.
step() {
  local wanted="$1" code=0
  : >"$GITHUB_OUTPUT"
  "$GITHUB_ACTION_PATH/ci/$2.sh" >"$work/printed" 2>&1 || code=$?
  [ "$code" = "$wanted" ] || fail "$2 ended with $code, not with $wanted"
}
says() { grep -qF -- "$2" "$work/$1" || fail "$1 does not say: $2"; }

with="$work/bin:$PATH"
# Nothing of the machine's own: neither sharewright nor cargo.
without="$work/none"
WANTED="" PATH="$with" step 0 find; says output "build=false"
WANTED="$version" PATH="$with" step 0 find; says output "build=false"
WANTED="9.9.9" PATH="$with" step 2 find; says printed "9.9.9 is wanted, but this action holds the source of $version"
WANTED="" PATH="$without" step 2 find; says printed "cargo is missing"
ln -s /bin/true "$work/none/cargo"
WANTED="" PATH="$without" step 0 find; says output "build=true"; says output "folder=$RUNNER_TEMP/sharewright"
key="$(grep '^key=' "$work/output")"
[ "${#key}" = 36 ] || fail "the key has another length: $key"
WANTED="$version" PATH="$without" step 0 find; says output "$key"

cd "$work"
export PATH="$with" FAIL_ON=error AS_OF=2026-11-21 PACKS="" OUTPUTS=$'github\n  github-summary\n\nsarif'
cp -r "$GITHUB_ACTION_PATH/examples" .
PATHS=$'examples/first\nexamples/complete' step 1 check
says output "exit-code=1"; says output "sarif=sharewright.sarif"
says printed "::error "; says printed "file=examples/first/night-car.isa"
says summary.md "night-car"; says sharewright.sarif '"2.1.0"'
FAIL_ON=info OUTPUTS="sarif=a b/c.sarif" PATHS="examples/complete" step 0 check
says output "exit-code=0"; says output "sarif=a b/c.sarif"; [ -s "a b/c.sarif" ] || fail "the report is not there"
# What a user gives is never a command or a flag.
# shellcheck disable=SC2016 # that nothing expands is the point
OUTPUTS="" PATHS='$(touch owned); `touch owned`' step 1 check; says printed 'there is no such file or folder'
OUTPUTS="" PATHS='--help' step 1 check; says printed 'cannot be read: there is no such'
OUTPUTS="" FAIL_ON='error --help' PATHS=. step 2 check
AS_OF='tomorrow' PATHS=. step 2 check; says printed "2026-04-01"
[ ! -e owned ] || fail "an input was run as a command"
echo "the action: an installed program is used, another version refused, findings reported, inputs never run"
