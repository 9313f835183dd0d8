"""Preparing a workshop: pages on which the plan is edited."""
