package io.moderato.process;

import io.moderato.process.CommentPromise.UnexpectedAnswer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A client that submits, edits and withdraws comments of its own, one call after the other, and remembers what was acknowledged. It
 * ends when the service gives no answer any more.
 */
final class Writer implements Runnable {
  private final ServiceProcess service;
  private final String name;
  private final Random random;
  private final List<CommentPromise> promises = new ArrayList<>();
  private volatile boolean stopped;
  private volatile Exception end;

  Writer(ServiceProcess service, String name, long seed) {
    this.service = service;
    this.name = name;
    this.random = new Random(seed);
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        act();
      }
    } catch (IOException | UnexpectedAnswer gone) {
      end = gone;
    } catch (Exception defect) {
      end = defect;
      throw new IllegalStateException(defect);
    }
  }

  private void act() throws Exception {
    var dice = random.nextInt(10);
    var one = promises.isEmpty() ? null : promises.get(random.nextInt(promises.size()));
    if (dice < 6 || one == null || one.isWithdrawn()) {
      submit();
    } else if (dice < 9) {
      one.edit(service, "Edited to %08x, for reasons of its own.".formatted(random.nextInt()));
    } else {
      one.withdraw(service);
    }
  }

  private void submit() throws Exception {
    var number = promises.size();
    var promise = new CommentPromise(name + "-" + number, name);
    promises.add(promise);
    var body = new JsonObject()
        .put("id", promise.id)
        .put("post", new JsonObject().put("id", promise.post).put("title", "Post of " + name))
        .put("author", new JsonObject().put("name", "Ada"))
        .put("text", "Comment %d of %s: %08x.".formatted(number, name, random.nextInt()));
    if (number % 7 == 3) {
      body.put("honeypot", "filled"); // rejected, whatever the models say
    }
    promise.submit(service, body);
  }

  void stop() {
    stopped = true;
  }

  List<CommentPromise> promises() {
    return promises;
  }

  /** Why it ended by itself; null if it did not. */
  Exception end() {
    return end;
  }
}
