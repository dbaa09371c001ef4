"""Parts of the page that explains a design."""
