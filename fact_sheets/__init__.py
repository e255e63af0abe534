"""The press: plain facts in (a frozen Dossier), a document out. Knows no web, no database, no clock.

Importing this package stays cheap: the renderer is imported only by ``fact_sheets.pdf``.
"""
