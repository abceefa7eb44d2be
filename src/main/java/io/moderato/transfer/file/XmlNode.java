package io.moderato.transfer.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * A small element, read whole.
 *
 * @param parts texts and elements in turn
 */
record XmlNode(String name, Map<String, String> attributes, List<Object> parts) {
  private static final int DEEPEST = 50;
  private static final int MOST_PARTS = 200_000;
  private static final int LONGEST_TEXT = 1 << 22;

  /**
   * Reads the element that the reader stands at, up to its end tag.
   *
   * @throws XMLStreamException if it is not well-formed, or nested too deeply
   */
  static XmlNode read(XMLStreamReader xml) throws XMLStreamException {
    return read(xml, 0);
  }

  private static XmlNode read(XMLStreamReader xml, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException(
          "nested more than %d deep".formatted(DEEPEST), xml.getLocation());
    }
    var attributes = new java.util.HashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(
          name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
    }
    var node =
        new XmlNode(name(xml.getPrefix(), xml.getLocalName()), attributes, new ArrayList<>());
    var text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() < LONGEST_TEXT) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        case XMLStreamConstants.START_ELEMENT -> {
          node.add(text);
          node.add(read(xml, depth + 1));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          node.add(text);
          return node;
        }
        default -> {}
      }
    }
  }

  private static String name(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private void add(StringBuilder text) {
    if (text.length() > 0 && parts.size() < MOST_PARTS) {
      parts.add(text.toString());
    }
    text.setLength(0);
  }

  private void add(XmlNode child) {
    if (parts.size() < MOST_PARTS) {
      parts.add(child);
    }
  }

  Stream<XmlNode> children() {
    return parts.stream().filter(XmlNode.class::isInstance).map(XmlNode.class::cast);
  }

  Stream<XmlNode> children(String name) {
    return children().filter(child -> child.name().equals(name));
  }

  Optional<XmlNode> child(String name) {
    return children(name).findFirst();
  }

  /** The child's text without white space around it; empty where there is none. */
  String text(String child) {
    return child(child).map(XmlNode::text).orElse("").strip();
  }

  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** What stands in it; elements as markup. */
  String text() {
    var isText = parts.stream().allMatch(String.class::isInstance);
    var text = new StringBuilder();
    parts.forEach(part -> {
      if (part instanceof XmlNode child) {
        child.appendMarkup(text);
      } else {
        text.append(isText ? (String) part : Entities.escape((String) part));
      }
    });
    return text.toString();
  }

  private void appendMarkup(StringBuilder markup) {
    markup.append('<').append(name);
    attributes.forEach((name, value) -> markup
        .append(' ')
        .append(name)
        .append("=\"")
        .append(Entities.escape(value))
        .append('"'));
    markup.append('>');
    parts.forEach(part -> {
      if (part instanceof XmlNode child) {
        child.appendMarkup(markup);
      } else {
        markup.append(Entities.escape((String) part));
      }
    });
    markup.append("</").append(name).append('>');
  }
}
