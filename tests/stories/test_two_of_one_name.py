"""A session in which two 王芳 sit: one is elected deputy head, one is of the presidium, each tables a suggestion."""

import io
import re
from dataclasses import dataclass, replace
from datetime import date

import pypdf
import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from huitang.adapters.names import apart
from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_paper
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots.papers import WriteInIsShared
from huitang.congress.documents import catalogue, drawing, glyphs, making, source, subjects
from huitang.congress.documents.making import Format
from huitang.congress.elections import commands as elections
from huitang.congress.elections import nominee_names
from huitang.congress.elections.refusals import NomineeIsListed
from huitang.congress.proofreading.finding import Kind
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from huitang.congress.record import queries as record
from huitang.congress.record import scrutiny_desk, tally_sheet
from huitang.congress.roster import commands as roster
from huitang.congress.roster import queries as roll
from huitang.congress.roster.namesakes import NameIsShared
from huitang.congress.scrutiny import commands as scrutiny
from huitang.congress.suggestions import commands as suggestions
from huitang.congress.suggestions import one_page
from huitang.congress.suggestions.commands import Draft
from huitang.congress.suggestions.refusals import ProposerIsWrong
from tests.congress.documents.test_papers import DETAILS
from tests.stage import PROJECT_PAPERS, Play, spring_session

DAY = date(2025, 3, 31)
BARE = re.compile(r"王　?芳(?!（(?:北村|女)）)")

ELECTED, MEMBER = {"王芳（北村）"}, {"王芳（女）"}
NAMING = {  # the papers of this session that name them, each with its place among those of its kind
    "announcement-2": ELECTED,
    "delegation_list-1": ELECTED | MEMBER,
    "news-1": ELECTED,
    "oath_plan-1": ELECTED,
    "presidium_list-1": MEMBER,
    "presidium_minutes-1": MEMBER,
    "script-6": ELECTED,
    "sign_in_sheet-1": ELECTED | MEMBER,
    "statement-1": ELECTED,
    "tally_report-2": ELECTED | MEMBER,
}


@dataclass
class House:
    play: Play
    member: int  # 王芳（女）, of the presidium
    elected: int  # 王芳（北村）, to be elected deputy head


def rename(play: Play, deputy_id: int, *, note: str) -> None:
    row = next(row for row in roll.list_everyone(play.term_id, on=DAY) if row.id == deputy_id)
    details = {key: getattr(row, key) for key in ("sex", "ethnicity", "born", "education", "party", "district", "post")}
    roster.correct_deputy(
        deputy_id=deputy_id,
        number=row.number,
        name="王芳",
        delegation_id=row.delegation_id,
        details={**details, "phone": row.phone, "note": note},
        actor=play.office,
        now=play.clock.tick(),
    )


@pytest.fixture
def house(db) -> House:
    play = spring_session()
    kept = record.get_record(play.session_id)
    member = kept.presidium[4].deputy_id
    busy = {row.deputy_id for row in (*kept.presidium, *kept.scrutiny.scrutineers, *kept.leaves)}
    chosen = next(row.id for row in roll.list_roll(play.term_id, on=DAY) if row.id not in busy)
    rename(play, member, note="女")
    rename(play, chosen, note="（北村）")
    return House(play, member, chosen)


def who(play: Play) -> dict[str, object]:
    return {"actor": play.office, "now": play.clock.tick()}


def nominate_the_other(house: House) -> None:
    play = house.play
    election = record.get_record(play.session_id).elections[0]
    elections.reopen_nominations(election_id=election.id, reason="另提人选", **who(play))
    elections.withdraw_nomination(nomination_id=election.nominations[0].id, **who(play))
    asked = {"election_id": election.id, "by_presidium": True, "signers": (), "about": ""}
    with pytest.raises(NameIsShared, match=r"名册里有2位王芳：王芳（.+）、王芳（.+）。"):
        elections.nominate(name="王芳", deputy_id=None, **asked, **who(play))
    elections.nominate(name="王芳", deputy_id=house.elected, **asked, **who(play))
    elections.close_nominations(election_id=election.id, **who(play))


