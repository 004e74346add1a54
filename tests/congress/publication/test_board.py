"""The projects tell codes; the board tells words."""

from huitang.congress.publication.standing import board, projects

ROAD = {
    "number": 1,
    "name": "背街小巷改造",
    "field": "交通",
    "place": "镇区",
    "content": "1.2公里",
    "beneficiaries": "",
    "goal": "",
    "investment_yuan": 1_860_000,
    "funding": "镇财政",
    "unit": "规划建设办",
    "due": "2025-09-30",
    "stage": "BUILDING",
    "stage_words": "建设中",
    "planned": None,
    "actual": 45,
    "colour": "YELLOW",
    "colour_words": "稍慢",
    "is_overdue": False,
    "paid_yuan": 620_000,
    "photos": [],
    "rating": {"grade": "SATISFIED", "rate_in_tenths_of_percent": 956},
}
TOLD = {"year": 2025, "by_stage": {"ADOPTED": 0, "BUILDING": 1}, "projects": [ROAD]}


def test_stages_bands_and_grades_are_told_in_words():
    found = board.from_projects(TOLD)
    (road,) = found["projects"]
    assert found["counts"] == [{"stage": "建设中", "count": 1}]
    told = (road["stage"], road["planned_percent"], road["actual_percent"], road["band"], road["rating"])
    assert told == ("建设中", 0, 45, "yellow", "满意")
    assert "funding" not in road


def test_a_page_is_drafted_from_it(town, now):
    draft = projects.draft(
        town.pk, year=2025, on=now.date(), find_board=lambda *_args, **_more: board.from_projects(TOLD)
    )
    assert draft.blocks[0]["text"] == "2025年民生实事项目1项：建设中1项。计划总投资186.00万元，已支付62.00万元。"
