"""Everything of Facilitator but the screen: the workshop, its file, its paper and its report."""
