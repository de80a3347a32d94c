"""Validates the reports in a folder, JUnit against the schema that is named; ends with 1 and says what is wrong when one is not as its schema says."""

import json
import pathlib
import sys

import jsonschema
import xmlschema

out, junit = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
root = pathlib.Path(__file__).resolve().parents[2]
wrong = []


def check(name, schema, values):
    schema = json.loads((root / schema).read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    faults = [f"{name}: {fault.json_path}: {fault.message[:200]}" for value in values for fault in kind(schema).iter_errors(value)]
    wrong.extend(faults)
    return len(faults)


sarif = json.loads((out / "a.sarif").read_text())
run = sarif["runs"][0]
results = run["results"]
figures = [
    f"SARIF {len(results)} results, {len(run['tool']['driver']['rules'])} rules, {sum(bool(r['suppressions']) for r in results)} suppressed, {check('sarif', 'tests/schemas/sarif-schema-2.1.0.json', [sarif])} faults",
    f"JSON {check('json', 'docs/schemas/findings-1.schema.json', [json.loads((out / 'a.json').read_text())])} faults",
]
lines = [json.loads(line) for line in (out / "a.jsonl").read_text().split("\n") if line]
figures.append(f"JSON lines {len(lines)} lines, {check('json-lines', 'docs/schemas/findings-lines-1.schema.json', lines)} faults")
issues = json.loads((out / "gitlab.json").read_text())
figures.append(f"GitLab {len(issues)} issues, {check('gitlab', 'tests/schemas/gitlab-code-quality.schema.json', [issues])} faults")
for name, schema in [("junit", junit), ("checkstyle", root / "tests/schemas/checkstyle.xsd")]:
    faults = [f"{name}: {fault.path}: {fault.reason}" for fault in xmlschema.XMLSchema(str(schema)).iter_errors(str(out / f"{name}.xml"))]
    wrong.extend(faults)
    figures.append(f"{name} {len(faults)} faults")
print(f"{out.name}: " + "; ".join(figures))
for fault in wrong[:20]:
    print(fault, file=sys.stderr)
sys.exit(1 if wrong else 0)
