"""What the office says of its site, how often a text was opened on a day, and the words of a text to be searched."""

import django.db.models.deletion
from django.db import migrations, models

from huitang.congress.publication.plain_words import plain_words


def fill_words(apps, schema_editor):
    release = apps.get_model("publication", "Release")
    kept = release.objects.using(schema_editor.connection.alias)
    for one in kept.only("title", "blocks", "facts", "session_id").iterator(chunk_size=200):
        words = plain_words(one.title, one.blocks, one.facts if one.session_id is None else {})
        kept.filter(pk=one.pk).update(words=words.lower())


def _words(length):
    return models.CharField(blank=True, max_length=length)


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0003_by_state"),
        ("roster", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="release",
            name="words",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.RunPython(fill_words, migrations.RunPython.noop),
        migrations.CreateModel(
            name="SiteFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organiser", _words(60)),
                ("operator", _words(60)),
                ("contact", _words(60)),
                ("address", _words(100)),
                ("icp_number", _words(40)),
                ("police_number", _words(40)),
                ("site_code", _words(20)),
                ("editor", _words(40)),
                ("reviewer", _words(40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.CharField(max_length=40)),
                (
                    "town",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="site_facts", to="roster.town"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="VisitCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("visits", models.PositiveIntegerField(default=0)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visit_counts",
                        to="publication.release",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("release", "day"), name="publication_one_count_a_day"),
                ],
            },
        ),
    ]
