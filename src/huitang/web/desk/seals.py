"""/desk/seals/: the public log, what waits for a signature, and signing it with the passphrase typed here."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.seals import commands, desk
from huitang.web.desk import entry
from huitang.web.frame import clock, house, who
from huitang.web.frame.see_other import see_other


class PassphraseForm(forms.Form):
    passphrase = forms.CharField(
        label=gettext_lazy("签名口令"),
        strip=False,
        max_length=200,
        help_text=gettext_lazy("只用这一次，程序不保存。"),
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    return _show(request, PassphraseForm())


@sensitive_post_parameters("passphrase")
@sensitive_variables("form")
@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def sign(request: HttpRequest) -> HttpResponse:
    """A GET is a reload after a refused signature: it leads back to the page."""
    if request.method == "GET":
        return see_other("desk:seals")
    form = PassphraseForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    try:
        signed = commands.sign(
            keys=_keys(),
            passphrase=form.cleaned_data["passphrase"],
            site=house.site(),
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except Refusal as refusal:
        form.add_error("passphrase", str(refusal))
        return _show(request, form, status=refusal.status)
    words = ngettext("已签名 {n} 份记录和整个日志。", "已签名 {n} 份记录和整个日志。", signed.records)
    messages.success(request, words.format(n=signed.records))
    return redirect("desk:seals")


def _keys() -> KeyFolder:
    return KeyFolder(settings.KEY_FOLDER)


def _show(request: HttpRequest, form: PassphraseForm, *, status: int = 200) -> HttpResponse:
    site = house.site()
    context = {
        "found": desk.get_seal_desk(_keys(), is_whole="whole" in request.GET),
        "form": form,
        "site": site,
        "is_address_local": "localhost" in site.address or "127.0.0.1" in site.address,
    }
    return entry.page(request, "desk/seals/show.html", context, here="releases", status=status)
