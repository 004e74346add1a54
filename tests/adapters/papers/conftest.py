import pytest
from tools import need_fonts

from huitang.adapters.papers.fonts import FontSet, find_fonts


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    """The free fonts only, so that every machine measures the same."""
    assert not need_fonts.missing(), "run tools/need_fonts.py, as `make test` does"
    return find_fonts([need_fonts.FOLDER])
