import assert from "node:assert/strict";
import { test } from "node:test";
import { findProgram, missingMessage, type Machine } from "../src/program";

function machine(there: string[], more: Partial<Machine> = {}): Machine {
  return { platform: "linux", home: "/home/me", environment: { PATH: "/usr/local/bin:/usr/bin" }, runs: (file) => there.includes(file), ...more };
}

const windows = { platform: "win32", home: "C:\\Users\\me", environment: { Path: "C:\\Windows;C:\\Tools" } } as const;

test("the path that the user gave is taken", () => {
  assert.deepEqual(findProgram("/opt/sharewright", machine(["/opt/sharewright", "/usr/bin/sharewright"])), { found: "/opt/sharewright" });
  assert.deepEqual(findProgram("  /opt/sharewright ", machine(["/opt/sharewright"])), { found: "/opt/sharewright" });
});

test("a path that the user gave is never passed over for another", () => {
  assert.deepEqual(findProgram("/opt/gone", machine(["/usr/bin/sharewright"])), { missing: ["/opt/gone"] });
});

test("a tilde is the home folder", () => {
  assert.deepEqual(findProgram("~/bin/sharewright", machine(["/home/me/bin/sharewright"])), { found: "/home/me/bin/sharewright" });
  assert.deepEqual(findProgram("~\\sharewright.exe", machine(["C:\\Users\\me\\sharewright.exe"], windows)), { found: "C:\\Users\\me\\sharewright.exe" });
});

test("the folder that is open cannot put a program in the way", () => {
  assert.deepEqual(findProgram("./sharewright", machine(["./sharewright", "sharewright"])), { missing: ["./sharewright"] });
  const relative = machine(["sharewright", "bin/sharewright", "./sharewright"], { environment: { PATH: ".:bin::" } });
  assert.deepEqual(findProgram("", relative), { missing: ["/home/me/.cargo/bin"] });
});

test("the search path is followed in its order", () => {
  assert.deepEqual(findProgram("", machine(["/usr/bin/sharewright", "/usr/local/bin/sharewright"])), { found: "/usr/local/bin/sharewright" });
});

test("what Cargo installed is found when the search path has not got it", () => {
  assert.deepEqual(findProgram("", machine(["/home/me/.cargo/bin/sharewright"])), { found: "/home/me/.cargo/bin/sharewright" });
  assert.deepEqual(findProgram("", machine(["/home/me/.cargo/bin/sharewright"], { environment: {} })), { found: "/home/me/.cargo/bin/sharewright" });
});

test("on Windows the program ends in .exe and the search path is spelt anyhow", () => {
  assert.deepEqual(findProgram("", machine(["C:\\Tools\\sharewright.exe"], windows)), { found: "C:\\Tools\\sharewright.exe" });
  assert.deepEqual(findProgram("C:\\Tools\\sharewright", machine(["C:\\Tools\\sharewright.exe"], windows)), { found: "C:\\Tools\\sharewright.exe" });
  assert.deepEqual(findProgram("C:\\Tools\\sharewright.cmd", machine(["C:\\Tools\\sharewright.cmd"], windows)), { missing: ["C:\\Tools\\sharewright.cmd"] });
});

test("what is not found is said with the places that were looked at", () => {
  assert.deepEqual(findProgram("", machine([])), { missing: ["/usr/local/bin", "/usr/bin", "/home/me/.cargo/bin"] });
});

test("the message says what, why and what next", () => {
  const none = missingMessage("", ["/usr/bin"]);
  assert.match(none, /`sharewright` was not found, so nothing is checked\. Install it, or say in the setting `sharewright\.path`/);
  assert.match(missingMessage("/opt/gone", ["/opt/gone"]), /names `\/opt\/gone`, but there is no program that can be run/);
  assert.match(missingMessage("./here", ["./here"]), /names `\.\/here`, but it is not a whole path/);
});
