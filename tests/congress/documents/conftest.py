"""Qinghe before its spring session, and the fonts papers are drawn with."""

import pytest
from django.conf import settings

from huitang.congress.documents import glyphs
from tests.stage import Play, spring_session


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture(scope="session")
def fonts():
    return glyphs.fonts_of(settings.FONT_FOLDERS)
