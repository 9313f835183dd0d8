"""The board: the notes of a principle, sorted into themes."""