def table_suggestions(house: House) -> list[int]:
    play = house.play
    draft = Draft("SUGGESTION", "修路", "路窄。", "", "王芳（女）", "王芳(北村)", DAY, None)
    unclear = replace(draft, lead="王芳", co_signers="")
    play.clock.time = play.clock.time.replace(month=3, day=31)
    with pytest.raises(ProposerIsWrong, match=r"名册里有 2 位“王芳”：王芳（.+）、王芳（.+）。"):
        suggestions.table(term_id=play.term_id, draft=unclear, **who(play))
    other = replace(draft, title="修桥", lead="王芳（北村）", co_signers="")
    return [suggestions.table(term_id=play.term_id, draft=one, **who(play)) for one in (draft, other)]


def hold_the_session(house: House) -> int:
    """To its close; returns the ballot of the election."""
    play = house.play
    play.conduct_until("PROJECT_VOTE")
    play.vote(PROJECT_PAPERS)
    play.press()
    play.press()
    play.conduct_until("ELECTION")
    play.press()
    ballot_id = play.now().ballot.id
    written = {91: ("王芳（女）",), 90: ("王芳（辨认不清）",)}
    papers = [("CIRCLE",)] * 86 + [("CROSS",)] * 5
    count(play, ballot_id, papers, written)
    play.press()
    play.press()
    play.conduct_until("")
    return ballot_id


def count(play: Play, ballot_id: int, papers: list[tuple[str, ...]], written: dict[int, tuple[str, ...]]) -> None:
    """As `Play.count`; but the first paper with a name written in is first entered with the bare name."""
    handed = {"ballot_id": ballot_id, "actor": play.tellers[0]}
    ballots.issue_papers(papers_issued=len(papers), now=play.clock.tick(), **handed)
    ballots.collect_papers(papers_collected=len(papers), now=play.clock.tick(), **handed)
    read = {"ballot_id": ballot_id, "sealed": True}
    with pytest.raises(WriteInIsShared, match="请选“王芳（辨认不清）”，不要猜。"):
        ballots.enter_sheet(
            number=90, marks=("CROSS",), write_ins=("王 芳",), actor=play.tellers[0], now=play.clock.tick(), **read
        )
    for teller in play.tellers:
        for number, marks in enumerate(papers, start=1):
            names = written.get(number, ())
            ballots.enter_sheet(
                number=number, marks=marks, write_ins=names, actor=teller, now=play.clock.tick(), **read
            )
    ballots.finish_count(now=play.clock.tick(), **handed)


def texts_of(house: House) -> dict[str, list[str]]:
    """Every text paper of the pack: its paragraphs by key and place among those of its kind."""
    gathered = source.gather(house.play.session_id, town_id=house.play.town_id)
    found = replace(gathered, details=DETAILS)
    known = known_of(found.record, found.roll, (found.session,))
    told = {}
    for kind in catalogue.PAPERS:
        for place, subject in enumerate(subjects.list_subjects(kind, found), start=1):
            drawn = drawing.draw(kind, subject, found)
            if isinstance(drawn.paper, Paper):
                paragraphs = paragraphs_of_paper(drawn.paper)
                told[f"{kind.key}-{place}"] = [one.text for one in paragraphs]
                wrong = [one.sentence for one in proofread(paragraphs, known) if one.kind in (Kind.NAME, Kind.COUNT)]
                assert wrong == [], (kind.key, wrong)
    return told


def test_every_paper_the_count_and_the_public_page_say_which_of_the_two(house):
    play = house.play
    nominate_the_other(house)
    one, other = table_suggestions(house)
    ballot_id = hold_the_session(house)
    kept = record.get_record(play.session_id)
    assert kept.elections[0].elected == ("王芳（北村）",)
    assert [row.name for row in kept.presidium if row.deputy_id == house.member] == ["王芳（女）"]
    assert [row.name for row in one_page.get_one(one, town_id=play.town_id, on=DAY).signers] == [
        "王芳（女）",
        "王芳（北村）",
    ]
    assert [row.name for row in one_page.get_one(other, town_id=play.town_id, on=DAY).signers] == ["王芳（北村）"]

    sheet = tally_sheet.get_tally_sheet(ballot_id, town_id=play.town_id).tally
    assert [(name, votes) for name, votes, _result in sheet.write_ins] == [("王芳（女）", 1)]
    assert sheet.void_write_ins == (("王芳（辨认不清）", 1),)

    papers = texts_of(house)
    assert {key: line for key, lines in papers.items() for line in lines if BARE.search(line)} == {}
    for key, who_stands_there in NAMING.items():
        told = "\n".join(papers[key]).replace("　", "")
        assert {name for name in ("王芳（北村）", "王芳（女）") if name in told} == who_stands_there, key

    release_all(play)
    page = Client().get(f"/sessions/{play.session_id}/", follow=True).content.decode()
    released = published.get_public_session(play.session_id).releases
    texts = [Client().get(f"/releases/{row.id}/", follow=True).content.decode() for row in released]
    assert any("王芳（北村）" in text for text in texts)
    assert [text for text in (page, *texts) if BARE.search(text)] == []


