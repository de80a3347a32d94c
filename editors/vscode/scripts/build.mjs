// Brings together what the extension ships: one script, the grammar that all editors share, and the licences of the repository.
// With `--tests` it makes the tests ready too.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const extension = join(dirname(fileURLToPath(import.meta.url)), "..");
const repository = join(extension, "..", "..");
const LINE = `\n\n${"-".repeat(72)}\n\n`;
const common = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning", absWorkingDir: extension };

const shipped = { ...common, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", external: ["vscode"], minify: true, metafile: true };
const { metafile } = await build(shipped);

// The licences of the packages whose code is in that one script.
const packages = [...new Set(Object.keys(metafile.inputs).flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []))].sort();
const notices = await Promise.all(packages.map(notice));
await writeFile(join(extension, "dist/third-party.txt"), ["Code of others that is part of dist/extension.js.", ...notices].join(LINE));

await mkdir(join(extension, "syntaxes"), { recursive: true });
await copyFile(join(repository, "editors/grammar/sharewright.tmLanguage.json"), join(extension, "syntaxes/sharewright.tmLanguage.json"));

const licences = await Promise.all(["LICENSE-MIT", "LICENSE-APACHE"].map((name) => readFile(join(repository, name), "utf8")));
await writeFile(join(extension, "LICENSE.txt"), ["Licensed under MIT or Apache-2.0, as you prefer. Both follow.", ...licences].join(LINE));

if (process.argv.includes("--tests")) {
  await rm(join(extension, "out"), { recursive: true, force: true });
  const tests = (await readdir(join(extension, "test"))).filter((name) => name.endsWith(".test.ts"));
  await build({ ...common, entryPoints: tests.map((name) => `test/${name}`), outdir: "out/test", packages: "external" });
}

/** The name, version and licence of a package. A package without a licence text is not shipped. */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(extension, folder, "package.json"), "utf8"));
  const file = (await readdir(join(extension, folder))).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) {
    throw new Error(`${name} ${version} has no licence text`);
  }
  return `${name} ${version} (${license})\n\n${(await readFile(join(extension, folder, file), "utf8")).trim()}`;
}
