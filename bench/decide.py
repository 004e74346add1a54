"""How long it takes to decide an election from 10,000 deputies' whole ballots with 20 candidates for 12 seats.

    python bench/decide.py [ballots] [candidates]

Three ways to write the same ballots: a row of signs in YAML, the same in JSON, and a list of named marks in JSON. For each the
seconds inside the program (reading the file, checking it against the schema, reading and counting every paper, deciding, telling)
and of the whole command with the start of Python and Django: by the clock, and of processor time, which a busy machine stretches less.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from huitang.adapters.cases import checking, reading, telling
from huitang.adapters.cases.decide import decide

SEATS = 12
NAMES = {"○": "CIRCLE", "×": "CROSS", "_": "BLANK"}
RUNS = 5


def case_of(ballots: int, candidates: int) -> dict:
    """Marks by chance, the same each time; no paper chooses more names than there are seats."""
    chance = random.Random(2025)
    names = [f"候选人{number:02d}" for number in range(1, candidates + 1)]
    return {
        "decide": "election",
        "deputies_in_office": ballots,
        "deputies_present": ballots,
        "papers_issued": ballots,
        "seats": SEATS,
        "candidates": names,
        "papers": [one_paper(chance, candidates) for _ in range(ballots)],
    }


def one_paper(chance: random.Random, candidates: int) -> str:
    for_whom = set(chance.sample(range(candidates), min(SEATS, candidates)))
    return "".join("○" if place in for_whom else chance.choice("×_") for place in range(candidates))


def with_lists(case: dict) -> dict:
    return {**case, "papers": [{"marks": [NAMES[sign] for sign in paper]} for paper in case["papers"]]}


def measure(path: Path) -> tuple[float, float, float, int]:
    """The best of a few runs inside one program, and of the whole command."""
    inside, whole, busy = [], [], []
    for _ in range(RUNS):
        checking._validator.cache_clear()
        began = time.perf_counter()
        decided = decide(reading.read_case(reading.read_text(path)))
        telling.tell(decided, english=False)
        inside.append(time.perf_counter() - began)
        spent = processor_seconds()
        began = time.perf_counter()
        subprocess.run(
            [Path(sys.executable).with_name("huitang"), "decide", path], check=True, stdout=subprocess.DEVNULL
        )
        whole.append(time.perf_counter() - began)
        busy.append(processor_seconds() - spent)
    return min(inside), min(whole), min(busy), decided.tally.papers_valid


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(ballots: int = 10_000, candidates: int = 20) -> None:
    case = case_of(ballots, candidates)
    forms = {
        "signs.yaml": yaml.safe_dump(case, allow_unicode=True, sort_keys=False),
        "signs.json": json.dumps(case, ensure_ascii=False),
        "lists.json": json.dumps(with_lists(case), ensure_ascii=False),
    }
    print(f"{ballots} ballots, {candidates} candidates, {SEATS} seats; best of {RUNS}")
    with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
        for name, text in forms.items():
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            inside, whole, busy, valid = measure(path)
            size = path.stat().st_size // 1024
            print(
                f"{name:<11} {size:>5} KB  {inside:.2f} s inside; the command {whole:.2f} s by the clock, "
                f"{busy:.2f} s of processor  ({valid} valid papers)"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
