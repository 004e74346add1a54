"""What is known of a session when a text is read. Everything may be missing: then the text is held against itself."""

from dataclasses import dataclass
from datetime import date

from huitang.adapters.names import apart


@dataclass(frozen=True)
class KnownSession:
    term: int
    number: int
    opens_on: date | None = None
    closes_on: date | None = None

    @property
    def key(self) -> tuple[int, int]:
        return self.term, self.number


@dataclass(frozen=True)
class KnownAttendance:
    """`sitting` is the title of the meeting, such as 第一次全体会议; empty for what the session reports."""

    in_office: int
    on_leave: int
    absent: int
    present: int
    sitting: str = ""


@dataclass(frozen=True)
class KnownPerson:
    name: str
    posts: tuple[str, ...] = ()
    is_deputy: bool = False

    @property
    def bare_name(self) -> str:
        """Without what tells the person from others of the name."""
        return apart.without_note(self.name)


@dataclass(frozen=True)
class KnownVote:
    """A show of hands that was decided."""

    title: str
    votes_for: int
    votes_against: int
    abstentions: int
    not_voting: int = 0

    @property
    def figures(self) -> tuple[int, int, int, int]:
        return self.votes_for, self.votes_against, self.abstentions, self.not_voting


@dataclass(frozen=True)
class KnownRound:
    """Papers and votes of one round; `votes` holds everybody who got any."""

    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    void: int | None = None
    votes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class KnownElection:
    """`post` as the record writes it: 镇人民政府副镇长."""

    post: str
    elected: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    rounds: tuple[KnownRound, ...] = ()


@dataclass(frozen=True)
class KnownProject:
    name: str
    yuan: int | None = None
    is_adopted: bool = False


@dataclass(frozen=True)
class Known:
    """Facts a text may be held against. `sessions` are all of the town, this one and its neighbours."""

    town: str = ""
    session: KnownSession | None = None
    sessions: tuple[KnownSession, ...] = ()
    attendance: tuple[KnownAttendance, ...] = ()
    persons: tuple[KnownPerson, ...] = ()
    votes: tuple[KnownVote, ...] = ()
    elections: tuple[KnownElection, ...] = ()
    projects: tuple[KnownProject, ...] = ()
    project_rounds: tuple[KnownRound, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """As the persons are called, and the bare names: 王芳（北村） and 王芳."""
        return frozenset(name for person in self.persons for name in (person.name, person.bare_name))

    @property
    def namesakes(self) -> dict[str, tuple[str, ...]]:
        """The bare names several bear, and how each of these is called."""
        found = apart.not_told_by_name(person.name for person in self.persons)
        # a presider written without the note is one of them
        noted = {name: tuple(one for one in called if one != name) for name, called in found.items()}
        return {name: noted[name] if len(noted[name]) > 1 else called for name, called in found.items() if called[1:]}


NOTHING = Known()
