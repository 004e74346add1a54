"""/desk/public/pages/: columns in the office's own words, such as 机构简介, 通知公告, 适老专区."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.publication import desk_queries, page_commands
from huitang.congress.publication.page_commands import PageWords
from huitang.web.desk import entry
from huitang.web.frame import clock, who

COLUMNS = (__("机构简介"), __("通知公告"), __("工作动态"), __("适老专区"))


class PageForm(forms.Form):
    column = forms.CharField(
        label=__("栏目"),
        max_length=20,
        help_text=__("可以选，也可以自己写。"),
        widget=forms.TextInput(attrs={"list": "columns"}),
    )
    title = forms.CharField(label=__("标题"), max_length=100)
    text = forms.CharField(
        label=__("正文"),
        max_length=20_000,
        help_text=__("一行一段，段间空一行。“## ”开头是小标题；表格用竖线隔开。不能用网页代码。"),
        widget=forms.Textarea(attrs={"rows": 16}),
    )


class NewPageForm(PageForm):
    slug = forms.CharField(
        label=__("网址"),
        max_length=40,
        required=False,
        help_text=__("小写字母、数字和短横，如 about。可以不填。存了以后不能改。"),
    )


class ChangedPageForm(PageForm):
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    form = NewPageForm(request.POST or None)
    if form.is_valid():
        try:
            page_commands.write_page(
                words=PageWords(**form.cleaned_data), actor=who.actor_of(request), now=clock.now(request)
            )
        except InputIsWrong as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("页面已保存。起草以后，再请主席发布。"))
            return redirect("desk:public")
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def change(request: HttpRequest, page_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    row = desk_queries.get_own_page(page_id, town_id=actor.town_id)
    held = {"column": row.column, "title": row.title, "text": row.text, "seen": row.version}
    form = ChangedPageForm(request.POST or None, initial=held)
    if form.is_valid():
        told = dict(form.cleaned_data)
        seen = told.pop("seen")
        try:
            page_commands.change_page(
                page_id=page_id, words=PageWords(**told), seen=seen, actor=actor, now=clock.now(request)
            )
        except InputIsWrong as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("页面已保存。起草以后，再请主席发布。"))
            return redirect("desk:public")
    return _page(request, form, row)


def _page(request: HttpRequest, form: PageForm, row: desk_queries.OwnPageRow | None = None) -> HttpResponse:
    context = {"form": form, "row": row, "columns": COLUMNS}
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/public/page.html", context, here="public", status=status)
