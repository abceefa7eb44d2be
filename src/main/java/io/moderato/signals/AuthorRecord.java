package io.moderato.signals;

/**
 * What became of the author's latest comments on this site, as they stand now, corrections counted.
 *
 * @param known whether the platform told who it is; without that, all counts are 0
 * @param corrected comments that a person approved although they had been held or rejected
 * @param standing what a moderator has said of the author
 */
public record AuthorRecord(
    boolean known, int approved, int held, int rejected, int corrected, Standing standing) {
  public static final AuthorRecord UNKNOWN = new AuthorRecord(false, 0, 0, 0, 0);

  /** Of whom no moderator has said anything. */
  public AuthorRecord(boolean known, int approved, int held, int rejected, int corrected) {
    this(known, approved, held, rejected, corrected, Standing.NONE);
  }

  public AuthorRecord with(Standing standing) {
    return new AuthorRecord(known, approved, held, rejected, corrected, standing);
  }
}
