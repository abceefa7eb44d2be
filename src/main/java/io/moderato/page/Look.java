package io.moderato.page;

/**
 * How a person wants the pages to look.
 *
 * @param theme {@code auto}, {@code light}, {@code dark} or {@code contrast}
 * @param blur whether harmful text is blurred until it is pointed at
 * @param grey whether pictures and colours of comments are toned down
 * @param keys what was remapped, as JSON: names of acts to keys
 */
public record Look(String theme, boolean blur, boolean grey, String keys) {
  public static final Look DEFAULT = new Look("auto", false, false, "{}");
}
