"""The command line, a module a command. It puts the other rooms together."""
