"""New files: an assessment, an answer file or a framework to begin with, as commented texts."""
