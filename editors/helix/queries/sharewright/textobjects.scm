(statement block: (block) @function.inside) @function.around
(comment) @comment.inside
(comment)+ @comment.around
