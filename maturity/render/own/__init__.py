"""Stage 6: templates of somebody's own, which are code: they run apart, on plain data, bounded."""
