// The files that the grammar is held against, and a reader of statements that owes the grammar nothing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const EXTENSION = join(__dirname, "..", "..");
export const REPOSITORY = join(EXTENSION, "..", "..");

export interface Sample {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Every agreement, procedure and record of the repository; the starters too, begun on a day. */
export function samples(): Sample[] {
  return ["examples", "templates/starters"].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(isa|sop|disclosure)$/.test(file))
      .sort()
      .map((file) => ({ name: `${folder}/${file}`, lines: readFileSync(join(REPOSITORY, folder, file), "utf8").replaceAll("@date@", "2026-04-01").split(/\r?\n/) })),
  );
}

/** A piece of a line. */
export interface Piece {
  readonly kind: "keyword" | "carried-on" | "comment" | "text" | "brace" | "other";
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

/** Reads a file as docs/language.md describes it, letter by letter. */
export function pieces(lines: readonly string[]): Piece[] {
  const found: Piece[] = [];
  let inBlockText = false;
  let afterComma = false;
  lines.forEach((line, number) => {
    let at = 0;
    let atStart = !afterComma;
    const add = (kind: Piece["kind"], end: number) => {
      found.push({ kind, line: number, start: at, text: line.slice(at, end) });
      at = end;
    };
    const upTo = (mark: string, from: number) => {
      const end = line.indexOf(mark, from);
      return end < 0 ? line.length : end + mark.length;
    };
    if (inBlockText) {
      inBlockText = !line.includes('"""');
      add("text", inBlockText ? line.length : upTo('"""', 0));
      atStart = false;
      afterComma = false;
    }
    while (at < line.length) {
      const here = line.charAt(at);
      if (/[\s\uFEFF]/.test(here)) {
        at += 1;
        continue;
      }
      if (here === "#") {
        add("comment", line.length);
        continue;
      }
      afterComma = here === ",";
      if (line.startsWith('"""', at)) {
        const end = line.indexOf('"""', at + 3);
        inBlockText = end < 0;
        add("text", inBlockText ? line.length : end + 3);
      } else if (here === '"') {
        const text = /^"(?:[^"\\]|\\.)*"?/.exec(line.slice(at));
        add("text", at + (text?.[0].length ?? 1));
      } else if (here === "“") {
        add("text", upTo("”", at));
      } else if (here === "{" || here === "}") {
        add("brace", at + 1);
        atStart = true;
        continue;
      } else {
        const word = /^[A-Za-z][A-Za-z0-9_.-]*|^[^\s"“{}#,]+|^,/.exec(line.slice(at))?.[0] ?? here;
        const carriedOn = /^\s*$/.test(line.slice(0, at)) && ["else", "because", "source"].includes(word);
        add(atStart && /^[A-Za-z]/.test(word) ? (carriedOn ? "carried-on" : "keyword") : "other", at + word.length);
      }
      atStart = false;
    }
  });
  return found;
}
