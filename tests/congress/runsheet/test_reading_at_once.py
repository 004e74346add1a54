"""A session is read with as many questions to the database, however many posts it fills."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from huitang.congress.elections import commands as elections
from huitang.congress.elections import queries
from huitang.congress.record import queries as record
from huitang.congress.runsheet import posts
from tests.stage import Play, spring_session


def questions(play: Play) -> int:
    with CaptureQueriesContext(connection) as asked:
        record.get_record(play.session_id)
    return len(asked)


def test_a_second_post_adds_no_question_and_each_election_keeps_its_own_candidates(db):
    play = spring_session()
    before = questions(play)
    who = {"actor": play.office, "now": play.clock.tick()}
    second = posts.add_election(
        session_id=play.session_id,
        post="HEAD",
        kind="BY_ELECTION",
        seats=1,
        surplus=0,
        vacancy="RESIGNATION_ACCEPTED",
        **who,
    )
    elections.nominate(
        election_id=second, name="方志远", deputy_id=None, by_presidium=True, signers=(), about="", **who
    )
    assert questions(play) == before
    found = queries.list_elections(play.session_id)
    assert [row.next_round.candidates for row in found] == [("陆文清",), ("方志远",)]
    assert [[one.name for one in row.nominations] for row in found] == [["陆文清"], ["方志远"]]
    assert [row.elected for row in found] == [(), ()]
    assert found == tuple(queries.get_election(row.id) for row in found)
