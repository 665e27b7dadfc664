"""Accounts of the district desk: invitations, signing in, the second step, administration."""
