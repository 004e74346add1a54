"""Releases made before there were standing pages keep their words and get the town of their session."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Term, Town
from huitang.congress.sittings.models import CongressSession

AT = datetime(2025, 4, 1, 3, tzinfo=UTC)


def move_to(name: str):
    executor = MigrationExecutor(connection)
    executor.migrate([("publication", name)])
    return executor.loader.project_state([("publication", name)]).apps


@pytest.mark.django_db(transaction=True)
def test_an_old_release_gets_the_town_of_its_session():
    town = Town.objects.create(code="qinghe", name="清河镇")
    term = Term.objects.create(town=town, number=6, quota=96, began_on=date(2021, 9, 1))
    days = {"opens_on": date(2025, 3, 31), "closes_on": date(2025, 4, 1)}
    session = CongressSession.objects.create(term=term, number=8, playbook="spring", place="镇政府", **days)
    try:
        before = move_to("0001_initial")
        before.get_model("publication", "Release").objects.create(
            session_id=session.pk, kind="NEWS", subject="session", title="召开", blocks=[], facts={}, sha256="0" * 64,
            state="RELEASED", drafted_at=AT, drafted_by="办公室", released_at=AT, released_by="主席",
        )  # fmt: skip
    finally:
        move_to("0004_site_search_visits")
    kept = Release.objects.get()
    assert (kept.town_id, kept.session_id, kept.year, kept.title) == (town.pk, session.pk, None, "召开")
    assert kept.words == "召开"
