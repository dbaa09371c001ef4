"""The library: what users keep, with versions and notes, in a file of their own or on a server."""
