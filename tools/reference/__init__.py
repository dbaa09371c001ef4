"""Makes the generated pages of docs/, one function a page."""
