"""Names as a Word file sets them, in columns parted by tabs: all are counted, the rare and the last one too."""

import pytest

from huitang.adapters.texts.plain import read_plain
from huitang.congress.proofreading.proofread import proofread

HEAD = "第一代表团（{}人）"


@pytest.mark.parametrize(
    "rows",
    [
        ["王　伟\t毛春云\t卢浩震", "赖会磊"],
        ["买买提·吐尔逊\t李　䶮\t阿依古丽·艾合买提", "陈先厚\t𬭎　明"],
        ["史建宁\t朱　珠\t朱翠凤", "赖仁杰\t赖　颖\t蔡　刚"],
    ],
)
def test_every_name_in_columns_is_counted(rows):
    names = sum(len(row.split("\t")) for row in rows)
    right, wrong = ("\n".join([HEAD.format(number), *rows]) for number in (names, names + 1))
    assert proofread(read_plain(right)) == ()
    assert [one.facts["found"] for one in proofread(read_plain(wrong))] == [names]
