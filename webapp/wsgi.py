"""The server's entry: `granian --interface wsgi webapp.wsgi:app`."""

from __future__ import annotations

import os
import sys

from webapp import create_app
from webapp.settings import Settings, SettingsInvalid

try:
    app = create_app(Settings.from_env(os.environ))
except SettingsInvalid as fault:
    sys.exit(f"Settings: {fault}")
