"""The command line: a file a command, which parses, calls, prints and sets the exit code."""
