"""The open data of a town as files: what there is, in which form, and its bytes. The portal's one door to all of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from huitang.adapters.calendars.writing import MEDIA_TYPE as CALENDAR
from huitang.congress.publication import queries
from huitang.congress.publication.open_record import calendar, feeds, oparl, openapi, popolo, tables
from huitang.congress.publication.open_record.record import Addresses, PublicRecord, find_record
from huitang.congress.publication.queries import PublicTown

JSON = "application/json"
ATOM = "application/atom+xml; charset=utf-8"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class DataFile:
    """`path` is below the town's root; the title and what it is about stand on the page of the data.

    `form` is CSV, XLSX, JSON, iCalendar, Atom, or of the feed of a column the column.
    """

    path: str
    media_type: str
    form: str
    title: str
    about: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True)
class TownFiles:
    """`listed` are the files people are told of; `oparl` the objects and lists a program walks, by path."""

    town: PublicTown
    changed_at: datetime
    listed: tuple[DataFile, ...]
    oparl: Mapping[str, dict[str, Any]]
    columns: tuple[str, ...]

    def find(self, path: str) -> DataFile | None:
        return next((one for one in self.listed if one.path == path), None)


@dataclass(frozen=True)
class Wording:
    """What the installation says of itself: names of columns, and the licence as words and as an address."""

    columns: tuple[tuple[str, str], ...]
    licence: str = ""
    licence_address: str = ""


def stand_of(town: PublicTown, addresses: Addresses, wording: Wording) -> str:
    """Which bytes the files have: it changes with them."""
    return "|".join((version("huitang"), queries.stand_of_town(town.id), str(addresses), str(wording)))


def files_of(town: PublicTown, addresses: Addresses, wording: Wording) -> TownFiles:
    """Everything of one town; written once for each stand of its record."""
    return _files_of(town, addresses, wording, stand_of(town, addresses, wording))


@lru_cache(maxsize=8)
def _files_of(town: PublicTown, addresses: Addresses, wording: Wording, _stand: str) -> TownFiles:
    record = find_record(town)
    columns = dict(wording.columns)
    system = f"{addresses.site}/data/oparl/system.json"
    objects = oparl.write(record, addresses, system=system, licence=wording.licence_address)
    return TownFiles(
        town=town,
        changed_at=record.changed_at,
        listed=tuple(_listed(record, addresses, wording, columns, objects)) if record.texts else (),
        oparl=objects,
        columns=feeds.columns_of(record),
    )


def write_system(towns: tuple[TownFiles, ...], addresses: Addresses, wording: Wording) -> dict[str, Any]:
    """The OParl System and its list of bodies, of all towns."""
    bodies = [one.oparl["body.json"] for one in towns if "body.json" in one.oparl]
    at = max(one.changed_at for one in towns).isoformat()
    return oparl.write_system(bodies, addresses, licence=wording.licence_address, at=at)


def write_feed(towns: tuple[PublicTown, ...], addresses: Addresses, wording: Wording) -> bytes:
    """The latest of several towns together."""
    records = [find_record(town) for town in towns]
    return feeds.write_feed(
        records, addresses, dict(wording.columns), path="atom.xml", licence=wording.licence or wording.licence_address
    )


def written(told: Any) -> bytes:
    """JSON as every file has it."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _listed(
    record: PublicRecord,
    addresses: Addresses,
    wording: Wording,
    columns: Mapping[str, str],
    objects: Mapping[str, dict[str, Any]],
) -> list[DataFile]:
    told = [
        _json(
            "data/popolo.json",
            "人员、机构和表决",
            "代表、当选人员、机构、职务、表决和选举票数，按Popolo格式",
            popolo.write(record, addresses),
        ),
        _json(
            "data/oparl/body.json",
            "会议和文件",
            "会议、议程、决议、公告，按OParl 1.1格式；从这里可以走到每一项",
            objects["body.json"],
        ),
        _json(
            "data/openapi.json",
            "接口说明",
            "JSON文件的说明，供程序读取",
            openapi.write(record.congress, addresses, version=version("huitang")),
        ),
    ]
    for table in tables.list_tables(record, addresses):
        told += [
            DataFile(f"data/{table.name}.csv", CSV, "CSV", table.title, table.about, table.as_csv()),
            DataFile(f"data/{table.name}.xlsx", XLSX, "XLSX", table.title, table.about, table.as_xlsx()),
        ]
    if record.sessions:
        about = "历次会议的日期和时间，可以订阅到手机日历"
        told.append(
            DataFile("calendar.ics", CALENDAR, "iCalendar", "会议日历", about, calendar.write(record, addresses))
        )
    return [*told, *_feeds(record, addresses, wording, columns)]


def _feeds(record: PublicRecord, addresses: Addresses, wording: Wording, columns: Mapping[str, str]) -> list[DataFile]:
    licence = wording.licence or wording.licence_address

    def feed(path: str, form: str, title: str, about: str, kind: str = "") -> DataFile:
        content = feeds.write_feed([record], addresses, columns, path=path, kind=kind, licence=licence)
        return DataFile(path, ATOM, form, title, about, content)

    kinds = feeds.columns_of(record)
    ours = [feed(f"atom/{kind.lower()}.xml", columns[kind], "单个栏目", "只订阅一个栏目", kind) for kind in kinds]
    return [feed("atom.xml", "Atom", "全部更新", "新发布的内容，在阅读器里订阅"), *ours]


def _json(path: str, title: str, about: str, told: Any) -> DataFile:
    return DataFile(path, JSON, "JSON", title, about, written(told))


def forget() -> None:
    """Forgets what was written; for tests, whose records come and go."""
    _files_of.cache_clear()
