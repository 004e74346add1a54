"""The zip that a .docx is: its parts and nothing else, the same bytes for the same parts."""

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.package import Package as WordPackage

from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.faces import font_table

# the first moment a zip can name; a file that says when it was made is another file each time
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = {
    RT.STYLES: CT.WML_STYLES,
    RT.SETTINGS: CT.WML_SETTINGS,
    RT.FONT_TABLE: CT.WML_FONT_TABLE,
    RT.FOOTER: CT.WML_FOOTER,
    RT.HEADER: CT.WML_HEADER,
}


class Package:
    """A Word file in the making: `body` takes the paragraphs and tables, `as_bytes` closes it."""

    def __init__(self, title: str, style_sheet: Element) -> None:
        self._package = WordPackage()
        self.body = make("w:body")
        name, document = PackURI("/word/document.xml"), make("w:document", self.body)
        self._document = XmlPart(name, CT.WML_DOCUMENT_MAIN, document, self._package)
        self._package.relate_to(self._document, RT.OFFICE_DOCUMENT)
        self.add("/word/styles.xml", RT.STYLES, style_sheet)
        self.add("/word/settings.xml", RT.SETTINGS, _settings())
        self.add("/word/fontTable.xml", RT.FONT_TABLE, font_table())
        self._package.relate_to(self._properties(title), RT.CORE_PROPERTIES)

    def add(self, name: str, kind: str, root: Element) -> str:
        """The key by which the document calls the new part; `kind` is a type of relationship."""
        part = XmlPart(PackURI(name), CONTENT_TYPES[kind], root, self._package)
        return self._document.relate_to(part, kind)

    def add_picture(self, name: str, content: bytes) -> str:
        """The key of a PNG for w:drawing; `name` such as /word/media/1.png."""
        return self._document.relate_to(Part(PackURI(name), CT.PNG, content, self._package), RT.IMAGE)

    def as_bytes(self) -> bytes:
        """The closed file."""
        written = io.BytesIO()
        self._package.save(written)
        return _without_moments(written)

    def _properties(self, title: str) -> XmlPart:
        root = parse_xml(_CORE_PROPERTIES)
        root[0].text = title
        return XmlPart(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, root, self._package)


_CORE_PROPERTIES = """\
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/><dc:language>zh-CN</dc:language></cp:coreProperties>"""


def _settings() -> Element:
    """Chinese typesetting as Word's Chinese edition sets it; in the order of the schema."""
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": 15}
    return make(
        "w:settings",
        make("w:zoom", percent=100),
        make("w:defaultTabStop", val=420),
        make("w:evenAndOddHeaders"),
        make("w:characterSpacingControl", val="doNotCompress"),
        make(
            "w:compat",
            make("w:spaceForUL"),
            make("w:balanceSingleByteDoubleByteWidth"),
            make("w:doNotLeaveBackslashAlone"),
            make("w:ulTrailSpace"),
            make("w:doNotExpandShiftReturn"),
            make("w:useFELayout"),
            make("w:compatSetting", **mode),
        ),
        make("w:themeFontLang", val="zh-CN", eastAsia="zh-CN"),
        make("w:decimalSymbol", val="."),
        make("w:listSeparator", val=","),
    )


def _without_moments(written: io.BytesIO) -> bytes:
    again = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, NO_MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, old.read(name))
    return again.getvalue()
