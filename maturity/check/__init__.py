"""Stage 2: what types cannot see in a questionnaire, each finding at its line and column."""
