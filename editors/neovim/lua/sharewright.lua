-- Starts `sharewright lsp` for the files of a repository. `require("sharewright").setup({ ... })` is needed only to change what follows.
local M = {}

local options = {
  -- The program, by its name or whole path.
  path = "sharewright",
  -- The day whose law and rules are used, such as "2026-04-01"; today when it is not given.
  as_of = nil,
  -- Folders with rules of your own partnership.
  packs = {},
}

local told = false

local function tell(what)
  if not told then
    told = true
    vim.notify("Sharewright: " .. what, vim.log.levels.WARN)
  end
end

function M.setup(given)
  options = vim.tbl_extend("force", options, given or {})
end

-- What is started. Neovim starts it in the folder of the repository.
function M.command()
  local command = { options.path, "lsp" }
  if options.as_of then
    vim.list_extend(command, { "--as-of", options.as_of })
  end
  for _, pack in ipairs(options.packs) do
    vim.list_extend(command, { "--packs", pack })
  end
  return command
end

-- The folder in which the agreements of a partnership stand: that of sharewright.toml, or of the repository, or that of the file.
local function root(name)
  local file = vim.fn.fnamemodify(name, ":p")
  local folder = vim.fn.fnamemodify(file, ":h")
  for _, mark in ipairs({ "sharewright.toml", ".git" }) do
    local found = vim.fn.findfile(mark, folder .. ";")
    if found == "" then
      found = vim.fn.finddir(mark, folder .. ";")
    end
    if found ~= "" then
      return vim.fn.fnamemodify(vim.fn.fnamemodify(found, ":p"):gsub("/$", ""), ":h")
    end
  end
  return folder
end

function M.attach(buffer)
  if not vim.lsp.start then
    tell("findings as you write need Neovim 0.8 or newer. Colours work in this one.")
    return
  end
  if vim.fn.executable(options.path) == 0 then
    tell("the program `" .. options.path .. "` was not found, so nothing is checked. Install it, or call require('sharewright').setup({ path = ... }).")
    return
  end
  local folder = root(vim.api.nvim_buf_get_name(buffer))
  -- One server for each folder, whatever number of its files are open.
  vim.lsp.start({ name = "sharewright", cmd = M.command(), cmd_cwd = folder, root_dir = folder }, { bufnr = buffer })
end

return M
