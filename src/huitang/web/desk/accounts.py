"""/desk/accounts/: who may log in to work."""

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts import queries as account_rows
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.web.desk.entry import page, refused_on
from huitang.web.frame import clock, who

_ROLES = (
    (Role.OFFICE, gettext_lazy("办公室：筹备会议，管名册、议程、签到和草稿")),
    (Role.CHAIR, gettext_lazy("执行主席：照运行单主持，批准请假，发布文件")),
    (Role.TELLER, gettext_lazy("计票人：两人各自录入选票")),
)


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=gettext_lazy("密码"),
        strip=False,
        max_length=128,
        help_text=gettext_lazy("至少十个字符，不要用常见的词。"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


class AccountForm(PasswordForm):
    name = forms.CharField(label=gettext_lazy("登录名"), max_length=40, widget=forms.TextInput({"autocomplete": "off"}))
    label = forms.CharField(
        label=gettext_lazy("称呼"), max_length=40, help_text=gettext_lazy("日志里写这个，如“办公室 林晓”。")
    )
    role = forms.ChoiceField(label=gettext_lazy("做什么"), choices=_ROLES, widget=forms.RadioSelect)
    field_order = ("name", "label", "role", "password")


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    return _show(request, AccountForm(initial={"role": Role.OFFICE}))


@sensitive_post_parameters("password")
@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST)
    if form.is_valid():
        try:
            accounts.create_account(
                name=form.cleaned_data["name"],
                label=form.cleaned_data["label"],
                role=Role(form.cleaned_data["role"]),
                password=form.cleaned_data["password"],
                actor=who.actor_of(request),
                now=clock.now(request),
            )
        except accounts.PasswordIsWeak as weak:
            form.add_error("password", str(weak))
        except InputIsWrong as wrong:
            form.add_error("name", str(wrong))
        else:
            messages.success(request, _("账号“{name}”已经建好。").format(name=form.cleaned_data["name"]))
            return redirect("desk:accounts")
    return _show(request, form, status=422)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def password(request: HttpRequest, account_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    row = account_rows.get_account(account_id, town_id=actor.town_id)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["password"]
        with refused_on(form, "password"):
            accounts.set_password(account_id=account_id, password=given, actor=actor, now=clock.now(request))
            _stay_logged_in(request, account_id)
            messages.success(request, _("“{name}”的密码已经换好。").format(name=row.name))
            return redirect("desk:accounts")
    status = 422 if form.errors else 200
    return page(request, "desk/accounts/password.html", {"form": form, "row": row}, here="accounts", status=status)


@require_POST
@who.only(Role.OFFICE)
def lock(request: HttpRequest, account_id: int) -> HttpResponse:
    accounts.lock_account(account_id=account_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("账号已经停用，马上生效。"))
    return redirect("desk:accounts")


@require_POST
@who.only(Role.OFFICE)
def unlock(request: HttpRequest, account_id: int) -> HttpResponse:
    accounts.unlock_account(account_id=account_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("账号已经恢复使用。"))
    return redirect("desk:accounts")


def _show(request: HttpRequest, form: AccountForm, *, status: int = 200) -> HttpResponse:
    rows = account_rows.list_accounts(who.actor_of(request).town_id)
    names = {role: name.partition("：")[0] for role, name in ((role, str(name)) for role, name in _ROLES)}
    context = {"rows": [(row, names[row.role]) for row in rows], "form": form}
    return page(request, "desk/accounts/show.html", context, here="accounts", status=status)


def _stay_logged_in(request: HttpRequest, account_id: int) -> None:
    """Whoever changes their own password is not thrown out by it."""
    if request.user.pk == account_id:
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)
