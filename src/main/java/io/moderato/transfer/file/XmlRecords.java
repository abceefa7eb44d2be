package io.moderato.transfer.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an XML file into its records, so that a broken one does not take the others with it, and mends what exports get wrong: entities that XML
 * does not know, an {@code &} or {@code <} on its own, {@code ]]>} within CDATA. Document types, comments and processing instructions never
 * reach a parser. Memory does not grow with the file, nor with a record.
 */
final class XmlRecords {
  private static final int LONGEST_TAG = 1 << 16;
  private static final int LONGEST_ENTITY = 32;

  /** Of one run of text; what is longer is cut. */
  private static final int LONGEST_TEXT = 1 << 21;

  private static final int CHUNK = 1 << 13;

  /** The last things to be seen of a whole file, of whatever form. */
  private static final Set<String> ENDS = Set.of("</rss>", "</feed>", "</disqus>");

  private final CharWindow in;
  private final Findings findings;
  private final Set<String> names;
  private final StringBuilder out = new StringBuilder();
  private String lastStartTag = "";
  private @Nullable String record;
  private long recordLine;
  private boolean inCdata;
  private int run;
  private boolean isCutOff;
  private boolean isEnded;

  /** How many characters the latest entity had behind its {@code &}. */
  private int consumed;

  private boolean isBroken;

  /** @param names the elements that are records */
  XmlRecords(Reader in, Findings findings, Set<String> names) {
    this.in = new CharWindow(in, findings);
    this.findings = findings;
    this.names = names;
  }

  /** Passes on to the next record; false at the file's end. What was left unread of the record before is passed. */
  boolean next() throws IOException {
    while (record != null) {
      step();
      out.setLength(0);
    }
    isBroken = false;
    while (in.peek(0) >= 0) {
      if (in.peek(0) == '<') {
        if (atRecord()) {
          return true;
        }
        outside();
      } else {
        in.read();
      }
    }
    return false;
  }

  /** Whether the file ended within the latest record. */
  boolean isCutOff() {
    return isCutOff;
  }

  /** Whether the latest record ended without its end tag. */
  boolean isBroken() {
    return isBroken;
  }

  String name() {
    return requireNonNull(record);
  }

  /** Where the latest record begins. */
  long line() {
    return recordLine;
  }

  long lineNow() {
    return in.line();
  }

  /** The record as one well-formed document, as far as it can be told. */
  Reader reader() {
    return new Reader() {
      private int read;

      @Override
      public int read(char[] into, int offset, int length) throws IOException {
        if (read == out.length()) {
          out.setLength(0);
          read = 0;
          while (out.length() == 0 && record != null) {
            step();
          }
          if (out.length() == 0) {
            return -1;
          }
        }
        int count = Math.min(length, out.length() - read);
        out.getChars(read, read + count, into, offset);
        read += count;
        return count;
      }

      @Override
      public void close() {}
    };
  }

  /** A name that is a record's; the tag is left to be read by the first step. */
  private boolean atRecord() throws IOException {
    for (var name : names) {
      if (in.startsWith("<" + name) && isEndOfName(in.peek(name.length() + 1))) {
        record = name;
        recordLine = in.line();
        run = 0;
        inCdata = false;
        out.setLength(0);
        startTag();
        return true;
      }
    }
    return false;
  }

  private static boolean isEndOfName(int unit) {
    return unit == '>'
        || unit == '/'
        || unit == ' '
        || unit == '\n'
        || unit == '\t'
        || unit == '\r';
  }

  /** Whether the end of the whole document was seen. */
  boolean isEnded() {
    return isEnded;
  }

  private void outside() throws IOException {
    for (var end : ENDS) {
      isEnded = isEnded || in.startsWith(end);
    }
    if (in.startsWith("<![CDATA[")) {
      passBehind("]]>");
    } else if (!passed()) {
      in.read();
    }
  }

  /** Whether it was something that no reader needs: a comment, a document type, an instruction. */
  private boolean passed() throws IOException {
    if (in.startsWith("<!--")) {
      in.skip(4);
      passBehind("-->");
    } else if (in.startsWith("<?")) {
      passBehind("?>");
    } else if (in.startsWith("<!DOCTYPE") || in.startsWith("<!doctype")) {
      findings.add(Finding.DOCTYPE, in.line(), "<!DOCTYPE");
      passDoctype();
    } else {
      return false;
    }
    return true;
  }

