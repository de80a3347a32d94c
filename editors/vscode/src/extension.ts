// Starts `sharewright lsp` and hands it the documents. What it finds, explains and offers comes from there.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { argumentsFor } from "./arguments";
import { findProgram, missingMessage, type Machine } from "./program";

const LANGUAGE = "sharewright";
const SECTION = "sharewright";
const OPEN_SETTING = "Open the Setting";
const HOW_TO_INSTALL = "How to Install";

let client: LanguageClient | undefined;
/** Starts and stops follow one another, however fast settings change. */
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel("Sharewright", { log: true });
  const restart = () => (turn = turn.then(stop).then(() => start(context, output)).catch((fault: unknown) => report(output, fault)));
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("sharewright.restart", restart),
    vscode.commands.registerCommand("sharewright.showOutput", () => output.show()),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (["path", "packs"].some((name) => change.affectsConfiguration(`${SECTION}.${name}`))) {
        void restart();
      }
    }),
  );
  void restart();
}

export function deactivate(): Promise<void> {
  return turn.then(stop);
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // One that never came to run refuses to be stopped; the next must be started all the same.
  if (running?.needsStop()) {
    await running.dispose();
  }
}

async function start(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const given = settings.get<string>("path", "");
  const search = findProgram(given, thisMachine());
  if ("missing" in search) {
    output.warn(`Looked for sharewright in: ${search.missing.join(", ")}`);
    // The answer is not waited for: it may never come, and the next start must not hang on it.
    void offerHelp(context, missingMessage(given, search.missing));
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const args = argumentsFor(settings.get<string[]>("packs", []), folder);
  output.info(`Starting ${search.found} ${args.join(" ")}`);
  client = new LanguageClient(
    "sharewright",
    "Sharewright",
    // Without a transport it is standard input and output, and no flag is added that the program would have to know.
    { command: search.found, args, ...(folder === undefined ? {} : { options: { cwd: folder } }) },
    {
      documentSelector: [{ scheme: "file", language: LANGUAGE }, { scheme: "untitled", language: LANGUAGE }],
      // The day whose law is used: the server takes it from these settings and from each change of them.
      synchronize: { configurationSection: SECTION },
      outputChannel: output,
    },
  );
  await client.start();
}

function report(output: vscode.LogOutputChannel, fault: unknown): void {
  const why = fault instanceof Error ? fault.message : String(fault);
  output.error(why);
  void vscode.window
    .showErrorMessage(`Sharewright: the program was found but could not be used, so nothing is checked: ${why}. A version that is too old has no \`sharewright lsp\`.`, "Show Messages")
    .then((chosen) => chosen && output.show());
}

async function offerHelp(context: vscode.ExtensionContext, message: string): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(message, OPEN_SETTING, HOW_TO_INSTALL);
  if (chosen === OPEN_SETTING) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "sharewright.path");
  } else if (chosen === HOW_TO_INSTALL) {
    await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(context.extensionUri, "README.md"));
  }
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    home: homedir(),
    environment: process.env,
    runs: (file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    },
  };
}
