package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.transfer.file.Finding;
import io.moderato.transfer.file.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an import has come, beside the file or where told. It counts for that very file, site and service alone.
 *
 * @param source what it counts for
 */
record Checkpoint(Path path, String source) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What only the service could tell; the rest is found again when the file is read again. */
  private static final List<Finding> BY_SERVICE =
      List.of(Finding.REFUSED, Finding.ID_IN_USE, Finding.JUDGED_WHEN_WRITTEN);

  /**
   * The counts at the end of what was acknowledged; empty if there are none, or they are of another import.
   *
   * @param findings gets what the service had to say
   */
  Optional<ImportCounts> read(Findings findings) {
    try {
      var json = JSON.readTree(path.toFile());
      if (!json.path("source").asText().equals(source)) {
        return Optional.empty();
      }
      var counts = new ImportCounts();
      counts.acknowledge(json.path("acknowledged").asLong());
      counts.storedPosts(json.path("posts").asLong());
      counts.storedNew(json.path("added").asLong());
      counts.storedBefore(json.path("unchanged").asLong());
      for (var told : json.path("told")) {
        findings.addEarlier(
            Finding.valueOf(told.path("finding").asText()),
            told.path("count").asLong(),
            examples(told.path("examples")));
      }
      return Optional.of(counts);
    } catch (IOException e) {
      return Optional.empty(); // it then begins at the begin, which is harmless
    }
  }

  private static List<Findings.Example> examples(JsonNode json) {
    var examples = new ArrayList<Findings.Example>();
    json.forEach(each -> examples.add(
        new Findings.Example(each.path("line").asLong(), each.path("what").asText())));
    return examples;
  }

  /** Replaced as a whole, so that a kill leaves the one before. */
  void write(ImportCounts counts, Findings findings) throws IOException {
    var json = JSON.createObjectNode()
        .put("source", source)
        .put("acknowledged", counts.acknowledged())
        .put("posts", counts.posts())
        .put("added", counts.added())
        .put("unchanged", counts.unchanged());
    var told = json.putArray("told");
    for (var finding : BY_SERVICE) {
      if (findings.counts().containsKey(finding)) {
        var examples = told.addObject()
            .put("finding", finding.name())
            .put("count", findings.counts().get(finding))
            .putArray("examples");
        findings.examples(finding).forEach(examples::addPOJO);
      }
    }
    var next = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(next, JSON.writeValueAsString(json) + "\n");
    Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
