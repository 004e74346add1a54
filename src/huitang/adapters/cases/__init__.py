"""Cases written down in a file (YAML or JSON): read, checked against the published schema, decided by the rules."""
