"""Parts of a page that Streamlit does not have: the panel of levers and the sheet."""
