"""The formats: each lays out the same blocks and adds nothing."""
