"""`huitang verify FILE|URL|-`: is this text ours and whole, ours but altered, or not ours? The text itself is not trusted."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from huitang.adapters.signing.refusal import SigningIsRefused
from huitang.adapters.texts.refusal import TextIsRefused
from huitang.adapters.verifying import painting
from huitang.adapters.verifying.painting import Spoken
from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.trusted import RecordIsBroken, Signed
from huitang.adapters.verifying.verdict import Answer, Verdict, judge_best
from huitang.web.terminal import fetching, verify_words
from huitang.web.terminal.trusted_records import Checked, Trust, gather

CODES: dict[Answer, int] = {Answer.WHOLE: 0, Answer.ALTERED: 1, Answer.NOT_OURS: 3}
UNTRUSTED = 4  # the words agree, the signature does not


class Command(BaseCommand):
    help = "Hold a page, a Word file, a PDF or pasted words against the signed record. See docs/checking.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="a file, an address (https://…), or - for the standard input")
        parser.add_argument(
            "--record", action="append", default=[], help="a .record.json, file or address; its .minisig beside it"
        )
        parser.add_argument("--keys", help="the key you trust: a minisign.pub, its one line, or a keys.json you keep")
        parser.add_argument(
            "--key-list", help="the keys.json a site publishes: leads from the key you trust to later ones"
        )
        parser.add_argument("--log", help="the address or folder of the log (…/log), to see that it holds the record")
        parser.add_argument("--fold-width", action="store_true", help="take full and half width for the same")
        parser.add_argument("--html", type=Path, help="write the painted text to this file")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("en" if options["lang"] == "en" else "zh-hans"):
            checked, verdict, text = _judge(options)
            spoken = _speak(verdict, checked)
            if options["html"]:
                options["html"].write_text(painting.html_page(verdict, text, spoken), encoding="utf-8")
            if options["json"]:
                self.stdout.write(json.dumps(_facts(verdict, checked, text), ensure_ascii=False, indent=2))
            else:
                self._tell(verdict, text, spoken)
        is_untrusted = checked.signed in (Signed.WRONG, Signed.REVOKED, Signed.UNKNOWN_KEY)
        exit_code: int = CODES[verdict.answer]
        if is_untrusted and verdict.answer is not Answer.NOT_OURS:
            exit_code = UNTRUSTED
        if exit_code:
            sys.exit(exit_code)

    def _tell(self, verdict: Verdict, text: str, spoken: Spoken) -> None:
        self.stdout.write(spoken.verdict)
        for said in spoken.lines:
            self.stdout.write(f"  {said}")
        for one in verdict.differences:
            line, column = painting.place_of(one, text)
            self.stdout.write(f"\n{line}:{column}  {verify_words.tell_change(one)}")
            self.stdout.write(f"  {painting.ansi_line(one, text)}")


def _judge(options: dict[str, Any]) -> tuple[Checked, Verdict, str]:
    try:
        text = read_suspect(fetching.read(options["text"]))
        trust = Trust(options["record"], options["keys"], options["key_list"], options["log"])
        held = list(gather(trust))
        verdict = judge_best([one.record for one in held], text, fold_width=options["fold_width"])
    except fetching.CouldNotRead as missing:
        raise CommandError(str(missing)) from missing
    except TextIsRefused as refused:
        raise CommandError(_("读不出文字（{code}）。").format(code=refused.code)) from refused
    except RecordIsBroken as broken:
        raise CommandError(_("给出的规范记录不完整，不能用来核对。")) from broken
    except SigningIsRefused as refused:
        raise CommandError(_("公钥、签名或者日志不对（{code}）。").format(code=refused.code)) from refused
    if verdict is None:
        raise CommandError(_("没有可以比对的记录。请用 --record 给出规范记录，或者在发布过文稿的机器上运行。"))
    return next(one for one in held if one.record.sha256 == verdict.record.sha256), verdict, text


def _speak(verdict: Verdict, checked: Checked) -> Spoken:
    return Spoken(
        title=verdict.record.title,
        verdict=verify_words.tell_answer(verdict),
        legend=verify_words.legend(),
        lines=(*verify_words.tell_share(verdict), *verify_words.tell_trust(checked)),
        changes=tuple(verify_words.tell_change(one) for one in verdict.differences),
    )


def _facts(verdict: Verdict, checked: Checked, text: str) -> dict[str, Any]:
    return {
        "answer": verdict.answer,
        "title": verdict.record.title,
        "part_of": verdict.record.part_of,
        "record_sha256": verdict.record.sha256,
        "signature": checked.signed,
        "signature_says": checked.comment,
        "log_index": checked.log_index,
        "found": verdict.found,
        "total": verdict.total,
        "differences": [
            {
                "change": one.change,
                "ours": one.ours,
                "theirs": one.theirs,
                "start": one.start,
                "end": one.end,
                "line": painting.place_of(one, text)[0],
                "column": painting.place_of(one, text)[1],
                "piece": one.piece,
            }
            for one in verdict.differences
        ],
    }
