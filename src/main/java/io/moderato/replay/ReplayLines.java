package io.moderato.replay;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tells of a replay while it runs, in NDJSON: {@code {"flip": …}} for each flipped comment, {@code {"progress": …}} now and then, and
 * {@code {"report": …}} in the end. A reader that is slow slows the replay down; one that left ends it.
 */
final class ReplayLines implements ReplayWatcher {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

  private final HttpServerResponse response;
  private final int last;
  private long told = System.nanoTime() - PAUSE;

  /** @param last how many comments at most are decided on */
  ReplayLines(HttpServerResponse response, int last) {
    this.response = response;
    this.last = last;
  }

  @Override
  public boolean isGone() {
    return response.closed();
  }

  @Override
  public void decided(int decided) {
    if (System.nanoTime() - told >= PAUSE) {
      told = System.nanoTime();
      send(line("progress", new JsonObject().put("decided", decided).put("atMost", last)));
    }
  }

  @Override
  public int wanted() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void flipped(List<Flip> flips) {
    var lines = Buffer.buffer();
    flips.forEach(flip -> lines.appendBuffer(line("flip", ReplayJson.flip(flip))));
    if (lines.length() > 0) {
      send(lines);
    }
  }

  private void send(Buffer lines) {
    try {
      response.write(lines).await();
    } catch (RuntimeException left) {
      if (!response.closed()) {
        throw left;
      }
    }
  }

  static Buffer line(String name, JsonObject value) {
    return new JsonObject().put(name, value).toBuffer().appendByte((byte) '\n');
  }
}
