"""One module for one thing a text may have wrong; each a pure function of the text and what is known."""
