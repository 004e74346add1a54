"""Who may do what: the one table of permissions. Every command asks it through `Actor.must_be_allowed_to`."""

from enum import StrEnum


class Role(StrEnum):
    OFFICE = "OFFICE"  # the desk: one to three people of the congress office
    CHAIR = "CHAIR"  # the presiding chair and who sits beside them
    TELLER = "TELLER"  # reads papers at the count
    DEPUTY = "DEPUTY"  # came with the QR of a deputy's card
    SYSTEM = "SYSTEM"  # a command typed on the machine itself


class Deed(StrEnum):
    """Every deed that changes the record."""

    KEEP_ACCOUNTS = "KEEP_ACCOUNTS"
    ISSUE_CARDS = "ISSUE_CARDS"
    KEEP_ROLL = "KEEP_ROLL"
    PLAN_SESSION = "PLAN_SESSION"
    KEEP_AGENDA = "KEEP_AGENDA"
    ORDER_NAMES = "ORDER_NAMES"  # the order of names on lists and ballots
    CONDUCT = "CONDUCT"  # open and close sittings, open and declare votes, follow the run sheet
    STEP_BACK = "STEP_BACK"
    ASK_LEAVE = "ASK_LEAVE"
    DECIDE_LEAVE = "DECIDE_LEAVE"
    SIGN_IN = "SIGN_IN"
    RECORD_VOTE = "RECORD_VOTE"
    KEEP_ELECTION = "KEEP_ELECTION"
    KEEP_PROJECTS = "KEEP_PROJECTS"
    KEEP_RATING = "KEEP_RATING"  # what a session rates, and how
    KEEP_SCRUTINEERS = "KEEP_SCRUTINEERS"
    HANDLE_PAPERS = "HANDLE_PAPERS"  # issued, collected
    ENTER_PAPERS = "ENTER_PAPERS"
    RESOLVE_PAPERS = "RESOLVE_PAPERS"
    KEEP_SUPERVISION = "KEEP_SUPERVISION"  # plan, activities, opinions and replies, photos
    SET_POINTS = "SET_POINTS"
    FREEZE_NUMBERS = "FREEZE_NUMBERS"
    KEEP_PAPERS = "KEEP_PAPERS"  # details typed for papers, the office's own wording, papers kept as they went out
    KEEP_MONEY = "KEEP_MONEY"
    KEEP_TARGETS = "KEEP_TARGETS"
    KEEP_DIARY = "KEEP_DIARY"  # reminders, what is ticked off, the calendar's address
    DRAFT = "DRAFT"
    RELEASE = "RELEASE"
    SEAL = "SEAL"  # write releases into the public log
    SIGN = "SIGN"  # with the office's key
    KEEP_KEYS = "KEEP_KEYS"  # make, back up, rotate, revoke
    KEEP_SUGGESTIONS = "KEEP_SUGGESTIONS"  # register, assign, write down answers
    ADMIT_SUGGESTIONS = "ADMIT_SUGGESTIONS"  # the presidium's decisions on them
    EVALUATE_ANSWER = "EVALUATE_ANSWER"  # a proposer's own verdict, consent, reading of notices


_STAFF = frozenset({Role.OFFICE, Role.SYSTEM})
_FLOOR = _STAFF | {Role.CHAIR}

ALLOWED: dict[Deed, frozenset[Role]] = {
    Deed.KEEP_ACCOUNTS: _STAFF,
    Deed.ISSUE_CARDS: _STAFF,
    Deed.KEEP_ROLL: _STAFF,
    Deed.PLAN_SESSION: _STAFF,
    Deed.KEEP_AGENDA: _STAFF,
    Deed.ORDER_NAMES: _STAFF,
    Deed.CONDUCT: _FLOOR,
    Deed.STEP_BACK: _FLOOR,
    Deed.ASK_LEAVE: _STAFF | {Role.DEPUTY},
    Deed.DECIDE_LEAVE: _FLOOR,
    Deed.SIGN_IN: _STAFF,
    Deed.RECORD_VOTE: _FLOOR,
    Deed.KEEP_ELECTION: _STAFF,
    Deed.KEEP_PROJECTS: _STAFF,
    Deed.KEEP_RATING: _STAFF,
    Deed.KEEP_SCRUTINEERS: _STAFF,
    Deed.HANDLE_PAPERS: _FLOOR | {Role.TELLER},
    Deed.ENTER_PAPERS: frozenset({Role.TELLER}),
    Deed.RESOLVE_PAPERS: _FLOOR | {Role.TELLER},
    Deed.KEEP_SUPERVISION: _STAFF,
    Deed.SET_POINTS: _STAFF,
    Deed.FREEZE_NUMBERS: _STAFF,
    Deed.KEEP_PAPERS: _STAFF,
    Deed.KEEP_MONEY: _STAFF,
    Deed.KEEP_TARGETS: _STAFF,
    Deed.KEEP_DIARY: _STAFF,
    Deed.DRAFT: _STAFF,
    Deed.RELEASE: frozenset({Role.CHAIR}),  # a second person: the office drafts, the chair releases
    Deed.SEAL: _FLOOR,
    Deed.SIGN: _STAFF,
    Deed.KEEP_KEYS: frozenset({Role.SYSTEM}),
    Deed.KEEP_SUGGESTIONS: _STAFF,
    Deed.ADMIT_SUGGESTIONS: _FLOOR,
    Deed.EVALUATE_ANSWER: _STAFF | {Role.DEPUTY},
}
