"""Stage 6: a Result becomes text; every output is made from the Result alone.

view.py puts it into plain words and shown numbers (blocks.py); each format only lays those out.
"""
