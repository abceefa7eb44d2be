package io.moderato.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds out how a file is encoded: by its byte-order mark, by how {@code <} looks, by what it declares; and else reads it as UTF-8. */
final class Characters {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LOOKED_AT = 1024;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  private Characters() {}

  static Reader of(InputStream file, Findings findings) throws IOException {
    var in = new PushbackInputStream(file, LOOKED_AT);
    var begin = in.readNBytes(LOOKED_AT);
    int mark = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (begins(begin, 0xef, 0xbb, 0xbf)) {
      mark = 3;
    } else if (begins(begin, 0xfe, 0xff) || begins(begin, 0x00, '<')) {
      mark = begin[0] == 0 ? 0 : 2;
      charset = StandardCharsets.UTF_16BE;
    } else if (begins(begin, 0xff, 0xfe) || begins(begin, '<', 0x00)) {
      mark = begin[0] == '<' ? 0 : 2;
      charset = StandardCharsets.UTF_16LE;
    } else {
      charset = declared(new String(begin, StandardCharsets.ISO_8859_1), findings);
    }
    in.unread(begin, mark, begin.length - mark);
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(WINDOWS_1252)
        ? new RepairingReader(in, findings, charset.equals(WINDOWS_1252))
        : new InputStreamReader(in, charset);
  }

  private static boolean begins(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Browsers, too, read ISO-8859-1 as Windows-1252. */
  private static Charset declared(String begin, Findings findings) {
    var matcher = DECLARED.matcher(begin);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    var name = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      return switch (name) {
        case "utf-8", "utf8", "utf-16", "utf16", "us-ascii", "ascii" -> StandardCharsets.UTF_8;
        case "iso-8859-1", "latin1" -> WINDOWS_1252;
        default -> Charset.forName(name);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      findings.add(Finding.UNKNOWN_CHARSET, 1, name);
      return StandardCharsets.UTF_8;
    }
  }
}
