// Runs axe on every HTML file of some folders, in a real Chromium, and ends with 1 when one has a violation.
// Usage: npm install --no-save --ignore-scripts && node check.mjs FOLDER...
// CHROMIUM names the browser; /usr/bin/chromium when it is not set.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const folders = process.argv.slice(2).map((folder) => resolve(folder));
const pages = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => join(folder, name))).sort();
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let violations = 0;
for (const file of pages) {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of found.violations) {
    violations += 1;
    console.log(`${file}: ${violation.id} (${violation.impact}): ${violation.help}; ${violation.nodes.length} places, first ${violation.nodes[0].html.slice(0, 160)}`);
  }
  await page.close();
}
await browser.close();
console.log(`${pages.length} pages, ${violations} violations`);
process.exit(pages.length === 0 || violations > 0 ? 1 : 0);
