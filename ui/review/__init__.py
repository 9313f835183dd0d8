"""Looking back: the bin, and the history of a workshop."""
