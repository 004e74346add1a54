import pytest

from huitang.congress.publication.standing import board
from huitang.congress.roster.models import Town
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import BOARD, PICTURE, PROJECT_PICTURE


@pytest.fixture
def qinghe(town) -> Town:
    """The town with everything its standing pages are written from, but projects."""
    year_of_qinghe.fill(town)
    return town


@pytest.fixture
def projects(monkeypatch):
    """The projects' own app tells the board; here its facts are given."""
    monkeypatch.setattr(board, "find_board", lambda town_id, *, year, on: BOARD if year == 2025 else None)
    monkeypatch.setattr(board, "list_years", lambda town_id: (2025,))
    found = {PROJECT_PICTURE: (PICTURE, "image/jpeg")}
    monkeypatch.setattr(board, "find_photo", lambda sha256, *, town_id: found.get(sha256))
