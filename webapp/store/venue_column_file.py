"""The columns of all listed venues as one stored file, loaded once a process and version."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from sqlalchemy import Connection

from webapp.store.document_writes import Prepared, keep_document
from webapp.store.documents import find_document
from webapp.store.remembered import remembered
from webapp.store.venue_column_rows import read_columns
from webapp.store.venue_columns import Links, Reach, VenueColumns

KEY = "venue-columns-1.npz"
"""Names the layout: another release's file is left alone and the tables are read instead."""
TYPE = "application/octet-stream"
ARRAYS = (
    *("ids", "slugs", "lat", "lng", "rank", "as_of", "confirm_days", "ends_on"),
    *("hours", "hours_ids", "by_zh", "by_en"),
)


def prepare_columns(connection: Connection) -> None:
    """Store the columns of the venues the tables list now."""
    keep_document(connection, Prepared(KEY, TYPE, pack(read_columns(connection))))


@remembered
def columns_of(connection: Connection) -> VenueColumns:
    """Return the prepared columns; where none are stored, those of the tables."""
    stored = find_document(connection, KEY)
    return read_columns(connection) if stored is None else unpack(gzip.decompress(stored.body))


def pack(columns: VenueColumns) -> bytes:
    """Return the columns as an .npz file."""
    arrays: dict[str, Any] = {name: getattr(columns, name) for name in ARRAYS}
    arrays["metres"] = columns.reach.metres
    for name, links in {**columns.links, "reach": columns.reach.links}.items():
        arrays[f"{name}.values"] = np.array(links.values, np.str_)
        arrays[f"{name}.starts"] = links.starts
        arrays[f"{name}.rows"] = links.rows.astype(np.int32)
    file = BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def unpack(file: bytes) -> VenueColumns:
    """Return the columns of a file that `pack` made."""
    with np.load(BytesIO(file), allow_pickle=False) as arrays:
        links = dict(_links(arrays))
        reach = Reach(links.pop("reach"), arrays["metres"])
        return VenueColumns(**{name: arrays[name] for name in ARRAYS}, links=links, reach=reach)


def _links(arrays: Mapping[str, Any]) -> Any:
    for name in (each.removesuffix(".values") for each in arrays if each.endswith(".values")):
        values, starts, rows = (arrays[f"{name}.{part}"] for part in ("values", "starts", "rows"))
        yield name, Links(tuple(values.tolist()), starts, rows.astype(np.int64))
