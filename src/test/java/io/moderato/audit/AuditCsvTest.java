package io.moderato.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditCsvTest {
  private static final AuditEntry ENTRY =
      AuditEntry.of("1", Instant.parse("2026-11-22T10:00:00Z"), "moderator:anna", Act.WRONG_REASON);

  @Test
  void each_part_has_its_cell() {
    var entry = ENTRY
        .on(new SiteId("blog"), new CommentId("c-1"), "id:ben")
        .in("b-1")
        .saying("spam", "A \"note\",\nof two lines")
        .with("before", "held")
        .with("after", "rejected");

    assertThat(AuditCsv.line(entry))
        .isEqualTo("1,2026-11-22T10:00:00Z,moderator:anna,wrong-reason,blog,c-1,id:ben,b-1,spam,"
            + "\"A \"\"note\"\",\nof two lines\",\"after=rejected; before=held\"\r\n");
  }

  @Test
  void what_is_absent_is_empty() {
    assertThat(AuditCsv.line(ENTRY))
        .isEqualTo("1,2026-11-22T10:00:00Z,moderator:anna,wrong-reason,,,,,,,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a)", "\t=1", "\r=1", "\uff1d1+1"})
  void a_cell_that_a_spreadsheet_would_calculate_begins_with_an_apostrophe(String formula) {
    assertThat(AuditCsv.line(ENTRY.saying(formula, null))).contains("'" + formula);
  }
}
