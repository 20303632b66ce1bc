"""The base as a site of plain files: every answer a page, nothing needed to serve it but a folder."""
