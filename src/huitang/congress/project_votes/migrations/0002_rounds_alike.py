
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('project_votes', '0001_initial'),
        ('sittings', '0002_name_order'),
    ]

    operations = [
        migrations.AlterField(
            model_name='projectround',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sittings.sitting'),
        ),
    ]
