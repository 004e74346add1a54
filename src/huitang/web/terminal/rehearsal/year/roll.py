"""The roll over the year: three deputies resign, four are by-elected here, two to the county's congress."""

from huitang.web.terminal.rehearsal.office import id_in, offered_values
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town, day

RESIGNED = (92, 93, 94)
SEATED = (("温启航", "第3选区"), ("柏秋", "第9选区"), ("纪望山", "第22选区"), ("祁连", "第31选区"))
COUNTY = (("周文秀", "第十一选区"), ("郑立新", "第十一选区"))
IN_OFFICE = (*(number for number in range(1, 96) if number not in RESIGNED), 96, 97, 98, 99)


def deeds() -> list[Deed]:
    """One seat of 96 was empty; three more fall empty in May, all are filled on 18 June."""
    return [
        *(Deed(day("2025-05-20"), f"deputy {number} resigns", _end(number)) for number in RESIGNED),
        *(Deed(day("2025-06-18"), f"{name} is by-elected", _seat(name, where)) for name, where in SEATED),
        *(Deed(day("2025-06-18"), f"{name} is by-elected to the county", _county(name, w)) for name, w in COUNTY),
    ]


def _end(number: int) -> Do:
    def do(town: Town) -> None:
        roll = town.desk.get(f"/desk/roll/{town.term_id}/")
        row = next(
            row for row in roll.soup.select("table.data tbody tr") if row.td and row.td.get_text() == str(number)
        )
        deputy = id_in(str(row.a["href"]))  # type: ignore[index]
        fields = {"end-cause": "RESIGNED", "end-on": town.today.isoformat(), "end-reason": "选区选民会议接受辞职。"}
        town.desk.post(f"/desk/roll/deputy/{deputy}/end/", fields)

    return do


def _seat(name: str, district: str) -> Do:
    def do(town: Town) -> None:
        address = f"/desk/roll/{town.term_id}/by-elected/"
        delegation = next(value for value in offered_values(town.desk.get(address), "delegation") if value)
        who = {"name": name, "delegation": delegation, "number": "", "district": district}
        why = {"on": town.today.isoformat(), "reason": f"{district}补选，代表资格经审查确认。"}
        town.desk.post(address, {**who, **why})

    return do


def _county(name: str, district: str) -> Do:
    def do(town: Town) -> None:
        fields = {"name": name, "district": district, "elected_on": town.today.isoformat()}
        town.desk.post("/desk/yearly/2025/seats/add/", fields)

    return do
