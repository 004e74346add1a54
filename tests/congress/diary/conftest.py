import pytest

from tests.congress.diary import stage
from tests.congress.suggestions.stage import Walk


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()
