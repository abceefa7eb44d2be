package io.moderato.transfer.file;

/** What may be said of a file beside what was taken from it. */
public enum Finding {
  NOT_A_POST(Weight.LEFT_OUT, "no post and no comment: settings, templates, menus, pictures"),
  DRAFT(Weight.LEFT_OUT, "posts that were never published, or thrown away"),
  PINGBACK(
      Weight.LEFT_OUT,
      "pingbacks and trackbacks, which nobody wrote (--with-pingbacks takes them)"),
  INTERNAL_NOTE(Weight.LEFT_OUT, "internal notes that no visitor saw"),
  JUDGED_WHEN_WRITTEN(
      Weight.LEFT_OUT, "comments that this service has judged when they were written; they stand"),
  SETTING(Weight.LEFT_OUT, "policies, lists and webhooks of the site (--with-settings takes them)"),
  NO_TEXT(Weight.LEFT_OUT, "comments without a text"),
  INVALID_BYTES(Weight.MENDED, "bytes that are no UTF-8, read as Windows-1252"),
  UNKNOWN_CHARSET(Weight.MENDED, "a character set that is not known, read as UTF-8"),
  DOUBLE_ENCODED(Weight.MENDED, "texts that had been encoded twice"),
  INVALID_CHARACTER(Weight.MENDED, "characters that no text may hold, left out"),
  UNKNOWN_ENTITY(
      Weight.MENDED, "an & that begins no XML entity, read as HTML has it or as it stands"),
  LOOSE_MARKUP(Weight.MENDED, "a < or ]]> that begins or ends nothing, read as it stands"),
  DOCTYPE(Weight.MENDED, "a document type with its entities, which is never followed"),
  TEXT_CUT(Weight.MENDED, "texts that were longer than allowed, cut"),
  LOCAL_TIME(Weight.MENDED, "times without a zone, read as the blog's"),
  NO_TIME(
      Weight.MENDED,
      "comments without a valid time, given that of their post or of the comment before"),
  DUPLICATE_ID(Weight.MENDED, "different comments under one id, given ids of their own"),
  UNKNOWN_STATUS(Weight.MENDED, "statuses that are not known, to be looked at by a person"),
  PARENT_MISSING(
      Weight.MENDED,
      "answers to comments that are not in the file or answer them in turn, placed under the post"),
  NO_POST(Weight.MENDED, "comments whose post is not in the file"),
  NOTHING(Weight.LOST, "neither a post nor a comment was found: is it the right file?"),
  BROKEN(Weight.LOST, "records that can't be read"),
  CUT_OFF(Weight.LOST, "the file ends in the middle"),
  NO_POST_ID(Weight.LOST, "comments that name no post"),
  OTHER_FILE(Weight.LOST, "more files of the archive, which holds several: import each by itself"),
  REFUSED(Weight.LOST, "refused by the service"),
  ID_IN_USE(Weight.LOST, "stored under the same id with another text, left as it is there");

  /** What it means for the import. */
  public enum Weight {
    /** Left out on purpose. */
    LEFT_OUT,
    /** Taken, though something had to be mended or guessed. */
    MENDED,
    /** Could not be taken. */
    LOST
  }

  private final Weight weight;
  private final String sentence;

  Finding(Weight weight, String sentence) {
    this.weight = weight;
    this.sentence = sentence;
  }

  public Weight weight() {
    return weight;
  }

  public String sentence() {
    return sentence;
  }
}
