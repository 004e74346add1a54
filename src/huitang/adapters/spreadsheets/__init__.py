"""Spreadsheets as the office has them: xlsx, xls, ods, csv and tsv in, xlsx out."""
