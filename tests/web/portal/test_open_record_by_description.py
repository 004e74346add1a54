"""schemathesis asks what the OpenAPI description promises, of objects there are and are not, and holds the answers against it."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings

from huitang.congress.publication.open_record.oparl_lists import LISTS

pytestmark = pytest.mark.django_db
PATHS = {"/data/popolo.json", "/data/oparl/body.json"}  # the description itself is not asked for again
PATHS |= {f"/data/oparl/{name}/page-1.json" for name in LISTS.values()}
SOME = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def operations(one_connection, released, news, announcement, resolution):
    schema = schemathesis.openapi.from_wsgi("/data/openapi.json", get_wsgi_application())
    return [found.ok() for found in schema.get_all_operations()]


def test_every_answer_is_as_described(operations):
    asked = []
    for operation in operations:

        @SOME
        @given(case=operation.as_strategy())
        def ask(case):
            asked.append(case.call_and_validate().status_code)

        ask()
    assert {operation.path for operation in operations} == {*PATHS, "/data/oparl/{folder}/{key}.json"}
    assert set(asked) == {200, 404}
