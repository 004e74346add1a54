"""Suggestions in the files and in the sentence come from the app that keeps them."""

from datetime import UTC, date, datetime

import pytest

from huitang.congress.performance import queries as files
from huitang.congress.roster.models import Deputy
from huitang.congress.suggestions.models import Signature, Suggestion
from huitang.congress.yearly import queries
from huitang.web.desk import suggestion_source
from tests.stage import Play, finished_spring

NOW = datetime(2025, 7, 15, 2, tzinfo=UTC)


@pytest.fixture
def play(db) -> Play:
    play = finished_spring()
    deputy = Deputy.objects.get(number=2)
    for number, (assigned, is_public) in enumerate(
        [(date(2025, 4, 10), True), (date(2025, 5, 10), False), (None, False)]
    ):
        told = {"town_id": play.town_id, "term_id": play.term_id, "number": str(number), "kind": "SUGGESTION"}
        row = Suggestion.objects.create(
            **told,
            title=f"建议{number}",
            state="TABLED",
            tabled_on=date(2025, 4, 1),
            assigned_on=assigned,
            is_public=is_public,
        )
        Signature.objects.create(suggestion=row, deputy=deputy, position=1, withdrawn_on=None)
    return play


def test_the_sentence_counts_what_was_assigned(play):
    page = queries.get_year(town_id=play.town_id, year=2025, now=NOW, suggestions=suggestion_source.assigned)
    assert page.sentence.endswith("交办代表建议2件。")


def test_a_file_has_all_and_the_public_page_what_may_be_published(play):
    deputy = Deputy.objects.get(number=2).pk
    told = {"town_id": play.town_id, "now": NOW, "suggestions": suggestion_source.by_deputy}
    assert len(files.get_file(deputy, chain="qinghe", year=None, **told).suggestions) == 3
    assert [one.title for one in files.public_file(deputy, **told).suggestions] == ["建议0"]
