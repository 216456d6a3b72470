"""Digital-maturity self-assessment for UK public bodies."""

__version__ = "0.1.0"
