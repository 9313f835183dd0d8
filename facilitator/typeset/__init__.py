"""Setting type on paper: fonts, lines, text blocks, QR codes and marks.

Shared by the printed sheets and the PDF report. Every length is in points, y runs upwards.
Nothing here interprets markup, and importing this package imports nothing of ReportLab.
"""
