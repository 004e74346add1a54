"""Addresses of the town's accounts, below desk/."""

from django.urls import path

from huitang.web.desk import money, money_import

urlpatterns = [
    path("money/", money.show, name="money"),
    path("money/accounts.xlsx", money.export, name="money_export"),
    path("money/upload/", money_import.upload, name="money_upload"),
    path("money/import/<int:import_id>/", money_import.preview, name="money_preview"),
    path("money/import/<int:import_id>/commit/", money_import.commit, name="money_commit"),
    path("money/import/<int:import_id>/give-up/", money_import.give_up, name="money_give_up"),
    path("money/<int:account_id>/", money.one, name="money_account"),
    path("money/<int:account_id>/approve/", money.approve, name="money_approve"),
    path("money/<int:account_id>/withdraw/", money.withdraw, name="money_withdraw"),
    path("money/<int:account_id>/publish/", money.publish, name="money_publish"),
    path("money/<int:account_id>/adjustment/", money.adjustment, name="money_adjustment"),
]
