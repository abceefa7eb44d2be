package io.moderato.phrase;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.moderato.classify.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is looked for on behalf of one label: a file of {@code /phrases}.
 *
 * <p>A phrase is words with a space between them: {@code kill|murder} is either, {@code you_are|youre} is two words or one, {@code ~really} may be left out, {@code ..3} is up to
 * three words of any kind but not a negation, {@code <you>} is whatever {@code words} says, {@code ^} and {@code $} are where a sentence begins and ends. Words are written as {@code FoldedWords}
 * gives them: small letters, without apostrophes.
 *
 * @param quoted what is left of a phrase's weight where it stands in quotation marks and other words do not
 * @param words names for alternatives, each of one word or several
 */
record PhraseBook(
    Label label,
    double quoted,
    Map<String, List<String>> words,
    List<PhraseGroup> groups,
    List<Guard> guards) {
  /** The books that come with the service. */
  private static final List<String> FILES = List.of("threat", "sexual", "self-harm");

  private static final ObjectReader YAML = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build()
      .reader();

  PhraseBook {
    words = Map.copyOf(words);
    groups = List.copyOf(groups);
    guards = List.copyOf(guards);
  }

  static List<PhraseBook> shipped() {
    Map<String, List<String>> common = read("words", new TypeReference<>() {});
    return FILES.stream()
        .map(file -> read(file, new TypeReference<PhraseBook>() {}).with(common))
        .toList();
  }

  /** @throws UncheckedIOException with line and column, if the file can't be read */
  private static <T> T read(String name, TypeReference<T> type) {
    var file = "/phrases/" + name + ".yaml";
    try (InputStream in = Objects.requireNonNull(PhraseBook.class.getResourceAsStream(file))) {
      return YAML.forType(type).readValue(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private PhraseBook with(Map<String, List<String>> more) {
    var all = new HashMap<>(more);
    all.putAll(words);
    return new PhraseBook(label, quoted, all, groups, guards);
  }
}
