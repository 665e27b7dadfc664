"""Places on the ground: datums, distances, tiles, boundaries, drawings; knows nothing of the web.

Light modules (`records`, `crs`, `distance`, `tiles`, `navigation`) need the standard library only
and may be used while serving. `boundaries`, `metro_build` and `sketch` are for
building content; of `sketch`, only `frame`, `marks` and `hero` are light as well.
"""
