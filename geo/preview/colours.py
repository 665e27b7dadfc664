"""The identity's colours for pictures, which know no style sheets: those of the site by day.

The values are those of `tokens.css` in sRGB; a test compares them.
"""

COLOURS = {
    "sign": "#161a31",
    "sign-2": "#232843",
    "on-sign": "#f9f6f2",
    "on-sign-2": "#babdcb",
    "sign-edge": "#737993",
    "lamp": "#fabb41",
    "ink": "#191d2f",
    "ink-2": "#545766",
    "surface": "#fefdfb",
    "edge": "#7c808d",
    "on-scenario": "#fefdfb",
    "night": "#4d42ae",
    "silver": "#0d6952",
    "goods": "#ad1b78",
    "culture": "#a13d1c",
    "land-0": "#e3dfd8",
    "land-1": "#f4f1ea",
    "land-2": "#efeae0",
    "land-3": "#eeeee5",
    "district-line": "#c2bdb3",
    "water": "#9dc5d5",
    "water-label": "#1a4d68",
    "station": "#fefdfb",
    "station-edge": "#444753",
    "map-label": "#444753",
    "map-halo": "#f6f3ed",
    "route": "#191d2f",
    "dusk-land-1": "#181c33",
    "dusk-land-2": "#1f2039",
    "dusk-land-3": "#152035",
    "dusk-water": "#306282",
    "dusk-night": "#ada4f9",
    "dusk-silver": "#70d2b2",
    "dusk-goods": "#f58ac3",
    "dusk-culture": "#f79873",
}
LINES = (
    *("#E3002A", "#86B81C", "#FCD600", "#5A2B8D", "#96499A", "#F0087D", "#EE782E", "#01A2E2"),
    *("#69C7F4", "#C6AFD4", "#871C2A", "#007A61", "#EB81B9", "#818530", "#DAC17D", "#98D1C0"),
    *("#B85A4E", "#D0970A"),
)
"""Lines 1 to 18, in the operator's colours."""
SCENARIOS = ("night", "silver", "goods", "culture")


def day_sheet() -> str:
    """Return the style sheet of a sketch on paper."""
    marks = (
        f".m-pin.is-{code} .s{{fill:{COLOURS[code]}}}.m-area.is-{code}{{fill:{COLOURS[code]}}}"
        for code in SCENARIOS
    )
    return "".join([_filled(_DAY), _lines(0.62), *marks])


def dusk_sheet() -> str:
    """Return the style sheet of the map on the dark sign."""
    marks = (f".m-pin.is-{code} .s{{fill:{COLOURS[f'dusk-{code}']}}}" for code in SCENARIOS)
    return "".join([_filled(_DUSK), _lines(0.35), *marks])


def _filled(sheet: str) -> str:
    """A sheet with `$name` replaced by colours, the longest names first."""
    for name in sorted(COLOURS, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", COLOURS[name])
    return sheet


def _lines(opacity: float) -> str:
    """Opacity of the stroke, not of the element, which would cost the renderer a layer each."""
    colours = {str(number): colour for number, colour in enumerate(LINES, 1)}
    colours["x"] = COLOURS["edge"]
    return f".m-rail{{stroke-opacity:{opacity}}}" + "".join(
        f".r{code}{{stroke:{colour}}}" for code, colour in colours.items()
    )


_ROUND = "fill:none;stroke-linecap:round;stroke-linejoin:round"
_DAY = f"""
.m-l1{{fill:$land-1}}.m-l2{{fill:$land-2}}.m-l3{{fill:$land-3}}
.m-d{{stroke:$district-line;stroke-width:1}}.m-sea{{fill:$water}}
.m-water{{{_ROUND};stroke:$water}}.m-rail{{{_ROUND}}}
.m-area{{fill-opacity:.12;stroke:$ink-2;stroke-width:1.8;stroke-dasharray:2 4}}
.m-st{{fill:$station;stroke:$station-edge;stroke-width:1.5}}.m-x{{stroke-width:2}}
.s{{stroke:$surface;stroke-width:1.6;paint-order:stroke}}.gf{{fill:$on-scenario}}
.m-case{{{_ROUND};stroke:$map-halo;stroke-width:8}}
.m-route{{{_ROUND};stroke:$route;stroke-width:4}}
.m-route--walk{{stroke-dasharray:.1 8;stroke-width:5}}.m-stop circle{{fill:$route}}
"""
_DUSK = f"""
.m-l1{{fill:$dusk-land-1}}.m-l2{{fill:$dusk-land-2}}.m-l3{{fill:$dusk-land-3}}
.m-sea{{fill:$dusk-water}}
.m-water{{{_ROUND};stroke:$dusk-water}}.m-rail{{{_ROUND}}}
.s{{stroke:$sign;stroke-width:1.6;paint-order:stroke}}.gf{{fill:$sign}}
"""
