"""Names of persons: cleaned for keeping, initials for finding."""
