"""Ballots, cards, plans and certificates as LibreOffice lays them out: on their pages, nothing lost."""

import os
import subprocess

import pytest
from tools import need_fonts, need_office

from huitang.adapters.papers.ballot import MarkPlace
from huitang.adapters.papers.docx import docx_of
from tests.adapters.papers import sheets
from tests.adapters.papers.test_ballot import SCHEMES, ballot, projects
from tests.adapters.papers.test_cards import RULES, card_sheet
from tests.adapters.papers.test_certificate import certificates
from tests.adapters.papers.test_seating import NAMES, plan
from tests.adapters.papers.test_word_files_in_libreoffice import font_settings

BALLOTS = {
    f"{place}-{number}": ballot(number, place, SCHEMES[number % 3], round="第二次另行选举")
    for place in MarkPlace
    for number in (1, 8, 40)
}
BALLOTS["projects-20"] = projects(20, has_details=True)
BALLOTS["projects-40"] = projects(40, has_details=False)
OTHERS = {"cards": card_sheet(12, back=RULES), "certificates": certificates(), "seats": plan()}


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory) -> dict[str, list[sheets.PrintedSheet]]:
    office = need_office.find_office()
    assert office, "run `python -m tools.need_office`, as `make test` does"
    assert not need_fonts.missing(), "run tools/need_fonts.py, as `make test` does"
    folder = tmp_path_factory.mktemp("office")
    for name, printable in {**BALLOTS, **OTHERS}.items():
        (folder / f"{name}.docx").write_bytes(docx_of(printable))
    (folder / "fonts.conf").write_text(font_settings(), encoding="utf-8")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = sorted(map(str, folder.glob("*.docx")))
    env = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([*command, "--outdir", str(folder), *files], env=env, check=True, capture_output=True, timeout=240)
    return {path.stem: sheets.printed(path.read_bytes()) for path in folder.glob("*.pdf")}


@pytest.mark.parametrize("name", BALLOTS)
def test_a_word_ballot_is_one_page_with_every_name_whole(laid_out, name):
    (page,) = laid_out[name]
    assert [row.name for row in BALLOTS[name].candidates if row.name not in page.text] == []


@pytest.mark.parametrize("name", BALLOTS)
def test_its_corner_marks_stand_near_the_corners(laid_out, name):
    (page,) = laid_out[name]
    for x, y in ((100, 100), (page.w - 170, 100), (100, page.h - 170), (page.w - 170, page.h - 170)):
        assert page.has_rect(x, y, 70, 70, within=6), (x, y)


def test_cards_are_ten_a_page_with_their_backs(laid_out):
    assert [page.text.count("会议须知") for page in laid_out["cards"]] == [0, 10, 0, 2]
    assert [page.text.count("编号") for page in laid_out["cards"]] == [10, 0, 2, 0]


def test_certificates_and_the_plan_keep_to_their_pages(laid_out):
    assert [page.w > page.h for page in laid_out["certificates"]] == [True] * 3
    (page,) = laid_out["seats"]
    assert [page.text.count(name) for name in NAMES] == [22, 21, 21, 21, 21]
