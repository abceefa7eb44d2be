package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.signals.Edit;
import io.moderato.signals.SomeSignals;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalsDocumentTest {
  @Test
  void what_is_read_back_equals_what_was_stored() {
    var signals = SomeSignals.full();

    assertThat(SignalsDocument.read(SignalsDocument.of(signals))).isEqualTo(signals);
  }

  @Test
  void an_edit_that_was_stored_before_rejections_were_told_of_followed_none() {
    var stored = SignalsDocument.of(SomeSignals.of(new Edit(true, true, true, 5, 0.75)));
    stored.get("edit", Document.class).remove("afterRejection");

    assertThat(SignalsDocument.read(stored).edit()).isEqualTo(new Edit(true, true, false, 5, 0.75));
  }
}
