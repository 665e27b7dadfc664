"""Builds `content/geo`: districts, sea, rivers, metro tracks; WGS-84 GeoJSON with provenance.

Run `python -m geo.boundaries` (and `… rails GEOMETRY.json.gz`) after a new release of the source package, look at the map, commit
the files. Nothing here runs while serving, and nothing is downloaded.
"""
