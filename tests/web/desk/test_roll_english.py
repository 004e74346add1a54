"""Every page of the roll also stands in English."""

import re

import pytest

from huitang.congress.roster.models import Deputy
from tests.congress.roster import stage

FILE = "名册.xlsx"
PAGES = (
    "{term}/",
    "{term}/import/",
    "{term}/by-elected/",
    "{term}/delegations/",
    "{term}/print/",
    "terms/",
    "terms/{term}/",
    "deputy/{deputy}/",
    "import/{upload}/",
)


@pytest.fixture
def addresses(roll, office, now) -> list[str]:
    upload = stage.preview(roll, stage.roll_of("1 吴祎 男", "1 郝露珠 女", "96 单志强 男"), office, now).upload.id
    facts = {"term": roll, "deputy": Deputy.objects.get(number=2).pk, "upload": upload}
    return [f"/desk/roll/{page.format(**facts)}" for page in PAGES]


def words_of(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text.partition("<main")[2].replace(FILE, ""))


def test_no_page_of_the_roll_falls_back_to_chinese(desk, addresses):
    """What stays Chinese is what the office wrote: names, places and what the file says."""
    desk.cookies["django_language"] = "en"
    for address in addresses:
        text = words_of(desk.get(address).content.decode())
        assert not re.search("名册|在任|名额|登记|导入|代表页|编号", text), address
