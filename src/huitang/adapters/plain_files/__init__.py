"""A site as a folder of plain files: its links, the folder, and what a web server must be told."""
