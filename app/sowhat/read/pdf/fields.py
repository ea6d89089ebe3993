"""What the fields of a form show."""

from __future__ import annotations

from ctypes import byref
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.read.pdf.strings import wide_text

_PASSWORD = 1 << 13  # a field's flag
_VALUED = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)


class Fields:
    """The form of a document, opened at the first question; no script of it is run."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._asked = False
        self._form: Any = None
        self._config = pdfium.FPDF_FORMFILLINFO(version=2)  # PDFium keeps its address

    def close(self) -> None:
        """Let the form go; to be called before the document is closed."""
        if self._form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._form)
            self._form = None

    def value(self, annotation: Any) -> str:
        """Return what a field shows; empty for buttons, boxes to tick and passwords."""
        if not self._asked:
            self._asked = True
            if self._document.get_formtype() != pdfium.FORMTYPE_NONE:
                self._form = pdfium.FPDFDOC_InitFormFillEnvironment(
                    self._document.raw, byref(self._config)
                )
        if not self._form:
            return ""
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        flags = pdfium.FPDFAnnot_GetFormFieldFlags(self._form, annotation)
        if kind not in _VALUED or (kind == pdfium.FPDF_FORMFIELD_TEXTFIELD and flags & _PASSWORD):
            return ""
        return wide_text(pdfium.FPDFAnnot_GetFormFieldValue, self._form, annotation)
