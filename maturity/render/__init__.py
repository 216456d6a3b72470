"""Stage 6: a Result becomes text; every output is made from the Result alone.

report/ puts it into plain words and shown numbers, as blocks; each format only lays those out.
"""
