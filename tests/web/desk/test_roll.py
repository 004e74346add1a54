"""The roll on the desk: shown for any day, searched, printed, taken out."""

import io

import openpyxl
import pytest
from django.utils import timezone

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.congress.roster import mandate_commands
from huitang.congress.roster.models import Deputy
from huitang.rules.mandate import EndCause
from tests.congress.roster import stage


def page_text(response) -> str:
    return response.content.decode()


def test_a_town_without_a_term_is_told_what_to_do(desk):
    text = page_text(desk.get("/desk/roll/"))
    assert "还没有登记届次" in text
    assert "/desk/roll/terms/" in text


def test_an_empty_roll_leads_to_the_import(desk, term):
    text = page_text(desk.get("/desk/roll/", follow=True))
    assert "名册里还没有代表" in text
    assert f"/desk/roll/{term}/import/" in text


def test_the_roll_shows_its_figures_and_every_deputy(desk, roll):
    response = desk.get(f"/desk/roll/{roll}/")
    text = page_text(response)
    assert response.status_code == 200
    assert "<dt>在任代表</dt><dd>95</dd>" in text
    assert "<dt>代表名额</dt><dd>96</dd>" in text
    assert "<dt>缺额</dt><dd>1</dd>" in text
    assert "阿依古丽·艾合买提" in text
    assert "李䶮" in text


@pytest.mark.parametrize(("typed", "shown"), [("oym", "欧阳明"), ("95", "欧阳明"), ("欧阳", "欧阳明")])
def test_a_search_shows_who_was_meant(desk, roll, typed, shown):
    response = desk.get(f"/desk/roll/{roll}/", {"q": typed})
    assert shown in page_text(response)
    assert "郝露珠" not in page_text(response)


def test_a_search_without_result_says_what_can_be_typed(desk, roll):
    text = page_text(desk.get(f"/desk/roll/{roll}/", {"q": "<b>查无此人"}))
    assert "没有找到“&lt;b&gt;查无此人”" in text


def test_the_roll_of_a_day_before_and_after_an_end(desk, roll, office, now):
    deputy = Deputy.objects.get(number=2)
    mandate_commands.end_mandate(
        deputy_id=deputy.pk, on=stage.TODAY, cause=EndCause.DIED, reason="病故", actor=office, now=now
    )
    assert "<dt>在任代表</dt><dd>95</dd>" in page_text(desk.get(f"/desk/roll/{roll}/", {"on": "2025-03-30"}))
    after = page_text(desk.get(f"/desk/roll/{roll}/", {"on": "2025-03-31"}))
    assert "<dt>在任代表</dt><dd>94</dd>" in after
    assert "资格已终止的代表" in after


@pytest.mark.parametrize("typed", ["昨天", "2025-02-30", "2025-13-01"])
def test_a_day_that_is_none_is_answered_beside_the_field(desk, roll, typed):
    response = desk.get(f"/desk/roll/{roll}/", {"on": typed})
    assert response.status_code == 422
    assert "日期看不懂。请写成“2025-03-31”。" in page_text(response)


def test_a_strange_delegation_in_the_address_breaks_nothing(desk, roll):
    assert desk.get(f"/desk/roll/{roll}/", {"delegation": "999"}).status_code == 200
    assert desk.get(f"/desk/roll/{roll}/", {"delegation": "x"}).status_code == 422


def test_the_exported_roll_can_be_imported_again_and_changes_nothing(desk, roll, office, now):
    response = desk.get(f"/desk/roll/{roll}/roll.xlsx")
    assert f"roll-6-{timezone.localdate().isoformat()}.xlsx" in response["Content-Disposition"]
    sheet = read_spreadsheet(response.content).sheets[0]
    assert sheet.rows[1].cells[:3] == ("编号", "姓名", "代表团")
    assert len(sheet.rows) == 97
    assert stage.preview(roll, response.content, office, now).plan.changes_nothing


def test_the_sample_has_a_heading_the_import_knows(desk):
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get("/desk/roll/sample.xlsx").content)).active
    assert [cell.value for cell in sheet[1]][:3] == ["序号", "姓名", "性别"]


def test_the_printed_roll_says_when_it_is_only_a_part(desk, roll):
    assert "本页按条件只列出" not in page_text(desk.get(f"/desk/roll/{roll}/print/"))
    assert "只列出 2 名" in page_text(desk.get(f"/desk/roll/{roll}/print/", {"q": "ww"}))


def test_a_term_of_another_town_does_not_exist(desk, roll):
    response = desk.get("/desk/roll/9999/")
    assert response.status_code == 404
    assert "没有这一届" in page_text(response)


def test_only_the_office_sees_the_roll(teller, client, roll):
    assert teller.get(f"/desk/roll/{roll}/").status_code == 403
    assert client.get(f"/desk/roll/{roll}/")["Location"].startswith("/door/sign-in/")


def test_the_roll_takes_few_queries_whatever_its_length(desk, roll, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        desk.get(f"/desk/roll/{roll}/")


@pytest.mark.parametrize("number", ["0", "9" * 19, "9" * 40])
def test_a_number_no_table_can_hold_is_not_found(desk, roll, number):
    for address in (f"{number}/", f"deputy/{number}/", f"import/{number}/", f"terms/{number}/"):
        assert desk.get(f"/desk/roll/{address}").status_code == 404
