"""A route as files that work elsewhere: GPX, KML, GeoJSON, calendar, text, offline map, QR code."""
