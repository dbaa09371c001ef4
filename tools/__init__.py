"""Scripts behind the Makefile; plain Python, the same on Linux, macOS and Windows."""
