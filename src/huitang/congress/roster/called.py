"""How a deputy is called before people, for a query that reads columns: 王芳（北村） where two of the term are 王芳."""

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Concat


def called(deputy: str = "") -> Case:
    """The same as `Deputy.called`; `deputy` is the way to the deputy: `called("signer__deputy")`."""
    way = f"{deputy}__" if deputy else ""
    bare, note = F(f"{way}name"), f"{way}shown_note"
    noted = Concat(bare, Value("（"), F(note), Value("）"), output_field=CharField())
    return Case(When(**{note: ""}, then=bare), default=noted, output_field=CharField())
