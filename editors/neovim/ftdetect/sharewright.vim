" Agreements, operating procedures and records of disclosures are one language.
autocmd BufNewFile,BufRead *.isa,*.sop,*.disclosure set filetype=sharewright
