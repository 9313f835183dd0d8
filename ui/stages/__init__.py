"""A page for each kind of stage."""
