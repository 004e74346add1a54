"""What the office brought: pasted words or a Word file. The page carries it; nothing of it is kept here."""

from dataclasses import dataclass, replace

from huitang.adapters.texts import plain, reading, word_file
from huitang.adapters.texts.refusal import TextIsRefused
from huitang.adapters.texts.text import Correction, TextParagraph
from huitang.congress.proofreading.file_refusal import refusal_of


@dataclass(frozen=True)
class Brought:
    """Either `words` or `word_file` holds the text; `name` is that of the file, empty for pasted words."""

    words: str = ""
    word_file: bytes = b""
    name: str = ""

    @property
    def is_word(self) -> bool:
        return bool(self.word_file)

    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """:raises TextFileIsRefused:"""
        try:
            if not self.is_word:
                return plain.read_plain(self.words)
            reading.refuse_foreign(self.word_file)
            return word_file.read_word(self.word_file)
        except TextIsRefused as refused:
            raise refusal_of(refused, self.name) from refused

    def corrected(self, corrections: tuple[Correction, ...]) -> "Brought":
        """:raises TextFileIsRefused:"""
        if not corrections:
            return self
        if not self.is_word:
            return replace(self, words=plain.correct_plain(self.words, corrections))
        try:
            return replace(self, word_file=word_file.correct_word(self.word_file, corrections))
        except TextIsRefused as refused:
            raise refusal_of(refused, self.name) from refused


def bring_file(content: bytes, name: str) -> Brought:
    """A docx file as it is, a text file as its words. :raises TextFileIsRefused:"""
    try:
        reading.refuse_foreign(content)
        if reading.is_word(content):
            return Brought(word_file=content, name=name)
        return Brought(words=plain.decode(content), name=name)
    except TextIsRefused as refused:
        raise refusal_of(refused, name) from refused
