package io.moderato.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalCatalogueTest {
  @Test
  void every_signal_reads_its_own_fact() {
    var values = new HashMap<String, Object>();
    SignalCatalogue.all().forEach(signal -> {
      var value = signal.reader().apply(SomeSignals.full());
      if (value != null) {
        values.put(signal.name(), value);
      }
    });

    assertThat(values)
        .isEqualTo(Map.ofEntries(
            Map.entry("scores.SPAM", 0.93),
            Map.entry("scores.TOXIC", 0.1234567890123),
            Map.entry("aspects.SELF_HARM_INTENT", 0.87),
            Map.entry("language.code", "xx"),
            Map.entry("language.supported", false),
            Map.entry("language.expected", false),
            Map.entry("shape.words", 12L),
            Map.entry("shape.letters", 57L),
            Map.entry("shape.capitalShare", 0.25),
            Map.entry("links.count", 9L),
            Map.entry("links.domains", List.of("example.org", "example.com")),
            Map.entry("links.shorteners", 1L),
            Map.entry("links.userInfo", 2L),
            Map.entry("links.lookAlikes", 3L),
            Map.entry("links.mismatches", 4L),
            Map.entry("shape.emoji", 24L),
            Map.entry("shape.emojiOnly", true),
            Map.entry("shape.exclamations", 25L),
            Map.entry("shape.stretched", 26L),
            Map.entry("links.addresses", 27L),
            Map.entry("links.listed", 28L),
            Map.entry("links.own", 29L),
            Map.entry("lists.hits", 7L),
            Map.entry("lists.names", List.of("slurs")),
            Map.entry("form.honeypotFilled", true),
            Map.entry("form.seconds", 2.5),
            Map.entry("edit.edited", true),
            Map.entry("edit.afterApproval", true),
            Map.entry("edit.afterRejection", true),
            Map.entry("edit.addedLinks", 5L),
            Map.entry("edit.changedShare", 0.75),
            Map.entry("repeats.exact", 10L),
            Map.entry("repeats.near", 11L),
            Map.entry("repeats.authors", 12L),
            Map.entry("repeats.posts", 13L),
            Map.entry("pace.authorMinute", 14L),
            Map.entry("pace.authorHour", 15L),
            Map.entry("pace.addressMinute", 16L),
            Map.entry("pace.addressHour", 17L),
            Map.entry("pace.networkMinute", 18L),
            Map.entry("pace.networkHour", 19L),
            Map.entry("author.known", true),
            Map.entry("author.approved", 20L),
            Map.entry("author.held", 21L),
            Map.entry("author.rejected", 22L),
            Map.entry("author.corrected", 23L),
            Map.entry("author.trusted", true),
            Map.entry("author.blocked", false),
            Map.entry("corrections.textApproved", true),
            Map.entry("corrections.textRejected", false),
            Map.entry("corrections.textOn", "2026-11-03"),
            Map.entry("corrections.authorApproved", false),
            Map.entry("corrections.authorRejected", true),
            Map.entry("corrections.authorOn", "2026-11-04"),
            Map.entry("relevance.post", 0.5),
            Map.entry("relevance.parent", 0.625)));
  }

  @Test
  void a_value_is_of_its_signals_type() {
    SignalCatalogue.all().forEach(signal -> {
      var value = signal.reader().apply(SomeSignals.full());
      var type = switch (signal.type()) {
        case COUNT -> Long.class;
        case NUMBER -> Double.class;
        case FLAG -> Boolean.class;
        case TEXT -> String.class;
        case TEXTS -> List.class;
      };
      assertThat(value == null || type.isInstance(value)).as(signal.name()).isTrue();
    });
  }

  @Test
  void a_group_that_is_missing_gives_no_values() {
    var missing = SignalCatalogue.all().stream()
        .filter(signal -> signal.reader().apply(SomeSignals.of(Map.of())) == null)
        .map(signal -> signal.name().split("\\.")[0])
        .collect(Collectors.toSet());

    assertThat(missing)
        .containsExactlyInAnyOrder(
            "scores", "aspects", "form", "repeats", "pace", "author", "relevance", "corrections");
    assertThat(SomeSignals.of(Map.of()).missing())
        .containsExactly("repeats", "pace", "author", "relevance", "corrections");
  }

  @Test
  void a_score_that_no_model_offers_is_missing_and_not_0() {
    var hate = SignalCatalogue.named("scores.HATE").orElseThrow();

    assertThat(hate.reader().apply(SomeSignals.of(Map.of(Label.SPAM, 0.0)))).isNull();
  }

  @Test
  void a_name_that_is_no_signal_is_not_found() {
    assertThat(List.of("", "spam", "scores.", "scores.spam", "scores.RUDE", "links", "Links.count"))
        .allSatisfy(name -> assertThat(SignalCatalogue.named(name)).isEmpty());
  }
}
