"""Files that people keep: each is changed as a whole or not at all."""
