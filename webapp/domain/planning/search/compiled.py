"""Compiles functions to machine code, kept on disk from the first call on.

numba keeps it below NUMBA_CACHE_DIR, else beside the source; here in a folder named by the hash of
all sources, since numba does not notice when a function that another one calls has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])
SOURCES = Path(__file__).parent
FASTER: dict[str, Any] = {"nogil": True, "_nrt": False}
"""Other threads run meanwhile; references to arrays are not counted, which halves the time.

The functions must therefore not create arrays."""


def compiled(function: F) -> F:
    """Compile `function` at its first call; anew in each process where nothing can be written."""
    try:
        return cast("F", numba.njit(function, cache=True, **FASTER))
    except RuntimeError:
        return cast("F", numba.njit(function, **FASTER))


def _digest() -> str:
    total = hashlib.sha256()
    for path in sorted(SOURCES.glob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


_config: Any = numba.config
_config.CACHE_DIR = str(Path(_config.CACHE_DIR or SOURCES / "__pycache__") / _digest())
