-- Every keyword, comment and text of every example has the colour that is its own. Run by tests/tools/neovim.sh in the root of the repository:
-- once for the syntax file, and with TREES set for the grammar and the queries of Tree-sitter.
-- The reader of statements here owes the syntax file nothing: it follows docs/language.md letter by letter.
local by_trees = os.getenv("TREES") ~= nil
local wrong, counts = {}, { keyword = 0, carried = 0, comment = 0, text = 0 }
local groups = {
  keyword = { sharewrightThing = true, sharewrightFact = true, keyword = true, attribute = true },
  carried = { sharewrightCarriedOn = true, ["keyword.operator"] = true },
  comment = { sharewrightComment = true, comment = true },
  text = { sharewrightText = true, string = true },
}

-- What a place is coloured as.
local function group_at(line, column)
  if not by_trees then
    return vim.fn.synIDattr(vim.fn.synID(line, column, 1), "name")
  end
  -- The last one is seen.
  local captures = vim.treesitter.get_captures_at_pos(0, line - 1, column - 1)
  return #captures > 0 and captures[#captures].capture or ""
end

local function expect(kind, file, line, column)
  counts[kind] = counts[kind] + 1
  local group = group_at(line, column)
  if not groups[kind][group] then
    table.insert(wrong, ("%s:%d:%d: a %s is %s"):format(file, line, column, kind, group == "" and "plain" or group))
  end
end

local function check(file)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  assert(vim.bo.filetype == "sharewright", file .. " has the file type " .. vim.bo.filetype)
  if by_trees then
    vim.treesitter.start()
    vim.treesitter.get_parser(0):parse()
  end
  local in_block, after_comma = false, false
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at, start = 1, not after_comma
    if in_block then
      local close = line:find('"""', 1, true)
      if #line > 0 then
        expect("text", file, number, 1)
      end
      in_block, at, start, after_comma = close == nil, close and close + 3 or #line + 1, false, false
    end
    while at <= #line do
      local here = line:sub(at, at)
      if here:match("%s") then
        at = at + 1
      elseif here == "#" then
        expect("comment", file, number, at)
        at = #line + 1
      else
        after_comma = here == ","
        if line:sub(at, at + 2) == '"""' then
          expect("text", file, number, at)
          local close = line:find('"""', at + 3, true)
          in_block, at = close == nil, close and close + 3 or #line + 1
        elseif here == '"' then
          expect("text", file, number, at)
          local close = at + 1
          while close <= #line and line:sub(close, close) ~= '"' do
            close = close + (line:sub(close, close) == "\\" and 2 or 1)
          end
          expect("text", file, number, close)
          at = close + 1
        elseif here == "{" or here == "}" then
          at, start = at + 1, true
          goto continue
        else
          local word = line:match("^[%a][%w_.-]*", at) or here
          if start and word:match("^%a") then
            local first = line:sub(1, at - 1):match("^%s*$") ~= nil
            local carried = first and (word == "else" or word == "because" or word == "source")
            for _, column in ipairs({ at, at + #word - 1 }) do
              expect(carried and "carried" or "keyword", file, number, column)
            end
          end
          at = at + #word
        end
        start = false
      end
      ::continue::
    end
  end
  vim.cmd("bwipeout!")
end

local files = {}
for _, ending in ipairs({ "isa", "sop", "disclosure" }) do
  vim.list_extend(files, vim.fn.glob("examples/**/*." .. ending, true, true))
end
assert(#files > 50, "the examples are found")
for _, file in ipairs(files) do
  check(file)
end
print(("%s: %d files, %d ends of keywords, %d carried on, %d comments, %d ends of texts"):format(by_trees and "trees" or "syntax", #files, counts.keyword, counts.carried, counts.comment, counts.text))
if #wrong > 0 then
  print(#wrong .. " are wrong:\n" .. table.concat(vim.list_slice(wrong, 1, 30), "\n"))
  vim.cmd("cquit 1")
end
vim.cmd("quitall!")
