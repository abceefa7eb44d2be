package io.moderato.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads exports of real blogs, which lie beside the repository or where {@code EXPORT_SAMPLES} says; skipped without them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealExportsTest {
  private static final Path FOLDER = Optional.ofNullable(System.getProperty("export.samples"))
      .or(() -> Optional.ofNullable(System.getenv("EXPORT_SAMPLES")))
      .map(Path::of)
      .orElse(Path.of("..", "shared", "samples", "exports"));

  @ParameterizedTest
  @CsvSource({
    "wxr-cc-labs.xml.gz, WXR, 119",
    "wxr-theme-unit-test.xml.gz, WXR, 29",
    "wxr-mythz.xml.gz, WXR, 72",
    "wxr-comment-meta.xml, WXR, 1",
    "disqus-benbalter.xml.gz, DISQUS, 1142",
    "disqus-isso.xml, DISQUS, 5",
    "blogger-jeffhandley.xml.gz, BLOGGER, 112",
    "blogger-plunkett.xml, BLOGGER, 8",
    "commento-remark42.json, COMMENTO, 3"
  })
  void all_comments_of_a_real_blog_are_read(String name, Format format, int comments) {
    var file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "needs the sample exports in " + FOLDER);

    var read = Collected.of(file, null);

    assertThat(read.comments).hasSize(comments);
    assertThat(read.findings.hasLost()).isFalse();
    assertThat(Collected.of(file, format).comments).isEqualTo(read.comments);
  }
}
