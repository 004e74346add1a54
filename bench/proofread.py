"""How much of what is wrong the proofreader finds, how much it marks that is right, and how long it takes.

    python bench/proofread.py [texts…]

Without files: the spoilt texts of the tests by kind, with the record and without, and the texts that are right.
With files (docx or txt): what is found in each with nothing known.
"""

import os
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")

import django

django.setup()

from tests.congress.proofreading import measuring, qinghe  # noqa: E402
from tests.congress.proofreading.mutations import MUTATIONS  # noqa: E402

from huitang.adapters.texts import reading  # noqa: E402
from huitang.congress.proofreading.known import NOTHING  # noqa: E402
from huitang.congress.proofreading.proofread import proofread  # noqa: E402


def table() -> None:
    by_kind = defaultdict(list)
    for mutation in MUTATIONS:
        for known in measuring.knowns_of(mutation):
            measured = measuring.measure(mutation, known)
            by_kind[mutation.kind].append(measured)
            by_kind["all" if known is qinghe.KNOWN else "all, text alone"].append(measured)
    print(f"{'kind':<18}{'spoilt':>8}{'found':>8}{'false':>8}{'precision':>12}{'recall':>10}")
    for kind, measured in by_kind.items():
        row = measuring.figures(measured)
        print(f"{kind:<18}{row.spoilt:>8}{row.found:>8}{row.false_alarms:>8}{row.precision:>12}{row.recall:>10}")
    clean = [
        proofread(qinghe.paragraphs_of(qinghe.text_of(name)), known)
        for name in qinghe.CLEAN
        for known in (NOTHING, qinghe.KNOWN)
    ]
    print(f"{len(clean)} readings of {len(qinghe.CLEAN)} texts that are right: {sum(map(len, clean))} findings")


def speed() -> None:
    text = "\n".join(qinghe.text_of(name) for name in qinghe.CLEAN)
    for times in (1, 4, 16):
        paragraphs = qinghe.paragraphs_of(text * times)
        began = time.perf_counter()
        proofread(paragraphs, qinghe.KNOWN)
        print(f"{len(text) * times} characters: {time.perf_counter() - began:.2f} s")


def files(paths: list[str]) -> None:
    for path in paths:
        findings = proofread(reading.read_file(Path(path).read_bytes()))
        print(f"{path}: {len(findings)} findings")
        for one in findings:
            print(f"  {one.paragraph + 1}:{one.start} {one.kind} {one.says!r} -> {one.correction!r}  {one.sentence}")


if __name__ == "__main__":
    if sys.argv[1:]:
        files(sys.argv[1:])
    else:
        table()
        speed()
