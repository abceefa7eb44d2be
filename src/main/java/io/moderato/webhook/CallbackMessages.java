package io.moderato.webhook;

import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.PendingEvent;
import io.moderato.site.Site;
import java.util.Optional;

/** Puts an event into the words of the contract that its comment came by. */
@FunctionalInterface
public interface CallbackMessages {
  /** Empty where the sender is not told of this event. */
  Optional<CallbackMessage> of(Site site, ModeratedComment comment, PendingEvent event);
}
