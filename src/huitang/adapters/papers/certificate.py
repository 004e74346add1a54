"""当选证书, 当选通知书, 代表证书: one page each, in a frame, with the place of the seal."""

from dataclasses import dataclass

from huitang.adapters.papers import measuring
from huitang.adapters.papers.drawing import Align, Drawing, PaperSize, Part, Rect, Sheet, Words
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

_RED = "#b3141b"
_INSIDE = 400
_BODY_SIZES = (260, 220, 200, 180, 160)
_TITLE = 480
_TITLE_TOP = 330
_BODY_TOP = 680
_SIGNATURE_TOP = 1500


@dataclass(frozen=True)
class Certificate:
    """`heading` 当选证书; `addressee` 王明同志： ; `body` its paragraphs; `day` 2026年1月16日.

    `number` 〔2026〕第1号 stands under the heading. `has_seal` leaves the place of the seal over organ and day, as
    GB/T 9704 sets a signature with a seal.
    """

    heading: str
    addressee: str
    body: tuple[str, ...]
    organ: str
    day: str
    number: str = ""
    has_seal: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it says."""
        return (self.heading, self.number, self.addressee, *self.body, self.organ, self.day)


@dataclass(frozen=True)
class Certificates:
    """One page for each; `name` is the title of the file."""

    name: str
    pages: tuple[Certificate, ...]


def elected(
    *, name: str, session: str, post: str, organ: str, day: str, elected_on: str, heading: str = "当选证书"
) -> Certificate:
    """The certificate of a person elected by a session: 主席, 副主席, 镇长, 副镇长.

    Source: practice; no statute gives its words. `post` in full: 清河镇人民政府镇长.
    """
    body = (f"经{session}{elected_on}选举，您当选为{post}。", "特发此证。")
    return Certificate(heading, f"{name}同志：", body, organ, day)


def told_elected(*, name: str, session: str, post: str, organ: str, day: str, elected_on: str) -> Certificate:
    """The notice of the same (当选通知书)."""
    body = (f"{session}于{elected_on}举行选举，您当选为{post}。", "特此通知。")
    return Certificate("当选通知书", f"{name}同志：", body, organ, day)


def deputy(*, name: str, congress: str, organ: str, day: str, number: str = "", ends: str = "") -> Certificate:
    """代表证书, issued after the credentials are confirmed. `congress` 清河镇第十九届人民代表大会."""
    term = f"任期至{ends}。" if ends else ""
    body = (f"您当选为{congress}代表，代表资格经审查确认有效。{term}", "特发此证。")
    return Certificate("代表证书", f"{name}同志：", body, organ, day, number)


def lay_out(certificates: Certificates) -> Drawing:
    """Each on a page of A4, turned."""
    return Drawing(certificates.name, tuple(_page(page) for page in certificates.pages))


def _page(certificate: Certificate) -> Sheet:
    width, height = PaperSize.A4.landscape
    x, w = _INSIDE, width - 2 * _INSIDE
    parts: list[Part] = [
        *_frame(width, height),
        Words(x, _TITLE_TOP, w, spaced(certificate.heading), _TITLE, Face.TITLE, Align.CENTER, _RED),
        Words(x, _TITLE_TOP + 220, w, certificate.number, 160, Face.BODY, Align.CENTER),
        *_body(certificate, width - 2 * _INSIDE),
        *_signature(certificate, width),
    ]
    return Sheet(width, height, tuple(parts))


def spaced(heading: str) -> str:
    """当选证书 with room between its characters."""
    return " ".join(heading)


def _frame(width: int, height: int) -> list[Rect]:
    """Two rules of red, the outer one strong, and a square in each corner between them."""
    outer, inner, side = 130, 175, 45
    rules = [
        Rect(inset, inset, width - 2 * inset, height - 2 * inset, stroke=stroke, colour=_RED)
        for inset, stroke in ((outer, 40), (inner, 8))
    ]
    corners = [
        Rect(x, y, side, side, fill=_RED) for x in (outer, width - outer - side) for y in (outer, height - outer - side)
    ]
    return [*rules, *corners]


def _body(certificate: Certificate, room: int) -> list[Words]:
    told = [(certificate.addressee, Face.BODY), *((f"　　{text}", Face.BODY) for text in certificate.body)]
    for size in _BODY_SIZES:
        lines = [(line, face) for text, face in told for line in measuring.wrap(text, room, size)]
        pitch = measuring.em(size) * 17 // 10
        if len(lines) * pitch <= _SIGNATURE_TOP - _BODY_TOP:
            return [
                Words(_INSIDE, _BODY_TOP + at * pitch, room, line, size, face) for at, (line, face) in enumerate(lines)
            ]
    raise PaperIsRefused(Fault.CERTIFICATE_TOO_FULL, name=certificate.addressee)


def _signature(certificate: Certificate, width: int) -> list[Words]:
    """Organ above day, both centred on one axis so that the seal can cover them."""
    room = 1300
    x = width - _INSIDE - room
    organ = measuring.balance(certificate.organ, room, 180)
    lines = [*organ, certificate.day]
    pitch = measuring.em(180) * 3 // 2
    return [
        Words(x, _SIGNATURE_TOP + 40 + at * pitch, room, line, 180, Face.BODY, Align.CENTER)
        for at, line in enumerate(lines)
    ]
