"""Where things lie in the work tree."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR") or ROOT / "var")
VENV = ROOT / ".venv"
VENV_BIN = VENV / "bin"
PYTHON = VENV_BIN / "python"
STATIC = ROOT / "webapp" / "static"
VENDOR = STATIC / "vendor"
FONTS = ROOT / "webapp" / "fonts"
TRANSLATIONS = ROOT / "translations"
LOG = VAR / "setup.log"
