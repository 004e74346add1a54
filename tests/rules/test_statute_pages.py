"""The statute pages say what the registry says, and every citation can be found on one."""

import re
from datetime import date
from functools import cache

import pytest

from huitang.rules import law_names, open_points, provisions, statute
from huitang.rules.legal_text import NextAct
from tests.rules import statute_case, statute_pages

PAGES = sorted(path.name for path in statute_pages.PAGES.glob("*.md"))
NOT_GENERATED = {"mutation.md"}
WRITTEN = cache(statute_pages.write_all)


def test_the_folder_holds_these_pages_and_no_others() -> None:
    tracked = {path.name for path in statute_pages.PAGES.glob("*.md")} - NOT_GENERATED
    assert tracked == set(WRITTEN())


@pytest.mark.parametrize("page", [page for page in PAGES if page not in NOT_GENERATED])
def test_the_page_says_what_the_registry_says(page: str) -> None:
    assert (statute_pages.PAGES / page).read_text(encoding="utf-8") == WRITTEN()[page]


def test_every_provision_has_both_languages_a_law_and_an_edition() -> None:
    found = provisions.list_provisions()
    assert len(found) > 100
    for name, citation in found:
        assert re.search(r"[\u4e00-\u9fff]", citation.gist.zh), name
        assert re.search(r"[A-Za-z]", citation.gist.en), name
        assert citation.law in law_names.NAMES, name
        assert citation.edition or citation.law in {"BOOK", "METHOD", "OFFICE", "SH-DB"}, name


def test_provisions_are_listed_by_law_and_article_in_order() -> None:
    found = provisions.list_provisions()
    for law in {c.law for _, c in found}:
        numbers = [int(c.article.partition("(")[0].partition("#")[0] or 0) for _, c in found if c.law == law]
        assert numbers == sorted(numbers)
    organic = [c.article for _, c in found if c.law == "ZZF"]
    assert organic[0] == "12#3"
    assert organic.index("14(4)") < organic.index("25") < organic.index("29(1)") < organic.index("42(2)")
    assert [c.law for _, c in found] == sorted(c.law for _, c in found)


def test_two_texts_of_one_article_are_told_apart_by_edition() -> None:
    assert provisions.list_provisions() == tuple(dict.fromkeys(provisions.list_provisions()))
    old = {c.edition for _, c in provisions.list_provisions() if c.law == "DBF"}
    assert old == {"2015-08-29", "2025-03-11"}


def test_every_case_that_finds_something_gives_reasons_in_both_languages() -> None:
    steps = 0
    for _, case in statute_pages.read_cases():
        outcome = statute_case.RULES[case["rule"]](case["given"])
        for step in getattr(outcome, "steps", ()):
            steps += 1
            assert re.search(r"[\u4e00-\u9fff]", step.text.zh)
            assert re.search(r"[A-Za-z]", step.text.en)
            assert not re.search(r"[\u4e00-\u9fff]{3}", step.text.en)
        assert all(act in NextAct for act in getattr(outcome, "next_acts", ()))
    assert steps > 200


def test_open_points_are_written_in_both_languages_and_cite_something() -> None:
    parameters = [point.parameter for point in open_points.OPEN_POINTS]
    assert len(set(parameters)) == len(parameters) >= 12
    for point in open_points.OPEN_POINTS:
        assert point.question.zh.endswith("？")
        assert point.question.en.endswith("?")
        assert point.citation.gist.zh


def test_the_statute_set_changes_in_march_2025() -> None:
    before, after = statute.at(date(2025, 3, 10)), statute.at(date(2025, 3, 11))
    assert (before.write_in.article, after.write_in.article) == ("11", "17")
    assert (before.write_in_tied_to_against, after.write_in_tied_to_against) == (False, True)
    crosswalk = [
        ("leave", "7", "13"),
        ("motion_form", "9", "15"),
        ("voting", "17", "23"),
        ("second_answer", "14", "20"),
        ("suggestion_reply", "42", "51"),
        ("suspension", "48", "61"),
        ("mandate_ends", "49", "62"),
        ("mandate_end_announced", "50", "63"),
    ]
    for name, old, new in crosswalk:
        assert (getattr(before, name).article, getattr(after, name).article) == (old, new)
    assert before.write_in.edition == "2015-08-29"
    assert (before.switch_day_undecided, after.switch_day_undecided) == (False, True)
    assert (before.day, after.day) == (date(2025, 3, 10), date(2025, 3, 11))
    assert statute.at(date(2022, 3, 10)).organic_law_not_read
    assert not statute.at(date(2022, 3, 11)).organic_law_not_read
    assert not statute.at(date(2025, 4, 19)).newer_than_checked
    assert statute.at(date(2025, 4, 20)).newer_than_checked
