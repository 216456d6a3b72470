"""Asking: a person's answers, one question at a time, in a terminal or from a file of lines."""
