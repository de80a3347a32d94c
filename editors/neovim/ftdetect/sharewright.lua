-- Agreements, operating procedures and records of disclosures are one language.
vim.filetype.add({ extension = { isa = "sharewright", sop = "sharewright", disclosure = "sharewright" } })
