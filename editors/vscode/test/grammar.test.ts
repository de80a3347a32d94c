// The grammar against the corpus: every keyword, comment and text of every file has the scope that is its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IToken } from "vscode-textmate";
import { pieces, REPOSITORY, samples, type Piece } from "./corpus";

const SCOPES: Record<Piece["kind"], RegExp> = {
  keyword: /^keyword\.(control\.thing|other\.fact)\.sharewright$/,
  "carried-on": /^keyword\.operator\.word\.sharewright$/,
  comment: /^comment\.line\.number-sign\.sharewright$/,
  text: /^string\.quoted\.(double|triple|other)\.sharewright$/,
  brace: /^punctuation\.section\.block\.sharewright$/,
  other: /^(variable\.other|support\.constant|entity\.name\.type|keyword\.operator\.word|constant\.\w+(\.\w+)?|punctuation\.separator)\.sharewright$/,
};

async function grammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(__filename).resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const file = join(REPOSITORY, "editors/grammar/sharewright.tmLanguage.json");
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => Promise.resolve(scope === "source.sharewright" ? parseRawGrammar(readFileSync(file, "utf8"), file) : null),
  });
  const loaded = await registry.loadGrammar("source.sharewright");
  assert.ok(loaded, "the grammar is read");
  return loaded;
}

const loaded = grammar();

async function tokens(lines: readonly string[]): Promise<IToken[][]> {
  const grammar = await loaded;
  let state = INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens;
  });
}

/** The scopes of what stands at a place, without that of the whole file. */
function scopesAt(made: readonly IToken[][], line: number, column: number): string[] {
  const token = made[line]?.find((token) => token.startIndex <= column && column < token.endIndex);
  return token?.scopes.slice(1) ?? [];
}

/** The innermost scope that is not an escape within a text. */
function scopeAt(made: readonly IToken[][], line: number, column: number): string {
  return scopesAt(made, line, column).filter((scope) => !scope.startsWith("constant.character.escape")).at(-1) ?? "none";
}

test("every keyword, comment, text, brace and value of the corpus has its scope", async () => {
  const files = samples();
  assert.ok(files.length > 50, `the corpus is found: ${files.length} files`);
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  for (const { name, lines } of files) {
    const made = await tokens(lines);
    for (const piece of pieces(lines)) {
      counts[piece.kind] = (counts[piece.kind] ?? 0) + 1;
      // Both ends, so that nothing is cut short.
      for (const column of [piece.start, piece.start + piece.text.length - 1]) {
        const scope = scopeAt(made, piece.line, column);
        if (!SCOPES[piece.kind].test(scope)) {
          wrong.push(`${name}:${piece.line + 1}:${column + 1}: ${piece.kind} \`${piece.text}\` is ${scope}`);
        }
      }
    }
  }
  assert.deepEqual(wrong.slice(0, 30), [], `${wrong.length} pieces`);
  console.log(`${files.length} files: ${Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(", ")}`);
  for (const kind of ["keyword", "comment", "text", "brace", "other", "carried-on"]) {
    assert.ok((counts[kind] ?? 0) > 20, `${kind} occurs`);
  }
});

test("every keyword of the language reference is one in its example", async () => {
  const reference = readFileSync(join(REPOSITORY, "docs/language.md"), "utf8");
  const entries = [...reference.matchAll(/^### `([^`]+)` in .*?^```\n(.*?)^```/gms)];
  assert.ok(entries.length > 400, `the entries are found: ${entries.length}`);
  const missing: string[] = [];
  for (const [, word = "", example = ""] of entries) {
    const made = await tokens(example.split("\n"));
    if (!example.startsWith(word) || !SCOPES.keyword.test(scopeAt(made, 0, 0)) || !SCOPES.keyword.test(scopeAt(made, 0, word.length - 1))) {
      missing.push(word);
    }
  }
  assert.deepEqual(missing, []);
});

const ONE_LINE: [string, string, string, RegExp][] = [
  ["a thing is told from a fact", 'channel mail "Mail" {', "channel", /^keyword\.control\.thing/],
  ["and a fact from a thing", "  channel mail, phone", "channel", /^keyword\.other\.fact/],
  ["the name of a thing", 'purpose crisis-care "The right care" {', "crisis-care", /^entity\.name\.type/],
  ["a keyword behind a brace", 'procedure p "How" { implements triage-car }', "implements", /^keyword\.other\.fact/],
  ["an open answer", "  guardian ?", "?", /^constant\.language\.open/],
  ["an answer that does not apply", '  guardian none because "A force has none."', "none", /^constant\.language/],
  ["a reason behind it", '  guardian none because "A force has none."', "because", /^keyword\.operator\.word/],
  ["a date", "  effective 2026-04-01", "2026-04-01", /^constant\.numeric\.date/],
  ["a day and a time", "  received 2026-04-01 21:40", "2026-04-01 21:40", /^constant\.numeric\.date/],
  ["a period", "  within 72 hours", "72 hours", /^constant\.numeric\.period/],
  ["opening hours", "  hours weekdays 09:00-17:00", "09:00-17:00", /^constant\.numeric\.hours/],
  ["a connective of two words", '  confidence consent decided by nurse', "decided by", /^keyword\.operator\.word/],
  ["a word of a list", "  kind direct-care, policing for trust", "policing", /^support\.constant/],
  ["a name behind a connective", "  kind direct-care, policing for trust", "trust", /^variable\.other/],
  ["a keyword within a name is none", "  between purpose-one, trust.purpose", "trust.purpose", /^variable\.other/],
  ["a text in curly marks", "  why “It is needed”", "“It is needed”", /^string\.quoted\.other/],
  ["a remark behind a statement", '  why "a # b" # remark', "# remark", /^comment/],
  ["a number sign within a text", '  why "a # b" # remark', "# b", /^string/],
  ["an escaped mark", '  why "a \\" b" because "c"', "because", /^keyword\.operator\.word/],
  ["a word that is no keyword", "  porpoise crisis-care", "porpoise", /^variable\.other/],
  ["a byte order mark before the first keyword", '\uFEFFuse "a.isa"', "use", /^keyword\.other\.fact/],
];

for (const [what, line, part, scope] of ONE_LINE) {
  test(what, async () => {
    const made = await tokens([line]);
    const start = line.indexOf(part);
    for (const column of [start, start + part.length - 1]) {
      assert.match(scopeAt(made, 0, column), scope, `${line}, column ${column + 1}`);
    }
  });
}

test("a list goes on after a comma, and the next statement is one again", async () => {
  const made = await tokens(["  between police, # the force", "  # a remark", "purpose, trust", 'purpose p "P" {', "  kind direct-care,", "       policing", "}"]);
  assert.match(scopeAt(made, 0, 18), /^comment/);
  assert.match(scopeAt(made, 1, 2), /^comment/);
  assert.match(scopeAt(made, 2, 0), /^variable\.other/);
  assert.match(scopeAt(made, 3, 0), /^keyword\.control\.thing/);
  assert.match(scopeAt(made, 6, 0), /^punctuation\.section\.block/);
});

test("a text of several lines ends where it ends, and one that is not closed ends with its line", async () => {
  const made = await tokens(['  note """', "  purpose of it", '  """', "  owner trust", '  why "never closed', "  owner trust"]);
  assert.match(scopeAt(made, 1, 2), /^string\.quoted\.triple/);
  assert.match(scopeAt(made, 3, 2), /^keyword\.other\.fact/);
  assert.match(scopeAt(made, 5, 2), /^keyword\.other\.fact/);
});
