"""Builds `content/geo`: districts, sea, rivers, metro tracks; WGS-84 GeoJSON with provenance.

Run `python -m geo.boundaries` after a new release of the outlines, `python -m geo.boundaries rails
GEOMETRY.json.gz` for new tracks; look at the map, commit the files. Nothing here runs while
serving, and nothing is downloaded.
"""
