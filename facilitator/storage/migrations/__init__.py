"""The schema of the workshop file, step by step; a step that was released never changes."""
