"""The people: who is expected, and who has come."""
