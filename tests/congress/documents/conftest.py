"""Qinghe before its spring session, and the fonts papers are drawn with."""

import pytest
from django.conf import settings
from django.utils import translation

from huitang.congress.documents import glyphs
from tests.stage import Play, spring_session


@pytest.fixture(autouse=True)
def chinese():
    """Whatever language a page of another test left behind."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture(scope="session")
def fonts():
    return glyphs.fonts_of(settings.FONT_FOLDERS)
