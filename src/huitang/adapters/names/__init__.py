"""Names of persons: cleaned for keeping, initials for finding, strokes for listing, widened for drawing."""
