"""Data in, PDF out: each report is one function `write_…(data, …, target, translate)`."""
