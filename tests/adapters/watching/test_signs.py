"""Each technique seen on copies is told by its own sign, and a genuine page gives none."""

import pytest

from huitang.adapters.watching import signs
from huitang.adapters.watching.page import WatchedPage
from huitang.adapters.watching.signs import SignKind
from tests.adapters.watching.pages import ADDRESS, BRAND, GENUINE, OURS, TITLE, hijacked


def kinds(source: str, address: str = ADDRESS) -> list[SignKind]:
    return [sign.kind for sign in signs.find_signs(WatchedPage(address, source), our_hosts=OURS, title=TITLE)]


def test_a_genuine_page_gives_no_sign():
    assert kinds(GENUINE) == []


def before_body_ends(words: str) -> str:
    return GENUINE.replace("</body>", f"{words}</body>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (before_body_ends('<a href="https://bet.example/">注册送彩金</a>'), SignKind.FOREIGN_LINK),
        (before_body_ends('<script src="https://bet.example/a.js"></script>'), SignKind.FOREIGN_SCRIPT),
        (before_body_ends('<iframe src="//bet.example/"></iframe>'), SignKind.FOREIGN_SCRIPT),
        (before_body_ends('<div style="display:none">棋牌 彩票</div>'), SignKind.HIDDEN_WORDS),
        (before_body_ends('<div style="position:absolute;left:-9999px">棋牌</div>'), SignKind.HIDDEN_WORDS),
        (before_body_ends("<style>.zz{font-size:0}</style><p class=zz>棋牌</p>"), SignKind.HIDDEN_WORDS),
        (GENUINE.replace(f"<title>{TITLE}", "<title>体育直播"), SignKind.TITLES_DIFFER),
        (GENUINE.replace(f"<h1>{TITLE}", "<h1>体育直播"), SignKind.TITLES_DIFFER),
        (GENUINE.replace("镇", "镇(zhèn)"), SignKind.PINYIN_GLOSS),
        (GENUINE.replace("来源", "來源聽審議應實報"), SignKind.TRADITIONAL),
        (GENUINE.replace("会议听取和审议了", "会议听取和审议了".encode().decode("gb18030", "replace")), SignKind.MOJIBAKE),
        (GENUINE.replace("财政", "财\u200b政"), SignKind.INVISIBLE_CHARACTERS),
        (GENUINE.replace("<title>", "<title>&#20307;&#32946;&#30452;"), SignKind.ENTITY_TITLE),
        (GENUINE.replace("<meta charset", '<meta http-equiv="refresh" content="0;url=https://bet.example"><meta charset'),
         SignKind.SENDS_ON),
        (GENUINE.replace("https://renda.qinghe.example", "https://copy.example"), SignKind.FOREIGN_ADDRESS),
        (hijacked(), SignKind.REPEATED_STRANGER),
    ],
)  # fmt: skip
def test_a_technique_is_told_by_its_sign(source, expected):
    assert source != GENUINE
    assert expected in kinds(source)


def test_a_copy_at_another_host_is_told_by_its_address():
    assert kinds(GENUINE, "https://copy.example/releases/5/") == [SignKind.FOREIGN_HOST]


def test_a_blank_in_a_title_is_no_other_title():
    spaced = f"5\u3000{TITLE}"
    page = WatchedPage(ADDRESS, GENUINE.replace(TITLE, f"5 {TITLE}"))
    found = signs.find_signs(page, our_hosts=OURS, title=spaced)
    assert SignKind.TITLES_DIFFER not in [sign.kind for sign in found]


def test_the_word_table_of_a_mirror_is_quoted_with_how_often_it_stands():
    found = signs.find_signs(WatchedPage(ADDRESS, hijacked()), our_hosts=OURS, title=TITLE)
    told = [(sign.where, sign.quoted) for sign in found if sign.kind is SignKind.REPEATED_STRANGER]
    assert told == [("×3", BRAND)]


def test_hidden_words_are_not_what_a_reader_sees():
    page = WatchedPage(ADDRESS, before_body_ends('<p style="display: none">棋牌</p><p>看得见</p>'))
    assert "棋牌" not in page.text
    assert page.hidden == ("棋牌",)
    assert page.paragraphs[-1] == "看得见"


def test_what_only_a_search_robot_is_shown_is_told():
    pages = {
        "reader": WatchedPage(ADDRESS, GENUINE),
        "search robot": WatchedPage(ADDRESS, before_body_ends("<p>彩票</p>")),
    }
    assert [(sign.where, sign.quoted) for sign in signs.find_cloaking(pages)] == [("search robot", "彩票")]
