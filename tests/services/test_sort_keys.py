import pytest

from webapp.services.sort_keys import chinese_key, english_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("长宁路", "chang ning lu"),
        ("长寿公园", "chang shou gong yuan"),
        ("重庆南路", "chong qing nan lu"),
        ("朱家角古镇", "zhu jia jiao gu zhen"),
        ("外滩", "wai tan"),
        ("MAO Livehouse 上海", "mao livehouse  shang hai"),
    ],
)
def test_chinese_names_sort_by_their_own_reading(name, key):
    assert chinese_key(name).split() == key.split()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Bund", "bund"),
        ("Théâtre", "theatre"),
        ("Jing'an Temple", "jing'an temple"),
        ("Theatre Academy", "theatre academy"),
    ],
)
def test_english_names_sort_without_article_and_accents(name, key):
    assert english_key(name) == key
