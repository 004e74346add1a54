"""Templates of one room use those of their own room and of the frame, never those of another room."""

import re
from pathlib import Path

import pytest
from django.template import engines

WEB = Path(__file__).parents[2] / "src/huitang/web"
USE = re.compile(r"{%\s*(?:extends|include|partial)\s+[\"']([^\"']+)[\"']")
OPEN = re.compile(r"{%\s*(?:extends|include)\s+(?![\"'])(\S+)")
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))


def room_of(path: Path) -> str:
    return path.relative_to(WEB).parts[0]


def strangers_in(room: str, source: str) -> list[str]:
    """Templates used that are neither of this room nor of the frame."""
    return [used for used in USE.findall(source) if used.partition("/")[0] not in (room, "frame")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_a_template_uses_only_its_own_room_and_the_frame(path):
    source = path.read_text(encoding="utf-8")
    assert strangers_in(room_of(path), source) == []
    assert OPEN.findall(source) == [], "name the template, so that one can see where it comes from"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_a_template_stands_in_its_room_and_every_template_it_names_exists(path):
    folder = path.relative_to(WEB / room_of(path) / "templates").parts[0]
    assert folder == room_of(path) or room_of(path) == "frame"
    for used in USE.findall(path.read_text(encoding="utf-8")):
        assert engines["django"].get_template(used)


def test_a_stranger_is_found():
    assert strangers_in("portal", '{% extends "frame/base.html" %}{% include "desk/_row.html" %}') == ["desk/_row.html"]


def test_views_render_templates_of_their_own_room():
    wrong = [
        f"{path.relative_to(WEB)}: {name}"
        for path in sorted(WEB.rglob("*.py"))
        for name in re.findall(r"\"(\w+)/[\w/]+\.html\"", path.read_text(encoding="utf-8"))
        if name not in (room_of(path), "frame")
    ]
    assert wrong == []
