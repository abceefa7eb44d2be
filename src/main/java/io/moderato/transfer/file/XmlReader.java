package io.moderato.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML file record by record. What is wrong with one is told, and the next one is read. */
final class XmlReader {
  private static final XMLInputFactory XML = factory();

  private final XmlRecords records;
  private final Findings findings;

  /** Reads one record; the parser stands at its start tag. */
  interface RecordReader {
    void read(String name, XMLStreamReader xml, long line) throws XMLStreamException;
  }

  XmlReader(Reader in, Findings findings, Set<String> records) {
    this.records = new XmlRecords(in, findings, records);
    this.findings = findings;
  }

  /** Of the JDK, whatever else is on the class path; prefixes stay part of the names, since exports forget to declare them. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not followed");
    });
    return factory;
  }

  /** Reads to the end. A record is handed on at its begin, so that it may be partly read when it turns out to be broken. */
  void read(RecordReader reader) throws IOException {
    while (records.next()) {
      var name = records.name();
      var line = records.line();
      try {
        var xml = XML.createXMLStreamReader(records.reader());
        xml.nextTag();
        reader.read(name, xml, line);
        xml.close();
      } catch (XMLStreamException e) {
        if (e.getNestedException() instanceof IOException failure) {
          throw failure;
        }
        tell(name, line, e);
      }
    }
    if (records.isCutOff() || !records.isEnded()) {
      findings.add(
          Finding.CUT_OFF, records.lineNow(), "the last record begins at line " + records.line());
    }
  }

  private void tell(String name, long line, XMLStreamException broken) {
    if (!records.isCutOff()) {
      var within = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
      var why = records.isBroken()
          ? "it has no end"
          : String.valueOf(broken.getMessage()).replaceAll("(?s).*Message: ", "");
      findings.add(
          Finding.BROKEN,
          line + Math.max(0, within - 1),
          "<%s> at line %d: %s".formatted(name, line, why));
    }
  }
}
