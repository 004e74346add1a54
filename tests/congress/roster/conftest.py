import pytest

from tests.congress.roster import stage


@pytest.fixture
def term(office, now) -> int:
    return stage.open_sixth_term(office, now)


@pytest.fixture
def roll(term, office, now) -> int:
    """The sixth term with its 95 deputies."""
    stage.bring_in(term, stage.ROSTER_95, office, now)
    return term
