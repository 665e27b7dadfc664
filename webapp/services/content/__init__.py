"""Curated content: reading `content/`, judging it by rules, and bringing it into the store."""
