[(block) (block_text)] @fold
