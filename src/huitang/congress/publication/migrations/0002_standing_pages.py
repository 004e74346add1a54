"""A release belongs to a town; a session and a year it may have. The town of what is there comes from its session."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

KINDS = [
    ("RESOLUTION", "Resolution"),
    ("ANNOUNCEMENT", "Announcement"),
    ("NEWS", "News"),
    ("PROJECTS", "Projects"),
    ("DEPUTIES", "Deputies"),
    ("SUGGESTIONS", "Suggestions"),
    ("SUPERVISION", "Supervision"),
    ("MONEY", "Money"),
    ("TARGETS", "Targets"),
    ("PAGE", "Page"),
]


def fill_towns(apps, schema_editor):
    release = apps.get_model("publication", "Release")
    session = apps.get_model("sittings", "CongressSession")
    town = session.objects.filter(pk=OuterRef("session_id")).values("term__town_id")[:1]
    release.objects.using(schema_editor.connection.alias).update(town_id=Subquery(town))


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0001_initial"),
        ("roster", "0001_initial"),
        ("sittings", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("media_type", models.CharField(max_length=10)),
                (
                    "town",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="public_photos", to="roster.town"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("town", "sha256"), name="publication_a_photo_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=40)),
                ("column", models.CharField(max_length=20)),
                ("title", models.CharField(max_length=100)),
                ("text", models.TextField(max_length=20000)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "town",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="own_pages", to="roster.town"
                    ),
                ),
            ],
            options={
                "ordering": ["town", "column", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("town", "slug"), name="publication_one_page_an_address"),
                ],
            },
        ),
        migrations.AddField(
            model_name="release",
            name="town",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="releases",
                to="roster.town",
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="year",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="release",
            name="photos",
            field=models.ManyToManyField(blank=True, related_name="releases", to="publication.publicphoto"),
        ),
        migrations.RunPython(fill_towns, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="release",
            name="town",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="roster.town"
            ),
        ),
        migrations.AlterField(
            model_name="release",
            name="session",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="releases",
                to="sittings.congresssession",
            ),
        ),
        migrations.AlterField(
            model_name="release",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=12),
        ),
        migrations.AlterModelOptions(
            name="release",
            options={"ordering": ["town", "session", "kind", "number", "pk"]},
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(("session", None)),
                fields=("town", "kind", "subject", "version"),
                name="publication_one_standing_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(("session", None), ("state", "RELEASED")),
                fields=("town", "kind", "subject"),
                name="publication_one_standing_in_force",
            ),
        ),
    ]
