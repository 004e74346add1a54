"""The law as pure functions: facts in, a finding with its articles and its reasons out."""
