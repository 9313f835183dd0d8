"""The one error a person can act on."""


class DomainError(Exception):
    """A rule of the workshop was not met; the message is one sentence for a person."""
