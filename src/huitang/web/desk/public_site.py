"""/desk/public/site/: what stands at the foot of every public page, as the office types it."""

from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import site, site_commands
from huitang.congress.publication.site_commands import SiteWords
from huitang.web.desk import entry
from huitang.web.frame import clock, who


class SiteForm(forms.Form):
    organiser = forms.CharField(
        label=__("主办"), max_length=60, required=False, help_text=__("不填就写本镇人民代表大会。")
    )
    operator = forms.CharField(label=__("承办"), max_length=60, required=False)
    contact = forms.CharField(
        label=__("联系方式"), max_length=60, required=False, help_text=__("公众能打通的电话，不要填个人手机。")
    )
    address = forms.CharField(label=__("地址"), max_length=100, required=False)
    icp_number = forms.CharField(label=__("ICP备案号"), max_length=40, required=False)
    police_number = forms.CharField(label=__("公安备案号"), max_length=40, required=False)
    site_code = forms.CharField(
        label=__("网站标识码"), max_length=20, required=False, help_text=__("政府网站标识码，十位。")
    )
    editor = forms.CharField(
        label=__("编辑署名"), max_length=40, required=False, help_text=__("不填就写“办公室”，不写姓名。")
    )
    reviewer = forms.CharField(
        label=__("审核署名"), max_length=40, required=False, help_text=__("不填就写“执行主席”，不写姓名。")
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    held = asdict(site.get_site(actor.town_id))
    form = SiteForm(request.POST or None, initial={**held, "seen": held["version"]})
    if form.is_valid():
        told = dict(form.cleaned_data)
        seen = told.pop("seen")
        site_commands.keep_site(words=SiteWords(**told), seen=seen, actor=actor, now=clock.now(request))
        messages.success(request, _("网站信息已保存，公开页面马上换成新的。"))
        return redirect("desk:public")
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/public/site.html", {"form": form}, here="public", status=status)
