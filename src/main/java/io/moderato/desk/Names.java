package io.moderato.desk;

import io.moderato.moderator.Moderator;
import io.moderato.moderator.ModeratorRepository;
import io.moderato.page.Messages;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to call those who act. Names are looked up at most once in a while, and all at once. Thread-safe. */
public final class Names {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 2000;

  private final ModeratorRepository moderators;
  private final Clock clock;
  private volatile Known latest = new Known(Map.of(), Instant.MIN);

  private record Known(Map<String, String> names, Instant until) {}

  public Names(ModeratorRepository moderators, Clock clock) {
    this.moderators = moderators;
    this.clock = clock;
  }

  /** To be called before {@link #name}; completes when the names are known. */
  public Future<Void> known() {
    var now = clock.instant();
    if (now.isBefore(latest.until())) {
      return Future.succeededFuture();
    }
    return moderators
        .all(null, MOST)
        .onSuccess(all -> latest = new Known(
            all.stream().collect(Collectors.toMap(Moderator::who, Moderator::name)),
            now.plus(FRESH)))
        .mapEmpty();
  }

  /** @param who as audit entries have it */
  public String name(Messages t, String who) {
    var name = latest.names().get(who);
    if (name != null) {
      return name;
    }
    return who.startsWith("key:") ? t.text("who.key") : t.textOr("who." + who, who);
  }

  /** Everybody with an account, to choose from. */
  List<QueueView.Choice> choices() {
    return latest.names().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(each -> new QueueView.Choice(each.getKey(), each.getValue()))
        .toList();
  }
}
