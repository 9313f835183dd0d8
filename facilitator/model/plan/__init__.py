"""The plan of a workshop: what is added, changed and put in order before the day."""

from facilitator.model.plan.acts import add, edit, move
from facilitator.model.plan.rules import RULES, Planned

__all__ = ["RULES", "Planned", "add", "edit", "move"]
