"""What was released to the public: resolutions, announcements, news, and the pages that stand between sessions.

A correction is a new version. Pictures are kept here as they were when the text that names them was drafted.
"""

from typing import Any

from django.db import models

from huitang.congress.publication.plain_words import plain_words


class PublicPhoto(models.Model):
    """A picture named by a text. The public gets it only while a text that names it is public."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="public_photos")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    media_type = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "sha256"], name="publication_a_photo_once")]

    def __str__(self) -> str:
        return self.sha256[:10]


class OwnPage(models.Model):
    """A page the office writes itself: 机构简介, 通知公告, 适老专区. Its words are public only as a release."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="own_pages")
    slug = models.CharField(max_length=40)
    column = models.CharField(max_length=20)
    title = models.CharField(max_length=100)
    text = models.TextField(max_length=20000)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["town", "column", "pk"]
        constraints = [models.UniqueConstraint(fields=["town", "slug"], name="publication_one_page_an_address")]

    def __str__(self) -> str:
        return self.title


class Release(models.Model):
    """`session` is that of a text about a session; the standing pages have none, some have a `year`."""

    class Kind(models.TextChoices):
        RESOLUTION = "RESOLUTION"  # 决议
        ANNOUNCEMENT = "ANNOUNCEMENT"  # 公告
        NEWS = "NEWS"  # 新闻稿
        PROJECTS = "PROJECTS"  # 民生实事项目公示
        DEPUTIES = "DEPUTIES"  # 代表履职公示
        SUGGESTIONS = "SUGGESTIONS"  # 建议办理公开
        SUPERVISION = "SUPERVISION"  # 监督工作公开
        MONEY = "MONEY"  # 预决算公开
        TARGETS = "TARGETS"  # 目标任务完成情况
        PAGE = "PAGE"  # the office's own words

    class State(models.TextChoices):
        DRAFT = "DRAFT"
        RELEASED = "RELEASED"
        REPLACED = "REPLACED"
        WITHDRAWN = "WITHDRAWN"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="releases")
    session = models.ForeignKey(
        "sittings.CongressSession", on_delete=models.PROTECT, null=True, blank=True, related_name="releases"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=40)  # what it tells of: "hand_vote:3", "session", "year:2025", "page:7"
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # of an announcement, within the session
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    blocks = models.JSONField()  # paragraphs, tables, charts and photos, in order
    facts = models.JSONField()  # the numbers it rests on, machine-readable
    sha256 = models.CharField(max_length=64)
    words = models.TextField(blank=True, default="", editable=False)  # all of it in small letters, to be searched
    photos = models.ManyToManyField(PublicPhoto, related_name="releases", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.CharField(max_length=40)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.CharField(max_length=40, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["town", "session", "kind", "number", "pk"]
        # the public front asks of every session whether something of it is in force
        # every public page asks for the towns, and a text for the one before and after it
        indexes = [
            models.Index(fields=["session", "state"], name="publication_by_state"),
            models.Index(fields=["town", "state", "released_at"], name="publication_in_order"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["session", "kind", "subject", "version"], name="publication_one_version"),
            models.UniqueConstraint(
                fields=["session", "kind", "subject"],
                condition=models.Q(state="RELEASED"),
                name="publication_one_in_force",
            ),
            # without a session the two above hold nothing, since no NULL equals another
            models.UniqueConstraint(
                fields=["town", "kind", "subject", "version"],
                condition=models.Q(session=None),
                name="publication_one_standing_version",
            ),
            models.UniqueConstraint(
                fields=["town", "kind", "subject"],
                condition=models.Q(session=None, state="RELEASED"),
                name="publication_one_standing_in_force",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **named: Any) -> None:
        self.words = plain_words(self.title, self.blocks, self.facts if self.session_id is None else {}).lower()
        super().save(*args, **named)


class SiteFacts(models.Model):
    """What the office says of its site at the foot of every public page; what is empty is not shown."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="site_facts")
    organiser = models.CharField(max_length=60, blank=True)  # 主办
    operator = models.CharField(max_length=60, blank=True)  # 承办
    contact = models.CharField(max_length=60, blank=True)  # 联系方式
    address = models.CharField(max_length=100, blank=True)
    icp_number = models.CharField(max_length=40, blank=True)  # ICP 备案号
    police_number = models.CharField(max_length=40, blank=True)  # 公安备案号
    site_code = models.CharField(max_length=20, blank=True)  # 政府网站标识码
    editor = models.CharField(max_length=40, blank=True)  # who is named instead of the role
    reviewer = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.organiser or str(self.town)


class VisitCount(models.Model):
    """How often a text was opened on one day. Nothing of who opened it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="visit_counts")
    day = models.DateField()
    visits = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "day"], name="publication_one_count_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.visits}"
