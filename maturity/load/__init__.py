"""Stage 1: bytes from strangers to a checked model, every failure with its place."""
