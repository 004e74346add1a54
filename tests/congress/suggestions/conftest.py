import pytest

from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()
