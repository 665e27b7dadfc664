"""A text in the site's two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in Chinese and in English; both are always present."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """Return the text for a language tag such as `zh`, `zh-Hans-CN` or `en`."""
        return self.zh if lang.lower().startswith("zh") else self.en

    def other(self, lang: str) -> str:
        """Return the text in the language the reader did not choose."""
        return self.en if lang.lower().startswith("zh") else self.zh
