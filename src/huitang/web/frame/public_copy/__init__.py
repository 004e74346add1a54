"""The public pages copied into a folder of plain files, asked for as any visitor asks."""
