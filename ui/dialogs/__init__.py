"""Dialogs: opened, never executed, so that the window goes on."""
