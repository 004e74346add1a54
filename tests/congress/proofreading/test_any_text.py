"""Whatever is pasted, the proofreader answers: places lie in the text, do not overlap, and corrections can be made."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from huitang.adapters.texts import plain
from huitang.congress.proofreading.facts_in import facts_found
from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe, sentences

PIECES = (
    *(
        "清河镇",
        "第六届",
        "第零届",
        "第二〇二五届",
        "人民代表大会",
        "第八次会议",
        "第百次会议",
        "召开",
        "通过的",
        "主席团主席",
        "镇人大主任",
    ),
    *(
        "229日",
        "2月29日",
        "2023年",
        "13月",
        "99日",
        "至4月1日",
        "（星期八）",
        "（星期二）",
        "应到代表",
        "0名",
        "95名",
        "实到",
        "请假",
        "9999人",
    ),
    *(
        "赞成",
        "反对1票",
        "弃权",
        "占0%",
        "占33.3%",
        "其中",
        "合计",
        "0万元",
        "1，200万元",
        "12.5亿元",
        "完成预算的",
        "三分之二以上",
        "当选",
    ),
    *(
        "共0人）",
        "（共3人）",
        "名单",
        "：",
        "一是",
        "二是",
        "三是",
        "《",
        "》",
        "赌场_官网:",
        "_",
        "、",
        "。",
        "，",
        "\n",
        "\t",
        " ",
        "　",
        "（一）",
        "1.",
    ),
    *(
        "王芳",
        "单志强",
        "同志",
        "代表",
        "选举",
        "为",
        "镇长",
        "副镇长",
        "·",
        "\u200b",
        "\ufffd",
        "⼤",
        "體",
        "（zhèn）",
        "A",
        "Б",
    ),
    *sentences.RIGHT[:9],
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).filter(str.strip)


@settings(max_examples=300, deadline=None)
@given(texts, st.booleans())
@example("0名占0%", False)
@example("代表95名，其中妇女28名，占29.50000000000000000000000000000000001%。", False)
def test_any_text_is_answered(text, asks_record):
    paragraphs = qinghe.paragraphs_of(text)
    findings = proofread(paragraphs, qinghe.KNOWN if asks_record else NOTHING)
    facts_found(paragraphs)
    read_to = (0, 0)
    for one in findings:
        assert (one.paragraph, one.start) >= read_to
        assert one.start <= one.end <= len(paragraphs[one.paragraph].text)
        assert "{" not in one.sentence
        read_to = (one.paragraph, one.end)
    corrections = tuple(one.as_correction() for one in findings if one.correction is not None)
    assert plain.correct_plain(text, corrections).count("\n") == len(paragraphs) - 1


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_signs_at_all_are_answered(text):
    assert isinstance(proofread(qinghe.paragraphs_of(text), qinghe.KNOWN), tuple)
