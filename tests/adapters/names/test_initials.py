import pytest

from huitang.adapters.names.initials import initials
from huitang.adapters.names.surnames import COMPOUND, SINGLE


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("王伟", "ww"),
        ("单志强", "szq"),
        ("曾承", "zc"),
        ("解明", "xm"),
        ("仇和", "qh"),
        ("区小明", "oxm"),
        ("尉迟恭", "ycg"),
        ("万俟明", "mqm"),
        ("欧阳 明", "oym"),
        ("吴　祎", "wy"),
        ("李䶮", "ly"),
        ("周翀", "zc"),
        ("阿依古丽·艾合买提", "ayglahmt"),
        ("Mary Smith", "ms"),
    ],
)
def test_the_likeliest_initials_come_first(name: str, first: str) -> None:
    assert initials(name)[0] == first


def test_a_given_name_of_two_readings_is_found_under_both() -> None:
    assert set(initials("吕乐")) == {"ll", "ly"}


def test_a_surname_of_two_readings_is_found_under_both() -> None:
    assert {"ym", "lm"} <= set(initials("乐明"))


def test_a_surname_is_not_read_as_an_everyday_character() -> None:
    assert not [spelling for spelling in initials("单明") if spelling.startswith("d")]


def test_a_character_nobody_reads_gives_no_letter() -> None:
    assert initials("王\U00030000") == ("w",)
    assert initials("") == ()


def test_a_long_name_gives_no_flood_of_spellings() -> None:
    assert len(initials("乐乐乐乐乐乐乐乐·乐乐乐乐")) <= 16


def test_the_surname_tables_hold_one_or_two_characters_and_plain_letters() -> None:
    assert all(len(surname) == 1 and letters.isascii() for surname, letters in SINGLE.items())
    assert all(len(surname) == len(letters) == 2 for surname, letters in COMPOUND.items())
