"""The modules rendered from the views, and the folders that they go to."""
