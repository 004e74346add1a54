import pytest

from tests.web.floor_stage import House


@pytest.fixture
def house(db) -> House:
    return House()
