"""An Explanation in plain words: how a number was made."""
