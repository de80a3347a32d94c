(comment) @comment.inclusive
[(text) (block_text) (curly_text) (unclosed_text)] @string
