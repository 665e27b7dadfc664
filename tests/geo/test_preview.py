"""Pictures for shared links: colours of the site, names that fit, letters from the right font."""

import math
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor

from geo.preview import typesetting
from geo.preview.colours import COLOURS, LINES, day_sheet, dusk_sheet
from geo.preview.faces import BOLD, LATIN, Face, Faces, FontMissing
from geo.preview.picture import LARGE, SIZE, SKETCH, STAMP, Painter, Subject, as_png
from geo.preview.sign import COLUMN, NAME_STEPS, SIGN
from geo.preview.words import Words
from geo.records import LatLng
from geo.sketch.drawing import Drawing
from geo.sketch.frame import Frame
from geo.sketch.marks import pin, stop_mark

ROOT = Path(__file__).parents[2]
FONT = ROOT / "webapp" / "fonts" / "noto-sans-sc"
TOKENS = ROOT / "webapp" / "static" / "css" / "tokens.css"
WORDS = Words("zh", "沪上场景", "上海博物馆", "Shanghai Museum", "博物馆·黄浦区")
FRAME = Frame(LatLng(31.23, 121.47), 5, *SKETCH)
STEPS = ((20, 1), (16, 2), (10, 3))

needs_font = pytest.mark.skipif(
    not (FONT / "unicode.json").exists(), reason="the font is missing: make prepare"
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces.load(FONT)


@pytest.fixture(scope="module")
def painter(faces: Faces) -> Painter:
    return Painter(faces)


def em(text: str, px: int) -> float:
    """As if every letter were as wide as it is high."""
    return len(text) * px


def srgb(lightness: float, chroma: float, hue: float) -> str:
    """The colour `oklch(…)` as browsers show it (CSS Color 4)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    curved = (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in linear)
    return "#" + "".join(f"{round(255 * min(1, max(0, x))):02x}" for x in curved)


def test_colours_are_those_of_the_style_sheets() -> None:
    day = TOKENS.read_text(encoding="utf-8").partition("@media")[0]
    given = dict(re.findall(r"--([\w-]+): oklch\(([\d. ]+)\)", day))
    shown = {name: srgb(*map(float, given[name].split())) for name in COLOURS}
    assert shown == COLOURS
    lines = dict(re.findall(r"--line-(\d+): (#\w{6})", day))
    assert tuple(lines[str(number)] for number in range(1, 19)) == LINES


def test_sheets_hold_no_name_without_a_colour() -> None:
    assert "$" not in day_sheet() + dusk_sheet()
    assert ".m-route--walk" in day_sheet()


@pytest.mark.parametrize(
    ("text", "px", "lines"),
    [
        ("博物馆", 20, ("博物馆",)),
        ("人民公园（南）", 16, ("人民公园", "（南）")),
        ("上海博物馆人民广场馆址", 16, ("上海博物馆", "人民广场馆址")),
        ("Fuxing Park", 16, ("Fuxing", "Park")),
        ("1929 酒吧", 16, ("1929", "酒吧")),
    ],
)
def test_names_are_set_large_and_broken_well(text: str, px: int, lines: tuple[str, ...]) -> None:
    assert typesetting.set_in(text, 100, STEPS, em) == typesetting.Setting(px, lines)


def test_what_fits_nowhere_is_set_in_the_last_size() -> None:
    long = "上海" * 20
    found = typesetting.set_in(long, 60, STEPS, em)
    assert found.px == 10
    assert "".join(found.lines) == long
    assert max(map(len, found.lines)) <= 6


def test_no_line_begins_with_punctuation() -> None:
    found = typesetting.set_in("一二三四五六，七八九十一二三四", 60, ((10, 3),), em)
    assert not any(line.startswith("，") for line in found.lines)


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontMissing, match=re.escape(str(tmp_path))):
        Faces.load(tmp_path)


@needs_font
def test_letters_are_found_in_their_files(faces: Faces) -> None:
    runs = faces.runs("X11 环球港", Face(40, BOLD))
    assert runs[0].text == "X11 "
    assert "".join(run.text for run in runs) == "X11 环球港"
    assert faces.width("环球港", Face(40, BOLD)) == pytest.approx(120)
    assert faces.width("一", Face(40, BOLD)) > faces.width("i", Face(40, BOLD))
    with pytest.raises(KeyError):
        faces.runs("\ue123", Face(40, BOLD))


@needs_font
def test_an_apostrophe_in_latin_letters_is_narrow(faces: Faces) -> None:
    face = Face(40, BOLD)
    assert faces.width("People’s", face) == faces.width("People's", face)
    assert LATIN == "latin"


@needs_font
@pytest.mark.parametrize("scenario", ["night", "silver", "goods", "culture"])
def test_a_picture_has_a_sign_a_map_and_words(painter: Painter, scenario: str) -> None:
    drawing = Drawing(
        FRAME, '<path class="m-sea" d="M0 0h99v99z"/>', top=pin(scenario, (192, 210), 40)
    )
    subject = Subject(drawing, scenario)
    ground = painter.ground(subject)
    assert ground.size == SIZE == (1200, 630)
    places = {"sign": (10, 300), "water": (SIGN[0] + 100, 20), "land-0": (1190, 620)}
    for name, at in places.items():
        assert ground.getpixel(at) == ImageColor.getrgb(COLOURS[name])
    finished = painter.finished(ground, subject, WORDS)
    changed = ImageChops.difference(ground, finished)
    left, _, right, lower = changed.getbbox()
    assert left > 50
    assert right <= SIGN[0] - 50
    assert lower < 600


@needs_font
def test_stops_keep_their_numbers(painter: Painter) -> None:
    subject = Subject(Drawing(FRAME, "", top=stop_mark((100, 100), 12, 7)), "night")
    ground = painter.ground(subject)
    disc = (SIGN[0] + 132, 132, SIGN[0] + 168, 168)
    before = ground.crop(disc)
    after = painter.finished(ground, subject, WORDS).crop(disc)
    assert before.tobytes() != after.tobytes()


@needs_font
def test_the_longest_names_of_all_fit(faces: Faces) -> None:
    long = "Shanghai Xuhui District Xujiahui Subdistrict Community Health Service Centre"
    for name in (long, "上海市徐汇区徐家汇街道社区卫生服务中心第一分院老年护理部"):
        found = typesetting.set_in(
            name, COLUMN, NAME_STEPS, lambda text, px: faces.width(text, Face(px, BOLD))
        )
        assert len(found.lines) * found.px * 1.2 < 300
        assert max(faces.width(line, Face(found.px, BOLD)) for line in found.lines) <= COLUMN


@needs_font
def test_a_png_is_small_and_says_what_it_was_made_of(painter: Painter) -> None:
    subject = Subject(Drawing(FRAME, ""), "goods")
    png = as_png(painter.finished(painter.ground(subject), subject, WORDS), "abc")
    with Image.open(BytesIO(png)) as found:
        assert found.size == SIZE
        assert found.mode == "P"
        assert found.info[STAMP] == "abc"
        plain = found.convert("RGB")
        for name, at in {"sign": (10, 300), "land-0": (1190, 620), "lamp": (75, 75)}.items():
            assert plain.getpixel(at) == pytest.approx(ImageColor.getrgb(COLOURS[name]), abs=2)
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    assert len(png) < LARGE < len(as_png(noise, ""))
