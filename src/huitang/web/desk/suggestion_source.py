"""Where the pages get deputies' suggestions from: the one place to plug in the app that keeps them."""

from huitang.congress.performance import suggestions_seam
from huitang.congress.performance.suggestions_seam import SuggestionsAssigned, SuggestionsByDeputy

by_deputy: SuggestionsByDeputy = suggestions_seam.none_by_deputy
assigned: SuggestionsAssigned = suggestions_seam.none_assigned
