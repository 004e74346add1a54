import pytest

from huitang.adapters.names.cleaning import clean_name, same_name


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("欧阳 明", "欧阳明"),
        ("许　国", "许国"),
        (" 吴\u3000祎 ", "吴祎"),
        ("王\u00a0伟", "王伟"),
        ("阿依古丽•艾合买提", "阿依古丽·艾合买提"),
        ("阿依古丽 ‧ 艾合买提", "阿依古丽·艾合买提"),
        ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("李\u200b䶮", "李䶮"),
        ("John  F. Smith", "John F. Smith"),
        ("", ""),
        ("　 ", ""),
    ],
)
def test_padding_goes_and_the_characters_stay(written: str, kept: str) -> None:
    assert clean_name(written) == kept


def test_cleaning_twice_is_cleaning_once() -> None:
    once = clean_name("阿依古丽 • 艾合买提")
    assert clean_name(once) == once


def test_a_name_laid_out_with_a_blank_is_the_same_name() -> None:
    assert same_name("欧阳 明", "欧阳明")
    assert not same_name("欧阳明", "欧阳鸣")
