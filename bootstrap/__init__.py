"""Set-up and start with the standard library alone: `python3 -m bootstrap run`."""
