package io.moderato.review;

import io.moderato.moderation.CommentKey;
import io.moderato.review.BulkProgress.Failure;
import io.moderato.site.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The progress of an act on many that this process does. Thread-safe. */
final class RunningBatch {
  private static final int MOST_FAILURES = 100;

  private final String id;
  private final Set<SiteId> sites;
  private final int total;
  private final List<Failure> failures = new ArrayList<>();
  private int done;
  private int failed;
  private boolean finished;

  RunningBatch(String id, Set<SiteId> sites, int total) {
    this.id = id;
    this.sites = Set.copyOf(sites);
    this.total = total;
  }

  String id() {
    return id;
  }

  Set<SiteId> sites() {
    return sites;
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
