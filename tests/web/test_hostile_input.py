"""Whatever is typed, sent or put in an address: a sentence, never a breakdown, and nothing half written."""

import pytest

from huitang.congress.journal import queries as journal

HUGE = "9" * 5000  # more digits than Python turns into a number
LONG = "长" * 400


@pytest.fixture(autouse=True)
def answers_like_a_server(house):
    for client in (house.office, house.chair, house.teller_a, house.teller_b, house.public):
        client.raise_request_exception = False


def was_refused(answer, *, status=422):
    assert answer.status_code == status, answer.content.decode()[:300]
    return answer.content.decode()


@pytest.mark.parametrize("text", [HUGE, "\x00", "²", "-1", "１２", LONG])
def test_the_sign_in_field_takes_any_line(house, text):
    sitting = house.sitting().id
    answer = house.office.post(f"/desk/sittings/{sitting}/sign-in/do/", {"who": text})
    assert answer.status_code in (200, 409, 422)
    answer = house.office.post(f"/desk/sittings/{sitting}/sign-in/do/", {"who": "张", "deputy": text})
    assert answer.status_code in (200, 404, 409, 422)


@pytest.mark.parametrize("number", [HUGE, "99999999999999999999", "2147483648", "²", "1\x00"])
def test_numbers_in_addresses_may_be_anything(house, number):
    house.run_to("PROJECT_VOTE", "ISSUING")
    ballot = house.play.now().ballot.id
    for client, address in (
        (house.public, "/hall/qinghe/?seen=1-a-0&since={n}&pages={n}"),
        (house.teller_a, "/tellers/?session={n}"),
        (house.teller_a, f"/tellers/ballots/{ballot}/?sheet={{n}}"),
        (house.teller_a, f"/tellers/ballots/{ballot}/progress/?seen={{n}}"),
        (house.teller_a, f"/tellers/ballots/{ballot}/differences/?sheet={{n}}"),
        (house.chair, "/chair/?session={n}"),
        (house.office, "/desk/journal/?before={n}"),
        (house.office, "/desk/roll/?term={n}&delegation={n}&q={n}"),
    ):
        answer = client.get(address.format(n=number.replace("\x00", "%00")), headers={"HX-Request": "true"})
        assert answer.status_code < 500, address
    for address in ("/releases/{n}/", "/sessions/{n}/", "/hall/{n}/"):
        assert house.public.get(address.format(n=number.replace("\x00", "%00"))).status_code == 404


@pytest.mark.parametrize("number", [HUGE, "99999999999999999999", "2147483648", "40000", "1\x00"])
def test_numbers_of_papers_may_be_anything(house, number):
    house.run_to("PROJECT_VOTE", "ISSUING")
    ballot = house.play.now().ballot.id
    issued = house.teller_a.post(f"/tellers/ballots/{ballot}/issue/", {"papers_issued": number})
    assert issued.status_code in (409, 422)
    house.teller_a.post(f"/tellers/ballots/{ballot}/issue/", {"papers_issued": "90"})
    was_refused(
        house.teller_a.post(f"/tellers/ballots/{ballot}/collect/", {"papers_collected": number, "confirm": "yes"})
    )


def test_what_is_too_long_is_told_with_how_long_it_may_be(house):
    house.run_to("HAND_VOTE", "OPEN")
    before = journal.get_sequence("qinghe")
    session = house.session_id
    scrutineers = f"/desk/sessions/{session}/scrutineers"
    for client, address, form in (
        (house.chair, "/chair/back/", {"session": session, "reason": LONG}),
        (house.office, f"{scrutineers}/tellers/", {"names": f"甲\n{LONG}"}),
        (
            house.office,
            f"{scrutineers}/relatives/",
            {"candidate_name": LONG, "relative_name": "乙", "relation": "配偶"},
        ),
        (
            house.office,
            f"{scrutineers}/relatives/",
            {"candidate_name": "甲", "relative_name": "乙", "relation": "远" * 21},
        ),
        (
            house.office,
            f"/desk/sessions/{session}/agenda/add/",
            {"verb": "EXAMINE_AND_APPROVE", "title": "题" * 198, "needs_vote": "on"},
        ),
    ):
        assert "最多" in was_refused(client.post(address, form)), address
    assert journal.get_sequence("qinghe") == before


def test_a_character_no_text_can_hold_is_refused_before_anything_else(house):
    told = was_refused(house.chair.post("/chair/back/", {"session": house.session_id, "reason": "为\x00何"}))
    assert "看不见的字符" in told
    assert "看不见的字符" in was_refused(house.public.post("/door/sign-in/", {"name": "a\x00", "password": "b"}))
    assert house.public.post("/door/sign-in/", {"name": LONG, "password": "b"}).status_code == 422


def test_the_way_back_from_a_refusal_stays_in_the_house(house):
    away = house.public.get("/releases/99/", headers={"Referer": "https://elsewhere.example/trap"})
    assert "elsewhere" not in away.content.decode()
