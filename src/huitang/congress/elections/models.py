"""Secret elections of the chair, vice-chairs, head and deputy heads."""

from django.db import models

from huitang.congress.ballots.paper_round import PaperRound, one_open_at_a_time


class ElectionMethod(models.Model):
    """选举办法 of one session: what law leaves to it. Fields are those of `rules.election_method.SessionMethod`."""

    session = models.OneToOneField("sittings.CongressSession", on_delete=models.CASCADE, related_name="election_method")
    scheme = models.CharField(max_length=8, default="CIRCLE")
    accepts_tick = models.BooleanField(default=False)
    unclear = models.CharField(max_length=8, default="PART")
    writein_requires_against = models.BooleanField(default=True)
    seal_required = models.BooleanField(default=False)
    revote_majority_again = models.BooleanField(default=False)
    competitive_in_by_election = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.session)


class Election(models.Model):
    class Post(models.TextChoices):
        CHAIR = "CHAIR"
        VICE_CHAIR = "VICE_CHAIR"
        HEAD = "HEAD"
        DEPUTY_HEAD = "DEPUTY_HEAD"

    class Kind(models.TextChoices):
        FULL_TERM = "FULL_TERM"
        BY_ELECTION = "BY_ELECTION"

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="elections")
    item = models.ForeignKey(
        "agenda.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="elections"
    )
    post = models.CharField(max_length=12, choices=Post)
    kind = models.CharField(max_length=12, choices=Kind)
    seats = models.PositiveSmallIntegerField()
    surplus = models.PositiveSmallIntegerField(default=0)  # d: how many more candidates than seats
    vacancy = models.CharField(max_length=24, default="NONE")  # rules.by_election.Vacancy, for a by-election
    nominations_closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "post"], name="elections_one_election_a_post"),
            models.CheckConstraint(condition=models.Q(seats__gt=0), name="elections_fills_a_seat"),
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.post}"


class Nomination(models.Model):
    """提名: by the presidium, or in writing by ten or more deputies jointly (ZZF 26)."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="nominations")
    name = models.CharField(max_length=60)
    deputy = models.ForeignKey(
        "roster.Deputy", on_delete=models.PROTECT, null=True, blank=True, related_name="nominations"
    )
    by_presidium = models.BooleanField()
    signers = models.JSONField(default=list)  # deputy ids of a joint nomination
    about = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["election", "position"]
        constraints = [models.UniqueConstraint(fields=["election", "name"], name="elections_nominated_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> int:
        return int(self.pk)


class ElectionRound(PaperRound):
    """One ballot for an election. Void, tie and further election are rounds of their own, never overwritten."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="rounds")
    seats = models.PositiveSmallIntegerField()
    candidates = models.JSONField()  # the printed names, frozen
    is_tie = models.BooleanField(default=False)  # decided by the tie rule

    class Meta:
        ordering = ["election", "number"]
        constraints = one_open_at_a_time("election")
