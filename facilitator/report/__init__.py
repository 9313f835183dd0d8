"""The summary report: its content once, as a tree, and a writer a format."""
