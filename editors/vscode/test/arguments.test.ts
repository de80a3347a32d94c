import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { isDay, startWith } from "../src/arguments";

test("without settings the server is started plainly", () => {
  assert.deepEqual(startWith({ asOf: "", packs: [] }, "/work"), { arguments: ["lsp"], problems: [] });
});

test("the day is handed on", () => {
  assert.deepEqual(startWith({ asOf: " 2017-06-01 ", packs: [] }, undefined).arguments, ["lsp", "--as-of", "2017-06-01"]);
});

test("a day that is none is reported, and the checks still run", () => {
  for (const asOf of ["2026-02-30", "today", "2026-4-1", "--help", "2026-04-01x"]) {
    const start = startWith({ asOf, packs: [] }, undefined);
    assert.deepEqual(start.arguments, ["lsp"], asOf);
    assert.equal(start.problems.length, 1, asOf);
    assert.match(start.problems[0] ?? "", /which is no day\. The law of today is used/);
  }
});

test("days of the calendar are told from others", () => {
  for (const day of ["2024-02-29", "2026-12-31", "1998-01-01"]) {
    assert.ok(isDay(day), day);
  }
  for (const text of ["2023-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "", "26-04-01"]) {
    assert.ok(!isDay(text), text);
  }
});

test("a relative folder of rules begins at the workspace", () => {
  const folder = path.resolve("/agreements");
  const whole = path.resolve("/rules");
  assert.deepEqual(startWith({ asOf: "", packs: ["my-rules", " ", whole] }, folder).arguments, ["lsp", "--packs", path.join(folder, "my-rules"), "--packs", whole]);
  assert.deepEqual(startWith({ asOf: "", packs: ["my-rules"] }, undefined).arguments, ["lsp", "--packs", "my-rules"]);
});
