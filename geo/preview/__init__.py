"""Pictures of places for links shared elsewhere: a plate with names beside a map, as PNG."""
