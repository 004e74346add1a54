"""Every list of the desk as xlsx and csv: all rows of the filter, the page's own, days as days, no formula."""

import csv
import html
import io
import re
from datetime import datetime

import openpyxl
import pytest

from huitang.congress.accounts.deeds import Role
from huitang.congress.suggestions.listing import PAGE
from tests.web.desk.conftest import client_of
from tests.web.desk.many_rows import NAME_OF_TROUBLE, Town
from tests.web.desk.prepared import told

ROWS = 60
DAY = datetime.fromisoformat


@pytest.fixture
def place(office) -> Town:
    place = Town(office.town_id)
    place.grow(ROWS)
    return place


def sheet_of(desk, address: str):
    answer = desk.get(f"{address}{'&' if '?' in address else '?'}format=xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content)).active


def rows_of(desk, address: str) -> list[dict[str, object]]:
    """Below the title: by heading."""
    _title, headings, *rows = sheet_of(desk, address).values
    return [dict(zip(headings, row, strict=True)) for row in rows]


def in_words(desk, address: str) -> list[str]:
    """What names each row of the page's lists; small tables of sums beside them are none."""
    tables = re.findall(r"<table class=\"data.*?</table>", told(desk.get(address)), re.DOTALL)
    names = [re.findall(r'<th scope="row"[^>]*>(.*?)</th>', table, re.DOTALL) for table in tables]
    return [_plain(name) for rows in names if len(rows) >= 10 for name in rows]


def _plain(name: str) -> str:
    """Without what stands beside it, smaller or as a chip."""
    said = re.sub(r'<span class="(?:change|chip)[^>]*>.*?</span>', "", name)
    return html.unescape(re.sub("<[^>]*>", "", said)).strip()


LISTS = {
    "/desk/suggestions/?state=open&order=-number": "标题",
    "/desk/supervision/?year=2025&order=-held": "题目",
    "/desk/deputies/?order=-number": "姓名",
    "/desk/roll/{term}/?order=-number": "姓名",
    "/desk/targets/?year=2025&order=-due": "指标或任务",
    "/desk/money/?year=2025": "科目名称",
}


@pytest.mark.parametrize(("path", "column"), LISTS.items())
def test_the_file_holds_the_rows_of_the_page_in_their_order(path, column, place, desk):
    address = path.format(term=place.term.pk)
    names = [str(row[column]) for row in rows_of(desk, address)]
    page = in_words(desk, address)
    assert len(page) >= min(ROWS, PAGE) - 15
    assert page[: len(names)] == names[: len(page)]  # a chart says the accounts again


def test_the_file_holds_every_page(place, desk):
    assert len(in_words(desk, "/desk/suggestions/")) == PAGE
    assert len(in_words(desk, "/desk/suggestions/?page=2")) == ROWS - PAGE
    assert len(rows_of(desk, "/desk/suggestions/?page=2")) == ROWS


def test_the_journal_goes_out_whole_and_filtered(place, office, desk):
    place.write_journal(office, 130)
    rows = rows_of(desk, "/desk/journal/?area=task")
    assert [row["关于"] for row in rows] == [f"任务 {n}" for n in reversed(range(130))]
    assert rows[0]["时间"] == DAY("2025-09-01 10:00:00")
    assert in_words(desk, "/desk/journal/?area=task") == [row["做了什么"] for row in rows[:100]]


def test_days_are_days_and_numbers_are_numbers(place, desk):
    first = rows_of(desk, "/desk/suggestions/")[2]
    assert (first["建议编号"], first["交办日期"], first["答复日期"]) == (
        "0000003",
        DAY("2025-08-01"),
        DAY("2025-08-20"),
    )
    activity = rows_of(desk, "/desk/supervision/?year=2025")[0]
    assert (activity["举行日期"], activity["参加代表（名）"]) == (DAY("2025-05-02"), 3)
    assert rows_of(desk, "/desk/deputies/")[0]["编号"] == 1
    assert rows_of(desk, "/desk/money/?year=2025")[0]["2025年预算数（元）"] == 1


def test_a_title_says_the_town_the_list_and_the_day(place, desk):
    sheet = sheet_of(desk, "/desk/suggestions/")
    assert re.fullmatch(r"清河镇 第六届议案和建议清单（\d{4}-\d\d-\d\d 导出）", sheet["A1"].value)
    assert sheet.freeze_panes == "A3"


def test_a_title_that_looks_like_a_formula_stays_text(place, desk):
    cell = sheet_of(desk, "/desk/suggestions/")["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (NAME_OF_TROUBLE, "s", True)
    rows = list(csv.reader(io.StringIO(desk.get("/desk/suggestions/?format=csv").content.decode("utf-8-sig"))))
    assert rows[1][1] == f"'{NAME_OF_TROUBLE}"


def test_csv_is_for_excel_and_says_the_same(place, desk):
    answer = desk.get("/desk/supervision/?year=2025&format=csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="supervision-2025.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["题目"] for row in rows] == [row["题目"] for row in rows_of(desk, "/desk/supervision/?year=2025")]
    assert rows[0]["举行日期"] == "2025-05-02"


def test_the_file_speaks_the_readers_language(place, desk):
    desk.cookies["django_language"] = "en"
    _title, headings, *_rows = sheet_of(desk, "/desk/supervision/?year=2025").values
    assert "Topic" in headings
    assert not [heading for heading in headings if re.search("[一-鿿]", heading)]


def test_only_who_may_see_a_list_may_take_it_away(place, office, now, client):
    teller = client_of(Role.TELLER, office, now)
    for path in (*LISTS, "/desk/journal/"):
        address = path.format(term=place.term.pk).partition("?")[0] + "?format=xlsx"
        assert teller.get(address).status_code == 403
        assert client.get(address).status_code == 302


# sorting and pages


def test_a_heading_sorts_and_says_which_way(place, desk):
    page = told(desk.get("/desk/suggestions/?state=open&page=1"))
    assert '<th scope="col" aria-sort="ascending"><a href="?state=open&amp;order=-number">编号</a></th>' in page
    assert '<th scope="col"><a href="?state=open&amp;order=state">状态</a></th>' in page
    page = told(desk.get("/desk/suggestions/?order=-number"))
    assert '<th scope="col" aria-sort="descending"><a href="?order=number">编号</a></th>' in page
    most_first = told(desk.get("/desk/deputies/?order=absences"))
    assert 'class="n" aria-sort="descending"><a href="?order=-absences">' in most_first


@pytest.mark.parametrize("order", ["number", "tabled", "unit", "state", "due", "mark", "result", "nonsense"])
def test_turning_an_order_round_loses_no_row(order, place, desk):
    forth = [row["建议编号"] for row in rows_of(desk, f"/desk/suggestions/?order={order}")]
    back = [row["建议编号"] for row in rows_of(desk, f"/desk/suggestions/?order=-{order}")]
    assert sorted(forth) == sorted(back)
    assert len(forth) == ROWS


def test_pages_keep_the_filter_and_one_too_far_is_the_last(place, desk):
    page = told(desk.get("/desk/suggestions/?q=路&page=2"))
    assert "第 2 页，共 2 页，59 条" in page
    assert 'rel="prev" href="?q=%E8%B7%AF&amp;page=1"' in page
    assert 'rel="next"' not in page
    assert "第 2 页，共 2 页" in told(desk.get("/desk/suggestions/?page=999999999"))
    assert "第 1 页，共 2 页" in told(desk.get("/desk/suggestions/?page=-3"))


def test_nobodys_format_shows_the_page(place, desk):
    assert desk.get("/desk/suggestions/?format=exe")["Content-Type"].startswith("text/html")
