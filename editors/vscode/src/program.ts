// Finds the program that checks, and says plainly when it is not there. Knows nothing of VS Code, so that it can be tested without it.
import * as path from "node:path";

/** What of the machine is asked. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether there is a file that may be run. */
  runs(file: string): boolean;
}

/** Where the program is, or the places in which it was looked for. */
export type Search = { readonly found: string } | { readonly missing: readonly string[] };

/** The file name of the program, without its ending. */
const NAME = "sharewright";

/**
 * Finds the program. A path that the user gave is taken or refused, never passed over for another.
 *
 * Only whole paths are looked at: the folder that is open must not be able to put a program in the way.
 */
export function findProgram(given: string, machine: Machine): Search {
  const paths = machine.platform === "win32" ? path.win32 : path.posix;
  const wanted = given.trim();
  if (wanted !== "") {
    const file = wanted === "~" || /^~[/\\]/.test(wanted) ? paths.join(machine.home, wanted.slice(1)) : wanted;
    const found = paths.isAbsolute(file) ? withEndings(file, machine).find((name) => machine.runs(name)) : undefined;
    return found === undefined ? { missing: [file] } : { found };
  }
  const folders = [...searchPath(machine, paths), paths.join(machine.home, ".cargo", "bin")];
  const candidates = folders.flatMap((folder) => withEndings(paths.join(folder, NAME), machine));
  const found = candidates.find((file) => machine.runs(file));
  return found === undefined ? { missing: [...new Set(folders)] } : { found };
}

/** The folders of the search path, those left out that depend on where the editor was started. */
function searchPath(machine: Machine, paths: path.PlatformPath): string[] {
  // Windows spells it `Path`, and does not mind how it is spelt.
  const key = Object.keys(machine.environment).find((name) => name.toUpperCase() === "PATH");
  const value = key === undefined ? undefined : machine.environment[key];
  return (value ?? "").split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
}

/** On Windows a program ends in `.exe`. Command files (`.cmd`) are not run: they would need a shell. */
function withEndings(file: string, machine: Machine): string[] {
  return machine.platform === "win32" && !file.toLowerCase().endsWith(".exe") ? [`${file}.exe`] : [file];
}

/** What the user is told when the program is not there. */
export function missingMessage(given: string, missing: readonly string[]): string {
  const wanted = given.trim();
  if (wanted === "") {
    return "Sharewright: the program `sharewright` was not found, so nothing is checked. Install it, or say in the setting `sharewright.path` where it is.";
  }
  const file = missing[0] ?? wanted;
  const whole = path.posix.isAbsolute(file) || path.win32.isAbsolute(file);
  const why = whole ? "there is no program that can be run" : "it is not a whole path, such as /home/me/bin/sharewright";
  return `Sharewright: the setting \`sharewright.path\` names \`${file}\`, but ${why}. So nothing is checked. Correct the setting, or empty it to have the program looked for.`;
}
