"""Plans of an outing: from what a visitor asks to stops by the clock, and what else would work."""