  private void passBehind(String end) throws IOException {
    while (in.peek(0) >= 0 && !in.startsWith(end)) {
      in.read();
    }
    in.skip(end.length());
  }

  private void passDoctype() throws IOException {
    int brackets = 0;
    int quote = 0;
    for (int unit = in.read(); unit >= 0; unit = in.read()) {
      if (quote != 0) {
        quote = unit == quote ? 0 : quote;
      } else if (unit == '"' || unit == '\'') {
        quote = unit;
      } else if (unit == '[') {
        brackets++;
      } else if (unit == ']') {
        brackets--;
      } else if (unit == '>' && brackets <= 0) {
        return;
      }
    }
  }

  /** Reads one piece of the record and writes it to {@link #out}. */
  private void step() throws IOException {
    int unit = in.peek(0);
    if (unit < 0) {
      isCutOff = true;
      record = null;
    } else if (inCdata) {
      cdata();
    } else if (unit == '<') {
      markup();
    } else if (unit == '&') {
      in.read();
      count(entity());
    } else {
      text();
    }
  }

  private void text() throws IOException {
    for (int unit = in.peek(0);
        unit >= 0 && unit != '<' && unit != '&' && out.length() < CHUNK;
        unit = in.peek(0)) {
      in.read();
      if (unit == '>') {
        count("&gt;");
      } else {
        count(unit);
      }
    }
  }

  private void cdata() throws IOException {
    while (out.length() < CHUNK) {
      int unit = in.peek(0);
      if (unit < 0) {
        return;
      }
      if (unit == ']' && in.startsWith("]]>")) {
        if (endsHere()) {
          in.skip(3);
          out.append("]]>");
          inCdata = false;
          return;
        }
        findings.add(Finding.LOOSE_MARKUP, in.line(), "]]>");
        in.skip(3);
        out.append("]]]]><![CDATA[>");
      } else {
        in.read();
        count(unit);
      }
    }
  }

  /**
   * A section ends at {@code ]]>}, unless what follows up to the element's end tag ends with another {@code ]]>}: then this one is part of the
   * text.
   */
  private boolean endsHere() throws IOException {
    int i = 3;
    while (in.peek(i) == ' ' || in.peek(i) == '\n' || in.peek(i) == '\r' || in.peek(i) == '\t') {
      i++;
    }
    if (in.peek(i) == '<'
        && (in.peek(i + 1) == '/' && startsAt("</" + lastStartTag, i)
            || startsAt("<![CDATA[", i))) {
      return true;
    }
    int end = in.indexOf("</" + lastStartTag, i);
    if (end < 0) {
      return true;
    }
    int before = end - 1;
    while (before > 3 && Character.isWhitespace(in.peek(before))) {
      before--;
    }
    var another = before >= 5
        && in.peek(before) == '>'
        && in.peek(before - 1) == ']'
        && in.peek(before - 2) == ']';
    int cdata = in.indexOf("<![CDATA[", i);
    return !another || cdata >= 0 && cdata < end;
  }

