"""/desk/public/pages/: columns in the office's own words, such as 机构简介, 通知公告, 适老专区."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import desk_queries, page_commands
from huitang.congress.publication.page_commands import PageWords
from huitang.web.desk import entry
from huitang.web.frame import clock, who

COLUMNS = (__("机构简介"), __("通知公告"), __("工作动态"), __("适老专区"))


_OLDER_TEXT = """这一栏为老年读者和不常上网的读者准备。

## 怎样把字放大

每个页面最上面都有“适老大字版”。点一下，字变大，页面变成一栏，按钮也变大；再点一下，就回到原来的样子。下次打开还是大字。

## 怎样听

点“朗读”，手机或者电脑把正文读给您听；再点一下就停。

## 看不清颜色

点“高对比”，变成黑底白字。页面上不靠颜色说话，凡是用颜色标出的，旁边都有文字。

## 不会上网怎么办

可以请村（居）委会或者代表联络站的工作人员帮您打开或打印，也可以打电话问镇人大办公室，电话在每个页面的最下面。

## 有话要对代表说

请到代表联络站当面说，或者请您选区的代表带到会上。"""


def older_page() -> dict[str, str]:
    """A first draft of the older readers' page, for the office to change; in Chinese, as its readers read it."""
    return {"column": desk_queries.OLDER, "title": "适老专区使用说明", "text": _OLDER_TEXT, "slug": "older"}


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
        help_text=__(
            "一行一段，段间空一行。“## ”开头是小标题；表格用竖线隔开，表头下面写一行 |---|---|。不能用网页代码。"
        ),
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
    offered = older_page() if request.GET.get("of") == "older" else {}
    form = NewPageForm(request.POST or None, initial=offered)
    if form.is_valid():
        with entry.refused_on(form):
            page_commands.write_page(
                words=PageWords(**form.cleaned_data), actor=who.actor_of(request), now=clock.now(request)
            )
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
        with entry.refused_on(form):
            page_commands.change_page(
                page_id=page_id, words=PageWords(**told), seen=seen, actor=actor, now=clock.now(request)
            )
            messages.success(request, _("页面已保存。起草以后，再请主席发布。"))
            return redirect("desk:public")
    return _page(request, form, row)


def _page(request: HttpRequest, form: PageForm, row: desk_queries.OwnPageRow | None = None) -> HttpResponse:
    context = {"form": form, "row": row, "columns": COLUMNS}
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/public/page.html", context, here="public", status=status)
