// The settings of the user as the arguments of the program. Knows nothing of VS Code, so that it can be tested without it.
import * as path from "node:path";

/** The settings that the program is told. */
export interface Settings {
  readonly asOf: string;
  readonly packs: readonly string[];
}

/** What to start it with, and what is said about settings that cannot be used. */
export interface Start {
  readonly arguments: string[];
  readonly problems: string[];
}

/** The arguments of `sharewright lsp`. A day that is none is left out and reported, so that the checks still run. */
export function startWith(settings: Settings, folder: string | undefined): Start {
  const start: Start = { arguments: ["lsp"], problems: [] };
  const day = settings.asOf.trim();
  if (isDay(day)) {
    start.arguments.push("--as-of", day);
  } else if (day !== "") {
    start.problems.push(`Sharewright: the setting \`sharewright.asOf\` is \`${day}\`, which is no day. The law of today is used. Write a day as 2026-04-01.`);
  }
  for (const pack of settings.packs.map((pack) => pack.trim()).filter((pack) => pack !== "")) {
    start.arguments.push("--packs", path.isAbsolute(pack) || folder === undefined ? pack : path.join(folder, pack));
  }
  return start;
}

/** Whether a text is a day of the calendar, such as 2026-04-01. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
