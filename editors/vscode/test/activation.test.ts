// The script as it is shipped, in a VS Code that is only as real as starting it needs.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { EXTENSION } from "./corpus";

interface Shown {
  readonly message: string;
  readonly choices: string[];
}

/** A `vscode` with some settings; every class that is asked for is there and empty. What was shown, and what was run, is kept. */
function editor(settings: Record<string, unknown>, choice?: string) {
  const shown: Shown[] = [];
  const log: string[] = [];
  const ran: unknown[][] = [];
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const nothing = { dispose: () => undefined };
  const output = new Proxy(nothing, { get: (target, name) => (name === "dispose" ? target.dispose : (...said: unknown[]) => void log.push([String(name), ...said].join(" "))) });
  const show = (message: string, ...choices: string[]) => {
    shown.push({ message, choices });
    return Promise.resolve(choice);
  };
  /** A part of VS Code in which whatever can be listened to, made or registered is there and does nothing. */
  const part = (known: Record<string, unknown>) => new Proxy(known, { get: (target, name: string) => target[name] ?? (/^(on|create|register)[A-Z]/.test(name) ? () => nothing : undefined) });
  const kind: object = { append: () => kind };
  const known: Record<string, unknown> = {
    window: part({ createOutputChannel: () => output, showErrorMessage: show, showWarningMessage: show, visibleTextEditors: [], tabGroups: part({ all: [] }) }),
    workspace: part({ getConfiguration: () => ({ get: (name: string, otherwise: unknown) => settings[name] ?? otherwise, inspect: () => undefined }), textDocuments: [], notebookDocuments: [] }),
    languages: part({}),
    env: part({ language: "en", appName: "A small editor" }),
    commands: {
      registerCommand: (name: string, run: () => unknown) => (commands.set(name, run), nothing),
      executeCommand: (...args: unknown[]) => (ran.push(args), Promise.resolve()),
    },
    CodeActionKind: { Empty: kind },
    EventEmitter: class {
      readonly event = () => nothing;
      fire(): void {}
      dispose(): void {}
    },
    Uri: { joinPath: (...parts: unknown[]) => parts.join("/") },
    version: "1.91.0",
  };
  const vscode = new Proxy(known, { get: (target, name: string) => target[name] ?? class {} });
  return { vscode, shown, log, ran, commands };
}

/** Loads the script anew. */
function load(vscode: unknown): { activate(context: unknown): void; deactivate(): Promise<void> } {
  const script = join(EXTENSION, "dist", "extension.js");
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const real = loader._load;
  loader._load = (name, ...rest) => (name === "vscode" ? vscode : real.call(loader, name, ...rest));
  try {
    delete require.cache[script];
    return require(script);
  } finally {
    loader._load = real;
  }
}

/** A program that writes its arguments and what the client says first into a file, and never answers. */
function recorder(): { path: string; heard(): string } {
  const folder = mkdtempSync(join(tmpdir(), "sharewright-"));
  const path = join(folder, "sharewright");
  const file = join(folder, "heard");
  writeFileSync(path, `#!/bin/sh\necho "$@" >"${file}"\nhead -c 600 >>"${file}"\n`, { mode: 0o755 });
  return { path, heard: () => (existsSync(file) ? readFileSync(file, "utf8") : "") };
}

async function activated(settings: Record<string, unknown>, choice?: string) {
  const made = editor(settings, choice);
  const extension = load(made.vscode);
  extension.activate({ subscriptions: [], extensionUri: "extension" });
  await made.commands.get("sharewright.restart")?.();
  await extension.deactivate();
  return made;
}

test("a program that is not there is said once a start, with what to do", async () => {
  const { shown } = await activated({ path: "/no/such/sharewright" });
  // Activation is one start, the command another.
  assert.equal(shown.length, 2);
  for (const { message, choices } of shown) {
    assert.match(message, /names `\/no\/such\/sharewright`, but there is no program that can be run\. So nothing is checked/);
    assert.deepEqual(choices, ["Open the Setting", "How to Install"]);
  }
});

test("the choices of that message lead where they say", async () => {
  assert.deepEqual((await activated({ path: "/no/such/sharewright" }, "Open the Setting")).ran[0], ["workbench.action.openSettings", "sharewright.path"]);
  assert.deepEqual((await activated({ path: "/no/such/sharewright" }, "How to Install")).ran[0], ["markdown.showPreview", "extension/README.md"]);
});

test("a folder in the place of the program is no program", async () => {
  assert.match((await activated({ path: "/tmp" })).shown[0]?.message ?? "", /there is no program that can be run/);
});

test("the program is started over standard input and output, with the settings and no other flag", { skip: process.platform === "win32" }, async () => {
  const program = recorder();
  const made = editor({ path: program.path, packs: ["/rules"] });
  const extension = load(made.vscode);
  extension.activate({ subscriptions: [], extensionUri: "extension" });
  for (let patience = 100; patience > 0 && !program.heard().includes('"initialize"'); patience -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(program.heard().split("\n")[0], "lsp --packs /rules");
  assert.match(program.heard(), /"method":"initialize"/);
});

test("after a start that failed the next one is made", { skip: process.platform === "win32" }, async () => {
  const { shown, log } = await activated({ path: "/bin/false" });
  assert.equal(log.filter((line) => line.startsWith("info Starting /bin/false lsp")).length, 2);
  assert.ok(shown.some(({ message }) => /the program was found but could not be used, so nothing is checked/.test(message)), JSON.stringify(shown));
});
