import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { argumentsFor } from "../src/arguments";

test("without settings the server is started plainly", () => {
  assert.deepEqual(argumentsFor([], "/work"), ["lsp"]);
});

test("a relative folder of rules begins at the workspace", () => {
  const folder = path.resolve("/agreements");
  const whole = path.resolve("/rules");
  assert.deepEqual(argumentsFor([" my-rules", " ", whole], folder), ["lsp", "--packs", path.join(folder, "my-rules"), "--packs", whole]);
  assert.deepEqual(argumentsFor(["my-rules"], undefined), ["lsp", "--packs", "my-rules"]);
});
