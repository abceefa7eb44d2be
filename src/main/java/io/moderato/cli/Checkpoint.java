package io.moderato.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How far an import has come, beside the file or where told. It counts for that very file, site and service alone.
 *
 * @param source what it counts for
 */
record Checkpoint(Path path, String source) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The counts at the end of what was acknowledged; empty if there are none, or they are of another import. */
  Optional<ImportCounts> read() {
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
      return Optional.of(counts);
    } catch (IOException e) {
      return Optional.empty(); // it then begins at the begin, which is harmless
    }
  }

  /** Replaced as a whole, so that a kill leaves the one before. */
  void write(ImportCounts counts) throws IOException {
    var json = JSON.createObjectNode()
        .put("source", source)
        .put("acknowledged", counts.acknowledged())
        .put("posts", counts.posts())
        .put("added", counts.added())
        .put("unchanged", counts.unchanged());
    var next = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(next, json + "\n");
    Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
