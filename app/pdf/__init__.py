"""The page frame for every PDF: fonts, styles, safe paragraphs, headers, footers and page numbers."""
