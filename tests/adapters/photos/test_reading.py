"""Photos: known by their own bytes, kept without where they were taken, refused where they are none."""

import io

import pytest
from PIL import Image

from huitang.adapters.photos import reading
from huitang.adapters.photos.refusal import PhotoFault, PhotoIsNotReadable
from tests.adapters.photos import pictures


def fault_of(content: bytes) -> PhotoFault:
    with pytest.raises(PhotoIsNotReadable) as refused:
        reading.clean_photo(content)
    return refused.value.fault


def test_a_jpeg_keeps_its_picture_and_loses_its_position():
    taken = pictures.jpeg(about=pictures.exif() + pictures.segment(0xFE, b"by Somebody"))
    kept = reading.clean_photo(taken)
    assert pictures.PLACE in taken
    assert kept.content == pictures.jpeg()
    assert (kept.media_type, kept.width, kept.height) == ("image/jpeg", 40, 30)


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_way_the_phone_was_held_stays_and_nothing_else(order):
    kept = reading.clean_photo(pictures.jpeg(about=pictures.exif(6, order=order))).content
    assert pictures.PLACE not in kept
    assert b"abc" not in kept
    assert kept.count(b"Exif\0\0") == 1
    assert kept[kept.index(b"\x01\x12") :][:10] == b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06"
    assert reading.clean_photo(kept).content == kept


def test_what_stands_behind_the_end_of_a_jpeg_goes():
    assert reading.clean_photo(pictures.jpeg(behind=b"<script>")).content == pictures.jpeg()


def test_a_second_scan_and_its_tables_stay():
    more = (
        b"\x12\x34" + pictures.segment(0xC4, b"\0" * 20) + pictures.segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x77"
    )
    assert reading.clean_photo(pictures.jpeg(scan=more)).content == pictures.jpeg(scan=more)


def test_a_png_loses_its_words_and_its_exif():
    about = pictures.chunk(b"eXIf", pictures.PLACE) + pictures.chunk(b"tEXt", b"Author\0Somebody")
    kept = reading.clean_photo(pictures.png(about=about))
    assert kept.content == pictures.png()
    assert (kept.media_type, kept.width, kept.height) == ("image/png", 2, 1)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"RIFF\0\0\0\0WEBP"]
)
def test_other_files_are_no_photos_whatever_their_name(content):
    assert fault_of(content) is PhotoFault.NOT_A_PHOTO


@pytest.mark.parametrize("whole", [pictures.jpeg(), pictures.png()], ids=["jpeg", "png"])
def test_a_photo_that_breaks_off_is_broken_wherever_it_does(whole):
    faults = {fault_of(whole[:length]) for length in range(8, len(whole))}
    assert faults == {PhotoFault.BROKEN}


def test_a_png_with_a_wrong_check_sum_is_broken():
    whole = bytearray(pictures.png())
    whole[whole.index(b"IDAT") + 6] ^= 1
    assert fault_of(bytes(whole)) is PhotoFault.BROKEN


def test_a_photo_without_size_is_broken():
    assert fault_of(pictures.jpeg(width=0)) is PhotoFault.BROKEN
    assert fault_of(pictures.png(width=2**31)) is PhotoFault.BROKEN


def test_a_photo_is_not_larger_than_it_may_be():
    assert fault_of(pictures.jpeg() + b"\0" * reading.MAX_BYTES) is PhotoFault.TOO_BIG


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("turn", [1, 6])
def test_every_dot_of_a_real_photo_stays(progressive, turn):
    picture = Image.effect_mandelbrot((160, 120), (-2, -1, 1, 1), 40).convert("RGB")
    said = Image.Exif()
    said[0x0112] = turn
    said[0x010F] = "a camera"
    said.get_ifd(0x8825)[2] = (28.0, 52.0, 12.0)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", exif=said, progressive=progressive, comment=b"taken at home")
    kept = reading.clean_photo(stream.getvalue())
    before, after = Image.open(stream), Image.open(io.BytesIO(kept.content))
    assert before.getexif().get_ifd(0x8825)
    assert dict(after.getexif()) == ({} if turn == 1 else {0x0112: turn})
    assert after.tobytes() == before.tobytes()
    assert (kept.width, kept.height) == (160, 120)
