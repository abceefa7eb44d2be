package io.moderato.transfer.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was read of a file. */
final class Collected implements HistorySink {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  final List<OldPost> posts = new ArrayList<>();
  final List<OldComment> comments = new ArrayList<>();
  final List<JsonNode> lines = new ArrayList<>();
  final Findings findings = new Findings();

  static Collected of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), null);
  }

  static Collected of(byte[] bytes, @Nullable Format format) {
    try {
      var path = Files.createTempFile("history", ".file");
      try {
        Files.write(path, bytes);
        return of(path, format);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Collected of(Path path, @Nullable Format format) {
    var collected = new Collected();
    try (var file = HistoryFile.open(path, format, collected.findings)) {
      file.read(collected, false, CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collected;
  }

  List<String> texts() {
    return comments.stream().map(OldComment::text).toList();
  }

  /** Comments by their ids, as {@code id verdict}. */
  String verdicts() {
    return comments.stream()
        .map(each ->
            each.id() + " " + each.decision().verdict() + (each.decision().spam() ? " spam" : ""))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void post(OldPost post) {
    posts.add(post);
  }

  @Override
  public void comment(OldComment comment) {
    comments.add(comment);
  }

  @Override
  public void line(JsonNode json, long line) {
    lines.add(json);
  }
}
