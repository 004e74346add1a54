"""A chart is said in words, tells its series apart by pattern, and needs neither script nor style."""

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from huitang.congress.publication.standing import blocks
from huitang.web.frame import charts

SVG = "{http://www.w3.org/2000/svg}"
FORMS = {
    "bars": blocks.chart("bars", "阶段", series=["项数"], rows=[blocks.row("建设中", [2]), blocks.row("验收", [1])]),
    "stacked": charts.stacked(
        "表决", series=("赞成", "反对"), rows=[("决议", (60, 30))], mark=48, mark_name="通过所需"
    ),
    "against": blocks.chart("against", "进度", series=["计划", "实际"], rows=[blocks.row("修路", [60, 45])], unit="%"),
    "in_and_out": blocks.chart(
        "in_and_out", "钱", series=["收入", "支出"], rows=[blocks.row("税", [30]), blocks.row("教育", [20], side=1)]
    ),
}


def html_of(chart, key="1") -> str:
    return Template("{% load charts %}{% chart chart key %}").render(Context({"chart": chart, "key": key}))


@pytest.mark.parametrize("form", FORMS)
def test_every_chart_has_a_title_and_says_every_number(form):
    drawn = charts.draw(FORMS[form])
    html = html_of(FORMS[form])
    titled = re.search(r'aria-labelledby="(\S+) (\S+)"', html)
    assert f'<title id="{titled[1]}">{FORMS[form]["title"]}</title>' in html
    assert f'<desc id="{titled[2]}">{drawn.desc}</desc>' in html
    told = [word for row in FORMS[form]["rows"] for word in (row["label"], *row["told"])]
    assert [word for word in told if word not in drawn.desc] == []


@pytest.mark.parametrize("form", FORMS)
def test_no_chart_has_a_style_or_a_script_and_all_are_well_formed(form):
    html = html_of(FORMS[form])
    assert " style=" not in html
    assert "<style" not in html
    assert "<script" not in html
    figure = ElementTree.fromstring(html.strip())
    assert figure.tag == "figure"


def test_the_same_figures_give_the_same_bytes():
    assert html_of(FORMS["stacked"]) == html_of(FORMS["stacked"])


def test_a_stacked_bar_fills_its_whole_and_each_part_has_its_pattern():
    drawn = charts.draw(FORMS["stacked"])
    assert [(bar.x, bar.width, bar.series) for bar in drawn.bars] == [("0.00%", "66.66%", 0), ("66.66%", "33.33%", 1)]
    assert drawn.marks[0][0] == "53.33%"
    assert 'fill="url(#chart-1-p1)"' in html_of(FORMS["stacked"])


def test_planned_and_actual_stand_on_one_scale():
    assert [bar.width for bar in charts.draw(FORMS["against"]).bars] == ["100.00%", "75.00%"]


def test_two_charts_of_a_page_share_no_id():
    both = html_of(FORMS["bars"], "a") + html_of(FORMS["bars"], "b")
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids))


def test_a_long_name_is_cut_on_a_phone_only():
    name = "关于清河镇人民代表大会主席团工作报告的决议"
    told = charts.draw(charts.stacked("x", series=("a",), rows=[(name, (1,))])).texts
    assert [text.words for text in told if "wide-only" in text.kind] == [name]
    (short,) = [text.words for text in told if "narrow-only" in text.kind]
    assert short.startswith("关于清…")
    assert short.endswith("工作报告的决议")


def test_nothing_to_draw_is_no_mistake():
    assert charts.draw(blocks.chart("bars", "空", series=["x"], rows=[])).bars == ()


def test_a_vote_of_nobody_draws_no_bar_of_any_length():
    vote = SimpleNamespace(title="空", votes_for=0, votes_against=0, abstentions=0, not_voting=0, needed=48)
    html = Template("{% load charts %}{% votes_chart votes 1 %}").render(Context({"votes": [vote]}))
    assert set(re.findall(r'class="ground s\d" x="[\d.]+%" y="[\d.]+em" width="([\d.]+%)"', html)) == {"0.00%"}


def test_names_that_would_be_cut_alike_are_told_apart_on_a_phone():
    names = [
        f"关于清河镇{one}报告的决议（草案）" for one in ("人民政府工作", "人民代表大会主席团工作", "2024年财政决算")
    ]
    rows = [(name, [91, 0, 0, 0]) for name in (*names, "清河镇第六届人民代表大会第八次会议议程")]
    drawn = charts.draw(charts.stacked("表决", series=["赞成", "反对", "弃权", "未表决"], rows=rows))
    short = [text.words for text in drawn.texts if "narrow-only" in text.kind]
    assert short == ["…人民政府工作…", "…人民代表大会…", "…2024年财…", "清河镇…会议议程"]