def release_all(play: Play) -> None:
    publication.draft_all(session_id=play.session_id, actor=play.office, now=play.clock.tick())
    for row in published.list_releases(play.session_id):
        publication.release(release_id=row.id, actor=play.chair, now=play.clock.tick())


def test_the_printed_ballot_says_which_of_the_two(house):
    nominate_the_other(house)
    fonts = glyphs.fonts_of(settings.FONT_FOLDERS)
    election = record.get_record(house.play.session_id).elections[0]
    with translation.override("zh-hans"):
        made = making.make_paper(
            session_id=house.play.session_id,
            town_id=house.play.town_id,
            key="election_ballot",
            subject_key=f"election-{election.id}",
            format=Format.PDF,
            fonts=fonts,
        )
    printed = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert apart.with_note("王芳", "北村") in re.sub(r"\s", "", printed)


def test_a_candidates_namesake_may_watch_the_count_and_the_candidate_may_not(house):
    play = house.play
    nominate_the_other(house)
    election = record.get_record(play.session_id).elections[0]
    scrutiny.name_scrutineers(session_id=play.session_id, chief=house.member, others=[], **who(play))
    assert clashes(play) == []
    scrutiny.name_scrutineers(session_id=play.session_id, chief=house.elected, others=[], **who(play))
    assert clashes(play) == ["王芳（北村）"]
    assert election.nominations[0].name == "王芳（北村）"
    with pytest.raises(NameIsShared):
        scrutiny.appoint_tellers(session_id=play.session_id, names=["王芳"], **who(play))


def clashes(play: Play) -> list[str]:
    desk = scrutiny_desk.get_scrutiny_desk(play.session_id, town_id=play.town_id)
    return [clash.scrutineer for clash in desk.finding.collisions]


def test_a_note_changed_meanwhile_reaches_the_candidates_only_when_they_are_fixed_again(house):
    play = house.play
    nominate_the_other(house)
    rename(play, house.elected, note="南村")
    election = record.get_record(play.session_id).elections[0]
    assert [row.name for row in election.nominations] == ["王芳（北村）"]
    scrutiny.name_scrutineers(session_id=play.session_id, chief=house.elected, others=[], **who(play))
    assert nominee_names.called_now(play.session_id, ("王芳（北村）",)) == ("王芳（北村）", "王芳（南村）")
    elections.reopen_nominations(election_id=election.id, reason="加注改了", **who(play))
    elections.close_nominations(election_id=election.id, **who(play))
    assert [row.name for row in record.get_record(play.session_id).elections[0].nominations] == ["王芳（南村）"]


def test_one_deputy_is_nominated_once_and_the_namesake_beside(house):
    play = house.play
    nominate_the_other(house)
    election = record.get_record(play.session_id).elections[0]
    elections.reopen_nominations(election_id=election.id, reason="另提人选", **who(play))
    asked = {"election_id": election.id, "by_presidium": True, "signers": (), "about": ""}
    with pytest.raises(NomineeIsListed, match="王芳（北村）已经在提名名单里。"):
        elections.nominate(name="", deputy_id=house.elected, **asked, **who(play))
    elections.nominate(name="王芳", deputy_id=house.member, **asked, **who(play))
    elections.nominate(name="王芳(农办)", deputy_id=None, **asked, **who(play))
    names = {row.name for row in record.get_record(play.session_id).elections[0].nominations}
    assert names == {"王芳（北村）", "王芳（女）", "王芳（农办）"}
