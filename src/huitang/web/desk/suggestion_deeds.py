"""The deeds of one suggestion's page: which form each has, which command it calls, what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.suggestions import answer_commands, commands, handling_commands
from huitang.congress.suggestions.answer_commands import AnswerDraft
from huitang.web.desk import suggestion_forms as forms
from huitang.web.desk.suggestion_forms import DeedForm


@dataclass(frozen=True)
class PageDeed:
    """`act` is the state table's name for it."""

    slug: str
    act: str
    label: Any
    done: Any
    form: type[DeedForm]
    command: Callable[..., object]
    is_grave: bool = False


def _answer(*, suggestion_id: int, actor: Actor, now: datetime, **typed: Any) -> object:
    return answer_commands.answer(suggestion_id=suggestion_id, draft=AnswerDraft(**typed), actor=actor, now=now)


def _consent(*, suggestion_id: int, deputy_id: int, actor: Actor, now: datetime) -> object:
    return commands.consent(suggestion_id=suggestion_id, deputy_id=deputy_id, consents=True, actor=actor, now=now)


ALL = (
    PageDeed("admit", "ADMIT", _("审核通过"), _("已审核通过，可以交办。"), forms.NothingForm, commands.admit),
    PageDeed("agenda", "PUT_ON_AGENDA", _("列入会议议程"), _("已列入议程。"), forms.NothingForm, commands.put_on_agenda),
    PageDeed("turn", "TURN", _("转为建议"), _("已转为建议。"), forms.ReasonForm, commands.turn_into_suggestion),
    PageDeed("assign", "ASSIGN", _("交办"), _("已交办。"), forms.AssignForm, handling_commands.assign),
    PageDeed("answer", "ANSWER", _("登记答复"), _("答复已登记，已告知每位署名代表。"), forms.AnswerForm, _answer),
    PageDeed("evaluate", "EVALUATE", _("登记代表评价"), _("评价已登记。"), forms.EvaluateForm, answer_commands.evaluate),
    PageDeed("proof", "KEEP_PROMISE", _("承诺已兑现"), _("承诺已兑现，办结。"), forms.ProofForm, answer_commands.keep_promise),
    PageDeed("contact", "CONTACT", _("登记沟通"), _("沟通已登记。"), forms.ContactForm, handling_commands.note_contact),
    PageDeed("opinion", "GIVE_OPINION", _("登记协办意见"), _("协办意见已登记。"), forms.OpinionForm, handling_commands.note_opinion),
    PageDeed("promise", "SET_PROMISE", _("补写或改承诺期限"), _("承诺已写下。"), forms.PromiseForm, answer_commands.set_promise),
    PageDeed("sign", "SIGN", _("加附议代表"), _("已加附议代表。"), forms.SignForm, commands.sign),
    PageDeed("merge", "MERGE", _("并案办理"), _("已并案。"), forms.MergeForm, commands.merge),
    PageDeed("extend", "EXTEND", _("难度大，延长答复期限"), _("已按延长的期限计算。"), forms.ReasonForm, handling_commands.extend),
    PageDeed("hand-back", "HAND_BACK", _("承办单位退回"), _("已退回，等待重新交办。"), forms.HandBackForm, handling_commands.hand_back, True),
    PageDeed("reassign", "REASSIGN", _("改派单位"), _("已改派。"), forms.ReassignForm, handling_commands.reassign, True),
    PageDeed("unreturned", "CLOSE_UNRETURNED", _("代表未反馈，结束"), _("已结束，不计入满意率。"), forms.NothingForm, answer_commands.close_unreturned, True),
    PageDeed("close", "CLOSE_AFTER_REDO", _("经协商结束"), _("已结束。"), forms.ReasonForm, answer_commands.close_after_redo, True),
    PageDeed("consent", "CONSENT", _("登记代表同意公开"), _("已登记。"), forms.ConsentForm, _consent),
    PageDeed("publish", "PUBLISH", _("公开"), _("已公开。"), forms.NothingForm, commands.publish),
    PageDeed("refuse", "REFUSE", _("不予立案"), _("已不予立案，原因已告知代表。"), forms.RefuseForm, commands.refuse, True),
    PageDeed("unsign", "UNSIGN", _("撤回署名"), _("署名已撤回。"), forms.UnsignForm, commands.withdraw_signature, True),
    PageDeed("withdraw", "WITHDRAW", _("撤回整件"), _("已撤回。"), forms.ReasonForm, commands.withdraw, True),
    PageDeed("unmerge", "UNMERGE", _("取消并案"), _("已取消并案。"), forms.NothingForm, commands.unmerge),
    PageDeed("unpublish", "UNPUBLISH", _("不再公开"), _("不再公开。"), forms.NothingForm, commands.unpublish, True),
)  # fmt: skip
BY_SLUG = {deed.slug: deed for deed in ALL}
