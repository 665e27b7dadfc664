"""Each fault names its file, line, entry, field and reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.fixtures.seeds import Seed, is_told, plant
from webapp.services.content.checking import check

TODAY = date(2026, 11, 20)
CULTURE, NIGHT, SILVER = "venues/culture.yaml", "venues/night.yaml", "venues/silver.yaml"
AREA = "areas/old-harbour.yaml"
LINES, STATIONS, TRAINS = "metro/lines.yaml", "metro/stations.yaml", "metro/last_trains.yaml"


HOURS = 'text: "Tu-Su 09:00-17:00", basis: source, source: survey, as_of: 2026-07-01'
# fmt: off
SEEDS = {
    "yaml": Seed(CULTURE, "kind: museum", "kind: [museum", "tags", "yaml", "expected ',' or ']'"),
    "twice": Seed(CULTURE, "rank: 5", "rank: 5\n  rank: 4", "rank: 4", "yaml", "given twice"),
    "missing": Seed(
        NIGHT, "  rank: 3\n", "", "slug: harbour-bar", "harbour-bar · rank", "is missing"
    ),
    "unknown-field": Seed(
        NIGHT, "rank: 3", "rang: 3", "rang", "harbour-bar · rang", "is not a field"
    ),
    "comma": Seed(
        NIGHT, "en: A craft-beer bar on", "en: A bar, on",
        "summary", "· summary.on the ground floor of a warehouse.", "with a comma needs quotes",
    ),
    "not-text": Seed(
        NIGHT, 'district: "310101"', "district: 310101", "district", "· district", "must be text"
    ),
    "one-language": Seed(
        NIGHT,
        "{zh: 码头酒吧, en: The Harbour Bar}",
        "{zh: 码头酒吧}",
        "name:",
        "· name.en",
        "is missing",
    ),
    "blank": Seed(
        NIGHT, "en: The Harbour Bar", 'en: ""', "name:", "harbour-bar · name.en", "is empty"
    ),
    "slug": Seed(NIGHT, "harbour-bar", "Harbour_Bar", "slug:", "Harbour_Bar · slug", "the form"),
    "rank": Seed(NIGHT, "rank: 3", "rank: 6", "rank", "· rank", "less than or equal to 5"),
    "kind": Seed(NIGHT, "kind: bar", "kind: pub", "kind", "· kind", "'pub' is no kind"),
    "kind-of-another": Seed(
        NIGHT, "kind: bar", "kind: museum", "kind", "· kind", "museum belongs to culture"
    ),
    "tag": Seed(NIGHT, "craft-beer", "best-beer", "tags", "· tags", "best-beer is not on the list"),
    "slug-twice": Seed(
        NIGHT, "slug: harbour-bar", "slug: east-gallery", "slug:", "· slug", "is already at"
    ),
    "source-unknown": Seed(
        NIGHT, "sources: [survey]", "sources: [survey, hearsay]",
        "sources:", "· sources.1", "hearsay is not in SOURCES.md",
    ),
    "source-unlisted": Seed(
        CULTURE,
        "value: 0, source: survey",
        "value: 0, source: timetable",
        "price:",
        "river-museum · price.source",
        "timetable is not among",
    ),
    "source-missing": Seed(
        CULTURE, 'website: {value: "https://museum.example.org/", source: survey,',
        'website: {value: "https://museum.example.org/",',
        "website:", "· website.source", "is missing",
    ),
    "future": Seed(
        NIGHT, "as_of: 2026-07-01", "as_of: 2027-07-01", "as_of: 2027", "· as_of", "in the future"
    ),
    "district-wrong": Seed(
        NIGHT, '"310101"', '"310115"', "position:", "harbour-bar · position", "it is in 310101"
    ),
    "swapped": Seed(
        NIGHT, "lat: 31.224, lng: 121.484", "lat: 121.484, lng: 31.224",
        "position:", "· position.lat", "less than or equal to 90",
    ),
    "outside": Seed(
        NIGHT, "lat: 31.224", "lat: 30.224", "position:", "· position", "in no district of Shanghai"
    ),
    "hours-unreadable": Seed(
        CULTURE, "Tu-Su 09:00-17:00", "whenever", "hours:", "river-museum · hours.text", "cannot be"
    ),
    "hours-without-source": Seed(
        CULTURE, HOURS, HOURS.replace("source: survey, ", ""),
        "hours:", "· hours.source", "is missing",
    ),
    "usual-with-source": Seed(
        NIGHT, "basis: usual,", "basis: usual, source: survey,",
        "hours:", "· hours.source", "usual hours have no source",
    ),
    "usual-price": Seed(
        CULTURE, "price: {value: 0,", "price: {value: 0, basis: usual,",
        "price:", "· price.basis", "is not a field",
    ),
    "phone": Seed(
        CULTURE, "+86 21 6318 4477", "6318-4477", "phone:", "· phone.value", "has not the form"
    ),
    "website": Seed(
        CULTURE, "https://museum", "museum", "website:", "· website.value", "has not the form"
    ),
    "ends-before": Seed(
        CULTURE, "ends_on: null", "ends_on: 2026-01-01", "ends_on", "· ends_on", "is before as_of"
    ),
    "duplicate": Seed(
        SILVER, "zh: 中央街道食堂", "zh: 西门的长者食堂",
        "name: {zh: 西门的", "canteen-central · name", "looks like canteen-west",
    ),
    "half-width": Seed(
        NIGHT, "货栈底层的精酿酒吧。", "货栈底层;精酿酒吧。",
        "summary", "· summary.zh", "half-width",
    ),
    "no-space": Seed(
        NIGHT, "码头路 3 号", "码头路3号",
        "address", "· address.zh", "no space between Han and Latin",
    ),
    "han-in-english": Seed(
        NIGHT, "A craft-beer bar", "A 精酿 bar", "summary", "· summary.en", "Han characters"
    ),
    "filler": Seed(
        NIGHT, "The window seats", "The vibrant window seats",
        "en: Four", "· description.en", "filler: vibrant",
    ),
    "said-before": Seed(
        NIGHT, "靠窗能看见江。", "周二上午人最少。",
        "zh: 十二个", "· description.zh", "already said of venues[0] river-museum",
    ),
    "two-sentences": Seed(
        NIGHT, "货栈底层的精酿酒吧。", "货栈底层。精酿酒吧。",
        "summary", "· summary.zh", "more than one sentence",
    ),
    "not-chinese": Seed(
        NIGHT, "zh: 货栈底层的精酿酒吧。", "zh: Craft beer。",
        "summary", "· summary.zh", "not in Chinese",
    ),
    "outline-crossing": Seed(
        AREA, "[121.488, 31.220], [121.488, 31.228], [121.480",
        "[121.488, 31.228], [121.488, 31.220], [121.480",
        "outline", "area old-harbour · outline", "no sound polygon: self-intersection",
    ),
    "outline-away": Seed(
        AREA, "[[121.480, 31.220]", "[[121.480, 32.220]",
        "outline", "· outline.0", "not in Shanghai",
    ),
    "area-district": Seed(
        AREA, '["310101"]', '["310115"]', "districts", "· districts.0", "does not touch district"
    ),
    "area-station": Seed(
        AREA, "[west-gate]", "[north-gate]", "stations", "· stations.0", "is no metro station"
    ),
    "stop": Seed(
        LINES, "- central\n", "- centre\n",
        "- centre", "lines[1] 2 · branches.0.stops.0", "is no metro",
    ),
    "line-unnamed": Seed(
        STATIONS, 'lines: ["1"]', 'lines: ["1", "2"]',
        "lines:", "stations[0] west-gate · lines", "line 2 does not stop here",
    ),
    "colour": Seed(LINES, '"#E3002A"', '"red"', "color", "lines[0] 1 · color", "has not the form"),
    "terminal": Seed(
        TRAINS, "terminal: east-bank", "terminal: east-end",
        "terminal", "last_trains[0] central · directions.0.terminal", "is no metro station",
    ),
    "time": Seed(
        TRAINS, '"24:17"', '"00:17"', "times", "· directions.0.times", "after midnight write 24:17"
    ),
    "source-table": Seed(
        "SOURCES.md", "| CC0 1.0 | 2026-07-01 | |", "| CC0 1.0 |",
        "| survey", "sources survey", "has 4 columns",
    ),
}
# fmt: on


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_a_fault_is_told_with_its_place(content: Path, seed: Seed):
    plant(content, seed)
    errors = check(content, TODAY).errors
    assert is_told(content, seed, errors), list(map(str, errors))


def test_the_sample_is_sound(content: Path):
    found = check(content, TODAY)
    assert found.errors == ()
    assert len(found.catalogue.venues) == 5


def test_silver_services_may_share_a_sentence(content: Path):
    warnings = check(content, TODAY).warnings
    assert [fault.place for fault in warnings if "already said" in fault.reason] == [
        "venues[1] canteen-central · description.zh",
        "venues[1] canteen-central · description.en",
    ]


def test_a_past_end_is_only_a_warning(content: Path):
    plant(content, SEEDS["ends-before"]._replace(new="ends_on: 2026-10-01"))
    found = check(content, TODAY)
    assert found.errors == ()
    assert "ended on 2026-10-01" in [fault.reason for fault in found.warnings]
