; A thing with a name, and its label.
(statement . (keyword) @context . (word) @name . (text)? @context.extra block: (block)) @item
; A thing with a label alone.
(statement . (keyword) @context . (text) @name block: (block)) @item
; A thing with neither.
(statement . (keyword) @name . block: (block)) @item
