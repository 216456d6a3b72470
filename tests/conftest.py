"""How long hypothesis looks: briefly, or at length with MATURITY_LONG_TESTS=1."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Whole frameworks are drawn, which is slow beside the short tests that use them.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("short", max_examples=50, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("long", max_examples=2_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("long" if os.environ.get("MATURITY_LONG_TESTS") == "1" else "short")
