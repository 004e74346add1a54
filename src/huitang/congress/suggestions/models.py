"""议案和建议: what deputies table, who handles it until when, what is answered, how the deputies find the answer."""

from django.db import models

from huitang.congress.roster.file_import import FileImport
from huitang.rules.suggestion_course import State


class SuggestionSetting(models.Model):
    """One town's own choices where law and province are silent; a town without a row has the defaults in `terms`."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="suggestion_setting")
    spans = models.JSONField(default=dict)  # {"ASSIGN": [10, "WORKING_DAYS"], …}
    classes = models.JSONField(default=list)  # [{"mark": "A", "meaning": "…", "promises": false}, …]
    remind_days = models.PositiveSmallIntegerField(default=7)
    most_signers = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.town} {self.remind_days}"


class ResponsibleUnit(models.Model):
    """承办单位."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="responsible_units")
    name = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["town", "name"]
        constraints = [models.UniqueConstraint(fields=["town", "name"], name="suggestions_one_unit_a_name")]

    def __str__(self) -> str:
        return self.name


class Suggestion(models.Model):
    """One motion or suggestion. Its days are kept here as each deed sets them; the rows below hold the details."""

    class Kind(models.TextChoices):
        MOTION = "MOTION"
        SUGGESTION = "SUGGESTION"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="suggestions")
    term = models.ForeignKey("roster.Term", on_delete=models.PROTECT, related_name="suggestions")
    session = models.ForeignKey(
        "sittings.CongressSession", on_delete=models.PROTECT, null=True, blank=True, related_name="suggestions"
    )
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=10, choices=Kind)
    was_motion = models.BooleanField(default=False)
    title = models.CharField(max_length=100)
    content = models.TextField(blank=True)  # of a motion: its grounds
    plan = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=[(state.value, state.value) for state in State])
    decision = models.CharField(max_length=300, blank=True)  # why refused, turned or withdrawn
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    is_difficult = models.BooleanField(default=False)
    tabled_on = models.DateField()
    assigned_on = models.DateField(null=True, blank=True)
    first_assigned_on = models.DateField(null=True, blank=True)  # also where the unit gave it back
    received_on = models.DateField(null=True, blank=True)
    handed_back_on = models.DateField(null=True, blank=True)
    contacted_on = models.DateField(null=True, blank=True)
    assisting_done_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    evaluated_on = models.DateField(null=True, blank=True)
    redo_on = models.DateField(null=True, blank=True)
    redone_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    answer_mark = models.CharField(max_length=10, blank=True)
    attitude = models.CharField(max_length=14, blank=True)
    result = models.CharField(max_length=14, blank=True)
    is_unreturned = models.BooleanField(default=False)
    has_promise = models.BooleanField(default=False)
    promised_for = models.DateField(null=True, blank=True)
    promise_kept_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["town", "number"]
        constraints = [models.UniqueConstraint(fields=["town", "number"], name="suggestions_one_a_number")]
        indexes = [
            models.Index(fields=["town", "state"], name="suggestions_by_state"),
            models.Index(fields=["town", "tabled_on"], name="suggestions_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Signature(models.Model):
    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="signatures")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="signatures")
    position = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True, blank=True)
    consents = models.BooleanField(default=False)  # to its publication

    class Meta:
        ordering = ["suggestion", "position"]
        constraints = [models.UniqueConstraint(fields=["suggestion", "deputy"], name="suggestions_signed_once")]

    def __str__(self) -> str:
        return str(self.deputy)


class Assignment(models.Model):
    """One unit's share of the work, from the day it got it to the day it gave it back."""

    class Ending(models.TextChoices):
        HANDED_BACK = "HANDED_BACK"
        REASSIGNED = "REASSIGNED"

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(ResponsibleUnit, on_delete=models.PROTECT, related_name="assignments")
    is_lead = models.BooleanField()
    assigned_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=12, choices=Ending, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    opinion = models.TextField(blank=True)
    opinion_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["suggestion", "-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=models.Q(is_lead=True, ended_on=None),
                name="suggestions_one_lead_unit",
            )
        ]

    def __str__(self) -> str:
        return f"{self.suggestion} {self.unit}"


class DeputyContact(models.Model):
    """The unit spoke with the deputy (DBF 51)."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField()
    how = models.CharField(max_length=10)
    note = models.CharField(max_length=300)

    class Meta:
        ordering = ["suggestion", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.how}"


class Answer(models.Model):
    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(ResponsibleUnit, on_delete=models.PROTECT, related_name="answers")
    on = models.DateField()
    mark = models.CharField(max_length=10)
    meaning = models.CharField(max_length=60)
    text = models.TextField()
    signed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["suggestion", "number"]
        constraints = [models.UniqueConstraint(fields=["suggestion", "number"], name="suggestions_one_answer_a_number")]

    def __str__(self) -> str:
        return f"{self.suggestion} {self.number}"


class KeptPromise(models.Model):
    """What an answer promised, until when, and the proof that it was done."""

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="promise")
    text = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    proof = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.text


class AnswerEvaluation(models.Model):
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="evaluations")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="evaluations")
    attitude = models.CharField(max_length=14, blank=True)
    result = models.CharField(max_length=14)
    reason = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True, blank=True)  # an imported table does not say when

    class Meta:
        ordering = ["answer", "pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "deputy"], name="suggestions_evaluated_once")]

    def __str__(self) -> str:
        return f"{self.answer} {self.result}"


class ProposerNotice(models.Model):
    """One change, told to one deputy on their own page."""

    deputy = models.ForeignKey("roster.Deputy", on_delete=models.CASCADE, related_name="notices")
    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="notices")
    event = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["deputy", "-at", "-pk"]
        indexes = [models.Index(fields=["deputy", "read_at"], name="suggestions_unread")]

    def __str__(self) -> str:
        return f"{self.deputy} {self.event}"


class SuggestionImport(FileImport):
    """One uploaded table."""

    term = models.ForeignKey("roster.Term", on_delete=models.PROTECT, related_name="suggestion_imports")
