package io.moderato.classify;

import java.util.List;

/**
 * The tokens that a label is judged by.
 *
 * @param begin the first token
 * @param end the token behind the last one
 * @param correction what was taken off its margin; 0 for a whole text
 * @param isWhole whether it is the whole text, with all its looks
 */
record Stretch(int begin, int end, double correction, boolean isWhole) {
  static Stretch whole(CommentFeatures text) {
    return new Stretch(0, text.folded().tokenCount, 0, true);
  }

  static Stretch window(int begin, int size, CommentFeatures text, double correction) {
    return new Stretch(begin, Math.min(begin + size, text.folded().tokenCount), correction, false);
  }

  /** Whether what owns a feature lies in it: a pair with both its tokens, a link with the first token that shows it. */
  boolean holds(CommentFeatures text, int owner) {
    if (isWhole || owner == CommentFeatures.WHOLE) {
      return isWhole;
    }
    if ((owner & CommentFeatures.LINK) != 0) {
      int token = text.firstTokenOfLink(owner & ~CommentFeatures.LINK);
      return begin <= token && (token < end || end == text.folded().tokenCount);
    }
    int token = owner & ~CommentFeatures.PAIR;
    return begin <= (token == owner ? token : token - 1) && token < end;
  }

  /** The looks that a window has in place of those of the whole text: its links'. */
  List<Trait> looks(CommentFeatures text) {
    if (isWhole || text.links().isEmpty()) {
      return List.of();
    }
    int from = text.firstLinkAt(begin);
    int to = end == text.folded().tokenCount ? text.links().size() : text.firstLinkAt(end);
    var links = text.links().subList(from, to);
    return Trait.OF_LINKS.stream().filter(trait -> trait.in(links)).toList();
  }
}
