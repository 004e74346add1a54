"""Two people of one name: the noted form is no mistake, both are counted, and the bare name is a doubt."""

import pytest

from huitang.congress.proofreading.finding import Kind
from huitang.congress.proofreading.known import Known, KnownElection, KnownPerson
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe

PEOPLE = ("王芳（北村）", "王芳（第一代表团）", "王建国（男）", "王建国（女）", "王建军", "许国", "欧阳明")
KNOWN = Known(
    persons=tuple(KnownPerson(name, is_deputy=True) for name in PEOPLE),
    elections=(KnownElection("镇人民政府副镇长", elected=("王芳（北村）",)),),
)
DOUBT = "叫“王芳”的有2位：王芳（北村）、王芳（第一代表团）。这里没有写明是哪一位。"


def told(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.sentence) for one in proofread(qinghe.paragraphs_of(text), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "主席团（4人）\n王　芳（北村）、王　芳（第一代表团）、许　国、欧阳明",
        "主席团名单\n（共4人，按姓名笔画为序）\n王芳（北村）\t王芳（第一代表团）\n许国\t欧阳明",
        "大会选举王芳（北村）为清河镇人民政府副镇长。",
        "王芳（北村）为清河镇人民政府副镇长。",
        "王芳（北村，女）代表发言。",
        "王建国（男）代表、王建国（女）代表发言。",
    ],
)
def test_the_noted_form_is_read_as_a_name(text):
    assert told(text) == []


def test_both_are_counted():
    text = "主席团（3人）\n王芳（北村）、王芳（第一代表团）、许国、欧阳明"
    assert told(text) == [(Kind.COUNT, "“主席团”写的是3人，名单里数出来是4人。")]


@pytest.mark.parametrize("text", ["王芳代表发言。", "会议由王芳主持。", "王芳（教师）代表发言。"])
def test_the_bare_name_is_a_doubt_where_it_does_not_say_who_is_meant(text):
    assert told(text) == [(Kind.NAME, DOUBT)]


def test_a_bare_name_is_never_taken_for_another_name_one_character_off():
    assert [sentence[:8] for _kind, sentence in told("王建国代表发言。")] == ["叫“王建国”的有"]


def test_who_was_elected_is_the_noted_one():
    kinds = [
        (one.kind, one.should)
        for one in proofread(qinghe.paragraphs_of("大会选举王芳（第一代表团）为清河镇人民政府副镇长。"), KNOWN)
    ]
    assert kinds == [(Kind.ELECTION, "王芳（北村）")]
