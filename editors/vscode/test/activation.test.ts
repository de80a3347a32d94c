// The script as it is shipped, in a VS Code that is only as real as starting it needs.
import assert from "node:assert/strict";
import Module from "node:module";
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
  const ran: unknown[][] = [];
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const nothing = { dispose: () => undefined };
  const output = new Proxy(nothing, { get: (target, name) => (name === "dispose" ? target.dispose : () => undefined) });
  const show = (message: string, ...choices: string[]) => {
    shown.push({ message, choices });
    return Promise.resolve(choice);
  };
  const known: Record<string, unknown> = {
    window: { createOutputChannel: () => output, showErrorMessage: show, showWarningMessage: show },
    workspace: {
      getConfiguration: () => ({ get: (name: string, otherwise: unknown) => settings[name] ?? otherwise }),
      onDidChangeConfiguration: () => nothing,
      onDidGrantWorkspaceTrust: () => nothing,
    },
    commands: {
      registerCommand: (name: string, run: () => unknown) => (commands.set(name, run), nothing),
      executeCommand: (...args: unknown[]) => (ran.push(args), Promise.resolve()),
    },
    Uri: { joinPath: (...parts: unknown[]) => parts.join("/") },
    version: "1.91.0",
  };
  const vscode = new Proxy(known, { get: (target, name: string) => target[name] ?? class {} });
  return { vscode, shown, ran, commands };
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
