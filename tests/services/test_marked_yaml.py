import pytest

from webapp.services.content.marked_yaml import YamlUnreadable, read_marked

TEXT = """\
# a comment
- slug: one
  name: {zh: 一,
         en: One}
- slug: two
  tags:
    - a
    - b
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        ((0,), 2),
        ((0, "name"), 3),
        ((0, "name", "en"), 4),
        ((1, "tags", 1), 8),
        ((1, "missing"), 5),
        ((7,), 2),
    ],
)
def test_every_part_knows_its_line(path, line):
    assert read_marked(TEXT).line_of(path) == line


def test_values_are_plain():
    assert read_marked(TEXT).value == [
        {"slug": "one", "name": {"zh": "一", "en": "One"}},
        {"slug": "two", "tags": ["a", "b"]},
    ]
    assert read_marked("# nothing\n").value is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: ]\nc: 2", 2, "did not find expected node"),
        ("a: 1\na: 2", 2, "a is given twice"),
        ("{[1]: 2}", 1, "a key must be a plain word"),
        ("a: 1\nb: 2026-13-01", 2, "cannot read '2026-13-01'"),
        ("a: \x07", 1, "has a character YAML does not allow"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, line, reason):
    with pytest.raises(YamlUnreadable) as fault:
        read_marked(text)
    assert fault.value.line == line
    assert reason in fault.value.reason
