package io.moderato.dropin.akismet;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms and flat JSON objects. Forms are read leniently: clients send raw colons and slashes, stray percent signs, and octets in
 * other charsets than they say.
 */
final class FieldsReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** WordPress sends its whole form and environment, some hundred fields. */
  private static final int MOST_FIELDS = 1000;

  private FieldsReader() {}

  /** @throws ProblemException for what is neither a form nor a JSON object, or has too many fields */
  static Fields read(@Nullable String contentType, byte[] body) {
    return isJson(contentType) ? json(body) : form(contentType, body);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.strip().regionMatches(true, 0, "application/json", 0, 16);
  }

  private static Fields json(byte[] body) {
    var values = new HashMap<String, String>();
    for (var field : object(body).properties()) {
      if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        put(values, field.getKey(), wellFormed(field.getValue().asText()));
      }
    }
    return new Fields(values);
  }

  private static JsonNode object(byte[] body) {
    try {
      var json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
      throw unreadable("The body is not a JSON object.");
    } catch (JacksonException e) {
      throw unreadable("The body is not JSON.");
    } catch (IOException e) {
      throw unreadable("The body can't be read.");
    }
  }

  /** Half a surrogate pair, which JSON can escape, becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static Fields form(@Nullable String contentType, byte[] body) {
    var octets = new HashMap<String, byte[]>();
    int at = 0;
    while (at < body.length) {
      int end = indexOf(body, '&', at, body.length);
      int equals = indexOf(body, '=', at, end);
      var name = new String(unescaped(body, at, equals), StandardCharsets.UTF_8);
      put(octets, name, unescaped(body, Math.min(equals + 1, end), end));
      at = end + 1;
    }
    var told = charsets(contentType);
    var ofBlog = octets.containsKey("blog_charset")
        ? with(told, new String(octets.get("blog_charset"), StandardCharsets.ISO_8859_1))
        : told;
    var values = new HashMap<String, String>(octets.size() * 2);
    octets.forEach((name, value) ->
        values.put(name, decoded(value, name.startsWith("comment_") ? ofBlog : told)));
    return new Fields(values);
  }

  private static <T> void put(Map<String, T> fields, String name, T value) {
    fields.put(name, value);
    if (fields.size() > MOST_FIELDS) {
      throw unreadable("The body has more than %d fields.".formatted(MOST_FIELDS));
    }
  }

  private static int indexOf(byte[] octets, char wanted, int from, int end) {
    for (int i = from; i < end; i++) {
      if (octets[i] == wanted) {
        return i;
      }
    }
    return end;
  }

  private static byte[] unescaped(byte[] octets, int from, int end) {
    var plain = new ByteArrayOutputStream(end - from);
    for (int i = from; i < end; i++) {
      if (octets[i] == '+') {
        plain.write(' ');
      } else if (octets[i] == '%'
          && i + 2 < end
          && hex(octets[i + 1]) >= 0
          && hex(octets[i + 2]) >= 0) {
        plain.write(hex(octets[i + 1]) << 4 | hex(octets[i + 2]));
        i += 2;
      } else {
        plain.write(octets[i]);
      }
    }
    return plain.toByteArray();
  }

  private static int hex(byte digit) {
    return digit < 0 ? -1 : Character.digit(digit, 16);
  }

  /** The charset of the media type, if it names one that is known, then UTF-8. */
  private static List<Charset> charsets(@Nullable String contentType) {
    var matcher = CHARSET.matcher(contentType == null ? "" : contentType);
    var last = List.of(StandardCharsets.UTF_8);
    return matcher.find() ? with(last, matcher.group(1)) : last;
  }

  private static List<Charset> with(List<Charset> others, String name) {
    try {
      var all = new ArrayList<Charset>();
      all.add(Charset.forName(name.strip()));
      all.addAll(others);
      return all;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return others;
    }
  }

  /** By the first charset that the octets are well-formed in; Windows-1252 takes what is none of these. */
  private static String decoded(byte[] octets, List<Charset> charsets) {
    for (var charset : charsets) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      } catch (CharacterCodingException e) {
        continue; // with the next one
      }
    }
    return new String(octets, WINDOWS_1252);
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(Problem.of(ProblemType.MALFORMED_BODY, detail));
  }
}
