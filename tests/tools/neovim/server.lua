-- The server as Neovim meets it: it attaches, finds a mistake while it is typed, and answers everything that it says it can do.
-- Run by tests/tools/neovim.sh in a folder with a repository of agreements; SHAREWRIGHT is the program.
require("sharewright").setup({ path = vim.env.SHAREWRIGHT, as_of = "2026-11-21" })

local function fail(what)
  print("Neovim: " .. what)
  vim.cmd("cquit 1")
end

local function wait(what, done)
  if not vim.wait(60000, done, 20) then
    fail("waited a minute for " .. what)
  end
end

vim.cmd("edit agreements/triage-car.isa")
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
wait("the server", function()
  local client = clients({ name = "sharewright" })[1]
  return client and client.server_capabilities and vim.lsp.buf_is_attached(0, client.id)
end)
local client = clients({ name = "sharewright" })[1]
if client.config.root_dir ~= vim.loop.fs_realpath(".") then
  fail("the folder is " .. tostring(client.config.root_dir))
end

-- A keyword is spelt wrongly, found, and spelt rightly again. Findings come as notices, or are asked for, as the client can.
local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    found[tostring(diagnostic.code)] = diagnostic
  end
  return found
end
local line = vim.fn.search("^  reference", "n")
local text = vim.fn.getline(line)
vim.fn.setline(line, (text:gsub("reference", "refrence")))
wait("the mistake to be found", function() return codes()["SYN-10"] ~= nil end)
local found = codes()["SYN-10"]
if found.lnum ~= line - 1 or not found.message:find("refrence", 1, true) then
  fail("the mistake is shown elsewhere: " .. vim.inspect(found))
end
vim.fn.setline(line, text)
wait("the mistake to be gone", function() return codes()["SYN-10"] == nil end)

-- Everything that is advertised is asked for, on a line where there is something to say.
vim.fn.search("^  between", "w")
local column = vim.fn.getline("."):find("police") - 1
vim.fn.cursor(vim.fn.line("."), column + 1)
local document = { uri = vim.uri_from_bufnr(0) }
local place = { textDocument = document, position = { line = vim.fn.line(".") - 1, character = column } }
local whole = { start = { line = 0, character = 0 }, ["end"] = { line = vim.fn.line("$"), character = 0 } }
local with = function(more) return vim.tbl_extend("force", { textDocument = document }, more) end
local asked = {
  { "hoverProvider", "textDocument/hover", place, true },
  { "completionProvider", "textDocument/completion", place, true },
  { "definitionProvider", "textDocument/definition", place, true },
  { "referencesProvider", "textDocument/references", vim.tbl_extend("force", place, { context = { includeDeclaration = true } }), true },
  { "renameProvider", "textDocument/prepareRename", place, true },
  { "renameProvider", "textDocument/rename", vim.tbl_extend("force", place, { newName = "constabulary" }), true },
  { "documentSymbolProvider", "textDocument/documentSymbol", { textDocument = document }, true },
  { "workspaceSymbolProvider", "workspace/symbol", { query = "triage" }, true },
  { "foldingRangeProvider", "textDocument/foldingRange", { textDocument = document }, true },
  { "semanticTokensProvider", "textDocument/semanticTokens/full", { textDocument = document }, true },
  { "semanticTokensProvider", "textDocument/semanticTokens/range", with({ range = whole }), true },
  { "inlayHintProvider", "textDocument/inlayHint", with({ range = whole }), false },
  { "documentLinkProvider", "textDocument/documentLink", { textDocument = document }, false },
  { "codeActionProvider", "textDocument/codeAction", with({ range = whole, context = { diagnostics = {} } }), false },
  { "documentFormattingProvider", "textDocument/formatting", with({ options = { tabSize = 2, insertSpaces = true } }), false },
  { "documentRangeFormattingProvider", "textDocument/rangeFormatting", with({ range = whole, options = { tabSize = 2, insertSpaces = true } }), false },
  { "diagnosticProvider", "textDocument/diagnostic", { textDocument = document }, true },
  { "diagnosticProvider", "workspace/diagnostic", { previousResultIds = {} }, true },
}
-- What Neovim itself uses without being asked.
local silent = { textDocumentSync = true, positionEncoding = true, executeCommandProvider = true, workspace = true }
local answered, known = {}, {}
for _, ask in ipairs(asked) do
  local capability, method, params, must = unpack(ask)
  known[capability] = true
  local advertised = client.server_capabilities[capability]
  if advertised and not (method == "textDocument/prepareRename" and advertised == true) then
    local answer = client.request_sync(method, params, 60000, 0)
    if not answer or answer.err then
      fail(method .. " is not answered: " .. vim.inspect(answer))
    end
    local empty = answer.result == nil or answer.result == vim.NIL or (type(answer.result) == "table" and vim.tbl_isempty(answer.result))
    if must and empty then
      fail(method .. " has nothing to say")
    end
    table.insert(answered, (method:gsub("^textDocument/", "")))
  end
end
for capability, value in pairs(client.server_capabilities) do
  if value and not known[capability] and not silent[capability] then
    fail("the server advertises " .. capability .. ", which this test does not ask for")
  end
end

-- A new name is written into every file that has the old one.
vim.lsp.buf.rename("constabulary")
wait("the new name", function() return vim.fn.search("^  between   constabulary", "nw") > 0 end)

client.stop()
wait("the server to end", function() return #clients({ name = "sharewright" }) == 0 end)
print(("Neovim %s: a mistake found and gone; answered: %s; a name changed"):format(tostring(vim.version and vim.version().minor), table.concat(answered, ", ")))
vim.cmd("quitall!")
