"""The seating plan as a Word file: the rostrum and the floor as tables, one cell a seat."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import styles
from huitang.adapters.papers.docx.geometry import twips
from huitang.adapters.papers.docx.laid_out import centred, edges, exact, gap, line, section, shade, sheet_of, written
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.tables import THIN, cell, grid_borders, margins, row, table
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.names_in_columns import widened
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.seating import SeatPlan, Sitter, blocks_of
from huitang.adapters.papers.seating_layout import SHADES, Hall, measured

_EDGE = 90
_AISLE = 60
_LABEL = 110
_LONG_NAME = 4
_ROSTRUM_SEAT = 100


@docx_of.register
def seating_docx(plan: SeatPlan) -> bytes:
    """The Word file; refused where the picture itself would be."""
    size, hall = measured(plan)
    width, height = size.landscape
    sheet = sheet_of(width, height, x=_EDGE, y=_EDGE)
    package = Package(plan.name, styles.style_sheet(sheet))
    elements = [
        line(plan.title, 220, Face.TITLE),
        *_rostrum(plan),
        _floor(plan, hall, width),
        gap(),
        *_legend(plan),
    ]
    return written(package, elements, section(sheet))


def _rostrum(plan: SeatPlan) -> Iterator[Element]:
    if not plan.rostrum:
        return
    yield line("主　席　台", 110, Face.HEI, before=5)
    for names in reversed(plan.rostrum):
        yield gap()
        cells = [cell(twips(300), line(widened(name), _size(name, 140))) for name in names]
        yield table([twips(300)] * len(names), [row(cells, exact(_ROSTRUM_SEAT))], grid_borders(), centred(), _narrow())
    yield line("", 70)


def _narrow() -> Element:
    return margins("w:tblCellMar", left=10, right=10)


def _size(name: str, usual: int) -> int:
    return usual if len(name) <= _LONG_NAME else 80


def _floor(plan: SeatPlan, hall: Hall, width: int) -> Element:
    aisles = len(blocks_of(plan.seats_per_row, plan.aisles)) - 1
    seat_w = min(hall.seat_w, (width - 2 * _EDGE - _LABEL - aisles * _AISLE) // plan.seats_per_row)
    numbers = {group: at for at, group in enumerate(plan.groups, 1)}
    rows = [_row(plan, ["", *map(str, range(1, plan.seats_per_row + 1))], seat_w)]
    for at, sitters in enumerate(plan.floor, 1):
        cells = [_seat(sitter, numbers, hall, seat_w) for sitter in sitters]
        rows.append(row([_label(f"{at}排"), *_parted(plan, cells)], exact(hall.seat_h)))
    widths = [_LABEL, *_parted_widths(plan, seat_w)]
    return table([twips(w) for w in widths], rows, centred(), _narrow())


def _row(plan: SeatPlan, words: list[str], seat_w: int) -> Element:
    cells = [cell(twips(seat_w), line(word, 80, Face.HEI, colour="595959")) for word in words[1:]]
    return row([_label(words[0]), *_parted(plan, cells)], exact(45))


def _label(words: str) -> Element:
    return cell(twips(_LABEL), line(words, 90, Face.HEI, colour="595959"))


def _parted(plan: SeatPlan, cells: list[Element]) -> list[Element]:
    """The cells of a row with an empty one at every aisle."""
    found: list[Element] = []
    for at, (start, end) in enumerate(blocks_of(plan.seats_per_row, plan.aisles)):
        found += [cell(twips(_AISLE), line("", 80))] if at else []
        found += cells[start:end]
    return found


def _parted_widths(plan: SeatPlan, seat_w: int) -> list[int]:
    found: list[int] = []
    for at, (start, end) in enumerate(blocks_of(plan.seats_per_row, plan.aisles)):
        found += [_AISLE] if at else []
        found += [seat_w] * (end - start)
    return found


def _seat(sitter: Sitter | None, numbers: dict[str, int], hall: Hall, seat_w: int) -> Element:
    if sitter is None:
        return cell(twips(seat_w), line("", 80), properties=[edges(2, "BFBFBF")])
    number = numbers[sitter.group]
    ground = shade(SHADES[(number - 1) % len(SHADES)].removeprefix("#").upper())
    told = [line(widened(sitter.name), hall.sizes[sitter.name]), line(str(number), 65, Face.HEI, colour="595959")]
    return cell(twips(seat_w), *told, properties=[edges(THIN), ground])


def _legend(plan: SeatPlan) -> Iterator[Element]:
    told = "　".join(f"{at}＝{group}" for at, group in enumerate(plan.groups, 1))
    yield line(told, 100, align="left", before=15)
    last = "　".join([*(f"▲{door}" for door in plan.entrances), *filter(None, [plan.note])])
    if last:
        yield line(last, 100, Face.HEI, align="left")
