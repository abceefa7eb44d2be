package io.moderato.training;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A short comment of a challenge set: each bad one has a calm counterpart with the same words.
 *
 * @param pair which two belong together
 * @param expected the label for which it should be held; null if it should pass
 * @param aspect the label's finer kind, where one is expected
 */
public record ChallengeComment(
    String id,
    String category,
    String pair,
    @Nullable Label expected,
    @Nullable Aspect aspect,
    String text) {
  private static final String NONE = "none";

  /**
   * Reads a file of the columns {@code id}, {@code category}, {@code pair}, {@code expected} (a label, a finer kind of one, or
   * {@code none}) and {@code text}.
   *
   * @throws BrokenRowException with line and column of the first row that can't be read
   */
  public static List<ChallengeComment> read(Path file) throws IOException {
    var comments = new ArrayList<ChallengeComment>();
    TsvFile.read(file, BrokenRows.STOP, row -> comments.add(of(row)));
    return List.copyOf(comments);
  }

  /**
   * Reads a file that comes with the service.
   *
   * @param name {@code seen}, {@code unseen} or {@code identities}
   */
  public static List<ChallengeComment> shipped(String name) {
    var file = Path.of("challenge", name + ".tsv");
    var comments = new ArrayList<ChallengeComment>();
    try (var in = Objects.requireNonNull(
        ChallengeComment.class.getResourceAsStream("/challenge/" + name + ".tsv"))) {
      TsvFile.read(file, in, BrokenRows.STOP, row -> comments.add(of(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
    return List.copyOf(comments);
  }

  private static ChallengeComment of(TsvRow row) {
    var name = row.text("expected");
    var aspect = Arrays.stream(Aspect.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
    var label = aspect != null
        ? aspect.label()
        : Arrays.stream(Label.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElse(null);
    if (label == null && !name.equals(NONE)) {
      throw row.broken("expected", "there is no label \"%s\"".formatted(TsvRow.shortened(name)));
    }
    return new ChallengeComment(
        row.text("id"), row.text("category"), row.text("pair"), label, aspect, row.text("text"));
  }
}
