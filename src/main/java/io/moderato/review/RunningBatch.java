package io.moderato.review;

import io.moderato.moderation.CommentKey;
import io.moderato.review.BulkProgress.Failure;
import java.util.ArrayList;
import java.util.List;

/** The progress of an act on many that this process does. Thread-safe. */
final class RunningBatch {
  private static final int MOST_FAILURES = 100;

  private final String id;
  private final int total;
  private final List<Failure> failures = new ArrayList<>();
  private int done;
  private int failed;
  private boolean finished;

  RunningBatch(String id, int total) {
    this.id = id;
    this.total = total;
  }

  synchronized void done() {
    done++;
  }

  synchronized void failed(CommentKey comment, String why) {
    failed++;
    if (failures.size() < MOST_FAILURES) {
      failures.add(new Failure(comment, why));
    }
  }

  synchronized void finished() {
    finished = true;
  }

  synchronized BulkProgress progress() {
    return new BulkProgress(id, total, done, failed, failures, finished);
  }
}
