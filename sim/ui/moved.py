"""What moved beyond noise, strongest first, as a sheet whose rows open a picture."""
