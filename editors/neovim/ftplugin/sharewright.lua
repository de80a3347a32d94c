-- How a file of agreements is edited: `#` begins a comment, words have hyphens, blocks fold by their braces.
vim.opt_local.commentstring = "# %s"
vim.opt_local.comments = ":#"
vim.opt_local.iskeyword:append("-")
vim.opt_local.shiftwidth = 2
vim.opt_local.expandtab = true
vim.opt_local.smartindent = true
vim.opt_local.linebreak = true
vim.opt_local.foldmethod = "marker"
vim.opt_local.foldmarker = "{,}"
vim.opt_local.foldlevel = 99
vim.b.undo_ftplugin = "setlocal commentstring< comments< iskeyword< shiftwidth< expandtab< smartindent< linebreak< foldmethod< foldmarker< foldlevel<"

require("sharewright").attach(0)
