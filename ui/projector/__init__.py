"""The screen for the room: drawn from scenes alone, it knows nothing of sessions or files."""
