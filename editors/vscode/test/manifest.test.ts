// What the extension says of itself holds: its files are there, its settings are those that the code reads, its snippets can be used.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { EXTENSION, REPOSITORY } from "./corpus";

const read = (file: string) => readFileSync(join(EXTENSION, file), "utf8");
const manifest = JSON.parse(read("package.json"));

test("every file that is named is there", () => {
  const { grammars, languages, snippets } = manifest.contributes;
  const named: string[] = [manifest.main, ...[...grammars, ...snippets].map((entry: { path: string }) => entry.path), ...languages.map((entry: { configuration: string }) => entry.configuration)];
  assert.equal(named.length, 4);
  for (const file of named) {
    assert.ok(existsSync(join(EXTENSION, file)), file);
  }
});

test("the version is that of the program", () => {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(REPOSITORY, "Cargo.toml"), "utf8"))?.[1];
  assert.equal(manifest.version, version);
});

test("the settings and commands are those of the code", () => {
  const code = read("src/extension.ts");
  const settings = Object.keys(manifest.contributes.configuration.properties).map((name) => name.replace("sharewright.", ""));
  // The server reads `asOf`, and the client of the protocol `trace`.
  for (const setting of settings.filter((name) => name !== "asOf" && !name.startsWith("trace"))) {
    assert.match(code, new RegExp(`settings\\.get<[^>]+(\\[\\])?>\\("${setting}"`), setting);
  }
  for (const [, setting = ""] of code.matchAll(/settings\.get<[^(]+>\("(\w+)"/g)) {
    assert.ok(settings.includes(setting), setting);
  }
  const commands: string[] = manifest.contributes.commands.map((entry: { command: string }) => entry.command);
  const registered = [...code.matchAll(/registerCommand\("([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(registered.sort(), commands.sort());
});

test("a folder that is not trusted cannot choose what is started", () => {
  const restricted: string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  assert.ok(restricted.includes("sharewright.path"));
  assert.ok(restricted.every((name) => name in manifest.contributes.configuration.properties));
});

test("the endings of files are those of the grammar", () => {
  const grammar = JSON.parse(read("syntaxes/sharewright.tmLanguage.json"));
  assert.deepEqual(manifest.contributes.languages[0].extensions, grammar.fileTypes.map((name: string) => `.${name}`));
});

test("the patterns for indenting know blocks from texts", () => {
  const rules = JSON.parse(read("language-configuration.json")).indentationRules;
  const opens = new RegExp(rules.increaseIndentPattern);
  for (const line of ['agreement a "A" {', "  discloser {", 'flow f "A {" { # remark']) {
    assert.match(line, opens);
  }
  for (const line of ['  why "a {"', "  # a {", 'procedure p "P" { implements a }', "  owner trust"]) {
    assert.doesNotMatch(line, opens);
  }
  assert.match("  }", new RegExp(rules.decreaseIndentPattern));
});

test("the script asks for nothing but VS Code and what comes with it", () => {
  const asked = new Set([...read("dist/extension.js").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = ""]) => name));
  assert.ok(asked.has("vscode"));
  const strangers = [...asked].filter((name) => name !== "vscode" && !builtinModules.includes(name.replace("node:", "")));
  assert.deepEqual(strangers, []);
});

test("snippets leave nothing unresolved and have prefixes of their own", () => {
  const snippets: Record<string, { prefix: string; description: string; body: string[] }> = JSON.parse(read("snippets/sharewright.json"));
  assert.ok(Object.keys(snippets).filter((name) => name.startsWith("starter ")).length >= 9);
  for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
    const text = body.join("\n");
    assert.ok(prefix !== "" && description !== "" && text !== "", name);
    // Every `$` begins a place to fill in or is escaped; `@name@` would be a variable of a starter that was forgotten.
    assert.doesNotMatch(text.replace(/\\\$|\$\d|\$\{CURRENT_(?:YEAR|MONTH|DATE)\}|\$\{\d+:(?:[^}\\]|\\.)*\}/g, ""), /\$|@[a-z]+@/, name);
  }
});
