"""Plans that hold: which places to visit, in which order and when."""
