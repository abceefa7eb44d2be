package io.moderato.signals;

/**
 * What became of the author's latest comments on this site, as they stand now, corrections counted.
 *
 * @param known whether the platform told who it is; without that, all counts are 0
 * @param corrected comments that a person approved although they had been held or rejected
 */
public record AuthorRecord(boolean known, int approved, int held, int rejected, int corrected) {
  public static final AuthorRecord UNKNOWN = new AuthorRecord(false, 0, 0, 0, 0);
}
