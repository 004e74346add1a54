"""QR codes drawn into the page itself."""
