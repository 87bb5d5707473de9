package org.galton.console;

import static org.galton.report.Figures.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;

/** Judged gates as JUnit XML, which build servers show as tests: a test case for each. */
final class GateXml {
  /** What XML 1.0 cannot hold, and what an attribute would lose. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

  private GateXml() {}

  static void write(String suite, List<JudgedGate> gates, Writer out) throws IOException {
    String count = Integer.toString(gates.size());
    String missed = Long.toString(gates.stream().filter(JudgedGate::missed).count());
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", visible(suite));
      xml.writeAttribute("tests", count);
      xml.writeAttribute("failures", missed);
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", "0");
      for (JudgedGate gate : gates) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", visible(suite.replace(' ', '.')));
        xml.writeAttribute("name", visible(gate.gate() + ": " + gate.subject()));
        if (gate.missed()) {
          xml.writeStartElement("failure");
          xml.writeAttribute("type", "gate");
          xml.writeAttribute("message", visible(figures(gate)));
          xml.writeCharacters(visible(gate.sentence()));
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Figure, interval and bound of a gate. */
  static String figures(JudgedGate gate) {
    return format(
        "figure %.4f, %s %% interval %.4f to %.4f, limit %s, with %s %% one-sided confidence",
        gate.figure(),
        LimitGate.percent(2 * gate.confidence() - 1),
        gate.low(),
        gate.high(),
        gate.limit(),
        LimitGate.percent(gate.confidence()));
  }

  /**
   * Control characters, line ends and halves of characters as the code that Java writes them in.
   */
  static String visible(String text) {
    return UNWRITABLE
        .matcher(text)
        .replaceAll(found -> String.format("\\\\u%04x", found.group().codePointAt(0)));
  }
}
