package io.moderato.desk;

import java.util.List;

/**
 * An author, and what became of their comments.
 *
 * @param standing {@code none}, {@code trusted} or {@code blocked}
 * @param bulk where all that waits of theirs can be decided
 * @param erase where an admin can have all of the author erased; empty for others
 * @param said what moderators said and did about them
 */
public record AuthorView(
    String site,
    String key,
    String name,
    String standing,
    int approved,
    int held,
    int rejected,
    int corrected,
    String bulk,
    String erase,
    List<CardView.Similar> latest,
    List<CardView.Done> said) {}