  private boolean startsAt(String text, int at) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (in.peek(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void markup() throws IOException {
    int second = in.peek(1);
    if (in.startsWith("<![CDATA[")) {
      in.skip(9);
      out.append("<![CDATA[");
      inCdata = true;
    } else if (second == '/') {
      endTag();
    } else if (second >= 0 && isBeginOfName(second)) {
      if (isRecordAgain()) {
        isBroken = true;
        record = null;
      } else {
        run = 0;
        startTag();
      }
    } else if (!passed()) {
      loose("<");
    }
  }

  private boolean isRecordAgain() throws IOException {
    var name = requireNonNull(record);
    return in.startsWith("<" + name)
        && isEndOfName(in.peek(name.length() + 1))
        && !isEmptyTag(name.length() + 1);
  }

  /** Disqus names the thread of a post by an element like that of the thread itself. */
  private boolean isEmptyTag(int from) throws IOException {
    int end = in.indexOf(">", from);
    return end > 0 && in.peek(end - 1) == '/';
  }

  private static boolean isBeginOfName(int unit) {
    return Character.isLetter(unit) || unit == '_';
  }

  private void loose(String what) throws IOException {
    findings.add(Finding.LOOSE_MARKUP, in.line(), what);
    in.read();
    count(what.equals("<") ? "&lt;" : what);
  }

  private void endTag() throws IOException {
    int end = in.indexOf(">", 2);
    if (end < 0 || end > LONGEST_TAG) {
      if (in.peek(LONGEST_TAG) < 0) {
        toTheEnd();
      } else {
        loose("<");
      }
      return;
    }
    run = 0;
    var tag = new StringBuilder();
    for (int i = 0; i <= end; i++) {
      tag.append((char) in.read());
    }
    out.append(tag);
    if (tag.substring(2, tag.length() - 1).strip().equals(record)) {
      record = null;
    }
  }

  /** The file ends within a tag. */
  private void toTheEnd() throws IOException {
    while (in.read() >= 0) {}
  }

  private void startTag() throws IOException {
    int quote = 0;
    int end = 1;
    for (int unit = in.peek(end);
        unit >= 0 && end < LONGEST_TAG && (quote != 0 || unit != '>');
        unit = in.peek(++end)) {
      if (quote != 0) {
        quote = unit == quote ? 0 : quote;
      } else if ((unit == '"' || unit == '\'') && in.peek(end - 1) == '=') {
        quote = unit;
      }
    }
    if (in.peek(end) < 0) {
      toTheEnd();
      return;
    }
    if (end >= LONGEST_TAG) {
      loose("<");
      return;
    }
    int begin = out.length();
    for (int i = 0; i <= end; i++) {
      int unit = in.read();
      if (i > 0 && unit == '<') {
        out.append("&lt;");
      } else if (unit == '&') {
        out.append(entity());
        i += consumed;
      } else {
        out.append((char) unit);
      }
    }
    var tag = out.substring(begin);
    int nameEnd = 1;
    while (nameEnd < tag.length() && !isEndOfName(tag.charAt(nameEnd))) {
      nameEnd++;
    }
    lastStartTag = tag.substring(1, nameEnd);
    if (tag.endsWith("/>") && lastStartTag.equals(record) && begin == 0) {
      record = null;
    }
  }

  /** What stands for the entity whose {@code &} has been read; no more than the {@code &} itself is passed where it begins none. */
  private String entity() throws IOException {
    int end = 0;
    while (end < LONGEST_ENTITY && isOfEntity(in.peek(end))) {
      end++;
    }
    consumed = 0;
    if (end == 0 || in.peek(end) != ';') {
      findings.add(Finding.UNKNOWN_ENTITY, in.line(), "&");
      return "&amp;";
    }
    var name = new StringBuilder();
    for (int i = 0; i < end; i++) {
      name.append((char) in.peek(i));
    }
    var entity = "&" + name + ";";
    if (Set.of("amp", "lt", "gt", "quot", "apos").contains(name.toString())) {
      pass(end + 1);
      return entity;
    }
    var character = Parser.unescapeEntities(entity, true);
    if (character.equals(entity)) {
      findings.add(Finding.UNKNOWN_ENTITY, in.line(), entity);
      return "&amp;";
    }
    if (name.charAt(0) != '#') {
      findings.add(Finding.UNKNOWN_ENTITY, in.line(), entity);
    }
    pass(end + 1);
    var allowed = TextRepair.allowed(character);
    if (allowed.isEmpty()) {
      findings.add(Finding.INVALID_CHARACTER, in.line(), entity);
    }
    return switch (allowed) {
      case "<" -> "&lt;";
      case "&" -> "&amp;";
      case ">" -> "&gt;";
      case "\"" -> "&quot;";
      case "'" -> "&apos;";
      default -> allowed;
    };
  }

  private void pass(int count) throws IOException {
    in.skip(count);
    consumed = count;
  }

  private static boolean isOfEntity(int unit) {
    return unit == '#'
        || unit >= '0' && unit <= '9'
        || unit >= 'a' && unit <= 'z'
        || unit >= 'A' && unit <= 'Z';
  }

  private void count(String text) {
    if (run < LONGEST_TEXT) {
      out.append(text);
    }
    counted(text.length());
  }

  private void count(int unit) {
    if (run < LONGEST_TEXT) {
      out.append((char) unit);
    }
    counted(1);
  }

  private void counted(int units) {
    if (run < LONGEST_TEXT && run + units >= LONGEST_TEXT) {
      findings.add(Finding.TEXT_CUT, in.line(), lastStartTag);
    }
    run += units;
  }
}
