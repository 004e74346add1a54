"""Money in and out of one account as two sentences, a chart and a table."""

from huitang.adapters.spreadsheets.amount import WAN, tell_amount
from huitang.congress.money import plain
from huitang.congress.money.account import Account, Side
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block

_MOST = 8  # bars of one side; smaller items are drawn together


def in_and_out(label: str, account: Account) -> list[Block]:
    """The chart, where each hundred yuan come from and go, and the same figures as a table."""
    sides = {side: _items(account, side) for side in Side}
    if not any(sides.values()):
        return []
    rows = [_row(name, yuan, place) for place, side in enumerate(Side) for name, yuan in sides[side]]
    lines = sentences(account)
    words = ["收入", "支出"]
    cells = ([words[row["side"]], row["label"], row["told"][0]] for row in rows)
    title = f"{label}：钱从哪里来，花在哪里"
    return [
        *(blocks.paragraph(line) for line in lines),
        blocks.chart("in_and_out", title, series=words, rows=rows, sentence="".join(lines), unit="万元"),
        blocks.table(f"{label}（万元）", ["收支", "科目", "万元"], cells),
    ]


def sentences(account: Account) -> tuple[str, ...]:
    """Of every hundred yuan coming in and going out, in whole yuan that add up."""
    items = {side: [(line.name, line.yuan or 0) for line in account.items(side)] for side in Side}
    told = (
        plain.of_every_hundred(Side.INCOME, items[Side.INCOME]),
        plain.of_every_hundred(Side.EXPENSE, items[Side.EXPENSE]),
    )
    return tuple(line for line in told if line)


def _items(account: Account, side: str) -> list[tuple[str, int]]:
    found = sorted(((line.name, line.yuan or 0) for line in account.items(side)), key=lambda item: -item[1])
    found = [item for item in found if item[1]]
    rest = found[_MOST - 1 :] if len(found) > _MOST else []
    shown = found[: len(found) - len(rest)]
    return [*shown, (f"其他{len(rest)}项", sum(yuan for _name, yuan in rest))] if rest else shown


def _row(name: str, yuan: int, side: int) -> Block:
    return blocks.row(name, [yuan // WAN], [tell_amount(yuan)], side=side)
