"""Addresses of the roll, below desk/."""

from django.urls import path

from huitang.web.desk import roll, roll_delegations, roll_deputy, roll_import, roll_terms

urlpatterns = [
    path("roll/", roll.current, name="roll_current"),
    path("roll/sample.xlsx", roll.sample, name="roll_sample"),
    path("roll/terms/", roll_terms.terms, name="roll_terms"),
    path("roll/terms/<int:term_id>/", roll_terms.term, name="roll_term"),
    path("roll/terms/<int:term_id>/quota/", roll_terms.change_quota, name="roll_term_quota"),
    path("roll/terms/<int:term_id>/close/", roll_terms.close, name="roll_term_close"),
    path("roll/terms/<int:term_id>/reopen/", roll_terms.reopen, name="roll_term_reopen"),
    path("roll/<int:term_id>/", roll.roll, name="roll"),
    path("roll/<int:term_id>/print/", roll.print_roll, name="roll_print"),
    path("roll/<int:term_id>/roll.xlsx", roll.export, name="roll_export"),
    path("roll/<int:term_id>/by-elected/", roll_deputy.by_elected, name="roll_by_elected"),
    path("roll/<int:term_id>/import/", roll_import.choose, name="roll_import"),
    path("roll/<int:term_id>/import/upload/", roll_import.upload, name="roll_upload"),
    path("roll/import/<int:import_id>/", roll_import.preview, name="roll_preview"),
    path("roll/import/<int:import_id>/commit/", roll_import.commit, name="roll_commit"),
    path("roll/import/<int:import_id>/give-up/", roll_import.give_up, name="roll_give_up"),
    path("roll/<int:term_id>/delegations/", roll_delegations.delegations, name="roll_delegations"),
    path("roll/<int:term_id>/delegations/add/", roll_delegations.add, name="roll_delegation_add"),
    path(
        "roll/<int:term_id>/delegations/<int:delegation_id>/rename/",
        roll_delegations.rename,
        name="roll_delegation_rename",
    ),
    path(
        "roll/<int:term_id>/delegations/<int:delegation_id>/head/",
        roll_delegations.head,
        name="roll_delegation_head",
    ),
    path(
        "roll/<int:term_id>/delegations/<int:delegation_id>/drop/",
        roll_delegations.drop,
        name="roll_delegation_drop",
    ),
    path("roll/deputy/<int:deputy_id>/", roll_deputy.deputy, name="roll_deputy"),
    path("roll/deputy/<int:deputy_id>/correct/", roll_deputy.correct, name="roll_deputy_correct"),
    path("roll/deputy/<int:deputy_id>/suspend/", roll_deputy.suspend, name="roll_deputy_suspend"),
    path("roll/deputy/<int:deputy_id>/restore/", roll_deputy.restore, name="roll_deputy_restore"),
    path("roll/deputy/<int:deputy_id>/end/", roll_deputy.end, name="roll_deputy_end"),
    path("roll/deputy/<int:deputy_id>/seat-again/", roll_deputy.seat_again, name="roll_deputy_seat_again"),
    path(
        "roll/deputy/<int:deputy_id>/withdraw/<int:change_id>/",
        roll_deputy.withdraw,
        name="roll_deputy_withdraw",
    ),
]
