"""The stage: a driver that plays the fictional town of Qinghe through the commands."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries as attendance_rows
from huitang.congress.attendance.models import SignIn
from huitang.congress.ballots import commands as ballots
from huitang.congress.elections import commands as elections
from huitang.congress.record import queries as record
from huitang.congress.roster import commands as roster
from huitang.congress.roster import import_commands, pages
from huitang.congress.roster import queries as roll
from huitang.congress.runsheet import commands as runsheet
from huitang.congress.runsheet import layout, name_lists
from huitang.congress.runsheet import queries as now_view
from huitang.congress.runsheet.commands import Press
from huitang.congress.runsheet.deeds import Phase
from huitang.congress.scrutiny import commands as scrutiny
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings.list_order import NameList
from huitang.web.terminal import qinghe
from tests.congress.project_votes import stage as candidates
from tests.played_once import played_once

INPUTS = qinghe.FOLDER


@dataclass
class Clock:
    time: datetime = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)

    def tick(self) -> datetime:
        self.time += timedelta(seconds=7)
        return self.time


class Play:
    """A small driver: who does what, in order."""

    def __repr__(self) -> str:
        return f"Play({vars(self)})"  # everything it knows: `played_once` compares it

    def __init__(self) -> None:
        self.clock = Clock()
        self.town_id = roster.found_town(code="qinghe", name="清河镇", province="", now=self.clock.tick())
        self.office = Actor(self.town_id, "qinghe", "办公室", Role.OFFICE, account_id=1)
        self.chair = Actor(self.town_id, "qinghe", "执行主席", Role.CHAIR, account_id=2)
        self.tellers = [
            Actor(self.town_id, "qinghe", name, Role.TELLER, account_id=id_) for id_, name in ((3, "甲"), (4, "乙"))
        ]

    def import_roll(self, name: str, quota: int) -> None:
        who = {"actor": self.office, "now": self.clock.tick()}
        self.term_id = roster.open_term(number=6, quota=quota, began_on=date(2021, 9, 1), **who)
        content = (INPUTS / name).read_bytes()
        upload = import_commands.upload_roll(term_id=self.term_id, filename=name, content=content, **who)
        seal = pages.get_import(upload, town_id=self.town_id).plan.seal
        import_commands.commit_import(import_id=upload, seal=seal, in_office_from=date(2021, 9, 1), **who)

    def press(self, **more) -> None:
        view = now_view.get_now(self.session_id, chain="qinghe")
        runsheet.perform(
            step_id=view.step.id, press=Press(actor=self.chair, now=self.clock.tick(), phase=view.phase, **more)
        )

    def now(self) -> now_view.NowView:
        return now_view.get_now(self.session_id, chain="qinghe")

    @played_once
    def sign_everybody_in(self, sitting_id: int) -> None:
        for deputy in attendance_rows.get_attendance(sitting_id).deputies:
            if deputy.mark == "ABSENT":
                attendance.sign_in_deputy(
                    sitting_id=sitting_id, deputy_id=deputy.deputy_id, actor=self.office, now=self.clock.tick()
                )

    def seat_everybody(self, sitting_id: int) -> None:
        """The same without two hundred deeds, for tests that are about something else."""
        absent = [d for d in attendance_rows.get_attendance(sitting_id).deputies if d.mark == "ABSENT"]
        now = self.clock.tick()
        SignIn.objects.bulk_create(SignIn(sitting_id=sitting_id, deputy_id=d.deputy_id, at=now, by="") for d in absent)

    @played_once
    def conduct_until(self, deed: str) -> now_view.NowView:
        """Open, say and adopt by all hands until a step of this kind is next."""
        for _ in range(60):
            view = self.now()
            if view.step is None or view.step.deed == deed:
                return view
            if view.step.deed == "OPEN_SITTING" and view.sitting.is_of_all_deputies:
                self.seat_everybody(view.sitting.id)
            self.press(hands=self.all_hands(view) if view.phase is Phase.OPEN else {})
        raise AssertionError(f"no step {deed}")

    def all_hands(self, view: now_view.NowView) -> dict[str, int]:
        return {"votes_for": view.hand_vote.present, "votes_against": 0, "abstentions": 0, "not_voting": 0}

    def vote(self, papers: list[tuple[str, ...]], write_ins: dict[int, tuple[str, ...]] | None = None) -> None:
        """Open the round that is next and count these papers; the result is not yet declared."""
        self.press()
        self.count(self.now().ballot.id, papers, write_ins)

    @played_once
    def count(
        self, ballot_id: int, papers: list[tuple[str, ...]], write_ins: dict[int, tuple[str, ...]] | None = None
    ) -> None:
        who = {"actor": self.tellers[0]}
        ballots.issue_papers(ballot_id=ballot_id, papers_issued=len(papers), now=self.clock.tick(), **who)
        ballots.collect_papers(ballot_id=ballot_id, papers_collected=len(papers), now=self.clock.tick(), **who)
        for teller in self.tellers:
            for number, marks in enumerate(papers, start=1):
                ballots.enter_sheet(
                    ballot_id=ballot_id,
                    number=number,
                    marks=marks,
                    write_ins=(write_ins or {}).get(number, ()),
                    sealed=True,
                    actor=teller,
                    now=self.clock.tick(),
                )
        ballots.finish_count(ballot_id=ballot_id, now=self.clock.tick(), **who)


@played_once
def election_session(*, seats: int = 2, names: tuple[str, ...] = ("甲候选", "乙候选", "丙候选")) -> Play:
    """A by-election session of 95 deputies, all present, for so many deputy heads; candidates fixed."""
    play = Play()
    play.import_roll("roster-95.xlsx", 96)
    who = {"actor": play.office, "now": play.clock.tick()}
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=9,
        playbook="by_election",
        opens_on=date(2025, 6, 10),
        closes_on=date(2025, 6, 10),
        place="会议室",
        posts=[layout.PostToFill("DEPUTY_HEAD", seats)],
        projects_to_choose=None,
        from_session_id=None,
        **who,
    )
    deputies = roll.list_roll(play.term_id, on=date(2025, 6, 10))
    scrutiny.name_scrutineers(session_id=play.session_id, chief=deputies[0].id, others=[deputies[1].id], **who)
    election = record.get_record(play.session_id).elections[0]
    play.election_id = election.id
    for place, name in enumerate(names):
        elections.nominate(
            election_id=election.id,
            name=name,
            deputy_id=None,
            by_presidium=place < seats,
            signers=() if place < seats else tuple(row.id for row in deputies[place * 12 : place * 12 + 12]),
            about="",
            **who,
        )
    print_as_nominated(play, names)
    elections.close_nominations(election_id=election.id, **who)
    return play


def print_as_nominated(play: Play, names: tuple[str, ...]) -> None:
    """The candidates in the order given, whatever their strokes: tests mark papers by place."""
    list_name = NameList.CANDIDATES.of(play.election_id)
    people = name_lists.get_list(play.session_id, list_name, town_id=play.town_id).list.people
    keys = {person.name: person.key for person in people}
    name_lists.order_by_hand(
        session_id=play.session_id,
        list_name=list_name,
        wanted=[keys[name] for name in names],
        seen=[person.key for person in people],
        reason="按提名先后",
        actor=play.office,
        now=play.clock.tick(),
    )


@played_once
def spring_session() -> Play:
    """Qinghe before its spring session: 95 in office, 4 on leave, 12 projects, one deputy head to elect."""
    play = Play()
    play.import_roll("roster-95.xlsx", 96)
    who = {"actor": play.office, "now": play.clock.tick()}
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=8,
        playbook="spring",
        opens_on=date(2025, 3, 31),
        closes_on=date(2025, 4, 1),
        place="镇政府三楼会议室",
        posts=[layout.PostToFill("DEPUTY_HEAD", 1)],
        projects_to_choose=10,
        from_session_id=None,
        **who,
    )
    remarks = [(r.deputy_id, r.remark) for r in roll.list_remarks(play.term_id) if r.asks_leave]
    assert attendance.take_leave_from_remarks(session_id=play.session_id, remarks=remarks, **who) == 4
    for leave in attendance_rows.list_leaves(play.session_id):
        attendance.decide_leave(leave_id=leave.id, is_approved=True, actor=play.chair, now=play.clock.tick())
    deputies = [row for row in roll.list_roll(play.term_id, on=date(2025, 3, 31)) if row.number not in (1, 5, 6, 51)]
    sittings.set_presidium(session_id=play.session_id, members=[(d.id, "") for d in deputies[:9]], **who)
    scrutiny.name_scrutineers(
        session_id=play.session_id, chief=deputies[10].id, others=[d.id for d in deputies[20:24]], **who
    )
    scrutiny.appoint_tellers(session_id=play.session_id, names=["甲", "乙"], **who)
    candidates.bring_in(play.session_id, **who)
    election = record.get_record(play.session_id).elections[0]
    elections.nominate(
        election_id=election.id, name="陆文清", deputy_id=None, by_presidium=True, signers=(), about="", **who
    )
    elections.close_nominations(election_id=election.id, **who)
    return play


PROJECT_PAPERS = [tuple("CIRCLE" if line < 10 else "BLANK" for line in range(12))] * 60 + [
    tuple("CIRCLE" if line >= 2 else "BLANK" for line in range(12))
] * 31
ELECTION_PAPERS = [("CIRCLE",)] * 88 + [("CROSS",)] * 3


@played_once
def finished_spring() -> Play:
    """The same session, held to its close: ten projects chosen, the deputy head elected with 88 of 91."""
    play = spring_session()
    play.conduct_until("PROJECT_VOTE")
    play.vote(PROJECT_PAPERS)
    play.press()
    play.press()
    play.conduct_until("ELECTION")
    play.vote(ELECTION_PAPERS)
    play.press()
    play.press()
    play.conduct_until("")
    return play
