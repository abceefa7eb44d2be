package io.moderato.service;

import java.util.stream.IntStream;

/** Comments of a site whose policy holds everything. */
final class HeldComments {
  private static final int BATCH = 500;

  private HeldComments() {}

  /** Named {@code c-0} and so on. */
  static void submit(TestSite site, int count) {
    site.activate(site.putPolicy(Json.parse("""
        {"name": "careful", "rules": [
          {"name": "everything", "sentence": "Everything waits.", "when": "shape.words > 0", "verdict": "HOLD"}]}
        """)));
    for (int from = 0; from < count; from += BATCH) {
      var batch = Json.MAPPER.createArrayNode();
      IntStream.range(from, Math.min(count, from + BATCH))
          .mapToObj(i -> TestSite.submission(
              "c-" + i, "p-" + i % 7, "Remark number %d about road %d.".formatted(i, i * 31)))
          .forEach(batch::add);
      site.caller().post(site.comments() + ":batch", batch).expect(200);
    }
  }
}
