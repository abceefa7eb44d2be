package io.moderato.signals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people decided lately of the same text, and of what the same author sent, as their decisions stand now.
 *
 * @param text of the same words and links; null where nobody decided, or people disagree
 * @param author approved where a person approved what had been held or rejected, and rejected nothing; rejected where no fewer were
 *     rejected than so approved; null for neither
 */
public record Corrections(@Nullable Word text, @Nullable Word author) {
  public static final Corrections NONE = new Corrections(null, null);

  /**
   * A person's.
   *
   * @param approved rather than rejected
   * @param on the day of the latest such decision, UTC
   */
  public record Word(boolean approved, LocalDate on) {}
}
