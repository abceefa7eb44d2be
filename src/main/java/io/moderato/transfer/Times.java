package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as lines have them: RFC 3339, taken to the millisecond. */
final class Times {
  private Times() {}

  /** @throws io.moderato.http.ProblemException for what is none */
  static Instant read(JsonNode text, String pointer) {
    try {
      return OffsetDateTime.parse(text.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw Results.invalid(pointer, "is no time as RFC 3339 has it");
    }
  }
}
