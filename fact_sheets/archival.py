"""Makes one PDF valid PDF/UA-1 and PDF/A-3a at once: its metadata name both, where validators read.

The renderer writes the metadata of one profile. The second is added inside the same ``rdf:RDF``, with the
extension schema that PDF/A demands for every property it does not know (ISO 19005-3, 6.6.2.3).
"""

_END = b"</rdf:RDF>"
_PDF_UA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def name_both_profiles(rdf: bytes) -> bytes:
    """The renderer's RDF with PDF/UA-1 named beside PDF/A."""
    head, end, tail = rdf.rpartition(_END)
    return b"".join((head, _PDF_UA, end, tail))


def end_streams_clearly(pdf: bytes) -> bytes:
    """The same file, its streams ended so that their length can be checked by looking.

    Data that happen to end in a carriage return (one stream in 256) seem one byte short before the line feed
    that the renderer writes after them. A carriage return ends a line just as well, and no offset moves.
    """
    return pdf.replace(b"\r\nendstream", b"\r\rendstream")
