"""Standing pages are drafted from the record, released by a second person, and hold nothing private."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands, desk_queries, page_commands, queries
from huitang.congress.publication.models import PublicPhoto, Release
from huitang.congress.publication.page_commands import PageWords
from huitang.congress.publication.standing import sources
from huitang.congress.roster.models import Deputy, Town
from huitang.congress.suggestions.models import Signature, Suggestion
from huitang.congress.supervision.models import Activity, Photo
from huitang.congress.targets.models import TaskProgress, YearTask
from tests.congress.publication.year_of_qinghe import ABOUT, BOARD, JULY, OF_VOTERS, PROJECT_PICTURE, SECRET, SHA256

ON = date(2025, 7, 15)


def drafted(actor: Actor, kind: str, subject: str, *, at=JULY) -> Release:
    commands.draft_standing(kind=kind, subject=subject, actor=actor, now=at)
    return Release.objects.filter(kind=kind, subject=subject, town_id=actor.town_id).latest("version")


def released(office: Actor, chair: Actor, kind: str, subject: str, *, at=JULY) -> Release:
    draft = drafted(office, kind, subject, at=at)
    commands.release(release_id=draft.pk, actor=chair, now=at + timedelta(minutes=1))
    draft.refresh_from_db()
    return draft


def subjects(town: Town) -> list[tuple[str, str]]:
    return list(sources.list_subjects(town.pk))


def test_every_kind_of_page_is_offered_once_the_record_has_it(qinghe, projects, office):
    page = page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    term = Deputy.objects.first().term_id
    assert subjects(qinghe) == [
        ("PROJECTS", "year:2025"),
        ("DEPUTIES", f"term:{term}"),
        ("SUGGESTIONS", "all"),
        ("SUPERVISION", "year:2025"),
        ("MONEY", "year:2025"),
        ("TARGETS", "year:2025"),
        ("PAGE", f"page:{page}"),
    ]
    assert all(sources.draft(qinghe.pk, kind, subject, on=ON) for kind, subject in subjects(qinghe))


def test_nothing_private_is_in_any_draft_or_its_facts(qinghe, projects, office):
    for kind, subject in subjects(qinghe):
        told = sources.draft(qinghe.pk, kind, subject, on=ON)
        whole = json.dumps([told.title, told.blocks, told.facts], ensure_ascii=False)
        assert SECRET not in whole, kind
        assert OF_VOTERS not in whole, kind


def test_a_page_is_released_by_the_chair_and_stands_in_the_list_of_everything_in_force(qinghe, office, chair):
    with pytest.raises(DeedIsNotYours):
        commands.draft_standing(kind="MONEY", subject="year:2025", actor=chair, now=JULY)
    draft = drafted(office, "MONEY", "year:2025")
    with pytest.raises(DeedIsNotYours):
        commands.release(release_id=draft.pk, actor=office, now=JULY)
    assert queries.list_in_force(qinghe.pk) == ()
    commands.release(release_id=draft.pk, actor=chair, now=JULY)
    (row,) = queries.list_in_force(qinghe.pk)
    assert (row.kind, row.year, row.session_id, row.town) == ("MONEY", 2025, None, "清河镇")


def test_money_the_congress_has_not_approved_is_not_public(qinghe, office):
    facts = drafted(office, "MONEY", "year:2025").facts
    assert [one["stage"] for one in facts["accounts"]] == ["BUDGET"]
    assert facts["accounts"][0]["income_yuan"] == 60_000_000


def test_of_every_hundred_yuan_the_parts_add_up(qinghe, office):
    words = [block["text"] for block in drafted(office, "MONEY", "year:2025").blocks if block["type"] == "p"]
    assert "每收入100元，其中“上级补助收入”67元，“税收收入”33元。" in words


def test_a_draft_the_record_has_left_behind_is_not_released(qinghe, office, chair):
    draft = drafted(office, "TARGETS", "year:2025")
    TaskProgress.objects.create(task=YearTask.objects.get(), on=date(2025, 7, 14), percent=60)
    with pytest.raises(commands.DraftIsOutdated):
        commands.release(release_id=draft.pk, actor=chair, now=JULY)


def test_another_day_alone_makes_no_draft_outdated_and_no_new_version(qinghe, office, chair):
    draft = drafted(office, "TARGETS", "year:2025")
    commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(days=3))
    later = JULY + timedelta(days=9)
    assert not commands.draft_standing(kind="TARGETS", subject="year:2025", actor=office, now=later)
    assert Release.objects.filter(kind="TARGETS").count() == 1


def test_what_a_day_brings_does_make_it_outdated(qinghe, office, chair):
    draft = drafted(office, "TARGETS", "year:2025")
    with pytest.raises(commands.DraftIsOutdated):  # the task is overdue by then
        commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(days=90))


def test_a_new_version_replaces_the_old_and_the_desk_says_what_changed(qinghe, office, chair):
    first = released(office, chair, "SUPERVISION", "year:2025")
    assert not row_of(qinghe, "SUPERVISION").is_changed
    Activity.objects.filter(kind="ENFORCEMENT").update(
        reply="已经整改。", replied_on=date(2025, 7, 10), state="REPLIED"
    )
    assert row_of(qinghe, "SUPERVISION").is_changed
    second = released(office, chair, "SUPERVISION", "year:2025", at=JULY + timedelta(days=1))
    first.refresh_from_db()
    assert (first.state, second.state, second.version) == ("REPLACED", "RELEASED", 2)
    assert "已经整改。" in json.dumps(second.blocks, ensure_ascii=False)


def row_of(town: Town, kind: str) -> desk_queries.StandingRow:
    return next(row for row in desk_queries.get_public_desk(town.pk, on=ON).rows if row.kind == kind)


def test_a_proposer_who_no_longer_agrees_is_gone_from_the_next_version_and_the_old_can_be_withdrawn(
    qinghe, office, chair
):
    first = released(office, chair, "SUGGESTIONS", "all")
    assert first.facts["suggestions"][0]["proposers"] == ["陆文清", "方志远"]
    Signature.objects.filter(deputy__name="方志远").update(consents=False)
    assert row_of(qinghe, "SUGGESTIONS").is_changed
    second = released(office, chair, "SUGGESTIONS", "all")
    assert second.facts["suggestions"][0]["proposers"] == ["陆文清"]
    commands.withdraw(release_id=first.pk, reason="代表不再同意公开", actor=chair, now=JULY)
    first.refresh_from_db()
    assert (first.state, queries.get_public_release(first.pk).blocks) == ("WITHDRAWN", ())


def test_without_public_suggestions_there_is_nothing_to_tell(qinghe, office):
    Suggestion.objects.update(is_public=False)
    with pytest.raises(commands.NothingToTell):
        commands.draft_standing(kind="SUGGESTIONS", subject="all", actor=office, now=JULY)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [("MONEY", "year:1999"), ("MONEY", "year:x"), ("DEPUTIES", "term:999"), ("NEWS", "session"), ("PAGE", "page:1")],
)
def test_a_page_nobody_knows_is_not_drafted(qinghe, office, kind, subject):
    with pytest.raises(commands.NothingToTell):
        commands.draft_standing(kind=kind, subject=subject, actor=office, now=JULY)


def test_a_photo_is_frozen_with_the_draft_and_shown_once_released(qinghe, office, chair):
    draft = drafted(office, "SUPERVISION", "year:2025")
    Photo.objects.all().delete()
    with pytest.raises(commands.ReleaseIsUnknown):
        queries.find_photo(SHA256)
    Release.objects.filter(pk=draft.pk).update(state="RELEASED", released_at=JULY)
    assert queries.find_photo(SHA256)[1] == "image/jpeg"
    commands.withdraw(release_id=draft.pk, reason="照片有误", actor=chair, now=JULY)
    with pytest.raises(commands.ReleaseIsUnknown):
        queries.find_photo(SHA256)


def test_a_photo_no_text_names_any_more_is_not_kept(qinghe, office):
    drafted(office, "SUPERVISION", "year:2025")
    assert PublicPhoto.objects.count() == 1
    Photo.objects.all().delete()
    drafted(office, "SUPERVISION", "year:2025")
    assert PublicPhoto.objects.count() == 0


def test_projects_are_drafted_from_the_facts_of_their_board(qinghe, projects, office, chair):
    row = released(office, chair, "PROJECTS", "year:2025")
    assert row.facts["projects"] == BOARD["projects"]
    assert row.blocks[0]["text"].startswith("2025年民生实事项目3项：建设中2项，已验收1项。计划总投资321.00万元")
    assert queries.find_photo(PROJECT_PICTURE)[0]


def test_two_towns_do_not_mix(qinghe, office, chair):
    other = Town.objects.create(code="linjiang", name="临江镇")
    stranger = Actor(other.pk, other.code, "办公室", Role.OFFICE)
    row = released(office, chair, "MONEY", "year:2025")
    assert queries.list_in_force(other.pk) == ()
    assert desk_queries.get_public_desk(other.pk, on=ON).rows == ()
    with pytest.raises(commands.NothingToTell):
        commands.draft_standing(kind="MONEY", subject="year:2025", actor=stranger, now=JULY)
    with pytest.raises(commands.ReleaseIsUnknown):
        commands.withdraw(
            release_id=row.pk, reason="x", actor=Actor(other.pk, other.code, "主席", Role.CHAIR), now=JULY
        )
    with pytest.raises(queries.ReleaseIsUnknown):
        queries.find_standing(other.pk, "MONEY", year=2025)


def test_an_own_page_is_public_only_as_released(qinghe, office, chair):
    page = page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    row = released(office, chair, "PAGE", f"page:{page}")
    words = PageWords("机构简介", "清河镇人大简介", "镇人大主席团由9人组成。")
    page_commands.change_page(page_id=page, words=words, seen=1, actor=office, now=JULY)
    assert "7人" in json.dumps(queries.find_standing(qinghe.pk, "PAGE", slug="about").row.blocks, ensure_ascii=False)
    assert row_of(qinghe, "PAGE").is_changed
    assert row.facts == {"slug": "about", "column": "机构简介"}


def test_two_writers_of_one_page_do_not_overwrite_each_other(office):
    page = page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    page_commands.change_page(page_id=page, words=ABOUT, seen=1, actor=office, now=JULY)
    with pytest.raises(page_commands.PageWasChanged):
        page_commands.change_page(page_id=page, words=ABOUT, seen=1, actor=office, now=JULY)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (PageWords("栏", "", "文"), page_commands.PageIsEmpty),
        (PageWords("栏", "题", "文", "Über"), page_commands.AddressIsWrong),
        (PageWords("栏", "题", "::: 没有的框\n文\n:::"), page_commands.PageMarkupIsWrong),
    ],
)
def test_a_wrong_page_is_refused(office, words, refusal):
    with pytest.raises(refusal):
        page_commands.write_page(words=words, actor=office, now=JULY)


def test_an_address_is_given_once(office):
    page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    with pytest.raises(page_commands.AddressIsTaken):
        page_commands.write_page(words=ABOUT, actor=office, now=JULY)


def test_drafting_asks_as_often_for_many_deputies_as_for_few(qinghe, django_assert_max_num_queries):
    first = Deputy.objects.first()
    with django_assert_max_num_queries(20):
        sources.draft(qinghe.pk, "DEPUTIES", f"term:{first.term_id}", on=ON)


def test_the_desk_asks_as_often_for_many_pages_as_for_few(qinghe, office, django_assert_max_num_queries):
    for number in range(12):
        words = PageWords("通知公告", f"通知{number}", "内容。")
        page_commands.write_page(words=words, actor=office, now=JULY)
    with django_assert_max_num_queries(60):
        assert len(desk_queries.get_public_desk(qinghe.pk, on=ON).own) == 12
    before = _queries(qinghe)
    for number in range(12):
        words = PageWords("通知公告", f"又一个通知{number}", "内容。")
        page_commands.write_page(words=words, actor=office, now=JULY)
    assert _queries(qinghe) == before


def _queries(town: Town) -> int:
    with CaptureQueriesContext(connection) as asked:
        desk_queries.get_public_desk(town.pk, on=ON)
    return len(asked)
