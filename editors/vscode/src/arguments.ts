// The settings of the user as the arguments of the program. Knows nothing of VS Code, so that it can be tested without it.
import * as path from "node:path";

/** The arguments of `sharewright lsp`. The day is no argument: the server asks the editor for it, so that it can change without a new start. */
export function argumentsFor(packs: readonly string[], folder: string | undefined): string[] {
  const given = packs.map((pack) => pack.trim()).filter((pack) => pack !== "");
  return ["lsp", ...given.flatMap((pack) => ["--packs", path.isAbsolute(pack) || folder === undefined ? pack : path.join(folder, pack)])];
}
