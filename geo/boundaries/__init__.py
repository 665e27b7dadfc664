"""Builds `content/geo`: districts, sea, river and metro tracks, all WGS-84 GeoJSON with provenance.

Run `python -m geo.boundaries` after a new release of the source package, look at the map, commit
the files. Nothing here runs while serving, and nothing is downloaded.
"""
