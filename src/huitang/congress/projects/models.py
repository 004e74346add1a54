"""民生实事项目 through their year: ideas collected and screened, adopted projects built, paid, accepted, changed."""

from django.db import models


class ProjectSetting(models.Model):
    """One town's own choices where no law says anything; a town without a row has the defaults in `terms`."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="project_setting")
    bands = models.JSONField(default=list)  # [[at least, colour, words], …]
    change_needs_congress = models.BooleanField(default=True)
    free_percent = models.PositiveSmallIntegerField(default=10)  # more money that needs no decision
    accept_within_days = models.PositiveSmallIntegerField(default=30)
    remind_days = models.PositiveSmallIntegerField(default=7)
    visits_each_quarter = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.town} {self.remind_days}"


class ProjectIdea(models.Model):
    """征集: what somebody would like built. Who proposed it is never published."""

    class Kind(models.TextChoices):
        DEPUTY = "DEPUTY"
        VILLAGE = "VILLAGE"
        PUBLIC = "PUBLIC"
        DEPARTMENT = "DEPARTMENT"

    class State(models.TextChoices):
        RECEIVED = "RECEIVED"
        CANDIDATE = "CANDIDATE"
        DECLINED = "DECLINED"
        MERGED = "MERGED"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="project_ideas")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100)
    text = models.TextField(max_length=2000, blank=True)
    field = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=120, blank=True)
    proposer_kind = models.CharField(max_length=10, choices=Kind)
    proposer = models.CharField(max_length=60, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    received_on = models.DateField()
    state = models.CharField(max_length=9, choices=State, default=State.RECEIVED)
    reason = models.CharField(max_length=300, blank=True)  # why declined or merged
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    # of a candidate, as it will stand on the list put to the vote
    scale = models.CharField(max_length=200, blank=True)
    investment_yuan = models.PositiveBigIntegerField(null=True, blank=True)
    funding = models.CharField(max_length=60, blank=True)
    leader = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    starts = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["town", "-year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["town", "year", "number"], name="projects_one_idea_a_number"),
            models.CheckConstraint(
                condition=models.Q(state="MERGED") ^ models.Q(merged_into=None), name="projects_merged_into_another"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Project(models.Model):
    """An adopted project and what became of it."""

    class State(models.TextChoices):
        ADOPTED = "ADOPTED"
        BUILDING = "BUILDING"
        FINISHED = "FINISHED"
        ACCEPTED = "ACCEPTED"
        DROPPED = "DROPPED"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="projects")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    field = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=200, blank=True)
    scale = models.CharField(max_length=300, blank=True)
    beneficiaries = models.CharField(max_length=100, blank=True)
    total_yuan = models.PositiveBigIntegerField(default=0)
    year_yuan = models.PositiveBigIntegerField(default=0)
    funding = models.CharField(max_length=60, blank=True)
    leader = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=60, blank=True)  # never published
    starts_on = models.DateField(null=True, blank=True)
    starts_words = models.CharField(max_length=40, blank=True)  # as the list says it
    due_on = models.DateField(null=True, blank=True)
    due_words = models.CharField(max_length=40, blank=True)
    goal = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    idea = models.ForeignKey(ProjectIdea, on_delete=models.SET_NULL, null=True, blank=True, related_name="projects")
    session = models.ForeignKey(
        "sittings.CongressSession", on_delete=models.PROTECT, null=True, blank=True, related_name="adopted_projects"
    )
    adopted_from = models.OneToOneField(
        "project_votes.LivelihoodProject", on_delete=models.SET_NULL, null=True, blank=True, related_name="life"
    )
    adopted_on = models.DateField()
    votes = models.PositiveSmallIntegerField(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    supervisors = models.ManyToManyField("roster.Deputy", blank=True, related_name="supervised_projects")
    presidium_contact = models.ForeignKey(
        "roster.Deputy", on_delete=models.PROTECT, null=True, blank=True, related_name="contact_projects"
    )
    state = models.CharField(max_length=8, choices=State, default=State.ADOPTED)
    began_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["town", "-year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["town", "year", "number"], name="projects_one_project_a_number"),
            models.UniqueConstraint(fields=["town", "year", "name"], name="projects_one_project_a_name"),
            models.CheckConstraint(
                condition=~models.Q(state__in=["FINISHED", "ACCEPTED"]) | models.Q(finished_on__isnull=False),
                name="projects_finished_on_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state="ACCEPTED") ^ models.Q(accepted_on=None), name="projects_accepted_on_a_day"
            ),
        ]
        indexes = [models.Index(fields=["town", "state"], name="projects_by_state")]

    def __str__(self) -> str:
        return self.name


class ProjectMilestone(models.Model):
    """By its day so many per cent of the whole shall be done."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=60)
    share = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["project", "planned_on", "share", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(share__range=(1, 100)), name="projects_share_is_a_percentage")
        ]

    def __str__(self) -> str:
        return self.title


class ProjectReport(models.Model):
    """How far it is on a day; `by_deputies`: the supervising deputies were there and saw it."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reports")
    on = models.DateField()
    percent = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=500, blank=True)
    by_deputies = models.BooleanField(default=False)

    class Meta:
        ordering = ["project", "on", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__range=(0, 100)), name="projects_percent_is_one")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.on} {self.percent}%"


class ProjectPayment(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="payments")
    on = models.DateField()
    yuan = models.PositiveBigIntegerField()
    payee = models.CharField(max_length=80, blank=True)  # never published
    note = models.CharField(max_length=200, blank=True)
    beyond_because = models.CharField(max_length=200, blank=True)  # why it goes beyond what is budgeted

    class Meta:
        ordering = ["project", "on", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(yuan__gt=0), name="projects_pays_something")]

    def __str__(self) -> str:
        return f"{self.project} {self.on} {self.yuan}"


class ProjectPhoto(models.Model):
    """A picture of the building site, kept in the database, without where it was taken."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="photos")
    content = models.BinaryField()
    media_type = models.CharField(max_length=10)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    caption = models.CharField(max_length=100, blank=True)
    taken_on = models.DateField()
    is_public = models.BooleanField(default=True)

    class Meta:
        ordering = ["project", "taken_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "sha256"], name="projects_a_photo_once")]

    def __str__(self) -> str:
        return self.caption or self.sha256[:10]


class Acceptance(models.Model):
    """验收: one inspection of a finished project and its conclusion."""

    class Conclusion(models.TextChoices):
        ACCEPTED = "ACCEPTED"
        WITH_DEFECTS = "WITH_DEFECTS"
        REFUSED = "REFUSED"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="acceptances")
    on = models.DateField()
    by = models.CharField(max_length=100)
    conclusion = models.CharField(max_length=12, choices=Conclusion)
    to_mend = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(conclusion="ACCEPTED") | ~models.Q(to_mend=""), name="projects_says_what_to_mend"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.on} {self.conclusion}"


class ProjectChange(models.Model):
    """A change of an adopted project, or its end; `decision` is the vote of the congress it rests on."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="changes")
    on = models.DateField()
    parts = models.JSONField()  # of rules.project_progress.Part
    before = models.JSONField()
    after = models.JSONField()
    reason = models.CharField(max_length=300)
    decision = models.ForeignKey(
        "resolutions.HandVote", on_delete=models.PROTECT, null=True, blank=True, related_name="project_changes"
    )

    class Meta:
        ordering = ["project", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.project} {self.on}"
