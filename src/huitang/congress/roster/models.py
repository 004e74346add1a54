"""Towns, terms, delegations, deputies and every change of a deputy's mandate."""

from django.db import models

from huitang.adapters.names import apart
from huitang.congress.roster.file_import import FileImport


class Town(models.Model):
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    province = models.CharField(max_length=10, blank=True)
    names_blank_first = models.BooleanField(default=False)  # 田富 before 田大利; congresses list them the other way

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """届: the five years of one congress. `quota` is the number of seats fixed by the county (XJF 12-13)."""

    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    quota = models.PositiveSmallIntegerField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["town", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["town", "number"], name="roster_one_term_a_number"),
            models.CheckConstraint(condition=models.Q(quota__gt=0), name="roster_quota_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.town} {self.number}"


class Delegation(models.Model):
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="delegations")
    name = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    head = models.ForeignKey("roster.Deputy", on_delete=models.SET_NULL, null=True, blank=True, related_name="heads")

    class Meta:
        ordering = ["term", "position"]
        constraints = [models.UniqueConstraint(fields=["term", "name"], name="roster_one_delegation_a_name")]

    def __str__(self) -> str:
        return self.name


class Deputy(models.Model):
    """Holder of a seat. What the mandate was on a day follows from `MandateChange`, never from a flag here.

    `note` is what the office typed to tell the deputy from others of the name; `shown_note` what stands behind the name
    now, kept by `namesakes.tell_apart`: empty where nobody else of the term has the name.
    """

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="deputies")
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="deputies")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    initials = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=2, blank=True)
    ethnicity = models.CharField(max_length=20, blank=True)
    born = models.CharField(max_length=10, blank=True)
    education = models.CharField(max_length=20, blank=True)
    party = models.CharField(max_length=20, blank=True)
    district = models.CharField(max_length=40, blank=True)
    post = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=apart.LONGEST_NOTE, blank=True)
    shown_note = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["term", "number"]
        constraints = [models.UniqueConstraint(fields=["term", "number"], name="roster_one_deputy_a_number")]
        indexes = [models.Index(fields=["term", "name"], name="roster_by_name")]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name wherever it stands before people: 王芳, or 王芳（北村） where two share it."""
        return apart.with_note(self.name, self.shown_note)


class MandateChange(models.Model):
    """One dated event in a deputy's mandate; kinds and causes are those of `rules.mandate`."""

    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="mandate_changes")
    kind = models.CharField(max_length=12)
    cause = models.CharField(max_length=30, blank=True)
    on = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["deputy", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.deputy} {self.kind} {self.on}"


class RollImport(FileImport):
    """One uploaded roll."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="imports")
    remarks = models.JSONField(default=list)  # what the file says of leave: [{"deputy": id, "remark": text}]
