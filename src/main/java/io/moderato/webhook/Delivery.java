package io.moderato.webhook;

import io.moderato.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver.
 *
 * @param id the event's id and the receiver's: the same event can't be on its way to the same receiver twice
 * @param receiver the webhook's id, or {@code callback:} and a host
 * @param comment its id; deliveries of one comment to one receiver arrive in the order of its versions
 * @param url of a callback; null for a webhook, whose present address counts
 * @param at when it happened
 * @param dueAt when to try, or when the lease of who tries ends; once it is done, the same as {@code doneAt}
 * @param attempts begun so far
 * @param status of the last answer; null where there was none
 * @param error why the last attempt came to nothing; null where it did not
 * @param doneAt null while it is waiting
 */
public record Delivery(
    String id,
    SiteId site,
    String receiver,
    String comment,
    int version,
    String event,
    String type,
    @Nullable String url,
    String contentType,
    String body,
    Instant at,
    State state,
    Instant dueAt,
    int attempts,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Instant doneAt) {
  /** Done ones are erased after that. */
  static final Duration KEPT = Duration.ofDays(14);

  /** How far it got. */
  public enum State {
    WAITING,
    DELIVERED,
    DEAD;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** What of one receiver goes through one door. */
  String lane() {
    return lane(site, receiver);
  }

  static String lane(SiteId site, String receiver) {
    return site.value() + "/" + receiver;
  }

  /** @param event in whose name it is, once only for each receiver */
  static Delivery first(
      SiteId site,
      String receiver,
      String comment,
      int version,
      String event,
      String type,
      @Nullable String url,
      String contentType,
      String body,
      Instant at,
      Instant now) {
    var id = event + "-" + (url == null ? receiver : "callback");
    return new Delivery(
        id,
        site,
        receiver,
        comment,
        version,
        event,
        type,
        url,
        contentType,
        body,
        at,
        State.WAITING,
        now,
        0,
        null,
        null,
        null);
  }

  Delivery claimed(Instant leaseEnd) {
    return with(State.WAITING, leaseEnd, attempts + 1, status, error, null);
  }

  Delivery delivered(int status, Instant now) {
    return with(State.DELIVERED, now, attempts, status, null, now);
  }

  Delivery again(Instant dueAt, @Nullable Integer status, @Nullable String error) {
    return with(State.WAITING, dueAt, attempts, status, error, null);
  }

  Delivery givenUp(@Nullable Integer status, String error, Instant now) {
    return with(State.DEAD, now, attempts, status, error, now);
  }

  /** Not tried, since another one comes first. */
  Delivery behind(Instant dueAt) {
    return with(State.WAITING, dueAt, attempts - 1, status, error, null);
  }

  /** As if it had never been tried. */
  Delivery anew(Instant now) {
    return with(State.WAITING, now, 0, status, error, null);
  }

  private Delivery with(
      State state,
      Instant dueAt,
      int attempts,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable Instant doneAt) {
    return new Delivery(
        id,
        site,
        receiver,
        comment,
        version,
        event,
        type,
        url,
        contentType,
        body,
        at,
        state,
        dueAt,
        attempts,
        status,
        error,
        doneAt);
  }
}
