"""What stands around a public text: inspectors' tags, columns, the foot, the disclosure head, differences."""

import json
import re
from datetime import timedelta

import pytest

from huitang.congress.journal.models import JournalEntry
from huitang.congress.publication import differences, site_commands
from huitang.congress.publication.site_commands import SiteWasChanged, SiteWords
from tests.web.portal.conftest import a_resolution, an_announcement

pytestmark = pytest.mark.django_db
TAGS = "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType"


def words_of(client, address: str) -> str:
    return client.get(address).content.decode()


def test_every_page_carries_the_tags_of_site_and_column_and_an_article_its_own(client, announcement, news):
    pages = ("/", "/search/", "/data/", "/columns/news/", f"/sessions/{news.session_id}/", f"/releases/{news.pk}/")
    for address in pages:
        told = dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', words_of(client, address)))
        assert all(told.get(name) for name in TAGS.split()), address
    assert all(told[name] for name in ("ArticleTitle", "PubDate", "ContentSource", "Url"))
    assert told["Description"] == "应到代表95名，实到代表91名。"


def test_the_navigation_has_the_columns_that_have_something(client, announcement):
    nav = words_of(client, "/").partition("columns-nav")[2].partition("</nav>")[0]
    assert re.findall(r'<li><a href="([^"]+)"', nav) == ["/", "/columns/announcement/", "/search/"]
    assert announcement.title in words_of(client, "/columns/announcement/")
    assert client.get("/columns/money/").status_code == 404


def test_the_foot_shows_what_the_office_typed_and_nothing_empty(client, announcement, office, now):
    before = client.get("/")
    words = SiteWords(contact="0000-0000000", icp_number="某ICP备1号")
    site_commands.keep_site(words=words, seen=0, actor=office, now=now)
    after = client.get("/", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    foot = after.content.decode().partition('<footer class="foot">')[2]
    assert "联系方式：0000-0000000" in foot
    assert "ICP备案号：某ICP备1号" in foot
    assert "公安备案号" not in foot
    assert json.loads(JournalEntry.objects.latest("pk").body)["facts"]["contact"] == "0000-0000000"


def test_two_colleagues_do_not_overwrite_each_other(office, now):
    site_commands.keep_site(words=SiteWords(contact="一"), seen=0, actor=office, now=now)
    with pytest.raises(SiteWasChanged):
        site_commands.keep_site(words=SiteWords(contact="二"), seen=0, actor=office, now=now)
    site_commands.keep_site(words=SiteWords(contact="三"), seen=1, actor=office, now=now + timedelta(minutes=1))


def test_editor_and_reviewer_are_roles_unless_the_office_names_somebody(client, keep, office, now):
    text = keep(an_announcement(), number=1)
    type(text).objects.filter(pk=text.pk).update(drafted_by="方志远")
    words = words_of(client, f"/releases/{text.pk}/")
    assert "编辑：办公室" in words
    assert "审核：执行主席" in words
    site_commands.keep_site(words=SiteWords(editor="陆文清"), seen=0, actor=office, now=now)
    assert "编辑：陆文清" in words_of(client, f"/releases/{text.pk}/")


def test_announcements_and_resolutions_have_a_disclosure_head(client, announcement, resolution, news):
    head = words_of(client, f"/releases/{announcement.pk}/").partition('class="disclosure"')[2].partition("</table>")[0]
    cells = [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td.*?</td>", head)]
    assert cells[1:] == [
        "公告", "清河镇第六届人民代表大会第八次会议主席团", "第1号", "2025年4月1日", "2025-04-01",
        "现行有效",
    ]  # fmt: skip
    assert "2025年4月1日" in words_of(client, f"/releases/{resolution.pk}/").partition('class="disclosure"')[2]
    assert 'class="disclosure"' not in words_of(client, f"/releases/{news.pk}/")


def test_a_correction_shows_its_difference_on_both_versions(client, keep):
    old = keep(a_resolution("计划新建道路13公里，其余不变。"), state="REPLACED")
    new = keep(a_resolution("计划新建道路15公里，其余不变。"), version=2)
    for one in (old, new):
        words = words_of(client, f"/releases/{one.pk}/")
        assert re.search(r"<del>.*?</small>13</del>|<del>.*?</small>3</del>", words)
        assert re.search(r"<ins>.*?</small>15</ins>|<ins>.*?</small>5</ins>", words)


@pytest.mark.parametrize("gone", ["REPLACED", "RELEASED"])
def test_what_was_withdrawn_is_not_shown_in_a_difference(client, keep, gone):
    old = keep(a_resolution("第一稿。"), state="WITHDRAWN" if gone == "REPLACED" else "REPLACED")
    new = keep(a_resolution("第二稿。"), version=2, state="RELEASED" if gone == "REPLACED" else "WITHDRAWN")
    for one in (old, new):
        assert differences.list_differences(one.pk) == ()
    assert "第一稿" not in words_of(client, f"/releases/{new.pk}/")
    assert "第二稿" not in words_of(client, f"/releases/{old.pk}/")


def test_a_difference_marks_whole_numbers_and_counts_what_is_the_same():
    (line,), same = differences.compare(["同一段", "共83票赞成"], ["同一段", "共93票赞成"])
    assert same == 1
    assert "".join(text for kind, text in line.parts if kind != "added") == "共83票赞成"
    assert "".join(text for kind, text in line.parts if kind != "removed") == "共93票赞成"
    assert ("removed", "83") in line.parts
