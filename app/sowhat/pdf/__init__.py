"""The one way to a PDF's pages: weighed, opened by PDFium, mended where it is damaged.

Runs in the worker, all but the constants of ``patience``.
"""
