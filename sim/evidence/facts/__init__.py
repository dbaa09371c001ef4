"""One file for each published fact."""
