package io.moderato.moderation;

import org.jspecify.annotations.Nullable;

/**
 * How a comment came.
 *
 * @param door the contract it came by: {@code native}, {@code akismet}, {@code coral}, {@code import}
 * @param callback where the sender wants to hear of a later verdict; null where it hears by webhook or not at all
 */
public record Origin(String door, @Nullable Callback callback) {
  public static final Origin NATIVE = by("native");

  public static Origin by(String door) {
    return new Origin(door, null);
  }
}
