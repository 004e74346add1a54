"""Days and times as official papers write them (GB/T 9704: Arabic, full, no leading zeros)."""

from datetime import date, datetime

from huitang.congress.sittings.calendar import local_zone

_WEEKDAYS = "一二三四五六日"
_NOON, _EVENING = 12, 18


def day(on: date) -> str:
    """2025年4月1日."""
    return f"{on.year}年{on.month}月{on.day}日"


def span(first: date, last: date) -> str:
    """2025年3月31日至4月1日, 2025年3月20日至21日, or one day."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}至{day(last)}"
    end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{day(first)}至{end}"


def span_in_year(first: date, last: date) -> str:
    """3月31日至4月1日: as news writes it, without the year."""
    return span(first, last).removeprefix(f"{first.year}年")


def local(at: datetime) -> date:
    return at.astimezone(local_zone()).date()


def moment(at: datetime) -> dict[str, str]:
    """A time of the schedule in its parts."""
    here = at.astimezone(local_zone())
    half = "上午" if here.hour < _NOON else "下午" if here.hour < _EVENING else "晚上"
    return {
        "日期": day(here.date()),
        "月日": f"{here.month}月{here.day}日",
        "星期": f"星期{_WEEKDAYS[here.weekday()]}",
        "半天": half,
        "时间": f"{here.hour}:{here.minute:02d}",
    }
