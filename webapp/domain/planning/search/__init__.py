"""The heuristic search, compiled to machine code; importing a module of it brings numba."""
