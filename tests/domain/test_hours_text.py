"""Opening hours as people write them."""

from __future__ import annotations

import pytest

from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours import read_hours
from webapp.domain.hours_text import normalise


@pytest.mark.parametrize(
    ("written", "osm"),
    [
        ("Tu-Su 09:00-17:00; PH off", "Tu-Su 09:00-17:00; PH off"),
        ("daily 10-22", "Mo-Su 10:00-22:00"),
        ("9-17", "09:00-17:00"),
        ("Mo-Fr 9-12,13-17", "Mo-Fr 09:00-12:00,13:00-17:00"),
        ("10：00－22：00", "10:00-22:00"),
        ("10:00 – 22:00", "10:00-22:00"),
        ("9.30-17.00", "09:30-17:00"),
        ("Mo-Fr: 10:00-18:00", "Mo-Fr 10:00-18:00"),
        ("mon-fri 10am-9:30pm", "Mo-Fr 10:00-21:30"),
        ("Tuesday to Sunday 10:00 until 17:00", "Tu-Su 10:00-17:00"),
        ("Mo-Fr 09:00-17:00,Sa 10:00-12:00", "Mo-Fr 09:00-17:00, Sa 10:00-12:00"),
        ("weekdays 9-17; public holidays closed", "Mo-Fr 09:00-17:00; PH closed"),
        ("24 hours", "24/7"),
        ("全天24小时", "24/7"),
        ("全年无休 10:00-22:00", "Mo-Su 10:00-22:00"),
        ("周一至周五 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ("星期一到五 9:00~17:00", "Mo-Fr 09:00-17:00"),
        ("周六日 10:00-18:00", "Sa,Su 10:00-18:00"),
        ("周一、三、五 9:00-11:00", "Mo,We,Fr 09:00-11:00"),
        ("周二至周日及节假日 9:00-17:00", "Tu-Su,PH 09:00-17:00"),
        ("每周二至周日 9点半-16点30分", "Tu-Su 09:30-16:30"),
        ("营业时间：上午10点至晚上10点", "10:00-22:00"),
        ("下午1:30-5:00", "13:30-17:00"),
        ("晚上8:00-次日2:00", "20:00-02:00"),
        ("上午9:00-11:00；下午1:00-4:00", "09:00-11:00,13:00-16:00"),
        ("9:00-17:00（周一闭馆）", "09:00-17:00; Mo off"),
        ("9:00-17:00（16:00停止入馆）", '09:00-17:00 "16:00停止入馆"'),
        ("9:00-17:00，16:30停止入场", '09:00-17:00 "16:30停止入场"'),
        ("4月1日-10月31日 8:00-18:00", "Apr 01-Oct 31 08:00-18:00"),
        ("5-9月 8:00-18:00", "May-Sep 08:00-18:00"),
        ("Mar 6-8 off", "Mar 6-8 off"),
        ("week 10-20 Mo-Su 10:00-18:00", "week 10-20 Mo-Su 10:00-18:00"),
        ("Su[-1] 10:00-12:00", "Su[-1] 10:00-12:00"),
        ("PH -1 day 18:00-24:00", "PH -1 day 18:00-24:00"),
        ("(sunset-01:00)-22:00", "(sunset-01:00)-22:00"),
        ('10:00-18:00 "Mo 9-17 is a comment，周一"', '10:00-18:00 "Mo 9-17 is a comment，周一"'),
    ],
)
def test_wordings_become_osm_syntax(written: str, osm: str) -> None:
    assert normalise(written) == osm
    assert normalise(osm) == osm
    assert read_hours(written).text == osm


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "by appointment",
        "以现场公告为准",
        "周二至周日 9:00-17:00，节假日另行通知",
        "9:00-17:00，周一闭馆（法定节假日除外）",
        "Mo-Su 9:00-17:00 (except Monday)",
        "Mo-Fr 10:00",
        "10:00-25:61",
        "SH 09:00-17:00",
        "Mo-Fr PH 10:00-12:00",
        "Mar Fr[1]-Apr Su[1] 10:00-11:00",
        "1-5pm",
        "MOOFF",
        "x" * 501,
    ],
)
def test_anything_ambiguous_is_refused(written: str) -> None:
    with pytest.raises(HoursUnreadable) as refusal:
        read_hours(written)
    assert refusal.value.reason


def test_a_refusal_names_the_place_of_the_fault() -> None:
    with pytest.raises(HoursUnreadable, match="from character 13 on"):
        read_hours("Mo-Fr 10:00-xx")
