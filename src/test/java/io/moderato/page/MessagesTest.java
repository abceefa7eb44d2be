package io.moderato.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import io.moderato.audit.Act;
import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import io.moderato.moderation.Status;
import io.moderato.policy.Verdict;
import io.moderato.signals.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
  private static final Pattern LITERAL = Pattern.compile("\\bt\\.text\\(\"([\\w.-]+[\\w-])\"[,)]");

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "messages.pages",
        Messages.in(language).locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> own(String language) {
    try (var lines = Files.lines(Path.of("src/main/resources/messages/pages"
        + (language.equals("en") ? "" : "_" + language) + ".properties"))) {
      var keys = new ArrayList<>(lines
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('=')).strip())
          .toList());
      assertThat(keys).doesNotHaveDuplicates();
      return new TreeSet<>(keys);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void each_language_has_every_message() {
    Messages.LANGUAGES.forEach(
        language -> assertThat(own(language)).as(language).isEqualTo(own("en")));
  }

  @Test
  void each_message_is_a_format_with_the_same_values_in_each_language() {
    for (var key : own("en")) {
      var values = Messages.LANGUAGES.stream()
          .map(language -> new MessageFormat(bundle(language).getString(key)).getArgumentNames())
          .distinct()
          .toList();
      assertThat(values).as(key).hasSize(1);
    }
  }

  @Test
  void every_message_that_a_page_or_a_class_names_is_there() throws IOException {
    var named = new TreeSet<String>();
    for (var root : List.of("src/main/jte", "src/main/java/io/moderato")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          LITERAL
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> named.add(found.group(1)));
        }
      }
    }

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(own("en")).containsAll(named);
  }

  @Test
  void every_word_of_a_closed_set_has_its_message() {
    var wanted = new ArrayList<String>();
    for (var act : Act.values()) {
      wanted.add("did." + act.word());
      wanted.add("act." + act.word() + ".name");
    }
    Stream.of(Label.values()).forEach(label -> wanted.add("label." + label));
    Stream.of(Aspect.values()).forEach(aspect -> wanted.add("card.hint." + aspect));
    Stream.of(Status.values()).forEach(status -> wanted.add("status." + status.word()));
    Stream.of(Verdict.values()).forEach(verdict -> wanted.add("verdict." + verdict));
    Stream.of(Standing.values()).forEach(standing -> wanted.add("standing." + standing.word()));

    assertThat(own("en")).containsAll(wanted);
  }

  @Test
  void a_browser_is_answered_in_its_language_or_in_English() {
    assertThat(Messages.accepted("de-AT,de;q=0.9,en;q=0.8").language()).isEqualTo("de");
    assertThat(Messages.accepted("fr, de;q=0.5").language()).isEqualTo("de");
    assertThat(Messages.accepted("fr").language()).isEqualTo("en");
    assertThat(Messages.accepted(null).language()).isEqualTo("en");
    assertThat(Messages.accepted(";;;=").language()).isEqualTo("en");
    assertThat(Messages.accepted("a".repeat(10_000)).language()).isEqualTo("en");
  }

  @Test
  void messages_count() {
    assertThat(Messages.in("en").text("queue.waiting", 0)).isEqualTo("Nothing waits");
    assertThat(Messages.in("en").text("queue.waiting", 1)).isEqualTo("1 comment waits");
    assertThat(Messages.in("de").text("queue.waiting", 1234)).isEqualTo("1.234 Kommentare warten");
  }
}
