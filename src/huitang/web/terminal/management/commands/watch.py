"""`huitang watch [ADDRESS…]`: our own pages for what was slipped in, others for copies of ours; evidence of both."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from huitang.adapters.signing.refusal import SigningIsRefused
from huitang.adapters.verifying import painting
from huitang.adapters.verifying.painting import Spoken
from huitang.adapters.verifying.trusted import RecordIsBroken, TrustedRecord
from huitang.adapters.watching import evidence, screenshot
from huitang.web.terminal import fetching, verify_words, watch_words, watching
from huitang.web.terminal.trusted_records import Trust, gather
from huitang.web.terminal.watching import Watched

SOMETHING_FOUND = 1


class Command(BaseCommand):
    help = "Look at our own pages, or at suspects, as several visitors; keep evidence. See docs/watching.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("addresses", nargs="*", help="suspects; without any, every page we have released")
        parser.add_argument("--record", action="append", default=[], help="hold against these records only")
        parser.add_argument("--ours", action="append", default=[], help="another host that is ours or may be linked to")
        parser.add_argument("--out", type=Path, help="where evidence is kept; default: watch/ in HUITANG_HOME")
        parser.add_argument("--browser", default="", help="the browser that takes the picture")
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("en" if options["lang"] == "en" else "zh-hans"):
            found = list(self._watch(options))
        if any(not one.is_calm for one in found):
            sys.exit(SOMETHING_FOUND)

    def _watch(self, options: dict[str, Any]) -> list[Watched]:
        records = _records(options["record"])
        hosts = watching.hosts_of([settings.SITE_ADDRESS, *options["ours"]])
        now = timezone.now()
        if options["addresses"]:
            looked = watching.watch_suspects(options["addresses"], records, our_hosts=hosts, at=now)
        elif records:
            looked = watching.watch_own(records, our_hosts=hosts, at=now)
        else:
            raise CommandError(_("还没有发布过文稿，没有可看的网页。请给出要查看的网址。"))
        folder = (options["out"] or settings.HOME / "watch") / timezone.localtime(now).strftime("%Y%m%d-%H%M%S")
        return [self._tell(one, folder / str(number), options) for number, one in enumerate(looked, start=1)]

    def _tell(self, found: Watched, folder: Path, options: dict[str, Any]) -> Watched:
        self.stdout.write(watch_words.tell_briefly(found))
        for sign in found.signs:
            self.stdout.write(f"  {watch_words.tell_sign(sign)}")
        if not found.is_calm and not found.problem:
            _keep(found, folder, options["browser"])
            self.stdout.write("  " + _("证据：{folder}").format(folder=folder))
        return found


def _records(named: list[str]) -> list[TrustedRecord]:
    try:
        return [one.record for one in gather(Trust(named, None, None, None))]
    except fetching.CouldNotRead as missing:
        raise CommandError(str(missing)) from missing
    except RecordIsBroken as broken:
        raise CommandError(_("给出的规范记录不完整，不能用来核对。")) from broken
    except SigningIsRefused as refused:
        raise CommandError(_("公钥、签名或者日志不对（{code}）。").format(code=refused.code)) from refused


def _keep(found: Watched, folder: Path, browser: str) -> None:
    texts = {"report.md": watch_words.write_report(found, site=settings.SITE_ADDRESS)}
    if found.verdict is not None:
        spoken = Spoken(
            title=found.verdict.record.title,
            verdict=verify_words.tell_answer(found.verdict),
            legend=verify_words.legend(),
            lines=tuple(verify_words.tell_share(found.verdict)),
            changes=tuple(verify_words.tell_change(one) for one in found.verdict.differences),
        )
        texts["differences.html"] = painting.html_page(found.verdict, found.text, spoken)
    try:
        evidence.write_evidence(folder, found.answers, texts=texts, browser=screenshot.find_browser(browser))
    except OSError as error:
        raise CommandError(_("证据写不进去：{problem}").format(problem=error)) from error
