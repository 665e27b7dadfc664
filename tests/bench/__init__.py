"""Measurements: `make bench`. They print ratios and never fail on a time."""
