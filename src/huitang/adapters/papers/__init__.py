"""Official papers: their parts, their geometry (GB/T 9704-2012), and the two files they become, PDF and docx."""
