
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ratings', '0001_initial'),
        ('sittings', '0002_name_order'),
    ]

    operations = [
        migrations.AlterField(
            model_name='ratinground',
            name='kind',
            field=models.CharField(choices=[('FIRST', 'First'), ('VOTE_AGAIN', 'Vote Again'), ('TIE_BALLOT', 'Tie Ballot'), ('FURTHER', 'Further')], max_length=10),
        ),
        migrations.AlterField(
            model_name='ratinground',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sittings.sitting'),
        ),
    ]
