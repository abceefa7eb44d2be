package io.moderato.demo;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code src/main/resources/demo}: a site, who moderates it, and what its readers wrote under its posts.
 *
 * @param moderators the first of them decides most
 * @param readers who come again, by the word that comments name them by; anybody else is a stranger of that name
 * @param posts files beside {@code site.yaml}, without their ending
 */
@JsonNaming(KebabCaseStrategy.class)
record MadeUpSite(
    String id,
    String name,
    String url,
    List<String> rejectReasons,
    List<Person> moderators,
    Map<String, Reader> readers,
    List<String> posts) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  /** @param role as {@code moderato moderator add} has it */
  record Person(String login, String name, String role) {}

  /** @param standing {@code trusted} or {@code blocked}, where a moderator said so; null where not */
  record Reader(String name, @Nullable String url, @Nullable String standing) {}

  /** What a comment is in truth, which is what moderators find. */
  enum Kind {
    GOOD,
    DOUBTFUL,
    ABUSE,
    SPAM
  }

  /**
   * @param daysAgo when it was published
   * @param hours within which the comments came, more of them at first
   * @param late those that came in the last day, whatever the age of the post
   */
  @JsonNaming(KebabCaseStrategy.class)
  record MadeUpPost(
      String id,
      String title,
      String body,
      double daysAgo,
      double hours,
      List<MadeUpComment> comments,
      List<MadeUpComment> late) {}

  /**
   * @param to which comment of the post it answers: 1 is the first, and the late ones count on; null for none
   * @param seconds between showing the form and sending it; null where it took its time
   * @param note that a moderator left with it
   */
  record MadeUpComment(
      String by,
      Kind is,
      String text,
      @Nullable Integer to,
      @Nullable Double seconds,
      @Nullable String note) {}

  static MadeUpSite read() {
    return read("site", MadeUpSite.class);
  }

  List<MadeUpPost> readPosts() {
    return posts.stream().map(file -> read(file, MadeUpPost.class)).toList();
  }

  /** Its policy, as YAML. */
  static String readPolicy() {
    try (var in = open("policy")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String file, Class<T> type) {
    try (var in = open(file)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    var place = "/demo/" + file + ".yaml";
    return Objects.requireNonNull(MadeUpSite.class.getResourceAsStream(place), place);
  }
}
