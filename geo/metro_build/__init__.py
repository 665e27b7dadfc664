"""Builds `content/metro` from the operator's list of stations and the order of the lines.

Run `python -m geo.metro_build STATIONS.json.gz ORDER.json` when either changes. Only facts are
taken over: names, positions, order, last departures, lifts and toilets.
"""
