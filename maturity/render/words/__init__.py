"""The report's language: its words, its numbers and days, and people's texts made safe."""
