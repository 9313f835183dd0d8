"""Files in and out: the workshop as JSON, its schema, and the templates."""
