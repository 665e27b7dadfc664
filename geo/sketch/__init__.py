"""Sketches: small SVG maps drawn from our own districts, water, rails and stations."""
