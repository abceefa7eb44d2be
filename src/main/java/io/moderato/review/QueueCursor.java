package io.moderato.review;

import io.moderato.moderation.HeldPosition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of the queue ended. It says nothing that its reader may not know, so that it is not signed.
 *
 * @param group of the order's, by number
 */
record QueueCursor(int group, HeldPosition position) {
  private static final int LONGEST = 2000;

  String text() {
    var plain = group + " " + position.number() + " " + position.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for what no page of such an order has given. */
  static Optional<QueueCursor> of(String text, QueueOrder order) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split(" ", 3);
      var cursor = new QueueCursor(
          Integer.parseInt(parts[0]), new HeldPosition(Double.parseDouble(parts[1]), parts[2]));
      return cursor.isOf(order) ? Optional.of(cursor) : Optional.empty();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private boolean isOf(QueueOrder order) {
    return group >= 0 && group < order.groups().size() && Double.isFinite(position.number());
  }
}
