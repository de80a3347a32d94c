#!/usr/bin/env bash
# Tries the hooks of .pre-commit-hooks.yaml with the real pre-commit, in a repository of its own that takes them from the last commit of this one.
# The program is built in release mode for that, which takes minutes.
#
#   tests/tools/pre-commit.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
python="${CARGO_TARGET_DIR:-$root/target}/ci-pieces/python/bin"
if [ ! -x "$python/pre-commit" ]; then
  python3 -m venv "${python%/bin}"
  "$python/pip" install --quiet pre-commit==4.7.0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/home"
cd "$work"
git init --quiet scratch
cd scratch
git config user.name Sharewright
git config user.email sharewright@example.org
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $root
    rev: $(git -C "$root" rev-parse HEAD)
    hooks:
      - id: sharewright-lint
        args: [--fail-on, info]
      - id: sharewright-fmt
END

# run WANTED HOOK: runs a hook over the repository and asks for its exit code.
run() {
  git add --all
  local code=0
  "$python/pre-commit" run "$2" --all-files --verbose >"$work/printed" 2>&1 || code=$?
  if [ "$code" != "$1" ]; then
    echo "$2 ended with $code, not with $1:" >&2
    cat "$work/printed" >&2
    exit 1
  fi
}
says() {
  grep -qF -- "$1" "$work/printed" || { echo "this was not said: $1" >&2; cat "$work/printed" >&2; exit 1; }
}

mkdir agreements
echo "No agreement here." >README.txt
run 0 sharewright-lint; says "no files to check"
printf 'party police "Police" {\n  kind police-force\n}\n' >agreements/tidy.isa
run 0 sharewright-fmt; says "Passed"
cp "$root"/examples/complete/* agreements/
run 0 sharewright-lint; says "Passed"
cp "$root/examples/first/night-car.isa" agreements/
run 1 sharewright-lint; says "Failed"; says "agreements/night-car.isa"; says "CHK-Q03"
printf 'party  police "Police" {\nkind police-force\n}\n' >agreements/crooked.isa
run 1 sharewright-fmt; says "Failed"; says "agreements/crooked.isa"
git commit --quiet --no-verify --message "Before hooks"
"$python/pre-commit" install >/dev/null
echo "# one more remark" >>agreements/crooked.isa
git add --all
if git commit --quiet --message "A commit that must not be made" >"$work/printed" 2>&1; then
  echo "a commit with findings was made" >&2
  exit 1
fi
says "agreements/crooked.isa"
echo "pre-commit: both hooks pass what is right and stop a commit that is not"
