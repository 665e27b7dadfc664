"""The frame of an interactive map: folium's element and script, without its page and its files."""

from dataclasses import dataclass

from folium import Map
from folium.template import Template

from geo.records import Bounds, LatLng


@dataclass(frozen=True, slots=True)
class MapSpec:
    """What a map begins with; `element_id` names both the element and the script's variable."""

    element_id: str
    centre: LatLng
    zoom: int
    min_zoom: int
    max_zoom: int
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class MapShell:
    """`html` stands where the map goes; `script` runs once Leaflet is loaded, as a module."""

    html: str
    script: str


class ShellMap(Map):
    """A folium map that brings no tiles, markers, styles or foreign files of its own."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 -- folium's own class attributes
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    # folium's template without its page header; the map is handed to the page's own scripts.
    _template = Template(
        """
        {% macro html(this, kwargs) -%}
        <div class="folium-map" id={{ this.get_name()|tojson }}></div>
        {%- endmacro %}
        {% macro script(this, kwargs) -%}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
          center: {{ this.location|tojson }},
          ...{{ this.options|tojavascript }}
        });
        document.getElementById({{ this.get_name()|tojson }}).leafletMap = {{ this.get_name() }};
        {%- endmacro %}
        """
    )

    def __init__(self, spec: MapSpec) -> None:
        """Take the view and its limits from `spec`; keyboard, wheel and touch stay Leaflet's."""
        self._shell_name = spec.element_id  # folium asks for it while it begins
        south_west = [spec.bounds.south, spec.bounds.west]
        north_east = [spec.bounds.north, spec.bounds.east]
        super().__init__(
            location=[spec.centre.lat, spec.centre.lng],
            zoom_start=spec.zoom,
            tiles=None,
            zoom_control=False,
            # folium drops these two without tiles unless they come as plain options
            minZoom=spec.min_zoom,
            maxZoom=spec.max_zoom,
            maxBounds=[south_west, north_east],
            maxBoundsViscosity=0.8,
            attributionControl=False,
        )

    def get_name(self) -> str:
        """Return the fixed name, so that the same spec always makes the same shell."""
        return self._shell_name


def map_shell(spec: MapSpec) -> MapShell:
    """Return the two parts of `spec`'s map that a page of ours embeds."""
    drawn = ShellMap(spec)
    module = drawn._template.module  # noqa: SLF001 -- the macros are folium's way in
    return MapShell(
        html=str(module.html(drawn, {})).strip(), script=str(module.script(drawn, {})).strip()
    )


CITY = MapSpec(
    element_id="map",
    centre=LatLng(31.2335, 121.4757),
    zoom=13,
    min_zoom=9,
    max_zoom=18,
    bounds=Bounds(120.6, 30.4, 122.5, 32.1),
)
"""The city's map: opens on People's Square and the Bund."""
