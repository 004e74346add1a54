"""A deputy follows their own suggestions, is told what is new, and judges an answer."""

import pytest
from django.test import Client

from huitang.congress.suggestions.models import AnswerEvaluation, ProposerNotice
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk
from tests.web import people

HOME = "/deputy/suggestions/"


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()


def phone_of(walk: Walk, place: int) -> Client:
    return people.deputy(walk.play, walk.deputies[place])


def test_only_the_proposers_see_it(walk):
    found = walk.answered()
    mine, other = phone_of(walk, 1), phone_of(walk, 20)
    assert "关于修路的建议" in mine.get(HOME).content.decode()
    assert "还没有您提的建议" in other.get(HOME).content.decode()
    for client, code in ((mine, 200), (other, 404), (Client(), 302)):
        assert client.get(f"{HOME}{found}/").status_code == code
    refused = other.post(f"{HOME}{found}/evaluate/", {"attitude": "SATISFIED", "result": "SATISFIED"})
    assert refused.status_code in (403, 404)
    assert not AnswerEvaluation.objects.exists()


def test_what_is_new_is_counted_and_read(walk):
    walk.assigned()
    phone = phone_of(walk, 0)
    page = phone.get(HOME)
    html = page.content.decode()
    assert "建议（3）" in html
    assert "3 条新消息" in html
    assert "已交给镇农业办办理。" in html
    last = page.context["view"].last_notice
    assert phone.post(f"{HOME}read/", {"up_to": last}).status_code == 303
    assert "条新消息" not in phone.get(HOME).content.decode()
    assert ProposerNotice.objects.filter(read_at=None).exists()  # the co-signers' own stay unread


def test_the_steps_are_a_plain_line(walk):
    found = walk.assigned()
    phone = phone_of(walk, 0)
    steps = phone.get(HOME).context["view"].rows[0].steps
    assert [(step.name, step.mark) for step in steps][:4] == [
        ("登记", "done"),
        ("审核", "done"),
        ("办理", "current"),
        ("答复", "next"),
    ]
    walk.answer(found)
    walk.evaluate(found)
    assert {step.mark for step in phone.get(HOME).context["view"].rows[0].steps} == {"done"}


def test_an_answer_is_judged_on_the_phone(walk):
    found = walk.answered()
    phone = phone_of(walk, 0)
    assert "看答复，作评价" in phone.get(HOME).content.decode()
    page = phone.get(f"{HOME}{found}/").content.decode()
    assert "已经修好。" in page
    missing = phone.post(f"{HOME}{found}/evaluate/", {"attitude": "SATISFIED"})
    assert missing.status_code == 422
    assert "请选一个。" in missing.content.decode()
    verdict = {"attitude": "SATISFIED", "result": "NOT_SATISFIED"}
    unsaid = phone.post(f"{HOME}{found}/evaluate/", verdict)
    assert unsaid.status_code == 422
    assert "请写明原因" in unsaid.content.decode()
    assert phone.post(f"{HOME}{found}/evaluate/", {**verdict, "reason": "又坏了"}).status_code == 303
    assert walk.row(found).state == "REDO"
    again = phone.post(f"{HOME}{found}/evaluate/", {**verdict, "reason": "又坏了"})
    assert again.status_code == 409


def test_consent_is_given_and_taken_back(walk):
    found = walk.answered()
    phone = phone_of(walk, 2)
    phone.post(f"{HOME}{found}/consent/", {"consents": "yes"})
    assert "您已同意公开" in phone.get(f"{HOME}{found}/").content.decode()
    phone.post(f"{HOME}{found}/consent/", {"consents": "no"})
    assert "您已同意公开" not in phone.get(f"{HOME}{found}/").content.decode()
