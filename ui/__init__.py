"""The screen: PySide6 widgets over one session."""
