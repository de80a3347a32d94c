// Runs the script of the example workflow against a GitHub that keeps comments in memory. Usage: comment.cjs SCRIPT.js
const assert = require("node:assert/strict");
const { mkdtempSync, readFileSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

const script = readFileSync(resolve(process.argv[2]), "utf8");
process.chdir(mkdtempSync(join(tmpdir(), "comment-")));

/** Runs the script with a table and the comments that are there; returns the comments afterwards. */
async function run(table, comments) {
  writeFileSync("checklist.md", table);
  const listComments = Symbol("listComments");
  const place = { owner: "o", repo: "r" };
  const issues = {
    listComments,
    async createComment({ issue_number, body, ...rest }) {
      assert.deepEqual(rest, place);
      assert.equal(issue_number, 7);
      comments.push({ id: comments.length + 1, user: { type: "Bot" }, body });
    },
    async updateComment({ comment_id, body, ...rest }) {
      assert.deepEqual(rest, place);
      comments.find(({ id }) => id === comment_id).body = body;
    },
  };
  const github = {
    rest: { issues },
    async paginate(what, { issue_number, per_page, ...rest }) {
      assert.equal(what, listComments);
      assert.deepEqual([rest, issue_number, per_page], [place, 7, 100]);
      return comments;
    },
  };
  const context = { repo: place, issue: { number: 7 } };
  const AsyncFunction = (async () => undefined).constructor;
  await new AsyncFunction("github", "context", "require", script)(github, context, require);
  return comments;
}

(async () => {
  const mark = "<!-- sharewright checklist -->";
  let comments = await run("| Q | first |\n", []);
  assert.deepEqual(comments.map(({ body }) => body), [`${mark}\n| Q | first |\n`]);
  comments = await run("| Q | second |\n", comments);
  assert.deepEqual(comments.map(({ body }) => body), [`${mark}\n| Q | second |\n`], "one comment, kept up to date");
  const quoted = { id: 1, user: { type: "User" }, body: `${mark}\nsomebody quotes it` };
  comments = await run("| Q |\n", [quoted]);
  assert.deepEqual([comments.length, comments[0].body], [2, `${mark}\nsomebody quotes it`], "what people write is left alone");
  const [long] = await run("| a long line of the table |\n".repeat(5000), []);
  assert.ok(long.body.length < 65536 && /\|\n\nThe rest does not fit here\./.test(long.body), "a long table is cut at the end of a line");
  console.log("the comment: made, kept up to date, not mistaken, cut when too long");
})();
