"""Outside routers, played by a server of our own."""

from __future__ import annotations

import json
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.paces import PACES, PaceName
from webapp.services.travel import routers
from webapp.services.travel.routers import Osrm, Service, Valhalla, router_of
from webapp.settings import WalkRouting

POINTS = [LatLng(31.2300, 121.4700), LatLng(31.2310, 121.4720), LatLng(31.2320, 121.4740)]
METRES = [[0.0, 400.4, 900.0], [400.4, 0.0, None], [900.0, None, 0.0]]
PACE = PACES[PaceName.NORMAL]


class Streets(BaseHTTPRequestHandler):
    """Answers every question with the same table, and keeps what was asked."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.reply({"code": "Ok", "distances": METRES})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, json.loads(body)))
        rows = [[{"distance": m and m / 1000} for m in row] for row in METRES]
        self.reply({"sources_to_targets": rows, "units": "kilometers"})

    def reply(self, answer: object) -> None:
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.broken or json.dumps(answer).encode())

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def streets():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Streets)
    server.asked, server.status, server.broken = [], 200, b""
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_osrm_is_asked_for_a_table_on_foot(streets):
    table = Osrm(Service(streets.url)).metres(POINTS)
    assert table.tolist() == [[0, 400, 900], [400, 0, -1], [900, -1, 0]]
    (path,) = streets.asked
    assert path.startswith("/table/v1/foot/121.470000,31.230000;121.472000,31.231000;")
    assert path.endswith("?annotations=distance")


def test_valhalla_is_asked_for_pedestrians(streets):
    table = Valhalla(Service(f"{streets.url}/valhalla")).metres(POINTS)
    assert table.tolist() == [[0, 400, 900], [400, 0, -1], [900, -1, 0]]
    ((path, body),) = streets.asked
    assert path == "/valhalla/sources_to_targets"
    assert body["costing"] == "pedestrian"
    assert body["sources"][0] == {"lat": 31.23, "lon": 121.47}


@pytest.mark.parametrize(
    ("status", "broken"),
    [
        (500, b""),
        (200, b"no json"),
        (200, b'{"code": "Ok", "distances": [[0]]}'),
        (200, b'{"code": "Ok", "distances": [[0, 1, 2], [0, "x", 2], [0, 1, 2]]}'),
        (200, b'{"code": "TooBig"}'),
        (200, b"[]"),
    ],
)
def test_a_bad_answer_is_none(streets, status, broken):
    streets.status, streets.broken = status, broken
    assert Osrm(Service(streets.url)).metres(POINTS) is None


def test_a_dead_router_is_left_alone_for_a_while(streets, monkeypatch):
    streets.status = 503
    service = Service(streets.url)
    assert Osrm(service).metres(POINTS) is None
    assert Osrm(service).metres(POINTS) is None
    assert len(streets.asked) == 1
    monkeypatch.setattr(routers, "PAUSE_S", 0.0)
    streets.status = 200
    assert Osrm(service).metres(POINTS) is not None


def test_nobody_listening_is_no_answer():
    assert Osrm(Service("http://127.0.0.1:9")).metres(POINTS) is None


def test_the_settings_choose(streets):
    assert router_of(WalkRouting.OWN, "") is None
    assert isinstance(router_of(WalkRouting.OSRM, streets.url), Osrm)
    assert isinstance(router_of(WalkRouting.VALHALLA, streets.url), Valhalla)


def test_legs_and_tables_walk_as_the_router_says(travel, streets):
    routed = travel.routed_by(Osrm(Service(streets.url)))
    (table,) = routed.tables(POINTS, PACE, date(2026, 11, 23), 600, 700)
    assert table.walk_m[0, 1] == 400
    assert table.minutes[0, 1] == 6  # 400 m at 75 a minute
    plain = travel.tables(POINTS, PACE, date(2026, 11, 23), 600, 700)[0]
    assert plain.walk_m[0, 1] != 400


def test_without_an_answer_legs_are_our_own(travel):
    routed = travel.routed_by(Osrm(Service("http://127.0.0.1:9")))
    leg = routed.usual_leg(*POINTS[:2], PACE)
    assert leg == travel.usual_leg(*POINTS[:2], PACE)
    assert leg.mode is Mode.WALK
