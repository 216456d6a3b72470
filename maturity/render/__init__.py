"""Stage 6: a Result becomes text; every output is made from the Result alone."""
